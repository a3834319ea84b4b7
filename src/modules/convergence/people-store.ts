// SQL of target people, their conditions and their families. Must stay true: keys only, names stay in the register; facts and
// judgements are appended, the row beside them is what stands now.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { VillagePart } from '../register/resident-queries.ts'
import type { Condition } from './due.ts'
import type { ConvergenceTables, FamilyFactValues } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type PersonRow = ConvergenceTables['convergence_person']
export type ConditionRow = ConvergenceTables['convergence_condition']
export type FamilyRow = Omit<ConvergenceTables['convergence_family'], 'facts'> & { facts: FamilyFactValues }

/** Who is on a village's list; of some families and people only, when a part is named. */
export async function listPeopleOf(
  tx: Tx,
  region: string,
  village: string,
  part?: VillagePart,
): Promise<readonly PersonRow[]> {
  const all = tables(tx)
    .selectFrom('convergence_person')
    .selectAll()
    .where('region_code', '=', region)
    .where('village_code', '=', village)
  return (
    part === undefined
      ? all
      : all.where(
          sql<boolean>`(family_id = any(${[...part.families]}::uuid[]) or person_id = any(${[...part.people]}::uuid[]))`,
        )
  )
    .orderBy('person_id')
    .execute()
}

/** Of these people, those on a list. */
export async function listTargetPeople(tx: Tx, region: string, ids: readonly string[]): Promise<readonly PersonRow[]> {
  return tables(tx)
    .selectFrom('convergence_person')
    .selectAll()
    .where('region_code', '=', region)
    .where(sql<boolean>`person_id = any(${[...ids]}::uuid[])`)
    .execute()
}

export async function findTargetPerson(tx: Tx, region: string, personId: string): Promise<PersonRow | undefined> {
  return tables(tx)
    .selectFrom('convergence_person')
    .selectAll()
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** Writes people as they are now; one statement for any number. */
export async function putPeople(tx: Tx, rows: readonly PersonRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into convergence_person (region_code, person_id, village_code, family_id, sex, birth_date, is_married, status, changed_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (region_code text, person_id uuid, village_code text, family_id uuid, sex text, birth_date date, is_married boolean, status text, changed_at timestamptz)
    on conflict (region_code, person_id) do update set village_code = excluded.village_code, family_id = excluded.family_id, sex = excluded.sex,
      birth_date = excluded.birth_date, is_married = excluded.is_married, status = excluded.status, changed_at = excluded.changed_at`.execute(
    tx,
  )
}

/** Conditions of people that were not ended by a day. */
export async function listConditions(
  tx: Tx,
  region: string,
  people: readonly string[],
  on: string,
): Promise<readonly ConditionRow[]> {
  if (people.length === 0) return []
  return tables(tx)
    .selectFrom('convergence_condition')
    .selectAll()
    .where('region_code', '=', region)
    .where(sql<boolean>`person_id = any(${`{${people.join(',')}}`}::uuid[])`)
    .where((e) => e.or([e('until_day', 'is', null), e('until_day', '>', on)]))
    .execute()
}

/** A row as the rules know it. */
export function conditionOf(row: ConditionRow): Condition {
  return { code: row.code, from: row.from_day, ...(row.until_day === null ? {} : { until: row.until_day }) }
}

/** False when the same condition of the same person from the same day is known. */
export async function insertCondition(tx: Tx, row: ConditionRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('convergence_condition')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function endConditions(
  tx: Tx,
  region: string,
  personId: string,
  code: string,
  until: string,
  by: string,
): Promise<number> {
  const done = await tables(tx)
    .updateTable('convergence_condition')
    .set({ until_day: until, ended_by: by })
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .where('code', '=', code)
    .where('until_day', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function listFamiliesOf(tx: Tx, region: string, village: string): Promise<readonly FamilyRow[]> {
  return tables(tx)
    .selectFrom('convergence_family')
    .selectAll()
    .where('region_code', '=', region)
    .where('village_code', '=', village)
    .orderBy('family_id')
    .execute()
}

export async function findFamily(tx: Tx, region: string, familyId: string): Promise<FamilyRow | undefined> {
  return tables(tx)
    .selectFrom('convergence_family')
    .selectAll()
    .where('region_code', '=', region)
    .where('family_id', '=', familyId)
    .executeTakeFirst()
}

export async function listFamiliesById(tx: Tx, region: string, ids: readonly string[]): Promise<readonly FamilyRow[]> {
  if (ids.length === 0) return []
  return tables(tx)
    .selectFrom('convergence_family')
    .selectAll()
    .where('region_code', '=', region)
    .where(sql<boolean>`family_id = any(${`{${ids.join(',')}}`}::uuid[])`)
    .execute()
}

/** Families as they stand; one statement. */
export async function putFamilies(tx: Tx, rows: readonly FamilyRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into convergence_family (region_code, family_id, village_code, is_target, is_hpk, is_at_risk, factors, unknown, facts, judged_on, changed_at)
    select region_code, family_id, village_code, is_target, is_hpk, is_at_risk,
      array(select jsonb_array_elements_text(factors)), array(select jsonb_array_elements_text(unknown)), facts, judged_on, changed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (region_code text, family_id uuid, village_code text, is_target boolean, is_hpk boolean, is_at_risk boolean, factors jsonb, unknown jsonb, facts jsonb, judged_on date, changed_at timestamptz)
    on conflict (region_code, family_id) do update set village_code = excluded.village_code, is_target = excluded.is_target, is_hpk = excluded.is_hpk,
      is_at_risk = excluded.is_at_risk, factors = excluded.factors, unknown = excluded.unknown, facts = excluded.facts,
      judged_on = excluded.judged_on, changed_at = excluded.changed_at`.execute(tx)
}

export async function insertFamilyFacts(
  tx: Tx,
  rows: readonly ConvergenceTables['convergence_family_fact'][],
): Promise<void> {
  if (rows.length > 0)
    await tables(tx)
      .insertInto('convergence_family_fact')
      .values([...rows])
      .execute()
}

export async function insertRiskChanges(
  tx: Tx,
  rows: readonly ConvergenceTables['convergence_risk_change'][],
): Promise<void> {
  if (rows.length > 0)
    await tables(tx)
      .insertInto('convergence_risk_change')
      .values([...rows])
      .execute()
}

export async function listRiskChanges(
  tx: Tx,
  region: string,
  familyId: string,
): Promise<readonly ConvergenceTables['convergence_risk_change'][]> {
  return tables(tx)
    .selectFrom('convergence_risk_change')
    .selectAll()
    .where('region_code', '=', region)
    .where('family_id', '=', familyId)
    .orderBy('on_day', 'desc')
    .orderBy('change_id', 'desc')
    .limit(50)
    .execute()
}

/** Families at risk of a village, by key; `factor` narrows. */
export async function listAtRisk(
  tx: Tx,
  region: string,
  query: {
    readonly village: string
    readonly factor?: string
    readonly after?: string
    readonly limit: number
    /** A quarter in which no assistance came. */
    readonly notAssistedIn?: string
    readonly judgedBefore?: string
  },
): Promise<readonly FamilyRow[]> {
  let rows = tables(tx)
    .selectFrom('convergence_family')
    .selectAll()
    .where('region_code', '=', region)
    .where('village_code', '=', query.village)
    .where('is_target', '=', true)
    .where('is_at_risk', '=', true)
    .orderBy('family_id')
    .limit(query.limit)
  if (query.factor !== undefined) rows = rows.where(sql<boolean>`${query.factor} = any(factors)`)
  if (query.after !== undefined) rows = rows.where('family_id', '>', query.after)
  if (query.judgedBefore !== undefined) rows = rows.where('judged_on', '<', query.judgedBefore)
  if (query.notAssistedIn !== undefined)
    rows = rows.where(
      sql<boolean>`not exists (select from convergence_service s where s.region_code = convergence_family.region_code
        and s.subject_id = convergence_family.family_id and s.period = ${query.notAssistedIn} and s.service = 'assistance'
        and s.state = 'received')`,
    )
  return rows.execute()
}

export type RiskCount = {
  readonly village: string
  readonly targets: number
  readonly atRisk: number
  readonly known: number
  readonly factors: Readonly<Record<string, number>>
}

/** Families at risk by village, with how many carry each factor. */
export async function countRisk(tx: Tx, region: string, village?: string): Promise<readonly RiskCount[]> {
  const { rows } = await sql<{
    village: string
    targets: number
    at_risk: number
    known: number
    factors: Record<string, number> | null
  }>`
    select f.village_code as village, count(*)::int as targets, count(*) filter (where is_at_risk)::int as at_risk,
      count(*) filter (where is_at_risk is not null)::int as known,
      (select jsonb_object_agg(x.factor, x.n) from (
        select factor, count(*)::int as n from convergence_family g, unnest(g.factors) factor
        where g.region_code = ${region} and g.village_code = f.village_code and g.is_target and g.is_at_risk group by factor) x) as factors
    from convergence_family f where f.region_code = ${region} and f.is_target
      ${village === undefined ? sql`` : sql`and f.village_code = ${village}`}
    group by f.village_code order by f.village_code`.execute(tx)
  return rows.map((row) => ({
    village: row.village,
    targets: row.targets,
    atRisk: row.at_risk,
    known: row.known,
    factors: row.factors ?? {},
  }))
}

export async function findPosition(tx: Tx, region: string, source: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('convergence_position')
    .select('position')
    .where('region_code', '=', region)
    .where('source', '=', source)
    .executeTakeFirst()
  return row?.position ?? 0
}

export async function putPosition(tx: Tx, region: string, source: string, position: number): Promise<void> {
  await tables(tx)
    .insertInto('convergence_position')
    .values({ region_code: region, source, position })
    .onConflict((c) => c.columns(['region_code', 'source']).doUpdateSet({ position }))
    .execute()
}
