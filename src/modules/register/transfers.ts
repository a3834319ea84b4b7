// Moves between regions, by messages. The origin offers, the destination claims (and only then sees who comes), accepts
// with its own commit, and tells the origin, which lets go. Must stay true: no transaction writes into two regions; one
// active copy of a person; a claimed letter cannot be withdrawn, an unclaimed one cannot be accepted.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type Json, type MessageKind, onMessage, type Receipt, sendMessage } from '../../platform/jobs/messages.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { Change } from './change.ts'
import { openMembers } from './kinship.ts'
import { letGo } from './let-go.ts'
import { loadSnapshot } from './load.ts'
import type { Plan } from './plan.ts'
import {
  findTransfer,
  insertTransfer,
  sealPayload,
  setTransfer,
  type TransferPayload,
  transferOfMessage,
} from './transfer-store.ts'
import { marriagesThatTravel } from './travelling-marriages.ts'
import type { Writing } from './write-changes.ts'

/** Validity of a moving letter: 100 days (not confirmed). */
export const LETTER_DAYS = 100
const CLAIM = 'register.transfer.claim'
const ACCEPTED = 'register.transfer.accepted'
const RELEASED = 'register.transfer.released'

/** Are the letters a plan accepts or withdraws still free? Locks their rows. */
export async function checkTransfers(tx: Tx, region: string, changes: readonly Change[]): Promise<Result<null>> {
  for (const change of changes) {
    if (change.kind === 'transfer-accepted') {
      const row = await findTransfer(tx, region, 'in', change.letter, true)
      if (row?.state !== 'granted') return refuse('register-letter-used', 'letter', { letter: change.letter })
    } else if (change.kind === 'transfer-withdrawn') {
      const row = await findTransfer(tx, region, 'out', change.letter, true)
      if (row?.state !== 'offered') return refuse('register-letter-claimed', 'letter', { letter: change.letter })
    }
  }
  return accept(null)
}

export async function writeTransfers(tx: Tx, writing: Writing, plan: Plan): Promise<void> {
  const { region, now, caseId, newId } = writing
  for (const change of plan.changes) {
    if (change.kind === 'transfer-offered') await offerTransfer(tx, writing, plan, change)
    else if (change.kind === 'transfer-withdrawn') {
      const row = await findTransfer(tx, region, 'out', change.letter)
      if (row !== undefined) await setTransfer(tx, region, row.transfer_id, { state: 'withdrawn', changed_at: now })
    } else if (change.kind === 'transfer-accepted') {
      const messageId = newId()
      await setTransfer(tx, region, change.transferId, {
        state: 'accepted',
        case_id: caseId,
        message_id: messageId,
        changed_at: now,
      })
      if (originOfLetter(change.letter) === change.from)
        await sendMessage(tx, { to: change.from, kind: ACCEPTED, id: messageId, body: { letter: change.letter } })
    }
  }
}

/** Keeps the letter and, sealed, what the destination will get. */
async function offerTransfer(
  tx: Tx,
  { ring, region, caseId, now, newId }: Writing,
  plan: Plan,
  offer: Extract<Change, { kind: 'transfer-offered' }>,
): Promise<void> {
  const family = plan.result.families.find((one) => one.id === offer.familyId)
  const members = family === undefined ? [] : openMembers(family)
  const known = await loadSnapshot(tx, ring, region, { personIds: offer.personIds })
  const payload: TransferPayload = {
    persons: plan.result.persons
      .filter(({ person }) => offer.personIds.includes(person.id))
      .map(({ person }) => person),
    ...(family?.headId === undefined ? {} : { headId: family.headId }),
    relations: Object.fromEntries(members.map((member) => [member.personId, member.relation])),
    marriages: marriagesThatTravel(known, offer.personIds),
  }
  await insertTransfer(tx, {
    region_code: region,
    transfer_id: newId(),
    direction: 'out',
    letter: offer.letter,
    other_region: offer.to,
    state: 'offered',
    family_id: offer.familyId,
    person_ids: [...offer.personIds],
    payload: sealPayload(ring, offer.letter, payload),
    refusal: null,
    case_id: caseId,
    message_id: null,
    valid_until: new Date(now.getTime() + LETTER_DAYS * 86_400_000).toISOString().slice(0, 10),
    recorded_at: now,
    changed_at: now,
    receipt_at: null,
  })
}

/** `SKPWNI/6311/05032026/0001`, `SKPOA/…` -> `63.11`; undefined for a letter of another shape (an old one on paper). */
export function originOfLetter(letter: string): string | undefined {
  const place = /^(?:SKPWNI|SKPOA)\/(\d{2})(\d{2})\/\d{8}\/\d+$/.exec(letter.trim())
  return place === null ? undefined : `${place[1]}.${place[2]}`
}

/**
 * Asks the region of origin for the people of a letter; the answer comes by message. Calling it again asks again when
 * the origin had refused. Refusals: `register-letter-unreadable`, `register-letter-own`.
 */
export async function requestTransfer(
  tx: Tx,
  writing: Writing,
  letter: string,
): Promise<Result<{ readonly state: 'requested' | 'granted' | 'accepted' }>> {
  const { region, now, newId, caseId } = writing
  const number = letter.trim()
  const origin = originOfLetter(number)
  if (origin === undefined) return refuse('register-letter-unreadable', 'letter')
  if (origin === region) return refuse('register-letter-own', 'letter')
  const known = await findTransfer(tx, region, 'in', number, true)
  if (known !== undefined && known.state !== 'refused' && known.state !== 'withdrawn')
    return accept({ state: known.state as 'requested' | 'granted' | 'accepted' })
  const messageId = newId()
  if (known === undefined)
    await insertTransfer(tx, {
      region_code: region,
      transfer_id: newId(),
      direction: 'in',
      letter: number,
      other_region: origin,
      state: 'requested',
      family_id: null,
      person_ids: [],
      payload: null,
      refusal: null,
      case_id: caseId,
      message_id: messageId,
      valid_until: null,
      recorded_at: now,
      changed_at: now,
      receipt_at: null,
    })
  else
    await setTransfer(tx, region, known.transfer_id, {
      state: 'requested',
      refusal: null,
      changed_at: now,
      case_id: caseId,
      message_id: messageId,
    })
  await sendMessage(tx, { to: origin, kind: CLAIM, id: messageId, body: { letter: number } })
  return accept({ state: 'requested' })
}

/** Gives a claimed letter back when the case here ends without a commit; one read from paper was claimed nowhere and stays. Safe to call twice. */
export async function releaseTransfer(tx: Tx, writing: Writing, letter: string): Promise<void> {
  const { region, now, newId, caseId } = writing
  const row = await findTransfer(tx, region, 'in', letter.trim(), true)
  if (row === undefined || (row.state !== 'granted' && row.state !== 'requested')) return
  if (row.message_id === null || (row.case_id !== null && caseId !== null && row.case_id !== caseId)) return
  await setTransfer(tx, region, row.transfer_id, { state: 'withdrawn', payload: null, person_ids: [], changed_at: now })
  await sendMessage(tx, { to: row.other_region, kind: RELEASED, id: newId(), body: { letter: row.letter } })
}

/** Writes a letter that an officer read from paper or from the national system, so that the same effect can accept it. */
export async function recordPaperTransfer(
  tx: Tx,
  writing: Writing,
  input: { readonly letter: string; readonly from: string; readonly payload: TransferPayload },
): Promise<Result<null>> {
  const { ring, region, now, newId, caseId } = writing
  const letter = input.letter.trim()
  const known = await findTransfer(tx, region, 'in', letter, true)
  if (known !== undefined) {
    // Asked for in vain before: the paper answers for the region that did not.
    if (known.state !== 'requested' && known.state !== 'refused' && known.state !== 'withdrawn')
      return refuse('register-letter-known', 'letter', { letter })
    await setTransfer(tx, region, known.transfer_id, {
      state: 'granted',
      other_region: input.from,
      person_ids: input.payload.persons.map((person) => person.id),
      payload: sealPayload(ring, known.letter, input.payload),
      refusal: null,
      message_id: null,
      changed_at: now,
      receipt_at: now,
    })
    return accept(null)
  }
  await insertTransfer(tx, {
    region_code: region,
    transfer_id: newId(),
    direction: 'in',
    letter,
    other_region: input.from,
    state: 'granted',
    family_id: null,
    person_ids: input.payload.persons.map((person) => person.id),
    payload: sealPayload(ring, letter, input.payload),
    refusal: null,
    case_id: caseId,
    message_id: null,
    valid_until: null,
    recorded_at: now,
    changed_at: now,
    receipt_at: now,
  })
  return accept(null)
}

export type TransferTools = {
  readonly ring: KeyRing
  readonly now: () => Date
  readonly newId: () => string
  /** In the origin, when the destination has accepted: what has to be said of the letter's paper. In the same transaction. */
  readonly onUsed?: (tx: Tx, region: string, letter: string, personIds: readonly string[]) => Promise<void>
}

/** The messages of moves, for the dispatcher: both sides of each. */
export function transferMessages(tools: TransferTools): readonly MessageKind[] {
  return [
    onMessage(
      CLAIM,
      async (tx, message): Promise<Result<Json>> => {
        const row = await findTransfer(tx, message.to, 'out', letterOf(message.body), true)
        const params = { letter: letterOf(message.body) }
        if (row === undefined || row.other_region !== message.from || row.payload === null)
          return refuse('register-letter-unknown', 'letter', params)
        if (row.state !== 'offered' && row.state !== 'claimed') return refuse('register-letter-used', 'letter', params)
        await setTransfer(tx, message.to, row.transfer_id, { state: 'claimed', changed_at: tools.now() })
        return accept({
          letter: row.letter,
          payload: Buffer.from(row.payload).toString('base64'),
          persons: row.person_ids,
        })
      },
      (tx, receipt) => noteClaim(tx, tools, receipt),
    ),
    onMessage(
      ACCEPTED,
      async (tx, message): Promise<Result<Json>> => {
        const row = await findTransfer(tx, message.to, 'out', letterOf(message.body), true)
        const params = { letter: letterOf(message.body) }
        if (row === undefined || row.other_region !== message.from)
          return refuse('register-letter-unknown', 'letter', params)
        if (row.state === 'accepted') return accept({ letter: row.letter })
        if (row.state !== 'claimed') return refuse('register-letter-used', 'letter', params)
        const now = tools.now()
        await letGo(tx, { ring: tools.ring, region: message.to, caseId: row.case_id, now, newId: tools.newId }, row)
        await tools.onUsed?.(tx, message.to, row.letter, row.person_ids)
        await setTransfer(tx, message.to, row.transfer_id, {
          state: 'accepted',
          payload: null,
          changed_at: now,
          receipt_at: now,
        })
        return accept({ letter: row.letter })
      },
      (tx, receipt) => noteReceipt(tx, tools, receipt),
    ),
    onMessage(RELEASED, async (tx, message): Promise<Result<Json>> => {
      const row = await findTransfer(tx, message.to, 'out', letterOf(message.body), true)
      if (row?.state === 'claimed' && row.other_region === message.from)
        await setTransfer(tx, message.to, row.transfer_id, { state: 'offered', changed_at: tools.now() })
      return accept(null)
    }),
  ]
}

function letterOf(body: Json): string {
  return typeof body === 'object' && body !== null && 'letter' in body && typeof body.letter === 'string'
    ? body.letter
    : ''
}

/** In the destination: the people of the letter have come, or the reason why not. */
async function noteClaim(tx: Tx, tools: TransferTools, receipt: Receipt): Promise<void> {
  const row = await transferOfMessage(tx, receipt.id)
  if (row?.state !== 'requested') return
  const times = { changed_at: tools.now(), receipt_at: tools.now() }
  if (!receipt.accepted) {
    const refusal = receipt.refusals[0]?.code ?? 'register-letter-unknown'
    return setTransfer(tx, row.region_code, row.transfer_id, { state: 'refused', refusal, ...times })
  }
  const answer = receipt.answer as { readonly payload?: string; readonly persons?: readonly string[] }
  const payload = Buffer.from(answer.payload ?? '', 'base64')
  await setTransfer(tx, row.region_code, row.transfer_id, {
    state: 'granted',
    payload,
    person_ids: [...(answer.persons ?? [])],
    ...times,
  })
}

/** The origin has let go: what travelled is no longer needed here. */
async function noteReceipt(tx: Tx, tools: TransferTools, receipt: Receipt): Promise<void> {
  const row = await transferOfMessage(tx, receipt.id)
  if (row !== undefined && receipt.accepted)
    await setTransfer(tx, row.region_code, row.transfer_id, { payload: null, receipt_at: tools.now() })
}
