// Reading whole tables of an area for a download. SQL only. Must stay true: rows of the given posyandu and months only; the
// caller has checked that they lie within reach.
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { AlertRead } from '../alert-store.ts'
import type { PmtRead, PmtWeekRead, ReferralRead } from '../care-store.ts'
import type { CareTables } from '../care-tables.ts'
import type { PmtReason } from '../rules/pmt.ts'
import type { GrowthTables } from '../tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables & CareTables>()
export type RollupRow = Selectable<GrowthTables['growth_rollup']>

/** Alerts of these posyandu opened within some days. */
export async function listAlertsOpened(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
  from: string,
  to: string,
): Promise<readonly AlertRead[]> {
  if (posyandus.length === 0) return []
  return table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyandus])
    .where('opened_on', '>=', from)
    .where('opened_on', '<=', to)
    .orderBy('opened_on')
    .orderBy('alert_id')
    .execute()
}

/** Referrals made within some days, of children of these posyandu. */
export async function listReferralsMade(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
  from: string,
  to: string,
): Promise<readonly ReferralRead[]> {
  if (posyandus.length === 0) return []
  return table(tx)
    .selectFrom('growth_referral')
    .innerJoin('growth_child', (join) =>
      join
        .onRef('growth_child.region_code', '=', 'growth_referral.region_code')
        .onRef('growth_child.child_id', '=', 'growth_referral.child_id'),
    )
    .selectAll('growth_referral')
    .where('growth_referral.region_code', '=', region)
    .where('growth_child.posyandu_id', 'in', [...posyandus])
    .where('referred_on', '>=', from)
    .where('referred_on', '<=', to)
    .orderBy('referred_on')
    .orderBy('referral_id')
    .execute()
}

export type ChildFood = PmtRead & { readonly child_id: string; readonly reason: Exclude<PmtReason, 'kek'> }
/** Programmes of children's supplementary food that ran within some days, and their weeks. */
export async function listFood(
  tx: Tx,
  region: string,
  posyandus: readonly string[],
  from: string,
  to: string,
): Promise<{ readonly programmes: readonly ChildFood[]; readonly weeks: readonly PmtWeekRead[] }> {
  if (posyandus.length === 0) return { programmes: [], weeks: [] }
  const programmes = await table(tx)
    .selectFrom('growth_pmt')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyandus])
    .where('child_id', 'is not', null)
    .where('first_day', '<=', to)
    .where('last_day', '>=', from)
    .orderBy('first_day')
    .orderBy('pmt_id')
    .$narrowType<{ child_id: string; reason: Exclude<PmtReason, 'kek'> }>()
    .execute()
  if (programmes.length === 0) return { programmes, weeks: [] }
  const weeks = await table(tx)
    .selectFrom('growth_pmt_week')
    .selectAll()
    .where('region_code', '=', region)
    .where(
      'pmt_id',
      'in',
      programmes.map(({ pmt_id }) => pmt_id),
    )
    .orderBy('pmt_id')
    .orderBy('week')
    .execute()
  return { programmes, weeks }
}

/** Every sex and age group of these areas in one month. */
export async function listCounts(
  tx: Tx,
  region: string,
  areas: readonly string[],
  month: string,
): Promise<readonly RollupRow[]> {
  if (areas.length === 0) return []
  return table(tx)
    .selectFrom('growth_rollup')
    .selectAll()
    .where('region_code', '=', region)
    .where('month', '=', month)
    .where('area', 'in', [...areas])
    .orderBy('area')
    .orderBy('sex')
    .orderBy('age_group')
    .execute()
}
