// A group that is asked only under a condition brings its papers and rules only then.
import { describe, expect, test } from 'vitest'
import type { SharedParts } from './compile.ts'
import { session } from './session.ts'
import { compiled, context, facts, shared } from './testing/small-service.ts'

const t = (id: string) => ({ id, en: id })
const question = (key: string, more: object = {}) => ({ key, type: 'text', label: t(key), required: true, ...more })
const paper = (id: string, more: object = {}) => ({
  id,
  label: t(id),
  hint: t(id),
  sample: 'court',
  required: true,
  ...more,
})
const parts: SharedParts = {
  ...shared,
  groups: {
    ...shared.groups,
    ruling: {
      id: 'ruling',
      about: 'what a court has said',
      include: ['seal'],
      fields: [question('court'), { group: 'judge' }],
      documents: [paper('ruling-copy'), paper('ruling-map', { required: { is: ['court', 'Paringin'] } })],
      eligibility: [{ id: 'known-court', require: { in: ['court', ['Paringin', 'Amuntai']] }, text: t('pengadilan') }],
    },
    judge: { id: 'judge', about: 'who said it', fields: [question('judge')], documents: [paper('judge-letter')] },
    seal: { id: 'seal', about: 'a seal', fields: [], documents: [paper('seal-print')] },
  },
}

type Raw = { pages: { fields: unknown[]; when?: unknown }[]; include?: string[] }
const serviceWith = (change: (raw: Raw) => void) => compiled((raw) => change(raw as unknown as Raw), parts)
const motorOnly = { group: 'ruling', when: { is: ['kind', 'motor'] } }
const papersOf = (service: ReturnType<typeof serviceWith>, answers: Record<string, string | number>) =>
  session(service, answers, facts, context)
    .documents.map(({ document, status }) => `${document.id} ${status}`)
    .filter((line) => /ruling|judge|seal/.test(line))

describe('a group asked under a condition', () => {
  const service = serviceWith((raw) => raw.pages[0]!.fields.push(motorOnly))

  test('needs no paper and refuses nobody while its questions are hidden', () => {
    expect(papersOf(service, { kind: 'oar' })).toEqual([])
    expect(session(service, { kind: 'oar' }, facts, context).refusals).toEqual([])
  })

  test('needs its papers, and those of the groups in it, when it is shown', () => {
    expect(papersOf(service, { kind: 'motor', court: 'Paringin' })).toEqual([
      'seal-print missing',
      'ruling-copy missing',
      'ruling-map missing',
      'judge-letter missing',
    ])
    expect(papersOf(service, { kind: 'motor', court: 'Amuntai' })).not.toContain('ruling-map missing')
    expect(session(service, { kind: 'motor', court: 'Mars' }, facts, context).refusals[0]?.id).toBe('known-court')
  })

  test('its papers wait for the answer they hang on', () => {
    expect(papersOf(service, {})).toContain('ruling-copy later')
  })
})

test('the condition of the page counts too', () => {
  const service = serviceWith((raw) => {
    raw.pages[1]!.fields.push({ group: 'ruling' })
    raw.pages[1]!.when = { is: ['kind', 'motor'] }
  })
  expect(papersOf(service, { kind: 'oar' })).toEqual([])
  expect(papersOf(service, { kind: 'motor' })).toContain('ruling-copy missing')
})

test('a group that is also included is always there', () => {
  const service = serviceWith((raw) => {
    raw.pages[0]!.fields.push(motorOnly)
    raw.include = ['seal']
  })
  expect(papersOf(service, { kind: 'oar' })).toEqual(['seal-print missing'])
})
