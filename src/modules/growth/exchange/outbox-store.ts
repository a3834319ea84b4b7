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
  target?: Target,
): Promise<readonly ItemRow[]> {
  const query = table(tx).selectFrom('growth_exchange_item').selectAll().where('region_code', '=', region)
  return (target === undefined ? query : query.where('target', '=', target))
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

export type ListedItem = Omit<ItemRow, 'payload'>
const LISTED = [
  'region_code',
  'item_id',
  'target',
  'resource',
  'local_id',
  'local_version',
  'fingerprint',
  'state',
  'attempts',
  'next_try_at',
  'last_status',
  'last_answer',
  'remote_id',
  'created_at',
  'changed_at',
] as const

/** Items in these states, the last changed first; `before` goes on below a row already shown. */
export async function listItems(
  tx: Tx,
  region: string,
  states: readonly ItemRow['state'][],
  limit: number,
  before?: { readonly at: Date; readonly itemId: string },
): Promise<readonly ListedItem[]> {
  const query = table(tx)
    .selectFrom('growth_exchange_item')
    .select(LISTED)
    .where('region_code', '=', region)
    .where('state', 'in', [...states])
  const below =
    before === undefined
      ? query
      : query.where((e) =>
          e.or([
            e('changed_at', '<', before.at),
            e.and([e('changed_at', '=', before.at), e('item_id', '>', before.itemId)]),
          ]),
        )
  return below.orderBy('changed_at', 'desc').orderBy('item_id').limit(limit).execute()
}

/** How many items are in each state. */
export async function countItems(tx: Tx, region: string): Promise<ReadonlyMap<ItemRow['state'], number>> {
  const rows = await table(tx)
    .selectFrom('growth_exchange_item')
    .select((e) => ['state' as const, e.fn.countAll<number>().as('n')])
    .where('region_code', '=', region)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, n }) => [state, Number(n)]))
}

export async function insertAttempt(tx: Tx, row: Insertable<ExchangeTables['growth_exchange_attempt']>): Promise<void> {
  await table(tx).insertInto('growth_exchange_attempt').values(row).execute()
}

/** The tries of one item, oldest first. */
export async function listAttempts(
  tx: Tx,
  region: string,
  itemId: string,
): Promise<readonly Selectable<ExchangeTables['growth_exchange_attempt']>[]> {
  return table(tx)
    .selectFrom('growth_exchange_attempt')
    .selectAll()
    .where('region_code', '=', region)
    .where('item_id', '=', itemId)
    .orderBy('at')
    .orderBy('attempt')
    .limit(100)
    .execute()
}

export type TargetRow = Selectable<ExchangeTables['growth_exchange_target']>

export async function listTargets(tx: Tx, region: string): Promise<readonly TargetRow[]> {
  return table(tx).selectFrom('growth_exchange_target').selectAll().where('region_code', '=', region).execute()
}

export async function putTarget(tx: Tx, row: Insertable<ExchangeTables['growth_exchange_target']>): Promise<void> {
  const { region_code: _, target: __, ...changed } = row
  await table(tx)
    .insertInto('growth_exchange_target')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'target']).doUpdateSet(changed))
    .execute()
}
