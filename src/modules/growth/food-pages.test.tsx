import { expect, test } from 'vitest'
import type { PmtView } from './alert-port.ts'
import { FoodPage } from './food-pages.tsx'

const view: PmtView & { readonly mayWrite: boolean } = {
  pmtId: 'x',
  childName: 'Anak Contoh',
  reason: { id: 'Berat kurang', en: 'Underweight' },
  today: '2026-05-20',
  firstDay: '2026-05-04',
  lastDay: '2026-08-01',
  weeks: 13,
  week: 3,
  state: 'running',
  progress: { daysGiven: 4, daysPlanned: 90, daysEaten: 4, gainG: undefined, complete: false },
  isLengthOpen: false,
  sheet: [],
  mayWrite: true,
}

test.each(['1e309', '-1', '', '__proto__', '99999999999999999999', '1.5'])(
  'a refused week %j is shown as the present one',
  (week) => {
    const typed = { fields: { week: [week], given: ['__proto__'] }, refusals: [], tell: () => '' }
    const page = String(FoodPage({ base: '/63.11', view, language: 'id', typed }))
    expect(page).toMatch(/<select[^>]*name="week"|name="week"/)
    expect(page).not.toContain('NaN')
  },
)

test('a loss of weight is written with a minus and a thousands mark', () => {
  const lost = { ...view, progress: { ...view.progress, gainG: -1300 } }
  expect(String(FoodPage({ base: '/63.11', view: lost, language: 'id' })).replace(/<[^>]*>/g, '')).toContain('−1.300 g')
})

test('a weight far from the one before is kept, and can be said to be weighed again', () => {
  const refusals = [{ code: 'growth.pmt-weight-change' as const, at: 'weight' }]
  const typed = { fields: { week: ['3'], weight: ['6,63'] }, refusals, tell: () => 'jauh' }
  const page = String(FoodPage({ base: '/63.11', view, language: 'id', typed }))
  expect(page).toContain('value="6,63"')
  expect(page).toMatch(/<input type="checkbox" name="again"/)
  expect(String(FoodPage({ base: '/63.11', view, language: 'id' }))).not.toContain('name="again"')
})
