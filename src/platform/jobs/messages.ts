// Crossing regions: outbox of A, inbox of B, receipt back to A. Must stay true: no transaction ever writes into two
// regions; a message is received once, whatever breaks on the way; what B refuses comes back to A as a receipt.
import { sql } from 'kysely'
import type { Refusal, Result } from '../../kernel/refusal.ts'
import type { Database } from '../db/database.ts'
import { markLate } from '../db/late-rows.ts'
import type { Tx } from '../db/tx.ts'
import { defineJob, type Job, type JobDefinition } from './job.ts'
import { writeOutbox } from './outbox.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type OutgoingMessage = {
  readonly to: string
  readonly kind: string /** Shared by both sides, made by the sender. */
  readonly id: string
  readonly body: Json
}
export type Message = {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly id: string
  readonly body: Json
  readonly sentAt: Date
}
export type Receipt = { readonly id: string; readonly from: string; readonly kind: string } & (
  | { readonly accepted: true; readonly answer: Json }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] }
)

export type MessageKind = {
  readonly kind: string
  /** In the receiver's region. A refusal undoes what it wrote and goes back as the receipt. Throwing means: try again later. */
  readonly receive: (tx: Tx, message: Message) => Promise<Result<Json>>
  /** In the sender's region, once, when the receipt arrives. */
  readonly receipt?: (tx: Tx, receipt: Receipt) => Promise<void>
}

type MessageRow = {
  region_code: string
  id: string
  to_region: string
  kind: string
  body: Json
  sent_at: Date
  state: 'sent' | 'accepted' | 'refused'
  receipt: Json
  receipt_at: Date | null
}
type InboxRow = {
  region_code: string
  from_region: string
  id: string
  kind: string
  state: 'accepted' | 'refused'
  receipt: { answer?: Json; refusals?: Refusal[] }
}
type Reading = { messages: MessageRow; inbox: InboxRow; regions: { code: string } }
type Writing = {
  messages: {
    region_code?: string
    id: string
    to_region: string
    kind: string
    body: string
    state?: string
    receipt?: string
    receipt_at?: Date
  }
  inbox: { from_region: string; id: string; kind: string; body: string; state: string; receipt: string }
}

const DELIVER = 'message.deliver'

/** Says how a kind of message is received and what its receipt does. */
export function onMessage(
  kind: string,
  receive: MessageKind['receive'],
  receipt?: MessageKind['receipt'],
): MessageKind {
  return { kind, receive, receipt }
}

/** Sends from the transaction's region; it leaves with the commit. Sending the same id again does nothing. */
export async function sendMessage(tx: Tx, { to, kind, id, body }: OutgoingMessage): Promise<void> {
  const written = await tx
    .withTables<Writing>()
    .insertInto('messages')
    .values({ id, to_region: to, kind, body: JSON.stringify(body) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 1n)
    await writeOutbox(tx, { kind: DELIVER, key: id, payload: { message: id } })
}

function toReceipt(message: MessageRow, state: InboxRow['state'], receipt: InboxRow['receipt']): Receipt {
  const common = { id: message.id, from: message.to_region, kind: message.kind }
  return state === 'accepted'
    ? { ...common, accepted: true, answer: receipt.answer ?? null }
    : { ...common, accepted: false, refusals: receipt.refusals ?? [] }
}

/** The receiver's side: the answer given before, or the handler's, stored with what it wrote. */
async function receive(tx: Tx, message: MessageRow, kind: MessageKind): Promise<Receipt> {
  const table = tx.withTables<Reading>()
  const before = await table
    .selectFrom('inbox')
    .select(['state', 'receipt'])
    .where('region_code', '=', message.to_region)
    .where('from_region', '=', message.region_code)
    .where('id', '=', message.id)
    .executeTakeFirst()
  if (before !== undefined) return toReceipt(message, before.state, before.receipt)
  const takeBack = markLate(tx)
  await sql`savepoint receiving`.execute(tx)
  const result = await kind.receive(tx, {
    from: message.region_code,
    to: message.to_region,
    kind: message.kind,
    id: message.id,
    body: message.body,
    sentAt: message.sent_at,
  })
  if (!result.ok) takeBack()
  await (result.ok ? sql`release savepoint receiving` : sql`rollback to savepoint receiving`).execute(tx)
  const state = result.ok ? 'accepted' : 'refused'
  const receipt: InboxRow['receipt'] = result.ok ? { answer: result.value } : { refusals: [...result.refusals] }
  await tx
    .withTables<Writing>()
    .insertInto('inbox')
    .values({
      from_region: message.region_code,
      id: message.id,
      kind: message.kind,
      body: JSON.stringify(message.body),
      state,
      receipt: JSON.stringify(receipt),
    })
    .execute()
  return toReceipt(message, state, receipt)
}

/** The sender's side: the receipt is noted once, and what it means happens in the same transaction. */
async function noteReceipt(
  tx: Tx,
  message: MessageRow,
  receipt: Receipt,
  kind: MessageKind | undefined,
): Promise<void> {
  const noted = await tx
    .withTables<Writing>()
    .updateTable('messages')
    .set({ state: receipt.accepted ? 'accepted' : 'refused', receipt: JSON.stringify(receipt), receipt_at: new Date() })
    .where('region_code', '=', message.region_code)
    .where('id', '=', message.id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  if (noted.numUpdatedRows === 1n) await kind?.receipt?.(tx, receipt)
}

async function deliver(db: Database, kinds: ReadonlyMap<string, MessageKind>, job: Job): Promise<void> {
  const from = job.region ?? ''
  const id = String(job.payload.message)
  const { message, known } = await db.inRegion(
    from,
    async (tx) => {
      const table = tx.withTables<Reading>()
      const found = await table
        .selectFrom('messages')
        .selectAll()
        .where('region_code', '=', from)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return {
        message: found,
        known: await table.selectFrom('regions').select('code').where('code', '=', found.to_region).executeTakeFirst(),
      }
    },
    { readOnly: true },
  )
  if (message.state !== 'sent') return
  const kind = kinds.get(message.kind)
  if (known === undefined) {
    const refusals = [{ code: 'message-region-unknown', params: { region: message.to_region } }]
    await db.inRegion(from, (tx) =>
      noteReceipt(tx, message, { id, from: message.to_region, kind: message.kind, accepted: false, refusals }, kind),
    )
    return
  }
  if (kind === undefined) throw new Error(`Nobody receives messages of kind ${message.kind}.`)
  const receipt = await db.inRegion(message.to_region, (tx) => receive(tx, message, kind))
  await db.inRegion(from, (tx) => noteReceipt(tx, message, receipt, kind))
}

/** The jobs that carry messages, for `startJobs`. Throws when two kinds have one name. */
export function messageJobs(db: Database, kinds: readonly MessageKind[]): readonly JobDefinition[] {
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]))
  if (byKind.size !== kinds.length) throw new Error('Two receivers for one kind of message.')
  return [defineJob(DELIVER, (job) => deliver(db, byKind, job), { retries: 16 })]
}
