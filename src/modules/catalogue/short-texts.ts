// A sentence for each page of questions in a language of the region, as data beside the service. Pure. Must stay true: a text that no
// native speaker has confirmed says so where it is shown; a page without one has its Indonesian words only.
import * as v from 'valibot'
import type { CompiledService } from './compile.ts'
import { type Fault, readShape } from './fault.ts'

export const SHORT_LANGUAGES = ['bjn'] as const
export type ShortLanguage = (typeof SHORT_LANGUAGES)[number]

export const ShortTextsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** ISO 639-3: `bjn` is Banjar. */
  language: v.picklist(SHORT_LANGUAGES),
  /** True once a native speaker of the office has read them. */
  confirmed: v.boolean(),
  /** By id of the page. */
  pages: v.record(v.string(), v.pipe(v.string(), v.minLength(3), v.maxLength(160))),
})
export type ShortTexts = v.InferOutput<typeof ShortTextsSchema>
export type ShortText = { readonly language: ShortLanguage; readonly text: string; readonly confirmed: boolean }

export const shortFile = (service: string, language: string): string => `services/${service}/short/${language}.json`

export function checkShortTexts(service: CompiledService, raw: Readonly<Record<string, unknown>>): readonly Fault[] {
  return Object.entries(raw).flatMap(([language, data]) => {
    const file = shortFile(service.id, language)
    const { value, faults } = readShape(ShortTextsSchema, data, file)
    if (value === undefined) return faults
    const misnamed =
      value.language === language
        ? []
        : [{ file, pointer: '/language', message: `the language is "${value.language}", the file "${language}.json"` }]
    const lost = Object.keys(value.pages)
      .filter((page) => !service.pages.some(({ id }) => id === page))
      .map((page) => ({ file, pointer: `/pages/${page}`, message: `the service has no page "${page}"` }))
    return [...misnamed, ...lost]
  })
}
