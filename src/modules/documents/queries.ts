// What others may read about papers: the public answer to a scanned code, the papers of a holder, of a case.
// Must stay true: the public answer holds no name, no NIK, nothing that the paper's state does not allow; an unknown code and
// another region's code are answered alike.
import type { PlainDate } from '../../kernel/date.ts'
import { isToken } from '../../kernel/id.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import { parseShortCode } from '../../kernel/short-code.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText } from '../../platform/secrets/seal.ts'
import { tokenContext, tokenHash } from './prepare.ts'
import { type PrintedField, printedFieldsOf } from './proof/printed.ts'
import { findByShortCode, findByTokenHash, listOfCase, listOfHolder, type StoredDocument } from './store.ts'
import type { DocumentState } from './tables.ts'
import type { Templates } from './templates.ts'

/** What may be told about a paper that is or was valid. */
export type PaperFacts = {
  readonly kindName: Text
  readonly number: string
  readonly issuedOn: PlainDate
  readonly signerRole: string
  readonly maskedName: string
  readonly birthYear?: number
  /** First group only: the whole code is on the paper, and belongs to the offline proof. */
  readonly shortCodeStart: string
  readonly specimen: boolean
  /** Values that someone with the paper may compare. */
  readonly fields: readonly PrintedField[]
  /** The field that already stands on the page as the number; comparing it would tell nothing. */
  readonly shownField?: string
}
export type Verification =
  | {
      readonly state: 'valid'
      readonly facts: PaperFacts
      readonly validUntil?: PlainDate /** its term has ended */
      readonly isOver: boolean
    }
  | { readonly state: 'superseded'; readonly facts: PaperFacts; readonly since: Date; readonly reason: string }
  | { readonly state: 'revoked'; readonly kindName: Text; readonly since: Date }
  | { readonly state: 'unknown' }

/** The paper of a token or short code in this region; undefined for everything else. */
export async function findPaper(tx: Tx, region: RegionCode, code: string): Promise<StoredDocument | undefined> {
  if (isToken(code)) return findByTokenHash(tx, region, tokenHash(code))
  const short = parseShortCode(code)
  return short.ok ? findByShortCode(tx, region, short.value) : undefined
}

/** The public answer. Pure; `today` in the region's zone. */
export function verificationOf(
  document: StoredDocument | undefined,
  templates: Templates,
  today: PlainDate,
): Verification {
  if (document === undefined) return { state: 'unknown' }
  const template = templates.byKind.get(document.kind)?.template
  const kindName = template?.name ?? { id: document.kind, en: document.kind }
  if (document.state === 'revoked') return { state: 'revoked', kindName, since: document.state_since }
  const fields =
    template === undefined ? [] : printedFieldsOf(template).filter(({ key }) => document.printed[key] !== undefined)
  const facts: PaperFacts = {
    kindName,
    number: document.number,
    issuedOn: document.issued_on,
    signerRole: document.signer_role,
    maskedName: document.shown_name,
    ...(document.birth_year === null ? {} : { birthYear: document.birth_year }),
    shortCodeStart: document.short_code.slice(0, 4),
    specimen: document.specimen,
    fields,
    ...(template === undefined || template.secretNumber ? {} : { shownField: template.number }),
  }
  if (document.state === 'superseded') {
    return { state: 'superseded', facts, since: document.state_since, reason: document.state_reason ?? 'data-change' }
  }
  const until = document.valid_until ?? undefined
  return {
    state: 'valid',
    facts,
    ...(until === undefined ? {} : { validUntil: until }),
    isOver: until !== undefined && until < today,
  }
}

/** A paper as its holder sees it. */
export type HeldPaper = {
  readonly documentId: string
  readonly kind: string
  readonly name: Text
  readonly number: string
  readonly state: DocumentState
  readonly edition: number
  readonly issuedOn: PlainDate
  readonly validUntil?: PlainDate
  readonly fileHash: string
  readonly fileBytes: number
  readonly pages: number
  /** For the address of its page, to share it. */
  readonly token: string
}

export async function listPapersOfCase(
  tx: Tx,
  region: RegionCode,
  caseId: string,
  tools: Reading,
): Promise<readonly HeldPaper[]> {
  return (await listOfCase(tx, region, caseId)).map((row) => heldPaper(row, tools))
}

export async function listPapersOfHolder(
  tx: Tx,
  region: RegionCode,
  personId: string,
  tools: Reading,
): Promise<readonly HeldPaper[]> {
  return (await listOfHolder(tx, region, personId)).map((row) => heldPaper(row, tools))
}

export type Reading = { readonly ring: KeyRing; readonly templates: Templates }

function heldPaper(row: StoredDocument, tools: Reading): HeldPaper {
  return {
    documentId: row.document_id,
    kind: row.kind,
    name: tools.templates.byKind.get(row.kind)?.template.name ?? { id: row.kind, en: row.kind },
    number: row.number,
    state: row.state,
    edition: row.edition,
    issuedOn: row.issued_on,
    ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
    fileHash: row.file_hash,
    fileBytes: row.file_bytes,
    pages: row.pages,
    token: openSealedText(tools.ring, row.token_sealed, tokenContext(row.document_id)),
  }
}
