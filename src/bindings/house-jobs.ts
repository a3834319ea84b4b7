// All work behind requests: what each module wants done, and when.
import { caseJobs } from '../modules/cases/jobs.ts'
import { recountJob } from '../modules/cases/recount-jobs.ts'
import { markLetterUsed } from '../modules/documents/commands.ts'
import { alertJobs } from '../modules/growth/alert-jobs.ts'
import { figuresJobs } from '../modules/growth/figures-jobs.ts'
import { takeRegisterNews } from '../modules/growth/register-news.ts'
import { rollupJobs } from '../modules/growth/rollup-commands.ts'
import { scheduleJobs } from '../modules/growth/schedule-jobs.ts'
import { registerJobs } from '../modules/register/jobs.ts'
import { transferMessages } from '../modules/register/transfers.ts'
import { authJobs } from '../platform/auth/jobs.ts'
import { newId } from '../platform/ids.ts'
import { housekeepingJobs } from '../platform/jobs/housekeeping.ts'
import { messageJobs } from '../platform/jobs/messages.ts'
import { careJobs } from './care-binding.ts'
import { exchangeJobs } from './exchange-jobs-binding.ts'
import { withEditions } from './growth-context.ts'
import { heldForCoverage } from './held-for-coverage.ts'
import type { Ground } from './house-ground.ts'
import type { Modules } from './house-modules.ts'
import { bindRetention } from './retention-binding.ts'

export function jobsOf(ground: Ground, modules: Modules) {
  const { env, log, demo, database, ring, files, regions, notify } = ground
  const { cases, regionCodes, survey, growth, convergence, national, watch } = modules
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
  return [
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
}
