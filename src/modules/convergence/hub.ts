// The home of Balanting is a list: each module adds what it offers and says who may open it. Types only.
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { IconName } from '../../platform/ui/icons.ts'

export type HubSection = 'village' | 'work' | 'plan' | 'give'
export type HubEntry = {
  readonly section: HubSection
  /** Order inside its section; smaller first. */
  readonly order: number
  readonly icon: IconName
  readonly title: Text
  readonly text: Text
  /** Where it leads for this visitor; undefined when it is not for them. */
  href(visitor: Visitor): string | undefined
}

export interface HubPort {
  visitor(request: Request): Promise<Visitor>
  readonly entries: readonly HubEntry[]
}
