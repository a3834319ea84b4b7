// What the work list reads: one page of each scope of an officer, merged by due time, and bounded counts for the filters.
// Must stay true: pages by key on an index; a case outside the officer's roles, services and places is not counted either.
import { readCaseNumber } from '../../kernel/case-number.ts'
import { addDays } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { stateOf } from '../catalogue/process.ts'
import { OFFICE_ROLES, officeCase } from './access.ts'
import type { CaseClock } from './case.ts'
import type { CasesContext } from './context.ts'
import { dueWords } from './due-words.ts'
import type { WorkFilter, WorkLine, WorkListView } from './office-port.ts'
import { CHANNEL_NAMES } from './office-words.ts'
import { findCaseByNumber } from './store.ts'
import { toneOf } from './timeline.ts'
import { countWorkOf, listWork, type WorkRow, type WorkScope } from './worklist-store.ts'

const PAGE = 20
const COUNT_BOUND = 1000

/** The scopes of an officer: one for each role and place. */
export function scopesOf(visitor: Visitor): readonly WorkScope[] {
  const region = visitor.region!.code
  return OFFICE_ROLES.flatMap((role) =>
    assignmentsFor(visitor.actor, region, role).map((one) => ({
      turn: role,
      services: one.services,
      place: one.place,
      regencyWide: one.place === region,
    })),
  )
}

export async function readWorkList(
  context: CasesContext,
  visitor: Visitor,
  filter: WorkFilter,
  after?: string,
  from = 1,
): Promise<WorkListView> {
  const region = visitor.region!
  const scopes = scopesOf(visitor)
  const nowMs = context.clock.now().getTime()
  const endOfDay = new Date(instantOf(region.timeZone, addDays(todayIn(region.timeZone, nowMs), 1), 0))
  const key = readKey(after)
  return context.database.inRegion(
    region.code,
    async (tx) => {
      const before = filter === 'late' ? new Date(nowMs) : filter === 'today' ? endOfDay : undefined
      const pages: WorkRow[][] = []
      for (const scope of scopes)
        pages.push([
          ...(await listWork(tx, region.code, scope, {
            limit: PAGE + 1,
            ...(key === undefined ? {} : { after: key }),
            ...(filter === 'mine' ? { mine: visitor.actor!.accountId } : {}),
            ...(filter === 'hold' ? { onHold: true } : {}),
            ...(before === undefined ? {} : { dueBefore: before }),
            ...(filter === 'today' ? { dueFrom: new Date(nowMs) } : {}),
          })),
        ])
      const rows = pages
        .flat()
        .sort((a, b) => a.due_at!.getTime() - b.due_at!.getTime() || (a.case_id < b.case_id ? -1 : 1))
      const shown = rows.slice(0, PAGE)
      const counts = { all: 0, late: 0, today: 0, mine: 0, hold: 0 }
      for (const scope of scopes) {
        const [all, late, today, mine, hold] = await countWorkOf(tx, region.code, scope, COUNT_BOUND, [
          {},
          { dueBefore: new Date(nowMs) },
          { dueFrom: new Date(nowMs), dueBefore: endOfDay },
          { mine: visitor.actor!.accountId },
          { onHold: true },
        ])
        counts.all += all!
        counts.late += late!
        counts.today += today!
        counts.mine += mine!
        counts.hold += hold!
      }
      const last = shown.at(-1)
      return {
        now: formatInstant(nowMs, region.timeZone, visitor.language),
        filter,
        counts,
        lines: await Promise.all(shown.map((row) => lineOf(context, visitor, row, nowMs))),
        from,
        ...(rows.length > PAGE && last !== undefined ? { next: `${last.due_at!.toISOString()}~${last.case_id}` } : {}),
        unit: visitor.actor!.assignments[0]?.unit ?? '',
      }
    },
    { readOnly: true },
  )
}

/** Where the last page ended: a time and a case (or card). */
export function readKey(after: string | undefined): { dueAt: Date; caseId: string } | undefined {
  const [at = '', caseId = ''] = (after ?? '').split('~')
  const dueAt = new Date(at)
  // A time that no case has: the database knows fewer years than JavaScript.
  const isTime = dueAt.getTime() > 0 && dueAt.getUTCFullYear() < 10_000
  return !isTime || !isUuid(caseId) ? undefined : { dueAt, caseId }
}

async function lineOf(context: CasesContext, visitor: Visitor, row: WorkRow, nowMs: number): Promise<WorkLine> {
  const region = visitor.region!
  const offered = await context.services.find(region.code, row.service_id)
  const state = offered === undefined ? undefined : stateOf(offered.service.process, row.state)
  const due = dueWords(
    context,
    region.code,
    {
      clock: (row.clock as CaseClock | null) ?? undefined,
      dueAtMs: row.due_at?.getTime(),
      holdUntilMs: row.hold_until?.getTime(),
      issuedAtMs: row.issued_at?.getTime(),
      hours: offered?.service.definition.deadline.officeHours ?? 24,
    },
    nowMs,
  )
  return {
    caseId: row.case_id,
    number: row.number ?? '',
    serviceName: offered?.service.definition.texts.name ?? { id: row.service_id, en: row.service_id },
    stateLabel: state?.label ?? { id: row.state, en: row.state },
    tone: state === undefined ? 'work' : toneOf(state),
    village: row.village_code === null ? '' : (context.villageName(row.village_code) ?? row.village_code),
    channel: CHANNEL_NAMES[row.channel] ?? { id: row.channel, en: row.channel },
    ...due,
    taken: row.taken_by === null ? 'free' : row.taken_by === visitor.actor!.accountId ? 'mine' : 'other',
  }
}

export async function findByNumber(
  context: CasesContext,
  visitor: Visitor,
  typed: string,
): Promise<string | undefined> {
  const read = readCaseNumber(typed)
  if (!read.ok) return undefined
  const number = read.value.caseNumber
  return context.database.inRegion(
    visitor.region!.code,
    async (tx) => {
      const row = await findCaseByNumber(tx, visitor.region!.code, number)
      if (row === undefined) return undefined
      const found = await officeCase(tx, context, visitor, row.case_id)
      return found.ok ? row.case_id : undefined
    },
    { readOnly: true },
  )
}
