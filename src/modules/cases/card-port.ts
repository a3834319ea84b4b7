// What the pages of cards need: the queue of the production officer, the blanks, the packets of the delivery officer.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CardKind } from '../documents/tables.ts'

export type DeskCard = {
  readonly cardId: string
  readonly caseId: string
  readonly number: string
  readonly name: string
  readonly serviceName: Text
  readonly village: string
  readonly district: string
  readonly wantedOn: string
  readonly spoiled: number
  readonly blank?: string
}
export type DeskView = {
  readonly kind: CardKind
  readonly counts: Readonly<Record<CardKind, number>>
  readonly toPrint: readonly DeskCard[]
  readonly toCheck: readonly DeskCard[]
  readonly nextBlank?: string
  readonly stock: { readonly level: number; readonly isLow: boolean }
  readonly from: number
  readonly next?: string
}

export type StockLine = {
  readonly kind: CardKind
  readonly level: number
  readonly warnBelow: number
  readonly isLow: boolean
  readonly opening: number
  readonly received: number
  readonly printed: number
  readonly spoiled: number
  readonly counted: number
  readonly handed: number
  readonly nextBlank?: string
}
export type StockMoveLine = {
  readonly when: string
  readonly kind: CardKind
  readonly cause: Text
  readonly change: number
  readonly note: string
}
export type StockView = {
  readonly year: string
  readonly now: string
  readonly mayChange: boolean
  readonly lines: readonly StockLine[]
  readonly moves: readonly StockMoveLine[]
}

export type PacketLine = {
  readonly caseId: string
  readonly number: string
  readonly names: readonly string[]
  readonly village: string
  readonly cards: Text
  readonly readySince: string
  readonly isUncollected: boolean
}
export type PacketListView = {
  readonly filter: 'all' | 'uncollected'
  readonly counts: { readonly all: number; readonly uncollected: number }
  readonly lines: readonly PacketLine[]
  readonly from: number
  readonly next?: string
}
export type PacketView = {
  readonly caseId: string
  readonly number: string
  readonly stateLabel: Text
  readonly village: string
  readonly cards: readonly {
    readonly kind: CardKind
    readonly name: string
    readonly blank?: string
    readonly state: Text
  }[]
  /** Papers whose originals are shown at hand-over. */
  readonly originals: readonly { readonly value: string; readonly label: Text }[]
  /** A code went to the applicant's phone or address. */
  readonly hasCode: boolean
  readonly mayHandOver: boolean
  /** Nothing is left to hand over. */
  readonly isHandedOver: boolean
  readonly blocked?: string
}

export type HandOverInput = {
  readonly takenBy: string
  readonly relation: string
  readonly originals: readonly string[]
  readonly originalsNote: string
  readonly proof: string
  readonly code: string
  readonly slip: string
}
export type DoneMany = {
  readonly done: number
  readonly refused: readonly { readonly number: string; readonly text: string }[]
}

export interface CardPort {
  visitor(request: Request): Promise<Visitor>
  readDesk(visitor: Visitor, kind: CardKind, after?: string, from?: number): Promise<DeskView>
  /** Prints the cards in this order on consecutive blanks; what cannot be printed is named, the others go on. */
  print(visitor: Visitor, cardIds: readonly string[], firstBlank: string, key: string): Promise<Result<DoneMany>>
  markReady(visitor: Visitor, cardIds: readonly string[], key: string): Promise<Result<DoneMany>>
  spoil(visitor: Visitor, cardId: string, reason: string, key: string): Promise<Result<unknown>>
  readStock(visitor: Visitor): Promise<StockView>
  receive(
    visitor: Visitor,
    packet: { readonly kind: string; readonly count: string; readonly first: string; readonly letter: string },
    key: string,
  ): Promise<Result<unknown>>
  count(
    visitor: Visitor,
    count: { readonly kind: string; readonly found: string; readonly note: string; readonly warnBelow: string },
    key: string,
  ): Promise<Result<unknown>>
  readPackets(visitor: Visitor, filter: 'all' | 'uncollected', after?: string, from?: number): Promise<PacketListView>
  readPacket(visitor: Visitor, caseId: string): Promise<Result<PacketView>>
}
