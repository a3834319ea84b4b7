// Work of exchanges after the commit: large imports, items for other systems.
import type { GrowthContext } from '../modules/growth/context.ts'
import { importJobs } from '../modules/growth/exchange/import-jobs.ts'
import { outgoingJobs } from '../modules/growth/exchange/outgoing-jobs.ts'
import type { JobDefinition } from '../platform/jobs/job.ts'
import type { RegionDirectory } from './region-directory.ts'

export function exchangeJobs(
  context: GrowthContext,
  regions: RegionDirectory,
  demo: boolean,
): readonly JobDefinition[] {
  const all = async () => [...(await regions.all())].map(([code, { timeZone }]) => ({ code, timeZone }))
  return [...importJobs(context), ...outgoingJobs(context, all, demo)]
}
