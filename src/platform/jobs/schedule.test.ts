// Schedules: due at the right instant in the zone of the office, once, also after a sleep.
import { describe, expect, it } from 'vitest'
import { isUuid } from '../../kernel/id.ts'
import { defineJob } from './job.ts'
import { dueNow, lastDue, occurrenceId } from './schedule.ts'

const at = (iso: string) => new Date(iso)

describe('lastDue', () => {
  it('knows the zone: 01:30 in Central Indonesia is 17:30 the day before in Greenwich', () => {
    const nightly = { dailyAt: '01:30', hoursEast: 8 }
    expect(lastDue(nightly, at('2026-03-01T17:30:00Z'))).toEqual(at('2026-03-01T17:30:00Z'))
    expect(lastDue(nightly, at('2026-03-01T17:29:59.999Z'))).toEqual(at('2026-02-28T17:30:00Z'))
    expect(lastDue(nightly, at('2026-03-02T10:00:00Z'))).toEqual(at('2026-03-01T17:30:00Z'))
    expect(lastDue({ dailyAt: '23:00', hoursEast: 9 }, at('2026-03-02T14:00:00Z'))).toEqual(at('2026-03-02T14:00:00Z'))
  })

  it('steps in minutes', () => {
    expect(lastDue({ everyMinutes: 15 }, at('2026-03-02T10:14:59Z'))).toEqual(at('2026-03-02T10:00:00Z'))
    expect(() => lastDue({ dailyAt: '25:00', hoursEast: 8 }, at('2026-03-02T10:00:00Z'))).toThrow(/time of day/)
  })
})

describe('dueNow', () => {
  const job = defineJob('night.sweep', async () => {}, { schedule: { dailyAt: '01:30', hoursEast: 8 } })
  const plain = defineJob('plain.job', async () => {})

  it('names the occurrence alike everywhere and lets old ones go', () => {
    const [first] = dueNow([job, plain], at('2026-03-01T17:31:00Z'))
    const [again] = dueNow([job], at('2026-03-01T22:00:00Z'))
    expect(first).toEqual(again)
    expect(isUuid(first?.id)).toBe(true)
    expect(dueNow([job], at('2026-03-02T00:00:00Z'))).toEqual([])
    expect(occurrenceId('a.b', at('2026-03-01T17:30:00Z'))).not.toBe(occurrenceId('a.c', at('2026-03-01T17:30:00Z')))
  })
})
