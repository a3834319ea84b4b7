// A definition that somebody changed where it is kept: its name is the hash of its content, so no changed letter is ever taken
// for what was published. Pure.
import { expect, it } from 'vitest'
import { readServices } from '../../src/modules/catalogue/files.ts'
import { readRevision, revisionOf } from '../../src/modules/catalogue/revision.ts'

const { hash, content } = revisionOf(readServices('services'), 'kk-split')

/** Every text and number in a value, by its path. */
function* leavesOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* leavesOf(part, [...path, key])
  else yield path
}

function withChange(path: readonly string[]): unknown {
  const copy = structuredClone(content) as unknown as Record<string, unknown>
  let at = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  const last = path.at(-1)!
  const value = at[last]
  at[last] = typeof value === 'string' ? `${value}.` : typeof value === 'number' ? value + 1 : !value
  return copy
}

it('is not read under its name, whichever part was changed', () => {
  expect(readRevision(content, hash)?.hash).toBe(hash)
  const leaves = [...leavesOf(content)]
  expect(leaves.length).toBeGreaterThan(300)
  const taken = leaves.filter((_, index) => index % 7 === 0).filter((path) => readRevision(withChange(path), hash))
  expect(taken).toEqual([])
})

it('nor with a part more or a part less', () => {
  for (const part of ['service', 'groups', 'processes', 'notices', 'templates', 'examples'])
    expect(readRevision({ ...content, [part]: undefined }, hash), part).toBeUndefined()
  const more = { ...content, groups: { ...content.groups, more: {} } }
  expect(readRevision(more, hash)).toBeUndefined()
})
