// `npx puja jobs list [--dead] | retry ID | retry --all`: what waits behind the requests, and another chance for what failed for
// good. Must stay true: ids, kinds and reasons only, nothing of citizens; JSON on stdout, sentences on stderr.
import { parseArgs } from 'node:util'
import { accept, refuse } from '../kernel/refusal.ts'
import type { Database } from '../platform/db/database.ts'
import { retryDeadJobs } from '../platform/jobs/dead.ts'
import { type JobListing, listJobs } from '../platform/jobs/job-list.ts'
import { answer, type SetupAnswer } from './setup-requests.ts'

export type JobsRequest =
  | { readonly do: 'list'; readonly onlyDead: boolean }
  | { readonly do: 'retry'; readonly id: string }
export type RetryAnswer = Awaited<ReturnType<typeof retryDeadJobs>>

const USAGE = `Usage: npx puja jobs list [--dead]    what waits, runs and failed for good; only the last with --dead
       npx puja jobs retry ID         queues a job that failed for good again, with all its tries
       npx puja jobs retry --all      all of them`
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function runJobs(database: Database, request: JobsRequest): Promise<SetupAnswer> {
  if (request.do === 'list') return answer(accept(await listJobs(database, { onlyDead: request.onlyDead })))
  const queued = await retryDeadJobs(database, request.id)
  if (queued.length === 0 && request.id !== 'all') return answer(refuse('job-unknown', undefined, { id: request.id }))
  return answer(accept(queued))
}

function readRequest(args: readonly string[]): JobsRequest | 'help' | undefined {
  const boolean = { type: 'boolean' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { dead: boolean, all: boolean, help: { ...boolean, short: 'h' } },
      allowPositionals: true,
    })
    const { dead = false, all = false, help = false } = values
    const [command, id, ...rest] = positionals
    if (help) return 'help'
    if (rest.length > 0) return undefined
    if (command === 'list' && id === undefined && !all) return { do: 'list', onlyDead: dead }
    if (command !== 'retry' || dead) return undefined
    if (all) return id === undefined ? { do: 'retry', id: 'all' } : undefined
    return id !== undefined && ID.test(id) ? { do: 'retry', id } : undefined
  } catch {
    return undefined
  }
}

export async function jobsCli(
  args: readonly string[],
  io: { readonly out: (line: string) => void; readonly err: (line: string) => void },
  ask: (request: JobsRequest) => Promise<SetupAnswer>,
): Promise<number> {
  const request = readRequest(args)
  if (request === 'help') {
    io.out(USAGE)
    return 0
  }
  if (request === undefined) {
    io.err(USAGE)
    return 2
  }
  const done = await ask(request)
  if (!done.ok) {
    for (const { text } of done.refusals) io.err(text)
    return 1
  }
  if (request.do === 'list') {
    const { jobs, total } = done.value as JobListing
    if (total > jobs.length) io.err(`The first ${jobs.length} of ${total}.`)
    if (jobs.some((job) => job.state === 'dead')) io.err('Try again: npx puja jobs retry ID, or --all.')
    io.out(JSON.stringify(jobs))
    return 0
  }
  const queued = done.value as RetryAnswer
  io.err(
    queued.length === 0
      ? 'No job has failed for good.'
      : `${queued.length} queued again; a running server takes them within seconds.`,
  )
  io.out(JSON.stringify(queued))
  return 0
}
