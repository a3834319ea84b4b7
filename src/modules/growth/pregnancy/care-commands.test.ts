// Pregnancies and vaccines on a real database: registered, seen, alerted, born and joined to the child; given, corrected, overdue;
// twice, by the wrong role, of the wrong place.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { addDays } from '../../../kernel/date.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { closeAlert, referAlert } from '../alert-commands.ts'
import { listAlertsFor, readAlert } from '../alert-queries.ts'
import { listAlertsOfChild } from '../alert-store.ts'
import { registerChild } from '../child-commands.ts'
import type { GrowthContext } from '../context.ts'
import { readFood } from '../food-queries.ts'
import { recordDoses, withdrawDoseOf } from '../immunisation/immunisation-commands.ts'
import { openForOverdue, readVaccineList, readVaccines } from '../immunisation/immunisation-queries.ts'
import { startMotherPmt } from '../mother-food-commands.ts'
import { recordPmtWeek } from '../pmt-commands.ts'
import { addChild, child, growthContext, PARINGIN, REGION, seedGrowthWorld, visitor } from '../testing/growth-world.ts'
import { endPregnancy, recordVisit, registerPregnancy, withdrawVisitOf } from './pregnancy-commands.ts'
import type { VisitRequest, WomanFacts } from './pregnancy-port.ts'
import { readAllPregnancies, readPregnancies, readPregnancy } from './pregnancy-queries.ts'

let database: Database
let context: GrowthContext
const cadre = visitor('cadre')
const midwife = visitor('midwife')
const team = visitor('family-team')
const strangers = [
  cadre,
  visitor('midwife', { place: '63.11.04.2001' }),
  visitor('nutritionist', { unitId: 'pkm-batumandi' }),
  visitor('midwife', { region: '63.09', place: '63.09' }),
  visitor('foster-parent', { place: REGION }),
]
const TODAY = '2026-06-20'

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
const woman = (more: Partial<WomanFacts> = {}): WomanFacts => ({
  name: 'Contoh Ibu Hamil',
  birthDate: '1998-04-05',
  details: { husband: "Contoh Suami 🌼'; --" },
  lastPeriod: '2026-01-05',
  dueOn: '2026-10-12',
  ...more,
})
const visit = (more: Partial<VisitRequest> = {}): VisitRequest => ({
  visitId: newId(),
  on: TODAY,
  tabletsGiven: 0,
  tabletsTaken: 0,
  foodGiven: false,
  classAttended: false,
  ...more,
})
const register = async (more: Partial<WomanFacts> = {}, due?: string) => {
  const id = newId()
  value(await registerPregnancy(context, midwife, 'melati', id, woman({ ...more, ...(due ? { dueOn: due } : {}) })))
  return id
}

test('registered once, seen, alerted about KEK and anaemia, referred, ended; twice is once', async () => {
  const id = newId()
  const facts = woman({ nik: '6311064504989901' })
  expect(value(await registerPregnancy(context, midwife, 'melati', id, facts))).toBe(id)
  expect(value(await registerPregnancy(context, midwife, 'melati', id, facts))).toBe(id)
  expect(codes(await registerPregnancy(context, midwife, 'mawar', newId(), facts))).toEqual(['growth.pregnancy-known'])
  expect(
    codes(await registerPregnancy(context, midwife, 'melati', newId(), woman({ birthDate: '2020-01-01' }))),
  ).toEqual(['growth.pregnancy-age'])
  const first = visit({ armTenthMm: 2290, haemoglobinTenthGdl: 104, tabletsGiven: 30 })
  value(await recordVisit(context, midwife, id, first))
  value(await recordVisit(context, midwife, id, first))
  expect(codes(await recordVisit(context, midwife, id, visit({ on: '2026-06-21', armTenthMm: 2400 })))).toEqual([
    'growth.visit-day',
  ])
  expect(codes(await recordVisit(context, midwife, id, visit()))).toEqual(['growth.visit-nothing'])
  const view = value(await readPregnancy(context, midwife, id))
  expect(view.visits).toHaveLength(1)
  expect(view.alerts.map(({ code }) => code)).toEqual(['KEK', 'ANEM'])
  expect(view.state).toMatchObject({ isKek: true, isAnaemic: true, tabletsGiven: 30, tabletsTaken: 0 })
  expect(view.details.husband).toBe("Contoh Suami 🌼'; --")

  const alertId = view.alerts[0]!.alertId
  const list = value(await listAlertsFor(context, midwife, { show: 'all' }))
  expect(list.lines.filter(({ childId }) => childId === id).map(({ code }) => code)).toEqual(['KEK', 'ANEM'])
  const cadreList = value(await listAlertsFor(context, cadre, { show: 'all' }))
  expect(cadreList.lines.some(({ childId }) => childId === id)).toBe(false)
  expect(cadreList.counts.all).toBe(list.counts.all - 2)
  expect(codes(await readAlert(context, cadre, alertId))).toEqual(['not-found'])
  value(
    await referAlert(context, midwife, alertId, {
      toKind: 'puskesmas',
      toName: 'Puskesmas',
      reason: 'KEK',
      redFlags: [],
    }),
  )
  expect(value(await readAlert(context, midwife, alertId)).latest?.facts.map(({ value: text }) => text)).toEqual([
    '22,9',
    '10,4',
  ])

  value(await endPregnancy(context, midwife, id, 'miscarried', TODAY))
  value(await endPregnancy(context, midwife, id, 'miscarried', TODAY))
  expect(codes(await endPregnancy(context, midwife, id, 'born', TODAY))).toEqual(['growth.pregnancy-ended'])
  expect(codes(await recordVisit(context, midwife, id, visit({ weightG: 60_000 })))).toEqual(['growth.pregnancy-ended'])
  const over = value(await readPregnancy(context, midwife, id))
  expect([over.outcome, over.alerts.length]).toEqual(['miscarried', 0])
  expect(codes(await closeAlert(context, midwife, alertId, { result: 'improving', words: '' }))).toEqual([
    'growth.alert-step',
  ])
})

test('a withdrawn visit no longer counts; a reason is asked', async () => {
  const id = await register()
  const wrong = visit({ armTenthMm: 2290, tabletsTaken: 90 })
  value(await recordVisit(context, midwife, id, wrong))
  expect(codes(await withdrawVisitOf(context, midwife, id, wrong.visitId, ' '))).toEqual(['growth.reason-missing'])
  value(await withdrawVisitOf(context, midwife, id, wrong.visitId, 'ibu lain'))
  const view = value(await readPregnancy(context, midwife, id))
  expect([view.state.isKek, view.state.tabletsTaken, view.visits[0]!.withdrawn]).toEqual([undefined, 0, 'ibu lain'])
})

test('the team of the village sees, a cadre and people of other places find nothing', async () => {
  const id = await register()
  expect(value(await readPregnancy(context, team, id)).mayWrite).toBe(false)
  expect(codes(await recordVisit(context, team, id, visit({ armTenthMm: 2290 })))).toEqual(['not-found'])
  for (const one of strangers) {
    expect(codes(await readPregnancy(context, one, id))).toEqual(['not-found'])
    expect(codes(await readPregnancies(context, one, 'melati'))).toEqual(['not-found'])
    const all = await readAllPregnancies(context, one)
    expect(all.ok && all.value.running.some(({ pregnancyId }) => pregnancyId === id)).toBe(false)
    expect(codes(await registerPregnancy(context, one, 'melati', newId(), woman()))).toEqual(['not-found'])
    expect(codes(await recordVisit(context, one, id, visit({ armTenthMm: 2290 })))).toEqual(['not-found'])
    expect(codes(await endPregnancy(context, one, id, 'born', TODAY))).toEqual(['not-found'])
  }
  const seen = value(await readAllPregnancies(context, midwife)).running.find(({ pregnancyId }) => pregnancyId === id)
  expect(seen).toMatchObject({ posyandu: 'melati' })
  expect(codes(await readAllPregnancies(context, cadre))).toEqual(['not-found'])
})

test('a birth ends the pregnancy and joins the children; twins come to the same one', async () => {
  const motherNik = '6311065201959902'
  const id = await register({ nik: motherNik, birthDate: '1995-01-12' }, addDays(TODAY, 5))
  const newborn = (name: string) => ({
    name,
    sex: 1 as const,
    birthDate: '2026-06-18',
    birthExact: true,
    details: { motherNik },
  })
  for (const name of ['Contoh Kembar Satu', 'Contoh Kembar Dua'])
    value(
      await registerChild(context, cadre, 'melati', {
        childId: newId(),
        facts: newborn(name),
        isAnother: true,
        bringHere: false,
      }),
    )
  const view = value(await readPregnancy(context, midwife, id))
  expect([view.outcome, view.endedOn, view.born.map(({ name }) => name)]).toEqual([
    'born',
    '2026-06-18',
    ['Contoh Kembar Dua', 'Contoh Kembar Satu'],
  ])
  expect(
    value(await readPregnancies(context, midwife, 'melati')).ended.find(({ pregnancyId }) => pregnancyId === id),
  ).toMatchObject({ outcome: 'born', children: 2 })
})

test('vaccines: given and copied, in order, once; an overdue dose alerts and the alert ends when it is given', async () => {
  const one = child({ birthDate: '2026-01-10', villageCode: PARINGIN })
  await addChild(database, context, one)
  const record = (who: typeof cadre, doses: readonly string[], on: string) =>
    recordDoses(context, who, one.childId, { doses, on, place: 'posyandu' })
  expect(value(await record(cadre, ['HB0'], '2026-01-10'))).toEqual({ recorded: 1 })
  expect(value(await record(cadre, ['HB0'], '2026-01-10'))).toEqual({ recorded: 0 })
  expect(codes(await record(cadre, ['HB0'], '2026-01-11'))).toEqual(['growth.dose-known'])
  expect(codes(await record(cadre, ['DPT2'], '2026-04-10'))).toEqual(['growth.dose-order'])
  expect(codes(await record(cadre, [], TODAY))).toEqual(['growth.dose-missing'])
  expect(codes(await record(cadre, ['BCG'], '2026-06-21'))).toEqual(['growth.dose-future'])
  const alerts = () => database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId))
  expect((await alerts()).map(({ code, state }) => [code, state])).toEqual([['IMM', 'open']])
  expect(value(await readVaccines(context, cadre, one.childId)).fromBook).toEqual(['HB0'])

  value(await record(midwife, ['BCG', 'OPV1', 'DPT1', 'PCV1', 'RV1'], '2026-03-12'))
  value(await record(midwife, ['OPV2', 'DPT2', 'PCV2', 'RV2', 'IPV1'], TODAY))
  expect((await alerts()).map(({ code, state, result }) => [code, state, result])).toEqual([['IMM', 'closed', 'given']])
  const view = value(await readVaccines(context, midwife, one.childId))
  expect([view.summary.overdue, view.summary.isUpToDate, view.may]).toEqual([0, true, 'give'])
  expect(codes(await withdrawDoseOf(context, midwife, one.childId, 'DPT1', 'salah'))).toEqual(['growth.dose-followed'])
  expect(codes(await withdrawDoseOf(context, midwife, one.childId, 'RV2', ''))).toEqual(['growth.reason-missing'])
  value(await withdrawDoseOf(context, midwife, one.childId, 'RV2', 'salah anak'))
  expect(codes(await withdrawDoseOf(context, cadre, one.childId, 'BCG', 'salah'))).toEqual(['not-found'])
  for (const who of strangers.slice(1)) {
    expect(codes(await recordDoses(context, who, one.childId, { doses: ['OPV3'], on: TODAY, place: 'home' }))).toEqual([
      'not-found',
    ])
    expect(codes(await readVaccineList(context, who, 'melati'))).toEqual(['not-found'])
  }
  const list = value(await readVaccineList(context, cadre, 'melati'))
  expect(list.waiting.map(({ childId }) => childId)).toContain(one.childId)
})

test('time alone makes a dose overdue: the night opens the alert, once', async () => {
  const one = child({ birthDate: '2026-03-25' })
  await addChild(database, context, one)
  value(
    await recordDoses(context, midwife, one.childId, {
      doses: ['HB0', 'BCG', 'OPV1'],
      on: '2026-04-30',
      place: 'posyandu',
    }),
  )
  const later: GrowthContext = { ...context, today: () => '2026-07-01' }
  expect(await openForOverdue(later, REGION)).toBeGreaterThan(0)
  expect(await openForOverdue(later, REGION)).toBe(0)
  const found = await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId))
  expect(found.map(({ code, opened_on }) => [code, opened_on])).toEqual([['IMM', '2026-07-01']])
})

test('food of a pregnant woman with KEK: 120 days, her arm week by week, ended with a result, at the latest with the birth', async () => {
  const start = { food: 'local' as const, money: 'dak' as const, byGuideline: true }
  const id = await register()
  value(await recordVisit(context, midwife, id, visit({ on: '2026-06-01', armTenthMm: 2360 })))
  expect(codes(await startMotherPmt(context, midwife, id, start))).toEqual(['growth.pmt-no-kek'])
  value(await recordVisit(context, midwife, id, visit({ on: '2026-06-02', armTenthMm: 2290, weightG: 46_000 })))
  for (const stranger of [...strangers, team])
    expect(codes(await startMotherPmt(context, stranger, id, start))).toEqual(['not-found'])
  const then = { ...context, today: () => '2026-06-03' }
  const { pmtId } = value(await startMotherPmt(then, midwife, id, start))
  expect(codes(await startMotherPmt(context, midwife, id, start))).toEqual(['growth.pmt-running'])
  const week = { week: 1, given: Array(7).fill(true) as boolean[], weightG: 46_400, next: 'continue' as const }
  for (const stranger of strangers) {
    expect(codes(await recordPmtWeek(context, stranger, pmtId, week))).toEqual(['not-found'])
    expect(codes(await readFood(context, stranger, pmtId))).toEqual(['not-found'])
  }
  expect(codes(await recordPmtWeek(context, midwife, pmtId, { ...week, armTenthMm: 23 }))).toEqual(['growth.pmt-arm'])
  value(await recordPmtWeek(context, midwife, pmtId, { ...week, armTenthMm: 2310 }))
  value(await recordPmtWeek(context, midwife, pmtId, { ...week, week: 2, armTenthMm: 2355 }))
  const running = value(await readFood(context, midwife, pmtId))
  expect(running).toMatchObject({ weeks: 18, lastDay: '2026-09-30', isLengthOpen: true, mayWrite: true })
  expect(value(await listAlertsFor(context, midwife, { show: 'all' })).food.map((one) => one.pmtId)).toContain(pmtId)
  expect(value(await listAlertsFor(context, cadre, { show: 'all' })).food.map((one) => one.pmtId)).not.toContain(pmtId)
  value(await endPregnancy(context, midwife, id, 'born', TODAY))
  const ended = value(await readFood(context, midwife, pmtId))
  expect(ended).toMatchObject({
    state: 'finished',
    mayWrite: false,
    mother: { startArmTenthMm: 2290, endArmTenthMm: 2355 },
    before: { id: 'KEK' },
    after: { id: 'tidak KEK' },
    progress: { daysGiven: 14, daysPlanned: 120, gainG: 400 },
  })
})
