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
  | 'issued_at'
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
  'issued_at',
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
  let query = linesOf(tx, region, scope, page).select(COLUMNS)
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
  const [count] = await countWorkOf(tx, region, scope, bound, [options])
  return count!
}

/** Several such counts in one question. */
export async function countWorkOf(
  tx: Tx,
  region: RegionCode,
  scope: WorkScope,
  bound: number,
  all: readonly CountOptions[],
): Promise<readonly number[]> {
  const counts = all.map((options) => {
    const lines = linesOf(tx, region, scope, options).select(sql<number>`1`.as('one')).limit(bound)
    return sql<string>`(select count(*) from ${lines} as lines)`
  })
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}]::int[] as counts`.execute(tx)
  return rows[0]!.counts
}

/** The conditions of the index `case_work` stand in the text: a plan that is kept for any values could not use it otherwise. */
function linesOf(tx: Tx, region: RegionCode, scope: WorkScope, options: CountOptions) {
  let lines = tables(tx)
    .selectFrom('case_file')
    .where('region_code', '=', region)
    .where('turn', '=', scope.turn)
    .where(sql<boolean>`turn not in ('applicant', 'system')`)
    .where('due_at', 'is not', null)
  if (!scope.services.includes('*'))
    lines = lines.where('service_id', 'in', scope.services.length > 0 ? [...scope.services] : [''])
  if (!scope.regencyWide)
    lines = lines.where('village_code', '>=', scope.place).where('village_code', '<', `${scope.place}/`)
  if (options.mine !== undefined) lines = lines.where('taken_by', '=', options.mine)
  if (options.onHold !== undefined)
    lines = lines.where(options.onHold ? sql<boolean>`state = 'on_hold'` : sql<boolean>`state <> 'on_hold'`)
  if (options.state !== undefined) lines = lines.where('state', '=', options.state)
  if (options.dueBefore !== undefined) lines = lines.where('due_at', '<', options.dueBefore)
  if (options.dueFrom !== undefined) lines = lines.where('due_at', '>=', options.dueFrom)
  if (options.sinceBefore !== undefined) lines = lines.where('state_since', '<=', options.sinceBefore)
  return lines
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
