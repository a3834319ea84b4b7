// Conflicts and limits of a role beyond the process: four eyes, kin, one after the other, other services and places. Must stay
// true: a refusal because of who asks is in the journal; the signer signs nothing at the wish of somebody who may not.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCitizens } from '../../src/bindings/demo-seed.ts'
import { insertAssignment } from '../../src/modules/regions/store.ts'
import { journalOf, lookAtCase } from '../support/case-rows.ts'
import {
  apply,
  birthAnswers,
  bringTo,
  type Crew,
  INPUT,
  mustStep,
  signInCrew,
  step,
  stepUp,
} from '../support/case-walk.ts'
import { settleCouple } from '../support/families.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { formsOn, plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
/** Waits for the head. */
let signing: string
/** Waits for the verifier. */
let verification: string
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  for (const role of ['front-office', 'verifier', 'validator'] as const) await stepUp(crew[role])
  const { wife } = await settleCouple(server, 1)
  const mother = await new Walker(server.base).signInAccount(wife.account)
  signing = (await apply(mother, 'birth-wni', birthAnswers({ childName: 'Menunggu Tangan' }))).caseId
  await bringTo(crew, signing, 'signing')
  verification = (await apply(mother, 'birth-wni', birthAnswers({ childName: 'Menunggu Mata' }))).caseId
  await bringTo(crew, verification, 'verification')
})
afterAll(() => server?.close())

const lookAt = (caseId: string) => lookAtCase(server, caseId)
const journal = (caseId: string) => journalOf(server, caseId)

describe('a limited role', () => {
  it('cannot be read by an officer of another service, another place, or another time', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Anak Satu' }))
    const now = server.clock.now().getTime()
    for (const appointment of [
      { services: ['death'] },
      { place: '63.11.02' },
      { place: '63.11.06.2001' },
      { place: '63.11.0' },
      { until: new Date(now - 1) },
      { from: new Date(now + 60_000) },
    ]) {
      const officer = await appoint(server, '63.11', {
        roles: ['front-office', 'verifier', 'validator'],
        ...appointment,
      })
      const read = await officer.get(`/63.11/office/cases/${caseId}`)
      expect([403, 404], JSON.stringify(appointment)).toContain(read.status)
      expect(read.text).not.toContain('Anak Satu')
      expect([403, 404]).toContain((await step(officer, caseId, 'screen')).status)
      expect([403, 404]).toContain((await officer.post(`/63.11/office/cases/${caseId}/take`, {})).status)
      const list = await officer.get('/63.11/office')
      expect(list.text).not.toContain(caseId)
    }
    for (const place of ['63.11', '63.11.06', '63.11.06.2006'])
      expect(
        (
          await (
            await appoint(server, '63.11', { roles: ['front-office'], place })
          ).get(`/63.11/office/cases/${caseId}`)
        ).status,
      ).toBe(200)
  })
})

describe('four eyes', () => {
  it('scene 8: whoever verified cannot validate, and it is written to the journal', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const both = await appoint(
      server,
      '63.11',
      { roles: ['front-office', 'verifier', 'validator', 'head'] },
      { steppedUp: true },
    )
    const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Empat Mata' }))
    await mustStep(both, caseId, 'screen')
    await mustStep(both, caseId, 'verify')
    const before = await lookAt(caseId)
    const refused = await step(both, caseId, 'validate')
    expect([403, 409]).toContain(refused.status)
    expect(refusalsOn(refused).join(' ')).not.toBe('')
    expect(await lookAt(caseId)).toEqual(before)
    expect(await journal(caseId)).toContainEqual({
      action: 'case.validate.refused',
      reason: 'four-eyes',
      actor: both.account,
    })

    // Sent back and verified by somebody else: the first look still counts.
    await mustStep(crew.validator, caseId, 'send-back', INPUT['send-back'])
    await mustStep(crew.verifier, caseId, 'verify')
    expect([403, 409]).toContain((await step(both, caseId, 'validate')).status)

    await mustStep(crew.validator, caseId, 'validate')
    expect([403, 409]).toContain((await step(both, caseId, 'sign')).status)
    const many = await both.post('/63.11/office/signing', { case: caseId, key: 'x' })
    expect(many.text).toContain('Belum ada permohonan yang ditandatangani')
    expect(await journal(caseId)).toContainEqual({
      action: 'case.sign.refused',
      reason: 'four-eyes',
      actor: both.account,
    })
    expect((await lookAt(caseId)).state).toBe('signing')
    await mother.post(`/63.11/cases/${caseId}/actions/withdraw`, { key: 'x' })
  })

  it('no paper is signed at the wish of somebody who may not sign', async () => {
    for (const role of ['front-office', 'verifier', 'validator'] as const)
      expect((await step(crew[role], signing, 'sign')).status).toBe(403)
    const { caseId } = { caseId: signing }
    const { rows } = await server.house.database.inRegion('63.11', (tx) =>
      sql<{ signed: number; all: number }>`
        select count(signed)::int as signed, count(*)::int as all from case_paper where case_id = ${caseId}`.execute(
        tx,
      ),
    )
    expect(rows[0]).toEqual({ signed: 0, all: 2 })
  })

  it('a head without a fresh second factor is led to it and signs nothing', async () => {
    const head = await appoint(server, '63.11', { roles: ['head'] })
    const { caseId } = { caseId: signing }
    expect((await step(head, caseId, 'sign')).path).toMatch(/^\/sign-in\/step-up/)
    expect((await head.post('/63.11/office/signing', { case: caseId, key: 'x' })).path).toMatch(/^\/sign-in\/step-up/)
    expect((await lookAt(caseId)).state).toBe('signing')
  })
})

describe('once and one after the other', () => {
  it('a step pressed twice with one key is done once; with another key it is too late', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Tekan Dua Kali' }))
    const key = crypto.randomUUID()
    const both = await Promise.all([
      step(crew['front-office'], caseId, 'screen', { key }),
      step(crew['front-office'], caseId, 'screen', { key }),
    ])
    for (const answer of both) expect(answer.path).toMatch(/^\/63\.11\/office\?show=mine&done=[a-z-]+$/)
    const after = await lookAt(caseId)
    expect(after).toMatchObject({ state: 'verification', events: 3 })
    expect((await step(crew['front-office'], caseId, 'screen')).status).toBe(409)
    expect((await step(crew.verifier, caseId, 'verify', { key })).status).toBe(409)
    expect(await lookAt(caseId)).toEqual(after)

    // Half-way: two officers at the same moment, one of them wins and the other is told.
    const race = await Promise.all([
      step(crew.verifier, caseId, 'verify'),
      step(crew.verifier, caseId, 'reject', INPUT.reject),
    ])
    expect(race.filter(({ path }) => /show=mine&done=[a-z-]+$/.test(path))).toHaveLength(1)
    expect(race.filter(({ status }) => status === 403 || status === 409)).toHaveLength(1)
    expect((await lookAt(caseId)).events).toBe(4)
  })

  it('what a colleague has taken is refused until it is given back', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Sudah Diambil' }))
    await mustStep(crew['front-office'], caseId, 'screen')
    const second = await appoint(server, '63.11', { roles: ['verifier'] })
    await crew.verifier.post(`/63.11/office/cases/${caseId}/take`, {})
    expect((await second.post(`/63.11/office/cases/${caseId}/take`, {})).status).toBe(409)
    expect((await step(second, caseId, 'verify')).status).toBe(409)
    await second.post(`/63.11/office/cases/${caseId}/release`, {})
    expect((await lookAt(caseId)).taken).not.toBeNull()
    await crew.verifier.post(`/63.11/office/cases/${caseId}/release`, {})
    await mustStep(second, caseId, 'verify')
  })

  it('looks at the changes come first: without the mark nothing is verified', async () => {
    const { caseId } = { caseId: verification }
    expect((await step(crew.verifier, caseId, 'verify', { seen: '' })).status).toBe(422)
    expect((await lookAt(caseId)).state).toBe('verification')
  })
})

/** The address of one picture of the case, as its officers' page names it. */
async function pictureOf(caseId: string): Promise<string> {
  const { rows } = await server.house.database.inRegion('63.11', (tx) =>
    sql<{ id: string }>`select upload_id as id from case_upload where case_id = ${caseId} limit 1`.execute(tx),
  )
  return `/63.11/office/cases/${caseId}/pictures/${rows[0]!.id}`
}

describe('kin', () => {
  it('a case of the wife of an officer, or with him as witness, is refused to him and journalled', async () => {
    const { house } = server
    const wife = await house.database.inRegion('63.11', (tx) =>
      house.cases.register.findByNik(tx, '63.11', '6311066402899901'),
    )
    const hendra = await new Walker(server.base).signIn('Muhammad Hendra')
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const [account] = await seedCitizens(
      house.database,
      house.accounts,
      [{ region: '63.11', personId: wife!.id, name: wife!.name, phone: '+6281255509977', role: { id: 'x', en: 'x' } }],
      server.clock.now(),
    )
    const norHasanah = await new Walker(server.base).signInAccount(account!)
    const own = await apply(norHasanah, 'birth-wni', birthAnswers({ childName: 'Anak Hendra' }))
    const asWitness = await apply(
      mother,
      'birth-wni',
      birthAnswers({
        childName: 'Anak Tetangga',
        'witness1.nik': '6311062301889901',
        'witness1.name': 'Muhammad Hendra',
      }),
    )
    const asWife = await apply(
      mother,
      'birth-wni',
      birthAnswers({ childName: 'Anak Lain', 'witness1.nik': '6311066402899901', 'witness1.name': 'Nor Hasanah' }),
    )
    for (const [{ caseId }, reason] of [
      // The child of his wife is his own: the register makes him the father.
      [own, 'own-case'],
      [asWitness, 'own-case'],
      [asWife, 'kin-case'],
    ] as const) {
      await mustStep(crew['front-office'], caseId, 'screen')
      const before = await lookAt(caseId)
      expect((await hendra.post(`/63.11/office/cases/${caseId}/take`, {})).status).toBe(403)
      expect((await step(hendra, caseId, 'verify')).status).toBe(403)
      expect((await step(hendra, caseId, 'return-later', INPUT['return-later'])).status).toBe(403)
      expect(await lookAt(caseId)).toEqual(before)
      const page = await hendra.get(`/63.11/office/cases/${caseId}`)
      expect(formsOn(page).filter(({ action }) => action.includes('/actions/'))).toEqual([])
      // That it exists and why it is not his; nothing of the file, no picture, no name of the service.
      expect(page.status).toBe(403)
      expect(plain(page.text)).toContain('Permohonan ini bukan untuk Anda periksa')
      for (const hidden of ['Anak Hendra', 'Anak Tetangga', 'Anak Lain', 'Siti Aminah', 'Kelahiran', 'pictures'])
        expect(page.text).not.toContain(hidden)
      const pictures = await pictureOf(caseId)
      expect((await hendra.get(pictures)).status).toBe(404)
      expect((await crew.verifier.get(pictures)).status).toBe(200)
      const told = await journal(caseId)
      expect(told.filter((row) => row.action === 'case.verify.refused')).toMatchObject([{ reason }])
      expect(told.some((row) => row.action === 'case.read.refused' && row.reason === reason)).toBe(true)
      const { actor } = told.find((row) => row.action === 'case.verify.refused')!
      expect(told.filter((row) => row.action === 'case.read' && row.actor === actor)).toEqual([])
      for (const _press of [1, 2])
        expect((await hendra.post(`/63.11/office/cases/${caseId}/aside`, {})).path).toBe('/63.11/office')
      expect((await journal(caseId)).filter((row) => row.action === 'case.stepped-aside')).toMatchObject([{ reason }])
      // Who has no tie to the case cannot note one.
      expect((await crew.verifier.post(`/63.11/office/cases/${caseId}/aside`, {})).status).toBe(404)
      await mustStep(crew.verifier, caseId, 'verify')
    }
  })

  it('an officer does not handle an application they sent themselves', async () => {
    const husband = await new Walker(server.base).signIn('Ahmad Fauzan')
    const { caseId } = await apply(husband, 'birth-wni', birthAnswers({ childName: 'Anak Petugas' }))
    const account = (
      await server.house.database.inRegion('63.11', (tx) =>
        sql<{ id: string }>`select account_id as id from case_file where case_id = ${caseId}`.execute(tx),
      )
    ).rows[0]!.id
    await server.house.database.inRegion('63.11', (tx) =>
      insertAssignment(tx, {
        region_code: '63.11',
        assignment_id: crypto.randomUUID(),
        account_id: account,
        role: 'front-office',
        place: '63.11',
        services: ['*'],
        unit_id: 'loket',
        deputy_for: null,
        valid_from: new Date(0),
        valid_until: null,
        created_by: 'test',
      }),
    )
    expect((await step(husband, caseId, 'screen')).status).toBe(403)
    expect((await lookAt(caseId)).state).toBe('screening')
  })
})

describe('people on a draft', () => {
  it('knowing somebody’s id does not choose them', async () => {
    const mother = await new Walker(server.base).signIn('Siti Aminah')
    const { house } = server
    const stranger = await house.database.inRegion('63.11', (tx) =>
      house.cases.register.findByNik(tx, '63.11', '6311062301889901'),
    )
    const draft = await mother.post('/63.11/services/birth-wni/start', {})
    const caseId = /cases\/([0-9a-f-]{36})/.exec(draft.path)![1]!
    await mother.post(`/63.11/cases/${caseId}/role`, { role: 'parent' })
    const page = await mother.post(`/63.11/cases/${caseId}/edit/parents`, { father: stranger!.id })
    expect(page.status).toBe(422)
    expect(page.text).not.toContain('Muhammad Hendra')
    expect((await mother.get(`/63.11/cases/${caseId}/review`)).text).not.toContain('Muhammad Hendra')
  })
})
