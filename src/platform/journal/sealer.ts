// Keeps the journal sealed while the program runs: within a second of a commit. Must stay true: errors of one region or
// of a lost database never stop it; stopping waits for the round under way.
import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { regionsToSeal, type SealingTools, sealJournal } from './seal-journal.ts'

export type Sealer = { stop(): Promise<void> }
export type SealerOptions = SealingTools & {
  readonly everyMs?: number
  readonly onError?: (error: unknown, region: string | undefined) => void
}

/** How often regions that another process wrote to are looked for. */
const LOOK_AROUND_MS = 5_000

export function startSealer(db: Database, options: SealerOptions): Sealer {
  const everyMs = options.everyMs ?? 500
  const onError = options.onError ?? (() => {})
  const waiting = new Set<string>()
  const daysClosed = new Map<string, string>()
  const ending = new AbortController()
  const unlisten = db.onCommit((region) => waiting.add(region))
  let lookedAround = 0
  let day = ''

  const round = async (): Promise<void> => {
    try {
      if (Date.now() - lookedAround >= LOOK_AROUND_MS) {
        lookedAround = Date.now()
        for (const region of await regionsToSeal(db)) waiting.add(region)
        // A new day: every region's last day gets its head, also where nobody writes today.
        const today = options.clock.now().toISOString().slice(0, 10)
        if (today !== day) for (const region of await options.heads.regions()) waiting.add(region)
        day = today
      }
    } catch (error) {
      onError(error, undefined)
    }
    for (const region of [...waiting]) {
      waiting.delete(region)
      try {
        await sealJournal(db, region, options, daysClosed)
      } catch (error) {
        waiting.add(region)
        onError(error, region)
      }
    }
  }

  const running = (async () => {
    while (!ending.signal.aborted) {
      await round()
      await delay(everyMs, undefined, { signal: ending.signal, ref: false }).catch(() => {})
    }
    await round()
  })()
  return {
    stop: async () => {
      unlisten()
      ending.abort()
      await running
    },
  }
}
