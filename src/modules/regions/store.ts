// SQL of a tenant's organisation: regions, units, role assignments, account bindings, mandates, settings.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { RegionsTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<RegionsTables>()
type Row<T extends keyof RegionsTables> = RegionsTables[T]

export async function listRegions(tx: Tx): Promise<readonly Row<'regions'>[]> {
  return tables(tx).selectFrom('regions').select(['code', 'name', 'level', 'time_zone']).orderBy('code').execute()
}

export async function insertRegion(tx: Tx, row: Row<'regions'>): Promise<void> {
  await tables(tx)
    .insertInto('regions')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function insertAgency(tx: Tx, row: Row<'agency'>): Promise<void> {
  await tables(tx)
    .insertInto('agency')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function insertUnits(tx: Tx, rows: readonly Row<'unit'>[]): Promise<void> {
  await tables(tx)
    .insertInto('unit')
    .values([...rows])
    .onConflict((c) => c.doNothing())
    .execute()
}

export type AssignmentRow = Row<'role_assignment'> & { readonly unit_name: string }

/** Units of the region by key; a region has some hundreds. */
export async function listUnits(tx: Tx, region: RegionCode): Promise<readonly Row<'unit'>[]> {
  return tables(tx).selectFrom('unit').selectAll().where('region_code', '=', region).orderBy('unit_id').execute()
}

export async function insertAssignment(tx: Tx, row: Row<'role_assignment'>): Promise<void> {
  await tables(tx).insertInto('role_assignment').values(row).execute()
}

export type ActorRow = Pick<AssignmentRow, 'role' | 'place' | 'services' | 'unit_id' | 'deputy_for' | 'unit_name'>

/** Who an account is in a region, in one question: its person, and what it may do there at this time. */
export async function findActor(
  tx: Tx,
  region: RegionCode,
  accountId: string,
  at: Date,
): Promise<{ readonly personId: string | undefined; readonly assignments: readonly ActorRow[] }> {
  const { rows } = await sql<{ person_id: string | null } & { [K in keyof ActorRow]: ActorRow[K] | null }>`
    select p.person_id, a.role, a.place, a.services, a.unit_id, a.deputy_for, u.name as unit_name
    from (select 1) as one
    left join account_person p on p.region_code = ${region} and p.account_id = ${accountId}
    left join (role_assignment a join unit u on u.region_code = a.region_code and u.unit_id = a.unit_id)
      on a.region_code = ${region} and a.account_id = ${accountId}
      and a.valid_from <= ${at} and (a.valid_until is null or a.valid_until > ${at})`.execute(tx)
  return {
    personId: rows[0]?.person_id ?? undefined,
    assignments: rows.filter((row): row is typeof row & ActorRow => row.role !== null),
  }
}

export async function findPersonOfAccount(tx: Tx, region: RegionCode, accountId: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('account_person')
    .select('person_id')
    .where('region_code', '=', region)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.person_id
}

export async function bindPerson(tx: Tx, row: Row<'account_person'>): Promise<void> {
  await tables(tx)
    .insertInto('account_person')
    .values(row)
    .onConflict((c) =>
      c.columns(['region_code', 'account_id']).doUpdateSet({ person_id: row.person_id, proven_by: row.proven_by }),
    )
    .execute()
}

export async function findSetting(tx: Tx, region: RegionCode, name: string): Promise<unknown> {
  const row = await tables(tx)
    .selectFrom('region_setting')
    .select('value')
    .where('region_code', '=', region)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value
}

export async function setSetting(tx: Tx, row: Row<'region_setting'>): Promise<void> {
  const value = JSON.stringify(row.value)
  await tables(tx)
    .insertInto('region_setting')
    .values({ ...row, value })
    .onConflict((c) =>
      c.columns(['region_code', 'name']).doUpdateSet({ value, changed_by: row.changed_by, changed_at: row.changed_at }),
    )
    .execute()
}

/** Mandates a holder may use now. */
export async function listMandates(
  tx: Tx,
  region: RegionCode,
  holderAccount: string,
  at: Date,
): Promise<readonly Row<'mandate'>[]> {
  return tables(tx)
    .selectFrom('mandate')
    .selectAll()
    .where('region_code', '=', region)
    .where('holder_account', '=', holderAccount)
    .where('valid_from', '<=', at)
    .where('valid_until', '>', at)
    .where('ended_at', 'is', null)
    .execute()
}
