// Keys in a folder outside the database, named by purpose, each with an id. Must stay true: files of mode 600 in a
// folder of mode 700, else the start stops; new things use the newest key of a purpose that has begun, older keys still open
// what they sealed; a key made by another process is known to all within seconds and begins later; losing this folder means
// losing every sealed value.
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

export type KeyId = string
export type SecretKey = {
  readonly id: KeyId
  readonly purpose: string
  readonly bytes: Buffer
  readonly madeAt?: Date
  /** Before this instant the key opens and finds, but seals nothing: every process must know it first. */
  readonly from?: Date
}

/** The keys of one purpose: the current one first. */
export interface KeyRing {
  /** The key that new values use. Makes the first one of a purpose that has none yet. */
  current(purpose: string): SecretKey
  /** A key by its id; throws when it is not in the folder. */
  byId(purpose: string, id: KeyId): SecretKey
  /** All keys of a purpose, newest first; also those that have not begun. */
  all(purpose: string): readonly SecretKey[]
  /** Makes a new key, current at once or from an instant on; the older ones stay. */
  rotate(purpose: string, from?: Date): Promise<SecretKey>
  /** Takes an older key away for good. Throws for the current one and for one that has not begun. */
  remove(purpose: string, id: KeyId): Promise<void>
}

const PURPOSE = /^[a-z][a-z0-9-]{1,40}$/
const FILE = /^([a-z][a-z0-9-]{1,40})\.(\d{4})\.key$/

/** The purposes the platform needs from its first start. */
export const PURPOSES = ['seal', 'nik-hash', 'files', 'journal-sign', 'session'] as const

/** How often another process may have made a key without this one knowing. */
export const LOOK_MS = 2000

class FolderKeyRing implements KeyRing {
  #keys = new Map<string, SecretKey[]>()
  #changedMs = 0
  #lookedMs = 0
  constructor(readonly folder: string) {}

  load(): void {
    const keys = new Map<string, SecretKey[]>()
    this.#changedMs = statSync(this.folder).mtimeMs
    for (const name of readdirSync(this.folder).sort().reverse()) {
      const [, purpose, id] = FILE.exec(name) ?? []
      if (purpose === undefined || id === undefined) continue
      keys.set(purpose, [...(keys.get(purpose) ?? []), readKey(join(this.folder, name), purpose, id)])
    }
    this.#keys = keys
  }

  all(purpose: string): readonly SecretKey[] {
    const now = Date.now()
    if (now - this.#lookedMs >= LOOK_MS) {
      this.#lookedMs = now
      if (statSync(this.folder, { throwIfNoEntry: false })?.mtimeMs !== this.#changedMs) this.#reload()
    }
    return this.#keys.get(purpose) ?? []
  }

  /** A folder that is away for a moment (a copy under way) does not take the known keys away. */
  #reload(): void {
    try {
      this.load()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
    }
  }

  current(purpose: string): SecretKey {
    const keys = this.all(purpose)
    const now = Date.now()
    const key = keys.find((one) => one.from === undefined || one.from.getTime() <= now) ?? keys.at(-1)
    if (key === undefined)
      throw new Error(`No key for ${purpose}. Name it in PURPOSES or call rotate('${purpose}') at the start.`)
    return key
  }

  byId(purpose: string, id: KeyId): SecretKey {
    const find = () => this.all(purpose).find((one) => one.id === id)
    let key = find()
    if (key === undefined) {
      this.#reload()
      key = find()
    }
    if (key === undefined)
      throw new Error(
        `The key ${purpose}.${id} is not in ${this.folder}. Restore the folder of keys that belongs to this data.`,
      )
    return key
  }

  async rotate(purpose: string, from?: Date): Promise<SecretKey> {
    if (!PURPOSE.test(purpose)) throw new Error(`Not a purpose: ${purpose}`)
    const newest = this.all(purpose)[0]
    const id = String(newest === undefined ? 1 : Number(newest.id) + 1).padStart(4, '0')
    const bytes = randomBytes(32)
    const begins = from === undefined ? '' : `from ${from.toISOString()}\n`
    await writePrivate(join(this.folder, `${purpose}.${id}.key`), `${bytes.toString('base64')}\n${begins}`)
    this.load()
    return this.byId(purpose, id)
  }

  async remove(purpose: string, id: KeyId): Promise<void> {
    const key = this.byId(purpose, id)
    assertOlder(this, key.purpose, key.id)
    await unlink(join(this.folder, `${key.purpose}.${key.id}.key`))
    this.load()
  }
}

function assertOlder(ring: KeyRing, purpose: string, id: KeyId): void {
  if (id >= ring.current(purpose).id) throw new Error(`The key ${purpose}.${id} is not an older one.`)
}

/** First line: 32 bytes in base64. Second line, where another process had to learn of it first: when it begins. */
function readKey(path: string, purpose: string, id: string): SecretKey {
  const { mode, mtime } = statSync(path)
  assertPrivate(path, mode)
  const [first = '', second = ''] = readFileSync(path, 'utf8').trim().split('\n')
  const bytes = Buffer.from(first.trim(), 'base64')
  const from = new Date(second.replace(/^from /, ''))
  if (bytes.length !== 32 || (second !== '' && Number.isNaN(from.getTime())))
    throw new Error(`The key file ${path} does not hold 32 bytes in base64. Restore it from its safe copy.`)
  return { id, purpose, bytes, madeAt: mtime, ...(second === '' ? {} : { from }) }
}

function assertPrivate(path: string, mode: number): void {
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
  ring.load()
  for (const purpose of purposes) if (ring.all(purpose).length === 0) await ring.rotate(purpose)
  return ring
}
