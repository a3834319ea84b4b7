import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { packagePath } from '../../../platform/paths.ts'
import { memoryKeyRing } from '../../../platform/secrets/memory-key-ring.ts'
import { type Copied, copiedHere, copiedInThread } from './copied-blocks.ts'

const ring = memoryKeyRing('blocks')
const ORDER = { region: '63.11', residents: 2300, seed: 'blocks', on: '2026-04-01', blockSize: 40 }

beforeAll(() => {
  execFileSync(process.execPath, [packagePath('tools', 'build.mjs')], { stdio: 'ignore' })
})

async function all(blocks: AsyncIterable<Copied>): Promise<Copied[]> {
  const list: Copied[] = []
  for await (const one of blocks) list.push(one)
  return list
}

test('a thread makes the same blocks as the program itself', async () => {
  const here = await all(copiedHere(ring, ORDER))
  const there = await all(copiedInThread(pathToFileURL(packagePath('dist', 'population-worker.js')), ring, ORDER))
  expect(there.length).toBe(here.length)
  expect(here.length).toBe(4)
  // Sealed values hold chance, their length does not.
  const shape = (one: Copied) =>
    'totals' in one ? one : { ...one.block, parts: one.block.parts.map(({ table, rows }) => [table, rows.length]) }
  expect(there.map(shape)).toEqual(here.map(shape))
  const words = (one: Copied | undefined) =>
    one !== undefined && 'block' in one ? Buffer.from(one.block.parts[1]?.rows ?? []).toString('hex') : ''
  expect(words(there[0])).toBe(words(here[0]))
})

test('a thread that ends before its time is heard of', async () => {
  const broken = new URL(`data:text/javascript,${encodeURIComponent("import('node:process').then((p) => p.exit(1))")}`)
  await expect(all(copiedInThread(broken, ring, ORDER))).rejects.toThrow('ended before its time')
  const faulty = new URL(`data:text/javascript,${encodeURIComponent("throw new Error('no chance left')")}`)
  await expect(all(copiedInThread(faulty, ring, ORDER))).rejects.toThrow('no chance left')
})
