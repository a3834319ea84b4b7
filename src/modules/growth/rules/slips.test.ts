// Slips at the scale: swapped boxes, slipped commas, grams for kilograms; nothing is proposed for figures that can be right.
import { expect, test } from 'vitest'
import { proposeAgeInDays, proposeSlip } from './slips.ts'

const girl = { sex: 2, ageDays: 200 } as const

test('kilograms and centimetres in each other’s box', () => {
  expect(proposeSlip(girl, { weightG: 65_500, lengthHeightTenthMm: 720 })).toEqual({
    kind: 'swapped',
    instead: { weightG: 7200, lengthHeightTenthMm: 6550 },
  })
})

test('72 for 7,2; 7200 for 7,2; 0,655 m for 65,5 cm; both at once', () => {
  const length = { lengthHeightTenthMm: 6550 }
  expect(proposeSlip(girl, { weightG: 72_000, ...length })).toEqual({ kind: 'weight', instead: { weightG: 7200 } })
  expect(proposeSlip(girl, { weightG: 7_200_000, ...length })).toEqual({ kind: 'weight', instead: { weightG: 7200 } })
  expect(proposeSlip(girl, { weightG: 7200, lengthHeightTenthMm: 66 })?.instead).toEqual({ lengthHeightTenthMm: 6600 })
  expect(proposeSlip(girl, { weightG: 72_000, lengthHeightTenthMm: 65_500 })?.kind).toBe('both')
})

test('80 after 8,0 last month is 8,0; a real child is left alone', () => {
  expect(proposeSlip({ sex: 1, ageDays: 400 }, { weightG: 80_000 }, 8000)?.instead).toEqual({ weightG: 8000 })
  expect(proposeSlip(girl, { weightG: 7200, lengthHeightTenthMm: 6550 }, 7000)).toBeUndefined()
  // Severely wasted and short, and yet possible: the worked example of a boy of 548 days.
  expect(proposeSlip({ sex: 1, ageDays: 548 }, { weightG: 7200, lengthHeightTenthMm: 7450 })).toBeUndefined()
  expect(proposeSlip(girl, {})).toBeUndefined()
})

test('120 months can only be days; 59 months can be months', () => {
  expect([proposeAgeInDays(120), proposeAgeInDays(59), proposeAgeInDays(4000)]).toEqual([120, undefined, undefined])
})
