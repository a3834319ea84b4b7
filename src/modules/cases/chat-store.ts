// SQL of talks: one sealed row a sender; old ones go.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'

type Row = { region_code: string; sender_hash: string; state: Uint8Array; updated_at: Date }
type Tables = { chat_talk: Row }
const tables = (tx: Tx) => tx.withTables<Tables>()

/** The talk of a sender, known by any of these hashes. */
export async function findTalk(tx: Tx, region: RegionCode, hashes: readonly string[]): Promise<Row | undefined> {
  return tables(tx)
    .selectFrom('chat_talk')
    .selectAll()
    .where('region_code', '=', region)
    .where('sender_hash', 'in', [...hashes])
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()
}

export async function saveTalk(tx: Tx, row: Row): Promise<void> {
  await tables(tx)
    .insertInto('chat_talk')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'sender_hash']).doUpdateSet({ state: row.state, updated_at: row.updated_at }),
    )
    .execute()
}

export async function deleteTalksBefore(tx: Tx, region: RegionCode, before: Date): Promise<void> {
  await tables(tx).deleteFrom('chat_talk').where('region_code', '=', region).where('updated_at', '<', before).execute()
}
