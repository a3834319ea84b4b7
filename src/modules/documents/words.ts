// Numbers and dates in Indonesian words, as civil deeds write them ("LIMA MARET DUA RIBU DUA PULUH ENAM").
// Must stay true: pure; every whole number from 0 to 999,999,999 has exactly one reading.

import { datePartsOf, type PlainDate } from '../../kernel/date.ts'
import { monthName } from '../../kernel/date-format.ts'

const ONES = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const

function below1000(value: number): string[] {
  if (value === 0) return []
  if (value < 10) return [ONES[value]!]
  if (value === 10) return ['sepuluh']
  if (value === 11) return ['sebelas']
  if (value < 20) return [ONES[value - 10]!, 'belas']
  if (value < 100) return [ONES[Math.floor(value / 10)]!, 'puluh', ...below1000(value % 10)]
  const hundreds = Math.floor(value / 100)
  return [...(hundreds === 1 ? ['seratus'] : [ONES[hundreds]!, 'ratus']), ...below1000(value % 100)]
}

/** "dua ribu dua puluh enam" for 2026. Throws for what is no whole number from 0 to 999,999,999. */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999_999_999) throw new RangeError('number has no words here')
  if (value === 0) return ONES[0]
  const millions = Math.floor(value / 1_000_000)
  const thousands = Math.floor((value % 1_000_000) / 1000)
  return [
    ...(millions === 0 ? [] : [...below1000(millions), 'juta']),
    ...(thousands === 0 ? [] : thousands === 1 ? ['seribu'] : [...below1000(thousands), 'ribu']),
    ...below1000(value % 1000),
  ].join(' ')
}

/** "lima Maret": day and month of a date. */
export function dayAndMonthInWords(date: PlainDate): string {
  const { month, day } = datePartsOf(date)
  return `${numberInWords(day)} ${monthName(month, 'id')}`
}

/** "dua ribu dua puluh enam": the year of a date. */
export function yearInWords(date: PlainDate): string {
  return numberInWords(datePartsOf(date).year)
}
