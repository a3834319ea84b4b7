// A whole house for a test: a database of its own, the demo's regions, officers and story (a copy, unless residents are asked
// for), a clock that stands still, listening on a free port of this machine. Must stay true: nothing is left running or lying about after close().
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { seedDemo } from '../../src/bindings/demo.ts'
import { type House, openHouse } from '../../src/bindings/house.ts'
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts'
import { createLog, type Log } from '../../src/platform/log.ts'
import { openTestDatabase } from './database.ts'
import { copyDemo, envOfTests } from './house-mould.ts'

export type TestServer = {
  readonly base: string
  readonly house: House
  readonly clock: FixedClock
  close(): Promise<void>
}

/** A Tuesday in office hours, 36 days after the birth of the story's daughter. */
export const STORY_DAY = '2026-04-10T10:00:00+08:00'

export async function openTestServer(
  options: {
    readonly now?: string
    readonly residents?: Readonly<Record<string, number>>
    readonly limitsFactor?: number
    /** Where the house logs; PUJA_TEST_LOG otherwise. */
    readonly log?: Log
    /** A port of the caller's choice, where the house then believes to live: passkeys are bound to their origin. */
    readonly port?: number
  } = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'puja-test-'))
  const now = options.now ?? STORY_DAY
  const clock = fixedClock(now)
  const env = { ...envOfTests(folder, now, options.port), clock }
  const log = options.log ?? createLog(process.env.PUJA_TEST_LOG ?? 'silent')
  const database = options.residents === undefined ? await copyDemo(now, folder) : await openTestDatabase()
  const house = await openHouse({ env, database, log, limitsFactor: options.limitsFactor ?? 100 })
  await seedDemo(house, env, () => {}, options.residents ?? {})
  // Never the first to hang up: a test may work for minutes between two requests, and the next would meet a closed connection.
  const server: ServerType = await new Promise((resolve) => {
    const listening = serve(
      {
        fetch: house.app.fetch,
        port: options.port ?? 0,
        hostname: '127.0.0.1',
        serverOptions: { keepAliveTimeout: 0 },
      },
      () => resolve(listening),
    )
  })
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    house,
    clock,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
