// SQL of cards and blank stock. Must stay true: the level of a stock changes only together with its movement, under the
// lock of that one row; lists page by key on an index.
import { type Insertable, type Selectable, sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { addToCardDay } from './blank-store.ts'
import type { CardKind, CardRow, CardTables, StockCause } from './tables.ts'

export type StoredCard = Selectable<CardRow>
const tables = (tx: Tx) => tx.withTables<CardTables>()

export type StockMove = {
  readonly moveId: string
  readonly office: string
  readonly kind: CardKind
  /** Blanks in (+) or out (-). */
  readonly change: number
  readonly cause: StockCause
  readonly cardId?: string
  readonly note?: string
  readonly actor: string
  readonly at: Date
}

/** Moves blanks; the new level, or undefined when there are not enough. */
export async function moveStock(tx: Tx, region: RegionCode, move: StockMove): Promise<number | undefined> {
  await tables(tx)
    .insertInto('card_stock')
    .values({ region_code: region, office: move.office, kind: move.kind, level: 0, updated_at: move.at })
    .onConflict((conflict) => conflict.columns(['region_code', 'office', 'kind']).doNothing())
    .execute()
  const changed = await tables(tx)
    .updateTable('card_stock')
    .set({ level: sql<number>`level + ${move.change}`, updated_at: move.at })
    .where('region_code', '=', region)
    .where('office', '=', move.office)
    .where('kind', '=', move.kind)
    .where(sql<boolean>`level + ${move.change} >= 0`)
    .returning('level')
    .executeTakeFirst()
  if (changed === undefined) return undefined
  await tables(tx)
    .insertInto('card_stock_move')
    .values({
      region_code: region,
      move_id: move.moveId,
      office: move.office,
      kind: move.kind,
      change: move.change,
      cause: move.cause,
      card_id: move.cardId ?? null,
      note: move.note ?? null,
      actor: move.actor,
      at: move.at,
    })
    .execute()
  const { cause, change } = move
  await addToCardDay(
    tx,
    region,
    move,
    cause === 'received' ? { received: change } : cause === 'printed' ? { printed: -change } : { counted: change },
  )
  return changed.level
}

export type StockLevel = {
  readonly office: string
  readonly kind: CardKind
  readonly level: number
  readonly warnBelow: number
  readonly isLow: boolean
  readonly updatedAt: Date
}

export async function listStock(tx: Tx, region: RegionCode, office?: string): Promise<readonly StockLevel[]> {
  let query = tables(tx).selectFrom('card_stock').selectAll().where('region_code', '=', region)
  if (office !== undefined) query = query.where('office', '=', office)
  const rows = await query.orderBy('office').orderBy('kind').execute()
  return rows.map((row) => ({
    office: row.office,
    kind: row.kind,
    level: row.level,
    warnBelow: row.warn_below,
    isLow: row.level < row.warn_below,
    updatedAt: row.updated_at,
  }))
}

/** From how many blanks on the stock page warns. False when the office has no such stock yet. */
export async function setWarnBelow(
  tx: Tx,
  region: RegionCode,
  office: string,
  kind: CardKind,
  warnBelow: number,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('card_stock')
    .set({ warn_below: warnBelow })
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Movements of a day range, newest first. The sum of all changes of a stock is its level. */
export async function listStockMoves(
  tx: Tx,
  region: RegionCode,
  office: string,
  kind: CardKind,
  from: Date,
  to: Date,
): Promise<readonly Selectable<CardTables['card_stock_move']>[]> {
  return tables(tx)
    .selectFrom('card_stock_move')
    .selectAll()
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()
}

/** False when the card is already there. */
export async function insertCard(tx: Tx, row: Insertable<CardRow>): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('card')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'card_id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function lockCard(tx: Tx, region: RegionCode, cardId: string): Promise<StoredCard | undefined> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('region_code', '=', region)
    .where('card_id', '=', cardId)
    .forUpdate()
    .executeTakeFirst()
}

export async function changeCard(
  tx: Tx,
  region: RegionCode,
  cardId: string,
  patch: Partial<StoredCard>,
): Promise<void> {
  await tables(tx)
    .updateTable('card')
    .set(patch)
    .where('region_code', '=', region)
    .where('card_id', '=', cardId)
    .execute()
}

export async function insertSpoiled(tx: Tx, row: CardTables['card_spoiled']): Promise<void> {
  await tables(tx).insertInto('card_spoiled').values(row).execute()
}

/** Cards of a person that are not withdrawn, locked. */
export async function lockCardsOf(
  tx: Tx,
  region: RegionCode,
  personId: string,
  kinds: readonly CardKind[],
): Promise<readonly StoredCard[]> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('region_code', '=', region)
    .where('person_id', '=', personId)
    .where('kind', 'in', [...kinds])
    .where('state', '<>', 'withdrawn')
    .orderBy('card_id')
    .forUpdate()
    .execute()
}

export type CardPage = { readonly after?: { readonly at: Date; readonly cardId: string }; readonly limit: number }

/** Cards to print at an office, oldest wish first. */
export async function listToPrint(
  tx: Tx,
  region: RegionCode,
  office: string,
  page: CardPage,
): Promise<readonly StoredCard[]> {
  let query = tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('state', 'in', ['wanted', 'printed'])
  const { after } = page
  if (after !== undefined)
    query = query.where(sql<boolean>`(wanted_at, card_id) > (${after.at}, ${after.cardId}::uuid)`)
  return query.orderBy('wanted_at').orderBy('card_id').limit(page.limit).execute()
}

/** Cards that wait for their holder since before `readyBefore`, longest first. */
export async function listWaiting(
  tx: Tx,
  region: RegionCode,
  office: string,
  readyBefore: Date,
  page: CardPage,
): Promise<readonly StoredCard[]> {
  let query = tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('state', '=', 'ready')
    .where('ready_at', '<=', readyBefore)
  const { after } = page
  if (after !== undefined) query = query.where(sql<boolean>`(ready_at, card_id) > (${after.at}, ${after.cardId}::uuid)`)
  return query.orderBy('ready_at').orderBy('card_id').limit(page.limit).execute()
}

export async function listCardsOfCase(tx: Tx, region: RegionCode, caseId: string): Promise<readonly StoredCard[]> {
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('kind')
    .orderBy('card_id')
    .execute()
}

/** The cards of several cases, for a list of packets. */
export async function listCardsOfCases(
  tx: Tx,
  region: RegionCode,
  caseIds: readonly string[],
): Promise<readonly StoredCard[]> {
  if (caseIds.length === 0) return []
  return tables(tx)
    .selectFrom('card')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', 'in', [...caseIds])
    .where('state', '<>', 'withdrawn')
    .orderBy('kind')
    .orderBy('card_id')
    .execute()
}
