// From single answers to sums and counts. Whole numbers only, so nothing is lost before the index is computed.
// Must stay true: an empty answer leaves the count of its element; a person below the edition's minimum of answered
// elements is not counted, and both numbers are reported.
import type { Edition } from './edition.ts'

/** One person's answers in the order of the edition's elements; null is an empty answer. */
export type AnswerRow = readonly (number | null)[]

export type ElementTally = { readonly code: string; readonly sum: number; readonly count: number }

/** Whole-number moments of the people who answered every element in use; what the interval needs. */
export type CompletePeople = {
  readonly n: number
  readonly k: number
  readonly sum: bigint
  readonly sumOfSquares: bigint
}

export type Tally = {
  readonly elements: readonly ElementTally[]
  /** People counted, and people left out because they answered too few elements. */
  readonly counted: number
  readonly leftOut: number
  readonly complete: CompletePeople
}

/** Rows must have one place for each element and hold 1 to 4 or null; callers at the edge check that (`faultyCells`). */
export function tallyAnswers(edition: Edition, rows: Iterable<AnswerRow>): Tally {
  const k = edition.elements.length
  const sums = new Array<number>(k).fill(0)
  const counts = new Array<number>(k).fill(0)
  const kept: AnswerRow[] = []
  let leftOut = 0
  for (const row of rows) {
    let answered = 0
    for (let i = 0; i < k; i++) if (row[i] != null) answered++
    if (answered < edition.minimumAnswered) {
      leftOut++
      continue
    }
    kept.push(row)
    for (let i = 0; i < k; i++) {
      const answer = row[i]
      if (answer == null) continue
      sums[i]! += answer
      counts[i]!++
    }
  }
  return {
    elements: edition.elements.map((element, i) => ({ code: element.code, sum: sums[i]!, count: counts[i]! })),
    counted: kept.length,
    leftOut,
    complete: completePeople(kept, counts),
  }
}

function completePeople(rows: readonly AnswerRow[], counts: readonly number[]): CompletePeople {
  const used = counts.flatMap((count, i) => (count > 0 ? [i] : []))
  let [n, sum, sumOfSquares] = [0, 0, 0]
  people: for (const row of rows) {
    let person = 0
    for (const i of used) {
      const answer = row[i]
      if (answer == null) continue people
      person += answer
    }
    n++
    sum += person
    sumOfSquares += person * person
  }
  return { n, k: used.length, sum: BigInt(sum), sumOfSquares: BigInt(sumOfSquares) }
}

export type FaultyCell = { readonly row: number; readonly column?: number }

/** Where rows are no answers: a wrong length (no column) or a value other than 1 to 4 and null. Rows count from 0. */
export function faultyCells(edition: Edition, rows: readonly (readonly unknown[])[], most = 20): FaultyCell[] {
  const found: FaultyCell[] = []
  for (let row = 0; row < rows.length && found.length < most; row++) {
    const cells = rows[row]!
    if (cells.length !== edition.elements.length) found.push({ row })
    else
      for (let column = 0; column < cells.length && found.length < most; column++) {
        const cell = cells[column]
        if (cell !== null && cell !== 1 && cell !== 2 && cell !== 3 && cell !== 4) found.push({ row, column })
      }
  }
  return found
}

/** Answers of several units counted as one. Person moments are added too: a person belongs to one unit only.
 *  A unit in which an element was never asked has other complete people, so then no common moments exist (n = 0). */
export function pool(tallies: readonly Tally[]): Tally {
  const [first, ...rest] = tallies
  if (!first) throw new Error('Nothing to pool')
  return rest.reduce((a, b) => {
    const sameUse =
      a.complete.k === b.complete.k && a.elements.every((e, i) => e.count > 0 === b.elements[i]!.count > 0)
    return {
      elements: a.elements.map((e, i) => {
        const other = b.elements[i]
        if (other?.code !== e.code) throw new Error('Only tallies of one edition are pooled')
        return { code: e.code, sum: e.sum + other.sum, count: e.count + other.count }
      }),
      counted: a.counted + b.counted,
      leftOut: a.leftOut + b.leftOut,
      complete: sameUse
        ? {
            n: a.complete.n + b.complete.n,
            k: a.complete.k,
            sum: a.complete.sum + b.complete.sum,
            sumOfSquares: a.complete.sumOfSquares + b.complete.sumOfSquares,
          }
        : { n: 0, k: a.complete.k, sum: 0n, sumOfSquares: 0n },
    }
  }, first)
}
