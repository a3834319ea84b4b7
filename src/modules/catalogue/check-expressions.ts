// Proves that every name in an expression stands for something, and something of the right kind: answers, persons, facts,
// tables, options. Faults only; nothing is evaluated.
import { DOCUMENT_KINDS, REGISTERS } from '../register/effect-parts.ts'
import { ADDRESS_PARTS } from './answers.ts'
import { codesOf, isCodeList } from './code-lists.ts'
import type { CompiledService } from './compile.ts'
import type { Condition, FactRef, Literal, Operand, Value } from './expression.ts'
import { argumentsOf, FACTS, type FactType, factEntry } from './facts.ts'
import type { Fault } from './fault.ts'
import { pointerOf } from './fault.ts'
import type { Field } from './field-types/all.ts'
import { type ChoiceField, optionsOf } from './field-types/choice.ts'
import type { ItemField } from './field-types/list.ts'

export type Place = { readonly file: string; readonly pointer: string }
type Path = readonly (string | number)[]

export type NameKind = FactType | 'list' | 'other'

/** What may be named in a certain place besides answers and calculations. */
export type Names = {
  /** Aliases of effects: persons, families, deeds. */
  readonly aliases?: ReadonlySet<string>
  /** A filter has a `candidate`. */
  readonly candidate?: boolean
  /** Where `item` comes from: the key of a list, or people of an effect. */
  readonly item?: { readonly list: string } | 'person'
  /** Processes have no answers. */
  readonly caseOnly?: boolean
}

export class ExpressionChecker {
  readonly faults: Fault[] = []
  /** Keys named anywhere, to find questions that nobody needs. */
  readonly used = new Set<string>()

  constructor(readonly service: Pick<CompiledService, 'fields' | 'calculations' | 'tables'>) {}

  fault(place: Place, path: Path, message: string): void {
    this.faults.push({ file: place.file, pointer: place.pointer + pointerOf(path), message })
  }

  condition(condition: Condition | undefined, place: Place, names: Names = {}): void {
    if (condition === undefined) return
    this.#walk(condition, [], place, names)
  }

  value(value: Value | undefined, place: Place, names: Names = {}): void {
    if (value === undefined) return
    this.#walkValue(value, [], place, names)
  }

  /** The kind of what a key stands for; undefined when it stands for nothing. */
  kindOf(key: string): NameKind | undefined {
    if (key === 'applicant') return 'person'
    const field = this.service.fields[key]
    if (field !== undefined) return kindOfField(field)
    const calculation = this.service.calculations[key]
    return calculation === undefined ? undefined : this.kindOfValue(calculation, new Set([key]))
  }

  kindOfValue(value: Value, seen: ReadonlySet<string> = new Set()): NameKind {
    if (typeof value === 'number') return 'number'
    if (typeof value === 'string') {
      if (value.includes('.')) return 'text'
      if (value === 'applicant') return 'person'
      if (seen.has(value)) return 'other'
      const field = this.service.fields[value]
      if (field !== undefined) return kindOfField(field)
      const inner = this.service.calculations[value]
      return inner === undefined ? 'other' : this.kindOfValue(inner, new Set([...seen, value]))
    }
    if ('fact' in value) return FACTS[value.fact].type
    if ('today' in value) return 'date'
    if ('value' in value)
      return typeof value.value === 'number' ? 'number' : typeof value.value === 'boolean' ? 'yes-no' : 'text'
    if ('if' in value) return this.kindOfValue(value.if[1], seen)
    if ('concat' in value || 'lookup' in value) return 'text'
    return 'number'
  }

  /** A person must be meant: an answer, `applicant`, an element, an alias, or a calculation that finds one. */
  person(name: string, place: Place, path: Path, names: Names): void {
    this.used.add(name)
    if (name === 'applicant' || names.aliases?.has(name)) return
    if (name === 'item' || name === 'candidate') {
      const { item } = names
      const fits =
        name === 'candidate'
          ? names.candidate === true
          : item === 'person' || (item !== undefined && this.kindOf(item.list) === 'people')
      if (!fits) this.fault(place, path, `"${name}" means nobody here`)
      return
    }
    const kind = this.kindOf(name)
    if (kind === undefined) this.fault(place, path, `there is no answer, calculation or alias "${name}"`)
    else if (kind !== 'person') this.fault(place, path, `"${name}" is no person`)
  }

  #fact(ref: FactRef, bare: boolean, path: Path, place: Place, names: Names): void {
    const entry = factEntry(ref.fact)
    const say = (message: string) => this.fault(place, path, `fact ${ref.fact}: ${message}`)
    if (bare && entry.type !== 'yes-no') say('not a yes/no fact, so it is no condition by itself')
    if (entry.subject === 'person' && ref.of === undefined) say('of whom? "of" is missing')
    if (entry.subject !== 'person' && ref.of !== undefined) say('"of" has no meaning here')
    if (entry.subject === 'movers' && ref.movers === undefined) say('"movers" is missing')
    if (names.caseOnly === true && entry.subject !== 'case') say('a process knows facts of the case only')
    const wanted = argumentsOf(entry)
    for (const argument of ['kind', 'register', 'other', 'number'] as const) {
      if (wanted.includes(argument) && ref[argument] === undefined) say(`"${argument}" is missing`)
      if (!wanted.includes(argument) && ref[argument] !== undefined) say(`"${argument}" has no meaning here`)
    }
    if (ref.kind !== undefined && !DOCUMENT_KINDS.some((kind) => kind === ref.kind))
      say(`there is no document "${ref.kind}"`)
    if (ref.register !== undefined && !REGISTERS.some((one) => one === ref.register))
      say(`there is no register "${ref.register}"`)
    if (ref.of !== undefined) this.person(ref.of, place, [...path, 'of'], names)
    if (ref.other !== undefined) this.person(ref.other, place, [...path, 'other'], names)
    if (ref.movers !== undefined) {
      this.used.add(ref.movers)
      if (this.kindOf(ref.movers) !== 'people')
        this.fault(place, [...path, 'movers'], `"${ref.movers}" is not a question for several people`)
    }
  }

  #answer(name: string, path: Path, place: Place, names: Names): void {
    if (names.caseOnly === true) {
      this.fault(place, path, `a process knows no answers ("${name}")`)
      return
    }
    if (name === 'applicant') return
    const [first = '', part] = name.split('.')
    if (part === undefined) {
      this.used.add(name)
      if (
        this.kindOf(name) === undefined &&
        !names.aliases?.has(name) &&
        !(name === 'item' && names.item !== undefined)
      )
        this.fault(place, path, `there is no answer or calculation "${name}"`)
      return
    }
    if (first !== 'item') this.used.add(first)
    if (this.kindOf(first) === 'address') {
      if (!ADDRESS_PARTS.some((one) => one === part))
        this.fault(place, path, `an address has no "${part}"; it has ${ADDRESS_PARTS.join(', ')}`)
      return
    }
    const list = typeof names.item === 'object' ? this.service.fields[names.item.list] : undefined
    if (first !== 'item' || list?.type !== 'list')
      this.fault(place, path, `"${name}" means nothing outside a list of things`)
    else if (!list.fields.some((field) => field.key === part))
      this.fault(place, path, `the list "${list.key}" has no "${part}"`)
  }

  #walk(condition: Condition, path: Path, place: Place, names: Names): void {
    if ('all' in condition || 'any' in condition) {
      const key = 'all' in condition ? 'all' : 'any'
      const parts = 'all' in condition ? condition.all : condition.any
      for (const [index, part] of parts.entries()) this.#walk(part, [...path, key, index], place, names)
    } else if ('not' in condition) this.#walk(condition.not, [...path, 'not'], place, names)
    else if ('answered' in condition) this.#answer(condition.answered, [...path, 'answered'], place, names)
    else if ('is' in condition) this.#literals(condition.is[0], [condition.is[1]], [...path, 'is'], place, names)
    else if ('in' in condition) this.#literals(condition.in[0], condition.in[1], [...path, 'in'], place, names)
    else if ('where' in condition) {
      const [key, list] = Object.entries(condition).find(([name]) => name !== 'where') as [string, string]
      this.#list(list, [...path, key], place)
      this.#walk(condition.where, [...path, 'where'], place, { ...names, item: { list } })
    } else if ('fact' in condition) this.#fact(condition, true, path, place, names)
    else {
      const [key, pair] = Object.entries(condition)[0] as [string, readonly [Operand, Operand]]
      for (const [index, operand] of pair.entries()) this.#walkValue(operand, [...path, key, index], place, names)
      if (key === 'before' || key === 'after') this.#dates(pair, [...path, key], place, names)
      else if (key !== 'same') this.#order(pair, key, [...path, key], place, names)
    }
  }

  #dates(pair: readonly Operand[], path: Path, place: Place, names: Names): void {
    for (const [index, operand] of pair.entries()) {
      const kind = this.#sureKind(operand, names)
      if (kind !== undefined && kind !== 'date') this.fault(place, [...path, index], 'before and after compare dates')
    }
  }

  /** Less and more: two of one kind, and of a kind that has an order. */
  #order(pair: readonly [Operand, Operand], word: string, path: Path, place: Place, names: Names): void {
    const kinds = pair.map((operand) => this.#sureKind(operand, names))
    for (const [index, kind] of kinds.entries())
      if (kind !== undefined && !WITH_ORDER.has(kind))
        this.fault(place, [...path, index], `"${word}" has no meaning for a ${kind}`)
    const [left, right] = kinds
    if (left !== undefined && right !== undefined && left !== right && WITH_ORDER.has(left) && WITH_ORDER.has(right))
      this.fault(place, path, `"${word}" compares a ${left} with a ${right}`)
  }

  /** What a joined text, a table or an address yields is only known when it is there. */
  #sureKind(operand: Operand, names: Names): NameKind | undefined {
    const question = typeof operand === 'string' ? this.#question(operand, names) : undefined
    const kind = question === undefined ? this.kindOfValue(operand) : kindOfField(question)
    return kind === 'other' || (kind === 'text' && question === undefined) ? undefined : kind
  }

  #list(key: string, path: Path, place: Place): void {
    this.used.add(key)
    const kind = this.kindOf(key)
    if (kind !== 'list' && kind !== 'people') this.fault(place, path, `"${key}" is no list`)
  }

  /** A literal must be one that the other side can have. */
  #literals(left: Operand, literals: readonly Literal[], path: Path, place: Place, names: Names): void {
    this.#walkValue(left, [...path, 0], place, names)
    const allowed = this.#possible(left, names)
    if (allowed === undefined) return
    for (const literal of literals)
      if (!allowed.includes(literal))
        this.fault(
          place,
          [...path, 1],
          `${JSON.stringify(literal)} is never the answer; possible are ${allowed.map((one) => JSON.stringify(one)).join(', ')}`,
        )
  }

  #possible(operand: Operand, names: Names): readonly Literal[] | undefined {
    if (typeof operand === 'object' && 'fact' in operand) {
      const { list, type } = factEntry(operand.fact)
      if (type === 'yes-no') return [true, false]
      return list !== undefined && isCodeList(list) ? codesOf(list).map((row) => row.code) : undefined
    }
    if (typeof operand !== 'string') return undefined
    const field = this.#question(operand, names)
    if (field?.type === 'yes-no') return [true, false]
    return field?.type === 'choice' ? optionsOf(field as ChoiceField).map((option) => option.value) : undefined
  }

  /** The question that a name stands for, also one inside the list at hand. */
  #question(name: string, names: Names): Field | ItemField | undefined {
    const [first, part] = name.split('.')
    if (part === undefined) return this.service.fields[name]
    const list = first === 'item' && typeof names.item === 'object' ? this.service.fields[names.item.list] : undefined
    return list?.type === 'list' ? list.fields.find((one) => one.key === part) : undefined
  }

  #walkValue(value: Value, path: Path, place: Place, names: Names): void {
    if (typeof value === 'number') return
    if (typeof value === 'string') this.#answer(value, path, place, names)
    else if ('value' in value || 'today' in value) return
    else if ('fact' in value) this.#fact(value, false, path, place, names)
    else if ('countOf' in value) {
      this.#list(value.countOf, [...path, 'countOf'], place)
      if (value.where !== undefined)
        this.#walk(value.where, [...path, 'where'], place, { ...names, item: { list: value.countOf } })
    } else if ('if' in value) {
      this.#walk(value.if[0], [...path, 'if', 0], place, names)
      this.#walkValue(value.if[1], [...path, 'if', 1], place, names)
      if (value.if[2] !== undefined) this.#walkValue(value.if[2], [...path, 'if', 2], place, names)
    } else if ('lookup' in value) {
      if (this.service.tables[value.lookup[0]] === undefined)
        this.fault(place, [...path, 'lookup', 0], `there is no table "${value.lookup[0]}"`)
      this.#walkValue(value.lookup[1], [...path, 'lookup', 1], place, names)
    } else if ('round' in value) this.#walkValue(value.round[0], [...path, 'round', 0], place, names)
    else {
      const [key, parts] = Object.entries(value)[0] as [string, readonly Value[]]
      for (const [index, part] of parts.entries()) this.#walkValue(part, [...path, key, index], place, names)
    }
  }
}

/** Codes are compared as the texts they are; a list of levels may be numbered. */
const WITH_ORDER: ReadonlySet<NameKind> = new Set(['number', 'date', 'text', 'code'])

function kindOfField(field: Field | ItemField): NameKind {
  if (
    field.type === 'person' ||
    field.type === 'people' ||
    field.type === 'list' ||
    field.type === 'address' ||
    field.type === 'date' ||
    field.type === 'yes-no'
  )
    return field.type
  if (field.type === 'integer' || field.type === 'decimal') return 'number'
  if (field.type === 'choice') return 'code'
  return 'text'
}
