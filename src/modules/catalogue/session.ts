// Where an application stands, worked out anew from definition, answers and facts: what is asked, what is known, what is
// wrong, what is still needed. Pure. Must stay true: the same input gives the same session everywhere; nothing here
// decides for the office; answers to hidden questions never count.
import type { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Answer, Answers } from './answers.ts'
import { type CaseContext, CaseScope } from './case-scope.ts'
import type { CompiledPage, CompiledService } from './compile.ts'
import type { Eligibility } from './definition.ts'
import { documentsOf, type SessionDocument } from './documents-needed.ts'
import type { FactSource } from './facts.ts'
import type { Field } from './field-types/all.ts'
import { checkRules } from './rules.ts'
import type { Missing } from './scope.ts'

export type SessionField = {
  readonly field: Field
  /** derived: known, not asked. prefilled: known, shown to be confirmed. asked: the person tells. */
  readonly state: 'asked' | 'prefilled' | 'derived'
  /** What was answered (or derived); refused answers are kept here too, see `problems`. */
  readonly answer?: Answer
  /** What to put into an empty question. */
  readonly suggestion?: Answer
  readonly required: boolean
  readonly problems: readonly Refusal[]
  /** To be confirmed by the person; nothing is blocked. */
  readonly warnings: readonly Refusal[]
  readonly complete: boolean
}

export type SessionPage = {
  readonly page: CompiledPage
  readonly fields: readonly SessionField[]
  readonly complete: boolean
}

export type Session = {
  readonly scope: CaseScope
  /** Pages with something to ask or confirm, in order. */
  readonly pages: readonly SessionPage[]
  /** Everything taken from the register or the account without asking, in order. */
  readonly derived: readonly SessionField[]
  /** Id of the first page that is not finished; undefined when all are. */
  readonly firstIncompletePage?: string
  /** The role of the applicant is a question of its own, when more than one fits. */
  readonly askRole: boolean
  /** Visible, valid answers and derived ones. */
  readonly answersThatCount: Answers
  readonly problems: readonly Refusal[]
  readonly documents: readonly SessionDocument[]
  /** Documents still to be uploaded. */
  readonly missingDocuments: readonly string[]
  /** Rules of eligibility that certainly do not hold. */
  readonly refusals: readonly EligibilityRefusal[]
  /** Rules that nobody here can decide: an officer looks at them. */
  readonly unclear: readonly { readonly rule: Eligibility; readonly missing: readonly Missing[] }[]
  readonly fee: { readonly rupiah: number; readonly legalBasis: string }
  /** Undefined while the date of the event is not known, or when the service sets no limit. */
  readonly late?: boolean
  readonly daysSinceEvent?: number
  readonly reportDays?: number
  readonly needsDecision: boolean
  readonly deadlineOfficeHours: number
  /** Questions the person must answer: asked, not prefilled, not derived; the role counts as one. */
  readonly questionsAsked: number
  /** Questions with a suggestion to confirm. */
  readonly questionsPrefilled: number
  /** Everything is there and nothing speaks against sending it. */
  readonly complete: boolean
}

export type EligibilityRefusal = { readonly id: string; readonly text: Text; readonly refusal: Refusal }

/** `answers` may hold drafts, stale and refused values; it is never changed. */
export function session(service: CompiledService, answers: Answers, facts: FactSource, context: CaseContext): Session {
  const { definition } = service
  const scope = new CaseScope(service, answers, facts, context)
  const visible = service.pages
    .filter((page) => scope.pageShown(page) === 'shown')
    .map((page) => ({
      page,
      fields: page.fields.filter((field) => scope.shown(field) === 'shown').map((field) => sessionField(field, scope)),
    }))
  const pages = visible
    .filter(({ fields }) => fields.some((one) => one.state !== 'derived'))
    .map(({ page, fields }) => ({ page, fields, complete: fields.every((one) => one.complete) }))
  const fields = visible.flatMap((one) => one.fields)
  const askRole = definition.applicants.length > 1
  const documents = documentsOf(service, scope, context.uploads ?? [])
  const missingDocuments = documents.filter((one) => one.status === 'missing').map((one) => one.document.id)
  const rules = service.eligibility.map((rule) => ({ rule, decided: scope.holds(rule.require) }))
  const refusals = rules
    .filter(({ decided }) => decided.truth === false)
    .map(({ rule }) => ({ id: rule.id, text: rule.text, refusal: { code: 'not-eligible', at: rule.id } }))
  const late = scope.fact({ fact: 'isLate' })
  const days = scope.fact({ fact: 'daysSinceEvent' })
  const isLate = definition.report !== undefined && late.is === 'known' ? late.value === true : undefined
  const needsDecision = scope.fact({ fact: 'needsDecision' })
  const incomplete = pages.find((one) => !one.complete)
  const roleMissing =
    askRole && (context.applicantRole === undefined || !definition.applicants.includes(context.applicantRole))
  return {
    scope,
    pages,
    derived: fields.filter((one) => one.state === 'derived'),
    ...(incomplete === undefined ? {} : { firstIncompletePage: incomplete.page.id }),
    askRole,
    answersThatCount: countingAnswers(fields),
    problems: fields.flatMap((one) => one.problems),
    documents,
    missingDocuments,
    refusals,
    unclear: rules.flatMap(({ rule, decided }) =>
      decided.truth === 'unknown' ? [{ rule, missing: decided.missing }] : [],
    ),
    fee: definition.fee,
    ...(isLate === undefined ? {} : { late: isLate }),
    ...(days.is === 'known' && typeof days.value === 'number' ? { daysSinceEvent: days.value } : {}),
    ...(definition.report === undefined ? {} : { reportDays: definition.report.days }),
    needsDecision: needsDecision.is === 'known' && needsDecision.value === true,
    deadlineOfficeHours: definition.deadline.officeHours,
    questionsAsked: fields.filter((one) => one.state === 'asked').length + (askRole ? 1 : 0),
    questionsPrefilled: fields.filter((one) => one.state === 'prefilled').length,
    complete: incomplete === undefined && !roleMissing && refusals.length === 0 && missingDocuments.length === 0,
  }
}

function sessionField(field: Field, scope: CaseScope): SessionField {
  const derived = scope.derived(field)
  const required = scope.required(field)
  if (derived !== undefined)
    return { field, state: 'derived', answer: derived, required, problems: [], warnings: [], complete: true }
  const reading = scope.reading(field)
  const given = scope.given[field.key]
  const suggestion = scope.suggestion(field)
  const problems = [...reading.refusals, ...(reading.answer === undefined ? [] : further(field, reading.answer, scope))]
  const confirmed = scope.context.confirmed?.includes(field.key) === true
  const answered = reading.answer !== undefined || (given === undefined && !required)
  return {
    field,
    state: suggestion === undefined ? 'asked' : 'prefilled',
    ...(given === undefined ? {} : { answer: reading.answer ?? given }),
    ...(suggestion === undefined ? {} : { suggestion }),
    required,
    problems,
    warnings: reading.warnings,
    complete: answered && problems.length === 0 && (reading.warnings.length === 0 || confirmed),
  }
}

/** Rules that need other answers or the register: dates against dates, who may be chosen, whether a NIK was found. */
function further(field: Field, answer: Answer, scope: CaseScope): readonly Refusal[] {
  const at = field.key
  const refusals = [...checkRules(answer, field.check ?? [], at, scope)]
  if (
    field.type === 'person' &&
    typeof answer === 'object' &&
    'nik' in answer &&
    !('birthDate' in answer) &&
    !('personId' in answer)
  )
    refusals.push({ code: 'person-not-found', at })
  const { filter } = field.type === 'person' || field.type === 'people' ? field : {}
  if (filter !== undefined && !('none' in Object(answer))) {
    const candidates: readonly Answer[] = Array.isArray(answer) ? answer : [answer]
    if (candidates.some((one) => scope.fits(filter, one) === false)) refusals.push({ code: 'person-not-fitting', at })
  }
  return refusals
}

function countingAnswers(fields: readonly SessionField[]): Answers {
  const counting: Record<string, Answer> = {}
  for (const { field, answer, problems } of fields)
    if (answer !== undefined && problems.length === 0) counting[field.key] = answer
  return counting
}
