// The register's pages for officers, bound to use cases; papers and cards come from their archive, names from the areas.
import type { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import { newcomersOfCase } from '../modules/cases/newcomers.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { codesOf } from '../modules/catalogue/code-lists.ts'
import type { Templates } from '../modules/documents/templates.ts'
import type { Areas } from '../modules/regions/areas.ts'
import type { CoveragePort } from '../modules/register/coverage-port.ts'
import { readPublicCoverage } from '../modules/register/coverage-public-queries.ts'
import { publicCoverageRoutes } from '../modules/register/coverage-public-routes.tsx'
import { noteReason, readCoverage, readVillageCoverage, takeSnapshotNow } from '../modules/register/coverage-queries.ts'
import { coverageRoutes } from '../modules/register/coverage-routes.tsx'
import { decideAboutPair, joinPair, undoDecision } from '../modules/register/duplicate-office-commands.ts'
import type { DuplicatePort } from '../modules/register/duplicate-port.ts'
import {
  type DuplicateOffice,
  listDuplicates,
  readCaseDuplicates,
  readPair,
} from '../modules/register/duplicate-queries.ts'
import { duplicateRoutes } from '../modules/register/duplicate-routes.tsx'
import { readNumberGaps } from '../modules/register/number-gap-queries.ts'
import {
  DUPLICATE_READERS,
  FIGURE_READERS,
  GAP_READERS,
  placesOf,
  READERS,
  regionWide,
  TRANSFER_READERS,
} from '../modules/register/office-access.ts'
import type { RegisterOfficePort } from '../modules/register/office-port.ts'
import { registerOfficeRoutes } from '../modules/register/office-routes.tsx'
import { searchRegister } from '../modules/register/office-search-queries.ts'
import { keepPaperLetter, LETTER_READERS } from '../modules/register/paper-letter-commands.ts'
import { RELIGIONS } from '../modules/register/paper-letter-lists.ts'
import { type PaperLetterPort, paperLetterRoutes } from '../modules/register/paper-letter-routes.tsx'
import { openRecord, readRecord } from '../modules/register/record-queries.ts'
import { readStays } from '../modules/register/stay-office-queries.ts'
import type { TransferPort } from '../modules/register/transfer-port.ts'
import { readTransfers } from '../modules/register/transfer-queries.ts'
import { transferRoutes } from '../modules/register/transfer-routes.tsx'
import { heldIn } from './held-for-coverage.ts'
import { readPapersOf } from './register-papers.ts'

export type RegisterBindingTools = {
  readonly cases: CasesContext
  readonly areas: Areas
  readonly templates: Templates
  /** Whether a region answers by message; what comes from it is never typed. */
  readonly isOnPlatform: (region: string) => boolean
}

export function registerOffice({
  cases,
  areas,
  templates,
}: Omit<RegisterBindingTools, 'isOnPlatform'>): DuplicateOffice {
  return {
    database: cases.database,
    ring: cases.ring,
    clock: cases.clock,
    limits: cases.limits,
    villageName: (code) => cases.villageName(code),
    placeName: (code) => areas.find(code)?.name,
    papersOf: (tx, region, ids) => readPapersOf(tx, templates, region, ids),
    held: (tx, region, village) => heldIn(tx, region, village),
    newcomersOf: (tx, region, caseId) => newcomersOfCase(tx, cases, region, caseId),
  }
}

export function registerPages(tools: RegisterBindingTools): readonly Hono[] {
  const office = registerOffice(tools)
  const port: RegisterOfficePort = {
    visitor: (request) => tools.cases.visitor(request),
    tabs: officeTabs,
    mayRead: (visitor) => placesOf(visitor, READERS).length > 0,
    mayReadGaps: (visitor) => regionWide(visitor, GAP_READERS) !== undefined,
    readGaps: (visitor, after) => readNumberGaps(office, visitor, after),
    search: (visitor, typed) => searchRegister(office, visitor, typed),
    readRecord: (visitor, kind, id, ask) => readRecord(office, visitor, kind, id, ask),
    openRecord: (visitor, kind, id, ask) => openRecord(office, visitor, kind, id, ask),
  }
  const duplicates: DuplicatePort = {
    visitor: port.visitor,
    tabs: officeTabs,
    mayRead: (visitor) => regionWide(visitor, DUPLICATE_READERS) !== undefined,
    list: (visitor, state, after) => listDuplicates(office, visitor, state, after),
    readPair: (visitor, a, b) => readPair(office, visitor, a, b),
    readCase: (visitor, caseId) => readCaseDuplicates(office, visitor, caseId),
    decide: (visitor, subject, b, typed, isCase) => decideAboutPair(office, visitor, subject, b, typed, isCase),
    join: (visitor, a, b, keep) => joinPair(office, visitor, a, b, keep),
    undo: (visitor, subject, b, reason, isCase) => undoDecision(office, visitor, subject, b, reason, isCase),
  }
  const coverage: CoveragePort = {
    visitor: port.visitor,
    tabs: officeTabs,
    mayRead: (visitor) => placesOf(visitor, FIGURE_READERS).length > 0,
    ownVillage(visitor) {
      const [place, other] = placesOf(visitor, FIGURE_READERS)
      return other === undefined && place !== undefined && place.length > 8 ? place : undefined
    },
    read: (visitor, ask) => readCoverage(office, visitor, ask),
    readVillage: (visitor, village, indicator, after) =>
      readVillageCoverage(office, visitor, village, indicator, after),
    note: (visitor, village, indicator, person, reason) =>
      noteReason(office, visitor, village, indicator, person, reason),
    readStays: (visitor, village, after) => readStays(office, visitor, village, after),
    takeSnapshot: (visitor) => takeSnapshotNow(office, visitor),
  }
  const transfers: TransferPort = {
    visitor: port.visitor,
    tabs: officeTabs,
    mayRead: (visitor) => regionWide(visitor, TRANSFER_READERS) !== undefined,
    list: (visitor, direction, after) => readTransfers(office, visitor, direction, after),
  }
  const list = (name: 'familyRelation' | 'maritalStatus' | 'religion') =>
    codesOf(name).map(({ code, text }) => ({ value: code, label: text }))
  const findOf = (code: string) => {
    const village = tools.areas.findVillage(code)
    return village === undefined
      ? undefined
      : { code, name: village.name, within: `${village.district.name}, ${village.regency.name}` }
  }
  const paper: PaperLetterPort = {
    visitor: port.visitor,
    tabs: officeTabs,
    mayWrite: (visitor) => regionWide(visitor, LETTER_READERS) !== undefined,
    choices: {
      relations: list('familyRelation'),
      maritalStatuses: list('maritalStatus'),
      religions: list('religion').filter(({ value }) => RELIGIONS.some((one) => one === value)),
    },
    findVillages: (query) => tools.areas.searchVillages(query, { limit: 7 }).flatMap(({ code }) => findOf(code) ?? []),
    village: findOf,
    keep: (visitor, typed) => keepPaperLetter(office, visitor, typed, tools.isOnPlatform),
  }
  return [
    paperLetterRoutes(paper),
    registerOfficeRoutes(port),
    duplicateRoutes(duplicates),
    coverageRoutes(coverage),
    publicCoverageRoutes({ visitor: port.visitor, read: (visitor, ask) => readPublicCoverage(office, visitor, ask) }),
    transferRoutes(transfers),
  ]
}
