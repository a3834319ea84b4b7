// Due times of open cases counted anew after the office changed its days or hours. Must stay true: only the promise moves,
// never what was late already; a case on hold keeps the day it was given; page by page, so that many cases cost memory for few.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import { readClock } from '../../kernel/service-clock.ts'
import { OFFICE_HOUR_MS } from '../../kernel/working-time.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { caseOf } from './case-codec.ts'
import type { CasesContext } from './context.ts'
import { dueAfterIssue } from './lifecycle.ts'
import type { CaseRow, CasesTables } from './tables.ts'

const PAGE = 200

/** `refresh` reads the regions anew first: this process may not have heard of the change yet. */
export function recountJob(context: CasesContext, refresh: () => Promise<void>): JobDefinition {
  return defineJob(
    'cases.recount-due',
    async (job) => {
      const region = String(job.payload.region)
      await refresh()
      await recountDue(context, region)
    },
    { collapse: true, timeoutSeconds: 600 },
  )
}

/** Gives how many due times moved. Safe to repeat. */
export async function recountDue(context: CasesContext, region: RegionCode): Promise<number> {
  let moved = 0
  for (let after: string | undefined; ; ) {
    const rows = await context.database.inRegion(region, (tx) => page(tx, region, after), { readOnly: true })
    for (const row of rows) {
      const due = await dueOf(context, row)
      if (due === undefined || due === row.due_at?.getTime()) continue
      moved += await context.database.inRegion(region, async (tx) => {
        // What moved on since it was read has been counted with the new calendar by that step.
        const done = await sql`update case_file set due_at = ${new Date(due)}
          where region_code = ${region} and case_id = ${row.case_id} and version = ${row.version}`.execute(tx)
        return Number(done.numAffectedRows ?? 0n)
      })
    }
    if (rows.length < PAGE) return moved
    after = rows.at(-1)!.case_id
  }
}

type Tx = Parameters<Parameters<CasesContext['database']['inRegion']>[1]>[0]

async function page(tx: Tx, region: RegionCode, after: string | undefined): Promise<readonly CaseRow[]> {
  return tx
    .withTables<CasesTables>()
    .selectFrom('case_file')
    .selectAll()
    .where('region_code', '=', region)
    .where('due_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('hold_until', 'is', null)
    .$if(after !== undefined, (query) => query.where('case_id', '>', after!))
    .orderBy('case_id')
    .limit(PAGE)
    .execute()
}

async function dueOf(context: CasesContext, row: CaseRow): Promise<number | undefined> {
  const file = caseOf(row, context.ring)
  const calendar = context.calendar(file.region)
  const { service } = await context.services.get(file.region, file.serviceId, file.revision)
  const state = service.process.states.find((one) => one.id === file.state)
  if (file.issuedAtMs !== undefined)
    return state === undefined
      ? undefined
      : dueAfterIssue(state, {
          process: service.process,
          calendar,
          timeZone: context.regionInfo(file.region).timeZone,
          nowMs: file.stateSinceMs,
          deadlineOfficeHours: service.definition.deadline.officeHours,
        })
  if (file.clock === undefined) return undefined
  const targetMs = service.definition.deadline.officeHours * OFFICE_HOUR_MS
  return readClock(calendar, { ...file.clock, targetMs }, context.clock.now().getTime()).dueAt
}
