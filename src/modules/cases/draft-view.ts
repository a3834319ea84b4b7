// From a session to what the draft's pages show. Pure: times arrive as words' ingredients, persons as candidates.
import { formatDate, formatTime } from '../../kernel/date-format.ts'
import { formatPhone } from '../../kernel/phone.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, type Language, type Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Answer } from '../catalogue/answers.ts'
import { CODE_LISTS, codeText } from '../catalogue/code-lists.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import { optionsOf } from '../catalogue/field-types/choice.ts'
import { formOf } from '../catalogue/parse-answers.ts'
import type { Session, SessionPage } from '../catalogue/session.ts'
import type { CaseFile } from './case.ts'
import type { FormData } from './form-fields.tsx'
import type { DraftPageView, DraftView } from './port.ts'
import { CASE_WORDS as w } from './words.ts'

const DRAFT_DAYS_MS = 30 * 86_400_000

/** The steps of a draft in order: role, pages, documents, review. */
export function stepsOf(session: Session): DraftView['steps'] {
  return [
    ...(session.askRole ? [{ id: 'role', label: w.roleStep, complete: true }] : []),
    ...session.pages.map((page) => ({ id: page.page.id, label: page.page.title, complete: page.complete })),
    ...(session.documents.some((one) => one.status !== 'held')
      ? [{ id: 'documents', label: w.documentsTitle, complete: session.missingDocuments.length === 0 }]
      : []),
    { id: 'review', label: w.toReview, complete: false },
  ]
}

/** Where a draft goes on: the role when it is open, the first page not in order, missing documents, else the summary. */
export function nextStep(session: Session, role: string | undefined): string {
  if (session.askRole && role === undefined) return 'role'
  if (session.firstIncompletePage !== undefined) return session.firstIncompletePage
  return session.missingDocuments.length > 0 ? 'documents' : 'review'
}

/** The step after a page that is in order: the next one of the list. */
export function stepAfter(session: Session, step: string): string {
  const steps = stepsOf(session)
  const index = steps.findIndex((one) => one.id === step)
  return steps[index + 1]?.id ?? 'review'
}

export function draftView(
  file: CaseFile,
  service: CompiledService,
  session: Session,
  zone: string,
  language: Language,
): DraftView {
  const until = file.applicantUntilMs ?? file.createdAtMs + DRAFT_DAYS_MS
  return {
    caseId: file.caseId,
    ...(file.number === undefined ? {} : { number: file.number }),
    serviceId: file.serviceId,
    serviceName: service.definition.texts.name,
    state: file.state,
    steps: stepsOf(session),
    roles: CODE_LISTS.applicantRole
      .filter((row) => service.definition.applicants.includes(row.code))
      .map((row) => ({ value: row.code, label: row.text })),
    ...(file.applicantRole === undefined ? {} : { role: file.applicantRole }),
    savedAt: formatTime(file.updatedAtMs, zone, language),
    keptUntil: formatDate(todayIn(zone, until), language),
  }
}

/** The texts in the boxes of a page: what was refused, else the answer, else the suggestion. */
export function valuesOfPage(page: SessionPage, typed: FormData['values']): FormData['values'] {
  const values: Record<string, readonly string[]> = {}
  for (const one of page.fields) {
    const { key } = one.field
    const refused = Object.entries(typed).filter(([name]) => name === key || name.startsWith(`${key}.`))
    Object.assign(
      values,
      refused.length > 0 ? Object.fromEntries(refused) : formOf(one.field, one.answer ?? one.suggestion),
    )
  }
  return values
}

export type PageParts = {
  readonly page: SessionPage
  readonly typed: FormData['values']
  readonly problems: readonly Refusal[]
  readonly warnings: readonly Refusal[]
  readonly opened: readonly string[]
  readonly candidates: FormData['candidates']
  readonly villages: FormData['villages']
  readonly villageSource: string
  readonly pictures: FormData['pictures']
  readonly faults: DraftPageView['faults']
  readonly short: DraftPageView['short'] | undefined
  readonly tell: (refusal: Refusal) => string
}

export function draftPageView(view: DraftView, parts: PageParts): DraftPageView {
  const errors: Record<string, string> = {}
  for (const problem of parts.problems) if (problem.at !== undefined) errors[problem.at] ??= parts.tell(problem)
  const form: FormData = {
    values: valuesOfPage(parts.page, parts.typed),
    errors,
    candidates: parts.candidates,
    villages: parts.villages,
    villageSource: parts.villageSource,
    pictures: parts.pictures,
  }
  const { page, problems, warnings, opened, faults, short } = parts
  return { ...view, page, form, problems, warnings, opened, faults, ...(short === undefined ? {} : { short }) }
}

/** An answer in words, for the summary. `nameOf` gives the name of a person of the register. */
export function answerInWords(
  field: SessionPage['fields'][number]['field'],
  answer: Answer | undefined,
  nameOf: (personId: string) => string | undefined,
  villageName: (code: string) => string | undefined,
): Text {
  const same = (text: string): Text => ({ id: text, en: text })
  if (answer === undefined) return { id: 'tidak diisi', en: 'left empty' }
  if (typeof answer === 'boolean') return answer ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' }
  if (field.type === 'choice')
    return (
      optionsOf(field).find((option) => option.value === answer)?.label ??
      (field.list === undefined ? undefined : codeText(field.list, String(answer))) ??
      same(String(answer))
    )
  if (field.type === 'date' && typeof answer === 'string')
    return { id: formatDate(answer, 'id'), en: formatDate(answer, 'en') }
  if (field.type === 'time' && typeof answer === 'string') return same(answer.replace(':', '.'))
  if (field.type === 'phone' && typeof answer === 'string') return same(formatPhone(answer))
  if (field.type === 'village' && typeof answer === 'string') return same(villageName(answer) ?? answer)
  if ((field.type === 'integer' || field.type === 'decimal') && field.unit !== undefined)
    return { id: `${String(answer).replace('.', ',')} ${field.unit.id}`, en: `${answer} ${field.unit.en}` }
  if (Array.isArray(answer))
    return field.type === 'people'
      ? same(answer.map((id) => nameOf(String(id)) ?? '?').join(', '))
      : { id: fill('{n} isian', { n: answer.length }), en: `${answer.length} entries` }
  if (typeof answer === 'object') {
    if ('none' in answer) return { id: 'Tidak diketahui', en: 'Not known' }
    if ('street' in answer)
      return same(`${answer.street}, RT ${answer.rt} RW ${answer.rw}, ${villageName(answer.village) ?? answer.village}`)
    if ('name' in answer && typeof answer.name === 'string') return same(answer.name)
    if ('personId' in answer && typeof answer.personId === 'string') return same(nameOf(answer.personId) ?? '?')
  }
  return same(String(answer))
}
