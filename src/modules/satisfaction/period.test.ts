import { describe, expect, it } from 'vitest'
import type { Result } from '../../kernel/refusal.ts'
import { getEdition } from './editions.ts'
import { type Period, type PeriodDraft, periodDates, periodName, planPeriod, unitsWithoutPeriod } from './period.ts'
import {
  acceptsAnswers,
  archivePeriod,
  closePeriod,
  computePeriod,
  decideCorrection,
  decidePaperBatch,
  endPaper,
  openPeriod,
  type PlanDraft,
  publishPeriod,
  reportAction,
  reviewPeriod,
  type StepActor,
} from './period-steps.ts'

const edition = getEdition('permenpan-14-2017')
const draft: PeriodDraft = {
  unitId: 'disdukcapil',
  services: ['birth-wni'],
  kind: 'quarter',
  year: 2026,
  number: 2,
  users: 1000,
  extras: [],
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map((r) => r.code))
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const plan = (more: Partial<PeriodDraft> = {}, others: Period[] = []) =>
  planPeriod('p1', { ...draft, ...more }, edition, '2026-03-20', others)

const system: StepActor = { kind: 'system' }
const manager: StepActor = { kind: 'person', headOf: [], managesSurvey: true }
const head: StepActor = { kind: 'person', headOf: ['disdukcapil'], managesSurvey: false }
const action = (element: string, more: Partial<PlanDraft> = {}): PlanDraft => ({
  id: `a-${element}`,
  element,
  what: 'Buka loket kedua pada pagi hari',
  who: 'Bidang Pelayanan',
  until: '2026-10-01',
  ...more,
})
const lowest = ['U3', 'U8', 'U9']
const full = lowest.map((e) => action(e))

const planned = value(plan())
const open = value(openPeriod(planned, manager, '2026-04-01'))
const closed = value(closePeriod(open, system, '2026-07-01'))
const computed = value(computePeriod(closed, system, 0, '2026-07-09'))
const review = (period: Period, actor: StepActor, actions: PlanDraft[], sent: string[] = []) =>
  reviewPeriod(period, actor, actions, sent, edition, lowest, '2026-07-10')
const reviewed = value(review(computed, head, full))
const published = value(publishPeriod(reviewed, manager, '2026-07-12')).period

describe('planning a period', () => {
  it('knows months, quarters, semesters and years, and their names', () => {
    expect(periodDates('month', 2028, 2)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(periodDates('quarter', 2026, 4)).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(periodDates('semester', 2026, 2)).toEqual({ from: '2026-07-01', to: '2026-12-31' })
    expect(periodDates('year', 2026, 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    for (const [kind, n] of [
      ['quarter', 5],
      ['semester', 0],
      ['month', 13],
      ['year', 2],
    ] as const)
      expect(periodDates(kind, 2026, n)).toBeUndefined()
    expect(periodName(planned).id).toBe('Triwulan II 2026')
    expect(periodName({ kind: 'semester', from: '2026-07-01' }).id).toBe('Semester II 2026')
    expect(periodName({ kind: 'month', from: '2026-08-01' })).toEqual({ id: 'Agustus 2026', en: 'August 2026' })
  })

  it('computes how many answers are needed and keeps the edition in force', () => {
    expect(planned).toMatchObject({
      needed: 278,
      editionId: 'permenpan-14-2017',
      from: '2026-04-01',
      to: '2026-06-30',
      state: 'planned',
    })
  })

  it('refuses all that cannot be, at once', () => {
    expect(
      codes(
        plan({
          number: 5,
          services: [],
          users: 0,
          extras: [{ key: 'U1', question: { id: 'a', en: 'a' }, answers: [] }],
        }),
      ),
    ).toEqual([
      'satisfaction-period-dates',
      'satisfaction-period-services',
      'satisfaction-period-users',
      'satisfaction-extra-key',
      'satisfaction-extra-answers',
    ])
    expect(codes(plan({ year: 2025 }))).toEqual(['satisfaction-period-past'])
    expect(codes(plan({ kind: 'year', number: 1 }, [planned]))).toEqual(['satisfaction-period-overlaps'])
    expect(codes(plan({ unitId: 'dpmptsp' }, [planned]))).toEqual([])
    expect(codes(planPeriod('p', draft, getEdition('kep-25-2004'), '2026-03-20', []))).toEqual([
      'satisfaction-period-edition',
    ])
  })

  it('finds units without a published period in a year', () => {
    expect(unitsWithoutPeriod(['disdukcapil', 'dpmptsp'], [published], 2026)).toEqual(['dpmptsp'])
    expect(unitsWithoutPeriod(['disdukcapil'], [reviewed], 2026)).toEqual(['disdukcapil'])
  })
})

describe('steps of a period', () => {
  it('opens inside its dates only, by whoever manages the survey', () => {
    expect(codes(openPeriod(planned, manager, '2026-03-31'))).toEqual(['satisfaction-open-early'])
    expect(codes(openPeriod(planned, manager, '2026-07-01'))).toEqual(['satisfaction-open-late'])
    expect(codes(openPeriod(planned, head, '2026-04-01'))).toEqual(['satisfaction-not-manager'])
    expect(acceptsAnswers(open, '2026-06-30')).toBe(true)
    expect([
      acceptsAnswers(planned, '2026-05-01'),
      acceptsAnswers(open, '2026-07-01'),
      acceptsAnswers(closed, '2026-06-30'),
    ]).toEqual([false, false, false])
  })

  it('cannot be closed while its figures might please someone', () => {
    expect(codes(closePeriod(open, manager, '2026-06-30'))).toEqual(['satisfaction-close-early'])
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-07-01', paperUntil: '2026-07-08' })
  })

  it('takes paper from another unit, with its scan, up to seven days late with a note', () => {
    const batch = { forms: 12, scan: 'a'.repeat(64), typedInUnit: 'kecamatan-halong', note: '' }
    expect(decidePaperBatch(open, batch, '2026-05-01')).toEqual({ ok: true, value: { late: false } })
    expect(codes(decidePaperBatch(closed, batch, '2026-07-08'))).toEqual(['satisfaction-paper-note'])
    expect(decidePaperBatch(closed, { ...batch, note: 'Perahu dari Juai terlambat' }, '2026-07-08')).toEqual({
      ok: true,
      value: { late: true },
    })
    expect(codes(decidePaperBatch(closed, { ...batch, note: 'Perahu dari Juai terlambat' }, '2026-07-09'))).toEqual([
      'satisfaction-paper-late',
    ])
    expect(
      codes(decidePaperBatch(open, { ...batch, typedInUnit: 'disdukcapil', scan: '', forms: 0 }, '2026-05-01')),
    ).toEqual(['satisfaction-paper-own-unit', 'satisfaction-paper-scan', 'satisfaction-paper-forms'])
    expect(codes(decidePaperBatch(computed, batch, '2026-07-09'))).toEqual(['satisfaction-paper-closed'])
  })

  it('is computed by the system only, after the paper days, with nothing waiting', () => {
    expect(codes(computePeriod(closed, head, 0, '2026-07-09'))).toEqual(['satisfaction-compute-system'])
    expect(codes(computePeriod(closed, system, 0, '2026-07-08'))).toEqual(['satisfaction-compute-paper'])
    expect(codes(computePeriod(closed, system, 3, '2026-07-09'))).toEqual(['satisfaction-compute-waiting'])
    expect(codes(computePeriod(open, system, 0, '2026-07-09'))).toEqual(['satisfaction-step-order'])
    const early = value(endPaper(closed, manager, '2026-07-02'))
    expect(codes(computePeriod(early, system, 0, '2026-07-02'))).toEqual([])
    expect(
      codes(
        decidePaperBatch(early, { forms: 1, scan: 'a'.repeat(64), typedInUnit: 'x', note: 'masih ada' }, '2026-07-02'),
      ),
    ).toEqual(['satisfaction-paper-late'])
  })

  it('lets the head of the unit add a plan and nothing else: a figure in the form is refused outright', () => {
    for (const name of ['index', 'nrr', 'U3', 'elements[U3]', 'grade', 'nilai'])
      expect(codes(review(computed, head, full, ['plan.0.what', name]))).toEqual(['satisfaction-number-fixed'])
    expect(codes(review(computed, { ...head, headOf: ['dpmptsp'] } as StepActor, full))).toEqual([
      'satisfaction-review-head',
    ])
    expect(codes(review(computed, system, full))).toEqual(['satisfaction-review-head'])
    expect(
      Object.keys(reviewed).filter((key) => reviewed[key as keyof Period] !== computed[key as keyof Period]),
    ).toEqual(['state', 'plan'])
  })

  it('asks for an action on each of the lowest elements, with what, who and a day to come', () => {
    expect(codes(review(computed, head, []))).toEqual(['satisfaction-plan-missing'])
    expect(codes(review(computed, head, [action('U3')]))).toEqual(['satisfaction-plan-lowest'])
    expect(
      codes(review(computed, head, [...full, action('U77', { what: 'x', who: '', until: '2026-07-10' })])),
    ).toEqual([
      'satisfaction-plan-element',
      'satisfaction-plan-what',
      'satisfaction-plan-who',
      'satisfaction-plan-until',
    ])
  })

  it('is not published without a follow-up plan, and says when it is later than our target', () => {
    expect(codes(publishPeriod(computed, manager, '2026-07-12'))).toEqual(['satisfaction-plan-missing'])
    expect(codes(publishPeriod(closed, manager, '2026-07-12'))).toEqual(['satisfaction-step-order'])
    expect(codes(publishPeriod(reviewed, head, '2026-07-12'))).toEqual(['satisfaction-not-manager'])
    expect(value(publishPeriod(reviewed, manager, '2026-07-15')).late).toBe(false)
    expect(value(publishPeriod(reviewed, manager, '2026-07-16')).late).toBe(true)
  })

  it('is followed up when every action is done with proof or dropped with a reason, then archived', () => {
    expect(codes(reportAction(published, head, 'a-U3', 'done', ''))).toEqual(['satisfaction-action-proof'])
    expect(codes(reportAction(published, head, 'a-U3', 'dropped', ' '))).toEqual(['satisfaction-action-reason'])
    expect(codes(reportAction(published, head, 'a-U1', 'done', 'foto loket'))).toEqual(['satisfaction-action-unknown'])
    expect(codes(reportAction(reviewed, head, 'a-U3', 'done', 'foto loket'))).toEqual(['satisfaction-step-order'])
    const under = value(reportAction(published, head, 'a-U3', 'under-way', ''))
    expect(under.state).toBe('published')
    const done = lowest.reduce(
      (period, e) => value(reportAction(period, head, `a-${e}`, e === 'U9' ? 'dropped' : 'done', 'Berita acara 12')),
      under,
    )
    expect(done.state).toBe('followed-up')
    expect(codes(archivePeriod(published, manager))).toEqual(['satisfaction-step-order'])
    expect(value(archivePeriod(done, manager)).state).toBe('archived')
  })

  it('is corrected by a new edition with a reason only, after publication', () => {
    expect(codes(decideCorrection(reviewed, manager, 1, 'Jumlah pengguna salah tulis'))).toEqual([
      'satisfaction-step-order',
    ])
    expect(codes(decideCorrection(published, manager, 1, 'salah'))).toEqual(['satisfaction-correction-reason'])
    expect(decideCorrection(published, manager, 1, 'Jumlah pengguna salah tulis')).toEqual({
      ok: true,
      value: { number: 2, reason: 'Jumlah pengguna salah tulis' },
    })
  })
})
