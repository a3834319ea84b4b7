// Opens an embedded database in memory from an unpacked tarball. PGlite's own way asks for every folder on the path of every file
// and makes room for 128 MB of pages: half the processor's time of opening one. Must stay true: what is opened is a copy, the tarball stays
// as it was, and PostgreSQL behaves as in the product (only its page cache is smaller).
import { MemoryFS, PGlite } from '@electric-sql/pglite'
import { type Entry, entriesOf } from './lean-tarball.ts'

/** Where PGlite looks for the files of its database. */
const DATA = '/pglite/data'
const FOLDER = 0o40777
const FILE = 0o100666
const PAGE_CACHE = ['-c', 'shared_buffers=32MB']

/** What files in memory look like inside Emscripten, as far as we touch them; its types leave this out. */
type Node = {
  contents: Uint8Array | Record<string, Node> | null
  usedBytes: number
  readonly node_ops: { mknod(parent: Node, name: string, mode: number, device: number): Node }
}
type Files = { mkdirTree(path: string): void; lookupPath(path: string): { readonly node: Node } }

/** The entries of a tarball that many databases are opened from are found once. */
const known = new WeakMap<Uint8Array, readonly Entry[]>()

function entries(tar: Uint8Array<ArrayBuffer>): readonly Entry[] {
  const found = known.get(tar) ?? entriesOf(Buffer.from(tar.buffer, tar.byteOffset, tar.byteLength))
  known.set(tar, found)
  return found
}

class FilledMemory extends MemoryFS {
  readonly #tar: Uint8Array<ArrayBuffer>
  constructor(tar: Uint8Array<ArrayBuffer>) {
    super()
    this.#tar = tar
  }

  override async initialSyncFs(): Promise<void> {
    const files = this.pg!.Module.FS as unknown as Files
    files.mkdirTree(DATA)
    const folders = new Map([['', files.lookupPath(DATA).node]])
    // One copy for all files: each is a piece of it until it grows.
    const own = this.#tar.slice()
    for (const { path, isFolder, from, to } of entries(this.#tar)) {
      const slash = path.lastIndexOf('/')
      const parent = folders.get(slash < 0 ? '' : path.slice(0, slash))
      if (parent === undefined) throw new Error(`The tarball has ${path} before its folder`)
      const node = parent.node_ops.mknod(parent, path.slice(slash + 1), isFolder ? FOLDER : FILE, 0)
      if (isFolder) folders.set(path, node)
      else if (to > from) Object.assign(node, { contents: own.subarray(from, to), usedBytes: to - from })
    }
  }
}

/** A database of its own, in memory, that begins with what the tarball holds. */
export function openFilled(tar: Uint8Array<ArrayBuffer>): Promise<PGlite> {
  return PGlite.create({ fs: new FilledMemory(tar), startParams: [...PGlite.defaultStartParams, ...PAGE_CACHE] })
}
