// One paper of a case on its way to its signature: drawn while the case waits, drawn anew if something changed, signed and kept.
// Must stay true: all of it outside the transaction that commits the case; repeating it signs the same paper again.
import { accept, type Result } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type Files, type KeptFile, nameFile } from '../../platform/files/files.ts'
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
import type { SignedPapers } from './context.ts'
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

const PDF_TYPE = 'application/pdf'
/** Papers of one case that are made at the same time. */
const SIDE_BY_SIDE = 2

/**
 * Draws papers of a case and has them signed; whoever commits the case keeps them with it. When one is refused, those that were
 * signed are kept at once, since a provider may count signatures. Refuses what `prepareDocument` and `signPrepared` refuse; safe to
 * repeat for those that are left.
 */
export async function signPapers(
  tools: SigningTools,
  region: RegionCode,
  papers: readonly PaperRow[],
  acting: IssuingOffice['signer'] | undefined,
): Promise<Result<SignedPapers>> {
  const signed: SignedPaper[] = []
  const keep = (tx: Tx) => keepAll(tools, tx, region, signed)
  const keepStored = async () => {
    const stored = await Promise.allSettled(signed.map((one) => one.stored))
    const whole = signed.filter((_, index) => stored[index]?.status === 'fulfilled')
    await tools.inRegion(region, (tx) => keepAll(tools, tx, region, whole))
  }
  for (let from = 0; from < papers.length; from += SIDE_BY_SIDE) {
    const tried = await Promise.allSettled(
      papers.slice(from, from + SIDE_BY_SIDE).map((paper) => signPaper(tools, region, paper, acting)),
    )
    for (const one of tried) if (one.status === 'fulfilled' && one.value.ok) signed.push(one.value.value)
    const failed = tried.find((one) => one.status === 'rejected' || !one.value.ok)
    if (failed === undefined) continue
    await keepStored()
    if (failed.status === 'rejected') throw failed.reason
    if (!failed.value.ok) return failed.value
  }
  return accept({ keep, keepStored })
}

type SignedPaper = {
  readonly paper: PaperRow
  readonly file: KeptFile
  /** The bytes are on their way to the store; whoever names them in a transaction waits for this before its commit. */
  readonly stored: Promise<unknown>
  readonly sealed: Uint8Array
}

async function signPaper(
  tools: SigningTools,
  region: RegionCode,
  paper: PaperRow,
  acting: IssuingOffice['signer'] | undefined,
): Promise<Result<SignedPaper>> {
  const input = inputOf(tools, region, paper, acting)
  const signing = { ...tools.documents, signerStatus: await tools.signer.status() }
  const prepared = await (tools.ahead?.take(input, signing) ?? prepareDocument(input, signing))
  if (!prepared.ok) return prepared
  const signed = await signPrepared(tools.signer, prepared.value, tools.documents.work)
  if (!signed.ok) return signed
  const { pdf, document } = signed.value
  const stored = tools.files.keep(region, pdf, PDF_TYPE)
  // Whoever keeps the paper hears of it.
  stored.catch(() => undefined)
  const sealed = seal(tools.ring, JSON.stringify(document), signedContext(paper.document_id))
  const file = { hash: document.fileHash, sizeBytes: document.fileBytes, mediaType: PDF_TYPE }
  return accept({ paper, file, stored, sealed })
}

async function keepAll(tools: SigningTools, tx: Tx, region: RegionCode, signed: readonly SignedPaper[]): Promise<void> {
  await Promise.all(
    signed.flatMap(({ paper, file, stored, sealed }) => [
      nameFile(tx, file),
      keepSigned(tx, region, paper.case_id, paper.document_id, sealed),
      stored,
    ]),
  )
  for (const { paper } of signed) tools.ahead?.forget(paper.document_id)
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
