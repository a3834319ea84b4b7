import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../platform/db/database.ts'
import { checkInvariants } from '../invariants.ts'
import { checkCard, checkOneCard } from '../invariants-cards.ts'
import { loadSnapshot } from '../load.ts'
import { openRegister, ring } from '../testing/register-database.ts'
import { TABLES } from './invention.ts'
import { seedPopulation } from './population.ts'

const RESIDENTS = 1500
let db: Database
let seen = 0
const laid: string[] = []
let rulesBefore: readonly string[] = []
/** Every constraint and index by its definition. */
const rulesOf = async (database: Database) =>
  database.asOwner(async (tx) =>
    (
      await sql<{ line: string }>`
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as line from pg_constraint
        union all select pg_get_indexdef(indexrelid) || indisvalid from pg_index where indrelid > 16384
        union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r' and oid > 16384
        order by 1`.execute(tx)
    ).rows.map((row) => row.line),
  )
beforeAll(async () => {
  db = await openRegister()
  rulesBefore = await rulesOf(db)
  await seedPopulation(db, ring, '63.11', {
    residents: RESIDENTS,
    seed: 'test',
    largeFrom: 1000,
    onLaid: (rules, of) => {
      laid.push(`${rules} of ${of}`)
    },
    onProgress: (done) => {
      seen = done.residents
    },
  })
})
afterAll(() => db.close())

const one = async <T>(query: ReturnType<typeof sql<T>>) =>
  (await db.inRegion('63.11', (tx) => query.execute(tx))).rows[0]!

describe('an invented population', () => {
  test('is as large as it was asked for, in every village, and says how far it is', async () => {
    const row = await one(
      sql<{
        n: number
        villages: number
        families: number
      }>`select count(*) n, count(distinct village_code) villages, count(distinct family_id) families from person where status = 'active'`,
    )
    expect(row.n).toBeGreaterThanOrEqual(RESIDENTS)
    expect(row.n).toBeLessThan(RESIDENTS * 1.35)
    expect(row.villages).toBe(157)
    expect(row.n / row.families).toBeGreaterThan(2.4)
    expect(seen).toBe(row.n)
    expect(laid[0]).toBe(`1 of ${laid.length}`)
    expect(laid.at(-1)).toBe(`${laid.length} of ${laid.length}`)
  })

  test('obeys every rule that is always true', async () => {
    const ids = await db.inRegion('63.11', async (tx) =>
      (await sql<{ id: string }>`select person_id::text id from person order by person_id`.execute(tx)).rows.map(
        (row) => row.id,
      ),
    )
    const snapshot = await db.inRegion('63.11', (tx) => loadSnapshot(tx, ring, '63.11', { personIds: ids }))
    expect(snapshot.persons.size).toBe(ids.length)
    const created = checkInvariants(
      snapshot,
      [...snapshot.persons.values()].map((person) => ({ kind: 'person-created', person, origin: 'registration' })),
      '2026-04-01',
    )
    expect(created.refusals).toEqual([])
    expect(ids.flatMap((id) => checkOneCard(snapshot, id))).toEqual([])
    expect([...snapshot.families.keys()].flatMap((id) => checkCard(snapshot, id, '2026-04-01'))).toEqual([])
    const deeds = [...snapshot.deeds.values()].map((deed) => ({ kind: 'deed-recorded', deed }) as const)
    expect(checkInvariants(snapshot, deeds, '2026-04-01').refusals).toEqual([])
    for (const person of snapshot.persons.values()) expect(person.nik).toMatch(/99(0[1-9]|[1-9]\d)$/)
  })

  test('leaves every index, unique and foreign key behind as it was', async () => {
    expect(rulesBefore.length).toBeGreaterThan(40)
    expect(await rulesOf(db)).toEqual(rulesBefore)
  })

  test('a fill that breaks off leaves nothing but the rules', async () => {
    const other = await openRegister()
    const rules = await rulesOf(other)
    const broken = seedPopulation(other, ring, '63.11', {
      residents: 300,
      seed: 'test',
      largeFrom: 100,
      batchSize: 100,
      onProgress: () => {
        throw new Error('the light went out')
      },
    })
    await expect(broken).rejects.toThrow('the light went out')
    expect(await rulesOf(other)).toEqual(rules)
    const { rows } = await other.inRegion('63.11', (tx) =>
      sql<{ n: number }>`select count(*)::int n from person`.execute(tx),
    )
    expect(rows[0]?.n).toBe(0)
    await other.close()
  })

  test('has deeds for some 93 of 100 children', async () => {
    const row = await one(sql<{ share: number }>`
      select avg((birth_deed_number is not null or exists (select from deed_party d where d.person_id = p.person_id and d.role = 'child'))::int)::float8 share
      from person p where status = 'active' and birth_date > '2008-04-01'`)
    expect(row.share).toBeGreaterThan(0.88)
    expect(row.share).toBeLessThan(0.97)
  })

  test('another region gets people of its own', async () => {
    const report = await seedPopulation(db, ring, '63.09', { residents: 150, seed: 'test' })
    expect(report.residents).toBeGreaterThanOrEqual(150)
    const villages = await db.inRegion(
      '63.09',
      async (tx) =>
        (
          await sql<{
            n: number
            outside: number
          }>`select count(distinct village_code) n, count(*) filter (where village_code not like '63.09.%') outside from person`.execute(
            tx,
          )
        ).rows[0],
    )
    expect(villages?.n).toBeGreaterThan(60)
    expect(villages?.outside).toBe(0)
  })

  test('is the same for the same seed, whether it came in batches or as a fill of the empty register', async () => {
    const [batches, fill] = [await openRegister(), await openRegister()]
    await seedPopulation(batches, ring, '63.11', { residents: 60, seed: 'same', batchSize: 25 })
    await seedPopulation(fill, ring, '63.11', { residents: 60, seed: 'same', batchSize: 25, largeFrom: 1 })
    // Sealed values hold chance; everything else is equal, to the last column.
    const rowsOf = (database: Database, table: string) =>
      database.inRegion(
        '63.11',
        async (tx) =>
          (
            await sql<{
              line: string
            }>`select (to_jsonb(t) - array['nik_sealed', 'kk_sealed', 'details', 'sealed'])::text as line from ${sql.table(table)} t order by 1`.execute(
              tx,
            )
          ).rows,
      )
    for (const table of [...TABLES, 'number_series']) {
      const rows = await rowsOf(fill, table)
      expect(rows.length).toBeGreaterThan(15)
      expect(rows).toEqual(await rowsOf(batches, table))
    }
    await batches.close()
    await fill.close()
  })

  test('a register that has people already is filled in batches beside them', async () => {
    const other = await openRegister()
    await seedPopulation(other, ring, '63.09', { residents: 20, seed: 'first' })
    const report = await seedPopulation(other, ring, '63.11', { residents: 20, seed: 'second', largeFrom: 1 })
    expect(report.residents).toBeGreaterThanOrEqual(20)
    const inside = async (region: string) =>
      (
        await other.inRegion(region, (tx) =>
          sql<{ n: number }>`select count(*)::int n from person where status = 'active'`.execute(tx),
        )
      ).rows[0]?.n
    expect(await inside('63.11')).toBe(report.residents)
    expect(await inside('63.09')).toBeGreaterThanOrEqual(20)
    await other.close()
  })
})
