// For whoever runs the house: is it well (database, queue, signer, disk), and numbers for Prometheus. No personal data.
import { statfs } from 'node:fs/promises'
import { Hono } from 'hono'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Signer } from '../modules/documents/signing/signer.ts'
import type { Database } from '../platform/db/database.ts'
import { queueState } from '../platform/jobs/dead.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { missingCarriers } from './carriers.ts'
import { TURNED } from './keys-requests.ts'

export type HealthTools = {
  readonly database: Database
  readonly signer: Signer
  readonly dataFolder: string
  readonly ring: KeyRing
}
/** Below this the file store says so before it is full. */
const LEAST_FREE_BYTES = 500_000_000

export type Metrics = {
  readonly observe: (route: string, method: string, status: number, seconds: number) => void
  readonly registry: Registry
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'puja_request_seconds',
    help: 'Server time of a request',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const answers = new Counter({
    name: 'puja_answers_total',
    help: 'Answers by status',
    labelNames: ['status'],
    registers: [registry],
  })
  return {
    registry,
    observe(route, method, status, seconds) {
      requests.labels(route, method).observe(seconds)
      answers.labels(String(status)).inc()
    },
  }
}

export function healthRoutes({ database, signer, dataFolder, ring }: HealthTools, metrics: Metrics): Hono {
  const app = new Hono()
  const dead = new Gauge({ name: 'puja_jobs_dead', help: 'Jobs that failed for good', registers: [metrics.registry] })
  const waiting = new Gauge({ name: 'puja_jobs_waiting', help: 'Jobs that wait', registers: [metrics.registry] })
  const unsent = new Gauge({
    name: 'puja_notices_retrying',
    help: 'Messages to people that a carrier did not take yet',
    registers: [metrics.registry],
  })
  const check = async () => {
    const started = performance.now()
    const isDatabaseUp = await database.asPublic(async () => true).catch(() => false)
    const databaseMs = Math.round(performance.now() - started)
    const queue = isDatabaseUp ? await queueState(database).catch(() => undefined) : undefined
    const disk = await statfs(dataFolder).catch(() => undefined)
    const freeBytes = disk === undefined ? undefined : disk.bavail * disk.bsize
    const status = await signer.status()
    return {
      database: { up: isDatabaseUp, kind: database.kind, ms: databaseMs },
      queue: queue && { ...queue, ...(queue.dead > 0 ? { deadJobs: 'npx puja jobs list --dead' } : {}) },
      signer: { state: status.state, provider: status.provider },
      // A channel that nothing carries is no illness of the program, but people wait for codes in vain.
      carriers: { missing: missingCarriers().map((one) => one.channel) },
      // Ids only. More than one key means that older ones may still be needed: `npx puja keys list` counts.
      keys: Object.fromEntries(
        TURNED.map((purpose) => [purpose, { current: ring.current(purpose).id, held: ring.all(purpose).length }]),
      ),
      disk: { freeBytes, enough: freeBytes === undefined || freeBytes > LEAST_FREE_BYTES },
    }
  }
  app.get('/health', async (c) => {
    const state = await check()
    const well = state.database.up && state.disk.enough
    return c.json({ well, ...state }, well ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.get('/metrics', async (c) => {
    const { queue } = await check()
    if (queue !== undefined) {
      dead.set(queue.dead)
      unsent.set(queue.notices)
      waiting.set(queue.waiting + queue.outbox)
    }
    return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
  })
  return app
}
