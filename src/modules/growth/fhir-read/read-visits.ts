// A measuring as a FHIR R4 Encounter and a dose as an Immunization, for whoever reads. Pure. Must stay true: no code of a vaccine is
// guessed: the dose goes under its own name and our own code; a dose copied from a book is no primary source.
import type { ChildRecord, StoredMeasurement } from '../child.ts'
import { present, type Resource, SYSTEMS } from '../exchange/fhir/resources.ts'
import type { DoseRead } from '../immunisation/immunisation-store.ts'
import { IMMUNISATION_2023 } from '../rules/immunisation.ts'

/** Our own codes of the doses of the schedule. */
export const DOSE_SYSTEM = 'urn:puja-indah:dose'

export function encounterOf(child: ChildRecord, measurement: StoredMeasurement): Resource {
  return {
    resourceType: 'Encounter',
    ...present({
      id: measurement.id,
      meta: { lastUpdated: measurement.recordedAt.toISOString() },
      status: 'finished',
      class:
        measurement.place === 'home'
          ? { system: SYSTEMS.actCode, code: 'HH', display: 'home health' }
          : { system: SYSTEMS.actCode, code: 'AMB', display: 'ambulatory' },
      subject: { reference: `Patient/${child.childId}` },
      period: { start: measurement.date, end: measurement.date },
    }),
  }
}

export function immunizationOf(child: ChildRecord, dose: DoseRead): Resource {
  const name = IMMUNISATION_2023.doses.find(({ code }) => code === dose.dose)?.name.id ?? dose.dose
  const number = /\d$/.exec(dose.dose)?.[0]
  return {
    resourceType: 'Immunization',
    ...present({
      id: dose.dose_id,
      meta: { lastUpdated: dose.recorded_at.toISOString() },
      status: 'completed',
      vaccineCode: { coding: [{ system: DOSE_SYSTEM, code: dose.dose, display: name }], text: name },
      patient: { reference: `Patient/${child.childId}` },
      occurrenceDateTime: dose.given_on,
      recorded: dose.recorded_at.toISOString(),
      primarySource: dose.source === 'given',
      // HB0 is a birth dose, not the first of a row
      protocolApplied: number === undefined || number === '0' ? undefined : [{ doseNumberPositiveInt: Number(number) }],
    }),
  }
}
