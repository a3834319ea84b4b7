// A backup holds everything as of one instant and comes back as it was, into an empty place only, also from the
// embedded database into PostgreSQL; a damaged one is refused before anything is touched.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, platformMigrations, testAdapter } from '../../../../tests/support/database.ts'
import { createPostgresDatabase, hasPostgres } from '../../../../tests/support/postgres.ts'
import { fixedClock, systemClock } from '../../clock.ts'
import { nameFile, openFiles } from '../../files/files.ts'
import { folderStore } from '../../files/folder-store.ts'
import { newId } from '../../ids.ts'
import { defineJob } from '../../jobs/job.ts'
import { startJobs } from '../../jobs/jobs.ts'
import { writeOutbox } from '../../jobs/outbox.ts'
import { folderHeads } from '../../journal/heads.ts'
import { writeJournal } from '../../journal/journal.ts'
import { sealJournal } from '../../journal/seal-journal.ts'
import { verifyAllJournals } from '../../journal/verify-journal.ts'
import { memoryKeyRing } from '../../secrets/memory-key-ring.ts'
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts'
import { type Migration, readMigrations } from '../migrate.ts'
import { backupCli, restoreCli } from './backup-cli.ts'
import { backup } from './dump.ts'
import { restore } from './restore.ts'

const root = mkdtempSync(join(tmpdir(), 'puja-backup-'))
const ring = memoryKeyRing()
const clock = fixedClock('2026-03-02T02:00:00Z')
const live = { files: folderStore(join(root, 'files')), heads: folderStore(join(root, 'heads')) }
let db: Database
let fileHash = ''
let places = 0

/** Platform and one module with everything that makes a restore hard: keys in circles, identity, generated, triggers. */
function migrations(): readonly Migration[] {
  const folder = join(root, 'migrations')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, '0900-hard.sql'),
    `
    create table "Odd Name" (region_code text, id int, parent int, n bigint generated always as identity, twice int generated always as (id * 2) stored, at timestamptz, amount numeric, words text[], j jsonb, raw bytea, day date, big double precision,
      primary key (region_code, id), foreign key (region_code, parent) references "Odd Name" (region_code, id));
    create table child (region_code text, id int, odd int, primary key (region_code, id), foreign key (region_code, odd) references "Odd Name" (region_code, id));
    select enable_region_security('"Odd Name"'), enable_region_security('child');
    create table auth.account_test (id text primary key, email text);
    create function no_more() returns trigger language plpgsql as $$ begin if new.id > 1000 then raise exception 'too high'; end if; return new; end $$;
    create trigger check_id before insert on child for each row execute function no_more();`,
  )
  return [...platformMigrations(), ...readMigrations(folder)]
}

async function contents(database: Database): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of [
    '"Odd Name"',
    'child',
    'journal',
    'outbox',
    'messages',
    'files',
    'idempotency',
    'regions',
    'auth.account_test',
  ]) {
    const { rows } = await database.asOwner((tx) =>
      sql.raw<{ line: string }>(`select row_to_json(t)::text as line from ${table} t order by 1`).execute(tx),
    )
    found[table] = rows.map(({ line }) => line)
  }
  return found
}
const epoch = async (database: Database) =>
  (
    await database.asPlatform((tx) =>
      sql<{ epoch: number; replica: string }>`select epoch, replica from installation`.execute(tx),
    )
  ).rows[0]

async function emptyPlace(adapter = testAdapter()): Promise<DatabaseOptions> {
  if (adapter === 'pglite') return { kind: 'pglite', folder: join(root, `place-${places++}`), migrations: migrations() }
  return { kind: 'postgres', url: (await createPostgresDatabase([])).url, migrations: migrations(), poolSize: 3 }
}
const newStores = () => ({
  files: folderStore(join(root, `store-${places++}`)),
  heads: folderStore(join(root, `store-${places++}`)),
})

beforeAll(async () => {
  db = await openTestDatabase({ migrations: migrations() })
  await db.asAuth((tx) => sql`insert into account_test values ('a', 'a@example.id')`.execute(tx))
  await db.asPlatform((tx) =>
    sql`insert into regions (code, name, level) values ('63.11', 'Balangan', 'regency')`.execute(tx),
  )
  const files = openFiles(db, live.files, ring)
  const kept = await files.keep('63.11', Buffer.from('a birth certificate'), 'application/pdf')
  fileHash = kept.hash
  for (const region of ['63.11', '64.02']) {
    await db.inRegion(region, async (tx) => {
      await nameFile(tx, kept)
      await writeJournal(
        tx,
        [1, 2, 3].map((n) => ({ at: clock.now(), actor: `a${n}`, role: 'r', action: 'a.b', fields: ['x', 'y "z"'] })),
      )
      await writeOutbox(tx, { kind: 'test.later', key: region, payload: { text: 'tab\tnew\nline "quote" \\ é 😀' } })
      await sql`insert into "Odd Name" (region_code, id, parent, at, amount, words, j, raw, day, big) values
        (${region}, 1, 2, '2026-03-02 01:02:03.456789+00', 12345678901234567890.123456789, '{a,"b,c",null}', '{"a":[1,null],"n":1.10}', '\\x00ff', '2024-02-29', 0.1),
        (${region}, 2, null, null, 'NaN', '{}', 'null', '', '0099-12-31', 'Infinity')`.execute(tx)
      await sql`insert into child select ${region}, n, 1 from generate_series(1, 999) n`.execute(tx)
    })
    await sealJournal(db, region, { ring, clock, heads: folderHeads(join(root, 'heads')) })
  }
}, 120_000)
afterAll(async () => {
  await db.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a backup', () => {
  it('comes back as it was, in a new epoch, with files and a journal that verifies', async () => {
    const folder = join(root, 'first')
    const manifest = await backup(db, folder, { stores: live })
    expect(manifest.tables.find(({ table }) => table === 'child')?.rows).toBe(1998)
    const place = await emptyPlace()
    const stores = newStores()
    await restore(folder, place, { stores })
    const restored = await openDatabase(place)
    expect(await contents(restored)).toEqual(await contents(db))
    const [before, after] = [await epoch(db), await epoch(restored)]
    expect(after).toEqual({ epoch: (before?.epoch ?? 0) + 1, replica: before?.replica })
    expect(String(await openFiles(restored, stores.files, ring).read('63.11', fileHash))).toBe('a birth certificate')
    const headsFolder = join(root, 'restored-heads')
    for await (const { name } of stores.heads.list(''))
      await folderStore(headsFolder).put(name, (await stores.heads.get(name)) ?? Buffer.of())
    expect(
      (await verifyAllJournals(restored, { ring, heads: folderHeads(headsFolder) })).map(
        ({ region, sealed, problems }) => [region, sealed, problems],
      ),
    ).toEqual([
      ['63.11', 3, []],
      ['64.02', 3, []],
    ])
    // What protects the tables is back too.
    await expect(
      restored.inRegion('63.11', (tx) => sql`insert into child values ('64.02', 5000, 1)`.execute(tx)),
    ).rejects.toThrow(/too high|row-level security/)
    await expect(
      restored.inRegion('63.11', (tx) => sql`insert into child values ('63.11', 1001, 1)`.execute(tx)),
    ).rejects.toThrow(/too high/)
    await expect(
      restored.inRegion('63.11', (tx) => sql`insert into child values ('63.11', 1000, 77)`.execute(tx)),
    ).rejects.toThrow(/foreign key/)
    const next = await restored.inRegion('63.11', (tx) =>
      sql<{ n: number }>`insert into "Odd Name" (region_code, id) values ('63.11', 3) returning n`.execute(tx),
    )
    expect(next.rows[0]?.n).toBe(5)
    await restored.close()
  }, 120_000)

  it('brings the waiting jobs along, under their ids', async () => {
    const source = await openTestDatabase({ migrations: migrations() })
    const jobs = await startJobs(source, [], { clock: systemClock, pollMs: 50 })
    await source.inRegion('63.11', (tx) =>
      writeOutbox(tx, { kind: 'test.waits', payload: { n: 1 }, notBefore: new Date(Date.now() + 500) }),
    )
    await jobs.settle()
    await jobs.stop()
    const folder = join(root, `jobs-${newId()}`)
    const manifest = await backup(source, folder)
    await source.close()
    expect(manifest.queue?.rows).toBe(1)
    const place = await emptyPlace()
    await restore(folder, place)
    const restored = await openDatabase(place)
    const done: unknown[] = []
    const again = await startJobs(restored, [defineJob('test.waits', async (job) => void done.push(job.payload.n))], {
      clock: systemClock,
      pollMs: 50,
    })
    await expect.poll(() => done, { timeout: 10_000 }).toEqual([1])
    await again.stop()
    await restored.close()
  }, 120_000)

  it('is refused when a part is damaged or missing, or the place is not empty', async () => {
    const folder = join(root, 'second')
    await backup(db, folder, { stores: live })
    await expect(backup(db, folder)).rejects.toThrow(/is not empty/)
    const place = await emptyPlace()
    appendFileSync(join(folder, 'tables/public.child.jsonl.gz'), 'x')
    await expect(restore(folder, place, { stores: newStores() })).rejects.toThrow(
      /tables\/public.child.jsonl.gz is not what was written/,
    )
    rmSync(join(folder, 'tables/public.child.jsonl.gz'))
    await expect(restore(folder, place, { stores: newStores() })).rejects.toThrow(/is missing/)
    await expect(restore(root, place)).rejects.toThrow(/it is no backup/)

    const whole = join(root, 'third')
    await backup(db, whole, { stores: live })
    const [region] = readdirSync(join(whole, 'stores/files'))
    const photo = join(whole, 'stores/files', String(region), fileHash.slice(0, 2), fileHash)
    const bytes = readFileSync(photo)
    writeFileSync(photo, 'other bytes')
    await expect(restore(whole, place, { stores: newStores() })).rejects.toThrow(/is not what was written/)
    writeFileSync(photo, bytes)
    await expect(restore(whole, place)).rejects.toThrow(/name a place for them/)
    const stores = newStores()
    await restore(whole, place, { stores })
    await expect(restore(whole, place, { stores: newStores() })).rejects.toThrow(/The place is not empty/)
    await expect(restore(whole, await emptyPlace(), { stores })).rejects.toThrow(/The place of "files" is not empty/)
    expect(existsSync(`${whole}.unfinished`)).toBe(false)
  }, 120_000)

  it('of an older version is migrated, of a newer one refused', async () => {
    const folder = join(root, 'older')
    await backup(db, folder, { stores: live })
    const place = await emptyPlace()
    await expect(
      restore(folder, { ...place, migrations: platformMigrations() }, { stores: newStores() }),
    ).rejects.toThrow(/newer version \(0900-hard.sql\)/)
    mkdirSync(join(root, 'later'), { recursive: true })
    writeFileSync(
      join(root, 'later/0901-more.sql'),
      "alter table child add column note text not null default 'from the migration';",
    )
    const newer = [...migrations(), ...readMigrations(join(root, 'later'))]
    await restore(folder, { ...place, migrations: newer }, { stores: newStores() })
    const restored = await openDatabase({ ...place, migrations: newer })
    expect((await restored.inRegion('63.11', (tx) => sql`select distinct note from child`.execute(tx))).rows).toEqual([
      { note: 'from the migration' },
    ])
    await restored.close()
  }, 120_000)

  it.skipIf(!hasPostgres() || testAdapter() === 'postgres')(
    'moves from the embedded database to PostgreSQL',
    async () => {
      const folder = join(root, 'moving')
      await backup(db, folder, { stores: live })
      const place = await emptyPlace('postgres')
      await restore(folder, place, { stores: newStores() })
      const restored = await openDatabase(place)
      expect(await contents(restored)).toEqual(await contents(db))
      await restored.close()
    },
    120_000,
  )

  it('speaks through the command line', async () => {
    const lines: string[] = []
    const io = {
      out: (line: string) => lines.push(line),
      err: (line: string) => lines.push(line),
      language: 'en' as const,
    }
    const folder = join(root, 'cli')
    expect(await backupCli([folder], io, (at) => backup(db, at, { stores: live }))).toBe(0)
    expect(lines.join('\n')).toMatch(
      /The backup lies in .*: \d+ rows of \d+ tables, \d+ files.\nThe keys are not part of it/,
    )
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      folder,
      rows: expect.any(Number),
      files: expect.any(Number),
    })
    expect(await backupCli([folder], io, (at) => backup(db, at))).toBe(1)
    const letter = join(root, 'letter.txt')
    writeFileSync(letter, 'not a backup')
    for (const taken of [letter, join(letter, 'below')])
      expect(await backupCli([taken], io, (at) => backup(db, at))).toBe(1)
    expect(readFileSync(letter, 'utf8')).toBe('not a backup')
    expect(await backupCli([], io, (at) => backup(db, at))).toBe(2)
    expect(
      await restoreCli([folder], io, async (from) => restore(from, await emptyPlace(), { stores: newStores() })),
    ).toBe(0)
    expect(lines.at(-2)).toMatch(/is restored: \d+ rows, \d+ files. Run npx puja audit verify/)
    expect(await restoreCli([root], io, async (from) => restore(from, await emptyPlace()))).toBe(1)
  }, 120_000)
})
