// Work after the commit, put together: outbox to queue to handlers, schedules, and what failed for good. Must stay true:
// nothing is lost by kill -9 at any point; what cannot be done stays visible until an officer decides.
import { setTimeout as delay } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { dispatchOutbox } from './dispatcher.ts'
import type { Job, JobDefinition } from './job.ts'
import { enqueue, openQueue, recoverOrphans } from './queue.ts'
import { dueNow } from './schedule.ts'
import { Worker } from './worker.ts'

export type JobsOptions = {
  readonly clock: Clock
  readonly concurrency?: number
  /** While it says so, jobs are done one at a time. */
  readonly givesWay?: () => boolean
  readonly pollMs?: number
  readonly onFailure?: (job: Job, error: unknown) => void
  readonly onError?: (error: unknown) => void
}

export type JobRunner = {
  /** Hands over and works until nothing is ready any more; for tests and the command line. Retries to come are not waited for. */
  settle(): Promise<void>
  /** Stops taking jobs and waits for those under way (30 s at most). */
  stop(): Promise<void>
}

/** Two hand-overs are never closer than this: a lone commit goes at once, many share one. */
const DISPATCH_PAUSE_MS = 120
const DISPATCH_POLL_MS = 2_000
const SCHEDULE_POLL_MS = 20_000

async function isQuiet(db: Database, worker: Worker): Promise<boolean> {
  if (worker.busy > 0) return false
  const { rows } = await db.runAs(
    'jobs',
    `select 1 from pgboss.job where name in ('work', 'single') and ((state < 'active' and start_after <= now()) or state = 'active') limit 1`,
  )
  return rows.length === 0
}

class Runner implements JobRunner {
  readonly #ending = new AbortController()
  readonly #queuedOccurrences = new Set<string>()
  #wakeDispatcher: (() => void) | undefined
  #committed = true
  #running: Promise<unknown> = Promise.resolve()
  #unlisten = () => {}

  constructor(
    readonly db: Database,
    readonly boss: PgBoss,
    readonly definitions: ReadonlyMap<string, JobDefinition>,
    readonly worker: Worker,
    readonly options: JobsOptions,
  ) {}

  start(): void {
    this.#unlisten = this.db.onCommit(() => {
      this.#committed = true
      this.#wakeDispatcher?.()
    })
    this.worker.start()
    this.#running = Promise.all([this.#dispatchLoop(), this.#scheduleLoop()])
  }

  async dispatch(): Promise<number> {
    const { handed, queues } = await dispatchOutbox(this.db, this.boss, this.definitions)
    if (handed > 0) this.worker.wake(queues)
    return handed
  }

  async #dispatchLoop(): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted) {
      this.#committed = false
      await this.dispatch().catch((error: unknown) => this.options.onError?.(error))
      await delay(DISPATCH_PAUSE_MS, undefined, { signal, ref: false }).catch(() => {})
      if (this.#committed || signal.aborted) continue
      const timer = new AbortController()
      const woken = new Promise<void>((resolve) => {
        this.#wakeDispatcher = resolve
      })
      signal.addEventListener('abort', () => this.#wakeDispatcher?.(), { once: true, signal: timer.signal })
      await Promise.race([
        woken,
        delay(DISPATCH_POLL_MS, undefined, { signal: timer.signal, ref: false }).catch(() => {}),
      ])
      timer.abort()
    }
  }

  async #scheduleLoop(): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted) {
      await this.queueDue().catch((error: unknown) => this.options.onError?.(error))
      await delay(SCHEDULE_POLL_MS, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  async queueDue(): Promise<void> {
    const due = dueNow(this.definitions.values(), this.options.clock.now()).filter(
      ({ id }) => !this.#queuedOccurrences.has(id),
    )
    if (due.length === 0) return
    await enqueue(
      this.boss,
      this.definitions,
      due.map(({ kind, id, due: at }) => ({
        id,
        notBefore: null,
        data: { kind, region: null, key: null, payload: { due: at.toISOString() } },
      })),
    )
    for (const { id } of due) this.#queuedOccurrences.add(id)
    this.worker.wake()
  }

  async settle(): Promise<void> {
    await this.queueDue()
    for (;;) {
      const handed = await this.dispatch()
      this.worker.wake()
      if (handed === 0 && (await isQuiet(this.db, this.worker)) && (await this.dispatch()) === 0) return
      await delay(5)
    }
  }

  async stop(): Promise<void> {
    this.#unlisten()
    this.#ending.abort()
    await this.#running
    await this.worker.stop(30_000)
    await this.boss.stop({ graceful: false })
  }
}

/** Starts dispatcher, workers and schedules for these jobs. Throws when two have one name. */
export async function startJobs(
  db: Database,
  jobs: readonly JobDefinition[],
  options: JobsOptions,
): Promise<JobRunner> {
  const definitions = new Map(jobs.map((job) => [job.kind, job]))
  if (definitions.size !== jobs.length) throw new Error('Two jobs have the same name.')
  const onError = options.onError ?? (() => {})
  const boss = await openQueue(db, onError)
  if (db.kind === 'pglite') await recoverOrphans(db, boss)
  // Jobs of a process that died while nobody looked come back now, not at the next round of maintenance.
  await boss.expire()
  const worker = new Worker(boss, definitions, {
    concurrency: options.concurrency ?? (db.kind === 'pglite' ? 4 : 8),
    ...(options.givesWay === undefined ? {} : { givesWay: options.givesWay }),
    pollMs: options.pollMs ?? 2_000,
    onFailure: options.onFailure ?? (() => {}),
    onError,
  })
  const runner = new Runner(db, boss, definitions, worker, options)
  runner.start()
  return runner
}
