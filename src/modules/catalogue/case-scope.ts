// Looks up answers, calculations and facts of one case for conditions and values. An answer counts only while its
// question is shown: a hidden one is absent, an open one is unknown. Must stay true: nothing is written; each name is
// worked out once; a circle (which the checker refuses) ends as unknown instead of without end.
import { daysBetween, isPlainDate } from '../../kernel/date.ts'
import { type Answer, type Answers, isAddressAnswer, isPersonAnswer } from './answers.ts'
import { issuesCards } from './cards.ts'
import type { CompiledPage, CompiledService } from './compile.ts'
import { evaluateCondition, type Truth } from './condition.ts'
import { ElementScope } from './element-scope.ts'
import type { Condition, FactRef, Value } from './expression.ts'
import { FACTS, type FactExtra, type FactSource, type FactValue } from './facts.ts'
import type { Field } from './field-types/all.ts'
import { fieldType } from './field-types/all.ts'
import type { Reading } from './field-types/field-type.ts'
import { outsideFact } from './outside-person.ts'
import { isSamePerson } from './same-person.ts'
import { ABSENT, type Found, known, type Scope, unknown } from './scope.ts'
import { evaluateValue } from './value.ts'

export type CaseContext = {
  /** Region that receives the application. */
  readonly region: string
  /** Its name as it stands on papers, "Balangan"; fills in places. */
  readonly regionName?: string
  /** The day of the case: of the submission, before it today; where the office is. */
  readonly today: string
  /** Person id of the applicant; undefined while nobody has said who applies. */
  readonly applicant?: string
  readonly applicantRole?: string
  readonly channel: string
  /** Ids of the required documents that have an upload. */
  readonly uploads?: readonly string[]
  /** Keys of the fields whose warnings the applicant has confirmed. */
  readonly confirmed?: readonly string[]
  /** Of the applicant's account; null when it has none. */
  readonly contactPhone?: string | null
  readonly contactEmail?: string | null
}

type Shown = 'shown' | 'hidden' | readonly { readonly answer: string }[]

export class CaseScope implements Scope {
  readonly #memo = new Map<string, Found>()
  readonly #busy = new Set<string>()
  readonly #readings = new Map<string, Reading>()

  constructor(
    readonly service: CompiledService,
    readonly given: Answers,
    readonly source: FactSource,
    readonly context: CaseContext,
    private readonly elements: Readonly<Record<string, Answer>> = {},
  ) {}

  get today(): string {
    return this.context.today
  }

  table(name: string): Readonly<Record<string, string>> | undefined {
    return this.service.tables[name]
  }

  with(name: string, element: Answer): Scope {
    return new ElementScope(this, { ...this.elements, [name]: element })
  }

  /** Whether someone may be chosen; undefined when nobody can tell. */
  fits(filter: Condition, candidate: Answer): boolean | undefined {
    const { truth } = evaluateCondition(filter, this.with('candidate', candidate))
    return truth === 'unknown' ? undefined : truth
  }

  holds(condition: Condition): Truth {
    return evaluateCondition(condition, this)
  }

  value(value: Value): Found {
    return evaluateValue(value, this)
  }

  answer(path: string): Found {
    const seen = this.#memo.get(path)
    if (seen !== undefined) return seen
    if (this.#busy.has(path)) return unknown({ answer: path })
    this.#busy.add(path)
    const found = this.#find(path)
    this.#busy.delete(path)
    this.#memo.set(path, found)
    return found
  }

  #find(path: string): Found {
    const [key = '', part] = path.split('.')
    if (part !== undefined) return partOf(this.answer(key), part)
    if (key === 'applicant') return this.#who(key)
    const calculation = this.service.calculations[key]
    if (calculation !== undefined) return evaluateValue(calculation, this)
    const field = this.service.fields[key]
    if (field === undefined) return unknown({ answer: key })
    const shown = this.shown(field)
    if (shown === 'hidden') return ABSENT
    if (shown !== 'shown') return unknown(...shown)
    const derived = this.derived(field)
    if (derived !== undefined) return known(derived)
    const { answer } = this.reading(field)
    if (answer !== undefined) return known(answer)
    return this.required(field) ? unknown({ answer: key }) : ABSENT
  }

  /** Whether the question is shown; while that hangs on open answers, which ones. */
  shown(field: Field): Shown {
    const page = this.service.pages.find((one) => one.id === this.service.pageOf[field.key])
    const onPage = this.shownBy(page?.when)
    return onPage === 'shown' ? this.shownBy(field.when) : onPage
  }

  pageShown(page: CompiledPage): Shown {
    return this.shownBy(page.when)
  }

  private shownBy(when: Condition | undefined): Shown {
    if (when === undefined) return 'shown'
    const decided = evaluateCondition(when, this)
    if (decided.truth !== 'unknown') return decided.truth ? 'shown' : 'hidden'
    // Waits for answers that are still to come. What only a fact could tell is asked instead.
    const answers = decided.missing.filter((one) => 'answer' in one)
    return answers.length > 0 ? answers : 'shown'
  }

  /** What the register or the account already tells; then the question is not asked. */
  derived(field: Field): Answer | undefined {
    return this.#fitting(field, field.derive)
  }

  /** What is put into the question to be confirmed. */
  suggestion(field: Field): Answer | undefined {
    return this.#fitting(field, field.prefill)
  }

  #fitting(field: Field, value: Value | undefined): Answer | undefined {
    if (value === undefined) return undefined
    const found = evaluateValue(value, this)
    if (found.is !== 'known') return undefined
    const answer = field.type === 'person' && typeof found.value === 'string' ? { personId: found.value } : found.value
    // What does not fit the question (too long a place, a code that is no option) is asked rather than forced.
    return fieldType(field).check(answer, field, this.readContext(field)).answer
  }

  /** The answer given, read by its type; refused answers do not count. */
  reading(field: Field): Reading {
    const seen = this.#readings.get(field.key)
    if (seen !== undefined) return seen
    const answer = this.given[field.key]
    const reading =
      answer === undefined
        ? { refusals: [], warnings: [] }
        : fieldType(field).check(answer, field, this.readContext(field))
    this.#readings.set(field.key, reading)
    return reading
  }

  private readContext(field: Field) {
    return { today: this.today, region: this.context.region, at: field.key }
  }

  /** Unknown only for want of a fact counts as required. */
  required(field: Field): boolean {
    if (typeof field.required === 'boolean') return field.required
    const decided = evaluateCondition(field.required, this)
    return decided.truth === 'unknown' ? decided.missing.every((one) => 'fact' in one) : decided.truth
  }

  fact(ref: FactRef): Found {
    return this.factWith(ref, (name) => this.#who(name))
  }

  #who(name: string): Found {
    if (name === 'applicant')
      return this.context.applicant === undefined
        ? unknown({ fact: 'inRegister', of: 'applicant' })
        : known({ personId: this.context.applicant })
    return this.answer(name)
  }

  /** A fact, with a way to find out who is meant by a name. */
  factWith(ref: FactRef, who: (name: string) => Found): Found {
    const missing = unknown({ fact: ref.fact, ...(ref.of === undefined ? {} : { of: ref.of }) })
    const { subject } = FACTS[ref.fact]
    if (subject === 'case') return this.#caseFact(ref)
    if (ref.fact === 'samePersonAs' && ref.of !== undefined && ref.other !== undefined)
      return this.#same(who(ref.of), who(ref.other))
    const extra = this.#extra(ref, who)
    if ('is' in extra) return extra
    if (subject === 'movers') return asFound(this.source.fact(ref.fact, undefined, extra), missing)
    if (ref.of === undefined) return missing
    const person = who(ref.of)
    if (person.is === 'unknown') return unknown(...person.missing)
    if (person.is === 'absent') return ABSENT
    if (typeof person.value === 'string') return asFound(this.source.fact(ref.fact, person.value, extra), missing)
    if (!isPersonAnswer(person.value)) return missing
    const answer = person.value
    if ('personId' in answer && answer.personId !== undefined)
      return asFound(this.source.fact(ref.fact, answer.personId, extra), missing)
    return asFound(outsideFact(ref.fact, answer, this.today), missing)
  }

  #same(one: Found, other: Found): Found {
    if (one.is === 'absent' || other.is === 'absent') return known(false)
    if (one.is === 'unknown') return one
    if (other.is === 'unknown') return other
    const nikOf = (answer: Answer) => {
      const found = this.factWith({ fact: 'nik', of: 'item' }, () => known(answer))
      return found.is === 'known' && typeof found.value === 'string' ? found.value : undefined
    }
    return known(isSamePerson(one.value, other.value, nikOf))
  }

  #extra(ref: FactRef, who: (name: string) => Found): FactExtra | Found {
    const extra: { kind?: string; register?: string; number?: string; other?: string; movers?: readonly string[] } = {}
    if (ref.kind !== undefined) extra.kind = ref.kind
    if (ref.register !== undefined) extra.register = ref.register
    if (ref.number !== undefined) {
      const number = this.answer(ref.number)
      if (number.is === 'unknown') return number
      // No number names no deed.
      if (number.is === 'absent') return known(false)
      extra.number = String(number.value).trim()
    }
    if (ref.other !== undefined) {
      const other = who(ref.other)
      if (other.is !== 'known') return other
      const id =
        typeof other.value === 'string'
          ? other.value
          : isPersonAnswer(other.value) && 'personId' in other.value
            ? other.value.personId
            : undefined
      // Someone outside the register shares no card and no recorded tie with anybody in it.
      if (id === undefined) return known(false)
      extra.other = id
    }
    if (ref.movers !== undefined) {
      const movers = this.answer(ref.movers)
      if (movers.is !== 'known') return movers
      extra.movers = Array.isArray(movers.value)
        ? movers.value.filter((id): id is string => typeof id === 'string')
        : []
    }
    return extra
  }

  /** A late report needs one, and whatever the service says needs one. In doubt it does. */
  #needsDecision(): Found {
    const { decision = false, report } = this.service.definition
    const demanded = typeof decision === 'boolean' ? decision : evaluateCondition(decision, this).truth !== false
    if (demanded) return known(true)
    if (report === undefined) return known(false)
    return this.fact({ fact: 'isLate' })
  }

  #caseFact({ fact }: FactRef): Found {
    const { context } = this
    const missing = unknown({ fact })
    if (fact === 'channel') return known(context.channel)
    if (fact === 'applicantRole') return asFound(context.applicantRole, missing)
    if (fact === 'contactPhone') return asFound(context.contactPhone, missing)
    if (fact === 'contactEmail') return asFound(context.contactEmail, missing)
    if (fact === 'regionName') return asFound(context.regionName, missing)
    if (fact === 'needsDecision') return this.#needsDecision()
    if (fact === 'issuesCards') return known(issuesCards(this.service, this))
    const { report } = this.service.definition
    if (report === undefined) return fact === 'isLate' ? known(false) : ABSENT
    const event = this.answer(report.from)
    if (event.is !== 'known') return event
    if (!isPlainDate(event.value) || !isPlainDate(this.today)) return missing
    const days = daysBetween(event.value, this.today)
    return known(fact === 'isLate' ? days > report.days : days)
  }
}

/** A part of an address: `newAddress.village`. */
function partOf(whole: Found, part: string): Found {
  if (whole.is !== 'known') return whole
  const parts: Readonly<Record<string, unknown>> = isAddressAnswer(whole.value) ? whole.value : {}
  const value = Object.hasOwn(parts, part) ? parts[part] : undefined
  return typeof value === 'string' ? known(value) : ABSENT
}

function asFound(value: FactValue | null | undefined, missing: Found): Found {
  if (value === undefined) return missing
  return value === null ? ABSENT : known(value)
}
