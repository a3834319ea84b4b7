// Turning keys, as one short request after the other, so that a running server serves people in between and the command line
// can show how far it is. Must stay true: asking again after a kill begins anew and finds what is left; no key leaves here.
import { countFactorKeys, resealFactors, SESSION_PURPOSE } from '../platform/auth/factor-keys.ts'
import type { Database } from '../platform/db/database.ts'
import type { ByteStore } from '../platform/files/file-store.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { countKeyUse, type KeyUse } from '../platform/secrets/key-usage.ts'
import { resealBatch } from '../platform/secrets/reseal.ts'
import { openSealed, SealBroken, seal, sealedWith } from '../platform/secrets/seal.ts'
import { SEALED_PLACES, STAYING_PLACES } from './sealed-columns.ts'

/** Keys that `rotate` turns, and what for. `survey` is not among them: see docs/guides/running.md. */
export const TURNED = ['seal', 'nik-hash', 'files', 'journal-sign'] as const
/** Turned only when it is named: everybody signs in again. */
export const NAMED = [...TURNED, SESSION_PURPOSE] as const
export type Turned = (typeof NAMED)[number]
/** So long after a new key began a process may still be sealing with the one before. */
const SETTLING_MS = 10 * 60_000

export type KeyLine = {
  readonly purpose: string
  readonly id: string
  readonly state: 'current' | 'next' | 'older'
  readonly madeAt?: string
  readonly from?: string
  readonly values: number
  /** An older key that nothing here needs any more; backups may. */
  readonly removable: boolean
  readonly uses: readonly Omit<KeyUse, 'purpose' | 'id'>[]
}
/** Where resealing stands: a place (or the files after them), a region, the last key or folder looked at. */
export type ResealPosition = { readonly place: number; readonly region: number; readonly after?: readonly string[] }
export type ResealAnswer = {
  readonly next?: ResealPosition
  readonly at: string
  readonly renewed: number
  readonly broken: number
  /** In the first answer, when a new key has not begun: until then nothing is sealed with it. */
  readonly begins?: string
}
export type KeysRequest =
  | { readonly do: 'list' }
  | { readonly do: 'rotate'; readonly purposes: readonly Turned[]; readonly from: string }
  | { readonly do: 'reseal'; readonly position?: ResealPosition }
  | { readonly do: 'remove'; readonly purpose: string; readonly id: string }
export type RemoveAnswer =
  | { readonly removed: true }
  | { readonly removed: false; readonly why: 'unknown' | 'in-use' | 'needed'; readonly line?: KeyLine }
export type KeysTools = {
  readonly database: Database
  readonly ring: KeyRing
  readonly files: ByteStore
  readonly now: () => number
}
const ROWS = 200
/** A request works this long, then answers. */
const BUDGET_MS = 400
const FOLDERS = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

async function regionsOf(database: Database): Promise<readonly string[]> {
  const rows = await database.asOwner(
    (tx) =>
      tx.withTables<{ regions: { code: string } }>().selectFrom('regions').select('code').orderBy('code').execute(),
    { readOnly: true },
  )
  return rows.map(({ code }) => code)
}

async function countFiles({ ring, files }: KeysTools): Promise<readonly KeyUse[]> {
  const counts = new Map<string, number>()
  for await (const { name } of files.list('')) {
    if (!/\/[0-9a-f]{64}$/.test(name)) continue
    const bytes = await files.get(name)
    if (bytes !== undefined) counts.set(sealedWith(bytes), (counts.get(sealedWith(bytes)) ?? 0) + 1)
  }
  if (counts.size === 0) counts.set(ring.current('files').id, 0)
  return [...counts].map(([id, count]) => ({ purpose: 'files', id, place: 'files', count }))
}

export async function listKeys(tools: KeysTools): Promise<readonly KeyLine[]> {
  const uses = [
    ...(await countKeyUse(tools.database, SEALED_PLACES, STAYING_PLACES)),
    ...(await countFiles(tools)),
    ...(await countFactors(tools)),
  ]
  return [...NAMED, 'survey'].flatMap((purpose) => {
    const keys = tools.ring.all(purpose)
    if (keys.length === 0) return []
    const current = tools.ring.current(purpose).id
    return keys.map((key): KeyLine => {
      const own = uses.filter((use) => use.purpose === purpose && use.id === key.id && use.count > 0)
      const values = own.reduce((sum, { count }) => sum + count, 0)
      return {
        purpose,
        id: key.id,
        removable: values === 0 && key.id < current && !isSettling(tools, purpose),
        state: key.id === current ? 'current' : key.id > current ? 'next' : 'older',
        ...(key.madeAt === undefined ? {} : { madeAt: key.madeAt.toISOString() }),
        ...(key.from === undefined ? {} : { from: key.from.toISOString() }),
        values,
        uses: own.map(({ purpose: _p, id: _i, ...use }) => use),
      }
    })
  })
}

async function countFactors({ database }: KeysTools): Promise<readonly KeyUse[]> {
  return (await countFactorKeys(database)).map((one) => ({ purpose: SESSION_PURPOSE, ...one }))
}

function isSettling({ ring, now }: KeysTools, purpose: string): boolean {
  const { from } = ring.current(purpose)
  return from !== undefined && now() - from.getTime() < SETTLING_MS
}

/** Counts anew before anything is removed. `needed` says what for, `unknown` that there is no such older key. */
async function removeKey(tools: KeysTools, purpose: string, id: string): Promise<RemoveAnswer> {
  const line = (await listKeys(tools)).find((one) => one.purpose === purpose && one.id === id)
  if (line === undefined) return { removed: false, why: 'unknown' }
  if (!line.removable) return { removed: false, why: line.state === 'older' ? 'needed' : 'in-use', line }
  await tools.ring.remove(purpose, id)
  return { removed: true }
}

async function resealFiles({ ring, files }: KeysTools, prefix: string): Promise<{ renewed: number; broken: number }> {
  const done = { renewed: 0, broken: 0 }
  for await (const { name } of files.list(prefix)) {
    if (!/\/[0-9a-f]{64}$/.test(name)) continue
    const stored = await files.get(name)
    if (stored === undefined || sealedWith(stored) === ring.current('files').id) continue
    try {
      await files.put(name, seal(ring, openSealed(ring, stored, name, 'files'), name, 'files'))
      done.renewed += 1
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
      done.broken += 1
    }
  }
  return done
}

/** One place of one region after a position, or one folder of files, or second factors at the end; gives the position after it. */
async function step(tools: KeysTools, regions: readonly string[], at: ResealPosition) {
  const place = SEALED_PLACES[at.place]
  const region = regions[at.region]
  const nextRegion: ResealPosition =
    at.region + 1 < regions.length && place?.shared !== true
      ? { place: at.place, region: at.region + 1 }
      : { place: at.place + 1, region: 0 }
  if (place !== undefined) {
    const name = `${place.table}.${place.column}${place.shared === true ? '' : ` ${region}`}`
    const batch = await resealBatch(
      tools.database,
      tools.ring,
      place,
      place.shared === true ? undefined : region,
      at.after,
      ROWS,
    )
    return { ...batch, name, next: batch.after === undefined ? nextRegion : { ...at, after: batch.after } }
  }
  if (at.place > SEALED_PLACES.length || region === undefined) {
    const batch = await resealFactors(tools.database, tools.ring, at.after?.[0], ROWS)
    return {
      ...batch,
      name: 'twoFactor',
      next: batch.after === undefined ? undefined : { ...at, after: [batch.after] },
    }
  }
  const folder = Number(at.after?.[0] ?? 0)
  const done = await resealFiles(tools, `${region}/${FOLDERS[folder]}/`)
  const isLast = folder + 1 >= FOLDERS.length
  const next = isLast
    ? at.region + 1 < regions.length
      ? { place: at.place, region: at.region + 1 }
      : { place: at.place + 1, region: 0 }
    : { ...at, after: [String(folder + 1)] }
  return { ...done, name: `files ${region}`, next }
}

export async function resealSome(tools: KeysTools, from?: ResealPosition): Promise<ResealAnswer> {
  const until = tools.now() + BUDGET_MS
  const regions = await regionsOf(tools.database)
  const total = { renewed: 0, broken: 0 }
  let position: ResealPosition | undefined = from ?? { place: 0, region: 0 }
  let at = ''
  while (position !== undefined) {
    const done = await step(tools, regions, position)
    total.renewed += done.renewed
    total.broken += done.broken
    at = done.name
    position = done.next
    if (tools.now() >= until) break
  }
  return { ...total, at, ...(position === undefined ? {} : { next: position }) }
}

/** When the last of the keys begins that have not yet. */
function beginOf({ ring, now }: KeysTools): string | undefined {
  const waiting = NAMED.flatMap((purpose) => ring.all(purpose).map(({ from }) => from?.getTime() ?? 0))
  const last = Math.max(...waiting)
  return last > now() ? new Date(last).toISOString() : undefined
}

export async function runKeys(tools: KeysTools, request: KeysRequest): Promise<unknown> {
  if (request.do === 'list') return listKeys(tools)
  if (request.do === 'reseal') {
    const begins = request.position === undefined ? beginOf(tools) : undefined
    const done = await resealSome(tools, request.position)
    return begins === undefined ? done : { ...done, begins }
  }
  if (request.do === 'remove') return removeKey(tools, request.purpose, request.id)
  const made: KeyLine[] = []
  for (const purpose of request.purposes) {
    const key = await tools.ring.rotate(purpose, new Date(request.from))
    made.push({ purpose, id: key.id, state: 'next', from: request.from, values: 0, removable: false, uses: [] })
  }
  return made
}
