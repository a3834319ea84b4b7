// A person between its row and the type that rules use. Must stay true: NIK and protected elements leave this file only
// sealed; what is sealed is bound to its row; search keys are made from the same values that are stored.
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { PersonField } from './change.ts'
import { blockingKeys } from './duplicates-blocking.ts'
import { nameKeys } from './name-key.ts'
import type { Person } from './snapshot.ts'
import type { PersonRow } from './tables.ts'

/** Protected further by population law or data protection law: health, contact, papers. */
export const SEALED_FIELDS = ['bloodType', 'disability', 'phone', 'email', 'travelDocument', 'stayPermit'] as const
const MORE_FIELDS = [
  'titleBefore',
  'titleAfter',
  'otherName',
  'birthTime',
  'beliefOrganisation',
  'previousMaritalStatus',
  'education',
  'occupation',
  'motherName',
  'fatherName',
  'uniqueness',
  'flags',
  'sealed',
  'travelDocumentUntil',
  'stayPermitUntil',
] as const satisfies readonly PersonField[]

export function isSealedField(field: string): boolean {
  return SEALED_FIELDS.some((one) => one === field)
}

export const nikContext = (personId: string) => `register.person.nik:${personId}`
export const stayContext = (stayId: string) => `register.stay:${stayId}`
export const detailsContext = (personId: string) => `register.person.details:${personId}`

/** The hash a NIK is found by, under the current key. */
export function nikHash(ring: KeyRing, nik: string): string {
  return keyedHash(ring, nik)
}

function pick<const Key extends keyof Person>(person: Person, keys: readonly Key[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const key of keys) if (person[key] !== undefined) picked[key] = person[key]
  return picked
}

/** The row of a person; the card they are on comes from outside, because memberships hold it. */
export function personRow(
  ring: KeyRing,
  region: string,
  person: Person,
  card: { readonly familyId: string; readonly relation: string } | undefined,
  recordedAt: Date,
): PersonRow {
  const details = pick(person, SEALED_FIELDS)
  return {
    region_code: region,
    person_id: person.id,
    version: person.version,
    status: person.status,
    nik_status: person.nikStatus,
    nik_hash: person.nik === undefined ? null : nikHash(ring, person.nik),
    nik_sealed: person.nik === undefined ? null : seal(ring, person.nik, nikContext(person.id)),
    name: person.name,
    sex: person.sex,
    birth_date: person.birthDate,
    birth_place: person.birthPlace,
    citizenship: person.citizenship,
    religion: person.religion ?? null,
    marital_status: person.maritalStatus,
    mother_id: person.motherId ?? null,
    father_id: person.fatherId ?? null,
    village_code: person.villageCode,
    family_id: card?.familyId ?? null,
    relation: card?.relation ?? null,
    death_date: person.deathDate ?? null,
    enrolled_on: person.enrolledOn ?? null,
    device_bound_on: person.deviceBoundOn ?? null,
    birth_deed_number: person.birthDeedNumber ?? null,
    duplicate_of: person.duplicateOf ?? null,
    more: pick(person, MORE_FIELDS),
    details: Object.keys(details).length === 0 ? null : seal(ring, JSON.stringify(details), detailsContext(person.id)),
    keys: keysOf(region, person),
    recorded_at: recordedAt,
  }
}

/** The person of a row. Opens the seals: call it only for people who are needed. */
export function personOfRow(ring: KeyRing, row: PersonRow): Person {
  const details =
    row.details === null
      ? {}
      : (JSON.parse(openSealedText(ring, row.details, detailsContext(row.person_id))) as Partial<Person>)
  const optional = {
    nik: row.nik_sealed === null ? undefined : openSealedText(ring, row.nik_sealed, nikContext(row.person_id)),
    religion: row.religion ?? undefined,
    motherId: row.mother_id ?? undefined,
    fatherId: row.father_id ?? undefined,
    deathDate: row.death_date ?? undefined,
    enrolledOn: row.enrolled_on ?? undefined,
    deviceBoundOn: row.device_bound_on ?? undefined,
    birthDeedNumber: row.birth_deed_number ?? undefined,
    duplicateOf: row.duplicate_of ?? undefined,
  }
  return {
    ...(row.more as Partial<Person>),
    ...details,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    id: row.person_id,
    version: row.version,
    status: row.status as Person['status'],
    nikStatus: row.nik_status as Person['nikStatus'],
    name: row.name,
    sex: row.sex as Person['sex'],
    birthDate: row.birth_date,
    birthPlace: row.birth_place,
    citizenship: row.citizenship as Person['citizenship'],
    maritalStatus: row.marital_status as Person['maritalStatus'],
    villageCode: row.village_code,
  }
}

/** Blocking keys as numbers of 53 bits, mixed with the region so that one index serves all regions. */
export function keysOf(
  region: string,
  person: Pick<Person, 'name' | 'otherName' | 'birthDate' | 'sex' | 'motherName'>,
): number[] {
  const keys = blockingKeys({
    name: person.name,
    aliases: person.otherName === undefined ? [] : [person.otherName],
    birthDate: person.birthDate,
    sex: person.sex,
    motherName: person.motherName,
  })
  return keys.map((key) => keyNumber(region, key))
}

const SPACE = 32

/** 53 bits of a hash that is only fast: it narrows a search and proves nothing. */
export function keyNumber(region: string, key: string): number {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  const before = region.length
  const signs = before + 1 + key.length
  // Region, a space, the key: read where they stand, some twenty times for each person.
  for (let i = 0; i < signs; i++) {
    const sign = i < before ? region.charCodeAt(i) : i === before ? SPACE : key.charCodeAt(i - before - 1)
    one = Math.imul(one ^ sign, 2_654_435_761)
    two = Math.imul(two ^ sign, 1_597_334_677)
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909)
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & two) + (one >>> 0)
}

/** Sounds of the words of all names of a person, each once, for the search table. */
export function nameWordsOf(person: Pick<Person, 'name' | 'otherName'>): readonly string[] {
  return [...new Set([...nameKeys(person.name), ...nameKeys(person.otherName ?? '')])].filter((word) => word !== '')
}
