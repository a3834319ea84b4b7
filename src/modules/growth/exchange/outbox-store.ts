// Items for other systems. SQL only. Must stay true: one row for each version of a thing; of a thing at most one version waits.
import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { ExchangeTables } from './tables.ts'

const table = (tx: Tx) => tx.withTables<ExchangeTables>()
export type ItemRow = Selectable<ExchangeTables['growth_exchange_item']>
type Target = ItemRow['target']
export type ThingKey = { readonly target: Target; readonly resource: string; readonly localId: string }

/** The newest version of a thing, held until the transaction ends. */
export async function lockNewest(tx: Tx, region: string, key: ThingKey): Promise<ItemRow | undefined> {
  return table(tx)
    .selectFrom('growth_exchange_item')
    .selectAll()
    .where('region_code', '=', region)
    .where('target', '=', key.target)
    .where('resource', '=', key.resource)
    .where('local_id', '=', key.localId)
    .orderBy('local_version', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertItem(tx: Tx, row: Insertable<ExchangeTables['growth_exchange_item']>): Promise<void> {
  await table(tx).insertInto('growth_exchange_item').values(row).execute()
}

export async function updateItem(
  tx: Tx,
  region: string,
  itemId: string,
  set: Partial<Insertable<ExchangeTables['growth_exchange_item']>>,
): Promise<void> {
  await table(tx)
    .updateTable('growth_exchange_item')
    .set(set)
    .where('region_code', '=', region)
    .where('item_id', '=', itemId)
    .execute()
}

/** Items whose time has come, and those whose sender went away in the middle; other processes skip what is held here. */
export async function takeDue(
  tx: Tx,
  region: string,
  now: Date,
  stuckBefore: Date,
  limit: number,
): Promise<readonly ItemRow[]> {
  return table(tx)
    .selectFrom('growth_exchange_item')
    .selectAll()
    .where('region_code', '=', region)
    .where((or) =>
      or.or([
        or.and([or('state', '=', 'waiting'), or('next_try_at', '<=', now)]),
        or.and([or('state', '=', 'sent'), or('changed_at', '<', stuckBefore)]),
      ]),
    )
    .orderBy('next_try_at')
    .orderBy('item_id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function findItem(tx: Tx, region: string, itemId: string): Promise<ItemRow | undefined> {
  return table(tx)
    .selectFrom('growth_exchange_item')
    .selectAll()
    .where('region_code', '=', region)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
}

export async function listItems(
  tx: Tx,
  region: string,
  states: readonly ItemRow['state'][],
  limit: number,
): Promise<readonly Omit<ItemRow, 'payload'>[]> {
  return table(tx)
    .selectFrom('growth_exchange_item')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', 'in', [...states])
    .orderBy('changed_at', 'desc')
    .orderBy('item_id')
    .limit(limit)
    .execute()
}
