// Services due, convergence of a person and a household, families at risk, ranking of villages.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../kernel/fraction.ts'
import {
  conditionsOn,
  familyServices,
  groupsOf,
  householdConvergence,
  personalConvergence,
  SERVICE_STATES,
  servicesDue,
} from './due.ts'
import { priority, risk, services } from './editions.ts'
import { periodBefore, periodName, periodOn, readPeriod } from './period.ts'
import { rankVillages } from './priority.ts'
import { judgeRisk, riskChange } from './risk.ts'

const ON = '2026-04-10'
const due = (birthDate: string, sex: 'L' | 'P' = 'P', held: readonly string[] = []) => {
  const conditions = new Set(held)
  return servicesDue(groupsOf({ sex, birthDate }, conditions, ON, services), conditions, services)
}

describe('services due', () => {
  it('follows the age in completed months', () => {
    expect(due('2025-10-11')).toContain('breastfeeding')
    expect(due('2025-10-10')).not.toContain('breastfeeding')
    expect(due('2025-10-10')).toEqual(expect.arrayContaining(['complementary-food', 'vitamin-a', 'immunisation']))
    expect(due('2024-04-10')).not.toContain('immunisation')
    expect(due('2024-04-10')).toContain('preschool')
    expect(due('2021-04-10')).toEqual([])
  })
  it('gives iron tablets to girls, not to boys, and extra food only with its condition', () => {
    expect(due('2012-01-01')).toEqual(['ttd-girl'])
    expect(due('2012-01-01', 'L')).toEqual([])
    expect(due('1998-01-01', 'P', ['pregnant'])).not.toContain('kek-food')
    expect(due('1998-01-01', 'P', ['pregnant', 'kek'])).toContain('kek-food')
  })
  it('a condition ends when someone says so, and by itself', () => {
    const held = (from: string, until?: string) => [
      ...conditionsOn([{ code: 'pregnant', from, ...(until === undefined ? {} : { until }) }], ON, services),
    ]
    expect(held('2026-01-01')).toEqual(['pregnant'])
    expect(held('2026-01-01', '2026-04-10')).toEqual([])
    expect(held('2025-01-01')).toEqual([])
    expect(held('2026-04-11')).toEqual([])
  })
  it('families: what no one knows is unknown, what they are not entitled to is left out', () => {
    const states = familyServices({ isAtRisk: true, has: { water: true, latrine: false } }, services)
    expect(Object.fromEntries(states)).toEqual({
      water: 'received',
      latrine: 'due',
      insurance: 'unknown',
      cash: 'unknown',
      'food-aid': 'unknown',
      assistance: 'due',
    })
    expect(familyServices({ isPoor: false, has: {} }, services).get('cash')).toBe('not-entitled')
  })
  it('convergence: received of due; complete only when all are; nothing due is no figure', () => {
    expect(personalConvergence(['received', 'due', 'not-entitled'])).toEqual({ received: 1, due: 2, isComplete: false })
    expect(personalConvergence(['received', 'refused'])?.isComplete).toBe(false)
    expect(personalConvergence(['not-entitled'])).toBeUndefined()
    expect(householdConvergence([['received'], ['received', 'unknown'], ['not-entitled']])).toEqual({
      complete: 1,
      of: 2,
    })
  })
  it('one more service received never lowers a convergence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SERVICE_STATES)), (states) => {
        const at = states.indexOf('due')
        if (at < 0) return true
        const more = personalConvergence(states.with(at, 'received'))!
        const before = personalConvergence(states)!
        return more.due === before.due && more.received === before.received + 1
      }),
    )
  })
})

describe('families at risk', () => {
  const good = { water: 'piped', latrine: 'septic' }
  const judge = (facts: Parameters<typeof judgeRisk>[0]) => judgeRisk(facts, ON, risk)
  it('one factor is enough, and each has its name', () => {
    expect(judge({ ...good, water: 'river' }).factors).toEqual(['water'])
    expect(judge({ ...good, latrine: 'none' }).factors).toEqual(['latrine'])
    const wife = (birthDate: string, ...childBirths: string[]) =>
      judge({ ...good, wife: { birthDate, childBirths } }).factors
    expect(wife('2006-04-11')).toEqual(['too-young'])
    expect(wife('2006-04-10')).toEqual([])
    expect(wife('1991-04-10')).toEqual(['too-old'])
    expect(wife('1998-01-01', '2020-01-01', '2021-12-31')).toEqual(['too-close'])
    expect(wife('1998-01-01', '2020-01-01', '2022-01-01')).toEqual([])
    expect(wife('1998-01-01', '2020-01-01', '2020-01-02')).toEqual([])
    expect(wife('1996-01-01', '2016-01-01', '2019-01-01', '2022-01-01')).toEqual(['too-many'])
  })
  it('without a factor a missing fact leaves it open; with one it does not', () => {
    expect(judge({ water: 'piped' })).toEqual({ factors: [], unknown: ['latrine'] })
    expect(judge({ water: 'river' })).toEqual({ isAtRisk: true, factors: ['water'], unknown: ['latrine'] })
    expect(judge(good)).toEqual({ isAtRisk: false, factors: [], unknown: [] })
    expect(judge({ water: '; drop', latrine: 'septic' }).isAtRisk).toBeUndefined()
  })
  it('says what came and what went', () => {
    expect(riskChange({ isAtRisk: true, factors: ['water'] }, { isAtRisk: true, factors: ['latrine'] })).toEqual({
      came: ['latrine'],
      went: ['water'],
    })
    expect(riskChange({ isAtRisk: false, factors: [] }, { isAtRisk: false, factors: [] })).toBeUndefined()
    expect(riskChange(undefined, { isAtRisk: false, factors: [] })).toEqual({ came: [], went: [] })
  })
})

describe('priority villages', () => {
  const base = { isHardToReach: false, wasPriority: false }
  it('weighs the parts and shows each', () => {
    const [first, second] = rankVillages(
      [
        {
          village: 'a',
          ...base,
          growth: { measured: 100, stunted: 10, due: 100 },
          families: { atRisk: 10, known: 100 },
          score: decimal('90'),
        },
        {
          village: 'b',
          isHardToReach: true,
          wasPriority: true,
          growth: { measured: 50, stunted: 20, due: 100 },
          families: { atRisk: 60, known: 100 },
          score: decimal('40'),
        },
      ],
      priority,
    )
    // 0.30 x 0.8 + 0.20 x 1 + 0.20 x 0.6 + 0.20 x 0.6 + 0.10 x 1
    expect(second?.index).toBe('0.200')
    expect(first).toEqual({
      village: 'b',
      index: '0.780',
      isThin: true,
      parts: { prevalence: '0.800', stunted: '1.000', risk: '0.600', gap: '0.600', access: '1.000', past: '1.000' },
    })
  })
  it('a village without figures is last and says so', () => {
    expect(rankVillages([{ village: 'x', ...base }], priority)[0]).toMatchObject({
      index: '0.000',
      isThin: true,
      parts: { prevalence: null, gap: null },
    })
  })
})

describe('quarters', () => {
  it('have a name, a first and a last day', () => {
    expect(readPeriod('2026-Q1')).toEqual({ key: '2026-Q1', year: 2026, from: '2026-01-01', to: '2026-03-31' })
    expect(periodOn('2026-04-10').key).toBe('2026-Q2')
    expect(periodBefore(periodOn('2026-01-10')).key).toBe('2025-Q4')
    expect(periodName('2026-Q2').id).toBe('Triwulan II 2026')
    for (const wrong of ['', '2026-Q5', "2026-Q1'; --", '26-Q1']) expect(readPeriod(wrong)).toBeUndefined()
  })
})
