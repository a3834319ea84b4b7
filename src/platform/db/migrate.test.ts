// Migrations: in order, once, never changed afterwards, and never a key that would not distribute.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, openTestPlace, platformMigrations } from '../../../tests/support/database.ts'
import { type Database, openDatabase } from './database.ts'
import { type Migration, readMigrations } from './migrate.ts'

let folder: string
const open: Database[] = []
const drops: (() => Promise<void>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'puja-migrations-'))
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
  for (const drop of drops.splice(0)) await drop()
  rmSync(folder, { recursive: true, force: true })
})

/** The platform's migrations and these. */
function withFiles(files: Record<string, string>): readonly Migration[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return [...platformMigrations(), ...readMigrations(folder)]
}
async function start(migrations: readonly Migration[]): Promise<Database> {
  const database = await openTestDatabase({ migrations })
  open.push(database)
  return database
}

/** Opens the same database twice, with other migrations the second time. */
async function startTwice(first: readonly Migration[], second: readonly Migration[]): Promise<Database> {
  const { place, drop } = await openTestPlace()
  drops.push(drop)
  const before = await openDatabase({ ...place, migrations: first })
  await before.close()
  const after = await openDatabase({ ...place, migrations: second })
  open.push(after)
  return after
}
const applied = async (db: Database) =>
  (
    await db.asOwner((tx) => sql<{ name: string }>`select name from schema_migrations order by name`.execute(tx))
  ).rows.map(({ name }) => name)
const TABLE =
  "create table a (region_code text, id int, primary key (region_code, id)); select enable_region_security('a');"

describe('migrations', () => {
  it('of this repository have one number each and apply', async () => {
    expect(() => readMigrations()).not.toThrow()
    expect(await applied(await start(platformMigrations()))).toEqual(platformMigrations().map(({ name }) => name))
  })

  it('that write rows name their region first: outside of one an owner sees no rows and may write none', () => {
    // Written before there was an installation that could have had rows.
    const early = ['0001-platform.sql', '0015-accounts.sql', '0051-card-blanks.sql', '0053-case-reports.sql']
    const careless = readMigrations()
      .filter(({ name, sql: text }) => !early.includes(name) && /^ *(insert into|update|delete from) /im.test(text))
      .filter(({ sql: text }) => !text.includes("set_config('app.region', one.code, true)"))
    expect(careless.map(({ name }) => name)).toEqual([])
  })

  it('apply later ones on top, and nothing twice', async () => {
    const first = withFiles({ '0900-a.sql': TABLE })
    const second = withFiles({ '0901-b.sql': 'alter table a add column b int;' })
    expect((await applied(await startTwice(first, second))).slice(-2)).toEqual(['0900-a.sql', '0901-b.sql'])
  })

  it('stop when an applied one was changed, or is unknown to this version', async () => {
    const first = withFiles({ '0900-a.sql': TABLE })
    const changed = first.map((migration) =>
      migration.name === '0900-a.sql' ? { ...migration, hash: 'other' } : migration,
    )
    await expect(startTwice(first, changed)).rejects.toThrow(/0900-a.sql was changed after/)
  })

  it('stop when the database is newer than the program', async () => {
    await expect(startTwice(withFiles({ '0900-a.sql': TABLE }), platformMigrations())).rejects.toThrow(
      /does not know. Start the newer version/,
    )
  })

  it('leave nothing of one that failed', async () => {
    const { place, drop } = await openTestPlace()
    drops.push(drop)
    const failing = withFiles({ '0900-a.sql': `${TABLE} select 1 / 0;` })
    await expect(openDatabase({ ...place, migrations: failing })).rejects.toThrow(/0900-a.sql failed: division by zero/)
    const mended = await openDatabase({ ...place, migrations: withFiles({ '0900-a.sql': TABLE }) })
    open.push(mended)
    expect((await applied(mended)).at(-1)).toBe('0900-a.sql')
  })

  it('refuse two files with one number and wrong names', () => {
    expect(() => withFiles({ '0900-a.sql': '', '0900-b.sql': '' })).toThrow(/two migrations have the number 0900/i)
    writeFileSync(join(folder, 'later.sql'), '')
    rmSync(join(folder, '0900-b.sql'))
    expect(() => readMigrations(folder)).toThrow(/NNNN/)
  })

  describe('on one ground', () => {
    let db: Database
    beforeAll(async () => {
      db = await openTestDatabase({ migrations: platformMigrations() })
    })
    afterAll(() => db.close())

    const faults: Record<string, [string, RegExp]> = {
      'a primary key': [
        "create table a (region_code text, id int primary key); select enable_region_security('a');",
        /a_pkey of a does not start with region_code/,
      ],
      'no key': ["create table a (region_code text); select enable_region_security('a');", /a has no primary key/],
      'a unique key': [`${TABLE} create unique index a_id on a (id);`, /a_id of a does not start/],
      'a foreign key': [
        `${TABLE} create table b (region_code text, id int, a_region text, primary key (region_code, id), foreign key (a_region, id) references a (region_code, id)); select enable_region_security('b');`,
        /foreign key .* does not carry region_code first/,
      ],
    }
    for (const [what, [text, message]] of Object.entries(faults)) {
      it(`refuse ${what} that does not start with region_code`, async () => {
        await expect(db.asOwner((tx) => sql.raw(`${text} select assert_region_keys()`).execute(tx))).rejects.toThrow(
          message,
        )
      })
    }

    it('give the application what the mode says and no more', async () => {
      const tables = ['all', 'keep', 'append'].map(
        (mode) =>
          `create table t_${mode} (region_code text, id int, primary key (region_code, id)); select enable_region_security('t_${mode}', '${mode}');`,
      )
      await db.asOwner((tx) => sql.raw(tables.join(' ')).execute(tx))
      const may = (mode: string, statement: string) =>
        db
          .inRegion('63.11', (tx) => sql.raw(statement.replace('$t', `t_${mode}`)).execute(tx))
          .then(
            () => true,
            (error: unknown) => !/permission denied/.test(String(error)),
          )
      const can = async (mode: string) => [
        await may(mode, "insert into $t values ('63.11', 1)"),
        await may(mode, 'select * from $t'),
        await may(mode, 'update $t set id = id'),
        await may(mode, 'delete from $t'),
      ]
      expect({ all: await can('all'), keep: await can('keep'), append: await can('append') }).toEqual({
        all: [true, true, true, true],
        keep: [true, true, true, false],
        append: [true, true, false, false],
      })
    })
  })
})
