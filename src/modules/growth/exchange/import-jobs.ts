// Large imports are written and taken back after the answer. Safe to run again: both go on where they stopped.
import { defineJob, type Job, type JobDefinition } from '../../../platform/jobs/job.ts'
import type { GrowthContext } from '../context.ts'
import { WRITE_JOB, writeImport } from './confirm-commands.ts'
import type { ImportActor } from './import-journal.ts'
import { takeBack, UNDO_JOB } from './undo-commands.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function actorOf({ payload }: Job): ImportActor {
  const device = text(payload.device)
  return { account: text(payload.account), role: text(payload.role), ...(device === '' ? {} : { device }) }
}

export function importJobs(context: GrowthContext): readonly JobDefinition[] {
  const job = (kind: string, work: (region: string, importId: string, actor: ImportActor) => Promise<unknown>) =>
    defineJob(
      kind,
      async (asked) => {
        const importId = text(asked.payload.importId)
        if (asked.region !== undefined) await work(asked.region, importId, actorOf(asked))
      },
      { timeoutSeconds: 900, retries: 5 },
    )
  return [
    job(WRITE_JOB, (region, importId, actor) => writeImport(context, region, importId, actor)),
    job(UNDO_JOB, (region, importId, actor) => takeBack(context, region, importId, actor)),
  ]
}
