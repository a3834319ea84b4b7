// A partner's door: signed, within its agreement, yes or no and nothing else; two officers let it open.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { createLimits } from '../../platform/http/limits.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { signatureOf } from '../../platform/notify/carrier.ts'
import { memoryKeyRing } from '../../platform/secrets/memory-key-ring.ts'
import { importSnapshot } from '../register/import-snapshot.ts'
import { storedHousehold, uuidOf } from '../register/testing/household.ts'
import { openRegister } from '../register/testing/register-database.ts'
import { checkForPartner } from './check-command.ts'
import { makePartnerKey, registerPartner, stepPartner } from './commands.ts'
import { readPartner, readPartners } from './queries.ts'
import { partnerRoutes } from './routes.tsx'
import { CHECK_FIELDS, compare, decideStep, faultsOfEntry, readQuestion } from './rules.ts'

const REGION = '63.11'
const NIK = '6311015703889902'
const ring = memoryKeyRing('partners')
const clock = fixedClock('2026-04-10T10:00:00+08:00')
const tools = { ring, clock, limits: createLimits(), zoneOf: async () => 'Asia/Makassar' }
const entry = {
  name: 'Bank Contoh',
  agreement: 'PKS 1/2026',
  purpose: 'Pembukaan rekening',
  fields: ['name', 'birthDate', 'resident'],
  dailyLimit: '13',
  fromDay: '2026-04-01',
  untilDay: '2026-12-31',
}
let db: Database
let partner = ''
let secret = ''

const visitor = (accountId: string, role: Role, region = REGION): Visitor =>
  ({
    requestId: 'r',
    language: 'id',
    region: { code: region, name: 'Balangan', hue: 1, timeZone: 'Asia/Makassar', office: '' },
    actor: {
      accountId,
      name: '',
      sessionId: '',
      assignments: [{ role, region, place: region, services: ['*'], unit: 'Disdukcapil' }],
    },
    device: 'test',
  }) as unknown as Visitor
const data = visitor('data-1', 'data-officer')
const head = visitor('head-1', 'head')

const ask = (body: unknown, change: { at?: string; signature?: string; partner?: string } = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const at = change.at ?? String(clock.now().getTime() / 1000)
  return checkForPartner({ ...tools, database: db }, REGION, {
    partner: change.partner ?? partner,
    at,
    signature: change.signature ?? signatureOf(secret, at, text),
    body: text,
  })
}
const question = (more: Record<string, unknown> = {}) => ({ id: newId(), nik: NIK, fields: { name: 'x' }, ...more })

beforeAll(async () => {
  db = await openRegister('all')
  const writing = { ring, region: REGION, caseId: null, now: clock.now(), newId }
  await db.inRegion(REGION, (tx) => importSnapshot(tx, writing, storedHousehold()))
})
afterAll(() => db.close())

const mine = () => ({ database: db, ring, clock })

describe('registering', () => {
  it('needs a role, a whole entry and a second officer; a key comes after it', async () => {
    const clerk = visitor('clerk', 'front-office')
    expect(await registerPartner(mine(), clerk, entry, 'k')).toMatchObject({ ok: false })
    expect((await readPartners(mine(), clerk)).ok).toBe(false)
    const bad = { ...entry, name: "'", purpose: NIK, fields: ['nik'], dailyLimit: '0', untilDay: '2026-02-30' }
    expect(faultsOfEntry(bad, '2026-04-10').map(({ at }) => at)).toEqual([
      'name',
      'purpose',
      'fields',
      'dailyLimit',
      'untilDay',
    ])
    const made = await registerPartner(mine(), data, { ...entry, name: "Bank '; -- 🙂" }, 'k1')
    const again = await registerPartner(mine(), data, entry, 'k1')
    expect(again).toEqual(made)
    if (!made.ok) throw new Error('not made')
    partner = made.value.partnerId
    expect(await makePartnerKey(mine(), REGION, partner)).toMatchObject({ ok: false })
    expect(await stepPartner(mine(), data, partner, 'confirm', '', 'k2')).toMatchObject({
      refusals: [{ code: 'partner-four-eyes' }],
    })
    expect(await stepPartner(mine(), head, partner, 'confirm', '', 'k3')).toEqual({ ok: true, value: null })
    expect(
      await stepPartner(mine(), visitor('x', 'head', '63.09'), partner, 'suspend', 'dari daerah lain', 'k'),
    ).toMatchObject({
      refusals: [{ code: 'not-found' }],
    })
    const key = await makePartnerKey(mine(), REGION, partner)
    if (!key.ok) throw new Error('no key')
    secret = key.value.key
    const { rows } = await db.asOwner((tx) => sql<{ key_sealed: Buffer }>`select key_sealed from partner`.execute(tx))
    expect(rows[0]!.key_sealed.toString('latin1')).not.toContain(secret)
  })

  it('goes on only when two agree, stops when one says so', () => {
    const active = { state: 'active', madeBy: 'a' } as const
    expect(decideStep(active, 'suspend', 'b')).toMatchObject({ value: { state: 'suspended', resumeBy: null } })
    expect(decideStep({ state: 'suspended', madeBy: 'a' }, 'confirm', 'b').ok).toBe(false)
    expect(decideStep({ state: 'suspended', madeBy: 'a' }, 'resume', 'b')).toMatchObject({ value: { resumeBy: 'b' } })
    expect(decideStep({ state: 'suspended', madeBy: 'a', resumeBy: 'b' }, 'confirm', 'b').ok).toBe(false)
    expect(decideStep({ state: 'suspended', madeBy: 'a', resumeBy: 'b' }, 'confirm', 'c')).toMatchObject({
      value: { state: 'active' },
    })
    expect(decideStep({ state: 'ended', madeBy: 'a' }, 'end', 'c').ok).toBe(false)
  })
})

describe('asking', () => {
  it('answers yes or no for each field, and the same no for nobody, for somebody dead, for a wrong value', async () => {
    const { rows } = await db.asOwner((tx) =>
      sql<{
        name: string
        day: string
      }>`select name, to_char(birth_date, 'YYYY-MM-DD') as day from person where person_id = ${uuidOf('ibu')}::uuid`.execute(
        tx,
      ),
    )
    const { name, day } = rows[0]!
    const fields = { name: name.toLowerCase(), birthDate: day, resident: 'ya' }
    expect(await ask(question({ fields }))).toMatchObject({ answers: { name: true, birthDate: true, resident: true } })
    expect(await ask(question({ fields: { ...fields, birthDate: '1900-01-01' } }))).toMatchObject({
      answers: { name: true, birthDate: false, resident: true },
    })
    const no = { name: false, birthDate: false, resident: false }
    expect(await ask(question({ nik: '6311015703889977', fields }))).toMatchObject({ answers: no })
    expect(compare(fields, undefined)).toEqual(no)
  })

  it('refuses a value that cannot agree because of how it is written, where no would call the person a liar', () => {
    const read = (fields: object) =>
      readQuestion({ id: 'rekening-1', nik: '6311065703909902', fields }, CHECK_FIELDS, '2026-11-24')
    const fine = {
      birthDate: '1990-03-17',
      sex: 'P',
      village: '63.11.06.2006',
      kk: '6311 0612 0619 9902',
      resident: 'ya',
    }
    expect(read(fine)).toMatchObject({ ok: true, value: { claims: fine } })
    for (const odd of [
      { birthDate: '1990-3-17' },
      { birthDate: '2026-02-30' },
      { sex: 'F' },
      { village: 'Balida' },
      { kk: '631106' },
      { kk: 'KK 6311061206199902' },
      { resident: 'no' },
    ])
      expect(read({ ...fine, ...odd })).toMatchObject({
        ok: false,
        refusals: [{ code: 'partner-question', at: Object.keys(odd)[0] }],
      })
  })

  it('takes nothing that is not signed, fresh and in the agreement, in one and the same way', async () => {
    const unknown = { ok: false, status: 401, refusal: { code: 'partner-unknown' } }
    expect(await ask(question(), { signature: 'sha256=00' })).toEqual(unknown)
    expect(await ask(question(), { at: '1' })).toEqual(unknown)
    expect(await ask(question(), { partner: newId() })).toEqual(unknown)
    expect(await ask(question(), { partner: "'; drop table partner; --" })).toEqual(unknown)
    expect(await ask(question({ fields: { kk: '1' } }))).toMatchObject({
      status: 403,
      refusal: { code: 'partner-field' },
    })
    for (const body of [
      '',
      '{',
      '[]',
      '{"id":1}',
      question({ fields: {} }),
      question({ fields: { name: 'x'.repeat(10_000) } }),
    ])
      expect(await ask(body)).toMatchObject({ status: 422 })
    expect(readQuestion(question({ fields: { __proto__: 'x' } }), ['name'], '2026-04-10').ok).toBe(false)
  })

  it('gives a repeated question its answer again, and stops guessing about one number and over the limit', async () => {
    const nik = '6311011205149903'
    const same = question({ nik, fields: { name: 'Siapa Saja' } })
    const first = await ask(same)
    expect(await ask(same)).toEqual(first)
    expect((await ask({ ...same, fields: { name: 'Lain' } })).ok).toBe(false)
    const tried = []
    for (let n = 0; n < 4; n++) tried.push(await ask(question({ nik })))
    expect(tried.map((one) => (one.ok ? 200 : one.status))).toEqual([200, 200, 429, 429])
    expect(tried.at(-1)).toMatchObject({ refusal: { code: 'partner-same' }, waitSeconds: expect.any(Number) })
    expect(await ask(question({ nik: '6311011205149904' }))).toMatchObject({
      status: 429,
      refusal: { code: 'partner-many' },
    })
  })

  it('is seen by the person, counted without values, and ends with the agreement', async () => {
    const { rows } = await db.asOwner((tx) =>
      sql<{ unit: string; reason: string; fields: string[] }>`
        select unit, reason, fields from journal where action = 'person.checked' and subject = ${uuidOf('ibu')}`.execute(
        tx,
      ),
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual({
      unit: "Bank '; -- 🙂",
      reason: 'Pembukaan rekening',
      fields: ['name', 'birthDate', 'resident'],
    })
    const names = async () =>
      new Map([
        ['data-1', 'Dara'],
        ['head-1', 'Hadi'],
      ])
    const view = await readPartner(mine(), head, partner, names)
    if (!view.ok) throw new Error('not read')
    expect(view.value.days[0]).toMatchObject({ agreed: 1, partly: 1 })
    expect(view.value.days[0]!.refused).toBeGreaterThan(8)
    expect(view.value).toMatchObject({ madeBy: 'Dara', decidedBy: 'Hadi', mayConfirm: false })
    expect(await stepPartner(mine(), data, partner, 'suspend', 'terlalu banyak coba-coba', 'k9')).toMatchObject({
      ok: true,
    })
    expect(await ask(question())).toMatchObject({ status: 403, refusal: { code: 'partner-not-active' } })
  })

  it('speaks JSON with codes at its door', async () => {
    const port = {
      check: (region: string, signed: never) => checkForPartner({ ...tools, database: db }, region, signed),
    }
    const app = partnerRoutes(port as never, () => [])
    const answer = await app.request('/63.11/partners/check', { method: 'POST', body: '{}' })
    expect([answer.status, answer.headers.get('cache-control'), await answer.json()]).toEqual([
      401,
      'no-store',
      { code: 'partner-unknown' },
    ])
  })
})
