// SQL of numbered blanks and of a day's cards. Must stay true: a lot is read under the lock of its stock row, so that two
// officers are never offered one blank; the sums of a day change with what happened, in the same transaction.
import { type Selectable, sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CardKind, CardTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<CardTables>()
export type StoredLot = Selectable<CardTables['card_lot']>

export async function insertLot(tx: Tx, row: CardTables['card_lot']): Promise<void> {
  await tables(tx).insertInto('card_lot').values(row).execute()
}

/** Does a lot of this office overlap these numbers? */
export async function findOverlap(
  tx: Tx,
  region: RegionCode,
  kind: CardKind,
  prefix: string,
  first: number,
  last: number,
): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('card_lot')
    .select('lot_id')
    .where('region_code', '=', region)
    .where('kind', '=', kind)
    .where('prefix', '=', prefix)
    .where('first_number', '<=', last)
    .where('last_number', '>=', first)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The lot a number belongs to, locked. */
export async function lockLotOf(
  tx: Tx,
  region: RegionCode,
  office: string,
  kind: CardKind,
  prefix: string,
  number: number,
): Promise<StoredLot | undefined> {
  return tables(tx)
    .selectFrom('card_lot')
    .selectAll()
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('prefix', '=', prefix)
    .where('first_number', '<=', number)
    .where('last_number', '>=', number)
    .forUpdate()
    .executeTakeFirst()
}

/** The oldest lot with a blank that was not offered yet; locked when it is to be used. */
export async function findOpenLot(
  tx: Tx,
  region: RegionCode,
  office: string,
  kind: CardKind,
  lock = false,
): Promise<StoredLot | undefined> {
  const query = tables(tx)
    .selectFrom('card_lot')
    .selectAll()
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .whereRef('next_number', '<=', 'last_number')
    .orderBy('received_at')
    .orderBy('lot_id')
    .limit(1)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function setNextNumber(tx: Tx, region: RegionCode, lotId: string, next: number): Promise<void> {
  await tables(tx)
    .updateTable('card_lot')
    .set({ next_number: next })
    .where('region_code', '=', region)
    .where('lot_id', '=', lotId)
    .execute()
}

/** Was this blank printed on or spoiled? */
export async function isBlankUsed(tx: Tx, region: RegionCode, kind: CardKind, blank: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from card where region_code = ${region} and kind = ${kind} and blank_number = ${blank})
      or exists (select 1 from card_spoiled s join card c using (region_code, card_id)
        where s.region_code = ${region} and s.blank_number = ${blank} and c.kind = ${kind}) as used`.execute(tx)
  return rows[0]?.used === true
}

export type DayDelta = Partial<Record<'received' | 'printed' | 'spoiled' | 'counted' | 'handed', number>>

/** Adds to the sums of the region's day in which `at` lies. */
export async function addToCardDay(
  tx: Tx,
  region: RegionCode,
  where: { readonly office: string; readonly kind: CardKind; readonly at: Date },
  delta: DayDelta,
): Promise<void> {
  const { received = 0, printed = 0, spoiled = 0, counted = 0, handed = 0 } = delta
  await sql`
    insert into card_day as d (region_code, day, office, kind, received, printed, spoiled, counted, handed)
    select ${region}, (${where.at}::timestamptz at time zone r.time_zone)::date, ${where.office}, ${where.kind},
      ${received}::int, ${printed}::int, ${spoiled}::int, ${counted}::int, ${handed}::int
    from regions r where r.code = ${region}
    on conflict (region_code, day, office, kind) do update set received = d.received + excluded.received,
      printed = d.printed + excluded.printed, spoiled = d.spoiled + excluded.spoiled,
      counted = d.counted + excluded.counted, handed = d.handed + excluded.handed`.execute(tx)
}

export type CardSums = {
  readonly kind: CardKind
  readonly received: number
  readonly printed: number
  readonly spoiled: number
  readonly counted: number
  readonly handed: number
}

/** The sums of a range of days (both included), one row a kind; of one office when it is named. */
export async function sumCardDays(
  tx: Tx,
  region: RegionCode,
  from: string,
  to: string,
  office?: string,
): Promise<readonly CardSums[]> {
  let query = tables(tx)
    .selectFrom('card_day')
    .select([
      'kind',
      sql<number>`coalesce(sum(received), 0)::int`.as('received'),
      sql<number>`coalesce(sum(printed), 0)::int`.as('printed'),
      sql<number>`coalesce(sum(spoiled), 0)::int`.as('spoiled'),
      sql<number>`coalesce(sum(counted), 0)::int`.as('counted'),
      sql<number>`coalesce(sum(handed), 0)::int`.as('handed'),
    ])
    .where('region_code', '=', region)
    .where('day', '>=', from)
    .where('day', '<=', to)
  if (office !== undefined) query = query.where('office', '=', office)
  return query.groupBy('kind').orderBy('kind').execute()
}

/** The level of a stock, its row locked: who takes blanks goes through here first. */
export async function lockLevel(tx: Tx, region: RegionCode, office: string, kind: CardKind): Promise<number> {
  const row = await tables(tx)
    .selectFrom('card_stock')
    .select('level')
    .where('region_code', '=', region)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  return row?.level ?? 0
}
