// Test numbers for invented people: serials 9911 to 9999, one after the other in each series (9901 to 9910 are left to the people
// of the story, who come later and have their numbers in writing); when a series is full the
// next day's is used for cards, and for people the caller hears of it. Deeds count on from 1 in each register and year.
import { addDays } from '../../../kernel/date.ts'
import { kkStem } from '../../../kernel/kk.ts'
import { nikStem } from '../../../kernel/nik.ts'
import { numberText, type OwnRegister } from '../numbers.ts'
import type { Sex } from '../snapshot.ts'

const FIRST = 9911
const LAST = 9999

export class DemoNumbers {
  /** Last serial used, by kind and series. */
  readonly used = new Map<string, number>()

  constructor(
    readonly region: string,
    readonly on: string,
  ) {}

  /** The birth date itself, or the nearest day before it on which a test number is left for the district and sex. */
  freeBirthDate(districtCode: string, birthDate: string, sex: Sex): string {
    for (let day = birthDate; ; day = addDays(day, -1)) {
      if ((this.used.get(`nik ${nikStem({ districtCode, birthDate: day, sex })}`) ?? FIRST) < LAST) return day
    }
  }

  /** Throws when no test number is left for the day; `freeBirthDate` finds one that has. */
  nik(districtCode: string, birthDate: string, sex: Sex): string {
    const stem = nikStem({ districtCode, birthDate, sex })
    const serial = this.#next(`nik ${stem}`, FIRST)
    if (serial > LAST) throw new RangeError(`no test serial left for ${stem}`)
    return `${stem}${serial}`
  }

  kk(districtCode: string, recordedOn: string): string {
    for (let day = recordedOn; ; day = day >= this.on ? '2011-01-01' : addDays(day, 1)) {
      const stem = kkStem({ districtCode, recordedOn: day })
      const serial = this.#next(`kk ${stem}`, FIRST)
      if (serial <= LAST) return `${stem}${serial}`
    }
  }

  deed(register: OwnRegister, enteredOn: string): string {
    const serial = this.#next(`deed ${register} ${enteredOn.slice(0, 4)}`, 1)
    return numberText(this.region, { key: '', kind: 'deed', register, enteredOn, late: false }, serial)
  }

  #next(series: string, first: number): number {
    const serial = (this.used.get(series) ?? first - 1) + 1
    this.used.set(series, serial)
    return serial
  }
}
