// What lies in the tarball of an embedded database, and the same without the two databases that PostgreSQL only copies new ones
// from: a third of its files. Must stay true: for tests alone; nothing of the database that is opened is left out.
const BLOCK = 512
/** Folders of template1 and template0: their numbers are PostgreSQL's own and never change. */
const TEMPLATES = /^base\/[14]\/./

/** One file or folder; its content lies in the tarball at `from` to `to`, the whole entry from `start` to `end`. */
export type Entry = {
  readonly path: string
  readonly isFolder: boolean
  readonly start: number
  readonly from: number
  readonly to: number
  readonly end: number
}

const text = (header: Buffer, from: number, length: number): string =>
  header.toString('utf8', from, from + length).split('\0', 1)[0] ?? ''

/** The entries of an unpacked tarball, each folder before what lies in it; paths without slashes at either end. */
export function entriesOf(tar: Buffer): Entry[] {
  const found: Entry[] = []
  for (let start = 0; start + BLOCK <= tar.length; ) {
    const size = Number.parseInt(text(tar, start + 124, 12), 8) || 0
    const from = start + BLOCK
    const end = from + Math.ceil(size / BLOCK) * BLOCK
    const path = text(tar, start, 100).replace(/^\/+|\/+$/g, '')
    if (path !== '')
      found.push({ path, isFolder: text(tar, start + 156, 1) === '5', start, from, to: from + size, end })
    start = end
  }
  return found
}

/** An unpacked tarball without the files of the templates. */
export function withoutTemplates(tar: Buffer): Buffer {
  return Buffer.concat(
    entriesOf(tar)
      .filter(({ path }) => !TEMPLATES.test(path))
      .map(({ start, end }) => tar.subarray(start, end)),
  )
}
