// What the pages of the platform and of a region need: the regions there are, and what one of them offers today.
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

export type RegionLine = {
  readonly code: string
  readonly name: string
  readonly services: number
  readonly population?: number
  readonly open: boolean
}

/** A life event of the front page with the services behind it. */
export type LifeEvent = {
  readonly id: string
  readonly icon: string
  readonly name: Text
  readonly text: Text
  readonly href: string
}

export type Figure = {
  readonly value: string
  readonly unit: Text
  readonly sentence: Text
  readonly source: Text
  readonly href?: string
}

export type RegionHome = {
  readonly events: readonly LifeEvent[]
  readonly popular: readonly { readonly href: string; readonly name: Text }[]
  readonly notices: readonly { readonly tone: 'note' | 'care'; readonly fact: Text; readonly text: Text }[]
  readonly figures: readonly Figure[]
  readonly keptBy: string
  readonly confirmedOn: string
}

export interface RegionsPort {
  visitor(request: Request): Promise<Visitor>
  listRegions(): Promise<readonly RegionLine[]>
  readHome(visitor: Visitor): Promise<RegionHome>
}
