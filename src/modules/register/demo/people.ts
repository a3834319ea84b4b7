// Invented people and the deeds they have: the parts every kind of household is made of. Must stay true: NIK serials are
// 9911 to 9999; some 93 of 100 children have an entry in our birth register, older people mostly know a number of an old one.
import { addDays, addMonths, ageOn } from '../../../kernel/date.ts'
import type { Deed, MaritalStatus, Membership, Person, Sex } from '../snapshot.ts'
import { DEMO_WORDS, inventName } from './names.ts'
import type { DemoNumbers } from './numbers.ts'
import type { Random } from './random.ts'

export type HouseholdTools = {
  readonly random: Random
  readonly newId: () => string
  readonly numbers: DemoNumbers
  /** The day the population is looked at. */
  readonly on: string
}

type Wanted = {
  readonly sex: Sex
  readonly birthDate: string
  readonly maritalStatus?: MaritalStatus
} & Partial<Person>

/** Share of people with a birth deed, by age. */
function birthDeedShare(age: number): number {
  return age < 18 ? 0.93 : age < 40 ? 0.62 : age < 60 ? 0.3 : 0.12
}

export class PeopleMaker {
  readonly persons: Person[] = []
  readonly deeds: Deed[] = []
  readonly members: Membership[] = []
  readonly religion: string
  readonly recordedOn: string

  constructor(
    readonly tools: HouseholdTools,
    readonly village: string,
  ) {
    this.religion = tools.random.chance(0.96) ? '1' : tools.random.pick(['2', '3', '4', '5', '7'])
    this.recordedOn = tools.random.day('2011-01-01', addDays(tools.on, -30))
  }

  person(asked: Wanted): Person {
    const { random, newId, numbers, on } = this.tools
    // Balangan was split off in 2003: whoever is older may still carry the number of the old regency.
    const isOldNumber = this.village.startsWith('63.11') && asked.birthDate < '2003-02-25' && random.chance(0.25)
    const district = isOldNumber ? `63.08.0${random.between(1, 6)}` : this.village.slice(0, 8)
    const wanted = { ...asked, birthDate: numbers.freeBirthDate(district, asked.birthDate, asked.sex) }
    const age = ageOn(wanted.birthDate, on)
    const education =
      age < 6
        ? '1'
        : age < 12
          ? '2'
          : age < 15
            ? '3'
            : age < 18
              ? '4'
              : String(random.pick([2, 3, 3, 4, 5, 5, 5, 7, 8]))
    const occupation =
      age < 6
        ? 'Belum/Tidak Bekerja'
        : age < 19
          ? 'Pelajar/Mahasiswa'
          : wanted.sex === 'P' && random.chance(0.5)
            ? 'Mengurus Rumah Tangga'
            : random.pick(DEMO_WORDS.occupations)
    const person: Person = {
      id: newId(),
      version: 1,
      nik: numbers.nik(district, wanted.birthDate, wanted.sex),
      nikStatus: wanted.status ?? 'active',
      status: 'active',
      name: inventName(random, wanted.sex),
      birthPlace: random.pick(DEMO_WORDS.birthPlaces),
      citizenship: 'WNI',
      religion: this.religion,
      maritalStatus: '1',
      education,
      occupation,
      ...(random.chance(0.25) ? { bloodType: random.pick(['1', '2', '3', '4', '4', '4']) } : {}),
      villageCode: this.village,
      ...(age >= 17 && random.chance(0.975)
        ? { enrolledOn: random.day(laterOf('2011-06-01', addMonths(wanted.birthDate, 17 * 12)), on) }
        : {}),
      ...wanted,
    }
    if (person.enrolledOn !== undefined && random.chance(0.14))
      Object.assign(person, { deviceBoundOn: random.day(laterOf('2022-06-01', person.enrolledOn), on) })
    this.persons.push(person)
    this.birthDeed(person, age)
    return person
  }

  /** Children have an entry in our book; older people know a number of an old one. */
  birthDeed(person: Person, age: number): void {
    const { random, numbers, on } = this.tools
    if (!random.chance(birthDeedShare(age))) return
    if (age >= 18) {
      Object.assign(person, {
        birthDeedNumber: `${random.between(10, 9999)}/${random.pick(['IST', 'UM'])}/${person.birthDate.slice(0, 4)}`,
      })
      return
    }
    const enteredOn = earlierOf(addDays(person.birthDate, random.between(5, 90)), on)
    const parents = [
      { role: 'mother', personId: person.motherId },
      { role: 'father', personId: person.fatherId },
    ].filter((party): party is { role: string; personId: string } => party.personId !== undefined)
    this.deed('birth', numbers.deed('birth', enteredOn), person.birthDate, enteredOn, [
      { role: 'child', personId: person.id },
      ...parents,
    ])
  }

  deed(register: Deed['register'], number: string, date: string, enteredOn: string, parties: Deed['parties']): Deed {
    const deed: Deed = {
      id: this.tools.newId(),
      version: 1,
      register,
      number,
      year: Number(enteredOn.slice(0, 4)),
      date,
      enteredOn,
      parties,
      fields: {},
      witnesses: [],
      status: 'valid',
      notes: [],
      corrections: [],
    }
    this.deeds.push(deed)
    return deed
  }

  join(person: Person, relation: Membership['relation']): void {
    this.members.push({ personId: person.id, relation, from: laterOf(person.birthDate, this.recordedOn) })
  }

  bornAged(low: number, high: number): string {
    return this.tools.random.day(
      addDays(addMonths(this.tools.on, -12 * (high + 1)), 1),
      addMonths(this.tools.on, -12 * low),
    )
  }
}

export function laterOf(one: string, other: string): string {
  return one > other ? one : other
}

export function earlierOf(one: string, other: string): string {
  return one < other ? one : other
}
