// One paper of a case on its way to its signature: drawn while the case waits, drawn anew if something changed, signed and kept.
// Must stay true: all of it outside the transaction that commits the case; repeating it signs the same paper again.
import { accept, type Result } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type Files, nameFile } from '../../platform/files/files.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { DrawnAhead } from '../documents/drawn-ahead.ts'
import {
  type IssuingOffice,
  type PrepareInput,
  type PrepareTools,
  prepareDocument,
  signPrepared,
} from '../documents/prepare.ts'
import type { Signer } from '../documents/signing/signer.ts'
import type { DocumentData } from '../documents/template.ts'
import { keepSigned, type PaperRow } from './paper-store.ts'

export const paperContext = (documentId: string): string => `case.paper:${documentId}`
export const signedContext = (documentId: string): string => `case.paper.signed:${documentId}`

export type SigningTools = {
  readonly ring: KeyRing
  readonly files: Files
  readonly signer: Signer
  readonly documents: Omit<PrepareTools, 'signerStatus'>
  /** Draws the papers of a prepared case before its signature; without it they are drawn then. */
  readonly ahead?: DrawnAhead
  readonly now: () => Date
  officeOf(region: RegionCode): IssuingOffice
  inRegion<T>(region: RegionCode, work: (tx: Tx) => Promise<T>): Promise<T>
}

/**
 * Draws one paper of a case, has it signed and keeps it. Refuses what `prepareDocument` and `signPrepared` refuse; safe to repeat.
 */
export async function signPaper(
  tools: SigningTools,
  region: RegionCode,
  paper: PaperRow,
  acting: IssuingOffice['signer'] | undefined,
): Promise<Result<void>> {
  const input = inputOf(tools, region, paper, acting)
  const signing = { ...tools.documents, signerStatus: await tools.signer.status() }
  const prepared = await (tools.ahead?.take(input, signing) ?? prepareDocument(input, signing))
  if (!prepared.ok) return prepared
  const signed = await signPrepared(tools.signer, prepared.value, tools.documents.work)
  if (!signed.ok) return signed
  const kept = await tools.files.keep(region, signed.value.pdf, 'application/pdf')
  const sealed = seal(tools.ring, JSON.stringify(signed.value.document), signedContext(paper.document_id))
  await tools.inRegion(region, async (tx) => {
    await Promise.all([nameFile(tx, kept), keepSigned(tx, region, paper.case_id, paper.document_id, sealed)])
  })
  tools.ahead?.forget(paper.document_id)
  return accept(undefined)
}

/** What a paper is made of, if it were signed now. */
function inputOf(
  tools: SigningTools,
  region: RegionCode,
  paper: PaperRow,
  acting: IssuingOffice['signer'] | undefined,
): PrepareInput {
  const office = tools.officeOf(region)
  return {
    documentId: paper.document_id,
    kind: paper.kind,
    of: { kind: paper.of_kind as 'person', id: paper.of_id },
    holders: paper.holders,
    caseId: paper.case_id,
    data: JSON.parse(openSealedText(tools.ring, paper.data, paperContext(paper.document_id))) as DocumentData,
    office: acting === undefined ? office : { ...office, signer: acting },
    atMs: tools.now().getTime(),
  }
}

/** As the head would sign them today. The case may still not come to be signed: then they were drawn for nothing. */
export function drawAhead(tools: SigningTools, region: RegionCode, papers: readonly PaperRow[]): void {
  const { ahead } = tools
  if (ahead === undefined || papers.length === 0) return
  tools.signer
    .status()
    .then((signerStatus) => {
      for (const paper of papers)
        ahead.begin(inputOf(tools, region, paper, undefined), { ...tools.documents, signerStatus })
    })
    // Whoever signs asks again, and hears why it cannot be.
    .catch(() => undefined)
}
