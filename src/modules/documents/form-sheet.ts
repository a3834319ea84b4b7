// A paper form that is filled in: what stands on it, and the template it is printed with by the one engine. Pure. Must stay true: what
// people wrote is data, never markup; nothing is left out, letters that no font has are shown as a box.
import { unprintable } from './render/fonts.ts'
import type { Block, DocumentData, ScalarField, Template } from './template.ts'

export type FormRow = { readonly label: string; readonly value: string }
/** Some rows below a small heading: a person, an item of a list; without one they belong to the section itself. */
export type FormPart = { readonly heading?: string; readonly rows: readonly FormRow[] }
export type FormSheet = {
  readonly code: string
  readonly title: string
  /** Number of the application it was filled in from. */
  readonly number: string
  readonly boxes: readonly { readonly label: string; readonly isTicked: boolean }[]
  readonly statement?: string
  readonly sections: readonly { readonly title: string; readonly parts: readonly FormPart[] }[]
  readonly attachments: readonly FormRow[]
  readonly signer: { readonly role: string; readonly name: string; readonly place: string; readonly date: string }
  /** Where it was printed from, for the foot. */
  readonly origin: string
}

export type SheetTemplate = Pick<Template, 'kind' | 'name' | 'page' | 'fields' | 'blocks'>

const same = (text: string) => ({ id: text, en: text })
const BOX = '□'

/** A text as the fonts of papers can show it: a letter that none has is a box. */
export const printable = (text: string): string => {
  const missing = new Set(unprintable(text))
  return missing.size === 0 ? text : [...text.normalize('NFC')].map((one) => (missing.has(one) ? BOX : one)).join('')
}

/** The pages of a sheet: each value a field of its own, so that no brace or star of somebody's name means anything. */
export function sheetTemplate(sheet: FormSheet): { readonly template: SheetTemplate; readonly data: DocumentData } {
  const fields: Record<string, ScalarField> = {}
  const data: Record<string, string> = {}
  const put = (text: string): string => {
    const name = `v${Object.keys(fields).length}`
    fields[name] = { type: 'text', label: same(name) }
    data[name] = printable(text)
    return `{${name}}`
  }
  const rowsOf = (rows: readonly FormRow[], heading: string | undefined): Block => ({
    block: 'rows',
    english: false,
    labels: 0.34,
    spaceMm: 1.5,
    ...(rows.length > 3 && rows.every((row) => row.value.length <= 60) ? { columns: 2 as const, labels: 0.42 } : {}),
    ...(heading === undefined ? {} : { title: same(heading) }),
    rows: rows.map((row) => ({ label: same(printable(row.label)), value: put(row.value) })),
  })
  const head = (text: string): Block => ({ block: 'title', text: same(text), size: 9.5, spaceMm: 3.5 })
  const line = (text: string, spaceMm: number): Block => ({ block: 'sentence', text, en: '', align: 'left', spaceMm })
  const blocks: Block[] = [
    { block: 'corner', label: same(''), value: sheet.code },
    { block: 'title', text: same(sheet.title.toLocaleUpperCase('id-ID')), size: 13, spaceMm: 1 },
    line(`Nomor permohonan: **${put(sheet.number)}**`, 2),
    ...(sheet.boxes.length === 0
      ? []
      : [
          {
            block: 'rows' as const,
            english: false as const,
            columns: 2 as const,
            labels: 0.7,
            spaceMm: 2,
            rows: sheet.boxes.map(({ label, isTicked }) => ({
              label: same(label),
              value: isTicked ? '[ X ]' : '[   ]',
              ...(isTicked ? { bold: true as const } : {}),
            })),
          },
        ]),
    ...(sheet.statement === undefined ? [] : [line(sheet.statement, 3)]),
    ...sheet.sections.flatMap((section) => [
      head(section.title.toLocaleUpperCase('id-ID')),
      ...section.parts.filter(({ rows }) => rows.length > 0).map(({ rows, heading }) => rowsOf(rows, heading)),
    ]),
    ...(sheet.attachments.length === 0
      ? []
      : [head('PERSYARATAN YANG DILAMPIRKAN'), rowsOf(sheet.attachments, undefined)]),
  ]
  return {
    data,
    template: {
      kind: sheet.code,
      name: same(`Formulir ${sheet.code}`),
      page: { orientation: 'portrait', marginMm: 15, face: 'sans', size: 9 },
      fields,
      blocks,
    },
  }
}
