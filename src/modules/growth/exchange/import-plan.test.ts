// What an import would do with each line: matched, added, changed, the same, asked, refused. Pure; the known children are a list.
import { describe, expect, test } from 'vitest'
import { MEASURING_2020 } from '../rules/editions.ts'
import { nameKey } from './cells.ts'
import { compareReported } from './compare-reported.ts'
import {
  answerPlan,
  countPlan,
  type KnownChild,
  type KnownMeasurement,
  type Lookup,
  planImport,
  writes,
} from './import-plan.ts'
import type { Answer, IncomingChild, IncomingLine, IncomingMeasurement } from './incoming.ts'

const NIK = '6311065011259901'
const siti: KnownChild & { nik?: string } = {
  childId: 'siti',
  name: 'Siti Contoh',
  sex: 2,
  birthDate: '2025-11-10',
  motherName: 'Ibu Contoh',
  nik: NIK,
  hasNik: true,
  posyanduId: 'melati',
  active: true,
  values: { birthWeightG: 3100 },
}
const budi: KnownChild = {
  childId: 'budi',
  name: 'Budi',
  sex: 1,
  birthDate: '2025-01-05',
  hasNik: false,
  posyanduId: 'melati',
  active: true,
  values: {},
}

function plan(
  lines: readonly { child?: Partial<IncomingChild>; measurement?: Partial<IncomingMeasurement> }[],
  known: readonly KnownChild[] = [siti, budi],
  measured: Readonly<Record<string, KnownMeasurement>> = {},
) {
  const lookup: Lookup = {
    byNik: (nik) => known.find((child) => child.nik === nik),
    byName: (key) => known.filter((child) => nameKey(child.name) === key),
    measurement: (childId, date) => measured[`${childId} ${date}`],
    elsewhere: (nik) => nik === '6311060105269907',
    closed: (posyanduId, month) => posyanduId === 'melati' && month === '2026-01',
    posyandu: (name, village) =>
      name.toLowerCase() === 'melati' ? ['melati'] : name === 'mawar' && village === undefined ? ['m1', 'm2'] : [],
  }
  return planImport(
    lines.map(
      ({ child, measurement }, i): IncomingLine => ({
        line: i + 2,
        child: { name: 'Siti Contoh', nik: NIK, ...child },
        ...(measurement === undefined ? {} : { measurement: { date: '2026-06-10', ...measurement } }),
        refusals: [],
      }),
    ),
    { lookup, today: '2026-06-20', edition: () => MEASURING_2020 },
  )
}
const one = (...args: Parameters<typeof plan>) => plan(...args)[0]!
const outcome = (line: ReturnType<typeof one>) => [line.state, ...line.reasons.map(({ code }) => code)]
const figures = { weightG: 7350, lengthHeightTenthMm: 6725, position: 'l' as const }
const standing: KnownMeasurement = { measurementId: 'm1', verified: false, date: '2026-06-10', ...figures, oedema: 0 }
const newborn = { nik: undefined, name: 'Bayi Baru', sex: 1 as const, birthDate: '2026-05-01', posyandu: 'Melati' }

describe('children', () => {
  test('found by NIK whatever the name; by name, birth date and mother otherwise', () => {
    expect(one([{ child: { name: 'SITI' } }])).toMatchObject({ state: 'same', child: { childId: 'siti' } })
    const byName = { nik: undefined, name: 'siti  CONTOH', birthDate: '2025-11-10' }
    expect(one([{ child: { ...byName, motherName: 'ibu contoh' } }]).child).toMatchObject({ childId: 'siti' })
    expect(outcome(one([{ child: { ...byName, motherName: 'Orang Lain' } }]))).toEqual([
      'refused',
      'exchange.line-child-unknown',
    ])
  })
  test('a number that belongs to another child is refused; two of one name are asked for more', () => {
    expect(outcome(one([{ child: { birthDate: '2025-11-11' } }]))).toEqual([
      'refused',
      'exchange.line-identity-differs',
    ])
    const twin = { ...budi, childId: 'budi2' }
    const bare = { nik: undefined, name: 'Budi' }
    expect(outcome(one([{ child: bare }], [budi, twin]))).toEqual(['refused', 'exchange.line-ambiguous'])
  })
  test('an empty cell changes nothing, a value that stands is kept, a missing one is added', () => {
    expect(one([{ child: { birthWeightG: undefined } }])).toMatchObject({ state: 'same', reasons: [] })
    expect(outcome(one([{ child: { birthWeightG: 2900 } }]))).toEqual(['same', 'exchange.note-kept'])
    expect(one([{ child: { name: 'Budi', nik: '6311060501259904', phone: '0812' } }])).toMatchObject({
      state: 'changed',
      child: { kind: 'known', childId: 'budi', add: { nik: '6311060501259904', phone: '0812' } },
    })
  })
  test('a new child needs sex, birth date and a posyandu of the area; its second line is the same child', () => {
    const [first, second] = plan([
      { child: newborn },
      { child: { ...newborn, name: 'BAYI BARU' }, measurement: figures },
    ])
    expect(first).toMatchObject({ state: 'added', child: { kind: 'create', posyanduId: 'melati' } })
    expect(second).toMatchObject({ state: 'added', measurement: { values: figures } })
    const key = (line: typeof first) => (line?.child?.kind === 'create' ? line.child.key : undefined)
    expect(key(first)).toBe(key(second))
    const refusedFor = (child: Partial<IncomingChild>) => outcome(one([{ child: { ...newborn, ...child } }]))[1]
    expect(refusedFor({ posyandu: undefined })).toBe('exchange.line-posyandu-missing')
    expect(refusedFor({ posyandu: "'; --" })).toBe('exchange.line-posyandu-unknown')
    expect(refusedFor({ posyandu: 'mawar' })).toBe('exchange.line-posyandu-ambiguous')
    expect(refusedFor({ sex: undefined })).toBe('exchange.line-child-unknown')
    expect(refusedFor({ birthDate: '2026-06-21' })).toBe('exchange.line-in-future')
    expect(refusedFor({ nik: '6311060105269907' })).toBe('exchange.line-elsewhere')
    expect(refusedFor({ nik: '6311060501259905', sex: undefined })).toBe('exchange.line-nik-unknown')
  })
  test('one NIK for two children of a file', () => {
    const nik = '6311060105269906'
    const lines = plan([{ child: { ...newborn, nik } }, { child: { ...newborn, nik, birthDate: '2026-05-02' } }])
    expect(lines.map(outcome)).toEqual([['added'], ['refused', 'exchange.line-nik-twice']])
  })
})

describe('measurings', () => {
  const planOf = (measurement: Partial<IncomingMeasurement>, known?: KnownMeasurement) =>
    one([{ measurement }], undefined, known === undefined ? {} : { 'siti 2026-06-10': known })
  test('added, the same, changed', () => {
    expect(planOf(figures)).toMatchObject({ state: 'added', measurement: { values: figures } })
    expect(planOf(figures, standing).state).toBe('same')
    expect(planOf({ weightG: 7400 }, standing)).toMatchObject({
      state: 'changed',
      measurement: { replaces: 'm1', values: { weightG: 7400, lengthHeightTenthMm: 6725 } },
    })
  })
  test('a verified one is never replaced, neither by another value nor by an empty one', () => {
    const verified = { ...standing, verified: true }
    expect(outcome(planOf({ weightG: 7400 }, verified))).toEqual(['refused', 'exchange.line-verified'])
    expect(planOf({ weightG: 7350 }, verified).state).toBe('same')
    expect(planOf({}, verified).state).toBe('same')
  })
  test('refused with the reason: tomorrow, before birth, nothing, twice in the file', () => {
    expect(outcome(planOf({ date: '2026-06-21', weightG: 7000 }))[1]).toBe('exchange.line-in-future')
    expect(outcome(planOf({ date: '2025-11-09', weightG: 7000 }))[1]).toBe('exchange.line-before-birth')
    expect(outcome(planOf({ date: '2026-01-10', weightG: 7000 }))[1]).toBe('exchange.line-month-closed')
    expect(outcome(planOf({ position: 'l', oedema: 0 }))[1]).toBe('exchange.line-nothing-measured')
    const twice = plan([{ measurement: figures }, { measurement: figures }])
    expect(twice[1]).toMatchObject({
      state: 'refused',
      reasons: [{ code: 'exchange.line-twice', params: { other: 2 } }],
    })
    expect(countPlan(twice)).toEqual({ added: 1, changed: 0, same: 0, asked: 0, refused: 1 })
  })
  test('swapped figures are asked about with a proposal, nothing is decided until somebody answers', () => {
    const asked = planOf({ weightG: 67_250, lengthHeightTenthMm: 735 })
    const answered = (answers: Record<string, Answer>) => answerPlan([asked], answers)[0]!
    expect([answered({}), answered({ 2: 'skip' })].map(writes)).toEqual([false, false])
    expect(answered({ 2: 'proposed' }).measurement?.values).toMatchObject({ weightG: 7350, lengthHeightTenthMm: 6725 })
    expect(answered({ 2: 'as-written' }).measurement?.values).toMatchObject({ weightG: 67_250 })
    expect(asked).toMatchObject({
      state: 'asked',
      question: { code: 'exchange.ask-swapped', proposal: { weightG: 7350, lengthHeightTenthMm: 6725 } },
    })
  })
})

describe('z-scores that came in', () => {
  // boy, 548 days, 7.2 kg, 74.5 cm lying: -2.88, -3.68, -3.35 (worked example of the specification)
  const boy = { sex: 1 as const, ageDays: 548, weightKg: 7.2, lengthHeightCm: 74.5, position: 'l' as const }
  test('the same within 0.05 is no difference', () => {
    expect(compareReported(boy, { length: -288, weight: -370, weightLength: -335 })).toEqual([])
  })
  test('the likely cause is named only when that very mistake gives the figure', () => {
    expect(compareReported({ ...boy, ageDays: 560 }, { length: -288 })[0]?.cause).toBe('months-for-days')
    expect(compareReported(boy, { length: -264 })[0]).toMatchObject({
      ours: -288,
      reported: -264,
      cause: 'other-position',
    })
    expect(compareReported(boy, { length: 150 })[0]?.cause).toBe('unknown')
  })
})
