// The work of a house that opens its doors first: queue, workers and schedules begin when told to, or when somebody needs them.
// Must stay true: what was committed before they begin waits in the outbox and is done; stopping what never began is nothing.
import type { JobRunner } from '../platform/jobs/jobs.ts'

export type LaterJobs = JobRunner & {
  /** Starts them; the same promise however often it is called. */
  begin(): Promise<void>
}

export function laterJobs(start: () => Promise<JobRunner>): LaterJobs {
  let running: Promise<JobRunner> | undefined
  let stopped = false
  const begun = (): Promise<JobRunner> => {
    if (stopped) return Promise.reject(new Error('The jobs of this house were stopped.'))
    running ??= start()
    return running
  }
  return {
    begin: async () => {
      await begun()
    },
    settle: async () => (await begun()).settle(),
    stop: async () => {
      stopped = true
      await (await running?.catch(() => undefined))?.stop()
    },
  }
}
