import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { readPublicCoverage } from './coverage-public-queries.ts'
import {
  ageGroupOf,
  type CoverageResident,
  type CoverageSettings,
  countsFor,
  coveragePercent,
  expectedDeaths,
  INDICATORS,
  type Indicator,
  sumCoverage,
} from './coverage-rules.ts'
import {
  type CoverageBy,
  listCoverage,
  listCoverageDays,
  pruneCoverage,
  takeCoverageSnapshot,
} from './coverage-store.ts'
import { coverageProgress, listCoverageTasks, noteCoverageReason } from './coverage-tasks.ts'
import { seedPopulation } from './demo/population.ts'
import { checkSums } from './sums.ts'
import { openRegister, ring } from './testing/register-database.ts'

describe('the arithmetic of coverage', () => {
  test.each([
    [74_244_858, 79_964_264, '92.85'],
    [240_021, 258_325, '92.91'],
    [1, 8, '12.50'],
    [5, 16, '31.25'],
    [0, 7, '0.00'],
    [0, 0, undefined],
  ])('%d of %d is %s', (numerator, denominator, percent) =>
    expect(coveragePercent({ numerator, denominator })).toBe(percent),
  )

  test('a figure over 100 or of two days is refused', () => {
    const count = (snapshotOn: string, numerator: number, denominator: number) => ({
      snapshotOn,
      numerator,
      denominator,
    })
    expect(sumCoverage([count('2026-06-30', 10679, 10000)])).toMatchObject({
      refusals: [{ code: 'coverage-over-hundred' }],
    })
    expect(sumCoverage([count('2026-06-30', 1, 2), count('2026-07-01', 1, 2)])).toMatchObject({
      refusals: [{ code: 'coverage-mixed-snapshots' }],
    })
    expect(sumCoverage([count('2026-06-30', 1, 2), count('2026-06-30', 2, 3)])).toEqual({
      ok: true,
      value: count('2026-06-30', 3, 5),
    })
    expect(sumCoverage([])).toMatchObject({ refusals: [{ code: 'coverage-no-snapshot' }] })
  })

  test('age groups and expected deaths', () => {
    expect([0, 4, 5, 16, 17, 24, 25, 39, 40, 59, 60, 99].map(ageGroupOf)).toEqual([
      '0-4',
      '0-4',
      '5-16',
      '5-16',
      '17-24',
      '17-24',
      '25-39',
      '25-39',
      '40-59',
      '40-59',
      '60+',
      '60+',
    ])
    expect(expectedDeaths(138_950, 6.9, 365)).toBe(959)
  })
})

const settings: CoverageSettings = { on: '2026-04-01', deathsFrom: '2026-01-01', birthUpperAgeExclusive: 18 }

describe('who counts', () => {
  const person: CoverageResident = {
    status: 'active',
    sex: 'P',
    birthDate: '2010-04-02',
    maritalStatus: '1',
    isHead: false,
    hasBirthDeed: true,
    hasDeathDeed: false,
    hasMarriageRecord: false,
    hasDivorceRecord: false,
    hasChildCard: true,
    hasFamilyCard: false,
    isEnrolled: false,
    isDeviceBound: false,
  }
  const counted = (changed: Partial<CoverageResident>) =>
    INDICATORS.filter((indicator) => countsFor(indicator, { ...person, ...changed }, settings) !== undefined)
  test.each([
    ['a girl of 15', {}, ['birth-0-18', 'birth-all', 'kia']],
    ['the same, married', { maritalStatus: '2' }, ['ktp-recording', 'birth-0-18', 'birth-all', 'marriage']],
    ['on the day of 17', { birthDate: '2009-04-01' }, ['ktp-recording', 'birth-0-18', 'birth-all']],
    ['on the day of 18', { birthDate: '2008-04-01' }, ['ktp-recording', 'birth-all']],
    [
      'a divorced head who is enrolled',
      { birthDate: '1980-01-01', maritalStatus: '4', isHead: true, isEnrolled: true },
      ['ktp-recording', 'birth-all', 'divorce', 'kk', 'ikd'],
    ],
    ['who died this year', { status: 'deceased', deathDate: '2026-01-01' }, ['death']],
    ['who died last year', { status: 'deceased', deathDate: '2025-12-31' }, []],
    ['who has moved out', { status: 'moved-out' }, []],
  ] as const)('%s', (_who, changed, expected) => expect(counted(changed)).toEqual(expected))
})

describe('a snapshot of an invented regency', () => {
  let db: Database
  beforeAll(async () => {
    db = await openRegister()
    await seedPopulation(db, ring, '63.11', { residents: 2000, seed: 'coverage' })
  })
  afterAll(() => db.close())

  const rows = () =>
    db.inRegion(
      '63.11',
      async (tx) =>
        (
          await sql<Record<string, never>>`
    select p.*, f.head_id = p.person_id as is_head, array(select e.register || ' ' || q.role from deed_party q join deed e using (region_code, deed_id) where q.person_id = p.person_id and e.status = 'valid') as deeds
    from person p left join family f on f.family_id = p.family_id and f.status = 'active'`.execute(tx)
        ).rows as unknown as Record<string, unknown>[],
    )

  test('counts exactly what the rules count, in one statement', async () => {
    const people = await rows()
    const held = {
      childCards: people.filter((_row, index) => index % 3 === 0).map((row) => String(row.person_id)),
      familyCards: people
        .filter((row, index) => row.is_head === true && index % 2 === 0)
        .map((row) => String(row.family_id)),
    }
    const taken = await db.inRegion('63.11', (tx) => takeCoverageSnapshot(tx, '63.11', settings, held, new Date()))
    const lines = await db.inRegion('63.11', (tx) => listCoverage(tx, '63.11', { on: settings.on, by: 'regency' }))
    const cards = { children: new Set(held.childCards), families: new Set(held.familyCards) }
    const residents = people.map((row): CoverageResident => {
      const deeds = row.deeds as string[]
      const has = (...wanted: string[]) => wanted.some((one) => deeds.includes(one))
      return {
        status: String(row.status),
        sex: row.sex as 'L',
        birthDate: String(row.birth_date),
        ...(row.death_date === null ? {} : { deathDate: String(row.death_date) }),
        maritalStatus: String(row.marital_status),
        isHead: row.is_head === true,
        hasBirthDeed: row.birth_deed_number !== null || has('birth child'),
        hasDeathDeed: has('death deceased'),
        hasMarriageRecord: has('marriage husband', 'marriage wife', 'marriage-book husband', 'marriage-book wife'),
        hasDivorceRecord: has('divorce-certificate husband', 'divorce-certificate wife'),
        hasChildCard: cards.children.has(String(row.person_id)),
        hasFamilyCard: cards.families.has(String(row.family_id)),
        isEnrolled: row.enrolled_on !== null,
        isDeviceBound: row.device_bound_on !== null,
      }
    })
    const expected = INDICATORS.map((indicator) => {
      const found = residents
        .map((resident) => countsFor(indicator, resident, settings))
        .filter((owns) => owns !== undefined)
      return { indicator, key: '63.11', numerator: found.filter((owns) => owns).length, denominator: found.length }
    }).filter((line) => line.denominator > 0)
    expect(lines).toEqual(expected)
    expect(taken.residents).toBe(residents.filter((resident) => resident.status === 'active').length)
    expect(await db.inRegion('63.11', (tx) => listCoverageDays(tx, '63.11'))).toEqual(['2026-04-01'])
  })

  test('tells everybody the same figures, but those that would point at single people', async () => {
    const visitor = { region: { code: '63.11', name: 'Kabupaten Balangan' }, language: 'id' } as unknown as Visitor
    const office = { database: db, placeName: (code: string) => code }
    const read = async (indicator: Indicator, district?: string) => {
      const view = await readPublicCoverage(office, visitor, { indicator, ...(district ? { district } : {}) })
      if (!view.ok) throw new Error(view.refusals[0]?.code)
      return view.value
    }
    let withheld = 0
    for (const indicator of INDICATORS) {
      const lines = (by: CoverageBy) =>
        db.inRegion('63.11', (tx) => listCoverage(tx, '63.11', { on: settings.on, by, indicator }))
      const whole = await read(indicator)
      const districts = await lines('district')
      expect(whole.places!.shown.length + whole.places!.withheld.length).toBe(districts.length)
      const inVillages = await lines('village')
      for (const district of districts) {
        const inside = await read(indicator, district.key)
        const shownAbove = whole.places!.shown.find((one) => one.key === district.key)
        expect(inside.total?.numerator).toBe(shownAbove?.numerator)
        for (const one of inside.places!.shown) {
          const line = inVillages.find(({ key }) => key === one.key)!
          expect([one.numerator, one.denominator]).toEqual([line.numerator, line.denominator])
          for (const count of [one.numerator, one.missing, one.denominator]) expect([1, 2, 3, 4]).not.toContain(count)
        }
        // A single place withheld beside its total would follow from it.
        if (inside.total !== undefined) expect(inside.places!.withheld.length).not.toBe(1)
        withheld += inside.places!.withheld.length
      }
    }
    expect(withheld).toBeGreaterThan(0)
    expect((await read('birth-all')).total?.denominator).toBeGreaterThan(1900)
    for (const odd of ['63.09.01', '63.11', "'; --", '63.11.0_', '', '😀'])
      expect(await readPublicCoverage(office, visitor, { indicator: 'kk', district: odd })).toMatchObject({ ok: false })
  })

  test('adds up the same by district, village, sex and age', async () => {
    const total = async (by: 'regency' | 'district' | 'village' | 'sex' | 'age') => {
      const lines = await db.inRegion('63.11', (tx) =>
        listCoverage(tx, '63.11', { on: settings.on, by, indicator: 'birth-all' }),
      )
      return lines.reduce((sum, line) => sum + line.denominator, 0)
    }
    const all = await total('regency')
    for (const by of ['district', 'village', 'sex', 'age'] as const) expect(await total(by)).toBe(all)
  })

  test('names who lacks a birth deed in a village; the village is finished when each has a reason', async () => {
    const [village] = (
      await db.inRegion('63.11', (tx) =>
        listCoverage(tx, '63.11', { on: settings.on, by: 'village', indicator: 'birth-0-18' }),
      )
    ).filter((line) => line.denominator - line.numerator >= 2)
    const query = {
      village: village!.key,
      indicator: 'birth-0-18',
      on: settings.on,
      birthUpperAgeExclusive: 18,
      held: { childCards: [], familyCards: [] },
    } as const
    const tasks = await db.inRegion('63.11', (tx) => listCoverageTasks(tx, '63.11', query, { limit: 100 }))
    expect(tasks).toHaveLength(village!.denominator - village!.numerator)
    const note = (personId: string, at: string) =>
      db.inRegion('63.11', (tx) =>
        noteCoverageReason(tx, '63.11', {
          ...query,
          personId,
          village: at,
          reason: 'no-proof',
          by: 'operator',
          now: new Date(),
        }),
      )
    expect(await note(tasks[0]!.personId, '63.11.01.9999')).toMatchObject({
      refusals: [{ code: 'coverage-person-elsewhere' }],
    })
    // whoever owns the document, or is too old to count, lacks nothing that could have a reason
    const listed = new Set(tasks.map(({ personId }) => personId))
    const others = await db.inRegion('63.11', async (tx) => {
      const { rows } = await sql<{ id: string }>`select person_id::text as id from person
        where region_code = '63.11' and village_code = ${village!.key}`.execute(tx)
      return rows.filter(({ id }) => !listed.has(id))
    })
    expect(others.length).toBeGreaterThan(1)
    for (const { id } of others.slice(0, 5))
      expect(await note(id, village!.key)).toMatchObject({ refusals: [{ code: 'coverage-person-outside' }] })
    expect(await db.inRegion('63.11', (tx) => coverageProgress(tx, '63.11', query))).toMatchObject({
      owns: village!.numerator,
      open: tasks.length,
      isFinished: false,
    })
    for (const task of tasks) await note(task.personId, village!.key)
    expect(await db.inRegion('63.11', (tx) => coverageProgress(tx, '63.11', query))).toMatchObject({
      withReason: tasks.length,
      open: 0,
      isFinished: true,
    })
    expect((await db.inRegion('63.11', (tx) => listCoverageTasks(tx, '63.11', query, { limit: 1 })))[0]?.reason).toBe(
      'no-proof',
    )
  })

  test('nights are forgotten after a month, the ends of months never', async () => {
    for (const on of ['2025-06-29', '2025-06-30', '2026-03-30'])
      await db.inRegion('63.11', (tx) =>
        takeCoverageSnapshot(
          tx,
          '63.11',
          { ...settings, on, deathsFrom: '2025-01-01' },
          { childCards: [], familyCards: [] },
          new Date(),
        ),
      )
    expect(await db.inRegion('63.11', (tx) => pruneCoverage(tx, '63.11', '2026-04-20'))).toBeGreaterThan(0)
    expect(await db.inRegion('63.11', (tx) => listCoverageDays(tx, '63.11'))).toEqual([
      '2026-04-01',
      '2026-03-30',
      '2025-06-30',
    ])
  })

  test('the sums agree, and a difference is told with its village', async () => {
    const right = await db.inRegion('63.11', (tx) => checkSums(tx, '63.11'))
    expect(right).toMatchObject({ isRight: true, differences: [] })
    expect(right.residents).toBe(right.onCards)
    const [someone] = await rows()
    await db.inRegion('63.11', async (tx) => {
      await sql`update family_member set ended_on = '2026-03-01', end_recorded_at = now() where person_id = ${someone!.person_id as string} and ended_on is null`.execute(
        tx,
      )
    })
    const wrong = await db.inRegion('63.11', (tx) => checkSums(tx, '63.11'))
    expect(wrong.isRight).toBe(false)
    expect(wrong.differences.map((line) => line.village)).toEqual([someone!.village_code])
  })
})
