// What a resource must carry before it is sent: the union of the national draft profile and the public examples. Pure. Must stay
// true: a fault names kind and element, never a value of a person.
import type { Json } from './resources.ts'

type Fields = { readonly [key: string]: Json }
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Patient: ['identifier', 'name', 'gender', 'birthDate', 'address'],
  RelatedPerson: ['identifier', 'patient', 'relationship'],
  Encounter: ['identifier', 'status', 'class', 'subject', 'participant', 'period', 'location', 'serviceProvider'],
  Condition: ['clinicalStatus', 'category', 'code', 'subject', 'encounter'],
  Observation: ['status', 'category', 'code', 'subject', 'encounter', 'effectiveDateTime', 'performer'],
  Immunization: ['status', 'vaccineCode', 'patient', 'occurrenceDateTime'],
  ServiceRequest: ['identifier', 'status', 'intent', 'code', 'subject', 'requester'],
  NutritionOrder: ['status', 'intent', 'patient', 'dateTime'],
}

export type BundleCheck = {
  /** `Encounter.location`, each once. */
  readonly missing: readonly string[]
  readonly kinds: Readonly<Record<string, number>>
}

/** Undefined: no transaction bundle at all. */
export function checkBundle(value: Json | undefined): BundleCheck | undefined {
  if (!isFields(value) || value.resourceType !== 'Bundle' || value.type !== 'transaction') return undefined
  const entries = Array.isArray(value.entry) ? value.entry : []
  if (entries.length === 0) return undefined
  const missing = new Set<string>()
  const kinds: Record<string, number> = {}
  for (const entry of entries) {
    const resource = isFields(entry) ? entry.resource : undefined
    const kind = isFields(resource) && typeof resource.resourceType === 'string' ? resource.resourceType : 'unknown'
    kinds[kind] = (kinds[kind] ?? 0) + 1
    const needed = NEEDED[kind]
    if (needed === undefined || !isFields(resource)) missing.add(kind)
    else
      for (const field of needed) {
        const given = resource[field]
        if (given === undefined || given === '' || (Array.isArray(given) && given.length === 0))
          missing.add(`${kind}.${field}`)
      }
  }
  return { missing: [...missing], kinds }
}
