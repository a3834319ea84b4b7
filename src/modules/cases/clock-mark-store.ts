// SQL of what the clock has to tell: cases that may have reached a mark and were not told of it, the marks told, and the officers
// who hear of them. Must stay true: what was told is not listed again; each look is bounded and goes over waiting cases only.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CaseRow } from './tables.ts'

export type MarkRow = { region_code: string; case_id: string; mark: string; at: Date; until: Date | null }
export type OfficerRow = {
  readonly account: string
  readonly role: string
  readonly place: string
  readonly services: readonly string[]
}

/** The conditions of the index `case_work`: whatever waits for an officer. */
const WAITING = sql`c.turn is not null and c.turn not in ('applicant', 'system')`

async function list(tx: Tx, where: ReturnType<typeof sql>, limit: number): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`select c.* from case_file c where ${where} limit ${limit}`.execute(tx)
  return rows
}
const untold = (mark: ReturnType<typeof sql>) =>
  sql`not exists (select from case_mark m where m.region_code = c.region_code and m.case_id = c.case_id and m.mark = ${mark})`

/** Running promises that end after `from` and by `to`, and were not told of this share. */
export function listByDue(
  tx: Tx,
  region: RegionCode,
  span: { readonly percent: number; readonly from: Date | undefined; readonly to: Date },
  limit: number,
): Promise<readonly CaseRow[]> {
  return list(
    tx,
    sql`c.region_code = ${region} and ${WAITING} and c.due_at <= ${span.to}
      and ${span.from === undefined ? sql`true` : sql`c.due_at > ${span.from}`}
      and c.issued_at is null and c.hold_until is null and c.clock is not null
      and ${untold(sql`${`clock-${span.percent}/`} || c.returns`)} order by c.due_at`,
    limit,
  )
}

/** Files that came back to their applicant so many days ago or longer, not reminded of it in this round. */
export function listUnreminded(
  tx: Tx,
  region: RegionCode,
  wait: { readonly day: number; readonly since: Date; readonly now: Date },
  limit: number,
): Promise<readonly CaseRow[]> {
  return list(
    tx,
    sql`c.region_code = ${region} and c.applicant_until > ${wait.now} and c.number is not null and c.turn = 'applicant'
      and c.state_since <= ${wait.since} and ${untold(sql`${`remind-${wait.day}/`} || c.returns`)} order by c.applicant_until`,
    limit,
  )
}

const roundOf = (name: string) => sql`${`${name}/`} || (extract(epoch from c.state_since) * 1000)::bigint`

/** Holds whose date has gone by. */
export function listOverHolds(tx: Tx, region: RegionCode, now: Date, limit: number): Promise<readonly CaseRow[]> {
  return list(
    tx,
    sql`c.region_code = ${region} and c.hold_until < ${now} and ${untold(roundOf('hold'))} order by c.hold_until`,
    limit,
  )
}

/** Cases that have stood in a state since before `since`. */
export function listStanding(
  tx: Tx,
  region: RegionCode,
  timer: { readonly id: string; readonly state: string; readonly turn: string; readonly since: Date },
  limit: number,
): Promise<readonly CaseRow[]> {
  return list(
    tx,
    sql`c.region_code = ${region} and ${WAITING} and c.turn = ${timer.turn} and c.state = ${timer.state}
      and c.state_since <= ${timer.since} and ${untold(roundOf(timer.id))} order by c.due_at`,
    limit,
  )
}

/** Notes what is told; false when somebody else has told it. */
export async function addMark(tx: Tx, row: MarkRow): Promise<boolean> {
  const done = await tx
    .withTables<{ case_mark: MarkRow }>()
    .insertInto('case_mark')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** The new time an applicant was given when the promise was broken. */
export async function findNewPromise(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  mark: string,
): Promise<Date | undefined> {
  const row = await tx
    .withTables<{ case_mark: MarkRow }>()
    .selectFrom('case_mark')
    .select('until')
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return row?.until ?? undefined
}

/** Who holds one of these roles now, deputies too. */
export async function listOfficers(
  tx: Tx,
  region: RegionCode,
  roles: readonly string[],
  now: Date,
): Promise<readonly OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select account_id as account, role, place, services from role_assignment
    where region_code = ${region} and role = any(${[...roles]}::text[])
      and valid_from <= ${now} and (valid_until is null or valid_until > ${now})
    order by account_id limit 500`.execute(tx)
  return rows
}
