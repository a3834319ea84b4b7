// SQL of work lists: oldest due first, keyed paging on the index case_work, whatever the number of open cases.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CaseRow, CasesTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<CasesTables>()

/** What one assignment lets an officer see: turns of a role, for services, inside a place. */
export type WorkScope = {
  readonly turn: string
  readonly services: readonly string[]
  readonly place: string
  readonly regencyWide: boolean
}
export type WorkRow = Pick<
  CaseRow,
  | 'case_id'
  | 'number'
  | 'service_id'
  | 'state'
  | 'turn'
  | 'channel'
  | 'village_code'
  | 'due_at'
  | 'clock'
  | 'hold_cause'
  | 'hold_until'
  | 'taken_by'
  | 'taken_at'
  | 'late'
  | 'overdue'
>
const COLUMNS = [
  'case_id',
  'number',
  'service_id',
  'state',
  'turn',
  'channel',
  'village_code',
  'due_at',
  'clock',
  'hold_cause',
  'hold_until',
  'taken_by',
  'taken_at',
  'late',
  'overdue',
] as const

export type WorkPage = {
  readonly after?: { readonly dueAt: Date; readonly caseId: string }
  readonly limit: number
  readonly mine?: string
  readonly onHold?: boolean
  readonly state?: string
  readonly dueBefore?: Date
  readonly dueFrom?: Date
  /** In their state since before this. */
  readonly sinceBefore?: Date
}

/** One scope's lines after a key. A case without a due time (none that waits for an officer) is not listed. */
export async function listWork(
  tx: Tx,
  region: RegionCode,
  scope: WorkScope,
  page: WorkPage,
): Promise<readonly WorkRow[]> {
  let query = tables(tx)
    .selectFrom('case_file')
    .select(COLUMNS)
    .where('region_code', '=', region)
    .where('turn', '=', scope.turn)
    .where('due_at', 'is not', null)
  if (!scope.services.includes('*'))
    query = query.where('service_id', 'in', scope.services.length > 0 ? [...scope.services] : [''])
  if (!scope.regencyWide)
    query = query.where('village_code', '>=', scope.place).where('village_code', '<', `${scope.place}/`)
  if (page.mine !== undefined) query = query.where('taken_by', '=', page.mine)
  if (page.onHold !== undefined)
    query = page.onHold ? query.where('state', '=', 'on_hold') : query.where('state', '!=', 'on_hold')
  if (page.state !== undefined) query = query.where('state', '=', page.state)
  if (page.dueBefore !== undefined) query = query.where('due_at', '<', page.dueBefore)
  if (page.dueFrom !== undefined) query = query.where('due_at', '>=', page.dueFrom)
  if (page.sinceBefore !== undefined) query = query.where('state_since', '<=', page.sinceBefore)
  if (page.after !== undefined)
    query = query.where(sql<boolean>`(due_at, case_id) > (${page.after.dueAt}, ${page.after.caseId}::uuid)`)
  return query.orderBy('due_at').orderBy('case_id').limit(page.limit).execute()
}

export type CountOptions = {
  readonly dueBefore?: Date
  readonly dueFrom?: Date
  readonly mine?: string
  readonly onHold?: boolean
  readonly state?: string
  readonly sinceBefore?: Date
}

/** How many lines a scope has, counted up to a bound so that the cost does not grow with the list. */
export async function countWork(
  tx: Tx,
  region: RegionCode,
  scope: WorkScope,
  bound: number,
  options: CountOptions = {},
): Promise<number> {
  let inner = tables(tx)
    .selectFrom('case_file')
    .select(sql<number>`1`.as('one'))
    .where('region_code', '=', region)
    .where('turn', '=', scope.turn)
    .where('due_at', 'is not', null)
  if (!scope.services.includes('*'))
    inner = inner.where('service_id', 'in', scope.services.length > 0 ? [...scope.services] : [''])
  if (!scope.regencyWide)
    inner = inner.where('village_code', '>=', scope.place).where('village_code', '<', `${scope.place}/`)
  if (options.dueBefore !== undefined) inner = inner.where('due_at', '<', options.dueBefore)
  if (options.dueFrom !== undefined) inner = inner.where('due_at', '>=', options.dueFrom)
  if (options.mine !== undefined) inner = inner.where('taken_by', '=', options.mine)
  if (options.state !== undefined) inner = inner.where('state', '=', options.state)
  if (options.sinceBefore !== undefined) inner = inner.where('state_since', '<=', options.sinceBefore)
  if (options.onHold === true) inner = inner.where('state', '=', 'on_hold')
  const row = await tables(tx)
    .selectFrom(inner.limit(bound).as('lines'))
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Gives back cases nobody touched since `before` (two office hours, rule 7); returns how many. */
export async function releaseUntouched(tx: Tx, region: RegionCode, before: Date): Promise<number> {
  const done = await tables(tx)
    .updateTable('case_file')
    .set({ taken_by: null, taken_at: null })
    .where('region_code', '=', region)
    .where('taken_at', '<', before)
    .where('turn', 'is not', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
