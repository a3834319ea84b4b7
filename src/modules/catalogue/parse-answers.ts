// From a posted form to typed answers: each field read by its type, refusals beside the fields they belong to, and what
// was typed kept as it was, so that the page can show it again. Must stay true: only the named fields are read; what a
// hand-made request adds is ignored.
import type { Refusal } from '../../kernel/refusal.ts'
import type { Answer } from './answers.ts'
import { type Field, fieldType } from './field-types/all.ts'
import type { Typed } from './field-types/field-type.ts'

/** A form as the edge hands it over: names may repeat. */
export type FormFields = Readonly<Record<string, readonly string[]>>

export type ParsedAnswers = {
  /** Per field of the page: its answer, or undefined when it was left empty or refused. */
  readonly answers: Readonly<Record<string, Answer | undefined>>
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly Refusal[]
  /** What was typed for the fields that were refused, by form name. */
  readonly typed: FormFields
  /** Keys whose warning the person has confirmed with this form (`confirm` = key). */
  readonly confirmed: readonly string[]
}

export type ParseContext = { readonly today: string; readonly region: string }

/** Reads the fields of one page. Names: `key`, parts as `key.day`, elements of lists as `key.0.part`, `confirm` for warnings. */
export function parseAnswers(fields: readonly Field[], form: FormFields, context: ParseContext): ParsedAnswers {
  const answers: Record<string, Answer | undefined> = {}
  const refusals: Refusal[] = []
  const warnings: Refusal[] = []
  const typed: Record<string, readonly string[]> = {}
  for (const field of fields) {
    const reading = fieldType(field).read(typedUnder(form, field.key), field, { ...context, at: field.key })
    answers[field.key] = reading.answer
    refusals.push(...reading.refusals)
    warnings.push(...reading.warnings)
    if (reading.refusals.length > 0) Object.assign(typed, sentUnder(form, field.key))
  }
  const keys = new Set(fields.map((field) => field.key))
  return { answers, refusals, warnings, typed, confirmed: (form.confirm ?? []).filter((key) => keys.has(key)) }
}

function typedUnder(form: FormFields, prefix: string): Typed {
  const nameOf = (part?: string) => (part === undefined ? prefix : `${prefix}.${part}`)
  const own = (name: string) => (Object.hasOwn(form, name) ? (form[name] ?? []) : [])
  return {
    first: (part) => own(nameOf(part))[0] ?? '',
    all: (part) => own(nameOf(part)),
    below: (part) => typedUnder(form, nameOf(part)),
    parts: () =>
      [
        ...new Set(
          Object.keys(sentUnder(form, prefix)).map((name) => name.slice(prefix.length + 1).split('.')[0] ?? ''),
        ),
      ].filter((part) => part !== ''),
  }
}

function sentUnder(form: FormFields, key: string): FormFields {
  return Object.fromEntries(Object.entries(form).filter(([name]) => name === key || name.startsWith(`${key}.`)))
}

/**
 * The form names and texts with which an answer is shown again: the other direction of `parseAnswers`, for drafts and
 * suggestions. Dates come in three parts, decimals with a comma.
 */
export function formOf(field: Field, answer: Answer | undefined): FormFields {
  const form: Record<string, string[]> = {}
  if (answer !== undefined) write(field, field.key, answer, form)
  return form
}

function write(field: Field, name: string, answer: Answer, form: Record<string, string[]>): void {
  if (field.type === 'date' && typeof answer === 'string') writeDate(name, answer, form)
  else if (field.type === 'decimal') form[name] = [String(answer).replace('.', ',')]
  else if (typeof answer === 'boolean') form[name] = [answer ? 'yes' : 'no']
  else if (field.type === 'list' && Array.isArray(answer)) {
    answer.forEach((item: Readonly<Record<string, Answer>> | string, index: number) => {
      if (typeof item === 'object')
        for (const part of field.fields) {
          const value = item[part.key]
          if (value !== undefined) write(part, `${name}.${index}.${part.key}`, value, form)
        }
    })
  } else if (Array.isArray(answer)) form[name] = answer.filter((one) => typeof one === 'string')
  else if (field.type === 'person' && typeof answer === 'object')
    writePerson(name, answer as Readonly<Record<string, unknown>>, form)
  else if (typeof answer === 'object') {
    for (const [part, value] of Object.entries(answer)) form[`${name}.${part}`] = [String(value)]
  } else form[name] = [String(answer)]
}

function writeDate(name: string, date: string, form: Record<string, string[]>): void {
  const [year = '', month = '', day = ''] = date.split('-')
  form[`${name}.day`] = [String(Number(day))]
  form[`${name}.month`] = [String(Number(month))]
  form[`${name}.year`] = [year]
}

function writePerson(name: string, answer: Readonly<Record<string, unknown>>, form: Record<string, string[]>): void {
  const way =
    'none' in answer ? 'none' : 'birthDate' in answer ? 'outsider' : 'nik' in answer ? 'nik' : String(answer.personId)
  form[name] = [way]
  for (const [part, value] of Object.entries(answer)) {
    if (part === 'none' || part === 'personId' || value === undefined) continue
    if (part === 'birthDate') writeDate(`${name}.birthDate`, String(value), form)
    else form[`${name}.${part}`] = [String(value)]
  }
}
