// Sends what waits: after it was queued or asked for again, and every five minutes what its wait has ended; each night last
// month's verified visits and counts are queued. Safe to run again: the same content is queued and taken once.
import { defineJob, type JobDefinition } from '../../../platform/jobs/job.ts'
import type { GrowthContext } from '../context.ts'
import { monthOf, shiftMonth } from '../rules/measurement.ts'
import { SEND_JOB, sendRegion } from './outgoing-commands.ts'
import { queueMonth } from './outgoing-queue.ts'

export function outgoingJobs(
  context: GrowthContext,
  regions: () => Promise<readonly { readonly code: string; readonly timeZone: string }[]>,
  demo: boolean,
): readonly JobDefinition[] {
  return [
    defineJob(
      SEND_JOB,
      async ({ region }) => {
        if (region !== undefined) await sendRegion(context, region, demo)
      },
      { collapse: true, timeoutSeconds: 900 },
    ),
    defineJob(
      'growth.exchange-sweep',
      async () => {
        for (const { code } of await regions()) await sendRegion(context, code, demo)
      },
      { schedule: { everyMinutes: 5 }, collapse: true, timeoutSeconds: 900 },
    ),
    defineJob(
      'growth.exchange-queue',
      async () => {
        for (const { code, timeZone } of await regions()) {
          const by = { account: 'system:exchange', role: 'system', timeZone }
          await queueMonth(context, code, shiftMonth(monthOf(context.today(code)), -1), by)
        }
      },
      { schedule: { dailyAt: '03:20', hoursEast: 8 }, timeoutSeconds: 900 },
    ),
  ]
}
