// What the use cases of this module stand on, handed in at the top of the house. Other modules appear as the few functions
// that are needed of them, so that a test can see each at work and no circle can grow.

import type { Refusal, Result } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import type { WorkingCalendar } from '../../kernel/working-time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Files } from '../../platform/files/files.ts'
import type { Limits } from '../../platform/http/limits.ts'
import type { RegionInfo, Visitor } from '../../platform/http/visitor.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import type { Scope } from '../catalogue/scope.ts'
import type { Session } from '../catalogue/session.ts'
import type { ShortText } from '../catalogue/short-texts.ts'
import type { IssuingOffice } from '../documents/prepare.ts'
import type { BeforeAfter } from '../register/before-after.ts'
import type { Comparable } from '../register/duplicates.ts'
import type { Effect } from '../register/effect.ts'
import type { RegisterKeys } from '../register/load.ts'
import type { PastCase } from '../register/reverse.ts'
import type { Person, RegisterSnapshot } from '../register/snapshot.ts'
import type { CaseUndoing } from '../register/undo-case.ts'
import type { CaseFile } from './case.ts'
import type { PaperRow } from './paper-store.ts'

/** A service as a region offers it, at one immutable revision. */
export type OfferedService = { readonly revision: string; readonly service: CompiledService; readonly unit: string }

export interface ServiceSource {
  list(region: RegionCode): Promise<readonly OfferedService[]>
  /** The revision new cases get; undefined when the region does not offer the service. */
  find(region: RegionCode, serviceId: string): Promise<OfferedService | undefined>
  /** The revision a case keeps; throws when it is gone, which must never be. */
  get(region: RegionCode, serviceId: string, revision: string): Promise<OfferedService>
}

/** The register as a case sees it; with what it undoes, when it undoes something. */
export type CaseSnapshot = RegisterSnapshot & { readonly pastCases?: ReadonlyMap<string, PastCase> }

export interface RegisterReader {
  /** What is asked for with families, kin and deeds, and the documents they hold. */
  loadSnapshot(tx: Tx, region: RegionCode, keys: RegisterKeys): Promise<RegisterSnapshot>
  /** What the `reverseEffects` of a definition may undo, and everything it touches. */
  loadPast(
    tx: Tx,
    region: RegionCode,
    sought: {
      readonly effects: readonly Effect[]
      readonly scope: Scope
      readonly snapshot: RegisterSnapshot
      readonly caseIdsByNumber: Readonly<Record<string, string>>
    },
  ): Promise<CaseSnapshot>
  findByNik(tx: Tx, region: RegionCode, nik: string): Promise<Person | undefined>
  /** The cards these people stand on today. */
  listFamiliesOf(tx: Tx, region: RegionCode, personIds: readonly string[]): Promise<readonly string[]>
}

/** The preparation of a case's effects: what will change, shown before it does. */
export type Prepared = {
  readonly beforeAfter: readonly BeforeAfter[]
  readonly warnings: readonly Refusal[]
  /** The national centre is asked before this is carried out. */
  readonly asksNation: boolean
  /** People who would enter the register anew, as they are compared with those in it. */
  readonly newcomers: readonly Comparable[]
  /** Cards and digital identities that go by it; an annulment does not bring them back. */
  readonly goes: readonly { readonly document: string; readonly of: string }[]
}
export type CaseForRegister = {
  readonly file: CaseFile
  readonly service: CompiledService
  readonly session: Session
  readonly snapshot: CaseSnapshot
  readonly today: string
}
/** A service that a commit starts for somebody. */
export type FollowUp = { readonly service: string; readonly personId: string }

export interface RegisterWriter {
  /** What the effects would do, without reserving anything; for the verifier's and validator's screen. */
  preview(input: CaseForRegister): Result<Prepared>
  /** Reserves numbers, freezes effects, versions and the texts of all documents. */
  prepare(tx: Tx, input: CaseForRegister): Promise<Result<Prepared>>
  readPrepared(tx: Tx, region: RegionCode, caseId: string): Promise<Prepared | undefined>
  /** How many of the register look like these newcomers of a case and are not decided; how many were found the same. */
  countLookalikes(
    tx: Tx,
    region: RegionCode,
    caseId: string,
    newcomers: readonly Comparable[],
  ): Promise<{ readonly open: number; readonly same: number }>
  /** What changed in the register under a case that came back unsigned, in words; empty for any other case. */
  readDifferences(tx: Tx, region: RegionCode, caseId: string): Promise<readonly Text[]>
  /**
   * Reads what has to be signed of a case and who signs it.
   */
  findToSign(region: RegionCode, caseId: string, account?: string): Promise<ToSign>
  /**
   * Makes and signs the documents of a prepared case, outside any transaction. What it gives is kept beside the commit. Refuses `signer-unavailable`. Safe to repeat.
   */
  sign(region: RegionCode, toSign: ToSign): Promise<Result<SignedPapers>>
  /** Writes everything of a signed case in this transaction and says what it starts. Refuses `register-changed` with what differs. Safe to repeat. */
  commit(tx: Tx, file: CaseFile): Promise<Result<{ readonly starts: readonly FollowUp[] }>>
  release(tx: Tx, region: RegionCode, caseId: string): Promise<void>
  /** Asks other regions for what a sent case needs of them (moving letters); the answers come by message. */
  ask(tx: Tx, file: CaseFile, service: CompiledService): Promise<void>
  /** Gives back what was asked for, when the case ended without an issue: the people may use their letter elsewhere, or stay. Safe to repeat. */
  letGo(tx: Tx, file: CaseFile, service: CompiledService): Promise<void>
  /** Undoes a committed case: its effects, its papers and cards; editions that had given way to its papers are in force again. */
  reverse(tx: Tx, region: RegionCode, undoing: CaseUndoing): Promise<Result<void>>
}

/** Papers of a case without a signature, and who signs them: the head, or a deputy who is named as such. */
export type ToSign = { readonly papers: readonly PaperRow[]; readonly acting?: IssuingOffice['signer'] }

/** Signed papers whose bytes lie in the files, or are on their way there. Nobody knows of them before they are noted in a transaction. */
export type SignedPapers = {
  /** Notes all of them; throws FilesUnavailable when one could not be stored. Safe to repeat. */
  keep(tx: Tx): Promise<void>
  /** Notes those that were stored, in a transaction of its own: for when the commit of the case broke. */
  keepStored(): Promise<void>
}

/** Documents a case issued, for its applicant. */
export type IssuedDocument = {
  readonly documentId: string
  readonly kind: string
  readonly name: Text
  readonly state: 'valid' | 'superseded' | 'revoked' | 'card'
  readonly token?: string
}
export interface DocumentReader {
  listOfCase(tx: Tx, region: RegionCode, caseId: string): Promise<readonly IssuedDocument[]>
}

export type NoticeRequest = {
  readonly caseId: string
  readonly kind: string
  readonly body: string
  readonly contact: NonNullable<CaseFile['contact']>
}

export type CasesContext = {
  readonly database: Database
  readonly ring: KeyRing
  readonly clock: Clock
  readonly limits: Limits
  readonly origin: string
  readonly services: ServiceSource
  readonly register: RegisterReader
  readonly writer: RegisterWriter
  readonly documents: DocumentReader
  readonly files: Files
  regionInfo(region: RegionCode): RegionInfo
  calendar(region: RegionCode): WorkingCalendar
  opensText(region: RegionCode): Text
  /** Where the office of a region is. */
  addressText(region: RegionCode): string
  visitor(request: Request): Promise<Visitor>
  /** Writes a notice in this transaction; it leaves the house after the commit. */
  notify(tx: Tx, region: RegionCode, notice: NoticeRequest): Promise<void>
  /** Called in the transaction that ends a case, for the satisfaction survey. */
  inviteToSurvey(tx: Tx, file: CaseFile): Promise<void>
  /** Tells an officer by e-mail what waits, in counts; nothing where they have no address or no carrier goes there. */
  tellOfficer(account: string, region: RegionCode, what: string): Promise<void>
  /** Raises an alarm for whoever keeps the server; never throws. */
  alarm(kind: string, region: RegionCode, subject: string): void
  /** What a page of questions is about in a language of the region, where somebody wrote it. */
  shortText?(serviceId: string, pageId: string): ShortText | undefined
  /** With its district; and its regency, when that is not the region it is told in. */
  villageName(code: string, within?: string): string | undefined
  searchVillages(
    query: string,
    region: RegionCode,
  ): readonly { readonly code: string; readonly name: string; readonly within: string }[]
}
