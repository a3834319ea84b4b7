// What a mother gets of posyandu and midwife in the copy of her own data, and whom she sees looking: vaccines and pregnancies are
// there, withdrawn ones and other women's are not, nobody else gets hers.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../tests/support/database.ts'
import type { Result } from '../kernel/refusal.ts'
import { insertFamilyVisit } from '../modules/convergence/visit-store.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { recordDoses, withdrawDoseOf } from '../modules/growth/immunisation/immunisation-commands.ts'
import { readVaccines } from '../modules/growth/immunisation/immunisation-queries.ts'
import { startMotherPmt } from '../modules/growth/mother-food-commands.ts'
import { recordVisit, registerPregnancy, withdrawVisitOf } from '../modules/growth/pregnancy/pregnancy-commands.ts'
import { readPregnancy } from '../modules/growth/pregnancy/pregnancy-queries.ts'
import { insertSchoolChild, insertSession } from '../modules/growth/school/school-store.ts'
import {
  addChild,
  child,
  growthContext,
  REGION,
  seedGrowthWorld,
  visitor,
} from '../modules/growth/testing/growth-world.ts'
import type { DataSection } from '../modules/privacy/port.ts'
import { importSnapshot } from '../modules/register/import-snapshot.ts'
import { storedHousehold, uuidOf } from '../modules/register/testing/household.ts'
import type { Database } from '../platform/db/database.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { newId } from '../platform/ids.ts'
import { careSources } from './privacy-care-data.ts'
import { bindPublic } from './public-binding.ts'
import { RegionDirectory } from './region-directory.ts'

let database: Database
const midwife = visitor('midwife')
const citizen = (person: string): Visitor => ({
  ...midwife,
  actor: { ...midwife.actor!, accountId: `acc-${person}`, personId: uuidOf(person), assignments: [] },
})
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
let context: GrowthContext

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
  await database.inRegion(REGION, (tx) =>
    importSnapshot(
      tx,
      { ring: context.ring, region: REGION, caseId: null, now: new Date('2020-01-01T00:00:00Z'), newId },
      storedHousehold(),
    ),
  )
  const baby = child({ name: 'Contoh Bayi', personId: uuidOf('adik') })
  await addChild(database, context, baby)
  value(await recordDoses(context, midwife, baby.childId, { doses: ['HB0'], on: '2025-11-10', place: 'puskesmas' }))
  value(await recordDoses(context, midwife, baby.childId, { doses: ['BCG'], on: '2025-12-15', place: 'posyandu' }))
  value(await withdrawDoseOf(context, midwife, baby.childId, 'BCG', 'salah anak'))
  value(await readVaccines(context, midwife, baby.childId))
  const facts = {
    name: 'Siti Aminah',
    birthDate: '1988-03-17',
    details: { husband: "Hamdi 🌼'; --" },
    lastPeriod: '2026-01-05',
    dueOn: '2026-10-12',
  }
  const mine = newId()
  value(await registerPregnancy(context, midwife, 'melati', mine, { ...facts, nik: '6311015703889902' }))
  const visit = { tabletsGiven: 30, tabletsTaken: 0, foodGiven: false, classAttended: true }
  value(await recordVisit(context, midwife, mine, { visitId: newId(), on: '2026-06-20', armTenthMm: 2290, ...visit }))
  const wrong = newId()
  value(await recordVisit(context, midwife, mine, { visitId: wrong, on: '2026-05-20', weightG: 71_500, ...visit }))
  value(await withdrawVisitOf(context, midwife, mine, wrong, 'salah orang'))
  value(await readPregnancy(context, midwife, mine))
  const food = {
    food: 'local',
    money: 'partner',
    byGuideline: true,
    partner: 'PT Contoh',
    partnerOther: 'Baznas',
  } as const
  value(await startMotherPmt(context, midwife, mine, food))
  await database.inRegion(REGION, async (tx) => {
    const session = {
      region_code: REGION,
      session_id: newId(),
      centre_id: 'pkm',
      school: 'SDN Contoh',
      class_name: '6A',
      held_on: '2026-02-10',
      edition: 'permenkes-2-2020',
      made_by: 'a',
      made_at: new Date(),
    }
    await insertSession(tx, session)
    for (const [name, birth_date, state] of [
      ['nur laila', '2014-03-12', 'recorded'],
      ['Nur Laila', '2014-03-12', 'withdrawn'],
      ['Nur Laila', '2014-03-13', 'recorded'],
    ] as const)
      await insertSchoolChild(tx, {
        region_code: REGION,
        session_id: session.session_id,
        line_id: newId(),
        name,
        sex: 2,
        birth_date,
        weight_g: 34_500,
        height_tenth_mm: 14_210,
        z_height: null,
        z_weight: null,
        z_bmi: -5,
        category: 'thin',
        due_on: '2026-03-10',
        result: 'improving',
        result_words: "Makan pagi '; --",
        result_on: '2026-03-01',
        result_by: 'a',
        state,
        recorded_by: 'a',
        recorded_at: new Date(),
      })
    await insertFamilyVisit(tx, {
      region_code: REGION,
      family_id: uuidOf('kk1'),
      visit_id: newId(),
      village_code: '63.11.01.2003',
      visited_on: '2026-05-04',
      topics: ['food', 'water'],
      words: null,
      next_on: '2026-06-04',
      role: 'family-team',
      noted_by: 'a',
      noted_at: new Date(),
    })
  })
  value(
    await registerPregnancy(context, midwife, 'melati', newId(), {
      ...facts,
      name: 'Ibu Lain',
      birthDate: '1990-01-01',
    }),
  )
})
afterAll(() => database.close())

const copyOf = async (who: Visitor): Promise<readonly DataSection[]> =>
  Promise.all(careSources(context).map((source) => source(who)))
const linesOf = (sections: readonly DataSection[], id: string) =>
  sections
    .find((one) => one.id === id)!
    .items.flatMap(({ fields }) => fields.map((field) => `${field.label.id}: ${field.value.id}`))

test('the copy holds doses that stand, what may come next, and pregnancies with their visits', async () => {
  const copy = await copyOf(citizen('ibu'))
  const vaccines = linesOf(copy, 'children')
  expect(vaccines.filter((line) => line.includes('10 November 2025'))).toHaveLength(2)
  expect(vaccines.some((line) => line.startsWith('BCG, boleh mulai'))).toBe(true)
  expect(vaccines.some((line) => line.includes('15 Desember 2025'))).toBe(false)
  const pregnancies = linesOf(copy, 'pregnancies')
  expect(pregnancies).toContain("Nama suami: Hamdi 🌼'; --")
  expect(pregnancies.filter((line) => line.startsWith('Pemeriksaan'))).toEqual([
    'Pemeriksaan 20 Juni 2026: 23 minggu; Lingkar lengan atas (LiLA) 22,9 cm; Tablet tambah darah: 30 butir diberikan, 0 diminum; ikut kelas ibu hamil',
  ])
  expect(copy.find((one) => one.id === 'pregnancies')!.items).toHaveLength(1)
})

test('food, visits and school screening stand in words; what was withdrawn or is of another day of birth does not', async () => {
  const copy = await copyOf(citizen('ibu'))
  const food = linesOf(copy, 'food')
  expect(food).toEqual(expect.arrayContaining(['Jenis makanan: Pangan lokal', 'Sumber dana: Mitra: PT Contoh, Baznas']))
  expect(food).toEqual(expect.arrayContaining(['Keadaan gizi saat mulai: KEK', 'LiLA saat mulai: 22,9 cm']))
  expect(linesOf(copy, 'visits')).toEqual([
    'Yang dibicarakan: Makan bergizi, protein hewani; Air bersih, jamban, cuci tangan',
    'Kunjungan berikutnya: 4 Juni 2026',
  ])
  expect(linesOf(copy, 'school')).toEqual([
    'Hari penjaringan: 10 Februari 2026',
    'Nama sekolah: SDN Contoh',
    'Kelas: 6A',
    'Berat: 34,50 kg',
    'Tinggi: 142,1 cm',
    'Keadaan gizi (IMT/U): gizi kurang',
    "Hasil: Mulai membaik, dipantau tiap bulan, 1 Maret 2026. Makan pagi '; --",
  ])
  expect(linesOf(copy, 'food').concat(linesOf(copy, 'school')).join()).not.toMatch(/undefined|null|NaN|kek|thin/)
})

test('nobody else gets them: another person, a person of no register', async () => {
  const uncle = await copyOf(citizen('paman'))
  expect(uncle.flatMap((one) => one.items)).toEqual([])
  const father = await copyOf(citizen('ayah'))
  expect(linesOf(father, 'children').length).toBeGreaterThan(2)
  expect(linesOf(father, 'pregnancies')).toEqual([])
  // The visit was to the family, her food is hers.
  expect(linesOf(father, 'visits')).toHaveLength(2)
  expect(linesOf(father, 'food')).toEqual([])
  expect(
    (await copyOf({ ...midwife, actor: { ...midwife.actor!, assignments: [] } })).flatMap((one) => one.items),
  ).toEqual([])
})

test('reads of her pregnancy and of her children are told to her, in words of their own', async () => {
  const open = bindPublic({ ...context, services: { list: async () => [] } }, new RegionDirectory(database))
  const told = async (person: string) => (await open.listAccess(citizen(person))).map(({ what }) => what.id)
  const hers = await told('ibu')
  expect(new Set(hers)).toEqual(
    new Set([
      'Mencatat imunisasi anak Anda',
      'Membatalkan catatan imunisasi anak Anda',
      'Membuka catatan imunisasi anak Anda',
      'Mendaftarkan kehamilan Anda',
      'Mencatat makanan tambahan untuk kehamilan Anda',
      'Mencatat pemeriksaan kehamilan Anda',
      'Membatalkan catatan pemeriksaan kehamilan Anda',
      'Membuka catatan kehamilan Anda',
    ]),
  )
  expect((await told('ayah')).some((line) => line.includes('kehamilan'))).toBe(false)
  expect(await told('paman')).toEqual([])
})
