// Where uploads and issued documents lie: by the hash of their bytes, in a folder or in S3. Must stay true: bytes are
// in the store before the row that names them is committed; a file is whole or not there; the same bytes lie once for
// each region; with a key ring they are sealed at rest.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Text } from '../../kernel/text.ts'
import { refusals } from './refusals.ts'

/** Bytes under a name; names are made by the file store, not by people. Every operation may be repeated. */
export interface ByteStore {
  put(name: string, bytes: Buffer): Promise<void>
  /** Undefined when nothing lies there. */
  get(name: string): Promise<Buffer | undefined>
  has(name: string): Promise<boolean>
  remove(name: string): Promise<void>
  /** Names that start with `prefix`, with the time of writing, in no order. */
  list(prefix: string): AsyncIterable<{ name: string; writtenAt: Date }>
}

/** The store could not take the file. */
export class FilesUnavailable extends Error {
  override readonly name = 'FilesUnavailable'
  readonly code: 'files-full' | 'files-lost'
  readonly text: Text
  constructor(reason: 'full' | 'lost', cause: unknown) {
    super(`files ${reason}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.code = `files-${reason}`
    this.text = refusals[this.code].text
  }
}

/** Reads a stream to its end; undefined when it holds more than `limitBytes` (the rest is not read). */
export async function readLimited(
  stream: Readable | AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limitBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** SHA-256 in hex: the name of a content. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
