// Names of agencies and which agency a unit belongs to, read from the region's organisation.
import type { Tx } from '../../platform/db/tx.ts'

type Tables = {
  agency: { region_code: string; agency_id: string; name: string }
  unit: { region_code: string; unit_id: string; agency_id: string; name: string }
}

/** The name of an agency by its id; an id nobody knows stays itself. */
export async function agencyNames(tx: Tx, region: string): Promise<(id: string) => string> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('agency')
    .select(['agency_id', 'name'])
    .where('region_code', '=', region)
    .execute()
  const names = new Map(rows.map((row) => [row.agency_id, row.name]))
  return (id) => names.get(id) ?? id
}

export async function listAgencies(
  tx: Tx,
  region: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('agency')
    .select(['agency_id', 'name'])
    .where('region_code', '=', region)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.agency_id, name: row.name }))
}

export async function agenciesOfUnits(tx: Tx, region: string, units: readonly string[]): Promise<readonly string[]> {
  if (units.length === 0) return []
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('unit')
    .select('agency_id')
    .where('region_code', '=', region)
    .where('unit_id', 'in', [...units])
    .execute()
  return [...new Set(rows.map((row) => row.agency_id))]
}
