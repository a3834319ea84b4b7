// Where a talk stands between two messages, and what it may use. Must stay true: the state is plain data and is kept sealed; what was
// answered is with the draft, not here.
import type { Result } from '../../kernel/refusal.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CasesPort } from './port.ts'

export type TalkState = {
  step: 'code' | 'nik' | 'name' | 'birth' | 'service' | 'draft'
  accountId?: string
  untilMs?: number
  nik?: string
  name?: string
  /** What numbers mean just now. */
  options?: readonly string[]
  caseId?: string
  given: Record<string, readonly string[]>
  skipped: string[]
  /** A field that is asked again although it is answered. */
  change?: string
  waiting?: 'confirm' | 'prefilled' | 'review' | 'which' | 'document' | 'role' | 'village'
  /** The page and field, or document, that is being asked. */
  page?: string
  field?: string
}
export const newTalk = (): TalkState => ({ step: 'code', given: {}, skipped: [] })

/** The draft is left; it stays where it is. */
export function leaveDraft(state: TalkState): void {
  Object.assign(state, {
    step: 'service',
    caseId: undefined,
    given: {},
    skipped: [],
    waiting: undefined,
    change: undefined,
    options: undefined,
  })
}

export type TalkTools = {
  readonly cases: CasesPort
  readonly office: string
  readonly hours: Text
  readonly language: Language
  readonly nowMs: number
  /** Where people go on by pages, `https://…/63.11`. */
  readonly address: string
  sendCode(phone: string): Promise<Result<void>>
  confirmCode(phone: string, code: string): Promise<Result<{ readonly accountId: string }>>
  visitorOf(accountId: string): Promise<Visitor>
  nameOfVillage(code: string): string | undefined
}

/** Going on with what there is; also how people greet. */
export const GO_ON = /^(lanjut|go on|halo|hai|hi|assalamualaikum)$/i
