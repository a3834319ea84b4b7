// What the form asks before it believes unusual figures: one question each, with the past figure beside, and the figure that
// was probably meant as a button. Pure. Must stay true: a question never blames, and never forbids to save.
import { formatDate, formatMonth } from '../../kernel/date-format.ts'
import { decimal, formatDecimal } from '../../kernel/decimal.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { StoredMeasurement } from './child.ts'
import { BOXES } from './measure-form.ts'
import { monthOf, monthsBetween } from './rules/measurement.ts'
import { type Finding, isImpossible, type MeasureKind } from './rules/measuring.ts'
import { proposeSlip } from './rules/slips.ts'
import type { Sex } from './zscores.ts'

export type Question = { readonly at?: string; readonly text: Text }
export type Proposal = {
  /** "Pakai 7,2 kg". */
  readonly label: Text
  /** Boxes and what to write in them, as the person would. */
  readonly boxes: Readonly<Record<string, string>>
}
export type Asking = {
  readonly questions: readonly Question[]
  readonly proposal?: Proposal
  /** Figures to be read a second time. */
  readonly again: readonly MeasureKind[]
}

const kg = (g: number, language: Language) => formatDecimal(decimal(g / 1000), language)
const cm = (tenthMm: number, language: Language) => formatDecimal(decimal(tenthMm / 100), language)
const figure = (kind: MeasureKind, value: number, language: Language) =>
  kind === 'weightG' ? `${kg(value, language)} kg` : `${cm(value, language)} cm`
const NAMES: Readonly<Record<MeasureKind, Text>> = {
  weightG: { id: 'Berat', en: 'Weight' },
  lengthHeightTenthMm: { id: 'Panjang atau tinggi', en: 'Length or height' },
  armTenthMm: { id: 'LiLA', en: 'Arm circumference' },
  headTenthMm: { id: 'Lingkar kepala', en: 'Head circumference' },
}
const both = (tell: (language: Language) => string): Text => ({ id: tell('id'), en: tell('en') })

/** The questions about a measuring that was not saved yet. */
export function askAbout(sex: Sex, findings: readonly Finding[], judged: StoredMeasurement): Asking {
  const again = new Set<MeasureKind>()
  const past = findings.find(({ code }) => code === 'weight-jump')?.past
  for (const { code, at } of findings) {
    if (at !== undefined && at !== 'position') again.add(at)
    if (code === 'implausible-score' && judged.weightG !== undefined) again.add('weightG')
    if (code === 'implausible-score' && judged.lengthHeightTenthMm !== undefined) again.add('lengthHeightTenthMm')
  }
  const questions = findings.map((finding) => questionOf(finding, judged))
  const slip = proposeSlip({ sex, ageDays: judged.ageDays }, judged, past)
  const boxes: Record<string, string> = {}
  if (slip?.instead.weightG !== undefined) boxes.weight = kg(slip.instead.weightG, 'id')
  if (slip?.instead.lengthHeightTenthMm !== undefined) boxes.length = cm(slip.instead.lengthHeightTenthMm, 'id')
  const proposal: Proposal | undefined =
    slip === undefined
      ? undefined
      : {
          boxes,
          label: both((l) => {
            const parts = [
              ...(slip.instead.weightG === undefined ? [] : [`${kg(slip.instead.weightG, l)} kg`]),
              ...(slip.instead.lengthHeightTenthMm === undefined
                ? []
                : [`${cm(slip.instead.lengthHeightTenthMm, l)} cm`]),
            ].join(l === 'id' ? ' dan ' : ' and ')
            if (slip.kind === 'swapped') return l === 'id' ? `Tertukar: pakai ${parts}` : `Swapped: use ${parts}`
            return l === 'id' ? `Pakai ${parts}` : `Use ${parts}`
          }),
        }
  return { questions, again: [...again], ...(proposal === undefined ? {} : { proposal }) }
}

function jump({ value, past, pastDate }: Finding, date: string): Text {
  return both((l) => {
    const lastMonth = monthsBetween(monthOf(pastDate!), monthOf(date)) === 1
    const when = lastMonth
      ? l === 'id'
        ? 'Bulan lalu'
        : 'Last month'
      : monthOf(pastDate!) === monthOf(date)
        ? formatDate(pastDate!, l)
        : formatMonth(pastDate!, l)
    return l === 'id'
      ? `${when} ${kg(past!, l)} kg, sekarang ${kg(value!, l)} kg? Timbang lagi, atau pastikan.`
      : `${when} ${kg(past!, l)} kg, now ${kg(value!, l)} kg? Weigh again, or confirm.`
  })
}

function questionOf(finding: Finding, judged: StoredMeasurement): Question {
  const { code, at } = finding
  switch (code) {
    case 'weight-jump':
      return { at: 'weight', text: jump(finding, judged.date) }
    case 'shrunk':
      return {
        at: 'length',
        text: both((l) =>
          l === 'id'
            ? `${formatDate(finding.pastDate!, l)} ${cm(finding.past!, l)} cm, sekarang ${cm(finding.value!, l)} cm. Anak tidak menyusut: ukur lagi.`
            : `${formatDate(finding.pastDate!, l)} ${cm(finding.past!, l)} cm, now ${cm(finding.value!, l)} cm. A child does not shrink: measure again.`,
        ),
      }
    case 'measured-today':
      return {
        at: 'weight',
        text: both((l) =>
          l === 'id'
            ? `Tanggal ${formatDate(finding.pastDate!, l)} anak ini sudah dicatat: ${kg(finding.past!, l)} kg. Bila yang ini penimbangan kedua, pastikan lalu simpan.`
            : `This child is on record for ${formatDate(finding.pastDate!, l)} already: ${kg(finding.past!, l)} kg. If this is a second weighing, confirm and save.`,
        ),
      }
    case 'outside-soft-limits':
      if (isImpossible(at as MeasureKind, finding.value!))
        return {
          at: BOXES[at as MeasureKind],
          text: both((l) => {
            const unit =
              at === 'weightG' ? (l === 'id' ? 'kilogram' : 'kilograms') : l === 'id' ? 'sentimeter' : 'centimetres'
            return l === 'id'
              ? `${NAMES[at as MeasureKind].id} ${figure(at as MeasureKind, finding.value!, l)} tidak mungkin. Tulis dalam ${unit}, misalnya ${at === 'weightG' ? '8,5' : '72,5'}.`
              : `${NAMES[at as MeasureKind].en} ${figure(at as MeasureKind, finding.value!, l)} is not possible. Write it in ${unit}, such as ${at === 'weightG' ? '8.5' : '72.5'}.`
          }),
        }
      return {
        at: BOXES[at as MeasureKind],
        text: both((l) =>
          l === 'id'
            ? `${NAMES[at as MeasureKind].id} ${figure(at as MeasureKind, finding.value!, l)} sangat jarang. Ukur lagi atau periksa komanya.`
            : `${NAMES[at as MeasureKind].en} ${figure(at as MeasureKind, finding.value!, l)} is very rare. Measure again or check the point.`,
        ),
      }
    case 'position-missing':
      return {
        at: 'position',
        text: {
          id: 'Diukur terlentang atau berdiri? Pilih yang benar-benar dipakai.',
          en: 'Measured lying or standing? Choose what was really done.',
        },
      }
    case 'standing-too-young':
      return {
        at: 'position',
        text: {
          id: 'Di bawah 9 bulan anak belum berdiri sendiri. Ukur terlentang, atau periksa pilihannya.',
          en: 'Below 9 months a child does not stand alone. Measure lying, or check the choice.',
        },
      }
    case 'other-position':
      return {
        at: 'position',
        text:
          judged.position === 'h'
            ? {
                id: 'Di bawah 2 tahun biasanya diukur terlentang. Benar tadi berdiri?',
                en: 'Below 2 years a child is usually measured lying. Was it really standing?',
              }
            : {
                id: 'Mulai 2 tahun biasanya diukur berdiri. Benar tadi terlentang?',
                en: 'From 2 years a child is usually measured standing. Was it really lying?',
              },
      }
    case 'implausible-score':
      return {
        at: judged.weightG === undefined ? 'length' : 'weight',
        text: {
          id: 'Angka ini tidak cocok dengan umur anak. Ukur lagi, dan periksa apakah anaknya benar.',
          en: 'This figure does not fit the age of the child. Measure again, and check that it is the right child.',
        },
      }
    case 'same-as-another-child':
      return {
        at: 'weight',
        text: {
          id: 'Hari ini anak lain punya berat dan panjang yang sama persis. Periksa apakah ini anak yang benar.',
          en: 'Another child has exactly the same weight and length today. Check that this is the right child.',
        },
      }
  }
}
