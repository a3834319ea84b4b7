// The first promise of the platform: regions do not see each other, however their transactions interleave.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import type { Database } from './database.ts'
import type { Tx } from './tx.ts'

type Tables = { letters: { region_code: string; id: number; body: string } }

let db: Database

beforeAll(async () => {
  db = await openTestDatabase({ migrations: platformMigrations() })
  await db.asOwner((tx) =>
    sql`create table letters (region_code text not null, id integer not null, body text not null, primary key (region_code, id))`.execute(
      tx,
    ),
  )
  await db.asOwner((tx) => sql`select enable_region_security('letters')`.execute(tx))
})
afterAll(() => db.close())

const bodies = async (tx: Tx) =>
  (await tx.withTables<Tables>().selectFrom('letters').select('body').orderBy('id').execute()).map(({ body }) => body)
const write = (tx: Tx, region: string, id: number, body: string) =>
  tx.withTables<Tables>().insertInto('letters').values({ region_code: region, id, body }).execute()

describe('two regions and a plain query, interleaved with sleeps', () => {
  it('each sees its own rows and no others', async () => {
    const region = (code: string, start: number) =>
      db.inRegion(code, async (tx) => {
        await sleep(start)
        await write(tx, code, 1, `${code} first`)
        await sleep(30)
        const halfway = await bodies(tx)
        await write(tx, code, 2, `${code} second`)
        await sleep(30)
        return {
          halfway,
          end: await bodies(tx),
          code: (await sql<{ c: string }>`select current_setting('app.region') as c`.execute(tx)).rows[0]?.c,
        }
      })
    const stranger = async () => {
      await sleep(20)
      return db.asPlatform((tx) =>
        sql`select current_setting('app.region', true) as region, current_user as role`.execute(tx),
      )
    }
    const [a, b, plain] = await Promise.all([region('63.11', 0), region('64.02', 5), stranger()])
    expect(a).toEqual({ halfway: ['63.11 first'], end: ['63.11 first', '63.11 second'], code: '63.11' })
    expect(b).toEqual({ halfway: ['64.02 first'], end: ['64.02 first', '64.02 second'], code: '64.02' })
    expect(plain.rows).toEqual([
      { region: plain.rows[0] && (plain.rows[0] as { region: string | null }).region, role: 'puja_platform' },
    ])
    expect((plain.rows[0] as { region: string | null }).region || null).toBeNull()
  })

  it('fifty at once keep apart', async () => {
    const codes = Array.from({ length: 50 }, (_, n) => `${11 + (n % 80)}.${String(10 + n).padStart(2, '0')}`)
    await Promise.all(
      codes.map((code, n) =>
        db.inRegion(code, async (tx) => {
          await write(tx, code, 1, code)
          await sleep(n % 7)
          expect(await bodies(tx)).toEqual([code])
        }),
      ),
    )
    for (const code of codes) expect(await db.inRegion(code, bodies, { readOnly: true })).toEqual([code])
  })

  it('refuses to write a row of another region', async () => {
    await expect(db.inRegion('63.11', (tx) => write(tx, '64.02', 99, 'stolen'))).rejects.toThrow(/row-level security/)
  })

  it('shows nothing without a region, and nothing of a region to the public', async () => {
    expect(
      await db
        .asOwner((tx) => sql`select count(*) as n from letters where region_code = '63.11'`.execute(tx))
        .then(({ rows }) => rows),
    ).toEqual([{ n: 2 }])
    await expect(db.asPublic(bodies)).rejects.toThrow(/permission denied/)
    await expect(db.asPlatform(bodies)).rejects.toThrow(/permission denied/)
    await expect(db.asAuth((tx) => sql`select * from public.letters`.execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('refuses a code that is no region before it reaches SQL', async () => {
    for (const code of ["63.11'; drop table letters; --", '63.11.06', '', '99.99.99', '63.1 1']) {
      await expect(db.inRegion(code, bodies)).rejects.toThrow(/Not the code of a region/)
    }
  })
})
