import { describe, expect, it } from 'vitest'
import balangan from '../../../instruments/calendars/63.11-2026.json' with { type: 'json' }
import civil from '../../../services/shared/processes/civil.json' with { type: 'json' }
import { readOfficeCalendar } from '../../kernel/office-calendar.ts'
import { OFFICE_HOUR_MS, workingCalendar } from '../../kernel/working-time.ts'
import { newPromise, reachedMark } from './clock-marks.ts'

const read = readOfficeCalendar(balangan)
if (!read.ok) throw new Error(JSON.stringify(read.refusals))
const calendar = workingCalendar(read.value)
const at = (text: string): number => Date.parse(`${text}:00+08:00`)
// Complete on Friday 2 January at 15:00: 24 office hours end on Wednesday 7 January at 15:00.
const clock = { startedAt: at('2026-01-02T15:00'), pauses: [] }
const reached = (now: string, file: Partial<Parameters<typeof reachedMark>[1]> = {}) =>
  reachedMark(
    { clockMarks: civil.clockMarks } as Parameters<typeof reachedMark>[0],
    { clock, ...file } as Parameters<typeof reachedMark>[1],
    {
      calendar,
      targetMs: 24 * OFFICE_HOUR_MS,
      nowMs: at(now),
    },
  )?.percent

describe('the marks of the clock', () => {
  it('come at four fifths and past the end of the promise, in office time', () => {
    expect(reached('2026-01-06T08:00')).toBeUndefined()
    expect(reached('2026-01-07T10:11')).toBeUndefined()
    expect(reached('2026-01-07T10:12')).toBe(80)
    expect(reached('2026-01-07T15:00')).toBe(80)
    expect(reached('2026-01-07T15:01')).toBe(100)
  })

  it('do not come while the clock stands or after the issue', () => {
    const stands = { clock: { ...clock, pauses: [{ from: at('2026-01-05T08:00') }] } }
    expect(reached('2026-02-10T09:00', stands)).toBeUndefined()
    expect(reached('2026-02-10T09:00', { issuedAtMs: at('2026-01-07T14:00') })).toBeUndefined()
    expect(reached('2026-02-10T09:00', { holdUntilMs: at('2026-02-01T09:00') })).toBeUndefined()
  })
})

describe('the new time of a late case', () => {
  const now = { nowMs: at('2026-01-07T15:30') }
  it('is when nine in ten are done', () => {
    expect(newPromise(calendar, clock, { ...now, p90Hours: 34 })).toBe(at('2026-01-09T09:00'))
  })
  it('is one office day ahead when that is over or nothing is known', () => {
    expect(newPromise(calendar, clock, { ...now, p90Hours: 20 })).toBe(at('2026-01-08T15:30'))
    expect(newPromise(calendar, clock, { ...now, p90Hours: undefined })).toBe(at('2026-01-08T15:30'))
  })
})
