// A man is recorded as dead and is alive: a court cancels the deed of death. He must be a person again in everything the house
// says and does: in the register, on the family card, in the services, and to whoever scans one of the papers.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { familyOf, openMembers } from '../../src/modules/register/kinship.ts'
import { loadSnapshot } from '../../src/modules/register/load.ts'
import { apply, bringTo, type Crew, mustStep, signInCrew } from '../support/case-walk.ts'
import { type Couple, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Fields, plain, refusalsOn, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let couple: Couple
let wife: Walker
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  couple = await settleCouple(server, 1, undefined, [12])
  await server.house.database.inRegion('63.11', (tx) =>
    sql`update person set enrolled_on = '2015-01-01' where person_id in (${couple.husband.personId}, ${couple.wife.personId})`.execute(
      tx,
    ),
  )
  wife = await new Walker(server.base).signInAccount(couple.wife.account)
}, 240_000)
afterAll(() => server?.close())

const registerOf = (nik: string) =>
  server.house.database.inRegion(
    '63.11',
    async (tx) => {
      const snapshot = await loadSnapshot(tx, server.house.cases.ring, '63.11', { niks: [nik] })
      const person = [...snapshot.persons.values()].find((one) => one.nik === nik)!
      const family = familyOf(snapshot, person.id)
      return {
        person,
        family,
        members: Object.fromEntries(
          family === undefined ? [] : openMembers(family).map((one) => [one.personId, one.relation]),
        ),
      }
    },
    { readOnly: true },
  )

/** The identity cards of both, by whose they are: how often ordered, how often withdrawn. */
const cardsOf = async () => {
  const { rows } = await server.house.database.inRegion(
    '63.11',
    (tx) =>
      sql<{ person_id: string; state: string }>`select person_id, state from card where kind = 'ktp-el'`.execute(tx),
    { readOnly: true },
  )
  return (person: string) => rows.filter((one) => one.person_id === person).map((one) => one.state)
}

async function recorded(service: string, answers: Fields): Promise<string> {
  const { caseId } = await apply(wife, service, answers)
  await bringTo(crew, caseId, 'issued')
  expect(titleOf(await wife.get(`/63.11/cases/${caseId}`))).toBe('Terbit')
  return caseId
}

/** What a stranger reads of each paper of a case. */
async function papersOf(caseId: string): Promise<readonly string[]> {
  const codes = new Set(
    [...(await wife.get(`/63.11/cases/${caseId}`)).text.matchAll(/\/63\.11\/v\/([0-9A-Za-z-]+)"/g)].map(
      ([, code]) => code!,
    ),
  )
  return [...codes]
}
const saidOf = async (codes: readonly string[]) =>
  (await Promise.all(codes.map((code) => new Walker(server.base).get(`/63.11/v/${code}`)))).map(titleOf).sort()

it('makes a man who was recorded as dead alive again, on his card, with the papers of the death revoked', async () => {
  const { husband, wife: hers, children } = couple
  const before = await registerOf(husband.nik)
  const death = await recorded('death', {
    role: 'spouse',
    deceased: husband.personId,
    newHead: hers.personId,
    'deathDate.day': '5',
    'deathDate.month': '4',
    'deathDate.year': '2026',
    deathTime: '04.10',
    deathPlace: 'Balangan',
    deathCause: '1',
    statedBy: 'health',
    witness1: 'nik',
    'witness1.nik': '6311061208819901',
    'witness1.name': 'Rahmadi',
    witness2: 'nik',
    'witness2.nik': '6311065509849901',
    'witness2.name': 'Jamilah',
  })
  expect((await registerOf(husband.nik)).person).toMatchObject({ status: 'deceased', nikStatus: 'deceased' })
  expect((await registerOf(hers.nik)).person.maritalStatus).toBe('6')
  const papers = await papersOf(death)
  expect(papers).toHaveLength(2)
  expect(await saidOf(papers)).toEqual(['Asli dan berlaku', 'Asli dan berlaku'])
  const himself = await new Walker(server.base).signInAccount(husband.account)
  expect((await himself.post('/63.11/services/kk-lost-damaged/start', {})).status).toBe(403)

  const ruling = await recorded('deed-cancel-court', {
    role: 'party',
    subject: 'nik',
    'subject.nik': husband.nik,
    'subject.name': husband.name,
    deedKind: 'death',
    courtName: 'Pengadilan Negeri Paringin',
    rulingNumber: '5/Pdt.G/2026/PN Prn',
    'rulingDate.day': '9',
    'rulingDate.month': '4',
    'rulingDate.year': '2026',
  })

  // The register is as before the death: alive, married, head of the card they had.
  const after = await registerOf(husband.nik)
  expect(after.person).toMatchObject({ status: 'active', nikStatus: before.person.nikStatus, maritalStatus: '2' })
  expect(after.person.deathDate).toBeUndefined()
  expect(after.family).toMatchObject({ id: couple.familyId, kk: couple.kk, headId: husband.personId, status: 'active' })
  expect(after.members).toEqual({ [husband.personId]: '1', [hers.personId]: '3', [children[0]!.personId]: '4' })
  expect((await registerOf(hers.nik)).person.maritalStatus).toBe('2')

  // The deed of death and the widow's card that came of it are revoked, to everybody who scans them.
  expect(await saidOf(papers)).toEqual(['Sudah dicabut, jangan dipakai', 'Sudah dicabut, jangan dipakai'])
  expect(await saidOf(await papersOf(ruling))).toContain('Asli dan berlaku')

  // Their identity cards went with the death; nobody has to ask for new ones, and nobody could.
  const cards = await cardsOf()
  expect(cards(husband.personId)).toEqual(['wanted'])
  expect(cards(hers.personId).sort()).toEqual(['wanted', 'withdrawn'])
  await mustStep(crew.production, ruling, 'print')
  expect((await cardsOf())(husband.personId)).toEqual(['ready'])
  expect(titleOf(await wife.get(`/63.11/cases/${ruling}`))).toBe('Siap diambil atau sedang diantar')

  // He applies for himself again, and his account knows him.
  const begun = await himself.post('/63.11/services/kk-lost-damaged/start', {})
  expect([begun.status, refusalsOn(begun)]).toEqual([200, []])
  expect(plain((await himself.get('/63.11/me')).text)).not.toContain('meninggal')
}, 240_000)
