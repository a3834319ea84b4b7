// An area's month as FHIR bulk data: one resource a line (NDJSON), patients first, then their visits, measures and doses. Pure. Must stay
// true: every reference of a line is to a line before it; the same resources as one by one at the door; a record that stood for the same
// child as another is not told.
import type { ChildRecord, StoredMeasurement } from '../child.ts'
import type { Resource } from '../exchange/fhir/resources.ts'
import type { DoseRead } from '../immunisation/immunisation-store.ts'
import { observationsOf, patientOf } from './read-resources.ts'
import { encounterOf, immunizationOf } from './read-visits.ts'

export const FHIR_NDJSON = 'application/fhir+ndjson; charset=utf-8'
export type BulkChild = { readonly child: ChildRecord; readonly updatedAt: Date }

export function* bulkResources(
  children: readonly BulkChild[],
  measurements: readonly StoredMeasurement[],
  doses: readonly DoseRead[],
  region: string,
): Generator<Resource> {
  const told = children.filter(({ child }) => child.status !== 'duplicate')
  const byId = new Map(told.map(({ child }) => [child.childId, child]))
  for (const { child, updatedAt } of told) yield patientOf(child, updatedAt)
  for (const measurement of measurements) {
    const child = byId.get(measurement.childId)
    if (child === undefined) continue
    yield encounterOf(child, measurement)
    yield* observationsOf(child, measurement, region)
  }
  for (const dose of doses) {
    const child = byId.get(dose.child_id)
    if (child !== undefined) yield immunizationOf(child, dose)
  }
}

export function ndjson(resources: Iterable<Resource>): string {
  let text = ''
  for (const resource of resources) text += `${JSON.stringify(resource)}\n`
  return text
}
