// The port of the card pages, bound to commands and queries.
import { markReady, printCards, spoilCards } from '../modules/cases/card-commands.ts'
import type { CardPort } from '../modules/cases/card-port.ts'
import { readDesk, readPacket, readPackets, readStock } from '../modules/cases/card-queries.ts'
import { countStock, receivePacket } from '../modules/cases/card-stock-commands.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { findByNumber } from '../modules/cases/work-list-queries.ts'
import type { Visitor } from '../platform/http/visitor.ts'

export function bindCards(
  context: CasesContext,
): CardPort & { findByNumber(visitor: Visitor, typed: string): Promise<string | undefined> } {
  return {
    visitor: (request) => context.visitor(request),
    findByNumber: (visitor, typed) => findByNumber(context, visitor, typed),
    readDesk: (visitor, kind, after, from) => readDesk(context, visitor, kind, after, from),
    print: (visitor, cards, blank, key) => printCards(context, visitor, cards, blank, key),
    markReady: (visitor, cards, key) => markReady(context, visitor, cards, key),
    spoil: (visitor, card, reason, key) => spoilCards(context, visitor, card, reason, key),
    readStock: (visitor) => readStock(context, visitor),
    receive: (visitor, packet, key) => receivePacket(context, visitor, packet, key),
    count: (visitor, count, key) => countStock(context, visitor, count, key),
    readPackets: (visitor, filter, after, from) => readPackets(context, visitor, filter, after, from),
    readPacket: (visitor, caseId) => readPacket(context, visitor, caseId),
  }
}
