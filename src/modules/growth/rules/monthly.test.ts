// Monthly status over generated lives, the KBM table cell by cell, runs, the red line, and closing of months.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import kbm from '../../../../instruments/growth/kbm-kms-kia-2023.json'
import { completedMonths } from '../../../kernel/date.ts'
import {
  KBM_2023,
  MEASURING_2020,
  QUALITY_2021,
  RED_LINE_2010,
  RED_LINE_2023,
  readEdition,
  SKDN_2021,
} from './editions.ts'
import { judgeMeasurement, monthOf, shiftMonth } from './measurement.ts'
import {
  type ChildMonth,
  checkCounts,
  closeMonth,
  countMonth,
  isGrowthMonitored,
  skdnIndicators,
} from './month-close.ts'
import { decideMonthlyStatus, isBelowRedLine, kbmG, kbmSumG, missedMonths, overruleStatus, runOfT } from './monthly.ts'
import { decideQuality, standardDeviation } from './quality.ts'

const child = { sex: 1 as const, birthDate: '2025-01-15' }
const weighing = (date: string, weightG: number, atPosyandu = true) => ({ date, weightG, atPosyandu })
const decide = (month: string, ...weighings: ReturnType<typeof weighing>[]) =>
  decideMonthlyStatus(child, weighings, month, KBM_2023)

describe('KBM', () => {
  test('the table, boys and girls', () => {
    const column = (sex: 1 | 2) => Array.from({ length: 13 }, (_, i) => kbmG(sex, i + 1, KBM_2023))
    expect(column(1)).toEqual([800, 900, 800, 600, 500, 400, 400, 300, 300, 300, 300, 200, 200])
    expect(column(2)).toEqual([800, 900, 800, 600, 500, 400, 300, 300, 300, 300, 200, 200, 200])
    expect([kbmG(1, 0, KBM_2023), kbmG(1, 60, KBM_2023), kbmG(1, 61, KBM_2023)]).toEqual([undefined, 200, undefined])
    expect(kbmSumG(1, 4, 7, KBM_2023)).toBe(500 + 400 + 400)
  })
  test('cells that nobody confirmed are named', () =>
    expect(KBM_2023.unconfirmed.map(({ month, sex }) => `${month}/${sex}`)).toEqual(['7/1', '7/2', '11/1', '11/2']))
  test('another edition is data: month 7 of 400 grams for girls', () => {
    const other = readEdition('kbm', {
      ...kbm,
      id: 'kabupaten-2026',
      grams: kbm.grams.map((g) => (g.fromMonth === 7 ? { ...g, girls: 400 } : g)),
    })
    expect(other.ok && kbmG(2, 7, other.value)).toBe(400)
    expect(readEdition('kbm', { ...kbm, grams: kbm.grams.slice(1) }).ok).toBe(false)
    expect(readEdition('kbm', { ...kbm, grams: kbm.grams.filter((g) => g.fromMonth !== 8) }).ok).toBe(false)
  })
})

describe('status', () => {
  test('B before O before N before T', () => {
    expect(decide('2025-03', weighing('2025-03-10', 4900))).toMatchObject({ status: 'B', because: 'first-at-posyandu' })
    expect(decide('2025-03', weighing('2025-02-10', 4000, false), weighing('2025-03-10', 4900))?.status).toBe('B')
    expect(decide('2025-05', weighing('2025-03-10', 4900), weighing('2025-05-10', 6500))).toMatchObject({
      status: 'O',
      gapMonths: 2,
    })
    expect(decide('2025-04', weighing('2025-03-10', 4900), weighing('2025-04-16', 5700))).toMatchObject({
      status: 'N',
      kbmG: 800,
      ageMonths: 3,
    })
    expect(decide('2025-04', weighing('2025-03-10', 4900), weighing('2025-04-16', 5699))).toMatchObject({
      status: 'T',
      gainG: 799,
    })
    expect(decide('2025-04', weighing('2025-03-10', 4900))).toBeUndefined()
  })
  test('weighed elsewhere only: no posyandu yet, so O and then judged', () => {
    expect(decide('2025-03', weighing('2025-03-10', 4900, false))?.status).toBe('O')
    expect(decide('2025-04', weighing('2025-03-10', 4900, false), weighing('2025-04-16', 5800, false))?.status).toBe(
      'N',
    )
  })
  test('month 0 has no least gain: the gain is not judged', () => {
    expect(decide('2025-02', weighing('2025-01-20', 3000), weighing('2025-02-10', 3900))).toMatchObject({
      status: 'O',
      because: 'month-0',
      ageMonths: 0,
    })
  })
  test('exact grams at the border: 7.35 - 7.10 kg is T, 7.40 - 7.10 is N', () => {
    const girl = { sex: 2 as const, birthDate: '2025-01-15' }
    const at = (weightG: number) =>
      decideMonthlyStatus(
        girl,
        [weighing('2025-06-20', 6900), weighing('2025-07-20', 7100), weighing('2025-08-20', weightG)],
        '2025-08',
        KBM_2023,
      )?.status
    expect([at(7350), at(7399), at(7400)]).toEqual(['T', 'T', 'N'])
  })
  test('overruling keeps reason and what was computed; B and O are not judged', () => {
    const t = decide('2025-04', weighing('2025-03-10', 4900), weighing('2025-04-16', 5699))!
    expect(overruleStatus(t, 'N', ' mengikuti garis pertumbuhan ')).toMatchObject({
      ok: true,
      value: { status: 'N', because: 'overruled', computed: 'T', reason: 'mengikuti garis pertumbuhan' },
    })
    expect(overruleStatus(t, 'N', ' ')).toMatchObject({ ok: false, refusals: [{ code: 'growth.reason-missing' }] })
    expect(overruleStatus(decide('2025-03', weighing('2025-03-10', 4900))!, 'N', 'x')).toMatchObject({
      ok: false,
      refusals: [{ code: 'growth.status-not-judged' }],
    })
    const twice = overruleStatus(
      { ...t, status: 'N', computed: 'T', because: 'overruled', reason: 'a' },
      'T',
      'salah baca',
    )
    expect(twice).toMatchObject({ value: { status: 'T', computed: 'T' } })
  })
})

describe('runs of T', () => {
  const statuses = (text: string) =>
    [...text].flatMap((status, i) =>
      status === '-' ? [] : [{ month: shiftMonth('2026-01', i), status: status as 'N' | 'T' | 'O' | 'B' }],
    )
  test.each([
    ['BTTT', 3],
    ['BTNT', 1],
    ['TT-T', 1],
    ['TTO', 0],
    ['TTOT', 1],
    ['TTB', 0],
    ['T', 1],
    ['-', 0],
  ])('%s ends with a run of %i', (text, run) => {
    expect(runOfT(statuses(text), shiftMonth('2026-01', text.length - 1))).toBe(run)
  })
})

test('red line by edition: the report counts below -3 or -2', () => {
  const z = (value: number) => ({ z: value, flagged: false })
  expect([
    isBelowRedLine(z(-3), RED_LINE_2010),
    isBelowRedLine(z(-3.01), RED_LINE_2010),
    isBelowRedLine(z(-2.01), RED_LINE_2023),
    isBelowRedLine(undefined, RED_LINE_2010),
  ]).toEqual([false, true, true, undefined])
})

test('months missed: whole months only, the running one is not over', () => {
  const w = [weighing('2026-03-10', 9000)]
  const at = (today: string) => missedMonths(w, '2025-01-15', today)
  expect([at('2026-03-31'), at('2026-04-30'), at('2026-05-01'), at('2026-06-01')]).toEqual([0, 0, 1, 2])
  expect(missedMonths([], '2026-01-15', '2026-04-02')).toBe(2)
})

// a life: each month weighed or not, somewhere
const life = fc.array(
  fc.option(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      weightG: fc.integer({ min: 2000, max: 20_000 }),
      atPosyandu: fc.boolean(),
    }),
    { nil: undefined, freq: 3 },
  ),
  { minLength: 1, maxLength: 30 },
)
const weighingsOf = (months: readonly ({ day: number; weightG: number; atPosyandu: boolean } | undefined)[]) =>
  months.flatMap((m, i) =>
    m === undefined
      ? []
      : [weighing(`${shiftMonth('2025-02', i)}-${String(m.day).padStart(2, '0')}`, m.weightG, m.atPosyandu)],
  )

test('generated lives: one status a weighed month, D = N + T + O + B, and each rule holds', () => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 8 }), (lives) => {
      const last = Math.max(...lives.map((months) => months.length))
      for (let i = 0; i < last; i++) {
        const month = shiftMonth('2025-02', i)
        const children: ChildMonth[] = lives.map((months) => {
          const weighings = weighingsOf(months)
          const statuses = Array.from({ length: i + 1 }, (_, k) => shiftMonth('2025-02', k)).flatMap((m) => {
            const decision = decideMonthlyStatus(child, weighings, m, KBM_2023)
            return decision === undefined ? [] : [{ month: m, status: decision.status }]
          })
          const decision = decideMonthlyStatus(child, weighings, month, KBM_2023)
          expect(decision === undefined).toBe(months[i] === undefined)
          if (decision !== undefined) {
            const before = months[i - 1]
            const now = months[i]!
            if (decision.status === 'B')
              expect(now.atPosyandu && !months.slice(0, i).some((m) => m?.atPosyandu)).toBe(true)
            else if (before === undefined) expect(decision.status).toBe('O')
            else if (decision.because !== 'month-0')
              expect(decision.status).toBe(
                now.weightG - before.weightG >=
                  kbmG(
                    1,
                    completedMonths(child.birthDate, weighings.find((w) => monthOf(w.date) === month)!.date),
                    KBM_2023,
                  )!
                  ? 'N'
                  : 'T',
              )
          }
          const tRun = runOfT(statuses, month)
          expect(tRun > 0).toBe(decision?.status === 'T')
          return { hasCard: true, weighed: decision !== undefined, status: decision?.status, tRun }
        })
        const counts = countMonth(children)
        expect(counts.N + counts.T + counts.O + counts.B).toBe(counts.D)
        expect(checkCounts(counts)).toEqual([])
        expect(closeMonth(month, counts, `${month}-28`).ok).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

describe('closing', () => {
  const counts = countMonth([
    { hasCard: true, weighed: true, status: 'N' },
    { hasCard: false, weighed: false },
  ])
  test('a second version needs a reason and a difference', () => {
    const first = closeMonth('2026-04', counts, '2026-04-30')
    expect(first).toMatchObject({ ok: true, value: { version: 1 } })
    if (!first.ok) return
    const more = { ...counts, K: 2 }
    expect(closeMonth('2026-04', more, '2026-05-02', first.value)).toMatchObject({
      ok: false,
      refusals: [{ code: 'growth.reason-missing' }],
    })
    expect(closeMonth('2026-04', counts, '2026-05-02', first.value, 'salah')).toMatchObject({
      ok: false,
      refusals: [{ code: 'growth.month-unchanged' }],
    })
    expect(closeMonth('2026-04', more, '2026-05-02', first.value, 'kartu tertinggal')).toMatchObject({
      ok: true,
      value: { version: 2, reason: 'kartu tertinggal' },
    })
    expect(closeMonth('2026-06', counts, '2026-05-31')).toMatchObject({
      ok: false,
      refusals: [{ code: 'growth.month-not-begun' }],
    })
  })
  test('each broken sum is named', () => {
    expect(checkCounts({ ...counts, S: 0, K: 1, twoT: 1, BGM: 2 }).map((r) => r.at)).toEqual(['D', 'K', 'twoT', 'BGM'])
    expect(checkCounts({ ...counts, vitaminA: 1.5 })[0]).toMatchObject({ code: 'growth.month-count', at: 'vitaminA' })
  })
  test('a child weighed without a status keeps the month open', () => {
    expect(closeMonth('2026-04', countMonth([{ hasCard: true, weighed: true }]), '2026-04-30').ok).toBe(false)
  })
  test('without a base an indicator is empty', () => {
    const none = skdnIndicators(countMonth([]), SKDN_2021)
    expect(none.every((i) => i.percentHundredths === undefined && i.met === undefined)).toBe(true)
  })
  test('growth is monitored with 8 weighings, 2 lengths, 2 screenings', () => {
    expect([
      isGrowthMonitored({ weighings: 8, lengths: 2, developments: 2 }, SKDN_2021),
      isGrowthMonitored({ weighings: 12, lengths: 2, developments: 1 }, SKDN_2021),
    ]).toEqual([true, false])
  })
})

test('quality signs of a place', () => {
  const place = Array.from({ length: 40 }, (_, i) => ({
    childId: `c${i}`,
    ...judgeMeasurement(child, {
      id: `m${i}`,
      date: '2026-01-20',
      place: 'posyandu',
      verified: false,
      weightG: 8000 + 50 * i,
      lengthHeightTenthMm: 7000 + 20 * i,
      position: i < 3 ? undefined : 'l',
    }),
  }))
  const signs = decideQuality([...place, { ...place[5]!, childId: 'twin' }], QUALITY_2021, MEASURING_2020)
  expect(signs).toMatchObject({
    measured: 41,
    withLength: 41,
    missingPosition: 3,
    missingPositionMany: true,
    sameValues: [['c5', 'twin']],
    flagged: 0,
    flaggedMany: false,
  })
  expect(signs.spread.lengthForAge.sd).toBeCloseTo(
    standardDeviation([...place, place[5]!].map((m) => m.scores.lengthForAge!.z))!,
    12,
  )
  expect(signs.spread.lengthForAge.sign).toBe(
    signs.spread.lengthForAge.sd! < 1.1 ? 'narrow' : signs.spread.lengthForAge.sd! > 1.3 ? 'wide' : 'good',
  )
  expect(decideQuality(place.slice(0, 5), QUALITY_2021, MEASURING_2020).spread.weightForAge.sign).toBe('too-few')
})
