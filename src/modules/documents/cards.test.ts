// Blanks and cards against a real database: every blank is accounted for, every card ends in one hand.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, platformMigrations } from '../../../tests/support/database.ts'
import { uuidV4 } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/database.ts'
import { readMigrations } from '../../platform/db/migrate.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { listCardsOfCase, listStock, listStockMoves, listToPrint, lockCard } from './card-store.ts'
import {
  changeStock,
  handOverCard,
  listUncollected,
  orderCard,
  printCard,
  readyCard,
  receiverOf,
  spoilCard,
  wantCard,
  withdrawCards,
} from './cards.ts'
import type { By } from './commands.ts'

const REGION = '63.11'
const ring = memoryKeyRing()
const id = () => uuidV4(randomBytes)
const at = (text: string) => new Date(`${text}+08:00`)
const by = (text: string, more: Partial<By> = {}): By => ({
  actor: 'account-1',
  role: 'production',
  at: at(text),
  ...more,
})
const PROOF = 'ab'.repeat(32)

let database: Database
const inRegion = <T>(work: Parameters<typeof database.inRegion<T>>[1]) => database.inRegion(REGION, work)
beforeAll(async () => {
  const ours = readMigrations().filter(({ name }) => /^005[01]/.test(name))
  database = await openTestDatabase({ migrations: [...platformMigrations(), ...ours] })
  await database.asPlatform((tx) =>
    tx
      .withTables<{ regions: { code: string; name: string; level: string } }>()
      .insertInto('regions')
      .values({ code: REGION, name: 'Kabupaten Balangan', level: 'regency' })
      .execute(),
  )
})
afterAll(async () => database?.close())

const stock = (office: string, change: number, cause: 'received' | 'counted' = 'received') =>
  inRegion((tx) =>
    changeStock(tx, REGION, { moveId: id(), office, kind: 'ktp-el', change, cause }, by('2026-04-01T08:00:00')),
  )
async function wanted(office: string, personId = id(), caseId?: string): Promise<string> {
  const cardId = id()
  await inRegion((tx) =>
    wantCard(
      tx,
      REGION,
      { cardId, kind: 'ktp-el', personId, office },
      by('2026-04-02T08:00:00', caseId === undefined ? {} : { caseId }),
    ),
  )
  return cardId
}
const print = (cardId: string, when = '2026-04-02T09:00:00') =>
  inRegion((tx) => printCard(tx, REGION, { cardId, moveId: id(), blankNumber: `B-${cardId}` }, by(when)))
const ready = (cardId: string, when = '2026-04-02T10:00:00') =>
  inRegion((tx) => readyCard(tx, REGION, cardId, by(when)))
const handOver = (cardId: string, more: object = {}) =>
  inRegion((tx) =>
    handOverCard(
      tx,
      REGION,
      { cardId, takenBy: 'Siti Aminah', relation: 'self', proofHash: PROOF, ...more },
      by('2026-04-03T09:00:00'),
      ring,
    ),
  )
const cardOf = (cardId: string) => inRegion((tx) => lockCard(tx, REGION, cardId))
const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? [] : result.refusals!.map((one) => one.code)

describe('a card', () => {
  test('goes from wish to hand, by name, with proof', async () => {
    await stock('disdukcapil', 10)
    const caseId = id()
    const cardId = await wanted('disdukcapil', id(), caseId)
    expect(
      (await inRegion((tx) => listToPrint(tx, REGION, 'disdukcapil', { limit: 10 }))).map((card) => card.card_id),
    ).toContain(cardId)
    expect(await print(cardId)).toEqual({ ok: true, value: { stockLevel: 9 } })
    expect((await ready(cardId)).ok).toBe(true)
    expect(codes(await handOver(cardId, { takenBy: ' ' }))).toEqual(['card-receiver'])
    expect(codes(await handOver(cardId, { proofHash: '' }))).toEqual(['card-proof'])
    expect((await handOver(cardId)).ok).toBe(true)
    expect(codes(await handOver(cardId))).toEqual(['card-state'])
    const [card] = await inRegion((tx) => listCardsOfCase(tx, REGION, caseId))
    expect(receiverOf(card!, ring)).toBe('Siti Aminah')
    expect(Buffer.from(card!.taken_by!).toString('latin1')).not.toContain('Siti')
    expect(card).toMatchObject({ state: 'handed-over', relation: 'self', proof_hash: PROOF, handed_by: 'account-1' })
  })

  test('is printed again after a spoiled blank, which stays used', async () => {
    await stock('juai', 2)
    const cardId = await wanted('juai')
    await print(cardId)
    expect((await inRegion((tx) => spoilCard(tx, REGION, cardId, 'misprint', by('2026-04-02T09:30:00')))).ok).toBe(true)
    expect(await cardOf(cardId)).toMatchObject({ state: 'wanted', spoiled: 1, blank_number: null })
    expect(await print(cardId)).toEqual({ ok: true, value: { stockLevel: 0 } })
    await inRegion((tx) => spoilCard(tx, REGION, cardId, 'chip', by('2026-04-02T09:40:00')))
    expect(codes(await print(cardId))).toEqual(['card-no-stock'])
    expect(await cardOf(cardId)).toMatchObject({ state: 'wanted', spoiled: 2 })
    expect(codes(await inRegion((tx) => spoilCard(tx, REGION, id(), 'chip', by('2026-04-02T09:40:00'))))).toEqual([
      'card-unknown',
    ])
  })

  test('replaces the older one at hand-over, and ends at a death', async () => {
    await stock('halong', 5)
    const person = id()
    const old = await wanted('halong', person)
    await print(old)
    await ready(old)
    await handOver(old)
    const renewed = await wanted('halong', person)
    await print(renewed)
    await ready(renewed)
    expect((await cardOf(old))!.state).toBe('handed-over')
    await handOver(renewed)
    expect(await cardOf(old)).toMatchObject({ state: 'withdrawn', state_reason: 're-issue' })
    const ended = await inRegion((tx) =>
      withdrawCards(tx, REGION, person, ['ktp-el', 'kia'], 'death', by('2026-05-01T08:00:00')),
    )
    expect(ended).toEqual([renewed])
    expect(
      await inRegion((tx) => withdrawCards(tx, REGION, person, ['ktp-el', 'kia'], 'death', by('2026-05-01T08:00:00'))),
    ).toEqual([])
  })

  test('is reported when it waits for 30 days', async () => {
    await stock('awayan', 5)
    const cards = [await wanted('awayan'), await wanted('awayan')]
    for (const cardId of cards) await print(cardId)
    await ready(cards[0]!, '2026-04-02T10:00:00')
    await ready(cards[1]!, '2026-04-20T10:00:00')
    const uncollected = (when: string) =>
      inRegion((tx) => listUncollected(tx, REGION, 'awayan', at(when), { limit: 50 }))
    expect(await uncollected('2026-05-02T09:59:59')).toEqual([])
    expect((await uncollected('2026-05-02T10:00:00')).map((card) => card.card_id)).toEqual([cards[0]])
    const all = await uncollected('2026-06-02T10:00:00')
    expect(all.map((card) => card.card_id)).toEqual(cards)
    const next = await inRegion((tx) =>
      listUncollected(tx, REGION, 'awayan', at('2026-06-02T10:00:00'), {
        limit: 50,
        after: { at: all[0]!.ready_at!, cardId: all[0]!.card_id },
      }),
    )
    expect(next.map((card) => card.card_id)).toEqual([cards[1]])
  })
})

test('a case orders one card of a kind for each person, however often it is committed', async () => {
  const [person, caseId] = [id(), id()]
  for (const kind of ['kia', 'kia', 'ktp-el', 'ikd']) {
    await inRegion((tx) => orderCard(tx, REGION, { kind, personId: person, caseId }, at('2026-04-02T08:00:00')))
  }
  const cards = await inRegion((tx) => listCardsOfCase(tx, REGION, caseId))
  expect(cards.map((card) => [card.kind, card.office, card.state])).toEqual([
    ['kia', 'main', 'wanted'],
    ['ktp-el', 'main', 'wanted'],
  ])
})

describe('blank stock', () => {
  test('adds up: the level is the sum of its movements', async () => {
    await stock('lampihong', 100)
    await stock('lampihong', -3, 'counted')
    const cards = await Promise.all(Array.from({ length: 4 }, () => wanted('lampihong')))
    for (const cardId of cards) await print(cardId)
    const [level] = await inRegion((tx) => listStock(tx, REGION, 'lampihong'))
    const moves = await inRegion((tx) =>
      listStockMoves(tx, REGION, 'lampihong', 'ktp-el', at('2026-01-01T00:00:00'), at('2027-01-01T00:00:00')),
    )
    expect(level).toMatchObject({ level: 93, isLow: false })
    expect(moves.reduce((sum, move) => sum + move.change, 0)).toBe(93)
  })

  test('never falls below zero, also when two print the last blank', async () => {
    await stock('batumandi', 1)
    const cards = [await wanted('batumandi'), await wanted('batumandi')]
    const done = await Promise.all(cards.map((cardId) => print(cardId)))
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    expect(codes(await stock('batumandi', -1, 'counted'))).toEqual(['card-no-stock'])
    expect((await inRegion((tx) => listStock(tx, REGION, 'batumandi')))[0]).toMatchObject({ level: 0, isLow: true })
  })

  test('takes whole numbers only', async () => {
    for (const change of [0, 1.5, 100_001, -5]) expect(codes(await stock('juai', change))).toEqual(['card-count'])
  })
})
