// The yardsticks of convergence as types, and the check of their files: indicators, services due, scorecard, risk, priority
// villages, actions, programmes. Pure: takes parsed JSON. Must stay true: shares are decimals in text, never binary fractions.
import * as v from 'valibot'

const text = v.strictObject({ id: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })
const share = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,4})?$/, 'a decimal such as 0.155, written as text'))
const code = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const head = {
  schemaVersion: v.literal(1),
  id: code,
  name: text,
  current: v.boolean(),
  source: v.pipe(v.string(), v.minLength(1)),
}

const indicator = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z]{2}\d{1,2}$/)),
  name: text,
  kind: v.picklist(['specific', 'sensitive', 'supply']),
  group: code,
  numerator: text,
  denominator: text,
  unit: v.picklist(['person', 'family', 'village']),
  direction: v.picklist(['higher', 'lower', 'yes-no']),
  /** By year; the newest not after the year asked for holds. */
  targets: v.pipe(v.array(v.strictObject({ year: whole, share, isConfirmed: v.boolean() })), v.minLength(1)),
  owner: code,
  source: v.string(),
  frequency: v.picklist(['month', 'quarter', 'year']),
  budgetCode: v.nullable(v.string()),
  /** The service whose rows give numerator and denominator; null where only a total is reported. */
  service: v.nullable(code),
  national: v.optional(v.strictObject({ count: whole, text })),
})
export const indicatorsSchema = v.strictObject({
  ...head,
  kind: v.literal('indicators'),
  notes: text,
  indicators: v.array(indicator),
})

const group = v.variant('by', [
  v.strictObject({
    code,
    name: text,
    by: v.literal('age'),
    sex: v.nullable(v.picklist(['L', 'P'])),
    /** Completed months, both included. */
    fromMonths: whole,
    toMonths: whole,
  }),
  v.strictObject({ code, name: text, by: v.literal('condition'), condition: code }),
])
const service = v.strictObject({
  code,
  name: text,
  subject: v.picklist(['person', 'family']),
  /** Health services are seen by name in fewer roles. */
  isHealth: v.boolean(),
  groups: v.array(code),
  condition: v.optional(code),
  /** The household fact that says by itself whether the service is there. */
  fact: v.optional(code),
  onlyFamilies: v.optional(v.picklist(['poor', 'at-risk'])),
})
export const servicesSchema = v.strictObject({
  ...head,
  kind: v.literal('services'),
  groups: v.array(group),
  conditions: v.array(v.strictObject({ code, name: text, days: whole })),
  services: v.array(service),
})

export const scorecardSchema = v.strictObject({
  ...head,
  kind: v.literal('scorecard'),
  weights: v.strictObject({ specific: share, sensitive: share }),
  /** Weight of an indicator inside its half; 1 unless named. */
  indicatorWeights: v.record(v.string(), share),
  minimumAvailable: share,
  /** Best first. */
  grades: v.pipe(v.array(v.strictObject({ letter: v.string(), from: share })), v.minLength(1)),
})

export const riskSchema = v.strictObject({
  ...head,
  kind: v.literal('risk'),
  isConfirmed: v.boolean(),
  wife: v.strictObject({ tooYoungBelow: whole, tooOldFrom: whole, spacingMonthsBelow: whole, tooManyFrom: whole }),
  couple: v.strictObject({ fromYears: whole, toYears: whole }),
  factors: v.array(v.strictObject({ code, name: text })),
  water: v.strictObject({ improved: v.array(code), notImproved: v.array(code) }),
  latrine: v.strictObject({ proper: v.array(code), notProper: v.array(code) }),
  values: v.record(v.string(), text),
})

export const priorityPart = v.picklist(['prevalence', 'stunted', 'risk', 'gap', 'access', 'past'])
export const prioritySchema = v.strictObject({
  ...head,
  kind: v.literal('priority-villages'),
  parts: v.array(v.strictObject({ code: priorityPart, name: text, weight: share })),
  /** The prevalence that counts as 1. */
  highestPrevalence: share,
  /** Below this coverage of weighing a prevalence carries a warning. */
  lowCoverage: share,
})

export const actionsSchema = v.strictObject({
  ...head,
  kind: v.literal('actions'),
  actions: v.array(
    v.strictObject({ code, name: text, output: text, due: v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/)) }),
  ),
})

export const programmesSchema = v.strictObject({
  schemaVersion: v.literal(1),
  kind: v.literal('programmes'),
  id: v.string(),
  region: v.string(),
  name: text,
  source: v.string(),
  pillars: v.array(text),
  agencies: v.array(v.strictObject({ id: code, name: v.string() })),
  programmes: v.array(
    v.strictObject({
      id: code,
      agency: code,
      name: v.string(),
      about: text,
      /** Place in `pillars`, from 1. */
      pillar: v.pipe(v.number(), v.integer(), v.minValue(1)),
      services: v.array(code),
    }),
  ),
})

export type Indicator = v.InferOutput<typeof indicator>
export type Indicators = v.InferOutput<typeof indicatorsSchema>
export type TargetGroup = v.InferOutput<typeof group>
export type Service = v.InferOutput<typeof service>
export type Services = v.InferOutput<typeof servicesSchema>
export type Scorecard = v.InferOutput<typeof scorecardSchema>
export type RiskEdition = v.InferOutput<typeof riskSchema>
export type PriorityEdition = v.InferOutput<typeof prioritySchema>
export type PriorityPart = v.InferOutput<typeof priorityPart>
export type Actions = v.InferOutput<typeof actionsSchema>
export type Programmes = v.InferOutput<typeof programmesSchema>

/** The target of a year: the newest one that is not later. The oldest when all are later. */
export function targetOf(one: Indicator, year: number): Indicator['targets'][number] {
  const sorted = [...one.targets].sort((a, b) => b.year - a.year)
  return sorted.find((target) => target.year <= year) ?? sorted.at(-1)!
}
