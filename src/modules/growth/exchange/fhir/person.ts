// The child as Patient, the mother as RelatedPerson. Must stay true: an estimated birth date is not sent; a newborn without a
// number goes by the mother's number and the order of birth.

import { coded, type Entry, entry, type Json, localSystem, present, reference, SYSTEMS, urn } from './resources.ts'
import type { FhirVisit } from './visit.ts'

const ADDRESS = 'https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode'

/** Reference to the patient, and the entries that must go along when the national number is not known. */
export function personEntries({ child, patientIhs, organisation }: FhirVisit): {
  readonly patient: string
  readonly entries: readonly Entry[]
} {
  if (patientIhs !== undefined) return { patient: `Patient/${patientIhs}`, entries: [] }
  const patient = urn(organisation.ihs, 'patient', child.childId)
  const ids: readonly Json[] = [
    ...(child.nik === undefined ? [] : [{ use: 'official', system: SYSTEMS.nik, value: child.nik }]),
    ...(child.nik === undefined && child.motherNik !== undefined
      ? [{ use: 'official', system: SYSTEMS.motherNik, value: child.motherNik }]
      : []),
    { system: localSystem('patient', organisation.ihs), value: child.childId },
  ]
  const resource = {
    resourceType: 'Patient',
    ...present({
      identifier: ids,
      active: true,
      name: [{ use: 'official', text: child.name }],
      gender: child.sex === 1 ? 'male' : 'female',
      birthDate: child.birthExact ? child.birthDate : undefined,
      deceasedBoolean: false,
      telecom: child.phone === undefined ? undefined : [{ system: 'phone', value: child.phone, use: 'mobile' }],
      address: [addressOf(child)],
      multipleBirthInteger: child.nik === undefined ? (child.birthOrder ?? 0) : undefined,
    }),
  }
  // the national number identifies; without one only our own id does, because a mother's number fits her twins too
  const searched =
    child.nik === undefined
      ? { system: localSystem('patient', organisation.ihs), value: child.childId }
      : { system: SYSTEMS.nik, value: child.nik }
  const entries = [entry(patient, resource, searched.system, searched.value)]
  if (child.motherName !== undefined) {
    const mother = urn(organisation.ihs, 'mother', child.childId)
    const system = localSystem('relatedperson', organisation.ihs)
    entries.push(
      entry(
        mother,
        {
          resourceType: 'RelatedPerson',
          ...present({
            identifier: [
              { system, value: child.childId },
              ...(child.motherNik === undefined
                ? []
                : [{ use: 'official', system: SYSTEMS.nik, value: child.motherNik }]),
            ],
            active: true,
            patient: reference(patient),
            relationship: [coded(SYSTEMS.relation, 'MTH', 'mother')],
            name: [{ use: 'official', text: child.motherName }],
          }),
        },
        system,
        child.childId,
      ),
    )
  }
  return { patient, entries }
}

function addressOf({ address, villageCode, rt, rw }: FhirVisit['child']): Json {
  const digits = villageCode.replaceAll('.', '')
  const part = (url: string, valueCode: string | undefined) =>
    valueCode === undefined || valueCode === '' ? [] : [{ url, valueCode }]
  return present({
    use: 'home',
    line: address === undefined ? undefined : [address],
    country: 'ID',
    extension: [
      {
        url: ADDRESS,
        extension: [
          ...part('province', digits.slice(0, 2)),
          ...part('city', digits.slice(0, 4)),
          ...part('district', digits.slice(0, 6)),
          ...part('village', digits),
          ...part('rt', rt),
          ...part('rw', rw),
        ],
      },
    ],
  })
}
