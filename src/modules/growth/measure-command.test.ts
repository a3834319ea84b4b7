// A measuring through the whole use case on a real database: months, alerts, corrections, and who may not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { takeAlert } from './alert-commands.ts'
import { listAlertsOfChild } from './alert-store.ts'
import { listAlertEvents } from './care-store.ts'
import type { GrowthContext } from './context.ts'
import { type MeasureOutcome, type MeasureRequest, recordMeasurement } from './measure-command.ts'
import { listChildMonths, listMeasurements } from './measurement-store.ts'
import type { Measurement } from './rules/measurement.ts'
import { addChild, child, growthContext, REGION, seedGrowthWorld, visitor } from './testing/growth-world.ts'

let database: Database
let context: GrowthContext
const cadre = visitor('cadre')

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
})
afterAll(() => database.close())

const request = (date: string, figures: Partial<Measurement>, more: Partial<MeasureRequest> = {}): MeasureRequest => ({
  measurementId: newId(),
  measurement: { date, place: 'posyandu', ...figures },
  facts: {},
  confirmed: true,
  ...more,
})
const saved = (result: Result<MeasureOutcome>) => {
  if (!result.ok || !result.value.saved) throw new Error(JSON.stringify(result))
  return result.value
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))
const alertsOf = (id: string) =>
  database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, id), { readOnly: true })
const months = (id: string) => database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, id), { readOnly: true })

test('the girl of the worked example: B, then T below the least gain, then N, with one alert for T', async () => {
  const girl = child({ birthDate: '2025-10-05' })
  await addChild(database, context, girl)
  saved(await recordMeasurement(context, cadre, girl.childId, request('2026-04-10', { weightG: 7100 })))
  const may = saved(await recordMeasurement(context, cadre, girl.childId, request('2026-05-10', { weightG: 7350 })))
  expect(may.month?.decision).toMatchObject({ status: 'T', gainG: 250, kbmG: 300 })
  expect(may.opened.map(({ code }) => code)).toEqual(['NG1'])
  const june = saved(await recordMeasurement(context, cadre, girl.childId, request('2026-06-10', { weightG: 7700 })))
  expect(june.month?.decision).toMatchObject({ status: 'N', gainG: 350, kbmG: 300 })
  expect((await months(girl.childId)).map(({ month, status }) => [month, status])).toEqual([
    ['2026-04', 'B'],
    ['2026-05', 'T'],
    ['2026-06', 'N'],
  ])
  // what the alert asked about is answered by the scale: it ends with its result, and by whom
  const [alert] = await alertsOf(girl.childId)
  expect(alert).toMatchObject({ code: 'NG1', state: 'closed', result: 'gained', closed_on: '2026-06-10', version: 2 })
  const events = await database.inRegion(REGION, (tx) => listAlertEvents(tx, REGION, alert!.alert_id))
  expect(events.map(({ kind, actor, role }) => [kind, actor, role])).toContainEqual([
    'closed',
    cadre.actor!.accountId,
    'cadre',
  ])
})

test('an alert that somebody has begun, and one for two months without gain, are left to people', async () => {
  const girl = child({ birthDate: '2025-10-05' })
  await addChild(database, context, girl)
  for (const [date, weightG] of [
    ['2026-03-10', 7000],
    ['2026-04-10', 7050],
    ['2026-05-10', 7100],
  ] as const)
    saved(await recordMeasurement(context, cadre, girl.childId, request(date, { weightG })))
  const [first] = await alertsOf(girl.childId)
  expect((await takeAlert(context, cadre, first!.alert_id)).ok).toBe(true)
  saved(await recordMeasurement(context, cadre, girl.childId, request('2026-06-10', { weightG: 7700 })))
  expect(
    (await alertsOf(girl.childId)).filter(({ code }) => code.startsWith('NG')).map(({ code, state }) => [code, state]),
  ).toEqual([
    ['NG1', 'in-work'],
    ['NG2', 'open'],
  ])
})

test('the boy of 548 days: three alerts, the most urgent first; the same form twice records once', async () => {
  const boy = child({ sex: 1, birthDate: '2024-12-10' })
  await addChild(database, context, boy)
  const first = request('2026-06-11', { weightG: 7200, lengthHeightTenthMm: 7450, position: 'l' })
  const once = saved(await recordMeasurement(context, cadre, boy.childId, first))
  expect(once.measurement.scores).toMatchObject({
    lengthForAge: { z: -2.88 },
    weightForAge: { z: -3.68 },
    weightForLength: { z: -3.35 },
  })
  expect(once.opened.map(({ code }) => code)).toEqual(['SAM', 'LOWW', 'SHORT'])
  saved(await recordMeasurement(context, cadre, boy.childId, first))
  const rows = await database.inRegion(REGION, async (tx) => ({
    measured: await listMeasurements(tx, REGION, boy.childId),
    alerts: await listAlertsOfChild(tx, REGION, boy.childId),
  }))
  expect([rows.measured.length, rows.alerts.length]).toEqual([1, 3])
})

test('a weight that jumps is asked about, and believed when confirmed', async () => {
  const girl = child()
  await addChild(database, context, girl)
  saved(await recordMeasurement(context, cadre, girl.childId, request('2026-05-10', { weightG: 6500 })))
  const asked = await recordMeasurement(
    context,
    cadre,
    girl.childId,
    request('2026-06-10', { weightG: 8500 }, { confirmed: false }),
  )
  expect(asked.ok && !asked.value.saved && asked.value.questions.map(({ code }) => code)).toEqual(['weight-jump'])
  expect((await months(girl.childId)).length).toBe(1)
})

test('a correction keeps what was written first and counts the months anew', async () => {
  const girl = child({ birthDate: '2025-10-05' })
  await addChild(database, context, girl)
  saved(await recordMeasurement(context, cadre, girl.childId, request('2026-04-10', { weightG: 7100 })))
  const wrong = saved(await recordMeasurement(context, cadre, girl.childId, request('2026-05-10', { weightG: 7350 })))
  const again = request('2026-05-10', { weightG: 7530 }, { replaces: wrong.measurement.id })
  expect(codes(await recordMeasurement(context, cadre, girl.childId, again))).toEqual(['growth.reason-missing'])
  saved(await recordMeasurement(context, cadre, girl.childId, { ...again, reason: 'angka tertukar' }))
  expect((await months(girl.childId)).map(({ status }) => status)).toEqual(['B', 'N'])
  const rows = await database.inRegion(REGION, (tx) => listMeasurements(tx, REGION, girl.childId))
  expect(rows.map(({ state }) => state)).toEqual(['recorded', 'replaced', 'recorded'])
})

test('a nurse elsewhere, a cadre of another posyandu, a planner and another region see no such child', async () => {
  const girl = child()
  await addChild(database, context, girl)
  const figures = request('2026-06-10', { weightG: 7000 })
  for (const stranger of [
    visitor('cadre', { unitId: 'mawar' }),
    visitor('cadre', { unitId: "melati'; --" }),
    visitor('nutritionist', { unitId: 'pkm-batumandi' }),
    visitor('midwife', { place: '63.11.06.100' }),
    visitor('convergence-secretariat', { place: REGION }),
    visitor('foster-parent'),
    visitor('cadre', { region: '63.09' }),
  ])
    expect(codes(await recordMeasurement(context, stranger, girl.childId, figures))).toEqual(['not-found'])
  expect(codes(await recordMeasurement(context, cadre, "'; --", figures))).toEqual(['not-found'])
  expect(await months(girl.childId)).toEqual([])
})

test('what cannot be is refused: no figure, before birth, tomorrow', async () => {
  const girl = child()
  await addChild(database, context, girl)
  const measure = async (date: string, figures: Partial<Measurement>) =>
    codes(await recordMeasurement(context, cadre, girl.childId, request(date, figures)))
  expect(await measure('2026-06-10', {})).toEqual(['growth.nothing-measured'])
  expect(await measure('2025-11-09', { weightG: 3000 })).toEqual(['growth.before-birth'])
  expect(await measure('2026-06-21', { weightG: 7000 })).toEqual(['growth.in-future'])
  expect(await measure('2026-06-10', { weightG: 0 })).toEqual(['growth.not-above-zero'])
})

test('a second weighing of the day is asked about for the cadre, not for the midwife who measures again', async () => {
  const girl = child()
  await addChild(database, context, girl)
  saved(await recordMeasurement(context, cadre, girl.childId, request('2026-06-10', { weightG: 7000 })))
  const second = () => request('2026-06-10', { weightG: 7100 }, { confirmed: false })
  const asked = await recordMeasurement(context, cadre, girl.childId, second())
  expect(asked.ok && !asked.value.saved && asked.value.questions).toEqual([
    { code: 'measured-today', value: 7100, past: 7000, pastDate: '2026-06-10' },
  ])
  saved(await recordMeasurement(context, visitor('midwife'), girl.childId, second()))
})

test('what no child weighs is asked about again even when confirmed; what is only very rare is kept', async () => {
  const girl = child()
  await addChild(database, context, girl)
  for (const figures of [
    { weightG: 850_000 },
    { weightG: 7000, lengthHeightTenthMm: 720_000, position: 'l' as const },
  ]) {
    const asked = await recordMeasurement(context, cadre, girl.childId, request('2026-06-10', figures))
    expect(asked.ok && asked.value.saved).toBe(false)
  }
  saved(
    await recordMeasurement(
      context,
      cadre,
      girl.childId,
      request('2026-06-10', { weightG: 190_000, lengthHeightTenthMm: 100, position: 'l' }),
    ),
  )
})
