// What a small child ate yesterday, by food group, and whether it was varied enough. Pure; groups and the least number are data.
// Must stay true: who was not asked is unknown, never "nothing"; the order of groups is that of the e-PPGBM sheet.
import * as v from 'valibot'
import feeding2021 from '../../../../instruments/stunting/feeding-2021.json'
import { head, text, wholeNumber } from './editions.ts'

export const FOOD_GROUPS = [
  'breastmilk',
  'grains',
  'pulses',
  'dairy',
  'flesh',
  'eggs',
  'vitaminAFruit',
  'otherFruit',
] as const
export type FoodGroup = (typeof FOOD_GROUPS)[number]

const schema = v.strictObject({
  ...head,
  kind: v.literal('feeding'),
  source: v.string(),
  /** Completed months, both included. */
  fromMonths: wholeNumber,
  toMonths: wholeNumber,
  least: v.pipe(wholeNumber, v.minValue(1)),
  groups: v.pipe(
    v.array(v.strictObject({ code: v.picklist(FOOD_GROUPS), name: text, hint: v.optional(text) })),
    v.check((groups) => groups.map(({ code }) => code).join() === FOOD_GROUPS.join(), 'each food group once, in order'),
  ),
})
export type FeedingEdition = v.InferOutput<typeof schema>
export const FEEDING_2021 = v.parse(schema, feeding2021)

/** Is a child of this age asked what it ate? */
export function isAskedAboutFood(ageMonths: number, edition: FeedingEdition = FEEDING_2021): boolean {
  return ageMonths >= edition.fromMonths && ageMonths <= edition.toMonths
}

export type Feeding = {
  readonly groups: number
  readonly of: number
  readonly isVaried: boolean
  /** Groups that were not eaten, breast milk left out: what a cadre can advise. */
  readonly missing: readonly FeedingEdition['groups'][number][]
}

/** Judges what was eaten; undefined when nobody asked. */
export function judgeFeeding(
  eaten: readonly FoodGroup[] | undefined,
  edition: FeedingEdition = FEEDING_2021,
): Feeding | undefined {
  if (eaten === undefined) return undefined
  const groups = edition.groups.filter(({ code }) => eaten.includes(code)).length
  return {
    groups,
    of: edition.groups.length,
    isVaried: groups >= edition.least,
    missing: edition.groups.filter(({ code }) => code !== 'breastmilk' && !eaten.includes(code)),
  }
}
