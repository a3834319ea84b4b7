// A process as data: states, who may move a case from one to another, what that does to the clock and the register, and
// what time itself does. Types and schemas; deciding is in process.ts. services/shared/processes/<id>.json.
import * as v from 'valibot'
import { ConditionSchema } from './expression.ts'
import { IdSchema, KeySchema, TextSchema } from './schema-parts.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A stretch of time: calendar days, working days or office hours of the office calendar. */
export const SpanSchema = v.union([
  v.strictObject({ days: count }),
  v.strictObject({ workingDays: count }),
  v.strictObject({ officeHours: count }),
])
export type Span = v.InferOutput<typeof SpanSchema>

const RoleSchema = v.strictObject({
  id: IdSchema,
  label: TextSchema,
  /** `officer`: never on a case about self, close family or the own family card. */
  kind: v.picklist(['citizen', 'officer', 'system']),
})

export const StateSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+(_[a-z]+)*$/, 'a state is written like on_hold')),
  /** Shown to the citizen. */
  label: TextSchema,
  /** What the citizen does or waits for now. */
  next: TextSchema,
  /** The same, where one action in particular led here. */
  nextAfter: v.optional(v.record(IdSchema, TextSchema)),
  /** The same, for a service that ends with a card alone: there is nothing to download. */
  nextCardOnly: v.optional(TextSchema),
  kind: v.picklist(['start', 'open', 'final']),
  /** Whose turn it is. An action that this role may do is done by this role only (and by the system, where it is named). */
  turn: v.optional(IdSchema),
  /** A new draft with the same answers is one tap away. */
  reusable: v.optional(v.boolean()),
  /** How long the office may take here, besides the deadline of the service. */
  target: v.optional(SpanSchema),
  /** A case untouched for so long goes back to the shared list. */
  releaseAfter: v.optional(SpanSchema),
})
export type ProcessState = v.InferOutput<typeof StateSchema>

/** The state a case came from, for holds and refused annulments. */
export const PREVIOUS = '@previous'
const target = v.pipe(v.string(), v.regex(/^(@previous|[a-z]+(_[a-z]+)*)$/))
const RouteSchema = v.strictObject({ to: target, when: v.optional(ConditionSchema) })
export type Route = v.InferOutput<typeof RouteSchema>

/**
 * start: runs provisionally. confirm: the file is complete, counted back to its last submission when it was not before.
 * reset: it never was complete. stop, resume: it waits (a resumed clock that was reset starts anew). end: it is issued.
 */
export const CLOCK_EFFECTS = ['start', 'confirm', 'reset', 'stop', 'resume', 'end'] as const
/** prepare: freeze effects, texts, versions, numbers. commit: write them. release: let the numbers go. reverse: undo a past commit. */
export const REGISTER_STEPS = ['prepare', 'commit', 'release', 'reverse'] as const

export const ActionSchema = v.strictObject({
  id: IdSchema,
  label: TextSchema,
  from: v.pipe(v.array(v.string()), v.minLength(1)),
  /** One state, or the first route whose condition holds. */
  to: v.union([target, v.pipe(v.array(RouteSchema), v.minLength(1))]),
  roles: v.pipe(v.array(IdSchema), v.minLength(1)),
  when: v.optional(ConditionSchema),
  /** Four eyes: one of the duties of `separateDuties`. */
  duty: v.optional(IdSchema),
  /** The actor must not have done these actions on this case. */
  notBy: v.optional(v.array(IdSchema)),
  /** Not while one of these actions is what led to the present state: a question that was answered is not put again. */
  notAfter: v.optional(v.array(IdSchema)),
  /** One reason of this list of `reasons` must be given. */
  reasons: v.optional(KeySchema),
  /** Names the fields and documents that are wrong, each with a reason of `reasons`; then no other reason is needed. */
  points: v.optional(v.literal(true)),
  /** Free text must be given. */
  note: v.optional(v.literal(true)),
  /** A next date must be given. */
  until: v.optional(v.literal(true)),
  /** Only so long after the state was reached. */
  within: v.optional(SpanSchema),
  clock: v.optional(v.picklist(CLOCK_EFFECTS)),
  register: v.optional(v.picklist(REGISTER_STEPS)),
  /** Done by the system at once when the state is reached. */
  automatic: v.optional(v.literal(true)),
})
export type ProcessAction = v.InferOutput<typeof ActionSchema>

const TimerSchema = v.strictObject({
  id: IdSchema,
  state: v.string(),
  after: SpanSchema,
  /** An action of role `system`; without one the timer only tells the roles in `tell`. */
  action: v.optional(IdSchema),
  tell: v.optional(v.array(IdSchema)),
  /** Days after which the applicant is reminded. */
  reminders: v.optional(v.array(count)),
})

const ReasonSchema = v.strictObject({ id: IdSchema, label: TextSchema })

export const ProcessSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: IdSchema,
  texts: v.strictObject({ name: TextSchema }),
  /** `instant`: nothing is decided by people, the answer comes at once. */
  kind: v.picklist(['full', 'instant']),
  roles: v.pipe(v.array(RoleSchema), v.minLength(1)),
  states: v.pipe(v.array(StateSchema), v.minLength(2)),
  actions: v.pipe(v.array(ActionSchema), v.minLength(1)),
  /** Sets of duties of which nobody performs two on one case. */
  separateDuties: v.optional(v.array(v.pipe(v.array(IdSchema), v.minLength(2)))),
  reasons: v.optional(v.record(KeySchema, v.array(ReasonSchema))),
  timers: v.optional(v.array(TimerSchema)),
  /** Shares of the deadline, in per cent, at which someone is told. */
  clockMarks: v.optional(v.array(v.strictObject({ percent: count, tell: v.array(IdSchema), label: TextSchema }))),
})
export type Process = v.InferOutput<typeof ProcessSchema>
