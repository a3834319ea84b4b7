// The house put together: the ground (house-ground), the areas on it (house-modules), their pages (house-pages) and their work behind
// requests (house-jobs), and the sealer. Must stay true: opening it starts no listening; closing it leaves nothing running.
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { CasesContext } from '../modules/cases/context.ts'
import type { TestSigner } from '../modules/documents/signing/test-signer.ts'
import type { OfficerTools } from '../modules/regions/officer-parts.ts'
import type { createAccounts } from '../platform/auth/accounts.ts'
import type { Database } from '../platform/db/database.ts'
import { createApp } from '../platform/http/app.tsx'
import { Crowd } from '../platform/http/crowd.ts'
import { type JobRunner, startJobs } from '../platform/jobs/jobs.ts'
import { folderHeads } from '../platform/journal/heads.ts'
import { startSealer } from '../platform/journal/sealer.ts'
import type { Log } from '../platform/log.ts'
import type { BoundConvergence } from './convergence-binding.ts'
import { createMetrics } from './health.ts'
import { type GroundOptions, openGround } from './house-ground.ts'
import { jobsOf } from './house-jobs.ts'
import { openModules } from './house-modules.ts'
import { pagesOf } from './house-pages.ts'
import { laterJobs } from './later-jobs.ts'
import type { NotifyBinding } from './notify-binding.ts'
import type { OfferedServices } from './offered-services.ts'
import type { RegionDirectory } from './region-directory.ts'
import type { BoundWatch } from './watch-binding.ts'

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

export type HouseOptions = GroundOptions & {
  /** `later`: whoever opens the house calls `begin()` once its doors are open, so that people do not wait for its workers. */
  readonly work?: 'now' | 'later'
}

export async function openHouse({ work = 'now', ...options }: HouseOptions): Promise<House> {
  const ground = await openGround(options)
  const { env, log, database, ring, services, visitors, papers } = ground
  const modules = openModules(ground)
  const metrics = createMetrics()
  const crowd = new Crowd()
  const app = createApp({
    crowd,
    visitorOf: (request) => visitors.of(request),
    modules: pagesOf(ground, modules, metrics),
    limits: ground.limits,
    log,
    https: env.origin.startsWith('https:'),
    isBehindProxy: env.isBehindProxy,
    observe: metrics.observe,
  })
  const jobs = laterJobs(() =>
    startJobs(database, jobsOf(ground, modules), {
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
    jobs,
    database,
    log,
    services,
    cases: modules.cases,
    convergence: modules.convergence,
    watch: modules.watch,
    regions: ground.regions,
    signer: ground.signer,
    accounts: ground.accounts,
    officers: ground.officers,
    filling: ground.filling,
    carriers: ground.notify.carriers,
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
