import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import {
  decideDuplicate,
  decideMayCreate,
  findDuplicatesOf,
  mergePersons,
  undoDuplicate,
} from './duplicate-commands.ts'
import { familyOf } from './kinship.ts'
import { keysOf } from './person-row.ts'
import { emptyRegister } from './testing/empty-register.ts'
import { address, JUAI, storedHousehold, uuidOf } from './testing/household.ts'
import { officer, openRegister, read, ring, seedExample } from './testing/register-database.ts'

const TWIN = '00000000-0000-7000-8000-000000000077'
const twin = {
  id: TWIN,
  nik: '6311015703889977',
  name: 'St. Aminah',
  sex: 'P',
  birthDate: '1988-03-17',
  birthPlace: 'Balangan',
  maritalStatus: '1',
  village: JUAI,
} as const
const now = new Date('2026-04-10T02:00:00Z')
const writing = { ring, region: '63.11', caseId: null, now, newId }
let db: Database
beforeAll(async () => {
  db = await openRegister()
})
afterAll(() => db.close())
beforeEach(async () => {
  await emptyRegister(db)
  const more = {
    persons: [twin],
    families: [
      {
        id: '00000000-0000-7000-8000-000000000078',
        kk: '6311011205149977',
        head: TWIN,
        address: address(JUAI),
        members: [{ person: TWIN, relation: '1' as const }],
      },
    ],
  }
  await seedExample(db, storedHousehold({}, more))
})

const look = (person: object, subjectId = newId()) =>
  db.inRegion('63.11', (tx) =>
    findDuplicatesOf(tx, writing, {
      subjectId,
      name: 'Siti Aminah',
      birthDate: '1988-03-17',
      sex: 'P',
      villageCode: JUAI,
      ...person,
    }),
  )

describe('is this person in the register already', () => {
  test('the same person is found under another spelling and with a slip in the date', async () => {
    expect((await look({})).map((hit) => hit.candidate.personId).sort()).toEqual([uuidOf('ibu'), TWIN].sort())
    expect((await look({ name: 'Sitti Amina', birthDate: '1988-03-19' })).length).toBeGreaterThan(0)
    expect(await look({ name: 'Rusmini Handayani', birthDate: '1971-11-02' })).toEqual([])
  })

  test('they are found among a thousand who were born on the same day', async () => {
    const stranger = keysOf('63.11', { name: 'Zulfa Wahyuni', birthDate: '1988-03-17', sex: 'P' })
    await db.inRegion('63.11', async (tx) => {
      await sql`
        insert into person select (jsonb_populate_record(p, jsonb_build_object('person_id', gen_random_uuid(), 'nik_hash', null, 'nik_sealed', null,
          'name', 'Zulfa Wahyuni', 'family_id', null, 'keys', ${JSON.stringify(stranger.map(String))}::jsonb))).*
        from person p, generate_series(1, 1000) where p.person_id = ${TWIN}`.execute(tx)
      // Behind all of them on the disk, where the last of four hundred used to be out of sight.
      await sql`update person set name = name where person_id = ${TWIN}`.execute(tx)
    })
    const found = (await look({ birthDate: '1988-03-17' })).map((hit) => hit.candidate.personId)
    expect(found).toContain(TWIN)
    expect(found).toContain(uuidOf('ibu'))
  })

  test('an equal NIK is sure, whatever else differs', async () => {
    const [hit] = await look({ name: 'Basuki Rahman', birthDate: '1960-01-02', sex: 'L', nik: '6311015703889902' })
    expect([hit?.candidate.personId, hit?.match.band]).toEqual([uuidOf('ibu'), 'sure'])
  })

  test('a decision opens the way, is made once, and can be taken back', async () => {
    const subjectId = newId()
    const hits = await look({ name: 'Siti Aminah' }, subjectId)
    expect(decideMayCreate(hits)).toMatchObject({ ok: false })
    const decide = (hit: (typeof hits)[number], reason = 'lain ibu, lain NIK') =>
      db.inRegion('63.11', (tx) =>
        decideDuplicate(tx, writing, { subjectId, hit, verdict: 'different', reason, by: officer }),
      )
    expect(await decide(hits[0]!, '-')).toMatchObject({ refusals: [{ code: 'duplicate-reason-missing' }] })
    for (const hit of hits) expect((await decide(hit)).ok).toBe(true)
    expect(await decide(hits[0]!)).toMatchObject({ refusals: [{ code: 'duplicate-decided' }] })
    const after = await look({ name: 'Siti Aminah' }, subjectId)
    expect(decideMayCreate(after)).toEqual({ ok: true, value: null })
    const decisionId = after[0]?.decision?.decisionId ?? ''
    const undo = () =>
      db.inRegion('63.11', (tx) =>
        undoDuplicate(tx, writing, { decisionId, reason: 'keliru', today: '2026-04-11', by: officer }),
      )
    expect((await undo()).ok).toBe(true)
    expect(decideMayCreate(await look({ name: 'Siti Aminah' }, subjectId))).toMatchObject({ ok: false })
    expect(await undo()).toMatchObject({ refusals: [{ code: 'duplicate-not-decided' }] })
  })
})

describe('merging two entries', () => {
  const merge = async () => {
    const [hit] = (await look({}, uuidOf('ibu'))).filter((one) => one.candidate.personId === TWIN)
    const decision = await db.inRegion('63.11', (tx) =>
      decideDuplicate(tx, writing, {
        subjectId: uuidOf('ibu'),
        hit: hit!,
        verdict: 'same',
        reason: 'foto dan ibu sama',
        by: officer,
      }),
    )
    const decisionId = decision.ok ? decision.value.decisionId : ''
    const done = await db.inRegion('63.11', (tx) =>
      mergePersons(tx, writing, { decisionId, keep: uuidOf('ibu'), drop: TWIN, today: '2026-04-10', by: officer }),
    )
    return { decisionId, done }
  }

  test('keeps both numbers: one active, the other a duplicate that points to it', async () => {
    expect((await merge()).done).toEqual({ ok: true, value: null })
    const after = await read(db, { personIds: [uuidOf('ibu'), TWIN] })
    expect(after.persons.get(TWIN)).toMatchObject({
      status: 'duplicate',
      nikStatus: 'duplicate',
      nik: twin.nik,
      duplicateOf: uuidOf('ibu'),
    })
    expect(after.persons.get(uuidOf('ibu'))).toMatchObject({
      status: 'active',
      nik: '6311015703889902',
      otherName: 'St. Aminah',
    })
    expect(familyOf(after, TWIN)).toBeUndefined()
    expect(after.families.get('00000000-0000-7000-8000-000000000078')?.status ?? 'retired').toBe('retired')
    expect(await look({ name: 'St. Aminah' }, uuidOf('ibu'))).toEqual([])
  })

  test('and can be undone', async () => {
    const { decisionId } = await merge()
    const undone = await db.inRegion('63.11', (tx) =>
      undoDuplicate(
        tx,
        { ...writing, now: new Date('2026-04-12T02:00:00Z') },
        { decisionId, reason: 'ternyata kembar', today: '2026-04-12', by: officer },
      ),
    )
    expect(undone).toEqual({ ok: true, value: null })
    const after = await read(db, { personIds: [uuidOf('ibu'), TWIN] })
    expect(after.persons.get(TWIN)).toMatchObject({ status: 'active', nikStatus: 'active' })
    expect(after.persons.get(TWIN)?.duplicateOf).toBeUndefined()
    expect(familyOf(after, TWIN)?.headId).toBe(TWIN)
  })
})
