// The survey as people meet it: forms without script, from the link in a message to the published page, over the real database.
import { describe, expect, it } from 'vitest'
import { refusals as kernel } from '../../kernel/refusals.ts'
import { fixedClock } from '../../platform/clock.ts'
import { createRefusalRegistry } from '../../platform/http/refusal-registry.ts'
import { refusals as edge } from '../../platform/http/refusals.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { countWaiting } from './answer-store.ts'
import { bindSatisfaction } from './binding.ts'
import * as actions from './period-commands.ts'
import { listPeriods } from './period-store.ts'
import { refusals } from './refusals.ts'
import { runDue } from './release-commands.ts'
import { satisfactionRoutes } from './routes.tsx'
import { browser, type Shown } from './testing/browser.ts'
import {
  answerMany,
  asked,
  db,
  deps,
  filled,
  on,
  openPeriod,
  region,
  ring,
  unit,
  useSurveyDatabase,
  value,
} from './testing/survey.ts'

useSurveyDatabase()

const registry = createRefusalRegistry([edge, kernel, refusals])
const clock = fixedClock('2026-05-06T02:00:00Z')
let role: Role | undefined

function visitorOf(request: Request): Visitor {
  const url = new URL(request.url)
  const info = { code: region, name: 'Kabupaten Balangan', hue: 168, timeZone: 'Asia/Makassar', office: 'Disdukcapil' }
  const assignment = role && { role, region, place: region, services: ['*'], unit }
  return {
    requestId: 'r',
    language: 'id',
    region: info,
    ...(assignment
      ? { actor: { accountId: `acc-${role}`, name: 'Petugas', sessionId: 's', assignments: [assignment] } }
      : {}),
    page: { language: 'id', region: info, path: url.pathname, assets: { styles: ['/assets/ui.css'] } },
    demo: false,
    device: 'ponsel',
    tell: (refusal) => registry.tell(refusal, 'id'),
    statusOf: (list) => registry.status(list),
  }
}
const visit = () => {
  const port = bindSatisfaction({
    db,
    ring,
    clock,
    visitor: async (request) => visitorOf(request),
    services: async () => [
      { id: 'birth-wni', name: { id: 'Akta kelahiran', en: 'Birth deed' }, isFree: true },
      { id: 'death', name: { id: 'Akta kematian', en: 'Death deed' }, isFree: true },
    ],
    units: async () => [{ id: unit, name: unit }],
    deviceOf: (request) => request.headers.get('user-agent'),
    complaintsAddress: async () => 'Inspektorat, telepon 112',
  })
  return browser(satisfactionRoutes(port))
}

/** Answers all nine questions, `values` from 1 to 4, and stops at the page about oneself. */
async function throughQuestions(
  token: string,
  values: number[],
): Promise<{ user: ReturnType<typeof visit>; page: Shown }> {
  const user = visit()
  let page = await user.press(await user.open(`/63.11/survey/${token}`), 'Mulai')
  for (const [i, n] of values.entries()) page = await user.press(page, `U${i + 1}=${n}`)
  return { user, page }
}

const pending = (periodId: string) => db.inRegion(region, (tx) => countWaiting(tx, region, periodId))

describe('the questionnaire', () => {
  it('is filled in from the link to the thanks, one question a page, with nothing but forms', async () => {
    const periodId = await openPeriod()
    clock.set('2026-05-06T02:00:00Z')
    const token = await asked()
    const { user, page } = await throughQuestions(token, [4, 3, 3, 4, 3, 4, 4, 3, 3])
    expect(page.text).toContain('Sedikit tentang Anda')
    const last = await user.press(page, 'Lanjut', { sex: 'P', age: '26-35' })
    expect(last.text).toContain('9 dari 9 pertanyaan terjawab')
    const done = await user.press(last, 'Kirim jawaban', { comment: 'Antrean panjang' })
    expect(done.text).toContain('Jawaban Anda sudah kami terima')
    expect(done.text).not.toContain('Inspektorat')
    expect(await pending(periodId)).toBe(1)
    role = 'coordinator'
    expect((await user.open('/63.11/office/satisfaction')).text).toContain('1 jawaban dari 278 yang diperlukan')
    role = undefined
    const again = await user.open(`/63.11/survey/${token}`)
    expect([again.status, again.text.includes('sudah kami terima')]).toEqual([409, true])
  })

  it('shows one question with four answers in words, and nothing about who answers', async () => {
    await openPeriod()
    const token = await asked()
    const { page } = await throughQuestions(token, [4, 3])
    expect(page.text).toContain('Pertanyaan 3 dari 9')
    expect(page.text).toContain('Seberapa cepat urusan Anda selesai')
    for (const words of ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat']) expect(page.text).toContain(words)
    expect(page.html).not.toMatch(/<script|\son[a-z]+=|\sstyle=/)
    expect(page.html).not.toMatch(/name="(name|nama|nik|phone|case)/i)
    expect(page.html.match(/<h1/g)).toHaveLength(1)
  })

  it('goes back, keeps what was answered, skips, and asks for five before it sends', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    const { user, page } = await throughQuestions(token, [4, 3])
    let back = await user.press(page, 'Kembali')
    expect(back.html).toContain('jawaban Anda')
    back = await user.press(back, 'U2=1')
    for (let n = 3; n <= 9; n++) back = await user.press(back, 'Lewati pertanyaan ini')
    const last = await user.press(back, 'Lanjut')
    const refused = await user.press(last, 'Kirim jawaban', { comment: 'Kurang' })
    expect([refused.status, refused.text.includes('Baru 2 pertanyaan yang dijawab')]).toEqual([422, true])
    expect(refused.html).toContain('>Kurang</textarea>')
    const open = await user.press(refused, 'Ke pertanyaan yang belum dijawab')
    expect(open.text).toContain('Pertanyaan 3 dari 9')
    expect(await pending(periodId)).toBe(0)
  })

  it('offers the inspectorate when a free service was paid for, without carrying the answer along', async () => {
    await openPeriod()
    const { user, page } = await throughQuestions(await asked(), [4, 3, 3, 2, 3, 4, 4, 3, 3])
    const done = await user.press(await user.press(page, 'Lanjut'), 'Kirim jawaban')
    expect(done.text).toContain('Layanan ini tidak dipungut biaya')
    expect(done.html).toContain('<a href="/63.11/complaints" rel="noreferrer">')
  })

  it('says kindly what a token cannot open', async () => {
    await openPeriod()
    const user = visit()
    const unknown = await user.open('/63.11/survey/ABCDEFGHJKLMNPQRSTUVWXYZ23')
    expect([unknown.status, unknown.text.includes('tidak dikenal')]).toEqual([404, true])
    const token = await asked()
    clock.set('2026-06-20T02:00:00Z')
    const late = await user.open(`/63.11/survey/${token}`)
    expect([late.status, late.text.includes('berlaku 30 hari')]).toEqual([410, true])
    clock.set('2026-05-06T02:00:00Z')
  })
})

async function computedPeriod(n: number): Promise<string> {
  const id = await openPeriod()
  await answerMany(n, (i) =>
    filled(
      Array(9)
        .fill(3)
        .with(i % 9, 4)
        .with(2, 2),
      { about: { sex: i % 3 === 0 ? 'L' : 'P', education: 'sma' }, comment: i % 2 === 0 ? 'antrean lama' : '' },
    ),
  )
  await runDue(deps(), region, on('2026-07-01'))
  await runDue(deps(), region, on('2026-07-09'))
  return id
}

describe('office and public', () => {
  it('goes from the plan of the head to the published page, its card and its figures', async () => {
    const id = await computedPeriod(20)
    clock.set('2026-07-10T02:00:00Z')
    const user = visit()
    expect((await user.open(`/63.11/satisfaction/${id}`)).status).toBe(404)

    role = 'head'
    const list = await user.open('/63.11/office/satisfaction')
    expect(list.text).toContain('20 jawaban dari 278 yang diperlukan')
    let page = await user.open(`/63.11/office/satisfaction/${id}`)
    const faulty = await user.press(page, 'Simpan rencana', {
      'plan.0.what': 'Pendek',
      'plan.0.until': '30 Februari 2026',
    })
    expect(faulty.text).toContain('Februari 2026 hanya sampai tanggal 28')
    expect(faulty.html).toContain('>Pendek</textarea>')
    const lines = Object.fromEntries(
      [0, 1, 2].flatMap((n) => [
        [`plan.${n}.what`, 'Buka loket kedua pada pagi hari'],
        [`plan.${n}.who`, 'Bidang Pelayanan'],
        [`plan.${n}.until`, '30 September 2026'],
      ]),
    )
    await user.press(faulty, 'Simpan rencana', lines)

    role = 'coordinator'
    page = await user.open(`/63.11/office/satisfaction/${id}`)
    expect(page.html).not.toMatch(/<input[^>]*name="(index|grade|nrr|U\d)/)
    await user.press(page, 'Terbitkan untuk umum')

    role = undefined
    const shown = await user.open(`/63.11/satisfaction/${id}`)
    expect(shown.status).toBe(200)
    for (const words of [
      'Di bawah jumlah sampel',
      '20 jawaban dari 278 yang diperlukan',
      'Waktu penyelesaian',
      'antrean (',
      'Triwulan II 2026',
      'Permenpan RB 14/2017',
      'bobot tiap unsur 1/9',
      'Dengan keyakinan 95 %',
      'Buka loket kedua',
      'Perempuan',
    ])
      expect(shown.text).toContain(words)
    expect(shown.html).toMatch(
      /<svg class="chart chart-s"[^>]*role="img" aria-label="Indeks per periode\. Triwulan II 2026: \d\d,\d\d\."/,
    )
    expect(shown.html).not.toMatch(/<script|\son[a-z]+=|\sstyle=/)
    expect((await user.open('/63.11/satisfaction')).text).toContain(unit)
    const card = await user.open(`/63.11/satisfaction/${id}/card`)
    for (const words of ['20', 'Perempuan 65 %', 'Terima kasih', 'Keluhan: Inspektorat, telepon 112'])
      expect(card.text).toContain(words)
    const csv = await user.open(`/63.11/satisfaction/${id}/figures.csv`)
    expect(csv.html.split('\r\n')[0]).toContain('kind,code,name_id')
    expect(csv.html).toMatch(/\r\nelement,U3,Waktu penyelesaian,Time to completion,\d\d\.\d\d,D,/)

    role = 'head'
    const follow = await user.open(`/63.11/office/satisfaction/${id}`)
    await user.press(follow, 'Simpan perkembangan', { status: 'done', proof: 'Berita acara 12' })
    role = undefined
    expect((await user.open(`/63.11/satisfaction/${id}`)).text).toContain('Berita acara 12')
  })

  it('refuses a figure smuggled into the plan, and shows nothing of it', async () => {
    const id = await computedPeriod(6)
    clock.set('2026-07-10T02:00:00Z')
    role = 'head'
    const user = visit()
    const page = await user.open(`/63.11/office/satisfaction/${id}`)
    const smuggled = {
      ...page,
      html: page.html.replace(
        '<input type="hidden" name="plan.0.element"',
        '<input type="hidden" name="index" value="99.00"/><input type="hidden" name="plan.0.element"',
      ),
    }
    const refused = await user.press(smuggled, 'Simpan rencana')
    expect([refused.status, refused.text.includes('tidak dapat diubah siapa pun')]).toEqual([403, true])
    role = undefined
  })

  it('plans a period by form, and shows the office only to those who have a part in it', async () => {
    const user = visit()
    clock.set('2026-03-20T02:00:00Z')
    expect((await user.open('/63.11/office/satisfaction/new')).status).toBe(303)
    role = 'verifier'
    expect((await user.open('/63.11/office/satisfaction')).status).toBe(403)
    role = 'coordinator'
    const page = await user.open('/63.11/office/satisfaction/new')
    const faulty = await user.press(page, 'Rencanakan', { kind: 'quarter', number: '7' })
    for (const words of [
      'Unit belum dipilih',
      'Periode ini tidak ada',
      'Layanan belum dipilih',
      'Jumlah pengguna layanan belum benar',
    ])
      expect(faulty.text).toContain(words)
    await user.press(page, 'Rencanakan', {
      unit,
      services: 'birth-wni',
      kind: 'quarter',
      year: '2026',
      number: '2',
      users: '1.000',
    })
    role = undefined
    expect(await db.inRegion(region, (tx) => listPeriods(tx, region, unit))).toMatchObject([
      { users: 1000, needed: 278, state: 'planned', from: '2026-04-01' },
    ])
  })

  it('keeps a corrected result readable beside the new one', async () => {
    const id = await computedPeriod(6)
    const headOfUnit: actions.Officer = {
      accountId: 'h',
      role: 'head',
      unitId: unit,
      step: { kind: 'person', headOf: [unit], managesSurvey: false },
    }
    const managerOf: actions.Officer = {
      accountId: 'm',
      role: 'coordinator',
      unitId: 'x',
      step: { kind: 'person', headOf: [], managesSurvey: true },
    }
    const elements = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9']
    value(
      await actions.review(
        deps(),
        region,
        id,
        elements.map((element) => ({
          element,
          what: 'Buka loket kedua pagi',
          who: 'Bidang Pelayanan',
          until: '2026-10-01',
        })),
        [],
        headOfUnit,
        on('2026-07-10'),
      ),
    )
    value(await actions.publish(deps(), region, id, managerOf, on('2026-07-11')))
    value(
      await actions.correctResult(
        deps(),
        region,
        id,
        { users: 12, reason: 'Jumlah pengguna salah tulis' },
        managerOf,
        on('2026-07-12'),
      ),
    )
    const user = visit()
    const newest = await user.open(`/63.11/satisfaction/${id}`)
    expect(newest.text).toContain('Jumlah pengguna salah tulis')
    const old = await user.open(`/63.11/satisfaction/${id}?number=1`)
    expect(old.text).toContain('Hasil ini sudah diperbaiki')
    expect(old.text).toContain('6 jawaban dari 278')
    expect(newest.text).toContain('6 jawaban dari 12')
  })
})
