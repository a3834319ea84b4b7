// Between the stored row and the case the module speaks of: times as epoch milliseconds, what people wrote unsealed.
// Must stay true: answers, contact and notes never stand in the open in the database; each is sealed to its own case.

import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { CaseClock, CaseEvent, CaseFile, Channel, Contact, HoldCause } from './case.ts'
import type { CasePatch } from './lifecycle.ts'
import type { EventRow } from './store.ts'
import type { CaseRow } from './tables.ts'

export const answersContext = (caseId: string): string => `case.answers:${caseId}`
export const contactContext = (caseId: string): string => `case.contact:${caseId}`
export const noteContext = (caseId: string): string => `case.note:${caseId}`

const ms = (at: Date | null): number | undefined => (at === null ? undefined : at.getTime())
const date = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at))
const text = (value: string | null): string | undefined => value ?? undefined

export function caseOf(row: CaseRow, ring: KeyRing): CaseFile {
  return {
    region: row.region_code,
    caseId: row.case_id,
    number: text(row.number),
    serviceId: row.service_id,
    revision: row.revision,
    state: row.state,
    stateSinceMs: row.state_since.getTime(),
    cameFrom: text(row.came_from),
    turn: text(row.turn),
    channel: row.channel as Channel,
    accountId: text(row.account_id),
    helperAccount: text(row.helper_account),
    applicantPerson: text(row.applicant_person),
    applicantRole: text(row.applicant_role),
    villageCode: text(row.village_code),
    ...(JSON.parse(openSealedText(ring, row.answers, answersContext(row.case_id))) as Written),
    contact:
      row.contact === null
        ? undefined
        : (JSON.parse(openSealedText(ring, row.contact, contactContext(row.case_id))) as Contact),
    language: row.language === 'en' ? 'en' : 'id',
    late: row.late,
    overdue: row.overdue,
    returns: row.returns,
    submittedAtMs: ms(row.submitted_at),
    completeAtMs: ms(row.complete_at),
    dueAtMs: ms(row.due_at),
    clock: (row.clock as CaseClock | null) ?? undefined,
    holdCause: (row.hold_cause as HoldCause | null) ?? undefined,
    holdUntilMs: ms(row.hold_until),
    applicantUntilMs: ms(row.applicant_until),
    issuedAtMs: ms(row.issued_at),
    endedAtMs: ms(row.ended_at),
    takenBy: text(row.taken_by),
    takenAtMs: ms(row.taken_at),
    hands: row.hands as CaseFile['hands'],
    version: row.version,
    createdAtMs: row.created_at.getTime(),
    updatedAtMs: row.updated_at.getTime(),
  }
}

/** A whole row, for a new case. */
export function rowOf(
  file: CaseFile,
  ring: KeyRing,
  more: { readonly subjectKey?: Uint8Array; readonly followUpHash?: Uint8Array } = {},
): CaseRow {
  const columns: Partial<CaseRow> = {
    region_code: file.region,
    case_id: file.caseId,
    alias: null,
    bundle_of: null,
    subject_key: more.subjectKey ?? null,
    follow_up_hash: more.followUpHash ?? null,
    service_id: file.serviceId,
    revision: file.revision,
    channel: file.channel,
    account_id: file.accountId ?? null,
    version: file.version,
    created_at: new Date(file.createdAtMs),
  }
  for (const key of KEYS) Object.assign(columns, column(key, file[key], file, ring))
  return columns as CaseRow
}

const COLUMNS: { readonly [K in keyof CaseFile]?: (value: never, file: CaseFile, ring: KeyRing) => Partial<CaseRow> } =
  {
    number: (v: string | undefined) => ({ number: v ?? null }),
    state: (v: string) => ({ state: v }),
    stateSinceMs: (v: number) => ({ state_since: new Date(v) }),
    cameFrom: (v: string | undefined) => ({ came_from: v ?? null }),
    turn: (v: string | undefined) => ({ turn: v ?? null }),
    helperAccount: (v: string | undefined) => ({ helper_account: v ?? null }),
    applicantPerson: (v: string | undefined) => ({ applicant_person: v ?? null }),
    applicantRole: (v: string | undefined) => ({ applicant_role: v ?? null }),
    villageCode: (v: string | undefined) => ({ village_code: v ?? null }),
    answers: (v: CaseFile['answers'], file, ring) =>
      sealWritten({ answers: v, confirmed: file.confirmed, typed: file.typed }, file, ring),
    contact: (v: Contact | undefined, file, ring) => ({
      contact: v === undefined ? null : seal(ring, JSON.stringify(v), contactContext(file.caseId)),
    }),
    language: (v: string) => ({ language: v }),
    late: (v: boolean) => ({ late: v }),
    overdue: (v: boolean) => ({ overdue: v }),
    returns: (v: number) => ({ returns: v }),
    submittedAtMs: (v: number | undefined) => ({ submitted_at: date(v) }),
    completeAtMs: (v: number | undefined) => ({ complete_at: date(v) }),
    dueAtMs: (v: number | undefined) => ({ due_at: date(v) }),
    clock: (v: CaseClock | undefined) => ({ clock: v === undefined ? null : JSON.stringify(v) }),
    holdCause: (v: string | undefined) => ({ hold_cause: v ?? null }),
    holdUntilMs: (v: number | undefined) => ({ hold_until: date(v) }),
    applicantUntilMs: (v: number | undefined) => ({ applicant_until: date(v) }),
    issuedAtMs: (v: number | undefined) => ({ issued_at: date(v) }),
    endedAtMs: (v: number | undefined) => ({ ended_at: date(v) }),
    takenBy: (v: string | undefined) => ({ taken_by: v ?? null }),
    takenAtMs: (v: number | undefined) => ({ taken_at: date(v) }),
    hands: (v: CaseFile['hands']) => ({ hands: JSON.stringify(v) }),
    updatedAtMs: (v: number) => ({ updated_at: new Date(v) }),
  }

/** What the applicant wrote travels as one: answers, confirmed warnings, refused texts. */
type Written = Pick<CaseFile, 'answers' | 'confirmed' | 'typed'>

function sealWritten(written: Written, file: CaseFile, ring: KeyRing): Partial<CaseRow> {
  return { answers: seal(ring, JSON.stringify(written), answersContext(file.caseId)) }
}

/** What stands in place of answers that were removed. */
export function emptyAnswers(ring: KeyRing, caseId: string): Buffer {
  const nothing: Written = { answers: {}, confirmed: [], typed: {} }
  return seal(ring, JSON.stringify(nothing), answersContext(caseId))
}

const KEYS = Object.keys(COLUMNS) as (keyof CaseFile)[]
type Column = (value: unknown, file: CaseFile, ring: KeyRing) => Partial<CaseRow>

function column(key: keyof CaseFile, value: unknown, file: CaseFile, ring: KeyRing): Partial<CaseRow> {
  return (COLUMNS[key] as Column)(value, file, ring)
}

/** The columns of a patch; a key that is present and undefined empties its column. */
export function patchOf(file: CaseFile, patch: CasePatch, ring: KeyRing): Partial<CaseRow> {
  const columns: Partial<CaseRow> = {}
  const after: CaseFile = { ...file, ...(patch as Partial<CaseFile>) }
  const keys = 'confirmed' in patch || 'typed' in patch ? { ...patch, answers: after.answers } : patch
  for (const key of KEYS) if (key in keys) Object.assign(columns, column(key, after[key], after, ring))
  return columns
}

export function eventOf(row: EventRow, ring: KeyRing): CaseEvent {
  return {
    seq: row.seq,
    atMs: row.at.getTime(),
    action: row.action,
    from: text(row.from_state),
    to: text(row.to_state),
    actorAccount: text(row.actor_account),
    actorRole: row.actor_role,
    unit: text(row.unit),
    detail: row.detail as CaseEvent['detail'],
    note: row.note === null ? undefined : openSealedText(ring, row.note, noteContext(row.case_id)),
  }
}
