// What was written before a refusal is gone after the commit; what is written beside it stays.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { writeOutbox } from '../jobs/outbox.ts'
import { allOrNothing } from './all-or-nothing.ts'
import type { Database } from './database.ts'
import type { Tx } from './tx.ts'

let db: Database
beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
})
afterAll(() => db.close())

type Rows = { outbox: { kind: string; region_code: string } }
const kinds = () =>
  db.asPlatform(
    async (tx) =>
      (await tx.withTables<Rows>().selectFrom('outbox').select('kind').where('region_code', '=', '63.11').execute())
        .map(({ kind }) => kind)
        .sort(),
    { readOnly: true },
  )
/** A row gathered until the commit, and one that is written at once: a refusal takes both back. */
const write = async (tx: Tx, kind: string) => {
  await writeOutbox(tx, { kind, payload: {} })
  await sql`insert into outbox (id, kind) values (gen_random_uuid(), ${`${kind}.at-once`})`.execute(tx)
}

const both = (names: readonly string[]) => names.flatMap((name) => [name, `${name}.at-once`]).sort()

describe('allOrNothing', () => {
  it('undoes refused work and keeps what stands beside it', async () => {
    const done = await db.inRegion('63.11', async (tx): Promise<Result<void>> => {
      await write(tx, 'a.before')
      const inner = await allOrNothing<void>(tx, async () => {
        await write(tx, 'a.refused')
        return refuse('no')
      })
      await write(tx, 'a.after')
      return inner
    })
    expect(done).toEqual(refuse('no'))
    expect(await kinds()).toEqual(both(['a.after', 'a.before']))
  })

  it('may be nested: the outer one undoes what the inner one had accepted, and the other way round', async () => {
    await db.inRegion('63.11', (tx) =>
      allOrNothing(tx, async () => {
        await allOrNothing(tx, async () => {
          await write(tx, 'b.inner-accepted')
          return accept(undefined)
        })
        return refuse('outer')
      }),
    )
    await db.inRegion('63.11', (tx) =>
      allOrNothing(tx, async () => {
        await write(tx, 'c.outer')
        await allOrNothing(tx, async () => {
          await write(tx, 'c.inner-refused')
          return refuse('inner')
        })
        await write(tx, 'c.outer-again')
        return accept(undefined)
      }),
    )
    expect((await kinds()).filter((kind) => !kind.startsWith('a.'))).toEqual(both(['c.outer', 'c.outer-again']))
  })

  it('leaves an exception to the whole transaction', async () => {
    await expect(
      db.inRegion('63.11', (tx) =>
        allOrNothing(tx, async (): Promise<Result<void>> => {
          await write(tx, 'd.thrown')
          throw new Error('broken')
        }),
      ),
    ).rejects.toThrow('broken')
    expect((await kinds()).filter((kind) => kind.startsWith('d.'))).toEqual([])
  })
})
