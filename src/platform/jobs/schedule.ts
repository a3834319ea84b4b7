// When scheduled jobs are due, pure. Must stay true: the id of an occurrence follows from its name and instant, so any
// number of processes queue it once; a program that slept over an occurrence catches up on the last one only.
import { createHash } from 'node:crypto'
import type { JobDefinition, Schedule } from './job.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** An occurrence older than this is let go: the next one is near. */
export const CATCH_UP_MS = 6 * 60 * MINUTE_MS

/** The last instant at or before `now` at which the schedule was due. */
export function lastDue(schedule: Schedule, now: Date): Date {
  if ('everyMinutes' in schedule) {
    const step = schedule.everyMinutes * MINUTE_MS
    return new Date(Math.floor(now.getTime() / step) * step)
  }
  const [hours, minutes] = schedule.dailyAt.split(':').map(Number)
  if (hours === undefined || minutes === undefined || !(hours < 24 && minutes < 60))
    throw new Error(`Not a time of day: ${schedule.dailyAt}`)
  const offset = ((hours - schedule.hoursEast) * 60 + minutes) * MINUTE_MS
  return new Date(Math.floor((now.getTime() - offset) / DAY_MS) * DAY_MS + offset)
}

/** A UUID that is the same for the same occurrence everywhere (RFC 9562, version 8). */
export function occurrenceId(kind: string, due: Date): string {
  const hex = createHash('sha256').update(`puja-schedule ${kind} ${due.toISOString()}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The occurrences due now, one for each scheduled job. */
export function dueNow(definitions: Iterable<JobDefinition>, now: Date): { kind: string; id: string; due: Date }[] {
  const found = []
  for (const { kind, options } of definitions) {
    if (options.schedule === undefined) continue
    const due = lastDue(options.schedule, now)
    if (now.getTime() - due.getTime() <= CATCH_UP_MS) found.push({ kind, id: occurrenceId(kind, due), due })
  }
  return found
}
