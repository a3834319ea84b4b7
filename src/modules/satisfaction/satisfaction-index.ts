// The index (IKM) and its grades: Permenpan RB 14/2017 and its forerunners, whatever the edition says.
// Must stay true: everything is a fraction until the index is written, it is rounded half up once, and the grade is
// read from that rounded index. An element nobody answered drops out and the result says `incomplete`.

import {
  add,
  compare,
  decimal,
  type Fraction,
  fraction,
  multiply,
  sum,
  toDecimal,
  ZERO,
} from '../../kernel/fraction.ts'
import { type Band, bandOf, type Edition, type Weighting } from './edition.ts'
import type { ElementTally } from './tally.ts'

/** The average of one element (NRR, 1 to 4), or null when nobody answered it. */
export type ElementAverage = { readonly code: string; readonly nrr: Fraction | null; readonly answered: number | null }

export type ElementResult = {
  readonly code: string
  readonly exact: Fraction | null
  /** Average with 3 decimals, its weighted part with 3, 25 x average with 2; null when the element dropped out. */
  readonly nrr: string | null
  readonly weighted: string | null
  readonly value: string | null
  readonly grade: string | null
  readonly answered: number | null
}

export type IndexResult = {
  readonly edition: string
  readonly weighting: Weighting
  /** `1/9`, or the printed decimal. */
  readonly weight: string
  /** Elements in use. */
  readonly k: number
  readonly incomplete: boolean
  readonly exact: Fraction | null
  /** Two decimals, or null when no element was answered. */
  readonly index: string | null
  readonly grade: string | null
  readonly band: Band | null
  readonly elements: readonly ElementResult[]
  /** Codes of the three lowest elements, lowest first; equal ones in the order of the edition. */
  readonly lowest: readonly string[]
}

const TWENTY_FIVE = fraction(25)

/** Averages from sums and counts; a count of zero is an element nobody answered. */
export function averagesOf(tally: readonly ElementTally[]): ElementAverage[] {
  return tally.map(({ code, sum, count }) => ({
    code,
    nrr: count === 0 ? null : fraction(sum, count),
    answered: count,
  }))
}

/** Computes the index from averages; `weighting` other than the edition's own is only for re-computing an old report.
 *  Elements missing from `averages` drop out. A printed weight is kept as it is when elements drop out, as the old forms do;
 *  the sum then lacks their part, which is one more reason for the mark `incomplete`. */
export function computeIndex(
  edition: Edition,
  averages: readonly ElementAverage[],
  weighting: Weighting = edition.weights.default,
): IndexResult {
  const given = new Map(averages.map((average) => [average.code, average]))
  const used = edition.elements.flatMap(({ code }) => given.get(code)?.nrr ?? [])
  const k = used.length
  const weight = weighting === 'exact' ? fraction(1, k === 0 ? 1 : k) : decimal(weighting)
  const exact = k === 0 ? null : multiply(TWENTY_FIVE, multiply(weight, sum(used)))
  const graded = exact === null ? null : gradeOf(edition, exact)
  const elements = edition.elements.map(({ code }): ElementResult => {
    const average = given.get(code)
    const nrr = average?.nrr ?? null
    const own = nrr === null ? null : gradeOf(edition, multiply(TWENTY_FIVE, nrr))
    return {
      code,
      exact: nrr,
      nrr: nrr && toDecimal(nrr, 3),
      weighted: nrr && toDecimal(multiply(nrr, weight), 3),
      value: own?.index ?? null,
      grade: own?.band.grade ?? null,
      answered: average?.answered ?? null,
    }
  })
  return {
    edition: edition.id,
    weighting,
    weight: weighting === 'exact' ? `1/${k}` : weighting,
    k,
    incomplete: k < edition.elements.length,
    exact,
    index: graded?.index ?? null,
    grade: graded?.band.grade ?? null,
    band: graded?.band ?? null,
    elements,
    lowest: lowestOf(elements, 3),
  }
}

/** Rounds a value of 25 to 100 half up to two decimals and reads its grade from the rounded figure. */
export function gradeOf(edition: Edition, exact: Fraction): { index: string; band: Band } {
  const index = toDecimal(exact, 2)
  return { index, band: bandOf(edition, decimal(index)) }
}

function lowestOf(elements: readonly ElementResult[], howMany: number): string[] {
  return elements
    .flatMap(({ code, exact }) => (exact === null ? [] : [{ code, exact }]))
    .sort((a, b) => compare(a.exact, b.exact))
    .slice(0, howMany)
    .map(({ code }) => code)
}

export type UnitsMethod = 'pooled' | 'mean-of-units'

/** Mean of unit indexes, every unit counting once, from unrounded values. Only when a report chooses it and names it;
 *  the default for several units is to pool their answers (`pool` in tally.ts). Editions are never mixed. */
export function meanOfUnits(
  edition: Edition,
  units: readonly IndexResult[],
): { index: string | null; grade: string | null; exact: Fraction | null; units: number; incomplete: boolean } {
  if (units.some((unit) => unit.edition !== edition.id)) throw new Error('Indexes of different editions have no mean')
  const values = units.flatMap((unit) => (unit.exact === null ? [] : [unit.exact]))
  const incomplete = units.some((unit) => unit.incomplete)
  if (values.length === 0) return { index: null, grade: null, exact: null, units: 0, incomplete: true }
  const exact = multiply(values.reduce(add, ZERO), fraction(1, values.length))
  const graded = gradeOf(edition, exact)
  return { index: graded.index, grade: graded.band.grade, exact, units: values.length, incomplete }
}
