// SQL of a region's own settings, with the moment they were changed, so that two people do not write over each other.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { RegionsTables } from './tables.ts'

export type StoredSetting = { readonly value: unknown; readonly version: string }
const tables = (tx: Tx) => tx.withTables<RegionsTables>()

export async function findSettingWithVersion(tx: Tx, region: string, name: string): Promise<StoredSetting> {
  const row = await tables(tx)
    .selectFrom('region_setting')
    .select(['value', 'changed_at'])
    .where('region_code', '=', region)
    .where('name', '=', name)
    .executeTakeFirst()
  // By content and time: two changes of one moment are still two.
  const mark = row === undefined ? '' : `${row.changed_at.toISOString()} ${JSON.stringify(row.value)}`
  return { value: row?.value, version: createHash('sha256').update(mark).digest('hex').slice(0, 16) }
}

/** One writer of a setting at a time, also while there is no row to lock. */
export async function lockSetting(tx: Tx, region: string, name: string): Promise<StoredSetting> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`setting:${region}:${name}`}, 0))`.execute(tx)
  return findSettingWithVersion(tx, region, name)
}

export async function removeSetting(tx: Tx, region: string, name: string): Promise<void> {
  await tables(tx).deleteFrom('region_setting').where('region_code', '=', region).where('name', '=', name).execute()
}
