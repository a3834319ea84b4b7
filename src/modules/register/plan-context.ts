// What one effect may use while a plan is made: the working register, the answers, the aliases made so far, and a place
// for refusals and warnings. Must stay true: an effect that cannot go on says why with `refuse` and returns; it never
// throws for something a person can repair.
import type { Refusal } from '../../kernel/refusal.ts'
import type { Answer } from '../catalogue/answers.ts'
import { isNobody, isOutsider, isPersonAnswer } from '../catalogue/answers.ts'
import { evaluateCondition } from '../catalogue/condition.ts'
import type { Found, Scope } from '../catalogue/scope.ts'
import { evaluateValue } from '../catalogue/value.ts'
import type { PlaceName } from './before-after.ts'
import type { Condition, DeedRef, FamilyRef, PeopleRef, PersonRef, SomeoneRef, Value } from './effect-parts.ts'
import { REGISTERS } from './effect-parts.ts'
import { deedsOf, familyByKk, familyOf, hasParty, openMembers, personByNik, spousesOf } from './kinship.ts'
import type { NumberNeed, ReservedNumbers } from './numbers.ts'
import { planScope } from './plan-scope.ts'
import type { PastCase } from './reverse.ts'
import type { Deed, DeedId, Family, FamilyId, Outsider, Person, PersonId, RegisterSnapshot } from './snapshot.ts'
import type { WorkingRegister } from './working-register.ts'

export type RegisterPolicy = {
  /** A new head after a death gets a new card number (practice; the office may say otherwise). */
  readonly newNumberAfterHeadDies: boolean
}
export const DEFAULT_POLICY: RegisterPolicy = { newNumberAfterHeadDies: true }

export type PlanInput = {
  readonly snapshot: RegisterSnapshot
  /** Answers, calculations and case facts, as the catalogue evaluates them. Facts of persons are those before the case. */
  readonly scope: Scope
  /** Names known from the start: `applicant`, and whatever the case adds. */
  readonly aliases?: Readonly<Record<string, PersonId>>
  /** The day of the commit. */
  readonly today: string
  /** Since when the changes are true, when no deed says so; default today. */
  readonly eventDate?: string
  /** Missing in a first run, which only finds out which numbers are needed. */
  readonly numbers?: ReservedNumbers
  /** Makes an id for a new thing. */
  readonly newId: () => string
  readonly policy?: RegisterPolicy
  /** The past cases that `reverseEffects` may undo, by deed id, case number or letter. */
  readonly pastCases?: ReadonlyMap<string, PastCase>
  /** What the national centre answered to this case, as an officer noted it. */
  readonly nationalAnswer?: 'unique' | 'duplicate'
  /** Names villages and regions for the officers who look at the plan. */
  readonly placeName?: PlaceName
}

/** A person as an effect finds them: in the register, or only described by an answer. */
export type FoundPerson =
  | { readonly person: Person; readonly outsider?: undefined }
  | { readonly person?: undefined; readonly outsider: Outsider }

export class PlanContext {
  readonly people = new Map<string, readonly PersonId[]>()
  readonly families = new Map<string, FamilyId>()
  readonly deeds = new Map<string, DeedId>()
  readonly refusals: Refusal[] = []
  readonly warnings: Refusal[] = []
  readonly needs: NumberNeed[] = []
  readonly undoes: string[] = []
  /** The cards people had in the region they come from, for their relations on a new card. */
  readonly cardsElsewhere: Family[] = []
  readonly policy: RegisterPolicy
  readonly scope: Scope
  /** The first deed of the plan proves what follows. */
  proof: DeedId | undefined
  #counts = new Map<string, number>()

  constructor(
    readonly input: PlanInput,
    readonly register: WorkingRegister,
  ) {
    this.policy = input.policy ?? DEFAULT_POLICY
    for (const [name, id] of Object.entries(input.aliases ?? {})) this.people.set(name, [id])
    this.scope = planScope(input.scope, this)
  }

  get today(): string {
    return this.input.today
  }

  newId(): string {
    return this.input.newId()
  }

  refuse(code: string, at?: string, params?: Refusal['params']): undefined {
    this.refusals.push({ code, ...(at === undefined ? {} : { at }), ...(params === undefined ? {} : { params }) })
    return undefined
  }

  warn(code: string, at?: string, params?: Refusal['params']): void {
    this.warnings.push({ code, ...(at === undefined ? {} : { at }), ...(params === undefined ? {} : { params }) })
  }

  /** `elements`: people the condition calls by a name of its own, `item`. */
  holds(condition: Condition | undefined, elements: Readonly<Record<string, PersonId>> = {}): boolean {
    if (condition === undefined) return true
    const scope = Object.entries(elements).reduce((inner, [name, id]) => inner.with(name, id), this.scope)
    const { truth } = evaluateCondition(condition, scope)
    if (truth === 'unknown') this.refuse('register-condition-open')
    return truth === true
  }

  /** The value, or `null` when there is certainly none or when it cannot be told. */
  value(value: Value | undefined): Answer | null {
    if (value === undefined) return null
    const found: Found = evaluateValue(value, this.scope)
    return found.is === 'known' ? found.value : null
  }

  /** A literal of a closed list as it stands, otherwise the value; refuses what the list does not have. */
  code<const Codes extends readonly string[]>(codes: Codes, value: Value, at: string): Codes[number] | undefined {
    const literal = typeof value === 'string' && codes.includes(value) ? value : this.value(value)
    const text = typeof literal === 'number' ? String(literal) : literal
    if (typeof text === 'string' && codes.includes(text)) return text
    return this.refuse('register-code-unknown', at)
  }

  text(value: Value | undefined, at: string): string | undefined {
    const found = this.value(value)
    if (typeof found === 'string' && found.trim() !== '') return found
    if (typeof found === 'number') return String(found)
    return this.refuse('register-answer-missing', at)
  }

  /** Asks for a number; in the first run there is none yet and the need is remembered. */
  number(need: WithoutKey<NumberNeed>): string | undefined {
    const count = (this.#counts.get(need.kind) ?? 0) + 1
    this.#counts.set(need.kind, count)
    const key = `${need.kind}:${count}`
    this.needs.push({ ...need, key } as NumberNeed)
    return this.input.numbers?.[key]
  }

  find(ref: PersonRef): FoundPerson | undefined {
    if (typeof ref !== 'string') {
      const id = this.#relative(ref)[0]
      return id === undefined ? undefined : this.#byId(id)
    }
    const alias = this.people.get(ref)
    if (alias !== undefined) return alias[0] === undefined ? undefined : this.#byId(alias[0])
    const answer = this.scope.answer(ref)
    return answer.is === 'known' ? this.#fromAnswer(answer.value) : undefined
  }

  /** Somebody of this register, or a refusal. */
  person(ref: PersonRef, at = nameOf(ref)): Person | undefined {
    const found = this.find(ref)
    if (found?.person === undefined) return this.refuse('register-person-missing', at)
    this.register.touch('person', found.person.id)
    return found.person
  }

  /** Everybody meant, in order, each once; people of elsewhere are left out, nobody at all is an empty list. */
  persons(ref: PeopleRef): readonly Person[] {
    const ids = (Array.isArray(ref) ? ref : [ref]).flatMap((one: SomeoneRef) => this.#idsOf(one))
    const found = [...new Set(ids)].map((id) => this.register.persons.get(id)).filter((person) => person !== undefined)
    for (const person of found) this.register.touch('person', person.id)
    return found
  }

  #idsOf(ref: SomeoneRef): readonly PersonId[] {
    if (typeof ref !== 'string') return 'othersOn' in ref ? this.#othersOn(ref.othersOn) : this.#relative(ref)
    const alias = this.people.get(ref)
    if (alias !== undefined) return alias
    const answer = this.scope.answer(ref)
    if (answer.is !== 'known') return []
    if (Array.isArray(answer.value)) return answer.value.filter((id): id is string => typeof id === 'string')
    const found = this.#fromAnswer(answer.value)
    return found?.person === undefined ? [] : [found.person.id]
  }

  #othersOn(ref: PersonRef): readonly PersonId[] {
    const person = this.find(ref)?.person
    const family = person && familyOf(this.register.before, person.id)
    if (person === undefined || family === undefined) return []
    return openMembers(family).flatMap((member) => (member.personId === person.id ? [] : [member.personId]))
  }

  #relative(ref: Exclude<PersonRef, string>): readonly PersonId[] {
    const of = this.find('spouseOf' in ref ? ref.spouseOf : 'motherOf' in ref ? ref.motherOf : ref.fatherOf)?.person
    if (of === undefined) return []
    // Who was married to whom is read as it was before this case: a death must not hide the one it leaves behind.
    const view = this.register.before.persons.has(of.id) ? this.register.before : this.register
    if ('spouseOf' in ref) return spousesOf(view, of.id)
    const parent = 'motherOf' in ref ? of.motherId : of.fatherId
    return parent === undefined ? [] : [parent]
  }

  #byId(id: PersonId): FoundPerson | undefined {
    const person = this.register.persons.get(id)
    return person === undefined ? undefined : { person }
  }

  #fromAnswer(answer: Answer): FoundPerson | undefined {
    if (typeof answer === 'string') return this.#byId(answer)
    if (!isPersonAnswer(answer) || isNobody(answer)) return undefined
    if ('personId' in answer && typeof answer.personId === 'string') return this.#byId(answer.personId)
    const nik = 'nik' in answer ? answer.nik : undefined
    const known = nik === undefined ? undefined : personByNik(this.register, nik)
    if (known !== undefined) return { person: known }
    if (isOutsider(answer) || 'name' in answer)
      return { outsider: outsiderOf(answer as unknown as Record<string, unknown>) }
    return undefined
  }

  family(ref: FamilyRef, at = 'family'): Family | undefined {
    const found = this.#findFamily(ref)
    if (found === undefined) return this.refuse('register-family-missing', at)
    this.register.touch('family', found.id)
    return found
  }

  #findFamily(ref: FamilyRef): Family | undefined {
    if (typeof ref === 'string') {
      const id = this.families.get(ref)
      return id === undefined ? undefined : this.register.families.get(id)
    }
    if ('kk' in ref) {
      const number = this.scope.answer(ref.kk)
      return number.is === 'known' && typeof number.value === 'string'
        ? familyByKk(this.register, number.value)
        : undefined
    }
    const person = this.find(ref.familyOf)?.person
    if (person === undefined) return undefined
    // Someone who was just taken off a card still names it: the card they were on before the case.
    const now = familyOf(this.register, person.id)
    const before = familyOf(this.register.before, person.id)
    return now ?? (before && this.register.families.get(before.id))
  }

  deed(ref: DeedRef, at = 'deed'): Deed | undefined {
    const found = this.#findDeed(ref)
    if (found === undefined) return this.refuse('register-deed-missing', at)
    if (typeof ref !== 'string' && 'deedNumber' in ref && !this.#isParty(found, ref.of))
      return this.refuse('register-deed-of-another', at, { number: found.number })
    this.register.touch('deed', found.id)
    return found
  }

  #findDeed(ref: DeedRef): Deed | undefined {
    if (typeof ref === 'string') {
      const id = this.deeds.get(ref)
      return id === undefined ? undefined : this.register.deeds.get(id)
    }
    if ('deed' in ref) {
      const person = this.find(ref.of)?.person
      return person && deedsOf(this.register, person.id, ref.deed)[0]
    }
    const number = this.scope.answer(ref.deedNumber)
    const named = ref.register === undefined ? undefined : this.value(ref.register)
    const register = REGISTERS.find((one) => one === ref.register || one === named)
    if (number.is !== 'known') return undefined
    const wanted = [...this.register.deeds.values()].filter(
      (deed) => deed.number === number.value && (register === undefined || deed.register === register),
    )
    return wanted.find((deed) => this.#isParty(deed, ref.of)) ?? wanted[0]
  }

  /** Nobody named: anybody's deed. */
  #isParty(deed: Deed, ref: PersonRef | undefined): boolean {
    if (ref === undefined) return true
    const person = this.find(ref)?.person
    return person !== undefined && hasParty(deed, person.id)
  }
}

type WithoutKey<T> = T extends unknown ? Omit<T, 'key'> : never

/** How a reference reads in a refusal: the key it leans on. */
export function nameOf(ref: PersonRef): string {
  return typeof ref === 'string' ? ref : (Object.values(ref)[0] ?? '')
}

function outsiderOf(answer: Readonly<Record<string, unknown>>): Outsider {
  const part = (key: string) => (typeof answer[key] === 'string' && answer[key] !== '' ? { [key]: answer[key] } : {})
  return {
    name: String(answer.name ?? ''),
    ...part('nik'),
    ...part('travelDocument'),
    ...part('birthPlace'),
    ...part('birthDate'),
    ...part('sex'),
    ...part('citizenship'),
  }
}
