// What the clock has to tell of a case, pure: which marks of its process are reached, and by when an office that is late now expects
// to be done. Must stay true: marks come from the process; the new time is what this service really took nine times in ten, never
// a wish, and lies ahead.
import { readClock, whenElapsed } from '../../kernel/service-clock.ts'
import { addOfficeTime, OFFICE_HOUR_MS, type WorkingCalendar } from '../../kernel/working-time.ts'
import type { Process } from '../catalogue/process-definition.ts'
import type { CaseFile } from './case.ts'

export type ClockMark = { readonly percent: number; readonly tell: readonly string[] }

/** A mark may come again in the next round: the file went back and was sent anew. */
export const clockMarkId = (percent: number, returns: number): string => `clock-${percent}/${returns}`
export const reminderId = (day: number, returns: number): string => `remind-${day}/${returns}`
export const holdMarkId = (sinceMs: number): string => `hold/${sinceMs}`
export const timerMarkId = (timer: string, sinceMs: number): string => `${timer}/${sinceMs}`

/** The highest mark that somebody is to be told of and that this case has reached; undefined while its clock stands or has ended. */
export function reachedMark(
  process: Process,
  file: Pick<CaseFile, 'clock' | 'issuedAtMs' | 'holdUntilMs'>,
  options: { readonly calendar: WorkingCalendar; readonly targetMs: number; readonly nowMs: number },
): ClockMark | undefined {
  if (file.clock === undefined || file.issuedAtMs !== undefined || file.holdUntilMs !== undefined) return undefined
  const reading = readClock(options.calendar, { ...file.clock, targetMs: options.targetMs }, options.nowMs)
  if (reading.state !== 'running') return undefined
  return (process.clockMarks ?? [])
    .filter(({ percent, tell }) => tell.length > 0 && (percent >= 100 ? reading.late : reading.share * 100 >= percent))
    .sort((a, b) => b.percent - a.percent)[0]
}

/** When a late case is expected to be done: at the 90th percentile of this service, or one office day from now when that is over. */
export function newPromise(
  calendar: WorkingCalendar,
  clock: NonNullable<CaseFile['clock']>,
  options: { readonly p90Hours: number | undefined; readonly nowMs: number },
): number {
  const { p90Hours, nowMs } = options
  const usual =
    p90Hours === undefined
      ? undefined
      : whenElapsed(calendar, { ...clock, targetMs: p90Hours * OFFICE_HOUR_MS }, p90Hours * OFFICE_HOUR_MS)
  const soonest = addOfficeTime(calendar, nowMs, OFFICE_HOUR_MS)
  return usual !== undefined && usual >= soonest ? usual : addOfficeTime(calendar, nowMs, 8 * OFFICE_HOUR_MS)
}
