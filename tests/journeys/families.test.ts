// Families whose life changes, by the services as citizens use them: the head dies, both parents die, a family moves inside the
// regency, a husband leaves it (scenes 4 to 7), a court cancels a deed (scene 12). What the register says afterwards is read from the
// register itself.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { familyOf, openMembers } from '../../src/modules/register/kinship.ts'
import { loadSnapshot } from '../../src/modules/register/load.ts'
import {
  apply,
  beginDraft,
  birthAnswers,
  bringTo,
  type Crew,
  chooseRole,
  fillDraft,
  INPUT,
  mustStep,
  signInCrew,
} from '../support/case-walk.ts'
import { type Couple, HALONG, settleCouple, TANJUNG } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { type Fields, plain, refusalsOn, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
})
afterAll(() => server?.close())

const signed = (account: string) => new Walker(server.base).signInAccount(account)

/** A person and their card as the register has them now. */
async function registerOf(nik: string, region: '63.11' | '63.09' = '63.11') {
  const { house } = server
  return house.database.inRegion(
    region,
    async (tx) => {
      const snapshot = await loadSnapshot(tx, house.cases.ring, region, { niks: [nik] })
      const person = [...snapshot.persons.values()].find((one) => one.nik === nik)!
      const family = familyOf(snapshot, person.id)
      return {
        person,
        family,
        members:
          family === undefined
            ? {}
            : Object.fromEntries(openMembers(family).map((one) => [one.personId, one.relation])),
      }
    },
    { readOnly: true },
  )
}

/** The number printed on the moving letter of a case. */
async function letterOf(caseId: string): Promise<string> {
  const { rows } = await server.house.database.inRegion(
    '63.11',
    (tx) => sql<{ letter: string }>`select letter from transfer where case_id = ${caseId}`.execute(tx),
    { readOnly: true },
  )
  return rows[0]!.letter
}

async function recorded(applicant: Walker, service: string, answers: Fields): Promise<string> {
  const { caseId } = await apply(applicant, service, answers)
  await bringTo(crew, caseId, 'validation')
  await mustStep(crew.validator, caseId, 'validate')
  await mustStep(crew.head, caseId, 'sign')
  expect(titleOf(await applicant.get(`/63.11/cases/${caseId}`))).toBe('Terbit')
  return caseId
}

const died = (personId: string, more: Fields = {}): Fields => ({
  role: 'spouse',
  deceased: personId,
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
  ...more,
})

describe('scenes 4 and 5: a father dies, then the mother', () => {
  let couple: Couple
  let uncle: Couple
  beforeAll(async () => {
    couple = await settleCouple(server, 1, undefined, [12, 8])
    uncle = await settleCouple(server, 2)
  })

  it('the wife heads a card with a new number, widowed, with both children', async () => {
    const wife = await signed(couple.wife.account)
    await recorded(wife, 'death', died(couple.husband.personId, { newHead: couple.wife.personId }))
    const after = await registerOf(couple.wife.nik)
    expect(after.person.maritalStatus).toBe('6')
    expect(after.family?.headId).toBe(couple.wife.personId)
    expect(after.family?.kk).not.toBe(couple.kk)
    expect(after.members).toEqual({
      [couple.wife.personId]: '1',
      ...Object.fromEntries(couple.children.map(({ personId }) => [personId, '4'])),
    })
    const dead = await registerOf(couple.husband.nik)
    expect(dead.person).toMatchObject({ status: 'deceased', deathDate: '2026-04-05' })
    expect(dead.family).toBeUndefined()
  })

  it('the dead man begins nothing any more, in any service, and nobody is taken for him', async () => {
    const husband = await signed(couple.husband.account)
    const services = await server.house.cases.services.list('63.11')
    expect(services.length).toBeGreaterThan(40)
    const opened: string[] = []
    for (const { service } of services) {
      const answer = await husband.post(`/63.11/services/${service.id}/start`, {})
      if (answer.status !== 403 || refusalsOn(answer).length === 0) opened.push(`${service.id} ${answer.status}`)
    }
    expect(opened).toEqual([])

    const stranger = new Walker(server.base)
    const account = await server.house.accounts.createAccount({ name: 'Penipu', email: 'penipu@contoh.example' })
    stranger.keep((await server.house.accounts.openSession(account, 'test')).cookies)
    const bound = await stranger.post('/63.11/me/identify', {
      nik: couple.husband.nik,
      name: couple.husband.name,
      'birthDate.day': '1',
      'birthDate.month': '3',
      'birthDate.year': '1985',
      back: '/63.11/me',
    })
    expect(bound.status).toBe(422)
  })

  it('nor is he a witness', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const draft = await beginDraft(mother, 'birth-wni')
    const start = await chooseRole(mother, draft, { role: 'parent' })
    const answers = birthAnswers({ 'witness1.nik': couple.husband.nik, 'witness1.name': couple.husband.name })
    await expect(fillDraft(mother, start, answers).then(({ path }) => path)).rejects.toThrow(/422|does not let/)
  })

  it('scene 5: no card of minors alone; the page asks who will care for them', async () => {
    const reporter = await signed(uncle.husband.account)
    const draft = await beginDraft(reporter, 'death')
    const answers = died('nik', {
      role: 'family',
      'deceased.nik': couple.wife.nik,
      'deceased.name': couple.wife.name,
    })
    const start = await chooseRole(reporter, draft, answers)
    await expect(fillDraft(reporter, start, answers)).rejects.toThrow(/422/)
    const page = await reporter.get(`/63.11/cases/${draft.caseId}/edit/family`)
    expect(plain(page.text)).toMatch(/wali|kepala keluarga/i)

    const joined = {
      newHead: 'nik',
      'newHead.nik': uncle.husband.nik,
      'newHead.name': uncle.husband.name,
      guardianCard: 'join',
    }
    await recorded(reporter, 'death', { ...answers, ...joined })
    const child = await registerOf(couple.children[0]!.nik)
    expect(child.family?.id).toBe(uncle.familyId)
    expect(Object.keys(child.members)).toHaveLength(4)
  })
})

const address = (village: string): Fields => ({
  'newAddress.street': 'Jalan Contoh Pindah 9',
  'newAddress.rt': '3',
  'newAddress.rw': '1',
  'newAddress.village': village,
  'newAddress.postalCode': '71663',
  houseOwner: 'own',
})

describe('scene 6: a whole family moves from Juai to Halong', () => {
  it('keeps the number of the card and every NIK; address, village and cards change', async () => {
    const couple = await settleCouple(server, 3, undefined, [9])
    const husband = await signed(couple.husband.account)
    const everyone = [couple.husband.personId, couple.wife.personId, couple.children[0]!.personId]
    await recorded(husband, 'move-within-regency', { movers: everyone, joinsCard: 'own', ...address(HALONG) })
    for (const { nik } of [couple.husband, couple.wife, couple.children[0]!]) {
      const now = await registerOf(nik)
      expect(now.family).toMatchObject({ id: couple.familyId, kk: couple.kk, address: { village: HALONG } })
      expect(now.person).toMatchObject({ nik, villageCode: HALONG, status: 'active' })
    }
  })
})

describe('scene 7: the husband moves to Tabalong, wife and child stay', () => {
  it('the letter covers him alone, she gets a card with a new number, he stays moving', async () => {
    const couple = await settleCouple(server, 4, undefined, [6])
    const husband = await signed(couple.husband.account)
    const caseId = await recorded(husband, 'move-out', {
      movers: [couple.husband.personId],
      newHead: couple.wife.personId,
      joinsCard: 'own',
      moveReason: '1',
      ...address(TANJUNG),
    })
    const his = await registerOf(couple.husband.nik)
    expect(his.person.status).toBe('moving')
    const hers = await registerOf(couple.wife.nik)
    expect(hers.person.status).toBe('active')
    expect(hers.family).toMatchObject({ headId: couple.wife.personId, status: 'active' })
    expect(hers.family?.kk).not.toBe(couple.kk)
    expect(hers.members).toEqual({ [couple.wife.personId]: '1', [couple.children[0]!.personId]: '4' })
    const page = plain((await husband.get(`/63.11/cases/${caseId}`)).text)
    expect(page).toMatch(/SKPWNI|Surat Keterangan Pindah/)
    await server.house.jobs.settle()
    expect((await registerOf(couple.husband.nik)).person.status).toBe('moving')

    // Tabalong: he applies there with the number of his letter; what he leaves behind waits for their answer.
    const letter = await letterOf(caseId)
    const there = await signInCrew(server, '63.09')
    const answers = { letterNumber: letter, joinsCard: 'own', ...address(TANJUNG) }
    const stateOfLetter = async () => {
      await server.house.jobs.settle()
      const { rows } = await server.house.database.inRegion('63.11', (tx) =>
        sql<{ state: string }>`select state from transfer where case_id = ${caseId}`.execute(tx),
      )
      return rows[0]!.state
    }
    // An application that ends in vain gives the letter back: it is good for the next one, or for staying.
    const inVain = await apply(husband, 'move-in', answers, '63.09')
    expect(await stateOfLetter()).toBe('claimed')
    await husband.post(`/63.09/cases/${inVain.caseId}/actions/withdraw`, { key: crypto.randomUUID() })
    expect(titleOf(await husband.get(`/63.09/cases/${inVain.caseId}`))).toBe('Dicabut')
    expect(await stateOfLetter()).toBe('offered')
    const rejected = await apply(husband, 'move-in', answers, '63.09')
    await mustStep(there['front-office'], rejected.caseId, 'reject', INPUT.reject!, '63.09')
    expect(await stateOfLetter()).toBe('offered')
    await husband.post(`/63.09/cases/${rejected.caseId}/actions/object`, {
      key: crypto.randomUUID(),
      note: 'Suratnya ada',
    })
    await mustStep(there.head, rejected.caseId, 'accept-objection', INPUT['accept-objection']!, '63.09')
    expect(await stateOfLetter()).toBe('claimed')
    await husband.post(`/63.09/cases/${rejected.caseId}/actions/withdraw`, { key: crypto.randomUUID() })
    expect(await stateOfLetter()).toBe('offered')
    const arrival = await apply(husband, 'move-in', answers, '63.09')
    await mustStep(there['front-office'], arrival.caseId, 'screen', {}, '63.09')
    await server.house.jobs.settle()
    await mustStep(there.verifier, arrival.caseId, 'verify', {}, '63.09')
    await mustStep(there.validator, arrival.caseId, 'validate', {}, '63.09')
    expect((await registerOf(couple.husband.nik)).person.status).toBe('moving')
    await mustStep(there.head, arrival.caseId, 'sign', {}, '63.09')
    expect(titleOf(await husband.get(`/63.09/cases/${arrival.caseId}`))).toBe('Terbit')
    await server.house.jobs.settle()
    expect((await registerOf(couple.husband.nik)).person.status).toBe('moved-out')
    const codes = [...(await husband.get(`/63.11/cases/${caseId}`)).text.matchAll(/"(\/63\.11\/v\/[0-9A-Z]+)"/g)]
    const papers = await Promise.all(codes.map(async ([, at]) => plain((await new Walker(server.base).get(at!)).text)))
    expect(papers.filter((text) => text.includes('Suratnya sudah dipakai'))).toHaveLength(1)
    expect((await registerOf(couple.husband.nik, '63.09')).person).toMatchObject({
      nik: couple.husband.nik,
      status: 'active',
      villageCode: TANJUNG,
    })
  })
})

describe('scene 12: a court cancels a birth deed', () => {
  it('undoes what the birth did, and the QR of the deed says revoked, of nobody', async () => {
    const couple = await settleCouple(server, 5)
    const mother = await signed(couple.wife.account)
    const born = await recorded(mother, 'birth-wni', birthAnswers({ childName: 'Anak Dibatalkan' }))
    const before = await registerOf(couple.wife.nik)
    const child = Object.keys(before.members).find(
      (id) => ![couple.wife.personId, couple.husband.personId].includes(id),
    )!
    const codes = [...(await mother.get(`/63.11/cases/${born}`)).text.matchAll(/\/63\.11\/v\/([0-9A-Za-z-]+)"/g)]
    expect(new Set(codes.map(([, code]) => code)).size).toBe(2)

    await recorded(mother, 'deed-cancel-court', {
      role: 'party',
      subject: child,
      deedKind: 'birth',
      courtName: 'Pengadilan Negeri Paringin',
      rulingNumber: '5/Pdt.G/2026/PN Prn',
      'rulingDate.day': '16',
      'rulingDate.month': '3',
      'rulingDate.year': '2026',
    })
    const after = await registerOf(couple.wife.nik)
    expect(Object.keys(after.members)).not.toContain(child)
    expect(after.family).toMatchObject({ kk: couple.kk, headId: couple.husband.personId })
    const said = await Promise.all(codes.map(([, code]) => new Walker(server.base).get(`/63.11/v/${code}`)))
    // Of the deed nothing is told any more; the card of that day gave way to the one without the child.
    expect(said.map(titleOf).sort()).toEqual(['Asli, tetapi sudah tidak berlaku', 'Sudah dicabut, jangan dipakai'])
    expect(said.map(({ text }) => text.toUpperCase()).join(' ')).not.toContain('ANAK DIBATALKAN')
  })
})
