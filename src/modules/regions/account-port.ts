// What the page "my account" needs: ways to sign in, devices signed in.
import type { Result } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

/** An authenticator that waits for its first code. */
export type Authenticator = {
  /** Address of a picture of the QR code. */
  readonly picture: string
  /** The secret to type, in groups of four. */
  readonly secret: string
}
export type AccountView = {
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly isOfficer: boolean
  readonly hasAuthenticator: boolean
  readonly authenticator?: Authenticator
  /** Keys may be changed now: a fresh second factor was shown, or there is none yet. */
  readonly mayChange: boolean
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly since: string
    readonly used?: string
  }[]
  readonly sessions: readonly {
    readonly sessionId: string
    readonly device: string
    readonly since: string
    readonly used: string
    readonly current: boolean
  }[]
}

export interface AccountPort {
  visitor(request: Request): Promise<Visitor>
  read(visitor: Visitor, request: Request): Promise<AccountView>
  /** The challenge for a new passkey; undefined when a fresh second factor is needed first. */
  passkeyOptions(visitor: Visitor, request: Request): Promise<object | undefined>
  addPasskey(visitor: Visitor, answer: unknown, request: Request): Promise<Result<void>>
  /** Refuses `factor-last`, `step-up-needed`. */
  removePasskey(visitor: Visitor, id: string, request: Request): Promise<Result<void>>
  startAuthenticator(visitor: Visitor, password: string, request: Request): Promise<Result<void>>
  confirmAuthenticator(
    visitor: Visitor,
    code: string,
    request: Request,
  ): Promise<Result<{ readonly cookies: readonly string[]; readonly recoveryCodes: readonly string[] }>>
  endSession(visitor: Visitor, sessionId: string): Promise<void>
  endOtherSessions(visitor: Visitor): Promise<void>
}
