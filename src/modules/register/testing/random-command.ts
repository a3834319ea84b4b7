// Commands as a service would give them, drawn at random over whoever is in a register: births, deaths, marriages,
// divorces, moves, splits, merges. Many are refused; none may break a rule.
import fc from 'fast-check'
import type { Answers } from '../../catalogue/answers.ts'
import { familyOf, openMembers, spousesOf } from '../kinship.ts'
import type { Person, RegisterSnapshot } from '../snapshot.ts'
import { address, HALONG, JUAI, PARINGIN, TANJUNG } from './household.ts'

export type Command = {
  readonly kind: string
  readonly effects: unknown
  readonly answers: Answers
  readonly applicant: string
}

/** What chance decides, before it is known who lives there. */
export const drawn = fc.record({
  kind: fc.constantFrom(
    'birth',
    'death',
    'marriage',
    'divorce',
    'move',
    'moveOut',
    'abroad',
    'split',
    'merge',
    'address',
    'head',
  ),
  one: fc.nat(),
  other: fc.nat(),
  movers: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  place: fc.constantFrom(JUAI, HALONG, PARINGIN),
  withHead: fc.boolean(),
  withTarget: fc.boolean(),
  day: fc.integer({ min: 1, max: 28 }),
})
export type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

const deathEffects = [
  { op: 'recordDeed', as: 'deed', register: 'death', parties: { deceased: 'one' }, date: 'date' },
  { op: 'setPersonStatus', people: 'one', status: 'deceased' },
  { op: 'removeFamilyMember', person: 'one', reason: 'died' },
  { op: 'setMaritalStatus', people: { spouseOf: 'one' }, value: '6' },
  { op: 'setFamilyHead', family: { familyOf: 'head' }, person: 'head', when: { answered: 'head' } },
]
const move = (more: object = {}) => [
  { op: 'applyKkNumberRule', family: { familyOf: 'one' }, movers: 'movers', address: 'to', ...more },
]

const EFFECTS: Readonly<Record<Drawn['kind'], unknown>> = {
  birth: [
    {
      op: 'createPerson',
      as: 'child',
      name: 'name',
      sex: 'sex',
      birthDate: 'date',
      birthPlace: 'place',
      mother: 'one',
      father: 'other',
      village: { fact: 'villageCode', of: 'one' },
      nik: 'assign',
    },
    { op: 'recordDeed', as: 'birth', register: 'birth', parties: { child: 'child', mother: 'one' }, date: 'date' },
    { op: 'addFamilyMember', family: { familyOf: 'one' }, person: 'child', relation: '4' },
  ],
  death: deathEffects,
  marriage: [
    { op: 'recordDeed', as: 'deed', register: 'marriage', parties: { husband: 'one', wife: 'other' }, date: 'date' },
    { op: 'setMaritalStatus', people: ['one', 'other'], value: '2' },
    { op: 'createFamily', as: 'family', head: 'one', members: ['one', 'other'], address: 'to' },
  ],
  divorce: [
    { op: 'recordDeed', as: 'deed', register: 'divorce', parties: { husband: 'one', wife: 'other' }, date: 'date' },
    { op: 'setMaritalStatus', people: ['one', 'other'], value: '4' },
    { op: 'createFamily', as: 'family', head: 'other', address: 'to' },
  ],
  move: move({ newHead: 'head', target: { familyOf: 'host' } }),
  moveOut: move({ newHead: 'head' }),
  abroad: [
    { op: 'setPersonStatus', people: 'movers', status: 'abroad' },
    { op: 'applyKkNumberRule', family: { familyOf: 'one' }, movers: 'movers' },
  ],
  split: [{ op: 'createFamily', as: 'family', head: 'one', members: 'movers' }],
  merge: [{ op: 'moveFamilyMember', people: 'movers', to: { familyOf: 'other' } }],
  address: [{ op: 'setAddress', family: { familyOf: 'one' }, address: 'to' }],
  head: [{ op: 'setFamilyHead', family: { familyOf: 'one' }, person: 'one' }],
}

export function commandOf(snapshot: RegisterSnapshot, draw: Drawn, month: string): Command {
  const everyone = [...snapshot.persons.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const at = (index: number): Person => everyone[index % everyone.length]!
  const one = at(draw.one)
  const family = familyOf(snapshot, one.id)
  const members = family === undefined ? [one.id] : openMembers(family).map((member) => member.personId)
  const spouse = spousesOf(snapshot, one.id)[0]
  const other = draw.kind === 'divorce' || draw.kind === 'birth' ? (spouse ?? at(draw.other).id) : at(draw.other).id
  const stayer = members.find((id) => id !== one.id)
  const movers = [...new Set(draw.movers.map((index) => members[index % members.length]!))]
  const hasTarget = draw.kind === 'move' && draw.withTarget
  const rule = EFFECTS[draw.kind] as Record<string, unknown>[]
  const effects = draw.kind === 'move' && !hasTarget ? rule.map(({ target: _target, ...rest }) => rest) : rule
  return {
    kind: draw.kind,
    effects,
    applicant: one.id,
    answers: {
      one: { personId: one.id },
      other: { personId: other },
      host: { personId: at(draw.other).id },
      ...(draw.withHead && stayer !== undefined ? { head: { personId: stayer } } : {}),
      movers,
      date: `${month}-${String(draw.day).padStart(2, '0')}`,
      name: 'Aisyah Nur Ramadhani',
      sex: draw.day % 2 === 0 ? 'P' : 'L',
      place: 'Balangan',
      to: address(draw.kind === 'moveOut' ? TANJUNG : draw.place),
    },
  }
}
