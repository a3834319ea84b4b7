// The prepared first state of an embedded database: initdb and all migrations once, kept as tarballs under var/cache.
// Must stay true: named after everything that shapes them, so a changed migration never meets an old snapshot; the
// slow part (initdb, seconds) has a tarball of its own, so that a new migration costs little.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { packagePath } from '../paths.ts'
import { bootstrapSql } from './bootstrap.ts'
import { fingerprint, type Migration, migrate } from './migrate.ts'
import { openPGlitePool } from './pglite-stream.ts'

const RECIPE = 3
/** Older snapshots of other versions are removed when there are more than these. */
const MOST_KEPT = 8

async function pgliteVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(packagePath('node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  )
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown'
}

/** Written down to the files first: whoever opens the copy has nothing to recover, which is a third of the time of opening. */
async function dump(pglite: PGlite): Promise<Buffer> {
  await pglite.exec('checkpoint')
  const tarball = await pglite.dumpDataDir('gzip')
  return Buffer.from(await tarball.arrayBuffer())
}

async function buildEmpty(): Promise<Buffer> {
  const pglite = await PGlite.create()
  try {
    return await dump(pglite)
  } finally {
    await pglite.close()
  }
}

async function buildMigrated(empty: Blob, migrations: readonly Migration[]): Promise<Buffer> {
  const pglite = await PGlite.create({ loadDataDir: empty })
  const pool = openPGlitePool(pglite)
  try {
    await migrate(pool, migrations)
    await pool.end()
    return await dump(pglite)
  } finally {
    await pglite.close()
  }
}

async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^pglite-[0-9a-f]{24}\.tar\.gz$/.test(name))
  const aged = await Promise.all(
    names.map(async (name) => ({
      name,
      mtimeMs: (await stat(join(folder, name)).catch(() => ({ mtimeMs: 0 }))).mtimeMs,
    })),
  )
  const old = aged.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(MOST_KEPT)
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })))
}

/** The tarball of that name, made by `build` when it is not there yet. Several processes may do so at once. */
async function cached(folder: string, name: string, build: () => Promise<Buffer>): Promise<Blob> {
  const path = join(folder, name)
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes !== undefined) return new Blob([bytes])
  const built = await build()
  await mkdir(folder, { recursive: true })
  const temporary = `${path}.${process.pid}.${Date.now()}`
  await writeFile(temporary, built)
  await rename(temporary, path)
  await prune(folder)
  return new Blob([Uint8Array.from(built)])
}

/** A migrated, empty data directory as a gzip tarball for PGlite's `loadDataDir`. Built once for each set of migrations. */
export async function preparedSnapshot(
  migrations: readonly Migration[],
  cacheFolder: string = packagePath('var/cache'),
): Promise<Blob> {
  const version = await pgliteVersion()
  const key = createHash('sha256')
    .update(`${RECIPE} ${version} ${fingerprint(migrations)} ${bootstrapSql('postgres', 'postgres')}`)
    .digest('hex')
    .slice(0, 24)
  return cached(cacheFolder, `pglite-${key}.tar.gz`, async () =>
    buildMigrated(await cached(cacheFolder, `pglite-empty-${version}.tar.gz`, buildEmpty), migrations),
  )
}
