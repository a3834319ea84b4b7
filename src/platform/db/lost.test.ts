// The database goes away for a while and comes back: requests under way get a typed error with a sentence, the next
// ones work, and nothing that runs beside them ends the process.
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { platformMigrations } from '../../../tests/support/database.ts'
import { hasPostgres, startPostgres, type TestServer } from '../../../tests/support/postgres.ts'
import { systemClock } from '../clock.ts'
import { defineJob } from '../jobs/job.ts'
import { startJobs } from '../jobs/jobs.ts'
import { writeOutbox } from '../jobs/outbox.ts'
import { folderHeads } from '../journal/heads.ts'
import { writeJournal } from '../journal/journal.ts'
import { startSealer } from '../journal/sealer.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { memoryKeyRing } from '../secrets/memory-key-ring.ts'
import { openDatabase } from './database.ts'
import { DatabaseUnavailable } from './errors.ts'

/** A line to the server that can be cut and mended. */
class Line {
  readonly folder = mkdtempSync(join(tmpdir(), 'puja-line-'))
  readonly #open = new Set<net.Socket>()
  #server: net.Server | undefined
  constructor(readonly target: string) {}

  mend(): Promise<void> {
    this.#server = net.createServer((near) => {
      const far = net.connect(join(this.target, '.s.PGSQL.5432'))
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(one)
        one.pipe(other)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.#open.delete(one)
          other.destroy()
        })
      }
    })
    return new Promise((resolve) => this.#server?.listen(join(this.folder, '.s.PGSQL.5432'), resolve))
  }

  cut(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    return new Promise((resolve) => this.#server?.close(() => resolve()))
  }
}

/** A promise that somebody else keeps. */
function gate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe.skipIf(!hasPostgres())('a database that goes away', () => {
  let server: TestServer
  let line: Line
  beforeAll(async () => {
    server = await startPostgres()
    line = new Line(server.folder)
    await line.mend()
  })
  afterAll(async () => {
    await line.cut()
    await server.stop()
    rmSync(line.folder, { recursive: true, force: true })
  })
  const url = () => `postgresql://puja_test@localhost/postgres?host=${encodeURIComponent(line.folder)}`
  /** Half a second for a free connection is what one test is about; where it is not, a busy machine gets its time. */
  const open = async (acquireTimeoutMs = 4_000) => {
    const admin = await openDatabase({
      kind: 'postgres',
      url: server.url('postgres').replace('puja_test@', 'admin@'),
      migrations: platformMigrations(),
    })
    await admin.asOwner((tx) => sql`select 1`.execute(tx))
    await admin.close()
    return openDatabase({
      kind: 'postgres',
      url: server
        .url('postgres')
        .replace('puja_test@', 'admin@')
        .replace(encodeURIComponent(server.folder), encodeURIComponent(line.folder)),
      migrations: platformMigrations(),
      poolSize: 4,
      acquireTimeoutMs,
      statementTimeoutMs: 400,
    })
  }

  it('is an error with a sentence while it lasts, and nothing afterwards', async () => {
    const db = await open()
    const heads = mkdtempSync(join(tmpdir(), 'puja-heads-'))
    const troubles: unknown[] = []
    const tools = { ring: memoryKeyRing(), heads: folderHeads(heads), clock: systemClock }
    const sealer = startSealer(db, { ...tools, everyMs: 20, onError: (error) => troubles.push(error) })
    const done: unknown[] = []
    const jobs = await startJobs(db, [defineJob('test.lost', async (job) => void done.push(job.payload.n))], {
      clock: systemClock,
      pollMs: 50,
      onError: (error) => troubles.push(error),
    })
    const deed = (n: number) =>
      db.inRegion('63.11', async (tx) => {
        await writeJournal(tx, { at: new Date(), actor: 'a', role: 'system', action: 'test.deed', caseId: `n${n}` })
        await writeOutbox(tx, { kind: 'test.lost', payload: { n } })
      })
    await deed(1)
    // The line is cut once the transaction stands on it, however slow the machine is.
    const [begun, cut] = [gate(), gate()]
    const underWay = db
      .inRegion('63.11', async (tx) => {
        await sql`select 1`.execute(tx)
        begun.resolve()
        await cut.promise
        await sql`select 1`.execute(tx)
      })
      .catch((error: unknown) => error)
    await begun.promise
    await line.cut()
    cut.resolve()
    expect(await underWay).toMatchObject({
      name: 'DatabaseUnavailable',
      reason: 'lost',
      code: 'database-lost',
      text: { id: expect.stringContaining('Coba lagi') },
    })
    for (let n = 0; n < 10; n++) {
      const started = Date.now()
      await expect(deed(99)).rejects.toThrow(DatabaseUnavailable)
      expect(Date.now() - started).toBeLessThan(5_000)
      await sleep(50)
    }
    await line.mend()
    await expect
      .poll(
        () =>
          deed(2).then(
            () => true,
            () => false,
          ),
        { timeout: 5_000 },
      )
      .toBe(true)
    // As many at once as there are connections: more would wait for one, on a busy machine longer than they may.
    for (let round = 0; round < 5; round++)
      await Promise.all(Array.from({ length: 4 }, (_, n) => deed(10 + 4 * round + n)))
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(22)
    await sealer.stop()
    await jobs.stop()
    expect(troubles.length).toBeGreaterThan(0)
    expect(await verifyJournal(db, '63.11', tools)).toMatchObject({ sealed: 22, unsealed: 0, problems: [] })
    await db.close()
    rmSync(heads, { recursive: true, force: true })
  }, 60_000)

  it('is busy when no connection is free in time, and slow when a statement runs out of its time', async () => {
    const db = await open(1_500)
    const free = gate()
    let held = 0
    const hold = Array.from({ length: 4 }, () =>
      db.inRegion('63.11', () => {
        held++
        return free.promise
      }),
    )
    await expect.poll(() => held, { timeout: 10_000 }).toBe(4)
    await expect(db.inRegion('63.11', async () => 1)).rejects.toMatchObject({ reason: 'busy', code: 'database-busy' })
    free.resolve()
    await Promise.all(hold)
    await expect(db.inRegion('63.11', (tx) => sql`select pg_sleep(5)`.execute(tx))).rejects.toMatchObject({
      reason: 'slow',
    })
    expect(
      await db.inRegion(
        '63.11',
        async (tx) => (await sql<{ x: number }>`select 1 as x, pg_sleep(0.6)`.execute(tx)).rows[0]?.x,
        { statementTimeoutMs: 2_000 },
      ),
    ).toBe(1)
    await db.close()
  })

  it('is waited for at the start, then given up with the same error', async () => {
    await line.cut()
    const waits: string[] = []
    const late = openDatabase({
      kind: 'postgres',
      url: url().replace('puja_test@', 'admin@'),
      migrations: platformMigrations(),
      startPatienceMs: 8_000,
      onWait: (reason) => waits.push(reason),
    })
    await expect.poll(() => waits.length, { timeout: 7_000 }).toBeGreaterThan(0)
    await line.mend()
    await (await late).close()
    expect(waits.length).toBeGreaterThan(0)
    await expect(
      openDatabase({
        kind: 'postgres',
        url: 'postgresql://admin@localhost/postgres?host=/nowhere',
        startPatienceMs: 300,
      }),
    ).rejects.toMatchObject({ reason: 'lost' })
  })

  it('tells an administrator what to run when the login may not make roles', async () => {
    const admin = server.url('postgres').replace('puja_test@', 'admin@')
    const { Client } = (await import('pg')).default
    const client = new Client(admin)
    await client.connect()
    await client.query('create role poor login')
    await client.query('create database poor')
    await client.end()
    await expect(
      openDatabase({ kind: 'postgres', url: server.url('poor').replace('puja_test@', 'poor@') }),
    ).rejects.toThrow(
      /Let an administrator run:\ncreate role puja_owner nologin noinherit;[\s\S]*grant puja_owner, puja_app, .* to "poor";/,
    )
  })
})
