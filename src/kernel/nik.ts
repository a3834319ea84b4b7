// NIK, the number of a person for life: PP RR DD + DDMMYY (day + 40 for a woman) + serial. Given once, never changed, so what it
// encodes may differ from today's facts. Must stay true: such differences warn and never refuse; the number is text.
import { datePartsOf, type PlainDate } from './date.ts'
import { dateParams } from './date-format.ts'
import { accept, type Refusal, type Result, refuseAll } from './refusal.ts'
import { isInside, regionLevel } from './region-code.ts'
import {
  datesOfShortYear,
  districtCodeOf,
  maskSixteen,
  readSixteenDigits,
  refuseProvinceAndSerial,
  refuseShortDate,
} from './sixteen-digits.ts'
import type { Text } from './text.ts'

/** Sixteen digits without spaces. */
export type Nik = string & { readonly __brand?: 'Nik' }
/** L = laki-laki, P = perempuan, as on every official paper. */
export type Sex = 'L' | 'P'

export type NikReading = {
  readonly nik: Nik
  /** District of first registration, `63.11.06`; it may no longer exist. */
  readonly districtCode: string
  readonly sex: Sex
  /** The encoded date, century decided: what is stated or registered when it fits, else the later one. */
  readonly birthDate: PlainDate
  /** The same day in the other century, when that is also possible (a person of more than a hundred years). */
  readonly otherBirthDate?: PlainDate
  readonly serial: number
  /** Codes `nik-district-elsewhere`, `nik-district-unknown`, `nik-sex-differs`, `nik-birth-date-differs`: shown, never blocking. */
  readonly warnings: readonly Refusal[]
}

export type NikContext = {
  /** Today in the zone of the office. */
  readonly today: PlainDate
  /** The field the number stands in, for refusals. */
  readonly at?: string
  /** The region that reads the number; a prefix from elsewhere is worth a second look. */
  readonly home?: string
  /** Whether a district code is known today; undefined answers (not loaded) raise no warning. */
  readonly isDistrict?: (districtCode: string) => boolean | undefined
  /** What the applicant stated or the register holds. */
  readonly birthDate?: PlainDate
  readonly sex?: Sex
}

/**
 * Reads a number as people type it. Refusals: `nik-missing`, `nik-rounded`, `nik-sign`, `nik-one-missing`, `nik-too-short`,
 * `nik-too-long`, and all at once `nik-province`, `nik-day`, `nik-month`, `nik-date`, `nik-serial`. Whether the register holds it as
 * an active person is the register's answer.
 */
export function readNik(text: string, context: NikContext): Result<NikReading> {
  const digits = readSixteenDigits(text, 'nik', context.at)
  if (!digits.ok) return digits
  const nik = digits.value
  const refusals = refuseProvinceAndSerial(nik, 'nik', context.at)
  const written = { day: nik.slice(6, 8), month: nik.slice(8, 10) }
  const female = Number(written.day) > 40
  const day = Number(written.day) - (female ? 40 : 0)
  const dates = datesOfShortYear(day, Number(written.month), Number(nik.slice(10, 12)), context.today)
  if (dates.length === 0) refusals.push(refuseShortDate('nik', written, day, context.at))
  if (refusals.length > 0) return refuseAll(refusals)

  const birthDate = dates.find((date) => date === context.birthDate) ?? dates[0]!
  const reading = {
    nik,
    districtCode: districtCodeOf(nik),
    sex: female ? ('P' as const) : ('L' as const),
    birthDate,
    otherBirthDate: dates.find((date) => date !== birthDate),
    serial: Number(nik.slice(12)),
  }
  return accept({ ...reading, warnings: warningsOf(reading, context) })
}

/** True for text that is a NIK as stored: sixteen digits, known province, a date, a serial. */
export function isNik(value: unknown, today: PlainDate): value is Nik {
  if (typeof value !== 'string') return false
  const reading = readNik(value, { today })
  return reading.ok && reading.value.nik === value
}

function warningsOf(reading: Omit<NikReading, 'warnings'>, context: NikContext): Refusal[] {
  const { at, home, isDistrict, birthDate, sex } = context
  const warnings: Refusal[] = []
  const district = reading.districtCode
  if (isDistrict?.(district) === false) warnings.push({ code: 'nik-district-unknown', at, params: { district } })
  else if (home !== undefined && !isInside(district, home))
    warnings.push({ code: 'nik-district-elsewhere', at, params: { district } })
  if (sex !== undefined && sex !== reading.sex) {
    const [encodedId, encodedEn] = reading.sex === 'P' ? ['perempuan', 'a woman'] : ['laki-laki', 'a man']
    warnings.push({ code: 'nik-sex-differs', at, params: { encodedId, encodedEn } })
  }
  if (birthDate !== undefined && birthDate !== reading.birthDate) {
    warnings.push({
      code: 'nik-birth-date-differs',
      at,
      params: { ...dateParams('encoded', reading.birthDate), ...dateParams('stated', birthDate) },
    })
  }
  return warnings
}

/**
 * The number for a first registration. The register finds the serial (highest used + 1, from 1) and stops for a person at 9999.
 * Throws on parts that no number can hold.
 */
export function buildNik(parts: { districtCode: string; birthDate: PlainDate; sex: Sex; serial: number }): Nik {
  return `${nikStem(parts)}${serialText(parts.serial)}`
}

/** The first twelve digits, within which serials count. */
export function nikStem(parts: { districtCode: string; birthDate: PlainDate; sex: Sex }): string {
  if (regionLevel(parts.districtCode) !== 'district') throw new RangeError('not a district code')
  const { year, month, day } = datePartsOf(parts.birthDate)
  if (year < 1900 || year > 2099) throw new RangeError('a NIK holds birth dates of 1900 to 2099')
  return parts.districtCode.replaceAll('.', '') + two(day + (parts.sex === 'P' ? 40 : 0)) + two(month) + two(year % 100)
}

function serialText(serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 9999) throw new RangeError('a serial is 1 to 9999')
  return String(serial).padStart(4, '0')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `6311************01`: for screens, until an officer opens it with a reason. */
export function maskNik(nik: Nik): string {
  return maskSixteen(nik)
}

/** What a screen reader says instead of twelve stars. */
export function spokenNik(nik: Nik): Text {
  return { id: `NIK berakhiran ${nik.slice(-2)}`, en: `NIK ending in ${nik.slice(-2)}` }
}

/** Numbers that tests and demonstrations may use: serials 9901 to 9999 are never given to a person. */
export function isTestSerial(nik: Nik): boolean {
  return /99(0[1-9]|[1-9]\d)$/.test(nik)
}
