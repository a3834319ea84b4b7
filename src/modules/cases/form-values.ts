// What stands in the boxes of a form: what was typed when it was refused, else what the answers or the register say.
// The inverse of the catalogue's reading, pure. Names of inputs are the field's key and its parts (`birthDate.day`).
import type { Answer } from '../catalogue/answers.ts'
import type { Field } from '../catalogue/field-types/all.ts'

export type Values = Readonly<Record<string, readonly string[]>>

/** The texts of one stored answer, by input name. */
export function valuesOf(
  field: Pick<Field, 'type' | 'key'> & { readonly fields?: readonly Pick<Field, 'type' | 'key'>[] },
  answer: Answer | undefined,
  name: string = field.key,
): Values {
  if (answer === undefined) return {}
  const values: Record<string, readonly string[]> = {}
  const put = (part: string, value: unknown): void => {
    if (value !== undefined && value !== null) values[part === '' ? name : `${name}.${part}`] = [String(value)]
  }
  if (field.type === 'date' && typeof answer === 'string') putDate(put, '', answer)
  else if (field.type === 'time' && typeof answer === 'string') put('', answer.replace(':', '.'))
  else if (field.type === 'decimal') put('', String(answer).replace('.', ','))
  else if (field.type === 'yes-no') put('', answer === true ? 'yes' : 'no')
  else if (field.type === 'people' && Array.isArray(answer)) values[name] = answer.map(String)
  else if (field.type === 'list' && Array.isArray(answer))
    answer.forEach((item, index) => {
      for (const part of field.fields ?? [])
        Object.assign(
          values,
          valuesOf(part, (item as Record<string, Answer>)[part.key], `${name}.${index}.${part.key}`),
        )
    })
  else if (field.type === 'person') putPerson(put, answer as Readonly<Record<string, unknown>>)
  else if (typeof answer === 'object') for (const [part, value] of Object.entries(answer)) put(part, value)
  else put('', answer)
  return values
}

type Put = (part: string, value: unknown) => void

function putDate(put: Put, prefix: string, date: string): void {
  const [year, month, day] = date.split('-')
  const at = prefix === '' ? '' : `${prefix}.`
  put(`${at}day`, Number(day))
  put(`${at}month`, Number(month))
  put(`${at}year`, year)
}

function putPerson(put: Put, answer: Readonly<Record<string, unknown>>): void {
  if ('none' in answer) {
    put('', 'none')
    return
  }
  if ('birthDate' in answer) {
    put('', 'outsider')
    for (const part of ['name', 'nik', 'travelDocument', 'birthPlace', 'citizenship', 'sex']) put(part, answer[part])
    putDate(put, 'birthDate', String(answer.birthDate))
    return
  }
  if ('nik' in answer) {
    put('', 'nik')
    put('nik', answer.nik)
    put('name', answer.name)
    return
  }
  put('', answer.personId)
}

/** The first text of an input, empty when there is none. */
export function textOf(values: Values, name: string): string {
  return values[name]?.[0] ?? ''
}

/** How many elements of a list have texts. */
export function countItems(values: Values, name: string): number {
  let most = -1
  for (const key of Object.keys(values)) {
    const match = key.startsWith(`${name}.`) ? /^(\d{1,3})\./.exec(key.slice(name.length + 1)) : null
    if (match !== null) most = Math.max(most, Number(match[1]))
  }
  return most + 1
}
