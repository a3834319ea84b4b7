// A private PostgreSQL for the tests of one process. Must stay true: it listens on a unix socket in a temporary folder
// only, runs as an ordinary user, and ends with the process that asked for it, even when that process is killed.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { fingerprint, type Migration, migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { openPostgresPool } from '../../src/platform/db/postgres.ts'
import { NotRun } from './not-run.ts'

const LOGIN = 'puja_test'

/** The newest installed server from 15 on, or undefined. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const folders = [
    ...versions.sort((a, b) => a - b).map((version) => join(debian, String(version), 'bin')),
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** True when a PostgreSQL can be started here, for tests that need a server of their own and skip themselves otherwise. */
export function hasPostgres(): boolean {
  return findBinaries() !== undefined
}

/** PostgreSQL refuses to run as root; there the package's own user does it. */
function asServerUser(command: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]]
}

export type TestServer = {
  url(database: string, user?: string): string
  stop(): Promise<void>
  binaries: string
  folder: string
}

/**
 * Starts a server of its own: about a second and a half. Throws NotRun('PostgreSQL') where none is installed. With `keep` its
 * data lies in that folder, is found again there, and stays.
 */
export async function startPostgres(settings: readonly string[] = [], keep?: string): Promise<TestServer> {
  const binaries = findBinaries()
  if (binaries === undefined) throw new NotRun('PostgreSQL')
  const folder = mkdtempSync(join(tmpdir(), 'puja-pg-'))
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder])
  const data = keep === undefined ? join(folder, 'data') : join(keep, 'postgres')
  const isNew = !existsSync(join(data, 'PG_VERSION'))
  if (keep !== undefined && isNew) {
    mkdirSync(data, { recursive: true })
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres', data])
  }
  const [init, initArgs] = asServerUser(join(binaries, 'initdb'), [
    '-D',
    data,
    '-U',
    'admin',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ])
  if (isNew) execFileSync(init, initArgs, { stdio: 'pipe', cwd: folder })
  const flags = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    // A worker that cleans a database just when its test drops it belongs to the administrator and may not be ended by us.
    'autovacuum=off',
    'shared_buffers=128MB',
    ...settings,
  ]
  // The shell outlives us only until its input closes: then the server goes too.
  const script = '"$@" & server=$!; cat >/dev/null; kill "$PUJA_SIGNAL" $server; wait $server; rm -rf "$PUJA_FOLDER"'
  const [run, runArgs] = asServerUser('sh', [
    '-c',
    script,
    'sh',
    join(binaries, 'postgres'),
    '-D',
    data,
    ...flags.flatMap((flag) => ['-c', flag]),
  ])
  const child = spawn(run, runArgs, {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: folder,
    detached: true,
    // What stays is left in order; what goes need not be.
    env: { ...process.env, PUJA_FOLDER: folder, PUJA_SIGNAL: keep === undefined ? '-QUIT' : '-INT' },
  })
  child.unref()
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', () => {
    child.stdin.destroy()
    remove()
  })
  const url = (database: string, user = LOGIN) =>
    `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(folder)}`
  await onceReady(url('postgres', 'admin'), async (client) => {
    if (isNew) await client.query(`create role ${LOGIN} login createrole createdb noinherit`)
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      // Waited for, so the program may not end before it.
      child.ref()
      child.once('exit', () => {
        remove()
        resolve()
      })
      child.stdin.end()
    })
  return { url, stop, binaries, folder }
}

async function onceReady(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await work(client)
      return
    } catch (error) {
      if (tries > 200) throw error
      await delay(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

let server: Promise<{ url(database: string): string }> | undefined
const templates = new Map<string, Promise<string>>()
let counter = 0

/** The names of this process's databases start with the hour, so that a given server can be cleared of old ones. */
const HOUR = Math.floor(Date.now() / 3_600_000)
const OURS = `puja_test_h${HOUR}_${process.pid}`

/** Test databases that a process left on the given server more than two hours ago. */
async function clearOld(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      String.raw`select datname as name from pg_database where datname ~ '^puja_test_h\d+_'`,
    )
    const old = rows.filter(({ name }) => Number(/^puja_test_h(\d+)_/.exec(name)?.[1]) < HOUR - 2)
    for (const { name } of old) await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

async function givenServer(given: string): Promise<{ url(database: string): string }> {
  await clearOld(given)
  return { url: (database) => Object.assign(new URL(given), { pathname: `/${database}` }).href }
}

/** The server the tests of this process share: PUJA_TEST_POSTGRES_URL, or one started for it. */
function sharedServer(): Promise<{ url(database: string): string }> {
  const given = process.env.PUJA_TEST_POSTGRES_URL
  server ??= given === undefined || given === '' ? startPostgres() : givenServer(given)
  return server
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function prepareTemplate(url: (database: string) => string, migrations: readonly Migration[]): Promise<string> {
  const name = `${OURS}_template_${templates.size}`
  await command(url('postgres'), `drop database if exists ${name}`)
  await command(url('postgres'), `create database ${name}`)
  const pool = openPostgresPool({ url: url(name), poolSize: 1 })
  try {
    await migrate(pool, migrations)
  } finally {
    await pool.end()
  }
  return name
}

/** The database to clone: one for each set of migrations that the tests of this process ask for. */
function template(url: (database: string) => string, migrations: readonly Migration[]): Promise<string> {
  const key = fingerprint(migrations)
  const known = templates.get(key) ?? prepareTemplate(url, migrations)
  templates.set(key, known)
  return known
}

export type TestDatabaseUrl = { readonly url: string; readonly name: string; drop(): Promise<void> }

/** A fresh database: a clone of this process's migrated template (about 50 ms), or an empty one for `migrations: []`. */
export async function createPostgresDatabase(
  migrations: readonly Migration[] = readMigrations(),
): Promise<TestDatabaseUrl> {
  const { url } = await sharedServer()
  return clonePostgresDatabase(migrations.length === 0 ? 'template1' : await template(url, migrations))
}

/** A fresh database that begins as the named one stands, of which everybody has let go. */
export async function clonePostgresDatabase(source: string): Promise<TestDatabaseUrl> {
  const { url } = await sharedServer()
  const name = `${OURS}_${counter++}`
  for (let tries = 0; ; tries++)
    try {
      await command(url('postgres'), `create database ${name} template ${source}`)
      break
    } catch (error) {
      // The server notices a moment later that the last connection has gone (object_in_use).
      if (tries >= 40 || !(error instanceof pg.DatabaseError) || error.code !== '55006') throw error
      await delay(50)
    }
  // On a server somebody gave us a cleaning worker may be inside for a moment: then it is tried again.
  const drop = async (): Promise<void> => {
    for (let tries = 0; ; tries++)
      try {
        return await command(url('postgres'), `drop database if exists ${name} with (force)`)
      } catch (error) {
        if (tries >= 20) throw error
        await delay(250)
      }
  }
  return { url: url(name), name, drop }
}
