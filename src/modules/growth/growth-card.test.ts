// The card of a child past two years: the first two years come along, figures stand below each other.
import { expect, test } from 'vitest'
import { chartOf } from './chart-section.tsx'
import { chartsOfCard, lastSix } from './growth-card.ts'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import { judgeMeasurement } from './rules/measurement.ts'

const birthDate = '2024-01-10'
const line = (date: string, weightG: number, lengthHeightTenthMm?: number): MonthLine => ({
  month: date.slice(0, 7),
  tRun: 0,
  categories: {},
  measurement: {
    ...judgeMeasurement(
      { sex: 2, birthDate },
      {
        id: date,
        date,
        place: 'posyandu',
        verified: true,
        weightG,
        ...(lengthHeightTenthMm === undefined ? {} : { lengthHeightTenthMm, position: 'l' as const }),
      },
    ),
    childId: 'c',
    posyanduId: 'melati',
    villageCode: '63.11.06.1023',
    facts: {},
    findings: [],
    measurer: 'a',
    state: 'verified',
    recordedAt: new Date(0),
  },
})
const months = [line('2025-12-10', 9600, 7800), line('2026-02-10', 10_250), line('2026-03-10', 10_455, 8225)]
const child = (ageDays: number) => ({ ageDays }) as ChildHead

test('past two years the card holds both halves, before only the first', () => {
  expect(chartsOfCard(child(790), months)).toEqual([
    { indicator: 'weightForAge', panel: '24-60' },
    { indicator: 'lengthForAge', panel: '24-60' },
    { indicator: 'weightForLength', panel: '24-60' },
    { indicator: 'bmiForAge', panel: '24-60' },
    { indicator: 'weightForAge', panel: '0-24' },
    { indicator: 'lengthForAge', panel: '0-24' },
  ])
  expect(new Set(chartsOfCard(child(700), months.slice(0, 1)).map(({ panel }) => panel))).toEqual(new Set(['0-24']))
})

test('the last weighings have as many decimals as their column, more only when more was read', () => {
  expect(lastSix(months, 'id').map(({ weight, length }) => [weight, length])).toEqual([
    ['10,455\u00a0kg', '82,25\u00a0cm'],
    ['10,25\u00a0kg', '–'],
    ['9,60\u00a0kg', '78,0\u00a0cm'],
  ])
})

test('a chart is chosen by its name, with a half or without; anything else is weight', () => {
  expect(chartOf('lengthForAge.0-24')).toEqual({ indicator: 'lengthForAge', panel: '0-24' })
  expect(chartOf('lengthForAge')).toEqual({ indicator: 'lengthForAge' })
  expect(chartOf("'; --.9")).toEqual({ indicator: 'weightForAge' })
})
