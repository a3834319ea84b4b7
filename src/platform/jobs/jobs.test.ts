// Work after the commit: done once for each commit, never for a rollback, tried again, visible when it fails for good.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { systemClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import { queueState, retryDeadJobs } from './dead.ts'
import { dispatchOutbox } from './dispatcher.ts'
import { defineJob, effectOnce, type Job, type JobDefinition } from './job.ts'
import { listJobs } from './job-list.ts'
import { type JobRunner, startJobs } from './jobs.ts'
import { writeOutbox } from './outbox.ts'
import { openQueue } from './queue.ts'

let db: Database
let runner: JobRunner | undefined
const failures: string[] = []
const start = async (...jobs: JobDefinition[]) => {
  runner = await startJobs(db, jobs, {
    clock: systemClock,
    pollMs: 100,
    onFailure: (job, error) => failures.push(`${job.kind} ${job.attempt}: ${String(error)}`),
    onError: (error) => failures.push(`queue: ${String(error)}`),
  })
  return runner
}

beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
})
afterAll(() => db.close())
afterEach(async () => {
  await runner?.stop()
  failures.length = 0
})

describe('jobs', () => {
  it('run after the commit with what they were told, and not after a rollback', async () => {
    const seen: Job[] = []
    const jobs = await start(defineJob('test.note', async (job) => void seen.push(job)))
    await db.inRegion('63.11', (tx) =>
      writeOutbox(tx, [{ kind: 'test.note', key: 'c1', payload: { case: 'c1', n: 1 } }, { kind: 'test.note' }]),
    )
    await expect(
      db.inRegion('63.11', async (tx) => {
        await writeOutbox(tx, { kind: 'test.note', key: 'never' })
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    await jobs.settle()
    expect(seen.map(({ region, key, payload, attempt }) => ({ region, key, payload, attempt }))).toEqual([
      { region: '63.11', key: 'c1', payload: { case: 'c1', n: 1 }, attempt: 1 },
      { region: '63.11', key: undefined, payload: {}, attempt: 1 },
    ])
    expect(await queueState(db)).toEqual({ outbox: 0, waiting: 0, active: 0, dead: 0, notices: 0 })
  })

  it('start within a moment of the commit, without anybody asking', async () => {
    let at = 0
    await start(
      defineJob('test.quick', async () => {
        at = Date.now()
      }),
    )
    await sleep(300)
    const committed = await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'test.quick' })).then(() => Date.now())
    await expect.poll(() => at, { timeout: 3000, interval: 10 }).toBeGreaterThan(0)
    expect(at - committed).toBeLessThan(2_000)
  })

  it('two hundred from many regions run once each', async () => {
    const seen: string[] = []
    const jobs = await start(defineJob('test.many', async (job) => void seen.push(`${job.region} ${job.payload.n}`)))
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        db.inRegion(`63.${String(10 + (n % 20))}`, (tx) => writeOutbox(tx, { kind: 'test.many', payload: { n } })),
      ),
    )
    await jobs.settle()
    expect(seen).toHaveLength(200)
    expect(new Set(seen).size).toBe(200)
  })

  it('are done one at a time while people wait, and side by side again afterwards', async () => {
    let isCrowded = true
    let atOnce = 0
    let most = 0
    let done = 0
    runner = await startJobs(
      db,
      [
        defineJob('test.beside', async () => {
          most = Math.max(most, ++atOnce)
          await sleep(20)
          atOnce -= 1
          if (++done === 6) {
            expect(most).toBe(1)
            isCrowded = false
          }
        }),
      ],
      {
        clock: systemClock,
        pollMs: 100,
        givesWay: () => isCrowded,
        onFailure: (_, error) => failures.push(String(error)),
      },
    )
    await db.inRegion('63.11', (tx) =>
      writeOutbox(
        tx,
        Array.from({ length: 20 }, (_, n) => ({ kind: 'test.beside', payload: { n } })),
      ),
    )
    await expect.poll(() => done, { timeout: 15_000, interval: 20 }).toBe(20)
    expect(failures).toEqual([])
    expect(most).toBeGreaterThan(1)
  })

  it('are tried again, then lie visible among the dead, and come back when asked', async () => {
    let broken = true
    let runs = 0
    const jobs = await start(
      defineJob(
        'test.fails',
        async () => {
          runs += 1
          if (broken) throw new Error('printer on fire')
        },
        { retries: 1, firstWaitSeconds: 1 },
      ),
    )
    await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'test.fails', key: 'k', payload: { case: 'c9' } }))
    await expect.poll(async () => (await queueState(db)).dead, { timeout: 15_000, interval: 100 }).toBe(1)
    expect(runs).toBe(2)
    expect(failures).toEqual(['test.fails 1: Error: printer on fire', 'test.fails 2: Error: printer on fire'])
    const { jobs: found } = await listJobs(db, { onlyDead: true })
    expect(found).toMatchObject([
      { state: 'dead', kind: 'test.fails', region: '63.11', key: 'k', failed: 2, error: 'printer on fire' },
    ])
    broken = false
    const dead = found[0]?.id ?? ''
    expect(await retryDeadJobs(db, dead)).toMatchObject([{ was: dead }])
    expect(await retryDeadJobs(db, dead)).toEqual([])
    await jobs.settle()
    expect(runs).toBe(3)
    expect(await queueState(db)).toMatchObject({ waiting: 0, active: 0, dead: 0, notices: 0 })
  })

  it('are not put away by the queue itself, neither waiting ones nor dead ones', async () => {
    const jobs = await start(
      defineJob(
        'test.dies',
        async () => {
          throw new Error('gone')
        },
        { retries: 0 },
      ),
      defineJob('test.later', async () => {}),
    )
    const inAnHour = new Date(Date.now() + 3_600_000)
    await db.inRegion('63.11', (tx) =>
      writeOutbox(tx, [{ kind: 'test.dies' }, { kind: 'test.later', notBefore: inAnHour }]),
    )
    await jobs.settle()
    const { rows } = await db.runAs(
      'jobs',
      `select data->>'kind' as kind, keep_until > now() + interval '300 days' as kept from pgboss.job where state = 'created' order by kind`,
    )
    expect(rows).toEqual([
      { kind: 'test.dies', kept: true },
      { kind: 'test.later', kept: true },
    ])
    await db.runAs('jobs', "delete from pgboss.job where state < 'active'")
  })

  it('that nobody knows are not lost: they wait for a process that does', async () => {
    const jobs = await start(defineJob('test.known', async () => {}))
    await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'test.unknown' }))
    await jobs.settle()
    expect(failures[0]).toMatch(/No handler for jobs of kind test.unknown/)
    expect((await queueState(db)).waiting).toBe(1)
    await db.runAs('jobs', "delete from pgboss.job where state < 'active'")
  })

  it('that take too long count as failed', async () => {
    const jobs = await start(
      defineJob('test.slow', () => sleep(5_000, undefined, { ref: false }), { timeoutSeconds: 1, retries: 0 }),
    )
    await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'test.slow' }))
    await jobs.settle()
    expect(failures).toEqual([expect.stringMatching(/longer than 1000 ms/)])
  })

  it('collapse: many requests for one key are one job, other keys and regions have their own', async () => {
    const seen: string[] = []
    const definition = defineJob('test.rollup', async (job) => void seen.push(`${job.region} ${job.key}`), {
      collapse: true,
    })
    const boss = await openQueue(db, () => {})
    for (let n = 0; n < 5; n++)
      await db.inRegion('63.11', (tx) =>
        writeOutbox(tx, [
          { kind: 'test.rollup', key: 'village-a' },
          { kind: 'test.rollup', key: 'village-b' },
        ]),
      )
    await db.inRegion('64.02', (tx) => writeOutbox(tx, { kind: 'test.rollup', key: 'village-a' }))
    expect((await dispatchOutbox(db, boss, new Map([[definition.kind, definition]]))).handed).toBe(11)
    await boss.stop({ graceful: false })
    await (await start(definition)).settle()
    expect(seen.sort()).toEqual(['63.11 village-a', '63.11 village-b', '64.02 village-a'])
  })

  it('handed over twice are queued once (a dispatcher that died between queue and outbox)', async () => {
    let runs = 0
    const definition = defineJob('test.twice', async () => {
      runs += 1
    })
    const definitions = new Map([[definition.kind, definition]])
    const boss = await openQueue(db, () => {})
    const id = newId()
    const write = () =>
      db.inRegion('63.11', (tx) => sql`insert into outbox (id, kind) values (${id}, 'test.twice')`.execute(tx))
    for (let n = 0; n < 3; n++) {
      await write()
      await dispatchOutbox(db, boss, definitions)
    }
    await boss.stop({ graceful: false })
    const jobs = await start(definition)
    await jobs.settle()
    await write()
    await jobs.settle()
    expect(runs).toBe(1)
  })

  it('wait until their time', async () => {
    let runs = 0
    const jobs = await start(
      defineJob('test.later', async () => {
        runs += 1
      }),
    )
    await db.inRegion('63.11', (tx) => writeOutbox(tx, { kind: 'test.later', notBefore: new Date(Date.now() + 1_500) }))
    await jobs.settle()
    expect(runs).toBe(0)
    await expect.poll(() => runs, { timeout: 5_000, interval: 100 }).toBe(1)
  })
})

describe('the queue', () => {
  it('finds the next job without sorting all that wait', async () => {
    const boss = await openQueue(db, () => {})
    const explain = (text: string) => db.runAs('jobs', `explain ${text}`, [])
    await db.runAs(
      'jobs',
      `insert into pgboss.job (id, name, start_after) select gen_random_uuid(), 'work', now() - interval '1 minute' from generate_series(1, 3000)`,
    )
    await db.runAs('jobs', 'analyze pgboss.job')
    const { rows } = await explain(
      `select id from pgboss.job where name = 'work' and state < 'active' and start_after < now()
       order by priority desc, created_on, id limit 8 for update skip locked`,
    )
    const plan = JSON.stringify(rows)
    expect(plan).toContain('_turn')
    expect(plan).not.toContain('Sort')
    await boss.clearStorage()
    await boss.stop({ graceful: false })
  })
})

describe('effectOnce', () => {
  it('leaves one effect however often the job runs', async () => {
    const job: Job = { id: newId(), kind: 'test.effect', region: '63.11', key: undefined, payload: {}, attempt: 1 }
    let effects = 0
    const run = () =>
      db.inRegion('63.11', (tx) =>
        effectOnce(tx, job, async () => {
          effects += 1
        }),
      )
    expect([await run(), await run()]).toEqual([true, false])
    expect(effects).toBe(1)
  })
})
