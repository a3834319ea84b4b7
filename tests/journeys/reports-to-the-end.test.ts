// What a hospital, a religious affairs office, a court and a school report goes all the way: prepared draft, completed by the
// family, checked and signed, written into the register, papers issued. Must stay true: the institution's answers arrive as
// they were given; the register says afterwards what the report said.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedCitizens } from '../../src/bindings/demo-seed.ts'
import { type ExampleRegister, snapshotOfExample } from '../../src/modules/register/example-register.ts'
import { importSnapshot } from '../../src/modules/register/import-snapshot.ts'
import { familyOf, openMembers } from '../../src/modules/register/kinship.ts'
import { loadSnapshot } from '../../src/modules/register/load.ts'
import { newId } from '../../src/platform/ids.ts'
import {
  birthAnswers,
  bringTo,
  type Crew,
  chooseRole,
  fillDraft,
  INPUT,
  mustBeFine,
  mustStep,
  send,
  signInCrew,
} from '../support/case-walk.ts'
import { JUAI, settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Fields, plain, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
}, 120_000)
afterAll(() => server?.close())

const signed = (account: string) => new Walker(server.base).signInAccount(account)
const notifier = (...services: string[]) => appoint(server, '63.11', { roles: ['notifier'], services })
const witnesses = birthAnswers()
const WITNESSES: Fields = Object.fromEntries(Object.entries(witnesses).filter(([name]) => name.startsWith('witness')))
const date = (name: string, day: number, month: number): Fields => ({
  [`${name}.day`]: String(day),
  [`${name}.month`]: String(month),
  [`${name}.year`]: '2026',
})

async function registerOf(nik: string) {
  const { house } = server
  return house.database.inRegion(
    '63.11',
    async (tx) => {
      const snapshot = await loadSnapshot(tx, house.cases.ring, '63.11', { niks: [nik] })
      const person = [...snapshot.persons.values()].find((one) => one.nik === nik)!
      return { person, family: familyOf(snapshot, person.id), deeds: [...snapshot.deeds.values()] }
    },
    { readOnly: true },
  )
}

/** The family opens what was prepared, answers what the institution could not know, sends it, and it is issued. */
async function finish(family: Walker, told: string, answers: Fields): Promise<string> {
  const mine = await family.get('/63.11/me')
  expect(plain(mine.text)).toContain(told)
  const caseId = /\/63\.11\/cases\/([0-9a-f-]{36})\/review/.exec(mine.text)?.[1] ?? 'none'
  // From the first page on, as somebody who looks at everything.
  const review = mustBeFine(await family.get(`/63.11/cases/${caseId}/review`))
  const pages = [...review.text.matchAll(new RegExp(`/63\\.11/cases/${caseId}/edit/([\\w-]+)`, 'g'))].map(
    (one) => one[1]!,
  )
  const isRoleAsked = review.text.includes(`/63.11/cases/${caseId}/role`)
  if (isRoleAsked) await chooseRole(family, await family.get(`/63.11/cases/${caseId}/role`), answers)
  const first = await family.get(`/63.11/cases/${caseId}/edit/${pages[0]}`)
  await fillDraft(family, first, answers)
  expect(await send(family, caseId)).toMatch(/^GS-/)
  await bringTo(crew, caseId, 'issued')
  return caseId
}

it('a hospital: the death of a father becomes a deed, and his wife a widow who heads the card', async () => {
  const couple = await settleCouple(server, 1, JUAI, [12])
  const hospital = await notifier('death')
  await hospital.post('/63.11/report?kind=death', {
    nik: couple.husband.nik,
    name: couple.husband.name,
    number: 'SKM/7',
    ...date('deathDate', 5, 4),
    deathTime: '04.10',
    deathPlace: 'Balangan',
    statedBy: 'health',
  })
  const wife = await signed(couple.wife.account)
  const caseId = await finish(wife, 'melaporkan kematian', {
    role: 'spouse',
    deathCause: '1',
    newHead: couple.wife.personId,
    ...WITNESSES,
  })
  expect((await registerOf(couple.husband.nik)).person).toMatchObject({ status: 'deceased', deathDate: '2026-04-05' })
  const widow = await registerOf(couple.wife.nik)
  expect([widow.person.maritalStatus, widow.family?.headId]).toEqual(['6', couple.wife.personId])
  const page = plain((await wife.get(`/63.11/cases/${caseId}`)).text)
  for (const paper of ['Kutipan akta kematian', 'Kartu Keluarga'])
    expect(page.toLowerCase()).toContain(paper.toLowerCase())
})

it('a religious affairs office: a marriage becomes the new card of both', async () => {
  const [groom, bride] = await settleSingles()
  const kua = await notifier('kk-new-family')
  const form = plain((await kua.get('/63.11/report?kind=marriage')).text)
  expect(form).toContain('Istri Seperti tertulis di buku nikah.')
  expect(form).not.toContain('istri Anda')
  const told = await kua.post('/63.11/report?kind=marriage', {
    nik: groom!.nik,
    name: groom!.name,
    number: 'NIKAH/31',
    partner: 'nik',
    'partner.nik': bride!.nik,
    'partner.name': bride!.name,
    bookNumber: '0031/012/III/2026',
    ...date('marriageDate', 20, 3),
  })
  expect(plain(told.text)).toContain('Laporan diterima')
  await finish(await signed(groom!.account), 'melaporkan pernikahan', {
    cause: 'marriage',
    proof: 'recorded',
    home: 'mine',
  })
  const husband = await registerOf(groom!.nik)
  const wife = await registerOf(bride!.nik)
  expect([husband.person.maritalStatus, wife.person.maritalStatus]).toEqual(['2', '2'])
  expect(husband.family?.id).toBe(wife.family?.id)
  expect(openMembers(husband.family!)).toHaveLength(2)
  expect(husband.deeds.find((deed) => deed.number === '0031/012/III/2026')?.date).toBe('2026-03-20')
})

it('a court: a divorce splits the card', async () => {
  const couple = await settleCouple(server, 2, JUAI)
  const court = await notifier('divorce')
  const told = await court.post('/63.11/report?kind=divorce', {
    nik: couple.wife.nik,
    name: couple.wife.name,
    number: 'PUTUSAN/88',
    courtName: 'Pengadilan Agama Paringin',
    rulingNumber: '88/Pdt.G/2026/PA.Prn',
    ...date('rulingDate', 16, 3),
    ...date('decisionDate', 1, 4),
  })
  expect(plain(told.text)).toContain('Laporan diterima')
  const wife = await signed(couple.wife.account)
  await finish(wife, 'melaporkan putusan cerai', {
    certificateNumber: '0091/AC/2026/PA.Prn',
    splitKind: 'same',
    leaver: 'wife',
    ...WITNESSES,
  })
  const after = await registerOf(couple.wife.nik)
  expect(after.person.maritalStatus).toBe('4')
  expect((await registerOf(couple.husband.nik)).person.maritalStatus).toBe('4')
  expect(after.family?.id).not.toBe(couple.familyId)
})

it('a school: a pupil gets a child card, printed and handed to the parent', async () => {
  const couple = await settleCouple(server, 3, JUAI, [9])
  const [child] = couple.children
  const school = await notifier('kia-5-17')
  await school.post('/63.11/report?kind=school', { lines: `${child!.nik}; ${child!.name}` })
  const mother = await signed(couple.wife.account)
  const caseId = await finish(mother, 'mendaftarkan anak untuk KIA', {
    role: 'parent',
    birthDeedNumber: '6311-LU-12032017-9901',
  })
  await mustStep(crew.production, caseId, 'print')
  await mustStep(crew.delivery, caseId, 'hand-over', INPUT['hand-over'])
  expect(titleOf(await mother.get(`/63.11/cases/${caseId}`))).toBe('Selesai')
})

/** Two people of age who live with a parent each and were never married. */
async function settleSingles() {
  const [groomId, brideId, fatherId, motherId] = [newId(), newId(), newId(), newId()]
  const common = { birthPlace: 'Balangan', religion: '1', village: JUAI, occupation: 'Petani' } as const
  const nik = (digits: string) => `631101${digits}`
  const register: ExampleRegister = {
    persons: [
      {
        id: fatherId,
        nik: nik('0501609961'),
        name: 'Bapak Contoh',
        sex: 'L',
        birthDate: '1960-01-05',
        maritalStatus: '6',
        ...common,
      },
      {
        id: motherId,
        nik: nik('4602629961'),
        name: 'Mama Contoh',
        sex: 'P',
        birthDate: '1962-02-06',
        maritalStatus: '6',
        ...common,
      },
      {
        id: groomId,
        nik: nik('0905979962'),
        name: 'Akhmad Yani',
        sex: 'L',
        birthDate: '1997-05-09',
        maritalStatus: '1',
        father: fatherId,
        ...common,
      },
      {
        id: brideId,
        nik: nik('4502999962'),
        name: 'Nor Latifah',
        sex: 'P',
        birthDate: '1999-02-05',
        maritalStatus: '1',
        mother: motherId,
        ...common,
      },
    ],
    families: [
      {
        id: newId(),
        kk: nik('0507199971'),
        head: fatherId,
        members: [
          { person: fatherId, relation: '1' },
          { person: groomId, relation: '4' },
        ],
        address: { street: 'Jalan Kenanga 4', rt: '2', rw: '1', village: JUAI },
      },
      {
        id: newId(),
        kk: nik('0607199972'),
        head: motherId,
        members: [
          { person: motherId, relation: '1' },
          { person: brideId, relation: '4' },
        ],
        address: { street: 'Jalan Mufakat 7', rt: '3', rw: '1', village: JUAI },
      },
    ],
  }
  const { house, clock } = server
  await house.database.inRegion('63.11', (tx) =>
    importSnapshot(
      tx,
      { ring: house.cases.ring, region: '63.11', caseId: null, now: clock.now(), newId },
      snapshotOfExample('63.11', register),
    ),
  )
  const people = [
    { personId: groomId, nik: nik('0905979962'), name: 'Akhmad Yani', phone: '+62812630001' },
    { personId: brideId, nik: nik('4502999962'), name: 'Nor Latifah', phone: '+62812630002' },
  ]
  const accounts = await seedCitizens(
    house.database,
    house.accounts,
    people.map(({ personId, name, phone }) => ({
      region: '63.11',
      personId,
      name,
      phone,
      role: { id: name, en: name },
    })),
    clock.now(),
  )
  return people.map((one, index) => ({ ...one, account: accounts[index]! }))
}
