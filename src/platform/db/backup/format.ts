// What a backup is: a folder with a manifest, one file of JSON lines for each table, and the stores beside the
// database. Must stay true: readable without this program (open formats); every part carries its hash; keys are never
// in it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteStore } from '../../files/file-store.ts'

export const FORMAT = 'puja-backup 1'

export type Part = { readonly file: string; readonly rows: number; readonly sha256: string }
export type TablePart = Part & { readonly schema: string; readonly table: string }
export type Manifest = {
  readonly format: typeof FORMAT
  readonly takenAt: string
  readonly server: string
  readonly epoch: number
  readonly migrations: readonly { readonly name: string; readonly hash: string }[]
  readonly tables: readonly TablePart[]
  readonly sequences: readonly { readonly schema: string; readonly name: string; readonly value: number }[]
  readonly queue: Part | undefined
  /** Files of each store: one line `{name, sizeBytes, sha256}` for each. */
  readonly stores: readonly (Part & { readonly store: string })[]
}
/** What lies beside the database and belongs to it: uploads, heads of the journal. */
export type Stores = Readonly<Record<string, ByteStore>>

/** The backup or the place cannot be used; the message is for whoever runs the command. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault'
}

export const MANIFEST = 'manifest.json'

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** The manifest of a backup folder. Throws BackupFault when it is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupFault(`${folder} holds no ${MANIFEST}: it is no backup, or one that was not finished.`)
  })
  const manifest: Manifest = JSON.parse(text)
  if (manifest.format !== FORMAT)
    throw new BackupFault(`${folder} has the format ${String(manifest.format)}; this version reads ${FORMAT}.`)
  return manifest
}

/** Compares every part with its hash. Throws BackupFault that names the first one that differs. */
export async function checkParts(folder: string, manifest: Manifest): Promise<void> {
  const parts = [...manifest.tables, ...manifest.stores, ...(manifest.queue === undefined ? [] : [manifest.queue])]
  for (const part of parts) {
    const found = await sha256Of(join(folder, part.file)).catch(() => 'missing')
    if (found !== part.sha256)
      throw new BackupFault(
        `${part.file} is ${found === 'missing' ? 'missing' : 'not what was written'}. Use another backup.`,
      )
  }
}
