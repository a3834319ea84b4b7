// What the FHIR R4 door answers, as plain JSON: Patient, Observation, Bundle, OperationOutcome, CapabilityStatement. Pure. Must stay true:
// ids are our own and can be read again; a flagged score is not told; an estimated birth date is not told.
import type { ChildRecord, StoredMeasurement } from '../child.ts'
import { SATUSEHAT_2024 } from '../exchange/fhir/codes.ts'
import { observationEntries } from '../exchange/fhir/observations.ts'
import { type Json, present, type Resource, SYSTEMS } from '../exchange/fhir/resources.ts'
import { exchangedChild } from '../exchange/records.ts'

export const FHIR_JSON = 'application/fhir+json; charset=utf-8'
const ADDRESS = 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode'

export function patientOf(child: ChildRecord, updatedAt: Date): Resource {
  const digits = child.villageCode.replaceAll('.', '')
  const parts = [
    ['province', digits.slice(0, 2)],
    ['city', digits.slice(0, 4)],
    ['district', digits.slice(0, 6)],
    ['village', digits],
  ] as const
  return {
    resourceType: 'Patient',
    ...present({
      id: child.childId,
      meta: { lastUpdated: updatedAt.toISOString() },
      identifier: child.nik === undefined ? undefined : [{ use: 'official', system: SYSTEMS.nik, value: child.nik }],
      active: child.status === 'active',
      name: [{ use: 'official', text: child.name }],
      gender: child.sex === 1 ? 'male' : 'female',
      birthDate: child.birthExact ? child.birthDate : undefined,
      deceasedBoolean: child.status === 'died' ? true : undefined,
      address: [
        {
          use: 'home',
          country: 'ID',
          extension: [{ url: ADDRESS, extension: parts.map(([url, valueCode]) => ({ url, valueCode })) }],
        },
      ],
    }),
  }
}

/** Measures and scores of one measuring; `code` leaves those of that code. */
export function observationsOf(
  child: ChildRecord,
  measurement: StoredMeasurement,
  region: string,
  code?: string,
): readonly Resource[] {
  const nobody = { ihs: region, name: region }
  const { entries } = observationEntries(
    {
      visitId: measurement.id,
      child: exchangedChild(child, ''),
      organisation: nobody,
      practitioner: nobody,
      atHome: measurement.place === 'home',
      start: measurement.date,
      end: measurement.date,
      measurement,
    },
    `Patient/${child.childId}`,
    'Encounter/none',
    SATUSEHAT_2024,
  )
  const idOf = (resource: Resource): string => (resource.identifier as readonly { readonly value: string }[])[0]!.value
  const ids = new Map(entries.map(({ fullUrl, resource }) => [fullUrl, idOf(resource)]))
  return entries.flatMap(({ resource }) => {
    const { encounter: _encounter, performer: _performer, identifier: _identifier, derivedFrom, ...rest } = resource
    const codings = (rest.code as { readonly coding: readonly { readonly system: string; readonly code: string }[] })
      .coding
    if (code !== undefined && !codings.some((one) => code === one.code || code === `${one.system}|${one.code}`))
      return []
    const from = (derivedFrom as readonly { readonly reference: string }[] | undefined)?.flatMap(({ reference }) => {
      const id = ids.get(reference)
      return id === undefined ? [] : [{ reference: `Observation/${id}` }]
    })
    const made: Resource = {
      ...rest,
      resourceType: 'Observation',
      ...present({
        id: idOf(resource),
        meta: { lastUpdated: measurement.recordedAt.toISOString() },
        status: measurement.verified ? 'final' : 'preliminary',
        subject: { reference: `Patient/${child.childId}` },
        encounter: { reference: `Encounter/${measurement.id}` },
        effectiveDateTime: measurement.date,
        derivedFrom: from,
      }),
    }
    return [made]
  })
}

export function searchset(base: string, self: string, resources: readonly Resource[], next?: string): Resource {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: `${base}/${self}` },
      ...(next === undefined ? [] : [{ relation: 'next', url: `${base}/${next}` }]),
    ],
    entry: resources.map((resource) => ({
      fullUrl: `${base}/${resource.resourceType}/${String(resource.id)}`,
      resource,
      search: { mode: 'match' },
    })),
  }
}

export const outcome = (code: string, diagnostics: string): Resource => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, diagnostics }],
})

export function capability(base: string, date: string, version: string): Resource {
  const read = [{ code: 'read' }, { code: 'search-type' }]
  const param = (name: string, type: string): Json => ({ name, type })
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name: 'Puja Indah', version },
    implementation: { description: 'Child growth, read only', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          description:
            'Partner agreement naming this service; x-puja-partner, x-puja-timestamp and x-puja-signature over method, path and body.',
        },
        resource: [
          {
            type: 'Patient',
            interaction: read,
            searchParam: [param('identifier', 'token'), param('_lastUpdated', 'date'), param('_count', 'number')],
          },
          {
            type: 'Observation',
            interaction: read,
            searchParam: [
              param('patient', 'reference'),
              param('code', 'token'),
              param('date', 'date'),
              param('_count', 'number'),
            ],
          },
          ...['Encounter', 'Immunization'].map((type) => ({
            type,
            interaction: read,
            searchParam: [param('patient', 'reference'), param('date', 'date'), param('_count', 'number')],
          })),
        ],
      },
    ],
  }
}
