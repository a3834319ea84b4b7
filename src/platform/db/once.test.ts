// A command sent twice is done once, also when both copies arrive at the same moment.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import type { Database } from './database.ts'
import { once } from './once.ts'

let db: Database
beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
})
afterAll(() => db.close())

describe('once', () => {
  it('gives the stored answer and does the work no second time', async () => {
    let runs = 0
    const send = () =>
      db.inRegion('63.11', (tx) => once(tx, 'a', 'hash', async () => accept({ number: ++runs, list: [1, 2] })))
    expect(await send()).toEqual(accept({ number: 1, list: [1, 2] }))
    expect(await send()).toEqual(accept({ number: 1, list: [1, 2] }))
    expect(runs).toBe(1)
  })

  it('refuses the key with another request', async () => {
    const send = (hash: string) => db.inRegion('63.11', (tx) => once(tx, 'b', hash, async () => accept(hash)))
    await send('one')
    expect(await send('two')).toEqual(refuse('idempotency-key-reused'))
  })

  it('keeps no refusal: the corrected form passes under the same key', async () => {
    expect(await db.inRegion('63.11', (tx) => once(tx, 'c', 'wrong', async () => refuse('nik-wrong')))).toEqual(
      refuse('nik-wrong'),
    )
    expect(await db.inRegion('63.11', (tx) => once(tx, 'c', 'right', async () => accept(1)))).toEqual(accept(1))
  })

  it('keeps nothing when the work throws', async () => {
    await expect(
      db.inRegion('63.11', (tx) =>
        once(tx, 'd', 'h', async () => {
          throw new Error('bug')
        }),
      ),
    ).rejects.toThrow('bug')
    expect(await db.inRegion('63.11', (tx) => once(tx, 'd', 'h', async () => accept('second')))).toEqual(
      accept('second'),
    )
  })

  it('lets ten copies at once do the work once', async () => {
    let runs = 0
    const send = () =>
      db.inRegion('63.11', (tx) =>
        once(tx, 'e', 'h', async () => {
          await sleep(10)
          await sql`select 1`.execute(tx)
          return accept(++runs)
        }),
      )
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(runs).toBe(1)
  })

  it('keeps regions apart: the same key in another region is another command', async () => {
    expect(await db.inRegion('64.02', (tx) => once(tx, 'a', 'other', async () => accept('mine')))).toEqual(
      accept('mine'),
    )
  })
})
