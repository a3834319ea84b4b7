// Brings a database to the newest schema. Must stay true: files apply in order, each in its own transaction together
// with its record; a file that was applied and then edited stops the start; one process at a time.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { packagePath } from '../paths.ts'
import { bootstrap } from './bootstrap.ts'
import { ROLE_NAMES } from './roles.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
/** Any fixed number; it must only differ from other advisory locks of this program. */
const MIGRATION_LOCK = 7_151_001

/** The migrations of this version in order. Throws on a misnamed file or two files with one number. */
export function readMigrations(folder: string = packagePath('src/platform/db/migrations')): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  return names.map((name) => {
    const number = NAME.exec(name)?.[1]
    if (number === undefined) throw new Error(`A migration is named NNNN-some-words.sql, not ${name}`)
    if (numbers.has(number))
      throw new Error(`Two migrations have the number ${number}; ${name} needs the next free one`)
    numbers.add(number)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/** One fingerprint of all migrations, for the cached snapshot. */
export function fingerprint(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, hash: own } of migrations) hash.update(`${name} ${own}\n`)
  return hash.digest('hex')
}

async function applied(client: pg.ClientBase): Promise<Map<string, string>> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from schema_migrations')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function assertUnchanged(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]))
  for (const [name, hash] of done) {
    const here = known.get(name)
    if (here === undefined)
      throw new Error(
        `The database has the migration ${name}, which this version does not know. Start the newer version.`,
      )
    if (here !== hash)
      throw new Error(
        `The migration ${name} was changed after it had been applied. Put the change into a new migration.`,
      )
  }
}

/**
 * Whether nothing is left to do, by two cheap questions and without the lock: what was applied stays applied. In doubt the answer
 * is no, and the long way says what is wrong.
 */
async function isNewest(client: pg.ClientBase, migrations: readonly Migration[]): Promise<boolean> {
  const roles = Object.values(ROLE_NAMES)
  const { rows } = await client.query<{ ours: number; has: boolean }>(
    `select count(*)::int as ours, to_regclass('schema_migrations') is not null as has
       from pg_roles where rolname = any($1) and pg_has_role(oid, 'MEMBER')`,
    [roles],
  )
  if (rows[0]?.ours !== roles.length || !rows[0].has) return false
  await client.query('set role puja_owner')
  try {
    const done = await client.query<{ name: string; hash: string }>('select name, hash from schema_migrations')
    const known = new Map(done.rows.map(({ name, hash }) => [name, hash]))
    return known.size === migrations.length && migrations.every(({ name, hash }) => known.get(name) === hash)
  } finally {
    await client.query('reset role')
  }
}

/**
 * Applies what is missing and gives the names applied. Safe to call at every start and from several processes at once.
 */
export async function migrate(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    if (await isNewest(client, migrations).catch(() => false)) return []
    // A migration may wait longer for a lock and run longer than a request may.
    await client.query('set statement_timeout = 0; set lock_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await bootstrap(client)
    await client.query('set role puja_owner')
    const done = await applied(client)
    assertUnchanged(done, migrations)
    const missing = migrations.filter(({ name }) => !done.has(name))
    for (const { name, sql, hash } of missing) {
      try {
        await client.query(`begin;\n${sql}`)
        await client.query('select assert_region_keys()')
        await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [name, hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    }
    return missing.map(({ name }) => name)
  } finally {
    // The session goes back as it came: role, time limits, lock.
    const reset = await client
      .query('reset role; reset statement_timeout; reset lock_timeout; select pg_advisory_unlock_all()')
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    client.release(reset !== undefined)
  }
}
