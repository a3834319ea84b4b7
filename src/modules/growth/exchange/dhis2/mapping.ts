// Which of our counts is which data element, category option and organisation unit of a DHIS2: a table of codes with an
// edition and days it holds, because every DHIS2 has codes of its own. Must stay true: a code is looked up and never guessed;
// what has no code on that day is told and left out, and the rest still goes.
import * as v from 'valibot'
import blt2026 from '../../../../../instruments/exchange/dhis2-blt-2026.json'
import type { PlainDate } from '../../../../kernel/date.ts'
import { head, text } from '../../rules/editions.ts'
import { day } from '../sheet-template.ts'
import { AGE_GROUPS, type MonthCountsRecord } from '../types.ts'

const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,50}$/))
const held = { validFrom: day, validTo: v.nullable(day) }
const dimension = v.strictObject({
  adx: v.pipe(v.string(), v.regex(/^[A-Za-z_][\w.-]*$/)),
  codes: v.record(v.string(), code),
})
const schema = v.strictObject({
  ...head,
  kind: v.literal('code-map'),
  target: v.literal('dhis2'),
  dataSet: code,
  periodType: v.literal('Monthly'),
  confirmed: v.boolean(),
  ...held,
  source: v.string(),
  dimensions: v.strictObject({ sex: dimension, ageGroup: dimension }),
  orgUnits: v.strictObject({
    /** Villages are known by their ten digits without dots. */
    villages: v.literal('digits'),
    others: v.array(v.strictObject({ local: v.string(), code, ...held })),
  }),
  elements: v.array(
    v.strictObject({
      local: v.string(),
      code,
      name: text,
      zeroMeaningful: v.boolean(),
      /** By sex and age, or one number for the place. */
      by: v.optional(v.picklist(['child', 'total']), 'child'),
      ...held,
    }),
  ),
  /** Several of our age groups may go by one code: their counts are added. */
  optionCombos: v.array(v.strictObject({ sex: v.picklist([0, 1, 2]), ageGroup: v.picklist(AGE_GROUPS), code })),
})
export type Dhis2Map = v.InferOutput<typeof schema>
export const DHIS2_2026: Dhis2Map = v.parse(schema, blt2026)

export type DataValue = {
  readonly dataElement: string
  /** `2026-08`. */
  readonly month: string
  readonly orgUnit: string
  readonly categoryOptionCombo: string
  /** ADX attributes, such as SEX and AGE; none for totals. */
  readonly dimensions: Readonly<Record<string, string>>
  readonly value: string
  /** Takes back a value that was sent before. */
  readonly deleted?: boolean
}
export type MissingCode = { readonly kind: 'element' | 'place' | 'disaggregation'; readonly local: string }

const holds = (entry: { validFrom: string; validTo: string | null }, on: PlainDate) =>
  entry.validFrom <= on && (entry.validTo === null || on <= entry.validTo)

/** The code of a place on that day: villages by digits, others by the table. */
export function orgUnitOf(area: string, map: Dhis2Map, on: PlainDate): string | undefined {
  if (/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(area)) return area.replaceAll('.', '')
  return map.orgUnits.others.find((entry) => entry.local === area && holds(entry, on))?.code
}

/** All values that have codes, and what has none. A zero goes out only where zero means something; missing stays missing. */
export function dataValues(
  records: readonly MonthCountsRecord[],
  map: Dhis2Map,
): { readonly values: readonly DataValue[]; readonly missing: readonly MissingCode[] } {
  const values = new Map<string, DataValue>()
  const missing = new Map<string, MissingCode>()
  const tell = (kind: MissingCode['kind'], local: string) => {
    missing.set(`${kind} ${local}`, { kind, local })
  }
  for (const { area, month, sex, ageGroup, counts } of records) {
    const on = `${month}-01`
    const orgUnit = orgUnitOf(area, map, on)
    const combo = map.optionCombos.find((entry) => entry.sex === sex && entry.ageGroup === ageGroup)?.code
    const dimensions = dimensionsOf(sex, ageGroup, map)
    if (orgUnit === undefined) tell('place', area)
    if (combo === undefined || dimensions === undefined) tell('disaggregation', `${sex}/${ageGroup}`)
    if (orgUnit === undefined || combo === undefined || dimensions === undefined) continue
    for (const [local, count] of Object.entries(counts)) {
      if (count === undefined) continue
      const element = map.elements.find((entry) => entry.local === local && holds(entry, on))
      if (element === undefined) tell('element', local)
      else if (element.by === 'total' ? sex === 0 && ageGroup === 'all' : sex !== 0) {
        if (count === 0 && !element.zeroMeaningful) continue
        const key = `${element.code} ${month} ${orgUnit} ${combo}`
        const before = Number(values.get(key)?.value ?? 0)
        const value = String(before + count)
        values.set(key, { dataElement: element.code, month, orgUnit, categoryOptionCombo: combo, dimensions, value })
      }
    }
  }
  return { values: [...values.values()], missing: [...missing.values()] }
}

function dimensionsOf(
  sex: MonthCountsRecord['sex'],
  ageGroup: MonthCountsRecord['ageGroup'],
  { dimensions }: Dhis2Map,
): Readonly<Record<string, string>> | undefined {
  const sexCode = dimensions.sex.codes[String(sex)]
  const ageCode = dimensions.ageGroup.codes[ageGroup]
  if ((sex !== 0 && sexCode === undefined) || (ageGroup !== 'all' && ageCode === undefined)) return undefined
  return {
    ...(sexCode === undefined ? {} : { [dimensions.sex.adx]: sexCode }),
    ...(ageCode === undefined ? {} : { [dimensions.ageGroup.adx]: ageCode }),
  }
}
