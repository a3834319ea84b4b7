// The cards that people stand on today, by their ids alone: who is tied to whom is asked at every step of an officer, and needs
// neither names nor ancestors.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { RegisterTables } from './tables.ts'

/** Ids of families, each once. Values that are no ids of people find nobody. */
export async function listFamiliesOf(tx: Tx, region: string, personIds: readonly string[]): Promise<readonly string[]> {
  const ids = personIds.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (ids.length === 0) return []
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('family_member')
    .select('family_id')
    .distinct()
    .where('region_code', '=', region)
    .where('person_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('ended_on', 'is', null)
    .execute()
  return rows.map((row) => row.family_id)
}
