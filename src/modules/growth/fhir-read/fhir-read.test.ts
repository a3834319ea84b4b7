// The FHIR door: signed and under an agreement that names it, else nothing; what it answers is judged by two validators of others.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { createLimits } from '../../../platform/http/limits.ts'
import { newId } from '../../../platform/ids.ts'
import { signatureOf } from '../../../platform/notify/carrier.ts'
import { admitPartner } from '../../partners/admit-command.ts'
import { makePartnerKey, registerPartner, stepPartner } from '../../partners/commands.ts'
import type { GrowthContext } from '../context.ts'
import type { Resource } from '../exchange/fhir/resources.ts'
import { lantanaFaults, medplumFaults } from '../exchange/fhir/testing/validators.ts'
import { recordDoses, withdrawDoseOf } from '../immunisation/immunisation-commands.ts'
import { recordMeasurement } from '../measure-command.ts'
import {
  addChild,
  child,
  growthClock,
  growthContext,
  REGION,
  seedGrowthWorld,
  visitor,
} from '../testing/growth-world.ts'
import { readObservation, readPatient, searchObservations, searchPatients } from './read-queries.ts'
import { fhirReadRoutes } from './read-routes.ts'
import { readVisit, searchVisits } from './visit-queries.ts'

let database: Database
let context: GrowthContext
let app: ReturnType<typeof fhirReadRoutes>
const NIK = '6311065003259901'
const one = child({ sex: 2, birthDate: '2025-03-10', nik: NIK, name: "Contoh Anak 🌼'; --" })
const clients: Record<'fhir' | 'check', { partner: string; secret: string }> = {
  fhir: { partner: '', secret: '' },
  check: { partner: '', secret: '' },
}

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
  await addChild(database, context, one)
  for (const [date, weightG] of [
    ['2026-04-10', 8400],
    ['2026-05-12', 8700],
  ] as const)
    await recordMeasurement(context, visitor('midwife'), one.childId, {
      measurementId: newId(),
      measurement: { date, place: 'posyandu', weightG, lengthHeightTenthMm: 7400, position: 'l' },
      facts: {},
      confirmed: true,
    })
  const tools = { database, ring: context.ring, clock: growthClock }
  const officer = (role: 'data-officer' | 'head') => visitor(role, { place: REGION, account: `acc-${role}` })
  for (const [key, fields] of [
    ['fhir', ['fhir-growth']],
    ['check', ['name']],
  ] as const) {
    const made = await registerPartner(
      tools,
      officer('data-officer'),
      {
        name: `RSUD Contoh ${key}`,
        agreement: 'PKS 1/2026',
        purpose: 'Melanjutkan perawatan anak',
        fields,
        dailyLimit: '26',
        fromDay: '2026-04-01',
        untilDay: '2026-12-31',
      },
      key,
    )
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    await stepPartner(tools, officer('head'), made.value.partnerId, 'confirm', '', `${key}2`)
    const secret = await makePartnerKey(tools, REGION, made.value.partnerId)
    if (!secret.ok) throw new Error('no key')
    clients[key] = { partner: made.value.partnerId, secret: secret.value.key }
  }
  const admitting = { ...tools, limits: createLimits(), zoneOf: async () => 'Asia/Makassar' }
  app = fhirReadRoutes({
    base: (region) => `https://example.test/${region}/fhir`,
    version: '1',
    today: () => '2026-06-20',
    admit: (region, signed) => admitPartner(admitting, region, signed, 'fhir-growth'),
    readPatient: (region, client, id) => readPatient(context, region, client, id),
    searchPatients: (region, client, asked) => searchPatients(context, region, client, asked),
    readObservation: (region, client, id) => readObservation(context, region, client, id),
    searchObservations: (region, client, asked) => searchObservations(context, region, client, asked),
    readVisit: (type, region, client, id) => readVisit(context, type, region, client, id),
    searchVisits: (type, region, client, asked) => searchVisits(context, type, region, client, asked),
  })
})
afterAll(() => database.close())

type Sent = { readonly status: number; readonly body: Resource }
const ask = async (
  path: string,
  {
    as = 'fhir',
    body,
    region = REGION,
    spoil = '',
  }: { as?: 'fhir' | 'check'; body?: string; region?: string; spoil?: string } = {},
): Promise<Sent> => {
  const method = body === undefined ? 'GET' : 'POST'
  const at = String(Math.floor(growthClock.now().getTime() / 1000))
  const address = `/${region}/fhir/${path}`
  const { partner, secret } = clients[as]
  const answer = await app.request(address, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: {
      'x-puja-partner': partner,
      'x-puja-timestamp': at,
      'x-puja-signature': signatureOf(secret, at, `${method} ${address}\n${body ?? ''}${spoil}`),
    },
  })
  return { status: answer.status, body: (await answer.json()) as Resource }
}
type Listed = {
  readonly entry: readonly { readonly resource: Resource }[]
  readonly link: readonly { readonly relation: string; readonly url: string }[]
}
const listed = ({ body }: Sent) => body as unknown as Listed
const isFhir = (resource: Resource) => expect([lantanaFaults(resource), medplumFaults(resource)]).toEqual([[], []])

test('whoever is not admitted learns only that', async () => {
  const path = `Patient/${one.childId}`
  for (const [asked, status] of [
    [{ spoil: 'x' }, 401],
    [{ region: '63.09' }, 401],
    [{ as: 'check' as const }, 403],
  ] as const) {
    const answer = await ask(path, asked)
    expect(answer.status).toBe(status)
    expect(answer.body.resourceType).toBe('OperationOutcome')
    expect(JSON.stringify(answer.body)).not.toContain('Contoh')
  }
  expect((await app.request(`/${REGION}/fhir/${path}`)).status).toBe(401)
  const open = await app.request(`/${REGION}/fhir/metadata`)
  const statement = (await open.json()) as Resource
  expect(open.headers.get('content-type')).toContain('application/fhir+json')
  expect(statement).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' })
  // The other validator knows no such resource.
  expect(lantanaFaults(statement)).toEqual([])
})

test('visits and doses of a child: by day, by id; a withdrawn dose is nowhere; both are judged', async () => {
  const midwife = visitor('midwife')
  const give = (dose: string, on: string) =>
    recordDoses(context, midwife, one.childId, { doses: [dose], on, place: 'posyandu' })
  expect([(await give('HB0', '2025-03-12')).ok, (await give('BCG', '2025-04-15')).ok]).toEqual([true, true])
  expect((await give('OPV1', '2025-04-15')).ok).toBe(true)
  expect((await withdrawDoseOf(context, midwife, one.childId, 'OPV1', 'salah anak')).ok).toBe(true)
  const doses = listed(await ask(`Immunization?patient=Patient/${one.childId}`)).entry.map(({ resource }) => resource)
  expect(doses.map(({ vaccineCode, occurrenceDateTime }) => [vaccineCode, occurrenceDateTime])).toMatchObject([
    [{ text: 'BCG' }, '2025-04-15'],
    [{ text: 'Hepatitis B 0' }, '2025-03-12'],
  ])
  for (const dose of doses) isFhir(dose)
  expect((await ask(`Immunization/${String(doses[0]!.id)}`)).body).toEqual(doses[0])
  const first = await ask(`Encounter?patient=${one.childId}&_count=1`)
  const [visit] = listed(first).entry.map(({ resource }) => resource)
  isFhir(visit!)
  expect(listed(first).link.map(({ relation }) => relation)).toContain('next')
  expect((await ask(`Encounter/${String(visit!.id)}`)).body).toEqual(visit)
  expect((await ask(`Encounter/${newId()}`)).status).toBe(404)
  expect((await ask(`Immunization?patient=${one.childId}&date=${encodeURIComponent('🙂')}`)).status).toBe(400)
})

test('a child by number, by id, by change; its measures by code and day, paged; each look is journalled', async () => {
  const nik = `https://fhir.kemkes.go.id/id/nik|${NIK}`
  expect((await ask(`Patient?identifier=${encodeURIComponent(nik)}`)).status).toBe(400)
  const found = await ask('Patient/_search', { body: new URLSearchParams({ identifier: nik }).toString() })
  expect(listed(found).entry.map(({ resource }) => resource.id)).toEqual([one.childId])
  isFhir(found.body)
  const patient = await ask(`Patient/${one.childId}`)
  expect(patient.body).toMatchObject({ id: one.childId, gender: 'female', birthDate: '2025-03-10' })
  isFhir(patient.body)
  const changed = await ask('Patient?_lastUpdated=ge2020-01-01&_count=1')
  expect(listed(changed).entry).toHaveLength(1)
  const all = await ask(`Observation?patient=Patient/${one.childId}`)
  for (const { resource } of listed(all).entry) isFhir(resource)
  const weights = await ask(`Observation?patient=${one.childId}&code=29463-7&_count=1`)
  expect(listed(weights).entry.map(({ resource }) => resource.valueQuantity)).toMatchObject([{ value: 8.7 }])
  const next = listed(weights)
    .link.find(({ relation }) => relation === 'next')!
    .url.split('/fhir/')[1]!
  const second = listed(await ask(next))
  expect(second.entry.map(({ resource }) => resource.valueQuantity)).toMatchObject([{ value: 8.4 }])
  expect(second.link.map(({ relation }) => relation)).toEqual(['self'])
  const before = await ask(`Observation?patient=${one.childId}&date=le2026-04-30`)
  expect(new Set(listed(before).entry.map(({ resource }) => resource.effectiveDateTime))).toEqual(
    new Set(['2026-04-10']),
  )
  const id = String(second.entry[0]!.resource.id)
  expect((await ask(`Observation/${id}`)).body).toMatchObject({ id, subject: { reference: `Patient/${one.childId}` } })
  for (const bad of [`Patient/${newId()}`, `Observation/${newId()}-weightG`]) expect((await ask(bad)).status).toBe(404)
  expect((await ask(`Observation?patient=${encodeURIComponent('🙂; --')}`)).status).toBe(400)
  const { rows } = await database.inRegion(REGION, (tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from journal where actor = ${`partner:${clients.fhir.partner}`} and action like 'fhir.%'`.execute(
      tx,
    ),
  )
  expect(rows[0]!.n).toBeGreaterThanOrEqual(7)
  // So many a day were agreed; the next is one too many.
  let last = 200
  for (let i = 0; i < 30 && last !== 429; i++) last = (await ask(`Patient/${one.childId}`)).status
  expect(last).toBe(429)
})
