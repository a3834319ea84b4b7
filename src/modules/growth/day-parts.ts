// A day from three boxes of a growth form. Must stay true: the rules are the kernel's; where its sentence sends people to a letter, ours
// speaks of the day itself, because a weighing has no letter.
import type { PlainDate } from '../../kernel/date.ts'
import { type DateInput, type DateLimits, parseDateParts } from '../../kernel/date-parse.ts'
import type { Result } from '../../kernel/refusal.ts'

const OWN: Readonly<Record<string, string>> = {
  'date-day-number': 'growth.day-number',
  'date-month-number': 'growth.month-number',
  'date-year-range': 'growth.year-range',
  'date-day-of-month': 'growth.day-of-month',
  'date-in-future': 'growth.day-in-future',
}

export function parseDayParts(parts: DateInput, at: string, limits?: DateLimits): Result<PlainDate> {
  const read = parseDateParts(parts, at, limits)
  return read.ok
    ? read
    : { ok: false, refusals: read.refusals.map((one) => ({ ...one, code: OWN[one.code] ?? one.code })) }
}
