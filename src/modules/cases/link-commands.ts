// A link and a PIN for a paper of a case, made by its applicant or by the counter for the person who stands there. Must stay
// true: link and PIN go by two ways; what is shown is shown once; a message carries one of the two and no name; each link is
// journalled; nobody makes a link to a paper they may not download or hand out.
import { formatDate } from '../../kernel/date-format.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { fill } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Channel, makeDownloadLink } from '../documents/links.ts'
import { ownCase, unitOf } from './access.ts'
import type { CaseFile } from './case.ts'
import { untiedCase } from './conflict.ts'
import type { CasesContext, IssuedDocument } from './context.ts'
import type { LinkFormView, LinkSide, LinkWay, MadeLink } from './link-port.ts'

const MESSAGES = {
  link: {
    id: 'Tautan dokumen permohonan {number}: {url} . Berlaku sampai {until}. PIN ada pada yang memintanya, jangan dibagikan.',
    en: 'Link to a document of application {number}: {url} . Valid until {until}. Whoever asked for it has the PIN; share it with nobody.',
  },
  pin: {
    id: 'PIN dokumen permohonan {number}: {pin}. Berlaku sampai {until}. Jangan diberikan kepada siapa pun.',
    en: 'PIN for a document of application {number}: {pin}. Valid until {until}. Give it to nobody.',
  },
} as const

type Opened = { readonly file: CaseFile; readonly papers: readonly IssuedDocument[] }

/** Officers who meet applicants: the counter, where the case is of their services and place. */
function isCounter(visitor: Visitor, file: CaseFile): boolean {
  const place = file.villageCode ?? file.region
  return assignmentsFor(visitor.actor, file.region, 'front-office', file.serviceId, place).length > 0
}

async function open(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  side: LinkSide,
  caseId: string,
): Promise<Result<Opened>> {
  const found =
    side === 'own'
      ? await ownCase(tx, context, visitor, caseId)
      : await untiedCase(tx, context, visitor, caseId, 'document-link')
  if (!found.ok) return found
  if (side === 'office' && !isCounter(visitor, found.value)) return refuse('not-found')
  const papers = await context.documents.listOfCase(tx, found.value.region, caseId)
  const valid = papers.filter((paper) => paper.state === 'valid')
  return valid.length === 0 ? refuse('link-no-paper') : accept({ file: found.value, papers: valid })
}

function waysOf(side: LinkSide, file: CaseFile): readonly LinkWay[] {
  const reached = file.contact !== undefined && file.contact.channel !== 'none'
  return reached
    ? ['message-link', 'message-pin', ...(side === 'office' ? (['spoken-pin'] as const) : [])]
    : ['spoken-pin']
}

export async function readLinkForm(
  context: CasesContext,
  visitor: Visitor,
  side: LinkSide,
  caseId: string,
): Promise<Result<LinkFormView>> {
  return context.database.inRegion(visitor.region!.code, async (tx) => {
    const opened = await open(tx, context, visitor, side, caseId)
    if (!opened.ok) return opened
    const { file, papers } = opened.value
    const to = file.contact?.channel === 'email' ? file.contact.email : file.contact?.phone
    return accept({
      caseId,
      number: file.number ?? '',
      papers: papers.map((paper) => ({ value: paper.documentId, label: paper.name })),
      ways: side === 'own' ? waysOf(side, file).filter((way) => way !== 'spoken-pin') : waysOf(side, file),
      ...(to === undefined || file.contact?.channel === 'none' ? {} : { contactEnd: to.slice(-2) }),
    })
  })
}

export async function makeLink(
  context: CasesContext,
  visitor: Visitor,
  side: LinkSide,
  caseId: string,
  input: { readonly paper: string; readonly way: string; readonly seen: boolean },
): Promise<Result<MadeLink>> {
  const region = visitor.region!
  const account = visitor.actor!.accountId
  const at = context.clock.now()
  const wait = await context.limits.take('document-link', account)
  if (wait !== undefined) return refuse('too-many', undefined, { seconds: wait })
  return context.database.inRegion(region.code, async (tx): Promise<Result<MadeLink>> => {
    const opened = await open(tx, context, visitor, side, caseId)
    if (!opened.ok) return opened
    const { file, papers } = opened.value
    const paper = papers.find((one) => one.documentId === input.paper)
    const way = waysOf(side, file).find((one) => one === input.way)
    const faults = [
      ...(paper === undefined ? [{ code: 'link-paper', at: 'paper' }] : []),
      ...(way === undefined || (side === 'own' && way === 'spoken-pin') ? [{ code: 'link-way', at: 'way' }] : []),
      ...(side === 'office' && !input.seen ? [{ code: 'link-seen', at: 'seen' }] : []),
    ]
    if (paper === undefined || way === undefined || faults.length > 0) return refuseAll(faults)
    const here: Channel = side === 'own' ? 'screen' : 'counter'
    const message: Channel =
      file.contact === undefined || file.contact.channel === 'none' ? 'spoken' : file.contact.channel
    const made = await makeDownloadLink(
      tx,
      {
        region: region.code,
        linkId: newId(),
        documentId: paper.documentId,
        linkChannel: way === 'message-link' ? message : here,
        pinChannel: way === 'message-link' ? here : way === 'message-pin' ? message : 'spoken',
        at,
      },
      { ring: context.ring, random: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    )
    if (!made.ok) return made
    const { token, pin } = made.value
    const url = `${context.origin}/${region.code}/d/${token}`
    const validUntil = todayIn(region.timeZone, made.value.validUntil.getTime())
    const until = formatDate(validUntil, file.language)
    if (way !== 'spoken-pin' && file.contact !== undefined)
      await context.notify(tx, region.code, {
        caseId,
        kind: 'document-link',
        contact: file.contact,
        body:
          way === 'message-link'
            ? fill(MESSAGES.link[file.language], { number: file.number ?? '', url, until })
            : fill(MESSAGES.pin[file.language], { number: file.number ?? '', pin, until }),
      })
    await writeJournal(tx, {
      at,
      actor: account,
      role: side === 'own' ? 'citizen' : 'front-office',
      ...(side === 'own' ? {} : unitOf(visitor, 'front-office')),
      device: visitor.device,
      caseId,
      ...(file.applicantPerson === undefined ? {} : { subject: file.applicantPerson }),
      action: 'document.link-made',
      fields: [paper.kind, way],
    })
    return accept({
      number: file.number ?? '',
      paper: paper.name,
      way,
      ...(way === 'message-link' ? {} : { url }),
      ...(way === 'message-pin' ? {} : { pin }),
      validUntil: formatDate(validUntil, visitor.language),
    })
  })
}
