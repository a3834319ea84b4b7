// Each night: what became of the children stunted a year ago, for this month and the last.
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import type { GrowthContext } from './context.ts'
import { countCohorts } from './figures-store.ts'
import { shiftMonth } from './rules/measurement.ts'

/** Counts the cohorts of this month and the one before. Safe to run again. */
export async function countCohortsOf(context: GrowthContext, region: string): Promise<void> {
  const now = context.today(region).slice(0, 7)
  for (const month of [shiftMonth(now, -1), now])
    await context.database.inRegion(region, (tx) =>
      countCohorts(tx, region, shiftMonth(month, -12), month, shiftMonth(month, -2), context.clock.now()),
    )
}

export function figuresJobs(
  context: GrowthContext,
  regions: () => Promise<readonly string[]>,
): readonly JobDefinition[] {
  return [
    defineJob(
      'growth.cohorts',
      async () => {
        for (const code of await regions()) await countCohortsOf(context, code)
      },
      { schedule: { dailyAt: '02:40', hoursEast: 8 }, timeoutSeconds: 900 },
    ),
  ]
}
