// The cases that waited for the national system: once it is noted to be back, they go on by themselves, first held first (rule 3).
// Must stay true: only what was held for its outage, and before that note; a case held again after it waits for the next
// sign of life; going on decides nothing, the case is where it was before.
import type { RegionCode } from '../../kernel/region-code.ts'
import { findLink } from '../national/link-store.ts'
import { actAsSystem } from './commands.ts'
import type { CasesContext } from './context.ts'
import { goThroughHeld, type HeldOutcome } from './held-round.ts'
import { type Held, listHeldFor } from './timer-store.ts'

export const NATIONAL_OUTAGE = 'siak-down'

/** Takes off hold what waits in one region until all of it went on or `until` has come. Gives how many. */
export async function resumeHeldForNation(
  context: CasesContext,
  region: RegionCode,
  until: () => boolean,
): Promise<number> {
  const link = await context.database.inRegion(region, (tx) => findLink(tx, region), { readOnly: true })
  if (link?.state !== 'up') return 0
  return goThroughHeld<Held>(context, region, {
    list: (tx, after, limit) => listHeldFor(tx, region, NATIONAL_OUTAGE, link.noted_at, after, limit),
    goOn: (held) => resumeOne(context, region, held),
    until,
  })
}

async function resumeOne(context: CasesContext, region: RegionCode, { caseId, heldAt }: Held): Promise<HeldOutcome> {
  try {
    const done = await actAsSystem(context, region, caseId, { id: 'resume' }, (file) => isStill(file, heldAt))
    if (done.ok) return 'done'
    // An officer was quicker: nothing is wrong.
    if (done.refusals.some(({ code }) => code === 'case-changed')) return 'passed'
  } catch {
    // A lost database fails the next question too, and that one is not caught.
  }
  context.alarm('held-not-resumed', region, caseId)
  return 'passed'
}

const isStill = (file: { readonly holdCause?: string; readonly stateSinceMs: number }, heldAt: Date): boolean =>
  file.holdCause === NATIONAL_OUTAGE && file.stateSinceMs === heldAt.getTime()
