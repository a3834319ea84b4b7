// One invented household at a time: a couple with children, a widow, an old couple, somebody alone. Must stay true:
// everything the register demands of real people holds for these too (a test checks it).
import { addDays, addMonths, ageOn } from '../../../kernel/date.ts'
import type { Deed, Family, Person } from '../snapshot.ts'
import { DEMO_WORDS } from './names.ts'
import { earlierOf, type HouseholdTools, laterOf, PeopleMaker } from './people.ts'

export type Household = {
  readonly family: Family
  readonly persons: readonly Person[]
  readonly deeds: readonly Deed[]
}

export function inventHousehold(tools: HouseholdTools, village: string): Household {
  return new HouseholdMaker(tools, village).make()
}

class HouseholdMaker extends PeopleMaker {
  make(): Household {
    const { random } = this.tools
    const kinds = [
      () => this.couple(23, 60),
      () => this.couple(55, 82),
      () => this.threeGenerations(),
      () => this.widow(),
      () => this.divorced(),
      () => this.alone(60, 88),
      () => this.alone(20, 30),
    ]
    const head = (kinds[random.weighted([66, 7, 8, 7, 4, 4, 4])] ?? this.widow)()
    const family: Family = {
      id: this.tools.newId(),
      version: 1,
      kk: this.tools.numbers.kk(this.village.slice(0, 8), this.recordedOn),
      status: 'active',
      headId: head.id,
      address: {
        street: random.pick(DEMO_WORDS.streets),
        rt: String(random.between(1, 9)),
        rw: String(random.between(1, 4)),
        village: this.village,
      },
      members: this.members,
    }
    return { family, persons: this.persons, deeds: this.deeds }
  }

  /** Husband and wife with the proof of their marriage, and the children who still live with them. */
  couple(low: number, high: number): Person {
    const { random, on } = this.tools
    const husbandBorn = this.bornAged(low, high)
    const wifeBorn = addDays(husbandBorn, random.between(-700, 2600))
    // Whoever would be too young is some years older instead, not all of one age.
    const isAdult = wifeBorn <= addMonths(on, -12 * 20)
    const adultWife = isAdult ? wifeBorn : random.day(addMonths(on, -12 * 26), addMonths(on, -12 * 20))
    const married = earlierOf(addMonths(laterOf(adultWife, husbandBorn), 12 * random.between(19, 27)), addDays(on, -40))
    const isRecorded = random.chance(0.91)
    const maritalStatus = isRecorded ? '2' : '3'
    const husband = this.person({ sex: 'L', birthDate: husbandBorn, maritalStatus, previousMaritalStatus: '1' })
    const wife = this.person({ sex: 'P', birthDate: adultWife, maritalStatus, previousMaritalStatus: '1' })
    if (isRecorded && random.chance(0.97)) this.marriage(husband, wife, married)
    this.join(husband, '1')
    this.join(wife, '3')
    this.children(wife, husband, married)
    return husband
  }

  marriage(husband: Person, wife: Person, married: string): void {
    const { random, numbers } = this.tools
    const parties = [
      { role: 'husband', personId: husband.id },
      { role: 'wife', personId: wife.id },
    ]
    if (this.religion === '1')
      this.deed(
        'marriage-book',
        `${random.between(1, 999)}/${random.between(1, 99)}/${married.slice(5, 7)}/${married.slice(0, 4)}`,
        married,
        married,
        parties,
      )
    else this.deed('marriage', numbers.deed('marriage', married), married, married, parties)
  }

  children(mother: Person, father: Person | undefined, married: string): void {
    const { random, on } = this.tools
    const wanted = random.weighted([8, 24, 33, 22, 9, 4])
    let born = addDays(married, random.between(300, 1100))
    for (let n = 0; n < wanted; n++) {
      if (born >= on || ageOn(mother.birthDate, born) > 43) return
      const age = ageOn(born, on)
      // Grown children have mostly left; a family of their own is another household.
      if (age < 20 || random.chance(age < 27 ? 0.55 : 0.12)) {
        const parents = {
          motherId: mother.id,
          motherName: mother.name,
          ...(father === undefined ? {} : { fatherId: father.id, fatherName: father.name }),
        }
        this.join(this.person({ sex: random.chance(0.507) ? 'L' : 'P', birthDate: born, ...parents }), '4')
      }
      born = addDays(born, random.between(500, 1700))
    }
  }

  threeGenerations(): Person {
    const head = this.couple(28, 50)
    const mother = this.person({
      sex: 'P',
      birthDate: addMonths(head.birthDate, -12 * this.tools.random.between(19, 30)),
      maritalStatus: '6',
      previousMaritalStatus: '2',
    })
    Object.assign(head, { motherId: mother.id, motherName: mother.name })
    this.join(mother, '7')
    return head
  }

  /** A widow who heads the family; her husband stays in the register, most with a death deed. */
  widow(): Person {
    const { random, numbers, on } = this.tools
    const widow = this.person({
      sex: 'P',
      birthDate: this.bornAged(38, 80),
      maritalStatus: '6',
      previousMaritalStatus: '2',
    })
    const died = random.day(laterOf('2008-01-01', addMonths(widow.birthDate, 12 * 36)), addDays(on, -20))
    const husband = this.person({
      sex: 'L',
      birthDate: addDays(widow.birthDate, -random.between(0, 3000)),
      status: 'deceased',
      maritalStatus: '2',
      deathDate: died,
      enrolledOn: undefined,
    })
    const married = addMonths(widow.birthDate, 12 * random.between(19, 25))
    this.marriage(husband, widow, married)
    const enteredOn = earlierOf(addDays(died, random.between(3, 60)), on)
    if (random.chance(0.78))
      this.deed('death', numbers.deed('death', enteredOn), died, enteredOn, [
        { role: 'deceased', personId: husband.id },
      ])
    this.join(widow, '1')
    if (ageOn(widow.birthDate, died) < 60) this.children(widow, husband, married)
    return this.withoutLaterBirths(widow, died)
  }

  /** Children a dead father could not have had are left out again. */
  withoutLaterBirths(head: Person, died: string): Person {
    for (const child of this.persons.filter(
      (person) => person.motherId === head.id && person.birthDate > addDays(died, 270),
    )) {
      this.persons.splice(this.persons.indexOf(child), 1)
      this.members.splice(
        this.members.findIndex((member) => member.personId === child.id),
        1,
      )
      const deeds = this.deeds.filter((deed) => deed.parties.some((party) => party.personId === child.id))
      for (const deed of deeds) this.deeds.splice(this.deeds.indexOf(deed), 1)
    }
    return head
  }

  divorced(): Person {
    const { random } = this.tools
    const isRecorded = random.chance(0.8)
    const head = this.person({
      sex: random.chance(0.6) ? 'P' : 'L',
      birthDate: this.bornAged(28, 60),
      maritalStatus: isRecorded ? '4' : '5',
      previousMaritalStatus: isRecorded ? '2' : '3',
    })
    const ended = random.day(addMonths(head.birthDate, 12 * 26), addDays(this.tools.on, -60))
    const role = head.sex === 'L' ? 'husband' : 'wife'
    if (isRecorded && random.chance(0.85))
      this.deed('divorce-certificate', `${random.between(1, 999)}/AC/${ended.slice(0, 4)}/PA`, ended, ended, [
        { role, personId: head.id },
      ])
    this.join(head, '1')
    if (head.sex === 'P') this.children(head, undefined, addMonths(head.birthDate, 12 * 21))
    return head
  }

  alone(low: number, high: number): Person {
    const isOld = low >= 50
    const head = this.person({
      sex: this.tools.random.chance(isOld ? 0.3 : 0.6) ? 'L' : 'P',
      birthDate: this.bornAged(low, high),
      maritalStatus: isOld ? '6' : '1',
    })
    this.join(head, '1')
    return head
  }
}
