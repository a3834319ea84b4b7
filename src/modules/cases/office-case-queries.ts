// One case with everything that decides it: answers, papers, checks, what the register would change, who may do what now.
// Opening a case is written to the journal with the names of what was seen.
import { formatDate, formatInstant, formatTime } from '../../kernel/date-format.ts'
import { accept, type Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { listActions, stateOf } from '../catalogue/process.ts'
import { officeCase } from './access.ts'
import { applicantLines } from './applicant-line.ts'
import type { CaseFile } from './case.ts'
import { eventOf } from './case-codec.ts'
import { findConflict, officerMover } from './commands.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { linesOf } from './draft-queries.ts'
import { dueWords } from './due-words.ts'
import { formLinks } from './form-queries.ts'
import { nationalOf } from './national-check.ts'
import { NATIONAL_OUTAGE } from './national-held.ts'
import { mayAskNation } from './national-wait.ts'
import { officeAction, placesOf } from './office-actions.ts'
import { checksOf, eyesOf } from './office-checks.ts'
import type { OfficeAction, OfficeCaseView } from './office-port.ts'
import { CHANNEL_NAMES } from './office-words.ts'
import { openSession } from './open-session.ts'
import { listEvents } from './store.ts'
import { detailOf, timelineOf, toneOf } from './timeline.ts'
import { tellerToOfficer } from './told-to-helper.ts'
import { unsentNotice } from './unsent-notice.ts'
import { pdfPagesOf } from './upload-content.ts'
import { findUsedElsewhere } from './upload-store.ts'

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
    const { role, unit } = officerMover(visitor, file, offered)
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role,
      ...(unit === undefined ? {} : { unit }),
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
      issuedAtMs: file.issuedAtMs,
      hours: service.definition.deadline.officeHours,
    },
    nowMs,
  )
  const lookalikes =
    preview.ok && state.kind !== 'final' && preview.value.newcomers.length > 0
      ? await context.writer.countLookalikes(tx, file.region, file.caseId, preview.value.newcomers)
      : { open: 0, same: 0 }
  const national = await nationalOf(tx, visitor, file, {
    asks: preview.ok && preview.value.asksNation && mayAskNation(service.definition.effects),
    roles: mover.roles,
    at: (moment) => formatInstant(moment.getTime(), zone, visitor.language),
  })
  const usedElsewhere = await findUsedElsewhere(
    tx,
    file,
    opened.uploads.map((upload) => upload.source_hash),
  )
  const documents = opened.session.documents.map((one) => {
    const ids = [one.document.id, ...one.alternatives.map((other) => other.id)]
    const uploads = opened.uploads.filter((upload) => ids.includes(upload.document_id))
    return {
      label: one.document.label,
      uploads: uploads.map((upload) => ({
        src: `/${file.region}/office/cases/${file.caseId}/pictures/${upload.upload_id}`,
        at: formatInstant(upload.created_at.getTime(), zone, visitor.language),
        pdfPages: pdfPagesOf(upload),
      })),
      held: one.status === 'held',
      doubts: uploads.flatMap((upload) => upload.quality),
      reused: uploads.some((upload) => usedElsewhere.has(upload.source_hash)),
    }
  })
  const objection = events.filter((event) => event.action === 'object').at(-1)?.note
  const rejection = events.filter((event) => event.action === 'reject').at(-1)
  const rejectedFor =
    objection === undefined || rejection === undefined ? undefined : detailOf(rejection, service.process, zone)
  // The promise is kept with the issue; what a card still needs is the print desk's time, told on its list.
  const counts = state.kind !== 'final' && file.turn !== undefined && file.issuedAtMs === undefined
  const unsent = await unsentNotice(tx, file.region, file.caseId, 'officer')
  const fourEyesOnly = actions.length === 0 && allForRole.length > 0
  return {
    caseId: file.caseId,
    number: file.number ?? '',
    ...holdOf(file, service, due.dueNote),
    forms: formLinks(service, `/${file.region}/office/cases/${file.caseId}`),
    serviceName: service.definition.texts.name,
    stateLabel: state.label,
    tone: !counts ? toneOf(state) : due.edge === 'late' ? 'stop' : due.edge === 'soon' ? 'care' : toneOf(state),
    ...(counts ? { due: due.due } : {}),
    isDone: file.issuedAtMs !== undefined,
    ...(file.state === 'annulled' ? { isUndone: true } : {}),
    ...(unsent === undefined ? {} : { unsent }),
    channel: CHANNEL_NAMES[file.channel] ?? { id: file.channel, en: file.channel },
    village: file.villageCode === undefined ? '' : (context.villageName(file.villageCode) ?? file.villageCode),
    applicant: applicantLines(file, opened.snapshot.persons),
    lines: linesOf(context, { ...opened, offered, file }, 'asked').map(({ page: _, ...line }) => line),
    known: linesOf(context, { ...opened, offered, file }, 'derived'),
    changes: preview.ok ? preview.value.beforeAfter : [],
    ...(preview.ok ? {} : { changesNote: both(preview.refusals.map(visitor.tell).join(' ')) }),
    checks: [
      ...checksOf({
        session: opened.session,
        told: tellerToOfficer(file, opened.snapshot),
        file,
        warnings: preview.ok ? preview.value.warnings.map(visitor.tell) : preview.refusals.map(visitor.tell),
        stopped: !preview.ok,
        differences: await context.writer.readDifferences(tx, file.region, file.caseId),
        goes: (preview.ok ? preview.value.goes : []).map(({ document, of }) => ({
          document,
          name: opened.snapshot.persons.get(of)?.name ?? '',
        })),
        lookalikes: { ...lookalikes, href: `/${file.region}/office/duplicates/cases/${file.caseId}` },
      }),
      ...national.lines,
    ],
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
      service,
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
    ...(rejectedFor === undefined ? {} : { rejectedFor }),
    ...(national.mayNote && conflict === undefined ? { mayNoteNational: true } : {}),
    mayLink: file.issuedAtMs !== undefined && mover.roles.includes('front-office'),
  }
}

const both = (text: string): Text => ({ id: text, en: text })

/** The cause by its name, the next date, and whether it goes on without anybody. */
function holdOf(
  file: CaseFile,
  { process }: OfferedService['service'],
  next: Text | undefined,
): Pick<OfficeCaseView, 'hold'> {
  const { holdCause } = file
  if (file.state !== 'on_hold' || holdCause === undefined) return {}
  const cause = process.reasons?.holds?.find(({ id }) => id === holdCause)?.label ?? { id: holdCause, en: holdCause }
  const after = GOES_ON[holdCause] ?? GOES_ON_BY_HAND
  return {
    hold: {
      fact: { id: `Ditunda: ${cause.id}.`, en: `On hold: ${cause.en}.` },
      text: next === undefined ? after : { id: `${after.id} (${next.id})`, en: `${after.en} (${next.en})` },
    },
  }
}

const GOES_ON_BY_HAND: Text = {
  id: 'Lanjutkan begitu sebabnya selesai.',
  en: 'Take it up again once the cause is over.',
}
const GOES_ON: Readonly<Record<string, Text>> = {
  [NATIONAL_OUTAGE]: {
    id: 'Berlanjut sendiri begitu petugas data mencatat bahwa pusat sudah pulih, atau ada jawaban pusat yang masuk.',
    en: 'Goes on by itself once the data officer notes that the centre is back, or an answer of it arrives.',
  },
  'signer-down': {
    id: 'Ditandatangani sendiri begitu layanan tanda tangan pulih.',
    en: 'Signed by itself once the signature service is back.',
  },
}
