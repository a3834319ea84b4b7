// Work of exchanges after the commit: large imports.
import type { GrowthContext } from '../modules/growth/context.ts'
import { importJobs } from '../modules/growth/exchange/import-jobs.ts'
import type { JobDefinition } from '../platform/jobs/job.ts'

export function exchangeJobs(context: GrowthContext): readonly JobDefinition[] {
  return importJobs(context)
}
