// What one step of a case adds to the figures of its day: the case's own, and one step of the officer who took it. Must stay
// true: called once for each event; a case counts as returned once, on the day of its first return.
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CaseFile } from './case.ts'
import type { CasesContext } from './context.ts'
import type { MonthDelta } from './figures.ts'
import { addOfficerStep, addToDay, countDeedsOf, type DayDelta, keepResult } from './office-report-store.ts'
import { listEvents } from './store.ts'

type Step = {
  readonly seq: number
  readonly at: Date
  readonly action: string
  readonly to_state: string | null
  readonly actor_account: string | null
  readonly actor_role: string
}

const NO_OFFICER = new Set(['citizen', 'system', 'applicant'])

export async function addStepToReports(
  context: CasesContext,
  tx: Tx,
  file: CaseFile,
  step: Step,
  month: MonthDelta | undefined,
): Promise<void> {
  const { region, caseId, serviceId, channel } = file
  const day = todayIn(context.regionInfo(region).timeZone, step.at.getTime())
  const delta: DayDelta = {
    ...(step.action === 'submit' ? { submitted: 1 } : {}),
    ...(step.action === 'reject' ? { rejected: 1 } : {}),
    ...(step.to_state === 'completed' ? { completed: 1 } : {}),
    ...(step.to_state === 'returned' && (await isFirstReturn(tx, file, step.seq)) ? { returned: 1 } : {}),
    ...(step.action === 'issue' ? { issued: 1, deeds: await countDeedsOf(tx, region, caseId) } : {}),
  }
  if (month?.usedMinutes !== undefined) {
    const used = month.usedMinutes
    const late = month.onTime === 0
    await keepResult(tx, {
      region_code: region,
      case_id: caseId,
      issued_on: day,
      service_id: serviceId,
      channel,
      used_minutes: used,
      late,
    })
    Object.assign(delta, { measured: 1, on_time: late ? 0 : 1, used_minutes: used })
  }
  if (Object.keys(delta).length > 0) await addToDay(tx, region, { day, serviceId, channel }, delta)
  if (step.actor_account !== null && !NO_OFFICER.has(step.actor_role))
    await addOfficerStep(tx, region, day, step.actor_account, step.actor_role)
}

async function isFirstReturn(tx: Tx, file: CaseFile, seq: number): Promise<boolean> {
  const events = await listEvents(tx, file.region, file.caseId)
  return !events.some((event) => event.to_state === 'returned' && event.seq < seq)
}
