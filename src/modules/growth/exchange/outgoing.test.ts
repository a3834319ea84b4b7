// Outgoing items as the administrator meets them: where may be sent to, a month queued once, the stand-in judges what it gets, a
// refused item is sent again; nobody else finds anything.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { openSealedText } from '../../../platform/secrets/seal.ts'
import { answerReferral, referAlert } from '../alert-commands.ts'
import { listAlertsOfChild } from '../alert-store.ts'
import type { GrowthContext } from '../context.ts'
import { recordMeasurement } from '../measure-command.ts'
import { bringRollupsUpToDate } from '../rollup-commands.ts'
import { addChild, child, growthContext, REGION, seedGrowthWorld, visitor } from '../testing/growth-world.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { exchangeItemContext } from './outbox-commands.ts'
import { findItem } from './outbox-store.ts'
import { isPublicAddress, readAddress } from './outgoing-address.ts'
import { queueMonthNow, resendNow, saveTarget, sendRegion } from './outgoing-commands.ts'
import type { ItemState, TargetForm } from './outgoing-port.ts'
import { readOutgoing, readOutgoingItem, readTarget } from './outgoing-queries.ts'
import { queueMonth } from './outgoing-queue.ts'
import { readPractitioners, savePractitioners } from './practitioner-commands.ts'
import { putPractitioner } from './practitioner-store.ts'

const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))
function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

describe('addresses', () => {
  test.each([
    ['https://api-satusehat.kemkes.go.id/', 'https://api-satusehat.kemkes.go.id'],
    ['https://dhis2.example.go.id/dhis', 'https://dhis2.example.go.id/dhis'],
  ])('%s is taken', (typed, kept) => expect(readAddress(typed, false)).toEqual({ ok: true, value: kept }))
  test.each([
    'http://dhis2.example.go.id',
    'ftp://dhis2.example.go.id',
    'https://user:key@dhis2.example.go.id',
    'https://127.0.0.1',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest',
    'https://100.64.1.1',
    'https://localhost',
    'https://intranet',
    'https://db.internal',
    'stand-in',
    '',
    "'; --",
    `https://${'a'.repeat(10_000)}.id`,
  ])('%s is not', (typed) => expect(readAddress(typed, false).ok).toBe(false))
  test('the stand-in is for the demo', () => expect(readAddress('stand-in', true).ok).toBe(true))
  test('addresses behind a name are judged too, and nothing is sent inside', async () => {
    expect(['8.8.8.8', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true])
    expect(
      ['10.1.2.3', '192.168.1.1', '::1', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1', 'x'].some(isPublicAddress),
    ).toBe(false)
    await expect(guardedFetch('https://127.0.0.1/x', { method: 'POST' })).rejects.toThrow('not sent to')
  })
})

describe('on a database', () => {
  let database: Database
  let context: GrowthContext
  const admin = { ...visitor('service-admin', { unitId: 'admin', place: REGION }), demo: true }
  const nutritionist = visitor('nutritionist', { unitId: 'pkm-paringin' })
  const places = { name: (code: string) => code }
  const form = (more: Partial<TargetForm> = {}): TargetForm => ({
    baseUrl: 'stand-in',
    organisation: '10000001',
    practitioner: 'N10000001',
    clientId: '',
    secret: '',
    active: true,
    ...more,
  })
  const list = async (show: ItemState | 'all' = 'all') =>
    value(await readOutgoing(context, places, admin, show, undefined)).items

  beforeAll(async () => {
    database = await openTestDatabase()
    context = growthContext(database)
    await seedGrowthWorld(database)
    for (const [name, birthExact] of [
      ['Anak Tepat', true],
      ['Anak Kira', false],
    ] as const) {
      const one = child({ name, birthExact })
      await addChild(database, context, one)
      value(
        await recordMeasurement(context, nutritionist, one.childId, {
          measurementId: newId(),
          measurement: { date: '2026-05-12', place: 'posyandu', weightG: 6900 },
          facts: {},
          confirmed: true,
        }),
      )
    }
    await bringRollupsUpToDate(database, REGION)
  })
  afterAll(() => database.close())

  test('only the administrator of the region finds the pages and sets a receiver; a key is never shown again', async () => {
    for (const other of [
      nutritionist,
      visitor('cadre'),
      { ...visitor('service-admin', { region: '63.09', place: '63.09' }), region: admin.region },
    ] as (typeof admin)[]) {
      expect(codes(await readOutgoing(context, places, other, 'all', undefined))).toEqual(['not-found'])
      expect(codes(await saveTarget(context, other, 'dhis2', form()))).toEqual(['not-found'])
      expect(codes(await queueMonthNow(context, other, '2026-05'))).toEqual(['not-found'])
    }
    expect(codes(await queueMonthNow(context, admin, '2026-05'))).toEqual(['exchange.no-target'])
    expect(codes(await saveTarget(context, admin, 'dhis2', form({ baseUrl: 'https://10.0.0.1' })))).toEqual([
      'exchange.address-inside',
    ])
    expect(codes(await saveTarget(context, { ...admin, demo: false }, 'dhis2', form()))).toEqual([
      'exchange.address-not-https',
    ])
    expect(codes(await saveTarget(context, admin, 'ftp', form()))).toEqual(['not-found'])
    const real = form({ baseUrl: 'https://satusehat.example', clientId: 'klien', secret: 'rahasia-sekali' })
    value(await saveTarget(context, admin, 'satusehat', real))
    const seen = value(await readTarget(context, admin, 'satusehat'))
    expect([seen.hasSecret, JSON.stringify(seen).includes('rahasia')]).toEqual([true, false])
    // another address: the key stays behind
    value(await saveTarget(context, admin, 'satusehat', form()))
    expect(value(await readTarget(context, admin, 'satusehat')).hasSecret).toBe(false)
  })

  test('a month is queued once; the stand-in takes what is complete, refuses the rest; a refused one is sent again', async () => {
    value(await saveTarget(context, admin, 'dhis2', form()))
    const first = value(await queueMonthNow(context, admin, '2026-05')).queued
    // two visits and the counts of the one district that has any
    expect(first).toBe(3)
    expect(value(await queueMonthNow(context, admin, '2026-05')).queued).toBe(0)
    await sendRegion(context, REGION, true)
    expect((await list()).map(({ target, state }) => `${target} ${state}`).sort()).toEqual([
      'dhis2 accepted',
      'satusehat accepted',
      'satusehat refused',
    ])
    const [refused] = await list('refused')
    expect(refused?.answer?.code).toBe('exchange.remote-incomplete')
    value(await resendNow(context, admin, refused!.itemId))
    value(await resendNow(context, admin, refused!.itemId))
    await sendRegion(context, REGION, true)
    const view = value(await readOutgoingItem(context, places, admin, refused!.itemId))
    expect(view.attempts.map(({ attempt, outcome, status }) => [attempt, outcome, status])).toEqual([
      [1, 'refused', 400],
      [2, 'refused', 400],
    ])
    expect(view.attempts[0]!.received).toMatchObject({ Patient: 1, Encounter: 1 })
    expect(view).toMatchObject({ inside: { Patient: 1, Encounter: 1 }, lacks: ['Patient.birthDate'] })
    expect(view.visit).toMatchObject({ posyandu: 'melati', month: '2026-05' })
    expect(view.visit?.href).toMatch(/\/balanting\/posyandu\/children\/[0-9a-f-]{36}\/card$/)
    expect(JSON.stringify(view)).not.toContain('Anak')
    // the record is put right: sending again sends what is true now, as the next version
    await database.inRegion(REGION, (tx) => sql`update growth_child set birth_exact = true`.execute(tx))
    const { itemId } = value(await resendNow(context, admin, refused!.itemId))
    expect(itemId).not.toBe(refused!.itemId)
    await sendRegion(context, REGION, true)
    expect(value(await readOutgoingItem(context, places, admin, itemId))).toMatchObject({
      item: { state: 'accepted', version: 2 },
      lacks: [],
    })
    expect(await list('refused')).toEqual([])
    const [taken] = await list('accepted')
    expect(codes(await resendNow(context, admin, taken!.itemId))).toEqual(['exchange.not-refused'])
    for (const id of [newId(), "'; --"]) expect(codes(await resendNow(context, admin, id))).toEqual(['not-found'])
  })

  test('the bundle names who measured and who verified, where an administrator wrote their number', async () => {
    const names = (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, `Petugas ${id}`])))
    const [person] = value(await readPractitioners(context, names, admin))
    expect(person).toMatchObject({ measured: 2, verified: 2, ihs: '' })
    const account = person!.account
    const save = (ihs: string, who = admin) =>
      savePractitioners(context, names, who, { [account]: ihs, stranger: 'X1' })
    expect(codes(await save("'; --"))).toEqual(['exchange.number-malformed'])
    expect(codes(await save('x'.repeat(10_000)))).toEqual(['exchange.number-malformed'])
    expect(codes(await save('N3', nutritionist as typeof admin))).toEqual(['not-found'])
    for (let twice = 0; twice < 2; twice++) value(await save(' N30000003 '))
    expect(value(await readPractitioners(context, names, admin)).map(({ ihs }) => ihs)).toEqual(['N30000003'])
    const one = child({ name: 'Anak Bernama' })
    await addChild(database, context, one)
    value(
      await recordMeasurement(context, nutritionist, one.childId, {
        measurementId: newId(),
        measurement: { date: '2026-06-12', place: 'posyandu', weightG: 7000 },
        facts: {},
        confirmed: true,
      }),
    )
    expect(value(await queueMonthNow(context, admin, '2026-06')).queued).toBeGreaterThan(0)
    const payload = await database.inRegion(REGION, async (tx) => {
      const { rows } = await sql<{ item_id: string }>`select item_id::text from growth_exchange_item
        where target = 'satusehat' and state = 'waiting' order by created_at desc, item_id desc limit 1`.execute(tx)
      const id = rows[0]!.item_id
      const item = await findItem(tx, REGION, id)
      return openSealedText(context.ring, item!.payload, exchangeItemContext(id))
    })
    expect(payload).toContain('Practitioner/N30000003')
    expect(payload).not.toContain('Practitioner/N10000001')
    value(await save(''))
    expect(value(await readPractitioners(context, names, admin)).map(({ ihs }) => ihs)).toEqual([''])
  })

  test('a receiver that is away or switched off costs nothing: items wait', async () => {
    value(await saveTarget(context, admin, 'dhis2', form({ baseUrl: 'https://dhis2.invalid' })))
    const one = child({ name: 'Anak Baru' })
    await addChild(database, context, one)
    await bringRollupsUpToDate(database, REGION)
    await database.inRegion(REGION, async (tx) => {
      await tx
        .withTables<{ growth_rollup: { area: string; month: string; counts: string } }>()
        .updateTable('growth_rollup')
        .set({ counts: JSON.stringify({ S: 9, D: 9 }) })
        .where('month', '=', '2026-05')
        .execute()
    })
    expect(value(await queueMonthNow(context, admin, '2026-05')).queued).toBe(1)
    await sendRegion(context, REGION, true)
    const waiting = await list('waiting')
    expect(waiting.map(({ attempts, version, answer }) => [attempts, version, answer?.code])).toEqual([
      [1, 2, 'exchange.remote-away'],
    ])
    expect(waiting.every(({ nextTryAt }) => nextTryAt! > context.clock.now())).toBe(true)
    value(await saveTarget(context, admin, 'dhis2', form({ active: false })))
    await sendRegion(context, REGION, true)
    expect(await list('waiting')).toHaveLength(1)
  })

  test('a diagnosis goes only by a doctor with a national number, and takes a visit along again that had left before', async () => {
    const doctor = visitor('doctor', { unitId: 'pkm-paringin' })
    const small = child({ name: 'Anak Gizi Kurang', birthDate: '2025-05-01' })
    await addChild(database, context, small)
    const done = value(
      await recordMeasurement(context, nutritionist, small.childId, {
        measurementId: newId(),
        measurement: { date: '2026-04-12', place: 'posyandu', weightG: 6300 },
        facts: {},
        confirmed: true,
      }),
    )
    if (!done.saved) throw new Error('not saved')
    const payloads = async () => {
      await queueMonth(context, REGION, '2026-04', { account: 'system', role: 'system', timeZone: 'Asia/Makassar' })
      const { rows } = await database.inRegion(REGION, (tx) =>
        sql<{ item_id: string; payload: Uint8Array }>`
          select item_id, payload from growth_exchange_item where local_id = ${done.measurement.id}
          order by local_version`.execute(tx),
      )
      return rows.map(({ item_id, payload }) => openSealedText(context.ring, payload, exchangeItemContext(item_id)))
    }
    value(await saveTarget(context, admin, 'satusehat', form()))
    expect((await payloads()).map((one) => one.includes('"Condition"'))).toEqual([false])
    const [alert] = await database.inRegion(REGION, (tx) => listAlertsOfChild(tx, REGION, small.childId))
    const alertId = alert!.alert_id
    const refer = { toKind: 'puskesmas', toName: 'Puskesmas', reason: 'kurus', redFlags: [] } as const
    value(await referAlert(context, nutritionist, alertId, refer))
    const answer = { diagnosis: 'kurang gizi', plan: 'PMT', followUpBy: 'nutritionist', icd10: 'E44.0' } as const
    expect(codes(await answerReferral(context, nutritionist, alertId, answer))).toEqual(['growth.answer-code'])
    expect(codes(await answerReferral(context, doctor, alertId, { ...answer, icd10: 'Z99' }))).toEqual([
      'growth.answer-code',
    ])
    value(await answerReferral(context, doctor, alertId, answer))
    // without the doctor's national number nobody is named for it
    expect((await payloads()).map((one) => one.includes('"Condition"'))).toEqual([false])
    await database.inRegion(REGION, (tx) =>
      putPractitioner(tx, {
        region_code: REGION,
        account_id: doctor.actor!.accountId,
        ihs: 'N20000002',
        changed_by: 'test',
        changed_at: context.clock.now(),
      }),
    )
    const [, second, ...more] = await payloads()
    expect(more).toEqual([])
    expect(second).toContain('"code":"E44.0"')
    expect(second).toContain('Practitioner/N20000002')
    expect(await payloads()).toHaveLength(2)
  })
})
