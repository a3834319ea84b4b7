// What happens to papers in the register of papers: issued, superseded, revoked, extended. Each runs in the caller's
// transaction, beside the effects of its case. Must stay true: one valid edition of a kind for each thing; a paper stops
// being valid at the commit, not when a new one is printed; every change leaves an event and a journal entry.
import type { PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { SignedDocument } from './prepare.ts'
import {
  appendEvent,
  changeDocument,
  findDocument,
  insertDocument,
  insertHolders,
  lastEdition,
  listEndedBy,
  listOfHolder,
  lockAllValid,
  lockDocument,
  lockValid,
  type StoredDocument,
} from './store.ts'
import type { DocumentEventRow, DocumentOf } from './tables.ts'

/** Who did it, under which role, for which case, when. */
export type By = {
  readonly actor: string
  readonly role: string
  readonly unit?: string
  readonly caseId?: string
  readonly at: Date
}

/** Why an edition gave way. Shown on the page of the paper. */
export type SupersedeReason = 'data-change' | 're-issue' | 'correction' | 'extension' | 'used'
export type RevokeReason = 'court' | 'office-decision' | 'death' | 'issued-in-error' | 'move-cancelled' | 'moved'

/** Writes a signed paper; the valid edition before it is superseded. Safe to repeat: the same paper is written once. */
export async function issueDocument(
  tx: Tx,
  signed: SignedDocument,
  by: By,
  reason: SupersedeReason = 'data-change',
): Promise<{ readonly documentId: string; readonly edition: number; readonly superseded?: string }> {
  const { region, documentId, kind, of, series } = signed
  // Asked, and then written, in one journey each: the database answers in the order in which it was asked.
  const [known, before, last] = await Promise.all([
    findDocument(tx, region, documentId),
    lockValid(tx, region, kind, of.id, series),
    lastEdition(tx, region, kind, of.id, series),
  ])
  if (known !== undefined) return { documentId, edition: known.edition }
  if (before !== undefined) await giveWay(tx, region, before, by, reason, documentId)
  const edition = last + 1
  await Promise.all([
    insertDocument(tx, rowOf(signed, edition, by.at)),
    insertHolders(tx, region, documentId, signed.holders),
    record(tx, region, documentId, 'issued', by, undefined),
  ])
  return { documentId, edition, ...(before === undefined ? {} : { superseded: before.document_id }) }
}

/** Ends the valid papers of a thing (of one kind, or all) because the register changed. Gives back which; safe to repeat. */
export async function supersedeDocuments(
  tx: Tx,
  region: RegionCode,
  of: DocumentOf,
  kind: string | undefined,
  reason: SupersedeReason,
  by: By,
): Promise<readonly string[]> {
  const valid = await lockAllValid(tx, region, of, kind)
  for (const document of valid) await giveWay(tx, region, document, by, reason, undefined)
  return valid.map((document) => document.document_id)
}

/** A letter that did what it was for: whoever shows it again is told so. Safe to repeat. */
export async function markLetterUsed(
  tx: Tx,
  region: RegionCode,
  letter: { readonly number: string; readonly kinds: readonly string[]; readonly holders: readonly string[] },
  by: By,
): Promise<void> {
  for (const holder of letter.holders)
    for (const { document_id, kind, number } of await listOfHolder(tx, region, holder)) {
      if (number !== letter.number || !letter.kinds.includes(kind)) continue
      const document = await lockDocument(tx, region, document_id)
      if (document?.state === 'valid') await giveWay(tx, region, document, by, 'used', undefined)
    }
}

/** Withdraws the valid papers of a thing (of one kind, or all). Their page then tells nothing about the person. */
export async function revokeDocuments(
  tx: Tx,
  region: RegionCode,
  of: DocumentOf,
  kind: string | undefined,
  reason: RevokeReason,
  by: By,
): Promise<readonly string[]> {
  const valid = await lockAllValid(tx, region, of, kind)
  for (const document of valid) await withdraw(tx, region, document, by, reason)
  return valid.map((document) => document.document_id)
}

/** Withdraws one paper, also one that was superseded. Refusals: `document-unknown`. Safe to repeat. */
export async function revokeDocument(
  tx: Tx,
  region: RegionCode,
  documentId: string,
  reason: RevokeReason,
  by: By,
): Promise<Result<void>> {
  const document = await lockDocument(tx, region, documentId)
  if (document === undefined) return refuse('document-unknown')
  if (document.state !== 'revoked') await withdraw(tx, region, document, by, reason)
  return accept(undefined)
}

/**
 * The papers that a case had superseded or revoked are in force again, now that the case is annulled; those that somebody has ended
 * since, or that another edition followed, stay as they are. Gives back which; safe to repeat.
 */
export async function reinstateDocuments(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  by: By,
): Promise<readonly { readonly documentId: string; readonly kind: string; readonly of: string }[]> {
  const back: { documentId: string; kind: string; of: string }[] = []
  for (const id of await listEndedBy(tx, region, caseId)) {
    const document = await lockDocument(tx, region, id)
    if (document?.state !== 'superseded' && document?.state !== 'revoked') continue
    const { kind, of_id, series } = document
    if ((await lockValid(tx, region, kind, of_id, series)) !== undefined) continue
    await changeDocument(tx, region, id, {
      state: 'valid',
      state_since: by.at,
      state_reason: null,
      superseded_by: null,
    })
    await record(tx, region, id, 'reinstated', by, undefined)
    back.push({ documentId: id, kind, of: of_id })
  }
  return back
}

/** Lengthens the validity of the paper that is valid. Refusals: `document-none-valid`, `document-no-term`, `document-term-shorter`. */
export async function extendDocument(
  tx: Tx,
  region: RegionCode,
  of: DocumentOf,
  kind: string,
  until: PlainDate,
  by: By,
): Promise<Result<{ readonly documentId: string }>> {
  const [document] = await lockAllValid(tx, region, of, kind)
  if (document === undefined) return refuse('document-none-valid')
  if (document.valid_until === null) return refuse('document-no-term')
  if (until <= document.valid_until)
    return refuse('document-term-shorter', 'until', dateParams('until', document.valid_until))
  await changeDocument(tx, region, document.document_id, { valid_until: until })
  await record(tx, region, document.document_id, 'extended', by, until)
  return accept({ documentId: document.document_id })
}

async function giveWay(
  tx: Tx,
  region: RegionCode,
  document: StoredDocument,
  by: By,
  reason: SupersedeReason,
  to: string | undefined,
) {
  await changeDocument(tx, region, document.document_id, {
    state: 'superseded',
    state_since: by.at,
    state_reason: reason,
    superseded_by: to ?? null,
  })
  await record(tx, region, document.document_id, 'superseded', by, reason)
}

async function withdraw(tx: Tx, region: RegionCode, document: StoredDocument, by: By, reason: RevokeReason) {
  await changeDocument(tx, region, document.document_id, { state: 'revoked', state_since: by.at, state_reason: reason })
  await record(tx, region, document.document_id, 'revoked', by, reason)
}

async function record(
  tx: Tx,
  region: RegionCode,
  documentId: string,
  action: DocumentEventRow['action'],
  by: By,
  reason: string | undefined,
) {
  await appendEvent(tx, {
    region_code: region,
    document_id: documentId,
    at: by.at,
    action,
    actor: by.actor,
    case_id: by.caseId ?? null,
    reason: reason ?? null,
  })
  await writeJournal(tx, {
    at: by.at,
    actor: by.actor,
    role: by.role,
    ...(by.unit === undefined ? {} : { unit: by.unit }),
    ...(by.caseId === undefined ? {} : { caseId: by.caseId }),
    subject: `document:${documentId}`,
    action: `document.${action}`,
    ...(reason === undefined ? {} : { reason }),
  })
}

function rowOf(signed: SignedDocument, edition: number, at: Date) {
  return {
    region_code: signed.region,
    document_id: signed.documentId,
    kind: signed.kind,
    of_kind: signed.of.kind,
    of_id: signed.of.id,
    series: signed.series,
    edition,
    case_id: signed.caseId ?? null,
    number: signed.number,
    number_hash: signed.numberHash,
    token_hash: Buffer.from(signed.tokenHash, 'base64url'),
    token_sealed: Buffer.from(signed.tokenSealed, 'base64url'),
    short_code: signed.shortCode,
    serial: signed.serial,
    printed: JSON.stringify(signed.printed),
    shown_name: signed.shownName,
    birth_year: signed.birthYear ?? null,
    file_hash: signed.fileHash,
    file_bytes: signed.fileBytes,
    pages: signed.pages,
    template_hash: signed.templateHash,
    state: 'valid' as const,
    state_since: at,
    state_reason: null,
    superseded_by: null,
    issued_on: signed.issuedOn,
    issued_at: new Date(signed.issuedAtMs),
    valid_until: signed.validUntil ?? null,
    signer_name: signed.signerName,
    signer_role: signed.signerRole,
    provider: signed.provider,
    certificate_serial: signed.certificateSerial,
    specimen: signed.specimen,
  }
}
