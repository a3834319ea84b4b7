// What can come between approval and signature: the register changes (scene 9), the signer is away (scene 10), somebody
// presses twice. Must stay true: nothing is signed on old facts, nothing is signed twice, no number is given twice.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { refuse } from '../../src/kernel/refusal.ts'
import { finishSigning } from '../../src/modules/cases/sign-commands.ts'
import { recordDirectly } from '../../src/modules/register/direct-change.ts'
import { loadSnapshot } from '../../src/modules/register/load.ts'
import { WorkingRegister } from '../../src/modules/register/working-register.ts'
import { newId } from '../../src/platform/ids.ts'
import { apply, birthAnswers, bringTo, type Crew, mustStep, signInCrew, step } from '../support/case-walk.ts'
import { type Couple, HALONG, JUAI, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
const couples: Couple[] = []
const mothers: Walker[] = []
beforeAll(async () => {
  server = await openTestServer()
  for (const n of [1, 2, 3, 4, 5, 6, 7]) couples.push(await settleCouple(server, n, n > 3 ? HALONG : JUAI))
  for (const { wife } of couples) mothers.push(await new Walker(server.base).signInAccount(wife.account))
  crew = await signInCrew(server)
})
afterAll(() => server?.close())

const birth = (couple: Couple, childName: string) =>
  birthAnswers(
    { childName },
    [
      { nik: couples[0]!.husband.nik, name: couples[0]!.husband.name },
      { nik: couples[1]!.wife.nik, name: couples[1]!.wife.name },
    ].map((one) => (one.nik === couple.wife.nik ? { nik: couples[2]!.wife.nik, name: couples[2]!.wife.name } : one)),
  )

const stateOf = async (mother: Walker, caseId: string) => titleOf(await mother.get(`/63.11/cases/${caseId}`))

type Events = { case_event: { case_id: string; action: string; region_code: string } }
const actionsOf = (caseId: string): Promise<readonly string[]> =>
  server.house.database.inRegion(
    '63.11',
    async (tx) =>
      (
        await tx
          .withTables<Events>()
          .selectFrom('case_event')
          .select('action')
          .where('case_id', '=', caseId)
          .orderBy('seq' as never)
          .execute()
      ).map(({ action }) => action),
    { readOnly: true },
  )
const rows = <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  server.house.database.inRegion('63.11', async (tx) => (await query.execute(tx)).rows, { readOnly: true })

/** The address of a family changes without a case, as when the office corrects it. */
async function changeAddress(couple: Couple, street: string): Promise<void> {
  const { house, clock } = server
  const { ring } = house.cases
  await house.database.inRegion('63.11', async (tx) => {
    const snapshot = await loadSnapshot(tx, ring, '63.11', { personIds: [couple.wife.personId] })
    const register = new WorkingRegister(snapshot, '2026-04-10')
    register.setAddress(couple.familyId, { ...snapshot.families.get(couple.familyId)!.address, street })
    const done = await recordDirectly(
      tx,
      { ring, region: '63.11', caseId: null, now: clock.now(), newId },
      {
        id: newId(),
        register,
        today: '2026-04-10',
        action: 'register.corrected',
        actor: { account: 'test', role: 'verifier' },
      },
    )
    expect(done.ok).toBe(true)
  })
}

describe('scene 9: the address changes while the case waits for its signature', () => {
  it('is not signed; it returns to verification with the difference, and is signed on the new facts', async () => {
    const [couple, mother] = [couples[0]!, mothers[0]!]
    const { caseId } = await apply(mother, 'birth-wni', birth(couple, 'Hafizah Nur'))
    await bringTo(crew, caseId, 'signing')
    server.clock.advance(60_000)
    await changeAddress(couple, 'Jalan Contoh Baru 77')

    const signing = await crew.head.post('/63.11/office/signing', { case: caseId, key: crypto.randomUUID() })
    expect(plain(signing.text)).toContain('Belum ada permohonan yang ditandatangani')
    expect(plain(signing.text)).toContain(`kembali ke verifikasi. KK ${couple.husband.name}, Alamat:`)
    expect(await stateOf(mother, caseId)).toBe('Verifikasi data')
    expect(await actionsOf(caseId)).toContain('stale')
    const papers = await rows(sql`select 1 from document where case_id = ${caseId}`)
    expect(papers).toHaveLength(0)
    expect(await rows(sql`select 1 from deed where case_id = ${caseId}`)).toHaveLength(0)

    const page = plain((await crew.verifier.get(`/63.11/office/cases/${caseId}`)).text)
    expect(page).toContain(`Register berubah setelah disahkan KK ${couple.husband.name}, Alamat:`)
    expect(page).toContain('Sekarang Verifikator Pengesah Tidak boleh verifikatornya.')
    await mustStep(crew.verifier, caseId, 'verify')
    await mustStep(crew.validator, caseId, 'validate')
    await mustStep(crew.head, caseId, 'sign')
    expect(await stateOf(mother, caseId)).toBe('Terbit')
    const kk = (await mother.get(`/63.11/cases/${caseId}`)).text.match(/href="([^"]+\/documents\/[^"]+\.pdf)"/g) ?? []
    expect(kk).toHaveLength(2)
  })
})

describe('scene 10: the signer is away', () => {
  it('holds cases with their cause, goes on taking new ones, and signs each once when it is back', async () => {
    const sent = []
    for (const n of [1, 2, 3])
      sent.push(
        await apply(mothers[n]!, 'birth-wni', birth(couples[n]!, `Anak Menunggu ${['Satu', 'Dua', 'Tiga'][n - 1]}`)),
      )
    for (const { caseId } of sent) await bringTo(crew, caseId, 'signing')
    const none = await crew.head.post('/63.11/office/signing', { key: crypto.randomUUID() })
    expect([none.status, plain(none.text).includes('Belum ada yang ditandai')]).toEqual([422, true])
    // As it comes back from the fresh code: the same two marked, the third not.
    const marked = sent.slice(0, 2).map(({ caseId }) => caseId)
    const list = await crew.head.get(`/63.11/office/signing?marked=${marked.join('.')}`)
    expect([...list.text.matchAll(/value="([0-9a-f-]{36})" checked/g)].map((one) => one[1]).sort()).toEqual(
      marked.sort(),
    )
    server.house.signer.setDown(true)
    const tried = await crew.head.post('/63.11/office/signing', {
      case: sent.map(({ caseId }) => caseId),
      key: crypto.randomUUID(),
    })
    expect(plain(tried.text)).toContain('Belum ada permohonan yang ditandatangani')
    expect(plain(tried.text)).toContain('begitu layanan kembali, ditandatangani dengan sendirinya')
    for (const [index, { caseId }] of sent.entries()) {
      const page = await mothers[index + 1]!.get(`/63.11/cases/${caseId}`)
      expect(titleOf(page)).toBe('Ditunda')
      expect(plain(page.text)).toMatch(/[Pp]enyedia tanda tangan|tanda tangan/)
    }
    // Intake goes on, up to the head's table.
    const meanwhile = await apply(mothers[4]!, 'birth-wni', birth(couples[4]!, 'Anak Sementara'))
    await bringTo(crew, meanwhile.caseId, 'signing')
    // The next round of signing asks in vain.
    server.clock.advance(60_000)
    await server.house.jobs.settle()
    expect(await stateOf(mothers[1]!, sent[0]!.caseId)).toBe('Ditunda')

    server.clock.advance(6 * 3_600_000)
    server.house.signer.setDown(false)
    await server.house.jobs.settle()
    for (const [index, { caseId }] of sent.entries()) {
      expect(await stateOf(mothers[index + 1]!, caseId)).toBe('Terbit')
      const actions = await actionsOf(caseId)
      expect(actions.filter((action) => action === 'sign')).toHaveLength(1)
      expect(actions.filter((action) => action === 'issue')).toHaveLength(1)
      expect(await rows(sql`select 1 from document where case_id = ${caseId}`)).toHaveLength(2)
    }
    const deeds = await rows<{ number: string }>(
      sql`select number from deed where case_id in (${sql.join(sent.map(({ caseId }) => caseId))})`,
    )
    expect(new Set(deeds.map(({ number }) => number)).size).toBe(3)
    // Pressing again, and another round, changes nothing.
    await crew.head.post('/63.11/office/signing', { case: sent.map(({ caseId }) => caseId), key: crypto.randomUUID() })
    await server.house.jobs.settle()
    for (const { caseId } of sent)
      expect((await actionsOf(caseId)).filter((action) => action === 'sign')).toHaveLength(1)
    server.clock.advance(-6 * 3_600_000 - 60_000)
  })
})

describe('a signature that cannot become an issue, and two presses of the head', () => {
  let caseId: string
  beforeAll(async () => {
    ;({ caseId } = await apply(mothers[5]!, 'birth-wni', birth(couples[5]!, 'Kejora Halimah')))
    await bringTo(crew, caseId, 'signing')
  })

  it('is there for the next try when the commit breaks: the signer is not asked again', async () => {
    const { cases, signer } = server.house
    const breaking = {
      ...cases,
      writer: { ...cases.writer, commit: () => Promise.reject(new Error('the power is gone')) },
    }
    const head = { id: 'test-head', roles: ['head'], role: 'head' }
    const sign = vi.spyOn(signer, 'sign')
    try {
      await expect(finishSigning(breaking, '63.11', caseId, head)).rejects.toThrow('the power is gone')
      await expect(finishSigning(breaking, '63.11', caseId, head)).rejects.toThrow('the power is gone')
      expect(sign).toHaveBeenCalledTimes(2)
      expect(await rows(sql`select 1 from case_paper where case_id = ${caseId} and signed is not null`)).toHaveLength(2)
    } finally {
      sign.mockRestore()
    }
  })

  it('is no signature: when the automatic step after it is refused, neither of them happened', async () => {
    const { cases } = server.house
    const refusing = {
      ...cases,
      writer: { ...cases.writer, commit: async () => refuse('register-letter-used', 'letter') },
    }
    const before = await actionsOf(caseId)
    const done = await finishSigning(refusing, '63.11', caseId, { id: 'test-head', roles: ['head'], role: 'head' })
    expect(done).toEqual(refuse('register-letter-used', 'letter'))
    expect(await actionsOf(caseId)).toEqual(before)
    expect(await rows(sql`select state from case_file where case_id = ${caseId}`)).toEqual([{ state: 'signing' }])
    expect(await rows(sql`select 1 from journal where case_id = ${caseId} and action = 'case.sign'`)).toHaveLength(0)
  })

  it('at the same moment sign once', async () => {
    const mother = mothers[5]!
    await Promise.all([step(crew.head, caseId, 'sign'), step(crew.head, caseId, 'sign')])
    expect(await stateOf(mother, caseId)).toBe('Terbit')
    expect((await actionsOf(caseId)).filter((action) => action === 'sign')).toHaveLength(1)
    expect(await rows(sql`select 1 from document where case_id = ${caseId}`)).toHaveLength(2)
  })
})

describe('a signer that gives one paper of two, then is away', () => {
  it('keeps the one it gave, and is asked for the other alone', async () => {
    const { caseId } = await apply(mothers[6]!, 'birth-wni', birth(couples[6]!, 'Melati Separuh'))
    await bringTo(crew, caseId, 'signing')
    const { signer } = server.house
    const real = signer.sign.bind(signer)
    let asked = 0
    const sign = vi
      .spyOn(signer, 'sign')
      .mockImplementation(async (...paper) => (++asked === 2 ? refuse('signer-unavailable') : real(...paper)))
    try {
      await step(crew.head, caseId, 'sign')
      expect(await stateOf(mothers[6]!, caseId)).toBe('Ditunda')
      const kept = await rows<{ kept: boolean }>(
        sql`select signed is not null as kept from case_paper where case_id = ${caseId} order by kept`,
      )
      expect(kept).toEqual([{ kept: false }, { kept: true }])
      // Past the hours that scene 10 had gone ahead.
      server.clock.advance(7 * 3_600_000)
      await server.house.jobs.settle()
      expect(await stateOf(mothers[6]!, caseId)).toBe('Terbit')
      expect(sign).toHaveBeenCalledTimes(3)
      expect(await rows(sql`select 1 from document where case_id = ${caseId}`)).toHaveLength(2)
    } finally {
      sign.mockRestore()
    }
  })
})

describe('a batch in which the family of one has changed', () => {
  it('signs all the others, sends that one back, and says which and why', async () => {
    const batch: { couple: Couple; mother: Walker; caseId: string; number: string }[] = []
    for (const n of [7, 8, 9, 10, 11, 12]) {
      const couple = await settleCouple(server, n)
      const mother = await new Walker(server.base).signInAccount(couple.wife.account)
      const sent = await apply(
        mother,
        'birth-wni',
        birth(couple, `Anak Tumpukan ${n}`.replace(/\d+/, 'abcdef'[n - 7]!)),
      )
      await bringTo(crew, sent.caseId, 'signing')
      batch.push({ couple, mother, ...sent })
    }
    const broken = batch[2]!
    server.clock.advance(60_000)
    await changeAddress(broken.couple, 'Jalan Contoh Baru 78')
    const page = plain(
      (
        await crew.head.post('/63.11/office/signing', {
          case: batch.map(({ caseId }) => caseId),
          key: crypto.randomUUID(),
        })
      ).text,
    )
    expect(page).toContain('5 permohonan ditandatangani')
    expect(page).toContain(`${broken.number} Data penduduk berubah`)
    expect(page).toContain(`KK ${broken.couple.husband.name}, Alamat:`)
    const told = batch.filter(({ number }) => page.includes(`${number} Data penduduk`))
    expect(told).toEqual([broken])
    for (const one of batch)
      expect(await stateOf(one.mother, one.caseId)).toBe(one === broken ? 'Verifikasi data' : 'Terbit')
    expect(await rows(sql`select 1 from document where case_id = ${broken.caseId}`)).toHaveLength(0)
  })
})
