// The register's pages for officers, bound to use cases; papers and cards come from their archive, names from the areas.
import type { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import type { Templates } from '../modules/documents/templates.ts'
import type { Areas } from '../modules/regions/areas.ts'
import { placesOf, READERS } from '../modules/register/office-access.ts'
import type { RegisterOffice } from '../modules/register/office-context.ts'
import type { RegisterOfficePort } from '../modules/register/office-port.ts'
import { registerOfficeRoutes } from '../modules/register/office-routes.tsx'
import { searchRegister } from '../modules/register/office-search-queries.ts'
import { openRecord, readRecord } from '../modules/register/record-queries.ts'
import { heldIn } from './held-for-coverage.ts'
import { readPapersOf } from './register-papers.ts'

export type RegisterBindingTools = {
  readonly cases: CasesContext
  readonly areas: Areas
  readonly templates: Templates
}

export function registerOffice({ cases, areas, templates }: RegisterBindingTools): RegisterOffice {
  return {
    database: cases.database,
    ring: cases.ring,
    clock: cases.clock,
    limits: cases.limits,
    villageName: (code) => cases.villageName(code),
    placeName: (code) => areas.find(code)?.name,
    papersOf: (tx, region, ids) => readPapersOf(tx, templates, region, ids),
    held: (tx, region, village) => heldIn(tx, region, village),
  }
}

export function registerPages(tools: RegisterBindingTools): readonly Hono[] {
  const office = registerOffice(tools)
  const port: RegisterOfficePort = {
    visitor: (request) => tools.cases.visitor(request),
    tabs: officeTabs,
    mayRead: (visitor) => placesOf(visitor, READERS).length > 0,
    search: (visitor, typed) => searchRegister(office, visitor, typed),
    readRecord: (visitor, kind, id, ask) => readRecord(office, visitor, kind, id, ask),
    openRecord: (visitor, kind, id, ask) => openRecord(office, visitor, kind, id, ask),
  }
  return [registerOfficeRoutes(port)]
}
