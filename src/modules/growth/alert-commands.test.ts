// An alert from the scale to its result on a real database: who may, in which order, twice, late, and what is written.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { answerReferral, closeAlert, referAlert, takeAlert } from './alert-commands.ts'
import { escalateLate, openForMissing } from './alert-jobs.ts'
import { listAlertsFor, readAlert } from './alert-queries.ts'
import { listAlertsOfChild } from './alert-store.ts'
import { listPmtOfChild } from './care-store.ts'
import type { ChildRecord } from './child.ts'
import type { GrowthContext } from './context.ts'
import { readFood } from './food-queries.ts'
import { recordMeasurement } from './measure-command.ts'
import { recordPmtWeek, startPmt } from './pmt-commands.ts'
import type { Measurement } from './rules/measurement.ts'
import { openForSchedules } from './schedule-jobs.ts'
import {
  addChild,
  child,
  growthClock,
  growthContext,
  REGION,
  seedGrowthWorld,
  visitor,
} from './testing/growth-world.ts'

let database: Database
let context: GrowthContext
const cadre = visitor('cadre')
const nutritionist = visitor('nutritionist', { unitId: 'pkm-paringin' })
const doctor = visitor('doctor', { unitId: 'pkm-paringin' })

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
})
afterAll(() => database.close())

const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
async function measure(one: ChildRecord, date: string, figures: Partial<Measurement>, who: Visitor = cadre) {
  value(
    await recordMeasurement(context, who, one.childId, {
      measurementId: newId(),
      measurement: { date, place: 'posyandu', ...figures },
      facts: {},
      confirmed: true,
    }),
  )
  return database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId), { readOnly: true })
}
async function underweight(): Promise<{ one: ChildRecord; alertId: string }> {
  const one = child({ sex: 1, birthDate: '2024-12-10' })
  await addChild(database, context, one)
  const alerts = await measure(one, '2026-06-18', { weightG: 8300 })
  return { one, alertId: alerts.find(({ code }) => code === 'LOWW')!.alert_id }
}

test('taken, referred, answered, looked at again, closed with a result; each step once and in order', async () => {
  const { alertId } = await underweight()
  const answer = {
    diagnosis: 'infeksi berulang',
    plan: 'obat lalu timbang',
    followUpBy: 'midwife' as const,
    checkOn: '2026-07-01',
  }
  expect(codes(await answerReferral(context, doctor, alertId, answer))).toEqual(['growth.alert-step'])
  expect(value(await takeAlert(context, nutritionist, alertId))).toBe('in-work')
  expect(value(await takeAlert(context, nutritionist, alertId))).toBe('in-work')
  const where = {
    toKind: 'hospital' as const,
    toName: 'RSUD Contoh',
    reason: "'; -- 😀 demam",
    redFlags: ['heart', 'bogus'],
  }
  expect(codes(await referAlert(context, nutritionist, alertId, { ...where, toName: ' ' }))).toEqual([
    'growth.referral-place',
  ])
  expect(codes(await referAlert(context, nutritionist, alertId, { ...where, reason: 'x'.repeat(10_000) }))).toEqual([
    'growth.referral-reason',
  ])
  expect(value(await referAlert(context, nutritionist, alertId, where))).toBe('referred')
  expect(codes(await referAlert(context, nutritionist, alertId, where))).toEqual(['growth.alert-step'])
  expect(codes(await closeAlert(context, doctor, alertId, { result: 'recovered', words: '' }))).toEqual([
    'growth.alert-step',
  ])
  expect(codes(await answerReferral(context, doctor, alertId, { ...answer, checkOn: '2026-06-01' }))).toEqual([
    'growth.answer-day',
  ])
  const care = { pkmk: 'ONS', pkmkRatio: '9', sleep: '', activityMinutes: '45', activityDays: '4', activity: '' }
  expect(
    codes(await answerReferral(context, doctor, alertId, { ...answer, care: { ...care, activityDays: '9' } })),
  ).toEqual(['growth.care-activity'])
  expect(value(await answerReferral(context, doctor, alertId, { ...answer, care }))).toBe('answered')
  expect(value(await readAlert(context, nutritionist, alertId)).referrals[0]?.answer?.care).toEqual({
    food: { words: 'ONS', ratioTenths: 90 },
    activity: { minutes: 45, days: 4 },
  })
  expect(codes(await closeAlert(context, doctor, alertId, { result: '', words: 'baik' }))).toEqual([
    'growth.alert-result-missing',
  ])
  expect(value(await closeAlert(context, doctor, alertId, { result: 'improving', words: 'naik 300 g' }))).toBe('closed')
  const view = value(await readAlert(context, nutritionist, alertId))
  expect(view.referrals[0]).toMatchObject({
    reason: "'; -- 😀 demam",
    redFlags: [{ en: 'heart defect' }],
    answer: { plan: 'obat lalu timbang' },
  })
  expect([view.mayWork, view.result?.words, view.events.length]).toEqual([false, 'naik 300 g', 5])
  const { rows } = await database.inRegion(REGION, (tx) =>
    sql<{ words: Buffer }>`select words from growth_referral`.execute(tx),
  )
  for (const row of rows) expect(Buffer.from(row.words).toString('latin1')).not.toContain('infeksi')
})

test('severe wasting is not called recovered before its rule is met, unless somebody says why', async () => {
  const one = child({ sex: 1, birthDate: '2024-12-10' })
  await addChild(database, context, one)
  const alerts = await measure(one, '2026-06-18', { weightG: 7000, armTenthMm: 1100 })
  const { alert_id: alertId } = alerts.find(({ code }) => code === 'SAM')!
  value(await takeAlert(context, doctor, alertId))
  expect(value(await readAlert(context, doctor, alertId)).mayLeaveCare).toBe(false)
  const close = (result: string, words: string) => closeAlert(context, doctor, alertId, { result, words })
  expect(codes(await close('recovered', '  '))).toEqual(['growth.sam-reason-missing'])
  expect(value(await readAlert(context, doctor, alertId)).state).toBe('in-work')
  expect(value(await close('recovered', 'LiLA 12,8 cm diukur dua kali di rumah sakit'))).toBe('closed')
})

test('a cadre sees but does not answer; others see nothing', async () => {
  const { alertId } = await underweight()
  expect(codes(await takeAlert(context, cadre, alertId))).toEqual(['not-found'])
  expect(value(await readAlert(context, cadre, alertId)).mayWork).toBe(false)
  for (const stranger of [
    visitor('cadre', { unitId: 'mawar' }),
    visitor('nutritionist', { unitId: 'pkm-batumandi' }),
    visitor('programme-officer', { place: REGION }),
    visitor('foster-parent', { place: REGION }),
    visitor('doctor', { unitId: 'pkm-paringin', region: '63.09' }),
  ]) {
    expect(codes(await readAlert(context, stranger, alertId))).toEqual(['not-found'])
    expect(codes(await takeAlert(context, stranger, alertId))).toEqual(['not-found'])
    expect(codes(await closeAlert(context, stranger, alertId, { result: 'recovered', words: '' }))).toEqual([
      'not-found',
    ])
  }
  expect(codes(await readAlert(context, doctor, "x'; --"))).toEqual(['not-found'])
  expect(codes(await listAlertsFor(context, visitor('programme-officer', { place: REGION }), { show: 'all' }))).toEqual(
    ['not-yours'],
  )
})

test('the list shows what is mine by due day and pages without missing one', async () => {
  const seen = new Set<string>()
  let after: string | undefined
  const first = value(await listAlertsFor(context, doctor, { show: 'all' }))
  do {
    const view = value(await listAlertsFor(context, doctor, { show: 'all', ...(after === undefined ? {} : { after }) }))
    for (const { alertId } of view.lines) seen.add(alertId)
    after = view.next
  } while (after !== undefined)
  expect(seen.size).toBe(first.counts.all)
  const mine = value(await listAlertsFor(context, cadre, { show: 'mine' }))
  expect(mine.lines.every(({ code }) => code === 'NG1' || code === 'IMP')).toBe(true)
})

test('food for 28 days: one programme at a time, weeks of ticks, ended with a gain', async () => {
  const { one } = await underweight()
  const start = { food: 'local' as const, money: 'village' as const, byGuideline: true }
  expect(codes(await startPmt(context, cadre, one.childId, start))).toEqual(['not-found'])
  const byPartner = { ...start, money: 'partner' as const }
  for (const partner of [undefined, '  ', 'x'.repeat(101)])
    expect(
      codes(
        await startPmt(context, nutritionist, one.childId, {
          ...byPartner,
          ...(partner === undefined ? {} : { partner }),
        }),
      ),
    ).toEqual(['growth.pmt-partner'])
  const given = { ...byPartner, partner: " PT Contoh '; -- 🙂 ", partnerOther: 'Baznas' }
  const { pmtId } = value(await startPmt(context, nutritionist, one.childId, given))
  const [kept] = await database.inRegion(REGION, (tx) => listPmtOfChild(tx, REGION, one.childId))
  expect([kept!.partner, kept!.partner_other]).toEqual(["PT Contoh '; -- 🙂", 'Baznas'])
  expect(codes(await startPmt(context, nutritionist, one.childId, start))).toEqual(['growth.pmt-running'])
  const week = { week: 1, given: Array(7).fill(true) as boolean[], weightG: 8400, next: 'continue' as const }
  expect(codes(await recordPmtWeek(context, cadre, pmtId, { ...week, week: 5 }))).toEqual(['growth.pmt-week'])
  expect(codes(await recordPmtWeek(context, cadre, pmtId, { ...week, given: [true] }))).toEqual(['growth.pmt-week'])
  expect(codes(await recordPmtWeek(context, cadre, pmtId, { ...week, daysEaten: 8 }))).toEqual(['growth.pmt-eaten'])
  expect(codes(await recordPmtWeek(context, cadre, pmtId, { ...week, weightG: 85_000 }))).toEqual(['growth.pmt-weight'])
  expect(codes(await recordPmtWeek(context, cadre, pmtId, { ...week, lengthTenthMm: 7900 }))).toEqual([
    'growth.pmt-position',
  ])
  expect(codes(await recordPmtWeek(context, cadre, pmtId, week))).toEqual(['growth.pmt-future'])
  growthClock.advance(14 * 86_400_000)
  const slip = { ...week, weightG: 6630 }
  expect(codes(await recordPmtWeek(context, cadre, pmtId, slip))).toEqual(['growth.pmt-weight-change'])
  expect(value(await recordPmtWeek(context, cadre, pmtId, { ...slip, isWeighedAgain: true })).gainG).toBe(-1670)
  value(await recordPmtWeek(context, cadre, pmtId, week))
  value(await recordPmtWeek(context, cadre, pmtId, { ...week, given: [true, ...Array(6).fill(false)] }))
  expect(
    value(
      await recordPmtWeek(context, cadre, pmtId, {
        ...week,
        week: 2,
        daysEaten: 6,
        weightG: 8550,
        lengthTenthMm: 7900,
        position: 'l',
        next: 'finish',
      }),
    ),
  ).toMatchObject({
    daysGiven: 8,
    daysEaten: 6,
    gainG: 250,
  })
  expect(codes(await recordPmtWeek(context, cadre, pmtId, { ...week, week: 3 }))).toEqual(['growth.pmt-ended'])
  expect(value(await readFood(context, nutritionist, pmtId))).toMatchObject({
    state: 'finished',
    mayWrite: false,
    after: { en: 'wasted' },
  })
  expect(codes(await readFood(context, visitor('cadre', { unitId: 'mawar' }), pmtId))).toEqual(['not-found'])
  growthClock.set('2026-06-20T02:00:00Z')
})

test('an answered referral comes back: without a day after 14, and late it is told upwards', async () => {
  const { alertId } = await underweight()
  value(
    await referAlert(context, nutritionist, alertId, { toKind: 'puskesmas', toName: 'Pkm', reason: 'x', redFlags: [] }),
  )
  value(await answerReferral(context, doctor, alertId, { diagnosis: 'd', plan: 'p', followUpBy: 'nutritionist' }))
  const state = async () =>
    database.inRegion(REGION, async (tx) => {
      const { rows } = await sql<{ due_on: string; escalated_to: string | null }>`
        select due_on::text, escalated_to from growth_alert where alert_id = ${alertId}::uuid`.execute(tx)
      return rows[0]
    })
  expect(await state()).toEqual({ due_on: '2026-07-04', escalated_to: null })
  growthClock.advance(40 * 86_400_000)
  await escalateLate(context, REGION)
  expect((await state())?.escalated_to).toBe('doctor')
  growthClock.set('2026-06-20T02:00:00Z')
})

test('severe wasting says when care may end: by the arm or the weight, and two weeks after the last oedema', async () => {
  const one = child({ birthDate: '2024-12-10' })
  await addChild(database, context, one)
  const length = { lengthHeightTenthMm: 7800, position: 'l' as const }
  const alerts = await measure(one, '2026-06-01', { weightG: 9800, ...length, oedema: 1 })
  const alertId = alerts.find(({ code }) => code === 'SAM')!.alert_id
  const mayLeave = async () => value(await readAlert(context, doctor, alertId)).mayLeaveCare
  expect(await mayLeave()).toBe(false)
  await measure(one, '2026-06-14', { weightG: 9900, ...length, armTenthMm: 1300 })
  expect(await mayLeave()).toBe(false)
  await measure(one, '2026-06-15', { weightG: 9900, ...length, armTenthMm: 1300 })
  expect(await mayLeave()).toBe(true)
})

test('a capsule never given is told once a month, where the posyandu keeps that record', async () => {
  growthClock.set('2026-03-02T02:00:00Z')
  const [given, never] = [child({ birthDate: '2025-03-01' }), child({ birthDate: '2025-03-02' })]
  const elsewhere = child({ birthDate: '2025-03-03', posyanduId: 'mawar' })
  for (const one of [given, never, elsewhere]) await addChild(database, context, one)
  value(
    await recordMeasurement(context, cadre, given.childId, {
      measurementId: newId(),
      measurement: { date: '2026-02-10', place: 'posyandu', weightG: 8700 },
      facts: { vitaminA: 'blue' },
      confirmed: true,
    }),
  )
  await openForSchedules(context, REGION)
  expect(await openForSchedules(context, REGION)).toBe(0)
  const vita = async (one: ChildRecord) =>
    (await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId))).filter(
      ({ code }) => code === 'VITA',
    ).length
  expect([await vita(given), await vita(never), await vita(elsewhere)]).toEqual([0, 1, 0])
  growthClock.set('2026-06-20T02:00:00Z')
})

test('nights: who was not weighed gets a visit once, what is late is told upwards once', async () => {
  const one = child({ birthDate: '2025-08-01' })
  await addChild(database, context, one)
  await measure(one, '2026-03-10', { weightG: 6800 })
  expect(await openForMissing(context, REGION)).toBeGreaterThan(0)
  expect(await openForMissing(context, REGION)).toBe(0)
  const alerts = await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId))
  expect(alerts.map(({ code, by_roles }) => [code, by_roles])).toContainEqual(['MISS', ['family-team']])
  growthClock.advance(40 * 86_400_000)
  expect(await escalateLate(context, REGION)).toBeGreaterThan(0)
  expect(await escalateLate(context, REGION)).toBe(0)
  growthClock.set('2026-06-20T02:00:00Z')
})
