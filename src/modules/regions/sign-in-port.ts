// What the sign-in pages need: codes, passwords, sessions, and (in the demo only) the people to be.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

export type CodeAddress = { readonly kind: 'phone' | 'email'; readonly to: string }
export type SignIn = { readonly cookies: readonly string[]; readonly needsSecondFactor: boolean }
export type DemoPerson = {
  readonly accountId: string
  readonly name: string
  readonly role: Text
  readonly group: 'citizen' | 'office' | 'health' | 'planning' | 'other'
  readonly start: string
}
export interface SignInPort {
  visitor(request: Request): Promise<Visitor>
  /** Reads what was typed as phone or e-mail. Refuses `sign-in-address`. */
  readAddress(typed: string): Result<CodeAddress>
  /** Refuses `too-many`. */
  sendCode(visitor: Visitor, address: CodeAddress, request: Request): Promise<Result<void>>
  confirmCode(visitor: Visitor, address: CodeAddress, code: string, request: Request): Promise<Result<SignIn>>
  signInOfficer(visitor: Visitor, email: string, password: string, request: Request): Promise<Result<SignIn>>
  confirmSecondFactor(visitor: Visitor, code: string, request: Request): Promise<Result<SignIn>>
  signOut(request: Request): Promise<readonly string[]>
  sendStepUpCode(visitor: Visitor, request: Request): Promise<Result<void>>
  stepUp(visitor: Visitor, code: string, request: Request): Promise<Result<void>>
  /** How this visitor proves to be there before signing: which of the ways are set up. */
  stepUpWays(
    visitor: Visitor,
    request: Request,
  ): Promise<{ readonly code: 'app' | 'mail' | 'none'; readonly passkey: boolean }>
  /** A challenge for any passkey of this installation. Refuses `too-many`. */
  passkeyOptions(request: Request): Promise<Result<object>>
  signInWithPasskey(answer: unknown, request: Request): Promise<Result<SignIn>>
  stepUpWithPasskey(visitor: Visitor, answer: unknown, request: Request): Promise<Result<void>>
  /** Empty outside the demo. */
  listDemoPeople(): Promise<readonly DemoPerson[]>
  /** Undefined outside the demo and for anyone who is not on the list. */
  signInAsDemo(
    accountId: string,
    request: Request,
  ): Promise<{ readonly cookies: readonly string[]; readonly start: string } | undefined>
  /** What the stand-ins of the carriers took; empty outside the demo. */
  listStandInMessages(): Promise<
    readonly { readonly channel: string; readonly recipient: string; readonly body: string; readonly at: string }[]
  >
}
