// A week of extra food as it leaves: looked at on the region's day, not on the server's.
import { expect, test } from 'vitest'
import { exchangedFood } from './records.ts'

const programme = {
  region_code: '63.11',
  pmt_id: 'p',
  child_id: 'c',
  pregnancy_id: null,
  alert_id: null,
  posyandu_id: 'melati',
  village_code: '63.11.05.2005',
  centre_id: 'x',
  reason: 'underweight',
  first_day: '2026-06-01',
  last_day: '2026-06-28',
  weeks: 4,
  days: 28,
  food: 'local',
  money: 'dak',
  by_guideline: true,
  partner: null,
  partner_other: null,
  cycle: 1,
  start_weight_g: null,
  start_arm_tenth_mm: null,
  end_arm_tenth_mm: null,
  category_before: null,
  category_after: null,
  state: 'running',
  ended_on: null,
  result: null,
  edition: 'pmt-2023',
} as const
const written = (at: string) =>
  exchangedFood(
    programme,
    {
      region_code: '63.11',
      pmt_id: 'p',
      week: 1,
      given: [true, true, true, false, false, false, false],
      days_eaten: null,
      weight_g: null,
      length_tenth_mm: null,
      position: null,
      arm_tenth_mm: null,
      ill: null,
      next_step: 'continue',
      recorded_by: 'a',
      recorded_at: new Date(at),
    },
    'Asia/Makassar',
  ).monitoredOn

test('seven in the morning in Balangan is that day, though the evening before elsewhere', () => {
  expect(written('2026-06-03T23:00:00Z')).toBe('2026-06-04')
  expect(written('2026-06-04T02:00:00Z')).toBe('2026-06-04')
  expect(written('2026-06-20T02:00:00Z')).toBe('2026-06-07')
})
