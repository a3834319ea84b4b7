// What stands of a returned file: papers need another paper, answers may be sent again as they are.
import { expect, test } from 'vitest'
import { standingFaults } from './repair-rules.ts'

const day = (n: number) => new Date(Date.UTC(2026, 3, n))
const fault = (place: string, reason: string, repaired: Date | null = null) => ({
  place,
  reason,
  repaired_at: repaired,
  created_at: day(10),
})
const documents = [{ document: { id: 'letter' }, alternatives: [{ id: 'statement' }] }]
const upload = (document_id: string, n: number) => ({ document_id, created_at: day(n) })

test('a paper that could not be read stands until another one is there, or what may stand for it', () => {
  const faults = [fault('letter', 'unreadable')]
  expect(standingFaults(faults, [upload('letter', 9)], documents)).toEqual(faults)
  expect(standingFaults(faults, [upload('letter', 9), upload('letter', 11)], documents)).toEqual([])
  expect(standingFaults(faults, [upload('statement', 11)], documents)).toEqual([])
  expect(standingFaults(faults, [upload('other', 11)], documents)).toEqual(faults)
})

test('an answer, what differs from the register, and what was repaired before stand in nobody’s way', () => {
  const faults = [
    fault('name', 'unreadable'),
    fault('letter', 'differs-from-register'),
    fault('letter', 'unreadable', day(11)),
  ]
  expect(standingFaults(faults, [], documents)).toEqual([])
})
