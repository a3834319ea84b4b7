// Work after the commit and by the clock: figures of a step, signatures that had to wait, timers, what the clock tells, cases nobody
// touches. Must stay true: each may run twice and counts once; one broken case stops no other.

import { readClock } from '../../kernel/service-clock.ts'
import { addOfficeTime, OFFICE_HOUR_MS } from '../../kernel/working-time.ts'
import { todayIn } from '../../kernel/zone.ts'
import { defineJob, effectOnce, type JobDefinition } from '../../platform/jobs/job.ts'
import { caseOf } from './case-codec.ts'
import { countsInWords, tellByTheClock, type WorkCounts } from './clock-mark-commands.ts'
import { actAsSystem } from './commands.ts'
import type { CasesContext } from './context.ts'
import { addToMonth, type MonthDelta } from './figures.ts'
import { resumeHeldForNation } from './national-held.ts'
import { addStepToReports } from './office-report-steps.ts'
import { signHeld } from './sign-held.ts'
import { findCase, listEvents } from './store.ts'
import { listDueTimers } from './timer-store.ts'
import { listFaults } from './upload-store.ts'
import { releaseUntouched } from './worklist-store.ts'

const BATCH = 200
/** How long one round of signing goes on; what is left waits for the next minute. */
const SIGN_ROUND_MS = 50_000
const RESUME_ROUND_MS = 30_000

export function caseJobs(context: CasesContext, regions: () => Promise<readonly string[]>): readonly JobDefinition[] {
  let isSigning = false
  return [
    defineJob('cases.moved', async (job) => {
      const { caseId, seq, last } = job.payload as { caseId: string; seq: number; last?: number }
      await context.database.inRegion(job.region!, async (tx) => {
        await effectOnce(tx, job, async () => {
          const row = await findCase(tx, job.region!, caseId)
          const events = await listEvents(tx, job.region!, caseId)
          if (row === undefined) return
          const file = caseOf(row, context.ring)
          const { timeZone } = context.regionInfo(job.region!)
          const monthOf = (at: Date) => `${todayIn(timeZone, at.getTime()).slice(0, 7)}-01`
          for (const event of events.filter((one) => one.seq >= seq && one.seq <= (last ?? seq))) {
            const month = monthOf(event.at)
            const isFirst = !events.some(
              (one) => one.action === event.action && one.seq < event.seq && monthOf(one.at) === month,
            )
            const delta = await deltaOf(context, tx, file, event.action, isFirst)
            if (delta !== undefined) await addToMonth(tx, job.region!, file.serviceId, month, delta)
            await addStepToReports(context, tx, file, event, delta)
          }
        })
      })
    }),
    defineJob(
      'cases.sign-held',
      async () => {
        // Two rounds at once would sign the same papers twice over; one alone ends before the next begins.
        if (isSigning) return
        isSigning = true
        const end = performance.now() + SIGN_ROUND_MS
        try {
          for (const region of await regions()) await signHeld(context, region, () => performance.now() > end)
        } finally {
          isSigning = false
        }
      },
      { schedule: { everyMinutes: 1 }, retries: 0 },
    ),
    defineJob(
      'cases.resume-held',
      async () => {
        const end = performance.now() + RESUME_ROUND_MS
        for (const region of await regions()) await resumeHeldForNation(context, region, () => performance.now() > end)
      },
      { schedule: { everyMinutes: 1 }, collapse: true },
    ),
    // Queued by earlier versions, one for each case; the round above signs them.
    defineJob('cases.sign', async () => {}),
    defineJob(
      'cases.timers',
      async () => {
        const now = context.clock.now()
        for (const region of await regions()) {
          const due = await context.database.inRegion(region, (tx) => listDueTimers(tx, region, now, BATCH), {
            readOnly: true,
          })
          for (const { caseId, action } of due) await actAsSystem(context, region, caseId, { id: action })
          // Two office hours without a touch: back to the shared list (rule 7).
          const calendar = context.calendar(region)
          await context.database.inRegion(region, (tx) =>
            releaseUntouched(tx, region, twoOfficeHoursBefore(calendar, now)),
          )
        }
      },
      { schedule: { everyMinutes: 5 }, collapse: true },
    ),
    defineJob(
      'cases.clock',
      async () => {
        for (const region of await regions()) await tellByTheClock(context, region)
      },
      // Officers get one message for all of it, so it is looked at seldom enough not to become noise.
      { schedule: { everyMinutes: 30 } },
    ),
    defineJob('cases.tell-officer', async (job) => {
      const { account, ...counts } = job.payload as { account: string } & WorkCounts
      await context.tellOfficer(account, job.region!, countsInWords(counts))
    }),
  ]
}

/** The latest instant that lies at least two office hours back. */
function twoOfficeHoursBefore(calendar: Parameters<typeof addOfficeTime>[0], now: Date): Date {
  let low = now.getTime() - 14 * 86_400_000
  let high = now.getTime()
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2)
    if (addOfficeTime(calendar, middle, 2 * OFFICE_HOUR_MS) <= now.getTime()) low = middle
    else high = middle
  }
  return new Date(low)
}

async function deltaOf(
  context: CasesContext,
  tx: Parameters<typeof listFaults>[0],
  file: ReturnType<typeof caseOf>,
  action: string,
  isFirstOfMonth: boolean,
): Promise<MonthDelta | undefined> {
  if (action === 'submit') return { submitted: 1 }
  if (action === 'hold') return isFirstOfMonth ? { held: 1 } : undefined
  if (action === 'reject') return { rejected: 1 }
  if (action === 'return' || action === 'return-later') {
    const faults = (await listFaults(tx, file.region, file.caseId)).filter((fault) => fault.round === file.returns)
    return { returned: file.returns === 1 ? 1 : 0, reasons: [...new Set(faults.map((fault) => fault.reason))] }
  }
  if (action !== 'issue' || file.clock === undefined) return undefined
  const { service } = await context.services.get(file.region, file.serviceId, file.revision)
  const targetMs = service.definition.deadline.officeHours * OFFICE_HOUR_MS
  const reading = readClock(
    context.calendar(file.region),
    { ...file.clock, targetMs },
    file.issuedAtMs ?? context.clock.now().getTime(),
  )
  return { issued: 1, onTime: reading.late ? 0 : 1, usedMinutes: Math.floor(reading.elapsedMs / 60_000) }
}
