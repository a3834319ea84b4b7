// Who may confirm what somebody drafted.
import { expect, test } from 'vitest'
import { standingOf } from './two-person-editions.ts'

test('only somebody else confirms a draft; what is done or dropped asks nobody', () => {
  const row = (state: 'drafted' | 'confirmed' | 'dropped') => ({ state, drafted_by: 'a' })
  expect(standingOf(undefined, 'b')).toBe('unknown')
  expect(standingOf(row('dropped'), 'b')).toBe('unknown')
  expect(standingOf(row('confirmed'), 'a')).toBe('done')
  expect(standingOf(row('drafted'), 'a')).toBe('own-draft')
  expect(standingOf(row('drafted'), 'b')).toBe('nothing')
})
