// What a transaction promises besides isolation: all or nothing, no use after its end, none inside another, no error
// swallowed, races run again, values that mean the same on both adapters.
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { newId } from '../ids.ts'
import { writeOutbox } from '../jobs/outbox.ts'
import type { Database } from './database.ts'
import { brokenConstraint, sqlState } from './errors.ts'
import { writeLate } from './late-rows.ts'
import type { Tx } from './tx.ts'

type Tables = { notes: { region_code: string; id: number; body: string } }
let db: Database

const notes = async (tx: Tx) =>
  (await tx.withTables<Tables>().selectFrom('notes').select(['id', 'body']).orderBy('id').execute()).map(
    ({ id, body }) => `${id} ${body}`,
  )
const add = (tx: Tx, region: string, id: number, body = 'x') =>
  tx.withTables<Tables>().insertInto('notes').values({ region_code: region, id, body }).execute()

beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
  await db.asOwner(async (tx) => {
    await sql`create table notes (region_code text not null, id integer not null, body text not null, constraint notes_key primary key (region_code, id))`.execute(
      tx,
    )
    await sql`select enable_region_security('notes')`.execute(tx)
  })
})
afterAll(() => db.close())

describe('a transaction', () => {
  it('is all or nothing', async () => {
    await expect(
      db.inRegion('63.01', async (tx) => {
        await add(tx, '63.01', 1)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await db.inRegion('63.01', notes)).toEqual([])
  })

  it('cannot be used after its end', async () => {
    let leaked: Tx | undefined
    await db.inRegion('63.01', async (tx) => {
      leaked = tx
    })
    await expect(notes(leaked as Tx)).rejects.toThrow(/transaction is over/)
    let forgotten: Promise<unknown> = Promise.resolve()
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    await db.inRegion('63.01', async (tx) => {
      forgotten = ended.then(() => notes(tx)).catch((error: unknown) => error)
    })
    end()
    expect(String(await forgotten)).toMatch(/transaction is over/)
  })

  it('refuses a second one inside itself, and allows one after it', async () => {
    await expect(db.inRegion('63.01', () => db.inRegion('63.02', notes))).rejects.toThrow(/inside another/)
    await expect(db.inRegion('63.01', () => db.asPlatform(async () => 1))).rejects.toThrow(/inside another/)
    let after: Promise<string[]> | undefined
    await db.inRegion('63.01', async () => {
      after = sleep(30).then(() => db.inRegion('63.02', notes))
    })
    expect(await after).toEqual([])
  })

  it('says so when an error was swallowed, since nothing was saved', async () => {
    await expect(
      db.inRegion('63.01', async (tx) => {
        await add(tx, '63.01', 2)
        await sql`select 1 / 0`.execute(tx).catch(() => {})
      }),
    ).rejects.toThrow(/Nothing was saved/)
    expect(await db.inRegion('63.01', notes)).toEqual([])
  })

  it('is undone by a last row that cannot be written, and says which it was', async () => {
    const id = newId()
    const broken = (tx: Tx) => sql`insert into no_such_table values (1)`.execute(tx).then(() => {})
    await expect(
      db.inRegion('63.11', async (tx) => {
        await writeOutbox(tx, { kind: 'test.first', key: id })
        await writeLate(tx, broken, [1])
      }),
    ).rejects.toThrow('no_such_table')
    const kept = await db.asPlatform((tx) => sql`select from outbox where key = ${id}`.execute(tx), { readOnly: true })
    expect(kept.rows).toEqual([])
    // The connection is as good as before.
    await expect(db.inRegion('63.11', (tx) => sql`select 1`.execute(tx))).resolves.toBeDefined()
  })

  it('asks several questions at once, and each gets its own answer', async () => {
    const answers = await db.inRegion('63.11', (tx) =>
      Promise.all(Array.from({ length: 30 }, (_, n) => sql<{ n: number }>`select ${n}::int as n`.execute(tx))),
    )
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  })

  it('names the constraint a row broke', async () => {
    await db.inRegion('63.03', (tx) => add(tx, '63.03', 1))
    const error: unknown = await db.inRegion('63.03', (tx) => add(tx, '63.03', 1)).catch((thrown: unknown) => thrown)
    expect([sqlState(error), brokenConstraint(error)]).toEqual(['23505', 'notes_key'])
  })

  it('writes nothing when it is read only, nor as the public', async () => {
    await expect(db.inRegion('63.01', (tx) => add(tx, '63.01', 9), { readOnly: true })).rejects.toThrow(/read-only/)
    await expect(db.asPublic((tx) => sql`create temp table t (x int)`.execute(tx))).rejects.toThrow(
      /read-only|permission denied/,
    )
  })

  it('runs again when it lost a race', async () => {
    let runs = 0
    await db.inRegion('63.04', async (tx) => {
      runs += 1
      await add(tx, '63.04', runs)
      if (runs < 3)
        await sql`do $$ begin raise exception using errcode = '40001', message = 'lost a race'; end $$`.execute(tx)
    })
    expect(runs).toBe(3)
    expect(await db.inRegion('63.04', notes)).toEqual(['3 x'])
  })

  it('serves many askers in turn, and none waits for ever', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, id) => db.inRegion('63.05', (tx) => add(tx, '63.05', id))))
    expect(await db.inRegion('63.05', notes)).toHaveLength(100)
  })

  it('keeps its rows to itself also when statements are prepared and come again', async () => {
    for (let round = 0; round < 8; round++) {
      for (const region of ['63.06', '63.07']) {
        expect(
          await db.inRegion(region, async (tx) => {
            await add(tx, region, round, region)
            return notes(tx)
          }),
        ).toEqual(Array.from({ length: round + 1 }, (_, n) => `${n} ${region}`))
      }
      await expect(db.asPlatform(notes)).rejects.toThrow(/permission denied/)
    }
  })

  it('takes several statements in one text, however often they come', async () => {
    for (let n = 0; n < 5; n++) await db.inRegion('63.08', (tx) => sql.raw("select 1; select ';'").execute(tx))
  })

  it('survives a table that changed under its prepared statements', async () => {
    const all = () =>
      db.inRegion('63.06', (tx) =>
        tx.withTables<Tables>().selectFrom('notes').selectAll().where('id', '=', 0).execute(),
      )
    for (let n = 0; n < 6; n++) await all()
    await db.asOwner((tx) => sql`alter table notes add column extra text default 'new'`.execute(tx))
    expect(await Promise.all([all(), all(), all()])).toEqual(
      Array.from({ length: 3 }, () => [{ region_code: '63.06', id: 0, body: '63.06', extra: 'new' }]),
    )
  })
})

describe('values', () => {
  it('mean the same on both adapters', async () => {
    const read = await db.inRegion('63.01', async (tx) => {
      const { rows } =
        await sql`select ${'2026-02-28'}::date as day, array['2026-02-28'::date] as days, ${9007199254740991}::bigint as big, array[1, 2]::bigint[] as bigs, ${'12.50'}::numeric as rupiah,
        ${new Date('2026-03-02T01:02:03.456Z')}::timestamptz as at, ${Buffer.from([0, 255])}::bytea as bytes, ${JSON.stringify({ a: [1, null] })}::jsonb as json, ${['a', 'b"c']}::text[] as words, ${true}::boolean as yes, ${null}::text as none, count(*) as n`.execute(
          tx,
        )
      return rows[0]
    })
    expect(read).toEqual({
      day: '2026-02-28',
      days: ['2026-02-28'],
      big: 9007199254740991,
      bigs: [1, 2],
      rupiah: '12.50',
      at: new Date('2026-03-02T01:02:03.456Z'),
      bytes: Buffer.from([0, 255]),
      json: { a: [1, null] },
      words: ['a', 'b"c'],
      yes: true,
      none: null,
      n: 1,
    })
    await expect(db.inRegion('63.01', (tx) => sql`select 9007199254740993::bigint as big`.execute(tx))).rejects.toThrow(
      /too large/,
    )
  })
})

describe('a library with its own queries', () => {
  it('speaks under its role and in its schema, with transactions of its own', async () => {
    const kysely = new Kysely<{ t: { x: number } }>({ dialect: db.dialectAs('jobs') })
    const { rows } = await sql`select current_user as who, current_schema() as place`.execute(kysely)
    expect(rows).toEqual([{ who: 'puja_jobs', place: 'pgboss' }])
    await sql`create table t (x integer)`.execute(kysely)
    await expect(
      kysely.transaction().execute(async (tx) => {
        await tx.insertInto('t').values({ x: 1 }).execute()
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await kysely.selectFrom('t').selectAll().execute()).toEqual([])
    await expect(kysely.executeQuery(CompiledQuery.raw('select * from public.notes'))).rejects.toThrow(
      /permission denied/,
    )
    await Promise.all([
      db.inRegion('63.06', async (tx) => {
        await sleep(20)
        expect((await sql<{ who: string }>`select current_user as who`.execute(tx)).rows[0]?.who).toBe('puja_app')
      }),
      kysely.insertInto('t').values({ x: 2 }).execute(),
    ])
    expect(
      await db.runAs('jobs', 'begin; insert into t values (3); commit; select count(*) as n from t'),
    ).toMatchObject({ rows: [{ n: 2 }] })
    await expect(db.runAs('jobs', 'begin; insert into t values (4); select 1 / 0; commit')).rejects.toThrow(/division/)
    expect(await db.runAs('jobs', 'select x from t where x > $1 order by x', [1])).toMatchObject({
      rows: [{ x: 2 }, { x: 3 }],
    })
    await kysely.destroy()
  })
})
