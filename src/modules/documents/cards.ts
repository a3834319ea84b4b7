// Cards that the office prints: wished for by a case, printed on a blank, handed over by name with proof.
// Must stay true: each blank is accounted for (received, printed, spoiled with a reason, counted); a card is handed over
// once; who took it is sealed; what waits for 30 days is reported.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { addToCardDay } from './blank-store.ts'
import {
  type CardPage,
  changeCard,
  insertCard,
  insertSpoiled,
  listCardsOfCase,
  listWaiting,
  lockCard,
  lockCardsOf,
  moveStock,
  type StoredCard,
} from './card-store.ts'
import type { By } from './commands.ts'
import type { CardKind, CardState } from './tables.ts'

export const UNCOLLECTED_DAYS = 30
const DAY_MS = 86_400_000
/** The office that prints where a region has only one. */
export const MAIN_OFFICE = 'main'

export type SpoilReason = 'misprint' | 'printer' | 'chip' | 'wrong-data' | 'damaged-blank'
export type WithdrawReason = 'death' | 'moved' | 'data-change' | 're-issue' | 'case-annulled'

/** Blanks that arrived, or the difference that a count found. Refusals: `card-count`, `card-no-stock` (a count below zero). */
export async function changeStock(
  tx: Tx,
  region: RegionCode,
  stock: {
    readonly moveId: string
    readonly office: string
    readonly kind: CardKind
    readonly change: number
    readonly cause: 'received' | 'counted'
    readonly note?: string
  },
  by: By,
): Promise<Result<{ readonly level: number }>> {
  const { change, cause } = stock
  if (!Number.isInteger(change) || change === 0 || Math.abs(change) > 100_000 || (cause === 'received' && change < 0))
    return refuse('card-count', 'change')
  const level = await moveStock(tx, region, { ...stock, actor: by.actor, at: by.at })
  return level === undefined ? refuse('card-no-stock', 'change', { kind: stock.kind }) : accept({ level })
}

/** Puts a card on the list of an office. The cards of that kind before it are withdrawn at hand-over. Safe to repeat. */
export async function wantCard(
  tx: Tx,
  region: RegionCode,
  card: { readonly cardId: string; readonly kind: CardKind; readonly personId: string; readonly office: string },
  by: By,
): Promise<void> {
  await insertCard(tx, {
    region_code: region,
    card_id: card.cardId,
    kind: card.kind,
    person_id: card.personId,
    case_id: by.caseId ?? null,
    office: card.office,
    state: 'wanted',
    state_since: by.at,
    state_reason: null,
    blank_number: null,
    wanted_at: by.at,
    ready_at: null,
    handed_at: null,
    handed_by: null,
    taken_by: null,
    relation: null,
    proof_hash: null,
  })
}

/**
 * The wish of a case for a card of one person, at the office that prints for the region (`main` unless named). What is no
 * card (`ikd` lives on a phone) is left out. Safe to repeat: one card of a kind for each person and case.
 */
export async function orderCard(
  tx: Tx,
  region: RegionCode,
  order: {
    readonly kind: string
    readonly personId: string
    readonly caseId: string
    readonly cardId?: string
    readonly office?: string
  },
  at: Date,
): Promise<void> {
  const { kind, personId, caseId } = order
  if (kind !== 'ktp-el' && kind !== 'kia') return
  const ordered = await listCardsOfCase(tx, region, caseId)
  if (ordered.some((card) => card.kind === kind && card.person_id === personId)) return
  const by: By = { actor: 'system:cases', role: 'system', caseId, at }
  await wantCard(
    tx,
    region,
    { cardId: order.cardId ?? newId(), kind, personId, office: order.office ?? MAIN_OFFICE },
    by,
  )
}

/** Prints on a blank of the office. Refusals: `card-unknown`, `card-state`, `card-no-stock`. */
export async function printCard(
  tx: Tx,
  region: RegionCode,
  print: { readonly cardId: string; readonly moveId: string; readonly blankNumber?: string },
  by: By,
): Promise<Result<{ readonly stockLevel: number }>> {
  return withCard(tx, region, print.cardId, ['wanted'], async (card) => {
    const level = await moveStock(tx, region, {
      moveId: print.moveId,
      office: card.office,
      kind: card.kind,
      change: -1,
      cause: 'printed',
      cardId: card.card_id,
      actor: by.actor,
      at: by.at,
    })
    if (level === undefined) return refuse('card-no-stock', undefined, { kind: card.kind })
    await changeCard(tx, region, card.card_id, {
      state: 'printed',
      state_since: by.at,
      blank_number: print.blankNumber ?? null,
    })
    return accept({ stockLevel: level })
  })
}

/** The printed blank is no good; the card is to be printed again. The blank stays used. Refusals: `card-unknown`, `card-state`. */
export async function spoilCard(
  tx: Tx,
  region: RegionCode,
  cardId: string,
  reason: SpoilReason,
  by: By,
): Promise<Result<void>> {
  return withCard(tx, region, cardId, ['printed', 'ready'], async (card) => {
    const seq = card.spoiled + 1
    await insertSpoiled(tx, {
      region_code: region,
      card_id: cardId,
      seq,
      reason,
      blank_number: card.blank_number,
      actor: by.actor,
      at: by.at,
    })
    await addToCardDay(tx, region, { office: card.office, kind: card.kind, at: by.at }, { spoiled: 1 })
    await changeCard(tx, region, cardId, {
      state: 'wanted',
      state_since: by.at,
      blank_number: null,
      ready_at: null,
      spoiled: seq,
    })
    return accept(undefined)
  })
}

/** Checked and lying at the counter, or on its way to the village. Refusals: `card-unknown`, `card-state`. */
export async function readyCard(tx: Tx, region: RegionCode, cardId: string, by: By): Promise<Result<void>> {
  return withCard(tx, region, cardId, ['printed'], async () => {
    await changeCard(tx, region, cardId, { state: 'ready', state_since: by.at, ready_at: by.at })
    return accept(undefined)
  })
}

export type HandOver = {
  readonly cardId: string
  readonly takenBy: string
  /** `self`, `parent`, `spouse`, `village-officer`, … */
  readonly relation: string
  /** Hash of the stored proof: signed slip or photo. */
  readonly proofHash: string
  /** What the proof is: the code that was sent to the applicant, or the number of a signed slip in the archive. */
  readonly proof?: { readonly kind: 'code' | 'slip'; readonly ref: string }
  /** Papers whose originals were shown, by id; and why one was not. */
  readonly originals?: readonly string[]
  readonly originalsNote?: string
}

/**
 * Hands a card over by name, with proof; older cards of the person of that kind are withdrawn.
 * Refusals: `card-unknown`, `card-state`, `card-receiver`, `card-proof`.
 */
export async function handOverCard(
  tx: Tx,
  region: RegionCode,
  handOver: HandOver,
  by: By,
  ring: KeyRing,
): Promise<Result<void>> {
  const takenBy = handOver.takenBy.trim()
  if (takenBy.length < 2 || takenBy.length > 100 || handOver.relation.trim() === '')
    return refuse('card-receiver', 'takenBy')
  if (!/^[0-9a-f]{64}$/.test(handOver.proofHash)) return refuse('card-proof', 'proof')
  return withCard(tx, region, handOver.cardId, ['ready'], async (card) => {
    for (const old of await lockCardsOf(tx, region, card.person_id, [card.kind])) {
      if (old.card_id === card.card_id || old.state !== 'handed-over') continue
      await changeCard(tx, region, old.card_id, { state: 'withdrawn', state_since: by.at, state_reason: 're-issue' })
    }
    await changeCard(tx, region, card.card_id, {
      state: 'handed-over',
      state_since: by.at,
      handed_at: by.at,
      handed_by: by.actor,
      taken_by: seal(ring, takenBy, takenByContext(card.card_id)),
      relation: handOver.relation.trim(),
      proof_hash: handOver.proofHash,
      proof_kind: handOver.proof?.kind ?? null,
      proof_ref: handOver.proof?.ref ?? null,
      originals: [...(handOver.originals ?? [])],
      originals_note:
        handOver.originalsNote === undefined || handOver.originalsNote === ''
          ? null
          : seal(ring, handOver.originalsNote, originalsContext(card.card_id)),
    })
    await addToCardDay(tx, region, { office: card.office, kind: card.kind, at: by.at }, { handed: 1 })
    await writeJournal(tx, {
      at: by.at,
      actor: by.actor,
      role: by.role,
      ...(by.unit === undefined ? {} : { unit: by.unit }),
      ...(card.case_id === null ? {} : { caseId: card.case_id }),
      subject: card.person_id,
      action: 'card.hand-over',
      fields: ['takenBy', 'relation', 'proof', 'originals'],
    })
    return accept(undefined)
  })
}

/** Ends the cards of a person: after a death, a move, a change of data. Cards not yet printed leave the list. Safe to repeat. */
export async function withdrawCards(
  tx: Tx,
  region: RegionCode,
  personId: string,
  kinds: readonly CardKind[],
  reason: WithdrawReason,
  by: By,
): Promise<readonly string[]> {
  const cards = await lockCardsOf(tx, region, personId, kinds)
  for (const card of cards) {
    await changeCard(tx, region, card.card_id, { state: 'withdrawn', state_since: by.at, state_reason: reason })
  }
  return cards.map((card) => card.card_id)
}

/** Cards that have been waiting for 30 days and more, longest first. */
export async function listUncollected(
  tx: Tx,
  region: RegionCode,
  office: string,
  at: Date,
  page: CardPage,
): Promise<readonly StoredCard[]> {
  return listWaiting(tx, region, office, new Date(at.getTime() - UNCOLLECTED_DAYS * DAY_MS), page)
}

/** Who took a card; reading it is journalled by the caller's page. Undefined while it was not handed over. */
export function receiverOf(card: StoredCard, ring: KeyRing): string | undefined {
  return card.taken_by === null ? undefined : openSealedText(ring, card.taken_by, takenByContext(card.card_id))
}

async function withCard<T>(
  tx: Tx,
  region: RegionCode,
  cardId: string,
  states: readonly CardState[],
  work: (card: StoredCard) => Promise<Result<T>>,
): Promise<Result<T>> {
  const card = await lockCard(tx, region, cardId)
  if (card === undefined) return refuse('card-unknown')
  return states.includes(card.state) ? work(card) : refuse('card-state', undefined, { state: card.state })
}

export function takenByContext(cardId: string): string {
  return `card.taken-by:${cardId}`
}

export function originalsContext(cardId: string): string {
  return `card.originals:${cardId}`
}
