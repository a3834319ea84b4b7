// Outgoing items in the house: pages bound to their use cases, and the work that follows.
import type { GrowthContext } from '../modules/growth/context.ts'
import { queueMonthNow, resendNow, saveTarget } from '../modules/growth/exchange/outgoing-commands.ts'
import type { OutgoingPort } from '../modules/growth/exchange/outgoing-port.ts'
import { readOutgoing, readOutgoingItem, readTarget } from '../modules/growth/exchange/outgoing-queries.ts'

export function bindOutgoing(
  context: GrowthContext,
  areas: { find(code: string): { readonly name: string } | undefined },
): OutgoingPort {
  const places = { name: (code: string) => areas.find(code)?.name }
  return {
    visitor: (request) => context.visitor(request),
    today: (visitor) => context.today(visitor.region!.code),
    overview: (visitor, show, after) => readOutgoing(context, places, visitor, show, after),
    read: (visitor, itemId) => readOutgoingItem(context, places, visitor, itemId),
    target: (visitor, target) => readTarget(context, visitor, target),
    save: (visitor, target, form) => saveTarget(context, visitor, target, form),
    queue: (visitor, month) => queueMonthNow(context, visitor, month),
    resend: (visitor, itemId) => resendNow(context, visitor, itemId),
  }
}
