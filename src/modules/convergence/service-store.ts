// SQL of services due and received, deliveries, assignments and programmes. Must stay true: one row a subject, service and
// quarter, whoever reports it; what agencies report stays beside it, each row once.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { VillagePart } from '../register/resident-queries.ts'
import type { ConvergenceTables, ServiceRow } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type ProgrammeRow = Omit<ConvergenceTables['convergence_programme'], 'about'> & {
  about: { id: string; en: string }
}
export type AssignmentRow = ConvergenceTables['convergence_assignment']
export type DeliveryRow = ConvergenceTables['convergence_delivery']

export async function listProgrammes(tx: Tx, region: string): Promise<readonly ProgrammeRow[]> {
  return tables(tx)
    .selectFrom('convergence_programme')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('agency_id')
    .orderBy('name')
    .execute()
}

export async function findProgramme(tx: Tx, region: string, id: string): Promise<ProgrammeRow | undefined> {
  return tables(tx)
    .selectFrom('convergence_programme')
    .selectAll()
    .where('region_code', '=', region)
    .where('programme_id', '=', id)
    .executeTakeFirst()
}

/** A programme as given; open unless it says when it was closed. */
export async function putProgramme(
  tx: Tx,
  given: Omit<ProgrammeRow, 'closed_on' | 'closed_reason'> & Partial<Pick<ProgrammeRow, 'closed_on' | 'closed_reason'>>,
): Promise<void> {
  const row = { closed_on: null, closed_reason: '', ...given }
  const { region_code: _, programme_id: __, ...rest } = row
  const stored = { ...rest, about: JSON.stringify(row.about) }
  await tables(tx)
    .insertInto('convergence_programme')
    .values({ ...row, about: stored.about })
    .onConflict((c) => c.columns(['region_code', 'programme_id']).doUpdateSet(stored))
    .execute()
}

/** Rows of a village and quarter. */
export async function hasList(tx: Tx, region: string, period: string, village: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('convergence_service')
    .select('service')
    .where('region_code', '=', region)
    .where('period', '=', period)
    .where('village_code', '=', village)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function listServicesOf(
  tx: Tx,
  region: string,
  period: string,
  village: string,
  part?: VillagePart,
): Promise<readonly ServiceRow[]> {
  const all = tables(tx)
    .selectFrom('convergence_service')
    .selectAll()
    .where('region_code', '=', region)
    .where('period', '=', period)
    .where('village_code', '=', village)
  return (
    part === undefined
      ? all
      : all.where(
          sql<boolean>`(family_id = any(${[...part.families]}::uuid[]) or subject_id = any(${[...part.people]}::uuid[]))`,
        )
  ).execute()
}

/** Rows of some subjects, for a person's or a family's page; locked on demand. */
export async function listServicesOfSubjects(
  tx: Tx,
  region: string,
  period: string,
  subjects: readonly string[],
  service?: string,
  hold = false,
): Promise<readonly ServiceRow[]> {
  if (subjects.length === 0) return []
  let rows = tables(tx)
    .selectFrom('convergence_service')
    .selectAll()
    .where('region_code', '=', region)
    .where('period', '=', period)
    .where(sql<boolean>`subject_id = any(${`{${subjects.join(',')}}`}::uuid[])`)
    .orderBy('subject_id')
  if (service !== undefined) rows = rows.where('service', '=', service)
  if (hold) rows = rows.forUpdate()
  return rows.execute()
}

/** Writes service rows as they are now; one statement. */
export async function putServices(tx: Tx, rows: readonly ServiceRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into convergence_service (region_code, period, subject_id, service, subject_kind, village_code, family_id, state, given_on, giver, programme_id, agency_id, reason, changed_by, changed_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (region_code text, period text, subject_id uuid, service text, subject_kind text, village_code text, family_id uuid, state text, given_on date, giver text, programme_id text, agency_id text, reason text, changed_by text, changed_at timestamptz)
    on conflict (region_code, period, subject_id, service) do update set village_code = excluded.village_code, family_id = excluded.family_id,
      state = excluded.state, given_on = excluded.given_on, giver = excluded.giver, programme_id = excluded.programme_id, agency_id = excluded.agency_id,
      reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx)
}

/** Forgets what is no longer due and was never received. */
export async function dropServices(
  tx: Tx,
  region: string,
  period: string,
  rows: readonly Pick<ServiceRow, 'subject_id' | 'service'>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from convergence_service s using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (subject_id uuid, service text)
    where s.region_code = ${region} and s.period = ${period} and s.subject_id = r.subject_id and s.service = r.service
      and s.state in ('due', 'unknown', 'not-entitled')`.execute(tx)
}

export type Waiting = ServiceRow & { readonly assigned_to: string | null }

/** Who waits for a service in a village, by key; with the programme that has them on its list. */
export async function listWaiting(
  tx: Tx,
  region: string,
  query: {
    readonly period: string
    readonly village: string
    readonly service: string
    readonly after?: string
    readonly limit: number
    readonly unassignedOnly?: boolean
  },
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select s.*, g.programme_id as assigned_to
    from convergence_service s
      left join convergence_assigned a on a.region_code = s.region_code and a.period = s.period and a.service = s.service and a.subject_id = s.subject_id
      left join convergence_assignment g on g.region_code = a.region_code and g.assignment_id = a.assignment_id
    where s.region_code = ${region} and s.period = ${query.period} and s.village_code = ${query.village} and s.service = ${query.service}
      and s.state in ('due', 'unknown')
      ${query.unassignedOnly === true ? sql`and a.subject_id is null` : sql``}
      ${query.after === undefined ? sql`` : sql`and s.subject_id > ${query.after}::uuid`}
    order by s.subject_id limit ${query.limit}`.execute(tx)
  return rows
}

/** False when this delivery is known: the same subject, service, programme and day. */
export async function insertDeliveries(tx: Tx, rows: readonly DeliveryRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const { rows: done } = await sql<{ subject_id: string }>`
    insert into convergence_delivery (region_code, delivery_id, period, subject_id, service, village_code, given_on, giver, programme_id, agency_id, channel, upload_id, recorded_by, recorded_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (region_code text, delivery_id uuid, period text, subject_id uuid, service text, village_code text, given_on date, giver text, programme_id text, agency_id text, channel text, upload_id uuid, recorded_by text, recorded_at timestamptz)
    on conflict do nothing returning subject_id::text`.execute(tx)
  return new Set(done.map((row) => row.subject_id))
}

export type AgencyCount = { readonly agency: string; readonly people: number; readonly deliveries: number }

/** What each agency says it reached, by name, of a service in a village and quarter. */
export async function countByAgency(
  tx: Tx,
  region: string,
  period: string,
  village: string,
  service: string,
): Promise<readonly AgencyCount[]> {
  const { rows } = await sql<AgencyCount>`
    select agency_id as agency, count(distinct subject_id)::int as people, count(*)::int as deliveries
    from convergence_delivery where region_code = ${region} and period = ${period} and village_code = ${village} and service = ${service}
    group by agency_id order by agency_id`.execute(tx)
  return rows
}

/** Different people named by any agency. */
export async function countNamed(
  tx: Tx,
  region: string,
  period: string,
  village: string,
  service: string,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct subject_id)::int as n from convergence_delivery
    where region_code = ${region} and period = ${period} and village_code = ${village} and service = ${service}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

export async function insertAssignment(tx: Tx, row: AssignmentRow, subjects: readonly string[]): Promise<number> {
  await tables(tx).insertInto('convergence_assignment').values(row).execute()
  const done = await sql`
    insert into convergence_assigned (region_code, assignment_id, subject_id, period, service)
    select ${row.region_code}, ${row.assignment_id}::uuid, id, ${row.period}, ${row.service}
    from unnest(${`{${subjects.join(',')}}`}::uuid[]) id on conflict do nothing`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

export async function findAssignment(tx: Tx, region: string, id: string): Promise<AssignmentRow | undefined> {
  return tables(tx)
    .selectFrom('convergence_assignment')
    .selectAll()
    .where('region_code', '=', region)
    .where('assignment_id', '=', id)
    .executeTakeFirst()
}

export type AssignmentProgress = AssignmentRow & { readonly people: number; readonly delivered: number }

/** Assignments of agencies, or of a village and service, the earliest due day first. */
export async function listAssignments(
  tx: Tx,
  region: string,
  query: {
    readonly agencies?: readonly string[]
    readonly village?: string
    readonly service?: string
    readonly period?: string
    readonly id?: string
    readonly limit: number
  },
): Promise<readonly AssignmentProgress[]> {
  const { rows } = await sql<AssignmentProgress>`
    select g.*, c.people, c.delivered
    from convergence_assignment g cross join lateral (
      select count(*)::int as people, count(*) filter (where s.state = 'received')::int as delivered
      from convergence_assigned a left join convergence_service s on s.region_code = a.region_code and s.period = a.period
        and s.subject_id = a.subject_id and s.service = a.service
      where a.region_code = ${region} and a.assignment_id = g.assignment_id) c
    where g.region_code = ${region}
      ${query.agencies === undefined ? sql`` : sql`and g.agency_id = any(${[...query.agencies]}::text[])`}
      ${query.village === undefined ? sql`` : sql`and g.village_code = ${query.village}`}
      ${query.service === undefined ? sql`` : sql`and g.service = ${query.service}`}
      ${query.period === undefined ? sql`` : sql`and g.period = ${query.period}`}
      ${query.id === undefined ? sql`` : sql`and g.assignment_id = ${query.id}::uuid`}
    order by g.due_on desc, g.assignment_id limit ${query.limit}`.execute(tx)
  return rows
}

/** The subjects of an assignment with the state of their service, those who wait first. */
export async function listAssigned(
  tx: Tx,
  region: string,
  assignmentId: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<readonly ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select s.* from convergence_assigned a join convergence_service s on s.region_code = a.region_code and s.period = a.period
      and s.subject_id = a.subject_id and s.service = a.service
    where a.region_code = ${region} and a.assignment_id = ${assignmentId}::uuid
      ${page.after === undefined ? sql`` : sql`and a.subject_id > ${page.after}::uuid`}
    order by a.subject_id limit ${page.limit}`.execute(tx)
  return rows
}

/** True when some agency's list holds this subject for this service. */
export async function isAssigned(tx: Tx, region: string, assignmentId: string, subjectId: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('convergence_assigned')
    .select('subject_id')
    .where('region_code', '=', region)
    .where('assignment_id', '=', assignmentId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
  return row !== undefined
}

export type SubjectSum = {
  readonly subject: string
  readonly kind: 'person' | 'family'
  readonly family: string | null
  readonly received: number
  readonly due: number
}

/** Each subject of a village with its services received and due, by key. */
export async function sumSubjects(
  tx: Tx,
  region: string,
  query: {
    readonly period: string
    readonly village: string
    readonly onlyWaiting: boolean
    readonly after?: string
    readonly limit: number
  },
): Promise<readonly SubjectSum[]> {
  const { rows } = await sql<SubjectSum>`
    select subject_id::text as subject, min(subject_kind) as kind, min(family_id::text) as family,
      count(*) filter (where state = 'received')::int as received, count(*)::int as due
    from convergence_service
    where region_code = ${region} and period = ${query.period} and village_code = ${query.village} and state <> 'not-entitled'
      ${query.after === undefined ? sql`` : sql`and subject_id > ${query.after}::uuid`}
    group by subject_id ${query.onlyWaiting ? sql`having bool_or(state in ('due', 'unknown'))` : sql``}
    order by subject_id limit ${query.limit}`.execute(tx)
  return rows
}

/** How many subjects have all that is due to them, of how many. */
export async function countSubjects(
  tx: Tx,
  region: string,
  period: string,
  village: string,
): Promise<{ readonly complete: number; readonly of: number }> {
  const { rows } = await sql<{ complete: number; of: number }>`
    select count(*) filter (where whole)::int as complete, count(*)::int as of from (
      select bool_and(state = 'received') as whole from convergence_service
      where region_code = ${region} and period = ${period} and village_code = ${village} and state <> 'not-entitled' group by subject_id) s`.execute(
    tx,
  )
  return rows[0] ?? { complete: 0, of: 0 }
}

/** Deliveries of a programme that are known, as `subject day`. */
export async function listDelivered(
  tx: Tx,
  region: string,
  period: string,
  service: string,
  programme: string,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set()
  const { rows } = await sql<{ key: string }>`
    select subject_id::text || ' ' || given_on::text as key from convergence_delivery
    where region_code = ${region} and period = ${period} and service = ${service} and programme_id = ${programme}
      and subject_id = any(${`{${subjects.join(',')}}`}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.key))
}
