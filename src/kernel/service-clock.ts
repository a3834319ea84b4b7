// The clock of a case: office time since the file was complete, standing still while it is with the applicant or on hold.
// Must stay true: held time is measured and shown, never hidden; the due time is an instant that people can read.
import { addOfficeTime, officeTimeBetween, type WorkingCalendar } from './working-time.ts'

/** From an instant to another, or still open. Epoch milliseconds. */
export type ClockPause = { readonly from: number; readonly to?: number }

export type ServiceClock = {
  /** When the file was complete: accepted at screening, counted back to its last submission. */
  readonly startedAt: number
  /** The promise in office milliseconds (24 h = 24 * OFFICE_HOUR_MS). */
  readonly targetMs: number
  /** Any order; overlapping pauses count once. */
  readonly pauses: readonly ClockPause[]
}

export type ClockReading = {
  readonly state: 'running' | 'paused'
  /** Office time counted so far. */
  readonly elapsedMs: number
  /** Office time left until the target; 0 when it is used up. */
  readonly remainingMs: number
  /** Office time that passed while the clock stood still. */
  readonly heldMs: number
  /** When the target is reached; undefined while the clock stands still, unless it was reached before. */
  readonly dueAt: number | undefined
  /** Elapsed as a share of the target: 0.5 moves the case up the list, 0.8 tells the section head, 1 the head of department. */
  readonly share: number
  /** Past the due time. Done exactly at the due time is in time. */
  readonly late: boolean
}

/** What the clock shows at `now`. */
export function readClock(calendar: WorkingCalendar, clock: ServiceClock, now: number): ClockReading {
  const at = Math.max(now, clock.startedAt)
  const pauses = pausesOf(clock, at)
  const heldMs = pauses.reduce(
    (sum, pause) => sum + officeTimeBetween(calendar, pause.from, Math.min(pause.to ?? at, at)),
    0,
  )
  const elapsedMs = officeTimeBetween(calendar, clock.startedAt, at) - heldMs
  const dueAt = whenElapsed(calendar, clock, clock.targetMs)
  const isPaused = pauses.some((pause) => pause.to === undefined || pause.to > at)
  return {
    state: isPaused ? 'paused' : 'running',
    elapsedMs,
    remainingMs: Math.max(0, clock.targetMs - elapsedMs),
    heldMs,
    dueAt,
    share: clock.targetMs === 0 ? 1 : elapsedMs / clock.targetMs,
    late: dueAt !== undefined && at > dueAt,
  }
}

/**
 * The instant at which the clock has counted `officeMs`, or undefined when it stands still before that. With half the target it tells
 * when a case moves up the list.
 */
export function whenElapsed(calendar: WorkingCalendar, clock: ServiceClock, officeMs: number): number | undefined {
  let from = clock.startedAt
  let left = officeMs
  for (const pause of pausesOf(clock, Number.POSITIVE_INFINITY)) {
    const run = officeTimeBetween(calendar, from, pause.from)
    if (left <= run) break
    if (pause.to === undefined) return undefined
    left -= run
    from = pause.to
  }
  return addOfficeTime(calendar, from, left)
}

// Pauses that began before `until`, cut at the start of the clock, in order and without overlaps.
function pausesOf(clock: ServiceClock, until: number): ClockPause[] {
  const merged: ClockPause[] = []
  const relevant = clock.pauses
    .map((pause) => ({ from: Math.max(pause.from, clock.startedAt), to: pause.to }))
    .filter((pause) => pause.from < until && (pause.to === undefined || pause.to > pause.from))
    .sort((a, b) => a.from - b.from)
  for (const pause of relevant) {
    const last = merged.at(-1)
    if (last === undefined || (last.to !== undefined && last.to < pause.from)) merged.push(pause)
    else if (last.to !== undefined && (pause.to === undefined || pause.to > last.to))
      merged[merged.length - 1] = { from: last.from, to: pause.to }
  }
  return merged
}
