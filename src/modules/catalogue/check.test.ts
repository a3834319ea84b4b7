// The checker finds each kind of fault, at its place; a sound service has none.
import { describe, expect, test } from 'vitest'
import { checkServices } from './check.ts'
import type { ServicesFolder } from './files.ts'
import { shared, smallProcess, smallService } from './testing/small-service.ts'

const example = {
  title: 'usual',
  kind: 'usual',
  day: '2026-04-10T09:00+08:00',
  calendar: 'any',
  register: {
    persons: [
      {
        id: 'budi',
        nik: '6311061703869901',
        name: 'Budi Santoso',
        sex: 'L',
        birthDate: '1986-03-17',
        village: '63.11.06.2001',
      },
    ],
  },
  applicant: 'budi',
  applicantRole: 'self',
  channel: 'web',
  answers: { kind: 'oar', builtOn: '2026-04-01' },
  uploads: ['photo', 'kk'],
  expect: {
    refused: null,
    questions: 5,
    states: [
      ['send', 'checking'],
      ['check', 'done'],
    ],
    changes: ['setField owner otherName'],
  },
}
const refusedExample = {
  ...example,
  title: 'refused',
  kind: 'refused',
  answers: { ...example.answers, kind: 'submarine' },
  expect: { refused: ['choice-unknown'] },
}

/** Changes of raw JSON by pointer; `undefined` removes, a pointer that ends in `/-` appends. */
type Change = readonly [pointer: string, value: unknown]

function damage(root: object, [pointer, value]: Change): void {
  const parts = pointer.split('/')
  const last = parts.pop()!
  const place = parts.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], root) as Record<
    string,
    unknown
  >
  if (last === '-') (place as unknown as unknown[]).push(value)
  else if (value === undefined) delete place[last]
  else place[last] = value
}

function faultsOf(...changes: readonly Change[]): readonly string[] {
  const root = structuredClone({ service: smallService, shared, examples: { usual: example, refused: refusedExample } })
  for (const change of changes) damage(root, change)
  const folder: ServicesFolder = {
    shared: root.shared,
    sharedTemplates: {},
    services: [{ id: 'boat', service: root.service, examples: root.examples, templates: {}, hasReadme: true }],
    faults: [],
  }
  const faults = checkServices(folder, { calendar: () => undefined }).faults.filter(
    (fault) => fault.pointer !== '/calendar',
  )
  return faults.map((fault) => `${fault.file.replace('services/', '')}#${fault.pointer} ${fault.message}`)
}

test('a sound service has no fault', () => {
  expect(faultsOf()).toEqual([])
})

const text = { id: 'a', en: 'b' }
const state = smallProcess.states[2]
const SMALL = 'shared/processes/small'

describe('the checker names', () => {
  test.each<[string, string, ...Change[]]>([
    [
      'an unknown key',
      'boat/service.json#/pages/0/fields/0/colour unknown key "colour"',
      ['service/pages/0/fields/0/colour', 'red'],
    ],
    ['a missing English text', 'boat/service.json#/texts/name/en', ['service/texts/name/en', undefined]],
    [
      'an empty Indonesian text',
      'boat/service.json#/texts/name/id Indonesian text missing',
      ['service/texts/name/id', ' '],
    ],
    [
      'an answer that is none',
      'boat/service.json#/pages/0/fields/1/when/is/0 there is no answer or calculation "sail"',
      ['service/pages/0/fields/1/when', { is: ['sail', 'x'] }],
    ],
    [
      'a literal that is never the answer',
      '/pages/0/fields/1/when/is/1 "sail" is never the answer',
      ['service/pages/0/fields/1/when', { is: ['kind', 'sail'] }],
    ],
    [
      'a code that the fact never has',
      '/filter/is/1 "M" is never the answer',
      ['service/pages/1/fields/1/filter', { is: [{ fact: 'sex', of: 'candidate' }, 'M'] }],
    ],
    [
      'a fact of nobody',
      '/eligibility/0/require fact isHead: of whom?',
      ['service/eligibility/0/require', { fact: 'isHead' }],
    ],
    [
      'a fact that is no condition',
      'not a yes/no fact',
      ['service/eligibility/0/require', { fact: 'name', of: 'owner' }],
    ],
    ['a person that is none', '"kind" is no person', ['service/eligibility/0/require', { fact: 'isHead', of: 'kind' }]],
    [
      'an item outside a list',
      '"item.price" means nothing outside a list of things',
      ['service/calculations/odd', { add: ['item.price', 1] }],
    ],
    [
      'a field that the list has not',
      'the list "parts" has no "weight"',
      ['service/calculations/odd', { countOf: 'parts', where: { more: ['item.weight', 1] } }],
    ],
    [
      'a table that is none',
      'there is no table "prices"',
      ['service/calculations/odd', { lookup: ['prices', 'kind'] }],
    ],
    [
      'a circle of calculations',
      '#/calculations/a "a" hangs on itself',
      ['service/calculations/a', { add: ['b', 1] }],
      ['service/calculations/b', { add: ['a', 1] }],
    ],
    [
      'a circle of conditions',
      '"kind" hangs on itself, in a circle',
      ['service/pages/0/fields/0/when', { answered: 'power' }],
    ],
    [
      'a question that hangs on a later one',
      '"nickname" hangs on "helper", which is asked later',
      ['service/pages/0/fields/3/when', { answered: 'helper' }],
    ],
    [
      'a question that nobody needs',
      '"whim" is asked, but nothing uses the answer',
      ['service/pages/0/fields/-', { key: 'whim', type: 'text', label: text, required: true }],
    ],
    [
      'a key used twice',
      'the key "kind" is used twice',
      ['service/pages/1/fields/-', smallService.pages[0]!.fields[0]],
    ],
    ['a rule that is none', 'there is no rule "yesterday"', ['service/pages/0/fields/2/check', ['yesterday']]],
    ['a rule for another type', 'the rule "past" is not for text', ['service/pages/0/fields/3/check', ['past']]],
    ['a rule about something that is no date', '"kind" is no date', ['service/pages/0/fields/2/check', ['after:kind']]],
    [
      'a report from what is no date',
      '#/report/from "kind" is no question for a date',
      ['service/report/from', 'kind'],
    ],
    ['a group that is none', 'there is no services/shared/groups/fax.json', ['service/pages/1/fields/3/group', 'fax']],
    [
      'groups in a circle',
      'groups include each other in a circle: phone > phone',
      ['shared/groups/phone/fields/-', { group: 'phone' }],
    ],
    ['a process that is none', 'there is no services/shared/processes/large.json', ['service/process', 'large']],
    ['an alternative to nothing', 'there is no document "receipt"', ['service/documents/2/alternativeTo', 'receipt']],
    ['a paper that is never needed', 'never needed and never possible', ['service/documents/0/required', false]],
    [
      'an effect on nobody',
      '#/effects/0 there is no answer, calculation or alias "sailor"',
      ['service/effects/0/person', 'sailor'],
    ],
    ['an effect of no kind', 'boat/service.json#/effects/0/op', ['service/effects/0/op', 'fly']],
    [
      'a template that is none',
      'there is no template "nothing"',
      ['service/issues', [{ document: 'kk', template: 'nothing', for: 'owner' }]],
    ],
    [
      'a service that is none',
      'there is no service "submarine"',
      ['service/effects/-', { op: 'startService', service: 'submarine', for: 'owner' }],
    ],
    ['another folder than its id', 'the id is "ship", the folder "boat"', ['service/id', 'ship']],
    ['two starts', 'there are 2 start states', [`${SMALL}/states/1/kind`, 'start']],
    ['a state nobody reaches', 'no case ever reaches "island"', [`${SMALL}/states/-`, { ...state, id: 'island' }]],
    [
      'a state without a way out',
      'from "deciding" no end can be reached',
      [`${SMALL}/actions/3/to`, 'deciding'],
      [`${SMALL}/actions/4/from`, ['checking']],
    ],
    ['a role that is none', 'there is no role "pirate"', [`${SMALL}/actions/2/roles`, ['pirate']]],
    [
      'a route that is never taken',
      'this route holds always',
      [`${SMALL}/actions/2/to`, [{ to: 'done' }, { to: 'deciding' }]],
    ],
    [
      'a last route that may fail',
      'the last route must hold always',
      [`${SMALL}/actions/2/to`, [{ to: 'done', when: { fact: 'isLate' } }]],
    ],
    ['answers in a process', 'a process knows no answers', [`${SMALL}/actions/3/when`, { is: ['kind', 'oar'] }]],
    [
      'a system that never rests',
      'the system would go round in a circle',
      [`${SMALL}/actions/-`, { ...smallProcess.actions[1], id: 'undo', from: ['checking'], to: 'sent' }],
    ],
    [
      'a timer without its action',
      'the system has no action "decide" in "waiting"',
      [`${SMALL}/timers/0/action`, 'decide'],
    ],
    [
      'a name in a notice',
      'a notice has no place "{name}"',
      ['shared/notices/small/notices/0/text/id', 'Untuk {name}'],
    ],
    [
      'a name in the notice of a card alone',
      'a notice has no place "{name}"',
      ['shared/notices/small/notices/0/cardOnly', { id: 'Untuk {name}', en: 'For {name}' }],
    ],
    ['a notice of no state', 'there is no state "gone"', ['shared/notices/small/notices/0/state', 'gone']],
    [
      'an example that is not true',
      'boat/examples/usual.json#/expect/questions questions: expected 9, but it is 5',
      ['examples/usual/expect/questions', 9],
    ],
    [
      'a way that an example cannot go',
      '#/expect/states states: expected',
      [
        'examples/usual/expect/states',
        [
          ['send', 'checking'],
          ['check', 'deciding'],
        ],
      ],
    ],
    [
      'an unanswered question',
      'expected null, but it is ["unanswered:kind"]',
      ['examples/usual/answers/kind', undefined],
    ],
    [
      'an example of a day that never was',
      'boat/examples/usual.json#/day no moment of any calendar',
      ['examples/usual/day', '2026-02-30T09:00+08:00'],
    ],
    [
      'an example with an answer to no question',
      'boat/examples/usual.json#/answers/sails no question has the key "sails"',
      ['examples/usual/answers/sails', 'x'],
    ],
    [
      'an example with a paper that nobody asks for',
      'boat/examples/usual.json#/uploads/0 the service asks for no document "passport"',
      ['examples/usual/uploads', ['passport']],
    ],
    [
      'a date compared with a text',
      '#/eligibility/0/require/before/0 before and after compare dates',
      ['service/eligibility/0/require', { before: ['nickname', 'builtOn'] }],
    ],
    [
      'a number compared with a date',
      '#/eligibility/0/require/less "less" compares a date with a number',
      ['service/eligibility/0/require', { less: ['builtOn', 3] }],
    ],
    [
      'a person compared by size',
      '#/eligibility/0/require/more/0 "more" has no meaning for a person',
      ['service/eligibility/0/require', { more: ['owner', 3] }],
    ],
    [
      'an edition of the survey that is none',
      '#/survey there is no edition "permenpan-99"',
      ['service/survey', 'permenpan-99'],
    ],
    [
      'another schema than its own',
      'boat/service.json#/$schema "../../schemas/process.schema.json" is not service.schema.json',
      ['service/$schema', '../../schemas/process.schema.json'],
    ],
    ['a missing kind of example', 'boat/examples# no refused example', ['examples/refused', undefined]],
  ])('%s', (_, expected, ...changes) => {
    expect(faultsOf(...changes).filter((fault) => fault.includes(expected))).not.toEqual([])
  })
})
