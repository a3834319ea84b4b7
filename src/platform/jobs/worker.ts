// Takes jobs from the queue and runs them, a few at a time, one while people wait. Must stay true: a failing job is tried again
// later and never stops the others; a lost database is waited out; every promise is awaited, so nothing ends the process.
import { setTimeout as delay } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import { reasonOf } from '../log.ts'
import type { Job, JobDefinition } from './job.ts'
import { QUEUES, type QueuedData, type QueueName } from './queue.ts'

export type WorkerOptions = {
  readonly concurrency: number
  /** Asked before jobs are taken: while it says so, one at a time is done. */
  readonly givesWay?: () => boolean
  /** How often the queue is looked at when nobody wakes the worker: retries and jobs of other processes. */
  readonly pollMs: number
  readonly onFailure: (job: Job, error: unknown) => void
  readonly onError: (error: unknown) => void
}

type Completions = { ids: string[]; current?: Promise<void>; next: Promise<void> | undefined }

export class Worker {
  readonly #active = new Set<Promise<void>>()
  readonly #done = new Map<QueueName, Completions>()
  /** Where there may be work: told by the dispatcher, left over from a full hand, or everywhere when it is time to look. */
  readonly #look = new Set<QueueName>(QUEUES)
  #stopping = false
  #woken = false
  #wakeUp: (() => void) | undefined
  #running: Promise<void> | undefined

  constructor(
    readonly boss: PgBoss,
    readonly definitions: ReadonlyMap<string, JobDefinition>,
    readonly options: WorkerOptions,
  ) {}

  get busy(): number {
    return this.#active.size
  }

  start(): void {
    this.#running = this.#loop()
  }

  /** Something may wait in these queues. */
  wake(queues: Iterable<QueueName> = QUEUES): void {
    for (const queue of queues) this.#look.add(queue)
    this.#woken = true
    this.#wakeUp?.()
  }

  /** Waits for the jobs under way; those that take longer than `patienceMs` come back later by themselves. */
  async stop(patienceMs: number): Promise<void> {
    this.#stopping = true
    this.wake()
    await this.#running
    await Promise.race([Promise.all(this.#active), delay(patienceMs, undefined, { ref: false })])
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false
      const taken = await this.#take().catch((error: unknown) => {
        this.options.onError(error)
        return 0
      })
      const full = this.busy >= this.#most()
      if (taken === 0 || full) await this.#rest()
      // Short jobs end together: a moment's wait, and one question to the queue fills several places.
      if (full && !this.#stopping) await delay(2)
    }
  }

  /** Until woken (by the dispatcher, or a job that ended) or until it is time to look again. */
  async #rest(): Promise<void> {
    if (this.#woken) return
    const timer = new AbortController()
    const woken = new Promise<void>((resolve) => {
      this.#wakeUp = resolve
    })
    const timeToLook = delay(this.options.pollMs, undefined, { signal: timer.signal, ref: false }).then(
      () => {
        for (const queue of QUEUES) this.#look.add(queue)
      },
      () => {},
    )
    await Promise.race([woken, timeToLook])
    this.#wakeUp = undefined
    timer.abort()
  }

  /** Never none: whatever is under way looks again when it ends, so nothing has to tell us that the crowd has gone. */
  #most(): number {
    return this.options.givesWay?.() === true ? 1 : this.options.concurrency
  }

  async #take(): Promise<number> {
    let taken = 0
    for (const queue of [...this.#look]) {
      const free = this.#most() - this.busy
      if (free <= 0) break
      // Before asking: what is queued meanwhile is told again.
      this.#look.delete(queue)
      const jobs = await this.boss.fetch<QueuedData>(queue, { batchSize: free, includeMetadata: true })
      if (jobs.length === free) this.#look.add(queue)
      for (const { id, data, retryCount } of jobs) {
        const job: Job = {
          id,
          kind: data.kind,
          region: data.region ?? undefined,
          key: data.key ?? undefined,
          payload: data.payload,
          attempt: retryCount + 1,
        }
        const run = this.#run(queue, job).finally(() => {
          this.#active.delete(run)
          this.wake([])
        })
        this.#active.add(run)
      }
      taken += jobs.length
    }
    return taken
  }

  async #run(queue: QueueName, job: Job): Promise<void> {
    try {
      try {
        await this.#handle(job)
      } catch (error) {
        this.options.onFailure(job, error)
        await this.boss.fail(queue, job.id, { message: reasonOf(error) })
        return
      }
      await this.#complete(queue, job.id)
    } catch (error) {
      // The queue did not hear how it went: the job comes back when its time is up, and its effect is once only.
      this.options.onError(error)
    }
  }

  /** Tells the queue what is done, several jobs in one statement: those that end while one is under way share the next. */
  #complete(queue: QueueName, id: string): Promise<void> {
    const done = this.#done.get(queue) ?? { ids: [], next: undefined }
    this.#done.set(queue, done)
    done.ids.push(id)
    done.next ??= (done.current ?? Promise.resolve()).then(async () => {
      const ids = done.ids.splice(0)
      done.current = done.next?.catch(() => {})
      done.next = undefined
      await this.boss.complete(queue, ids)
    })
    return done.next
  }

  async #handle(job: Job): Promise<void> {
    const definition = this.definitions.get(job.kind)
    if (definition === undefined) throw new Error(`No handler for jobs of kind ${job.kind} in this process.`)
    const timer = new AbortController()
    const limitMs = definition.options.timeoutSeconds * 1000
    const late = delay(limitMs, undefined, { signal: timer.signal, ref: false }).then(
      () => {
        throw new Error(`${job.kind} took longer than ${limitMs} ms`)
      },
      () => {},
    )
    try {
      await Promise.race([definition.handler(job), late])
    } finally {
      timer.abort()
    }
  }
}
