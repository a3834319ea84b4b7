import { expect, test } from 'vitest'
import { bandText, scoreBand } from './score-band.ts'

const text = (told: number, step: number, grade: string | null) => bandText(scoreBand(told, step, grade), 'id')

test('the same rounded score of two grades is told as two ranges', () => {
  expect(text(60, 200, 'C')).toBe('60 – 70')
  expect(text(60, 200, 'D')).toBe('50 – 60')
  expect(text(100, 200, 'A')).toBe('90 – 100')
  expect(text(80, 200, 'C')).toBe('70 – 75')
  expect(text(0, 200, 'D')).toBe('0 – 10')
  expect(text(75, 50, 'B')).toBe('75 – 77,5')
})

test('a score that gives nobody away is told as it is, and a scale of another kind by its rounded score', () => {
  expect(text(59.9, 1, 'D')).toBe('59,9')
  expect(bandText(scoreBand(60, 1, 'C'), 'en')).toBe('60.0')
  expect(text(20, 100, 'A')).toBe('20,0')
})

test('a village without a grade is told by its step alone', () => {
  expect(text(60, 100, null)).toBe('55 – 65')
  expect(text(98, 100, null)).toBe('93 – 100')
  expect(text(60, 1, null)).toBe('60,0')
})
