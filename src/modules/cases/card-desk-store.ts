// SQL of the card desk: cards of an office together with the cases they belong to, oldest wish first. Must stay true: only
// what an officer's services and places reach is listed or counted; counts stop at a bound, lists page by key.
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CardKind, CardTables } from '../documents/tables.ts'
import type { CasesTables } from './tables.ts'
import type { WorkScope } from './worklist-store.ts'

type Tables = { card: CardTables['card']; case_file: CasesTables['case_file'] }

export type DeskCardRow = {
  readonly card_id: string
  readonly kind: CardKind
  readonly person_id: string
  readonly case_id: string
  readonly state: string
  readonly wanted_at: Date
  readonly issued_at: Date | null
  readonly blank_number: string | null
  readonly spoiled: number
  readonly number: string | null
  readonly service_id: string
  readonly village_code: string | null
}
export type DeskKey = { readonly at: Date; readonly cardId: string }
export type DeskFilter = { readonly office: string; readonly kind: CardKind; readonly state: 'wanted' | 'printed' }

/** Cards are made while their case is issued; one spoiled at the counter comes back while it is ready. */
const OPEN_STATES = ['issued', 'ready']

function desk(tx: Tx, region: RegionCode, scopes: readonly WorkScope[], filter: DeskFilter) {
  return tx
    .withTables<Tables>()
    .selectFrom('card as k')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.region_code', '=', 'k.region_code').onRef('c.case_id', '=', 'k.case_id'),
    )
    .where('k.region_code', '=', region)
    .where('k.office', '=', filter.office)
    .where('k.kind', '=', filter.kind)
    .where('k.state', '=', filter.state)
    .where('k.state', 'in', ['wanted', 'printed'])
    .where('c.state', 'in', OPEN_STATES)
    .where((e) => e.or(scopes.map((scope) => within(e, scope))))
}

type Joined = Tables & { k: CardTables['card']; c: CasesTables['case_file'] }
function within(e: ExpressionBuilder<Joined, 'k' | 'c'>, scope: WorkScope) {
  const parts = [
    ...(scope.services.includes('*')
      ? []
      : [e('c.service_id', 'in', scope.services.length > 0 ? [...scope.services] : [''])]),
    ...(scope.regencyWide ? [] : [e('c.village_code', '>=', scope.place), e('c.village_code', '<', `${scope.place}/`)]),
  ]
  return parts.length === 0 ? sql<SqlBool>`true` : e.and(parts)
}

export async function listDesk(
  tx: Tx,
  region: RegionCode,
  scopes: readonly WorkScope[],
  filter: DeskFilter,
  page: { readonly after?: DeskKey; readonly limit: number },
): Promise<readonly DeskCardRow[]> {
  if (scopes.length === 0) return []
  let query = desk(tx, region, scopes, filter).select([
    'k.card_id',
    'k.kind',
    'k.person_id',
    'c.case_id',
    'k.state',
    'k.wanted_at',
    'c.issued_at',
    'k.blank_number',
    'k.spoiled',
    'c.number',
    'c.service_id',
    'c.village_code',
  ])
  const { after } = page
  if (after !== undefined)
    query = query.where(sql<boolean>`(k.wanted_at, k.card_id) > (${after.at}, ${after.cardId}::uuid)`)
  return query.orderBy('k.wanted_at').orderBy('k.card_id').limit(page.limit).execute()
}

export async function countDesk(
  tx: Tx,
  region: RegionCode,
  scopes: readonly WorkScope[],
  filter: DeskFilter,
  bound: number,
): Promise<number> {
  if (scopes.length === 0) return 0
  const row = await tx
    .withTables<Tables>()
    .selectFrom(desk(tx, region, scopes, filter).select(sql<number>`1`.as('one')).limit(bound).as('lines'))
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The case a card belongs to; undefined for a card without one, or none. */
export async function findCaseOfCard(tx: Tx, region: RegionCode, cardId: string): Promise<string | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('card')
    .select('case_id')
    .where('region_code', '=', region)
    .where('card_id', '=', cardId)
    .executeTakeFirst()
  return row?.case_id ?? undefined
}
