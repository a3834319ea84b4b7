// What an import would do, line by line, decided before anything is written. Pure: what is known comes in as a look-up.
// Must stay true: a line is added, changed, the same, asked or refused, each with its reason; an empty cell changes nothing; a
// verified measuring and a child's name, sex and birth date are never changed by a sheet; the same file again changes nothing.
import type { PlainDate } from '../../../kernel/date.ts'
import { monthParams } from '../../../kernel/date-format.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { MeasuringEdition } from '../rules/editions.ts'
import { monthOf } from '../rules/measurement.ts'
import type { Sex } from '../zscores.ts'
import { nameKey } from './cells.ts'
import {
  ADDABLE,
  type Answer,
  type IncomingChild,
  type IncomingLine,
  type IncomingMeasurement,
  type Question,
} from './incoming.ts'
import { questionOf } from './questions.ts'
import { defined } from './read-lines.ts'

export type KnownChild = {
  readonly childId: string
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly motherName?: string
  readonly nik?: string
  readonly hasNik: boolean
  readonly posyanduId: string
  readonly active: boolean
  /** What may be added where it is missing; a value that stands is kept. */
  readonly values: Readonly<Partial<Record<(typeof ADDABLE)[number], string | number | boolean>>>
}
export type KnownMeasurement = {
  readonly measurementId: string
  readonly verified: boolean
} & Partial<IncomingMeasurement>

export type Lookup = {
  byNik(nik: string): KnownChild | undefined
  /** Children with that name key, inside the actor's area. */
  byName(key: string): readonly KnownChild[]
  measurement(childId: string, date: PlainDate): KnownMeasurement | undefined
  /** Posyandu of that name (and village, when given) inside the actor's area. */
  posyandu(name: string, village: string | undefined): readonly string[]
  /** Whether that NIK belongs to a child outside the actor's area. */
  elsewhere(nik: string): boolean
  /** Whether the posyandu has closed that month. */
  closed(posyanduId: string, month: string): boolean
}

export const STATES = ['added', 'changed', 'same', 'asked', 'refused'] as const
export type LineState = (typeof STATES)[number]

export type ChildStep =
  | { readonly kind: 'known'; readonly childId: string; readonly add?: Partial<IncomingChild> }
  /** `key` is the same for every line of the file that speaks of this child. */
  | { readonly kind: 'create'; readonly key: string; readonly posyanduId: string; readonly child: IncomingChild }
export type MeasurementStep = { readonly values: IncomingMeasurement; readonly replaces?: string }

export type PlanLine = {
  readonly line: number
  readonly state: LineState
  /** Name for the preview. */
  readonly name: string
  readonly reasons: readonly Refusal[]
  readonly child?: ChildStep
  readonly measurement?: MeasurementStep
  readonly question?: Question
}

export type PlanContext = {
  readonly lookup: Lookup
  readonly today: PlainDate
  /** The measuring rules of a day. */
  edition(day: PlainDate): MeasuringEdition
}

/** One plan line for each incoming line, in order. */
export function planImport(lines: readonly IncomingLine[], context: PlanContext): readonly PlanLine[] {
  const seen: SeenLines = { created: new Map(), measured: new Map() }
  return lines.map((line) => planLine(line, context, seen))
}

type SeenLines = {
  /** Key of a child this file creates to what its first line said. */
  readonly created: Map<string, { readonly sex: Sex; readonly birthDate: PlainDate; readonly line: number }>
  /** Child and day to the line that measured it. */
  readonly measured: Map<string, number>
}

function planLine(line: IncomingLine, context: PlanContext, seen: SeenLines): PlanLine {
  const base = { line: line.line, name: line.child.name }
  const refused = (...reasons: Refusal[]): PlanLine => ({ ...base, state: 'refused', reasons })
  if (line.refusals.length > 0) return refused(...line.refusals)
  const found = findChild(line.child, context.lookup)
  if ('code' in found) return refused(found)
  const step = found.child === undefined ? planCreate(line.child, context, seen) : planAdd(line.child, found.child)
  if ('code' in step) return refused(step)
  const notes = found.child === undefined ? [] : notesOn(line.child, found.child)
  const birthDate = found.child?.birthDate ?? line.child.birthDate!
  const subject = step.kind === 'known' ? step.childId : step.key
  const fresh = step.kind === 'create' && !seen.created.has(step.key)
  const childState: LineState = fresh ? 'added' : step.kind === 'known' && step.add !== undefined ? 'changed' : 'same'
  const keep = () => {
    if (fresh) seen.created.set(step.key, { sex: line.child.sex!, birthDate, line: line.line })
  }

  if (line.measurement === undefined) {
    keep()
    return { ...base, state: childState, reasons: notes, child: step }
  }
  const { measurement } = line
  if (measurement.date > context.today) return refused({ code: 'exchange.line-in-future', at: 'date' })
  if (measurement.date < birthDate) return refused({ code: 'exchange.line-before-birth', at: 'date' })
  const twice = seen.measured.get(`${subject} ${measurement.date}`)
  if (twice !== undefined) return refused({ code: 'exchange.line-twice', params: { other: twice } })
  const posyanduId = step.kind === 'create' ? step.posyanduId : found.child!.posyanduId
  const known =
    found.child === undefined ? undefined : context.lookup.measurement(found.child.childId, measurement.date)
  const measuring = planMeasurement(measurement, known)
  if (measuring !== undefined && 'code' in measuring) return refused(measuring)
  if (measuring !== undefined && context.lookup.closed(posyanduId, monthOf(measurement.date)))
    return refused({
      code: 'exchange.line-month-closed',
      at: 'date',
      params: monthParams('month', monthOf(measurement.date)),
    })
  seen.measured.set(`${subject} ${measurement.date}`, line.line)
  keep()
  const question = measuring === undefined ? undefined : questionOf(line, birthDate, context.edition(measurement.date))
  const state: LineState =
    question !== undefined
      ? 'asked'
      : measuring === undefined
        ? childState
        : measuring.replaces === undefined
          ? 'added'
          : 'changed'
  return defined({ ...base, state, reasons: notes, child: step, measurement: measuring, question })
}

function findChild(incoming: IncomingChild, lookup: Lookup): Refusal | { readonly child: KnownChild | undefined } {
  const byNik = incoming.nik === undefined ? undefined : lookup.byNik(incoming.nik)
  if (byNik !== undefined) {
    const differs =
      (incoming.birthDate !== undefined && incoming.birthDate !== byNik.birthDate) ||
      (incoming.sex !== undefined && incoming.sex !== byNik.sex)
    return differs ? { code: 'exchange.line-identity-differs', at: 'birthDate' } : { child: byNik }
  }
  const mother = incoming.motherName === undefined ? undefined : nameKey(incoming.motherName)
  const candidates = lookup.byName(nameKey(incoming.name)).filter(
    (child) =>
      (incoming.birthDate === undefined || child.birthDate === incoming.birthDate) &&
      (incoming.sex === undefined || child.sex === incoming.sex) &&
      (mother === undefined || child.motherName === undefined || nameKey(child.motherName) === mother) &&
      // two different numbers are two different children
      (incoming.nik === undefined || !child.hasNik),
  )
  if (candidates.length > 1) return { code: 'exchange.line-ambiguous', params: { count: candidates.length } }
  return { child: candidates[0] }
}

function planCreate(child: IncomingChild, context: PlanContext, seen: SeenLines): Refusal | ChildStep {
  if (child.birthDate === undefined || child.sex === undefined)
    return { code: child.nik === undefined ? 'exchange.line-child-unknown' : 'exchange.line-nik-unknown', at: 'nik' }
  if (child.birthDate > context.today) return { code: 'exchange.line-in-future', at: 'birthDate' }
  if (child.nik !== undefined && context.lookup.elsewhere(child.nik))
    return { code: 'exchange.line-elsewhere', at: 'nik' }
  const key = child.nik ?? `${nameKey(child.name)}|${child.birthDate}|${nameKey(child.motherName ?? '')}`
  const before = seen.created.get(key)
  if (before !== undefined && (before.sex !== child.sex || before.birthDate !== child.birthDate))
    return { code: 'exchange.line-nik-twice', at: 'nik', params: { other: before.line } }
  if (child.posyandu === undefined) return { code: 'exchange.line-posyandu-missing', at: 'posyandu' }
  const places = context.lookup.posyandu(child.posyandu, child.village)
  const [posyanduId] = places
  if (posyanduId === undefined) return { code: 'exchange.line-posyandu-unknown', at: 'posyandu' }
  if (places.length > 1) return { code: 'exchange.line-posyandu-ambiguous', at: 'posyandu' }
  return { kind: 'create', key, posyanduId, child }
}

/** What the line adds where nothing stands yet. */
function planAdd(incoming: IncomingChild, known: KnownChild): ChildStep {
  const add = defined(
    Object.fromEntries(
      ADDABLE.filter((field) => {
        if (field === 'nik') return incoming.nik !== undefined && !known.hasNik
        return incoming[field] !== undefined && known.values[field] === undefined
      }).map((field) => [field, incoming[field]]),
    ),
  )
  return Object.keys(add).length === 0
    ? { kind: 'known', childId: known.childId }
    : { kind: 'known', childId: known.childId, add }
}

/** What differs from what stands and is left as it stands. */
function notesOn(incoming: IncomingChild, known: KnownChild): readonly Refusal[] {
  const notes: Refusal[] = []
  if (incoming.name !== '' && nameKey(incoming.name) !== nameKey(known.name))
    notes.push({ code: 'exchange.note-name-differs' })
  const kept = ADDABLE.filter(
    (field) =>
      field !== 'nik' &&
      incoming[field] !== undefined &&
      known.values[field] !== undefined &&
      !same(incoming[field], known.values[field]),
  )
  if (kept.length > 0) notes.push({ code: 'exchange.note-kept', params: { count: kept.length } })
  if (!known.active) notes.push({ code: 'exchange.note-not-active' })
  return notes
}

const same = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' ? nameKey(a) === nameKey(b) : a === b

const FIGURES = ['weightG', 'lengthHeightTenthMm', 'position', 'armTenthMm', 'headTenthMm', 'oedema'] as const
const FACTS = ['vitaminA', 'motherClass', 'freeMeal'] as const

/** Undefined: nothing to write. With `replaces`: a new row in place of the one that stands. */
function planMeasurement(
  incoming: IncomingMeasurement,
  known: KnownMeasurement | undefined,
): Refusal | MeasurementStep | undefined {
  const figures = FIGURES.filter((field) => incoming[field] !== undefined)
  if (known === undefined) {
    const measured = figures.some((field) => field !== 'position' && (field !== 'oedema' || incoming.oedema !== 0))
    return measured ? { values: incoming } : { code: 'exchange.line-nothing-measured' }
  }
  const differing = figures.filter((field) => incoming[field] !== known[field])
  // oedema 0 and "not noted" are kept alike in the database
  const changed = differing.filter(
    (field) => !(field === 'oedema' && incoming.oedema === 0 && known.oedema === undefined),
  )
  const facts = FACTS.filter((field) => incoming[field] === true && known[field] !== true)
  if (changed.length === 0 && facts.length === 0) return undefined
  if (known.verified) {
    return changed.length > 0 ? { code: 'exchange.line-verified', at: changed[0]! } : undefined
  }
  const { measurementId, verified: _, ...standing } = known
  return { values: defined({ ...standing, ...incoming }), replaces: measurementId }
}

/** The plan with the answers given: asked lines become added or changed, or are left out. */
export function answerPlan(lines: readonly PlanLine[], answers: Readonly<Record<string, Answer>>): readonly PlanLine[] {
  return lines.map((line) => {
    const { measurement, question } = line
    if (line.state !== 'asked' || measurement === undefined || question === undefined) return line
    const answer = answers[String(line.line)] ?? 'skip'
    if (answer === 'skip') return line
    const state = measurement.replaces === undefined ? 'added' : 'changed'
    const values =
      answer === 'proposed' && question.proposal !== undefined
        ? { ...measurement.values, ...question.proposal }
        : measurement.values
    return { ...line, state, measurement: { ...measurement, values } }
  })
}

/** Lines that would write something. */
export function writes(line: PlanLine): boolean {
  return line.state === 'added' || line.state === 'changed'
}

export type PlanCounts = Readonly<Record<LineState, number>>

export function countPlan(lines: readonly Pick<PlanLine, 'state'>[]): PlanCounts {
  const counts = { added: 0, changed: 0, same: 0, asked: 0, refused: 0 }
  for (const { state } of lines) counts[state]++
  return counts
}
