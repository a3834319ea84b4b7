// The routes around accounts of officers and citizens, bound and ready for the edge.
import type { Hono } from 'hono'
import { accountRoutes } from '../modules/regions/account-routes.tsx'
import { invitationRoutes } from '../modules/regions/invitation-routes.tsx'
import { type AccountTools, bindAccount } from './account-binding.ts'
import { bindInvitation, type InvitationTools } from './invitation-binding.ts'

export function setupRoutes(tools: AccountTools & InvitationTools): readonly Hono[] {
  return [accountRoutes(bindAccount(tools)), invitationRoutes(bindInvitation(tools))]
}
