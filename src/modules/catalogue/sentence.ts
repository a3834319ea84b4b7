// Conditions as sentences, Indonesian and English, so that an official who never reads JSON can say whether they are
// right. Must stay true: every part of a condition is in its sentence; a denied part is denied in words, not by "not (…)".
import { fill, type Text } from '../../kernel/text.ts'
import { DEED_WORDS, DOCUMENT_WORDS } from '../register/words.ts'
import { codeText, isCodeList } from './code-lists.ts'
import type { CompiledService } from './compile.ts'
import type { Condition, FactRef, Literal, Operand } from './expression.ts'
import { factEntry } from './facts.ts'
import { type ChoiceField, optionsOf } from './field-types/choice.ts'

/** The words a sentence needs besides its own. */
export interface Words {
  /** An answer or calculation by its key; for `item.x` the field of the list. */
  label(path: string): Text | undefined
  option(path: string, value: Literal): Text | undefined
}

const both = (id: string, en: string): Text => ({ id, en })
const join = (parts: readonly Text[], id: string, en: string): Text =>
  both(parts.map((part) => part.id).join(id), parts.map((part) => part.en).join(en))
const put = (pattern: Text, parts: Readonly<Record<string, Text>>): Text => {
  const of = (language: 'id' | 'en') =>
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, text[language]]))
  return both(fill(pattern.id, of('id')), fill(pattern.en, of('en')))
}

/** A sentence without capital and full stop, to stand after "if" or on its own. */
export function sentenceOfCondition(condition: Condition, words: Words): Text {
  return sentence(condition, words, true, false)
}

/** The words of a compiled service. */
export function wordsOf(service: CompiledService): Words {
  const fieldOf = (path: string) => {
    const [key = '', part] = path.split('.')
    if (key !== 'item' || part === undefined) return service.fields[path]
    for (const field of Object.values(service.fields))
      if (field.type === 'list') {
        const inner = field.fields.find((one) => one.key === part)
        if (inner !== undefined) return inner
      }
    return undefined
  }
  return {
    label: (path) => {
      const [key = '', part = ''] = path.split('.')
      const whole = service.fields[key]
      if (whole?.type === 'address' && Object.hasOwn(PARTS, part))
        return put(PARTS[part]!, {
          of: person(key, { label: () => whole.short ?? whole.label, option: () => undefined }),
        })
      const field = fieldOf(path)
      return field === undefined ? undefined : (field.short ?? field.label)
    },
    option: (path, value) => {
      const field = fieldOf(path)
      if (field?.type === 'yes-no') return value === true ? both('ya', 'yes') : both('tidak', 'no')
      return field?.type === 'choice'
        ? optionsOf(field as ChoiceField).find((one) => one.value === value)?.label
        : undefined
    },
  }
}

/** Parts of an address: `newAddress.village`. */
const PARTS: Readonly<Record<string, Text>> = {
  street: both('jalan pada {of}', 'the street of {of}'),
  rt: both('RT pada {of}', 'the RT of {of}'),
  rw: both('RW pada {of}', 'the RW of {of}'),
  village: both('desa pada {of}', 'the village of {of}'),
  postalCode: both('kode pos pada {of}', 'the postal code of {of}'),
}

const COMPARISONS = {
  less: [both('{a} kurang dari {b}', '{a} is less than {b}'), 'atLeast'],
  atMost: [both('{a} paling banyak {b}', '{a} is at most {b}'), 'more'],
  more: [both('{a} lebih dari {b}', '{a} is more than {b}'), 'atMost'],
  atLeast: [both('{a} paling sedikit {b}', '{a} is at least {b}'), 'less'],
} as const

function sentence(condition: Condition, words: Words, positive: boolean, inside: boolean): Text {
  if ('not' in condition) return sentence(condition.not, words, !positive, inside)
  if ('all' in condition) return joined(condition.all, words, positive, positive, inside)
  if ('any' in condition) return joined(condition.any, words, positive, !positive, inside)
  if ('answered' in condition)
    return put(positive ? both('{a} dijawab', '{a} is answered') : both('{a} tidak dijawab', '{a} is not answered'), {
      a: operand(condition.answered, words),
    })
  if ('is' in condition) return equality(condition.is[0], [condition.is[1]], words, positive)
  if ('in' in condition) return equality(condition.in[0], condition.in[1], words, positive)
  if ('same' in condition)
    return order(
      condition.same,
      words,
      positive
        ? both('{a} sama dengan {b}', '{a} equals {b}')
        : both('{a} tidak sama dengan {b}', '{a} does not equal {b}'),
    )
  if ('before' in condition)
    return order(
      condition.before,
      words,
      positive
        ? both('{a} sebelum {b}', '{a} is before {b}')
        : both('{a} pada atau sesudah {b}', '{a} is on or after {b}'),
    )
  if ('after' in condition)
    return order(
      condition.after,
      words,
      positive
        ? both('{a} sesudah {b}', '{a} is after {b}')
        : both('{a} pada atau sebelum {b}', '{a} is on or before {b}'),
    )
  if ('fact' in condition) return factSentence(condition, words, positive)
  if ('where' in condition) return quantity(condition, words, positive)
  if ('less' in condition) return comparison('less', condition.less, words, positive)
  if ('atMost' in condition) return comparison('atMost', condition.atMost, words, positive)
  if ('more' in condition) return comparison('more', condition.more, words, positive)
  return comparison('atLeast', condition.atLeast, words, positive)
}

function comparison(
  name: keyof typeof COMPARISONS,
  [a, b]: readonly [Operand, Operand],
  words: Words,
  positive: boolean,
): Text {
  const [pattern] = COMPARISONS[positive ? name : COMPARISONS[name][1]]
  return put(pattern, { a: operand(a, words), b: operand(b, words) })
}

function joined(parts: readonly Condition[], words: Words, positive: boolean, and: boolean, inside: boolean): Text {
  if (parts.length === 1) return sentence(parts[0]!, words, positive, inside)
  const texts = parts.map((part) => sentence(part, words, positive, true))
  const whole = and ? join(texts, ' dan ', ' and ') : join(texts, ' atau ', ' or ')
  return inside ? both(`(${whole.id})`, `(${whole.en})`) : whole
}

function order([a, b]: readonly [Operand, Operand], words: Words, pattern: Text): Text {
  return put(pattern, { a: operand(a, words), b: operand(b, words) })
}

function equality(left: Operand, literals: readonly Literal[], words: Words, positive: boolean): Text {
  const values = literals.map((literal) => literalText(left, literal, words))
  const b = join(values, ' atau ', ' or ')
  return put(positive ? both('{a} adalah {b}', '{a} is {b}') : both('{a} bukan {b}', '{a} is not {b}'), {
    a: operand(left, words),
    b,
  })
}

function literalText(left: Operand, literal: Literal, words: Words): Text {
  if (typeof left === 'string') {
    const text = words.option(left, literal)
    if (text !== undefined) return quoted(text)
  }
  if (typeof left === 'object' && 'fact' in left) {
    const { list } = factEntry(left.fact)
    const text = list !== undefined && isCodeList(list) ? codeText(list, String(literal)) : undefined
    if (text !== undefined) return quoted(text)
  }
  if (literal === true) return both('ya', 'yes')
  if (literal === false) return both('tidak', 'no')
  return typeof literal === 'number' ? both(String(literal), String(literal)) : quoted(both(literal, literal))
}

function quoted(text: Text): Text {
  return both(`“${text.id}”`, `“${text.en}”`)
}

function operand(value: Operand, words: Words): Text {
  if (typeof value === 'number') return both(String(value), String(value))
  if (typeof value === 'string') return quoted(words.label(value) ?? both(value, value))
  if ('value' in value) return both(String(value.value), String(value.value))
  if ('today' in value) return both('hari ini', 'today')
  if ('ageOn' in value) {
    const [birth, on] = value.ageOn
    return put(both('usia pada {on} menurut {birth}', 'the age on {on} by {birth}'), {
      birth: operand(birth, words),
      on: operand(on, words),
    })
  }
  if ('daysBetween' in value) {
    const [from, to] = value.daysBetween
    return put(both('jumlah hari dari {from} sampai {to}', 'the number of days from {from} to {to}'), {
      from: operand(from, words),
      to: operand(to, words),
    })
  }
  if ('countOf' in value) {
    const list = operand(value.countOf, words)
    if (value.where === undefined) return put(both('jumlah {list}', 'the number of {list}'), { list })
    return put(both('jumlah {list} yang {where}', 'the number of {list} where {where}'), {
      list,
      where: sentence(value.where, words, true, true),
    })
  }
  return factPhrase(value, factEntry(value.fact).phrase, words)
}

function factSentence(ref: FactRef, words: Words, positive: boolean): Text {
  const { phrase, denial } = factEntry(ref.fact)
  return factPhrase(ref, positive ? phrase : (denial ?? phrase), words)
}

function factPhrase(ref: FactRef, pattern: Text, words: Words): Text {
  const parts = {
    of: person(ref.of, words),
    other: person(ref.other, words),
    kind: wordOf(DOCUMENT_WORDS, ref.kind),
    register: wordOf(DEED_WORDS, ref.register),
  }
  return put(pattern, parts)
}

function wordOf(list: Readonly<Record<string, Text>>, key: string | undefined): Text {
  const text = key === undefined ? undefined : list[key]
  if (text === undefined) return both(key ?? '', key ?? '')
  return key === 'kk' ? text : both(lowerFirst(text.id), lowerFirst(text.en))
}

function person(name: string | undefined, words: Words): Text {
  if (name === undefined) return both('', '')
  if (name === 'applicant') return both('pemohon', 'the applicant')
  if (name === 'item') return both('orang itu', 'that person')
  if (name === 'candidate') return both('orang yang dipilih', 'the person chosen')
  const label = words.label(name)
  return label === undefined ? both(name, name) : both(lowerFirst(label.id), lowerFirst(label.en))
}

/** Abbreviations (KTP-el, KIA) keep their capitals. */
function lowerFirst(text: string): string {
  if (/^[A-Z]{2}/.test(text)) return text
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function quantity(condition: Extract<Condition, { where: Condition }>, words: Words, positive: boolean): Text {
  const where = sentence(condition.where, words, true, true)
  if ('everyOf' in condition)
    return put(
      positive
        ? both('untuk setiap {list}: {where}', 'for every one of {list}: {where}')
        : both('tidak untuk setiap {list}: {where}', 'not for every one of {list}: {where}'),
      { list: operand(condition.everyOf, words), where },
    )
  const some = 'someOf' in condition
  const list = operand(some ? condition.someOf : condition.noneOf, words)
  return put(
    some === positive
      ? both('ada {list} dengan {where}', 'there is one of {list} with {where}')
      : both('tidak ada {list} dengan {where}', 'there is none of {list} with {where}'),
    { list, where },
  )
}
