// Asking and answering on a real database: single use, expiry, periods, paper, release, computing, review, publication, import.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../tests/support/database.ts'
import { randomToken, type Token } from '../../kernel/id.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/db/database.ts'
import { newRandomId } from '../../platform/ids.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { insertAgency, insertRegion, insertUnits } from '../regions/store.ts'
import { countAnswers, listAnswers, listComments, listCounts } from './answer-store.ts'
import {
  answerOnPaper,
  answerSurvey,
  type FinishedCase,
  invite,
  type Moment,
  openSurvey,
  type PaperForm,
} from './commands.ts'
import { HIDDEN } from './comment-filter.ts'
import * as actions from './period-commands.ts'
import { findPeriod, listResults } from './period-store.ts'
import type { Filled } from './questionnaire.ts'
import { computeDue, releaseWaiting, runDue } from './release-commands.ts'
import { surveyMigrations } from './testing/migrations.ts'

let db: Database
const ring = memoryKeyRing()
const region = '63.11'
const deps = () => ({ db, ring })
let unit = ''

beforeAll(async () => {
  db = await openTestDatabase({ migrations: surveyMigrations() })
  await db.asPlatform((tx) =>
    insertRegion(tx, { code: region, name: 'Kabupaten Balangan', level: 'regency', time_zone: 'Asia/Makassar' }),
  )
  await db.inRegion(region, (tx) =>
    insertAgency(tx, { region_code: region, agency_id: 'disdukcapil', name: 'Disdukcapil', address: '', phone: '' }),
  )
})
afterAll(() => db.close())

// A unit of its own for each test, so that periods never overlap.
beforeEach(async () => {
  unit = `unit-${newRandomId().slice(0, 8)}`
  await db.inRegion(region, (tx) =>
    insertUnits(tx, [{ region_code: region, unit_id: unit, agency_id: 'disdukcapil', name: unit, place: region }]),
  )
})

const on = (day: string, time = '02:00'): Moment => ({ today: day, now: new Date(`${day}T${time}:00Z`) })
const manager: actions.Officer = {
  accountId: 'acc-manager',
  role: 'coordinator',
  unitId: 'bappeda',
  step: { kind: 'person', headOf: [], managesSurvey: true },
}
const head = (): actions.Officer => ({
  accountId: 'acc-head',
  role: 'head',
  unitId: unit,
  step: { kind: 'person', headOf: [unit], managesSurvey: false },
})
const filled = (value: number | (number | null)[], more: Partial<Filled> = {}): Filled => ({
  answers: typeof value === 'number' ? Array(9).fill(value) : value,
  extras: {},
  about: {},
  comment: '',
  ...more,
})
const around = { device: null, serviceIsFree: true }
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map((r) => r.code))
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

async function openPeriod(users = 1000): Promise<string> {
  const draft = {
    unitId: unit,
    services: ['birth-wni', 'death'],
    kind: 'quarter',
    year: 2026,
    number: 2,
    users,
    extras: [],
  } as const
  const id = value(await actions.plan(deps(), region, draft, manager, on('2026-03-20')))
  value(await actions.open(deps(), region, id, manager, on('2026-04-01')))
  return id
}
const finished = (more: Partial<FinishedCase> = {}): FinishedCase => ({
  caseId: newRandomId(),
  unitId: unit,
  serviceId: 'birth-wni',
  channel: 'web',
  ...more,
})
const ask = (about = finished(), day = '2026-05-04') =>
  db.inRegion(region, (tx) => invite(tx, { ring }, region, about, on(day)))
const asked = async (about = finished(), day = '2026-05-04'): Promise<Token> => (await ask(about, day))!
const answer = (token: string, what = filled(3), day = '2026-05-06', time = '02:00') =>
  answerSurvey(deps(), region, token, what, around, on(day, time))
const stored = (periodId: string) => db.inRegion(region, (tx) => listAnswers(tx, region, periodId))

async function answerMany(
  n: number,
  what: (i: number) => Filled = () => filled(3),
  about: Partial<FinishedCase> = {},
): Promise<void> {
  for (let i = 0; i < n; i++) value(await answer(await asked(finished(about)), what(i)))
}

/** Five answers that came too late to leave at 03:00 that day: they stay behind, so that the earlier ones may go. */
async function company(day = '2026-05-06'): Promise<void> {
  for (let i = 0; i < 5; i++) value(await answer(await asked(), filled(1), day, '02:55'))
}
const release = (periodId: string, day = '2026-05-06', time = '03:00') =>
  releaseWaiting(deps(), region, periodId, on(day, time).now)

describe('invitation and token', () => {
  it('asks once about a finished case, only while its unit asks about the service', async () => {
    expect(await ask()).toBeUndefined()
    await openPeriod()
    const one = finished()
    const token = await asked(one)
    expect(token).toMatch(/^[2-9A-Z]{26}$/)
    expect(await asked(one)).toBe(token)
    expect(await ask(finished({ serviceId: 'marriage' }))).toBeUndefined()
    value(await answer(token))
    expect(await ask(one)).toBeUndefined()
  })

  it('takes the same token once: one answer, and the second sender is told', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    value(await answer(token, filled(4)))
    expect(codes(await answer(token, filled(1)))).toEqual(['satisfaction-token-used'])
    await answerMany(4)
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(5)
  })

  it('takes one answer when the same token is sent many times at once', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    const results = await Promise.all(Array.from({ length: 8 }, () => answer(token)))
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    await answerMany(4)
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(5)
  })

  it('refuses a token after 30 days kindly, and takes it on the thirtieth', async () => {
    await openPeriod()
    const [a, b] = [await asked(finished(), '2026-05-04'), await asked(finished(), '2026-05-04')]
    expect(codes(await answer(a, filled(3), '2026-06-04'))).toEqual(['satisfaction-token-expired'])
    expect(codes(await answer(b, filled(3), '2026-06-03'))).toEqual([])
  })

  it('refuses unknown tokens, a closed period, and fewer than five answers', async () => {
    await openPeriod()
    for (const token of ['', 'x', '6311064503909901', randomToken(randomBytes)])
      expect(codes(await answer(token))).toEqual(['satisfaction-token-unknown'])
    const token = await asked(finished(), '2026-06-20')
    expect(codes(await answer(token, filled(3), '2026-07-01'))).toEqual(['satisfaction-no-period'])
    expect(codes(await answer(token, filled([4, 4, 4, 4, null, null, null, null, null]), '2026-06-21'))).toEqual([
      'satisfaction-few-answers',
    ])
    expect(
      codes(await answer(token.toLowerCase(), filled([4, 4, 4, 4, 4, null, null, null, null]), '2026-06-21')),
    ).toEqual([])
  })

  it('does not belong to another region', async () => {
    await openPeriod()
    const token = await asked()
    await db.asPlatform((tx) =>
      insertRegion(tx, { code: '63.09', name: 'Kabupaten Tabalong', level: 'regency', time_zone: 'Asia/Makassar' }),
    )
    expect(codes(await db.inRegion('63.09', (tx) => openSurvey(tx, '63.09', token, '2026-05-05')))).toEqual([
      'satisfaction-token-unknown',
    ])
  })

  it('offers the inspectorate when a free service was paid for', async () => {
    await openPeriod()
    expect(value(await answer(await asked(), filled(3)))).toEqual({ complaint: 'cost' })
    expect(value(await answer(await asked(), filled(4)))).toEqual({ complaint: undefined })
    expect(value(await answer(await asked(), filled(4, { comment: 'diminta uang' })))).toEqual({
      complaint: 'comment',
    })
  })
})

describe('release', () => {
  it('keeps answers sealed until five of one service have waited 15 minutes', async () => {
    const periodId = await openPeriod()
    await answerMany(5)
    await answerMany(5, () => filled(2), { serviceId: 'death' })
    expect(await release(periodId, '2026-05-06', '02:10')).toEqual({ released: 0, waiting: 10 })
    expect(await release(periodId, '2026-05-06', '02:15')).toEqual({ released: 5, waiting: 5 })
    expect(await release(periodId, '2026-05-07')).toEqual({ released: 0, waiting: 5 })
    const counts = await db.inRegion(region, (tx) => countAnswers(tx, region, periodId))
    expect(counts).toHaveLength(1)
    expect(counts[0]!.answers).toBe(5)
  })

  it('counts who answered each for itself, filters comments, and keeps no tie between them', async () => {
    const periodId = await openPeriod()
    await answerMany(6, (i) =>
      filled(3, {
        about: { sex: i < 4 ? 'P' : 'L', age: '26-35' },
        comment: i === 0 ? 'Antre lama, telepon saya 0812-3456-7890' : '',
      }),
    )
    await company()
    await release(periodId)
    const counts = await db.inRegion(region, (tx) => listCounts(tx, region, periodId))
    expect(counts).toEqual({
      age: [{ value: '26-35', answers: 6 }],
      channel: [{ value: 'web', answers: 6 }],
      sex: [
        { value: 'L', answers: 2 },
        { value: 'P', answers: 4 },
      ],
    })
    expect(await db.inRegion(region, (tx) => listComments(tx, region, periodId))).toEqual([
      `Antre lama, telepon saya ${HIDDEN.phone}`,
    ])
  })

  it('keeps an answer whose sender vanished before the token was marked, and counts it once', async () => {
    const periodId = await openPeriod()
    const token = await asked()
    // The first of the two transactions, then the power goes.
    const half = { ring, db: { inRegion: failAfter(1) } }
    await expect(answerSurvey(half, region, token, filled(4), around, on('2026-05-06'))).rejects.toThrow('power')
    await answerMany(4)
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(5)
    expect(codes(await answer(token))).toEqual(['satisfaction-token-used'])
  })

  it('marks a burst from one device, and shows the figure with and without', async () => {
    const periodId = await openPeriod()
    for (let i = 0; i < 6; i++)
      value(
        await answerSurvey(
          deps(),
          region,
          await asked(),
          filled(4),
          { device: 'tablet-x', serviceIsFree: true },
          on('2026-05-06', `02:0${i}`),
        ),
      )
    for (let i = 0; i < 6; i++)
      value(
        await answerSurvey(
          deps(),
          region,
          await asked(),
          filled(2),
          { device: `phone-${i}`, serviceIsFree: true },
          on('2026-05-06', '02:05'),
        ),
      )
    await company()
    await release(periodId)
    expect((await stored(periodId)).map((a) => [a.answers[0], a.marks.join()]).sort()).toEqual([
      ...Array(6).fill([2, '']),
      ...Array(6).fill([4, 'one-device']),
    ])
  })
})

function failAfter(transactions: number): Database['inRegion'] {
  let left = transactions
  return (...args) => {
    if (left-- <= 0) return Promise.reject(new Error('power'))
    return db.inRegion(...args)
  }
}

async function computed(n: number, users = 1000): Promise<string> {
  const periodId = await openPeriod(users)
  await answerMany(n, (i) =>
    filled(
      Array(9)
        .fill(3)
        .with(i % 9, 4)
        .with(2, 2),
    ),
  )
  await runDue(deps(), region, on('2026-07-01'))
  await runDue(deps(), region, on('2026-07-09'))
  return periodId
}
const lines: actions.PlanLine[] = ['U3', 'U1', 'U2', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'].map((element) => ({
  element,
  what: 'Buka loket kedua pada pagi hari',
  who: 'Bidang Pelayanan',
  until: '2026-10-01',
}))
const resultOf = async (periodId: string) =>
  (await db.inRegion(region, (tx) => listResults(tx, region, [periodId]))).get(periodId)!

describe('from closing to archive', () => {
  it('closes after the last day, computes after the paper days, with a hash that repeats', async () => {
    const periodId = await computed(12)
    const [result] = await resultOf(periodId)
    expect(result!.result).toMatchObject({ counted: 12, needed: 278, enough: false, tooFew: false, grade: 'C' })
    expect(result!.result.inputHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await runDue(deps(), region, on('2026-07-10'))).toEqual([])
    expect(codes(await computeDue(deps(), region, periodId, on('2026-07-10')))).toEqual(['satisfaction-step-order'])
    expect(await resultOf(periodId)).toHaveLength(1)
  })

  it('gives no value for three answers and keeps no row of them', async () => {
    const periodId = await computed(3)
    expect((await resultOf(periodId))[0]!.result).toMatchObject({ answered: 3, tooFew: true, index: null })
    expect(await stored(periodId)).toEqual([])
    expect((await db.inRegion(region, (tx) => findPeriod(tx, region, periodId)))!.notStored).toBe(3)
  })

  it('lets the head add a plan, refuses a figure, and publishes only with the plan', async () => {
    const periodId = await computed(6)
    const before = await resultOf(periodId)
    expect(codes(await actions.publish(deps(), region, periodId, manager, on('2026-07-10')))).toEqual([
      'satisfaction-plan-missing',
    ])
    expect(
      codes(await actions.review(deps(), region, periodId, lines, ['plan.0.what', 'index'], head(), on('2026-07-10'))),
    ).toEqual(['satisfaction-number-fixed'])
    expect(codes(await actions.review(deps(), region, periodId, lines, [], manager, on('2026-07-10')))).toEqual([
      'satisfaction-review-head',
    ])
    value(await actions.review(deps(), region, periodId, lines, [], head(), on('2026-07-10')))
    expect(value(await actions.publish(deps(), region, periodId, manager, on('2026-07-12')))).toEqual({ late: false })
    expect(await resultOf(periodId)).toEqual(before)
  })

  it('cannot change or remove a stored result, even with the rights of the program', async () => {
    const periodId = await computed(6)
    const { sql } = await import('kysely')
    for (const statement of [
      sql`update satisfaction_result set result = '{}' where period_id = ${periodId}`,
      sql`delete from satisfaction_result where period_id = ${periodId}`,
    ])
      await expect(db.inRegion(region, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('follows the plan up, corrects by a new number with a reason, and archives', async () => {
    const periodId = await computed(6)
    value(await actions.review(deps(), region, periodId, lines, [], head(), on('2026-07-10')))
    value(await actions.publish(deps(), region, periodId, manager, on('2026-07-12')))
    expect(
      value(
        await actions.correctResult(
          deps(),
          region,
          periodId,
          { users: 800, reason: 'Jumlah pengguna salah tulis' },
          manager,
          on('2026-07-20'),
        ),
      ),
    ).toEqual({ number: 2 })
    expect((await resultOf(periodId)).map((r) => [r.number, r.result.users, r.result.index, r.reason])).toEqual([
      [2, 800, (await resultOf(periodId))[1]!.result.index, 'Jumlah pengguna salah tulis'],
      [1, 1000, (await resultOf(periodId))[1]!.result.index, null],
    ])
    const period = (await db.inRegion(region, (tx) => findPeriod(tx, region, periodId)))!
    for (const action of period.plan)
      value(
        await actions.report(
          deps(),
          region,
          periodId,
          { id: action.id, status: 'done', proof: 'Berita acara 12' },
          head(),
          on('2026-09-01'),
        ),
      )
    expect(value(await actions.archive(deps(), region, periodId, manager, on('2026-10-02'))).state).toBe('archived')
  })
})

describe('paper', () => {
  const forms = (n: number): PaperForm[] =>
    Array.from({ length: n }, () => ({ serviceId: 'birth-wni', filled: filled(3) }))
  const typist = { accountId: 'acc-typist', role: 'village-operator', unitId: 'kecamatan-halong' }
  const bundle = (note = '') => ({ scan: randomBytes(32).toString('hex'), note, channel: 'village' })

  it('is typed in by another unit with its scan; the same scan twice is one bundle', async () => {
    const periodId = await openPeriod()
    const one = bundle()
    expect(value(await answerOnPaper(deps(), region, periodId, forms(6), one, typist, on('2026-05-06')))).toEqual({
      stored: 6,
    })
    expect(value(await answerOnPaper(deps(), region, periodId, forms(6), one, typist, on('2026-05-06')))).toEqual({
      stored: 0,
    })
    expect(
      codes(
        await answerOnPaper(
          deps(),
          region,
          periodId,
          forms(6),
          bundle(),
          { ...typist, unitId: unit },
          on('2026-05-06'),
        ),
      ),
    ).toEqual(['satisfaction-paper-own-unit'])
    const wrong = [{ serviceId: 'marriage', filled: filled(3) }]
    expect(codes(await answerOnPaper(deps(), region, periodId, wrong, bundle(), typist, on('2026-05-06')))).toEqual([
      'satisfaction-paper-service',
    ])
    await company()
    await release(periodId)
    expect(await stored(periodId)).toHaveLength(6)
  })

  it('comes up to seven days late with a note and is in the result', async () => {
    const periodId = await openPeriod()
    await answerMany(5)
    await runDue(deps(), region, on('2026-07-01'))
    expect(codes(await answerOnPaper(deps(), region, periodId, forms(2), bundle(), typist, on('2026-07-08')))).toEqual([
      'satisfaction-paper-note',
    ])
    value(await answerOnPaper(deps(), region, periodId, forms(2), bundle('Perahu terlambat'), typist, on('2026-07-08')))
    await runDue(deps(), region, on('2026-07-09'))
    expect((await resultOf(periodId))[0]!.result.counted).toBe(7)
  })
})

describe('figures from old reports', () => {
  const old = (year: number, index: string): actions.ImportDraft => ({
    unitId: unit,
    editionId: 'permenpan-14-2017',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    order: 'official',
    averages: null,
    index,
    grade: null,
    answers: 150,
    source: 'Artikel',
  })
  const store = (draft: actions.ImportDraft, by: { person: string; source: string } | null = null) =>
    actions.importReport(deps(), region, draft, by, manager, on('2026-05-06'))

  it('stops 34.37 after 83.32 and asks a second person', async () => {
    expect(value(await store(old(2021, '83.32')))).toMatchObject({ verdict: 'not-checkable' })
    expect(codes(await store(old(2022, '34.37')))).toEqual([
      'satisfaction-doubt-change',
      'satisfaction-import-second-person',
    ])
    expect(codes(await store(old(2022, '34.37'), { person: 'acc-manager', source: 'Laporan 2022 hal. 4' }))).toEqual([
      'satisfaction-import-same-person',
    ])
    value(await store(old(2022, '34.37'), { person: 'acc-head', source: 'Laporan 2022 hal. 4' }))
    expect(codes(await store(old(2022, '84.37'), { person: 'acc-head', source: 'Laporan 2022 hal. 4' }))).toEqual([
      'satisfaction-import-twice',
    ])
  })
})
