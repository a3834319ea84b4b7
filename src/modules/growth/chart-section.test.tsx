// What stands above a chart on a page: lines without a child are never left to speak for themselves.
import { expect, test } from 'vitest'
import { CHART_INDICATORS } from './chart/geometry.ts'
import { ChartSection } from './chart-section.tsx'
import type { ChildHead } from './posyandu-port.ts'

const NOTHING = { measure: false, verify: false, pregnancies: false, alerts: false }
const child: ChildHead = {
  childId: 'c',
  name: 'Contoh',
  sex: 2,
  birthDate: '2025-02-10',
  birthExact: true,
  ageDays: 600,
  ageMonths: 19,
  posyandu: { posyanduId: 'melati', name: 'Posyandu Melati', village: 'Contoh', may: NOTHING },
  redLine: [],
}

test('a child who was never measured is told so above each chart', () => {
  for (const indicator of CHART_INDICATORS)
    expect(String(ChartSection({ child, months: [], chart: { indicator }, language: 'id' }))).toContain(
      'belum pernah diukur pada umur ini',
    )
  expect(String(ChartSection({ child, months: [], chart: { indicator: 'headForAge' }, language: 'en' }))).toContain(
    'Head: not measured at this age yet.',
  )
})
