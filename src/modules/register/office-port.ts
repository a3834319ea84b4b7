// What the register's pages for officers need: search, records with their past, and the way to them. The server binds it.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { Purpose } from './office-purposes.ts'

export type DateFields = { readonly day: string; readonly month: string; readonly year: string }
/** The search as it was typed; everything comes back to the page when it is refused. */
export type SearchTyped = {
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly birthDate: DateFields
  readonly purpose: string
  readonly after?: string
}
/** First four and last two figures of a number. */
export type Masked = { readonly start: string; readonly end: string }
export type StatusMark = { readonly label: Text; readonly tone: BadgeTone }
export type FoundPerson = {
  readonly personId: string
  readonly name: string
  readonly nik?: Masked
  readonly born: Text
  readonly village: string
  readonly status: StatusMark
}
export type SearchView = {
  readonly purpose: Purpose
  readonly found: readonly FoundPerson[]
  readonly next?: string
  /** "seluruh Balangan" or the villages that were searched. */
  readonly within: string
}

/** Somebody beside a person: linked when the visitor may open them. */
export type Kin = {
  readonly as: Text
  readonly name: string
  readonly about: Text
  readonly href?: string
}
export type Fact = { readonly term: Text; readonly value: Text; readonly href?: string }
export type DeedLine = { readonly title: Text; readonly number: string; readonly on: string; readonly href: string }
export type PaperLine = {
  readonly name: Text
  readonly number: string
  readonly since: string
  readonly state: StatusMark
}
export type HistoryLine = {
  readonly factId: string
  readonly title: Text
  readonly value?: Text
  readonly isSealed: boolean
  readonly validFrom: string
  readonly recordedOn: string
  readonly caseHref?: string
}
export type Difference = { readonly term: Text; readonly past: Text; readonly now: Text }
/** What was true on a day, as it was known on another. */
export type PastView = {
  readonly on: string
  readonly knownOn?: string
  /** Absent: the register knew nothing of it yet. */
  readonly facts?: readonly Difference[]
  readonly members?: readonly { readonly name: string; readonly as: Text }[]
  /** The day of the first recording, when some of the facts were not known before it. */
  readonly unknownBefore?: string
}
export type PastTyped = { readonly on: DateFields; readonly known: DateFields }
/** A number that was given back and not used since. */
export type NumberGapLine = {
  readonly kind: Text
  /** Series and serial; of a NIK or card number without the day in it. */
  readonly number: string
  readonly cause: Text
  readonly since: string
  readonly caseHref?: string
}
export type NumberGapsView = { readonly lines: readonly NumberGapLine[]; readonly next?: string }
export type RecordKind = 'person' | 'family' | 'deed'
export type RecordView = {
  readonly kind: RecordKind
  readonly id: string
  readonly purpose: Purpose
  readonly title: string
  readonly lead: Text
  readonly status: StatusMark
  readonly nik?: Masked
  readonly kk?: Masked
  readonly facts: readonly Fact[]
  readonly kin: readonly Kin[]
  readonly deeds: readonly DeedLine[]
  readonly papers: readonly PaperLine[]
  readonly history: readonly HistoryLine[]
  readonly olderFrom?: string
  readonly past?: PastView
  readonly typed: PastTyped
  /** This officer may open numbers and protected fields, with a reason. */
  readonly mayOpen: boolean
  /** What was opened just now. */
  readonly opened?: readonly Fact[]
}
export type RecordAsk = {
  readonly purpose?: string
  readonly past: PastTyped
  readonly before?: string
}

export type Tab = { readonly href: string; readonly label: string; readonly current?: boolean }

export interface RegisterOfficePort {
  visitor(request: Request): Promise<Visitor>
  /** Tabs of the office this visitor may use. */
  tabs(visitor: Visitor): readonly Tab[]
  mayRead(visitor: Visitor): boolean
  search(visitor: Visitor, typed: SearchTyped): Promise<Result<SearchView>>
  /** Refuses `not-found`, `register-purpose-missing`, and those of the two days. */
  readRecord(visitor: Visitor, kind: RecordKind, id: string, ask: RecordAsk): Promise<Result<RecordView>>
  /** The record with numbers and protected fields open. Refuses `register-reason-missing`, `register-reason-number`. */
  openRecord(
    visitor: Visitor,
    kind: RecordKind,
    id: string,
    ask: { readonly purpose?: string; readonly reason: string },
  ): Promise<Result<RecordView>>
  mayReadGaps(visitor: Visitor): boolean
  /** Refuses `not-found`. */
  readGaps(visitor: Visitor, after?: string): Promise<Result<NumberGapsView>>
}
