// Brides and grooms before the wedding (Elsimil, specification 9.2): what is ideal, what is not, what nobody measured. Pure; limits are
// data. Must stay true: not ideal means help and another look, and never stands in the way of a wedding; what was not measured is
// unknown and not a fault.
import * as v from 'valibot'
import coupleJson from '../../../instruments/convergence/couple-2021.json' with { type: 'json' }
import { addMonths, ageOn, type PlainDate } from '../../kernel/date.ts'
import { compare, decimal, fraction, multiply } from '../../kernel/fraction.ts'

const whole = v.pipe(v.number(), v.integer())
const range = v.strictObject({ min: whole, max: whole })
const text = v.strictObject({ id: v.string(), en: v.string() })
const schema = v.strictObject({
  schemaVersion: v.literal(1),
  kind: v.literal('couple'),
  id: v.string(),
  name: text,
  current: v.boolean(),
  source: v.string(),
  isConfirmed: v.boolean(),
  /** The first check lies at least so many months before the wedding. */
  monthsBefore: whole,
  /** Of the woman. */
  age: v.strictObject({ fromYears: whole, toYears: whole }),
  bmi: v.strictObject({ from: v.string(), to: v.string() }),
  armFromTenthMm: whole,
  haemoglobinFromTenthGdl: whole,
  entry: v.strictObject({ weightG: range, heightTenthMm: range, armTenthMm: range, haemoglobinTenthGdl: range }),
})
export type CoupleEdition = v.InferOutput<typeof schema>
export const COUPLE_2021: CoupleEdition = v.parse(schema, coupleJson)

export const SMOKE = ['none', 'exposed', 'smokes'] as const
export type Smoke = (typeof SMOKE)[number]
export type CoupleFacts = {
  readonly checkedOn: PlainDate
  readonly weddingOn?: PlainDate
  readonly weightG?: number
  readonly heightTenthMm?: number
  readonly armTenthMm?: number
  readonly haemoglobinTenthGdl?: number
  readonly smoke?: Smoke
}
export const COUPLE_PARTS = ['age', 'bmi', 'arm', 'haemoglobin', 'smoke'] as const
export type CouplePart = (typeof COUPLE_PARTS)[number]
export type CoupleJudgement = {
  /** True only when every part is known and within its limits; undefined when something is missing and nothing is wrong. */
  readonly isIdeal?: boolean
  readonly faults: readonly CouplePart[]
  readonly unknown: readonly CouplePart[]
  /** Checked later than so many months before the wedding. */
  readonly isLate: boolean
}

export function judgeCouple(
  facts: CoupleFacts,
  person: { readonly sex: 'L' | 'P'; readonly birthDate: PlainDate },
  edition: CoupleEdition = COUPLE_2021,
): CoupleJudgement {
  const faults: CouplePart[] = []
  const unknown: CouplePart[] = []
  const part = (name: CouplePart, fits: boolean | undefined) => {
    if (fits === undefined) unknown.push(name)
    else if (!fits) faults.push(name)
  }
  const { weightG, heightTenthMm, armTenthMm, haemoglobinTenthGdl, smoke, checkedOn, weddingOn } = facts
  if (person.sex === 'P') {
    const age = ageOn(person.birthDate, weddingOn ?? checkedOn)
    part('age', age >= edition.age.fromYears && age <= edition.age.toYears)
    part(
      'bmi',
      weightG === undefined || heightTenthMm === undefined ? undefined : bmiFits(weightG, heightTenthMm, edition),
    )
    part('arm', armTenthMm === undefined ? undefined : armTenthMm >= edition.armFromTenthMm)
    part(
      'haemoglobin',
      haemoglobinTenthGdl === undefined ? undefined : haemoglobinTenthGdl >= edition.haemoglobinFromTenthGdl,
    )
  }
  part('smoke', smoke === undefined ? undefined : smoke === 'none')
  return {
    ...(faults.length > 0 ? { isIdeal: false } : unknown.length > 0 ? {} : { isIdeal: true }),
    faults,
    unknown,
    isLate: weddingOn !== undefined && addMonths(weddingOn, -edition.monthsBefore) < checkedOn,
  }
}

/** Kilograms over square metres, in exact fractions: 18.5 is within, a hair below is not. */
function bmiFits(weightG: number, heightTenthMm: number, { bmi }: CoupleEdition): boolean {
  const value = multiply(fraction(weightG), fraction(100_000, heightTenthMm * heightTenthMm))
  return compare(value, decimal(bmi.from)) >= 0 && compare(value, decimal(bmi.to)) <= 0
}
