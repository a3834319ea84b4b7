// A class is screened: three scores and a category, follow-ups ended with a result; strangers, other centres, twice, hostile text.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { GrowthContext } from '../context.ts'
import { CATEGORIES_2020 } from '../rules/editions.ts'
import { growthContext, REGION, seedGrowthWorld, visitor } from '../testing/growth-world.ts'
import { addSchoolChild, beginSession, finishSchoolChild, withdrawSchoolChild } from './school-commands.ts'
import type { SchoolChildInput } from './school-port.ts'
import { readClass, readSessions } from './school-queries.ts'
import { judgeSchoolChild } from './screening.ts'

let database: Database
let context: GrowthContext
const nutritionist = visitor('nutritionist', { unitId: 'pkm-paringin' })
const strangers = [
  visitor('nutritionist', { unitId: 'pkm-batumandi' }),
  visitor('cadre'),
  visitor('convergence-secretariat', { place: REGION }),
  visitor('nutritionist', { region: '63.09', place: '63.09', unitId: 'pkm-paringin' }),
]
const codes = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, at }) => `${code}@${at ?? ''}`)
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const child = (more: Partial<SchoolChildInput> = {}): SchoolChildInput => ({
  lineId: newId(),
  name: "Contoh Murid 🌼'; --",
  sex: 1,
  birthDate: '2019-02-10',
  weightG: 22_000,
  heightTenthMm: 12_100,
  ...more,
})
const session = { school: 'SDN Contoh', className: '1A', heldOn: '2026-06-10' }

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
})
afterAll(() => database.close())

test('ages 5 to below 19 years, weight for age to 10 only; an implausible figure is measured again', () => {
  const judge = (birthDate: string, weightG: number, heightTenthMm = 12_100) =>
    judgeSchoolChild({ sex: 1, birthDate, weightG, heightTenthMm }, '2026-06-10', CATEGORIES_2020)
  expect(codes(judge('2021-06-12', 18_000))).toEqual(['growth.school-age@birth'])
  expect(codes(judge('2007-05-01', 50_000, 16_500))).toEqual(['growth.school-age@birth'])
  const seven = value(judge('2019-06-10', 16_800))
  expect(Object.keys(seven.scores).sort()).toEqual(['schoolBmiForAge', 'schoolHeightForAge', 'schoolWeightForAge'])
  expect([seven.category?.code, seven.dueOn]).toEqual(['severely-thin', '2026-06-13'])
  const twelve = value(judge('2014-06-09', 38_000, 14_800))
  expect(Object.keys(twelve.scores).sort()).toEqual(['schoolBmiForAge', 'schoolHeightForAge'])
  expect(twelve).toMatchObject({ category: { code: 'well-nourished' } })
  expect(twelve.dueOn).toBeUndefined()
  expect(value(judge('2019-06-10', 60_000)).category?.code).toBe('measure-again')
})

test('a class from its first child to the last result; nobody else finds it', async () => {
  const sessionId = newId()
  for (const stranger of strangers.slice(0, 3).filter((one) => one !== strangers[0]))
    expect(codes(await beginSession(context, stranger, { ...session, sessionId }))).toEqual(['not-found@'])
  expect(
    codes(
      await beginSession(context, nutritionist, {
        sessionId,
        school: ' ',
        className: 'x'.repeat(10_000),
        heldOn: '2026-06-21',
      }),
    ),
  ).toEqual(['growth.school-text@school', 'growth.school-text@className', 'growth.in-future@heldOn'])
  value(await beginSession(context, nutritionist, { ...session, sessionId }))
  value(await beginSession(context, nutritionist, { ...session, sessionId }))
  const thin = child({ weightG: 18_500, name: 'Contoh Kurus' })
  value(await addSchoolChild(context, nutritionist, sessionId, thin))
  value(await addSchoolChild(context, nutritionist, sessionId, thin))
  const well = child()
  value(await addSchoolChild(context, nutritionist, sessionId, well))
  const mistake = child({ name: 'Contoh Salah' })
  value(await addSchoolChild(context, nutritionist, sessionId, mistake))
  value(await withdrawSchoolChild(context, nutritionist, sessionId, mistake.lineId))
  expect(
    codes(
      await addSchoolChild(context, nutritionist, sessionId, child({ name: '', weightG: 0, birthDate: '2024-01-01' })),
    ),
  ).toEqual(['growth.school-text@name', 'growth.school-age@birth', 'growth.school-weight@weight'])
  for (const stranger of strangers) {
    expect(codes(await readClass(context, stranger, sessionId))).toEqual(['not-found@'])
    expect(codes(await addSchoolChild(context, stranger, sessionId, child()))).toEqual(['not-found@'])
  }
  const view = value(await readClass(context, nutritionist, sessionId))
  expect(view.session).toMatchObject({ children: 2, waiting: 1, late: 0 })
  expect(view.lines.map(({ name, category }) => [name, category?.code])).toEqual([
    ['Contoh Kurus', 'thin'],
    ["Contoh Murid 🌼'; --", 'well-nourished'],
  ])
  const finish = (lineId: string, result: string, who = nutritionist) =>
    finishSchoolChild(context, who, sessionId, lineId, { result, words: '' })
  expect(codes(await finish(thin.lineId, 'nonsense'))).toEqual(['growth.alert-result-missing@result'])
  expect(codes(await finish(well.lineId, 'improving'))).toEqual(['not-found@'])
  expect(codes(await finish(thin.lineId, 'improving', strangers[0]))).toEqual(['not-found@'])
  value(await finish(thin.lineId, 'improving'))
  value(await finish(thin.lineId, 'improving'))
  expect(codes(await finish(thin.lineId, 'recovered'))).toEqual(['growth.school-ended@'])
  expect(codes(await withdrawSchoolChild(context, nutritionist, sessionId, thin.lineId))).toEqual([
    'growth.school-ended@',
  ])
  const all = value(await readSessions(context, nutritionist))
  expect(all.sessions).toMatchObject([{ sessionId, children: 2, waiting: 0 }])
  expect(value(await readSessions(context, strangers[0]!)).sessions).toEqual([])
})
