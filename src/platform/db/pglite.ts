// The embedded database in a folder or in memory. Must stay true: a folder appears whole or not at all (it is prepared
// beside its place and renamed), and only the holder of the folder's lock opens it.
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Migration, readMigrations } from './migrate.ts'
import { preparedSnapshot } from './snapshot.ts'

export type PGliteOptions = {
  /** The data folder; the database lies in `pg/` inside it. Without a folder everything is in memory and gone at close. */
  readonly folder?: string
  readonly migrations?: readonly Migration[]
  readonly cacheFolder?: string
}

export async function openPGlite(options: PGliteOptions = {}): Promise<PGlite> {
  const migrations = options.migrations ?? readMigrations()
  if (options.folder === undefined)
    return PGlite.create({ loadDataDir: await preparedSnapshot(migrations, options.cacheFolder) })
  const dataDir = join(options.folder, 'pg')
  if (!existsSync(dataDir)) {
    const preparing = `${dataDir}.new`
    await mkdir(options.folder, { recursive: true, mode: 0o700 })
    await rm(preparing, { recursive: true, force: true })
    const first = await PGlite.create({
      dataDir: preparing,
      loadDataDir: await preparedSnapshot(migrations, options.cacheFolder),
    })
    await first.close()
    await rename(preparing, dataDir)
  }
  return PGlite.create({ dataDir })
}
