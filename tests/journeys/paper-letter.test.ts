// A family arrives with a letter on paper from a regency that is not on the platform: an officer copies the letter, the
// application leans on it, and they live here. Must stay true: the letter is used once; what is typed wrong comes back.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Couple, JUAI, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Fields, plain, refusalsOn, Walker } from '../support/walker.ts'

const PAGE = '/63.11/office/transfers/paper'
let server: TestServer
let clerk: Walker
let couple: Couple
beforeAll(async () => {
  server = await openTestServer()
  clerk = await appoint(server, '63.11', { roles: ['front-office'] })
  couple = await settleCouple(server, 1, JUAI)
}, 120_000)
afterAll(() => server?.close())

const LETTER = 'SKPWNI/6308/02042026/0007'
const person = (index: number, nik: string, name: string, more: Fields = {}): Fields =>
  Object.fromEntries(
    Object.entries({
      nik,
      name,
      sex: 'L',
      birthPlace: 'Amuntai',
      relation: '1',
      maritalStatus: '1',
      religion: '1',
      ...more,
    }).map(([key, value]) => [`${key}-${index}`, value]),
  )
const born = (index: number, day: string, month: string, year: string): Fields => ({
  [`birth-${index}.day`]: day,
  [`birth-${index}.month`]: month,
  [`birth-${index}.year`]: year,
})
const arrivals: Fields = {
  letter: LETTER,
  village: '63.08.01.2004',
  ...person(0, '6308011203859901', 'Pendatang Satu'),
  ...born(0, '12', '3', '1985'),
  ...person(1, '6308011503159902', 'Pendatang Kecil', { relation: '4' }),
  ...born(1, '15', '3', '2015'),
}
const letters = async () =>
  server.house.database.inRegion(
    '63.11',
    async (tx) =>
      (
        await sql<{
          state: string
          people: number
          other_region: string
        }>`select state, cardinality(person_ids) as people, other_region from transfer
          where region_code = '63.11' and letter = ${LETTER}`.execute(tx)
      ).rows,
    { readOnly: true },
  )

it('finds the village, names each fault, and keeps what was typed', async () => {
  const searched = await clerk.post(PAGE, { ...arrivals, village: '', 'village.query': 'Amuntai', search: 'village' })
  expect([searched.status, searched.text.includes('Pendatang Satu')]).toEqual([200, true])
  expect(searched.text).toContain('name="village"')
  const wrong = await clerk.post(PAGE, {
    letter: "'; --",
    village: JUAI,
    ...person(0, '1234', '😀'.repeat(300), { sex: '', religion: '9' }),
    ...born(0, '31', '2', '2030'),
  })
  expect(wrong.status).toBe(422)
  expect(refusalsOn(wrong).length).toBeGreaterThan(4)
  expect((await clerk.post(PAGE, {})).status).toBe(422)
  // Whoever lives here does not arrive, and a region on the platform sends its data by itself.
  const resident = { ...arrivals, ...person(0, couple.wife.nik, couple.wife.name, { sex: 'P' }) }
  expect((await clerk.post(PAGE, resident)).status).toBeGreaterThanOrEqual(409)
  expect((await clerk.post(PAGE, { ...arrivals, village: '63.09.05.2001' })).status).toBe(409)
  expect(await letters()).toEqual([])
})

it('keeps the letter once, in the list of who is coming', async () => {
  const kept = await clerk.post(PAGE, arrivals)
  expect(plain(kept.text)).toContain('Surat tersimpan')
  expect(plain(kept.text)).toContain(LETTER)
  expect(plain(kept.text)).toContain('Data sudah datang')
  expect(await letters()).toEqual([{ state: 'granted', people: 2, other_region: '63.08' }])
  expect((await clerk.post(PAGE, arrivals)).status).toBe(409)
})

it('is there for officers of the whole region only', async () => {
  const others = [
    await appoint(server, '63.11', { roles: ['front-office'], place: '63.11.06' }),
    await appoint(server, '63.11', { roles: ['head'] }),
    await appoint(server, '63.09', { roles: ['front-office'] }),
    new Walker(server.base),
  ]
  for (const who of others) expect((await who.post(PAGE, arrivals)).status).toBeGreaterThanOrEqual(401)
})
