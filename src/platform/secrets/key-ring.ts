// Keys in a folder outside the database, named by purpose, each with an id. Must stay true: files of mode 600 in a
// folder of mode 700, else the start stops; new things use the newest key of a purpose, older keys still open what they
// sealed; losing this folder means losing every sealed value.
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type KeyId = string
export type SecretKey = { readonly id: KeyId; readonly purpose: string; readonly bytes: Buffer }

/** The keys of one purpose: the current one first. */
export interface KeyRing {
  /** The key that new values use. Makes the first one of a purpose that has none yet. */
  current(purpose: string): SecretKey
  /** A key by its id; throws when it is not in the folder. */
  byId(purpose: string, id: KeyId): SecretKey
  /** All keys of a purpose, newest first. */
  all(purpose: string): readonly SecretKey[]
  /** Makes a new current key; the older ones stay. */
  rotate(purpose: string): Promise<SecretKey>
}

const PURPOSE = /^[a-z][a-z0-9-]{1,40}$/
const FILE = /^([a-z][a-z0-9-]{1,40})\.(\d{4})\.key$/

/** The purposes the platform needs from its first start. */
export const PURPOSES = ['seal', 'nik-hash', 'files', 'journal-sign', 'session'] as const

class FolderKeyRing implements KeyRing {
  readonly #keys = new Map<string, SecretKey[]>()
  constructor(readonly folder: string) {}

  async load(): Promise<void> {
    for (const name of (await readdir(this.folder)).sort().reverse()) {
      const [, purpose, id] = FILE.exec(name) ?? []
      if (purpose === undefined || id === undefined) continue
      const path = join(this.folder, name)
      await assertPrivate(path)
      const bytes = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
      if (bytes.length !== 32)
        throw new Error(`The key file ${path} does not hold 32 bytes in base64. Restore it from its safe copy.`)
      this.#keys.set(purpose, [...(this.#keys.get(purpose) ?? []), { id, purpose, bytes }])
    }
  }

  all(purpose: string): readonly SecretKey[] {
    return this.#keys.get(purpose) ?? []
  }

  current(purpose: string): SecretKey {
    const key = this.all(purpose)[0]
    if (key === undefined)
      throw new Error(`No key for ${purpose}. Name it in PURPOSES or call rotate('${purpose}') at the start.`)
    return key
  }

  byId(purpose: string, id: KeyId): SecretKey {
    const key = this.all(purpose).find((one) => one.id === id)
    if (key === undefined)
      throw new Error(
        `The key ${purpose}.${id} is not in ${this.folder}. Restore the folder of keys that belongs to this data.`,
      )
    return key
  }

  async rotate(purpose: string): Promise<SecretKey> {
    if (!PURPOSE.test(purpose)) throw new Error(`Not a purpose: ${purpose}`)
    const newest = this.all(purpose)[0]
    const id = String(newest === undefined ? 1 : Number(newest.id) + 1).padStart(4, '0')
    const key = { id, purpose, bytes: randomBytes(32) }
    await writePrivate(join(this.folder, `${purpose}.${id}.key`), `${key.bytes.toString('base64')}\n`)
    this.#keys.set(purpose, [key, ...this.all(purpose)])
    return key
  }
}

async function assertPrivate(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others (mode ${(mode & 0o777).toString(8)}). Run: chmod 600 ${path}`)
}

/** Whole or not at all, and on the disk before anything is sealed with it. Refuses to overwrite. */
async function writePrivate(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.new`
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    throw new Error(`${path} appeared meanwhile; another process made this key. Start again.`)
  await rename(temporary, path)
}

/** Opens the folder, making it and the first key of each purpose where missing. Throws when others can read the keys. */
export async function openKeyRing(folder: string, purposes: readonly string[] = PURPOSES): Promise<KeyRing> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (((await stat(folder)).mode & 0o077) !== 0) await chmod(folder, 0o700)
  const ring = new FolderKeyRing(folder)
  await ring.load()
  for (const purpose of purposes) if (ring.all(purpose).length === 0) await ring.rotate(purpose)
  return ring
}
