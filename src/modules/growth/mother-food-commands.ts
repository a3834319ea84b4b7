// Supplementary food of a pregnant woman with KEK: begun by her arm, on the same sheet as a child's. Must stay true: one running programme
// a pregnancy; it begins with what a visit measured and ends with what was measured while it ran, at the latest with the pregnancy.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { asRole, HEALTH_WORKERS } from './access.ts'
import { insertPmt, listPmtOfPregnancy } from './care-store.ts'
import { findPosyandu } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { giversOf, newPmt, type PmtStart } from './pmt-row.ts'
import { findPregnancy, listVisits } from './pregnancy/pregnancy-store.ts'
import { PMT_2023, planPmt } from './rules/pmt.ts'

/** Begins today. Refuses `not-found`, `growth.pmt-no-kek`, `growth.pmt-running`, `growth.pmt-partner`. */
export async function startMotherPmt(
  context: GrowthContext,
  visitor: Visitor,
  pregnancyId: string,
  start: PmtStart,
): Promise<Result<{ pmtId: string }>> {
  const region = visitor.region!.code
  if (!isUuid(pregnancyId)) return refuse('not-found')
  const givers = giversOf(start)
  if (!givers.ok) return givers
  return context.database.inRegion(region, async (tx): Promise<Result<{ pmtId: string }>> => {
    const row = await findPregnancy(tx, region, pregnancyId, true)
    const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
    const role = asRole(visitor, posyandu, HEALTH_WORKERS)
    if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
    const before = await listPmtOfPregnancy(tx, region, pregnancyId)
    if (before.some(({ state }) => state === 'running')) return refuse('growth.pmt-running')
    const visits = (await listVisits(tx, region, [pregnancyId])).filter(({ state }) => state === 'recorded')
    const arm = visits.findLast(({ arm_tenth_mm }) => arm_tenth_mm !== null)?.arm_tenth_mm ?? undefined
    const { armBelowTenthMm } = context.editions(region).categories.pregnancy
    if (row.state !== 'running' || arm === undefined || arm >= armBelowTenthMm) return refuse('growth.pmt-no-kek')
    const plan = planPmt('kek', context.today(region), PMT_2023)
    const sheet = newPmt(region, posyandu, start, givers.value, plan, {
      pregnancy_id: pregnancyId,
      reason: 'kek',
      cycle: before.length + 1,
      start_weight_g: visits.findLast(({ weight_g }) => weight_g !== null)?.weight_g ?? null,
      start_arm_tenth_mm: arm,
      category_before: 'kek',
    })
    await insertPmt(tx, sheet)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: role.value,
      device: visitor.device,
      action: 'mother-food.start',
      subject: row.person_id ?? pregnancyId,
    })
    return accept({ pmtId: sheet.pmt_id })
  })
}
