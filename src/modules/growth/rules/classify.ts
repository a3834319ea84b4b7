// From scores to categories (Permenkes 2/2020), for a child, an arm, a birth, a pregnancy.
// Must stay true: the score rounded to two decimals is judged, a flagged one never is; shortness stays "to be
// confirmed" until a health worker has verified the measuring, because stunting is a diagnosis.
import type { Text } from '../../../kernel/text.ts'
import type { Indicator } from '../indicators.ts'
import type { Score } from '../zscores.ts'
import type { Band, CategoriesEdition } from './editions.ts'
import type { JudgedMeasurement } from './measurement.ts'

export type Category = { readonly code: string; readonly tone: Band['tone']; readonly text: Text }
export type JudgedIndicator = 'weightForAge' | 'lengthForAge' | 'weightForLength' | 'bmiForAge' | 'headForAge'
export const JUDGED_INDICATORS = [
  'weightForAge',
  'lengthForAge',
  'weightForLength',
  'bmiForAge',
  'headForAge',
] as const satisfies readonly Indicator[]

export const MEASURE_AGAIN: Category = {
  code: 'measure-again',
  tone: 'note',
  text: { id: 'ukur ulang', en: 'measure again' },
}
const CONFIRM: Text = { id: ', perlu dipastikan petugas', en: ', to be confirmed by a health worker' }

/** The band a value lies in. Bands are seamless, so every number has one. */
export function bandOf(bands: readonly Band[], value: number): Band {
  const found = bands.find(
    (b) =>
      (b.from === undefined || (b.fromOpen ? value > b.from : value >= b.from)) &&
      (b.to === undefined || (b.toOpen ? value < b.to : value <= b.to)),
  )
  if (found === undefined) throw new RangeError('not a number')
  return found
}

/** Category of one score; undefined without a score, "measure again" for a flagged one. */
export function classifyScore(
  indicator: JudgedIndicator | 'schoolBmiForAge',
  score: Score | undefined,
  edition: CategoriesEdition,
): Category | undefined {
  if (score === undefined) return undefined
  if (score.flagged) return MEASURE_AGAIN
  const { code, tone, text } = bandOf(edition[indicator], score.z)
  return { code, tone, text }
}

/** Upper arm by its absolute value, from 6 to under 60 completed months; undefined outside these or when not measured. */
export function classifyArm(
  armTenthMm: number | undefined,
  ageMonths: number,
  edition: CategoriesEdition,
): Category | undefined {
  const { fromMonths, toMonths, bands } = edition.arm
  if (armTenthMm === undefined || ageMonths < fromMonths || ageMonths >= toMonths) return undefined
  const { code, tone, text } = bandOf(bands, armTenthMm)
  return { code, tone, text }
}

export type ChildCategories = Readonly<Partial<Record<JudgedIndicator, Category>>> & {
  readonly arm?: Category
  /** The nutrition state a list shows: oedema, else weight for length, else the arm, else BMI. */
  readonly nutrition?: Category
}

/** All categories of one measuring. A verified measuring is named plainly, another one "to be confirmed" when short. */
export function classifyChild(judged: JudgedMeasurement, edition: CategoriesEdition): ChildCategories {
  const found: Partial<Record<JudgedIndicator, Category>> = {}
  for (const indicator of JUDGED_INDICATORS) {
    const category = classifyScore(indicator, judged.scores[indicator], edition)
    if (category === undefined) continue
    const short = indicator === 'lengthForAge' && (category.code === 'stunted' || category.code === 'severely-stunted')
    found[indicator] =
      short && !judged.verified
        ? { ...category, text: { id: category.text.id + CONFIRM.id, en: category.text.en + CONFIRM.en } }
        : category
  }
  const arm = classifyArm(judged.armTenthMm, judged.ageMonths, edition)
  const nutrition = (judged.oedema ?? 0) > 0 ? edition.oedema : (found.weightForLength ?? arm ?? found.bmiForAge)
  return { ...found, ...(arm === undefined ? {} : { arm }), ...(nutrition === undefined ? {} : { nutrition }) }
}

/** Stunted in lists and figures: a plausible score below -2. Undefined without one. */
export function isStunted(score: Score | undefined): boolean | undefined {
  return score === undefined || score.flagged ? undefined : score.z < -2
}

export type BirthFacts = {
  readonly weightG?: number
  readonly lengthTenthMm?: number
  readonly gestationWeeks?: number
}

/** Risks of a birth: low weight (BBLR), short, premature. */
export function classifyBirth(
  birth: BirthFacts,
  edition: CategoriesEdition,
): readonly ('low-weight' | 'short' | 'premature')[] {
  const { lowWeightBelowG, shortBelowTenthMm, prematureBelowWeeks } = edition.birth
  const risks: ('low-weight' | 'short' | 'premature')[] = []
  if (birth.weightG !== undefined && birth.weightG < lowWeightBelowG) risks.push('low-weight')
  if (birth.lengthTenthMm !== undefined && birth.lengthTenthMm < shortBelowTenthMm) risks.push('short')
  if (birth.gestationWeeks !== undefined && birth.gestationWeeks < prematureBelowWeeks) risks.push('premature')
  return risks
}

export type PregnancyFacts = { readonly armTenthMm?: number; readonly haemoglobinTenthGdl?: number }

/** Pregnant: KEK (arm under 23.5 cm) and anaemia (Hb under 11 g/dL). */
export function classifyPregnancy(facts: PregnancyFacts, edition: CategoriesEdition): readonly ('kek' | 'anaemia')[] {
  const { armBelowTenthMm, haemoglobinBelowTenthGdl } = edition.pregnancy
  const found: ('kek' | 'anaemia')[] = []
  if (facts.armTenthMm !== undefined && facts.armTenthMm < armBelowTenthMm) found.push('kek')
  if (facts.haemoglobinTenthGdl !== undefined && facts.haemoglobinTenthGdl < haemoglobinBelowTenthGdl)
    found.push('anaemia')
  return found
}
