// The alerts as data: what triggers each, who acts, until when, how long it is not repeated, who hears when it is late.
// Must stay true: a trigger names known facts only, and an alert supersedes known alerts only, or the edition is refused.
import * as v from 'valibot'
import alerts2022 from '../../../../instruments/stunting/alerts-2022.json'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { FACTS } from './alert-facts.ts'
import { head, text, wholeNumber } from './editions.ts'

const fact = v.picklist(FACTS)
const comparison = v.union([
  v.strictObject({ fact, lt: v.number() }),
  v.strictObject({ fact, le: v.number() }),
  v.strictObject({ fact, gt: v.number() }),
  v.strictObject({ fact, ge: v.number() }),
  v.strictObject({ fact, eq: v.number() }),
])
export type Comparison = v.InferOutput<typeof comparison>
export type Trigger = Comparison | { readonly all: readonly Trigger[] } | { readonly any: readonly Trigger[] }
const trigger: v.GenericSchema<unknown, Trigger> = v.union([
  comparison,
  v.strictObject({ all: v.pipe(v.array(v.lazy(() => trigger)), v.minLength(1)) }),
  v.strictObject({ any: v.pipe(v.array(v.lazy(() => trigger)), v.minLength(1)) }),
])

export const ALERT_ROLES = [
  'cadre',
  'nutritionist',
  'doctor',
  'midwife',
  'measurer',
  'family-team',
  'puskesmas-head',
] as const
const role = v.picklist(ALERT_ROLES)
export type AlertRole = v.InferOutput<typeof role>
const atLeast = (least: number) => v.pipe(wholeNumber, v.minValue(least))

const alertRule = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{1,9}$/)),
  subject: v.picklist(['child', 'pregnant']),
  /** 1 is the most urgent; what a cadre sees first. */
  urgency: atLeast(1),
  name: text,
  action: text,
  by: v.pipe(v.array(role), v.minLength(1)),
  /** 0: the same day. */
  dueDays: atLeast(0),
  /** The same alert does not open again within so many days of its opening. */
  windowDays: atLeast(1),
  /** Milder alerts that this one makes needless. */
  supersedes: v.array(v.string()),
  transport: v.boolean(),
  escalate: v.strictObject({ afterDaysLate: atLeast(0), to: role }),
  trigger,
  /** A later measuring that answers it by itself, while nobody has begun, and the result then recorded. */
  ends: v.optional(v.strictObject({ when: trigger, result: v.string() })),
})
export type AlertRule = v.InferOutput<typeof alertRule>

const schema = v.pipe(
  v.strictObject({
    ...head,
    kind: v.literal('alerts'),
    source: v.string(),
    /** Danger signs that make severe wasting complicated. */
    complications: v.array(v.strictObject({ code: v.string(), text })),
    fall: v.strictObject({ withinMonths: atLeast(1) }),
    headMove: v.strictObject({ withinMonths: atLeast(1) }),
    /** An open referral is escalated after so many days. */
    referralOpenDays: atLeast(1),
    schedules: v.strictObject({
      vitaminA: v.strictObject({
        months: v.array(v.pipe(wholeNumber, v.minValue(1), v.maxValue(12))),
        fromAgeMonths: wholeNumber,
        toAgeMonths: wholeNumber,
      }),
      kpsp: v.strictObject({ ageMonths: v.array(wholeNumber), graceMonths: atLeast(0) }),
    }),
    alerts: v.array(alertRule),
  }),
  v.check(({ alerts }) => new Set(alerts.map((a) => a.code)).size === alerts.length, 'an alert code stands twice'),
  v.check(
    ({ alerts }) => alerts.every((a) => a.supersedes.every((code) => alerts.some((other) => other.code === code))),
    'an unknown alert is superseded',
  ),
  v.check(
    ({ alerts }) => new Set(alerts.map((a) => `${a.subject}${a.urgency}`)).size === alerts.length,
    'two alerts have the same urgency',
  ),
)
export type AlertEdition = v.InferOutput<typeof schema>

/** Reads a region's own edition; refuses `growth.edition-unreadable`. */
export function readAlertEdition(json: unknown): Result<AlertEdition> {
  const read = v.safeParse(schema, json)
  if (read.success) return accept(read.output)
  const at = read.issues[0].path?.map((part) => String(part.key)).join('.')
  return refuse('growth.edition-unreadable', at, { at: at ?? 'alerts', why: read.issues[0].message })
}

export const ALERTS_2022 = v.parse(schema, alerts2022)
