// A new sheet of supplementary food as it is kept, a child's or a pregnant woman's. Pure but for its id. Must stay true: it begins running,
// with the length of its plan and without an end; a partner stands on it only where a partner pays.
import type { Insertable } from 'kysely'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { newId } from '../../platform/ids.ts'
import type { CareTables } from './care-tables.ts'
import type { Posyandu } from './child.ts'
import type { PmtPlan } from './rules/pmt.ts'

export type PmtStart = {
  readonly alertId?: string
  readonly food: 'factory' | 'local'
  readonly money: 'dak' | 'apbd' | 'partner' | 'village'
  readonly byGuideline: boolean
  /** Who gives it, and a second giver; asked where a partner pays. */
  readonly partner?: string
  readonly partnerOther?: string
}

const MOST_GIVER = 100
/** The partners as they are kept: named where a partner pays, absent elsewhere. Refuses `growth.pmt-partner`. */
export function giversOf(start: Pick<PmtStart, 'money' | 'partner' | 'partnerOther'>): Result<{
  readonly partner: string | null
  readonly partner_other: string | null
}> {
  const [partner, other] = [start.partner?.trim() ?? '', start.partnerOther?.trim() ?? '']
  if (start.money !== 'partner') return accept({ partner: null, partner_other: null })
  if (partner === '' || partner.length > MOST_GIVER)
    return refuse('growth.pmt-partner', 'partner', { most: MOST_GIVER })
  if (other.length > MOST_GIVER) return refuse('growth.pmt-partner', 'partnerOther', { most: MOST_GIVER })
  return accept({ partner, partner_other: other === '' ? null : other })
}

type Row = Insertable<CareTables['growth_pmt']>
/** Whose it is, why, and what was measured when it began. */
type Begun = Pick<Row, 'reason' | 'cycle' | 'start_weight_g' | 'category_before'> &
  Partial<Pick<Row, 'child_id' | 'pregnancy_id' | 'start_arm_tenth_mm'>>

export function newPmt(
  region: string,
  posyandu: Posyandu,
  start: PmtStart,
  givers: Pick<Row, 'partner' | 'partner_other'>,
  plan: PmtPlan,
  begun: Begun,
): Row {
  return {
    region_code: region,
    pmt_id: newId(),
    child_id: null,
    pregnancy_id: null,
    alert_id: start.alertId ?? null,
    posyandu_id: posyandu.posyanduId,
    village_code: posyandu.villageCode,
    centre_id: posyandu.centreId,
    first_day: plan.firstDay,
    last_day: plan.lastDay,
    weeks: plan.weeks,
    days: plan.days,
    food: start.food,
    money: start.money,
    by_guideline: start.byGuideline,
    ...givers,
    start_arm_tenth_mm: null,
    end_arm_tenth_mm: null,
    category_after: null,
    state: 'running',
    ended_on: null,
    result: null,
    edition: plan.edition,
    ...begun,
  }
}
