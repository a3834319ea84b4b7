// Reads what `puja satisfaction index` is given: one item or a list, as parsed JSON, checked before anything is computed.
// Must stay true: every fault of every item is found in one go and named with its place; a number is read by its
// shortest decimal text, so 3.31 is 331/100 and never a binary neighbour.

import { compare, fraction, parseDecimal } from '../../kernel/fraction.ts'
import { allowsWeighting, type Edition, type Weighting } from './edition.ts'
import { editions, findEdition } from './editions.ts'
import type { ElementAverage } from './satisfaction-index.ts'
import { averagesOf } from './satisfaction-index.ts'
import { faultyCells, type Tally, tallyAnswers } from './tally.ts'

export type InputFault = { readonly at: string; readonly says: string }

export type IndexRequest = {
  readonly edition: Edition
  readonly weighting: Weighting
  readonly averages: readonly ElementAverage[]
  /** Only from single answers: who was counted, and what the interval needs. */
  readonly tally?: Tally
  readonly population?: number
}

type Json = Record<string, unknown>
const FORMS = ['averages', 'counts', 'answers'] as const
const KNOWN: readonly string[] = ['edition', 'weights', 'population', ...FORMS]

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60)

/** One item; `at` is its place in the file (`` or `[2]`). Warnings are faults that change nothing. */
export function readItem(
  item: unknown,
  at: string,
): { request?: IndexRequest; faults: InputFault[]; warnings: InputFault[] } {
  const faults: InputFault[] = []
  const fault = (where: string, says: string) => {
    faults.push({ at: where.startsWith('.') && at === '' ? where.slice(1) : `${at}${where}`, says })
  }
  if (!isObject(item)) {
    fault(
      '',
      `${show(item)} is no object; an item looks like {"edition": "permenpan-14-2017", "averages": {"U1": "3.31"}}`,
    )
    return { faults, warnings: [] }
  }
  const warnings = Object.keys(item)
    .filter((key) => !KNOWN.includes(key))
    .map((key) => ({ at: `${at}${at === '' ? '' : '.'}${key}`, says: 'is not read' }))
  const edition = readEditionName(item.edition, fault)
  const form = readForm(item, fault)
  if (!edition || !form) return { faults, warnings }
  const weighting = readWeighting(item.weights, edition, fault)
  const population = readPopulation(item.population, form, fault)
  const figures =
    form === 'answers' ? readAnswers(item.answers, edition, fault) : readByCode(form, item[form], edition, fault)
  if (faults.length > 0 || !figures) return { faults, warnings }
  const { averages, tally } = 'averages' in figures ? figures : { averages: figures, tally: undefined }
  if (population !== undefined && tally && population < tally.counted) {
    fault('.population', `${population} is less than the ${tally.counted} people counted`)
    return { faults, warnings }
  }
  return { request: { edition, weighting, averages, tally, population }, faults, warnings }
}

type Fault = (where: string, says: string) => void

function readEditionName(value: unknown, fault: Fault): Edition | undefined {
  const edition = typeof value === 'string' ? findEdition(value) : undefined
  if (!edition)
    fault(
      '.edition',
      `${value === undefined ? 'is missing' : `${show(value)} is unknown`}; known are ${editions.map((e) => e.id).join(', ')}`,
    )
  return edition
}

function readForm(item: Json, fault: Fault): (typeof FORMS)[number] | undefined {
  const given = FORMS.filter((form) => item[form] !== undefined)
  if (given.length !== 1)
    fault(
      '',
      given.length === 0 ? 'has none of averages, counts, answers' : `has ${given.join(' and ')}; give one of them`,
    )
  return given.length === 1 ? given[0] : undefined
}

function readWeighting(value: unknown, edition: Edition, fault: Fault): Weighting {
  if (value === undefined) return edition.weights.default
  if (typeof value === 'string' && allowsWeighting(edition, value)) return value
  fault(
    '.weights',
    `${show(value)} is not a weight of ${edition.id}; it has "exact", ${edition.weights.printed.map(show).join(', ')}`,
  )
  return edition.weights.default
}

function readPopulation(value: unknown, form: string, fault: Fault): number | undefined {
  if (value === undefined || value === null) return undefined
  if (form !== 'answers') fault('.population', 'belongs to single answers only; averages and counts give no interval')
  else if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  else fault('.population', `${show(value)} is no number of users`)
  return undefined
}

function readAnswers(
  value: unknown,
  edition: Edition,
  fault: Fault,
): { averages: ElementAverage[]; tally: Tally } | undefined {
  const k = edition.elements.length
  if (!Array.isArray(value)) {
    fault('.answers', `${show(value)} is no list; it looks like [[4, 3, null, …], …]`)
    return undefined
  }
  const rows: unknown[][] = []
  value.forEach((row: unknown, i) => {
    if (Array.isArray(row)) rows.push(row)
    else fault(`.answers[${i}]`, `${show(row)} is no list of ${k} answers`)
  })
  if (rows.length < value.length) return undefined
  const wrong = faultyCells(edition, rows)
  for (const { row, column } of wrong) {
    if (column === undefined)
      fault(
        `.answers[${row}]`,
        `has ${rows[row]!.length} answers; ${edition.id} has ${k} elements, write null where one is empty`,
      )
    else
      fault(
        `.answers[${row}][${column}]`,
        `(${edition.elements[column]!.code}) ${show(rows[row]![column])} is no answer; write 1, 2, 3, 4 or null`,
      )
  }
  if (wrong.length > 0) return undefined
  const tally = tallyAnswers(edition, rows as number[][])
  return { averages: averagesOf(tally.elements), tally }
}

function readByCode(
  form: 'averages' | 'counts',
  value: unknown,
  edition: Edition,
  fault: Fault,
): ElementAverage[] | undefined {
  if (!isObject(value)) {
    fault(
      `.${form}`,
      `${show(value)} is no object; name each element, as in {"U1": ${form === 'averages' ? '"3.31"' : '{"sum": 331, "count": 100}'}}`,
    )
    return undefined
  }
  const codes = edition.elements.map((element) => element.code)
  for (const code of Object.keys(value))
    if (!codes.includes(code))
      fault(`.${form}.${code}`, `is no element of ${edition.id}, which has U1 to U${codes.length}`)
  return codes.map((code) => {
    const cell = value[code]
    const where = `.${form}.${code}`
    if (cell === undefined || cell === null) return { code, nrr: null, answered: null }
    return form === 'averages' ? readAverage(code, cell, where, fault) : readCount(code, cell, where, fault)
  })
}

function readAverage(code: string, cell: unknown, where: string, fault: Fault): ElementAverage {
  const text = typeof cell === 'number' ? String(cell) : cell
  const nrr = typeof text === 'string' ? parseDecimal(text) : undefined
  if (!nrr) fault(where, `${show(cell)} is no decimal number; write it as 3.31 or "3.31"`)
  else if (compare(nrr, fraction(1)) < 0 || compare(nrr, fraction(4)) > 0)
    fault(where, `${show(cell)} lies outside 1 to 4`)
  return { code, nrr: nrr ?? null, answered: null }
}

function readCount(code: string, cell: unknown, where: string, fault: Fault): ElementAverage {
  const none = { code, nrr: null, answered: 0 }
  const whole = (key: 'sum' | 'count'): number | undefined => {
    const value = isObject(cell) ? cell[key] : undefined
    const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number
    fault(
      `${where}.${key}`,
      `${value === undefined ? 'is missing; write' : `${show(value)} is not`} a whole number of 0 or more`,
    )
    return undefined
  }
  if (!isObject(cell)) {
    fault(where, `${show(cell)} is no object; write {"sum": 331, "count": 100}, or null when nobody answered`)
    return none
  }
  const [total, count] = [whole('sum'), whole('count')]
  if (total === undefined || count === undefined) return none
  if (total < count || BigInt(total) > 4n * BigInt(count)) {
    fault(where, `${count} answers of 1 to 4 cannot add to ${total}`)
    return none
  }
  return count === 0 ? none : { code, nrr: fraction(total, count), answered: count }
}
