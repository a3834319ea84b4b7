// What a document looks like, as data: one JSON file a kind, shared by services and published with them.
// Must stay true: no code, no markup beyond **bold** and {placeholders}; every text has Indonesian, English where people
// read it; a template names all data it needs, so that a service can be checked before it is installed.
import * as v from 'valibot'

const key = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/))
const text = v.strictObject({ id: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })
const millimetres = v.pipe(v.number(), v.minValue(0), v.maxValue(297))
const points = v.pipe(v.number(), v.minValue(7), v.maxValue(26))

/** When a block or row is printed. `given` and `missing` name a field; `is` compares it with a literal. */
export type Guard =
  | { readonly given: string }
  | { readonly missing: string }
  | { readonly is: readonly [string, string] }
  | { readonly not: Guard }
  | { readonly all: readonly Guard[] }
  | { readonly any: readonly Guard[] }

const guard: v.GenericSchema<Guard> = v.lazy(() =>
  v.union([
    v.strictObject({ given: key }),
    v.strictObject({ missing: key }),
    v.strictObject({ is: v.tuple([key, v.string()]) }),
    v.strictObject({ not: guard }),
    v.strictObject({ all: v.pipe(v.array(guard), v.minLength(1)) }),
    v.strictObject({ any: v.pipe(v.array(guard), v.minLength(1)) }),
  ]),
)

const scalarField = v.strictObject({
  type: v.picklist(['text', 'name', 'date', 'time', 'integer', 'nik', 'kk', 'number', 'code']),
  label: text,
  /** A code list (`sex`, `religion`, …); only and always with type `code`. */
  list: v.optional(v.string()),
  optional: v.optional(v.literal(true)),
})
const listField = v.strictObject({
  type: v.literal('list'),
  label: text,
  fields: v.record(key, scalarField),
  optional: v.optional(v.literal(true)),
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
})

const common = { when: v.optional(guard), spaceMm: v.optional(millimetres) }
const row = v.strictObject({
  label: text,
  value: v.string(),
  bold: v.optional(v.literal(true)),
  when: v.optional(guard),
})
const column = v.strictObject({
  label: text,
  value: v.string(),
  /** Share of the table's width. */
  share: v.pipe(v.number(), v.minValue(0.2), v.maxValue(30)),
  align: v.optional(v.picklist(['left', 'center'])),
  group: v.optional(text),
})
const block = v.variant('block', [
  v.strictObject({ block: v.literal('corner'), label: text, value: v.string(), ...common }),
  v.strictObject({ block: v.literal('emblem'), of: v.picklist(['state', 'region']), sizeMm: millimetres, ...common }),
  v.strictObject({
    block: v.literal('heading'),
    lines: v.pipe(
      v.array(v.strictObject({ text: v.string(), en: v.optional(v.string()), size: v.optional(points) })),
      v.minLength(1),
    ),
    ...common,
  }),
  v.strictObject({ block: v.literal('letterhead'), lines: v.array(v.string()), ...common }),
  v.strictObject({
    block: v.literal('title'),
    text,
    size: v.optional(points),
    number: v.optional(v.string()),
    ...common,
  }),
  v.strictObject({
    block: v.literal('sentence'),
    text: v.string(),
    en: v.string(),
    align: v.optional(v.picklist(['left', 'center'])),
    size: v.optional(points),
    ...common,
  }),
  v.strictObject({ block: v.literal('name'), text: v.string(), ...common }),
  v.strictObject({
    block: v.literal('rows'),
    title: v.optional(text),
    rows: v.pipe(v.array(row), v.minLength(1)),
    /** Share of the width that labels take, 0.2 to 0.5. */
    labels: v.optional(v.pipe(v.number(), v.minValue(0.2), v.maxValue(0.5))),
    columns: v.optional(v.literal(2)),
    english: v.optional(v.literal(false)),
    ...common,
  }),
  v.strictObject({
    block: v.literal('table'),
    of: key,
    columns: v.pipe(v.array(column), v.minLength(1)),
    title: v.optional(text),
    size: v.optional(points),
    minRows: v.optional(v.pipe(v.number(), v.integer(), v.maxValue(10))),
    /** Column numbers (1) (2) … under the heads, as the family card has them. */
    counted: v.optional(v.literal(true)),
    ...common,
  }),
  v.strictObject({ block: v.literal('notes'), of: key, title: text, text: v.string(), ...common }),
])

export const templateSchema = v.strictObject({
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: text,
  /** False where layout or wording has not been seen on an official form. */
  confirmed: v.boolean(),
  legalBasis: v.pipe(v.array(v.string()), v.minLength(1)),
  page: v.strictObject({
    orientation: v.picklist(['portrait', 'landscape']),
    marginMm: v.pipe(v.number(), v.minValue(8), v.maxValue(30)),
    face: v.picklist(['serif', 'sans']),
    size: points,
  }),
  /** What the document is about: an extract belongs to its deed, a family card to the family, a letter to the person. */
  of: v.picklist(['person', 'family', 'deed']),
  /** One valid edition for each thing, or for each thing and number (a person may have two letters of one kind). */
  onePer: v.picklist(['thing', 'number']),
  validDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** The field that is the document's number. `secretNumber`: it may not be shown or put into the QR unmasked. */
  number: key,
  secretNumber: v.optional(v.literal(true)),
  /** Whose name (masked) and year of birth the verification page may show. */
  shown: v.strictObject({ name: key, birthDate: v.optional(key) }),
  /** The printed fields that someone with the paper may compare, in the order of the paper. */
  printed: v.pipe(v.array(key), v.minLength(2), v.maxLength(6)),
  fields: v.record(key, v.union([scalarField, listField])),
  blocks: v.pipe(v.array(block), v.minLength(2)),
  signature: v.strictObject({
    issued: text,
    role: text,
    /** The head of the family beside the signer, as on the family card. */
    holder: v.optional(v.strictObject({ role: text, name: v.string() })),
  }),
})

export type Template = v.InferOutput<typeof templateSchema>
export type Block = v.InferOutput<typeof block>
export type ScalarField = v.InferOutput<typeof scalarField>
export type ListField = v.InferOutput<typeof listField>
export type Field = ScalarField | ListField
export type BlockOf<B extends Block['block']> = Extract<Block, { block: B }>
export type Row = v.InferOutput<typeof row>
export type Column = v.InferOutput<typeof column>

/** What a document is filled with: one value a field, a list of such records for a list field. */
export type Scalar = string | number
export type Item = Readonly<Record<string, Scalar | undefined>>
export type DocumentData = Readonly<Record<string, Scalar | readonly Item[] | undefined>>

/** Printable words of codes: `lists.sex.P` = Perempuan / Female. */
export type CodeLists = Readonly<Record<string, Readonly<Record<string, { readonly id: string; readonly en: string }>>>>

/** Values of the issuing office that every template may print, beside its own fields, as `{office.regency}`. */
export const OFFICE_KEYS = ['regency', 'regencyName', 'province', 'office', 'address', 'contact', 'place'] as const
export type OfficeValues = {
  /** With its kind: "Kabupaten Balangan". */
  readonly regency: string
  /** Without it: "Balangan". */
  readonly regencyName: string
  /** "Kalimantan Selatan" */
  readonly province: string
  /** "Dinas Kependudukan dan Pencatatan Sipil" */
  readonly office: string
  readonly address: string
  /** Telephone or address of the counter, as printed in the letterhead. */
  readonly contact: string
  /** Where papers are issued: "Paringin". */
  readonly place: string
}
