// Figures of areas on a real database: shares from whole numbers, small counts hidden from those who do not treat, names only
// for those who work there, survey figures apart, what became of the stunted of a year ago.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { CentrePage } from './centre-pages.tsx'
import { listCentres, readCentre } from './centre-queries.ts'
import type { GrowthContext } from './context.ts'
import { figureOf, mayShowShare, shownCount } from './figures.ts'
import { countCohortsOf } from './figures-jobs.ts'
import { AreaPage } from './figures-pages.tsx'
import { type Places, readArea, villageFigures } from './figures-queries.ts'
import { recordMeasurement } from './measure-command.ts'
import { NO_COUNTS } from './rollup.ts'
import { bringRollupsUpToDate } from './rollup-commands.ts'
import { recordSurvey } from './survey-commands.ts'
import {
  addChild,
  BATUMANDI,
  child,
  growthContext,
  PARINGIN,
  REGION,
  seedGrowthWorld,
  visitor,
} from './testing/growth-world.ts'

const places: Places = {
  name: (code) => (code.startsWith('63.11') && !code.includes('99') ? `Tempat ${code}` : undefined),
  children: (code) =>
    code === REGION
      ? ['63.11.04', '63.11.06'].map((one) => ({ code: one, name: one }))
      : [PARINGIN, BATUMANDI].filter((one) => one.startsWith(`${code}.`)).map((one) => ({ code: one, name: one })),
  tile: () => undefined,
}
const units = () => Promise.resolve(new Map([['pkm-paringin', 'Puskesmas Paringin']]))

let database: Database
let context: GrowthContext
const nutritionist = visitor('nutritionist', { unitId: 'pkm-paringin' })
const planner = visitor('convergence-secretariat', { place: REGION })
const nobody: Visitor = (({ actor: _actor, ...rest }) => rest)(visitor('cadre'))

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
  // Twelve boys of one age: three short in June 2025, two of them short in May 2026, one of the others newly short.
  for (let i = 0; i < 12; i++) {
    const one = child({ name: `Anak ${i}`, sex: 1, birthDate: '2024-06-10' })
    await addChild(database, context, one)
    const measure = async (date: string, lengthHeightTenthMm: number) =>
      value(
        await recordMeasurement(context, nutritionist, one.childId, {
          measurementId: newId(),
          measurement: {
            date,
            place: 'posyandu',
            weightG: date < '2026' ? 8500 : 11_500,
            lengthHeightTenthMm,
            position: 'l',
          },
          facts: {},
          confirmed: true,
        }),
      )
    await measure('2025-05-12', i < 3 ? 6500 : 7300)
    await measure('2026-05-12', i < 2 || i === 5 ? 7600 : 8600)
  }
  await bringRollupsUpToDate(database, REGION)
  await countCohortsOf(context, REGION)
})
afterAll(() => database.close())

const village = (who: Visitor, more = {}) => readArea(context, places, who, PARINGIN, { month: '2026-05', ...more })

test('a place without any month says what will stand here and draws no empty axis', async () => {
  const view = value(await village(nutritionist))
  const page = (shown: typeof view) => String(AreaPage({ base: '/63.11', view: shown, language: 'id' }))
  expect(page(view)).toContain('id="trend-title"')
  const nothing = { ...view, figure: undefined, trend: view.trend.map(({ month }) => ({ month, figure: undefined })) }
  expect(page(nothing)).not.toContain('id="trend-title"')
  expect(page(nothing)).toContain('Langkah pertama: posyandu mencatat penimbangan bulan ini.')
  expect(page(nothing)).toContain('/63.11/balanting/posyandu')
})

test('a share from whole numbers, with its base, coverage and severity', async () => {
  const view = value(await village(nutritionist))
  expect(view.figure?.prevalence).toMatchObject({ cases: 3, valid: 12, measured: 12, all: 12, percentHundredths: 2500 })
  expect(view.figure?.prevalence.severity?.text.en).toBe('high')
  expect(value(await village(nutritionist, { ageGroup: '12-23' })).figure?.counts.S).toBe(12)
  expect(value(await village(nutritionist, { ageGroup: '0-5' })).figure).toBeUndefined()
  expect(value(await village(nutritionist, { month: '2026-13' })).filter.month).toBe('2026-05')
  expect(
    value(await readArea(context, places, nobody, REGION, { month: '2026-05' })).places.map(({ code }) => code),
  ).toEqual(['63.11.04', '63.11.06'])
})

test('names for whoever works in the village; counts under five for whoever treats', async () => {
  expect(value(await village(nutritionist)).children?.map(({ name }) => name)).toEqual(['Anak 0', 'Anak 1', 'Anak 5'])
  expect(value(await village(nutritionist)).maySeeAll).toBe(true)
  for (const stranger of [
    nobody,
    planner,
    visitor('cadre', { unitId: 'anggrek' }),
    visitor('foster-parent', { place: REGION }),
  ]) {
    const view = value(await village(stranger))
    expect([view.children, view.maySeeAll]).toEqual([undefined, false])
  }
  for (const code of ['63.09', '63', '63.11.99', "63.11'; --", '63.11.06.1001.1', ''])
    expect(codes(await readArea(context, places, nutritionist, code, {}))).toEqual(['not-found'])
})

test('what became of the children stunted a year ago', async () => {
  const view = value(await village(nutritionist))
  expect(view.cohort?.counts).toEqual({
    all: 3,
    recovered: 1,
    stayed: 2,
    agedOut: 0,
    moved: 0,
    died: 0,
    unknown: 0,
    newCases: 1,
  })
})

test('a centre sees its posyandu beside each other, and no other centre', async () => {
  const view = value(await readCentre(context, nutritionist, 'pkm-paringin', '2026-05', units))
  expect(view.name).toBe('Puskesmas Paringin')
  expect(view.posyandus.find(({ posyanduId }) => posyanduId === 'melati')?.counts?.D).toBe(12)
  // twelve children weighed one month of twelve: none was monitored for a year
  expect(view.posyandus.find(({ posyanduId }) => posyanduId === 'melati')?.year?.monitored).toBe(0)
  expect([view.food, view.maySeeAll]).toEqual([[], true])
  const planned = value(await readCentre(context, planner, 'pkm-paringin', '2026-05', units))
  expect(planned.maySeeAll).toBe(false)
  // Whoever sees figures only finds no door that is closed to them.
  const doors = (one: typeof view) =>
    String(CentrePage({ base: '/63.11', view: one, language: 'id' })).match(/balanting\/(posyandu|alerts)/g) ?? []
  expect([doors(view).length > 3, doors(planned)]).toEqual([true, []])
  expect((await listCentres(context, nutritionist, units)).map(({ centreId }) => centreId)).toEqual(['pkm-paringin'])
  expect(await listCentres(context, visitor('foster-parent', { place: REGION }), units)).toEqual([])
  expect(codes(await readCentre(context, nutritionist, 'pkm-batumandi', '2026-05', units))).toEqual(['not-found'])
  expect(codes(await readCentre(context, visitor('cadre'), 'pkm-paringin', '2026-05', units))).toEqual(['not-found'])
})

test('only the priority villages: their counts together, and nothing where none was decided', async () => {
  const decided =
    (...codes: string[]) =>
    () =>
      Promise.resolve(new Set(codes))
  const asked = { month: '2026-05', lokus: true }
  const read = async (...codes: string[]) =>
    value(await readArea(context, places, planner, REGION, asked, decided(...codes)))
  const one = await read(PARINGIN, '63.09.01.2001')
  expect([one.filter.lokus, one.lokusVillages, one.places.map(({ code }) => code)]).toEqual([true, 1, [PARINGIN]])
  expect(one.figure?.prevalence.valid).toBe(12)
  expect((await read(BATUMANDI)).figure).toBeUndefined()
  const none = await read()
  expect([none.filter.lokus, none.lokusVillages, none.figure?.prevalence.valid]).toEqual([false, 0, 12])
})

test('open data list every village, with or without a figure', async () => {
  const { rows } = await villageFigures(context, places, REGION, '2026-05')
  expect(rows.map(({ code, figure }) => [code, figure?.prevalence.valid])).toEqual([
    [BATUMANDI, undefined],
    [PARINGIN, 12],
  ])
})

test('a survey figure needs year, percent and source, and a planner', async () => {
  const typed = { year: '2022', method: 'ssgi', indicator: 'stunting', percent: '29,8', source: 'SSGI 2022' }
  expect(codes(await recordSurvey(context, nutritionist, typed))).toEqual(['not-found'])
  expect(codes(await recordSurvey(context, planner, { ...typed, year: '2027' }))).toEqual(['growth.survey-year'])
  expect(codes(await recordSurvey(context, planner, { ...typed, percent: '129,8' }))).toEqual(['growth.survey-percent'])
  expect(codes(await recordSurvey(context, planner, { ...typed, source: ' ' }))).toEqual(['growth.survey-source'])
  value(await recordSurvey(context, planner, typed))
  value(await recordSurvey(context, planner, typed))
  expect(value(await readArea(context, places, planner, REGION, {})).surveys).toEqual([
    { year: 2022, method: 'ssgi', permyriad: 2980, source: 'SSGI 2022' },
  ])
})

describe('small counts', () => {
  test.each([
    [0, 0],
    [1, '<5'],
    [4, '<5'],
    [5, 5],
  ] as const)('%i is shown as %s', (count, shown) => {
    expect(shownCount(count, false)).toBe(shown)
    expect(shownCount(count, true)).toBe(count)
  })
  test('a share that would tell them is hidden too; the worked example holds', () => {
    expect(mayShowShare({ prevalence: { cases: 3, valid: 30 } }, false)).toBe(false)
    expect(mayShowShare({ prevalence: { cases: 6, valid: 33 } }, false)).toBe(true)
    const figure = figureOf({ ...NO_COUNTS, S: 40, D: 34, lengths: 34, validLength: 33, stunted: 6 }, 'stunting')
    expect(figure?.prevalence).toMatchObject({
      percentHundredths: 1818,
      coverageHundredths: 8500,
      notRepresentative: false,
    })
    expect(figureOf(NO_COUNTS, 'stunting')).toBeUndefined()
  })
})
