// One record of the register as facts, kin and deeds for an officer's page. Pure over a snapshot. Must stay true: a field
// sealed for other roles is named but not told; kin are linked only where the officer's place reaches them.
import { maskKk } from '../../kernel/kk.ts'
import type { Text } from '../../kernel/text.ts'
import { codeText } from '../catalogue/code-lists.ts'
import type { PersonField } from './change.ts'
import { sealedFor } from './effects/seal-field.ts'
import { addressLine } from './facts-of-register.ts'
import { childrenOf, deedsOf, familyOf, openMembers, spousesOf } from './kinship.ts'
import type { DeedLine, Fact, Kin } from './office-port.ts'
import { both, dayText, fieldText, NOTHING, t, valueText } from './office-texts.ts'
import type { Deed, Family, Person, RegisterSnapshot } from './snapshot.ts'
import { DEED_WORDS, NOTE_WORDS } from './words.ts'

/** How a page reaches other records, and what this officer may see of them. */
export type RecordLens = {
  readonly snapshot: RegisterSnapshot
  readonly roles: readonly string[]
  /** Address of a record, or undefined where the officer's place does not reach. */
  linkTo(kind: 'person' | 'family' | 'deed', id: string, village: string): string | undefined
  villageName(code: string): string | undefined
}

const SEALED: Text = t('tertutup untuk peran Anda', 'closed to your role')
const PARENT_FIELDS = ['motherId', 'fatherId', 'motherName', 'fatherName']

/** May these roles not read the field? Parents are closed together: one would give away the other. */
export function isClosed(person: Person, field: string, roles: readonly string[]): boolean {
  const fields = PARENT_FIELDS.includes(field) ? PARENT_FIELDS : [field]
  return fields.some((one) => {
    const allowed = sealedFor(person.sealed, one)
    return allowed !== undefined && !allowed.some((role) => roles.includes(role))
  })
}

const SHOWN = [
  'titleBefore',
  'titleAfter',
  'otherName',
  'sex',
  'birthPlace',
  'birthDate',
  'birthTime',
  'citizenship',
  'religion',
  'maritalStatus',
  'education',
  'occupation',
] as const satisfies readonly PersonField[]

export function personFacts(person: Person, lens: RecordLens): readonly Fact[] {
  const { snapshot, roles } = lens
  const family = familyOf(snapshot, person.id)
  const member = family && openMembers(family).find((one) => one.personId === person.id)
  const plain = SHOWN.flatMap((field): Fact[] => {
    const value = person[field]
    if (value === undefined && !['religion', 'education', 'occupation'].includes(field)) return []
    return [
      {
        term: fieldText(field),
        value: isClosed(person, field, roles) ? SEALED : (valueText(field, value) ?? NOTHING),
      },
    ]
  })
  const birth = deedsOf(snapshot, person.id, 'birth')[0]?.number ?? person.birthDeedNumber
  const cardLink = family === undefined ? undefined : lens.linkTo('family', family.id, family.address.village)
  return [
    ...plain,
    {
      term: t('Desa, kecamatan', 'Village, district'),
      value: both(lens.villageName(person.villageCode) ?? person.villageCode),
    },
    {
      term: t('Kartu Keluarga', 'Family card'),
      value:
        family === undefined || member === undefined
          ? NOTHING
          : cardText(family, codeText('familyRelation', member.relation) ?? both(member.relation)),
      ...(cardLink === undefined ? {} : { href: cardLink }),
    },
    ...(family === undefined
      ? []
      : [{ term: t('Alamat', 'Address'), value: both(addressLine(family.address) || '–') }]),
    { term: fieldText('birthDeedNumber'), value: birth === undefined ? NOTHING : both(birth) },
    { term: fieldText('enrolledOn'), value: valueText('enrolledOn', person.enrolledOn) ?? NOTHING },
    { term: fieldText('deviceBoundOn'), value: valueText('deviceBoundOn', person.deviceBoundOn) ?? NOTHING },
    ...(person.deathDate === undefined ? [] : [{ term: fieldText('deathDate'), value: dayText(person.deathDate) }]),
    ...duplicateOf(person, lens),
  ]
}

function cardText(family: Family, as: Text): Text {
  const number = family.kk === undefined ? '–' : maskKk(family.kk)
  return { id: `${number}, ${as.id.toLowerCase()}`, en: `${number}, ${as.en.toLowerCase()}` }
}

function duplicateOf(person: Person, lens: RecordLens): readonly Fact[] {
  if (person.duplicateOf === undefined) return []
  const other = lens.snapshot.persons.get(person.duplicateOf)
  const href = lens.linkTo('person', person.duplicateOf, other?.villageCode ?? person.villageCode)
  return [
    {
      term: fieldText('duplicateOf'),
      value: both(other?.name ?? 'NIK lain'),
      ...(href === undefined ? {} : { href }),
    },
  ]
}

/** Fields of further protection and the whole numbers, for a record opened with a reason. */
export function openedFacts(person: Person, family: Family | undefined, roles: readonly string[]): readonly Fact[] {
  const fields = ['phone', 'email', 'bloodType', 'disability', 'travelDocument', 'stayPermit'] as const
  return [
    { term: both('NIK'), value: person.nik === undefined ? NOTHING : both(person.nik) },
    ...(family === undefined
      ? []
      : [{ term: fieldText('kk'), value: family.kk === undefined ? NOTHING : both(family.kk) }]),
    ...fields.map((field) => ({
      term: fieldText(field),
      value: isClosed(person, field, roles) ? SEALED : (valueText(field, person[field]) ?? NOTHING),
    })),
  ]
}

/** Parents, spouse, siblings and children, as far as the register knows them. */
export function kinOf(person: Person, lens: RecordLens): readonly Kin[] {
  const { snapshot } = lens
  const closed = isClosed(person, 'motherId', lens.roles)
  const line = (as: Text, id: string | undefined, name?: string): Kin[] => {
    const other = id === undefined ? undefined : snapshot.persons.get(id)
    if (other === undefined)
      return name === undefined ? [] : [{ as, name, about: t('tidak ada di register ini', 'not in this register') }]
    const href = lens.linkTo('person', other.id, other.villageCode)
    const born = dayText(other.birthDate)
    const about = { id: `lahir ${born.id}`, en: `born ${born.en}` }
    return [{ as, name: other.name, about, ...(href === undefined ? {} : { href }) }]
  }
  const siblings = [...snapshot.persons.values()].filter(
    (other) =>
      other.id !== person.id &&
      ((person.motherId !== undefined && other.motherId === person.motherId) ||
        (person.fatherId !== undefined && other.fatherId === person.fatherId)),
  )
  const byAge = (people: readonly Person[]) => [...people].sort((a, b) => (a.birthDate < b.birthDate ? -1 : 1))
  return [
    ...(closed
      ? []
      : [
          ...line(t('Ayah', 'Father'), person.fatherId, person.fatherName),
          ...line(t('Ibu', 'Mother'), person.motherId, person.motherName),
        ]),
    ...spousesOf(snapshot, person.id).flatMap((id) =>
      line(snapshot.persons.get(id)?.sex === 'L' ? t('Suami', 'Husband') : t('Istri', 'Wife'), id),
    ),
    ...byAge(childrenOf(snapshot, person.id)).flatMap((one) => line(t('Anak', 'Child'), one.id)),
    ...(closed ? [] : byAge(siblings).flatMap((one) => line(t('Saudara kandung', 'Sibling'), one.id))),
  ]
}

export function deedLines(person: Person, lens: RecordLens): readonly DeedLine[] {
  return deedsOf(lens.snapshot, person.id).flatMap((deed) => {
    const href = lens.linkTo('deed', deed.id, person.villageCode)
    return href === undefined ? [] : [{ title: DEED_WORDS[deed.register], number: deed.number, on: deed.date, href }]
  })
}

export function familyFacts(family: Family, lens: RecordLens): readonly Fact[] {
  const head = family.headId === undefined ? undefined : lens.snapshot.persons.get(family.headId)
  return [
    { term: fieldText('headId'), value: head === undefined ? NOTHING : both(head.name) },
    { term: fieldText('address'), value: both(addressLine(family.address) || '–') },
    {
      term: t('Desa, kecamatan', 'Village, district'),
      value: both(lens.villageName(family.address.village) ?? family.address.village),
    },
    { term: t('Jumlah anggota', 'Members'), value: both(String(openMembers(family).length)) },
  ]
}

export function memberLines(family: Family, lens: RecordLens): readonly Kin[] {
  return openMembers(family).flatMap((member) => {
    const person = lens.snapshot.persons.get(member.personId)
    if (person === undefined) return []
    const href = lens.linkTo('person', person.id, family.address.village)
    const born = dayText(person.birthDate)
    const since = dayText(member.from)
    return [
      {
        as: codeText('familyRelation', member.relation) ?? both(member.relation),
        name: person.name,
        about: {
          id: `lahir ${born.id}, di kartu ini sejak ${since.id}`,
          en: `born ${born.en}, on this card since ${since.en}`,
        },
        ...(href === undefined ? {} : { href }),
      },
    ]
  })
}

const PARTIES: Readonly<Record<string, Text>> = {
  child: t('Anak', 'Child'),
  mother: t('Ibu', 'Mother'),
  father: t('Ayah', 'Father'),
  deceased: t('Yang meninggal', 'Deceased'),
  husband: t('Suami', 'Husband'),
  wife: t('Istri', 'Wife'),
  reporter: t('Pelapor', 'Reporter'),
  subject: t('Yang bersangkutan', 'Person concerned'),
}

/** A deed's parties, of this register or named on it only. */
export function partyLines(deed: Deed, lens: RecordLens): readonly Kin[] {
  return deed.parties.flatMap((party): Kin[] => {
    const as = PARTIES[party.role] ?? both(party.role)
    const person = party.personId === undefined ? undefined : lens.snapshot.persons.get(party.personId)
    if (person === undefined)
      return party.outsider === undefined
        ? []
        : [{ as, name: party.outsider.name, about: t('tidak ada di register ini', 'not in this register') }]
    const href = lens.linkTo('person', person.id, person.villageCode)
    const born = dayText(person.birthDate)
    const about = { id: `lahir ${born.id}`, en: `born ${born.en}` }
    return [{ as, name: person.name, about, ...(href === undefined ? {} : { href }) }]
  })
}

/** Is this kind of note (an adoption) sealed for one of the deed's people, and not for these roles? */
function isClosedNote(deed: Deed, kind: string, lens: RecordLens): boolean {
  return deed.parties.some(({ personId }) => {
    const person = personId === undefined ? undefined : lens.snapshot.persons.get(personId)
    return person !== undefined && isClosed(person, kind, lens.roles)
  })
}

/** The circumstances of a deed (fields, witnesses) stay in its extract; the page tells what it is and what became of it. */
export function deedFacts(deed: Deed, lens: RecordLens): readonly Fact[] {
  return [
    { term: t('Nomor', 'Number'), value: both(deed.number) },
    { term: t('Tanggal peristiwa', 'Date of the event'), value: dayText(deed.date) },
    { term: t('Dicatat', 'Entered'), value: dayText(deed.enteredOn) },
    ...(deed.place === undefined ? [] : [{ term: t('Tempat', 'Place'), value: both(deed.place) }]),
    ...(deed.endedOn === undefined ? [] : [{ term: t('Berakhir', 'Ended'), value: dayText(deed.endedOn) }]),
    ...deed.notes.map((note) => ({
      term: { id: `Catatan pinggir ${dayText(note.on).id}`, en: `Margin note ${dayText(note.on).en}` },
      value: isClosedNote(deed, note.kind, lens) ? SEALED : NOTE_WORDS[note.kind],
    })),
    ...deed.corrections.map((one) => ({
      term: { id: `Pembetulan ${dayText(one.on).id}`, en: `Correction ${dayText(one.on).en}` },
      value: both(`${one.element}: ${one.old === '' ? '–' : one.old} → ${one.new}`),
    })),
  ]
}
