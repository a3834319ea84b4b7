import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { randomToken } from '../../kernel/id.ts'
import { createWaitingRoom, hashToken, type SealedAnswer } from './waiting-room.ts'

const room = createWaitingRoom(randomBytes(32))
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
    const [a, b] = [room.seal('63.11', 'p1', one), room.seal('63.11', 'p1', one)]
    expect(room.open('63.11', 'p1', a)).toEqual(one)
    expect(Buffer.compare(a, b)).not.toBe(0)
    expect(Buffer.from(a).includes(Buffer.from('Antre'))).toBe(false)
  })

  it('has one length for every answer: none, and 1,000 signs of four bytes', () => {
    const lengths = ['', 'x', '𒀀'.repeat(1000), '"\n'.repeat(500)].map(
      (comment) => room.seal('63.11', 'p1', answer(comment)).length,
    )
    expect(new Set(lengths).size).toBe(1)
    expect(() => room.seal('63.11', 'p1', answer('𒀀'.repeat(2100)))).toThrow(/does not fit/)
  })

  it('opens for its own region and period only, unchanged, and with the right key', () => {
    const sealed = room.seal('63.11', 'p1', answer())
    expect(() => room.open('63.11', 'p2', sealed)).toThrow()
    expect(() => room.open('63.09', 'p1', sealed)).toThrow()
    expect(() => createWaitingRoom(randomBytes(32)).open('63.11', 'p1', sealed)).toThrow()
    const changed = Buffer.from(sealed)
    changed[40]! ^= 1
    expect(() => room.open('63.11', 'p1', changed)).toThrow()
  })

  it('names the place of a token so that only the key finds it again', () => {
    const hash = hashToken('AAAABBBBCCCCDDDDEEEEFFFF22')
    expect(room.place('63.11', 'p1', hash)).toEqual(room.place('63.11', 'p1', hash))
    expect(room.place('63.11', 'p2', hash)).not.toEqual(room.place('63.11', 'p1', hash))
    expect(createWaitingRoom(randomBytes(32)).place('63.11', 'p1', hash)).not.toEqual(room.place('63.11', 'p1', hash))
  })

  it('keeps a token for its reminder, bound to its case', () => {
    const token = randomToken(randomBytes)
    const sealed = room.sealToken('63.11', 'case-1', token)
    expect(room.openToken('63.11', 'case-1', sealed)).toBe(token)
    expect(() => room.openToken('63.11', 'case-2', sealed)).toThrow()
  })

  it('refuses a key of the wrong size', () => {
    expect(() => createWaitingRoom(randomBytes(16))).toThrow(RangeError)
  })
})
