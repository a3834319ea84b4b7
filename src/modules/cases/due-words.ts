// How much of the promise is left, in words and as a share of office time. Must stay true: a case on hold shows its next
// date, never a running clock; what is late says by how much.
import { formatDate } from '../../kernel/date-format.ts'
import { readClock } from '../../kernel/service-clock.ts'
import type { Text } from '../../kernel/text.ts'
import { OFFICE_HOUR_MS, officeTimeBetween, type WorkingCalendar } from '../../kernel/working-time.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { CaseClock } from './case.ts'
import type { CasesContext } from './context.ts'
import type { WorkLine } from './office-port.ts'

/** Further away it is told by its day. */
const A_FEW_DAYS_MS = 24 * OFFICE_HOUR_MS

type DueInput = {
  readonly clock?: CaseClock
  readonly dueAtMs?: number
  readonly holdUntilMs?: number
  readonly issuedAtMs?: number
  readonly hours: number
}

/** "sisa 1 jam 20 mnt" in office time, "lewat 40 mnt", "ditahan" with the next date. */
export function dueWords(
  context: CasesContext,
  region: string,
  input: DueInput,
  nowMs: number,
): Pick<WorkLine, 'due' | 'dueNote' | 'usedPercent' | 'edge'> {
  const zone = context.regionInfo(region).timeZone
  if (input.holdUntilMs !== undefined) {
    const day = todayIn(zone, input.holdUntilMs)
    return {
      due: { id: 'ditahan', en: 'on hold' },
      dueNote: { id: `periksa lagi ${formatDate(day, 'id')}`, en: `look again ${formatDate(day, 'en')}` },
      ...(nowMs > input.holdUntilMs ? { edge: 'late' as const } : {}),
    }
  }
  if (input.issuedAtMs !== undefined && input.dueAtMs !== undefined)
    return cardWords(context.calendar(region), zone, input.dueAtMs, nowMs)
  if (input.clock === undefined || input.dueAtMs === undefined) return { due: { id: 'tanpa batas', en: 'no limit' } }
  const reading = readClock(context.calendar(region), { ...input.clock, targetMs: input.hours * OFFICE_HOUR_MS }, nowMs)
  const over = reading.elapsedMs - input.hours * OFFICE_HOUR_MS
  const percent = Math.min(100, Math.round(reading.share * 100))
  if (reading.late) return { due: lateBy(over, todayIn(zone, input.dueAtMs)), usedPercent: 100, edge: 'late' }
  return {
    due: { id: `sisa ${duration(reading.remainingMs, 'id')}`, en: `${duration(reading.remainingMs, 'en')} left` },
    usedPercent: percent,
    ...(reading.share >= 0.8 ? { edge: 'soon' as const } : {}),
  }
}

/** The clock of the service has ended with the issue; what runs is the card's time. */
function cardWords(
  calendar: WorkingCalendar,
  zone: string,
  dueAtMs: number,
  nowMs: number,
): Pick<WorkLine, 'due' | 'edge'> {
  const over = nowMs > dueAtMs
  const ms = over ? officeTimeBetween(calendar, dueAtMs, nowMs) : officeTimeBetween(calendar, nowMs, dueAtMs)
  const day = todayIn(zone, dueAtMs)
  if (over) return { due: lateBy(ms, day), edge: 'late' }
  if (ms <= A_FEW_DAYS_MS) return { due: { id: `sisa ${duration(ms, 'id')}`, en: `${duration(ms, 'en')} left` } }
  return { due: { id: `sampai ${formatDate(day, 'id')}`, en: `until ${formatDate(day, 'en')}` } }
}

/** By how much office time; a longer one is told by the day it was due. */
const lateBy = (ms: number, day: string): Text =>
  ms <= A_FEW_DAYS_MS
    ? { id: `lewat ${duration(ms, 'id')}`, en: `${duration(ms, 'en')} late` }
    : { id: `lewat sejak ${formatDate(day, 'id')}`, en: `late since ${formatDate(day, 'en')}` }

function duration(ms: number, language: 'id' | 'en'): string {
  const minutes = Math.max(0, Math.round(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const h = language === 'id' ? 'jam' : 'h'
  const m = language === 'id' ? 'mnt' : 'min'
  return hours === 0 ? `${rest} ${m}` : rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${m}`
}
