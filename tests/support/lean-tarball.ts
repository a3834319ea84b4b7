// The tarball of an embedded database without the two databases that PostgreSQL only copies new ones from: a third of its files, and
// files are what opening one costs. Must stay true: for tests alone; nothing of the database that is opened is left out.
const BLOCK = 512
/** Folders of template1 and template0: their numbers are PostgreSQL's own and never change. */
const TEMPLATES = /(?:^|\/)base\/[14]\/./

const text = (header: Buffer, from: number, length: number): string =>
  header.toString('utf8', from, from + length).split('\0', 1)[0] ?? ''

/** An unpacked tarball without the files of the templates. */
export function withoutTemplates(tar: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8) || 0
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (!TEMPLATES.test(text(tar, at, 100))) kept.push(tar.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}
