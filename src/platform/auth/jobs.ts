// What is over goes from the tables of sign-in: codes, challenges, sessions. Harmless when repeated.
import type { Database } from '../db/database.ts'
import { defineJob, type JobDefinition } from '../jobs/job.ts'
import { sweepAuth } from './store.ts'

export function authJobs(database: Database): readonly JobDefinition[] {
  return [
    defineJob('auth.sweep', async () => void (await database.asAuth((tx) => sweepAuth(tx, new Date()))), {
      schedule: { everyMinutes: 15 },
    }),
  ]
}
