// Files of a region: kept before the commit, named by their content, swept when no row names them. Must stay true:
// `keep` first, then the transaction with `nameFile`; a reader checks the bytes against their hash; one region cannot
// reach the other's files, not even with the hash.
import { type Generated, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/tx.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { openSealed, seal } from '../secrets/seal.ts'
import { type ByteStore, contentHash } from './file-store.ts'

export type KeptFile = { readonly hash: string; readonly sizeBytes: number; readonly mediaType: string }

export interface Files {
  /** Puts bytes into the store; call before the transaction. The same bytes again cost nothing. Throws FilesUnavailable. */
  keep(region: string, bytes: Uint8Array, mediaType: string): Promise<KeptFile>
  /** The bytes of a file, checked; undefined when they are not there. */
  read(region: string, hash: string): Promise<Buffer | undefined>
  has(region: string, hash: string): Promise<boolean>
  /** Removes bytes that no row names and that are older than `olderThanMs`; gives how many. */
  sweep(region: string, olderThanMs?: number): Promise<number>
}

type Tables = { files: { region_code: string; hash: string; size_bytes: number; media_type: string; created_at: Date } }
type Insertable = { files: { region_code: Generated<string>; hash: string; size_bytes: number; media_type: string } }

/** Long enough for the slowest form between `keep` and its commit. */
const ORPHAN_AGE_MS = 24 * 3600 * 1000

function nameOf(region: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('Not the hash of a file.')
  return `${region}/${hash.slice(0, 2)}/${hash}`
}

/** Notes a kept file in the transaction's region, so that it is not swept. Calling twice is safe. */
export async function nameFile(tx: Tx, file: KeptFile): Promise<void> {
  await tx
    .withTables<Insertable>()
    .insertInto('files')
    .values({ hash: file.hash, size_bytes: file.sizeBytes, media_type: file.mediaType })
    // An update that changes nothing holds the row until the commit, so that retention cannot let go of it meanwhile.
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'hash']).doUpdateSet({ media_type: sql`files.media_type` }),
    )
    .execute()
}

/** What is noted about a file of the transaction's region. */
export async function findFile(tx: Tx, hash: string): Promise<KeptFile | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('files')
    .select(['hash', 'size_bytes', 'media_type'])
    .where(sql<boolean>`region_code = current_setting('app.region')`)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? undefined : { hash: row.hash, sizeBytes: row.size_bytes, mediaType: row.media_type }
}

/** Opens the files over a store; with a key ring the bytes are sealed (AES-256-GCM) and bound to region and hash. */
export function openFiles(db: Database, store: ByteStore, ring?: KeyRing): Files {
  return {
    async keep(region, bytes, mediaType) {
      const hash = contentHash(bytes)
      const name = nameOf(region, hash)
      // Written anew even when it is there: the sweeper goes by age, and these bytes were wanted just now.
      await store.put(name, ring === undefined ? Buffer.from(bytes) : seal(ring, bytes, name, 'files'))
      return { hash, sizeBytes: bytes.length, mediaType }
    },
    async read(region, hash) {
      const name = nameOf(region, hash)
      const stored = await store.get(name)
      if (stored === undefined) return undefined
      const bytes = ring === undefined ? stored : openSealed(ring, stored, name, 'files')
      if (contentHash(bytes) !== hash) throw new Error(`The file ${name} does not hold what its name says.`)
      return bytes
    },
    has: (region, hash) => store.has(nameOf(region, hash)),
    sweep: (region, olderThanMs = ORPHAN_AGE_MS) => sweep(db, store, region, olderThanMs),
  }
}

async function isOld(store: ByteStore, name: string, olderThanMs: number): Promise<boolean> {
  for await (const found of store.list(name)) {
    if (found.name === name) return Date.now() - found.writtenAt.getTime() > olderThanMs
  }
  return false
}

async function sweep(db: Database, store: ByteStore, region: string, olderThanMs: number): Promise<number> {
  let swept = 0
  const sweepPage = async (page: readonly string[]) => {
    if (page.length === 0) return
    const rows = await db.inRegion(
      region,
      (tx) =>
        tx
          .withTables<Tables>()
          .selectFrom('files')
          .select('hash')
          .where('region_code', '=', region)
          .where('hash', 'in', page)
          .execute(),
      { readOnly: true },
    )
    const known = new Set(rows.map(({ hash }) => hash))
    for (const hash of page.filter((one) => !known.has(one))) {
      // Looked at once more: the same bytes may have been kept again since the list was made.
      if (!(await isOld(store, nameOf(region, hash), olderThanMs))) continue
      await store.remove(nameOf(region, hash))
      swept += 1
    }
  }
  let page: string[] = []
  for await (const { name, writtenAt } of store.list(`${region}/`)) {
    if (Date.now() - writtenAt.getTime() <= olderThanMs) continue
    const last = name.split('/').at(-1) ?? ''
    if (/^[0-9a-f]{64}$/.test(last)) page.push(last)
    else if (last.endsWith('.new')) await store.remove(name)
    if (page.length >= 500) {
      await sweepPage(page)
      page = []
    }
  }
  await sweepPage(page)
  return swept
}
