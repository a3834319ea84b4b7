// A question of a definition as one or more short questions of a talk, and a reply as the texts a form would send. Pure. Must
// stay true: nothing is decided here; what a page would refuse is refused by the same code, later.
import type { Text } from '../../kernel/text.ts'
import type { Field } from '../catalogue/field-types/all.ts'
import { optionsOf } from '../catalogue/field-types/choice.ts'
import type { Candidate } from './form-fields.tsx'

export type ChatOption = { readonly value: string; readonly label: Text }
export type ChatPart = {
  /** The input name of the form: `witness1.nik`. */
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  readonly kind: 'text' | 'date' | 'village' | 'picture'
  readonly options?: readonly ChatOption[]
  /** Several numbers may be given. */
  readonly many?: true
  readonly optional?: true
}
export type Partial = Readonly<Record<string, readonly string[]>>

const t = (id: string, en: string): Text => ({ id, en })
const YES: readonly ChatOption[] = [
  { value: 'yes', label: t('Ya', 'Yes') },
  { value: 'no', label: t('Tidak', 'No') },
]
const P = {
  nik: t('NIK (16 angka)', 'NIK (16 digits)'),
  name: t('Nama lengkap seperti di KTP', 'Full name as on the card'),
  travel: t('Nomor paspor', 'Passport number'),
  birthPlace: t('Tempat lahir', 'Place of birth'),
  birthDate: t('Tanggal lahir, misalnya 5-3-1990', 'Date of birth, for example 5-3-1990'),
  citizenship: t('Kewarganegaraan', 'Citizenship'),
  sex: t('Jenis kelamin', 'Sex'),
  street: t('Nama jalan atau dusun', 'Street or hamlet'),
  rt: t('RT', 'RT'),
  rw: t('RW', 'RW'),
  village: t('Nama desa atau kelurahan', 'Name of the village'),
  postal: t('Kode pos', 'Postal code'),
  byNik: t('Orang lain, dengan NIK', 'Someone else, by NIK'),
  outsider: t('Tidak terdaftar di sini', 'Not registered here'),
  none: t('Tidak diketahui', 'Not known'),
  more: t('Tambah lagi?', 'One more?'),
} as const

const has = (given: Partial, name: string): boolean => name in given || `${name}.day` in given
const only = (given: Partial, name: string): string => given[name]?.[0] ?? ''

/** The next short question of a field, given what was replied so far; undefined when all is said. */
export function nextPart(field: Field, given: Partial, candidates: readonly Candidate[]): ChatPart | undefined {
  return partsOf(field, field.key, given, candidates).find((part) => !has(given, part.name))
}

function partsOf(field: Field, name: string, given: Partial, candidates: readonly Candidate[]): readonly ChatPart[] {
  const optional = field.required === false ? ({ optional: true } as const) : {}
  const base = { name, label: field.label, ...(field.hint === undefined ? {} : { hint: field.hint }), ...optional }
  switch (field.type) {
    case 'choice':
      return [{ ...base, kind: 'text', options: optionsOf(field) }]
    case 'yes-no':
      return [{ ...base, kind: 'text', options: YES }]
    case 'date':
      return [{ ...base, kind: 'date' }]
    case 'village':
      return [{ ...base, kind: 'village' }]
    case 'photo':
      return [{ ...base, kind: 'picture' }]
    case 'people':
      return [{ ...base, kind: 'text', many: true, options: candidates.map(optionOf) }]
    case 'address':
      return [
        { name: `${name}.street`, label: withTitle(field.label, P.street), kind: 'text' },
        { name: `${name}.rt`, label: P.rt, kind: 'text' },
        { name: `${name}.rw`, label: P.rw, kind: 'text' },
        { name: `${name}.village`, label: P.village, kind: 'village' },
        { name: `${name}.postalCode`, label: P.postal, kind: 'text', optional: true },
      ]
    case 'person':
      return personParts(field, name, given, candidates)
    case 'list':
      return listParts(field, name, given, candidates)
    default:
      return [{ ...base, kind: 'text' }]
  }
}

const withTitle = (title: Text, part: Text): Text => ({ id: `${title.id}: ${part.id}`, en: `${title.en}: ${part.en}` })
const optionOf = (one: Candidate): ChatOption => ({
  value: one.personId,
  label: { id: `${one.name} (${one.detail.id})`, en: `${one.name} (${one.detail.en})` },
})

function personParts(
  field: Extract<Field, { type: 'person' }>,
  name: string,
  given: Partial,
  candidates: readonly Candidate[],
): readonly ChatPart[] {
  const options: ChatOption[] = [
    ...(field.from.includes('family') ? candidates.map(optionOf) : []),
    ...(field.from.includes('nik') ? [{ value: 'nik', label: P.byNik }] : []),
    ...(field.from.includes('outsider') ? [{ value: 'outsider', label: P.outsider }] : []),
    ...(field.from.includes('none') ? [{ value: 'none', label: P.none }] : []),
  ]
  const sole = options.length === 1 ? options[0]!.value : undefined
  const way = sole ?? only(given, name)
  const part = (key: string, label: Text, more: Omit<ChatPart, 'name' | 'label'> = { kind: 'text' }): ChatPart => ({
    name: `${name}.${key}`,
    label: withTitle(field.short ?? field.label, label),
    ...more,
  })
  const ask: readonly ChatPart[] =
    sole === undefined
      ? [
          {
            name,
            label: field.label,
            kind: 'text',
            options,
            ...(field.required === false ? { optional: true as const } : {}),
          },
        ]
      : []
  if (way === 'nik') return [...ask, part('nik', P.nik), part('name', P.name)]
  if (way !== 'outsider') return ask
  return [
    ...ask,
    part('name', P.name),
    part('nik', P.nik, { kind: 'text', optional: true }),
    ...(has(given, `${name}.nik`) && only(given, `${name}.nik`) === '' ? [part('travelDocument', P.travel)] : []),
    part('birthPlace', P.birthPlace),
    part('birthDate', P.birthDate, { kind: 'date' }),
    part('citizenship', P.citizenship, {
      kind: 'text',
      options: [
        { value: 'WNI', label: t('WNI', 'Indonesian') },
        { value: 'OA', label: t('Orang asing', 'Foreigner') },
      ],
    }),
    part('sex', P.sex, {
      kind: 'text',
      options: [
        { value: 'L', label: t('Laki-laki', 'Male') },
        { value: 'P', label: t('Perempuan', 'Female') },
      ],
    }),
  ]
}

function listParts(
  field: Extract<Field, { type: 'list' }>,
  name: string,
  given: Partial,
  candidates: readonly Candidate[],
): readonly ChatPart[] {
  const parts: ChatPart[] = []
  for (let n = 0; n < (field.max ?? 20); n++) {
    const more = `${name}.more.${n}`
    if (n > 0 || field.required === false) {
      const label = n === 0 ? field.label : withTitle(field.item, P.more)
      parts.push({ name: more, label, kind: 'text', options: YES })
      if (only(given, more) !== 'yes') return parts
    }
    for (const item of field.fields)
      parts.push(
        ...partsOf(item, `${name}.${n}.${item.key}`, given, candidates).map((part, at) =>
          at === 0
            ? {
                ...part,
                label: withTitle({ id: `${field.item.id} ${n + 1}`, en: `${field.item.en} ${n + 1}` }, part.label),
              }
            : part,
        ),
      )
  }
  return parts
}

/** What the form needs beside the replies: the way of a person when there was only one. */
export function completed(field: Field, given: Partial): Partial {
  if (field.type === 'person' && !(field.key in given) && `${field.key}.nik` in given)
    return { ...given, [field.key]: ['nik'] }
  return given
}

export type Reply = { readonly fields: Partial } | { readonly again: 'number' | 'date' | 'picture' }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const SKIP = /^(-|0|lewati|kosong|skip)$/i

/** Reads a reply to a short question as form fields. */
export function readReply(part: ChatPart, typed: string): Reply {
  const text = typed.trim()
  if (part.optional === true && SKIP.test(text)) return { fields: { [part.name]: [''] } }
  if (part.kind === 'picture') return { again: 'picture' }
  if (part.options !== undefined) {
    const { options } = part
    const numbers = part.many === true ? text.split(/[\s,;]+|\bdan\b/).filter((one) => one !== '') : [text]
    const chosen = numbers.map(
      (one) =>
        (/^\d{1,3}$/.test(one) ? options[Number(one) - 1] : undefined) ??
        options.find((option) =>
          [option.label.id, option.label.en].some((word) => word.toLowerCase() === one.toLowerCase()),
        ),
    )
    return chosen.length === 0 || chosen.some((one) => one === undefined)
      ? { again: 'number' }
      : { fields: { [part.name]: chosen.map((one) => one!.value) } }
  }
  if (part.kind === 'date') {
    const found = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}+)[\s./-]+(\d{4})$/u.exec(text)
    if (found === null) return { again: 'date' }
    const [, day = '', word = '', year = ''] = found
    const month = /^\d+$/.test(word) ? word : String(MONTHS.indexOf(word.toLowerCase().slice(0, 3)) + 1)
    return { fields: { [`${part.name}.day`]: [day], [`${part.name}.month`]: [month], [`${part.name}.year`]: [year] } }
  }
  return { fields: { [part.name]: [text] } }
}
