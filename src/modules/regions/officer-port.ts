// What the pages of officers and roles need.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

export type OfficerState = 'active' | 'no-factor' | 'ended' | 'planned' | 'unknown'
export type RoleLine = {
  readonly assignmentId: string
  readonly accountId: string
  readonly name: string
  readonly role: Text
  readonly isPowerful: boolean
  readonly unit: string
  /** In words, the code only where a place has no name today. */
  readonly place: string
  /** Empty: all services. */
  readonly services: readonly Text[]
  readonly from: string
  readonly until?: string
  readonly state: OfficerState
  readonly isSelf: boolean
}
export type RequestLine = {
  readonly requestId: string
  readonly kind: 'invite' | 'give' | 'end' | 'reset'
  readonly name: string
  readonly role?: Text
  readonly unit?: string
  readonly reason: string
  readonly by: string
  readonly at: string
  /** Whoever asked and whom it is about do not decide. */
  readonly mayDecide: boolean
}
export type InvitationLine = {
  readonly invitationId: string
  readonly name: string
  readonly role?: Text
  readonly unit?: string
  readonly expires: string
  readonly state: 'sent' | 'begun' | 'expired'
}
export type OfficersView = {
  readonly mayChange: boolean
  readonly roles: readonly RoleLine[]
  readonly requests: readonly RequestLine[]
  readonly invitations: readonly InvitationLine[]
  readonly ended: boolean
  readonly next?: string
}
export type RoleChoices = {
  readonly roles: readonly { readonly value: string; readonly label: Text }[]
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly services: readonly { readonly value: string; readonly label: Text }[]
  readonly place: string
}
export type OfficerView = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly hasAuthenticator: boolean
  readonly passkeys: number
  readonly isSelf: boolean
  /** Whether the register knows whom this account belongs to; without it nobody can tell a case of the own family. */
  readonly isMatched: boolean
  readonly roles: readonly RoleLine[]
  readonly choices: RoleChoices
}
/** A role as it was typed. */
export type RoleForm = {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly unit: string
  readonly place: string
  readonly service: string
  readonly until: readonly [year: string, month: string, day: string]
}
export type Outcome = {
  readonly state: 'done' | 'mailed' | 'link' | 'waiting'
  readonly link?: string
  readonly expires?: string
}

export interface OfficersPort {
  visitor(request: Request): Promise<Visitor>
  /** Everything here refuses `not-found` to whoever is neither service admin nor head of the region. */
  list(visitor: Visitor, ended: boolean, after: string | undefined): Promise<Result<OfficersView>>
  read(visitor: Visitor, accountId: string): Promise<Result<OfficerView>>
  choices(visitor: Visitor): Promise<Result<RoleChoices>>
  invite(visitor: Visitor, form: RoleForm): Promise<Result<Outcome>>
  give(visitor: Visitor, accountId: string, form: RoleForm): Promise<Result<Outcome>>
  end(visitor: Visitor, assignmentId: string): Promise<Result<Outcome>>
  reset(visitor: Visitor, accountId: string, reason: string): Promise<Result<Outcome>>
  decide(visitor: Visitor, requestId: string, isAllowed: boolean): Promise<Result<Outcome>>
  withdraw(visitor: Visitor, invitationId: string): Promise<Result<void>>
}
