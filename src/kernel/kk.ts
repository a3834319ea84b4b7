// The number of a family card (KK): district that issued it + date of recording DDMMYY + serial. Which events keep the number and
// which give a new one is the register's rule. Must stay true: day 41 to 71 belongs to a NIK and is refused here.
import { datePartsOf, type PlainDate } from './date.ts'
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
export type KkNumber = string & { readonly __brand?: 'KkNumber' }

export type KkReading = {
  readonly kk: KkNumber
  readonly districtCode: string
  readonly recordedOn: PlainDate
  readonly serial: number
  /** Codes `kk-district-elsewhere`, `kk-district-unknown`: shown, never blocking. */
  readonly warnings: readonly Refusal[]
}

export type KkContext = {
  readonly today: PlainDate
  readonly at?: string
  readonly home?: string
  readonly isDistrict?: (districtCode: string) => boolean | undefined
}

/**
 * Reads a number as people type it. Refusals: `kk-missing`, `kk-rounded`, `kk-sign`, `kk-one-missing`, `kk-too-short`, `kk-too-long`,
 * `kk-is-nik` (the day says it is a woman's NIK), and `kk-province`, `kk-day`, `kk-month`, `kk-date`, `kk-serial` at once.
 */
export function readKk(text: string, context: KkContext): Result<KkReading> {
  const { at, today, home, isDistrict } = context
  const digits = readSixteenDigits(text, 'kk', at)
  if (!digits.ok) return digits
  const kk = digits.value
  const refusals = refuseProvinceAndSerial(kk, 'kk', at)
  const written = { day: kk.slice(6, 8), month: kk.slice(8, 10) }
  const day = Number(written.day)
  const dates = datesOfShortYear(day, Number(written.month), Number(kk.slice(10, 12)), today)
  if (dates.length === 0) {
    refusals.push(day > 40 && day < 72 ? { code: 'kk-is-nik', at } : refuseShortDate('kk', written, day, at))
  }
  if (refusals.length > 0) return refuseAll(refusals)

  const districtCode = districtCodeOf(kk)
  const warnings: Refusal[] = []
  if (isDistrict?.(districtCode) === false)
    warnings.push({ code: 'kk-district-unknown', at, params: { district: districtCode } })
  else if (home !== undefined && !isInside(districtCode, home)) {
    warnings.push({ code: 'kk-district-elsewhere', at, params: { district: districtCode } })
  }
  return accept({ kk, districtCode, recordedOn: dates[0]!, serial: Number(kk.slice(12)), warnings })
}

/** The number for a card first recorded on a day. The register finds the serial. Throws on parts that no number can hold. */
export function buildKk(parts: { districtCode: string; recordedOn: PlainDate; serial: number }): KkNumber {
  const { serial } = parts
  if (!Number.isInteger(serial) || serial < 1 || serial > 9999) throw new RangeError('a serial is 1 to 9999')
  return kkStem(parts) + String(serial).padStart(4, '0')
}

/** The first twelve digits, within which serials count. */
export function kkStem(parts: { districtCode: string; recordedOn: PlainDate }): string {
  if (regionLevel(parts.districtCode) !== 'district') throw new RangeError('not a district code')
  const { year, month, day } = datePartsOf(parts.recordedOn)
  const two = (value: number) => String(value).padStart(2, '0')
  return parts.districtCode.replaceAll('.', '') + two(day) + two(month) + two(year % 100)
}

/** `6311************01`: for screens, until an officer opens it with a reason. */
export function maskKk(kk: KkNumber): string {
  return maskSixteen(kk)
}

/** What a screen reader says instead of the masked number. */
export function spokenKk(kk: KkNumber): Text {
  return { id: `nomor KK berakhiran ${kk.slice(-2)}`, en: `family card number ending in ${kk.slice(-2)}` }
}
