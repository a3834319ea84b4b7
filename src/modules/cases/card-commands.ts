// What the production officer does: prints cards on blanks, checks them, spoils the bad ones; the case follows its cards.
// Must stay true: one transaction a card, under the locks case, card, stock in this order; pressing twice and two officers
// pressing at once print once; a case is ready only when each of its cards is.
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { lockLevel } from '../documents/blank-store.ts'
import { formatBlank, parseBlank, takeBlank } from '../documents/blanks.ts'
import { listCardsOfCase, lockCard, type StoredCard } from '../documents/card-store.ts'
import { printCard, readyCard, type SpoilReason, spoilCard } from '../documents/cards.ts'
import type { By } from '../documents/commands.ts'
import { officeCase, unitOf } from './access.ts'
import { findCaseOfCard } from './card-desk-store.ts'
import type { DoneMany } from './card-port.ts'
import type { CaseFile } from './case.ts'
import { findConflict, officerMover, refuseAndTell } from './commands.ts'
import type { CasesContext } from './context.ts'
import { moveCase } from './move-case.ts'
import { pickupCode } from './pickup-code.ts'

export const SPOIL_REASONS: readonly SpoilReason[] = ['misprint', 'printer', 'chip', 'wrong-data', 'damaged-blank']
const MOST_CARDS = 50

/** The case of a card that this visitor may produce. Refuses `card-unknown` for whatever is not theirs, conflicts journalled. */
async function caseOfCard(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  cardId: string,
  action: string,
  want: 'read' | 'lock',
): Promise<Result<CaseFile>> {
  const region = visitor.region!.code
  const caseId = /^[0-9a-f-]{36}$/.test(cardId) ? await findCaseOfCard(tx, region, cardId) : undefined
  const found = caseId === undefined ? undefined : await officeCase(tx, context, visitor, caseId, want)
  if (found?.ok !== true || !isProducer(visitor, found.value)) return refuse('card-unknown')
  const conflict = await findConflict(tx, context, visitor, found.value)
  return conflict === undefined ? found : refuseAndTell(tx, context, visitor, found.value, action, conflict)
}

function isProducer(visitor: Visitor, file: CaseFile): boolean {
  const place = file.villageCode ?? file.region
  return assignmentsFor(visitor.actor, file.region, 'production', file.serviceId, place).length > 0
}

function byOf(context: CasesContext, visitor: Visitor, caseId: string): By {
  return { actor: visitor.actor!.accountId, role: 'production', caseId, at: context.clock.now() }
}

async function tell(tx: Tx, context: CasesContext, visitor: Visitor, card: StoredCard, action: string): Promise<void> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role: 'production',
    ...unitOf(visitor, 'production'),
    device: visitor.device,
    ...(card.case_id === null ? {} : { caseId: card.case_id }),
    subject: card.person_id,
    action,
    fields: ['state', 'blank'],
  })
}

/** Each card by itself: what is refused is named with its case number, the others go on. */
async function each(
  visitor: Visitor,
  cardIds: readonly string[],
  work: (cardId: string, index: number) => Promise<Result<{ readonly number: string }>>,
): Promise<Result<DoneMany>> {
  const chosen = [...new Set(cardIds)].slice(0, MOST_CARDS)
  if (chosen.length === 0) return refuse('card-none-chosen', 'card')
  const refused: { number: string; text: string }[] = []
  let done = 0
  for (const [index, cardId] of chosen.entries()) {
    const one = await work(cardId, index)
    if (one.ok) done++
    else
      refused.push({
        number: String(one.refusals[0]?.params?.number ?? ''),
        text: one.refusals.map(visitor.tell).join(' '),
      })
  }
  return accept({ done, refused })
}

const named = (result: Result<unknown>, file: CaseFile): Result<{ readonly number: string }> =>
  result.ok
    ? accept({ number: file.number ?? '' })
    : {
        ok: false,
        refusals: result.refusals.map(
          (one): Refusal => ({ ...one, params: { ...one.params, number: file.number ?? '' } }),
        ),
      }

/** Prints cards on consecutive blanks from the one named; without a name on the next of the stock. */
export async function printCards(
  context: CasesContext,
  visitor: Visitor,
  cardIds: readonly string[],
  firstBlank: string,
  key: string,
): Promise<Result<DoneMany>> {
  const region = visitor.region!.code
  const first = firstBlank.trim() === '' ? undefined : parseBlank(firstBlank)
  if (first === undefined && firstBlank.trim() !== '') return refuse('card-blank-number', 'blank')
  return each(visitor, cardIds, (cardId, index) =>
    context.database.inRegion(region, async (tx) => {
      const found = await caseOfCard(tx, context, visitor, cardId, 'card-print', 'read')
      if (!found.ok) return found
      const blank = first === undefined ? undefined : formatBlank({ ...first, number: first.number + index })
      const done = await once(tx, `card:${cardId}:${key}`, 'print', () =>
        printOn(tx, context, visitor, found.value, cardId, blank),
      )
      return named(done, found.value)
    }),
  )
}

async function printOn(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  file: CaseFile,
  cardId: string,
  typed: string | undefined,
): Promise<Result<null>> {
  const card = await lockCard(tx, file.region, cardId)
  if (card === undefined) return refuse('card-unknown')
  if (card.state !== 'wanted') return refuse('card-state', undefined, { state: card.state })
  const blank = await takeBlank(tx, file.region, card.office, card.kind, typed)
  if (!blank.ok) return blank
  const print = {
    cardId,
    moveId: newId(),
    ...(blank.value === undefined ? {} : { blankNumber: blank.value }),
  }
  const printed = await printCard(tx, file.region, print, byOf(context, visitor, file.caseId))
  if (!printed.ok) return printed
  await tell(tx, context, visitor, card, 'card.print')
  return accept(null)
}

/** Checked and good. The case becomes ready with its last card, and its applicant gets the code for the counter. */
export async function markReady(
  context: CasesContext,
  visitor: Visitor,
  cardIds: readonly string[],
  key: string,
): Promise<Result<DoneMany>> {
  const region = visitor.region!.code
  return each(visitor, cardIds, (cardId) =>
    context.database.inRegion(region, async (tx) => {
      const found = await caseOfCard(tx, context, visitor, cardId, 'card-ready', 'lock')
      if (!found.ok) return found
      const file = found.value
      const done = await once(tx, `card:${cardId}:${key}`, 'ready', async () => {
        const ready = await readyCard(tx, region, cardId, byOf(context, visitor, file.caseId))
        if (!ready.ok) return ready
        const cards = await listCardsOfCase(tx, region, file.caseId)
        await tell(tx, context, visitor, cards.find((one) => one.card_id === cardId)!, 'card.ready')
        const open = cards.some((one) => one.state === 'wanted' || one.state === 'printed')
        if (open || file.state !== 'issued') return accept(null)
        return caseIsReady(tx, context, visitor, file)
      })
      return named(done, file)
    }),
  )
}

async function caseIsReady(tx: Tx, context: CasesContext, visitor: Visitor, file: CaseFile): Promise<Result<null>> {
  const offered = await context.services.get(file.region, file.serviceId, file.revision)
  const moved = await moveCase({ tx, context, offered }, file, { id: 'print' }, officerMover(visitor, file, offered))
  if (!moved.ok) return moved
  await sendPickupCode(tx, context, moved.value)
  return accept(null)
}

/** The code for the counter, by itself: the notice of the state is the service's own text. */
async function sendPickupCode(tx: Tx, context: CasesContext, file: CaseFile): Promise<void> {
  const { contact } = file
  if (contact === undefined || contact.channel === 'none') return
  const code = pickupCode(context.ring, file.caseId)
  await context.notify(tx, file.region, {
    caseId: file.caseId,
    kind: 'pickup-code',
    contact,
    body:
      file.language === 'id'
        ? `Kode ambil kartu ${file.number}: ${code}. Sebutkan di loket penyerahan, jangan kirim ke orang lain.`
        : `Pick-up code for ${file.number}: ${code}. Tell it at the hand-over counter, send it to nobody.`,
  })
}

/** The printed blank is no good: counted with its reason, and the card is to be printed again. */
export async function spoilCards(
  context: CasesContext,
  visitor: Visitor,
  cardId: string,
  reason: string,
  key: string,
): Promise<Result<null>> {
  const region = visitor.region!.code
  const known = SPOIL_REASONS.find((one) => one === reason)
  if (known === undefined || cardId === '')
    return refuseAll([
      ...(cardId === '' ? [{ code: 'card-spoil-which', at: 'spoiled' }] : []),
      ...(known === undefined ? [{ code: 'card-spoil-reason', at: 'reason' }] : []),
    ])
  return context.database.inRegion(region, async (tx) => {
    const found = await caseOfCard(tx, context, visitor, cardId, 'card-spoil', 'lock')
    if (!found.ok) return found
    return once(tx, `card:${cardId}:${key}`, 'spoil', async () => {
      const card = await lockCard(tx, region, cardId)
      const done = await spoilCard(tx, region, cardId, known, byOf(context, visitor, found.value.caseId))
      if (!done.ok) return done
      await tell(tx, context, visitor, card!, 'card.spoil')
      return accept(null)
    })
  })
}

/** All cards of a case at once, from the page of the case: printed on the next blanks and ready. */
export async function printCase(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  key: string,
): Promise<Result<unknown>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx) => {
    const found = await officeCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return found
    const file = found.value
    const conflict = await findConflict(tx, context, visitor, file)
    if (conflict !== undefined) return refuseAndTell(tx, context, visitor, file, 'print', conflict)
    if (file.takenBy !== undefined && file.takenBy !== visitor.actor!.accountId) return refuse('case-taken')
    return once(tx, `case:${caseId}:${key}`, 'print', async () => {
      const cards = await listCardsOfCase(tx, region, caseId)
      for (const kind of ['ktp-el', 'kia'] as const) {
        const wanted = cards.filter((card) => card.kind === kind && card.state === 'wanted')
        if (wanted.length > 0 && (await lockLevel(tx, region, wanted[0]!.office, kind)) < wanted.length)
          return refuse('card-no-stock', undefined, { kind })
      }
      const moved = await caseIsReady(tx, context, visitor, file)
      if (!moved.ok) return moved
      for (const card of cards) {
        if (card.state === 'wanted') {
          const printed = await printOn(tx, context, visitor, file, card.card_id, undefined)
          if (!printed.ok) throw new Error(`A counted blank is gone: ${printed.refusals[0]?.code}`)
        }
        if (card.state === 'wanted' || card.state === 'printed')
          await readyCard(tx, region, card.card_id, byOf(context, visitor, caseId))
      }
      return accept(null)
    })
  })
}
