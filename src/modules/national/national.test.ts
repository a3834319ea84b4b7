// The national register by file and by hand: events taken up once and without a gap, files that hang together, answers line by
// line.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { numberEvents } from '../register/event-store.ts'
import { importSnapshot } from '../register/import-snapshot.ts'
import { eventRow } from '../register/register-events.ts'
import { storedHousehold, uuidOf } from '../register/testing/household.ts'
import { openRegister } from '../register/testing/register-database.ts'
import { isSigned } from './batch.ts'
import { answerRequest, importAnswers, makeBatch, repeatRequest, takeEvents } from './commands.ts'
import { setLink } from './link-commands.ts'
import { readBatch, readEvents, readRequest, readRequests } from './queries.ts'
import { decideLine, missingIn, readAnswers } from './rules.ts'

const REGION = '63.11'
const ring = memoryKeyRing('national')
const clock = fixedClock('2026-04-10T10:00:00+08:00')
let db: Database
const tools = () => ({ database: db, ring, clock })
const visitor = (accountId: string, role: Role, region = REGION): Visitor =>
  ({
    language: 'id',
    region: { code: region, timeZone: 'Asia/Makassar' },
    actor: { accountId, assignments: [{ role, region, place: region, services: ['*'], unit: 'PIAK' }] },
    device: 'test',
  }) as unknown as Visitor
const data = visitor('data-1', 'data-officer')
const names = async () => new Map([['data-1', 'Dara']])
const say = (one: { ok: boolean; refusals?: readonly { code: string }[] }) => (one.ok ? 'ok' : one.refusals?.[0]?.code)
const view = async (after?: number) => {
  const done = await readRequests(tools(), data, async () => 0, after)
  if (!done.ok) throw new Error('refused')
  return done.value
}
let seq = 0
const happen = async (kind: 'person.born' | 'person.corrected', person = 'ibu', forged = false) => {
  const event = { eventId: newId(), personId: uuidOf(person), seq: ++seq, kind, date: '2026-04-01' }
  const row = eventRow(forged ? memoryKeyRing('other') : ring, REGION, event, clock.now())
  await db.inRegion(REGION, async (tx) => {
    await tx.withTables<{ register_event: typeof row }>().insertInto('register_event').values(row).execute()
    await numberEvents(tx, REGION)
  })
}

beforeAll(async () => {
  db = await openRegister('all')
  const writing = { ring, region: REGION, caseId: null, now: clock.now(), newId }
  await db.inRegion(REGION, (tx) => importSnapshot(tx, writing, storedHousehold()))
})
afterAll(() => db.close())

it('reads answer files line by line and says what is wrong with each', () => {
  const id = newId()
  const text = `\uFEFFrequest;answer;reference\r\n${id};confirmed;R-1\n\n"${id}",unknown,"R 2"\n${id};yes;R-3\n'; --;confirmed;R\n${id};confirmed\n${id};confirmed;6311015703889902\n${id};confirmed;${'x'.repeat(10_000)}`
  expect(
    readAnswers(text).map((line) => ('fault' in line ? line.fault : [line.line, line.answer, line.reference])),
  ).toEqual([
    [2, 'confirmed', 'R-1'],
    [4, 'unknown', 'R 2'],
    'national-answer',
    'national-cells',
    'national-cells',
    'national-number',
    'national-reference',
  ])
  const given = { state: 'confirmed', reference: 'R-1' } as const
  expect(decideLine({ answer: 'confirmed', reference: 'R-1' }, given, false)).toBe('same')
  expect(decideLine({ answer: 'differs', reference: 'R-1' }, given, false)).toBe('national-given')
  expect([missingIn(0, [1, 2, 3]), missingIn(3, [4, 6]), missingIn(3, [5]), missingIn(3, [])]).toEqual([
    undefined,
    5,
    4,
    undefined,
  ])
})

it('takes up each event once, marks a forged one, stops at a gap and goes on when it is filled', async () => {
  await happen('person.born')
  await happen('person.corrected')
  await happen('person.corrected', 'ayah', true)
  expect(await takeEvents(tools(), REGION)).toBe(3)
  expect(await takeEvents(tools(), REGION)).toBe(0)
  expect((await view()).counts).toEqual({ waiting: 2, failed: 1 })
  await happen('person.corrected')
  await happen('person.corrected')
  const move = (from: number, to: number) =>
    db.inRegion(REGION, (tx) => sql`update register_event set position = ${to} where position = ${from}`.execute(tx))
  await move(4, 400)
  expect(await takeEvents(tools(), REGION)).toBe(0)
  expect(await view()).toMatchObject({ missing: 4, position: 3 })
  await move(400, 4)
  expect(await takeEvents(tools(), REGION)).toBe(2)
  const now = await view()
  expect([now.missing, now.position, now.counts]).toEqual([undefined, 5, { waiting: 4, failed: 1 }])
})

it('makes signed files that hang together, once for a key, and again from the register', async () => {
  expect(say(await makeBatch(tools(), visitor('h', 'head'), 'k'))).toBe('not-yours')
  const made = await makeBatch(tools(), data, 'k1')
  expect([made, await makeBatch(tools(), data, 'k1')]).toEqual([
    { ok: true, value: { number: 1 } },
    { ok: true, value: { number: 1 } },
  ])
  expect(say(await makeBatch(tools(), data, 'k2'))).toBe('national-nothing')
  const file = await readBatch(tools(), data, 1)
  if (!file.ok) throw new Error('no file')
  const [head, line, ...rest] = file.value
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one))
  expect(head).toMatchObject({ number: 1, previous: '', rows: 4, first: 1, last: 5 })
  expect(line).toMatchObject({ position: 1, kind: 'person.born', nik: '6311015703889902' })
  expect(isSigned(ring, file.value)).toBe(true)
  expect(isSigned(ring, file.value.replace('"L"', '"P"').replace('6311015703889902', '6311015703889901'))).toBe(false)
  await happen('person.corrected')
  await takeEvents(tools(), REGION)
  expect(await makeBatch(tools(), data, 'k3')).toMatchObject({ value: { number: 2 } })
  const next = await readBatch(tools(), data, 2)
  expect(next.ok && JSON.parse(next.value.split('\n')[0]!).previous).toBe(rest.at(-1).digest)
  expect(say(await readBatch(tools(), visitor('a', 'auditor'), 1))).toBe('not-found')
  const events = await readEvents(tools(), data, 2)
  expect(events.ok && isSigned(ring, events.value)).toBe(true)
  expect(events.ok && JSON.parse(events.value.split('\n')[0]!)).toMatchObject({ after: 2, last: 6, rows: 4 })
  await db.inRegion(REGION, (tx) =>
    sql`update person set name = 'Nama Baru' where person_id = ${uuidOf('ibu')}::uuid`.execute(tx),
  )
  expect(say(await readBatch(tools(), data, 1))).toBe('national-changed')
})

it('shows what a file would do, takes it once, and refuses another answer', async () => {
  const { lines } = await view()
  const [first, second] = lines.filter((line) => line.state === 'asked')
  const text = `${first!.requestId};confirmed;R-1\n${second!.requestId};unknown;R-2\n${first!.requestId};differs;R-3\n${newId()};confirmed;R-4`
  const outcomes = (one: Awaited<ReturnType<typeof importAnswers>>) =>
    one.ok ? one.value.lines.map(({ outcome, fault }) => fault ?? outcome) : say(one)
  const first4 = ['take', 'take', 'national-twice', 'national-unknown']
  expect(outcomes(await importAnswers(tools(), data, text, false))).toEqual(first4)
  const { counts: none, link: before } = await view()
  expect(none.confirmed).toBeUndefined()
  expect(outcomes(await importAnswers(tools(), data, text, true))).toEqual(first4)
  expect(outcomes(await importAnswers(tools(), data, text, true))).toEqual([
    'same',
    'same',
    'national-twice',
    'national-unknown',
  ])
  expect(outcomes(await importAnswers(tools(), data, text.replace('confirmed;R-1', 'differs;R-1'), true))).toContain(
    'national-given',
  )
  expect(say(await importAnswers(tools(), data, '', true))).toBe('national-file')
  expect(say(await importAnswers(tools(), visitor('h', 'head'), text, true))).toBe('not-yours')
  const after = await view()
  expect(after.counts).toMatchObject({ confirmed: 1, unknown: 1 })
  // What answers is up; looking at a file first was no answer.
  expect([before, after.link]).toMatchObject([{ state: 'unknown' }, { state: 'up', way: 'answer' }])
  expect(say(await setLink(tools(), visitor('h', 'head'), 'down', 'k'))).toBe('not-yours')
  expect(say(await setLink(tools(), data, "'; --", 'k'))).toBe('national-link')
  await setLink(tools(), data, 'down', 'k')
  expect((await view()).link).toMatchObject({ state: 'down', way: 'operator' })
  // A note from before the newest one, come late, changes nothing.
  const late = { ...tools(), clock: fixedClock('2026-04-10T09:00:00+08:00') }
  await setLink(late, data, 'up', 'k2')
  expect((await view()).link.state).toBe('down')

  expect(say(await answerRequest(tools(), data, second!.requestId, 'confirmed', 'R-9', 'a'))).toBe('national-given')
  expect(await repeatRequest(tools(), data, second!.requestId, 'b')).toMatchObject({ ok: true })
  expect(say(await answerRequest(tools(), data, second!.requestId, "'; --", 'R-9', 'c'))).toBe('national-answer')
  expect(
    say(
      await answerRequest(tools(), visitor('x', 'data-officer', '63.09'), second!.requestId, 'confirmed', 'R-9', 'd'),
    ),
  ).toBe('not-found')
  for (let twice = 0; twice < 2; twice++)
    expect(await answerRequest(tools(), data, second!.requestId, 'confirmed', '🙂 R-9', 'e')).toMatchObject({
      ok: true,
    })
  expect(await readRequest(tools(), data, second!.requestId, names)).toMatchObject({
    value: {
      state: 'confirmed',
      way: 'manual',
      answeredBy: 'Dara',
      mayAnswer: false,
      nik: expect.stringContaining('*'),
    },
  })
})
