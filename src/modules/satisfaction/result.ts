// The result of a period: everything the report prints, computed once by the system from what is stored, with a hash over its
// inputs and the version of the program, so that anyone who holds the answers can repeat it.
// Must stay true: figures are texts with fixed decimals; below the edition's minimum of counted people there is no value at all.
import { createHash } from 'node:crypto'
import { decimal, subtract, toDecimal } from '../../kernel/fraction.ts'
import { type SubjectCount, subjectsOf } from './comment-subjects.ts'
import type { Edition } from './edition.ts'
import { type Change, change, estimate, type Interval, interval } from './interval.ts'
import { isAllEqual, MARKS, type Mark } from './patterns.ts'
import { sampleSize } from './sample-size.ts'
import { averagesOf, computeIndex, type ElementResult } from './satisfaction-index.ts'
import { type AnswerRow, type CompletePeople, type Tally, tallyAnswers } from './tally.ts'

/** Raised whenever a figure could come out differently. */
export const PROGRAM = 'puja-satisfaction 1'

export type StoredAnswer = {
  readonly answers: AnswerRow
  readonly service: string | null
  readonly marks: readonly Mark[]
}
export type GroupCount = { readonly value: string; readonly answers: number }

export type ResultElement = Omit<ElementResult, 'exact'> & {
  readonly change: string | null
  readonly subjects: readonly SubjectCount[]
}

export type PeriodResult = {
  readonly edition: string
  readonly program: string
  readonly inputHash: string
  readonly method: 'pooled'
  readonly weighting: string
  readonly weight: string
  readonly users: number
  readonly needed: number
  /** Answers received; of them counted, and left out for too few answered elements. */
  readonly answered: number
  readonly counted: number
  readonly leftOut: number
  readonly enough: boolean
  /** Fewer counted people than may be published: then every figure below is null or empty. */
  readonly tooFew: boolean
  readonly index: string | null
  readonly grade: string | null
  readonly incomplete: boolean
  readonly interval: Interval | null
  /** Against the period before, of the same edition; null when there is none. */
  readonly change: Change | null
  readonly elements: readonly ResultElement[]
  readonly lowest: readonly string[]
  /** The figure without the answers that carry a mark; marks nobody carries are left out. */
  readonly marked: readonly {
    readonly mark: Mark
    readonly answers: number
    readonly indexWithout: string | null
    readonly gradeWithout: string | null
  }[]
  readonly services: readonly {
    readonly service: string
    readonly counted: number
    readonly index: string | null
    readonly grade: string | null
  }[]
  /** Who answered and how, groups below five merged. */
  readonly groups: Readonly<Record<string, readonly GroupCount[]>>
  /** What the next period needs to test its change; whole numbers as text. */
  readonly people: {
    readonly n: number
    readonly k: number
    readonly sum: string
    readonly sumOfSquares: string
  } | null
}

export type ResultInputs = {
  readonly edition: Edition
  readonly users: number
  readonly answers: readonly StoredAnswer[]
  readonly comments: readonly string[]
  readonly groups: Readonly<Record<string, readonly GroupCount[]>>
  /** Answers received but not stored, because the whole period had fewer than five. */
  readonly notStored: number
  readonly previous: PeriodResult | null
}

export function computeResult(inputs: ResultInputs): PeriodResult {
  const { edition, users, answers } = inputs
  const tally = tallyAnswers(
    edition,
    answers.map((a) => a.answers),
  )
  const tooFew = tally.counted < edition.minimumPublished
  const needed = sampleSize(users)
  const result = computeIndex(edition, tooFew ? [] : averagesOf(tally.elements))
  const answered = tally.counted + tally.leftOut + inputs.notStored
  const previous = inputs.previous?.edition === edition.id && !inputs.previous.tooFew ? inputs.previous : null
  return {
    edition: edition.id,
    program: PROGRAM,
    inputHash: hashInputs(inputs),
    method: 'pooled',
    weighting: result.weighting,
    weight: result.weight,
    users,
    needed,
    answered,
    counted: tally.counted,
    leftOut: tally.leftOut,
    enough: tally.counted >= needed,
    tooFew,
    index: result.index,
    grade: result.grade,
    incomplete: result.incomplete,
    interval: tooFew ? null : (interval(tally.complete, users) ?? null),
    change: tooFew || !previous ? null : changeSince(previous, tally, users),
    elements: result.elements.map(({ exact: _, ...element }) => ({
      ...element,
      answered: tooFew ? null : element.answered,
      change: changeOfElement(element.value, previous?.elements.find((e) => e.code === element.code)?.value ?? null),
      subjects: result.lowest.includes(element.code)
        ? subjectsOf(edition.elements.find((e) => e.code === element.code)!.meaning, inputs.comments)
        : [],
    })),
    lowest: result.lowest,
    marked: tooFew ? [] : markedOf(edition, answers),
    services: tooFew ? [] : servicesOf(edition, answers),
    groups: tooFew
      ? {}
      : Object.fromEntries(Object.entries(inputs.groups).map(([name, counts]) => [name, mergeSmall(counts)])),
    people: tooFew ? null : peopleAsText(tally.complete),
  }
}

function indexOf(
  edition: Edition,
  rows: readonly StoredAnswer[],
): { counted: number; index: string | null; grade: string | null } {
  const tally = tallyAnswers(
    edition,
    rows.map((row) => row.answers),
  )
  const few = tally.counted < edition.minimumPublished
  const { index, grade } = computeIndex(edition, few ? [] : averagesOf(tally.elements))
  return { counted: tally.counted, index, grade }
}

function markedOf(edition: Edition, answers: readonly StoredAnswer[]): PeriodResult['marked'] {
  const carries = (answer: StoredAnswer, mark: Mark) =>
    mark === 'all-equal' ? isAllEqual(answer.answers) : answer.marks.includes(mark)
  return MARKS.flatMap((mark) => {
    const marked = answers.filter((answer) => carries(answer, mark)).length
    if (marked === 0) return []
    const rest = indexOf(
      edition,
      answers.filter((answer) => !carries(answer, mark)),
    )
    return [{ mark, answers: marked, indexWithout: rest.index, gradeWithout: rest.grade }]
  })
}

function servicesOf(edition: Edition, answers: readonly StoredAnswer[]): PeriodResult['services'] {
  const services = [...new Set(answers.flatMap((answer) => answer.service ?? []))].sort()
  return services.map((service) => ({
    service,
    ...indexOf(
      edition,
      answers.filter((answer) => answer.service === service),
    ),
  }))
}

/** Groups below five become one group "other"; when that one would still be below five, the next smallest joins it, so that a
 *  small group cannot be found by subtraction. Largest first, "other" last. */
export function mergeSmall(counts: readonly GroupCount[], least = 5): GroupCount[] {
  const sorted = counts
    .filter((c) => c.answers > 0 && c.value !== 'other')
    .sort((a, b) => b.answers - a.answers || (a.value < b.value ? -1 : 1))
  let other = counts.filter((c) => c.value === 'other').reduce((n, c) => n + c.answers, 0)
  while (sorted.length > 0 && (sorted.at(-1)!.answers < least || (other > 0 && other < least)))
    other += sorted.pop()!.answers
  return other === 0 ? sorted : [...sorted, { value: 'other', answers: other }]
}

function changeOfElement(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null
  return toDecimal(subtract(decimal(now), decimal(before)), 2)
}

function changeSince(previous: PeriodResult, tally: Tally, users: number): Change | null {
  if (!previous.people) return null
  const { n, k, sum, sumOfSquares } = previous.people
  const before = { n, k, sum: BigInt(sum), sumOfSquares: BigInt(sumOfSquares) }
  return change(estimate(before, previous.users), estimate(tally.complete, users)) ?? null
}

function peopleAsText(people: CompletePeople): PeriodResult['people'] {
  return { n: people.n, k: people.k, sum: people.sum.toString(), sumOfSquares: people.sumOfSquares.toString() }
}

/** SHA-256 over edition, users, program and the answers as a set: their order is no input. */
export function hashInputs({ edition, users, answers, notStored }: ResultInputs): string {
  const rows = answers
    .map((answer) => JSON.stringify([answer.answers, answer.service, [...answer.marks].sort()]))
    .sort()
  const hash = createHash('sha256')
  for (const part of [PROGRAM, JSON.stringify(edition), String(users), String(notStored), ...rows])
    hash.update(`${part}\n`)
  return hash.digest('hex')
}
