// Alerts in work, referrals, supplementary food. SQL only.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { AlertRead } from './alert-store.ts'
import type { CareTables } from './care-tables.ts'
import type { PregnancyTables } from './pregnancy/tables.ts'
import type { GrowthTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<GrowthTables & CareTables & PregnancyTables>()
export type ReferralRead = Selectable<CareTables['growth_referral']>
export type PmtRead = Selectable<CareTables['growth_pmt']>
export type PmtWeekRead = Selectable<CareTables['growth_pmt_week']>
export type AlertEventRead = Selectable<GrowthTables['growth_alert_event']>

export async function lockAlert(tx: Tx, region: string, alertId: string): Promise<AlertRead | undefined> {
  return table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('alert_id', '=', alertId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findAlert(tx: Tx, region: string, alertId: string): Promise<AlertRead | undefined> {
  return table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('alert_id', '=', alertId)
    .executeTakeFirst()
}

export async function updateAlert(
  tx: Tx,
  region: string,
  alert: Pick<AlertRead, 'alert_id' | 'version'>,
  set: Updateable<GrowthTables['growth_alert']>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_alert')
    .set({ ...set, version: alert.version + 1 })
    .where('region_code', '=', region)
    .where('alert_id', '=', alert.alert_id)
    .execute()
}

export async function listAlertEvents(tx: Tx, region: string, alertId: string): Promise<readonly AlertEventRead[]> {
  return table(tx)
    .selectFrom('growth_alert_event')
    .selectAll()
    .where('region_code', '=', region)
    .where('alert_id', '=', alertId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
}

export type AlertFilter = {
  readonly posyanduIds: readonly string[]
  /** Those of them where alerts about pregnant women are shown too. */
  readonly pregnantAt: readonly string[]
  /** Words of the alert edition for the roles asked for; undefined: every alert. */
  readonly roles?: readonly string[]
  readonly states: readonly AlertRead['state'][]
  readonly dueBefore?: string
  readonly code?: string
  readonly after?: { readonly dueOn: string; readonly alertId: string }
  readonly limit: number
}

export type AlertLine = AlertRead & {
  /** Of the child, or of the pregnant woman. */
  readonly child_name: string
  readonly birth_date: string
  readonly sex: 1 | 2
  readonly posyandu_name: string
}

const shownSubject = (alias: 'a' | 'growth_alert', pregnantAt: readonly string[]) =>
  sql<boolean>`(${sql.ref(`${alias}.subject`)} = 'child' or ${sql.ref(`${alias}.posyandu_id`)} = any(${[...pregnantAt]}::text[]))`

/** By due day, with the child's name; the caller has checked that every posyandu is within reach. */
export async function listAlerts(tx: Tx, region: string, filter: AlertFilter): Promise<readonly AlertLine[]> {
  if (filter.posyanduIds.length === 0) return []
  const { roles, dueBefore, code, after, pregnantAt } = filter
  return table(tx)
    .selectFrom('growth_alert as a')
    .leftJoin('growth_pregnancy as g', (join) =>
      join.onRef('g.region_code', '=', 'a.region_code').onRef('g.pregnancy_id', '=', 'a.pregnancy_id'),
    )
    .leftJoin('growth_child as c', (join) =>
      join.onRef('c.region_code', '=', 'a.region_code').onRef('c.child_id', '=', 'a.child_id'),
    )
    .innerJoin('posyandu as p', (join) =>
      join.onRef('p.region_code', '=', 'a.region_code').onRef('p.posyandu_id', '=', 'a.posyandu_id'),
    )
    .selectAll('a')
    .select([
      sql<string>`coalesce(c.name, g.name)`.as('child_name'),
      sql<string>`coalesce(c.birth_date, g.birth_date)`.as('birth_date'),
      sql<1 | 2>`coalesce(c.sex, 2)`.as('sex'),
      'p.name as posyandu_name',
    ])
    .where('a.region_code', '=', region)
    .where('a.posyandu_id', 'in', [...filter.posyanduIds])
    .where(shownSubject('a', pregnantAt))
    .where('a.state', 'in', [...filter.states])
    .$if(roles !== undefined, (q) =>
      q.where((or) =>
        or.or([
          sql<boolean>`a.by_roles && ${[...(roles ?? [])]}::text[]`,
          or('a.escalated_to', 'in', [...(roles ?? []), '']),
        ]),
      ),
    )
    .$if(dueBefore !== undefined, (q) => q.where('a.due_on', '<', dueBefore!))
    .$if(code !== undefined, (q) => q.where('a.code', '=', code!))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(a.due_on, a.alert_id) > (${after!.dueOn}::date, ${after!.alertId}::uuid)`),
    )
    .orderBy('a.due_on')
    .orderBy('a.alert_id')
    .limit(filter.limit)
    .execute()
}

/** How many open alerts stand in each state and how many of them are late. */
export async function countAlerts(
  tx: Tx,
  region: string,
  posyanduIds: readonly string[],
  pregnantAt: readonly string[],
  today: string,
): Promise<
  readonly { readonly state: AlertRead['state']; readonly code: string; readonly n: number; readonly late: number }[]
> {
  if (posyanduIds.length === 0) return []
  return table(tx)
    .selectFrom('growth_alert')
    .select([
      'state',
      'code',
      sql<number>`count(*)::int`.as('n'),
      sql<number>`count(*) filter (where due_on < ${today})::int`.as('late'),
    ])
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyanduIds])
    .where(shownSubject('growth_alert', pregnantAt))
    .where('state', '<>', 'closed')
    .groupBy(['state', 'code'])
    .execute()
}

export async function insertReferral(tx: Tx, row: Insertable<CareTables['growth_referral']>): Promise<void> {
  await table(tx).insertInto('growth_referral').values(row).execute()
}

export async function listReferrals(tx: Tx, region: string, alertId: string): Promise<readonly ReferralRead[]> {
  return table(tx)
    .selectFrom('growth_referral')
    .selectAll()
    .where('region_code', '=', region)
    .where('alert_id', '=', alertId)
    .orderBy('referred_on')
    .orderBy('referral_id')
    .execute()
}

export async function updateReferral(
  tx: Tx,
  region: string,
  referralId: string,
  set: Updateable<CareTables['growth_referral']>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_referral')
    .set(set)
    .where('region_code', '=', region)
    .where('referral_id', '=', referralId)
    .execute()
}

export async function insertPmt(tx: Tx, row: Insertable<CareTables['growth_pmt']>): Promise<void> {
  await table(tx).insertInto('growth_pmt').values(row).execute()
}

export async function listPmtOfChild(tx: Tx, region: string, childId: string): Promise<readonly PmtRead[]> {
  return table(tx)
    .selectFrom('growth_pmt')
    .selectAll()
    .where('region_code', '=', region)
    .where('child_id', '=', childId)
    .orderBy('first_day')
    .execute()
}

export async function listPmtOfPregnancy(tx: Tx, region: string, pregnancyId: string): Promise<readonly PmtRead[]> {
  return table(tx)
    .selectFrom('growth_pmt')
    .selectAll()
    .where('region_code', '=', region)
    .where('pregnancy_id', '=', pregnancyId)
    .orderBy('first_day')
    .execute()
}

/** The first day of the last week of these days in which a pregnant woman got food, by pregnancy. */
export async function listMotherFood(
  tx: Tx,
  region: string,
  pregnancyIds: readonly string[],
  days: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, string>> {
  if (pregnancyIds.length === 0) return new Map()
  const { rows } = await sql<{ pregnancy_id: string; on_day: string }>`
    select t.pregnancy_id, max(t.first_day + (w.week - 1) * 7) as on_day from growth_pmt t
    join growth_pmt_week w on w.region_code = t.region_code and w.pmt_id = t.pmt_id
    where t.region_code = ${region} and t.pregnancy_id = any(${[...pregnancyIds]}::uuid[]) and true = any (w.given)
      and t.first_day + (w.week - 1) * 7 between ${days.from}::date and ${days.to}::date
    group by t.pregnancy_id`.execute(tx)
  return new Map(rows.map((row) => [row.pregnancy_id, row.on_day]))
}

export async function findPmt(tx: Tx, region: string, pmtId: string): Promise<PmtRead | undefined> {
  return table(tx)
    .selectFrom('growth_pmt')
    .selectAll()
    .where('region_code', '=', region)
    .where('pmt_id', '=', pmtId)
    .executeTakeFirst()
}

export async function lockPmt(tx: Tx, region: string, pmtId: string): Promise<PmtRead | undefined> {
  return table(tx)
    .selectFrom('growth_pmt')
    .selectAll()
    .where('region_code', '=', region)
    .where('pmt_id', '=', pmtId)
    .forUpdate()
    .executeTakeFirst()
}

export async function updatePmt(
  tx: Tx,
  region: string,
  pmtId: string,
  set: Updateable<CareTables['growth_pmt']>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_pmt')
    .set(set)
    .where('region_code', '=', region)
    .where('pmt_id', '=', pmtId)
    .execute()
}

export async function listPmtWeeks(tx: Tx, region: string, pmtId: string): Promise<readonly PmtWeekRead[]> {
  return table(tx)
    .selectFrom('growth_pmt_week')
    .selectAll()
    .where('region_code', '=', region)
    .where('pmt_id', '=', pmtId)
    .orderBy('week')
    .execute()
}

/** A week written again replaces what stood there. */
export async function putPmtWeek(tx: Tx, row: Insertable<CareTables['growth_pmt_week']>): Promise<void> {
  const { region_code: _region, pmt_id: _pmt, week: _week, ...columns } = row
  await table(tx)
    .insertInto('growth_pmt_week')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'pmt_id', 'week']).doUpdateSet(columns))
    .execute()
}

/** Running programmes of these posyandu, the one that ends first on top; of pregnant women only where they may be seen. */
export async function listRunningPmt(
  tx: Tx,
  region: string,
  posyanduIds: readonly string[],
  pregnantAt: readonly string[],
): Promise<readonly (PmtRead & { readonly child_name: string; readonly weeks_written: number })[]> {
  if (posyanduIds.length === 0) return []
  return table(tx)
    .selectFrom('growth_pmt as t')
    .selectAll('t')
    .select([
      sql<string>`coalesce(
        (select c.name from growth_child c where c.region_code = t.region_code and c.child_id = t.child_id),
        (select g.name from growth_pregnancy g where g.region_code = t.region_code and g.pregnancy_id = t.pregnancy_id))`.as(
        'child_name',
      ),
      sql<number>`(select count(*)::int from growth_pmt_week w where w.region_code = t.region_code and w.pmt_id = t.pmt_id)`.as(
        'weeks_written',
      ),
    ])
    .where('t.region_code', '=', region)
    .where('t.posyandu_id', 'in', [...posyanduIds])
    .where('t.state', '=', 'running')
    .where((e) =>
      e.or([
        e('t.child_id', 'is not', null),
        ...(pregnantAt.length === 0 ? [] : [e('t.posyandu_id', 'in', [...pregnantAt])]),
      ]),
    )
    .orderBy('t.last_day')
    .limit(200)
    .execute()
}

/** Open alerts that are late or whose referral has had no answer, not yet escalated today. */
export async function listLate(tx: Tx, region: string, today: string, limit: number): Promise<readonly AlertRead[]> {
  return table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', 'in', ['open', 'in-work', 'referred', 'answered'])
    .where('escalated_on', 'is', null)
    .where((or) => or.or([or('due_on', '<', today), or('referred_on', '<', today)]))
    .orderBy('due_on')
    .limit(limit)
    .execute()
}
