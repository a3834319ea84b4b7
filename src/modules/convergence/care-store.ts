// SQL of case audits and of foster parents' packages. Must stay true: findings are sealed before they come here; a giver's list is
// found by the giver's own account.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { ConvergenceTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type AuditRow = ConvergenceTables['convergence_audit']
export type CaseRow = ConvergenceTables['convergence_audit_case']
export type PackageRow = ConvergenceTables['convergence_package']
export type PackageEventRow = ConvergenceTables['convergence_package_event']

export async function listAudits(tx: Tx, region: string): Promise<readonly (AuditRow & { readonly cases: number })[]> {
  const { rows } = await sql<AuditRow & { cases: number }>`
    select a.*, (select count(*)::int from convergence_audit_case c where c.region_code = a.region_code and c.audit_id = a.audit_id) as cases
    from convergence_audit a where a.region_code = ${region} order by a.year desc, a.cycle desc limit 20`.execute(tx)
  return rows
}

export async function findAudit(tx: Tx, region: string, id: string, hold = false): Promise<AuditRow | undefined> {
  const row = tables(tx)
    .selectFrom('convergence_audit')
    .selectAll()
    .where('region_code', '=', region)
    .where('audit_id', '=', id)
  return (hold ? row.forUpdate() : row).executeTakeFirst()
}

/** False when the cycle is open already. */
export async function insertAudit(tx: Tx, row: AuditRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('convergence_audit')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertStep(tx: Tx, row: ConvergenceTables['convergence_audit_step']): Promise<void> {
  await tables(tx).insertInto('convergence_audit_step').values(row).execute()
  await tables(tx)
    .updateTable('convergence_audit')
    .set({ step: row.step })
    .where('region_code', '=', row.region_code)
    .where('audit_id', '=', row.audit_id)
    .execute()
}

export async function listSteps(
  tx: Tx,
  region: string,
  audit: string,
): Promise<readonly ConvergenceTables['convergence_audit_step'][]> {
  return tables(tx)
    .selectFrom('convergence_audit_step')
    .selectAll()
    .where('region_code', '=', region)
    .where('audit_id', '=', audit)
    .orderBy('step')
    .execute()
}

/** False when this person is a case of the audit already. */
export async function insertCase(tx: Tx, row: CaseRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('convergence_audit_case')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function listCases(tx: Tx, region: string, audit: string): Promise<readonly CaseRow[]> {
  return tables(tx)
    .selectFrom('convergence_audit_case')
    .selectAll()
    .where('region_code', '=', region)
    .where('audit_id', '=', audit)
    .orderBy('pseudonym')
    .execute()
}

export async function findCase(
  tx: Tx,
  region: string,
  audit: string,
  id: string,
  hold = false,
): Promise<CaseRow | undefined> {
  const row = tables(tx)
    .selectFrom('convergence_audit_case')
    .selectAll()
    .where('region_code', '=', region)
    .where('audit_id', '=', audit)
    .where('case_id', '=', id)
  return (hold ? row.forUpdate() : row).executeTakeFirst()
}

export async function updateCase(
  tx: Tx,
  region: string,
  id: string,
  change: Partial<Pick<CaseRow, 'findings' | 'plan' | 'planned_by' | 'approved_by' | 'approved_on'>>,
): Promise<void> {
  await tables(tx)
    .updateTable('convergence_audit_case')
    .set(change)
    .where('region_code', '=', region)
    .where('case_id', '=', id)
    .execute()
}

/** Packages of a giver, of villages, or of the region; newest first. */
export async function listPackages(
  tx: Tx,
  region: string,
  query: { readonly giver?: string; readonly villages?: readonly string[]; readonly id?: string },
): Promise<readonly (PackageRow & { readonly deliveries: number })[]> {
  const { rows } = await sql<PackageRow & { deliveries: number }>`
    select p.*, (select count(*)::int from convergence_package_event e where e.region_code = p.region_code and e.package_id = p.package_id and e.kind = 'delivery') as deliveries
    from convergence_package p where p.region_code = ${region}
      ${query.giver === undefined ? sql`` : sql`and p.giver_account = ${query.giver}`}
      ${query.villages === undefined ? sql`` : sql`and p.village_code = any(${[...query.villages]}::text[])`}
      ${query.id === undefined ? sql`` : sql`and p.package_id = ${query.id}::uuid`}
    order by p.package_id desc limit 100`.execute(tx)
  return rows
}

export async function insertPackage(tx: Tx, row: PackageRow): Promise<void> {
  await tables(tx).insertInto('convergence_package').values(row).execute()
}

export async function updatePackage(
  tx: Tx,
  region: string,
  id: string,
  change: Partial<
    Pick<
      PackageRow,
      | 'consent'
      | 'consent_on'
      | 'state'
      | 'started_on'
      | 'ended_on'
      | 'result'
      | 'result_note'
      | 'changed_by'
      | 'changed_at'
    >
  >,
): Promise<void> {
  await tables(tx)
    .updateTable('convergence_package')
    .set(change)
    .where('region_code', '=', region)
    .where('package_id', '=', id)
    .execute()
}

export async function insertEvent(tx: Tx, row: PackageEventRow): Promise<void> {
  await tables(tx).insertInto('convergence_package_event').values(row).execute()
}

/** The proof of one event of a package. */
export async function findProof(tx: Tx, region: string, id: string, event: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('convergence_package_event')
    .select('file_hash')
    .where('region_code', '=', region)
    .where('package_id', '=', id)
    .where('event_id', '=', event)
    .executeTakeFirst()
  return row?.file_hash ?? undefined
}

export async function listEvents(tx: Tx, region: string, id: string): Promise<readonly PackageEventRow[]> {
  return tables(tx)
    .selectFrom('convergence_package_event')
    .selectAll()
    .where('region_code', '=', region)
    .where('package_id', '=', id)
    .orderBy('on_day', 'desc')
    .orderBy('event_id', 'desc')
    .limit(100)
    .execute()
}

export type Need = { readonly village: string; readonly factor: string; readonly families: number }

/** Families at risk without a package, by village and factor. */
export async function countNeeds(tx: Tx, region: string): Promise<readonly Need[]> {
  const { rows } = await sql<Need>`
    select f.village_code as village, factor, count(*)::int as families
    from convergence_family f, unnest(f.factors || case when f.is_hpk then '{hpk}'::text[] else '{}'::text[] end) factor
    where f.region_code = ${region} and f.is_target and f.is_at_risk
      and not exists (select from convergence_package p where p.region_code = f.region_code and p.family_id = f.family_id and p.state in ('proposed', 'running'))
    group by f.village_code, factor order by families desc limit 200`.execute(tx)
  return rows
}

/** The family of a village that waits longest for help with a factor and has no package. */
export async function findFamilyInNeed(
  tx: Tx,
  region: string,
  village: string,
  factor: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ family_id: string }>`
    select f.family_id from convergence_family f
    where f.region_code = ${region} and f.village_code = ${village} and f.is_target and f.is_at_risk
      and (${factor} = any(f.factors) or (${factor} = 'hpk' and f.is_hpk))
      and not exists (select from convergence_package p where p.region_code = f.region_code and p.family_id = f.family_id and p.state in ('proposed', 'running'))
    order by f.judged_on, f.family_id limit 1`.execute(tx)
  return rows[0]?.family_id
}
