// The turns a case may take between people: returned with a list and repaired, withdrawn, rejected and objected, late and
// decided, tapped twice. By plain HTTP, as citizens and officers of the demo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  apply,
  beginDraft,
  birthAnswers,
  bringTo,
  type Crew,
  fillDraft,
  letterPhoto,
  mustBeFine,
  mustStep,
  numberOn,
  signInCrew,
  step,
} from '../support/case-walk.ts'
import { openTestServer, STORY_DAY, type TestServer } from '../support/server.ts'
import { formsOn, plain, refusalsOn, titleOf, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
let mother: Walker
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  mother = await new Walker(server.base).signIn('Siti Aminah')
})
afterAll(() => server?.close())

const casePage = (caseId: string) => mother.get(`/63.11/cases/${caseId}`)
const birth = (childName: string, more = {}) => birthAnswers({ childName, ...more })
const act = (caseId: string, action: string, fields: Record<string, string> = {}) =>
  mother.post(`/63.11/cases/${caseId}/actions/${action}`, { key: crypto.randomUUID(), ...fields })

describe('a file with faults', () => {
  it('comes back as a list, is repaired, and keeps its number', async () => {
    const { caseId, number } = await apply(mother, 'birth-wni', birth('Laila Rahmah'))
    server.clock.advance(60_000)
    await mustStep(crew['front-office'], caseId, 'return', {
      'fault:birth-statement': 'unreadable',
      'fault:childName': 'differs-from-register',
      note: 'Tanda tangan bidan tidak tampak',
    })
    const returned = await casePage(caseId)
    expect(titleOf(returned)).toBe('Perlu perbaikan')
    expect(plain(returned.text)).toContain('tidak terbaca. Foto lagi dekat jendela')
    expect(plain(returned.text)).toContain('berbeda dengan catatan kependudukan')
    expect(plain(returned.text)).toContain('Tanda tangan bidan tidak tampak')

    const unchanged = await mother.post(`/63.11/cases/${caseId}/submit`, { key: crypto.randomUUID() })
    expect(unchanged.status).toBe(422)
    expect(refusalsOn(unchanged).join(' ')).toContain('belum diganti sejak dikembalikan')
    expect(unchanged.text).toContain(`href="/63.11/cases/${caseId}/documents#birth-statement"`)
    expect(plain((await mother.get(`/63.11/cases/${caseId}/documents`)).text)).toContain('Unggah yang baru')

    const page = await mother.get(`/63.11/cases/${caseId}/edit/child`)
    expect(plain(page.text)).toContain('berbeda dengan catatan kependudukan')
    await mother.upload(`/63.11/cases/${caseId}/uploads/birth-statement`, { file: await letterPhoto() })
    await fillDraft(mother, page, birth('Laila Rahmah Putri'))
    const sent = await mother.post(`/63.11/cases/${caseId}/submit`, { key: crypto.randomUUID() })
    expect(numberOn(sent)).toBe(number)
    expect(titleOf(sent)).toBe('Pemeriksaan berkas')
    const office = plain((await crew['front-office'].get(`/63.11/office/cases/${caseId}`)).text)
    expect(office).toContain('Laila Rahmah Putri')
    expect(office).toContain('Pernah dikembalikan 1 kali')
    await act(caseId, 'withdraw')
    server.clock.set(STORY_DAY)
  })

  it('cannot be returned without saying what is wrong', async () => {
    const { caseId } = await apply(mother, 'birth-wni', birth('Nur Halimah'))
    const refused = await step(crew['front-office'], caseId, 'return', { note: 'Kurang' })
    expect(refused.status).toBe(422)
    expect(refusalsOn(refused)).not.toEqual([])
    expect(titleOf(await casePage(caseId))).toBe('Pemeriksaan berkas')
    await act(caseId, 'withdraw')
  })

  it('expires after 14 days and its answers can be used again', async () => {
    const { caseId } = await apply(mother, 'birth-wni', birth('Siti Rahimah'))
    await bringTo(crew, caseId, 'returned')
    server.clock.set('2026-04-25T10:00:00+08:00')
    await server.house.jobs.settle()
    expect(titleOf(await casePage(caseId))).toBe('Kedaluwarsa')
    server.clock.set(STORY_DAY)
    const again = mustBeFine(await act(caseId, 'reuse'))
    expect(again.path).not.toContain(caseId)
    expect((await mother.get(again.path.replace(/\/(edit\/.*|documents|review)$/, '/edit/child'))).text).toContain(
      'Siti Rahimah',
    )
  })
})

describe('the applicant thinks again', () => {
  it('withdraws, once, and the office can do nothing more with it', async () => {
    const { caseId } = await apply(mother, 'birth-wni', birth('Aminah Zahra'))
    expect(titleOf(await act(caseId, 'withdraw'))).toBe('Dicabut')
    const again = await act(caseId, 'withdraw')
    expect(again.status).toBe(409)
    expect((await step(crew['front-office'], caseId, 'screen')).status).toBe(409)
    expect(titleOf(await casePage(caseId))).toBe('Dicabut')
  })

  it('objects to a rejection; the head accepts; the case goes on and ends signed', async () => {
    const { caseId, number } = await apply(mother, 'birth-wni', birth('Zahratun Nisa'))
    await bringTo(crew, caseId, 'rejected')
    const rejected = await casePage(caseId)
    expect(titleOf(rejected)).toBe('Ditolak')
    expect(plain(rejected.text)).toContain('Surat bukan untuk anak ini')
    expect((await act(caseId, 'object')).status).toBe(422)
    expect(titleOf(await act(caseId, 'object', { note: 'Suratnya benar, nama lama ibu' }))).toBe('Keberatan diperiksa')
    expect(plain((await crew.head.get(`/63.11/office/cases/${caseId}`)).text)).toContain(
      'Suratnya benar, nama lama ibu',
    )
    expect((await step(crew.validator, caseId, 'accept-objection', { note: 'x' })).status).toBe(403)
    await mustStep(crew.head, caseId, 'accept-objection', { note: 'Suratnya memang benar' })
    expect(titleOf(await casePage(caseId))).toBe('Verifikasi data')
    await mustStep(crew.verifier, caseId, 'verify')
    await mustStep(crew.validator, caseId, 'validate')
    await mustStep(crew.head, caseId, 'sign')
    const issued = await casePage(caseId)
    expect(titleOf(issued)).toBe('Terbit')
    expect(issued.text).toContain(number)
  })

  it('may object within 21 working days, not later', async () => {
    const { caseId } = await apply(mother, 'birth-wni', birth('Fatimah Zahra'))
    await bringTo(crew, caseId, 'rejected')
    server.clock.set('2026-06-30T10:00:00+08:00')
    const late = await act(caseId, 'object', { note: 'Terlambat' })
    expect(late.status).toBeGreaterThanOrEqual(400)
    expect(titleOf(await casePage(caseId))).toBe('Ditolak')
    server.clock.set(STORY_DAY)
  })
})

describe('following by number', () => {
  it('shows the stage and who holds it, and nothing that an officer wrote by hand or that names a person', async () => {
    const { caseId, number } = await apply(mother, 'birth-wni', birth('Zulaikha Hanum'))
    await bringTo(crew, caseId, 'rejected')
    const nobody = new Walker(server.base)
    const shown = await nobody.post('/63.11/track', { number, digits: '9901' })
    expect(titleOf(shown)).toBe('Ditolak')
    const text = plain(shown.text)
    expect(text).toContain(number)
    for (const secret of ['Surat bukan untuk anak ini', 'Zulaikha', 'Siti Aminah', 'Rusdiana', '6311065703909902'])
      expect(text).not.toContain(secret)
    expect(formsOn(shown).some(({ action }) => action.includes('/actions/'))).toBe(false)
  })
})

describe('scene 3: day 60 and day 61', () => {
  it.each([
    ['9', '2', 'Sedang disahkan'],
    ['8', '2', 'Menunggu keputusan kepala dinas'],
  ])('born on %s/%s 2026, verified on 10 April: %s', async (day, month, state) => {
    const { caseId } = await apply(
      mother,
      'birth-wni',
      birth('Hari Enam Puluh', { 'birthDate.day': day, 'birthDate.month': month }),
    )
    await bringTo(crew, caseId, 'validation')
    expect(titleOf(await casePage(caseId))).toBe(state)
    if (state.startsWith('Menunggu')) {
      expect((await step(crew.validator, caseId, 'validate')).status).toBe(409)
      expect((await step(crew.head, caseId, 'decide')).status).toBe(422)
      await mustStep(crew.head, caseId, 'decide', { note: 'Tinggal jauh dari kantor' })
      expect(titleOf(await casePage(caseId))).toBe('Sedang disahkan')
    }
    await act(caseId, 'withdraw')
  })

  it('counts from the day of sending: a report of day 60 stays in time however long the office takes', async () => {
    const { caseId } = await apply(
      mother,
      'birth-wni',
      birth('Tepat Waktu', { 'birthDate.day': '9', 'birthDate.month': '2' }),
    )
    server.clock.set('2026-04-20T10:00:00+08:00')
    await bringTo(crew, caseId, 'validation')
    expect(titleOf(await casePage(caseId))).toBe('Sedang disahkan')
    server.clock.set(STORY_DAY)
    await act(caseId, 'withdraw')
  })
})

describe('scene 11: double tap on send', () => {
  it('gives one case and one number, whatever the keys, also at the same moment', async () => {
    const draft = await beginDraft(mother, 'birth-wni')
    const start = draft.path.endsWith('/role') ? await mother.post(draft.path, { role: 'parent' }) : draft
    await fillDraft(mother, start, birth('Dua Ketukan'))
    const before = await caseCount()
    const key = crypto.randomUUID()
    const path = `/63.11/cases/${draft.caseId}/submit`
    const answers = await Promise.all([
      mother.post(path, { key }),
      mother.post(path, { key }),
      mother.post(path, { key: crypto.randomUUID() }),
    ])
    const later = await mother.post(path, { key })
    const numbers = [...answers, later].map(numberOn)
    expect(new Set(numbers).size).toBe(1)
    expect(await caseCount()).toBe(before)
    const events = await server.house.database.inRegion(
      '63.11',
      (tx) =>
        tx
          .withTables<{ case_event: { case_id: string; action: string } }>()
          .selectFrom('case_event')
          .select('action')
          .where('case_id', '=', draft.caseId)
          .execute(),
      { readOnly: true },
    )
    expect(events.filter(({ action }) => action === 'submit')).toHaveLength(1)
    await act(draft.caseId, 'withdraw')
  })

  it('a second application about the same child is led to the first', async () => {
    const { caseId, number } = await apply(mother, 'birth-wni', birth('Sama Saja'))
    const draft = await beginDraft(mother, 'birth-wni')
    const start = draft.path.endsWith('/role') ? await mother.post(draft.path, { role: 'parent' }) : draft
    await fillDraft(mother, start, birth('Sama Saja'))
    const refused = await mother.post(`/63.11/cases/${draft.caseId}/submit`, { key: crypto.randomUUID() })
    expect(refused.status).toBe(409)
    expect(refusalsOn(refused).join(' ')).toContain(number)
    await act(caseId, 'withdraw')
  })
})

async function caseCount(): Promise<number> {
  const rows = await server.house.database.inRegion(
    '63.11',
    (tx) => tx.withTables<{ case_file: { case_id: string } }>().selectFrom('case_file').select('case_id').execute(),
    { readOnly: true },
  )
  return rows.length
}
