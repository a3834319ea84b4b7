// The demo of the tests, filled once and copied for every file that opens a house: filling takes seconds, most of them for making
// keys and publishing services. Once a process, or once for all runs of an `npm test` (PUJA_TEST_MOULDS). Must stay true: a copy is a house of its own, database and folder; nobody sees what
// another one did to his.
import { existsSync, rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { seedDemo } from '../../src/bindings/demo.ts'
import { openHouse } from '../../src/bindings/house.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Env } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { openMould, openTarball, testAdapter } from './database.ts'

/** What a house of the tests is opened with. */
export function envOfTests(folder: string, now: string, port?: number): Env {
  return {
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    origin: port === undefined ? 'http://localhost' : `http://localhost:${port}`,
    dataFolder: folder,
    secretsFolder: join(folder, 'keys'),
    database: { kind: 'pglite', folder },
    s3: undefined,
    logLevel: 'silent',
    clock: fixedClock(now),
    isBehindProxy: false,
  }
}

type Copy = (folder: string) => Promise<Database>
const moulds = new Map<string, Promise<Copy>>()

/** Copies keys and files of a demo filled at that instant into `folder`, and opens a copy of its database. */
export async function copyDemo(now: string, folder: string): Promise<Database> {
  const key = `${testAdapter()} ${now}`
  const { PUJA_TEST_MOULDS: shared = '' } = process.env
  const mould =
    moulds.get(key) ??
    (shared === '' || testAdapter() === 'postgres' ? fill(now) : filledOnce(now, join(shared, now.replace(/\W/g, '-'))))
  moulds.set(key, mould)
  // What failed is tried again by the next file, which then says its own reason.
  mould.catch(() => moulds.delete(key))
  return (await mould)(folder)
}

async function fill(now: string, keep?: string): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'puja-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const mould = await openMould()
  const env = envOfTests(folder, now)
  const house = await openHouse({ env, database: mould.database, log: createLog('silent'), limitsFactor: 100 })
  await seedDemo(house, env, () => {}, {})
  await house.jobs.settle()
  await house.close()
  const { open, tarball } = await mould.set()
  if (keep !== undefined && tarball !== undefined) {
    await cp(folder, join(keep, 'files'), { recursive: true })
    await writeFile(join(keep, 'database.tar'), tarball)
    await writeFile(join(keep, 'ready'), '')
  }
  return async (to) => {
    await cp(folder, to, { recursive: true })
    return open()
  }
}

/** Whoever comes first fills; whoever comes meanwhile waits, and fills a demo of its own where that one failed. */
async function filledOnce(now: string, place: string): Promise<Copy> {
  const isFirst = await mkdir(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
  if (isFirst)
    return fill(now, place).catch(async (error: unknown) => {
      await writeFile(join(place, 'failed'), '')
      throw error
    })
  while (!existsSync(join(place, 'ready'))) {
    if (existsSync(join(place, 'failed'))) return fill(now)
    await delay(50)
  }
  const tarball = Uint8Array.from(await readFile(join(place, 'database.tar')))
  return async (to) => {
    await cp(join(place, 'files'), to, { recursive: true })
    return openTarball(tarball)
  }
}
