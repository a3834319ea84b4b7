// Where a benchmark's server stands: the whole world on PostgreSQL, or a small installation in the embedded database.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../../src/bindings/house.ts'
import { createLog } from '../../src/platform/log.ts'
import { envOf, type Facts, fillHouse, openWorld, settled, tidy } from './world.ts'

export const isEmbedded = (): boolean => process.env.DATABASE === 'pglite'

export type Ground = {
  readonly env: Readonly<Record<string, string>>
  readonly facts: Facts
  readonly url?: string
  readonly folder: string
  /** Cleans up behind the copies that were written. */
  tidy(): Promise<void>
  /** Until the rounds that begin with the program are over. */
  settled(): Promise<void>
  end(): Promise<void>
}

async function embeddedGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'puja-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const house = await openHouse({ env: envOf(undefined, folder), log: createLog('error'), limitsFactor: 1_000_000 })
  const facts = await fillHouse(house, { residents: 4_000, cases: 2_000, citizens: 20 })
  await house.close()
  const env = { PUJA_MODE: 'demo', PUJA_DATA: join(folder, 'data'), PUJA_LOG: 'error' }
  return { env, facts, folder, tidy: async () => {}, settled: async () => {}, end: async () => {} }
}

async function serverGround(): Promise<Ground> {
  const world = await openWorld()
  return {
    ...world,
    tidy: () => tidy(world.server),
    settled: () => settled(world.server),
    end: () => world.server.stop(),
  }
}

/** By `DATABASE=pglite`. */
export function openGround(): Promise<Ground> {
  return isEmbedded() ? embeddedGround() : serverGround()
}
