// The made-up register of a golden example, settled in a running test house, so that the example can be played by hand. All
// examples tell of the same few people; here each gets numbers and ids of its own. Must stay true: what the example says is
// unchanged but for those numbers; test NIKs stay test NIKs (9901 to 9999).
import { readFileSync } from 'node:fs'
import { seedCitizens } from '../../src/bindings/demo-seed.ts'
import type { Answers } from '../../src/modules/catalogue/answers.ts'
import { type Example, ExampleSchema } from '../../src/modules/catalogue/example.ts'
import { readShape } from '../../src/modules/catalogue/fault.ts'
import type { DemoPerson } from '../../src/modules/regions/sign-in-port.ts'
import { findSetting } from '../../src/modules/regions/store.ts'
import { snapshotOfExample } from '../../src/modules/register/example-register.ts'
import { importSnapshot } from '../../src/modules/register/import-snapshot.ts'
import { newId } from '../../src/platform/ids.ts'
import type { TestServer } from './server.ts'

export type SettledExample = {
  readonly service: string
  readonly answers: Answers
  readonly role?: string
  /** Who applies, with an account; undefined for people whom the register does not know. */
  readonly applicant?: { readonly account: string; readonly name: string; readonly nik: string }
}

export function readExample(service: string, name: string): Example {
  const raw: unknown = JSON.parse(readFileSync(`services/${service}/examples/${name}.json`, 'utf8'))
  return readShape(ExampleSchema, raw, name).value!
}

/** Numbers that no other example of this house has. */
class FreeNumbers {
  readonly #given = new Map<string, number>()
  #books = 0

  /** A NIK or KK of the same place and day with the next test serial. */
  sixteen(number: string): string {
    const series = number.slice(0, 12)
    // The story's own people hold the first ones.
    const serial = (this.#given.get(series) ?? 9909) + 1
    this.#given.set(series, serial)
    if (serial > 9999) throw new Error(`No test serial is left for ${series}`)
    return `${series}${serial}`
  }

  deed(number: string): string {
    const last = /\d{4}$/.exec(number)
    if (!number.startsWith('6311-') || last === null)
      return number.replace(/^\d+/, String(3000 + ++this.#books).padStart(4, '0'))
    const series = number.slice(0, -4)
    const serial = (this.#given.get(series) ?? 1000) + 1
    this.#given.set(series, serial)
    return `${series}${serial}`
  }
}

export class ExampleWorld {
  readonly #server: TestServer
  readonly #numbers = new FreeNumbers()
  #phones = 0

  constructor(server: TestServer) {
    this.#server = server
  }

  /** Settles the people of an example in Balangan; its applicant gets an account. */
  async settle(service: string, name: string): Promise<SettledExample> {
    const example = this.#renumbered(readExample(service, name))
    const { house, clock } = this.#server
    const { persons = [], families = [], deeds = [] } = example.register
    const snapshot = snapshotOfExample('63.11', { persons, families, deeds })
    await house.database.inRegion('63.11', (tx) =>
      importSnapshot(tx, { ring: house.cases.ring, region: '63.11', caseId: null, now: clock.now(), newId }, snapshot),
    )
    const person = persons.find(({ id }) => id === example.applicant)
    const account = person === undefined ? undefined : await this.#bound(person)
    return {
      service,
      answers: example.answers,
      ...(example.applicantRole === undefined ? {} : { role: example.applicantRole }),
      ...(account === undefined ? {} : { applicant: { account, name: person!.name, nik: person!.nik ?? '' } }),
    }
  }

  /** An account of somebody whom the register does not know. */
  async stranger(): Promise<string> {
    return this.#server.house.accounts.createAccount({
      name: '',
      phone: this.#phone(),
      email: `s${this.#phones}@contoh.example`,
    })
  }

  /** The account of a person of the demo. */
  async account(name: string): Promise<string> {
    const people = await this.#server.house.database.inRegion(
      '63.11',
      async (tx) => (await findSetting(tx, '63.11', 'demo-people')) as readonly DemoPerson[],
      { readOnly: true },
    )
    return people.find((one) => one.name === name)!.accountId
  }

  #phone(): string {
    return `+62812777${String(++this.#phones).padStart(5, '0')}`
  }

  async #bound(person: { readonly id: string; readonly name: string }): Promise<string> {
    const { house, clock } = this.#server
    const { id: personId, name } = person
    const citizen = { region: '63.11' as const, personId, name, phone: this.#phone(), role: { id: name, en: name } }
    const [account] = await seedCitizens(house.database, house.accounts, [citizen], clock.now())
    return account!
  }

  #renumbered(example: Example): Example {
    const { persons = [], families = [], deeds = [] } = example.register
    // Villages of the examples that the list of areas does not have.
    const names = new Map([
      ['63.11.06.2001', '63.11.06.2006'],
      ['63.09.06.2001', '63.09.05.2001'],
      ['63.09.10.1001', '63.09.05.2001'],
    ])
    for (const { id, nik } of persons) {
      names.set(id, newId())
      if (nik !== undefined) names.set(nik, this.#numbers.sixteen(nik))
    }
    for (const { id, kk } of families) {
      names.set(id, newId())
      if (kk !== undefined) names.set(kk, this.#numbers.sixteen(kk))
    }
    for (const { id, number } of deeds) {
      if (id !== undefined) names.set(id, newId())
      names.set(number, this.#numbers.deed(number))
    }
    const renamed = (value: unknown): unknown => {
      if (typeof value === 'string') return names.get(value) ?? value
      if (Array.isArray(value)) return value.map(renamed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)]))
    }
    const { register, answers, applicant, ...rest } = example
    const copy = readShape(
      ExampleSchema,
      renamed({
        ...rest,
        register: { ...register, deeds: deeds.map((deed) => ({ id: newId(), ...deed })) },
        answers,
        ...(applicant === undefined ? {} : { applicant }),
      }),
      'copy',
    )
    if (copy.value === undefined) throw new Error(JSON.stringify(copy.faults))
    return copy.value
  }
}
