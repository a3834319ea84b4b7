// The home of Balanting is a list: each module adds what it offers and says who may open it. Types only.
import type { Text } from '../../kernel/text.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import type { IconName } from '../../platform/ui/icons.ts'

export type HubSection = 'village' | 'work' | 'plan' | 'give'
export type HubEntry = {
  readonly section: HubSection
  /** Order inside its section; smaller first. */
  readonly order: number
  readonly icon: IconName
  readonly title: Text
  readonly text: Text
  /** Where it leads for this visitor, who reaches a posyandu in these roles; undefined when it is not for them. */
  href(visitor: Visitor, atPosyandu: readonly Role[]): string | undefined
}

export interface HubPort {
  visitor(request: Request): Promise<Visitor>
  readonly entries: readonly HubEntry[]
  /** The roles in which the visitor reaches at least one posyandu. */
  rolesAtAnyPosyandu(visitor: Visitor): Promise<readonly Role[]>
}
