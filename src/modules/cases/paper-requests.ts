// What the register asks of papers and cards when a case is committed: issued, superseded, extended, revoked. Must stay true: of a
// paper that exists once, the edition before ends with the new one and names it.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { openSealedText } from '../../platform/secrets/seal.ts'
import { orderCard, type WithdrawReason, withdrawCards } from '../documents/cards.ts'
import { type By, extendDocument, issueDocument, revokeDocuments, supersedeDocuments } from '../documents/commands.ts'
import type { SignedDocument } from '../documents/prepare.ts'
import type { Request } from '../register/commands.ts'
import { type SigningTools, signedContext } from './paper-signing.ts'
import type { PaperRow } from './paper-store.ts'

type RequestTools = Pick<SigningTools, 'ring' | 'documents'>
/** Cards that the office prints. */
export const isCard = (document: string): document is 'kia' | 'ktp-el' => document === 'kia' || document === 'ktp-el'

type DocumentRequest = Extract<Request, { kind: 'document' }>

/** Carries out what is asked of papers and cards; requests of other kinds are not looked at. `whyOf` says why the cards of somebody go. */
export async function carryOutRequests(
  tx: Tx,
  tools: RequestTools,
  region: RegionCode,
  requests: readonly Request[],
  signed: readonly PaperRow[],
  whyOf: (of: DocumentRequest['of']) => WithdrawReason,
  by: By,
): Promise<void> {
  await Promise.all(
    byPaper(requests).map(async (ofPaper) => {
      for (const request of withoutDoubled(tools, ofPaper, signed))
        await carryOut(tools, tx, region, request, signed, whyOf(request.of), by)
    }),
  )
}

/** What is asked of one paper, in order. Different papers know nothing of each other, so they are written in the same journeys. */
function byPaper(requests: readonly Request[]): readonly (readonly DocumentRequest[])[] {
  const papers = new Map<string, DocumentRequest[]>()
  for (const request of requests) {
    if (request.kind !== 'document') continue
    const paper = `${request.document} ${request.of.id}`
    papers.set(paper, [...(papers.get(paper) ?? []), request])
  }
  return [...papers.values()]
}

/** Issuing a paper of which there is one at a time ends the edition before by itself: nobody looks for it twice. */
function withoutDoubled(
  tools: RequestTools,
  requests: readonly DocumentRequest[],
  papers: readonly PaperRow[],
): readonly DocumentRequest[] {
  return requests.filter(({ action, document, of }, index) => {
    const isIssued =
      requests[index + 1]?.action === 'issue' && papers.some((one) => one.kind === document && one.of_id === of.id)
    return (
      action !== 'supersede' ||
      !isIssued ||
      tools.documents.templates.byKind.get(document)?.template.onePer === 'number'
    )
  })
}

async function carryOut(
  tools: RequestTools,
  tx: Tx,
  region: RegionCode,
  request: DocumentRequest,
  papers: readonly PaperRow[],
  why: WithdrawReason,
  by: By,
): Promise<void> {
  const { action, document, of } = request
  if (action === 'keep') return
  if (isCard(document)) {
    if (action === 'issue')
      await orderCard(tx, region, { kind: document, personId: of.id, caseId: by.caseId ?? '' }, by.at)
    else await withdrawCards(tx, region, of.id, [document], action === 'revoke' ? why : 'data-change', by)
    return
  }
  // The digital identity lives on the person's phone; the register keeps that it was bound.
  if (document === 'ikd') return
  if (action === 'supersede') await supersedeDocuments(tx, region, of, document, 'data-change', by)
  else if (action === 'revoke') await revokeDocuments(tx, region, of, document, 'office-decision', by)
  else {
    const paper = papers.find((one) => one.kind === document && one.of_id === of.id)
    if (paper === undefined) return
    const signed = JSON.parse(
      openSealedText(tools.ring, paper.signed!, signedContext(paper.document_id)),
    ) as SignedDocument
    await issueDocument(tx, signed, by, action === 'extend' ? 'extension' : 'data-change')
    if (action === 'extend' && signed.validUntil !== undefined)
      await extendDocument(tx, region, of, document, signed.validUntil, by)
  }
}
