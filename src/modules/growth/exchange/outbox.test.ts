// The outbox against a stand-in server on this machine: rates, faults, a token that ran out, refusals in our own words, resending
// after correction, the same thing once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { fixedClock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { growthContext, REGION, seedGrowthWorld } from '../testing/growth-world.ts'
import { HttpSender } from './http-sender.ts'
import { queueItem, resendItem, sendDue } from './outbox-commands.ts'
import { decideStep, waitSeconds } from './outbox-rules.ts'
import { findItem, listItems } from './outbox-store.ts'
import { refusals } from './refusals.ts'
import type { OutgoingItem } from './sender-port.ts'
import { openStandIn, type StandIn } from './testing/stand-in.ts'

let database: Database
let standIn: StandIn
let sender: HttpSender
const clock = fixedClock('2026-06-20T02:00:00Z')
const context = () => ({ ...growthContext(database), clock })

beforeAll(async () => {
  database = await openTestDatabase()
  await seedGrowthWorld(database)
  standIn = await openStandIn()
  sender = new HttpSender({ baseUrl: standIn.url, credentials: { clientId: 'a', clientSecret: 'b' } })
})
afterAll(async () => {
  await standIn?.close()
  await database?.close()
})

const bundle = (localId: string, more: object = { location: [{}] }): OutgoingItem => ({
  target: 'satusehat',
  resource: 'Bundle',
  localId,
  payload: JSON.stringify({
    entry: [{ resource: { resourceType: 'Encounter', ...more }, request: { ifNoneExist: `identifier=${localId}` } }],
  }),
})
const queue = (item: OutgoingItem) => database.inRegion(REGION, (tx) => queueItem(tx, context(), REGION, item))
const send = () => sendDue(context(), sender, REGION)
const row = (id: string) => database.inRegion(REGION, (tx) => findItem(tx, REGION, id))
const NOTHING = { accepted: 0, waiting: 0, refused: 0 }

test('waits grow and end at six hours; only network, 429 and 5xx are tried again', () => {
  expect([1, 2, 3, 10, 99].map(waitSeconds)).toEqual([60, 120, 240, 21_600, 21_600])
  const state = (status: number) => decideStep({ kind: 'answer', status }, 1).state
  expect([200, 201, 400, 401, 403, 404, 409, 422, 429, 500, 503].map(state)).toEqual([
    'accepted',
    'accepted',
    ...Array(6).fill('refused'),
    'waiting',
    'waiting',
    'waiting',
  ])
  expect(decideStep({ kind: 'network' }, 3)).toMatchObject({ state: 'waiting', waitSeconds: 240 })
})

test('429 waits as asked, 503 waits longer, a token that ran out is renewed once, then it is accepted once', async () => {
  const { itemId } = await queue(bundle('v-1'))
  expect(await queue(bundle('v-1'))).toEqual({ itemId, queued: false })
  standIn.script.push(429, 503, 401)
  expect(await send()).toEqual({ ...NOTHING, waiting: 1 })
  expect(await row(itemId)).toMatchObject({
    attempts: 1,
    last_status: 429,
    last_answer: { code: 'exchange.remote-busy' },
  })
  expect(await send()).toEqual(NOTHING)
  clock.advance(300_000)
  expect(await send()).toEqual({ ...NOTHING, waiting: 1 })
  clock.advance(120_000)
  const tokens = standIn.tokens
  expect(await send()).toEqual({ ...NOTHING, accepted: 1 })
  expect(standIn.tokens).toBe(tokens + 1)
  expect(await row(itemId)).toMatchObject({ state: 'accepted', attempts: 3, last_answer: null })
  expect([...standIn.known.keys()]).toEqual(['identifier=v-1'])
})

test('a refusal is told in our words, corrected as a new version, and the older one is superseded', async () => {
  const { itemId } = await queue(bundle('v-2', {}))
  expect(await send()).toEqual({ ...NOTHING, refused: 1 })
  const refused = await row(itemId)
  expect(refused).toMatchObject({
    state: 'refused',
    last_status: 400,
    last_answer: { code: 'exchange.remote-incomplete' },
  })
  expect(JSON.stringify(refused?.last_answer)).not.toContain('Contoh')
  expect(Object.keys(refusals)).toContain(refused?.last_answer?.code)
  clock.advance(86_400_000)
  expect(await send()).toEqual(NOTHING)
  const corrected = await queue(bundle('v-2'))
  expect((await row(itemId))?.state).toBe('superseded')
  expect(await send()).toEqual({ ...NOTHING, accepted: 1 })
  expect(await row(corrected.itemId)).toMatchObject({ local_version: 2, state: 'accepted' })
})

test('a second 401 is refused; resending by hand puts it back once; nobody resends what was accepted', async () => {
  const { itemId } = await queue(bundle('v-3'))
  standIn.script.push(401, 401)
  expect(await send()).toEqual({ ...NOTHING, refused: 1 })
  expect((await row(itemId))?.last_answer?.code).toBe('exchange.remote-key')
  expect([await resendItem(context(), REGION, itemId), await resendItem(context(), REGION, itemId)]).toEqual([
    { ok: true, value: true },
    { ok: true, value: true },
  ])
  expect(await send()).toEqual({ ...NOTHING, accepted: 1 })
  expect(await resendItem(context(), REGION, itemId)).toMatchObject({
    ok: false,
    refusals: [{ code: 'exchange.not-refused' }],
  })
  expect(await resendItem(context(), '63.09', itemId)).toMatchObject({ ok: false, refusals: [{ code: 'not-found' }] })
  expect(await resendItem(context(), REGION, "'; --")).toMatchObject({ ok: false })
})

test('one item that is refused blocks no other; a server that is away is waited for; a broken-off attempt is taken up', async () => {
  const values = (localId: string, orgUnit: string): OutgoingItem => ({
    target: 'dhis2',
    resource: 'dataValueSets',
    localId,
    payload: JSON.stringify({ orgUnit }),
  })
  await queue(values('a', '6311069999'))
  await queue(values('b', '6311061001'))
  expect(await send()).toEqual({ accepted: 1, waiting: 0, refused: 1 })
  const { itemId } = await queue(values('c', '6311061001'))
  const away = new HttpSender({ baseUrl: 'http://127.0.0.1:1' })
  expect(await sendDue(context(), away, REGION)).toEqual({ ...NOTHING, waiting: 1 })
  expect((await row(itemId))?.last_answer?.code).toBe('exchange.remote-away')
  clock.advance(60_000)
  const dying = { send: () => Promise.reject(new Error('killed')), renew: () => Promise.resolve(false) }
  await expect(sendDue(context(), dying, REGION)).rejects.toThrow('killed')
  expect((await row(itemId))?.state).toBe('sent')
  clock.advance(660_000)
  expect(await send()).toEqual({ ...NOTHING, accepted: 1 })
  const refusedOnes = await database.inRegion(REGION, (tx) => listItems(tx, REGION, ['refused'], 10))
  expect(refusedOnes.map((item) => [item.local_id, item.last_answer?.code])).toEqual([
    ['a', 'exchange.remote-conflict'],
  ])
})
