// Reading the registers of data protection. Must stay true: lists show no words of people; opening one request is a read that
// the person sees; downloading one's data is noted and gives what every part of the house holds.
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { lastDue } from '../../platform/jobs/schedule.ts'
import { ACTIVITIES, undescribed } from './activities.ts'
import { openFacts, openWords } from './codec.ts'
import { keeperRole, type PrivacyTools, tell, tellOwn } from './context.ts'
import type {
  BreachLine,
  BreachView,
  DataSection,
  DataSource,
  OfficeRequest,
  OfficeRequestLine,
  OfficeRequests,
  OwnView,
  ProcessingView,
  RequestLine,
} from './port.ts'
import { NIGHTLY, NIGHTLY_AT, RETENTION, RETENTION_RULES, type RetentionRule } from './retention.ts'
import { clockAt, conflictOf, isRequestKind, isStepKind, type RequestState } from './rules.ts'
import {
  type BreachRow,
  findBreach,
  findRequest,
  listActivities,
  listBreaches,
  listDoneRequests,
  listOpenRequests,
  listOwnRequests,
  listRegionTables,
  listRetention,
  listSteps,
  type RequestRow,
} from './store.ts'

export type NamesOf = (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>
const PAGE = 30

const instant = (visitor: Visitor, at: Date): string =>
  formatInstant(at.getTime(), visitor.region!.timeZone, visitor.language)

function officeLine(visitor: Visitor, row: RequestRow, now: Date): OfficeRequestLine {
  return {
    requestId: row.request_id,
    kind: isRequestKind(row.kind) ? row.kind : 'access',
    state: row.state as RequestState,
    madeAt: instant(visitor, row.made_at),
    dueAt: instant(visitor, row.due_at),
    clock: clockAt(now, row.due_at, row.decided_at ?? undefined),
    ...(row.decided_at === null ? {} : { decidedAt: instant(visitor, row.decided_at) }),
  }
}

function lineOf(tools: PrivacyTools, visitor: Visitor, row: RequestRow): RequestLine {
  return {
    ...officeLine(visitor, row, tools.clock.now()),
    words: openWords(tools.ring, 'request', row.request_id, row.words),
    ...(row.answer === null ? {} : { answer: openWords(tools.ring, 'answer', row.request_id, row.answer) }),
  }
}

export async function readOwnRequests(tools: PrivacyTools, visitor: Visitor): Promise<OwnView> {
  const region = visitor.region!.code
  const rows = await tools.database.inRegion(region, (tx) => listOwnRequests(tx, region, visitor.actor!.accountId), {
    readOnly: true,
  })
  return {
    isBound: visitor.actor!.personId !== undefined,
    // What waits for a second officer is not yet an answer.
    requests: rows.map((row) => {
      const { answer, ...line } = lineOf(tools, visitor, row)
      return answer === undefined || row.state === 'proposed' ? line : { ...line, answer }
    }),
  }
}

export async function exportOwn(
  tools: PrivacyTools,
  visitor: Visitor,
  sources: readonly DataSource[],
): Promise<readonly DataSection[]> {
  const sections: DataSection[] = []
  for (const source of sources) sections.push(await source(visitor))
  await tools.database.inRegion(visitor.region!.code, (tx) => tellOwn(tx, tools, visitor, 'privacy.export'))
  return sections
}

export async function listRequests(
  tools: PrivacyTools,
  visitor: Visitor,
  before?: string,
): Promise<Result<OfficeRequests>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  const region = visitor.region!.code
  const from = isUuid(before) ? before : undefined
  const { open, done } = await tools.database.inRegion(
    region,
    async (tx) => ({
      open: from === undefined ? await listOpenRequests(tx, region) : [],
      done: await listDoneRequests(tx, region, PAGE + 1, from),
    }),
    { readOnly: true },
  )
  const now = tools.clock.now()
  const line = (row: RequestRow): OfficeRequestLine => officeLine(visitor, row, now)
  const shown = done.slice(0, PAGE)
  const last = done.length > PAGE ? shown.at(-1) : undefined
  return accept({
    open: open.map(line),
    done: shown.map(line),
    ...(last === undefined ? {} : { next: last.request_id }),
  })
}

export async function readRequest(
  tools: PrivacyTools,
  visitor: Visitor,
  requestId: string,
  namesOf: NamesOf,
): Promise<Result<OfficeRequest>> {
  if (keeperRole(visitor) === undefined || !isUuid(requestId)) return refuse('not-found')
  const region = visitor.region!.code
  const row = await tools.database.inRegion(region, async (tx) => {
    const found = await findRequest(tx, region, requestId)
    if (found !== undefined) await tell(tx, tools, visitor, 'privacy.request.read', { subject: found.person_id })
    return found
  })
  if (row === undefined) return refuse('not-found')
  const names = await namesOf(
    [row.account_id, row.proposed_by, row.decided_by].filter((one): one is string => one !== null),
  )
  const { accountId, personId } = visitor.actor!
  const conflict = conflictOf(
    { account: accountId, ...(personId === undefined ? {} : { person: personId }) },
    {
      account: row.account_id,
      ...(row.person_id === null ? {} : { person: row.person_id }),
      ...(row.state === 'proposed' && row.proposed_by !== null ? { proposedBy: row.proposed_by } : {}),
    },
  )
  const isOpen = row.state === 'open' || row.state === 'proposed'
  return accept({
    ...lineOf(tools, visitor, row),
    from: names.get(row.account_id) ?? '–',
    ...(row.proposed_by === null ? {} : { proposedBy: names.get(row.proposed_by) ?? '–' }),
    ...(row.decided_by === null ? {} : { decidedBy: names.get(row.decided_by) ?? '–' }),
    mayAnswer: row.state === 'open' && conflict === undefined,
    mayConfirm: row.state === 'proposed' && conflict === undefined,
    ...(isOpen && conflict !== undefined ? { blocked: visitor.tell(conflict) } : {}),
  })
}

function breachLine(visitor: Visitor, row: BreachRow, now: Date): BreachLine {
  const told =
    row.authority_at === null || row.subjects_at === null
      ? undefined
      : new Date(Math.max(row.authority_at.getTime(), row.subjects_at.getTime()))
  return {
    breachId: row.breach_id,
    drill: row.drill,
    foundAt: instant(visitor, row.found_at),
    dueAt: instant(visitor, row.due_at),
    clock: clockAt(now, row.due_at, told),
    kinds: row.kinds,
    ...(row.people === null ? {} : { people: row.people }),
    ...(row.authority_at === null ? {} : { authorityAt: instant(visitor, row.authority_at) }),
    ...(row.subjects_at === null ? {} : { subjectsAt: instant(visitor, row.subjects_at) }),
    ...(row.closed_at === null ? {} : { closedAt: instant(visitor, row.closed_at) }),
  }
}

export async function readBreaches(
  tools: PrivacyTools,
  visitor: Visitor,
  before?: string,
): Promise<Result<{ readonly lines: readonly BreachLine[]; readonly next?: string }>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  const region = visitor.region!.code
  const rows = await tools.database.inRegion(
    region,
    (tx) => listBreaches(tx, region, PAGE + 1, isUuid(before) ? before : undefined),
    { readOnly: true },
  )
  const now = tools.clock.now()
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return accept({
    lines: shown.map((row) => breachLine(visitor, row, now)),
    ...(last === undefined ? {} : { next: last.breach_id }),
  })
}

export async function readBreach(
  tools: PrivacyTools,
  visitor: Visitor,
  breachId: string,
  namesOf: NamesOf,
): Promise<Result<BreachView>> {
  if (keeperRole(visitor) === undefined || !isUuid(breachId)) return refuse('not-found')
  const region = visitor.region!.code
  const found = await tools.database.inRegion(region, async (tx) => {
    const row = await findBreach(tx, region, breachId)
    if (row === undefined) return undefined
    await tell(tx, tools, visitor, 'breach.read')
    return { row, steps: await listSteps(tx, region, breachId) }
  })
  if (found === undefined) return refuse('not-found')
  const { row, steps } = found
  const names = await namesOf([...new Set([row.recorded_by, ...steps.map((one) => one.account_id)])])
  const isOwn = row.recorded_by === visitor.actor!.accountId
  const isTold = row.authority_at !== null && row.subjects_at !== null
  const conflict = isOwn ? 'privacy-four-eyes' : isTold ? undefined : 'privacy-told'
  return accept({
    ...breachLine(visitor, row, tools.clock.now()),
    ...openFacts(tools.ring, breachId, row.facts),
    recordedBy: names.get(row.recorded_by) ?? '–',
    steps: steps.map((one) => ({
      kind: isStepKind(one.kind) ? one.kind : 'measure',
      iso: one.at.toISOString(),
      at: instant(visitor, one.at),
      by: names.get(one.account_id) ?? '–',
      words: openWords(tools.ring, 'step', one.step_id, one.words),
    })),
    mayClose: row.closed_at === null && conflict === undefined,
    ...(row.closed_at === null && conflict !== undefined ? { blocked: visitor.tell({ code: conflict }) } : {}),
  })
}

const same = (text: string): Text => ({ id: text, en: text })
function periodOf(rule: RetentionRule): Text {
  if (rule.days === undefined) return { id: 'selamanya', en: 'for ever' }
  if (rule.days === 0) return { id: `segera ${rule.since.id}`, en: `at once ${rule.since.en}` }
  const years = Math.round(rule.days / 365.25)
  return rule.days >= 730
    ? { id: `${years} tahun ${rule.since.id}`, en: `${years} years ${rule.since.en}` }
    : { id: `${rule.days} hari ${rule.since.id}`, en: `${rule.days} days ${rule.since.en}` }
}

export async function readProcessing(tools: PrivacyTools, visitor: Visitor): Promise<Result<ProcessingView>> {
  if (keeperRole(visitor) === undefined) return refuse('not-yours')
  const { code: region, timeZone } = visitor.region!
  const now = tools.clock.now()
  const today = todayIn(timeZone, now.getTime())
  const { own, runs, names } = await tools.database.inRegion(
    region,
    async (tx) => ({
      own: await listActivities(tx, region),
      runs: await listRetention(tx, region),
      names: await listRegionTables(tx),
    }),
    { readOnly: true },
  )
  const ran = new Map(runs.map((run) => [run.rule_id, run]))
  return accept({
    lines: [
      ...ACTIVITIES.map(({ retention, tables: _, ...one }) => {
        const rules = retention.map((id) => RETENTION[id])
        const line = (language: 'id' | 'en') =>
          rules.map((rule) => `${rule.what[language]}: ${periodOf(rule)[language]}`).join('; ')
        return { ...one, retention: { id: line('id'), en: line('en') } }
      }),
      ...own.map((one) => ({
        id: one.activity_id,
        name: same(one.name),
        purpose: same(one.purpose),
        basis: same(one.basis),
        categories: same(one.categories),
        recipients: same(one.recipients),
        retention: same(one.retention),
        own: { owner: one.owner, reviewOn: formatDate(one.review_on, visitor.language), isDue: one.review_on <= today },
      })),
    ],
    retention: RETENTION_RULES.map((rule) => {
      const run = ran.get(rule.id)
      return {
        id: rule.id,
        what: rule.what,
        period: periodOf(rule),
        after: rule.after,
        basis: rule.basis,
        by: NIGHTLY.some((one) => one === rule.id) ? 'night' : 'days' in rule ? 'own' : 'nobody',
        ...(run === undefined
          ? {}
          : { lastAt: instant(visitor, run.last_at), lastRemoved: run.last_removed, removed: Number(run.removed) }),
      }
    }),
    nextRun: instant(visitor, new Date(lastDue(NIGHTLY_AT, now).getTime() + 86_400_000)),
    undescribed: undescribed(names),
    asOf: instant(visitor, now),
  })
}
