// The national register bound to its use cases.
import type { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import { NATIONAL_OUTAGE } from '../modules/cases/national-held.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { countHeldFor } from '../modules/cases/timer-store.ts'
import {
  answerRequest,
  importAnswers,
  makeBatch,
  type NationalTools,
  repeatRequest,
  takeEvents,
} from '../modules/national/commands.ts'
import { setLink } from '../modules/national/link-commands.ts'
import { type CountWaiting, readBatch, readEvents, readRequest, readRequests } from '../modules/national/queries.ts'
import { nationalRoutes } from '../modules/national/routes.tsx'
import { namesOfAccounts } from './office-reports-binding.ts'

const countWaiting: CountWaiting = (tx, region) => countHeldFor(tx, region, NATIONAL_OUTAGE)

export type BoundNational = { readonly routes: Hono; onEvents(region: string): Promise<void> }

export function bindNational(cases: CasesContext): BoundNational {
  const { database, ring, clock } = cases
  const tools: NationalTools = { database, ring, clock }
  const names = (accounts: readonly string[]) => namesOfAccounts(database, accounts)
  return {
    onEvents: async (region) => void (await takeEvents(tools, region)),
    routes: nationalRoutes(
      {
        visitor: (request) => cases.visitor(request),
        list: (visitor, after) => readRequests(tools, visitor, countWaiting, after),
        read: (visitor, id) => readRequest(tools, visitor, id, names),
        answer: (visitor, id, answer, reference, key) => answerRequest(tools, visitor, id, answer, reference, key),
        repeat: (visitor, id, key) => repeatRequest(tools, visitor, id, key),
        setLink: (visitor, state, key) => setLink(tools, visitor, state, key),
        makeBatch: (visitor, key) => makeBatch(tools, visitor, key),
        readBatch: (visitor, number) => readBatch(tools, visitor, number),
        readEvents: (visitor, after) => readEvents(tools, visitor, after),
        importAnswers: (visitor, text, apply) => importAnswers(tools, visitor, text, apply),
      },
      officeTabs,
    ),
  }
}
