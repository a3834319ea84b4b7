// When care for severe wasting may end, by what was measured. Must stay true: the page that says so and the command that ends an
// alert ask the same question.
import { daysBetween } from '../../kernel/date.ts'
import type { StoredMeasurement } from './child.ts'
import { mayEndSamCare, PMT_2023 } from './rules/pmt.ts'

/** Alerts whose care ends by a rule. */
const SEVERE: readonly string[] = ['SAM', 'SAMC']

export const isSevereWasting = (code: string): boolean => SEVERE.includes(code)

/** `measured`: those that stand, oldest first. Nobody who was never measured may leave. */
export function mayLeaveCare(measured: readonly StoredMeasurement[]): boolean {
  const last = measured.at(-1)
  if (last === undefined) return false
  const swollen = measured.findLast(({ oedema }) => (oedema ?? 0) > 0)
  const { weightForLength } = last.scores
  return mayEndSamCare(
    {
      ...(weightForLength === undefined || weightForLength.flagged ? {} : { weightForLength: weightForLength.z }),
      ...(last.armTenthMm === undefined ? {} : { armTenthMm: last.armTenthMm }),
      daysWithoutOedema: swollen === undefined ? Number.POSITIVE_INFINITY : daysBetween(swollen.date, last.date),
    },
    PMT_2023,
  )
}
