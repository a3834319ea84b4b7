import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { randomToken } from '../../kernel/id.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { SealBroken } from '../../platform/secrets/seal.ts'
import { hashToken, type SealedAnswer, waitingRoomOf } from './waiting-room.ts'

const ring = memoryKeyRing()
const room = waitingRoomOf(ring, '63.11')
const answer = (comment = ''): SealedAnswer => ({
  tokenHash: hashToken(randomToken(randomBytes)),
  service: 'birth-wni',
  channel: 'web',
  minute: 29_000_000,
  device: 'd',
  lastDay: false,
  answers: [4, 3, null, 4, 3, 4, 4, 3, 3],
  about: { sex: 'P' },
  extras: {},
  comment,
})

describe('waiting room', () => {
  it('gives back what was sealed, and two sealings of the same answer share nothing', () => {
    const one = answer('Antre lama, kursi sedikit.')
    const [a, b] = [room.seal('p1', one), room.seal('p1', one)]
    expect(room.open('p1', a)).toEqual(one)
    expect(Buffer.compare(a, b)).not.toBe(0)
    expect(Buffer.from(a).includes(Buffer.from('Antre'))).toBe(false)
  })

  it('has one length for every answer: no comment, and 1,000 signs of four bytes', () => {
    const lengths = ['', 'x', '𒀀'.repeat(1000), '"\n'.repeat(500)].map(
      (comment) => room.seal('p1', answer(comment)).length,
    )
    expect(new Set(lengths).size).toBe(1)
    expect(() => room.seal('p1', answer('𒀀'.repeat(2100)))).toThrow(/does not fit/)
  })

  it('opens for its own region and period only', () => {
    const sealed = room.seal('p1', answer())
    expect(() => room.open('p2', sealed)).toThrow(SealBroken)
    expect(() => waitingRoomOf(ring, '63.09').open('p1', sealed)).toThrow(SealBroken)
    expect(() => waitingRoomOf(memoryKeyRing('other'), '63.11').open('p1', sealed)).toThrow(SealBroken)
  })

  it('names the place of a token so that only the key finds it again', () => {
    const hash = hashToken('AAAABBBBCCCCDDDDEEEEFFFF22')
    expect(room.place('p1', hash)).toBe(room.place('p1', hash))
    expect(room.place('p2', hash)).not.toBe(room.place('p1', hash))
    expect(waitingRoomOf(memoryKeyRing('other'), '63.11').place('p1', hash)).not.toBe(room.place('p1', hash))
  })

  it('keeps a token for its reminder, bound to its case', () => {
    const token = randomToken(randomBytes)
    const sealed = room.sealToken('case-1', token)
    expect(room.openToken('case-1', sealed)).toBe(token)
    expect(() => room.openToken('case-2', sealed)).toThrow(SealBroken)
  })
})
