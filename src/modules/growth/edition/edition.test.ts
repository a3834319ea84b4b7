// A region changes its weight gains and limits: two people, from a month to come, old results kept.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { decimalToNumber, readDecimal } from '../../../kernel/decimal.ts'
import type { Result } from '../../../kernel/refusal.ts'
import { fixedClock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { listAlertsOfChild } from '../alert-store.ts'
import type { GrowthContext } from '../context.ts'
import { redLineOf } from '../count-months.ts'
import { recordMeasurement } from '../measure-command.ts'
import { listChildMonths } from '../measurement-store.ts'
import { addChild, child, EDITIONS, growthContext, REGION, seedGrowthWorld, visitor } from '../testing/growth-world.ts'
import { EditionBook } from './edition-book.ts'
import { confirmEdition, draftEdition, readEditions } from './edition-commands.ts'
import { listConfirmed } from './edition-store.ts'
import { typed } from './edition-words.ts'
import { readFlagWords, withFlagWords } from './flag-words.ts'
import { knownLimits, withLimits } from './limits.ts'
import { editionsOf } from './own-edition.ts'

let database: Database
const one = visitor('convergence-secretariat', { place: REGION, account: 'acc-one' })
const two = visitor('expert', { place: REGION, account: 'acc-two' })
const codes = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, at }) => `${code}@${at ?? ''}`)
const at = (day: string): GrowthContext => ({
  ...growthContext(database),
  clock: fixedClock(`${day}T02:00:00Z`),
  today: () => day,
})
const input = { name: 'Batas uji 2026', source: 'Keputusan uji 1/2026', from: '2026-07-01', limits: {} }

beforeAll(async () => {
  database = await openTestDatabase()
  await seedGrowthWorld(database)
})
afterAll(() => database.close())

test('each limit of the shipped editions can be read, is within its range, and is written where it is read', () => {
  const limits = knownLimits(EDITIONS)
  expect(new Set(limits.map(({ key }) => key)).size).toBe(limits.length)
  for (const limit of limits) {
    const value = limit.read(EDITIONS)
    expect([limit.key, value >= limit.min && value <= limit.max]).toEqual([limit.key, true])
    const other = value === limit.max ? limit.min : limit.max
    const changed = withLimits(EDITIONS, { [limit.key]: other })
    expect([limit.key, limit.read(changed)]).toEqual([limit.key, other])
    for (const rest of limits) if (rest.key !== limit.key) expect(rest.read(changed)).toBe(rest.read(EDITIONS))
  }
})

test('the form as it stands can be sent back: each value is read as it is written', () => {
  for (const limit of knownLimits(EDITIONS))
    for (const value of [limit.min, limit.read(EDITIONS), limit.max]) {
      const read = readDecimal(typed(limit, value, 'id'), limit.key, {
        maxDecimals: limit.decimals,
      })
      expect([limit.key, read.ok && Math.round(decimalToNumber(read.value) * 10 ** limit.decimals)]).toEqual([
        limit.key,
        value,
      ])
    }
})

test('parts that stay the same keep their name; the day decides which edition holds', () => {
  const held = editionsOf(
    EDITIONS,
    [
      { id: 'a', from: '2026-07-01', name: 'A', source: '', changes: { 'kbm-7-girls': 400 } },
      { id: 'b', from: '2026-09-01', name: 'B', source: '', changes: { 'kbm-7-girls': 400, 'due-NG2': 10 } },
    ],
    '2026-10-05',
  )
  expect([held.kbm.id, held.alerts.id, held.measuring.id]).toEqual([
    'kms-kia-2023.2026-07-01',
    'alerts-2022.2026-09-01',
    'measuring-2020',
  ])
  expect(held.on?.('2026-06-30').kbm).toBe(EDITIONS.kbm)
})

test('what is wrong is said field by field; strangers find nothing; the author does not confirm', async () => {
  const context = at('2026-06-20')
  const draft = (who: typeof one, more: Partial<typeof input> & { limits?: Record<string, string> }) =>
    draftEdition(context, who, EDITIONS, { ...input, ...more })
  expect(codes(await draft(visitor('cadre'), { limits: { 'kbm-7-girls': '400' } }))).toEqual(['not-found@'])
  expect(codes(await readEditions(context, visitor('foster-parent'), EDITIONS))).toEqual(['not-found@'])
  expect(codes(await draft(one, {}))).toEqual(['growth.edition-same@'])
  expect(
    codes(
      await draft(one, {
        name: ' ',
        source: 'x'.repeat(10_000),
        from: '2026-06-01',
        limits: { 'kbm-7-girls': '5', 'fall-sd': '0,5 🙂', 'due-NG2': "'; --", 'kbm-99-boys': '1' },
      }),
    ),
  ).toEqual([
    'growth.edition-name@name',
    'growth.edition-source@source',
    'growth.edition-from@from',
    'number-too-small@kbm-7-girls',
    'number-sign@fall-sd',
    'number-sign@due-NG2',
  ])
  expect(codes(await draft(one, { limits: { 'kbm-7-girls': '400', 'fall-sd': '0,7' } }))).toEqual([])
  const view = await readEditions(context, one, EDITIONS)
  if (!view.ok) throw new Error('no view')
  const [line] = view.value.editions
  expect(line).toMatchObject({ state: 'drafted', isMine: true })
  expect(line!.changes.map(({ limit, before, after }) => [limit.key, before, after])).toEqual([
    ['kbm-7-girls', 300, 400],
    ['fall-sd', 67, 70],
  ])
  expect(codes(await confirmEdition(context, one, line!.id))).toEqual(['growth.edition-second-person@'])
  expect(codes(await confirmEdition(context, visitor('midwife'), line!.id))).toEqual(['not-found@'])
  expect(codes(await confirmEdition(at('2026-07-01'), two, line!.id))).toEqual(['growth.edition-from@'])
  expect(codes(await confirmEdition(context, two, line!.id))).toEqual([])
  expect(codes(await confirmEdition(context, two, line!.id))).toEqual([])
  expect(codes(await draft(one, { limits: { 'kbm-7-girls': '350' } }))).toEqual(['growth.edition-from@from'])
})

test('months before the edition keep their status when counted again, months from it on are judged by it', async () => {
  const book = new EditionBook(EDITIONS, (region) => database.inRegion(region, (tx) => listConfirmed(tx, region)))
  await book.ready(REGION)
  const context: GrowthContext = { ...at('2026-08-20'), editions: (region) => book.editions(region, '2026-08-20') }
  // 7 months old in May and in July: 350 g is enough for a girl until June (300), and not from July on (400).
  const may = child({ sex: 2, birthDate: '2025-10-01' })
  const july = child({ sex: 2, birthDate: '2025-12-01' })
  const weigh = async (childId: string, date: string, weightG: number, using: GrowthContext) => {
    const done = await recordMeasurement(using, visitor('cadre'), childId, {
      measurementId: newId(),
      measurement: { date, place: 'posyandu', weightG },
      facts: {},
      confirmed: true,
    })
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  }
  const months = (childId: string) => database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, childId))
  await addChild(database, context, may)
  await addChild(database, context, july)
  for (const [date, weight] of [
    ['2026-03-05', 6600],
    ['2026-04-05', 7100],
    ['2026-05-05', 7450],
  ] as const)
    await weigh(may.childId, date, weight, at('2026-06-20'))
  const [, , before] = await months(may.childId)
  expect([before!.status, before!.kbm_g, before!.edition.split(' ')[0]]).toEqual(['N', 300, 'kms-kia-2023'])
  await weigh(may.childId, '2026-07-05', 7900, context)
  expect((await months(may.childId)).find(({ month }) => month === '2026-05')).toEqual(before)
  for (const [date, weight] of [
    ['2026-05-06', 6600],
    ['2026-06-06', 7100],
    ['2026-07-06', 7450],
  ] as const)
    await weigh(july.childId, date, weight, context)
  const [, june, last] = await months(july.childId)
  expect([june!.kbm_g, june!.edition.split(' ')[0]]).toEqual([400, 'kms-kia-2023'])
  expect([last!.status, last!.kbm_g, last!.edition.split(' ')[0]]).toEqual(['T', 400, 'kms-kia-2023.2026-07-01'])
  const alerts = await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, july.childId))
  const ng1 = alerts.filter(({ code }) => code === 'NG1')
  expect(ng1.map(({ opened_on, edition }) => [opened_on, edition])).toEqual([['2026-07-06', 'alerts-2022.2026-07-01']])
})

test('what is asked at entry follows the edition of the day of measuring, the alert of the card its referral line, the referral its red flags', async () => {
  const own = {
    id: 'c',
    from: '2026-07-01',
    name: 'C',
    source: '',
    changes: { 'entry-weight-max': 20_000, 'red-referral': -250, 'red-report': -250, 'flag-heart': 0 },
  }
  const context: GrowthContext = {
    ...at('2026-08-20'),
    editions: () => editionsOf(EDITIONS, [own], '2026-08-20'),
  }
  const big = child({ sex: 1, birthDate: '2022-01-10' })
  await addChild(database, context, big)
  const asked = async (date: string) => {
    const done = await recordMeasurement(context, visitor('cadre'), big.childId, {
      measurementId: newId(),
      measurement: { date, place: 'posyandu', weightG: 20_500 },
      facts: {},
      confirmed: false,
    })
    return done.ok && !done.value.saved ? done.value.questions.map(({ code }) => code) : []
  }
  expect(await asked('2026-07-02')).toEqual(['outside-soft-limits'])
  expect(await asked('2026-06-30')).toEqual([])
  const held = context.editions(REGION)
  const low = (lt: number) => ({ fact: 'weightForAge', lt })
  expect(held.alerts.alerts.find(({ code }) => code === 'LOWW')!.trigger).toEqual(low(-2.5))
  expect(EDITIONS.alerts.alerts.find(({ code }) => code === 'LOWW')!.trigger).toEqual(low(-2))
  expect(held.care.redFlags.filter(({ asked }) => !asked).map(({ code }) => code)).toEqual(['heart'])
  expect(held.care.id).toBe('care-2022.2026-07-01')
  expect(redLineOf('2025-10-05', held)).toEqual([
    { from: '2025-10-01', below: -3 },
    { from: '2026-07-01', below: -2.5 },
  ])
})

test('red flags in the region’s own words: said otherwise, added, dropped; a code is never given twice; faults at their fields', () => {
  const read = (before: Parameters<typeof readFlagWords>[1], typed: Record<string, string>, ever: string[] = []) =>
    readFlagWords(EDITIONS, before, typed, ever)
  const first = read(
    {},
    { 'words-heart': ' jantung  berdebar ', 'words-new-1': 'batuk 2 minggu', 'words-new-1-en': 'cough' },
  )
  expect([first.words, first.faults, first.differs]).toEqual([
    { heart: { id: 'jantung berdebar', en: 'jantung berdebar' }, 'own-1': { id: 'batuk 2 minggu', en: 'cough' } },
    [],
    true,
  ])
  expect(withFlagWords(EDITIONS, first.words).care.redFlags.at(-1)).toEqual({
    code: 'own-1',
    text: { id: 'batuk 2 minggu', en: 'cough' },
    asked: true,
  })
  // the form sent back as it stands changes nothing; emptied: the shipped words again, and the added one gone
  const same = { 'words-heart': 'jantung berdebar', 'words-own-1': 'batuk 2 minggu', 'words-own-1-en': 'cough' }
  expect(read(first.words, same).differs).toBe(false)
  expect(read(first.words, {}).words).toEqual(first.words)
  const emptied = read(first.words, { 'words-heart': '', 'words-own-1': ' ' })
  expect([emptied.words, emptied.differs]).toEqual([{}, true])
  expect(Object.keys(read({}, { 'words-new-2': 'mata cekung' }, ['own-1', 'heart', 'own-3']).words)).toEqual(['own-4'])
  expect(
    read(
      {},
      {
        'words-heart': 'x'.repeat(121),
        'words-new-1-en': 'only English',
        'words-new-1': '',
        'words-new-2': 'Menolak makan',
      },
    ).faults.map(({ code, at }) => [code, at]),
  ).toEqual([
    ['growth.flag-long', 'words-heart'],
    ['growth.flag-words', 'words-new-1'],
    ['growth.flag-same', 'words-new-2'],
  ])
})

test('Indonesian words that change do not leave old English behind: asked once, unless it is said to fit', () => {
  const shipped = EDITIONS.care.redFlags.find(({ code }) => code === 'heart')!.text
  const read = (typed: Record<string, string>) => readFlagWords(EDITIONS, {}, typed, [])
  const typed = { 'words-heart': 'jantung berdebar keras', 'words-heart-en': shipped.en }
  expect(read(typed).faults).toEqual([
    { code: 'growth.flag-english', at: 'words-heart-en', params: { words: shipped.en } },
  ])
  expect(read({ ...typed, 'words-english-fits': 'yes' })).toMatchObject({
    faults: [],
    words: { heart: { id: 'jantung berdebar keras', en: shipped.en } },
  })
  expect(read({ ...typed, 'words-heart-en': '' }).words.heart!.en).toBe('jantung berdebar keras')
  expect(read({ ...typed, 'words-heart-en': 'strong palpitations' }).faults).toEqual([])
  expect(read({ 'words-heart': shipped.id, 'words-heart-en': 'a heart defect' }).faults).toEqual([])
})

test('two people bring own words into force; they are asked for from that day on', async () => {
  const context = at('2026-07-20')
  const done = await draftEdition(context, one, EDITIONS, {
    ...input,
    from: '2026-09-01',
    limits: {},
    words: { 'words-new-1': 'batuk lebih dari 2 minggu' },
  })
  expect(codes(done)).toEqual([])
  const view = await readEditions(context, two, EDITIONS)
  if (!view.ok) throw new Error('no view')
  const [line] = view.value.editions
  expect(line!.flags).toEqual([{ after: { id: 'batuk lebih dari 2 minggu', en: 'batuk lebih dari 2 minggu' } }])
  expect(codes(await confirmEdition(context, one, line!.id))).toEqual(['growth.edition-second-person@'])
  expect(codes(await confirmEdition(context, two, line!.id))).toEqual([])
  const book = new EditionBook(EDITIONS, (region) => database.inRegion(region, (tx) => listConfirmed(tx, region)))
  await book.ready(REGION)
  const flagsOn = (day: string) => book.editions(REGION, day).care.redFlags.map(({ code }) => code)
  expect([flagsOn('2026-08-31').includes('own-1'), flagsOn('2026-09-01').includes('own-1')]).toEqual([false, true])
  // a later edition without it: older referrals still find the words by their own day
  const later = editionsOf(
    EDITIONS,
    [
      ...(await database.inRegion(REGION, (tx) => listConfirmed(tx, REGION))),
      { id: 'z', from: '2026-11-01', name: 'Z', source: '', changes: {} },
    ],
    '2026-12-01',
  )
  expect(later.care.redFlags.some(({ code }) => code === 'own-1')).toBe(false)
  expect(later.on?.('2026-10-01').care.redFlags.at(-1)?.text.id).toBe('batuk lebih dari 2 minggu')
})
