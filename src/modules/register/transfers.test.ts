// Scene 7 across two regions: the letter, the claim, the acceptance, the receipt; and what happens when one side changes
// its mind. Messages travel by hand here, each in its own transaction, as the dispatcher carries them.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Json, Receipt } from '../../platform/jobs/messages.ts'
import { familyOf, openMarriagesOf } from './kinship.ts'
import { emptyRegister } from './testing/empty-register.ts'
import { address, storedHousehold, TANJUNG, uuidOf } from './testing/household.ts'
import { carryOut, openRegister, prepare, read, ring, seedExample } from './testing/register-database.ts'
import { releaseTransfer, requestTransfer, transferMessages } from './transfers.ts'

const LETTER = 'SKPWNI/6311/10042026/9901'
const [FROM, TO] = ['63.11', '63.09']
const now = new Date('2026-04-12T02:00:00Z')
const writing = (region: string) => ({ ring, region, caseId: null, now, newId })
const out = [
  {
    op: 'applyKkNumberRule',
    family: { familyOf: 'applicant' },
    movers: 'movers',
    address: 'to',
    as: 'moved',
    newHead: 'newHead',
  },
]
const arrive = [
  { op: 'acceptTransfer', letter: 'letter', as: 'movers' },
  { op: 'createFamily', as: 'family', head: 'movers', members: 'movers', address: 'home' },
]
const ayah = uuidOf('ayah')

let db: Database
beforeAll(async () => {
  db = await openRegister()
})
afterAll(() => db.close())
beforeEach(async () => {
  await emptyRegister(db)
  await seedExample(db, storedHousehold())
  const answers = { movers: [ayah], to: address(TANJUNG), newHead: { personId: uuidOf('ibu') } }
  await carryOut(db, { effects: out, answers, applicant: ayah, keys: { personIds: [ayah, uuidOf('ibu')] } })
})

/** Carries every message that waits, and its receipt back. Gives the refusals met on the way. */
async function deliverAll(): Promise<readonly string[]> {
  const kinds = new Map(transferMessages({ ring, now: () => now, newId }).map((kind) => [kind.kind, kind]))
  const refusals: string[] = []
  for (const from of [FROM, TO]) {
    const waiting = await db.inRegion(
      from,
      async (tx) =>
        (
          await sql<{
            id: string
            to_region: string
            kind: string
            body: Json
            sent_at: Date
          }>`select * from messages where state = 'sent' and region_code = ${from} order by sent_at, id`.execute(tx)
        ).rows,
    )
    for (const { id, to_region: to, kind, body, sent_at: sentAt } of waiting) {
      const result = await db.inRegion(to, (tx) => kinds.get(kind)!.receive(tx, { from, to, kind, id, body, sentAt }))
      const receipt: Receipt = result.ok
        ? { id, from: to, kind, accepted: true, answer: result.value }
        : { id, from: to, kind, accepted: false, refusals: result.refusals }
      if (!result.ok) refusals.push(...result.refusals.map((refusal) => refusal.code))
      await db.inRegion(from, async (tx) => {
        await sql`update messages set state = 'accepted' where id = ${id}`.execute(tx)
        await kinds.get(kind)?.receipt?.(tx, receipt)
      })
    }
  }
  return refusals
}

const request = () => db.inRegion(TO, (tx) => requestTransfer(tx, writing(TO), LETTER))
const moveIn = {
  region: TO,
  effects: arrive,
  answers: { letter: LETTER, home: address(TANJUNG) },
  keys: { letters: [LETTER] },
  today: '2026-04-12',
}
const states = async () => {
  const state = async (region: string) =>
    (await db.inRegion(
      region,
      async (tx) =>
        (
          await sql<{ state: string }>`select state from transfer where letter = ${LETTER}`.execute(tx)
        ).rows[0]?.state,
    )) ?? 'none'
  return [await state(FROM), await state(TO)]
}

describe('a move from Balangan to Tabalong', () => {
  test('he stays moving until Tabalong has accepted; then he is there, and only there', async () => {
    expect((await read(db, { personIds: [ayah] })).persons.get(ayah)?.status).toBe('moving')
    expect(await db.inRegion(TO, (tx) => prepare(tx, moveIn))).toMatchObject({
      ok: false,
      refusals: [{ code: 'register-letter-not-fetched' }],
    })
    expect(await request()).toEqual({ ok: true, value: { state: 'requested' } })
    await deliverAll()
    expect(await states()).toEqual(['claimed', 'granted'])
    await carryOut(db, moveIn)
    expect((await read(db, { personIds: [ayah] })).persons.get(ayah)?.status).toBe('moving')
    await deliverAll()
    expect(await states()).toEqual(['accepted', 'accepted'])
    const left = await read(db, { personIds: [ayah] })
    expect(left.persons.get(ayah)).toMatchObject({
      status: 'moved-out',
      nikStatus: 'moved-out',
      nik: '6311011703859901',
    })
    expect(familyOf(left, ayah)).toBeUndefined()
    const arrived = await read(db, { personIds: [ayah] }, TO)
    expect(arrived.persons.get(ayah)).toMatchObject({ status: 'active', nik: '6311011703859901', villageCode: TANJUNG })
    expect(familyOf(arrived, ayah)).toMatchObject({ kk: '6309051204269901', headId: ayah, address: address(TANJUNG) })
  })

  test('his marriage goes along, with its day and the name of her who stays; the verifier sees it', async () => {
    const before = openMarriagesOf(await read(db, { personIds: [ayah] }), ayah)[0]!
    await request()
    await deliverAll()
    await carryOut(db, moveIn)
    await deliverAll()
    const came = openMarriagesOf(await read(db, { personIds: [ayah] }, TO), ayah)
    expect(came).toMatchObject([{ date: before.date, number: before.number, fields: { toldBy: FROM } }])
    expect(came[0]!.parties).toEqual(
      expect.arrayContaining([
        { role: 'husband', personId: ayah },
        { role: 'wife', outsider: { name: 'Siti Aminah' } },
      ]),
    )
    expect(came[0]!.id).not.toBe(before.id)
  })

  test('asking twice, delivering twice and accepting twice change nothing', async () => {
    await request()
    await request()
    await deliverAll()
    expect(await request()).toEqual({ ok: true, value: { state: 'granted' } })
    await carryOut(db, moveIn)
    await db.inRegion(FROM, async (tx) => {
      const [, accepted] = transferMessages({ ring, now: () => now, newId })
      for (let i = 0; i < 2; i++)
        await accepted!.receive(tx, {
          from: TO,
          to: FROM,
          kind: accepted!.kind,
          id: newId(),
          body: { letter: LETTER },
          sentAt: now,
        })
    })
    await deliverAll()
    expect(await db.inRegion(TO, (tx) => prepare(tx, moveIn))).toMatchObject({
      ok: false,
      refusals: [{ code: 'register-letter-used' }],
    })
    const moved = await db.inRegion(
      FROM,
      async (tx) =>
        (
          await sql<{
            n: number
          }>`select count(*) n from register_event where kind = 'person.moved' and person_id = ${ayah}`.execute(tx)
        ).rows[0]?.n,
    )
    expect(moved).toBe(2)
  })

  test('a claimed letter cannot be withdrawn; one that was given back can', async () => {
    await request()
    await deliverAll()
    const cancel = {
      effects: [{ op: 'reverseEffects', of: { letter: 'letter' } }],
      answers: { letter: LETTER },
      keys: { letters: [LETTER], personIds: [ayah] },
      today: '2026-04-13',
    }
    await expect(carryOut(db, cancel)).rejects.toThrow('register-letter-claimed')
    await db.inRegion(TO, (tx) => releaseTransfer(tx, writing(TO), LETTER))
    await deliverAll()
    expect(await states()).toEqual(['offered', 'withdrawn'])
    await carryOut(db, cancel)
    expect((await read(db, { personIds: [ayah] })).persons.get(ayah)?.status).toBe('active')
    await request()
    expect(await deliverAll()).toEqual(['register-letter-used'])
    expect(await states()).toEqual(['withdrawn', 'refused'])
  })

  test('a letter for another region, an unknown and an unreadable one are refused', async () => {
    const ask = (letter: string) => db.inRegion(TO, (tx) => requestTransfer(tx, writing(TO), letter))
    expect(await ask('470/12/2003')).toMatchObject({ refusals: [{ code: 'register-letter-unreadable' }] })
    expect(await ask('SKPWNI/6309/10042026/0001')).toMatchObject({ refusals: [{ code: 'register-letter-own' }] })
    await ask('SKPWNI/6311/10042026/7777')
    expect(await deliverAll()).toEqual(['register-letter-unknown'])
  })

  test('nothing of the people stands readable in the messages', async () => {
    await request()
    await deliverAll()
    const lines = await db.inRegion(
      TO,
      async (tx) =>
        (
          await sql<{
            line: string
          }>`select m::text line from messages m union all select t::text from transfer t`.execute(tx)
        ).rows,
    )
    for (const { line } of lines) expect(line).not.toMatch(/Hamdi|631101170385/)
  })
})
