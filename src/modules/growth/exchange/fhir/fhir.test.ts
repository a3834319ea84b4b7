// FHIR R4 bundles: the golden one, the same bytes twice, and every resource judged by two validators of others. The validators
// are tried with faults first, so that their silence means something.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyScore, JUDGED_INDICATORS } from '../../rules/classify.ts'
import { CATEGORIES_2020 } from '../../rules/editions.ts'
import { judgeMeasurement, type Measurement } from '../../rules/measurement.ts'
import type { ChildRecord } from '../types.ts'
import { visitBundle } from './bundle.ts'
import { codeOn, SATUSEHAT_2024 } from './codes.ts'
import type { Resource } from './resources.ts'
import { lantanaFaults, medplumFaults } from './testing/validators.ts'
import type { FhirVisit } from './visit.ts'

const child: ChildRecord = {
  childId: '018f3a6e-0000-7000-8000-000000000001',
  nik: '6311061012249901',
  name: 'Contoh Anak',
  sex: 1,
  birthDate: '2024-12-10',
  birthExact: true,
  motherName: 'Contoh Ibu',
  motherNik: '6311064101959902',
  phone: '081234567890',
  address: 'Jalan Contoh 1',
  rt: '001',
  rw: '002',
  posyandu: 'Melati',
  villageCode: '63.11.06.1001',
  moved: false,
}

function visit(figures: Partial<Measurement> = {}, more: Partial<FhirVisit> = {}): FhirVisit {
  const of = more.child ?? child
  const measurement = judgeMeasurement(of, {
    id: 'm-1',
    date: '2026-06-11',
    place: 'posyandu',
    verified: true,
    weightG: 7200,
    lengthHeightTenthMm: 7450,
    position: 'l',
    ...figures,
  })
  return {
    visitId: 'v-1',
    child: of,
    organisation: { ihs: '10000001', name: 'Puskesmas Contoh' },
    practitioner: { ihs: 'N10000001', name: 'Contoh Bidan' },
    location: { id: 'loc-1', name: 'Posyandu Melati' },
    atHome: false,
    start: '2026-06-11T09:10:00+08:00',
    end: '2026-06-11T09:25:00+08:00',
    measurement,
    categories: Object.fromEntries(
      JUDGED_INDICATORS.flatMap((name) => {
        const category = classifyScore(name, measurement.scores[name], CATEGORIES_2020)
        return category === undefined ? [] : [[name, category.code]]
      }),
    ),
    ...more,
  }
}
const everything = visit(
  { headTenthMm: 4600, armTenthMm: 1140 },
  {
    diagnoses: [{ id: 'dx-1', code: 'E43', decidedBy: { role: 'doctor', ihs: 'N20000002' }, decidedOn: '2026-06-11' }],
    pmt: {
      id: 'pmt-1',
      firstDay: '2026-06-11',
      cycle: 1,
      kind: 'local',
      money: 'dak',
      perGuideline: true,
      reason: 'wasting',
      week: 1,
      monitoredOn: '2026-06-11',
      given: [true, true, true, true, true, true, true],
      ill: false,
      next: 'continue',
    },
    referral: {
      id: 'ref-1',
      orderedAt: '2026-06-11T09:20:00+08:00',
      urgent: true,
      to: { ihs: '10000009', name: 'RSUD Contoh' },
      reason: 'Gizi buruk dengan komplikasi',
    },
    immunizations: [
      {
        id: 'imm-1',
        vaccine: { kfa: '93001234', name: 'Campak Rubella' },
        givenAt: '2026-06-11T09:15:00+08:00',
        lot: 'A1',
        expires: '2027-01-31',
        dose: 1,
      },
    ],
  },
)
const resources = (of: FhirVisit): readonly Resource[] =>
  visitBundle(of, SATUSEHAT_2024).bundle.entry.map((e) => e.resource)
const faults = (of: FhirVisit) => {
  const { bundle } = visitBundle(of, SATUSEHAT_2024)
  return [...medplumFaults(bundle), ...lantanaFaults(bundle)]
}
const kinds = (of: FhirVisit) => resources(of).map(({ resourceType }) => resourceType)

describe('the validators find faults', () => {
  const [patient] = resources(everything)
  test.each([
    ['an unknown element', { ...patient!, colour: 'red' }, 'both'],
    ['a date of Indonesia', { ...patient!, birthDate: '10-12-2024' }, 'medplum'],
    ['a contact without anything (invariant pat-1)', { ...patient!, contact: [{ gender: 'male' }] }, 'medplum'],
    ['a gender that is no code', { ...patient!, gender: 'laki-laki' }, 'lantana'],
    ['an Observation without status', { resourceType: 'Observation', code: { text: 'x' } }, 'both'],
    [
      'a number as text',
      { resourceType: 'Observation', status: 'final', code: { text: 'x' }, valueQuantity: { value: '7' } },
      'both',
    ],
  ])('%s', (_, resource, by) => {
    expect([medplumFaults(resource).length > 0, lantanaFaults(resource).length > 0]).toEqual([
      by !== 'lantana',
      by !== 'medplum',
    ])
  })
})

describe('bundles', () => {
  test('the golden bundle of a visit with everything', () => {
    const golden = JSON.parse(readFileSync(new URL('./testing/visit.json', import.meta.url), 'utf8'))
    expect(visitBundle(everything, SATUSEHAT_2024).bundle).toEqual(golden)
  })
  test('both validators find nothing in it, in the order of the guide', () => {
    expect(faults(everything)).toEqual([])
    expect([...new Set(kinds(everything))]).toEqual([
      'Patient',
      'RelatedPerson',
      'Encounter',
      'Condition',
      'Observation',
      'NutritionOrder',
      'ServiceRequest',
      'Immunization',
    ])
  })
  test('a bundle without its requests is refused by the rules of a transaction', () => {
    const { bundle } = visitBundle(everything, SATUSEHAT_2024)
    const broken = { ...bundle, entry: bundle.entry.map(({ fullUrl, resource }) => ({ fullUrl, resource })) }
    expect(medplumFaults(broken).join()).toMatch(/bdl-3/)
  })
  test('twice the same bytes; every reference inside is there; each entry is searched before it is made', () => {
    const text = JSON.stringify(visitBundle(everything, SATUSEHAT_2024).bundle)
    expect(JSON.stringify(visitBundle(everything, SATUSEHAT_2024).bundle)).toBe(text)
    const { entry } = visitBundle(everything, SATUSEHAT_2024).bundle
    const urls = entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(urls).size).toBe(urls.length)
    const referred = [...text.matchAll(/"reference":"(urn:uuid:[^"]+)"/g)].map((match) => match[1]!)
    expect(referred.filter((url) => !urls.includes(url))).toEqual([])
    expect(entry.every(({ request }) => request.ifNoneExist.startsWith('identifier='))).toBe(true)
  })
  test('the scores of the worked example go with their meaning and where they come from', () => {
    const scores = resources(visit()).filter((r) => JSON.stringify(r).includes('"WHO 2006"'))
    // the three that the specification names; the body mass index comes fourth
    expect(scores.length).toBe(4)
    expect(scores.slice(0, 3).map((r) => JSON.stringify(r.valueQuantity))).toEqual(
      [-3.68, -2.88, -3.35].map((value) =>
        JSON.stringify({ value, unit: 'z-score', system: 'http://unitsofmeasure.org', code: '{score}' }),
      ),
    )
    expect(JSON.stringify(scores[0])).toContain('OI000007')
    expect(JSON.stringify(scores[2])).toMatch(
      /"derivedFrom":\[\{"reference":"urn:uuid:[^}]+\},\{"reference":"urn:uuid:/,
    )
  })
  test('a measuring alone makes no Condition, however short the child; a flagged score is not sent', () => {
    expect(kinds(visit({ lengthHeightTenthMm: 6000 }))).not.toContain('Condition')
    const flagged = visit({ weightG: 30_000 })
    expect(flagged.measurement?.scores.weightForAge?.flagged).toBe(true)
    expect(JSON.stringify(resources(flagged))).not.toContain('1153593003')
  })
  test('a known patient does not go along; a newborn without number goes by the mother; an estimated birth date stays here', () => {
    expect(kinds(visit({}, { patientIhs: 'P02478375538' }))).not.toContain('Patient')
    const { nik: _, ...newborn } = child
    const [patient] = resources(visit({}, { child: { ...newborn, birthOrder: 2, birthExact: false } }))
    expect(patient).toMatchObject({
      multipleBirthInteger: 2,
      identifier: [{ system: 'https://fhir.kemkes.go.id/id/nik-ibu' }, {}],
    })
    expect(patient).not.toHaveProperty('birthDate')
    expect(faults(visit({}, { child: { ...newborn, birthExact: false } }))).toEqual([])
  })
  test('what has no code that day stops itself and is told; the rest goes', () => {
    const codes = { ...SATUSEHAT_2024, observations: SATUSEHAT_2024.observations.filter((c) => c.local !== 'weightG') }
    const { bundle, missing } = visitBundle(
      visit(
        {},
        { diagnoses: [{ id: 'x', code: 'Z99', decidedBy: { role: 'doctor', ihs: 'N1' }, decidedOn: '2026-06-11' }] },
      ),
      codes,
    )
    expect(missing).toEqual([
      { kind: 'condition', local: 'Z99' },
      { kind: 'observation', local: 'weightG' },
    ])
    expect(bundle.entry.some(({ resource }) => resource.resourceType === 'Encounter')).toBe(true)
    expect(codeOn(SATUSEHAT_2024.observations, '2024-04-30', (c) => c.local === 'weightG')).toBeUndefined()
  })
  test('whatever is measured and written in names, both validators find nothing', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.oneof(
            fc.constant("'; --👶🏽"),
            fc.string({ minLength: 1, maxLength: 30 }).filter((s) => s.trim() !== '' && !/[\p{Cc}]/u.test(s)),
          ),
          weightG: fc.option(fc.integer({ min: 900, max: 40_000 }), { nil: undefined }),
          lengthHeightTenthMm: fc.option(fc.integer({ min: 3800, max: 13_000 }), { nil: undefined }),
          position: fc.constantFrom('l' as const, 'h' as const, undefined),
          headTenthMm: fc.option(fc.integer({ min: 2500, max: 6000 }), { nil: undefined }),
          oedema: fc.constantFrom(0 as const, 2 as const),
          date: fc.constantFrom('2024-12-10', '2025-09-01', '2026-12-11', '2029-12-01'),
        }),
        ({ name, ...figures }) => {
          expect(faults(visit(figures, { child: { ...child, name } }))).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})

test('who measured stands on each observation, who answers on the visit; both validators agree', () => {
  const named = { ...everything, measuredBy: { ihs: 'N30000003', name: 'Contoh Gizi' } }
  expect(faults(named)).toEqual([])
  const all = resources(named)
  const performers = new Set(
    all.flatMap((one) => (one.resourceType === 'Observation' ? [JSON.stringify(one.performer)] : [])),
  )
  expect([...performers]).toEqual(['[{"reference":"Practitioner/N30000003","display":"Contoh Gizi"}]'])
  const encounter = JSON.stringify(all.find(({ resourceType }) => resourceType === 'Encounter'))
  expect([encounter.includes('PPRF'), encounter.includes('Practitioner/N10000001')]).toEqual([true, true])
  expect(JSON.stringify(resources({ ...everything, measuredBy: everything.practitioner }))).not.toContain('PPRF')
})
