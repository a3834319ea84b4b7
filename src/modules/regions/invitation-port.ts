// What the pages of an invitation need: what the link is for, and the few steps to a ready account.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Authenticator } from './account-port.ts'

export type InvitationStep =
  | 'password'
  /** An account with this address exists, or the link was opened before: sign in and come back. */
  | 'sign-in'
  /** Signed in as the right person, but by a code alone. */
  | 'sign-in-strong'
  /** Somebody else is signed in here. */
  | 'other-account'
  | 'join'
  | 'factor'
  | 'accept'
export type InvitationView = {
  readonly kind: 'invite' | 'reset'
  readonly name: string
  /** Masked: the link may have reached the wrong person. */
  readonly email: string
  readonly role?: Text
  readonly unit?: string
  readonly place?: string
  readonly until?: string
  readonly expires: string
  readonly step: InvitationStep
  readonly authenticator?: Authenticator
}
/** Where the work begins. */
export type Begun = { readonly start: string }
export type Opened = { readonly cookies: readonly string[] }

export interface InvitationPort {
  visitor(request: Request): Promise<Visitor>
  read(visitor: Visitor, token: string, request: Request): Promise<Result<InvitationView>>
  setPassword(
    visitor: Visitor,
    token: string,
    password: string,
    repeated: string,
    request: Request,
  ): Promise<Result<Opened>>
  join(visitor: Visitor, token: string, request: Request): Promise<Result<void>>
  startAuthenticator(visitor: Visitor, password: string, request: Request): Promise<Result<void>>
  /** Confirms the authenticator and begins the role. */
  confirmAuthenticator(
    visitor: Visitor,
    token: string,
    code: string,
    request: Request,
  ): Promise<Result<Opened & { readonly recoveryCodes: readonly string[]; readonly start: string }>>
  /** Adds a passkey and begins the role. */
  addPasskey(visitor: Visitor, token: string, answer: unknown, request: Request): Promise<Result<Begun>>
  accept(visitor: Visitor, token: string, request: Request): Promise<Result<Begun>>
}
