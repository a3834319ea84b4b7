// What the reports read: sums of days, open cases by stage, steps of officers, cards, and the cases behind a figure. Must stay
// true: only for whom the whole region is theirs, and only their services; officers are named to the head alone; a list behind
// a figure names no applicant; a span is at most 366 days.
import { stringify } from 'csv-stringify/sync'
import { addDays, addMonths, daysBetween, isPlainDate } from '../../kernel/date.ts'
import { formatDate, formatInstant, formatMonth } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import { assignmentsFor, type Role, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { decimal } from '../../platform/ui/format.ts'
import { stateOf } from '../catalogue/process.ts'
import { sumCardDays } from '../documents/blank-store.ts'
import { KIND_NAMES } from './card-words.ts'
import type { CasesContext } from './context.ts'
import type { BehindQuery, BehindView, FigureLine, ReportQuery, ReportSpan, ReportView } from './office-report-port.ts'
import {
  type BehindFilter,
  countOpen,
  type FigureRow,
  listBehind,
  listDays,
  type Span,
  sumDays,
  sumOfficers,
} from './office-report-store.ts'
import { FIGURE_TITLES, REPORT_WORDS, ROLE_NAMES } from './office-report-words.ts'
import { CHANNEL_NAMES } from './office-words.ts'
import { toneOf } from './timeline.ts'

export const REPORT_ROLES: readonly Role[] = ['head', 'data-officer', 'coordinator']
const MOST_DAYS = 366
const PAGE = 25
const ZERO = {
  submitted: 0,
  issued: 0,
  measured: 0,
  on_time: 0,
  used_minutes: 0,
  returned: 0,
  rejected: 0,
  completed: 0,
  deeds: 0,
}

/** The services whose figures this visitor may read; undefined for whom the region is not theirs. */
function allowedServices(visitor: Visitor): readonly string[] | undefined {
  const { code } = visitor.region!
  const found = REPORT_ROLES.flatMap((role) => assignmentsFor(visitor.actor, code, role)).filter(
    (one) => one.place === code,
  )
  return found.length === 0 ? undefined : [...new Set(found.flatMap((one) => one.services))]
}

const isHead = (visitor: Visitor): boolean => assignmentsFor(visitor.actor, visitor.region!.code, 'head').length > 0

/** The span asked for; this month without one; undefined when it cannot be read. */
function spanOf(query: ReportQuery, today: string): ReportSpan | undefined {
  const { from = '', to = '' } = query
  if (from !== '' || to !== '') {
    if (!isPlainDate(from) || !isPlainDate(to) || to < from || daysBetween(from, to) >= MOST_DAYS) return undefined
    return { from, to }
  }
  const month = query.month === undefined || query.month === '' ? today.slice(0, 7) : query.month
  if (!/^\d{4}-\d{2}$/.test(month) || !isPlainDate(`${month}-01`)) return undefined
  return { from: `${month}-01`, to: addDays(addMonths(`${month}-01`, 1), -1), month }
}

const spanText = (span: ReportSpan, language: 'id' | 'en'): string =>
  span.month === undefined
    ? `${formatDate(span.from, language)} – ${formatDate(span.to, language)}`
    : formatMonth(span.month, language)

function lineOf(row: FigureRow, name: Text): FigureLine {
  return {
    key: row.key,
    name,
    submitted: row.submitted,
    issued: row.issued,
    late: row.measured - row.on_time,
    ...(row.measured === 0
      ? {}
      : {
          onTimePercent: Math.round((row.on_time * 1000) / row.measured) / 10,
          averageHours: Math.round((row.used_minutes * 10) / (row.measured * 60)) / 10,
        }),
    returned: row.returned,
    rejected: row.rejected,
    deeds: row.deeds,
  }
}

const add = (rows: readonly FigureRow[]): FigureRow =>
  rows.reduce<FigureRow>(
    (sum, row) => ({
      key: '',
      submitted: sum.submitted + row.submitted,
      issued: sum.issued + row.issued,
      measured: sum.measured + row.measured,
      on_time: sum.on_time + row.on_time,
      used_minutes: sum.used_minutes + row.used_minutes,
      returned: sum.returned + row.returned,
      rejected: sum.rejected + row.rejected,
      completed: sum.completed + row.completed,
      deeds: sum.deeds + row.deeds,
    }),
    { key: '', ...ZERO },
  )

export async function readReport(
  context: CasesContext,
  visitor: Visitor,
  query: ReportQuery,
  namesOf: (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Result<ReportView>> {
  const region = visitor.region!
  const { language } = visitor
  const allowed = allowedServices(visitor)
  if (allowed === undefined) return refuse('not-yours')
  const nowMs = context.clock.now().getTime()
  const today = todayIn(region.timeZone, nowMs)
  const asked = spanOf(query, today)
  const span = asked ?? spanOf({}, today)!
  const year: Span = { from: addMonths(`${today.slice(0, 7)}-01`, -11), to: today }
  const offered = await context.services.list(region.code)
  const nameOf = (id: string): Text =>
    offered.find((one) => one.service.id === id)?.service.definition.texts.name ?? { id, en: id }
  const read = await context.database.inRegion(
    region.code,
    async (tx) => ({
      services: await sumDays(tx, region.code, span, allowed, 'service'),
      channels: await sumDays(tx, region.code, span, allowed, 'channel'),
      months: await sumDays(tx, region.code, year, allowed, 'month'),
      open: await countOpen(tx, region.code, allowed),
      officers: await sumOfficers(tx, region.code, span),
      cards: await sumCardDays(tx, region.code, span.from, span.to),
    }),
    { readOnly: true },
  )
  const most = (rows: readonly FigureRow[], name: (key: string) => Text): readonly FigureLine[] =>
    rows
      .map((row) => lineOf(row, name(row.key)))
      .sort((a, b) => b.submitted + b.issued - (a.submitted + a.issued) || (a.key < b.key ? -1 : 1))
  const process = offered[0]?.service.process
  const states = new Map<string, number>()
  for (const one of read.open) states.set(one.state, (states.get(one.state) ?? 0) + one.n)
  const order = process?.states.map((state) => state.id) ?? []
  const named = isHead(visitor)
  const names = named ? await namesOf([...new Set(read.officers.map((one) => one.account_id))]) : new Map()
  const roleName = (role: string): Text => ROLE_NAMES[role] ?? { id: role, en: role }
  const byRole = [...new Set(read.officers.map((one) => one.role))].map((role) => ({
    name: roleName(role)[language],
    role: roleName(role),
    steps: read.officers.filter((one) => one.role === role).reduce((sum, one) => sum + one.steps, 0),
  }))
  return accept({
    span,
    spanText: spanText(span, language),
    now: formatInstant(nowMs, region.timeZone, language),
    months: Array.from({ length: 12 }, (_, back) => addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7)).map(
      (value) => ({ value, label: formatMonth(value, language) }),
    ),
    total: lineOf(add(read.services), REPORT_WORDS.all),
    services: most(read.services, nameOf),
    channels: most(read.channels, (key) => CHANNEL_NAMES[key] ?? { id: key, en: key }),
    states: [...states]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([state, count]) => ({
        state,
        name: (process === undefined ? undefined : stateOf(process, state))?.label ?? { id: state, en: state },
        count,
      })),
    trend: Array.from({ length: 12 }, (_, index) => addMonths(year.from, index).slice(0, 7)).map((month) => {
      const row = read.months.find((one) => one.key === month)
      return {
        label: formatMonth(month, language).slice(0, 3),
        issued: row?.issued ?? 0,
        ...(row === undefined || row.measured === 0
          ? {}
          : { value: Math.round((row.on_time * 1000) / row.measured) / 10 }),
      }
    }),
    officers: named
      ? read.officers.slice(0, 50).map((one) => ({
          name: names.get(one.account_id) ?? '–',
          role: roleName(one.role),
          steps: one.steps,
        }))
      : byRole.sort((a, b) => b.steps - a.steps),
    namesOfficers: named,
    cards: read.cards.map((one) => ({
      kind: KIND_NAMES[one.kind],
      printed: one.printed,
      spoiled: one.spoiled,
      handed: one.handed,
    })),
    mayOpenStock: named,
    ...(asked === undefined ? { fault: visitor.tell({ code: 'report-span', at: 'from' }) } : {}),
  })
}

const FIGURES: readonly BehindFilter['figure'][] = [
  'submitted',
  'issued',
  'late',
  'returned',
  'rejected',
  'completed',
  'open',
]

export async function readBehind(
  context: CasesContext,
  visitor: Visitor,
  query: BehindQuery,
): Promise<Result<BehindView>> {
  const region = visitor.region!
  const allowed = allowedServices(visitor)
  if (allowed === undefined) return refuse('not-yours')
  const figure = FIGURES.find((one) => one === query.figure)
  const today = todayIn(region.timeZone, context.clock.now().getTime())
  const span = spanOf(query, today)
  if (figure === undefined || span === undefined) return refuse('not-found')
  const clean = (text: string | undefined): string | undefined =>
    text !== undefined && /^[a-z0-9_-]{1,60}$/.test(text) ? text : undefined
  const [service, channel, state] = [clean(query.service), clean(query.channel), clean(query.state)]
  const [at = '', caseId = ''] = (query.after ?? '').split('~')
  const key = isUuid(caseId) && new Date(at).getTime() > 0 ? { at: new Date(at), caseId } : undefined
  const rows = await context.database.inRegion(
    region.code,
    (tx) =>
      listBehind(
        tx,
        region.code,
        {
          figure,
          span,
          from: new Date(instantOf(region.timeZone, span.from, 0)),
          until: new Date(instantOf(region.timeZone, addDays(span.to, 1), 0)),
          ...(service === undefined ? {} : { service }),
          ...(channel === undefined ? {} : { channel }),
          ...(state === undefined ? {} : { state }),
        },
        allowed,
        { limit: PAGE + 1, ...(key === undefined ? {} : { after: key }) },
      ),
    { readOnly: true },
  )
  const lines = await Promise.all(
    rows.slice(0, PAGE).map(async (row): Promise<BehindView['lines'][number]> => {
      const offered = await context.services.find(region.code, row.service_id)
      const known = offered === undefined ? undefined : stateOf(offered.service.process, row.state)
      return {
        caseId: row.case_id,
        number: row.number,
        ...(isHead(visitor) ? { href: `/${region.code}/office/cases/${row.case_id}` } : {}),
        serviceName: offered?.service.definition.texts.name ?? { id: row.service_id, en: row.service_id },
        village: row.village_code === null ? '' : (context.villageName(row.village_code) ?? row.village_code),
        channel: CHANNEL_NAMES[row.channel] ?? { id: row.channel, en: row.channel },
        stateLabel: known?.label ?? { id: row.state, en: row.state },
        tone: known === undefined ? 'work' : toneOf(known),
        when: formatDate(todayIn(region.timeZone, row.at.getTime()), visitor.language),
        ...(row.used_minutes === null ? {} : { hours: decimal(row.used_minutes / 60, 1, visitor.language) }),
        late: row.late === true,
      }
    }),
  )
  const last = rows[PAGE - 1]
  const serviceName = service === undefined ? undefined : await context.services.find(region.code, service)
  const stateName = state === undefined ? undefined : lines[0]?.stateLabel
  return accept({
    title: FIGURE_TITLES[figure]!,
    spanText: figure === 'open' ? '' : spanText(span, visitor.language),
    parts: [
      ...(serviceName === undefined ? [] : [serviceName.service.definition.texts.name]),
      ...(channel === undefined ? [] : [CHANNEL_NAMES[channel] ?? { id: channel, en: channel }]),
      ...(stateName === undefined ? [] : [stateName]),
    ],
    lines,
    from: query.first ?? 1,
    ...(rows.length > PAGE && last !== undefined ? { next: `${last.at.toISOString()}~${last.case_id}` } : {}),
  })
}

export async function exportReport(
  context: CasesContext,
  visitor: Visitor,
  query: ReportQuery,
): Promise<Result<{ readonly csv: string; readonly fileName: string }>> {
  const region = visitor.region!
  const allowed = allowedServices(visitor)
  if (allowed === undefined) return refuse('not-yours')
  const now = context.clock.now()
  const span = spanOf(query, todayIn(region.timeZone, now.getTime()))
  if (span === undefined) return refuse('report-span', 'from')
  const rows = await context.database.inRegion(region.code, async (tx) => {
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role: REPORT_ROLES.find((role) => assignmentsFor(visitor.actor, region.code, role).length > 0)!,
      device: visitor.device,
      action: 'report.export',
      fields: ['cases'],
    })
    return listDays(tx, region.code, span, allowed)
  })
  return accept({
    csv: stringify([...rows], { header: true, columns: ['day', 'service_id', 'channel', ...Object.keys(ZERO)] }),
    fileName: `laporan-${region.code.replace('.', '')}-${span.from}-${span.to}.csv`,
  })
}
