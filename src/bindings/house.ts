// The house put together: database, keys, files, accounts, modules and their ports, jobs and the sealer. The one place that
// knows everybody. Must stay true: opening it starts no listening; closing it leaves nothing running.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { assistRoutes } from '../modules/cases/assist-routes.tsx'
import { cardRoutes } from '../modules/cases/card-routes.tsx'
import { chatDemoRoutes } from '../modules/cases/chat-routes.tsx'
import type { CasesContext } from '../modules/cases/context.ts'
import { caseJobs } from '../modules/cases/jobs.ts'
import { linkRoutes } from '../modules/cases/link-routes.tsx'
import { officeReportRoutes } from '../modules/cases/office-report-routes.tsx'
import { officeRoutes } from '../modules/cases/office-routes.tsx'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { recountJob } from '../modules/cases/recount-jobs.ts'
import { registerWriter } from '../modules/cases/register-writer.ts'
import { reportRoutes } from '../modules/cases/report-routes.tsx'
import { caseRoutes } from '../modules/cases/routes.tsx'
import { bindDocuments } from '../modules/documents/bind.ts'
import { markLetterUsed } from '../modules/documents/commands.ts'
import { DrawnAhead } from '../modules/documents/drawn-ahead.ts'
import { openProofKeys } from '../modules/documents/proof/keys.ts'
import { listPapersOfCase } from '../modules/documents/queries.ts'
import { documentRoutes } from '../modules/documents/routes.tsx'
import { TestSigner } from '../modules/documents/signing/test-signer.ts'
import { listValidOf } from '../modules/documents/store.ts'
import { openTemplates } from '../modules/documents/templates.ts'
import { alertJobs } from '../modules/growth/alert-jobs.ts'
import { alertRoutes } from '../modules/growth/alert-routes.tsx'
import { outgoingRoutes } from '../modules/growth/exchange/outgoing-routes.tsx'
import { figuresJobs } from '../modules/growth/figures-jobs.ts'
import { figuresRoutes } from '../modules/growth/figures-routes.tsx'
import { takeRegisterNews } from '../modules/growth/register-news.ts'
import { rollupJobs } from '../modules/growth/rollup-commands.ts'
import { scheduleJobs } from '../modules/growth/schedule-jobs.ts'
import { privacyRoutes } from '../modules/privacy/routes.tsx'
import { type Areas, loadAreas } from '../modules/regions/areas.ts'
import { deputyRoutes } from '../modules/regions/deputy-routes.tsx'
import type { OfficerTools } from '../modules/regions/officer-parts.ts'
import { publicRoutes } from '../modules/regions/public-routes.tsx'
import { regionRoutes } from '../modules/regions/routes.tsx'
import { signInRoutes } from '../modules/regions/sign-in-routes.tsx'
import { withPastCases } from '../modules/register/commands.ts'
import { listFamiliesOf } from '../modules/register/families-of.ts'
import { registerJobs } from '../modules/register/jobs.ts'
import { loadSnapshot } from '../modules/register/load.ts'
import { transferMessages } from '../modules/register/transfers.ts'
import { ensureSurveyKey } from '../modules/satisfaction/waiting-room.ts'
import { createAccounts } from '../platform/auth/accounts.ts'
import { sessionKeys } from '../platform/auth/factor-keys.ts'
import { authJobs } from '../platform/auth/jobs.ts'
import { createPasskeys } from '../platform/auth/passkeys.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { type Env, postgresOptions } from '../platform/env.ts'
import { openFiles } from '../platform/files/files.ts'
import { folderStore } from '../platform/files/folder-store.ts'
import { s3Store } from '../platform/files/s3-store.ts'
import { createApp } from '../platform/http/app.tsx'
import { Crowd } from '../platform/http/crowd.ts'
import { createLimits } from '../platform/http/limits.ts'
import { newId } from '../platform/ids.ts'
import { housekeepingJobs } from '../platform/jobs/housekeeping.ts'
import { type JobRunner, startJobs } from '../platform/jobs/jobs.ts'
import { messageJobs } from '../platform/jobs/messages.ts'
import { folderHeads } from '../platform/journal/heads.ts'
import { startSealer } from '../platform/journal/sealer.ts'
import { createLog, type Log } from '../platform/log.ts'
import { packagePath } from '../platform/paths.ts'
import { type KeyRing, openKeyRing } from '../platform/secrets/key-ring.ts'
import { styleRoutes } from '../platform/ui/style-guide/routes.tsx'
import { bindAlerts } from './alerts-binding.ts'
import { assetRoutes } from './assets.ts'
import { bindAssist } from './assist-binding.ts'
import { bindCards } from './cards-binding.ts'
import { careJobs, careRoutesOf } from './care-binding.ts'
import { caseFormRoutes, formsOfProgram } from './case-forms-binding.tsx'
import { bindCases } from './cases-binding.ts'
import { bindChat, bindChatDemo } from './chat-binding.ts'
import { chatGatewayRoutes } from './chat-gateway.ts'
import { type BoundConvergence, bindConvergenceHouse } from './convergence-binding.ts'
import { demoPeople } from './demo-people.ts'
import { actingSigner, bindDeputies } from './deputies-binding.ts'
import { caseDocumentRoutes } from './documents-binding.tsx'
import { exchangeJobs } from './exchange-jobs-binding.ts'
import { fhirRoutesOf } from './fhir-binding.ts'
import { bindFigures } from './figures-binding.ts'
import { growthRoutes } from './growth-binding.ts'
import { growthContext, withEditions } from './growth-context.ts'
import { createMetrics, healthRoutes } from './health.ts'
import { heldForCoverage } from './held-for-coverage.ts'
import { issuingOfficeOf } from './issuing-office.ts'
import { laterJobs } from './later-jobs.ts'
import { bindLinks } from './links-binding.ts'
import { bindNational } from './national-binding.ts'
import { bindNotify, type NotifyBinding } from './notify-binding.ts'
import { type OfferedServices, openServices } from './offered-services.ts'
import { bindOffice } from './office-binding.ts'
import { bindOfficeReports } from './office-reports-binding.ts'
import { offeredNames, officerTools } from './officers-binding.ts'
import { bindOutgoing } from './outgoing-binding.ts'
import type { PaperThreads } from './paper-threads.ts'
import { bindPartners } from './partners-binding.ts'
import { bindPrivacy } from './privacy-binding.ts'
import { profilePages } from './profile-binding.ts'
import { bindPublic } from './public-binding.ts'
import { RegionDirectory } from './region-directory.ts'
import { bindRegions } from './regions-binding.ts'
import { registerPages } from './register-binding.ts'
import { bindReports } from './report-binding.ts'
import { answerRequests } from './requests.ts'
import { bindRetention } from './retention-binding.ts'
import { draftPages } from './services-drafts-binding.ts'
import { servicesPages } from './services-pages-binding.ts'
import { setupRoutes } from './setup-routes.ts'
import { shortTextsOfProgram } from './short-texts.ts'
import { bindSignIn } from './sign-in-binding.ts'
import { bindSurvey, SURVEY_UNIT } from './survey-binding.ts'
import { tablesRoutes } from './tables-binding.ts'
import { Visitors } from './visitors.ts'
import { type BoundWatch, bindWatch } from './watch-binding.ts'

/** Papers are drawn ahead once the answer to the approval has left. */
const DRAW_AFTER_MS = 300

export type House = {
  readonly app: Hono
  readonly database: Database
  readonly cases: CasesContext
  readonly services: OfferedServices
  readonly convergence: BoundConvergence
  readonly regions: RegionDirectory
  readonly watch: BoundWatch
  readonly jobs: JobRunner
  readonly log: Log
  readonly signer: TestSigner
  readonly accounts: ReturnType<typeof createAccounts>
  readonly officers: OfficerTools
  /** The ways out to people. */
  readonly carriers: NotifyBinding['carriers']
  /** Set while the demo is filled behind open doors; pages say so. */
  readonly filling: { now: boolean }
  /** Starts the work in the background, when the house was opened without it. */
  begin(): Promise<void>
  close(): Promise<void>
}

export type HouseOptions = {
  readonly env: Env
  readonly database?: Database
  readonly log?: Log
  readonly limitsFactor?: number
  /** `later`: whoever opens the house calls `begin()` once its doors are open, so that people do not wait for its workers. */
  readonly work?: 'now' | 'later'
  /** Threads that papers are made in; without, they are made in this one. Closed with the house. */
  readonly papers?: PaperThreads
}

export async function openHouse({
  env,
  work = 'now',
  database: given,
  log = createLog(env.logLevel),
  limitsFactor = 1,
  papers,
}: HouseOptions): Promise<House> {
  const demo = env.mode === 'demo'
  const database: Database =
    given ??
    (await openDatabase(
      env.database.kind === 'postgres'
        ? {
            ...postgresOptions(env.database),
            onWait: (reason) => log.warn({ reason }, 'waiting for the database'),
          }
        : {
            kind: 'pglite',
            folder: env.database.folder,
            cacheFolder: packagePath('var', 'cache'),
            onRequest: answerRequests(
              env,
              () => database,
              () => ring,
              () => regions.refresh(),
              () => services.catalogue,
            ),
          },
    ))
  const authorityFolder = join(env.secretsFolder, 'test-authority')
  const authority = async () => {
    const { createTestAuthority } = await import('../modules/documents/signing/test-authority.ts')
    return createTestAuthority(authorityFolder, env.clock.now().getTime())
  }
  // Made at the first start; opened when somebody signs.
  const [ring, areas]: [KeyRing, Areas, unknown] = await Promise.all([
    openKeyRing(env.secretsFolder),
    loadAreas(),
    existsSync(authorityFolder) ? undefined : authority(),
  ])
  await ensureSurveyKey(ring)
  const signer = new TestSigner(authority, papers && ((pdf, request) => papers.sign(authorityFolder, pdf, request)))
  const proofKeys = openProofKeys(join(env.secretsFolder, 'proof'))
  const files = openFiles(
    database,
    env.s3 === undefined ? folderStore(join(env.dataFolder, 'files')) : s3Store(env.s3),
    ring,
  )
  const templates = openTemplates(packagePath('services', 'shared', 'documents'))
  const limits = createLimits(limitsFactor)
  const regions = new RegionDirectory(database)
  regions.readLogo = files.read
  const notify = bindNotify({ database, ring, clock: env.clock, demo, origin: env.origin, log })
  const accounts = createAccounts({
    database,
    keys: () => sessionKeys(ring),
    baseUrl: env.origin,
    deliver: notify.deliverCode,
  })
  const passkeys = createPasskeys(database, env.origin)
  const services = await openServices({
    database,
    clock: env.clock,
    regions,
    demo,
    onError: (error) => log.error({ err: error }, 'services'),
  })
  const officers = officerTools({
    database,
    services: services.ids,
    ring,
    clock: env.clock,
    accounts,
    origin: env.origin,
    areas,
    mailLink: notify.mailLink,
  })
  const islands = listIslands()
  const filling = { now: false }
  const visitors = new Visitors({
    database,
    accounts,
    regions,
    clock: env.clock,
    demo,
    islands,
    isFilling: () => filling.now,
  })
  const places = (code: string) => {
    const village = areas.findVillage(code)
    return village === undefined
      ? undefined
      : {
          village: village.name,
          district: village.district.name,
          regency: village.regency.name,
          province: village.province.name,
        }
  }
  const officeOf = issuingOfficeOf(regions, areas, env.origin)
  const cases: CasesContext = {
    database,
    ring,
    clock: env.clock,
    limits,
    origin: env.origin,
    services: services.source,
    register: {
      async loadSnapshot(tx, region, keys) {
        const snapshot = await loadSnapshot(tx, ring, region, keys)
        const things = [...snapshot.persons.keys(), ...snapshot.families.keys(), ...snapshot.deeds.keys()]
        const held = things.length === 0 ? [] : await listValidOf(tx, region, things)
        // A card in force is a document we hold, whether or not its paper was ever signed here.
        const cards = [...snapshot.families.values()]
          .filter((family) => family.status === 'active' && family.kk !== undefined)
          .map((family) => ({ kind: 'kk' as const, of: family.id, isUnsigned: true as const }))
        const papers = held.map((one) => ({ kind: one.kind, of: one.of_id }) as (typeof snapshot.documents)[number])
        return { ...snapshot, documents: [...cards, ...papers] }
      },
      async loadPast(tx, region, sought) {
        const { snapshot = sought.snapshot, pastCases } = await withPastCases(tx, ring, { region, ...sought })
        return { ...snapshot, ...(pastCases === undefined ? {} : { pastCases }) }
      },
      async findByNik(tx, region, nik) {
        const snapshot = await loadSnapshot(tx, ring, region, { niks: [nik] })
        return [...snapshot.persons.values()].find((person) => person.nik === nik)
      },
      listFamiliesOf,
    },
    writer: registerWriter({
      ring,
      files,
      signer,
      documents: {
        ...(papers === undefined ? {} : { work: papers }),
        templates,
        ring,
        random: (length) => crypto.getRandomValues(new Uint8Array(length)),
        proofKey: proofKeys.signing,
      },
      // In threads only: in this one somebody's page would wait for it.
      ...(papers === undefined ? {} : { ahead: new DrawnAhead(undefined, DRAW_AFTER_MS) }),
      now: () => env.clock.now(),
      officeOf,
      actingSigner: async (region, account, at) => {
        const acting = await actingSigner(database, region, account, at)
        const { titles } = regions.get(region).profile.head
        return acting === undefined || titles === undefined ? acting : { ...acting, titles }
      },
      placesOf: places,
      regionName: (code) => areas.find(code)?.name,
      inRegion: (region, work) => database.inRegion(region, work),
    }),
    documents: {
      async listOfCase(tx, region, caseId) {
        const papers = await listPapersOfCase(tx, region, caseId, { ring, templates })
        return papers.map((paper) => ({
          documentId: paper.documentId,
          kind: paper.kind,
          name: paper.name,
          state: paper.state,
          token: paper.token,
        }))
      },
    },
    files,
    regionInfo: (code) => regions.get(code),
    calendar: (code) => regions.get(code).calendar,
    opensText: (code) => regions.get(code).hours[0] ?? { id: '', en: '' },
    addressText: (code) => regions.get(code).profile.address,
    visitor: (request) => visitors.of(request),
    notify: notify.inCase,
    inviteToSurvey: (tx, file) => survey.invite(tx, file),
    tellOfficer: notify.mailWork,
    alarm: (kind, region, subject) => log.warn({ kind, region, subject }, 'alarm'),
    shortText: shortTextsOfProgram(),
    villageName: (code, within) => {
      const village = areas.findVillage(code)
      if (village === undefined) return undefined
      const near = `${village.name}, ${village.district.name}`
      return within === undefined || code.startsWith(`${within}.`) ? near : `${near}, ${village.regency.name}`
    },
    searchVillages: (query, region) =>
      areas.searchVillages(query, { near: region, limit: 10 }).map((village) => ({
        code: village.code,
        name: village.name,
        within: `${village.district.name}, ${village.regency.name}`,
      })),
  }
  const regionCodes = async () => [...(await regions.all()).keys()]
  const survey = bindSurvey(cases, regionCodes, log, async (code) => [
    { id: SURVEY_UNIT, name: regions.get(code).profile.unit },
  ])
  notify.surveyLink = survey.linkOf
  const growth = growthContext(cases)
  const convergence = bindConvergenceHouse(cases, areas, regionCodes, papers)
  const national = bindNational(cases)
  const watch = bindWatch(cases, regionCodes, notify.contactOf, notify.mailAlarms)
  const metrics = createMetrics()
  const register = [
    ...registerJobs({
      db: database,
      ring,
      now: () => env.clock.now(),
      regions: async () => [...(await regions.all()).values()],
      held: (region) => heldForCoverage(database, region),
      // Modules that keep copies of persons read the numbered events from here.
      onEvents: async (region) => {
        await convergence.onEvents(region)
        await national.onEvents(region)
        await growth.book.ready(region)
        await takeRegisterNews(growth, region)
      },
      onSums: async (region, report) => {
        if (!report.isRight) log.error({ region }, 'the sums of the register do not agree')
      },
    }),
    ...messageJobs(
      database,
      transferMessages({
        ring,
        now: () => env.clock.now(),
        newId,
        onUsed: (tx, region, number, holders) =>
          markLetterUsed(
            tx,
            region,
            { number, kinds: ['skpwni', 'skpoa'], holders },
            { actor: 'system', role: 'system', at: env.clock.now() },
          ),
      }),
    ),
  ]
  const people = demoPeople(database, regions)
  const citizen = bindCases(cases, {
    spool: join(env.dataFolder, 'spool'),
    contactOf: async (visitor) => notify.contactOf(visitor.actor!.accountId),
  })
  const open = bindPublic(cases, regions)
  const chat = bindChat({ cases, citizen, accounts, regions, demo })
  const crowd = new Crowd()
  const app = createApp({
    crowd,
    visitorOf: (request) => visitors.of(request),
    modules: [
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
    ],
    limits,
    log,
    https: env.origin.startsWith('https:'),
    isBehindProxy: env.isBehindProxy,
    observe: metrics.observe,
  })
  const definitions = [
    ...caseJobs(cases, regionCodes),
    recountJob(cases, () => regions.refresh()),
    ...notify.jobs,
    ...survey.jobs,
    ...convergence.jobs,
    ...register,
    ...withEditions(growth.book, regionCodes, [
      ...exchangeJobs(growth, regions, demo),
      ...rollupJobs(database, regionCodes),
      ...alertJobs(growth, regionCodes),
      ...scheduleJobs(growth, regionCodes),
      ...careJobs(growth, regionCodes, convergence.tools.villages),
      ...figuresJobs(growth, regionCodes),
    ]),
    ...authJobs(database),
    ...watch.jobs,
    ...bindRetention(cases, database, regionCodes),
    ...housekeepingJobs(database, files, env.clock),
  ]
  const jobs = laterJobs(() =>
    startJobs(database, definitions, {
      clock: env.clock,
      givesWay: () => crowd.isHere(),
      onFailure: (job, error) => log.warn({ job: job.kind, err: error }, 'job failed'),
      onError: (error) => log.error({ err: error }, 'jobs'),
    }),
  )
  if (work === 'now') await jobs.begin()
  const sealer = startSealer(database, {
    ring,
    heads: folderHeads(join(env.dataFolder, 'heads')),
    clock: env.clock,
    onError: (error) => log.error({ err: error }, 'sealer'),
  })
  return {
    app,
    database,
    cases,
    services,
    convergence,
    regions,
    jobs,
    log,
    signer,
    accounts,
    officers,
    carriers: notify.carriers,
    watch,
    filling,
    async begin() {
      await jobs.begin()
      await services.prepare()
    },
    async close() {
      services.close()
      await jobs.stop()
      await papers?.close()
      await sealer.stop()
      await database.close()
    },
  }
}

function listIslands(): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      readdirSync(packagePath('dist', 'islands'))
        .filter((file) => file.endsWith('.js'))
        .map((file) => [file.slice(0, -3), `/assets/islands/${file}`]),
    )
  } catch {
    return {}
  }
}
