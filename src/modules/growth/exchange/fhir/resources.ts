// The FHIR R4 resources we write, as plain JSON, and the small parts they share. Must stay true: ids are made of the
// organisation, the kind and the local id, so that the same thing has the same id every time it is sent; an instant always
// carries its offset; an element without a value is absent.
import { createHash } from 'node:crypto'
import type { PlainDate } from '../../../../kernel/date.ts'

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
export type Resource = { readonly resourceType: string } & { readonly [key: string]: Json }
export type Entry = {
  readonly fullUrl: string
  readonly resource: Resource
  readonly request: { readonly method: 'POST'; readonly url: string; readonly ifNoneExist: string }
}

export const SYSTEMS = {
  nik: 'https://fhir.kemkes.go.id/id/nik',
  motherNik: 'https://fhir.kemkes.go.id/id/nik-ibu',
  ihs: 'https://fhir.kemkes.go.id/id/ihs-number',
  category: 'http://terminology.hl7.org/CodeSystem/observation-category',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  relation: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  diagnosisRole: 'http://terminology.hl7.org/CodeSystem/diagnosis-role',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  snomed: 'http://snomed.info/sct',
  ucum: 'http://unitsofmeasure.org',
  kfa: 'http://sys-ids.kemkes.go.id/kfa',
} as const

/** A local identifier: `http://sys-ids.kemkes.go.id/encounter/<organisation>`. */
export const localSystem = (kind: string, organisation: string) => `http://sys-ids.kemkes.go.id/${kind}/${organisation}`

/** A UUID made of a name (version 5, RFC 9562): the same name, the same id. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1').update('puja-indah:fhir:').update(name).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

export const urn = (organisation: string, kind: string, localId: string) =>
  `urn:uuid:${uuidOf(`${organisation}/${kind}/${localId}`)}`

export const reference = (to: string, display?: string): Json => present({ reference: to, display })

export const coded = (system: string, code: string, display?: string): Json => ({
  coding: [present({ system, code, display })],
})

/** Searched by identifier before it is created, so that sending twice makes one. */
export function entry(fullUrl: string, resource: Resource, system: string, value: string): Entry {
  return {
    fullUrl,
    resource,
    request: {
      method: 'POST',
      url: resource.resourceType,
      ifNoneExist: `identifier=${encodeURIComponent(`${system}|${value}`)}`,
    },
  }
}

/** Without undefined parts: what was not recorded does not appear. */
export function present(parts: { readonly [key: string]: Json | undefined }): { readonly [key: string]: Json } {
  const kept: Record<string, Json> = {}
  for (const [key, value] of Object.entries(parts)) if (value !== undefined) kept[key] = value
  return kept
}

/** A day as FHIR `date`. */
export const dateOnly = (day: PlainDate): string => day

/** A decimal number without the dust of floating point: 7350 g is 7.35. */
export const scaled = (value: number, by: 10 | 100 | 1000) =>
  Number((value / by).toFixed(by === 1000 ? 3 : by === 100 ? 2 : 1))
