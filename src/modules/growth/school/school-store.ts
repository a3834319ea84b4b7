// Sessions of school screening and their lines. SQL only. Must stay true: every list is bounded by a health centre and paged by key.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'

type SchoolTables = {
  school_session: {
    region_code: string
    session_id: string
    centre_id: string
    school: string
    class_name: string
    held_on: string
    edition: string
    made_by: string
    made_at: Date
  }
  school_child: {
    region_code: string
    session_id: string
    line_id: string
    name: string
    sex: 1 | 2
    birth_date: string
    weight_g: number | null
    height_tenth_mm: number | null
    z_height: number | null
    z_weight: number | null
    z_bmi: number | null
    category: string | null
    due_on: string | null
    result: string | null
    result_words: string | null
    result_on: string | null
    result_by: string | null
    state: 'recorded' | 'withdrawn'
    recorded_by: string
    recorded_at: Date
  }
}
export type SessionRow = Selectable<SchoolTables['school_session']>
export type SchoolChildRow = Selectable<SchoolTables['school_child']>
const table = (tx: Tx) => tx.withTables<SchoolTables>()

export async function insertSession(tx: Tx, row: Insertable<SchoolTables['school_session']>): Promise<void> {
  await table(tx)
    .insertInto('school_session')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export function findSession(tx: Tx, region: string, id: string): Promise<SessionRow | undefined> {
  return table(tx)
    .selectFrom('school_session')
    .selectAll()
    .where('region_code', '=', region)
    .where('session_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type SessionLine = SessionRow & {
  readonly children: number
  readonly waiting: number
  readonly late: number
}
/** Sessions of these centres, the latest first; `before` is the key of the last one seen. */
export async function listSessions(
  tx: Tx,
  region: string,
  centres: readonly string[],
  today: string,
  limit: number,
  before?: { readonly on: string; readonly id: string },
): Promise<readonly SessionLine[]> {
  if (centres.length === 0) return []
  const { rows } = await sql<SessionLine>`
    select s.*, k.children, k.waiting, k.late from (
      select * from school_session where region_code = ${region} and centre_id = any(${[...centres]}::text[])
        and (${before?.on ?? null}::date is null or (held_on, session_id) < (${before?.on ?? null}::date, ${before?.id ?? null}::uuid))
      order by held_on desc, session_id desc limit ${limit}) s
    cross join lateral (
      select count(*)::int as children, count(*) filter (where c.due_on is not null and c.result is null)::int as waiting,
        count(*) filter (where c.due_on < ${today}::date and c.result is null)::int as late
      from school_child c where c.region_code = s.region_code and c.session_id = s.session_id and c.state = 'recorded') k
    order by s.held_on desc, s.session_id desc`.execute(tx)
  return rows
}

export function listSchoolChildren(tx: Tx, region: string, sessionId: string): Promise<SchoolChildRow[]> {
  return table(tx)
    .selectFrom('school_child')
    .selectAll()
    .where('region_code', '=', region)
    .where('session_id', '=', sessionId)
    .where('state', '=', 'recorded')
    .orderBy('name')
    .orderBy('line_id')
    .limit(200)
    .execute()
}

export type OwnSchoolLine = SchoolChildRow & Pick<SessionRow, 'school' | 'class_name' | 'held_on' | 'edition'>

/** Lines that stand of somebody of this name, sex and day of birth, the latest first. */
export async function listLinesOfPerson(
  tx: Tx,
  region: string,
  person: { readonly name: string; readonly sex: 1 | 2; readonly birthDate: string },
): Promise<readonly OwnSchoolLine[]> {
  const { rows } = await sql<OwnSchoolLine>`
    select c.*, s.school, s.class_name, s.held_on, s.edition from school_child c
    join school_session s on s.region_code = c.region_code and s.session_id = c.session_id
    where c.region_code = ${region} and c.birth_date = ${person.birthDate}::date and lower(c.name) = lower(${person.name})
      and c.sex = ${person.sex} and c.state = 'recorded'
    order by s.held_on desc, c.line_id limit 30`.execute(tx)
  return rows
}

/** Gives whether it is new; the same line twice is once. */
export async function insertSchoolChild(tx: Tx, row: Insertable<SchoolTables['school_child']>): Promise<boolean> {
  const done = await table(tx)
    .insertInto('school_child')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateSchoolChild(
  tx: Tx,
  region: string,
  { session_id, line_id }: Pick<SchoolChildRow, 'session_id' | 'line_id'>,
  set: Updateable<SchoolTables['school_child']>,
): Promise<void> {
  await table(tx)
    .updateTable('school_child')
    .set(set)
    .where('region_code', '=', region)
    .where('session_id', '=', session_id)
    .where('line_id', '=', line_id)
    .execute()
}
