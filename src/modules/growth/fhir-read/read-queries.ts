// The questions of an admitted client about children and their measures. Must stay true: every person it is told about has a row in the
// journal with the client and its purpose; pages by key; a child merged into another one is nobody.
import { isPlainDate } from '../../../kernel/date.ts'
import { isUuid } from '../../../kernel/id.ts'
import { readNik } from '../../../kernel/nik.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { keyedHashes } from '../../../platform/secrets/seal.ts'
import { standing } from '../child.ts'
import { childOf } from '../child-codec.ts'
import { type ChildRowRead, findChild } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { type Resource, SYSTEMS } from '../exchange/fhir/resources.ts'
import { measurementOf } from '../measurement-codec.ts'
import { findMeasurement, listMeasurements } from '../measurement-store.ts'
import type { GrowthTables } from '../tables.ts'
import { observationsOf, patientOf } from './read-resources.ts'

export type FhirClient = { readonly partnerId: string; readonly name: string; readonly purpose: string }
export type Found =
  | { readonly ok: true; readonly resources: readonly Resource[]; readonly next?: string }
  | { readonly ok: false; readonly status: 400 | 404; readonly why: string }
export type Asked = Readonly<Record<string, string | undefined>>
const MOST = 50
export const lost = (why = 'unknown'): Found => ({ ok: false, status: 404, why })
export const bad = (why: string): Found => ({ ok: false, status: 400, why })
export const countOf = (asked: string | undefined): number =>
  /^\d{1,3}$/.test(asked ?? '') ? Math.min(MOST, Math.max(1, Number(asked))) : MOST

export async function journal(
  tx: Tx,
  context: GrowthContext,
  client: FhirClient,
  children: readonly ChildRowRead[],
  action: string,
): Promise<void> {
  await writeJournal(
    tx,
    children.map((child) => ({
      at: context.clock.now(),
      actor: `partner:${client.partnerId}`,
      role: 'partner',
      unit: client.name,
      action,
      subject: child.person_id ?? child.child_id,
      reason: client.purpose,
    })),
  )
}
const patient = (context: GrowthContext, row: ChildRowRead): Resource =>
  patientOf(childOf(context.ring, row), row.updated_at)
export const stands = (row: ChildRowRead | undefined): row is ChildRowRead =>
  row !== undefined && row.status !== 'duplicate'

export function readPatient(context: GrowthContext, region: string, client: FhirClient, id: string): Promise<Found> {
  if (!isUuid(id)) return Promise.resolve(lost())
  return context.database.inRegion(region, async (tx): Promise<Found> => {
    const row = await findChild(tx, region, id)
    if (!stands(row)) return lost()
    await journal(tx, context, client, [row], 'fhir.patient')
    return { ok: true, resources: [patient(context, row)] }
  })
}

/** By NIK (in the body of a POST only), or what changed since a moment, paged. */
export function searchPatients(
  context: GrowthContext,
  region: string,
  client: FhirClient,
  asked: Asked,
): Promise<Found> {
  return context.database.inRegion(region, async (tx): Promise<Found> => {
    const table = tx
      .withTables<GrowthTables>()
      .selectFrom('growth_child')
      .selectAll()
      .where('region_code', '=', region)
      .where('status', '<>', 'duplicate')
    if (asked.identifier !== undefined) {
      const [system, value] = asked.identifier.includes('|')
        ? asked.identifier.split('|', 2)
        : [SYSTEMS.nik, asked.identifier]
      const nik = readNik(value ?? '', { today: context.today(region), at: 'identifier' })
      if (system !== SYSTEMS.nik || !nik.ok) return bad('identifier wants the NIK system and sixteen digits')
      const rows = await table
        .where('nik_hash', 'in', [...keyedHashes(context.ring, nik.value.nik)])
        .limit(MOST)
        .execute()
      await journal(tx, context, client, rows, 'fhir.patient')
      return { ok: true, resources: rows.map((row) => patient(context, row)) }
    }
    const since = /^ge(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?)$/.exec(asked._lastUpdated ?? '')?.[1]
    if (since === undefined || Number.isNaN(Date.parse(since)))
      return bad('search by identifier (POST _search) or by _lastUpdated=ge…')
    const count = countOf(asked._count)
    const [, at, id] = /^(\d{13})_(.+)$/.exec(asked._after ?? '') ?? []
    const from = table.where('updated_at', '>=', new Date(since))
    const after =
      at === undefined || !isUuid(id ?? '')
        ? from
        : from.where((e) => e(e.refTuple('updated_at', 'child_id'), '>', e.tuple(new Date(Number(at)), id ?? '')))
    const rows = await after
      .orderBy('updated_at')
      .orderBy('child_id')
      .limit(count + 1)
      .execute()
    const shown = rows.slice(0, count)
    await journal(tx, context, client, shown, 'fhir.patient')
    const last = shown.at(-1)
    return {
      ok: true,
      resources: shown.map((row) => patient(context, row)),
      ...(rows.length > count && last !== undefined
        ? {
            next: `Patient?_lastUpdated=ge${since}&_count=${count}&_after=${last.updated_at.getTime()}_${last.child_id}`,
          }
        : {}),
    }
  })
}

export function readObservation(
  context: GrowthContext,
  region: string,
  client: FhirClient,
  id: string,
): Promise<Found> {
  const measurementId = id.slice(0, 36)
  if (!isUuid(measurementId) || id[36] !== '-') return Promise.resolve(lost())
  return context.database.inRegion(region, async (tx): Promise<Found> => {
    const row = await findMeasurement(tx, region, measurementId)
    const child = row === undefined ? undefined : await findChild(tx, region, row.child_id)
    if (row === undefined || !stands(child) || standing([measurementOf(row)]).length === 0) return lost()
    const found = observationsOf(childOf(context.ring, child), measurementOf(row), region).find((one) => one.id === id)
    if (found === undefined) return lost()
    await journal(tx, context, client, [child], 'fhir.observation')
    return { ok: true, resources: [found] }
  })
}

/** Whose records of which days a search asks for. */
export function childAndDays(
  asked: Asked,
): { readonly id: string; readonly fits: (on: string) => boolean } | { readonly refused: Found } {
  const id = (asked.patient ?? asked.subject ?? '').replace(/^Patient\//, '')
  const date = /^(ge|le|eq)?(\d{4}-\d{2}-\d{2})$/.exec(asked.date ?? '')
  if (!isUuid(id)) return { refused: bad('patient is needed: Patient/ID') }
  if (asked.date !== undefined && (date === null || !isPlainDate(date[2]!)))
    return { refused: bad('date wants a day, with ge or le before it') }
  const fits = (on: string) =>
    date === null || (date[1] === 'ge' ? on >= date[2]! : date[1] === 'le' ? on <= date[2]! : on === date[2])
  return { id, fits }
}

/** Measures of one child, the newest first; `_count` counts measurings. */
export function searchObservations(
  context: GrowthContext,
  region: string,
  client: FhirClient,
  asked: Asked,
): Promise<Found> {
  const wanted = childAndDays(asked)
  if ('refused' in wanted) return Promise.resolve(wanted.refused)
  const { id, fits } = wanted
  return context.database.inRegion(region, async (tx): Promise<Found> => {
    const row = await findChild(tx, region, id)
    if (!stands(row)) return lost()
    const child = childOf(context.ring, row)
    const count = countOf(asked._count)
    const all = standing((await listMeasurements(tx, region, id)).map(measurementOf))
      .filter((one) => fits(one.date))
      .reverse()
    const start = asked._after === undefined ? 0 : all.findIndex((one) => one.id === asked._after) + 1
    const shown = all.slice(start, start + count)
    const last = shown.at(-1)
    await journal(tx, context, client, [row], 'fhir.observation')
    const same = (['code', 'date'] as const)
      .flatMap((name) => (asked[name] === undefined ? [] : [`&${name}=${encodeURIComponent(asked[name])}`]))
      .join('')
    return {
      ok: true,
      resources: shown.flatMap((one) => observationsOf(child, one, region, asked.code)),
      ...(start + count < all.length && last !== undefined
        ? { next: `Observation?patient=Patient/${id}${same}&_count=${count}&_after=${last.id}` }
        : {}),
    }
  })
}
