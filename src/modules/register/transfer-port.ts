// What the page of moves between regions needs: both directions with what each waits for.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { BadgeTone } from '../../platform/ui/badge.tsx'
import type { Tab } from './office-port.ts'

export type Direction = 'in' | 'out'
export type TransferLine = {
  readonly transferId: string
  readonly letter: string
  readonly place: string
  readonly people: number
  readonly state: Text
  readonly tone: BadgeTone
  /** What has to happen next, and by whom. */
  readonly waitsFor: Text
  readonly changedOn: string
  readonly validUntil?: string
  readonly isOver: boolean
  readonly caseHref?: string
}
export type TransferListView = {
  readonly direction: Direction
  readonly lines: readonly TransferLine[]
  readonly next?: string
  readonly mayWritePaper: boolean
  /** A letter on paper was kept a moment ago. */
  readonly isKept?: boolean
}

export interface TransferPort {
  visitor(request: Request): Promise<Visitor>
  tabs(visitor: Visitor): readonly Tab[]
  mayRead(visitor: Visitor): boolean
  list(visitor: Visitor, direction: Direction, after?: string): Promise<Result<TransferListView>>
}
