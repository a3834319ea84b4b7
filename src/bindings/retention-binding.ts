// Which part of the house obeys which rule of retention. Rules without a step here have jobs of their own (codes and sessions
// every 15 minutes, answers of commands nightly) or no end (registers, journal).
import type { CasesContext } from '../modules/cases/context.ts'
import { CLOSED, DRAFTS, emptyOldCases, ISSUED } from '../modules/cases/retention.ts'
import { type RetentionStep, retentionJobs } from '../modules/privacy/jobs.ts'
import { RETENTION } from '../modules/privacy/retention.ts'
import type { Database } from '../platform/db/database.ts'
import { forgetDeadJobs } from '../platform/jobs/dead.ts'
import { defineJob, type JobDefinition } from '../platform/jobs/job.ts'
import { forgetAddresses } from '../platform/notify/store.ts'

export function retentionSteps({ ring }: Pick<CasesContext, 'ring'>): readonly RetentionStep[] {
  const ofCases = (rule: RetentionStep['rule'], which: typeof DRAFTS): RetentionStep => ({
    rule,
    remove: (tx, region, before, now, limit) => emptyOldCases(tx, ring, region, which, before, now, limit),
  })
  return [
    ofCases('drafts', DRAFTS),
    ofCases('closed', CLOSED),
    ofCases('issued', ISSUED),
    { rule: 'notices', remove: (tx, region, before, _now, limit) => forgetAddresses(tx, region, before, limit) },
  ]
}

export function bindRetention(
  cases: CasesContext,
  database: Database,
  regions: () => Promise<readonly string[]>,
): readonly JobDefinition[] {
  const { clock } = cases
  return [
    ...retentionJobs({ database, clock, regions, steps: retentionSteps(cases) }),
    defineJob(
      'platform.forget-dead',
      async () =>
        void (await forgetDeadJobs(database, new Date(clock.now().getTime() - RETENTION.outbox.days * 86_400_000))),
      { schedule: { dailyAt: '01:50', hoursEast: 8 }, timeoutSeconds: 600 },
    ),
  ]
}
