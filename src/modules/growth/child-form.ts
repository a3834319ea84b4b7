// From the form of a child's data to the facts: birth date or an age about, weights in grams, NIK or the mother's. Pure. Must stay
// true: all faults at once; a NIK is never required; an age of "120 months" is asked about as days, never corrected silently.
import { addDays, addMonths, type PlainDate } from '../../kernel/date.ts'
import { readNik } from '../../kernel/nik.ts'
import { readStoredName } from '../../kernel/person-name.ts'
import { readPhone } from '../../kernel/phone.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { readSixteenDigits } from '../../kernel/sixteen-digits.ts'
import type { ChildDetails, ChildRecord } from './child.ts'
import { parseDayParts } from './day-parts.ts'
import type { FormFields } from './measure-form.ts'
import { readTenthMm } from './rules/measurement.ts'
import { proposeAgeInDays } from './rules/slips.ts'

export type ChildFacts = Pick<
  ChildRecord,
  | 'name'
  | 'sex'
  | 'birthDate'
  | 'birthExact'
  | 'birthOrder'
  | 'nik'
  | 'motherName'
  | 'details'
  | 'birthWeightG'
  | 'birthLengthTenthMm'
  | 'birthHeadTenthMm'
  | 'gestationWeeks'
  | 'earlyBreastfed'
  | 'book'
>

const first = (fields: FormFields, name: string) => (fields[name]?.[0] ?? '').trim()
const TEXT_LENGTH = 120

/** `at` of a refusal is the box. */
export function readChildForm(fields: FormFields, today: PlainDate): Result<ChildFacts> {
  const refusals: Refusal[] = []
  const take = <T>(read: Result<T>): T | undefined => {
    if (read.ok) return read.value
    refusals.push(...read.refusals)
    return undefined
  }
  /** Something that may be left empty. */
  const maybe = <T>(name: string, read: (typed: string) => Result<T>): T | undefined => {
    const typed = first(fields, name)
    return typed === '' ? undefined : take(read(typed))
  }
  const name = take(readStoredName(first(fields, 'name'), 'name'))?.name
  const sex = first(fields, 'sex') === '1' ? 1 : first(fields, 'sex') === '2' ? 2 : undefined
  if (sex === undefined) refusals.push({ code: 'growth.sex-missing', at: 'sex' })
  const birth = take(readBirth(fields, today))
  const nik = maybe('nik', (typed) => {
    const read = readNik(typed, { today, at: 'nik' })
    return read.ok ? accept(read.value.nik) : read
  })
  const motherName = maybe('motherName', (typed) => readStoredName(typed, 'motherName'))?.name
  const motherNik = maybe('motherNik', (typed) => {
    const read = readNik(typed, { today, at: 'motherNik' })
    return read.ok ? accept(read.value.nik) : read
  })
  const kk = maybe('kk', (typed) => readSixteenDigits(typed, 'kk', 'kk'))
  const fatherName = maybe('fatherName', (typed) => readStoredName(typed, 'fatherName'))?.name
  const phone = maybe('phone', (typed) => readPhone(typed, 'phone'))
  const whole = (box: string, min: number, max: number) =>
    maybe(box, (typed) => {
      const number = Number(typed.replace(/\./g, ''))
      return /^\d{1,3}(\.?\d{3})?$/.test(typed) && number >= min && number <= max
        ? accept(number)
        : refuse('growth.birth-number', box, { min, max })
    })
  const birthOrder = whole('birthOrder', 1, 20)
  const birthWeightG = whole('birthWeight', 300, 7000)
  const gestationWeeks = whole('gestation', 20, 45)
  const size = (box: string, min: number, max: number) =>
    maybe(box, (typed) => {
      const read = readTenthMm(typed, box)
      return !read.ok || (read.value >= min * 100 && read.value <= max * 100)
        ? read
        : refuse('growth.birth-size', box, { min, max })
    })
  const birthLengthTenthMm = size('birthLength', 20, 70)
  const birthHeadTenthMm = size('birthHead', 15, 50)
  if (refusals.length > 0 || name === undefined || sex === undefined || birth === undefined) return refuseAll(refusals)
  const text = (box: string) => first(fields, box).slice(0, TEXT_LENGTH)
  const early = first(fields, 'early')
  const book = first(fields, 'book')
  const details: ChildDetails = {
    ...(motherNik === undefined ? {} : { motherNik }),
    ...(fatherName === undefined ? {} : { fatherName }),
    ...(kk === undefined ? {} : { kk }),
    ...(phone === undefined ? {} : { phone }),
    ...(text('address') === '' ? {} : { address: text('address') }),
    ...(text('rt') === '' ? {} : { rt: text('rt').slice(0, 4) }),
    ...(text('rw') === '' ? {} : { rw: text('rw').slice(0, 4) }),
  }
  return accept({
    name,
    sex,
    birthDate: birth.date,
    birthExact: birth.exact,
    ...(birthOrder === undefined ? {} : { birthOrder }),
    ...(nik === undefined ? {} : { nik }),
    ...(motherName === undefined ? {} : { motherName }),
    details,
    ...(birthWeightG === undefined ? {} : { birthWeightG }),
    ...(birthLengthTenthMm === undefined ? {} : { birthLengthTenthMm }),
    ...(birthHeadTenthMm === undefined ? {} : { birthHeadTenthMm }),
    ...(gestationWeeks === undefined ? {} : { gestationWeeks }),
    ...(early === 'yes' || early === 'no' ? { earlyBreastfed: early === 'yes' } : {}),
    ...(book === 'kia' || book === 'small-baby' ? { book } : {}),
  })
}

/** The day, or about so many months or days before today. */
function readBirth(
  fields: FormFields,
  today: PlainDate,
): Result<{ readonly date: PlainDate; readonly exact: boolean }> {
  const aged = first(fields, 'age')
  const parts = {
    day: first(fields, 'birth.day'),
    month: first(fields, 'birth.month'),
    year: first(fields, 'birth.year'),
  }
  if (aged !== '' && Object.values(parts).every((part) => part === '')) {
    const number = Number(aged)
    if (!/^\d{1,4}$/.test(aged)) return refuse('growth.age-number', 'age')
    if (first(fields, 'ageUnit') === 'days')
      return number < 1826 ? accept({ date: addDays(today, -number), exact: false }) : refuse('growth.too-old', 'age')
    if (number < 60) return accept({ date: addMonths(today, -number), exact: false })
    const days = proposeAgeInDays(number)
    return days === undefined
      ? refuse('growth.too-old', 'age')
      : refuse('growth.age-in-days', 'age', { months: number, about: Math.round(number / 30.4375) })
  }
  const read = parseDayParts(parts, 'birth', { today, when: 'past' })
  if (!read.ok) return read
  return read.value <= addMonths(today, -60)
    ? refuse('growth.too-old', 'birth')
    : accept({ date: read.value, exact: true })
}

/** The boxes of a known child, as somebody would type them. */
export function fieldsOfChild(child: ChildRecord): FormFields {
  const { details } = child
  const number = (value: number | undefined, by = 1): readonly string[] =>
    value === undefined ? [] : [String(value / by).replace('.', ',')]
  const text = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])
  const [year, month, day] = child.birthDate.split('-') as [string, string, string]
  return {
    name: [child.name],
    sex: [String(child.sex)],
    'birth.day': [String(Number(day))],
    'birth.month': [String(Number(month))],
    'birth.year': [year],
    nik: text(child.nik),
    motherName: text(child.motherName),
    motherNik: text(details.motherNik),
    fatherName: text(details.fatherName),
    kk: text(details.kk),
    phone: text(details.phone),
    address: text(details.address),
    rt: text(details.rt),
    rw: text(details.rw),
    birthOrder: number(child.birthOrder),
    birthWeight: number(child.birthWeightG),
    birthLength: number(child.birthLengthTenthMm, 100),
    birthHead: number(child.birthHeadTenthMm, 100),
    gestation: number(child.gestationWeeks),
    early: child.earlyBreastfed === undefined ? [] : [child.earlyBreastfed ? 'yes' : 'no'],
    book: text(child.book),
  }
}
