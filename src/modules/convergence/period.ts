// The quarters a scorecard is kept by: `2026-Q2`. Pure. Must stay true: a period is named by its key and by nothing else, and
// keys sort in time.
import { addDays, addMonths, datePartsOf, type PlainDate, plainDate } from '../../kernel/date.ts'
import type { Text } from '../../kernel/text.ts'

export type PeriodKey = string & { readonly __brand?: 'PeriodKey' }
export type Quarter = {
  readonly key: PeriodKey
  readonly year: number
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The quarter of a key, or undefined when it is none. */
export function readPeriod(key: string): Quarter | undefined {
  const match = /^(20\d{2})-Q([1-4])$/.exec(key)
  if (match === null) return undefined
  const year = Number(match[1])
  const from = plainDate(year, (Number(match[2]) - 1) * 3 + 1, 1)!
  return { key, year, from, to: addDays(addMonths(from, 3), -1) }
}

/** The quarter a day lies in. */
export function periodOn(day: PlainDate): Quarter {
  const { year, month } = datePartsOf(day)
  return readPeriod(`${year}-Q${Math.ceil(month / 3)}`)!
}

/** The quarter before. */
export function periodBefore(period: Quarter): Quarter {
  return periodOn(addDays(period.from, -1))
}

/** The day at which ages of a period are taken: today inside it, its last day afterwards. */
export function dayOfPeriod(period: Quarter, today: PlainDate): PlainDate {
  return today < period.from ? period.from : today > period.to ? period.to : today
}

/** "Triwulan II 2026" */
export function periodName(key: PeriodKey): Text {
  const roman = ['I', 'II', 'III', 'IV'][Number(key.slice(-1)) - 1] ?? ''
  const year = key.slice(0, 4)
  return { id: `Triwulan ${roman} ${year}`, en: `Quarter ${roman} of ${year}` }
}
