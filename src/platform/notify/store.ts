// SQL of notices and of the stand-ins' messages.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../db/tx.ts'

export type NoticeRow = {
  region_code: string
  notice_id: string
  case_id: string | null
  kind: string
  body: string
  channel: string
  address: Uint8Array
  created_at: Date
  attempts: number
  next_try_at: Date | null
  sent_at: Date | null
  delivered_at: Date | null
  failed_at: Date | null
  error: string | null
  provider_ref: string | null
}
type NotifyTables = {
  notice: NoticeRow
  stand_in_message: {
    message_id: string
    channel: string
    recipient: string
    sealed: Uint8Array
    at: Date
    expires_at: Date | null
  }
}
const tables = (tx: Tx) => tx.withTables<NotifyTables>()

export async function insertNotice(tx: Tx, row: NoticeRow): Promise<void> {
  await tables(tx).insertInto('notice').values(row).execute()
}

export async function findNotice(tx: Tx, region: RegionCode, noticeId: string): Promise<NoticeRow | undefined> {
  return tables(tx)
    .selectFrom('notice')
    .selectAll()
    .where('region_code', '=', region)
    .where('notice_id', '=', noticeId)
    .executeTakeFirst()
}

export async function updateNotice(
  tx: Tx,
  region: RegionCode,
  noticeId: string,
  patch: Partial<NoticeRow>,
): Promise<void> {
  await tables(tx)
    .updateTable('notice')
    .set(patch)
    .where('region_code', '=', region)
    .where('notice_id', '=', noticeId)
    .execute()
}

export type Unsent = { readonly channel: string; readonly state: 'waiting' | 'failed' }

/** The newest notice of a case, where it was tried and did not leave: still tried, or given up. Older ones are overtaken by it. */
export async function findUnsent(tx: Tx, region: RegionCode, caseId: string): Promise<Unsent | undefined> {
  const row = await tables(tx)
    .selectFrom('notice')
    .select(['channel', 'attempts', 'sent_at', 'failed_at'])
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .orderBy('created_at', 'desc')
    .orderBy('notice_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.failed_at !== null) return { channel: row.channel, state: 'failed' }
  return row.sent_at === null && row.attempts > 0 ? { channel: row.channel, state: 'waiting' } : undefined
}

export async function keepStandIn(tx: Tx, row: NotifyTables['stand_in_message']): Promise<void> {
  await tables(tx)
    .insertInto('stand_in_message')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function listStandIns(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<readonly NotifyTables['stand_in_message'][]> {
  return tables(tx)
    .selectFrom('stand_in_message')
    .selectAll()
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

/** Codes that nobody can use any more go. */
export async function sweepStandIns(tx: Tx, now: Date): Promise<number> {
  const done = await tables(tx).deleteFrom('stand_in_message').where('expires_at', '<=', now).executeTakeFirst()
  return Number(done.numDeletedRows)
}

/** What a carrier reported about a notice later. The first report of an end counts. False when nothing is known of it. */
export async function reportNotice(
  tx: Tx,
  region: RegionCode,
  noticeId: string,
  report: { readonly state: 'delivered' | 'failed'; readonly at: Date; readonly error?: string },
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('notice')
    .set(
      report.state === 'delivered'
        ? { delivered_at: report.at }
        : { failed_at: report.at, error: (report.error ?? 'failed').slice(0, 200) },
    )
    .where('region_code', '=', region)
    .where('notice_id', '=', noticeId)
    .where('delivered_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Removes the addresses of notices sent before `before`; that they were sent stays. Gives how many. */
export async function forgetAddresses(tx: Tx, region: RegionCode, before: Date, limit: number): Promise<number> {
  const done = await sql`
    update notice set address = ''::bytea where region_code = ${region} and notice_id in (
      select notice_id from notice where region_code = ${region} and sent_at is not null and sent_at < ${before}
        and octet_length(address) > 0 order by sent_at limit ${limit})`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}
