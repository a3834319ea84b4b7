// Every page and door of the house, bound to its use cases.
import { join } from 'node:path'
import type { Hono } from 'hono'
import { assistRoutes } from '../modules/cases/assist-routes.tsx'
import { cardRoutes } from '../modules/cases/card-routes.tsx'
import { chatDemoRoutes } from '../modules/cases/chat-routes.tsx'
import { linkRoutes } from '../modules/cases/link-routes.tsx'
import { officeReportRoutes } from '../modules/cases/office-report-routes.tsx'
import { officeRoutes } from '../modules/cases/office-routes.tsx'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { reportRoutes } from '../modules/cases/report-routes.tsx'
import { caseRoutes } from '../modules/cases/routes.tsx'
import { bindDocuments } from '../modules/documents/bind.ts'
import { documentRoutes } from '../modules/documents/routes.tsx'
import { alertRoutes } from '../modules/growth/alert-routes.tsx'
import { outgoingRoutes } from '../modules/growth/exchange/outgoing-routes.tsx'
import { figuresRoutes } from '../modules/growth/figures-routes.tsx'
import { privacyRoutes } from '../modules/privacy/routes.tsx'
import { deputyRoutes } from '../modules/regions/deputy-routes.tsx'
import { publicRoutes } from '../modules/regions/public-routes.tsx'
import { regionRoutes } from '../modules/regions/routes.tsx'
import { signInRoutes } from '../modules/regions/sign-in-routes.tsx'
import { styleRoutes } from '../platform/ui/style-guide/routes.tsx'
import { bindAlerts } from './alerts-binding.ts'
import { assetRoutes } from './assets.ts'
import { bindAssist } from './assist-binding.ts'
import { bindCards } from './cards-binding.ts'
import { careRoutesOf } from './care-binding.ts'
import { caseFormRoutes, formsOfProgram } from './case-forms-binding.tsx'
import { bindCases } from './cases-binding.ts'
import { bindChat, bindChatDemo } from './chat-binding.ts'
import { chatGatewayRoutes } from './chat-gateway.ts'
import { demoPeople } from './demo-people.ts'
import { bindDeputies } from './deputies-binding.ts'
import { caseDocumentRoutes } from './documents-binding.tsx'
import { fhirRoutesOf } from './fhir-binding.ts'
import { bindFigures } from './figures-binding.ts'
import { growthRoutes } from './growth-binding.ts'
import { healthRoutes, type Metrics } from './health.ts'
import type { Ground } from './house-ground.ts'
import type { Modules } from './house-modules.ts'
import { bindLinks } from './links-binding.ts'
import { bindOffice } from './office-binding.ts'
import { bindOfficeReports } from './office-reports-binding.ts'
import { offeredNames } from './officers-binding.ts'
import { bindOutgoing } from './outgoing-binding.ts'
import { bindPartners } from './partners-binding.ts'
import { bindPrivacy } from './privacy-binding.ts'
import { profilePages } from './profile-binding.ts'
import { bindPublic } from './public-binding.ts'
import { bindRegions } from './regions-binding.ts'
import { registerPages } from './register-binding.ts'
import { bindReports } from './report-binding.ts'
import { draftPages } from './services-drafts-binding.ts'
import { servicesPages } from './services-pages-binding.ts'
import { setupRoutes } from './setup-routes.ts'
import { bindSignIn } from './sign-in-binding.ts'
import { tablesRoutes } from './tables-binding.ts'

export function pagesOf(ground: Ground, modules: Modules, metrics: Metrics): readonly Hono[] {
  const {
    env,
    demo,
    database,
    ring,
    areas,
    signer,
    proofKeys,
    files,
    templates,
    limits,
    regions,
    notify,
    accounts,
    passkeys,
    services,
    officers,
    islands,
    visitors,
    officeOf,
    papers,
  } = ground
  const { cases, survey, growth, convergence, national, watch } = modules
  const people = demoPeople(database, regions)
  const citizen = bindCases(cases, {
    spool: join(env.dataFolder, 'spool'),
    contactOf: async (visitor) => notify.contactOf(visitor.actor!.accountId),
  })
  const open = bindPublic(cases, regions)
  const chat = bindChat({ cases, citizen, accounts, regions, demo })
  return [
    assetRoutes(islands),
    regionRoutes(bindRegions({ visitors, regions, cases, database })),
    signInRoutes(
      bindSignIn({
        accounts,
        passkeys,
        visitors,
        limits,
        listStandIns: notify.listStandIns,
        demo,
        demoPeople: people,
      }),
    ),
    ...setupRoutes({
      accounts,
      passkeys,
      visitors,
      limits,
      areas,
      officers,
      servicesOf: offeredNames(cases.services),
    }),
    caseRoutes(citizen),
    chatGatewayRoutes({ chat, regions, limits }),
    chatDemoRoutes(bindChatDemo({ chat, visitors, regions, demo, people, contactOf: notify.contactOf })),
    assistRoutes(bindAssist(cases, notify.carriers.sms)),
    reportRoutes(bindReports(cases, notify.contactOf)),
    officeRoutes(bindOffice(cases)),
    ...registerPages({ cases, areas, templates, isOnPlatform: (code) => regions.has(code) }),
    cardRoutes(bindCards(cases)),
    linkRoutes(bindLinks(cases)),
    deputyRoutes(bindDeputies(cases), officeTabs),
    draftPages(services.catalogue, visitors),
    servicesPages(services.catalogue, visitors, regions),
    profilePages(cases, regions),
    officeReportRoutes(bindOfficeReports(cases)),
    caseDocumentRoutes({ cases, ring, templates }),
    caseFormRoutes(cases, formsOfProgram(), officeOf),
    documentRoutes(
      bindDocuments({
        database,
        ring,
        clock: env.clock,
        templates,
        proofKeys,
        files,
        visitor: (request) => visitors.of(request),
        reportHref: (visitor) => `/${visitor.region?.code ?? ''}/help`,
      }),
    ),
    survey.routes,
    ...growthRoutes(growth, papers),
    ...careRoutesOf(growth, accounts),
    alertRoutes(bindAlerts(growth)),
    figuresRoutes(bindFigures(growth, areas)),
    outgoingRoutes(bindOutgoing(growth, areas, accounts)),
    ...convergence.routes,
    tablesRoutes({ growth, tools: convergence.tools, areas, accounts, files }),
    publicRoutes(open),
    privacyRoutes(
      bindPrivacy({ cases, templates, contactOf: notify.contactOf, listAccess: open.listAccess }),
      officeTabs,
    ),
    bindPartners(cases, regions),
    fhirRoutesOf(cases, growth, regions, env.origin),
    watch.routes,
    national.routes,
    styleRoutes(async (request) => (await visitors.of(request)).page),
    healthRoutes({ database, signer, dataFolder: env.dataFolder, ring }, metrics),
  ]
}
