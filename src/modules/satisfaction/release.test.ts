import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRelease, isTooFew, type StoredCounts, shuffled, type WaitingAnswer } from './release.ts'

const NONE: StoredCounts = { byService: {}, unnamed: 0 }
const waiting = (service: string, n: number, minute = 0): WaitingAnswer[] =>
  Array.from({ length: n }, (_, i) => ({ id: `${service}${i}`, service, minute }))
const decide = (answers: WaitingAnswer[], stored = NONE, now = 100) => decideRelease(answers, stored, now, 15, false)
const close = (answers: WaitingAnswer[], stored = NONE) => decideRelease(answers, stored, 100, 15, true)

describe('release of waiting answers', () => {
  it('waits for five of one service', () => {
    expect(decide(waiting('birth', 4))).toBeUndefined()
    expect(decide([...waiting('birth', 4), ...waiting('death', 4)])).toBeUndefined()
    const five = decide([...waiting('birth', 5), ...waiting('death', 4)])
    expect(five?.ids).toHaveLength(5)
    expect(five?.ids.every((id) => id.startsWith('birth'))).toBe(true)
  })

  it('holds answers of the last minutes, so that a burst is seen whole', () => {
    expect(decide(waiting('birth', 5, 90))).toBeUndefined()
    expect(decide([...waiting('birth', 5, 85), { id: 'late', service: 'birth', minute: 86 }])?.ids).toHaveLength(5)
  })

  it('waits for a twentieth of what is stored, so that writing anew stays cheap', () => {
    const stored = { byService: { birth: 200 }, unnamed: 0 }
    expect(decide(waiting('birth', 9), stored)).toBeUndefined()
    expect(decide(waiting('birth', 10), stored)?.ids).toHaveLength(10)
  })

  it('lets everything go at the closing, rare services without their name', () => {
    const release = close([...waiting('birth', 7), ...waiting('death', 3), ...waiting('move', 2)])
    expect(release?.ids).toHaveLength(12)
    expect([...release!.named]).toEqual(['birth'])
    expect(release!.unnamed).toEqual(new Set(['death0', 'death1', 'death2', 'move0', 'move1']))
  })

  it('lets the smallest named service join when one to four answers would stand alone', () => {
    const release = close([...waiting('birth', 7), ...waiting('death', 2)], {
      byService: { move: 6, birth: 20 },
      unnamed: 0,
    })
    expect([...release!.named]).toEqual(['birth'])
    const only = close([...waiting('birth', 7), ...waiting('death', 2)])
    expect([...only!.named]).toEqual([])
    expect(only!.unnamed.size).toBe(9)
  })

  it('does not store a period with fewer than five answers', () => {
    expect(isTooFew(4, NONE)).toBe(true)
    expect(isTooFew(5, NONE)).toBe(false)
    expect(isTooFew(0, { byService: { birth: 5 }, unnamed: 0 })).toBe(false)
  })

  it('never leaves a group of one to four, whatever comes', () => {
    const service = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(service, fc.integer({ min: 0, max: 100 })), { maxLength: 60 }),
        fc.boolean(),
        (list, closing) => {
          const answers = list.map(([s, minute], i) => ({ id: String(i), service: s, minute }))
          const release = decideRelease(answers, NONE, 100, 15, closing)
          if (!release) return
          const sizes = new Map<string, number>()
          for (const id of release.ids) {
            const group = release.unnamed.has(id) ? '' : answers[Number(id)]!.service
            if (group !== '') expect(release.named.has(group)).toBe(true)
            sizes.set(group, (sizes.get(group) ?? 0) + 1)
          }
          const smallest = Math.min(...sizes.values())
          if (closing) expect(release.ids).toHaveLength(answers.length)
          expect(smallest >= 5 || (closing && answers.length < 5)).toBe(true)
        },
      ),
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
