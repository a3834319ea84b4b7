// What a growth chart says: title, description of the finding, and the one line of plain advice that stands before it.
// Must stay true: the words alone are enough; a family never reads N, T or a score; what to do comes before its name.

import { MONTH_NAMES } from '../../../kernel/date-format.ts'
import { formatFigure } from '../../../kernel/decimal.ts'
import { type Language, say, type Text } from '../../../kernel/text.ts'
import type { ChildCategories } from '../rules/classify.ts'
import type { JudgedMeasurement } from '../rules/measurement.ts'
import { monthsBetween } from '../rules/measurement.ts'
import type { Sex } from '../zscores.ts'
import type { ChartIndicator, ChartPoint, Panel } from './geometry.ts'

const NAMES: Readonly<Record<ChartIndicator, Text>> = {
  weightForAge: { id: 'Berat menurut umur', en: 'Weight for age' },
  lengthForAge: { id: 'Panjang atau tinggi menurut umur', en: 'Length or height for age' },
  weightForLength: { id: 'Berat menurut panjang atau tinggi', en: 'Weight for length or height' },
  bmiForAge: { id: 'Indeks massa tubuh menurut umur', en: 'Body mass index for age' },
  headForAge: { id: 'Lingkar kepala menurut umur', en: 'Head circumference for age' },
}
export const UNITS: Readonly<Record<ChartIndicator, { readonly unit: string; readonly decimals: number }>> = {
  weightForAge: { unit: 'kg', decimals: 2 },
  lengthForAge: { unit: 'cm', decimals: 1 },
  weightForLength: { unit: 'kg', decimals: 2 },
  bmiForAge: { unit: 'kg/m²', decimals: 1 },
  headForAge: { unit: 'cm', decimals: 1 },
}

/** "8,75 kg" */
export function measureText(indicator: ChartIndicator, value: number, language: Language): string {
  const { unit, decimals } = UNITS[indicator]
  const digits = Number.isInteger(Math.round(value * 10 ** decimals) / 10 ** (decimals - 1)) ? decimals - 1 : decimals
  return `${formatFigure(value, Math.max(1, digits), language)} ${unit}`
}

/** "Berat menurut umur, anak perempuan 0 sampai 24 bulan" */
export function chartTitle(indicator: ChartIndicator, sex: Sex, panel: Panel): Text {
  const [from, to] = panel.split('-')
  return {
    id: `${NAMES[indicator].id}, anak ${sex === 1 ? 'laki-laki' : 'perempuan'} ${from} sampai ${to} bulan`,
    en: `${NAMES[indicator].en}, ${sex === 1 ? 'boy' : 'girl'} of ${from} to ${to} months`,
  }
}

export function axisTitle(indicator: ChartIndicator, panel: Panel): Text {
  if (indicator !== 'weightForLength') return { id: 'umur dalam bulan', en: 'age in months' }
  return panel === '0-24'
    ? { id: 'panjang badan dalam cm', en: 'length in cm' }
    : { id: 'tinggi badan dalam cm', en: 'height in cm' }
}

const monthName = (month: string, language: Language) =>
  `${MONTH_NAMES[language][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

/** What the picture shows, in sentences: where the child stands, where to, where the line breaks and why. */
export function chartFinding(
  indicator: ChartIndicator,
  points: readonly ChartPoint[],
  events: readonly { readonly month: string; readonly name: Text }[],
): Text {
  const tell = (language: Language): string => {
    const id = language === 'id'
    if (points.length === 0) return id ? 'Belum ada pengukuran pada grafik ini.' : 'No measurement on this chart yet.'
    const value = (point: ChartPoint) => measureText(indicator, point.y, language)
    const judged = points.filter((point) => !point.hollow)
    const last = judged.at(-1)
    const before = judged.at(-2)
    const parts: string[] = []
    if (last !== undefined) {
      const trend =
        before === undefined
          ? ''
          : last.y > before.y
            ? id
              ? ', naik dari '
              : ', up from '
            : last.y < before.y
              ? id
                ? ', turun dari '
                : ', down from '
              : id
                ? ', tetap sejak '
                : ', unchanged since '
      const past =
        before === undefined
          ? ''
          : before.y === last.y
            ? monthName(before.month, language)
            : `${value(before)} ${id ? 'pada' : 'in'} ${monthName(before.month, language)}`
      parts.push(`${value(last)} ${id ? 'pada' : 'in'} ${monthName(last.month, language)}${trend}${past}.`)
    }
    for (const point of points.filter((p) => p.hollow))
      parts.push(
        id
          ? `${value(point)} pada ${monthName(point.month, language)} perlu diukur ulang.`
          : `${value(point)} in ${monthName(point.month, language)} is to be measured again.`,
      )
    const gaps = judged.flatMap((point, i) =>
      i > 0 && monthsBetween(judged[i - 1]!.month, point.month) > 1 ? [monthName(judged[i - 1]!.month, language)] : [],
    )
    if (gaps.length > 0)
      parts.push(id ? `Garis putus setelah ${gaps.join(', ')}.` : `The line breaks after ${gaps.join(', ')}.`)
    for (const event of events) parts.push(`${say(event.name, language)}, ${monthName(event.month, language)}.`)
    parts.push(id ? 'Semua angka ada di tabel.' : 'All figures stand in the table.')
    return parts.join(' ')
  }
  return { id: tell('id'), en: tell('en') }
}

export type AdviceInput = {
  readonly latest?: Pick<JudgedMeasurement, 'scores' | 'oedema'>
  readonly categories: ChildCategories
  /** Months without enough gain in a row. */
  readonly tRun: number
  /** Whole months without weighing. */
  readonly missedMonths: number
  /** Completed months; below six the child is breastfed and nothing else is advised. */
  readonly ageMonths: number
  /** An alert sends this child to hospital: severe wasting with a complication. */
  readonly isToHospital?: boolean
}

const ADVICE = {
  none: {
    id: 'Belum ada penimbangan. Datang ke posyandu bulan ini.',
    en: 'No weighing yet. Come to the posyandu this month.',
  },
  severe: {
    id: 'Bawa ke Puskesmas hari ini. Anak perlu segera diperiksa dokter.',
    en: 'Go to the Puskesmas today. A doctor needs to see the child soon.',
  },
  hospital: {
    id: 'Bawa ke rumah sakit hari ini. Anak sakit berat dan perlu dirawat dokter.',
    en: 'Go to the hospital today. The child is very ill and needs a doctor’s care.',
  },
  wasted: {
    id: 'Bawa ke Puskesmas dalam tiga hari. Beratnya kurang untuk panjang badannya.',
    en: 'Go to the Puskesmas within three days. The weight is low for the length.',
  },
  again: {
    id: 'Datang lagi untuk diukur ulang. Angka terakhir belum bisa dinilai.',
    en: 'Come back to be measured again. The last figure cannot be judged yet.',
  },
  noGainTwice: {
    id: 'Bawa ke Puskesmas dalam tujuh hari. Berat tidak naik dua bulan berturut-turut.',
    en: 'Go to the Puskesmas within seven days. No weight gain two months running.',
  },
  light: {
    id: 'Bawa ke Puskesmas dalam tujuh hari. Beratnya kurang untuk umurnya.',
    en: 'Go to the Puskesmas within seven days. The weight is low for the age.',
  },
  short: {
    id: 'Minta petugas memastikan ukurannya. Anak tampak pendek untuk umurnya.',
    en: 'Ask a health worker to confirm the measure. The child seems short for the age.',
  },
  noGain: {
    id: 'Beri telur atau ikan setiap kali makan, timbang lagi bulan depan. Berat belum cukup naik.',
    en: 'Give egg or fish at every meal, weigh again next month. The weight has not gained enough.',
  },
  noGainBreastfed: {
    id: 'Susui lebih sering, siang dan malam, timbang lagi bulan depan. Berat belum cukup naik.',
    en: 'Breastfeed more often, day and night, weigh again next month. The weight has not gained enough.',
  },
  heavy: {
    id: 'Tanyakan pola makan ke petugas gizi. Beratnya lebih untuk umurnya.',
    en: 'Ask the nutritionist about meals. The weight is high for the age.',
  },
  missed: {
    id: 'Timbang lagi bulan ini. Sudah lama tidak ditimbang.',
    en: 'Weigh again this month. The last weighing is long ago.',
  },
  good: {
    id: 'Teruskan makan beragam dan timbang lagi bulan depan. Pertumbuhannya baik.',
    en: 'Go on with varied meals and weigh again next month. Growth is good.',
  },
  goodBreastfed: {
    id: 'Teruskan ASI saja sampai enam bulan, timbang lagi bulan depan. Pertumbuhannya baik.',
    en: 'Go on with breast milk alone until six months, weigh again next month. Growth is good.',
  },
} as const satisfies Readonly<Record<string, Text>>

const BREASTFED_MONTHS = 6

/** One line for the family: the most urgent thing to do, then why. */
export function plainAdvice({
  latest,
  categories,
  tRun,
  missedMonths,
  ageMonths,
  isToHospital = false,
}: AdviceInput): Text {
  if (latest === undefined) return ADVICE.none
  const codes = new Set(Object.values(categories).map((category) => category.code))
  if (codes.has('severely-wasted') || (latest.oedema ?? 0) > 0) return isToHospital ? ADVICE.hospital : ADVICE.severe
  if (codes.has('wasted')) return ADVICE.wasted
  if (codes.has('measure-again')) return ADVICE.again
  if (tRun >= 2) return ADVICE.noGainTwice
  if (codes.has('severely-underweight') || codes.has('underweight')) return ADVICE.light
  if (codes.has('severely-stunted') || codes.has('stunted')) return ADVICE.short
  const isBreastfed = ageMonths < BREASTFED_MONTHS
  if (tRun === 1) return isBreastfed ? ADVICE.noGainBreastfed : ADVICE.noGain
  if (codes.has('overweight') || codes.has('obese')) return ADVICE.heavy
  if (missedMonths >= 1) return ADVICE.missed
  return isBreastfed ? ADVICE.goodBreastfed : ADVICE.good
}
