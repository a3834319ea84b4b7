import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRelease, isTooFew, shuffled, type WaitingAnswer } from './release.ts'

const waiting = (service: string, n: number, minute = 0): WaitingAnswer[] =>
  Array.from({ length: n }, (_, i) => ({ id: `${service}${i}`, service, minute }))
const decide = (answers: WaitingAnswer[], stored = 0, now = 100) => decideRelease(answers, stored, now, 15, false)
const close = (answers: WaitingAnswer[], stored = 0) => decideRelease(answers, stored, 100, 15, true)

describe('release of waiting answers', () => {
  it('waits for five of one service, with five more that stay behind', () => {
    expect(decide(waiting('birth', 4))).toBeUndefined()
    expect(decide([...waiting('birth', 4), ...waiting('death', 4), ...waiting('move', 4)])).toBeUndefined()
    expect(decide(waiting('birth', 9))).toBeUndefined()
    expect(decide(waiting('birth', 10))?.ids).toHaveLength(5)
    const five = decide([...waiting('birth', 5), ...waiting('death', 4), ...waiting('move', 1)])
    expect([...five!.ids].sort()).toEqual(['birth0', 'birth1', 'birth2', 'birth3', 'birth4'])
  })

  it('holds answers of the last minutes, so that a burst is seen whole', () => {
    expect(decide([...waiting('birth', 5, 90), ...waiting('death', 5, 90)])).toBeUndefined()
    expect(decide([...waiting('birth', 5, 85), ...waiting('birth', 5, 86)])?.ids).toHaveLength(5)
  })

  it('waits for a twentieth of what is stored, so that writing anew stays cheap', () => {
    expect(decide(waiting('birth', 14), 200)).toBeUndefined()
    expect(decide(waiting('birth', 15), 200)?.ids).toHaveLength(10)
  })

  it('lets everything go at the closing, rare services without their name', () => {
    const release = close([...waiting('birth', 7), ...waiting('death', 3), ...waiting('move', 2)])
    expect(release?.ids).toHaveLength(12)
    expect(release!.unnamed).toEqual(new Set(['death0', 'death1', 'death2', 'move0', 'move1']))
  })

  it('gives company to one to four answers without a service', () => {
    const release = close([...waiting('birth', 9), ...waiting('move', 6), ...waiting('death', 2)], 40)
    expect(release!.unnamed.size).toBe(8)
    expect([...release!.unnamed].every((id) => !id.startsWith('birth'))).toBe(true)
    expect(close(waiting('birth', 9))!.unnamed.size).toBe(0)
  })

  it('does not store a period with fewer than five answers', () => {
    expect([isTooFew(4, 0), isTooFew(5, 0), isTooFew(0, 5), isTooFew(1, 3)]).toEqual([true, false, false, true])
  })

  it('never leaves a group of one to four, whatever comes, seen before and after each release', () => {
    const arrivals = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 300 })), {
      minLength: 5,
      maxLength: 80,
    })
    fc.assert(
      fc.property(arrivals, fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (list, times) => {
        const answers = list.map(([service, minute], i) => ({ id: String(i), service, minute }))
        let gone = new Set<string>()
        let stored = 0
        for (const now of [...times.sort((a, b) => a - b), 1000]) {
          const here = answers.filter(({ id, minute }) => minute <= now && !gone.has(id))
          const release = decideRelease(here, stored, now, 15, now === 1000)
          if (!release) continue
          const sizes = new Map<string, number>()
          for (const id of release.ids) {
            const group = release.unnamed.has(id) ? '' : answers[Number(id)]!.service
            sizes.set(group, (sizes.get(group) ?? 0) + 1)
          }
          expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(5)
          gone = new Set([...gone, ...release.ids])
          stored += release.ids.length
        }
        expect(stored).toBe(answers.length)
      }),
    )
  })

  it('shuffles without bias: every one of 24 orders of four comes up', () => {
    const seen = new Map<string, number>()
    for (let i = 0; i < 4800; i++) {
      const order = shuffled([1, 2, 3, 4], randomInt).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(24)
    // 200 expected each; 6 standard deviations are 83.
    for (const n of seen.values()) expect(Math.abs(n - 200)).toBeLessThan(83)
  })
})
