// How many deaths a year should bring, beside how many are known: the base of "deaths with a deed" is always too small. The rate is
// data with an edition (instruments/register). Must stay true: the figure never stands without its rate and where that comes from.
import * as v from 'valibot'
import edition2026 from '../../../instruments/register/expected-deaths-2026.json' with { type: 'json' }
import { daysBetween } from '../../kernel/date.ts'
import type { Text } from '../../kernel/text.ts'
import { expectedDeaths } from './coverage-rules.ts'

const schema = v.strictObject({
  edition: v.pipe(v.string(), v.nonEmpty()),
  perThousandAYear: v.pipe(v.number(), v.minValue(1), v.maxValue(30)),
  confirmed: v.boolean(),
  source: v.strictObject({ id: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) }),
})
const rate = v.parse(schema, edition2026)

export type ExpectedDeaths = { readonly deaths: number; readonly population: number; readonly source: Text }

/** From 1 January to the day of the snapshot, both counted, for the residents of the same snapshot. */
export function deathsExpected(on: string, population: number): ExpectedDeaths {
  const days = daysBetween(`${on.slice(0, 4)}-01-01`, on) + 1
  return { deaths: expectedDeaths(population, rate.perThousandAYear, days), population, source: rate.source }
}
