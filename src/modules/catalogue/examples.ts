// Runs a golden example without writing anything: questions, papers, deadline, the way through the process, the changes
// of the register. Must stay true: it uses the same pure functions as a real case, so a true example is a promise.
import { addOfficeTime, OFFICE_HOUR_MS, type WorkingCalendar } from '../../kernel/working-time.ts'
import { snapshotOfExample } from '../register/example-register.ts'
import { registerFacts } from '../register/facts-of-register.ts'
import { personByNik } from '../register/kinship.ts'
import { planEffects } from '../register/plan.ts'
import type { RegisterSnapshot } from '../register/snapshot.ts'
import { type Answer, type Answers, isPersonAnswer } from './answers.ts'
import type { CaseContext } from './case-scope.ts'
import type { CompiledService } from './compile.ts'
import type { Example } from './example.ts'
import { type Past, pastOf } from './example-before.ts'
import type { FactSource } from './facts.ts'
import { isLocalKey } from './local.ts'
import { decideAction, type Progress, startOf, stateOf } from './process.ts'
import { type Session, session } from './session.ts'

export type Mismatch = { readonly what: string; readonly expected: unknown; readonly actual: unknown }

export type ExampleEnvironment = {
  readonly calendar: (id: string) => WorkingCalendar | undefined
}

export type ExampleResult = {
  readonly session: Session
  /** Everything that came out, in the shape of `expect`; for comparing two runs. */
  readonly outcome: Outcome
  readonly mismatches: readonly Mismatch[]
}

export type Outcome = {
  readonly refused: readonly string[] | null
  readonly pages: readonly string[]
  readonly questions: number
  readonly derived: readonly string[]
  readonly prefilled: readonly string[]
  readonly documents: readonly string[]
  readonly fee: number
  readonly late: boolean
  readonly due: string | undefined
  readonly states: readonly (readonly [string, string])[]
  readonly changes: readonly string[]
  readonly warnings: readonly string[]
}

/** Runs an example and compares what comes out with what it expects; parts it does not mention are not compared. */
export function runExample(service: CompiledService, example: Example, environment: ExampleEnvironment): ExampleResult {
  const region = example.region ?? service.definition.publisher
  const past = pastOf(snapshotOfExample(region, example.register), example.before)
  const { snapshot } = past
  const today = example.day.slice(0, 10)
  const facts = registerFacts({
    view: snapshot,
    documents: snapshot.documents,
    day: today,
    applicant: example.applicant,
  })
  const context: CaseContext = {
    region,
    today,
    regionName: example.regionName ?? 'Balangan',
    channel: example.channel,
    ...(example.applicant === undefined ? {} : { applicant: example.applicant }),
    ...(example.applicantRole === undefined ? {} : { applicantRole: example.applicantRole }),
    contactPhone: example.contactPhone === undefined ? '+6281200009901' : example.contactPhone,
    contactEmail: example.contactEmail ?? null,
    uploads: example.uploads ?? [],
    confirmed: example.confirmed ?? [],
  }
  const answers = confirmSuggestions(service, resolvePeople(example.answers, snapshot), facts, context)
  const state = session(service, answers, facts, context)
  const before = [
    ...past.refused.map((code) => `before:${code}`),
    ...state.refusals.map((one) => one.id),
    ...state.problems.map((one) => one.code),
    ...unanswered(state),
  ]
  const plan = before.length > 0 ? { changes: [], refused: [], warnings: [] } : planOf(service, state, past, example)
  const refused = [...before, ...plan.refused]
  const walked = refused.length > 0 ? { states: [], mismatches: [] } : walk(service, state, example)
  const outcome: Outcome = {
    refused: refused.length === 0 ? null : [...new Set(refused)],
    pages: state.pages.map((one) => one.page.id),
    questions: state.questionsAsked,
    derived: state.derived.map((one) => one.field.key),
    prefilled: state.pages.flatMap((one) =>
      one.fields.filter((field) => field.state === 'prefilled').map((field) => field.field.key),
    ),
    documents: state.missingDocuments,
    fee: state.fee.rupiah,
    late: state.late === true,
    due: dueOf(service, example, environment),
    states: walked.states,
    changes: refused.length === 0 ? plan.changes : [],
    warnings: plan.warnings,
  }
  return { session: state, outcome, mismatches: [...walked.mismatches, ...compare(example.expect, outcome)] }
}

/** NIK and name that the register holds become the person, as they do when a real answer is saved. */
function resolvePeople(answers: Answers, snapshot: RegisterSnapshot): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      if (answer === undefined || !isPersonAnswer(answer) || !('nik' in answer) || answer.nik === undefined)
        return [key, answer]
      const found = personByNik(snapshot, answer.nik)
      return [key, found !== undefined && found.name === answer.name ? { ...answer, personId: found.id } : answer]
    }),
  )
}

function confirmSuggestions(
  service: CompiledService,
  given: Answers,
  facts: FactSource,
  context: CaseContext,
): Answers {
  let answers = given
  for (let round = 0; round <= Object.keys(service.fields).length; round++) {
    const more: Record<string, Answer> = {}
    for (const { fields } of session(service, answers, facts, context).pages)
      for (const { field, suggestion, answer } of fields)
        if (suggestion !== undefined && answer === undefined) more[field.key] = suggestion
    if (Object.keys(more).length === 0) return answers
    answers = { ...answers, ...more }
  }
  return answers
}

/** Questions without an answer, as `unanswered:key`. Those a region added are not known to the publisher's examples. */
function unanswered(state: Session): readonly string[] {
  return state.pages.flatMap(({ fields }) =>
    fields
      .filter((one) => !one.complete && one.problems.length === 0 && !isLocalKey(one.field.key))
      .map(
        (one) =>
          `${one.warnings.length > 0 && one.answer !== undefined ? 'unconfirmed' : 'unanswered'}:${one.field.key}`,
      ),
  )
}

function planOf(service: CompiledService, state: Session, { snapshot, pastCases }: Past, example: Example) {
  let count = 0
  const { effectiveDate } = service.definition
  const since = effectiveDate === undefined ? undefined : state.scope.value(effectiveDate)
  const plan = planEffects(service.definition.effects, {
    snapshot,
    scope: state.scope,
    aliases: example.applicant === undefined ? {} : { applicant: example.applicant },
    today: example.day.slice(0, 10),
    pastCases,
    ...(since?.is === 'known' && typeof since.value === 'string' ? { eventDate: since.value } : {}),
    newId: () => `new-${++count}`,
  })
  if (!plan.ok) return { changes: [], refused: plan.refusals.map((one) => one.code), warnings: [] }
  return { changes: plan.value.done, refused: [], warnings: plan.value.warnings.map((one) => one.code) }
}

/** Goes through the process as the example tells, each role played by one officer. */
function walk(
  service: CompiledService,
  state: Session,
  example: Example,
): { states: [string, string][]; mismatches: Mismatch[] } {
  const { process } = service
  const states: [string, string][] = []
  let progress: Progress = { state: startOf(process), history: [] }
  for (const step of example.expect.states ?? []) {
    const [id, , options] = step
    const action = process.actions.find((one) => one.id === id)
    if (action === undefined)
      return { states, mismatches: [{ what: 'states', expected: `an action "${id}"`, actual: 'none of the process' }] }
    const turn = stateOf(process, progress.state)?.turn
    const role = options?.by ?? (turn !== undefined && action.roles.includes(turn) ? turn : action.roles[0]!)
    const reason = options?.reason ?? process.reasons?.[action.reasons ?? '']?.[0]?.id
    for (let next: string | undefined = id; next !== undefined; ) {
      const asked = { id: next, reason, note: '-', until: '-', points: [{ at: '-', reason: reason ?? '' }] }
      const actor = next === id ? { id: role, roles: [role] } : { id: 'system', roles: ['system'] }
      const decided = decideAction(process, progress, asked, actor, { scope: state.scope, isWithin: () => true })
      if (!decided.ok)
        return {
          states,
          mismatches: [
            {
              what: `states: ${next} in ${progress.state}`,
              expected: step[1],
              actual: decided.refusals.map((one) => one.code),
            },
          ],
        }
      const { to, cameFrom } = decided.value
      progress = {
        state: to,
        ...(cameFrom === undefined ? {} : { cameFrom }),
        history: [...progress.history, { action: next, actor: actor.id }],
      }
      next = decided.value.next
    }
    states.push([id, progress.state])
  }
  return { states, mismatches: [] }
}

function dueOf(service: CompiledService, example: Example, environment: ExampleEnvironment): string | undefined {
  const calendar = environment.calendar(example.calendar)
  if (calendar === undefined) return undefined
  const from = Date.parse(example.day)
  const due = addOfficeTime(calendar, from, service.definition.deadline.officeHours * OFFICE_HOUR_MS)
  const offset = example.day.slice(16)
  const minutes = (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))
  return new Date(due + minutes * 60_000).toISOString().slice(0, 16) + offset
}

function compare(expected: Example['expect'], outcome: Outcome): readonly Mismatch[] {
  const mismatches: Mismatch[] = []
  for (const [what, want] of Object.entries(expected)) {
    if (want === undefined) continue
    const actual = outcome[what as keyof Outcome]
    const plain =
      what === 'states' && Array.isArray(want)
        ? (want as readonly (readonly unknown[])[]).map((step) => step.slice(0, 2))
        : want
    const sorted = (value: unknown) => (UNORDERED.has(what) && Array.isArray(value) ? [...value].sort() : value)
    if (JSON.stringify(sorted(plain)) !== JSON.stringify(sorted(actual)))
      mismatches.push({ what, expected: want, actual })
  }
  return mismatches
}

const UNORDERED = new Set(['refused', 'derived', 'prefilled', 'documents', 'warnings'])
