// The population register's pages by real requests: who reaches whom, what is noted, what a hostile form gets. Must stay
// true: outside one's place nobody exists; no number stands in an address or, unopened, in a page.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stayContext } from '../../src/modules/register/person-row.ts'
import { newId } from '../../src/platform/ids.ts'
import { seal } from '../../src/platform/secrets/seal.ts'
import { apply, birthAnswers, bringTo, type Crew, INPUT, mustStep, signInCrew } from '../support/case-walk.ts'
import { type Couple, JUAI, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Fields, plain, refusalsOn, titleOf, Walker } from '../support/walker.ts'

const BALIDA = '63.11.06.2006'
let server: TestServer
let crew: Crew
let couple: Couple
let operator: Walker
let data: Walker
beforeAll(async () => {
  server = await openTestServer()
  couple = await settleCouple(server, 3, JUAI, [4])
  crew = await signInCrew(server)
  operator = await appoint(server, '63.11', { roles: ['village-operator'], place: BALIDA })
  data = await appoint(server, '63.11', { roles: ['data-officer'] })
})
afterAll(() => server?.close())

const search = (who: Walker, fields: Fields, region = '63.11') =>
  who.post(`/${region}/office/register`, { purpose: 'counter', ...fields })
const record = (kind: 'persons' | 'families', id: string, query = 'for=counter') =>
  `/63.11/office/register/${kind}/${id}?${query}`
const journal = (subject: string) =>
  server.house.database.inRegion('63.11', async (tx) =>
    (
      await sql<{ action: string; reason: string; role: string }>`
        select action, reason, role from journal where subject = ${subject} and reason like 'register:%' order by at, id`.execute(
        tx,
      )
    ).rows.map((row) => `${row.role} ${row.action} ${row.reason}`),
  )

describe('search in the register', () => {
  it('finds by sound, number and day, masked, and notes each person shown', async () => {
    const byName = await search(crew['front-office'], { name: 'Istry Tjontoh Tiga' })
    expect(plain(byName.text)).toContain('Istri Contoh Tiga')
    expect(byName.path).toBe('/63.11/office/register')
    expect(byName.text).not.toContain(couple.wife.nik)
    const ways: readonly Fields[] = [
      { nik: couple.wife.nik },
      { kk: couple.kk },
      { 'birthDate.day': '3', 'birthDate.month': '4', 'birthDate.year': '1988' },
    ]
    for (const fields of ways) expect(plain((await search(data, fields)).text)).toContain('Istri Contoh Tiga')
    expect(await journal(couple.wife.personId)).toEqual([
      'front-office person.listed register:counter',
      ...Array(3).fill('data-officer person.listed register:counter'),
    ])
  })

  it('asks for something to search and a purpose, and loses nothing that was typed', async () => {
    const empty = await search(data, { purpose: '' })
    expect(empty.status).toBe(422)
    expect(refusalsOn(empty)).toHaveLength(2)
    const hostile = await search(data, { name: `'; drop table person; -- 🙂${'x'.repeat(10_000)}`, purpose: 'nothing' })
    expect(hostile.status).toBe(422)
    expect(hostile.text).toContain('&#39;; drop table person; -- 🙂')
    expect((await search(data, { name: "'; --" })).status).toBe(422)
    expect((await search(data, { name: `'; drop -- 🙂` })).status).toBe(200)
    expect((await search(data, { nik: '63110645' })).status).toBe(422)
  })

  it('is closed to citizens, to printing, to officers of elsewhere; a village operator finds the own village only', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    for (const [who, region] of [
      [mother, '63.11'],
      [crew.production, '63.11'],
      [crew.verifier, '63.09'],
    ] as const)
      expect((await search(who, { name: 'Istri Contoh' }, region)).status).toBe(403)
    expect((await new Walker(server.base).raw('POST', '/63.11/office/register', 'name=x')).status).toBe(401)
    expect(plain((await search(operator, { nik: couple.wife.nik })).text)).toContain('Tidak ada yang cocok')
    expect(plain((await search(operator, { nik: '6311065703909902' })).text)).toContain('Siti Aminah')
  })
})

describe('a record', () => {
  it('asks what it is opened for, then shows family and history, and the citizen reads who looked', async () => {
    const asked = await data.get(record('persons', couple.wife.personId, ''))
    expect(titleOf(asked)).toBe('Untuk apa data ini dibuka?')
    expect(asked.text).not.toContain('Istri Contoh Tiga')
    const page = await data.get(record('persons', couple.wife.personId, 'for=correction'))
    expect(titleOf(page)).toBe('Istri Contoh Tiga')
    for (const words of ['Suami Contoh Tiga', 'Anak Tiga Satu', 'Buku nikah', 'Riwayat'])
      expect(plain(page.text)).toContain(words)
    expect(page.text).not.toContain(couple.wife.nik)
    expect(page.text).not.toContain(couple.kk)
    const wife = await new Walker(server.base).signIn('Istri Contoh Tiga')
    expect(plain((await wife.get('/63.11/me/access')).text)).toMatch(
      /Membuka data kependudukan Anda.*Memeriksa dan membetulkan data/s,
    )
  })

  it('opens a number only with a reason, which may hold no number', async () => {
    const open = (who: Walker, reason: string) =>
      who.post(`/63.11/office/register/persons/${couple.wife.personId}/open`, { for: 'counter', reason })
    for (const nothing of ['ya', '😀😀😀😀😀', `'; -- 1234`]) expect((await open(data, nothing)).status).toBe(422)
    const told = await open(data, `NIK ${couple.wife.nik} ditanya`)
    expect(told.status).toBe(422)
    expect(told.text).not.toContain(`<dd>${couple.wife.nik}`)
    const opened = await open(data, 'Dicocokkan dengan KTP di loket')
    expect(opened.text).toContain(couple.wife.nik)
    expect((await journal(couple.wife.personId)).at(-1)).toBe(
      'data-officer person.opened register:counter: Dicocokkan dengan KTP di loket',
    )
  })

  it('does not exist outside the place; a village operator opens no number', async () => {
    for (const path of [
      record('persons', couple.wife.personId),
      record('families', couple.familyId),
      record('persons', 'x'),
      record('persons', '00000000-0000-7000-8000-000000000000'),
    ])
      expect((await operator.get(path)).status).toBe(404)
    const found = await search(operator, { name: 'Siti Aminah' })
    const way = /\/63\.11\/office\/register\/persons\/[0-9a-f-]{36}/.exec(found.text)![0]
    const page = await operator.get(`${way}?for=coverage`)
    expect(titleOf(page)).toBe('Siti Aminah')
    expect(page.text).not.toContain('Buka nomor')
    expect((await operator.post(`${way}/open`, { for: 'counter', reason: 'ingin melihat' })).status).toBe(404)
    const tabalong = await appoint(server, '63.09', { roles: ['data-officer'] })
    expect((await tabalong.get(record('persons', couple.wife.personId))).status).toBe(403)
  })

  it('shows a past day as it was, and as it was known', async () => {
    const ask = (query: string) => data.get(record('persons', couple.wife.personId, `for=correction&${query}`))
    const day = (name: string, year: number) => `${name}.day=1&${name}.month=2&${name}.year=${year}`
    expect(plain((await ask(day('on', 2026))).text)).toContain('Seperti pada 1 Februari 2026')
    const childhood = plain((await ask(day('on', 2000))).text)
    expect(childhood).toContain('Status perkawinan tidak diketahui')
    expect(childhood).toContain('Orang ini pertama kali dicatat')
    expect(plain((await ask(`${day('on', 2020)}&${day('known', 2021)}`)).text)).toContain('belum mengetahui apa pun')
    const unreal = await ask('on.day=31&on.month=2&on.year=2026')
    expect(unreal.status).toBe(422)
    expect(unreal.text).toContain('value="31"')
  })
})

describe('coverage and moves', () => {
  it('shows figures of one snapshot, and names only where the place reaches', async () => {
    expect(plain((await data.get('/63.11/office/coverage')).text)).toContain('Belum ada potret')
    expect((await crew['front-office'].post('/63.11/office/coverage/snapshot', {})).status).toBe(404)
    const page = await data.post('/63.11/office/coverage/snapshot', { of: 'birth-0-18' })
    expect(plain(page.text)).toContain('0 dari 1 di Kabupaten Balangan')
    const figures018 = plain(page.text)
    expect(figures018).toMatch(/Menurut jenis kelamin .*0 dari 1 \(0,00 %\)/)
    expect(figures018).toContain('Menurut umur')
    const deaths = plain((await data.get('/63.11/office/coverage?of=death')).text)
    expect(deaths).toMatch(/Sekitar 0 kematian diperkirakan sejak 1 Januari pada \d+ penduduk/)
    expect(deaths).toContain('belum dipastikan')
    // Everybody is told that it is withheld: one child would be a child somebody knows.
    const open = plain((await new Walker(server.base).get('/63.11/coverage')).text)
    expect(open).toContain('Angka Kabupaten Balangan tidak ditampilkan')
    expect(open).not.toMatch(/0 dari 1\b/)
    const village = await data.get(`/63.11/office/coverage/${JUAI}?of=birth-0-18`)
    expect(village.text).not.toContain('{name}')
    expect(plain(village.text)).toContain('Anak Tiga Satu')
    const coordinator = await appoint(server, '63.11', { roles: ['coordinator'] })
    const figures = plain((await coordinator.get(`/63.11/office/coverage/${JUAI}?of=birth-0-18`)).text)
    expect(figures).toContain('1 belum didatangi')
    expect(figures).not.toContain('Anak Tiga Satu')
    expect((await journal(couple.children[0]!.personId)).at(-1)).toBe('data-officer person.listed register:coverage')
  })

  it('lets the operator of the village note why, and of no other', async () => {
    const child = couple.children[0]!.personId
    const way = `/63.11/office/coverage/${JUAI}/${child}?of=birth-0-18`
    expect((await operator.post(way, { reason: 'no-proof' })).status).toBe(404)
    expect((await operator.get('/63.11/office/coverage')).path).toContain(`/coverage/${BALIDA}`)
    for (const path of [
      `/63.11/office/coverage/${JUAI}`,
      '/63.11/office/coverage/63.11.99.2001',
      '/63.11/office/coverage/x',
    ])
      expect((await operator.get(path)).status).toBe(404)
    const juai = await appoint(server, '63.11', { roles: ['village-operator'], place: JUAI })
    expect((await juai.post(way, { reason: `'; --` })).status).toBe(422)
    for (let twice = 0; twice < 2; twice++)
      expect(plain((await juai.post(way, { reason: 'no-proof' })).text)).toContain(
        '0 belum didatangi, 0 sedang diurus, 1 ada alasannya',
      )
    // Somebody who is not there, whatever the last digit of the wife's id.
    const nobody = couple.wife.personId.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    expect((await juai.post(way.replace(child, nobody), { reason: 'no-proof' })).status).toBe(409)
  })

  it('lists letters to those who work on moves', async () => {
    const page = await data.get('/63.11/office/transfers?show=out&after=x~y')
    expect(plain(page.text)).toContain('Belum ada yang pindah keluar')
    for (const who of [operator, crew.production, await appoint(server, '63.11', { roles: ['verifier'], place: JUAI })])
      expect((await who.get('/63.11/office/transfers')).status).toBe(403)
  })
})

it('lists numbers that were given back with their cause, without the day in them, and they are the next ones given', async () => {
  const way = '/63.11/office/register/numbers'
  expect(plain((await data.get(way)).text)).toContain('Tidak ada nomor yang tersisa')
  const mother = await new Walker(server.base).signInAccount(couple.wife.account)
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Nomor Kembali' }))
  await bringTo(crew, caseId, 'signing')
  await mustStep(crew.head, caseId, 'send-back-unsigned', INPUT['send-back-unsigned']!)
  expect((await data.get('/63.11/office/register')).text).toContain(`href="${way}"`)
  const list = plain((await data.get(way)).text)
  expect(list).toMatch(/6311\d\d••••••\d{4} NIK Permohonannya dikembalikan, dicabut, atau ditolak/)
  expect(list).toContain('Nomor akta')
  expect(list).not.toMatch(/\d{12}/)
  expect(plain((await crew.validator.get(`${way}?after='; --~😀~9`)).text)).toContain('Nomor akta')
  for (const nobody of [crew['front-office'], operator]) expect((await nobody.get(way)).status).toBe(404)
  expect((await mother.get(way)).status).toBe(403)
  await mustStep(crew.validator, caseId, 'validate')
  expect(plain((await data.get(way)).text)).toContain('Tidak ada nomor yang tersisa')
  await mustStep(crew.head, caseId, 'send-back-unsigned', INPUT['send-back-unsigned']!)
  await mother.post(`/63.11/cases/${caseId}/actions/withdraw`, { key: crypto.randomUUID() })
})

it('lists who stays in a village for a time where the place reaches, without numbers', async () => {
  const way = `/63.11/office/coverage/${BALIDA}/stays`
  expect(plain((await operator.get(way)).text)).toContain('Belum ada yang didata')
  const stayId = newId()
  const details = {
    outsider: { name: 'Tamu Contoh', nik: '6309051203859977' },
    address: { street: 'Jl. Contoh Melati 3', rt: '2', rw: '1', village: BALIDA },
  }
  const { ring } = server.house.cases
  await server.house.database.inRegion('63.11', async (tx) => {
    await sql`insert into stay (region_code, stay_id, person_id, village_code, details, started_on, until, recorded_at)
      values ('63.11', ${stayId}, null, ${BALIDA}, ${seal(ring, JSON.stringify(details), stayContext(stayId))}, '2026-04-01', '2026-09-30', now())`.execute(
      tx,
    )
  })
  const list = plain((await operator.get(way)).text)
  expect(list).toContain('Tamu Contoh')
  expect(list).toContain('30 September 2026')
  expect(list).not.toContain('6309051203859977')
  expect((await data.get(`/63.11/office/coverage/${BALIDA}`)).text).toContain(`href="${way}"`)
  expect((await operator.get(`/63.11/office/coverage/${JUAI}/stays`)).status).toBe(404)
  expect((await data.get('/63.11/office/coverage/63.09.05.2001/stays')).status).toBe(404)
  expect((await data.get(`${way}?after='; --~x`)).status).toBe(200)
  const coordinator = await appoint(server, '63.11', { roles: ['coordinator'] })
  expect((await coordinator.get(way)).status).toBe(404)
})
