// What the office's pages need: a fair list of work, one case with all that decides it, and the steps an officer may take.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { BeforeAfter } from '../register/before-after.ts'
import type { HandOverInput, PacketView } from './card-port.ts'
import type { Fault } from './case.ts'
import type { AnswerLine, CaseView, FormLink, TimelineItem } from './port.ts'

export type WorkLine = {
  readonly caseId: string
  readonly number: string
  readonly serviceName: Text
  readonly stateLabel: Text
  readonly tone: CaseView['tone']
  readonly village: string
  readonly channel: Text
  /** "sisa 1 jam 20 mnt", "lewat 40 mnt", "ditahan". */
  readonly due: Text
  readonly dueNote?: Text
  /** Share of the promise used, 0 to 100. */
  readonly usedPercent?: number
  readonly edge?: 'late' | 'soon'
  readonly taken: 'free' | 'mine' | 'other'
}
export type WorkFilter = 'all' | 'late' | 'today' | 'mine' | 'hold'
export type WorkListView = {
  readonly now: string
  readonly filter: WorkFilter
  readonly counts: Readonly<Record<WorkFilter, number>>
  readonly lines: readonly WorkLine[]
  readonly from: number
  readonly next?: string
  readonly unit: string
}

export type OfficeAction = {
  readonly id: string
  readonly label: Text
  readonly kind: 'main' | 'second' | 'harm'
  readonly reasons: readonly { readonly value: string; readonly label: Text }[]
  readonly note: boolean
  readonly until: boolean
  readonly points: boolean
}
export type EyeLink = { readonly who: Text; readonly text: Text; readonly state: 'done' | 'you' | 'wait' }
export type Check = {
  readonly title: Text
  readonly text?: Text
  readonly tone: 'ok' | 'care' | 'stop'
  /** Where it is settled. */
  readonly link?: { readonly href: string; readonly label: Text }
}

export type OfficeCaseView = {
  readonly caseId: string
  readonly number: string
  readonly serviceName: Text
  readonly stateLabel: Text
  readonly tone: CaseView['tone']
  readonly due?: Text
  /** Why it waits and until when; what follows by itself. */
  readonly hold?: { readonly fact: Text; readonly text: Text }
  /** A notice about this case that did not leave, and what can be done. */
  readonly unsent?: { readonly fact: Text; readonly text: Text }
  readonly channel: Text
  readonly village: string
  /** Who applies; nobody when it is not known who it is. */
  readonly applicant: readonly AnswerLine[]
  readonly lines: readonly AnswerLine[]
  readonly known: readonly AnswerLine[]
  readonly changes: readonly BeforeAfter[]
  /** The changes were made: the register stands so. */
  readonly isDone: boolean
  /** Issued and annulled since: its changes have been taken back. */
  readonly isUndone?: boolean
  readonly changesNote?: Text
  readonly checks: readonly Check[]
  readonly documents: readonly {
    readonly label: Text
    readonly uploads: readonly { readonly src: string; readonly at: string; readonly pdfPages?: number }[]
    readonly held: boolean
    readonly doubts: readonly string[]
    readonly reused: boolean
  }[]
  /** The paper forms, filled in. */
  readonly forms: readonly FormLink[]
  readonly eyes: readonly EyeLink[]
  readonly actions: readonly OfficeAction[]
  readonly blocked?: string
  readonly taken: 'free' | 'mine' | 'other'
  readonly history: readonly TimelineItem[]
  readonly places: readonly { readonly value: string; readonly label: Text }[]
  readonly objection?: string
  /** Reason and note of the rejection that the objection is about. */
  readonly rejectedFor?: Text
  /** The national centre is asked about this application, and this officer may note its answer. */
  readonly mayNoteNational?: boolean
  /** The counter may give the applicant a download link. */
  readonly mayLink?: boolean
}

/** All that an officer with a tie to the case may know of it. */
export type OfficeConflictView = {
  readonly caseId: string
  readonly number: string
  readonly reason: string
  readonly taken: 'free' | 'mine' | 'other'
}

export type SigningLine = {
  readonly caseId: string
  readonly number: string
  readonly serviceName: Text
  readonly village: string
  readonly changes: readonly BeforeAfter[]
  readonly blocked?: string
}

export interface OfficePort {
  visitor(request: Request): Promise<Visitor>
  readWorkList(visitor: Visitor, filter: WorkFilter, after?: string, from?: number): Promise<WorkListView>
  findByNumber(visitor: Visitor, number: string): Promise<string | undefined>
  /** Refuses `own-case` and `kin-case`: then `readConflict` says what may be known, and `stepAside` hands it over. */
  readCase(visitor: Visitor, caseId: string): Promise<Result<OfficeCaseView>>
  readConflict(visitor: Visitor, caseId: string): Promise<Result<OfficeConflictView>>
  stepAside(visitor: Visitor, caseId: string): Promise<Result<unknown>>
  take(visitor: Visitor, caseId: string, take: boolean): Promise<Result<unknown>>
  act(
    visitor: Visitor,
    caseId: string,
    action: string,
    input: {
      readonly reason?: string
      readonly note?: string
      readonly until?: string
      readonly faults?: readonly Fault[]
      readonly seen: boolean
    },
    key: string,
  ): Promise<Result<unknown>>
  /** What the national centre's screen says about an application that asks. */
  noteNational(
    visitor: Visitor,
    caseId: string,
    note: { readonly answer: string; readonly reference: string },
    key: string,
  ): Promise<Result<unknown>>
  /** The packet of a case, for whoever hands it over. */
  readPacket(visitor: Visitor, caseId: string): Promise<Result<PacketView>>
  handOver(visitor: Visitor, caseId: string, input: HandOverInput, key: string): Promise<Result<unknown>>
  readPicture(visitor: Visitor, caseId: string, uploadId: string): Promise<Uint8Array | undefined>
  listSigning(visitor: Visitor): Promise<readonly SigningLine[]>
  /** Signs one by one; what cannot be signed is named with its sentence, the others go on. */
  signMany(
    visitor: Visitor,
    caseIds: readonly string[],
    key: string,
  ): Promise<
    Result<{ readonly signed: number; readonly refused: readonly { readonly number: string; readonly text: string }[] }>
  >
}
