// What the office's pages read: the fair list of one officer's roles, and one case with everything that decides it.
// Opening a case is written to the journal with the names of what was seen.

import { readCaseNumber } from '../../kernel/case-number.ts'
import { addDays } from '../../kernel/date.ts'
import { formatDate, formatInstant, formatTime } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result } from '../../kernel/refusal.ts'
import { readClock } from '../../kernel/service-clock.ts'
import type { Text } from '../../kernel/text.ts'
import { OFFICE_HOUR_MS } from '../../kernel/working-time.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { listActions, stateOf } from '../catalogue/process.ts'
import { OFFICE_ROLES, officeCase } from './access.ts'
import type { CaseClock, CaseFile } from './case.ts'
import { eventOf } from './case-codec.ts'
import { findConflict, officerMover } from './commands.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { linesOf } from './draft-queries.ts'
import { placeName } from './fault-words.ts'
import { checksOf, eyesOf } from './office-checks.ts'
import type { OfficeAction, OfficeCaseView, SigningLine, WorkFilter, WorkLine, WorkListView } from './office-port.ts'
import { CHANNEL_NAMES } from './office-words.ts'
import { openSession } from './open-session.ts'
import { findCaseByNumber, listEvents } from './store.ts'
import { timelineOf, toneOf } from './timeline.ts'
import { findOtherUse } from './upload-store.ts'
import { countWork, listWork, type WorkRow, type WorkScope } from './worklist-store.ts'

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
      const count = async (options: Parameters<typeof countWork>[4]) =>
        (await Promise.all(scopes.map((scope) => countWork(tx, region.code, scope, COUNT_BOUND, options)))).reduce(
          (sum, n) => sum + n,
          0,
        )
      const counts = {
        all: await count({}),
        late: await count({ dueBefore: new Date(nowMs) }),
        today: await count({ dueFrom: new Date(nowMs), dueBefore: endOfDay }),
        mine: await count({ mine: visitor.actor!.accountId }),
        hold: await count({ onHold: true }),
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

function readKey(after: string | undefined): { dueAt: Date; caseId: string } | undefined {
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

type DueInput = {
  readonly clock?: CaseClock
  readonly dueAtMs?: number
  readonly holdUntilMs?: number
  readonly hours: number
}

/** "sisa 1 jam 20 mnt" in office time, "lewat 40 mnt", "ditahan" with the next date. */
export function dueWords(
  context: CasesContext,
  region: string,
  input: DueInput,
  nowMs: number,
): Pick<WorkLine, 'due' | 'dueNote' | 'usedPercent' | 'edge'> {
  const zone = context.regionInfo(region).timeZone
  if (input.holdUntilMs !== undefined) {
    const day = todayIn(zone, input.holdUntilMs)
    return {
      due: { id: 'ditahan', en: 'on hold' },
      dueNote: { id: `periksa lagi ${formatDate(day, 'id')}`, en: `look again ${formatDate(day, 'en')}` },
      ...(nowMs > input.holdUntilMs ? { edge: 'late' as const } : {}),
    }
  }
  if (input.clock === undefined || input.dueAtMs === undefined) return { due: { id: 'tanpa batas', en: 'no limit' } }
  const reading = readClock(context.calendar(region), { ...input.clock, targetMs: input.hours * OFFICE_HOUR_MS }, nowMs)
  const over = reading.elapsedMs - input.hours * OFFICE_HOUR_MS
  const percent = Math.min(100, Math.round(reading.share * 100))
  if (reading.late)
    return {
      due: { id: `lewat ${duration(over, 'id')}`, en: `${duration(over, 'en')} late` },
      usedPercent: 100,
      edge: 'late',
    }
  return {
    due: { id: `sisa ${duration(reading.remainingMs, 'id')}`, en: `${duration(reading.remainingMs, 'en')} left` },
    usedPercent: percent,
    ...(reading.share >= 0.8 ? { edge: 'soon' as const } : {}),
  }
}

function duration(ms: number, language: 'id' | 'en'): string {
  const minutes = Math.max(0, Math.round(ms / 60_000))
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const h = language === 'id' ? 'jam' : 'h'
  const m = language === 'id' ? 'mnt' : 'min'
  return hours === 0 ? `${rest} ${m}` : rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${m}`
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

export async function readOfficeCase(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
): Promise<Result<OfficeCaseView>> {
  const region = visitor.region!
  return context.database.inRegion(region.code, async (tx) => {
    const found = await officeCase(tx, context, visitor, caseId)
    if (!found.ok) return found
    const file = found.value
    const offered = await context.services.get(region.code, file.serviceId, file.revision)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: officerMover(visitor, file, offered).role,
      device: visitor.device,
      caseId,
      subject: file.applicantPerson,
      action: 'case.read',
      fields: Object.keys(file.answers),
    })
    return accept(await caseView(tx, context, visitor, file, offered))
  })
}

async function caseView(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  file: CaseFile,
  offered: OfferedService,
): Promise<OfficeCaseView> {
  const { service } = offered
  const region = visitor.region!
  const zone = region.timeZone
  const opened = await openSession(tx, context, offered, file)
  const rows = await listEvents(tx, file.region, file.caseId)
  const events = rows.map((row) => eventOf(row, context.ring))
  const conflict = await findConflict(tx, context, visitor, file)
  const mover = officerMover(visitor, file, offered)
  const history = events.map((event) => ({ action: event.action, actor: event.actorAccount ?? 'system' }))
  const actions = listActions(
    service.process,
    { state: file.state, cameFrom: file.cameFrom, history },
    { ...mover, related: conflict !== undefined },
    { scope: opened.session.scope },
  )
  const allForRole = listActions(service.process, { state: file.state, cameFrom: file.cameFrom, history: [] }, mover, {
    scope: opened.session.scope,
  })
  const prepared = await context.writer.readPrepared(tx, file.region, file.caseId)
  const preview =
    prepared === undefined
      ? context.writer.preview({
          file,
          service,
          session: opened.session,
          snapshot: opened.snapshot,
          today: opened.today,
        })
      : accept(prepared)
  const state = stateOf(service.process, file.state)!
  const nowMs = context.clock.now().getTime()
  const due = dueWords(
    context,
    file.region,
    {
      clock: file.clock,
      dueAtMs: file.dueAtMs,
      holdUntilMs: file.holdUntilMs,
      hours: service.definition.deadline.officeHours,
    },
    nowMs,
  )
  const documents = await Promise.all(
    opened.session.documents.map(async (one) => {
      const ids = [one.document.id, ...one.alternatives.map((other) => other.id)]
      const uploads = opened.uploads.filter((upload) => ids.includes(upload.document_id))
      const reuse = await Promise.all(
        uploads.map((upload) => findOtherUse(tx, file.region, upload.source_hash, file.caseId)),
      )
      return {
        label: one.document.label,
        uploads: uploads.map((upload) => ({
          src: `/${file.region}/office/cases/${file.caseId}/pictures/${upload.upload_id}`,
          at: formatInstant(upload.created_at.getTime(), zone, visitor.language),
        })),
        held: one.status === 'held',
        doubts: uploads.flatMap((upload) => upload.quality),
        reused: reuse.some((other) => other !== undefined),
      }
    }),
  )
  const objection = events.filter((event) => event.action === 'object').at(-1)?.note
  const fourEyesOnly = actions.length === 0 && allForRole.length > 0
  return {
    caseId: file.caseId,
    number: file.number ?? '',
    serviceName: service.definition.texts.name,
    stateLabel: state.label,
    tone: due.edge === 'late' ? 'stop' : due.edge === 'soon' ? 'care' : toneOf(state),
    ...(state.kind === 'final' ? {} : { due: due.due }),
    channel: CHANNEL_NAMES[file.channel] ?? { id: file.channel, en: file.channel },
    village: file.villageCode === undefined ? '' : (context.villageName(file.villageCode) ?? file.villageCode),
    lines: linesOf(context, { ...opened, offered }, 'asked').map(({ page: _, ...line }) => line),
    known: linesOf(context, { ...opened, offered }, 'derived'),
    changes: preview.ok ? preview.value.beforeAfter : [],
    ...(preview.ok ? {} : { changesNote: both(preview.refusals.map(visitor.tell).join(' ')) }),
    checks: checksOf({
      session: opened.session,
      file,
      warnings: preview.ok ? preview.value.warnings.map(visitor.tell) : preview.refusals.map(visitor.tell),
      stopped: !preview.ok,
      differences: await context.writer.readDifferences(tx, file.region, file.caseId),
    }),
    documents,
    eyes: eyesOf({
      process: service.process,
      events,
      account: visitor.actor!.accountId,
      state: file.state,
      time: (ms) => `${formatDate(todayIn(zone, ms), visitor.language)}, ${formatTime(ms, zone, visitor.language)}`,
    }),
    actions: actions.map((action): OfficeAction => officeAction(action, offered)),
    ...(conflict !== undefined
      ? { blocked: visitor.tell(conflict) }
      : fourEyesOnly
        ? { blocked: visitor.tell({ code: 'four-eyes', params: { duty: '' } }) }
        : {}),
    taken: file.takenBy === undefined ? 'free' : file.takenBy === visitor.actor!.accountId ? 'mine' : 'other',
    history: timelineOf({
      file,
      events,
      process: service.process,
      zone,
      language: visitor.language,
      unit: offered.unit,
    }).filter((item) => item.state === 'done'),
    places: placesOf(
      offered,
      opened.session.documents.filter((one) => one.status !== 'held').map((one) => one.document.id),
      Object.keys(opened.session.answersThatCount),
    ),
    ...(objection === undefined ? {} : { objection }),
  }
}

const both = (text: string): Text => ({ id: text, en: text })

function placesOf(
  offered: OfferedService,
  documents: readonly string[],
  answers: readonly string[],
): OfficeCaseView['places'] {
  return [...documents, ...answers].map((value) => ({ value, label: placeName(offered.service, value) }))
}

function officeAction(action: ReturnType<typeof listActions>[number], { service }: OfferedService): OfficeAction {
  const harmful = ['reject', 'annul', 'propose-annulment', 'refuse-objection'].includes(action.id)
  const forward = [
    'screen',
    'verify',
    'decide',
    'validate',
    'sign',
    'print',
    'hand-over',
    'finish',
    'accept-objection',
    'resume',
  ].includes(action.id)
  return {
    id: action.id,
    label: action.label,
    kind: forward ? 'main' : harmful ? 'harm' : 'second',
    reasons: (action.reasons === undefined ? [] : (service.process.reasons?.[action.reasons] ?? [])).map((reason) => ({
      value: reason.id,
      label: reason.label,
    })),
    note: action.note === true,
    until: action.until === true,
    points: action.points === true,
  }
}

/** Cases that wait for this head's signature, each with its changes. */
export async function listSigning(context: CasesContext, visitor: Visitor): Promise<readonly SigningLine[]> {
  const region = visitor.region!
  return context.database.inRegion(
    region.code,
    async (tx) => {
      const scopes = scopesOf(visitor).filter((scope) => scope.turn === 'head')
      const rows: WorkRow[] = []
      for (const scope of scopes)
        rows.push(...(await listWork(tx, region.code, scope, { limit: 50, state: 'signing' })))
      const lines: SigningLine[] = []
      for (const row of rows) {
        const found = await officeCase(tx, context, visitor, row.case_id)
        if (!found.ok) continue
        const prepared = await context.writer.readPrepared(tx, region.code, row.case_id)
        const conflict = await findConflict(tx, context, visitor, found.value)
        const { service } = await context.services.get(region.code, row.service_id, found.value.revision)
        const own = Object.values(found.value.hands).includes(visitor.actor!.accountId)
        lines.push({
          caseId: row.case_id,
          number: row.number ?? '',
          serviceName: service.definition.texts.name,
          village: row.village_code === null ? '' : (context.villageName(row.village_code) ?? ''),
          changes: prepared?.beforeAfter ?? [],
          ...(conflict !== undefined
            ? { blocked: visitor.tell(conflict) }
            : own
              ? { blocked: visitor.tell({ code: 'four-eyes', params: { duty: '' } }) }
              : {}),
        })
      }
      return lines
    },
    { readOnly: true },
  )
}
