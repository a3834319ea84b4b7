// Download without an account: a link on one channel, a PIN on another. Must stay true: valid seven days, renewed at no
// cost; five wrong PINs end it; a new link ends the older ones; only hashes are kept; nothing but a valid paper is given out.
import { createHash } from 'node:crypto'
import { type RandomBytes, randomToken } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, keyedHashes } from '../../platform/secrets/seal.ts'
import { findDocument, type StoredDocument } from './store.ts'
import type { DocumentTables } from './tables.ts'

export const LINK_DAYS = 7
export const WRONG_PINS = 5
const DAY_MS = 86_400_000

/** `screen`: on the page of whoever asked for it; `counter`: shown or printed there; `spoken`: told in person. */
export type Channel = 'whatsapp' | 'sms' | 'email' | 'counter' | 'village' | 'screen' | 'spoken'
export type NewLink = {
  readonly linkId: string
  readonly token: string
  readonly pin: string
  readonly validUntil: Date
}

/** Refusals: `document-unknown`, `document-not-valid`, `document-link-one-channel`. Each call makes a new link and ends older ones. */
export async function makeDownloadLink(
  tx: Tx,
  link: {
    readonly region: RegionCode
    readonly linkId: string
    readonly documentId: string
    readonly linkChannel: Channel
    readonly pinChannel: Channel
    readonly at: Date
  },
  tools: { readonly ring: KeyRing; readonly random: RandomBytes },
): Promise<Result<NewLink>> {
  if (link.linkChannel === link.pinChannel) return refuse('document-link-one-channel', 'pinChannel')
  const document = await findDocument(tx, link.region, link.documentId)
  if (document === undefined) return refuse('document-unknown')
  if (document.state !== 'valid') return refuse('document-not-valid')
  await tables(tx)
    .updateTable('document_link')
    .set({ ended_at: link.at })
    .where('region_code', '=', link.region)
    .where('document_id', '=', link.documentId)
    .where('ended_at', 'is', null)
    .execute()
  const token = randomToken(tools.random)
  const pin = randomPin(tools.random)
  const validUntil = new Date(link.at.getTime() + LINK_DAYS * DAY_MS)
  await tables(tx)
    .insertInto('document_link')
    .values({
      region_code: link.region,
      link_id: link.linkId,
      document_id: link.documentId,
      token_hash: linkHash(token),
      pin_hash: keyedHash(tools.ring, pinText(link.linkId, pin)),
      link_channel: link.linkChannel,
      pin_channel: link.pinChannel,
      made_at: link.at,
      valid_until: validUntil,
      ended_at: null,
    })
    .execute()
  return accept({ linkId: link.linkId, token, pin, validUntil })
}

/**
 * Opens a link with its PIN. Refusals: `document-link-unknown`, `document-link-ended`, `document-link-pin` with `left`,
 * `document-link-locked`, `document-not-valid`. A refusal for a wrong PIN must be committed: it counts.
 */
export async function openDownloadLink(
  tx: Tx,
  region: RegionCode,
  token: string,
  pin: string,
  tools: { readonly ring: KeyRing; readonly at: Date },
): Promise<Result<StoredDocument>> {
  const link = await tables(tx)
    .selectFrom('document_link')
    .selectAll()
    .where('region_code', '=', region)
    .where('token_hash', '=', linkHash(token))
    .forUpdate()
    .executeTakeFirst()
  if (link === undefined) return refuse('document-link-unknown')
  if (link.wrong_pins >= WRONG_PINS) return refuse('document-link-locked')
  if (link.ended_at !== null || link.valid_until <= tools.at) return refuse('document-link-ended')
  const isRight = keyedHashes(tools.ring, pinText(link.link_id, pin.replace(/\s/g, ''))).includes(link.pin_hash)
  await tables(tx)
    .updateTable('document_link')
    .set(isRight ? { opened: link.opened + 1, wrong_pins: 0 } : { wrong_pins: link.wrong_pins + 1 })
    .where('region_code', '=', region)
    .where('link_id', '=', link.link_id)
    .execute()
  if (!isRight) {
    const left = WRONG_PINS - link.wrong_pins - 1
    return left === 0 ? refuse('document-link-locked') : refuse('document-link-pin', 'pin', { left })
  }
  const document = await findDocument(tx, region, link.document_id)
  if (document === undefined) throw new Error('a link points to no document')
  return document.state === 'valid' ? accept(document) : refuse('document-not-valid')
}

function tables(tx: Tx) {
  return tx.withTables<DocumentTables>()
}

function linkHash(token: string): Buffer {
  return createHash('sha256').update(`document-link:${token}`).digest()
}

function pinText(linkId: string, pin: string): string {
  return `document-link-pin:${linkId}:${pin}`
}

/** Six digits, each equally likely. */
function randomPin(random: RandomBytes): string {
  for (;;) {
    const bytes = random(4)
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
    // 4,294,000,000 is the largest multiple of a million below 2^32.
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, '0')
  }
}
