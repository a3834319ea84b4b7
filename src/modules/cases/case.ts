// The words of a case: its row, its events, its uploads, as the rest of the module speaks of them. Times are epoch
// milliseconds, ids are UUIDs. Pure types; what a person wrote is `answers`, sealed when stored.

import type { RegionCode } from '../../kernel/region-code.ts'
import type { ClockPause } from '../../kernel/service-clock.ts'
import type { Language } from '../../kernel/text.ts'
import type { Answers } from '../catalogue/answers.ts'
import type { FormFields } from '../catalogue/parse-answers.ts'

/** Ways an application comes in; one queue for all of them. */
export const CHANNELS = ['web', 'app', 'whatsapp', 'village', 'counter', 'mobile', 'notice'] as const
export type Channel = (typeof CHANNELS)[number]

/** Why a case waits for something outside (rule 3); each has an owner and a next date. */
export const HOLD_CAUSES = [
  'siak-down',
  'national-centre',
  'biometric',
  'card-stock',
  'court-check',
  'origin-region',
  'applicant-visit',
  'signer-down',
] as const
export type HoldCause = (typeof HOLD_CAUSES)[number]

/** Why a file comes back (rule 2). */
export const FAULT_REASONS = [
  'unreadable',
  'not-original',
  'wrong-document',
  'expired-document',
  'missing',
  'differs-from-register',
  'not-entitled',
  'duplicate',
  'outside-authority',
] as const
export type FaultReason = (typeof FAULT_REASONS)[number]

/** Since when the service clock runs, and when it stood still. Epoch milliseconds. */
export type CaseClock = { readonly startedAt: number; readonly pauses: readonly ClockPause[] }

export type Contact = {
  readonly phone?: string
  readonly email?: string
  /** Who applies, when the register does not know them (someone helped at the counter). */
  readonly name?: string
  /** Stands on the receipt of someone without a phone, in place of its last four digits. */
  readonly digits?: string
  readonly channel: 'sms' | 'whatsapp' | 'email' | 'none'
}

export type CaseFile = {
  readonly region: RegionCode
  readonly caseId: string
  readonly number?: string
  readonly serviceId: string
  /** Content hash of the service revision this case keeps for ever. */
  readonly revision: string
  readonly state: string
  readonly stateSinceMs: number
  readonly cameFrom?: string
  /** Who acts now: a role, `applicant`, `system`, or undefined at an end. */
  readonly turn?: string
  readonly channel: Channel
  readonly accountId?: string
  readonly helperAccount?: string
  readonly applicantPerson?: string
  readonly applicantRole?: string
  readonly villageCode?: string
  readonly answers: Answers
  /** Keys of fields whose warning the applicant confirmed. */
  readonly confirmed: readonly string[]
  /** What was typed and refused, by input name: kept, so that nothing typed is lost. */
  readonly typed: FormFields
  readonly contact?: Contact
  readonly language: Language
  readonly late: boolean
  readonly overdue: boolean
  readonly returns: number
  readonly submittedAtMs?: number
  readonly completeAtMs?: number
  readonly dueAtMs?: number
  readonly clock?: CaseClock
  readonly holdCause?: HoldCause
  readonly holdUntilMs?: number
  readonly applicantUntilMs?: number
  readonly issuedAtMs?: number
  readonly endedAtMs?: number
  readonly takenBy?: string
  readonly takenAtMs?: number
  /** Who did which duty, by account: four eyes read it. */
  readonly hands: Readonly<Record<string, string>>
  readonly version: number
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

export type CaseEvent = {
  readonly seq: number
  readonly atMs: number
  readonly action: string
  readonly from?: string
  readonly to?: string
  readonly actorAccount?: string
  readonly actorRole: string
  readonly unit?: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly note?: string
}

export type Fault = { readonly place: string; readonly reason: FaultReason; readonly note?: string }

export type Upload = {
  readonly uploadId: string
  readonly documentId: string
  readonly fileHash: string
  readonly sourceHash: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly pages: number
  readonly quality: readonly string[]
  readonly createdAtMs: number
}

/** A line of a work list: what an officer needs to choose, nothing more. */
export type WorkItem = {
  readonly caseId: string
  readonly number: string
  readonly serviceId: string
  readonly state: string
  readonly turn: string
  readonly channel: Channel
  readonly villageCode?: string
  readonly dueAtMs?: number
  readonly clock?: CaseClock
  readonly holdCause?: HoldCause
  readonly holdUntilMs?: number
  readonly takenBy?: string
  readonly takenAtMs?: number
  readonly late: boolean
  readonly overdue: boolean
}
