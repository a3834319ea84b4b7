// Outgoing items in the house: pages bound to their use cases, and the work that follows.
import type { GrowthContext } from '../modules/growth/context.ts'
import { queueMonthNow, resendNow, saveTarget } from '../modules/growth/exchange/outgoing-commands.ts'
import type { OutgoingPort } from '../modules/growth/exchange/outgoing-port.ts'
import { readOutgoing, readOutgoingItem, readTarget } from '../modules/growth/exchange/outgoing-queries.ts'
import { readPractitioners, savePractitioners } from '../modules/growth/exchange/practitioner-commands.ts'
import type { Accounts } from '../platform/auth/accounts.ts'

export function bindOutgoing(
  context: GrowthContext,
  areas: { find(code: string): { readonly name: string } | undefined },
  accounts: Pick<Accounts, 'listAccounts'>,
): OutgoingPort {
  const namesOf = async (ids: readonly string[]) =>
    new Map([...(await accounts.listAccounts(ids))].map(([id, { name }]) => [id, name]))
  const places = { name: (code: string) => areas.find(code)?.name }
  return {
    visitor: (request) => context.visitor(request),
    today: (visitor) => context.today(visitor.region!.code),
    overview: (visitor, show, after) => readOutgoing(context, places, visitor, show, after),
    read: (visitor, itemId) => readOutgoingItem(context, places, visitor, itemId),
    target: (visitor, target) => readTarget(context, visitor, target),
    practitioners: (visitor) => readPractitioners(context, namesOf, visitor),
    savePractitioners: (visitor, typed) => savePractitioners(context, namesOf, visitor, typed),
    save: (visitor, target, form) => saveTarget(context, visitor, target, form),
    queue: (visitor, month) => queueMonthNow(context, visitor, month),
    resend: (visitor, itemId) => resendNow(context, visitor, itemId),
  }
}
