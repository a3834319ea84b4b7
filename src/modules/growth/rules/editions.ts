// The yardsticks of growth as data with an edition, read once and checked, so that no judgement is made with a table
// that has a hole in it. Must stay true: every result can name the edition it came from (`id`).
import * as v from 'valibot'
import categories2020 from '../../../../instruments/growth/categories-permenkes-2-2020.json'
import kbm2023 from '../../../../instruments/growth/kbm-kms-kia-2023.json'
import measuring2020 from '../../../../instruments/growth/measuring-2020.json'
import redLine2023 from '../../../../instruments/growth/red-line-kia-2023.json'
import redLine2010 from '../../../../instruments/growth/red-line-kms-2010.json'
import quality2021 from '../../../../instruments/stunting/quality-2021.json'
import severity2018 from '../../../../instruments/stunting/severity-2018.json'
import skdn2021 from '../../../../instruments/stunting/skdn-2021.json'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'

export const text = v.strictObject({ id: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })
export const wholeNumber = v.pipe(v.number(), v.integer())
const positive = v.pipe(v.number(), v.integer(), v.minValue(1))
const range = v.strictObject({ min: positive, max: positive })
export const head = {
  schemaVersion: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{2,59}$/)),
  name: text,
  current: v.boolean(),
}

const band = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/)),
  from: v.optional(v.number()),
  fromOpen: v.optional(v.boolean(), false),
  to: v.optional(v.number()),
  toOpen: v.optional(v.boolean(), false),
  tone: v.picklist(['good', 'warn', 'bad', 'note']),
  text,
})
export type Band = v.InferOutput<typeof band>

/** Bands follow one another without a gap: each border belongs to exactly one side, the ends are open. */
function seamless(bands: readonly Band[]): boolean {
  return bands.every((b, i) => {
    const next = bands[i + 1]
    if ((i === 0) !== (b.from === undefined) || (next === undefined) !== (b.to === undefined)) return false
    return next === undefined || (b.to === next.from && b.toOpen !== next.fromOpen)
  })
}
const bands = v.pipe(
  v.array(band),
  v.minLength(2),
  v.check((b) => seamless(b), 'bands leave a gap or share a border'),
)

const categories = v.strictObject({
  ...head,
  kind: v.literal('categories'),
  weightForAge: bands,
  lengthForAge: bands,
  weightForLength: bands,
  bmiForAge: bands,
  schoolBmiForAge: bands,
  headForAge: bands,
  arm: v.strictObject({ unit: v.literal('tenth-mm'), fromMonths: wholeNumber, toMonths: positive, bands }),
  oedema: v.strictObject({ code: v.string(), tone: v.picklist(['good', 'warn', 'bad', 'note']), text }),
  birth: v.strictObject({ lowWeightBelowG: positive, shortBelowTenthMm: positive, prematureBelowWeeks: positive }),
  pregnancy: v.strictObject({ armBelowTenthMm: positive, haemoglobinBelowTenthGdl: positive }),
})
export type CategoriesEdition = v.InferOutput<typeof categories>

const kbm = v.pipe(
  v.strictObject({
    ...head,
    kind: v.literal('kbm'),
    source: v.string(),
    /** Cells that no official text confirms; the screen that edits the table says so. */
    unconfirmed: v.array(v.strictObject({ month: positive, sex: v.picklist([1, 2]) })),
    grams: v.array(v.strictObject({ fromMonth: positive, toMonth: positive, boys: positive, girls: positive })),
  }),
  v.check(({ grams }) => grams[0]?.fromMonth === 1 && grams.at(-1)?.toMonth === 60, 'months 1 to 60 are needed'),
  v.check(
    ({ grams }) =>
      grams.every((g, i) => g.fromMonth <= g.toMonth && (i === 0 || g.fromMonth === grams[i - 1]!.toMonth + 1)),
    'a month is missing or stands twice',
  ),
)
export type KbmEdition = v.InferOutput<typeof kbm>

const redLine = v.strictObject({
  ...head,
  kind: v.literal('red-line'),
  confirmed: v.boolean(),
  /** "Below the red line" in reports: weight for age under this score. */
  reportingBelow: v.number(),
  /** Weight for age under this score is referred. */
  referralBelow: v.number(),
  lines: v.array(v.strictObject({ at: v.number(), colour: v.picklist(['red', 'black', 'green', 'orange']) })),
})
export type RedLineEdition = v.InferOutput<typeof redLine>

const measuring = v.strictObject({
  ...head,
  kind: v.literal('measuring'),
  lyingUntilDay: positive,
  standingFromMonths: positive,
  positionStepTenthMm: positive,
  softLimits: v.strictObject({ weightG: range, lengthHeightTenthMm: range, armTenthMm: range, headTenthMm: range }),
  pairLimits: v.strictObject({
    weightG: positive,
    lengthHeightTenthMm: positive,
    armTenthMm: positive,
    headTenthMm: positive,
  }),
  past: v.strictObject({
    shrinkMoreThanTenthMm: positive,
    weightChangeFromPercent: positive,
    weightChangeWithinDays: positive,
  }),
  digitPreference: v.strictObject({
    window: positive,
    leastReadings: positive,
    moreThanPercent: positive,
    weightStepG: positive,
    lengthStepTenthMm: positive,
  }),
})
export type MeasuringEdition = v.InferOutput<typeof measuring>

const permille = v.pipe(wholeNumber, v.minValue(0), v.maxValue(1000))
const rising = v.pipe(
  v.tuple([permille, permille, permille, permille]),
  v.check((t) => t.every((x, i) => i === 0 || x > t[i - 1]!), 'levels must rise'),
)
const severity = v.strictObject({
  ...head,
  kind: v.literal('severity'),
  levels: v.tuple([text, text, text, text, text]),
  fromPermille: v.strictObject({ stunting: rising, wasting: rising }),
  colours: v.strictObject({
    note: v.string(),
    blueBelowPermille: permille,
    greenBelowPermille: permille,
    yellowUpToPermille: permille,
  }),
  representativeFromPermille: permille,
})
export type SeverityEdition = v.InferOutput<typeof severity>

const count = v.picklist(['S', 'K', 'D', 'N', 'T', 'twoT', 'BGM', '-O', '-B'])
const skdn = v.strictObject({
  ...head,
  kind: v.literal('skdn'),
  indicators: v.array(
    v.strictObject({
      code: v.string(),
      name: text,
      numerator: v.array(count),
      denominator: v.array(count),
      targetPermille: v.nullable(permille),
      better: v.picklist(['higher', 'lower']),
      confirmed: v.boolean(),
    }),
  ),
  growthMonitored: v.strictObject({
    weighings: positive,
    lengths: positive,
    developments: positive,
    targetPermille: permille,
  }),
  lengthCoverage: v.strictObject({ timesAYear: positive, targetPermille: permille }),
})
export type SkdnEdition = v.InferOutput<typeof skdn>

const spread = v.strictObject({ from: v.number(), to: v.number() })
const quality = v.strictObject({
  ...head,
  kind: v.literal('quality'),
  sd: v.strictObject({ lengthForAge: spread, weightForAge: spread, weightForLength: spread }),
  leastChildren: positive,
  flaggedFromPermille: permille,
  missingPositionFromPermille: permille,
  duplicatesFrom: positive,
})
export type QualityEdition = v.InferOutput<typeof quality>

const schemas = { categories, kbm, 'red-line': redLine, measuring, severity, skdn, quality }
type Schemas = typeof schemas
export type EditionKind = keyof Schemas

/** Reads a region's own edition. Refuses `growth.edition-unreadable` with the first thing that is wrong in it. */
export function readEdition<K extends EditionKind>(kind: K, json: unknown): Result<v.InferOutput<Schemas[K]>> {
  const read = v.safeParse(schemas[kind], json)
  if (read.success) return accept(read.output)
  const issue = read.issues[0]
  const at = issue.path?.map((part) => String(part.key)).join('.')
  return refuse('growth.edition-unreadable', at, { at: at ?? 'id', why: issue.message })
}

/** The editions this program brings; a region may put its own beside them. */
export const CATEGORIES_2020 = v.parse(categories, categories2020)
export const KBM_2023 = v.parse(kbm, kbm2023)
export const RED_LINE_2010 = v.parse(redLine, redLine2010)
export const RED_LINE_2023 = v.parse(redLine, redLine2023)
export const MEASURING_2020 = v.parse(measuring, measuring2020)
export const SEVERITY_2018 = v.parse(severity, severity2018)
export const SKDN_2021 = v.parse(skdn, skdn2021)
export const QUALITY_2021 = v.parse(quality, quality2021)
