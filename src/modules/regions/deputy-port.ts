// What the page of deputies needs: who stands in for whom, the posts and officers to choose from, and the three steps.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { DeputyTitle, Proposal } from './deputy-rules.ts'

export type DeputyLine = {
  readonly deputyId: string
  readonly deputy: string
  readonly printedName: string
  readonly holder: string
  readonly role: Text
  readonly unit: string
  readonly title: DeputyTitle
  readonly decree: string
  readonly from: string
  readonly to: string
  readonly state: 'proposed' | 'coming' | 'acting' | 'over' | 'ended' | 'refused'
  readonly proposedBy: string
  readonly decidedBy?: string
  readonly mayDecide: boolean
  /** Why this visitor may not decide a proposal. */
  readonly blocked?: string
  readonly mayEnd: boolean
}
export type DeputyView = {
  readonly lines: readonly DeputyLine[]
  readonly posts: readonly { readonly value: string; readonly label: Text }[]
  readonly officers: readonly { readonly value: string; readonly label: string }[]
  readonly today: string
}

export interface DeputyPort {
  visitor(request: Request): Promise<Visitor>
  /** Refuses `not-yours`. */
  read(visitor: Visitor): Promise<Result<DeputyView>>
  propose(visitor: Visitor, proposal: Proposal, key: string): Promise<Result<unknown>>
  decide(visitor: Visitor, deputyId: string, confirmed: boolean, key: string): Promise<Result<unknown>>
  end(visitor: Visitor, deputyId: string, key: string): Promise<Result<unknown>>
}
