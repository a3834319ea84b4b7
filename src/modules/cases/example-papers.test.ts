// Every paper that a golden example issues can be printed: no field of its template is missing. Must stay true: the plan is
// made twice as in a real case, once for its needs and once with numbers.
import { describe, expect, it } from 'vitest'
import type { Answer } from '../catalogue/answers.ts'
import { exampleEnvironment } from '../catalogue/check-cli.ts'
import { compileService } from '../catalogue/compile.ts'
import { ExampleSchema } from '../catalogue/example.ts'
import { pastOf } from '../catalogue/example-before.ts'
import { runExample } from '../catalogue/examples.ts'
import { readShape } from '../catalogue/fault.ts'
import { readServices } from '../catalogue/files.ts'
import { checkData } from '../documents/template-check.ts'
import { readTemplates } from '../documents/templates.ts'
import { snapshotOfExample } from '../register/example-register.ts'
import { numberText } from '../register/numbers.ts'
import { planEffects } from '../register/plan.ts'
import { mergeSnapshots, snapshotOf } from '../register/snapshot.ts'
import { documentData } from './document-data.ts'
import { aboutOf } from './paper-about.ts'

const folder = readServices('services')
const environment = exampleEnvironment('instruments')
const templates = readTemplates('services/shared/documents')
const CARDS = new Set(['kia', 'ktp-el', 'ikd'])
const PLACES = { village: 'Contoh', district: 'Contoh', regency: 'Contoh', province: 'Contoh' }

const issuing = folder.services.filter((one) => Object.values(one.examples).some(expectsPapers))

/** What a paper must say besides being complete. */
const SAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'non-permanent-resident/usual-landlord-reports-tenant': {
    name: 'Yohanes Kurniawan',
    originAddress: 'Jalan Mulawarman 8',
    address: 'Jalan Cempaka 12, kamar 3',
    stayUntil: '2027-01-31',
  },
  'non-permanent-resident/usual-resident-of-another-village': {
    name: 'Siti Aminah',
    originAddress: 'Jalan Kenanga 4',
    address: 'Jalan Cempaka 12, kamar 3',
  },
}

describe.each(issuing.map((one) => [one.id, one] as const))('papers of %s', (id, one) => {
  const service = compileService(one.service, folder.shared, id).service!
  it.each(Object.entries(one.examples).filter(([, raw]) => expectsPapers(raw)))('%s', (name, raw) => {
    const example = readShape(ExampleSchema, raw, name).value!
    const { scope, answersThatCount } = runExample(service, example, environment).session
    const { snapshot, pastCases } = pastOf(snapshotOfExample('63.11', example.register), example.before)
    const today = example.day.slice(0, 10)
    const since =
      service.definition.effectiveDate === undefined ? undefined : scope.value(service.definition.effectiveDate)
    const applicant: { applicant?: string } = example.applicant === undefined ? {} : { applicant: example.applicant }
    const aliases: Record<string, string> = example.applicant === undefined ? {} : { applicant: example.applicant }
    const plan = (numbers?: Record<string, string>) => {
      let count = 0
      const made = planEffects(service.definition.effects, {
        snapshot,
        scope,
        aliases,
        today,
        pastCases,
        ...(since?.is === 'known' && typeof since.value === 'string' ? { eventDate: since.value } : {}),
        ...(numbers === undefined ? {} : { numbers }),
        newId: () => `new-${++count}`,
      })
      if (!made.ok) throw new Error(made.refusals.map(({ code, at }) => `${code} ${at}`).join(', '))
      return made.value
    }
    let serial = 9950
    const numbered = plan(
      Object.fromEntries(plan().needs.map((need) => [need.key, numberText('63.11', need, serial++)])),
    )
    const { persons, families, deeds } = numbered.result
    const made = snapshotOf('63.11', { persons: persons.map(({ person }) => person), families, deeds })
    const after = mergeSnapshots(made, snapshot)
    const missing = numbered.changes.flatMap((change) => {
      if (change.kind !== 'document' || change.action !== 'issue' || CARDS.has(change.document)) return []
      const { template } = templates.byKind.get(change.document)!
      const issue = service.definition.issues.find(
        ({ document, when }) =>
          document === change.document && (when === undefined || scope.holds(when).truth !== false),
      )
      const given: Record<string, Answer | undefined> = {}
      for (const [key, value] of Object.entries(issue?.data ?? {})) {
        const found = scope.value(value)
        given[key] = found.is === 'known' ? found.value : undefined
      }
      const data = documentData({
        template,
        thing: change.of,
        after,
        before: snapshot,
        service,
        answers: answersThatCount,
        given,
        today,
        letterNumber: 'SK/6311/10042026/9901',
        moved: numbered.changes.flatMap((other) =>
          other.kind === 'field-set' && other.field === 'status' ? [other.personId] : [],
        ),
        placesOf: () => PLACES,
        ...aboutOf(numbered, change),
        ...applicant,
      })
      expect(data).toMatchObject(SAYS[`${id}/${name}`] ?? {})
      return checkData(template, data, templates.lists).map(({ code, at }) => `${change.document}: ${code} ${at}`)
    })
    expect(missing).toEqual([])
  })
})

function expectsPapers(raw: unknown): boolean {
  const { expect } = raw as { readonly expect?: { readonly refused?: unknown; readonly changes?: readonly string[] } }
  return (expect?.refused ?? null) === null && (expect?.changes ?? []).some((line) => line.startsWith('issueDocument '))
}
