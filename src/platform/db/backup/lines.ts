// Files of lines, compressed, written and read one after the other. Must stay true: memory stays small however long
// the file; the hash is that of the bytes on the disk.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip, createGzip } from 'node:zlib'

export type LineWriter = {
  write(lines: readonly string[]): Promise<void>
  end(): Promise<{ rows: number; sha256: string }>
}

export function writeLines(path: string): LineWriter {
  const hash = createHash('sha256')
  const gzip = createGzip({ level: 6 })
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  gzip.on('data', (chunk: Buffer) => hash.update(chunk))
  gzip.pipe(file)
  const closed = Promise.race([
    once(file, 'close'),
    once(file, 'error').then(([error]) => {
      throw error
    }),
  ])
  // The fault is thrown where it is awaited; this only keeps it from being called unhandled until then.
  closed.catch(() => {})
  let rows = 0
  return {
    async write(lines) {
      if (lines.length === 0) return
      rows += lines.length
      if (!gzip.write(`${lines.join('\n')}\n`)) await Promise.race([once(gzip, 'drain'), closed])
    },
    async end() {
      gzip.end()
      await closed
      return { rows, sha256: hash.digest('hex') }
    },
  }
}

/** The lines of a file, in pages of at most `most` lines and about a megabyte. */
export async function* readLines(path: string, most = 1000): AsyncGenerator<string[]> {
  let page: string[] = []
  let size = 0
  for await (const line of createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    page.push(line)
    size += line.length
    if (page.length < most && size < 1_000_000) continue
    yield page
    page = []
    size = 0
  }
  if (page.length > 0) yield page
}
