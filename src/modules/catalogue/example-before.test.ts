// An example may tell of an earlier case, which the service then undoes.
import { describe, expect, test } from 'vitest'
import { ExampleSchema } from './example.ts'
import { runExample } from './examples.ts'
import { readShape } from './fault.ts'
import { compiled } from './testing/small-service.ts'

const village = '63.11.06.2001'
const LETTER = 'SKPWNI/6311/01042026/9901'
const service = compiled((raw) => {
  const { pages } = raw as unknown as { pages: { fields: unknown[] }[] }
  pages[0]!.fields.push({ key: 'letter', type: 'text', label: { id: 'Surat', en: 'Letter' }, required: true })
  raw.effects = [{ op: 'reverseEffects', of: { letter: 'letter' } }]
})
const example = {
  title: 'the move that did not happen',
  kind: 'usual',
  day: '2026-04-10T09:00+08:00',
  calendar: 'any',
  register: {
    persons: [
      { id: 'budi', nik: '6311061703869901', name: 'Budi Santoso', sex: 'L', birthDate: '1986-03-17', village },
    ],
    families: [
      {
        id: 'kk1',
        kk: '6311061205219901',
        head: 'budi',
        members: [{ person: 'budi', relation: '1' }],
        address: { street: 'Jl. Pelita', rt: '2', rw: '1', village },
      },
    ],
  },
  before: {
    day: '2026-04-01',
    letter: LETTER,
    applicant: 'budi',
    answers: { movers: ['budi'], to: { street: 'Jl. Mawar', rt: '1', rw: '1', village: '63.09.05.2001' } },
    effects: [{ op: 'applyKkNumberRule', family: { familyOf: 'applicant' }, movers: 'movers', address: 'to' }],
  },
  applicant: 'budi',
  applicantRole: 'self',
  channel: 'web',
  answers: { kind: 'oar', builtOn: '2026-04-01', letter: LETTER },
  uploads: ['photo', 'kk'],
  expect: { refused: null, changes: ['reverseEffects letter letter'] },
}
const run = (change: object = {}) => {
  const read = readShape(ExampleSchema, { ...example, ...change }, 'example')
  expect(read.faults).toEqual([])
  return runExample(service, read.value!, { calendar: () => undefined })
}

describe('an earlier case of an example', () => {
  test('has happened, and is undone by its letter', () => {
    const { mismatches, session } = run()
    expect(mismatches).toEqual([])
    const status = session.scope.fact({ fact: 'status', of: 'applicant' })
    expect(status).toEqual({ is: 'known', value: 'moving' })
  })

  test('is not there under another letter', () => {
    expect(run({ answers: { ...example.answers, letter: 'SKPWNI/6311/01042026/9999' } }).outcome.refused).toEqual([
      'register-past-case-missing',
    ])
  })

  test('that could not happen is told', () => {
    const before = { ...example.before, answers: { ...example.before.answers, movers: [] } }
    expect(run({ before }).outcome.refused).toEqual(['before:register-nobody-moves'])
  })
})
