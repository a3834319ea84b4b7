// Partners bound to their use cases.
import type { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { checkForPartner } from '../modules/partners/check-command.ts'
import { registerPartner, stepPartner } from '../modules/partners/commands.ts'
import { readPartner, readPartners } from '../modules/partners/queries.ts'
import { partnerRoutes } from '../modules/partners/routes.tsx'
import { namesOfAccounts } from './office-reports-binding.ts'
import type { RegionDirectory } from './region-directory.ts'

export function bindPartners(cases: CasesContext, regions: RegionDirectory): Hono {
  const { database, ring, clock, limits } = cases
  const tools = { database, ring, clock }
  const zoneOf = async (code: string) => (await regions.all()).get(code)?.timeZone
  const names = (accounts: readonly string[]) => namesOfAccounts(database, accounts)
  return partnerRoutes(
    {
      visitor: (request) => cases.visitor(request),
      list: (visitor) => readPartners(tools, visitor),
      read: (visitor, id) => readPartner(tools, visitor, id, names),
      register: (visitor, entry, key) => registerPartner(tools, visitor, entry, key),
      step: (visitor, id, step, reason, key) => stepPartner(tools, visitor, id, step, reason, key),
      check: (region, question) => checkForPartner({ ...tools, limits, zoneOf }, region, question),
    },
    officeTabs,
  )
}
