// Sums of money in whole rupiah. Must stay true: an integer from beginning to end; fees of the civil registry are 0 and say so.
import { accept, type Result, refuse } from './refusal.ts'
import type { Language } from './text.ts'

/** "Rp1.250.000" / "IDR 1,250,000". Whole rupiah; throws on fractions. */
export function formatRupiah(amountRupiah: number, language: Language): string {
  const sign = amountRupiah < 0 ? '-' : ''
  return language === 'id' ? `${sign}Rp${grouped(amountRupiah, '.')}` : `${sign}IDR ${grouped(amountRupiah, ',')}`
}

/** What a fee says: "Gratis" / "Free of charge" for 0, the sum otherwise. */
export function feeText(amountRupiah: number, language: Language): string {
  if (amountRupiah === 0) return language === 'id' ? 'Gratis' : 'Free of charge'
  return formatRupiah(amountRupiah, language)
}

/** Thousands grouped: "1.250.000" with '.'. Throws unless it is a whole number. */
export function grouped(value: number | bigint, separator: string): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('not a whole number')
  const digits = String(value < 0 ? -value : value)
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}

/** A whole number for people: "138.950" / "138,950". */
export function formatCount(value: number, language: Language): string {
  return (value < 0 ? '-' : '') + grouped(value, language === 'id' ? '.' : ',')
}

/** Reads `Rp 1.250.000`, `1250000`, `1.250.000,00`, `Rp1.250.000,-`. Refusals: `rupiah-missing`, `rupiah-shape`. */
export function readRupiah(text: string, at?: string): Result<number> {
  const written = text
    .trim()
    .replace(/^rp\.?\s*/i, '')
    .replace(/(,-|,00)$/, '')
    .replace(/\s/g, '')
  if (written === '') return refuse('rupiah-missing', at)
  if (!/^(\d{1,15}|\d{1,3}(\.\d{3}){1,4})$/.test(written)) return refuse('rupiah-shape', at)
  return accept(Number(written.replaceAll('.', '')))
}

const DIGITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const
const SCALES = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1000, 'ribu'],
] as const

/** "satu juta dua ratus lima puluh ribu rupiah", as receipts print it. 0 to 999 trillion. */
export function rupiahInWords(amountRupiah: number): string {
  return `${numberInWords(amountRupiah)} rupiah`
}

/** A whole number in Indonesian words, 0 to 999,999,999,999,999. Throws outside. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e15)
    throw new RangeError('words exist for 0 to 999 trillion')
  return value === 0 ? DIGITS[0] : words(value)
}

function words(value: number): string {
  for (const [size, name] of SCALES) {
    if (value < size) continue
    const count = Math.floor(value / size)
    const head = size === 1000 && count === 1 ? 'seribu' : `${words(count)} ${name}`
    return joined(head, value % size)
  }
  if (value >= 200) return joined(`${DIGITS[Math.floor(value / 100)]} ratus`, value % 100)
  if (value >= 100) return joined('seratus', value - 100)
  if (value >= 20) return joined(`${DIGITS[Math.floor(value / 10)]} puluh`, value % 10)
  return value >= 12 ? `${DIGITS[value - 10]} belas` : DIGITS[value]!
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${words(rest)}`
}
