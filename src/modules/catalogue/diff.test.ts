import { describe, expect, test } from 'vitest'
import { diffServices, mayDraftsFollow } from './diff.ts'
import { compiled, shared } from './testing/small-service.ts'

type Raw = Record<string, unknown>
type Page = { fields: Raw[]; title: Raw }
const pagesOf = (raw: Raw) => raw.pages as Page[]
const between = (change: (raw: Raw) => void) => diffServices(compiled(), compiled(change))
const kinds = (change: (raw: Raw) => void) => between(change).map((one) => `${one.severity} ${one.kind} ${one.at}`)
const word = { id: 'Baru', en: 'New' }

describe('differences between revisions', () => {
  test('none between equals', () => {
    expect(between(() => {})).toEqual([])
  })

  test.each<[string, (raw: Raw) => void, readonly string[]]>([
    ['a question that is gone', (raw) => pagesOf(raw)[0]!.fields.splice(3, 1), ['answers field-removed nickname']],
    [
      'another type',
      (raw) => Object.assign(pagesOf(raw)[0]!.fields[3]!, { type: 'longtext' }),
      ['answers field-type nickname'],
    ],
    [
      'tighter limits',
      (raw) => Object.assign(pagesOf(raw)[0]!.fields[1]!, { max: 100 }),
      ['answers field-limits power'],
    ],
    [
      'an option that is gone',
      (raw) =>
        Object.assign(pagesOf(raw)[0]!.fields[0]!, {
          options: [
            { value: 'motor', label: word },
            { value: 'sail', label: word },
          ],
        }),
      ['answers option-removed kind', 'question option-added kind'],
    ],
    [
      'a new required question',
      (raw) => pagesOf(raw)[0]!.fields.push({ key: 'colour', type: 'text', label: word, required: true }),
      ['question field-added colour'],
    ],
    [
      'an optional one becomes required',
      (raw) => Object.assign(pagesOf(raw)[0]!.fields[3]!, { required: true }),
      ['question field-required nickname'],
    ],
    [
      'another condition',
      (raw) => Object.assign(pagesOf(raw)[0]!.fields[1]!, { when: { is: ['kind', 'oar'] } }),
      ['question field-when power'],
    ],
    [
      'other words',
      (raw) => Object.assign(pagesOf(raw)[0]!.fields[3]!, { label: word }),
      ['wording field-text nickname'],
    ],
    ['other words of the page', (raw) => Object.assign(pagesOf(raw)[0]!, { title: word }), ['wording page-text boat']],
    [
      'a new paper',
      (raw) =>
        (raw.documents as Raw[]).push({ id: 'licence', label: word, hint: word, sample: 'letter', required: true }),
      ['rule document-added licence'],
    ],
    [
      'another rule for a paper',
      (raw) => Object.assign((raw.documents as Raw[])[1]!, { required: true }),
      ['rule document-rule engine-bill'],
    ],
    [
      'other words of a paper',
      (raw) => Object.assign((raw.documents as Raw[])[1]!, { hint: word }),
      ['wording document-text engine-bill'],
    ],
    [
      'another eligibility',
      (raw) => Object.assign((raw.eligibility as Raw[])[0]!, { require: { fact: 'isHead', of: 'owner' } }),
      ['rule eligibility-rule adult'],
    ],
    [
      'fee and deadline',
      (raw) =>
        Object.assign(raw, { fee: { rupiah: 0, legalBasis: 'x' }, deadline: { officeHours: 8, confirmed: true } }),
      ['rule fee fee', 'rule deadline deadline'],
    ],
    ['effects', (raw) => (raw.effects as Raw[]).pop(), ['rule effects effects']],
  ])('%s', (_, change, expected) => {
    expect(kinds(change)).toEqual(expected)
  })

  test('a changed process', () => {
    const processes = structuredClone(shared.processes) as { small: { states: Raw[]; actions: Raw[] } }
    processes.small.states[2]!.label = word
    processes.small.actions[3]!.roles = ['chief']
    const found = diffServices(
      compiled(),
      compiled(() => {}, { ...shared, processes }),
    ).map((one) => `${one.severity} ${one.kind} ${one.at}`)
    expect(found).toEqual(['rule action decide', 'wording state checking'])
  })

  test('says each in both languages and puts the gravest first', () => {
    const found = between((raw) => {
      Object.assign(pagesOf(raw)[0]!.fields[3]!, { label: word })
      pagesOf(raw)[1]!.fields.splice(1, 1)
      ;(raw.effects as Raw[]).pop()
    })
    expect(found[0]).toMatchObject({
      severity: 'answers',
      text: { id: 'Pertanyaan dihapus: Pembantu.', en: 'Question removed: Pembantu in English.' },
    })
    expect(found.at(-1)?.severity).toBe('wording')
    expect(mayDraftsFollow(found)).toBe(false)
    expect(mayDraftsFollow(between((raw) => Object.assign(pagesOf(raw)[0]!.fields[3]!, { label: word })))).toBe(true)
  })
})
