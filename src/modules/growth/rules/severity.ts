// How common a condition is in a place, how sure that figure is, and how severe (WHO/UNICEF 2018).
// Must stay true: counts are compared as whole numbers, never as rounded percents; without children there is no figure,
// and a thin coverage is said beside it.
import { percentHundredths } from '../../../kernel/percent.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { SeverityEdition } from './editions.ts'

export type Condition = 'stunting' | 'wasting'

/** 0 very low to 4 very high of `cases` in `valid` children; undefined without children. */
export function severityOf(
  cases: number,
  valid: number,
  condition: Condition,
  edition: SeverityEdition,
): { readonly level: number; readonly text: Text } | undefined {
  if (valid === 0) return undefined
  const level = edition.fromPermille[condition].filter((border) => cases * 1000 >= border * valid).length
  return { level, text: edition.levels[level]! }
}

export type NationalColour = 'blue' | 'green' | 'yellow' | 'red'

/** The colour the news uses for stunting: red above 30 %, yellow 20-30, green 10 to under 20, blue under 10. */
export function nationalColour(cases: number, valid: number, edition: SeverityEdition): NationalColour | undefined {
  if (valid === 0) return undefined
  const { blueBelowPermille, greenBelowPermille, yellowUpToPermille } = edition.colours
  if (cases * 1000 < blueBelowPermille * valid) return 'blue'
  if (cases * 1000 < greenBelowPermille * valid) return 'green'
  return cases * 1000 <= yellowUpToPermille * valid ? 'yellow' : 'red'
}

export type PrevalenceCounts = {
  /** Children with the category (with oedema where it is weight-based). */
  readonly cases: number
  /** Children measured. */
  readonly measured: number
  /** Of them without a usable score: flagged or none. */
  readonly unusable: number
  /** All children of the area under 60 months. */
  readonly all: number
}

export type Prevalence = {
  readonly cases: number
  /** The base: measured with a usable score. */
  readonly valid: number
  readonly measured: number
  readonly all: number
  /** Hundredths of a percent; undefined when nobody is valid. */
  readonly percentHundredths: number | undefined
  /** D/S in hundredths of a percent; undefined without children. */
  readonly coverageHundredths: number | undefined
  /** True when coverage is under 85 %: say "not representative". */
  readonly notRepresentative: boolean
  readonly severity: { readonly level: number; readonly text: Text } | undefined
  readonly edition: string
}

/** Prevalence with its base, coverage and severity. Refuses counts that contradict each other. */
export function decidePrevalence(
  counts: PrevalenceCounts,
  condition: Condition,
  edition: SeverityEdition,
): Result<Prevalence> {
  const { cases, measured, unusable, all } = counts
  const valid = measured - unusable
  const whole = [cases, measured, unusable, all].every((n) => Number.isInteger(n) && n >= 0)
  if (!whole || cases > valid || measured > all)
    return refuse('growth.counts-contradict', undefined, { cases, measured, unusable, all })
  return accept({
    cases,
    valid,
    measured,
    all,
    percentHundredths: percentHundredths(cases, valid),
    coverageHundredths: percentHundredths(measured, all),
    notRepresentative: measured * 1000 < edition.representativeFromPermille * all,
    severity: severityOf(cases, valid, condition, edition),
    edition: edition.id,
  })
}
