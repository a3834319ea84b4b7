// The prepared first state of an embedded database: initdb and all migrations once, kept as a tarball under var/cache.
// Must stay true: named after everything that shapes it, so a changed migration never meets an old snapshot.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { packagePath } from '../paths.ts'
import { bootstrapSql } from './bootstrap.ts'
import { fingerprint, type Migration, migrate } from './migrate.ts'
import { openPGlitePool } from './pglite-stream.ts'

const RECIPE = 1

async function pgliteVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(packagePath('node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  )
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown'
}

async function build(migrations: readonly Migration[]): Promise<Buffer> {
  const pglite = await PGlite.create()
  const pool = openPGlitePool(pglite)
  try {
    await migrate(pool, migrations)
    await pool.end()
    const tarball = await pglite.dumpDataDir('gzip')
    return Buffer.from(await tarball.arrayBuffer())
  } finally {
    await pglite.close()
  }
}

/** A migrated, empty data directory as a gzip tarball for PGlite's `loadDataDir`. Built once for each set of migrations. */
export async function preparedSnapshot(
  migrations: readonly Migration[],
  cacheFolder: string = packagePath('var/cache'),
): Promise<Blob> {
  const key = createHash('sha256')
    .update(`${RECIPE} ${await pgliteVersion()} ${fingerprint(migrations)} ${bootstrapSql('postgres', 'postgres')}`)
    .digest('hex')
    .slice(0, 24)
  const path = join(cacheFolder, `pglite-${key}.tar.gz`)
  if (existsSync(path)) return new Blob([await readFile(path)])
  const bytes = await build(migrations)
  await mkdir(cacheFolder, { recursive: true })
  const temporary = `${path}.${process.pid}.${Date.now()}`
  await writeFile(temporary, bytes)
  await rename(temporary, path)
  return new Blob([Uint8Array.from(bytes)])
}
