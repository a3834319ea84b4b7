// The worked examples as a health worker reads them on a page.
import { expect, test } from 'vitest'
import type { Measurement } from './rules/measurement.ts'
import { judgeMeasurement } from './rules/measurement.ts'
import { scoreTexts, usedLengthText } from './score-words.ts'
import type { Sex } from './zscores.ts'

const judged = (sex: Sex, birthDate: string, figures: Partial<Measurement>) =>
  judgeMeasurement({ sex, birthDate }, { id: 'a', date: '2026-11-23', place: 'posyandu', verified: false, ...figures })

test('the boy of 548 days: three scores with a true minus and the names of his position', () => {
  const boy = judged(1, '2025-05-24', { weightG: 7200, lengthHeightTenthMm: 7450, position: 'l' })
  expect(scoreTexts(boy, 'id').slice(0, 3)).toEqual(['BB/U\u00a0−3,68', 'PB/U\u00a0−2,88', 'BB/PB\u00a0−3,35'])
  expect(scoreTexts(boy, 'en')[1]).toBe('HAZ\u00a0−2.88')
  expect(usedLengthText(boy, 'id')).toBeUndefined()
})

test('the 0.7 cm at 24 months is told: 80.3 standing is 81 lying, 82.25 lying is 81.55 standing', () => {
  const boy = judged(1, '2024-11-23', { lengthHeightTenthMm: 8030, position: 'h' })
  expect(scoreTexts(boy, 'id')).toEqual(['PB/U\u00a0−2,23'])
  expect(usedLengthText(boy, 'id')).toBe('Dihitung dengan 81 cm terlentang.')
  const girl = judged(2, '2024-11-22', { lengthHeightTenthMm: 8225, position: 'l' })
  expect(scoreTexts(girl, 'id')).toEqual(['TB/U\u00a0−1,30'])
  expect(usedLengthText(girl, 'en')).toBe('Worked out with 81.55 cm standing.')
})

test('with oedema there is no score of weight; a flagged one says to measure again', () => {
  const girl = judged(2, '2025-11-23', { weightG: 8000, lengthHeightTenthMm: 6840, position: 'l', oedema: 2 })
  expect(scoreTexts(girl, 'id')).toEqual(['PB/U\u00a0−2,18'])
  expect(scoreTexts(judged(2, '2025-11-23', { weightG: 40_000 }), 'id')[0]).toMatch(/^BB\/U\s.+ \(ukur ulang\)$/)
})
