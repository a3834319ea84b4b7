// One round over the cases that wait for an outside system, first held first (section 5, rule 3). Must stay true: a page at a time,
// bounded by `until`; who cannot go on is passed over and stops no other; *away* ends the round after one question.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CasesContext } from './context.ts'
import type { Held } from './timer-store.ts'

const PAGE = 50

export type HeldOutcome = 'done' | 'away' | 'passed'
export type HeldRound<T extends Held> = {
  readonly list: (tx: Tx, after: T | undefined, limit: number) => Promise<readonly T[]>
  readonly goOn: (held: T) => Promise<HeldOutcome>
  readonly until: () => boolean
}

/** Gives how many went on. */
export async function goThroughHeld<T extends Held>(
  context: CasesContext,
  region: RegionCode,
  { list, goOn, until }: HeldRound<T>,
): Promise<number> {
  let done = 0
  let last: T | undefined
  for (;;) {
    const after = last
    const page = await context.database.inRegion(region, (tx) => list(tx, after, PAGE), { readOnly: true })
    for (const held of page) {
      if (until()) return done
      const outcome = await goOn(held)
      if (outcome === 'away') return done
      if (outcome === 'done') done++
      last = held
    }
    if (page.length < PAGE) return done
  }
}
