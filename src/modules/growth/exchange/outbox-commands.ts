// The outbox of exchanges: things are queued, sent, answered, corrected and sent again. Must stay true: nothing is sent inside a
// transaction; the same payload is queued once; a correction supersedes what still waits; each attempt and answer is kept.
import { createHash } from 'node:crypto'
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { newId } from '../../../platform/ids.ts'
import { openSealedText, seal } from '../../../platform/secrets/seal.ts'
import type { GrowthContext } from '../context.ts'
import { decideStep } from './outbox-rules.ts'
import { findItem, type ItemRow, insertAttempt, insertItem, lockNewest, takeDue, updateItem } from './outbox-store.ts'
import type { ExchangeSender, OutgoingItem } from './sender-port.ts'

type Keeping = Pick<GrowthContext, 'database' | 'ring' | 'clock'>
export const exchangeItemContext = (itemId: string) => `growth.exchange.payload:${itemId}`
const AT_ONCE = 20
const STUCK_MINUTES = 10

/** Queues a thing, or its correction. Gives the item; the same payload again gives the one that exists. */
export async function queueItem(
  tx: Tx,
  context: Pick<Keeping, 'ring' | 'clock'>,
  region: string,
  item: OutgoingItem,
): Promise<{ readonly itemId: string; readonly queued: boolean }> {
  const fingerprint = createHash('sha256').update(item.payload).digest('hex')
  const newest = await lockNewest(tx, region, item)
  if (newest !== undefined && newest.fingerprint === fingerprint) return { itemId: newest.item_id, queued: false }
  const now = context.clock.now()
  if (newest?.state === 'waiting' || newest?.state === 'refused')
    await updateItem(tx, region, newest.item_id, { state: 'superseded', next_try_at: null, changed_at: now })
  const itemId = newId()
  await insertItem(tx, {
    region_code: region,
    item_id: itemId,
    target: item.target,
    resource: item.resource,
    local_id: item.localId,
    local_version: (newest?.local_version ?? 0) + 1,
    fingerprint,
    payload: seal(context.ring, item.payload, exchangeItemContext(itemId)),
    state: 'waiting',
    attempts: 0,
    next_try_at: now,
    last_answer: null,
    // the other side knows the thing already: the correction goes to the same one
    remote_id: newest?.remote_id ?? null,
    created_at: now,
    changed_at: now,
  })
  return { itemId, queued: true }
}

export type SentCounts = { readonly accepted: number; readonly waiting: number; readonly refused: number }

/** Sends what is due, some at a time. Safe to run twice and by two processes; the other side searches by identifier. */
export async function sendDue(
  context: Keeping,
  sender: ExchangeSender,
  region: string,
  target?: OutgoingItem['target'],
): Promise<SentCounts> {
  const counts = { accepted: 0, waiting: 0, refused: 0 }
  const due = await context.database.inRegion(region, async (tx) => {
    const now = context.clock.now()
    const rows = await takeDue(tx, region, now, new Date(now.getTime() - STUCK_MINUTES * 60_000), AT_ONCE, target)
    for (const row of rows)
      await updateItem(tx, region, row.item_id, { state: 'sent', attempts: row.attempts + 1, changed_at: now })
    return rows
  })
  for (const row of due) counts[await sendOne(context, sender, region, row)]++
  return counts
}

async function sendOne(
  context: Keeping,
  sender: ExchangeSender,
  region: string,
  row: ItemRow,
): Promise<'accepted' | 'waiting' | 'refused'> {
  const item: OutgoingItem = {
    target: row.target,
    resource: row.resource,
    localId: row.local_id,
    payload: openSealedText(context.ring, row.payload, exchangeItemContext(row.item_id)),
  }
  let answer = await sender.send(item)
  // a token lives an hour: one new one, then the answer counts
  if (answer.kind === 'answer' && answer.status === 401 && (await sender.renew())) answer = await sender.send(item)
  const step = decideStep(answer, row.attempts + 1)
  const now = context.clock.now()
  await context.database.inRegion(region, async (tx) => {
    await insertAttempt(tx, {
      region_code: region,
      item_id: row.item_id,
      attempt: row.attempts + 1,
      at: now,
      outcome: step.state,
      status: answer.kind === 'answer' ? answer.status : null,
      answer: step.state === 'accepted' ? null : JSON.stringify(step.because),
      received: JSON.stringify((answer.kind === 'answer' ? answer.received : undefined) ?? {}),
    })
    await updateItem(tx, region, row.item_id, {
      state: step.state,
      changed_at: now,
      last_status: answer.kind === 'answer' ? answer.status : null,
      last_answer: step.state === 'accepted' ? null : JSON.stringify(step.because),
      next_try_at: step.state === 'waiting' ? new Date(now.getTime() + step.waitSeconds * 1000) : null,
      ...(step.state === 'accepted' && step.remoteId !== undefined ? { remote_id: step.remoteId } : {}),
    })
  })
  return step.state
}

/** Puts a refused item back into the queue as it is, after what it refers to was put right. Twice queues once. */
export async function resendItem(context: Keeping, region: string, itemId: string): Promise<Result<true>> {
  if (!isUuid(itemId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx) => {
    const row = await findItem(tx, region, itemId)
    if (row === undefined) return refuse('not-found')
    if (row.state === 'waiting') return accept(true)
    if (row.state !== 'refused') return refuse('exchange.not-refused')
    const now = context.clock.now()
    await updateItem(tx, region, itemId, { state: 'waiting', next_try_at: now, changed_at: now })
    return accept(true)
  })
}
