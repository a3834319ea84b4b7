// Measures and scores of a visit as Observations. Must stay true: a flagged score is not sent; a score says which measures it
// comes from and by which standard; what has no code stops itself and is told.
import type { Indicator } from '../../indicators.ts'
import { codeOn, type FhirCodes } from './codes.ts'
import {
  coded,
  type Entry,
  entry,
  type Json,
  localSystem,
  present,
  reference,
  SYSTEMS,
  scaled,
  urn,
} from './resources.ts'
import type { FhirVisit } from './visit.ts'

export type MissingFhirCode = {
  readonly kind: 'observation' | 'score' | 'interpretation' | 'condition'
  readonly local: string
}

const SENT_SCORES = [
  'weightForAge',
  'lengthForAge',
  'weightForLength',
  'bmiForAge',
  'headForAge',
] as const satisfies readonly Indicator[]

export function observationEntries(
  visit: FhirVisit,
  patient: string,
  encounter: string,
  codes: FhirCodes,
): { readonly entries: readonly Entry[]; readonly missing: readonly MissingFhirCode[] } {
  const { measurement, organisation } = visit
  const measurer = visit.measuredBy ?? visit.practitioner
  if (measurement === undefined) return { entries: [], missing: [] }
  const entries: Entry[] = []
  const missing: MissingFhirCode[] = []
  const system = localSystem('observation', organisation.ihs)
  const add = (local: string, body: { readonly [key: string]: Json }) => {
    const value = `${measurement.id}-${local}`
    const url = urn(organisation.ihs, 'observation', value)
    entries.push(
      entry(
        url,
        {
          resourceType: 'Observation',
          identifier: [{ system, value }],
          status: 'final',
          subject: reference(patient, visit.child.name),
          encounter: reference(encounter),
          effectiveDateTime: visit.start,
          performer: [reference(`Practitioner/${measurer.ihs}`, measurer.name)],
          ...body,
        },
        system,
        value,
      ),
    )
    return url
  }
  const on = measurement.date
  const measure = (local: string, value: number | undefined) => {
    if (value === undefined) return undefined
    const found = codeOn(codes.observations, on, (c) => c.local === local)
    if (found === undefined) {
      missing.push({ kind: 'observation', local })
      return undefined
    }
    return add(local, {
      category: [coded(SYSTEMS.category, found.category)],
      code: coded(found.system, found.code, found.display),
      valueQuantity: { value, unit: found.unit, system: SYSTEMS.ucum, code: found.unit },
    })
  }
  const weight = measure('weightG', measurement.weightG === undefined ? undefined : scaled(measurement.weightG, 1000))
  const length = measure(
    measurement.position === 'l' ? 'length' : measurement.position === 'h' ? 'height' : 'lengthHeight',
    measurement.lengthHeightTenthMm === undefined ? undefined : scaled(measurement.lengthHeightTenthMm, 100),
  )
  const headOf = measure(
    'headTenthMm',
    measurement.headTenthMm === undefined ? undefined : scaled(measurement.headTenthMm, 100),
  )
  measure('armTenthMm', measurement.armTenthMm === undefined ? undefined : scaled(measurement.armTenthMm, 100))

  for (const indicator of SENT_SCORES) {
    const score = measurement.scores[indicator]
    if (score === undefined || score.flagged) continue
    // from 731 days on it is height, and so are the names of the indicators
    const standing = measurement.ageDays > 730
    const local =
      indicator === 'lengthForAge' && standing
        ? 'heightForAge'
        : indicator === 'weightForLength' && standing
          ? 'weightForHeight'
          : indicator
    const found = codeOn(codes.scores, on, (c) => c.local === local)
    if (found === undefined) {
      missing.push({ kind: 'score', local })
      continue
    }
    const category = visit.categories?.[indicator]
    const meaning = codeOn(codes.interpretations, on, (c) => c.indicator === indicator && c.category === category)
    if (category !== undefined && meaning === undefined)
      missing.push({ kind: 'interpretation', local: `${indicator}/${category}` })
    const from = [
      ...(indicator === 'headForAge' ? [headOf] : []),
      ...(['weightForAge', 'weightForLength', 'bmiForAge'].includes(indicator) ? [weight] : []),
      ...(['lengthForAge', 'weightForLength', 'bmiForAge'].includes(indicator) ? [length] : []),
    ].flatMap((url) => (url === undefined ? [] : [reference(url)]))
    add(
      local,
      present({
        category: [coded(SYSTEMS.category, found.category)],
        code: coded(found.system, found.code, found.display),
        valueQuantity: { value: score.z, unit: 'z-score', system: SYSTEMS.ucum, code: found.unit },
        interpretation: meaning === undefined ? undefined : [coded(meaning.system, meaning.code, meaning.display)],
        method: { text: 'WHO 2006' },
        derivedFrom: from.length === 0 ? undefined : from,
      }),
    )
  }
  return { entries, missing }
}
