// Every alert by its trigger, at its borders; windows, superseding, escalation; and over generated children.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import alertsJson from '../../../../instruments/stunting/alerts-2022.json'
import { addDays, addMonths } from '../../../kernel/date.ts'
import { ALERTS_2022, readAlertEdition } from './alert-edition.ts'
import { type ChildHistory, childFacts, FACTS } from './alert-facts.ts'
import {
  type AlertState,
  decideAlertStep,
  decideAlerts,
  decideEscalation,
  decidePregnancyAlerts,
  evidenceOf,
  firstForCadre,
  type PastAlert,
  ruleOf,
} from './alerts.ts'
import { type Child, type JudgedMeasurement, judgeMeasurement } from './measurement.ts'

const child: Child = { sex: 1, birthDate: '2025-01-01' }
const today = '2026-04-01'
const plain = judgeMeasurement(child, { id: 'm', date: today, place: 'posyandu', verified: false })
type Names = 'lengthForAge' | 'weightForAge' | 'weightForLength' | 'bmiForAge' | 'headForAge'
const scored = (scores: Partial<Record<Names, number>>, part: Partial<JudgedMeasurement> = {}): JudgedMeasurement => ({
  ...plain,
  ...part,
  scores: {
    standingTooYoung: false,
    ...Object.fromEntries(Object.entries(scores).map(([name, z]) => [name, { z, flagged: Math.abs(z) > 5 }])),
  },
})
const codes = (history: Partial<ChildHistory>, past: PastAlert[] = [], who: Child = child) =>
  decideAlerts(who, { today, earlier: [], ...history }, past, ALERTS_2022).open.map((a) => a.code)
const of = (
  scores: Partial<Record<Names, number>>,
  part: Partial<JudgedMeasurement> = {},
  more: Partial<ChildHistory> = {},
) => codes({ present: scored(scores, part), ...more })

describe('triggers and their borders', () => {
  test.each([
    [{ weightForAge: -2 }, []],
    [{ weightForAge: -2.01 }, ['LOWW']],
    [{ lengthForAge: -2 }, []],
    [{ lengthForAge: -2.01 }, ['SHORT']],
    [{ lengthForAge: -3 }, ['SHORT']],
    [{ lengthForAge: -3.01 }, ['VSHORT']],
    [{ weightForLength: -2 }, []],
    [{ weightForLength: -2.01 }, ['MAM']],
    [{ weightForLength: -3 }, ['MAM']],
    [{ weightForLength: -3.01 }, ['SAM']],
    [{ weightForAge: 1.01, weightForLength: 2 }, []],
    [{ weightForAge: 1.01, weightForLength: 2.01 }, ['OVER']],
    [{ weightForAge: 1.01, bmiForAge: 2.01 }, ['OVER']],
    [{ weightForAge: 1, bmiForAge: 2.01 }, []],
    [{ headForAge: -2 }, []],
    [{ headForAge: -2.01 }, ['HEAD']],
    [{ headForAge: 2.01 }, ['HEAD']],
    [{ lengthForAge: -6.5 }, ['IMP']],
  ])('%j gives %j', (scores, expected) => expect(of(scores)).toEqual(expected))

  test('upper arm between 6 and 59 months', () => {
    expect([
      of({}, { armTenthMm: 1149 }),
      of({}, { armTenthMm: 1150 }),
      of({}, { armTenthMm: 1249 }),
      of({}, { armTenthMm: 1250 }),
    ]).toEqual([['SAM'], ['MAM'], ['MAM'], []])
    expect([of({}, { armTenthMm: 1100, ageMonths: 5 }), of({}, { armTenthMm: 1100, ageMonths: 60 })]).toEqual([[], []])
  })
  test('oedema is SAM; of grade 3, with a danger sign, under 6 months or under 4 kg it is SAMC with transport', () => {
    expect(of({}, { oedema: 1 })).toEqual(['SAM'])
    expect(of({}, { oedema: 3 })).toEqual(['SAMC'])
    expect(of({ weightForLength: -3.2 }, {}, { complications: ['no-appetite'] })).toEqual(['SAMC'])
    expect(of({ weightForLength: -3.2 }, { weightG: 3999 })).toEqual(['SAMC'])
    expect(of({ weightForLength: -3.2 }, { weightG: 4000 })).toEqual(['SAM'])
    expect(codes({ present: scored({ weightForLength: -3.2 }) }, [], { sex: 1, birthDate: '2025-10-02' })).toEqual([
      'SAMC',
    ])
    expect(codes({ present: scored({ weightForLength: -3.2 }) }, [], { sex: 1, birthDate: '2025-10-01' })).toEqual([
      'SAM',
    ])
    expect(of({ weightForLength: -1 }, {}, { complications: ['no-appetite'] })).toEqual([])
    const samc = decideAlerts(
      child,
      { today, earlier: [], present: scored({ weightForLength: -3.2 }, { oedema: 3 }) },
      [],
      ALERTS_2022,
    )
    expect(samc.open[0]).toMatchObject({ code: 'SAMC', transport: true, due: today })
    expect(samc.held).toEqual([{ code: 'SAM', urgency: 2, because: 'superseded', by: 'SAMC' }])
  })
  test('T and 2T', () => {
    expect(codes({ present: plain, status: 'T', tRun: 1 })).toEqual(['NG1'])
    expect(codes({ present: plain, status: 'T', tRun: 2 })).toEqual(['NG2', 'NG1'])
    expect(codes({ present: plain, status: 'N', tRun: 0 })).toEqual([])
  })
  test('DROP: 0.67 within 6 months, still not below -2, and never from a flagged score', () => {
    const earlierAt = (z: number, date: string) => ({ earlier: [scored({ lengthForAge: z }, { date, id: 'old' })] })
    expect(of({ lengthForAge: -1.67 }, {}, earlierAt(-1, '2025-12-01'))).toEqual(['DROP'])
    expect(of({ lengthForAge: -1.66 }, {}, earlierAt(-1, '2025-12-01'))).toEqual([])
    expect(of({ lengthForAge: -0.37 }, {}, earlierAt(0.3, '2025-12-01'))).toEqual(['DROP'])
    expect(of({ lengthForAge: -2 }, {}, earlierAt(-1, '2025-12-01'))).toEqual(['DROP'])
    expect(of({ lengthForAge: -2.01 }, {}, earlierAt(-1, '2025-12-01'))).toEqual(['SHORT'])
    expect(of({ lengthForAge: -1.8 }, {}, earlierAt(-1, '2025-10-01'))).toEqual(['DROP'])
    expect(of({ lengthForAge: -1.8 }, {}, earlierAt(-1, '2025-09-30'))).toEqual([])
    expect(of({ lengthForAge: -1.8 }, {}, earlierAt(5.5, '2025-12-01'))).toEqual([])
  })
  test('HEAD: moved by 2 SD within 3 months, either way', () => {
    const head = (z: number, date: string) =>
      of({ headForAge: 0.5 }, {}, { earlier: [scored({ headForAge: z }, { date, id: 'old' })] })
    expect([
      head(-1.5, '2026-01-01'),
      head(-1.49, '2026-01-01'),
      head(2.5, '2026-02-01'),
      head(-1.5, '2025-12-31'),
    ]).toEqual([['HEAD'], [], ['HEAD'], []])
  })
  test('MISS, IMP by inconsistency, IMM, RISKB', () => {
    expect([codes({ missedMonths: 1 }), codes({ missedMonths: 2 })]).toEqual([[], ['MISS']])
    expect(codes({ present: plain, findings: [{ code: 'weight-jump' }] })).toEqual(['IMP'])
    expect(codes({ present: plain, findings: [{ code: 'position-missing' }] })).toEqual([])
    expect(codes({ overdueVaccines: 2 })).toEqual(['IMM'])
    expect([
      codes({ birth: { weightG: 2499 } }),
      codes({ birth: { weightG: 2500, lengthTenthMm: 4800, gestationWeeks: 37 } }),
      codes({ birth: { lengthTenthMm: 4799 } }),
    ]).toEqual([['RISKB'], [], ['RISKB']])
    expect(codes({ birth: { weightG: 2000 } }, [], { sex: 1, birthDate: '2024-04-01' })).toEqual([])
  })
  test('VITA: the last capsule month that is over', () => {
    expect([
      codes({ vitaminADates: [] }),
      codes({ vitaminADates: ['2026-02-10'] }),
      codes({ vitaminADates: ['2026-03-05'] }),
      codes({ vitaminADates: ['2025-08-10'] }),
      codes({}),
    ]).toEqual([['VITA'], [], [], ['VITA'], []])
    expect(codes({ vitaminADates: [], today: '2026-02-20' }, [], { sex: 2, birthDate: '2025-08-01' })).toEqual([])
    expect(codes({ vitaminADates: [] }, [], { sex: 2, birthDate: '2025-09-01' })).toEqual([])
  })
  test('DEV: the screening of the last due age, a month of grace', () => {
    expect([
      codes({ kpspDates: [] }),
      codes({ kpspDates: ['2026-01-02'] }),
      codes({ kpspDates: ['2025-10-02'] }),
    ]).toEqual([['DEV'], [], ['DEV']])
    expect(codes({ kpspDates: ['2026-01-02'], today: '2026-05-01' })).toEqual(['DEV'])
  })
  test('pregnant: KEK and ANEM only', () => {
    expect(
      decidePregnancyAlerts({ armTenthMm: 2349, haemoglobinTenthGdl: 109 }, today, [], ALERTS_2022).open.map((a) => [
        a.code,
        a.due,
      ]),
    ).toEqual([
      ['KEK', '2026-04-08'],
      ['ANEM', '2026-04-08'],
    ])
    expect(decidePregnancyAlerts({ armTenthMm: 2350, haemoglobinTenthGdl: 110 }, today, [], ALERTS_2022).open).toEqual(
      [],
    )
  })
})

describe('windows', () => {
  const past = (openedOn: string, state: AlertState): PastAlert[] => [{ code: 'LOWW', openedOn, state }]
  test('not again while open, not again within its window after closing, again afterwards', () => {
    const history = { present: scored({ weightForAge: -2.5 }) }
    expect(codes(history, past('2025-01-01', 'in-work'))).toEqual([])
    expect(codes(history, past(addDays(today, -27), 'closed'))).toEqual([])
    expect(codes(history, past(addDays(today, -28), 'closed'))).toEqual(['LOWW'])
    expect(codes(history, [{ code: 'SHORT', openedOn: today, state: 'open' }])).toEqual(['LOWW'])
    expect(decideAlerts(child, { today, earlier: [], ...history }, past(today, 'open'), ALERTS_2022).held).toEqual([
      { code: 'LOWW', urgency: 7, because: 'still-open' },
    ])
  })
})

describe('follow-up', () => {
  const alert = { code: 'MAM', openedOn: today, due: '2026-04-04', state: 'open' as const }
  test('late alerts and unanswered referrals are escalated', () => {
    expect(decideEscalation(alert, '2026-04-08', ALERTS_2022)).toBeUndefined()
    expect(decideEscalation(alert, '2026-04-09', ALERTS_2022)).toEqual({ to: 'doctor', daysLate: 5, because: 'late' })
    const referred = { ...alert, state: 'referred' as const, referredOn: '2026-04-02' }
    expect(decideEscalation(referred, '2026-04-16', ALERTS_2022)).toBeUndefined()
    expect(decideEscalation(referred, '2026-04-17', ALERTS_2022)).toMatchObject({
      because: 'referral-unanswered',
      daysLate: 1,
    })
    expect(decideEscalation({ ...alert, state: 'closed' }, '2027-01-01', ALERTS_2022)).toBeUndefined()
  })
  test('steps: a referral is answered before anything else, closing needs a result', () => {
    expect(decideAlertStep('open', 'closed', ' ')).toMatchObject({
      ok: false,
      refusals: [{ code: 'growth.alert-result-missing' }],
    })
    expect(decideAlertStep('open', 'closed', 'berat naik')).toEqual({ ok: true, value: 'closed' })
    expect(decideAlertStep('referred', 'closed', 'x')).toMatchObject({
      ok: false,
      refusals: [{ code: 'growth.alert-step' }],
    })
    expect(decideAlertStep('referred', 'answered').ok).toBe(true)
    expect(decideAlertStep('closed', 'open').ok).toBe(false)
  })
  test('an unknown code of another edition comes last', () => {
    const first = firstForCadre(
      [
        { code: 'OLD', due: '2020-01-01' },
        { code: 'SHORT', due: '2026-01-01' },
        { code: 'MAM', due: '2027-01-01' },
      ],
      ALERTS_2022,
    )
    expect([first.first?.code, first.others]).toEqual(['MAM', 2])
  })
})

describe('the edition', () => {
  test('has all alerts of the specification', () => {
    expect(ALERTS_2022.alerts.map((a) => a.code).sort()).toEqual([
      'ANEM',
      'DEV',
      'DROP',
      'HEAD',
      'IMM',
      'IMP',
      'KEK',
      'LOWW',
      'MAM',
      'MISS',
      'NG1',
      'NG2',
      'OVER',
      'RISKB',
      'SAM',
      'SAMC',
      'SHORT',
      'VITA',
      'VSHORT',
    ])
    const due = Object.fromEntries(ALERTS_2022.alerts.map((a) => [a.code, a.dueDays]))
    expect(due).toEqual({
      NG1: 0,
      NG2: 7,
      LOWW: 7,
      SHORT: 14,
      VSHORT: 7,
      MAM: 3,
      SAM: 0,
      SAMC: 0,
      OVER: 30,
      HEAD: 14,
      DROP: 14,
      MISS: 14,
      IMP: 7,
      IMM: 30,
      VITA: 30,
      DEV: 30,
      RISKB: 7,
      KEK: 7,
      ANEM: 7,
    })
  })
  test('is refused with an unknown fact, code or urgency', () => {
    const change = (i: number, part: object) =>
      readAlertEdition({ ...alertsJson, alerts: alertsJson.alerts.map((a, k) => (k === i ? { ...a, ...part } : a)) })
    expect(readAlertEdition(alertsJson).ok).toBe(true)
    expect(change(0, { trigger: { fact: 'mood', lt: 1 } }).ok).toBe(false)
    expect(change(0, { supersedes: ['NONE'] }).ok).toBe(false)
    expect(change(0, { urgency: 2 }).ok).toBe(false)
    expect(change(0, { code: 'SAM' }).ok).toBe(false)
  })
  test('every fact is used by some alert', () => {
    const text = JSON.stringify(ALERTS_2022.alerts)
    expect(FACTS.filter((fact) => !text.includes(`"${fact}"`))).toEqual([])
  })
  test('an unknown fact holds nothing', () => {
    expect(
      evidenceOf(
        {
          any: [
            { fact: 'weightG', lt: 1 },
            { fact: 'tRun', ge: 2 },
          ],
        },
        { tRun: 2 },
      ),
    ).toEqual([{ fact: 'tRun', value: 2, limit: 2, is: 'ge' }])
    expect(
      evidenceOf(
        {
          all: [
            { fact: 'weightG', lt: 1 },
            { fact: 'tRun', ge: 2 },
          ],
        },
        { tRun: 2 },
      ),
    ).toBeUndefined()
  })
})

const measuring = fc.record({
  weightG: fc.option(fc.integer({ min: 1500, max: 25_000 }), { nil: undefined, freq: 6 }),
  lengthHeightTenthMm: fc.option(fc.integer({ min: 4000, max: 11_000 }), { nil: undefined, freq: 6 }),
  position: fc.constantFrom('l' as const, 'h' as const, undefined),
  armTenthMm: fc.option(fc.integer({ min: 900, max: 2000 }), { nil: undefined }),
  oedema: fc.constantFrom(0 as const, 0 as const, 0 as const, 1 as const, 3 as const),
})

test('generated months of children: no alert twice in its window, urgent first, dues and evidence true', () => {
  fc.assert(
    fc.property(
      fc.array(measuring, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 0, max: 40 }),
      (months, startMonths) => {
        const who: Child = { sex: 2, birthDate: '2023-01-10' }
        const past: (PastAlert & { openedOn: string })[] = []
        const earlier: JudgedMeasurement[] = []
        months.forEach((m, i) => {
          const date = addMonths('2023-01-12', startMonths + i)
          const present = judgeMeasurement(who, { id: `m${i}`, date, place: 'posyandu', verified: false, ...m })
          const history = { today: date, present, earlier: [...earlier] }
          const { open, held } = decideAlerts(who, history, past, ALERTS_2022)
          const facts = childFacts(who, history, ALERTS_2022)
          const found = [...open, ...held].map((a) => a.code)
          expect(new Set(found).size).toBe(found.length)
          expect([...open].sort((a, b) => a.urgency - b.urgency)).toEqual(open)
          if ((m.oedema ?? 0) > 0) expect(found.some((code) => code === 'SAM' || code === 'SAMC')).toBe(true)
          for (const alert of open) {
            const rule = ruleOf(alert.code, ALERTS_2022)!
            expect(alert.due).toBe(addDays(date, rule.dueDays))
            for (const evidence of alert.evidence) expect(facts[evidence.fact]).toBe(evidence.value)
            expect(past.some((p) => p.code === alert.code && addDays(p.openedOn, rule.windowDays) > date)).toBe(false)
            past.push({ code: alert.code, openedOn: date, state: 'closed' })
          }
          earlier.push(present)
        })
      },
    ),
    { numRuns: 200 },
  )
})
