// The paper forms of 2019 (F-1.01, F-2.01 and the like) as data: which question stands in which part of which form. Pure. Must stay
// true: a form shows every question of the services that name it, each once; what a region adds of its own has a place at the end.
import * as v from 'valibot'
import type { CompiledService } from './compile.ts'
import { type Fault, readShape } from './fault.ts'
import { TextSchema } from './schema-parts.ts'

const key = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/))

export const PrintedFormSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** As in the law: "F-2.01". */
  code: v.pipe(v.string(), v.regex(/^F-[1-9]\.\d{2}$/)),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: TextSchema,
  /** False where the layout has not been compared with a form in use. */
  confirmed: v.boolean(),
  legalBasis: v.pipe(v.array(v.string()), v.minLength(1)),
  /** The boxes at the top, one of them ticked: which services each stands for. */
  events: v.optional(
    v.array(v.strictObject({ label: TextSchema, services: v.pipe(v.array(v.string()), v.minLength(1)) })),
  ),
  /** What whoever signs it states. */
  statement: v.optional(TextSchema),
  /** Keys of questions in the order of the paper; `applicant` is whoever applies. */
  sections: v.pipe(
    v.array(v.strictObject({ id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)), title: TextSchema, fields: v.array(key) })),
    v.minLength(1),
  ),
  signer: TextSchema,
})
export type PrintedForm = v.InferOutput<typeof PrintedFormSchema>
export const APPLICANT = 'applicant'

export const formFile = (code: string): string => `services/shared/forms/${code}.json`
/** Codes of the law are paper; the others (a page, an internal list) have no form to print. */
export const isPaper = (code: string): boolean => code.startsWith('F-')

/** Reads forms by code; what is wrong with one is a fault with its place. */
export function readForms(raw: Readonly<Record<string, unknown>>): {
  readonly forms: ReadonlyMap<string, PrintedForm>
  readonly faults: readonly Fault[]
} {
  const forms = new Map<string, PrintedForm>()
  const faults: Fault[] = []
  for (const [code, data] of Object.entries(raw)) {
    const file = formFile(code)
    const read = readShape(PrintedFormSchema, data, file)
    faults.push(...read.faults)
    if (read.value === undefined) continue
    if (read.value.code !== code)
      faults.push({ file, pointer: '/code', message: `the code is "${read.value.code}", the file "${code}.json"` })
    const seen = new Set<string>()
    read.value.sections.forEach((section, index) => {
      section.fields.forEach((field, at) => {
        const pointer = `/sections/${index}/fields/${at}`
        if (seen.has(field)) faults.push({ file, pointer, message: `"${field}" has a place on this form already` })
        seen.add(field)
      })
    })
    forms.set(code, read.value)
  }
  return { forms, faults }
}

const placesOf = (form: PrintedForm): readonly string[] => form.sections.flatMap((section) => section.fields)

/** What a service still owes the forms it names. `inherited` are forms of the program that a region's own service leans on. */
export function checkFormsOf(
  service: CompiledService,
  forms: ReadonlyMap<string, PrintedForm>,
  inherited: ReadonlyMap<string, PrintedForm>,
): readonly Fault[] {
  const file = `services/${service.id}/service.json`
  const faults: Fault[] = []
  const named = service.definition.forms.filter(isPaper)
  named.forEach((code, index) => {
    const pointer = `/forms/${index}`
    const form = forms.get(code)
    if (form === undefined && !inherited.has(code))
      faults.push({ file, pointer, message: `there is no form "${code}"` })
    const ticks = form?.events?.filter((event) => event.services.includes(service.id)).length
    if (ticks !== undefined && ticks !== 1)
      faults.push({ file, pointer, message: `${ticks} boxes of form ${code} stand for "${service.id}", not one` })
  })
  const own = named.flatMap((code) => forms.get(code) ?? [])
  if (own.length === 0 || own.length < named.length) return faults
  const places = new Set(own.flatMap(placesOf))
  for (const key of Object.keys(service.fields))
    if (!places.has(key))
      faults.push({ file, pointer: '/forms', message: `question "${key}" has no place on ${named.join(', ')}` })
  return faults
}

/** Places and boxes of a form that no service of the folder uses. */
export function checkUnused(
  forms: ReadonlyMap<string, PrintedForm>,
  services: readonly CompiledService[],
): readonly Fault[] {
  const faults: Fault[] = []
  for (const form of forms.values()) {
    const users = services.filter((service) => service.definition.forms.includes(form.code))
    const asked = new Set([APPLICANT, ...users.flatMap((service) => Object.keys(service.fields))])
    const file = formFile(form.code)
    form.sections.forEach((section, index) => {
      section.fields.forEach((field, at) => {
        if (!asked.has(field))
          faults.push({ file, pointer: `/sections/${index}/fields/${at}`, message: `no service asks "${field}"` })
      })
    })
    form.events?.forEach((event, index) => {
      event.services.forEach((id, at) => {
        if (!users.some((service) => service.id === id))
          faults.push({
            file,
            pointer: `/events/${index}/services/${at}`,
            message: `"${id}" does not use ${form.code}`,
          })
      })
    })
  }
  return faults
}
