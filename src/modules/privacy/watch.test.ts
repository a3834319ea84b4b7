// Odd reads: rules over made-up looks, and the hourly job over a real journal: found once, decided by somebody else, a breach
// opens its record.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { importSnapshot } from '../register/import-snapshot.ts'
import { storedHousehold, uuidOf } from '../register/testing/household.ts'
import { openRegister } from '../register/testing/register-database.ts'
import { decideAlarm, guardPerson } from './watch-commands.ts'
import { type WatchTools, watchReads } from './watch-jobs.ts'
import { readAlarm, readAlarms } from './watch-queries.ts'
import { countLooks, judgeCounts, judgePartners, type Look, WATCH } from './watch-rules.ts'

const REGION = '63.11'
const NOW = new Date('2026-04-10T10:30:00+08:00')
const ring = memoryKeyRing('watch')
const clock = fixedClock(NOW.toISOString())
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

describe('the rules', () => {
  const look = (n: number, more: Partial<Look> = {}): Look => ({
    at: new Date(NOW.getTime() + n * 1000),
    actor: 'a',
    action: 'person.read',
    subject: newId(),
    caseId: null,
    role: 'verifier',
    ...more,
  })
  const many = (count: number, more: Partial<Look> = {}) => Array.from({ length: count }, (_, n) => look(n, more))
  const judged = (looks: readonly Look[], isOpen = true) =>
    judgeCounts(
      countLooks(looks, WATCH, () => isOpen),
      WATCH,
      dayOf,
    ).map(({ rule, seen }) => [rule.id, seen])

  it('count from the limit on, outside cases, officers only', () => {
    expect(judged(many(39))).toEqual([])
    expect(judged(many(40))).toEqual([['many-reads', 40]])
    expect(judged(many(60, { caseId: 'c' }))).toEqual([])
    for (const role of ['citizen', 'system', 'partner']) expect(judged(many(60, { role }))).toEqual([])
    expect(judged(many(4), false)).toEqual([])
    expect(judged(many(5), false)).toEqual([['off-hours', 5]])
  })

  it('take a search for one however many names it showed, and forgive it when something was opened', () => {
    const page = Array.from({ length: 20 }, () => look(1, { action: 'person.listed' }))
    expect(judged(page)).toEqual([])
    const searches = many(15, { action: 'register.search' })
    expect(judged(searches)).toEqual([['searches', 15]])
    expect(judged([...searches, look(99)])).toEqual([])
  })

  it('ask about partners whose questions mostly disagree', () => {
    const day = { partnerId: 'p', day: '2026-04-10', asked: 10, none: 8, refused: 0 }
    expect(judgePartners([day], WATCH, NOW).map(({ rule }) => rule.id)).toEqual(['partner-misses'])
    expect(judgePartners([{ ...day, asked: 100 }], WATCH, NOW)).toEqual([])
  })
})

describe('the hourly look', () => {
  let db: Database
  const told: number[] = []
  let tools: WatchTools
  const visitor = (accountId: string, role: Role, region = REGION): Visitor =>
    ({
      language: 'id',
      region: { code: region, timeZone: 'Asia/Makassar' },
      actor: { accountId, assignments: [{ role, region, place: region, services: ['*'], unit: 'Unit' }] },
      device: 'test',
    }) as unknown as Visitor
  const auditor = visitor('auditor', 'auditor')
  const reading = () => ({
    database: db,
    ring,
    clock,
    names: async () => new Map([['nosy', 'Petugas Nosi']]),
    partnerNames: async () => new Map<string, string>(),
    personName: async () => 'Nama Orang',
    findPerson: async (_tx: unknown, _region: string, nik: string) =>
      nik === '6311015703889902' ? uuidOf('ibu') : undefined,
  })
  const alarms = async () => {
    const view = await readAlarms(reading(), auditor)
    if (!view.ok) throw new Error('refused')
    return view.value
  }
  /** The journal's rows are numbered by the sealer; here at once. */
  const look = async (actor: string, subject: string, minute: number, action = 'person.read') => {
    await db.inRegion(REGION, (tx) =>
      writeJournal(tx, { at: new Date(NOW.getTime() + minute * 60_000), actor, role: 'verifier', action, subject }),
    )
    await db.asPlatform((tx) =>
      sql`update journal j set hash = 'x'::bytea, number = (select coalesce(max(number), 0) from journal) + n.place
        from (select id, row_number() over (order by at, id) as place from journal where number is null) n where n.id = j.id`.execute(
        tx,
      ),
    )
  }

  beforeAll(async () => {
    db = await openRegister('all')
    tools = {
      database: db,
      clock,
      isOpen: () => true,
      dayOf: (_region, at) => dayOf(at),
      partnerDays: async () => [],
      tell: async (_region, count) => void told.push(count),
    }
    const writing = { ring, region: REGION, caseId: null, now: NOW, newId }
    await db.inRegion(REGION, async (tx) => {
      await importSnapshot(tx, writing, storedHousehold())
      await sql`insert into account_person (region_code, account_id, person_id, proven_by) values (${REGION}, 'nosy', ${uuidOf('ayah')}::uuid, 'counter')`.execute(
        tx,
      )
    })
  })
  afterAll(() => db.close())

  it('finds kin, guarded people and one person opened by many, once, and tells the superior once', async () => {
    expect(await watchReads(tools, REGION)).toBe(0)
    await look('nosy', uuidOf('ibu'), 0)
    expect(await watchReads(tools, REGION)).toBe(1)
    expect(await watchReads(tools, REGION)).toBe(0)
    for (const actor of ['b', 'c', 'd', 'nosy']) await look(actor, uuidOf('ibu'), 1)
    expect(await watchReads(tools, REGION)).toBe(1)
    expect(told).toEqual([1, 1])
    expect(await guardPerson(reading(), auditor, '6311015703889977', 'g')).toMatchObject({
      refusals: [{ code: 'privacy-no-person' }],
    })
    expect(await guardPerson(reading(), visitor('x', 'verifier'), '6311015703889902', 'g')).toMatchObject({ ok: false })
    expect(await guardPerson(reading(), auditor, '6311015703889902', 'g2')).toMatchObject({ ok: true })
    await look('e', uuidOf('ibu'), 2)
    await watchReads(tools, REGION)
    const { open, guarded } = await alarms()
    expect(guarded).toBe(1)
    expect(open.map(({ rule }) => rule).sort()).toEqual(['kin', 'protected', 'same-person'])
    expect(open.find(({ rule }) => rule === 'kin')).toMatchObject({ who: 'Petugas Nosi' })
    expect(JSON.stringify(open)).not.toContain('Nama Orang')
  })

  it('is decided by a keeper who is not the one it is about, once, with words', async () => {
    const { open } = await alarms()
    const kin = open.find(({ rule }) => rule === 'kin')!.alarmId
    const words = "'; -- 🙂 Membantu loket, sudah ditanya."
    const self = visitor('nosy', 'auditor')
    expect(await decideAlarm(reading(), self, kin, 'explained', words, 'k')).toMatchObject({
      refusals: [{ code: 'privacy-own-alarm' }],
    })
    expect(await decideAlarm(reading(), visitor('h', 'head'), kin, 'explained', words, 'k')).toMatchObject({
      refusals: [{ code: 'not-found' }],
    })
    expect(await decideAlarm(reading(), visitor('o', 'auditor', '63.09'), kin, 'explained', words, 'k')).toMatchObject({
      refusals: [{ code: 'not-found' }],
    })
    for (const bad of ['', 'x'.repeat(10_000)])
      expect(await decideAlarm(reading(), auditor, kin, 'explained', bad, 'k')).toMatchObject({ ok: false })
    for (let twice = 0; twice < 2; twice++)
      expect(await decideAlarm(reading(), auditor, kin, 'explained', words, 'k1')).toEqual({ ok: true, value: {} })
    expect(await decideAlarm(reading(), auditor, kin, 'breach', words, 'k2')).toMatchObject({
      refusals: [{ code: 'privacy-state' }],
    })
    expect(await readAlarm(reading(), auditor, kin)).toMatchObject({
      value: { words, about: 'Nama Orang', mayDecide: false },
    })
    const asHead = await readAlarm(reading(), visitor('h', 'head'), kin)
    expect(asHead.ok && asHead.value.about).toBeUndefined()
  })

  it('becomes a breach with its record, and stays as it was decided when the same is seen again', async () => {
    const { open } = await alarms()
    const many = open.find(({ rule }) => rule === 'same-person')!.alarmId
    const done = await decideAlarm(reading(), auditor, many, 'breach', 'Data dibagikan ke luar kantor.', 'k3')
    if (!done.ok) throw new Error('refused')
    const { rows } = await db.asOwner((tx) =>
      sql<{
        id: string
        closed: Date | null
      }>`select breach_id::text as id, closed_at as closed from privacy_breach`.execute(tx),
    )
    expect(rows).toEqual([{ id: done.value.breachId, closed: null }])
    await look('f', uuidOf('ibu'), 3)
    await watchReads(tools, REGION)
    const after = await alarms()
    expect(after.decided.map(({ rule, state }) => [rule, state]).sort()).toEqual([
      ['kin', 'explained'],
      ['same-person', 'breach'],
    ])
    expect(after.open.some(({ rule }) => rule === 'same-person')).toBe(false)
  })
})
