// Prepare, commit, release against a real database: numbers, versions, history, events, journal.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { releaseReservations } from './commands.ts'
import { familyOf, openMembers } from './kinship.ts'
import { listNumberGaps } from './number-store.ts'
import { isEventGenuine } from './register-events.ts'
import { emptyRegister } from './testing/empty-register.ts'
import { address, HALONG, PARINGIN, storedHousehold, uuidOf } from './testing/household.ts'
import { carryOut, commit, openRegister, prepare, read, ring, seedExample } from './testing/register-database.ts'

const birth = [
  {
    op: 'createPerson',
    as: 'child',
    name: 'childName',
    sex: 'childSex',
    birthDate: 'birthDate',
    birthPlace: 'birthPlace',
    mother: 'mother',
    father: 'father',
    village: 'village',
    nik: 'assign',
  },
  {
    op: 'recordDeed',
    as: 'birth',
    register: 'birth',
    parties: { child: 'child', mother: 'mother', father: 'father' },
    date: 'birthDate',
    place: 'birthPlace',
  },
  { op: 'addFamilyMember', family: { familyOf: 'mother' }, person: 'child', relation: '4' },
  { op: 'supersedeDocument', document: 'kk', of: { familyOf: 'mother' } },
]
const born = (childName = 'Aisyah Nur Ramadhani') => ({
  mother: { personId: uuidOf('ibu') },
  father: { personId: uuidOf('ayah') },
  childName,
  childSex: 'P',
  birthDate: '2026-03-05',
  birthPlace: 'Balangan',
  village: PARINGIN,
})
const keys = { personIds: [uuidOf('ibu'), uuidOf('ayah')] }

let db: Database
beforeAll(async () => {
  db = await openRegister()
})
afterAll(() => db.close())

beforeEach(async () => {
  await emptyRegister(db)
  await seedExample(db, storedHousehold())
})

describe('a birth, prepared and committed (scene 1)', () => {
  test('gives the next free numbers and writes everything once', async () => {
    const { caseId, prepared } = await carryOut(db, { effects: birth, answers: born(), keys })
    expect(prepared.numbers).toEqual({ 'nik:1': '6311064503269901', 'deed:1': '6311-LU-10042026-9901' })
    const after = await read(db, keys)
    const child = [...after.persons.values()].find((person) => person.nik === '6311064503269901')
    expect(child).toMatchObject({
      name: 'Aisyah Nur Ramadhani',
      motherId: uuidOf('ibu'),
      version: 1,
      villageCode: storedHousehold().persons.get(uuidOf('ibu'))?.villageCode,
    })
    expect(openMembers(familyOf(after, child?.id ?? '')!)).toHaveLength(5)
    expect(after.families.get(uuidOf('kk1'))?.version).toBe(2)
    const again = await commit(db, caseId)
    expect(again.ok && again.value.events).toEqual([])
    expect((await read(db, keys)).families.get(uuidOf('kk1'))?.version).toBe(2)
  })

  test('keeps NIK and card number out of the rows', async () => {
    await carryOut(db, { effects: birth, answers: born(), keys })
    const rows = await db.inRegion('63.11', async (tx) => {
      const found = await sql<{ line: string }>`
        select p::text as line from person p union all select f::text from family f union all select r::text from register_fact r
        union all select n::text from number_reservation n union all select s::text from number_series s union all select c::text from prepared_change c`.execute(
        tx,
      )
      return found.rows.map((row) => row.line)
    })
    expect(rows.length).toBeGreaterThan(10)
    for (const line of rows) expect(line).not.toMatch(/631101|631106\d{10}/)
  })

  test('signs one event with the key only, and writes the journal without values', async () => {
    await carryOut(db, { effects: birth, answers: born(), keys })
    const { events, journal } = await db.inRegion('63.11', async (tx) => ({
      events: (
        await sql<{
          event_id: string
          person_id: string
          person_seq: number
          kind: string
          event_date: string
          key_id: string
          signature: Buffer
        }>`select * from register_event`.execute(tx)
      ).rows,
      journal: (
        await sql<{
          subject: string
          fields: string[]
          action: string
        }>`select subject, fields, action from journal order by id`.execute(tx)
      ).rows,
    }))
    expect(events.map((event) => [event.kind, event.event_date])).toEqual([['person.born', '2026-03-05']])
    const [event] = events
    const told = {
      eventId: event!.event_id,
      personId: event!.person_id,
      seq: 1,
      kind: 'person.born' as const,
      date: '2026-03-05',
    }
    expect(isEventGenuine(ring, '63.11', told, event!.key_id, event!.signature)).toBe(true)
    expect(isEventGenuine(ring, '63.11', { ...told, date: '2026-03-06' }, event!.key_id, event!.signature)).toBe(false)
    expect(journal.find((entry) => entry.subject === event!.person_id)).toMatchObject({
      action: 'register.commit',
      fields: ['created', 'deed.birth', 'card', 'villageCode'],
    })
  })
})

describe('numbers (no number is wasted or doubled)', () => {
  test('two cases at once get different numbers; a released one is given next; the gap is listed', async () => {
    const one = newId()
    const two = newId()
    const [first, second] = await Promise.all([
      db.inRegion('63.11', (tx) => prepare(tx, { caseId: one, effects: birth, answers: born('Aisyah Nur'), keys })),
      db.inRegion('63.11', (tx) => prepare(tx, { caseId: two, effects: birth, answers: born('Halimah Nur'), keys })),
    ])
    const niks = [first, second].map((result) => (result.ok ? result.value.numbers['nik:1'] : ''))
    expect([...niks].sort()).toEqual(['6311064503269901', '6311064503269902'])
    await db.inRegion('63.11', (tx) =>
      releaseReservations(
        tx,
        { now: new Date('2026-04-10T03:00:00Z') },
        { region: '63.11', caseId: one, cause: 'rejected' },
      ),
    )
    const gaps = await db.inRegion('63.11', (tx) => listNumberGaps(tx, ring, '63.11', { limit: 10 }))
    expect(gaps.map((gap) => [gap.kind, gap.cause]).sort()).toEqual([
      ['deed', 'rejected'],
      ['nik', 'rejected'],
    ])
    expect(gaps.find((gap) => gap.kind === 'nik')?.series).toBe('631106450326')
    const third = await db.inRegion('63.11', (tx) => prepare(tx, { effects: birth, answers: born('Zahra Nur'), keys }))
    expect(third.ok && third.value.numbers['nik:1']).toBe(niks[0])
    expect(await db.inRegion('63.11', (tx) => listNumberGaps(tx, ring, '63.11', { limit: 10 }))).toEqual([])
  })

  test('a case that is prepared again keeps its numbers', async () => {
    const caseId = newId()
    const numbers = []
    for (const name of ['Aisyah Nur', 'Aisyah Nur Ramadhani']) {
      const result = await db.inRegion('63.11', (tx) =>
        prepare(tx, { caseId, effects: birth, answers: born(name), keys }),
      )
      numbers.push(result.ok ? result.value.numbers : undefined)
    }
    expect(numbers[1]).toEqual(numbers[0])
    const done = await commit(db, caseId)
    expect(done.ok && done.value.plan.changes.find((change) => change.kind === 'person-created')?.person.name).toBe(
      'Aisyah Nur Ramadhani',
    )
  })

  test('9999 is the last serial: the case stops for a person to decide', async () => {
    await db.inRegion('63.11', (tx) => prepare(tx, { effects: birth, answers: born(), keys }))
    await db.inRegion('63.11', async (tx) => {
      await sql`update number_series set last = 9999 where kind = 'nik'`.execute(tx)
    })
    const result = await db.inRegion('63.11', (tx) => prepare(tx, { effects: birth, answers: born('Zahra Nur'), keys }))
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'register-serials-used-up' }] })
  })
})

describe('a change while the case waits for the signature (scene 9)', () => {
  test('the commit is refused with the difference, nothing is written, and the case can be prepared again', async () => {
    const caseId = newId()
    await db.inRegion('63.11', (tx) =>
      prepare(tx, { caseId, effects: birth, answers: born(), keys, at: '2026-04-10T01:00:00Z' }),
    )
    await carryOut(db, {
      effects: [{ op: 'setAddress', family: { familyOf: 'applicant' }, address: 'to' }],
      applicant: uuidOf('ibu'),
      answers: { to: address(HALONG) },
      keys,
      at: '2026-04-10T01:30:00Z',
    })
    const refused = await commit(db, caseId)
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'register-changed' }] })
    const lines = refused.ok ? [] : refused.differences.map((line) => [line.about, line.field.id])
    expect(lines).toContainEqual(['KK Hamdi Rahman', 'Alamat'])
    expect(lines).toContainEqual(['Siti Aminah', 'Desa'])
    expect((await read(db, keys)).persons.size).toBe(4)
    expect(await commit(db, caseId)).toMatchObject({ ok: false, refusals: [{ code: 'register-not-prepared' }] })
    const prepared = await db.inRegion('63.11', (tx) => prepare(tx, { caseId, effects: birth, answers: born(), keys }))
    expect(prepared.ok && prepared.value.numbers['nik:1']).toBe('6311064503269901')
    expect((await commit(db, caseId)).ok).toBe(true)
  })
})

describe('a death and its cancellation by a court (scenes 4 and 12)', () => {
  const death = [
    {
      op: 'recordDeed',
      as: 'deed',
      register: 'death',
      parties: { deceased: 'deceased' },
      date: 'deathDate',
      fields: { cause: 'cause' },
    },
    { op: 'setPersonStatus', people: 'deceased', status: 'deceased' },
    { op: 'removeFamilyMember', person: 'deceased', reason: 'died' },
    { op: 'setMaritalStatus', people: { spouseOf: 'deceased' }, value: '6' },
    { op: 'setFamilyHead', family: { familyOf: 'newHead' }, person: 'newHead' },
  ]
  const answers = {
    deceased: { personId: uuidOf('ayah') },
    deathDate: '2026-04-01',
    newHead: { personId: uuidOf('ibu') },
    cause: '1',
  }
  const cancel = [
    { op: 'marginNote', deed: { deedNumber: 'number' }, kind: 'cancelled-by-court' },
    { op: 'reverseEffects', of: { caseOf: { deedNumber: 'number' } } },
  ]
  const number = '6311-KM-10042026-9901'

  test('everything goes back, and the cause of death is nowhere readable', async () => {
    await carryOut(db, { effects: death, answers, keys })
    const dead = await read(db, keys)
    expect(dead.persons.get(uuidOf('ayah'))).toMatchObject({ status: 'deceased', deathDate: '2026-04-01' })
    expect(familyOf(dead, uuidOf('adik'))).toMatchObject({ kk: '6311011004269901', headId: uuidOf('ibu') })
    expect([...dead.deeds.values()].find((deed) => deed.number === number)?.fields).toEqual({ cause: '1' })
    await carryOut(db, { effects: cancel, answers: { number }, keys: { deedNumbers: [number] }, today: '2026-05-11' })
    const back = await read(db, keys)
    expect(back.persons.get(uuidOf('ayah'))).toMatchObject({ status: 'active', nikStatus: 'active' })
    expect(familyOf(back, uuidOf('adik'))).toMatchObject({
      id: uuidOf('kk1'),
      kk: '6311011205149901',
      headId: uuidOf('ayah'),
    })
    expect(back.persons.get(uuidOf('ibu'))?.maritalStatus).toBe('2')
  })

  test('a deed that came without a case stays of none when a case notes something on it', async () => {
    const noted = { ...keys, deedNumbers: ['0101/001/V/2012'] }
    await carryOut(db, {
      effects: [{ op: 'marginNote', deed: { deedNumber: 'number' }, kind: 'marriage-agreement' }],
      answers: { number: '0101/001/V/2012' },
      keys: noted,
    })
    const marriage = (await read(db, noted)).deeds.get(uuidOf('nikah'))
    expect(marriage?.notes).toHaveLength(1)
    expect(marriage?.caseId).toBeUndefined()
  })

  test('a later case that built on it stands in the way until it is undone itself', async () => {
    await carryOut(db, { effects: death, answers, keys })
    const later = await carryOut(db, {
      effects: [{ op: 'setMaritalStatus', people: 'applicant', value: '2' }],
      applicant: uuidOf('ibu'),
      keys,
      today: '2026-04-20',
    })
    const attempt = () =>
      db.inRegion('63.11', (tx) =>
        prepare(tx, { effects: cancel, answers: { number }, keys: { deedNumbers: [number] }, today: '2026-05-11' }),
      )
    expect(await attempt()).toMatchObject({
      ok: false,
      refusals: [{ code: 'register-later-cases', params: { case: later.caseId } }],
    })
  })
})
