// Pregnancies, visits, children born. SQL only. Must stay true: every list is bounded by a posyandu or a village and by a day.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { AlertRead } from '../alert-store.ts'
import type { GrowthTables } from '../tables.ts'
import type { PregnancyTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<PregnancyTables & GrowthTables>()
export type PregnancyRead = Selectable<PregnancyTables['growth_pregnancy']>
export type VisitRead = Selectable<PregnancyTables['growth_pregnancy_visit']>

export async function insertPregnancies(
  tx: Tx,
  rows: readonly Insertable<PregnancyTables['growth_pregnancy']>[],
): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_pregnancy')
      .values([...rows])
      .execute()
}

export async function findPregnancy(
  tx: Tx,
  region: string,
  pregnancyId: string,
  hold = false,
): Promise<PregnancyRead | undefined> {
  const row = table(tx)
    .selectFrom('growth_pregnancy')
    .selectAll()
    .where('region_code', '=', region)
    .where('pregnancy_id', '=', pregnancyId)
  return (hold ? row.forUpdate() : row).executeTakeFirst()
}

export async function updatePregnancy(
  tx: Tx,
  region: string,
  { pregnancy_id, version }: Pick<PregnancyRead, 'pregnancy_id' | 'version'>,
  set: Updateable<PregnancyTables['growth_pregnancy']>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_pregnancy')
    .set({ ...set, version: version + 1 })
    .where('region_code', '=', region)
    .where('pregnancy_id', '=', pregnancy_id)
    .execute()
}

export type Woman = { readonly nikHashes: readonly string[]; readonly personId?: string }

/** The pregnancy of a woman whose due date lies in these days; the latest. Hashes of one number under every key. */
export async function findPregnancyOf(
  tx: Tx,
  region: string,
  { nikHashes, personId }: Woman,
  due: { readonly from: string; readonly to: string },
): Promise<PregnancyRead | undefined> {
  if (nikHashes.length === 0 && personId === undefined) return undefined
  return table(tx)
    .selectFrom('growth_pregnancy')
    .selectAll()
    .where('region_code', '=', region)
    .where('due_on', '>=', due.from)
    .where('due_on', '<=', due.to)
    .where((e) =>
      e.or([
        ...(nikHashes.length === 0 ? [] : [e('nik_hash', 'in', [...nikHashes])]),
        ...(personId === undefined ? [] : [e('person_id', '=', personId)]),
      ]),
    )
    .orderBy('due_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A running pregnancy of a woman. */
export async function findRunningOf(tx: Tx, region: string, woman: Woman): Promise<PregnancyRead | undefined> {
  const { nikHashes, personId } = woman
  if (nikHashes.length === 0 && personId === undefined) return undefined
  return table(tx)
    .selectFrom('growth_pregnancy')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '=', 'running')
    .where((e) =>
      e.or([
        ...(nikHashes.length === 0 ? [] : [e('nik_hash', 'in', [...nikHashes])]),
        ...(personId === undefined ? [] : [e('person_id', '=', personId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
}

/** What is known of one woman of the register, the latest first. */
export async function listPregnanciesOfPerson(
  tx: Tx,
  region: string,
  personId: string,
): Promise<readonly PregnancyRead[]> {
  return table(tx)
    .selectFrom('growth_pregnancy')
    .selectAll()
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .orderBy('due_on', 'desc')
    .limit(20)
    .execute()
}

/** Running pregnancies of these posyandu, the nearest due date first. */
export async function listRunning(
  tx: Tx,
  region: string,
  posyanduIds: readonly string[],
): Promise<readonly PregnancyRead[]> {
  if (posyanduIds.length === 0) return []
  return table(tx)
    .selectFrom('growth_pregnancy')
    .selectAll()
    .where('region_code', '=', region)
    .where('posyandu_id', 'in', [...posyanduIds])
    .where('state', '=', 'running')
    .orderBy('due_on')
    .orderBy('pregnancy_id')
    .limit(500)
    .execute()
}

/** Pregnancies of a posyandu that ended since a day, the latest first. */
export async function listEnded(
  tx: Tx,
  region: string,
  posyanduId: string,
  since: string,
): Promise<readonly (PregnancyRead & { readonly children: number })[]> {
  const { rows } = await sql<PregnancyRead & { children: number }>`
    select g.*, (select count(*)::int from growth_pregnancy_child k where k.region_code = g.region_code and k.pregnancy_id = g.pregnancy_id) as children
    from growth_pregnancy g
    where g.region_code = ${region} and g.posyandu_id = ${posyanduId} and g.state <> 'running' and g.ended_on >= ${since}
    order by g.ended_on desc, g.pregnancy_id limit 100`.execute(tx)
  return rows
}

/** Pregnancies that touch the days of a quarter and whose woman the register knows: of a village, or one. */
export async function listForServices(
  tx: Tx,
  region: string,
  about: { readonly village: string } | { readonly pregnancyId: string },
  since: string,
): Promise<readonly PregnancyRead[]> {
  const rows = table(tx)
    .selectFrom('growth_pregnancy')
    .selectAll()
    .where('region_code', '=', region)
    .where('person_id', 'is not', null)
    .where((e) => e.or([e('state', '=', 'running'), e('ended_on', '>=', since)]))
  return (
    'village' in about
      ? rows.where('village_code', '=', about.village).where('due_on', '>=', since)
      : rows.where('pregnancy_id', '=', about.pregnancyId)
  )
    .limit(2000)
    .execute()
}

export async function insertVisits(
  tx: Tx,
  rows: readonly Insertable<PregnancyTables['growth_pregnancy_visit']>[],
): Promise<void> {
  if (rows.length > 0)
    await table(tx)
      .insertInto('growth_pregnancy_visit')
      .values([...rows])
      .execute()
}

/** Visits of these pregnancies, withdrawn ones too, oldest first. */
export async function listVisits(
  tx: Tx,
  region: string,
  pregnancyIds: readonly string[],
): Promise<readonly VisitRead[]> {
  if (pregnancyIds.length === 0) return []
  return table(tx)
    .selectFrom('growth_pregnancy_visit')
    .selectAll()
    .where('region_code', '=', region)
    .where('pregnancy_id', 'in', [...pregnancyIds])
    .orderBy('visited_on')
    .orderBy('recorded_at')
    .execute()
}

export async function withdrawVisit(
  tx: Tx,
  region: string,
  visit: Pick<VisitRead, 'pregnancy_id' | 'visit_id'>,
  reason: string,
): Promise<void> {
  await table(tx)
    .updateTable('growth_pregnancy_visit')
    .set({ state: 'withdrawn', reason })
    .where('region_code', '=', region)
    .where('pregnancy_id', '=', visit.pregnancy_id)
    .where('visit_id', '=', visit.visit_id)
    .execute()
}

/** A child belongs to one pregnancy; linked twice is once. */
export async function linkChild(tx: Tx, row: Insertable<PregnancyTables['growth_pregnancy_child']>): Promise<void> {
  await table(tx)
    .insertInto('growth_pregnancy_child')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type BornChild = {
  readonly child_id: string
  readonly name: string
  readonly sex: 1 | 2
  readonly birth_date: string
  readonly birth_weight_g: number | null
}

export async function listBorn(tx: Tx, region: string, pregnancyId: string): Promise<readonly BornChild[]> {
  return table(tx)
    .selectFrom('growth_pregnancy_child as k')
    .innerJoin('growth_child as c', (join) =>
      join.onRef('c.region_code', '=', 'k.region_code').onRef('c.child_id', '=', 'k.child_id'),
    )
    .select(['c.child_id', 'c.name', 'c.sex', 'c.birth_date', 'c.birth_weight_g'])
    .where('k.region_code', '=', region)
    .where('k.pregnancy_id', '=', pregnancyId)
    .orderBy('c.birth_order')
    .orderBy('c.name')
    .execute()
}

export async function listAlertsOfPregnancy(
  tx: Tx,
  region: string,
  pregnancyId: string,
): Promise<readonly AlertRead[]> {
  return table(tx)
    .selectFrom('growth_alert')
    .selectAll()
    .where('region_code', '=', region)
    .where('pregnancy_id', '=', pregnancyId)
    .orderBy('opened_on')
    .orderBy('urgency')
    .execute()
}
