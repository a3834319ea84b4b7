// What a family sees of its own small children: the chart and plain advice, nothing else. Types only.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CardTools } from './card-file.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import type { ChildVaccines } from './rules/immunisation.ts'

export type OwnChild = {
  readonly child: ChildHead
  readonly advice: Text
  readonly months: readonly MonthLine[]
  readonly vaccines: ChildVaccines
  /** Extra food and referrals, as marks of the chart. */
  readonly events: readonly ChartEvent[]
}

export interface ParentPort extends CardTools {
  visitor(request: Request): Promise<Visitor>
  /** Children of the visitor's family card or parentage in the register; empty when nobody is known. */
  listOwn(visitor: Visitor): Promise<readonly OwnChild[]>
  /** Refuses `not-found` for any other child. */
  readOwn(visitor: Visitor, childId: string): Promise<Result<OwnChild>>
}
