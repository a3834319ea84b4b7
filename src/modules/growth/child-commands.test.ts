// Children of a posyandu on a real database: registered once, changed, moved, ended, welcomed from the register, verified, joined;
// and who finds nothing here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { snapshotOfExample } from '../register/example-register.ts'
import { importSnapshot } from '../register/import-snapshot.ts'
import { eventRow, type RegisterEvent } from '../register/register-events.ts'
import type { RegisterTables } from '../register/tables.ts'
import { decideAlike, readAlike } from './alike-commands.ts'
import { changeChild, endChild, moveChild } from './child-change-commands.ts'
import { type RegisterRequest, registerChild, welcomeChild } from './child-commands.ts'
import type { ChildFacts } from './child-form.ts'
import { findChild } from './child-store.ts'
import { readData, readNewcomers } from './children-queries.ts'
import type { GrowthContext } from './context.ts'
import { recordMeasurement } from './measure-command.ts'
import { listChildMonths, listMeasurements } from './measurement-store.ts'
import { listOwnChildren, readOwnChild } from './parent-queries.ts'
import { listPosyandus, readChild, readDay, readMeasure, readResult } from './posyandu-queries.ts'
import { takeRegisterNews } from './register-news.ts'
import { growthContext, PARINGIN, REGION, seedGrowthWorld, visitor } from './testing/growth-world.ts'
import { judgeMonth, readVerify, verifyMeasurements } from './verify-commands.ts'

let database: Database
let context: GrowthContext
const cadre = visitor('cadre')
const other = visitor('cadre', { unitId: 'mawar', account: 'acc-other' })
const midwife = visitor('midwife')
const ids = { mother: newId(), born: newId(), family: newId(), girl: newId() }
const NIK = '6311065203269901'

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
  const person = (id: string, name: string, sex: 'L' | 'P', birthDate: string, nik: string) => ({
    id,
    nik,
    name,
    sex,
    birthDate,
    birthPlace: 'Balangan',
    maritalStatus: '1' as const,
    religion: '1',
    village: PARINGIN,
  })
  const snapshot = snapshotOfExample(REGION, {
    persons: [
      person(ids.mother, 'Contoh Ibu', 'P', '1995-03-12', '6311065203959901'),
      { ...person(ids.born, 'Contoh Bayi Baru', 'P', '2026-03-12', NIK), mother: ids.mother },
      { ...person(ids.girl, 'Contoh Kakak', 'P', '2024-03-12', '6311065203249901'), mother: ids.mother },
    ],
    families: [],
    deeds: [],
  })
  await database.inRegion(REGION, (tx) =>
    importSnapshot(tx, { ring: context.ring, region: REGION, caseId: null, now: context.clock.now(), newId }, snapshot),
  )
})
afterAll(() => database.close())

const FACTS: ChildFacts = {
  name: 'Nur Contoh',
  sex: 2,
  birthDate: '2025-06-01',
  birthExact: true,
  motherName: 'Contoh Ibu',
  details: {},
  book: 'kia',
}
const request = (facts: Partial<ChildFacts> = {}, more: Partial<RegisterRequest> = {}): RegisterRequest => ({
  childId: newId(),
  facts: { ...FACTS, ...facts },
  isAnother: true,
  bringHere: false,
  ...more,
})
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))
const newChild = async (facts: Partial<ChildFacts> = {}, who: Visitor = cadre, posyandu = 'melati') => {
  const done = await registerChild(context, who, posyandu, request(facts))
  if (!done.ok || !done.value.done) throw new Error(JSON.stringify(done))
  return done.value.childId
}
const weigh = async (childId: string, date: string, weightG: number, who: Visitor = cadre) => {
  const measurementId = newId()
  const done = await recordMeasurement(context, who, childId, {
    measurementId,
    measurement: { date, place: 'posyandu', weightG },
    facts: {},
    confirmed: true,
  })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return measurementId
}
const row = (childId: string) => database.inRegion(REGION, (tx) => findChild(tx, REGION, childId), { readOnly: true })

test('the same form twice registers once; a second record of the same child is asked about first', async () => {
  const first = request({ name: 'Siti Rahmah' })
  expect(await registerChild(context, cadre, 'melati', first)).toEqual(
    await registerChild(context, cadre, 'melati', first),
  )
  const again = await registerChild(context, cadre, 'melati', request({ name: 'St. Rahmah' }, { isAnother: false }))
  expect(again).toMatchObject({ ok: true, value: { done: false, alike: [{ childId: first.childId }] } })
  // A cadre elsewhere learns that there is such a child, and neither which nor whose.
  const elsewhere = await registerChild(context, other, 'mawar', request({ name: 'Siti Rahmah' }, { isAnother: false }))
  expect(elsewhere).toMatchObject({ ok: true, value: { done: false, alike: [{ posyandu: 'melati' }] } })
  expect(JSON.stringify(elsewhere)).not.toContain(first.childId)
})

test('a NIK of the register links the person; a wrong birth date with it says nothing about the person', async () => {
  expect(codes(await registerChild(context, cadre, 'melati', request({ nik: NIK })))).toEqual(['growth.nik-differs'])
  const here = await readNewcomers(context, cadre, 'melati')
  expect(here.ok && here.value.newcomers.map(({ name }) => name)).toEqual(['Contoh Bayi Baru', 'Contoh Kakak'])
  const welcomed = await welcomeChild(context, cadre, 'melati', ids.born)
  expect(welcomed).toEqual(await welcomeChild(context, cadre, 'melati', ids.born))
  const facts = { nik: NIK, birthDate: '2026-03-12', name: 'Contoh Bayi Baru' }
  const known = await registerChild(context, other, 'mawar', request(facts))
  expect(known).toMatchObject({ ok: true, value: { done: false, canBring: true, alike: [{ posyandu: 'melati' }] } })
  const brought = await registerChild(context, other, 'mawar', request(facts, { bringHere: true }))
  expect(brought.ok && brought.value.done && brought.value.childId).toBe(welcomed.ok && welcomed.value)
  expect(codes(await welcomeChild(context, visitor('cadre', { unitId: 'anggrek' }), 'anggrek', ids.girl))).toEqual([
    'not-found',
  ])
})

test('a changed sex scores every measuring anew and keeps the figures; an old form is refused', async () => {
  const id = await newChild({ name: 'Anak Terbalik' })
  await weigh(id, '2026-06-10', 9100)
  const before = await database.inRegion(REGION, (tx) => listMeasurements(tx, REGION, id))
  expect(codes(await changeChild(context, cadre, id, 1, { ...FACTS, name: 'Anak Terbalik', sex: 1 }))).toEqual([])
  const after = await database.inRegion(REGION, (tx) => listMeasurements(tx, REGION, id))
  expect(after[0]?.z_weight).not.toBe(before[0]?.z_weight)
  expect(after[0]?.weight_g).toBe(9100)
  expect(codes(await changeChild(context, cadre, id, 1, FACTS))).toEqual(['growth.changed-meanwhile'])
  expect(codes(await changeChild(context, cadre, id, 2, { ...FACTS, birthDate: '2026-06-15' }))).toEqual([
    'growth.born-after-measuring',
  ])
})

test('moving in mid-month keeps past weighings where they were, twice on one day as well; death ends the stay', async () => {
  const id = await newChild({ name: 'Anak Pindah' })
  await weigh(id, '2026-06-05', 9000)
  expect(codes(await moveChild(context, cadre, id, 'mawar'))).toEqual([])
  expect(codes(await moveChild(context, cadre, id, 'anggrek'))).toEqual(['not-found'])
  expect(codes(await moveChild(context, other, id, 'melati'))).toEqual([])
  const months = await database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, id))
  expect(months.map(({ posyandu_id }) => posyandu_id)).toEqual(['melati'])
  expect(codes(await endChild(context, cadre, id, { kind: 'died', on: '2026-06-21' }))).toEqual(['growth.in-future'])
  expect(await endChild(context, cadre, id, { kind: 'died', on: '2020-01-01' })).toMatchObject({
    refusals: [{ code: 'growth.before-birth', params: { birthDateId: expect.stringMatching(/^\d+ [A-Z]/) } }],
  })
  expect(codes(await endChild(context, cadre, id, { kind: 'died', on: '2026-06-18' }))).toEqual([])
  expect((await row(id))?.status).toBe('died')
  const day = await readDay(context, cadre, 'melati')
  expect(day.ok && day.value.children.some(({ childId }) => childId === id)).toBe(false)
})

test('a midwife verifies what a cadre weighed, not what she weighed herself; she judges T as N with a reason', async () => {
  const id = await newChild({ name: 'Anak Verifikasi' })
  await weigh(id, '2026-05-10', 8900)
  const june = await weigh(id, '2026-06-10', 8950)
  const list = await readVerify(context, midwife, 'melati', '2026-06')
  const line = list.ok ? list.value.waiting.find(({ childId }) => childId === id) : undefined
  expect(line).toMatchObject({ status: 'T', isOwn: false, remarks: [] })
  expect(await verifyMeasurements(context, midwife, 'melati', [june, june, "'; --", newId()])).toEqual({
    ok: true,
    value: 1,
  })
  expect(await verifyMeasurements(context, midwife, 'melati', [june])).toEqual({ ok: true, value: 0 })
  expect(codes(await verifyMeasurements(context, cadre, 'melati', [june]))).toEqual(['not-found'])
  const both = visitor('cadre', { account: 'acc-both' })
  const alsoMidwife = visitor('midwife', { account: 'acc-both' })
  const own = await weigh(id, '2026-06-12', 8950, both)
  expect(await verifyMeasurements(context, alsoMidwife, 'melati', [own])).toEqual({ ok: true, value: 0 })
  expect(codes(await judgeMonth(context, midwife, id, '2026-06', 'N', ' '))).toEqual(['growth.reason-missing'])
  expect(codes(await judgeMonth(context, midwife, id, '2026-05', 'N', 'kurva'))).toEqual(['growth.status-not-judged'])
  expect(codes(await judgeMonth(context, cadre, id, '2026-06', 'N', 'kurva'))).toEqual(['not-found'])
  expect(codes(await judgeMonth(context, midwife, id, '2026-06', 'N', 'kurva mengikuti garis'))).toEqual([])
  const months = await database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, id))
  expect(months.at(-1)).toMatchObject({ status: 'N', computed: 'T', because: 'overruled' })
})

test('two records of one child become one with every weighing; two children are not asked about again', async () => {
  const keep = await newChild({ name: 'Muhammad Contoh', sex: 1, birthDate: '2025-01-02' })
  const gone = await newChild({ name: 'Muhamad Contoh', sex: 1, birthDate: '2025-01-02' })
  await weigh(keep, '2026-05-10', 9800)
  await weigh(gone, '2026-06-10', 10_100)
  const queue = await readAlike(context, midwife, 'melati')
  const pair = queue.ok ? queue.value.pairs.find(({ a, b }) => [a.childId, b.childId].includes(keep)) : undefined
  expect([pair?.a.childId, pair?.b.childId].sort()).toEqual([keep, gone].sort())
  const decision = { keep, other: gone, same: true, reason: 'ibu dan buku KIA sama' }
  expect(codes(await decideAlike(context, cadre, decision))).toEqual(['not-found'])
  expect(codes(await decideAlike(context, midwife, { ...decision, reason: '' }))).toEqual(['growth.reason-missing'])
  expect(codes(await decideAlike(context, midwife, decision))).toEqual([])
  expect(codes(await decideAlike(context, midwife, decision))).toEqual([])
  const months = await database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, keep))
  expect(months.map(({ status }) => status)).toEqual(['B', 'N'])
  expect(await row(gone)).toMatchObject({ status: 'duplicate', same_as: keep })
  const twin = await newChild({ name: 'Muhammad Contoh', sex: 1, birthDate: '2025-01-02' })
  await decideAlike(context, midwife, { keep, other: twin, same: false, reason: 'kembar' })
  const later = await readAlike(context, midwife, 'melati')
  expect(later.ok && later.value.pairs.filter(({ a, b }) => [a.childId, b.childId].includes(twin))).toEqual([])
})

test('a mother sees her own child and no other; the page of the cadre is not hers', async () => {
  const citizen: Visitor = {
    ...cadre,
    actor: { accountId: 'acc-mother', name: 'Ibu', sessionId: 's', personId: ids.mother, assignments: [] },
  }
  const own = await listOwnChildren(context, citizen)
  expect(own.map(({ child }) => child.name)).toEqual(['Contoh Bayi Baru'])
  expect((await readOwnChild(context, citizen, own[0]!.child.childId)).ok).toBe(true)
  const strange = await newChild({ name: 'Anak Tetangga' })
  expect(codes(await readOwnChild(context, citizen, strange))).toEqual(['not-found'])
  expect(codes(await readChild(context, citizen, own[0]!.child.childId))).toEqual(['not-found'])
  expect(await listPosyandus(context, citizen)).toEqual([])
})

test('a death in the register ends the stay, a correction scores anew, a forged event does nothing, and all of it once', async () => {
  const done = await welcomeChild(context, cadre, 'melati', ids.girl)
  const id = done.ok ? done.value : ''
  await weigh(id, '2026-06-10', 11_400)
  const tell = (kind: RegisterEvent['kind'], position: number, forged = false) => {
    const event: RegisterEvent = { eventId: newId(), personId: ids.girl, seq: position, kind, date: '2026-06-15' }
    const row = { ...eventRow(context.ring, REGION, event, context.clock.now()), position }
    const values = forged ? { ...row, event_date: '2026-06-14' } : row
    return database.inRegion(REGION, (tx) =>
      tx.withTables<RegisterTables>().insertInto('register_event').values(values).execute(),
    )
  }
  const z = async () => (await database.inRegion(REGION, (tx) => listMeasurements(tx, REGION, id)))[0]?.z_weight
  const before = await z()
  await database.inRegion(REGION, (tx) =>
    tx
      .withTables<RegisterTables>()
      .updateTable('person')
      .set({ birth_date: '2024-06-12' })
      .where('region_code', '=', REGION)
      .where('person_id', '=', ids.girl)
      .execute(),
  )
  await tell('person.corrected', 1)
  expect(await takeRegisterNews(context, REGION)).toBe(1)
  expect([(await row(id))?.birth_date, (await z()) === before]).toEqual(['2024-06-12', false])
  await tell('person.died', 2, true)
  await takeRegisterNews(context, REGION)
  expect((await row(id))?.status).toBe('active')
  await tell('person.died', 3)
  expect([await takeRegisterNews(context, REGION), await takeRegisterNews(context, REGION)]).toEqual([1, 0])
  expect(await row(id)).toMatchObject({ status: 'died', status_on: '2026-06-15' })
})

test('who does not belong to the posyandu finds nothing: another cadre, a planner, another region, a head who only reads', async () => {
  const id = await newChild({ name: 'Anak Rahasia' })
  const measuring = await weigh(id, '2026-06-10', 9000)
  for (const stranger of [
    other,
    visitor('nutritionist', { unitId: 'pkm-batumandi' }),
    visitor('convergence-secretariat', { place: REGION }),
    visitor('foster-parent'),
    visitor('cadre', { region: '63.09' }),
  ]) {
    const tries = await Promise.all([
      readDay(context, stranger, 'melati'),
      readMeasure(context, stranger, id),
      readResult(context, stranger, id, measuring),
      readChild(context, stranger, id),
      readData(context, stranger, id),
      readVerify(context, stranger, 'melati', '2026-06'),
      readNewcomers(context, stranger, 'melati'),
      registerChild(context, stranger, 'melati', request()),
      changeChild(context, stranger, id, 1, FACTS),
      moveChild(context, stranger, id, 'mawar'),
      endChild(context, stranger, id, { kind: 'died', on: '2026-06-10' }),
    ]).then((all) => all.map(codes))
    // A stranger of another region may own a posyandu of the same name there, and still sees no child of this one.
    const here = stranger.region?.code === REGION ? tries : tries.slice(1, 5)
    expect(here.every((one) => one[0] === 'not-found')).toBe(true)
  }
  const head = visitor('health-centre-head', { unitId: 'pkm-paringin' })
  expect((await readChild(context, head, id)).ok).toBe(true)
  expect(codes(await readData(context, head, id))).toEqual(['not-found'])
  expect(codes(await readMeasure(context, cadre, "'; --"))).toEqual(['not-found'])
})
