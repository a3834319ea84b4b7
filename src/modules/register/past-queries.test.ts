// A register knows little of the years before somebody stood in it: a first recording is dated from the birth, its marriage is not.
import { describe, expect, test } from 'vitest'
import { isUnknownThen } from './past-queries.ts'

const first = { on: '1995-01-01', recordedOn: '2026-11-24', birthDate: '1990-03-17', alone: true }

describe('what the first recording says of a day before it', () => {
  test('not whether a child was married, what it worked, where it lived', () => {
    expect(isUnknownThen('maritalStatus', '2', first)).toBe(true)
    expect(isUnknownThen('occupation', 'Petani', first)).toBe(true)
    expect(isUnknownThen('villageCode', '63.11.06.2006', first)).toBe(true)
  })

  test('but name, sex and birth, that somebody had never married, and what was recorded about that day later', () => {
    expect(isUnknownThen('name', 'Siti Aminah', first)).toBe(false)
    expect(isUnknownThen('sex', 'P', first)).toBe(false)
    expect(isUnknownThen('maritalStatus', '1', first)).toBe(false)
    expect(isUnknownThen('occupation', 'Petani', { ...first, alone: false })).toBe(false)
    expect(isUnknownThen('education', undefined, first)).toBe(false)
  })

  test('from the day of the first recording everything; of a birth recorded in its first year too', () => {
    expect(isUnknownThen('maritalStatus', '2', { ...first, on: '2026-11-24' })).toBe(false)
    const born = { on: '2026-03-06', recordedOn: '2026-05-01', birthDate: '2026-03-05', alone: true }
    expect(isUnknownThen('villageCode', '63.11.06.2006', born)).toBe(false)
  })
})
