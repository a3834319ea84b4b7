// Three parts of hospital care: empty, whole, partly, wrong, outside the guide.
import { expect, test } from 'vitest'
import { outsideGuide, readHospitalCare, type TypedCare } from './hospital-care.ts'

const typed = (more: Partial<TypedCare> = {}): TypedCare => ({
  pkmk: '',
  pkmkRatio: '',
  sleep: '',
  activityMinutes: '',
  activityDays: '',
  activity: '',
  ...more,
})
const codes = (more: Partial<TypedCare>) => {
  const read = readHospitalCare(typed(more))
  return read.ok ? [] : read.refusals.map(({ code, at }) => `${code}@${at}`)
}

test('nothing, one part, all parts', () => {
  expect(readHospitalCare(typed({ sleep: '  ' }))).toEqual({ ok: true, value: undefined })
  expect(readHospitalCare(typed({ sleep: "21.00 🌙 '; --" }))).toEqual({ ok: true, value: { sleep: "21.00 🌙 '; --" } })
  expect(
    readHospitalCare(typed({ pkmk: 'ONS 3 x 100 ml', pkmkRatio: '12,5', activityMinutes: '45', activityDays: '4' })),
  ).toEqual({
    ok: true,
    value: { food: { words: 'ONS 3 x 100 ml', ratioTenths: 125 }, activity: { minutes: 45, days: 4 } },
  })
})

test('faults at their boxes, all at once', () => {
  expect(codes({ pkmk: 'x'.repeat(10_000), pkmkRatio: 'abc', activity: 'lari', activityDays: '8' })).toEqual([
    'growth.care-words@pkmk',
    'growth.care-ratio@pkmkRatio',
    'growth.care-activity@activityMinutes',
    'growth.care-activity@activityDays',
  ])
  expect(codes({ pkmkRatio: '12' })).toEqual(['growth.care-ratio@pkmk'])
})

test.each([
  [{ food: { words: 'a', ratioTenths: 100 }, activity: { minutes: 30, days: 3 } }, []],
  [{ food: { words: 'a', ratioTenths: 150 }, activity: { minutes: 60, days: 5 } }, []],
  [{ food: { words: 'a', ratioTenths: 99 } }, ['ratio']],
  [{ activity: { minutes: 61, days: 2 } }, ['minutes', 'days']],
])('%j outside the guide: %j', (care, wanted) => {
  expect(outsideGuide(care)).toEqual(wanted)
})
