// One visit of a child as a FHIR R4 transaction: patient when unknown, Encounter, Conditions, Observations, then food, referral
// and vaccines. Must stay true: the same visit gives the same bytes; references inside go by urn:uuid; a Condition exists only
// by a doctor's decision; a diagnosis without a code stops itself and the rest goes.
import { codeOn, type FhirCodes } from './codes.ts'
import { type MissingFhirCode, observationEntries } from './observations.ts'
import { personEntries } from './person.ts'
import { coded, type Entry, entry, localSystem, present, type Resource, reference, SYSTEMS, urn } from './resources.ts'
import type { FhirVisit } from './visit.ts'

export type VisitBundle = {
  readonly bundle: { readonly resourceType: 'Bundle'; readonly type: 'transaction'; readonly entry: readonly Entry[] }
  readonly missing: readonly MissingFhirCode[]
}

export function visitBundle(visit: FhirVisit, codes: FhirCodes): VisitBundle {
  const { patient, entries: persons } = personEntries(visit)
  const encounter = urn(visit.organisation.ihs, 'encounter', visit.visitId)
  const conditions = conditionEntries(visit, patient, encounter, codes)
  const observations = observationEntries(visit, patient, encounter, codes)
  return {
    bundle: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        ...persons,
        encounterEntry(visit, patient, encounter, conditions.entries),
        ...conditions.entries,
        ...observations.entries,
        ...foodEntries(visit, patient, encounter),
        ...referralEntries(visit, patient, encounter),
        ...immunizationEntries(visit, patient, encounter),
      ],
    },
    missing: [...conditions.missing, ...observations.missing],
  }
}

function encounterEntry(visit: FhirVisit, patient: string, url: string, conditions: readonly Entry[]): Entry {
  const system = localSystem('encounter', visit.organisation.ihs)
  const period = { start: visit.start, end: visit.end }
  const resource: Resource = {
    resourceType: 'Encounter',
    ...present({
      identifier: [{ system, value: visit.visitId }],
      status: 'finished',
      statusHistory: [
        { status: 'arrived', period: { start: visit.start, end: visit.start } },
        { status: 'in-progress', period },
        { status: 'finished', period: { start: visit.end, end: visit.end } },
      ],
      class: visit.atHome
        ? { system: SYSTEMS.actCode, code: 'HH', display: 'home health' }
        : { system: SYSTEMS.actCode, code: 'AMB', display: 'ambulatory' },
      subject: reference(patient, visit.child.name),
      participant: [
        {
          type: [coded(SYSTEMS.participation, 'ATND', 'attender')],
          individual: reference(`Practitioner/${visit.practitioner.ihs}`, visit.practitioner.name),
        },
        ...(visit.measuredBy === undefined || visit.measuredBy.ihs === visit.practitioner.ihs
          ? []
          : [
              {
                type: [coded(SYSTEMS.participation, 'PPRF', 'primary performer')],
                individual: reference(`Practitioner/${visit.measuredBy.ihs}`, visit.measuredBy.name),
              },
            ]),
      ],
      period,
      diagnosis:
        conditions.length === 0
          ? undefined
          : conditions.map(({ fullUrl }, i) => ({
              condition: reference(fullUrl),
              use: coded(SYSTEMS.diagnosisRole, 'DD', 'Discharge diagnosis'),
              rank: i + 1,
            })),
      location:
        visit.location === undefined
          ? undefined
          : [{ location: reference(`Location/${visit.location.id}`, visit.location.name) }],
      serviceProvider: reference(`Organization/${visit.organisation.ihs}`, visit.organisation.name),
    }),
  }
  return entry(url, resource, system, visit.visitId)
}

function conditionEntries(visit: FhirVisit, patient: string, encounter: string, codes: FhirCodes) {
  const system = localSystem('condition', visit.organisation.ihs)
  const missing: MissingFhirCode[] = []
  const entries = (visit.diagnoses ?? []).flatMap(({ id, code, decidedBy, decidedOn }): Entry[] => {
    const found = codeOn(codes.conditions, decidedOn, (c) => c.code === code)
    if (found === undefined) {
      missing.push({ kind: 'condition', local: code })
      return []
    }
    return [
      entry(
        urn(visit.organisation.ihs, 'condition', id),
        {
          resourceType: 'Condition',
          identifier: [{ system, value: id }],
          clinicalStatus: coded(SYSTEMS.conditionClinical, 'active', 'Active'),
          category: [coded(SYSTEMS.conditionCategory, 'encounter-diagnosis', 'Encounter Diagnosis')],
          code: coded(SYSTEMS.icd10, found.code, found.display),
          subject: reference(patient, visit.child.name),
          encounter: reference(encounter),
          onsetDateTime: decidedOn,
          recordedDate: decidedOn,
          asserter: reference(`Practitioner/${decidedBy.ihs}`),
        },
        system,
        id,
      ),
    ]
  })
  return { entries, missing }
}

const PMT_NAMES = { factory: 'PMT pabrikan', local: 'PMT pangan lokal' } as const

function foodEntries(
  { pmt, organisation, practitioner, start }: FhirVisit,
  patient: string,
  encounter: string,
): Entry[] {
  if (pmt === undefined) return []
  const system = localSystem('nutritionorder', organisation.ihs)
  return [
    entry(
      urn(organisation.ihs, 'nutritionorder', pmt.id),
      {
        resourceType: 'NutritionOrder',
        identifier: [{ system, value: pmt.id }],
        status: pmt.next === 'continue' ? 'active' : 'completed',
        intent: 'order',
        patient: reference(patient),
        encounter: reference(encounter),
        dateTime: start,
        orderer: reference(`Practitioner/${practitioner.ihs}`),
        supplement: [
          {
            type: { text: PMT_NAMES[pmt.kind] },
            schedule: [{ repeat: { boundsPeriod: { start: pmt.firstDay }, frequency: 1, period: 1, periodUnit: 'd' } }],
          },
        ],
      },
      system,
      pmt.id,
    ),
  ]
}

function referralEntries(visit: FhirVisit, patient: string, encounter: string): Entry[] {
  const { referral, organisation } = visit
  if (referral === undefined) return []
  const system = localSystem('servicerequest', organisation.ihs)
  return [
    entry(
      urn(organisation.ihs, 'servicerequest', referral.id),
      {
        resourceType: 'ServiceRequest',
        identifier: [{ system, value: referral.id }],
        status: 'active',
        intent: 'original-order',
        category: [coded(SYSTEMS.snomed, '3457005', 'Patient referral')],
        priority: referral.urgent ? 'urgent' : 'routine',
        code: coded(SYSTEMS.snomed, '3457005', 'Patient referral'),
        subject: reference(patient, visit.child.name),
        encounter: reference(encounter),
        occurrenceDateTime: referral.orderedAt,
        authoredOn: referral.orderedAt,
        requester: reference(`Practitioner/${visit.practitioner.ihs}`),
        performer: [reference(`Organization/${referral.to.ihs}`, referral.to.name)],
        reasonCode: [{ text: referral.reason }],
      },
      system,
      referral.id,
    ),
  ]
}

function immunizationEntries(visit: FhirVisit, patient: string, encounter: string): Entry[] {
  const { organisation, location, practitioner } = visit
  const system = localSystem('immunization', organisation.ihs)
  return (visit.immunizations ?? []).map(({ id, vaccine, givenAt, lot, expires, dose }) =>
    entry(
      urn(organisation.ihs, 'immunization', id),
      {
        resourceType: 'Immunization',
        ...present({
          identifier: [{ system, value: id }],
          status: 'completed',
          vaccineCode: coded(SYSTEMS.kfa, vaccine.kfa, vaccine.name),
          patient: reference(patient, visit.child.name),
          encounter: reference(encounter),
          occurrenceDateTime: givenAt,
          recorded: givenAt,
          primarySource: true,
          location: location === undefined ? undefined : reference(`Location/${location.id}`, location.name),
          lotNumber: lot,
          // an expiry before the day it was given is a slip of the pen and is left out
          expirationDate: expires === undefined || expires < givenAt.slice(0, 10) ? undefined : expires,
          performer: [{ actor: reference(`Practitioner/${practitioner.ihs}`) }],
          reasonCode: [
            coded(
              'http://terminology.kemkes.go.id/CodeSystem/immunization-reason',
              'IM-Dasar',
              'Imunisasi Program Rutin Dasar',
            ),
          ],
          protocolApplied: [{ doseNumberPositiveInt: dose }],
        }),
      },
      system,
      id,
    ),
  )
}
