// Visits and doses of one child for an admitted client. Must stay true: as in read-queries: a row in the journal for whoever it is told
// about, pages by key; a withdrawn dose and a replaced measuring are nobody's.
import { isUuid } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { type ChildRecord, standing } from '../child.ts'
import { childOf } from '../child-codec.ts'
import { findChild } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import type { Resource } from '../exchange/fhir/resources.ts'
import { findDose, listDoses } from '../immunisation/immunisation-store.ts'
import { measurementOf } from '../measurement-codec.ts'
import { findMeasurement, listMeasurements } from '../measurement-store.ts'
import {
  type Asked,
  childAndDays,
  countOf,
  type FhirClient,
  type Found,
  journal,
  lost,
  stands,
} from './read-queries.ts'
import { encounterOf, immunizationOf } from './read-visits.ts'

export const VISIT_TYPES = ['Encounter', 'Immunization'] as const
export type VisitType = (typeof VISIT_TYPES)[number]
type Kind = {
  /** The journal's word for having been told. */
  readonly action: string
  /** Whose it is, where it stands. */
  ownerOf(tx: Tx, region: string, id: string): Promise<string | undefined>
  /** All of a child, oldest first. */
  list(
    tx: Tx,
    region: string,
    child: ChildRecord,
  ): Promise<readonly { readonly on: string; readonly resource: Resource }[]>
}
const KINDS: Readonly<Record<VisitType, Kind>> = {
  Encounter: {
    action: 'fhir.encounter',
    ownerOf: async (tx, region, id) => (await findMeasurement(tx, region, id))?.child_id,
    list: async (tx, region, child) =>
      standing((await listMeasurements(tx, region, child.childId)).map(measurementOf)).map((one) => ({
        on: one.date,
        resource: encounterOf(child, one),
      })),
  },
  Immunization: {
    action: 'fhir.immunization',
    ownerOf: async (tx, region, id) => (await findDose(tx, region, id))?.child_id,
    list: async (tx, region, child) =>
      (await listDoses(tx, region, child.childId)).map((one) => ({
        on: one.given_on,
        resource: immunizationOf(child, one),
      })),
  },
}

export function readVisit(
  context: GrowthContext,
  type: VisitType,
  region: string,
  client: FhirClient,
  id: string,
): Promise<Found> {
  if (!isUuid(id)) return Promise.resolve(lost())
  const kind = KINDS[type]
  return context.database.inRegion(region, async (tx): Promise<Found> => {
    const owner = await kind.ownerOf(tx, region, id)
    const row = owner === undefined ? undefined : await findChild(tx, region, owner)
    if (!stands(row)) return lost()
    const found = (await kind.list(tx, region, childOf(context.ring, row))).find(({ resource }) => resource.id === id)
    if (found === undefined) return lost()
    await journal(tx, context, client, [row], kind.action)
    return { ok: true, resources: [found.resource] }
  })
}

/** Of one child, the newest first. */
export function searchVisits(
  context: GrowthContext,
  type: VisitType,
  region: string,
  client: FhirClient,
  asked: Asked,
): Promise<Found> {
  const wanted = childAndDays(asked)
  if ('refused' in wanted) return Promise.resolve(wanted.refused)
  const { id, fits } = wanted
  const kind = KINDS[type]
  return context.database.inRegion(region, async (tx): Promise<Found> => {
    const row = await findChild(tx, region, id)
    if (!stands(row)) return lost()
    const count = countOf(asked._count)
    const all = (await kind.list(tx, region, childOf(context.ring, row))).filter(({ on }) => fits(on)).reverse()
    const start = asked._after === undefined ? 0 : all.findIndex(({ resource }) => resource.id === asked._after) + 1
    const shown = all.slice(start, start + count).map(({ resource }) => resource)
    await journal(tx, context, client, [row], kind.action)
    const same = asked.date === undefined ? '' : `&date=${encodeURIComponent(asked.date)}`
    return {
      ok: true,
      resources: shown,
      ...(start + count < all.length
        ? { next: `${type}?patient=Patient/${id}${same}&_count=${count}&_after=${String(shown.at(-1)!.id)}` }
        : {}),
    }
  })
}
