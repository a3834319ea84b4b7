// What the pages of help need: begin for somebody, let them agree, print the receipt; give and use mandates.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { AnswerLine, MineLine } from './port.ts'

export type ServiceChoice = { readonly value: string; readonly label: Text }
export type AssistView = {
  /** `counter`, `village`, `mobile`: what this visitor may choose from. */
  readonly ways: readonly { readonly value: string; readonly label: Text }[]
  readonly services: readonly ServiceChoice[]
  readonly mayTakeOutsiders: boolean
  readonly lines: readonly (MineLine & { readonly who: string; readonly way: Text })[]
  readonly villages: readonly string[]
  /** Begun by colleagues of the same unit; who it is for shows masked until they go on with it. */
  readonly ofColleagues: readonly (MineLine & { readonly who: string; readonly way: Text })[]
}
export type AssistTyped = {
  readonly service: string
  readonly way: string
  readonly nik: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly outsider: boolean
  readonly consent: boolean
}
export type ConfirmView = {
  readonly caseId: string
  readonly serviceName: Text
  readonly who: string
  /** Stars and the last digits; undefined without a phone. */
  readonly phone?: string
  readonly codeSent: boolean
  readonly unit: string
  readonly today: string
  readonly lines: readonly AnswerLine[]
  readonly documents: readonly Text[]
  /** What is still missing; nobody is asked to agree to half of it. */
  readonly incomplete: readonly string[]
}
export type ReceiptView = {
  readonly caseId: string
  readonly number: string
  readonly serviceName: Text
  readonly stateLabel: Text
  readonly sentAt: string
  readonly unit: string
  readonly office: string
  /** Written out only for somebody without a phone. */
  readonly digits?: string
  readonly trackHref: string
  readonly trackAddress: string
  /** Rows of dark modules. */
  readonly qr: readonly (readonly boolean[])[]
  readonly helped?: Text
}
export type MandateLine = {
  readonly mandateId: string
  readonly who: string
  readonly service: Text
  readonly until: string
  readonly state: 'holds' | 'ended' | 'over'
}
export type MandatesView = {
  readonly given: readonly MandateLine[]
  readonly held: readonly (MandateLine & { readonly services: readonly ServiceChoice[] })[]
  readonly family: readonly { readonly name: string; readonly relation: Text }[]
  readonly familyServices: readonly ServiceChoice[]
  readonly services: readonly ServiceChoice[]
  readonly cases: readonly (MineLine & { readonly who: string })[]
}
export type MandateForm = {
  readonly nik: string
  readonly name: string
  readonly service: string
  readonly until: { readonly day: string; readonly month: string; readonly year: string }
}

export interface AssistPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-yours` for everyone who is neither counter nor village operator. */
  readAssist(visitor: Visitor): Promise<Result<AssistView>>
  begin(visitor: Visitor, typed: AssistTyped, key: string): Promise<Result<{ readonly next: string }>>
  /** Goes on with what a colleague began; gives where. */
  goOn(visitor: Visitor, caseId: string, name: string, consent: boolean): Promise<Result<{ readonly next: string }>>
  readConfirm(visitor: Visitor, caseId: string): Promise<Result<ConfirmView>>
  sendCode(visitor: Visitor, caseId: string): Promise<Result<void>>
  confirm(
    visitor: Visitor,
    caseId: string,
    typed: { readonly how: string; readonly code: string; readonly signed: boolean },
  ): Promise<Result<{ readonly next: string }>>
  readReceipt(visitor: Visitor, caseId: string): Promise<Result<ReceiptView>>
  readMandates(visitor: Visitor): Promise<Result<MandatesView>>
  giveMandate(visitor: Visitor, typed: MandateForm, key: string): Promise<Result<void>>
  endMandate(visitor: Visitor, mandateId: string): Promise<Result<void>>
  beginUnder(
    visitor: Visitor,
    mandateId: string,
    service: string,
    key: string,
  ): Promise<Result<{ readonly next: string }>>
}
