// SQL of cases: the current-state row, its events, its serial. Must stay true: every statement names the region; lists
// page by key on an index; a change names the version it saw, so that two officers cannot both win.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CaseRow, CasesTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<CasesTables>()

export async function insertCase(tx: Tx, row: CaseRow): Promise<void> {
  await tables(tx).insertInto('case_file').values(row).execute()
}

export async function findCase(tx: Tx, region: RegionCode, caseId: string): Promise<CaseRow | undefined> {
  return tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

/** The row, locked until the transaction ends. */
export async function lockCase(tx: Tx, region: RegionCode, caseId: string): Promise<CaseRow | undefined> {
  return tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findCaseByNumber(tx: Tx, region: RegionCode, number: string): Promise<CaseRow | undefined> {
  return tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Writes the changed columns when the version is still the one seen; false when someone else was faster. */
export async function updateCase(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  seenVersion: number,
  patch: Partial<CaseRow>,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('case_file')
    .set({ ...patch, version: seenVersion + 1 })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('version', '=', seenVersion)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deleteDraft(tx: Tx, region: RegionCode, caseId: string): Promise<void> {
  await tables(tx).deleteFrom('case_upload').where('region_code', '=', region).where('case_id', '=', caseId).execute()
  await tables(tx)
    .deleteFrom('case_file')
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('state', '=', 'draft')
    .execute()
}

/**
 * Drafts of one edition of a service go over to another; gives how many. The version stays, so that a form that is open
 * in somebody's browser can still be sent.
 */
export async function moveDrafts(
  tx: Tx,
  move: {
    readonly region: RegionCode
    readonly serviceId: string
    readonly state: string
    readonly from: string
    readonly to: string
  },
): Promise<number> {
  const done = await tables(tx)
    .updateTable('case_file')
    .set({ revision: move.to })
    .where('region_code', '=', move.region)
    .where('applicant_until', 'is not', null)
    .where('service_id', '=', move.serviceId)
    .where('state', '=', move.state)
    .where('revision', '=', move.from)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Cases whose definition was never kept (begun before editions were) get the one they have been read with. Once. */
export async function adoptRevision(tx: Tx, region: RegionCode, serviceId: string, revision: string): Promise<void> {
  await tables(tx)
    .updateTable('case_file')
    .set({ revision })
    .where('region_code', '=', region)
    .where('service_id', '=', serviceId)
    .where('revision', '!=', revision)
    .execute()
}

export type EventRow = CasesTables['case_event']

/** Appends events; the sequence goes on from the case's version, which the caller's lock keeps. */
export async function appendEvents(tx: Tx, rows: readonly EventRow[]): Promise<void> {
  if (rows.length > 0)
    await tables(tx)
      .insertInto('case_event')
      .values(rows.map((row) => ({ ...row, detail: JSON.stringify(row.detail) })))
      .execute()
}

export async function listEvents(tx: Tx, region: RegionCode, caseId: string): Promise<readonly EventRow[]> {
  return tables(tx)
    .selectFrom('case_event')
    .selectAll()
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

/** What was done with a case and by whom, in order. */
export type HistoryLine = { readonly seq: number; readonly action: string; readonly actor: string }

export async function listHistory(tx: Tx, region: RegionCode, caseId: string): Promise<readonly HistoryLine[]> {
  const rows = await tables(tx)
    .selectFrom('case_event')
    .select(['seq', 'action', 'actor_account'])
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ seq: row.seq, action: row.action, actor: row.actor_account ?? 'system' }))
}

/** Takes `count` serials of a day in one statement; returns the first. */
export async function takeSerials(tx: Tx, region: RegionCode, day: string, count: number): Promise<number> {
  const row = await tables(tx)
    .insertInto('case_serial')
    .values({ region_code: region, day, next: count + 1 })
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'day']).doUpdateSet({ next: sql`case_serial.next + ${count}` }),
    )
    .returning('next')
    .executeTakeFirstOrThrow()
  return row.next - count
}

/** An open case of the same service about the same subject, if there is one. */
export async function findOpenBySubject(
  tx: Tx,
  region: RegionCode,
  serviceId: string,
  subjectKeys: readonly Uint8Array[],
  except: string,
): Promise<CaseRow | undefined> {
  return tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('service_id', '=', serviceId)
    .where('subject_key', 'in', [...subjectKeys])
    .where('ended_at', 'is', null)
    .where('case_id', '!=', except)
    .limit(1)
    .executeTakeFirst()
}

/** Someone's own cases: begun by their account or, by whoever, for their person. */
export type Owner = { readonly accountId: string; readonly personId?: string }

/** Own cases, newest first, `limit` rows after the key given; what an account fills in for others is not among them. */
export async function listCasesOfAccount(
  tx: Tx,
  region: RegionCode,
  { accountId, personId }: Owner,
  limit: number,
  before?: { createdAt: Date; caseId: string },
): Promise<readonly CaseRow[]> {
  let query = tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where((e) =>
      personId === undefined
        ? e('account_id', '=', accountId)
        : e.or([e('account_id', '=', accountId), e('applicant_person', '=', personId)]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit)
  if (before !== undefined)
    query = query.where(sql<boolean>`(created_at, case_id) < (${before.createdAt}, ${before.caseId}::uuid)`)
  return query.execute()
}

/** Cases an account fills in for others, newest first. */
export async function listCasesOfHelper(
  tx: Tx,
  region: RegionCode,
  helperAccount: string,
  limit: number,
): Promise<readonly CaseRow[]> {
  return tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('helper_account', '=', helperAccount)
    .orderBy('created_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit)
    .execute()
}

/** Open cases of one service that one of these persons applies for. */
export async function listOpenOfApplicants(
  tx: Tx,
  region: RegionCode,
  serviceId: string,
  persons: readonly string[],
): Promise<readonly CaseRow[]> {
  if (persons.length === 0) return []
  return tables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('applicant_person', 'in', [...persons])
    .where('service_id', '=', serviceId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .limit(50)
    .execute()
}
