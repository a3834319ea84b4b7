// Months and rollups on a real database against a plain count in memory: every area adds up, a child who moved in mid-month
// counts once, a closed month keeps its version, and two who close at once make one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import { addMonths } from '../../kernel/date.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { listPosyandus, moveStay, updateChild } from './child-store.ts'
import { closeMonth, monthReport } from './close-month-command.ts'
import type { GrowthContext } from './context.ts'
import { recordMeasurement } from './measure-command.ts'
import type { RollupCounts } from './rollup.ts'
import { bringRollupsUpToDate } from './rollup-commands.ts'
import { figuresOfAreas, trendOfArea } from './rollup-queries.ts'
import { centreArea, listBreakdown, posyanduArea } from './rollup-store.ts'
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

let database: Database
let context: GrowthContext
const nutritionist = visitor('nutritionist', { unitId: 'pkm-paringin' })
const midwife = visitor('midwife')

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
})
afterAll(() => database.close())

async function measure(childId: string, date: string, weightG: number, more = {}, who = nutritionist) {
  const done = await recordMeasurement(context, who, childId, {
    measurementId: newId(),
    measurement: { date, place: 'posyandu', weightG, ...more },
    facts: {},
    confirmed: true,
  })
  if (!done.ok || !done.value.saved) throw new Error(JSON.stringify(done))
  return done.value.measurement
}
const figures = (areas: readonly string[], month: string) =>
  database.inRegion(REGION, (tx) => figuresOfAreas(tx, REGION, areas, month), { readOnly: true })

test('areas are the sums of their posyandu; S counts who was absent; D = N + T + O + B', async () => {
  for (let i = 0; i < 24; i++) {
    const posyanduId = ['melati', 'mawar', 'anggrek'][i % 3]!
    const one = child({
      posyanduId,
      villageCode: posyanduId === 'anggrek' ? BATUMANDI : PARINGIN,
      sex: i % 2 === 0 ? 1 : 2,
      birthDate: addMonths('2026-04-03', -(2 + ((i * 7) % 57))),
    })
    await addChild(database, context, one)
    const who = posyanduId === 'anggrek' ? visitor('nutritionist', { unitId: 'pkm-batumandi' }) : nutritionist
    if (i % 5 !== 4) await measure(one.childId, '2026-04-12', 4000 + i * 300, {}, who)
    if (i % 4 !== 3)
      await measure(
        one.childId,
        '2026-05-12',
        4200 + i * 290,
        { lengthHeightTenthMm: 5600 + i * 150, position: 'l' },
        who,
      )
  }
  expect(await bringRollupsUpToDate(database, REGION)).toBe(6)
  const posyandus = await database.inRegion(REGION, (tx) => listPosyandus(tx, REGION))
  for (const month of ['2026-04', '2026-05']) {
    const at = await figures(
      [
        ...posyandus.map(({ posyanduId }) => posyanduArea(posyanduId)),
        PARINGIN,
        BATUMANDI,
        '63.11.06',
        REGION,
        centreArea('pkm-paringin'),
      ],
      month,
    )
    const sum = (keys: readonly string[], name: keyof RollupCounts) =>
      keys.reduce((total, key) => total + at.get(key)![name], 0)
    const all = posyandus.map(({ posyanduId }) => posyanduArea(posyanduId))
    for (const name of Object.keys(at.get(REGION)!) as (keyof RollupCounts)[]) {
      expect(at.get(REGION)![name], name).toBe(sum(all, name))
      expect(at.get(PARINGIN)![name]).toBe(sum([posyanduArea('melati'), posyanduArea('mawar')], name))
      expect(at.get(centreArea('pkm-paringin'))![name]).toBe(at.get('63.11.06')![name])
    }
    for (const { S, D, N, T, O, B } of at.values()) expect([N + T + O + B, D <= S]).toEqual([D, true])
    expect(at.get(REGION)!.S).toBe(24)
  }
  expect((await figures([REGION], '2026-05')).get(REGION)!.D).toBe(18)
  const groups = await database.inRegion(REGION, (tx) => listBreakdown(tx, REGION, REGION, '2026-05'))
  const total = (rows: typeof groups) => rows.reduce((n, { counts }) => n + counts.S, 0)
  expect(total(groups.filter((row) => row.sex === 0 && row.age_group !== 'all'))).toBe(24)
  expect(total(groups.filter((row) => row.sex !== 0 && row.age_group === 'all'))).toBe(24)
  expect(await bringRollupsUpToDate(database, REGION)).toBe(0)
})

test('a child who moves in mid-month counts where it was weighed, and once', async () => {
  const before = await figures([posyanduArea('melati'), posyanduArea('mawar')], '2026-05')
  const one = child({ birthDate: '2025-08-01' })
  await addChild(database, context, one)
  await measure(one.childId, '2026-05-05', 7000)
  await database.inRegion(REGION, async (tx) => {
    await moveStay(tx, REGION, one.childId, { posyanduId: 'mawar', villageCode: PARINGIN }, '2026-05-15')
    await updateChild(tx, REGION, one.childId, 1, { posyandu_id: 'mawar' })
  })
  await measure(one.childId, '2026-06-05', 7300)
  await bringRollupsUpToDate(database, REGION)
  const may = await figures([posyanduArea('melati'), posyanduArea('mawar')], '2026-05')
  expect(may.get(posyanduArea('melati'))!.S).toBe(before.get(posyanduArea('melati'))!.S + 1)
  expect(may.get(posyanduArea('mawar'))!.S).toBe(before.get(posyanduArea('mawar'))!.S)
  const june = await figures([posyanduArea('mawar')], '2026-06')
  expect(june.get(posyanduArea('mawar'))!.D).toBe(1)
})

test('a month is closed once, corrected as a version with a reason, and only by a health worker', async () => {
  const closed = await Promise.all([
    closeMonth(context, midwife, 'melati', '2026-05'),
    closeMonth(context, midwife, 'melati', '2026-05'),
  ])
  expect(closed.filter(({ ok }) => ok).length).toBe(1)
  expect(closed.flatMap((one) => (one.ok ? [] : one.refusals.map(({ code }) => code)))).toEqual([
    'growth.month-unchanged',
  ])
  const one = child({ birthDate: '2025-09-01' })
  await addChild(database, context, one)
  const late = (who: typeof midwife, reason?: string) =>
    recordMeasurement(context, who, one.childId, {
      measurementId: newId(),
      measurement: { date: '2026-05-28', place: 'home', weightG: 6900 },
      facts: {},
      confirmed: true,
      ...(reason === undefined ? {} : { reason }),
    })
  const refused = async (who: typeof midwife, reason?: string) => {
    const done = await late(who, reason)
    return done.ok ? [] : done.refusals.map(({ code }) => code)
  }
  expect(await refused(visitor('cadre'), 'terlambat')).toEqual(['growth.month-closed'])
  expect(await refused(midwife)).toEqual(['growth.month-closed-reason'])
  expect(await refused(midwife, 'kunjungan rumah dicatat terlambat')).toEqual([])
  expect((await closeMonth(context, midwife, 'melati', '2026-05')).ok).toBe(false)
  const second = await closeMonth(context, midwife, 'melati', '2026-05', { reason: 'satu anak terlambat dicatat' })
  expect(second.ok && second.value.version).toBe(2)
  const report = await monthReport(context, visitor('cadre'), 'melati', '2026-05')
  expect(report.ok && report.value.versions.map(({ version }) => version)).toEqual([2, 1])
  expect(report.ok && [report.value.broken, report.value.changedSince, report.value.mayClose]).toEqual([
    [],
    false,
    false,
  ])
  for (const [who, posyandu, month] of [
    [visitor('cadre'), 'melati', '2026-04'],
    [midwife, 'anggrek', '2026-04'],
    [midwife, 'melati', "2026-04'; --"],
    [visitor('midwife', { region: '63.09', place: '63.09' }), 'melati', '2026-04'],
  ] as const) {
    const tried = await closeMonth(context, who, posyandu, month)
    expect(tried.ok ? [] : tried.refusals.map(({ code }) => code)).toEqual(['not-found'])
  }
  expect((await closeMonth(context, midwife, 'melati', '2026-08')).ok).toBe(false)
})

test('a trend has every month that was asked for', async () => {
  const trend = await database.inRegion(REGION, (tx) =>
    trendOfArea(tx, REGION, REGION, ['2026-03', '2026-04', '2026-05']),
  )
  expect(trend.map(({ counts }) => counts.D > 0)).toEqual([false, true, true])
})
