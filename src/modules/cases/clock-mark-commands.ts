// Tells what the clock says (specification section 6): applicants who have their file back are reminded, section and department heads hear
// of promises nearly or already broken, the applicant gets a new time, holds past their date and cards nobody collects are
// named. Must stay true: each once, written with its mark in one transaction; officers get counts, never a case or a name.
import { addOfficeTime, OFFICE_HOUR_MS } from '../../kernel/working-time.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeOutbox } from '../../platform/jobs/outbox.ts'
import { findReminder } from '../catalogue/notice.ts'
import { stateOf } from '../catalogue/process.ts'
import type { Span } from '../catalogue/process-definition.ts'
import type { CaseFile } from './case.ts'
import { caseOf } from './case-codec.ts'
import { noticeApplicant } from './case-notice.ts'
import {
  addMark,
  listByDue,
  listOfficers,
  listOverHolds,
  listStanding,
  listUnreminded,
  type OfficerRow,
} from './clock-mark-store.ts'
import { clockMarkId, holdMarkId, newPromise, reachedMark, reminderId, timerMarkId } from './clock-marks.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { findFigures } from './figures.ts'
import { TOLD_WORDS } from './office-words.ts'
import type { CaseRow } from './tables.ts'
import { CASE_WORDS } from './words.ts'

const DAY_MS = 86_400_000
/** Of each kind in one round; what is left comes with the next. */
const MOST = 200

/** What officers are told of, counted: `soon` and `late` of the promise, `held` past its date, `standing` too long. */
export type Told = 'soon' | 'late' | 'held' | 'standing'
export type WorkCounts = Readonly<Record<Told, number>>
type News = { readonly told: Told; readonly roles: readonly string[]; readonly file: CaseFile }
type Round = {
  readonly tx: Tx
  readonly context: CasesContext
  readonly region: string
  readonly nowMs: number
  readonly offered: readonly OfferedService[]
  readonly news: News[]
}

/** One round in one region; gives how many cases something was told of. Safe to repeat. */
export async function tellByTheClock(context: CasesContext, region: string): Promise<number> {
  const offered = await context.services.list(region)
  const nowMs = context.clock.now().getTime()
  return context.database.inRegion(region, async (tx) => {
    const round: Round = { tx, context, region, nowMs, offered, news: [] }
    const reminded = await remindApplicants(round)
    await tellOfPromises(round)
    await tellOfHolds(round)
    await tellOfStanding(round)
    await tellOfficers(round)
    return reminded + round.news.length
  })
}

const openCase = async ({ context, region }: Round, row: CaseRow) => {
  const file = caseOf(row, context.ring)
  return { file, offered: await context.services.get(region, file.serviceId, file.revision) }
}
const mark = ({ tx, region, nowMs }: Round, file: CaseFile, id: string, untilMs?: number): Promise<boolean> =>
  addMark(tx, {
    region_code: region,
    case_id: file.caseId,
    mark: id,
    at: new Date(nowMs),
    until: untilMs === undefined ? null : new Date(untilMs),
  })

async function remindApplicants(round: Round): Promise<number> {
  const { tx, context, region, nowMs, offered } = round
  const days = new Set(
    offered.flatMap(({ service }) => (service.process.timers ?? []).flatMap((one) => one.reminders ?? [])),
  )
  const reminded = new Set<string>()
  // The longest wait first: who slept over two reminders gets one.
  for (const day of [...days].sort((a, b) => b - a)) {
    const wait = { day, since: new Date(nowMs - day * DAY_MS), now: new Date(nowMs) }
    for (const row of await listUnreminded(tx, region, wait, MOST)) {
      const { file, offered: its } = await openCase(round, row)
      if (!(await mark(round, file, reminderId(day, file.returns))) || reminded.has(file.caseId)) continue
      const timer = its.service.process.timers?.find((one) => one.state === file.state)
      const notice = findReminder(its.service.notices, file.state)
      if (notice === undefined || timer?.reminders?.includes(day) !== true) continue
      reminded.add(file.caseId)
      await noticeApplicant({ tx, context, offered: its }, file, file.state, notice.text)
    }
  }
  return reminded.size
}

async function tellOfPromises(round: Round): Promise<void> {
  const { tx, context, region, nowMs, offered } = round
  const calendar = context.calendar(region)
  const now = new Date(nowMs)
  const shares = new Set(
    offered.flatMap(({ service }) =>
      (service.process.clockMarks ?? []).flatMap((one) => (one.tell.length > 0 ? [one.percent] : [])),
    ),
  )
  const longest = Math.max(0, ...offered.map(({ service }) => service.definition.deadline.officeHours)) * OFFICE_HOUR_MS
  for (const percent of [...shares].sort((a, b) => b - a)) {
    const isOver = percent >= 100
    const to = isOver ? now : new Date(addOfficeTime(calendar, nowMs, Math.ceil((longest * (100 - percent)) / 100)))
    for (const row of await listByDue(tx, region, { percent, from: isOver ? undefined : now, to }, MOST)) {
      const { file, offered: its } = await openCase(round, row)
      const { process, definition } = its.service
      const targetMs = definition.deadline.officeHours * OFFICE_HOUR_MS
      const reached = reachedMark(process, file, { calendar, targetMs, nowMs })
      if (reached === undefined || reached.percent !== percent) continue
      const until = isOver ? await promiseAnew(round, file) : undefined
      if (!(await mark(round, file, clockMarkId(percent, file.returns), until))) continue
      round.news.push({ told: isOver ? 'late' : 'soon', roles: reached.tell, file })
      if (reached.tell.includes('applicant'))
        await noticeApplicant({ tx, context, offered: its }, file, 'late', CASE_WORDS.newTimeNotice, until)
    }
  }
}

async function promiseAnew({ tx, context, region, nowMs }: Round, file: CaseFile): Promise<number> {
  const today = todayIn(context.regionInfo(region).timeZone, nowMs)
  const figures = await findFigures(tx, region, file.serviceId, today)
  return newPromise(context.calendar(region), file.clock!, { p90Hours: figures?.p90Hours, nowMs })
}

async function tellOfHolds(round: Round): Promise<void> {
  for (const row of await listOverHolds(round.tx, round.region, new Date(round.nowMs), MOST)) {
    const { file } = await openCase(round, row)
    if (await mark(round, file, holdMarkId(file.stateSinceMs)))
      round.news.push({ told: 'held', roles: file.turn === undefined ? [] : [file.turn], file })
  }
}

/** Timers that do nothing but tell: a card that lies uncollected. */
async function tellOfStanding(round: Round): Promise<void> {
  const timers = new Map(
    round.offered.flatMap(({ service }) =>
      (service.process.timers ?? []).flatMap((timer) => {
        const turn = stateOf(service.process, timer.state)?.turn
        return timer.action === undefined && timer.tell !== undefined && turn !== undefined
          ? [[timer.id, { ...timer, turn, tell: timer.tell }] as const]
          : []
      }),
    ),
  )
  for (const { id, state, turn, after, tell } of timers.values()) {
    const since = new Date(round.nowMs - daysOf(after) * DAY_MS)
    for (const row of await listStanding(round.tx, round.region, { id, state, turn, since }, MOST)) {
      const { file } = await openCase(round, row)
      if (await mark(round, file, timerMarkId(id, file.stateSinceMs)))
        round.news.push({ told: 'standing', roles: tell, file })
    }
  }
}

/** Calendar days; a stretch of office time is taken for the days it fills. */
function daysOf(span: Span): number {
  if ('days' in span) return span.days
  return 'workingDays' in span ? (span.workingDays * 7) / 5 : span.officeHours / 8
}

/** Each officer one message a round, with the counts of what lies within their roles. */
async function tellOfficers({ tx, context, region, news }: Round): Promise<void> {
  const roles = [...new Set(news.flatMap((one) => one.roles))].filter((role) => role !== 'applicant')
  if (roles.length === 0) return
  const counts = new Map<string, Record<Told, number>>()
  const officers = await listOfficers(tx, region, roles, context.clock.now())
  for (const { told, roles: named, file } of news) {
    const hears = new Set(
      officers.filter((one) => named.includes(one.role) && covers(one, file)).map((one) => one.account),
    )
    for (const account of hears) {
      const own = counts.get(account) ?? { soon: 0, late: 0, held: 0, standing: 0 }
      own[told] += 1
      counts.set(account, own)
    }
  }
  for (const [account, own] of counts)
    await writeOutbox(tx, { kind: 'cases.tell-officer', payload: { account, ...own } })
}

function covers({ place, services }: OfficerRow, file: CaseFile): boolean {
  const where = file.villageCode ?? file.region
  return (
    (services.includes('*') || services.includes(file.serviceId)) && (where === place || where.startsWith(`${place}.`))
  )
}

/** "2 hampir lewat janji, 1 sudah lewat": what stands in an officer's message. */
export function countsInWords(counts: WorkCounts): string {
  const kinds = ['late', 'soon', 'held', 'standing'] as const
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => TOLD_WORDS[kind].id.replace('{count}', String(counts[kind])))
    .join(', ')
}
