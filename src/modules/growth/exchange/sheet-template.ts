// The layouts of e-PPGBM sheets as data with an edition and the days they hold, read once and checked.
// Must stay true: column names are kept exactly as given; every field named in a layout is one that sheet-fields.ts fills.
import * as v from 'valibot'
import childList2024 from '../../../../instruments/exchange/eppgbm-child-list-2024.json'
import identity2024 from '../../../../instruments/exchange/eppgbm-identity-2024.json'
import measurements2024 from '../../../../instruments/exchange/eppgbm-measurements-2024.json'
import mpasi2024 from '../../../../instruments/exchange/eppgbm-mpasi-2024.json'
import pmt2024 from '../../../../instruments/exchange/eppgbm-pmt-2024.json'
import { isPlainDate, type PlainDate } from '../../../kernel/date.ts'
import { head } from '../rules/editions.ts'

export const SHEETS = ['identity', 'measurements', 'pmt', 'complementary-food', 'child-list'] as const
export type SheetKind = (typeof SHEETS)[number]

export const day = v.pipe(
  v.string(),
  v.check((value) => isPlainDate(value), 'no such day'),
)
const schema = v.strictObject({
  ...head,
  kind: v.literal('sheet-template'),
  sheet: v.picklist(SHEETS),
  sheetName: v.pipe(v.string(), v.minLength(1), v.maxLength(31)),
  validFrom: day,
  validTo: v.nullable(day),
  confirmed: v.boolean(),
  source: v.string(),
  columns: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.minLength(1)), field: v.string() })),
    v.check((columns) => new Set(columns.map((c) => c.name)).size === columns.length, 'a column stands twice'),
  ),
})
export type SheetTemplate = v.InferOutput<typeof schema>

export const TEMPLATES: readonly SheetTemplate[] = [
  identity2024,
  measurements2024,
  pmt2024,
  mpasi2024,
  childList2024,
].map((data) => v.parse(schema, data))

/** The layout of a sheet that holds on that day; throws when there is none, which a test excludes for today. */
export function templateOn(sheet: SheetKind, day: PlainDate): SheetTemplate {
  const found = TEMPLATES.find(
    (t) => t.sheet === sheet && t.validFrom <= day && (t.validTo === null || day <= t.validTo),
  )
  if (found === undefined) throw new RangeError(`no layout of ${sheet} for that day`)
  return found
}
