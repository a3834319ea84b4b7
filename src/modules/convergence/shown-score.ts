// How coarsely the scores of a village are told to those who do not see its small counts: a mean of shown and hidden counts gives a hidden
// one away to whoever knows the others. Pure. Must stay true: at the step chosen, every hidden count could be another one with the same two
// halves, the same score and the same grade; where no step does that, no score is told. The grade itself is always told.
import type { Fraction } from '../../kernel/fraction.ts'
import { FEW, shownCount } from './access.ts'
import type { Indicator, Scorecard } from './edition.ts'
import { type Count, scoreText, type VillageResult } from './score.ts'

/** In tenths of a point. */
const STEPS = [1, 5, 10, 20, 50, 100, 200] as const
/** Combinations tried for one hidden count; fewer only hide more. */
const MOST_TRIED = 4000

const toNumber = ({ n, d }: Fraction): number => Number(n) / Number(d)

type Hidden = {
  readonly half: 'specific' | 'sensitive'
  readonly weight: number
  readonly actual: Count
  /** What else it could be, by all that is shown of it; itself among them. */
  readonly options: readonly { readonly count: Count; readonly achieved: number }[]
}
type Half = { sum: number; weight: number }
type Halves = Record<'specific' | 'sensitive', Half>

/** The step in which the scores may be told; 0 when in none. */
export function shownStep(result: VillageResult, all: readonly Indicator[], edition: Scorecard): number {
  const known: Halves = { specific: { sum: 0, weight: 0 }, sensitive: { sum: 0, weight: 0 } }
  const hidden: Hidden[] = []
  for (const [index, one] of result.indicators.entries()) {
    const { direction, unit } = all[index]!
    if (one.kind === 'supply' || one.count === undefined || one.achievement === undefined) continue
    const weight = Number(edition.indicatorWeights[one.code] ?? '1')
    const target = toNumber(one.target)
    const half = known[one.kind]
    half.weight += weight
    const options = unit === 'village' ? [] : optionsOf(one.count)
    if (options.length === 0) half.sum += toNumber(one.achievement) * weight
    else
      hidden.push({
        half: one.kind,
        weight,
        actual: one.count,
        options: options.map((count) => ({ count, achieved: achieved(count, target, direction) })),
      })
  }
  if (hidden.length === 0) return 1
  return STEPS.find((step) => hidden.every((_, at) => couldBeAnother(hidden, at, known, result, step, edition))) ?? 0
}

/** A score in this step, as text; null when it is not told. */
export function inSteps(score: string | null, step: number): string | null {
  if (score === null || step === 0) return null
  return step === 1 ? score : String((stepsOf(Number(score), step) * step) / 10)
}

/** How many steps a score is, by way of its one decimal; a hair of floating point is no tenth. */
const stepsOf = (score: number, step: number): number => Math.round(Math.round(score * 10 + 1e-9) / step)

function optionsOf(count: Count): readonly Count[] {
  const small = Array.from({ length: FEW - 1 }, (_, at) => at + 1)
  const { denominator } = count
  const shown = shownCount(count, false)
  if (shown.kind === 'few-reached') return small.map((numerator) => ({ numerator, denominator }))
  if (shown.kind === 'few-waiting') return small.map((rest) => ({ numerator: denominator - rest, denominator }))
  if (shown.kind === 'few-people')
    return small.flatMap((d) => Array.from({ length: d + 1 }, (_, numerator) => ({ numerator, denominator: d })))
  return []
}

function achieved({ numerator, denominator }: Count, target: number, direction: Indicator['direction']): number {
  const reached = numerator / denominator
  if (direction === 'yes-no') return reached >= 1 ? 1 : 0
  if (direction === 'lower') return reached <= target ? 1 : target / reached
  return target === 0 ? 1 : Math.min(1, reached / target)
}

const isSame = (one: Count, other: Count) => one.numerator === other.numerator && one.denominator === other.denominator

function couldBeAnother(
  hidden: readonly Hidden[],
  at: number,
  known: Halves,
  result: VillageResult,
  step: number,
  edition: Scorecard,
): boolean {
  const varied = [hidden[at]!]
  const rest: Halves = { specific: { ...known.specific }, sensitive: { ...known.sensitive } }
  let combinations = hidden[at]!.options.length
  for (let next = 1; next < hidden.length; next++) {
    const one = hidden[(at + next) % hidden.length]!
    if (combinations * one.options.length <= MOST_TRIED) {
      combinations *= one.options.length
      varied.push(one)
    } else rest[one.half].sum += one.options.find(({ count }) => isSame(count, one.actual))!.achieved * one.weight
  }
  const told = [result.specific, result.sensitive, result.score].map((one) =>
    one === undefined ? null : stepsOf(Number(scoreText(one)), step),
  )
  const [target] = varied
  for (let combination = 0; combination < combinations; combination++) {
    const sums = { specific: rest.specific.sum, sensitive: rest.sensitive.sum }
    let left = combination
    let isOther = false
    for (const one of varied) {
      const option = one.options[left % one.options.length]!
      left = Math.floor(left / one.options.length)
      sums[one.half] += option.achieved * one.weight
      if (one === target && !isSame(option.count, one.actual)) isOther = true
    }
    if (isOther && looksTheSame(sums, rest, told, result.grade, step, edition)) return true
  }
  return false
}

function looksTheSame(
  sums: Readonly<Record<'specific' | 'sensitive', number>>,
  halves: Halves,
  told: readonly (number | null)[],
  grade: string | undefined,
  step: number,
  edition: Scorecard,
): boolean {
  const half = (name: 'specific' | 'sensitive') =>
    halves[name].weight === 0 ? undefined : (sums[name] / halves[name].weight) * 100
  const [specific, sensitive] = [half('specific'), half('sensitive')]
  const score =
    specific === undefined || sensitive === undefined
      ? undefined
      : specific * Number(edition.weights.specific) + sensitive * Number(edition.weights.sensitive)
  const isTold = (value: number | undefined, as: number | null | undefined) =>
    value === undefined ? as === null : stepsOf(value, step) === as
  if (!isTold(specific, told[0]) || !isTold(sensitive, told[1]) || !isTold(score, told[2])) return false
  if (grade === undefined || score === undefined) return true
  return (edition.grades.find(({ from }) => score >= Number(from)) ?? edition.grades.at(-1))?.letter === grade
}
