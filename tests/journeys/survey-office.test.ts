// The survey from the office's side: the head of the office reaches it by the role, a refused application asks its applicant, the
// page without a script takes the answer, and what was published is public.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedSurvey } from '../../src/bindings/demo-survey.ts'
import { apply, birthAnswers, type Crew, INPUT, mustStep, OFFICERS, signInCrew } from '../support/case-walk.ts'
import { JUAI, settleCouple } from '../support/families.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, Walker } from '../support/walker.ts'

let server: TestServer
let crew: Crew
beforeAll(async () => {
  server = await openTestServer()
  crew = await signInCrew(server)
  await seedSurvey(server.house, '63.11', server.clock.now(), OFFICERS.head)
})
afterAll(() => server?.close())

it('is reached by the head of the office and by nobody else of the chain', async () => {
  const mine = await crew.head.get('/63.11/office/satisfaction')
  expect([mine.status, plain(mine.text).includes('Triwulan')]).toEqual([200, true])
  expect(mine.text).toContain('/63.11/office/satisfaction')
  expect((await crew['front-office'].get('/63.11/office/satisfaction')).status).toBe(403)
})

it('shows its published result to everyone, with grade and number of answers', async () => {
  const anybody = new Walker(server.base)
  expect((await anybody.get('/63.11/open-data')).text).toContain('href="/63.11/satisfaction"')
  const page = await anybody.get('/63.11/satisfaction')
  expect(plain(page.text)).toMatch(/Triwulan (I|II|III|IV) 20\d\d/)
  expect(plain(page.text)).not.toContain('Belum ada hasil')
})

it('asks whoever was refused', async () => {
  const couple = await settleCouple(server, 1, JUAI)
  const mother = await new Walker(server.base).signInAccount(couple.wife.account)
  const { caseId } = await apply(mother, 'birth-wni', birthAnswers({ childName: 'Rahmah Hasanah' }))
  await mustStep(crew['front-office'], caseId, 'reject', INPUT.reject!)
  const invited = await server.house.database.inRegion(
    '63.11',
    (tx) =>
      tx
        .withTables<{ satisfaction_invitation: { region_code: string; case_id: string } }>()
        .selectFrom('satisfaction_invitation')
        .select('case_id')
        .where('case_id', '=', caseId)
        .execute(),
    { readOnly: true },
  )
  expect(invited).toHaveLength(1)
})

it('takes paper forms typed in by another unit: a bundle with its scan, once', async () => {
  const coordinator = await new Walker(server.base).signIn('Masniah')
  const list = await coordinator.get('/63.11/office/satisfaction')
  expect(plain(list.text)).toContain('Diperlukan')
  const way = /\/63\.11\/office\/satisfaction\/[0-9a-f-]{36}\/paper/.exec(list.text)![0]
  const send = (fields: Record<string, string>, scan?: string) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    if (scan !== undefined) body.append('scan', new File([scan], 'bundel.pdf', { type: 'application/pdf' }))
    return coordinator.raw('POST', way, body, { follow: true })
  }
  const sheets = { service: 'birth-wni', channel: 'village', lines: '433434433; Cepat\n4 3 3 4 3 4 4 3 -', note: '' }
  const empty = await send({ service: '', channel: '', lines: '', note: '' })
  expect([empty.status, refusalsOn(empty).length]).toEqual([422, 4])
  const wrong = await send({ ...sheets, lines: `433434433\n'; --` }, 'kertas')
  expect(refusalsOn(wrong).join(' ')).toContain('Baris 2 belum benar')
  expect(plain((await send(sheets, 'kertas')).text)).toContain('Bundel diterima')
  expect(plain((await send(sheets, 'kertas')).text)).toContain('sudah pernah dikirim')
  expect(plain((await coordinator.get('/63.11/office/satisfaction')).text)).toContain('23 jawaban')
  expect((await crew.head.get(way)).status).toBe(403)
  expect((await crew['front-office'].get(way)).status).toBe(403)
})

it('takes figures of old reports as printed; a fall of 49 points waits for a second person and its source', async () => {
  const coordinator = await new Walker(server.base).signIn('Masniah')
  const at = '/63.11/office/satisfaction/import'
  expect((await coordinator.get('/63.11/office/satisfaction')).text).toContain(`href="${at}"`)
  const unit = /<select[^>]*name="unit"[\s\S]*?<option value="([^"]+)"/.exec((await coordinator.get(at)).text)![1]!
  const report = (year: string, index: string, averages = '') => ({
    unit,
    edition: 'permenpan-14-2017/official',
    kind: 'year',
    year,
    number: '1',
    answers: '150',
    averages,
    index,
    grade: 'B',
    source: 'Laporan SKM, halaman 4',
  })
  const empty = await coordinator.post(at, { ...report('', ''), unit: '', edition: '', answers: '', source: '' })
  expect([empty.status, refusalsOn(empty).length]).toEqual([422, 5])
  expect(plain((await coordinator.post(at, report('2021', '83,32'))).text)).toContain('Angka disimpan')
  const stopped = await coordinator.post(at, report('2022', '34,37'))
  expect(plain(stopped.text)).toMatch(/Angka ditahan.*berbeda 48,95 poin dari 83,32/)
  expect((await coordinator.post(at, report('2022', '34,37'))).status).toBe(409)
  const averages = '3,200 3,216 2,936 3,530 3,136 3,200 3,316 3,916 3,323'
  const odd = plain((await coordinator.post(at, report('2020', '81,71', averages))).text)
  expect(odd).toContain('Tidak dapat dihasilkan ulang: dari unsurnya 82,70, selisih -0,99')
  const waiting = /\/63\.11\/office\/satisfaction\/import\/[0-9a-f-]{36}/.exec(stopped.text)![0]
  const own = await coordinator.post(waiting, { word: 'yes', source: 'Laporan SKM 2022' })
  expect([own.status, refusalsOn(own).join()]).toEqual([403, expect.stringContaining('orang lain yang menyetujui')])
  expect((await crew.head.post(waiting, { word: 'yes', source: '' })).status).toBe(422)
  const agreed = await crew.head.post(waiting, { word: 'yes', source: 'Laporan SKM 2022, halaman 4' })
  expect(plain(agreed.text)).toContain('34,37 (D)')
  expect(agreed.text).not.toContain('Menunggu orang kedua')
  expect((await crew.head.post(waiting, { word: 'yes', source: 'sekali lagi' })).status).toBe(409)
  expect((await crew['front-office'].get(at)).status).toBe(403)
})
