import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exampleEnvironment } from './check-cli.ts'
import { decideInstallation } from './decide-installation.ts'
import { readServices } from './files.ts'
import { applyOverlay, readOverlay } from './overlay.ts'
import { refusals } from './refusals.ts'
import { mustCompile, revisionHash, revisionOf, surroundingsOf } from './revision.ts'
import { session } from './session.ts'
import { compiled, context, facts } from './testing/small-service.ts'

const text = { id: 'Baru', en: 'New' }
const birth = revisionOf(readServices('services'), 'birth-wni')
const environment = exampleEnvironment('instruments')
const install = (overlay: unknown) => decideInstallation(birth, undefined, overlay, environment)
const apply = (overlay: unknown) => {
  const read = readOverlay(overlay)
  return read.ok ? applyOverlay(mustCompile(birth), read.value, surroundingsOf(birth)) : read
}
const codes = (overlay: unknown) => {
  const result = apply(overlay)
  return result.ok ? [] : result.refusals.map((one) => one.code)
}
const hamlet = {
  page: 'parents',
  after: 'mother',
  field: { key: 'localHamlet', type: 'text', label: text, required: true },
}

describe('an overlay', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['something it may not touch', { effects: [] }, ['overlay-shape']],
    ['a channel the publisher does not have', { channels: ['office'] }, ['overlay-channel']],
    ['no Indonesian', { languages: ['en'] }, ['overlay-language']],
    ['a role the process has not', { roles: { pirate: 'u' } }, ['overlay-role']],
    ['a page that is none', { addQuestions: [{ ...hamlet, page: 'deck' }] }, ['overlay-page']],
    [
      'a key without its prefix',
      { addQuestions: [{ ...hamlet, field: { ...hamlet.field, key: 'hamlet' } }] },
      ['overlay-key'],
    ],
    ['a required question hidden', { hide: ['childName'] }, ['overlay-hide']],
    [
      'a paper without its prefix',
      { addDocuments: [{ id: 'letter', label: text, hint: text, sample: 'letter', required: true }] },
      ['overlay-document'],
    ],
    ['more than the statutory deadline', { deadlineOfficeHours: 30 * 8 + 1 }, ['overlay-deadline']],
    [
      'an approval by the applicant',
      { approval: { before: 'signing', role: 'applicant', label: text, next: text } },
      ['overlay-approval'],
    ],
    [
      'an approval before nothing',
      { approval: { before: 'sailing', role: 'head', label: text, next: text } },
      ['overlay-approval'],
    ],
    [
      'a question that leans on nothing',
      { addQuestions: [{ ...hamlet, field: { ...hamlet.field, when: { answered: 'sail' } } }] },
      ['overlay-breaks'],
    ],
  ])('refuses %s', (_, overlay, expected) => {
    expect(codes(overlay)).toEqual(expected)
    for (const code of expected) expect(refusals).toHaveProperty([code])
  })

  test('refuses a fee where the law sets it', () => {
    expect(codes({ fee: { rupiah: 5000, legalBasis: 'Perda 1/2026' } })).toEqual(['overlay-fee-fixed'])
  })

  test('without anything changes nothing', () => {
    const done = install({})
    expect(done).toMatchObject({ ok: true, value: { explained: [], longerDeadline: false, differences: [] } })
  })

  test('shows what it explains: question, paper, deadline, approval', () => {
    const done = install({
      addQuestions: [hamlet],
      addDocuments: [{ id: 'local-photo', label: text, hint: text, sample: 'photo', required: true }],
      deadlineOfficeHours: 40,
      approval: { before: 'signing', role: 'head', label: text, next: text },
      channels: ['web', 'village', 'counter', 'app', 'whatsapp', 'mobile', 'notice'],
    })
    expect(done.ok).toBe(true)
    if (!done.ok) return
    const usual = done.value.explained.filter((one) => one.example === 'usual-health-centre')
    expect(usual.map((one) => one.what).sort()).toEqual(['documents', 'due', 'questions', 'states'])
    expect(usual.find((one) => one.what === 'documents')).toMatchObject({ before: [], after: ['local-photo'] })
    expect(usual.find((one) => one.what === 'states')?.after).toContainEqual(['approve', 'signing'])
    expect(done.value.longerDeadline).toBe(true)
  })

  test('the added approval is one more pair of eyes', () => {
    const done = apply({ approval: { before: 'signing', role: 'head', label: text, next: text } })
    expect(done.ok && done.value.service.process.separateDuties).toEqual([['verify', 'validate', 'sign', 'approve']])
  })

  test('hides an optional question without breaking what leans on it', () => {
    const read = readOverlay({ hide: ['nickname'] })
    const done = applyOverlay(compiled(), read.ok ? read.value : {}, { services: new Set(), templates: {} })
    expect(done.ok).toBe(true)
    if (!done.ok) return
    const here = session(
      done.value.service,
      { kind: 'oar', nickname: 'Si Biru', builtOn: '2026-04-01', owner: { personId: 'budi' } },
      facts,
      context,
    )
    expect(here.pages[0]?.fields.map((one) => one.field.key)).toEqual(['kind', 'builtOn'])
    expect(here.answersThatCount).not.toHaveProperty('nickname')
  })
})

describe('a revision', () => {
  test('has the name of its content, in any order of keys', () => {
    const { content } = birth
    const turned = {
      ...Object.fromEntries(Object.entries(content).reverse()),
      service: Object.fromEntries(Object.entries(content.service as object).reverse()),
    } as unknown as typeof content
    expect(revisionHash(turned)).toBe(birth.hash)
    expect(birth.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('holds the shared parts it uses, and no others', () => {
    expect(Object.keys(birth.content.groups).sort()).toEqual(['contact', 'mandate', 'witnesses'])
    expect(Object.keys(birth.content.processes)).toEqual(['civil'])
    expect(Object.keys(birth.content.templates).sort()).toEqual(['birth-deed-extract', 'kk'])
    expect(birth.content.examples['usual-health-centre']).toEqual(
      JSON.parse(readFileSync('services/birth-wni/examples/usual-health-centre.json', 'utf8')),
    )
  })

  test('gets another name when a shared part changes', () => {
    const content = structuredClone(birth.content)
    const group = content.groups.witnesses as { about: string }
    group.about = 'other words'
    expect(revisionHash(content)).not.toBe(birth.hash)
  })

  test('is not installed where an example of the publisher is not true', () => {
    const content = structuredClone(birth.content)
    const example = content.examples['edge-day-61'] as { expect: { late: boolean } }
    example.expect.late = false
    expect(decideInstallation({ hash: revisionHash(content), content }, undefined, {}, environment)).toMatchObject({
      ok: false,
      refusals: [{ code: 'example-broken', at: 'edge-day-61' }],
    })
  })

  test('upgrades show their differences', () => {
    const content = structuredClone(birth.content)
    const service = content.service as { deadline: { officeHours: number } }
    service.deadline.officeHours = 16
    for (const example of Object.values(content.examples)) delete (example as { expect: { due?: string } }).expect.due
    const done = decideInstallation(
      { hash: revisionHash(content), content },
      { revision: birth, overlay: {} },
      {},
      environment,
    )
    expect(done).toMatchObject({
      ok: true,
      value: { draftsFollow: true, differences: [{ kind: 'deadline', severity: 'rule' }] },
    })
  })
})
