// What a server answers the command line. Must stay true: a region that is not here is never called whole.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../tests/support/database.ts'
import type { Database } from '../platform/db/database.ts'
import { readEnv } from '../platform/env.ts'
import { memoryKeyRing } from '../platform/secrets/memory-key-ring.ts'
import { verify } from './requests.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'puja-requests-'))
let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database?.close()
  rmSync(dataFolder, { recursive: true })
})

it.each(['99.99', '6311', '👶', '63.11'])('has no journal of %s to call whole', async (region) => {
  const env = readEnv({ PUJA_DATA: dataFolder })
  await expect(verify(database, memoryKeyRing(), env, region)).rejects.toThrow(`There is no region ${region} here`)
})
