// A filling of the demo that was broken off (Ctrl-C, a power cut) leaves a folder that is neither empty nor full, and an
// embedded database that may not open. A mark stands in the folder while it is filled; a start that finds it begins again.
// Must stay true: without the mark nothing is removed, and never while another process has the folder; keys stay.
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from '../platform/db/folder-lock.ts'
import type { Env } from '../platform/env.ts'

const MARK = 'demo-unfinished'
/** What a filling makes in a data folder. */
const MADE = ['pg', 'files', 'heads', 'spool']

export async function markUnfinished(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, MARK), 'The demo is being filled. A start that finds this file begins again.\n')
}

export const markFinished = (folder: string): Promise<void> => rm(join(folder, MARK), { force: true })

/** Empties a folder whose filling was broken off; gives whether there was one. Throws DataFolderInUse while it goes on. */
export async function clearUnfinished({ mode, database, dataFolder }: Env): Promise<boolean> {
  if (mode !== 'demo' || database.kind !== 'pglite' || !existsSync(join(dataFolder, MARK))) return false
  const lock = await lockFolder(dataFolder)
  try {
    for (const name of MADE) await rm(join(dataFolder, name), { recursive: true, force: true })
    await markFinished(dataFolder)
  } finally {
    await lock.release()
  }
  return true
}

/** Regions are here but no demo: of a filling that cannot be undone, or an installation that is none. */
export class NotADemo extends Error {
  override readonly name = 'NotADemo'
  readonly text = {
    id: 'Basis data ini sudah berisi daerah, tetapi bukan contoh yang lengkap. Bila ini pemasangan sungguhan, setel PUJA_MODE=production. Bila pengisian contoh terputus, kosongkan basis datanya lalu mulai lagi. Tidak ada yang diubah.',
    en: 'This database holds regions already, but no whole demo. If it is a real installation, set PUJA_MODE=production. If a filling was broken off, empty the database and start again. Nothing was changed.',
  }
  constructor() {
    super('regions without a demo')
    this.message = this.text.en
  }
}
