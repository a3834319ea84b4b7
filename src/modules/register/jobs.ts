// Work after the commit and at night: events get their positions and are told to whoever listens; sums are checked;
// coverage is counted. Must stay true: each may run twice without harm; a listener keeps its own position.
import { todayIn } from '../../kernel/zone.ts'
import type { Database } from '../../platform/db/database.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { type HeldForCoverage, pruneCoverage, takeCoverageSnapshot } from './coverage-store.ts'
import { scanForPairs } from './duplicate-queries.ts'
import { numberEvents } from './event-store.ts'
import { getRegisterSettings } from './settings.ts'
import { checkSums, type SumReport } from './sums.ts'

export type RegisterJobTools = {
  readonly db: Database
  readonly ring: KeyRing
  readonly now: () => Date
  /** Regions with a register of their own, and the zone of their offices. */
  readonly regions: () => Promise<readonly { readonly code: string; readonly timeZone: string }[]>
  /** Valid cards of a region, from the archive. */
  readonly held: (region: string) => Promise<HeldForCoverage>
  /** Called after events of a region got positions; reads them with `listEventsAfter`. */
  readonly onEvents: (region: string) => Promise<void>
  readonly onSums: (region: string, report: SumReport) => Promise<void>
}

export function registerJobs(tools: RegisterJobTools): readonly JobDefinition[] {
  return [
    defineJob(
      'register.events',
      async (job) => {
        const region = job.region
        if (region === undefined) return
        const numbered = await tools.db.inRegion(region, (tx) => numberEvents(tx, region))
        if (numbered > 0) await tools.onEvents(region)
      },
      { collapse: true },
    ),
    // A commit that ended between two runs, or a process that died after its commit, leaves events without a job.
    defineJob(
      'register.events-sweep',
      async () => {
        for (const { code } of await tools.regions())
          if ((await tools.db.inRegion(code, (tx) => numberEvents(tx, code))) > 0) await tools.onEvents(code)
      },
      { schedule: { everyMinutes: 5 }, collapse: true },
    ),
    defineJob(
      'register.sums',
      async () => {
        for (const { code } of await tools.regions()) {
          const report = await tools.db.inRegion(code, (tx) => checkSums(tx, code), {
            isolation: 'snapshot',
            readOnly: true,
          })
          await tools.onSums(code, report)
        }
      },
      { schedule: { dailyAt: '01:10', hoursEast: 8 }, timeoutSeconds: 900 },
    ),
    // People who came since the last look, a few hundred in a transaction, so that a decision never waits long.
    defineJob(
      'register.pairs',
      async () => {
        for (const { code } of await tools.regions()) {
          const look = () =>
            tools.db.inRegion(code, (tx) => scanForPairs(tx, { ring: tools.ring, region: code, now: tools.now() }, 200))
          while ((await look()) === 200);
        }
      },
      { schedule: { dailyAt: '02:10', hoursEast: 8 }, timeoutSeconds: 3600 },
    ),
    defineJob(
      'register.coverage',
      async () => {
        for (const { code, timeZone } of await tools.regions()) {
          const on = todayIn(timeZone, tools.now().getTime())
          const held = await tools.held(code)
          await tools.db.inRegion(
            code,
            async (tx) => {
              const { birthUpperAgeExclusive } = await getRegisterSettings(tx, code)
              const settings = { on, deathsFrom: `${on.slice(0, 4)}-01-01`, birthUpperAgeExclusive }
              await takeCoverageSnapshot(tx, code, settings, held, tools.now())
              await pruneCoverage(tx, code, on)
            },
            { statementTimeoutMs: 300_000 },
          )
        }
      },
      { schedule: { dailyAt: '01:30', hoursEast: 8 }, timeoutSeconds: 1800 },
    ),
  ]
}
