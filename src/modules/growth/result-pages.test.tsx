// What a result says about the month: never "up" beside "measure again".
import { expect, test } from 'vitest'
import type { MonthLine } from './posyandu-port.ts'
import { StatusLine } from './result-pages.tsx'

const lineOf = (z: number, flagged: boolean): MonthLine =>
  ({
    month: '2026-11',
    measurement: { scores: { weightForAge: { z, flagged } } },
    decision: {
      month: '2026-11',
      status: 'N',
      because: 'gain',
      ageMonths: 31,
      gainG: 20_300,
      kbmG: 200,
      edition: 'kms',
    },
    tRun: 0,
  }) as unknown as MonthLine
const told = (line: MonthLine) => String(StatusLine({ line, language: 'id' })).replace(/<[^>]*>/g, ' ')

test('a gain is told with a thousands mark', () => {
  expect(told(lineOf(-0.4, false))).toContain('Naik 20.300 gram, paling sedikit naik 200 gram.')
})

test('a weight that has to be taken again is not said to have risen', () => {
  const text = told(lineOf(9.09, true))
  expect(text).toContain('belum dinilai: timbang lagi dulu')
  expect(text).not.toContain('Naik 20')
  expect(text).not.toContain('N, naik')
})
