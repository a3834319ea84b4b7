// What the citizen's pages need: services to read, a draft to fill in, a case to follow. The server binds it to commands
// and queries; the field worker may bind the same port to its local store.
import type { Refusal, Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Fields } from '../../platform/http/form.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { SessionDocument } from '../catalogue/documents-needed.ts'
import type { Option } from '../catalogue/field-types/choice.ts'
import type { SessionPage } from '../catalogue/session.ts'
import type { ShortText } from '../catalogue/short-texts.ts'
import type { Channel } from './case.ts'
import type { FormData } from './form-fields.tsx'

export type ServiceLine = {
  readonly id: string
  readonly name: Text
  readonly summary: Text
  readonly group: string
  readonly minutes: number
}

/** The public page of a service: what it needs, its promise, its real figures. */
export type ServiceInfo = ServiceLine & {
  readonly officialName: Text
  readonly legalBasis: readonly string[]
  readonly forms: readonly string[]
  readonly deadlineOfficeHours: number
  readonly deadlineConfirmed: boolean
  readonly report?: { readonly days: number }
  readonly feeRupiah: number
  readonly inPerson?: Text
  readonly documents: readonly {
    readonly label: Text
    readonly hint: Text
    readonly always: boolean
    readonly alternatives: readonly Text[]
    readonly held: boolean
    readonly when?: Text
  }[]
  readonly steps: readonly { readonly title: Text; readonly text: Text }[]
  readonly cards: boolean
  readonly figures?: {
    readonly issued: number
    readonly medianHours: number
    readonly p90Hours: number
    readonly returned: number
    readonly held: number
    readonly topReason?: Text
    readonly month: string
  }
  readonly channels: readonly string[]
  /** Can be begun here; otherwise with an officer only. */
  readonly startsOnline: boolean
  readonly keeper: string
  readonly confirmedOn: string
  readonly opensToday: Text
}

/** One line of a summary: a question and what was answered, in words. */
export type AnswerLine = { readonly label: Text; readonly value: Text; readonly page?: string }

export type DraftView = {
  readonly caseId: string
  readonly number?: string
  readonly serviceId: string
  readonly serviceName: Text
  /** `draft` or `returned`. */
  readonly state: string
  readonly steps: readonly { readonly id: string; readonly label: Text; readonly complete: boolean }[]
  readonly roles: readonly Option[]
  readonly role?: string
  readonly savedAt: string
  readonly keptUntil: string
  readonly help?: HelpLine
}

/** Whose application this is when somebody else fills it in, helped, or prepared it. */
export type HelpLine = {
  readonly fact: Text
  readonly text?: Text
  /** Where the person helped says yes; sending goes through it. */
  readonly confirmHref?: string
}

export type DraftPageView = DraftView & {
  /** The page in a language of the region. */
  readonly short?: ShortText
  readonly page: SessionPage
  readonly form: FormData
  readonly problems: readonly Refusal[]
  /** To be confirmed before going on. */
  readonly warnings: readonly Refusal[]
  /** Keys of the questions that the answers just kept brought to this page. */
  readonly opened: readonly string[]
  /** The office's list of faults on this page, when the file was returned. */
  readonly faults: readonly { readonly at: string; readonly text: Text }[]
}

export type UploadView = {
  readonly uploadId: string
  readonly src: string
  readonly receivedAt: string
  readonly quality: readonly string[]
  /** How many, when it is a PDF; a picture has none. */
  readonly pdfPages?: number
}
export type DocumentsView = DraftView & {
  readonly documents: readonly {
    readonly needed: SessionDocument
    readonly uploads: readonly UploadView[]
    readonly fault?: Text
    /** The office sent this paper back and no other one was uploaded since. */
    readonly toReplace?: boolean
    readonly formHref?: string
  }[]
  /** Why this service is not for this applicant; said before papers are fetched and photographed. */
  readonly refused: readonly Text[]
  readonly problems: readonly Refusal[]
}

export type ReviewView = DraftView & {
  readonly lines: readonly AnswerLine[]
  /** What the office wants repaired before it is sent again. */
  readonly faults: readonly Text[]
  /** Why this service is not for this applicant; said before anything is sent. */
  readonly refused: readonly Text[]
  /** What the register already knows and is not asked. */
  readonly known: readonly AnswerLine[]
  readonly documents: readonly { readonly label: Text; readonly status: 'held' | 'uploaded' | 'missing' }[]
  readonly late?: { readonly days: number; readonly limit: number }
  readonly due?: string
  readonly problems: readonly Refusal[]
  /** Makes a second press of the button the same application. */
  readonly idempotencyKey: string
  readonly openCase?: { readonly caseId: string; readonly since: string }
}

export type TimelineItem = {
  readonly title: Text
  readonly at?: { readonly iso: string; readonly words: string }
  readonly text?: Text
  readonly state: 'done' | 'now' | 'next'
}
export type IssuedLine = {
  readonly documentId: string
  readonly name: Text
  readonly state: 'valid' | 'superseded' | 'revoked' | 'card'
  readonly href?: string
  readonly verifyHref?: string
}

/** A case as its applicant sees it; `public` when shown by number and digits only. */
export type FormLink = { readonly code: string; readonly href: string }
export type PickupView = {
  readonly office: string
  readonly address: string
  readonly hours: Text
  /** For the applicant alone. */
  readonly code?: string
}

export type CaseView = {
  readonly caseId: string
  readonly number: string
  readonly serviceId: string
  readonly serviceName: Text
  readonly state: string
  readonly stateLabel: Text
  readonly tone: 'wait' | 'work' | 'done' | 'care' | 'stop'
  /** What is true now and what to do next, in one or two sentences. */
  readonly now: Text
  readonly due?: string
  /** The promise is broken … */
  readonly isLate?: boolean
  /** … and this is the day it is expected now. */
  readonly newTime?: string
  readonly holder?: string
  /** Cards lie ready: where and when, and by which code their receiver is known. */
  readonly pickup?: PickupView
  readonly timeline: readonly TimelineItem[]
  readonly faults: readonly { readonly text: Text; readonly note?: string; readonly good?: Text }[]
  readonly faultsUntil?: string
  readonly documents: readonly IssuedLine[]
  readonly canEdit: boolean
  readonly canWithdraw: boolean
  readonly canObject: boolean
  readonly canReuse: boolean
  /** For readers who may not download them: the unit whose desk hands out links to the papers. */
  readonly papersWith?: string
  readonly public: boolean
  readonly help?: HelpLine
  /** A notice to the applicant that did not leave; for the applicant. */
  readonly unsent?: { readonly fact: Text; readonly text: Text }
  /** The paper forms, filled in, once there is a number; for the applicant. */
  readonly forms: readonly FormLink[]
  /** The receipt, once there is a number. */
  readonly receiptHref?: string
  readonly lines: readonly AnswerLine[]
}

export type MineLine = {
  readonly caseId: string
  readonly number?: string
  readonly serviceName: Text
  readonly stateLabel: Text
  readonly tone: CaseView['tone']
  readonly updated: string
  readonly href: string
  /** Why it is here although nobody of this account began it. */
  readonly hint?: Text
}

export type SavedPage =
  | { readonly saved: true; readonly next: string }
  | { readonly saved: false; readonly view: DraftPageView }

export interface CasesPort {
  visitor(request: Request): Promise<Visitor>
  listServices(visitor: Visitor, query?: string, group?: string): Promise<readonly ServiceLine[]>
  readService(visitor: Visitor, serviceId: string): Promise<ServiceInfo | undefined>
  /** Refuses `sign-in-needed`, `identify-needed`, `service-not-offered`. */
  startDraft(
    visitor: Visitor,
    serviceId: string,
    channel?: Channel,
  ): Promise<Result<{ readonly caseId: string; readonly next: string }>>
  readDraftPage(visitor: Visitor, caseId: string, pageId: string): Promise<Result<DraftPageView>>
  /** Keeps everything that was typed; goes on only when the page is in order. */
  savePage(visitor: Visitor, caseId: string, pageId: string, fields: Fields): Promise<Result<SavedPage>>
  readRole(visitor: Visitor, caseId: string): Promise<Result<DraftView>>
  saveRole(visitor: Visitor, caseId: string, role: string): Promise<Result<{ readonly next: string }>>
  readDocuments(visitor: Visitor, caseId: string): Promise<Result<DocumentsView>>
  /** One document a POST, saved on its own. The same upload id twice is one upload. */
  saveUpload(
    visitor: Visitor,
    caseId: string,
    documentId: string,
    file: Uint8Array,
    uploadId?: string,
  ): Promise<Result<void>>
  removeUpload(visitor: Visitor, caseId: string, documentId: string, uploadId: string): Promise<Result<void>>
  /** Resumable parts: what of this upload is there already. */
  readPart(visitor: Visitor, caseId: string, uploadId: string): Promise<number>
  appendPart(
    visitor: Visitor,
    caseId: string,
    uploadId: string,
    offset: number,
    bytes: Uint8Array,
  ): Promise<Result<number>>
  finishParts(visitor: Visitor, caseId: string, documentId: string, uploadId: string): Promise<Result<void>>
  readPicture(visitor: Visitor, caseId: string, uploadId: string): Promise<Uint8Array | undefined>
  readReview(visitor: Visitor, caseId: string): Promise<Result<ReviewView>>
  submit(visitor: Visitor, caseId: string, idempotencyKey: string): Promise<Result<{ readonly caseId: string }>>
  listMine(visitor: Visitor): Promise<readonly MineLine[]>
  readCase(visitor: Visitor, caseId: string): Promise<Result<CaseView>>
  act(visitor: Visitor, caseId: string, action: string, note: string, idempotencyKey: string): Promise<Result<void>>
  /** A new draft with the answers of an ended case. */
  reuse(visitor: Visitor, caseId: string): Promise<Result<{ readonly caseId: string; readonly next: string }>>
  /** Without an account. Refuses `follow-up-wrong`, `too-many`. */
  followUp(visitor: Visitor, number: string, digits: string, address: string): Promise<Result<CaseView>>
  searchVillages(
    visitor: Visitor,
    query: string,
  ): Promise<readonly { readonly code: string; readonly name: string; readonly within: string }[]>
  /** Binds the account to a person of the register. Refuses `identify-no-match`, `too-many`. */
  identify(
    visitor: Visitor,
    typed: {
      readonly nik: string
      readonly name: string
      readonly birthDate: { readonly day: string; readonly month: string; readonly year: string }
    },
  ): Promise<Result<void>>
}
