// The thread through convergence on a real database: a list is made, a gap is given to a programme, the programme delivers, the gap
// shrinks; and what must not happen on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { bindConvergence } from './binding.ts'
import { refreshVillage } from './list-commands.ts'
import { listPeopleOf } from './people-store.ts'
import type { ConvergenceTools } from './reading.ts'
import { rollUpVillage } from './rollup-commands.ts'
import { listServicesOf } from './service-store.ts'
import {
  codes,
  NOW,
  OTHER,
  openConvergence,
  PERIOD,
  region,
  type TestConvergence,
  TODAY,
  VILLAGE,
  value,
} from './testing/convergence.ts'

let t: TestConvergence
let db: Database
let tools: ConvergenceTools
const as = (role: Role | undefined, place: string = region, unitId = 'tpps', code: string = region): Visitor =>
  t.as(role, place, 'acc', unitId, code)

beforeAll(async () => {
  t = await openConvergence()
  db = t.db
  tools = t.tools
}, 120_000)
afterAll(() => t.close())

const roll = () => db.inRegion(region, (tx) => rollUpVillage(tx, region, PERIOD, VILLAGE, NOW))
const gapOf = async (visitor: Visitor, indicator = 'SP7') =>
  value(await bindConvergence(tools).readGap(visitor, { village: VILLAGE, indicator }))
const assign = (visitor: Visitor, more: Partial<Parameters<ReturnType<typeof bindConvergence>['assign']>[1]> = {}) =>
  bindConvergence(tools).assign(visitor, {
    village: VILLAGE,
    period: PERIOD,
    indicator: 'SP7',
    programme: 'pasti-balita',
    howMany: '',
    dueOn: '2026-05-20',
    note: '',
    ...more,
  })

describe('from list to smaller gap', () => {
  it('making the list twice changes nothing', async () => {
    const again = await db.inRegion(region, (tx) =>
      refreshVillage(tx, region, VILLAGE, { period: PERIOD, on: TODAY, now: NOW }),
    )
    expect(again.changed).toBe(0)
    expect(again.people).toBeGreaterThan(5)
  })

  it('gives the gap to a programme, delivers by name, and the gap is smaller by exactly those', async () => {
    const port = bindConvergence(tools)
    const kpm = as('village-cadre', VILLAGE, 'desa')
    value(await port.confirmList(kpm, VILLAGE, PERIOD))
    const before = await gapOf(kpm)
    const waits = before.names!.length
    expect(waits).toBeGreaterThan(2)
    const given = value(await assign(as('convergence-secretariat')))
    expect(given.people).toBe(waits)
    expect(codes(await assign(as('convergence-secretariat')))).toEqual(['convergence-nobody-waits'])

    const officer = as('programme-officer', region, 'dinkes')
    const list = value(await port.readAssignment(officer, given.assignmentId))
    const two = list.subjects.slice(0, 2).map((one) => one.subjectId)
    const done = value(await port.deliver(officer, given.assignmentId, { subjects: two, givenOn: TODAY, giver: 'Tim' }))
    expect(done).toEqual({ added: 2, known: 0 })
    expect(
      value(await port.deliver(officer, given.assignmentId, { subjects: two, givenOn: TODAY, giver: 'Tim' })),
    ).toEqual({ added: 0, known: 2 })
    await roll()
    const after = await gapOf(kpm)
    expect(after.names).toHaveLength(waits - 2)
    expect(after.shared).toMatchObject({ kind: 'exact', numerator: 2 })
  })

  it('counts a person once when two programmes of two agencies report the same service', async () => {
    const port = bindConvergence(tools)
    const kpm = as('village-cadre', VILLAGE, 'desa')
    const [child] = (await gapOf(kpm, 'SP5')).names!
    const check = (programme: string, givenOn: string) =>
      port.check(kpm, {
        subject: child!.subjectId,
        service: 'complementary-food',
        period: PERIOD,
        state: 'received',
        givenOn,
        giver: '',
        programme,
        reason: '',
      })
    value(await check('sepekan', '2026-04-10'))
    value(await check('berani-gesit', '2026-04-12'))
    await roll()
    const view = await gapOf(kpm, 'SP5')
    expect(view.shared).toMatchObject({ numerator: 1 })
    expect(view.counted_twice).toBe(1)
    expect(view.reports.map((one) => one.named)).toEqual([1, 1])
  })

  it('keeps what was received, asks a reason for a refusal, and refuses a day outside the quarter', async () => {
    const port = bindConvergence(tools)
    const kpm = as('village-cadre', VILLAGE, 'desa')
    const [child] = (await gapOf(kpm, 'SP9')).names!
    const base = {
      subject: child!.subjectId,
      service: 'immunisation',
      period: PERIOD,
      givenOn: '',
      giver: '',
      programme: '',
      reason: '',
    }
    expect(codes(await port.check(kpm, { ...base, state: 'refused' }))).toEqual(['convergence-reason'])
    expect(codes(await port.check(kpm, { ...base, state: 'received', givenOn: '2026-03-31' }))).toEqual([
      'convergence-given-on',
    ])
    expect(codes(await port.check(kpm, { ...base, state: 'received', givenOn: '2026-04-21' }))).toEqual([
      'convergence-given-on',
    ])
    expect(codes(await port.check(kpm, { ...base, state: "'; --" }))).toEqual(['convergence-state'])
    value(await port.check(kpm, { ...base, state: 'received', givenOn: '2026-04-15' }))
    expect(codes(await port.check(kpm, { ...base, state: 'due' }))).toEqual(['convergence-received-stays'])
  })
})

describe('totals of agencies', () => {
  it('are the base until the list is confirmed, in versions, by the owner only', async () => {
    const port = bindConvergence(tools)
    const report = {
      village: OTHER,
      period: PERIOD,
      indicator: 'SP7',
      numerator: '90',
      denominator: '120',
      source: 'Laporan',
    }
    const health = as('programme-officer', region, 'dinkes')
    value(await port.reportTotal(health, report))
    value(await port.reportTotal(health, report))
    value(await port.reportTotal(health, { ...report, numerator: '96' }))
    expect(codes(await port.reportTotal(health, { ...report, numerator: '121' }))).toEqual(['convergence-report-count'])
    expect(codes(await port.reportTotal(as('programme-officer', region, 'puprperkim'), report))).toEqual([
      'convergence-not-yours',
    ])
    await db.inRegion(region, (tx) => rollUpVillage(tx, region, PERIOD, OTHER, NOW))
    const view = value(await port.readGap(health, { village: OTHER, indicator: 'SP7' }))
    expect(view.line).toMatchObject({ basis: 'report', count: { numerator: 96, denominator: 120 }, missing: 12 })
    expect(view.ownReport).toMatchObject({ version: 2 })
    await roll()
    const worst = value(await port.readRegency(health, {})).worst.find((one) => one.indicator.code === 'SP7')
    expect(worst?.missing).toBe(12 + Number((await gapOf(as('midwife', VILLAGE))).line.missing))
    const village = value(await port.readVillage(as('village-cadre', OTHER), OTHER))
    expect(village.line).toMatchObject({ grade: null, available: 1 })
  })
})

describe('who sees what', () => {
  it('names open in the own village only; planners and other villages get counts', async () => {
    expect((await gapOf(as('village-cadre', VILLAGE))).names).toBeDefined()
    expect((await gapOf(as('village-cadre', OTHER))).names).toBeUndefined()
    expect((await gapOf(as('convergence-secretariat'))).names).toBeUndefined()
    expect((await gapOf(as('village-head', VILLAGE))).names).toBeUndefined()
    expect((await gapOf(as('village-head', VILLAGE), 'SE5')).names).toBeDefined()
    expect((await gapOf(as('midwife', '63.11.06'))).names).toBeDefined()
  })
  it('a foster parent and a stranger see nothing at all', async () => {
    const port = bindConvergence(tools)
    for (const visitor of [as('foster-parent'), as(undefined), as('front-office')]) {
      expect(codes(await port.readRegency(visitor, {}))).toEqual(['convergence-not-yours'])
      expect(codes(await port.readGap(visitor, { village: VILLAGE, indicator: 'SP7' }))).toEqual([
        'convergence-not-yours',
      ])
      expect(codes(await port.listWork(visitor))).toEqual(['convergence-not-yours'])
      expect(codes(await assign(visitor))).toEqual(['convergence-not-yours'])
    }
  })
  it('the cadre of another village checks nobody here', async () => {
    const [row] = await db.inRegion(region, (tx) => listServicesOf(tx, region, PERIOD, VILLAGE))
    const check = {
      subject: row!.subject_id,
      service: row!.service,
      period: PERIOD,
      state: 'refused',
      givenOn: '',
      giver: '',
      programme: '',
      reason: 'tidak di rumah',
    }
    const port = bindConvergence(tools)
    expect(codes(await port.check(as('village-cadre', OTHER), check))).toEqual(['convergence-subject-unknown'])
    expect(codes(await port.check(as('convergence-secretariat'), check))).toEqual(['convergence-subject-unknown'])
    expect(codes(await port.confirmList(as('village-cadre', OTHER), VILLAGE, PERIOD))).toEqual([
      'convergence-not-yours',
    ])
  })
  it('another region finds no village, no list and no assignment of ours', async () => {
    const port = bindConvergence(tools)
    const given = value(
      await assign(as('convergence-secretariat'), { indicator: 'SE4', programme: 'sapa-mama', howMany: '1' }),
    )
    const away = as('convergence-secretariat', '63.09', 'dinkes', '63.09')
    expect(codes(await port.readVillage(away, VILLAGE))).toEqual(['convergence-village-unknown'])
    expect(
      codes(await port.readAssignment(as('programme-officer', '63.09', 'dinkes', '63.09'), given.assignmentId)),
    ).toEqual(['convergence-not-yours'])
    expect(codes(await port.readAssignment(as('programme-officer', region, 'puprperkim'), given.assignmentId))).toEqual(
      ['convergence-not-yours'],
    )
  })
  it('every name that was read stands in the journal', async () => {
    const people = await db.inRegion(region, (tx) => listPeopleOf(tx, region, VILLAGE))
    const view = await gapOf(as('midwife', VILLAGE))
    type Tables = { journal: { region_code: string; subject: string | null; action: string; actor: string } }
    const rows = await db.inRegion(region, (tx) =>
      tx
        .withTables<Tables>()
        .selectFrom('journal')
        .select('subject')
        .where('region_code', '=', region)
        .where('action', '=', 'convergence.read')
        .where('actor', '=', `acc-midwife-${VILLAGE}`)
        .execute(),
    )
    const read = new Set(rows.map((row) => row.subject))
    expect(view.names!.every((one) => read.has(one.subjectId))).toBe(true)
    expect(people.length).toBeGreaterThan(view.names!.length)
  })
  it('hostile texts are refused or kept as text, never run', async () => {
    const port = bindConvergence(tools)
    const planner = as('convergence-secretariat')
    for (const hostile of ["'; drop table convergence_service; --", '🙂', '', 'x'.repeat(10_000)]) {
      expect(codes(await assign(planner, { indicator: hostile }))).toEqual(['convergence-indicator-unknown'])
      expect(codes(await assign(planner, { village: hostile }))).toEqual(['convergence-village-unknown'])
      expect(codes(await assign(planner, { indicator: 'SE5', programme: hostile }))).toEqual([
        'convergence-programme-missing',
      ])
      expect(codes(await assign(planner, { indicator: 'SE5', programme: 'basalaman', dueOn: hostile }))).toEqual([
        'convergence-due-date',
      ])
      expect(codes(await port.readGap(planner, { village: hostile, indicator: 'SP7' }))).toEqual([
        'convergence-village-unknown',
      ])
      expect(codes(await port.readRegency(planner, { period: hostile }))).toEqual(
        hostile === '' ? [] : ['convergence-period-unknown'],
      )
    }
  })
})
