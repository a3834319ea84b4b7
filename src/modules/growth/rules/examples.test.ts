// The worked examples of the stunting specification (its section 12), each as officials would check it by hand.
import { describe, expect, test } from 'vitest'
import { roundScore } from '../lms.ts'
import { ALERTS_2022 } from './alert-edition.ts'
import { decideAlerts, firstForCadre } from './alerts.ts'
import { classifyChild, classifyScore } from './classify.ts'
import { CATEGORIES_2020, KBM_2023, SEVERITY_2018, SKDN_2021 } from './editions.ts'
import { type Child, judgeMeasurement, type Measurement } from './measurement.ts'
import { checkCounts, closeMonth, type MonthCounts, skdnIndicators } from './month-close.ts'
import { decideMonthlyStatus, runOfT } from './monthly.ts'
import { decidePrevalence } from './severity.ts'

const measured = (part: Partial<Measurement>): Measurement => ({
  id: 'm1',
  date: '2026-06-01',
  place: 'posyandu',
  verified: false,
  ...part,
})
const weighing = (date: string, weightG: number) => ({ date, weightG, atPosyandu: true })

describe('1. N and T', () => {
  // first weighed at five months, so that the weighing of January is no longer "baru"
  const girl: Child = { sex: 2, birthDate: '2025-07-10' }
  const weighings = [
    weighing('2025-12-12', 6900),
    weighing('2026-01-12', 7100),
    weighing('2026-02-12', 7350),
    weighing('2026-03-12', 7700),
  ]
  test('girl, 7.10 to 7.35 kg at 7 months: 250 g of 300, T; then 350 g of 300, N', () => {
    expect(decideMonthlyStatus(girl, weighings, '2026-02', KBM_2023)).toMatchObject({
      status: 'T',
      gainG: 250,
      kbmG: 300,
      ageMonths: 7,
    })
    expect(decideMonthlyStatus(girl, weighings, '2026-03', KBM_2023)).toMatchObject({
      status: 'N',
      gainG: 350,
      kbmG: 300,
      ageMonths: 8,
    })
  })
  test('boy absent in March: April is O, with the gain of both months beside it', () => {
    const boy: Child = { sex: 1, birthDate: '2025-05-03' }
    const his = [weighing('2026-01-10', 7800), weighing('2026-02-10', 8000), weighing('2026-04-10', 8300)]
    expect(decideMonthlyStatus(boy, his, '2026-04', KBM_2023)).toMatchObject({
      status: 'O',
      gainG: 300,
      gapMonths: 2,
      gapKbmG: 600,
    })
  })
})

test('2. 2T: a month without weighing ends the run', () => {
  expect(
    runOfT(
      [
        { month: '2026-05', status: 'T' },
        { month: '2026-07', status: 'O' },
      ],
      '2026-07',
    ),
  ).toBe(0)
  expect(
    runOfT(
      [
        { month: '2026-05', status: 'T' },
        { month: '2026-06', status: 'T' },
      ],
      '2026-06',
    ),
  ).toBe(2)
  const child: Child = { sex: 1, birthDate: '2025-07-01' }
  const gapped = [
    weighing('2026-03-05', 8000),
    weighing('2026-04-05', 8300),
    weighing('2026-05-05', 8300),
    weighing('2026-07-05', 8200),
  ]
  expect(decideMonthlyStatus(child, gapped, '2026-07', KBM_2023)?.status).toBe('O')
})

describe('3. classification', () => {
  const boy: Child = { sex: 1, birthDate: '2024-10-11' }
  const judged = judgeMeasurement(
    boy,
    measured({ date: '2026-04-12', weightG: 7200, lengthHeightTenthMm: 7450, position: 'l' }),
  )
  test('boy of 548 days, 7.2 kg, 74.5 cm', () => {
    expect(judged.ageDays).toBe(548)
    expect([judged.scores.lengthForAge?.z, judged.scores.weightForAge?.z, judged.scores.weightForLength?.z]).toEqual([
      -2.88, -3.68, -3.35,
    ])
    const categories = classifyChild(judged, CATEGORIES_2020)
    expect(categories.lengthForAge?.text.id).toBe('pendek, perlu dipastikan petugas')
    expect(classifyChild({ ...judged, verified: true }, CATEGORIES_2020).lengthForAge?.text.id).toBe('pendek')
    expect(categories.weightForAge?.text.id).toBe('berat badan sangat kurang')
    expect(categories.weightForLength?.text.id).toBe('gizi buruk')
    expect(categories.nutrition?.text.id).toBe('gizi buruk')
  })
  test('SAM the same day, SHORT and LOWW; the cadre sees SAM first', () => {
    const { open, held } = decideAlerts(boy, { today: '2026-04-12', present: judged, earlier: [] }, [], ALERTS_2022)
    expect(open.map((a) => [a.code, a.due])).toEqual([
      ['SAM', '2026-04-12'],
      ['LOWW', '2026-04-19'],
      ['SHORT', '2026-04-26'],
    ])
    expect(held).toEqual([])
    expect(open[0]!.evidence).toEqual([{ fact: 'weightForLength', is: 'lt', limit: -3, value: -3.35 }])
    const shown = firstForCadre(open, ALERTS_2022)
    expect([shown.first?.code, shown.others]).toEqual(['SAM', 2])
  })
})

test('4. borders', () => {
  const length = (z: number) =>
    classifyScore('lengthForAge', { z: roundScore(z), flagged: false }, CATEGORIES_2020)?.text.id
  const weight = (z: number) =>
    classifyScore('weightForAge', { z: roundScore(z), flagged: false }, CATEGORIES_2020)?.text.id
  expect([length(-2.004), length(-2.005), length(-2.006)]).toEqual(['normal', 'pendek', 'pendek'])
  expect([length(-3), length(-3.004), length(-3.005)]).toEqual(['pendek', 'pendek', 'sangat pendek'])
  expect([weight(1), weight(1.004), weight(1.01)]).toEqual([
    'berat badan normal',
    'berat badan normal',
    'risiko berat badan lebih',
  ])
})

test('5. the switch at 24 months', () => {
  const boy = judgeMeasurement(
    { sex: 1, birthDate: '2024-04-01' },
    measured({ date: '2026-04-01', lengthHeightTenthMm: 8030, position: 'h' }),
  )
  expect([boy.ageDays, boy.scores.usedLengthHeightCm, boy.scores.lengthForAge?.z]).toEqual([730, 81, -2.23])
  const girl = judgeMeasurement(
    { sex: 2, birthDate: '2024-04-01' },
    measured({ date: '2026-04-02', lengthHeightTenthMm: 8225, position: 'l' }),
  )
  expect([girl.ageDays, girl.scores.lengthForAge?.z]).toEqual([731, -1.3])
  expect(girl.scores.usedLengthHeightCm).toBeCloseTo(81.55, 10)
})

test('6. oedema', () => {
  const girl: Child = { sex: 2, birthDate: '2025-04-01' }
  const judged = judgeMeasurement(
    girl,
    measured({ date: '2026-04-01', weightG: 6100, lengthHeightTenthMm: 6840, position: 'l', oedema: 2 }),
  )
  expect([
    judged.ageDays,
    judged.scores.lengthForAge?.z,
    judged.scores.weightForAge,
    judged.scores.weightForLength,
    judged.scores.bmiForAge,
  ]).toEqual([365, -2.18, undefined, undefined, undefined])
  expect(classifyChild(judged, CATEGORIES_2020).nutrition?.text.id).toBe('gizi buruk')
  expect(
    decideAlerts(girl, { today: '2026-04-01', present: judged, earlier: [] }, [], ALERTS_2022).open.map((a) => a.code),
  ).toEqual(['SAM', 'SHORT'])
})

describe('7. SKDN', () => {
  const counts: MonthCounts = {
    S: 40,
    K: 38,
    D: 34,
    N: 20,
    T: 8,
    O: 4,
    B: 2,
    twoT: 3,
    BGM: 0,
    lengthMeasured: 30,
    vitaminA: 30,
    exclusivelyBreastfed: 4,
  }
  test('34 = 20 + 8 + 4 + 2, D/S 85.0 %, N/D’ 20/28 = 71.4 %', () => {
    expect(checkCounts(counts)).toEqual([])
    const found = Object.fromEntries(skdnIndicators(counts, SKDN_2021).map((i) => [i.code, i]))
    expect(found['D/S']).toMatchObject({ numerator: 34, denominator: 40, percentHundredths: 8500, met: false })
    expect(found["N/D'"]).toMatchObject({ numerator: 20, denominator: 28, percentHundredths: 7143, met: false })
    expect(found['BGM/D']).toMatchObject({ percentHundredths: 0, met: true })
    expect(found['2T/D']).toMatchObject({ percentHundredths: 882, met: undefined })
  })
  test('a month that does not add up is not closed', () => {
    expect(closeMonth('2026-05', { ...counts, T: 7 }, '2026-05-31')).toEqual({
      ok: false,
      refusals: [{ code: 'growth.month-unbalanced', at: 'D', params: { D: 34, N: 20, T: 7, O: 4, B: 2, sum: 33 } }],
    })
  })
})

test('8. prevalence: 6 of 33 is 18.2 %, medium, with 85 % coverage', () => {
  const done = decidePrevalence({ cases: 6, measured: 34, unusable: 1, all: 40 }, 'stunting', SEVERITY_2018)
  expect(done).toMatchObject({
    ok: true,
    value: {
      valid: 33,
      percentHundredths: 1818,
      coverageHundredths: 8500,
      notRepresentative: false,
      severity: { level: 2, text: { id: 'sedang' } },
    },
  })
  expect(decidePrevalence({ cases: 6, measured: 33, unusable: 0, all: 40 }, 'stunting', SEVERITY_2018)).toMatchObject({
    value: { notRepresentative: true },
  })
})
