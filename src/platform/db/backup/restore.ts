// Brings a backup into a new, empty place. Must stay true: nothing is touched before every part was checked; the data
// goes in under the schema it was taken from and is migrated afterwards; all or nothing; the restored database starts
// a new epoch, so that nobody's old position is taken for a new one.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { DEAD, openQueue } from '../../jobs/queue.ts'
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts'
import { type Migration, readMigrations } from '../migrate.ts'
import type { Tx } from '../tx.ts'
import { BackupFault, checkParts, type Manifest, readManifest, type Stores, type TablePart } from './format.ts'
import { readLines } from './lines.ts'

export type RestoreOptions = { readonly stores?: Stores; readonly onProgress?: (what: string, rows: number) => void }

/** The migrations the backup was taken under, as this version has them. */
function sameSchema(manifest: Manifest, ours: readonly Migration[]): readonly Migration[] {
  const byName = new Map(ours.map((migration) => [migration.name, migration]))
  return manifest.migrations.map(({ name, hash }) => {
    const migration = byName.get(name)
    if (migration === undefined)
      throw new BackupFault(`The backup was taken by a newer version (${name}). Restore it with that version.`)
    if (migration.hash !== hash)
      throw new BackupFault(
        `The migration ${name} of the backup differs from ours. Restore it with the version it was taken by.`,
      )
    return migration
  })
}

async function assertEmpty(tx: Tx, tables: readonly TablePart[]): Promise<void> {
  for (const { schema, table } of tables) {
    const { rows } = await sql<{ region: boolean; filled: boolean }>`
      select (select relrowsecurity from pg_class where oid = ${`"${schema}"."${table}"`}::regclass) as region, exists (select from ${sql.table(`${schema}.${table}`)}) as filled`.execute(
      tx,
    )
    if (rows[0]?.filled === true && (rows[0].region || schema === 'auth'))
      throw new BackupFault(`The place is not empty: ${schema}.${table} has rows. Restore into a new, empty place.`)
  }
}

type Loosened = { tables: string[]; forced: string[]; keys: { table: string; name: string; definition: string }[] }

/** Takes off, for this transaction, what stands in the way of rows in any order: foreign keys, triggers, forced row security. */
async function loosen(tx: Tx): Promise<Loosened> {
  const keys = await sql<Loosened['keys'][number]>`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'auth')`.execute(tx)
  const tables = await sql<{ name: string; forced: boolean }>`
    select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')`.execute(
    tx,
  )
  for (const { table, name } of keys.rows) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx)
  const forced = tables.rows.filter((table) => table.forced).map(({ name }) => name)
  for (const { name } of tables.rows) await sql.raw(`alter table ${name} disable trigger user`).execute(tx)
  for (const name of forced) await sql.raw(`alter table ${name} no force row level security`).execute(tx)
  return { tables: tables.rows.map(({ name }) => name), forced, keys: keys.rows }
}

/** Puts it all back; the foreign keys check every row. */
async function tighten(tx: Tx, { tables, forced, keys }: Loosened): Promise<void> {
  for (const { table, name, definition } of keys)
    await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(tx)
  for (const name of tables) await sql.raw(`alter table ${name} enable trigger user`).execute(tx)
  for (const name of forced) await sql.raw(`alter table ${name} force row level security`).execute(tx)
}

async function fill(tx: Tx, folder: string, part: TablePart): Promise<void> {
  const name = `"${part.schema}"."${part.table}"`
  const { rows } = await sql<{
    name: string
  }>`select quote_ident(attname) as name from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    tx,
  )
  const columns = rows.map((column) => column.name).join(', ')
  await sql.raw(`delete from ${name}`).execute(tx)
  let count = 0
  for await (const lines of readLines(join(folder, part.file))) {
    await sql`insert into ${sql.raw(name)} (${sql.raw(columns)}) overriding system value select ${sql.raw(columns)} from json_populate_recordset(null::${sql.raw(name)}, ${`[${lines.join(',')}]`}::json)`.execute(
      tx,
    )
    count += lines.length
  }
  if (count !== part.rows) throw new BackupFault(`${part.file} holds ${count} rows, not ${part.rows}.`)
}

async function fillAll(
  tx: Tx,
  folder: string,
  manifest: Manifest,
  progress: NonNullable<RestoreOptions['onProgress']>,
): Promise<void> {
  await assertEmpty(tx, manifest.tables)
  const loosened = await loosen(tx)
  for (const part of manifest.tables) {
    await fill(tx, folder, part)
    progress(`${part.schema}.${part.table}`, part.rows)
  }
  for (const { schema, name, value } of manifest.sequences)
    await sql`select setval(format('%I.%I', ${schema}::text, ${name}::text)::regclass, ${value})`.execute(tx)
  await tighten(tx, loosened)
  await sql`update installation set epoch = epoch + 1`.execute(tx)
}

type QueuedLine = {
  id: string
  name: string
  data: object
  priority: number
  start_after: string
  retry_limit: number
  retry_delay: number
  retry_backoff: boolean
  expire_seconds: number
  singleton_key: string | null
  dead_letter: string | null
}

/** Jobs that were waiting or under way wait again, under their old ids. */
async function fillQueue(db: Database, folder: string, manifest: Manifest): Promise<void> {
  if (manifest.queue === undefined) return
  const boss = await openQueue(db, () => {})
  for await (const lines of readLines(join(folder, manifest.queue.file))) {
    const jobs: QueuedLine[] = lines.map((line) => JSON.parse(line))
    await boss.insert(
      jobs.map((job) => ({
        id: job.id,
        name: job.name,
        data: job.data,
        priority: job.priority,
        startAfter: new Date(job.start_after).toISOString(),
        retryLimit: job.retry_limit,
        retryDelay: job.retry_delay,
        retryBackoff: job.retry_backoff,
        expireInSeconds: Math.round(job.expire_seconds),
        ...(job.singleton_key === null ? {} : { singletonKey: job.singleton_key }),
        ...(job.name === DEAD ? {} : { deadLetter: DEAD }),
      })),
    )
  }
  await boss.stop({ graceful: false })
}

async function fillStores(folder: string, manifest: Manifest, stores: Stores): Promise<void> {
  for (const part of manifest.stores) {
    const store = stores[part.store]
    if (store === undefined)
      throw new BackupFault(`The backup holds ${part.rows} files of the store "${part.store}"; name a place for them.`)
    for await (const { name } of store.list(''))
      throw new BackupFault(`The place of "${part.store}" is not empty: ${name}.`)
    for await (const lines of readLines(join(folder, part.file), 100)) {
      for (const line of lines) {
        const { name, sha256 }: { name: string; sha256: string } = JSON.parse(line)
        const content = await readFile(join(folder, 'stores', part.store, name))
        if (createHash('sha256').update(content).digest('hex') !== sha256)
          throw new BackupFault(`The file ${name} of "${part.store}" is not what was written. Use another backup.`)
        await store.put(name, content)
      }
    }
  }
}

/**
 * Restores the backup in `folder` into the place that `options` names and brings it to the newest schema. Throws
 * BackupFault when the backup is damaged or from a newer version, or the place is not empty.
 */
export async function restore(folder: string, options: DatabaseOptions, more: RestoreOptions = {}): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await checkParts(folder, manifest)
  const migrations = sameSchema(manifest, options.migrations ?? readMigrations())
  if (
    options.kind === 'pglite' &&
    options.folder !== undefined &&
    (await readdir(options.folder).catch((): string[] => [])).includes('pg')
  ) {
    throw new BackupFault(
      `The place is not empty: ${options.folder} holds a database. Restore into a new, empty place.`,
    )
  }
  await fillStores(folder, manifest, more.stores ?? {})
  const db = await openDatabase({ ...options, migrations })
  try {
    await db.asOwner((tx) => fillAll(tx, folder, manifest, more.onProgress ?? (() => {})), {
      statementTimeoutMs: 3_600_000,
    })
    await fillQueue(db, folder, manifest)
  } finally {
    await db.close()
  }
  const newest = await openDatabase(options)
  await newest.close()
  return manifest
}
