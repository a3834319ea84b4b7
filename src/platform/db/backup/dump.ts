// Takes a backup of everything, while the service runs. Must stay true: all tables as of one instant (one snapshot);
// files after the tables (a file is in its store before a row names it); the folder gets its name only when it is
// whole. On the embedded database requests wait while the tables are read.
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { ByteStore } from '../../files/file-store.ts'
import type { Database } from '../database.ts'
import type { Tx } from '../tx.ts'
import { BackupFault, FORMAT, MANIFEST, type Manifest, type Part, type Stores, type TablePart } from './format.ts'
import { writeLines } from './lines.ts'

export type BackupOptions = {
  readonly stores?: Stores
  readonly now?: Date
  readonly onProgress?: (what: string, rows: number) => void
}

const PAGE = 2000

async function* pages(tx: Tx, select: string): AsyncGenerator<string[]> {
  await sql.raw(`declare backup no scroll cursor for ${select}`).execute(tx)
  for (;;) {
    const { rows } = await sql.raw<{ line: string }>(`fetch ${PAGE} from backup`).execute(tx)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < PAGE) break
  }
  await sql.raw('close backup').execute(tx)
}

async function writePart(folder: string, file: string, lines: AsyncIterable<string[]>): Promise<Part> {
  const writer = writeLines(join(folder, file))
  for await (const page of lines) await writer.write(page)
  return { file, ...(await writer.end()) }
}

/** The tables of the program, partitions under their parents. */
async function tablesOf(tx: Tx): Promise<{ schema: string; table: string; name: string }[]> {
  const { rows } = await sql<{ schema: string; table: string; name: string }>`
    select n.nspname as schema, c.relname as table, format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
     order by 1, 2`.execute(tx)
  return rows
}

async function dumpTables(
  tx: Tx,
  folder: string,
  progress: NonNullable<BackupOptions['onProgress']>,
): Promise<Omit<Manifest, 'stores' | 'format' | 'takenAt'>> {
  const migrations = await sql<{
    name: string
    hash: string
  }>`select name, hash from schema_migrations order by name`.execute(tx)
  const about = await sql<{
    epoch: number
    server: string
  }>`select epoch, current_setting('server_version') as server from installation`.execute(tx)
  const tables: TablePart[] = []
  for (const { schema, table, name } of await tablesOf(tx)) {
    const part = await writePart(
      folder,
      `tables/${schema}.${table}.jsonl.gz`,
      pages(tx, `select row_to_json(t)::text as line from ${name} t`),
    )
    tables.push({ schema, table, ...part })
    progress(`${schema}.${table}`, part.rows)
  }
  const sequences = await sql<{ schema: string; name: string; value: number }>`
    select schemaname as schema, sequencename as name, last_value as value from pg_sequences where schemaname in ('public', 'auth') and last_value is not null`.execute(
    tx,
  )
  const hasQueue = await sql<{
    there: boolean
  }>`select coalesce(has_table_privilege('puja_owner', to_regclass('pgboss.job'), 'select'), false) as there`.execute(
    tx,
  )
  const waiting = `select row_to_json(j)::text as line from (select id, name, data, priority, start_after, retry_limit, retry_delay, retry_backoff, extract(epoch from expire_in) as expire_seconds, singleton_key, dead_letter from pgboss.job where state < 'completed' order by created_on) j`
  const queue =
    hasQueue.rows[0]?.there === true ? await writePart(folder, 'queue.jsonl.gz', pages(tx, waiting)) : undefined
  return {
    migrations: migrations.rows,
    server: about.rows[0]?.server ?? '',
    epoch: about.rows[0]?.epoch ?? 1,
    tables,
    sequences: sequences.rows,
    queue,
  }
}

async function dumpStore(folder: string, store: string, bytes: ByteStore): Promise<Manifest['stores'][number]> {
  async function* lines(): AsyncGenerator<string[]> {
    for await (const { name } of bytes.list('')) {
      const content = await bytes.get(name)
      if (content === undefined || name.endsWith('.new')) continue
      const path = join(folder, 'stores', store, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content, { mode: 0o600 })
      yield [
        JSON.stringify({ name, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }),
      ]
    }
  }
  return { store, ...(await writePart(folder, `stores/${store}.jsonl.gz`, lines())) }
}

/** Throws BackupFault unless nothing stands at `folder`, or an empty folder (a rename takes its place). */
async function assertFree(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new BackupFault(
      error.code === 'ENOTDIR'
        ? `${folder} is a file, or lies below one. A backup needs a folder of its own.`
        : `${folder} cannot be looked into (${error.code ?? error.message}).`,
    )
  })
  if (found.length > 0) throw new BackupFault(`${folder} is not empty. A backup needs a place of its own.`)
}

/**
 * Writes a backup into `folder`, which must not exist yet or be empty. Keys are not part of it. Throws BackupFault when
 * the place is taken; leaves nothing behind when it fails.
 */
export async function backup(db: Database, folder: string, options: BackupOptions = {}): Promise<Manifest> {
  await assertFree(folder)
  const unfinished = `${folder.replace(/\/+$/, '')}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  await mkdir(join(unfinished, 'stores'))
  try {
    const data = await db.asOwner((tx) => dumpTables(tx, unfinished, options.onProgress ?? (() => {})), {
      readOnly: true,
      isolation: 'snapshot',
      statementTimeoutMs: 600_000,
    })
    const stores = []
    for (const [name, store] of Object.entries(options.stores ?? {})) {
      const part = await dumpStore(unfinished, name, store)
      stores.push(part)
      options.onProgress?.(name, part.rows)
    }
    const manifest: Manifest = { format: FORMAT, takenAt: (options.now ?? new Date()).toISOString(), ...data, stores }
    const file = await open(join(unfinished, MANIFEST), 'wx', 0o600)
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`)
    await file.sync()
    await file.close()
    // Looked at again: minutes have passed, and what was put there meanwhile is not ours to remove.
    await assertFree(folder)
    await rename(unfinished, folder)
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}
