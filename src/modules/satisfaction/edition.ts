// An edition of the survey is data: elements, answers, weights, bands, years. A published period keeps its edition for
// ever, so a file that cannot be computed with is refused here, before anyone is asked a question with it.
// Pure: takes parsed JSON, so that server, worker and command line read editions the same way.
import * as v from 'valibot'
import { compare, decimal, type Fraction } from '../../kernel/fraction.ts'
import type { Text } from '../../kernel/text.ts'

const text = v.strictObject({ id: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })
const decimalText = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}\.\d{2,3}$/, 'a decimal such as 76.61 or 0.071, written as text'),
)
const code = v.pipe(v.string(), v.regex(/^U[1-9]\d?$/, 'U1 to U99'))
const year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2200))

const element = v.strictObject({
  code,
  /** What the element asks, whatever its number: U8 and U9 change places in many forms. */
  meaning: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  name: text,
  question: text,
  answers: v.pipe(
    v.array(v.strictObject({ value: v.picklist([1, 2, 3, 4]), id: v.string(), en: v.string() })),
    v.length(4),
  ),
  about: text,
  /** The answer that means "nothing was paid"; below it a free service offers the way to the inspectorate. */
  freeAnswer: v.optional(v.picklist([1, 2, 3, 4])),
})

const editionSchema = v.strictObject({
  schemaVersion: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{2,59}$/)),
  name: text,
  current: v.boolean(),
  years: v.strictObject({ from: year, to: v.nullable(year) }),
  confirmed: v.strictObject({ elements: v.boolean(), order: v.boolean(), bands: v.boolean() }),
  scale: v.strictObject({ min: v.literal(1), max: v.literal(4) }),
  /** A person with fewer answered elements is not counted. */
  minimumAnswered: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Fewer counted people: no value is published. */
  minimumPublished: v.pipe(v.number(), v.integer(), v.minValue(1)),
  weights: v.strictObject({ default: v.union([v.literal('exact'), decimalText]), printed: v.array(decimalText) }),
  orders: v.pipe(v.array(v.strictObject({ id: v.string(), codes: v.array(code), label: text })), v.minLength(1)),
  elements: v.pipe(v.array(element), v.minLength(1), v.maxLength(40)),
  bands: v.pipe(
    v.array(v.strictObject({ grade: v.pipe(v.string(), v.minLength(1)), lower: decimalText, label: text })),
    v.minLength(1),
  ),
})

export type Element = v.InferOutput<typeof element>
export type Edition = v.InferOutput<typeof editionSchema>
export type Band = Edition['bands'][number]
/** `exact` is 1/k; anything else is a printed decimal the edition lists, such as `0.071`. */
export type Weighting = string

export type EditionFault = { readonly at: string; readonly says: string }

/** Reads one edition from parsed JSON. Gives every fault with its place; calling twice is harmless. */
export function readEdition(json: unknown): { ok: true; edition: Edition } | { ok: false; faults: EditionFault[] } {
  const parsed = v.safeParse(editionSchema, json)
  if (!parsed.success)
    return { ok: false, faults: parsed.issues.map((issue) => ({ at: v.getDotPath(issue) ?? '', says: issue.message })) }
  const faults = nonsense(parsed.output)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, edition: parsed.output }
}

/** What a schema cannot see: the parts must agree with one another. */
function nonsense(edition: Edition): EditionFault[] {
  const faults: EditionFault[] = []
  const codes = edition.elements.map((e) => e.code)
  const expect = (holds: boolean, at: string, says: string) => {
    if (!holds) faults.push({ at, says })
  }
  expect(new Set(codes).size === codes.length, 'elements', 'a code stands twice')
  expect(new Set(edition.elements.map((e) => e.meaning)).size === codes.length, 'elements', 'a meaning stands twice')
  edition.elements.forEach((e, i) => {
    expect(
      e.answers.every((a, j) => a.value === j + 1),
      `elements.${i}.answers`,
      'answers run from 1 (worst) to 4 (best)',
    )
  })
  edition.orders.forEach((order, i) => {
    const same =
      order.codes.length === codes.length &&
      new Set(order.codes).size === codes.length &&
      order.codes.every((c) => codes.includes(c))
    expect(same, `orders.${i}`, 'an order names every element once')
  })
  edition.bands.slice(1).forEach((band, i) => {
    expect(
      compare(decimal(edition.bands[i]!.lower), decimal(band.lower)) < 0,
      `bands.${i + 1}.lower`,
      'bands rise from the lowest grade',
    )
  })
  expect(edition.bands[0]!.lower === '25.00', 'bands.0.lower', 'the lowest band starts at 25.00')
  expect(edition.minimumAnswered <= codes.length, 'minimumAnswered', 'more than the edition has elements')
  const known = edition.weights.default === 'exact' || edition.weights.printed.includes(edition.weights.default)
  expect(known, 'weights.default', 'exact, or one of the printed weights')
  expect(edition.years.to === null || edition.years.to >= edition.years.from, 'years', 'ends before it starts')
  return faults
}

/** The highest band whose lower bound is not above the rounded index. Printed bands have gaps, this rule has none.
 *  The lowest band also takes what lies below 25: with a printed weight five people who all answered 1 give 24.85. */
export function bandOf(edition: Edition, roundedIndex: Fraction): Band {
  return edition.bands.findLast((band) => compare(decimal(band.lower), roundedIndex) <= 0) ?? edition.bands[0]!
}

export function elementName(edition: Edition, elementCode: string): Text {
  const found = edition.elements.find((e) => e.code === elementCode)
  if (!found) throw new Error(`Edition ${edition.id} has no element ${elementCode}`)
  return found.name
}

/** True for `exact` and for the weights the edition's own forms print. */
export function allowsWeighting(edition: Edition, weighting: string): boolean {
  return weighting === 'exact' || edition.weights.printed.includes(weighting)
}
