// Cases of docs/growth-cases.md that need a database: twins, two cadres and one child, another edition of thresholds, a foster parent.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { listAlertsFor, readAlert } from './alert-queries.ts'
import { listAlertsOfChild } from './alert-store.ts'
import { registerChild } from './child-commands.ts'
import type { GrowthContext } from './context.ts'
import { recordMeasurement } from './measure-command.ts'
import { listChildMonths, listMeasurements } from './measurement-store.ts'
import { listPosyandus, readChild, readDay } from './posyandu-queries.ts'
import { readQuality } from './quality/quality-queries.ts'
import { bringRollupsUpToDate } from './rollup-commands.ts'
import type { Measurement } from './rules/measurement.ts'
import { addChild, child, EDITIONS, growthContext, REGION, seedGrowthWorld, visitor } from './testing/growth-world.ts'

let database: Database
let context: GrowthContext
const cadre = visitor('cadre')
const second = visitor('cadre', { account: 'acc-second' })
const midwife = visitor('midwife')

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
const weigh = async (
  childId: string,
  date: string,
  figures: Partial<Measurement>,
  who = cadre,
  at: GrowthContext = context,
) =>
  value(
    await recordMeasurement(at, who, childId, {
      measurementId: newId(),
      measurement: { date, place: 'posyandu', ...figures },
      facts: {},
      confirmed: true,
    }),
  )
const months = (childId: string) =>
  database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, childId), { readOnly: true })

test('twins: the second one is asked about, then both have a record of their own', async () => {
  const twin = (name: string) => ({
    name,
    sex: 2 as const,
    birthDate: '2026-03-03',
    birthExact: true,
    motherName: 'Contoh Ibu Kembar',
    details: {},
  })
  const register = (name: string, isAnother: boolean) =>
    registerChild(context, cadre, 'melati', { childId: newId(), facts: twin(name), isAnother, bringHere: false })
  expect(value(await register('Contoh Kembar Aisyah', false))).toMatchObject({ done: true })
  expect(value(await register('Contoh Kembar Aisyah B', false))).toMatchObject({ done: false, canBring: false })
  expect(value(await register('Contoh Kembar Aisyah B', true))).toMatchObject({ done: true })
  const day = value(await readDay(context, cadre, 'melati'))
  expect(day.children.filter(({ name }) => name.startsWith('Contoh Kembar'))).toHaveLength(2)
})

test('two cadres measure one child on one day: both are kept, the month counts once, the verified one wins', async () => {
  const one = child({ sex: 1, birthDate: '2025-06-10' })
  await addChild(database, context, one)
  await weigh(one.childId, '2026-05-12', { weightG: 8700 })
  await weigh(one.childId, '2026-06-12', { weightG: 9000 })
  await weigh(one.childId, '2026-06-12', { weightG: 8800 }, second)
  const all = await database.inRegion(REGION, (tx) => listMeasurements(tx, REGION, one.childId))
  expect(all.map(({ weight_g, measurer }) => [weight_g, measurer])).toEqual([
    [8700, 'acc-cadre'],
    [9000, 'acc-cadre'],
    [8800, 'acc-second'],
  ])
  const june = async () => (await months(one.childId)).filter(({ month }) => month === '2026-06')
  expect((await june()).map(({ gain_g, status }) => [gain_g, status])).toEqual([[100, 'T']])
  await weigh(one.childId, '2026-06-11', { weightG: 8950 }, midwife)
  expect((await june()).map(({ gain_g, status }) => [gain_g, status])).toEqual([[250, 'N']])
})

test('another edition of thresholds: old scores and alerts keep theirs, new ones name the new one', async () => {
  const one = child({ sex: 1, birthDate: '2024-10-11' })
  await addChild(database, context, one)
  await weigh(one.childId, '2026-04-12', { weightG: 7200, lengthHeightTenthMm: 7450, position: 'l' })
  const before = (await months(one.childId))[0]!
  const next: GrowthContext = {
    ...context,
    editions: () => ({
      ...EDITIONS,
      alerts: {
        ...EDITIONS.alerts,
        id: 'alerts-2030',
        alerts: EDITIONS.alerts.alerts.map((rule) => ({ ...rule, windowDays: 1, dueDays: rule.dueDays + 1 })),
      },
    }),
  }
  await weigh(one.childId, '2026-06-12', { weightG: 7300, lengthHeightTenthMm: 7500, position: 'l' }, cadre, next)
  const alerts = await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId))
  const editions = (day: string) =>
    new Set(alerts.filter(({ opened_on }) => opened_on === day).map(({ edition }) => edition))
  expect([...editions('2026-04-12')]).toEqual(['alerts-2022'])
  expect([...editions('2026-06-12')].filter((edition) => edition !== 'alerts-2030')).toEqual([])
  const [april] = await months(one.childId)
  expect(april).toEqual(before)
  const [first] = await database.inRegion(REGION, (tx) => listMeasurements(tx, REGION, one.childId))
  expect([first!.z_length, first!.z_weight, first!.z_weight_length]).toEqual([-288, -368, -335])
})

test('a foster parent finds no child, no list, no alert; a cadre of elsewhere neither', async () => {
  const one = child({ sex: 1, birthDate: '2024-12-10' })
  await addChild(database, context, one)
  await weigh(one.childId, '2026-06-18', { weightG: 8300 })
  const [alert] = await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, one.childId))
  for (const who of [
    visitor('foster-parent', { place: REGION, unitId: 'asuh' }),
    visitor('cadre', { unitId: 'mawar' }),
    visitor('convergence-secretariat', { place: REGION }),
  ]) {
    expect(codes(await readChild(context, who, one.childId))).toEqual(['not-found'])
    expect(codes(await readDay(context, who, 'melati'))).toEqual(['not-found'])
    expect(codes(await readAlert(context, who, alert!.alert_id))).toEqual(['not-found'])
  }
  const giver = visitor('foster-parent', { place: REGION, unitId: 'asuh' })
  expect(await listPosyandus(context, giver)).toEqual([])
  expect(codes(await listAlertsFor(context, giver, { show: 'all' }))).toEqual(['not-yours'])
})

test('quality: rounded figures and missing positions of one cadre, from sums, told to the midwife and to no cadre', async () => {
  for (let i = 0; i < 24; i++) {
    const one = child({ sex: 1, birthDate: '2024-06-10', posyanduId: 'mawar', name: `Contoh ${i}` })
    await addChild(database, context, one)
    const isRound = i < 20
    await weigh(
      one.childId,
      '2026-06-15',
      {
        weightG: isRound ? 9500 + 500 * (i % 4) : 10_130 + i * 10,
        lengthHeightTenthMm: isRound ? 8000 + 50 * i : 8012 + i * 10,
        ...(i % 3 === 0 ? {} : { position: 'l' as const }),
      },
      visitor('cadre', { unitId: 'mawar', account: 'acc-rounds' }),
    )
  }
  await bringRollupsUpToDate(database, REGION)
  await bringRollupsUpToDate(database, REGION)
  const names = async () => new Map([['acc-rounds', 'Contoh Kader Bulat']])
  const view = value(await readQuality(context, names, midwife, 'mawar'))
  expect(view.whole.counts).toMatchObject({ measured: 24, lengths: 24, noPosition: 8, pairs: 24, round: 20 })
  expect(view.measurers.map(({ name, signs }) => [name, signs.map(({ code }) => code)])).toEqual([
    ['Contoh Kader Bulat', ['position', 'digits']],
  ])
  expect(view.whole.signs.every(({ advice }) => advice.id.length > 20 && advice.en.length > 20)).toBe(true)
  for (const who of [cadre, visitor('cadre', { unitId: 'mawar' }), visitor('midwife', { place: '63.11.04.2001' })])
    expect(codes(await readQuality(context, names, who, 'mawar'))).toEqual(['not-found'])
})
