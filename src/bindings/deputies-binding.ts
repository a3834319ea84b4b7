// The port of deputies, bound to its use cases; and the line of a paper's signature when a deputy signs.
import type { CasesContext } from '../modules/cases/context.ts'
import { ROLE_NAMES } from '../modules/cases/office-report-words.ts'
import { decideDeputy, endDeputy, proposeDeputy } from '../modules/regions/deputy-commands.ts'
import type { DeputyPort } from '../modules/regions/deputy-port.ts'
import { readDeputies } from '../modules/regions/deputy-queries.ts'
import { SIGNATURE_WORDS } from '../modules/regions/deputy-rules.ts'
import { findActing } from '../modules/regions/deputy-store.ts'
import type { Database } from '../platform/db/database.ts'
import { namesOfAccounts } from './office-reports-binding.ts'

export function bindDeputies({ database, clock, visitor }: CasesContext): DeputyPort {
  const tools = { database, clock }
  return {
    visitor: (request) => visitor(request),
    read: (who) =>
      readDeputies(
        tools,
        who,
        (accounts) => namesOfAccounts(database, accounts),
        (role) => ROLE_NAMES[role] ?? { id: role, en: role },
      ),
    propose: (who, proposal, key) => proposeDeputy(tools, who, proposal, key),
    decide: (who, deputyId, confirmed, key) => decideDeputy(tools, who, deputyId, confirmed, key),
    end: (who, deputyId, key) => endDeputy(tools, who, deputyId, key),
  }
}

/** Who signs a paper in the head's place at a moment, as the paper names them; undefined when it is the head. */
export async function actingSigner(database: Database, region: string, accountId: string, at: Date) {
  const acting = await database.inRegion(region, (tx) => findActing(tx, region, accountId, 'head', at), {
    readOnly: true,
  })
  if (acting === undefined) return undefined
  return {
    name: acting.printed_name,
    ...(acting.nip === null ? {} : { nip: acting.nip }),
    acting: SIGNATURE_WORDS[acting.title],
  }
}
