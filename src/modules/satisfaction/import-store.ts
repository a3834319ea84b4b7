// SQL of old reports' figures that wait for a second person.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { SatisfactionTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<SatisfactionTables>()
type WaitingInsert = Omit<SatisfactionTables['satisfaction_import_waiting'], 'draft' | 'doubts'> & {
  readonly draft: string
  readonly doubts: string
}

export async function insertWaiting(tx: Tx, row: WaitingInsert): Promise<void> {
  await tables(tx).insertInto('satisfaction_import_waiting').values(row).execute()
}

export async function listWaiting(tx: Tx, region: RegionCode) {
  return tables(tx)
    .selectFrom('satisfaction_import_waiting')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('waiting_id')
    .limit(100)
    .execute()
}

export async function findWaiting(tx: Tx, region: RegionCode, waitingId: string) {
  return tables(tx)
    .selectFrom('satisfaction_import_waiting')
    .selectAll()
    .where('region_code', '=', region)
    .where('waiting_id', '=', waitingId)
    .executeTakeFirst()
}

export async function deleteWaiting(tx: Tx, region: RegionCode, waitingId: string): Promise<boolean> {
  const done = await tables(tx)
    .deleteFrom('satisfaction_import_waiting')
    .where('region_code', '=', region)
    .where('waiting_id', '=', waitingId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
