// The routes around accounts of officers and citizens, bound and ready for the edge.
import type { Hono } from 'hono'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { accountRoutes } from '../modules/regions/account-routes.tsx'
import { invitationRoutes } from '../modules/regions/invitation-routes.tsx'
import { officersRoutes } from '../modules/regions/officer-routes.tsx'
import { type AccountTools, bindAccount } from './account-binding.ts'
import { carrierRoutes } from './carrier-reports.ts'
import { bindInvitation, type InvitationTools } from './invitation-binding.ts'
import { bindOfficers, type OfficerPageTools } from './officer-pages-binding.ts'

export function setupRoutes(tools: AccountTools & InvitationTools & OfficerPageTools): readonly Hono[] {
  return [
    accountRoutes(bindAccount(tools)),
    invitationRoutes(bindInvitation(tools)),
    officersRoutes(bindOfficers(tools), officeTabs),
    carrierRoutes(tools.officers),
  ]
}
