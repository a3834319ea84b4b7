// The sheet of supplementary food as its pages show it: the plan, the weeks, how far it is, what it brought. Must stay true: only
// inside the reach of the visitor's roles; writing is for those who measure and while it runs.
import { daysBetween, type PlainDate } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { asRole, PREGNANCY_ROLES } from './access.ts'
import type { PmtView } from './alert-port.ts'
import { ALERT_WORKERS } from './alert-roles.ts'
import { findPmt, listPmtWeeks, type PmtRead } from './care-store.ts'
import { findChild, findPosyandu } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { planOf, writersOf } from './pmt-commands.ts'
import { findPregnancy } from './pregnancy/pregnancy-store.ts'
import type { CategoriesEdition } from './rules/editions.ts'
import { PMT_2023, pmtProgress } from './rules/pmt.ts'

export const reasonText = (pmt: PmtRead): Text =>
  PMT_2023.reasons.find(({ code }) => code === pmt.reason)?.name ?? { id: pmt.reason, en: pmt.reason }
export const weekOf = (pmt: PmtRead, today: PlainDate) =>
  Math.min(pmt.weeks, Math.floor(Math.max(0, daysBetween(pmt.first_day, today)) / 7) + 1)

const KEK: readonly { readonly code: string; readonly text: Text }[] = [
  { code: 'kek', text: { id: 'KEK', en: 'chronic energy deficiency (KEK)' } },
  { code: 'not-kek', text: { id: 'tidak KEK', en: 'no KEK' } },
]

/** The words of a nutrition category by its code. */
function nutritionWord(code: string | null, { weightForLength, arm, oedema }: CategoriesEdition): Text | undefined {
  return [...weightForLength, ...arm.bands, oedema, ...KEK].find((one) => one.code === code)?.text
}

export async function pmtView(
  tx: Tx,
  region: string,
  pmt: PmtRead,
  childName: string,
  today: PlainDate,
  categories: CategoriesEdition,
): Promise<PmtView> {
  const weeks = await listPmtWeeks(tx, region, pmt.pmt_id)
  const sheet = weeks.map((row) => ({
    week: row.week,
    given: row.given,
    ...(row.days_eaten === null ? {} : { daysEaten: row.days_eaten }),
    ...(row.weight_g === null ? {} : { weightG: row.weight_g }),
    ...(row.length_tenth_mm === null ? {} : { lengthTenthMm: row.length_tenth_mm }),
    ...(row.position === null ? {} : { position: row.position }),
    ...(row.arm_tenth_mm === null ? {} : { armTenthMm: row.arm_tenth_mm }),
    ill: row.ill === true,
    next: row.next_step,
  }))
  const progress = pmtProgress(planOf(pmt), sheet, pmt.start_weight_g ?? undefined)
  if (!progress.ok) throw new Error('a written food sheet does not fit its plan')
  const [before, after] = [pmt.category_before, pmt.category_after].map((code) => nutritionWord(code, categories))
  return {
    pmtId: pmt.pmt_id,
    childName,
    reason: reasonText(pmt),
    today,
    firstDay: pmt.first_day,
    lastDay: pmt.last_day,
    weeks: pmt.weeks,
    week: weekOf(pmt, today),
    state: pmt.state,
    progress: progress.value,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(pmt.pregnancy_id === null
      ? {}
      : {
          mother: {
            ...(pmt.start_arm_tenth_mm === null ? {} : { startArmTenthMm: pmt.start_arm_tenth_mm }),
            ...(pmt.end_arm_tenth_mm === null ? {} : { endArmTenthMm: pmt.end_arm_tenth_mm }),
          },
        }),
    isLengthOpen: PMT_2023.reasons.some(({ code, confirmed }) => code === pmt.reason && !confirmed),
    sheet,
  }
}

/** The sheet of one programme. Refuses `not-found`. */
export async function readFood(
  context: GrowthContext,
  visitor: Visitor,
  pmtId: string,
): Promise<Result<PmtView & { readonly mayWrite: boolean }>> {
  const region = visitor.region!.code
  if (!isUuid(pmtId)) return refuse('not-found')
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<PmtView & { readonly mayWrite: boolean }>> => {
      const pmt = await findPmt(tx, region, pmtId)
      const posyandu = pmt === undefined ? undefined : await findPosyandu(tx, region, pmt.posyandu_id)
      const person =
        pmt === undefined
          ? undefined
          : pmt.child_id !== null
            ? await findChild(tx, region, pmt.child_id)
            : await findPregnancy(tx, region, pmt.pregnancy_id ?? '')
      const readers = pmt?.pregnancy_id == null ? ALERT_WORKERS : PREGNANCY_ROLES
      if (pmt === undefined || person === undefined || !asRole(visitor, posyandu, readers).ok)
        return refuse('not-found')
      return accept({
        ...(await pmtView(tx, region, pmt, person.name, context.today(region), context.editions(region).categories)),
        mayWrite: pmt.state === 'running' && asRole(visitor, posyandu, writersOf(pmt)).ok,
      })
    },
    { readOnly: true },
  )
}
