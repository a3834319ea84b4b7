// What the region's administrator does about outgoing items: sets the receiver, queues a month, sends a refused item again. Must
// stay true: administrators only, others find nothing; a key that was typed is sealed and never shown again.
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { holds, type Visitor } from '../../../platform/http/visitor.ts'
import { writeOutbox } from '../../../platform/jobs/outbox.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { openSealedText, seal } from '../../../platform/secrets/seal.ts'
import type { GrowthContext } from '../context.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { HttpSender } from './http-sender.ts'
import { resendItem, sendDue } from './outbox-commands.ts'
import { findItem, listTargets, lockNewest, putTarget, type TargetRow } from './outbox-store.ts'
import { readAddress, STAND_IN } from './outgoing-address.ts'
import { TARGETS, type TargetForm } from './outgoing-port.ts'
import { queueMonth, queueVisitAgain } from './outgoing-queue.ts'
import type { ExchangeSender } from './sender-port.ts'
import { standInSender } from './stand-in-sender.ts'

export const SEND_JOB = 'growth.exchange-send'
export const targetContext = (target: string) => `growth.exchange.secret:${target}`
const ROUNDS = 20

export const mayAdminister = (visitor: Visitor): boolean =>
  visitor.region !== undefined && holds(visitor.actor, visitor.region.code, 'service-admin')

/** Sets where a kind of item goes. Refuses `not-found`, what the address refuses, `exchange.number-malformed`. */
export async function saveTarget(
  context: GrowthContext,
  visitor: Visitor,
  name: string,
  form: TargetForm,
): Promise<Result<true>> {
  const target = TARGETS.find((one) => one === name)
  if (target === undefined || !mayAdminister(visitor)) return refuse('not-found')
  const region = visitor.region!.code
  const address = readAddress(form.baseUrl, visitor.demo)
  if (!address.ok) return address
  for (const at of ['organisation', 'practitioner'] as const)
    if (!/^[A-Za-z0-9.-]{0,40}$/.test(form[at].trim())) return refuse('exchange.number-malformed', at)
  if (form.clientId.length > 200 || form.secret.length > 500) return refuse('exchange.number-malformed', 'clientId')
  const at = context.clock.now()
  await context.database.inRegion(region, async (tx) => {
    const before = (await listTargets(tx, region)).find((one) => one.target === target)
    await putTarget(tx, {
      region_code: region,
      target,
      base_url: address.value,
      organisation: form.organisation.trim(),
      practitioner: form.practitioner.trim(),
      client_id: form.clientId.trim(),
      // a key belongs to the address it was given for
      secret:
        form.secret !== ''
          ? seal(context.ring, form.secret, targetContext(target))
          : before?.base_url === address.value
            ? before.secret
            : null,
      active: form.active,
      changed_by: visitor.actor!.accountId,
      changed_at: at,
    })
    await writeJournal(tx, {
      at,
      actor: visitor.actor!.accountId,
      role: 'service-admin',
      action: 'exchange-target.set',
      fields: [target],
    })
    if (form.active) await writeOutbox(tx, { kind: SEND_JOB, key: region })
  })
  return accept(true)
}

/** Queues what a month has. Refuses `not-found`, `exchange.no-target`. Twice queues once. */
export async function queueMonthNow(
  context: GrowthContext,
  visitor: Visitor,
  month: string,
): Promise<Result<{ readonly queued: number }>> {
  if (!mayAdminister(visitor) || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return refuse('not-found')
  const region = visitor.region!.code
  const targets = await context.database.inRegion(region, (tx) => listTargets(tx, region), { readOnly: true })
  if (!targets.some(({ active }) => active)) return refuse('exchange.no-target')
  const by = { account: visitor.actor!.accountId, role: 'service-admin', timeZone: visitor.region!.timeZone }
  const queued = await queueMonth(context, region, month, by)
  await context.database.inRegion(region, (tx) => writeOutbox(tx, { kind: SEND_JOB, key: region }))
  return accept({ queued })
}

/**
 * Puts a refused item back into the queue; a visit whose record was put right since goes as a new version. Gives the item that waits.
 * Refuses `not-found`, `exchange.not-refused`.
 */
export async function resendNow(
  context: GrowthContext,
  visitor: Visitor,
  itemId: string,
): Promise<Result<{ readonly itemId: string }>> {
  if (!mayAdminister(visitor) || !isUuid(itemId)) return refuse('not-found')
  const region = visitor.region!.code
  const by = { account: visitor.actor!.accountId, role: 'service-admin', timeZone: visitor.region!.timeZone }
  const again = await context.database.inRegion(region, async (tx) => {
    const row = await findItem(tx, region, itemId)
    if (row === undefined || row.target !== 'satusehat') return undefined
    if (row.state !== 'refused' || !(await queueVisitAgain(tx, context, region, row.local_id, by))) return undefined
    const newest = await lockNewest(tx, region, { target: row.target, resource: row.resource, localId: row.local_id })
    return newest?.item_id
  })
  const done = again === undefined ? await resendItem(context, region, itemId) : accept(true)
  if (!done.ok) return done
  await context.database.inRegion(region, async (tx) => {
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: 'service-admin',
      action: 'exchange-item.resent',
      fields: [itemId],
    })
    await writeOutbox(tx, { kind: SEND_JOB, key: region })
  })
  return accept({ itemId: again ?? itemId })
}

/** The way out to a receiver; undefined where none may be used. */
export function senderOf(
  context: Pick<GrowthContext, 'ring'>,
  row: TargetRow,
  demo: boolean,
): ExchangeSender | undefined {
  if (!row.active) return undefined
  if (row.base_url === STAND_IN) return demo ? standInSender() : undefined
  return new HttpSender({
    baseUrl: row.base_url,
    fetch: guardedFetch,
    ...(row.client_id === '' || row.secret === null
      ? {}
      : {
          credentials: {
            clientId: row.client_id,
            clientSecret: openSealedText(context.ring, row.secret, targetContext(row.target)),
          },
        }),
  })
}

/** Sends everything of a region that is due. Safe to run twice and by two processes. */
export async function sendRegion(context: GrowthContext, region: string, demo: boolean): Promise<void> {
  const targets = await context.database.inRegion(region, (tx) => listTargets(tx, region), { readOnly: true })
  for (const row of targets) {
    const sender = senderOf(context, row, demo)
    if (sender === undefined) continue
    for (let round = 0; round < ROUNDS; round++) {
      const { accepted, waiting, refused } = await sendDue(context, sender, region, row.target)
      if (accepted + waiting + refused === 0) break
    }
  }
}
