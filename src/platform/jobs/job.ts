// What a job is: a name, a handler, and how often and how patiently it is tried. Must stay true: a handler may run more
// than once (a killed process, a lost answer), so its effect goes through `effectOnce` or is harmless when repeated.
import { claimOnce } from '../db/once.ts'
import type { Tx } from '../db/tx.ts'
import type { OutboxPayload } from './outbox.ts'

export type Job = {
  /** The id of the outbox row; the same at every attempt. */
  readonly id: string
  readonly kind: string
  /** The region that asked for it; undefined for a scheduled job, which is nobody's. */
  readonly region: string | undefined
  readonly key: string | undefined
  readonly payload: OutboxPayload
  /** 1 for the first try. */
  readonly attempt: number
}

export type JobHandler = (job: Job) => Promise<void>

export type Schedule =
  /** Each day at this time (`01:30`) in the zone so many hours east of Greenwich (7, 8 or 9). */
  { readonly dailyAt: string; readonly hoursEast: number } | { readonly everyMinutes: number }

export type JobOptions = {
  /** Tries after the first, with growing waits: about 5 s, 10 s, 20 s … Ten of them take an hour or two. */
  readonly retries?: number
  readonly firstWaitSeconds?: number
  /** A try that takes longer counts as failed. */
  readonly timeoutSeconds?: number
  /** One waiting job for each region and key is enough: more are dropped (recomputing a rollup). */
  readonly collapse?: boolean
  /** Higher goes first. */
  readonly priority?: number
  readonly schedule?: Schedule
}

export type JobDefinition = {
  readonly kind: string
  readonly handler: JobHandler
  readonly options: Required<Omit<JobOptions, 'schedule'>> & Pick<JobOptions, 'schedule'>
}

const KIND = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/

/** A job named `area.verb` (`notify.send`), for `startJobs`. */
export function defineJob(kind: string, handler: JobHandler, options: JobOptions = {}): JobDefinition {
  if (!KIND.test(kind)) throw new Error(`A job is named area.verb in small letters, not ${kind}`)
  return {
    kind,
    handler,
    options: { retries: 10, firstWaitSeconds: 5, timeoutSeconds: 120, collapse: false, priority: 0, ...options },
  }
}

/** Runs `work` in the job's region unless an earlier try of this job already did and committed. Gives whether it ran. */
export async function effectOnce(tx: Tx, job: Job, work: () => Promise<void>): Promise<boolean> {
  if (!(await claimOnce(tx, `job:${job.id}`, job.kind))) return false
  await work()
  return true
}
