import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { packagePath } from '../../../platform/paths.ts'
import { memoryKeyRing } from '../../../platform/secrets/memory-key-ring.ts'
import { type Copied, copiedHere, copiedInThreads } from './copied-blocks.ts'
import { TABLES } from './invention.ts'

const ring = memoryKeyRing('blocks')
const ORDER = { region: '63.11', residents: 120, seed: 'blocks', on: '2026-04-01', blockSize: 20, copiedAtOnce: 80 }

beforeAll(() => {
  execFileSync(process.execPath, [packagePath('tools', 'build.mjs')], { stdio: 'ignore' })
})

async function all(blocks: AsyncIterable<Copied>): Promise<Copied[]> {
  const list: Copied[] = []
  for await (const one of blocks) list.push(one)
  return list
}

test('threads make the same rows as the program itself', async () => {
  const program = pathToFileURL(packagePath('dist', 'population-worker.js'))
  const here = await all(copiedHere(ring, ORDER))
  const there = await all(copiedInThreads(program, ring, ORDER, 2))
  // A full block and the rest, the numbers and the totals; of each thread its rest and its numbers.
  expect(here.length).toBeGreaterThan(3)
  expect(there.length).toBeGreaterThan(4)
  expect(there.at(-1)).toEqual(here.at(-1))
  // Sealed values hold chance, words and numbers none.
  for (const table of ['person_name_word', 'number_series', 'deed_party'])
    expect(rowsOf(there, table)).toEqual(rowsOf(here, table))
  // Of the others the length.
  for (const table of TABLES) expect(bytesOf(there, table)).toBe(bytesOf(here, table))
})

const HEADER_BYTES = 19
const TRAILER_BYTES = 2

function contentsOf(blocks: readonly Copied[], table: string): Buffer[] {
  return blocks
    .flatMap((one) => ('block' in one ? one.block.parts : []))
    .filter((part) => part.table === table)
    .map(({ rows }) => Buffer.from(rows).subarray(HEADER_BYTES, -TRAILER_BYTES))
}

const bytesOf = (blocks: readonly Copied[], table: string) => Buffer.concat(contentsOf(blocks, table)).length

/** The rows of all blocks, whatever their order. */
function rowsOf(blocks: readonly Copied[], table: string): string[] {
  return contentsOf(blocks, table)
    .flatMap((bytes) => {
      const rows: string[] = []
      for (let at = 0; at < bytes.length; ) {
        const start = at
        const columns = bytes.readInt16BE(at)
        at += 2
        for (let n = 0; n < columns; n++) at += 4 + Math.max(0, bytes.readInt32BE(at))
        rows.push(bytes.toString('hex', start, at))
      }
      return rows
    })
    .sort()
}

test('a thread that ends before its time is heard of', async () => {
  const broken = new URL(`data:text/javascript,${encodeURIComponent("import('node:process').then((p) => p.exit(1))")}`)
  await expect(all(copiedInThreads(broken, ring, ORDER))).rejects.toThrow('ended before its time')
  const faulty = new URL(`data:text/javascript,${encodeURIComponent("throw new Error('no chance left')")}`)
  await expect(all(copiedInThreads(faulty, ring, ORDER))).rejects.toThrow('no chance left')
})
