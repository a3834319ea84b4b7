// What is read of services and of sent cases: the public page, the applicant's view, the follow-up by number.
import { readCaseNumber } from '../../kernel/case-number.ts'
import { formatDate, formatInstant, formatMonth } from '../../kernel/date-format.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import { cardsOf, issuesPapers } from '../catalogue/cards.ts'
import { listActions, stateOf } from '../catalogue/process.ts'
import { sentenceOfCondition, wordsOf } from '../catalogue/sentence.ts'
import { ownCase } from './access.ts'
import type { CaseFile } from './case.ts'
import { caseOf, eventOf } from './case-codec.ts'
import { findNewPromise } from './clock-mark-store.ts'
import { clockMarkId } from './clock-marks.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { linesOf } from './draft-queries.ts'
import { faultText, goodOne } from './fault-words.ts'
import { findFigures } from './figures.ts'
import { formLinks } from './form-queries.ts'
import { isOwner } from './help-access.ts'
import { helpLine, reportHints } from './help-lines.ts'
import { spanEnd } from './lifecycle.ts'
import { startsOnline } from './newcomer-rules.ts'
import { openSession } from './open-session.ts'
import { pickupCode } from './pickup-code.ts'
import type { CaseView, MineLine, PickupView, ServiceInfo, ServiceLine } from './port.ts'
import { findCaseByNumber, listCasesOfAccount, listEvents } from './store.ts'
import { nextOf, timelineOf, toneOf } from './timeline.ts'
import { unsentNotice } from './unsent-notice.ts'
import { listFaults } from './upload-store.ts'

const lineOf = ({ service }: OfferedService): ServiceLine => ({
  id: service.id,
  name: service.definition.texts.name,
  summary: service.definition.texts.summary,
  group: service.definition.group,
  minutes: service.definition.minutes,
})

/** Services a region offers, by words people type: every word must be found in name, summary or search words. */
export async function listServices(
  context: CasesContext,
  visitor: Visitor,
  query = '',
  group?: string,
): Promise<readonly ServiceLine[]> {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const offered = await context.services.list(visitor.region!.code)
  return offered
    .filter(({ service }) => {
      const { texts, search, forms } = service.definition
      const text = [texts.name, texts.summary, texts.officialName]
        .flatMap((one) => [one.id, one.en])
        .concat(search, forms)
        .join(' ')
        .toLowerCase()
      return words.every((word) => text.includes(word)) && (group === undefined || service.definition.group === group)
    })
    .map(lineOf)
}

export async function readService(
  context: CasesContext,
  visitor: Visitor,
  serviceId: string,
): Promise<ServiceInfo | undefined> {
  const region = visitor.region!
  const offered = await context.services.find(region.code, serviceId)
  if (offered === undefined) return undefined
  const { service } = offered
  const { definition } = service
  const nowMs = context.clock.now().getTime()
  const figures = await context.database.inRegion(
    region.code,
    (tx) => findFigures(tx, region.code, serviceId, todayIn(region.timeZone, nowMs)),
    { readOnly: true },
  )
  const words = wordsOf(service)
  const holdsCards = cardsOf(service).length > 0
  return {
    ...lineOf(offered),
    officialName: definition.texts.officialName,
    legalBasis: definition.legalBasis,
    forms: definition.forms,
    deadlineOfficeHours: definition.deadline.officeHours,
    deadlineConfirmed: definition.deadline.confirmed,
    ...(definition.report === undefined ? {} : { report: { days: definition.report.days } }),
    feeRupiah: definition.fee.rupiah,
    ...(definition.inPerson === undefined ? {} : { inPerson: definition.inPerson }),
    documents: service.documents
      .filter((document) => document.alternativeTo === undefined && document.required !== false)
      // What everybody needs before what few do.
      .sort((a, b) => Number(b.required === true) - Number(a.required === true))
      .map((document) => ({
        label: document.label,
        hint: document.hint,
        always: document.required === true,
        held: document.satisfiedBy !== undefined,
        alternatives: service.documents
          .filter((other) => other.alternativeTo === document.id)
          .map((other) => other.label),
        ...(typeof document.required === 'boolean' ? {} : { when: sentenceOfCondition(document.required, words) }),
      })),
    steps: stepsAfter(service.process.kind === 'instant', holdsCards, issuesPapers(service)),
    cards: holdsCards,
    ...(figures === undefined
      ? {}
      : {
          figures: {
            ...figures,
            month: formatMonth(figures.month, visitor.language),
            ...(figures.topReason === undefined
              ? {}
              : { topReason: service.process.reasons?.faults?.find((one) => one.id === figures.topReason)?.label }),
          },
        }),
    channels: definition.channels,
    startsOnline: startsOnline(service),
    keeper: offered.unit,
    confirmedOn: formatDate(todayIn(region.timeZone, nowMs), visitor.language),
    opensToday: context.opensText(region.code),
  } as ServiceInfo
}

function stepsAfter(instant: boolean, cards: boolean, papers: boolean): readonly { title: Text; text: Text }[] {
  const t = (id: string, en: string): Text => ({ id, en })
  if (instant)
    return [
      {
        title: t('Jawaban langsung tampil', 'The answer appears at once'),
        text: t('Tidak ada yang perlu ditunggu.', 'There is nothing to wait for.'),
      },
    ]
  return [
    {
      title: t('Berkas diperiksa', 'The papers are checked'),
      text: t(
        'Jawaban pertama paling lama 4 jam kerja. Bila ada yang kurang, semuanya disebut sekaligus.',
        'First answer within 4 office hours. Whatever is missing is named at once.',
      ),
    },
    {
      title: t('Data dicocokkan, lalu disahkan orang lain', 'Facts are compared, then approved by someone else'),
      text: t(
        'Pemeriksa, pengesah, dan penanda tangan selalu tiga orang berbeda.',
        'Checker, approver and signer are always three people.',
      ),
    },
    {
      title: t('Kepala dinas menandatangani secara elektronik', 'The head of the office signs electronically'),
      text: t(
        'Saat itu juga register berubah, semuanya sekaligus.',
        'At that moment the register changes, all at once.',
      ),
    },
    cards && !papers
      ? {
          title: t('Kartunya dicetak kantor', 'The office prints the card'),
          text: t(
            'Anda dikabari bila siap diambil, dengan kode ambil untuk loket penyerahan.',
            'You are told when it is ready, with the code for the hand-over counter.',
          ),
        }
      : {
          title: t('Hasilnya Anda unduh', 'You download the result'),
          text: cards
            ? t(
                'Cetak sendiri di kertas A4 putih. Kartu dicetak kantor.',
                'Print it on white A4 paper. Cards are printed by the office.',
              )
            : t('Cetak sendiri di kertas A4 putih, kapan saja.', 'Print it on white A4 paper, at any time.'),
        },
  ]
}

export async function listMine(context: CasesContext, visitor: Visitor): Promise<readonly MineLine[]> {
  const region = visitor.region!
  const { rows, hints } = await context.database.inRegion(
    region.code,
    async (tx) => {
      const rows = await listCasesOfAccount(tx, region.code, visitor.actor!, 50)
      const prepared = rows.filter((row) => row.channel === 'notice' && row.number === null).map((row) => row.case_id)
      return { rows, hints: await reportHints(tx, region.code, prepared) }
    },
    { readOnly: true },
  )
  return Promise.all(
    rows.map(async (row) => {
      const { service } = await context.services.get(region.code, row.service_id, row.revision)
      const state = stateOf(service.process, row.state)!
      const editable = state.turn === 'applicant'
      return {
        caseId: row.case_id,
        ...(row.number === null ? {} : { number: row.number }),
        serviceName: service.definition.texts.name,
        stateLabel: state.label,
        tone: toneOf(state),
        updated: formatInstant(row.updated_at.getTime(), region.timeZone, visitor.language),
        ...(hints.get(row.case_id) === undefined ? {} : { hint: hints.get(row.case_id)! }),
        href: `/${region.code}/cases/${row.case_id}${editable && row.number === null ? '/review' : ''}`,
      }
    }),
  )
}

export async function readCase(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<CaseView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx) => {
      const found = await ownCase(tx, context, visitor, caseId)
      return found.ok ? accept(await viewOf(tx, context, found.value, visitor.language, visitor)) : found
    },
    { readOnly: true },
  )
}

/** By number and the last four digits of the phone: the stage, the next step, the due time, the unit. Nothing about a person. */
export async function followUp(
  context: CasesContext,
  visitor: Visitor,
  number: string,
  digits: string,
): Promise<Result<CaseView>> {
  const read = readCaseNumber(number)
  if (!read.ok) return { ok: false, refusals: read.refusals.map((one) => ({ ...one, at: 'number' })) }
  const region = visitor.region!.code
  const asked = read.value.caseNumber
  // Taken before the answer is looked for: many tries at the same moment are still five.
  const wait = await context.limits.take('follow-up', `${region} ${asked}`)
  if (wait !== undefined) return refuse('too-many', 'number', { seconds: wait })
  const view = await context.database.inRegion(
    region,
    async (tx) => {
      const row = await findCaseByNumber(tx, region, asked)
      const hash = row?.follow_up_hash
      if (row === undefined || hash === null || hash === undefined) return undefined
      const known = Buffer.from(hash).toString()
      return keyedHashes(context.ring, `${asked}:${digits.replace(/\D/g, '')}`).includes(known)
        ? viewOf(tx, context, caseOf(row, context.ring), visitor.language, undefined)
        : undefined
    },
    { readOnly: true },
  )
  if (view !== undefined) {
    await context.limits.clear('follow-up', `${region} ${asked}`)
    return accept(view)
  }
  return refuse('follow-up-wrong', 'number')
}

/** States in which there are papers to download. */
const IS_ISSUED: ReadonlySet<string> = new Set(['issued', 'ready', 'completed'])

async function viewOf(
  tx: Tx,
  context: CasesContext,
  file: CaseFile,
  language: Language,
  visitor: Visitor | undefined,
): Promise<CaseView> {
  const offered = await context.services.get(file.region, file.serviceId, file.revision)
  const { service } = offered
  const zone = context.regionInfo(file.region).timeZone
  const state = stateOf(service.process, file.state)!
  const account = visitor?.actor?.accountId
  const isPublic = account === undefined
  // Whoever has the number and four digits sees the stages; what officers wrote by hand is for the applicant alone.
  const events = (await listEvents(tx, file.region, file.caseId))
    .map((row) => eventOf(row, context.ring))
    .map(({ note, ...event }) => (isPublic || note === undefined ? event : { ...event, note }))
  const faults =
    file.state === 'returned'
      ? (await listFaults(tx, file.region, file.caseId)).filter((fault) => fault.repaired_at === null)
      : []
  const opened = isPublic ? undefined : await openSession(tx, context, offered, file)
  const actions =
    opened === undefined
      ? []
      : listActions(
          service.process,
          {
            state: file.state,
            cameFrom: file.cameFrom,
            history: events.map(({ action, actorAccount }) => ({ action, actor: actorAccount ?? '' })),
          },
          { id: account!, roles: ['applicant'] },
          {
            scope: opened.session.scope,
            isWithin: (span) =>
              context.clock.now().getTime() <=
              spanEnd(span, { calendar: context.calendar(file.region), timeZone: zone, nowMs: file.stateSinceMs }),
          },
        ).map((action) => action.id)
  // Finished papers are the applicant's own (and whom a mandate names); who only helped does not see them.
  const help = opened === undefined ? undefined : await helpLine(tx, context, visitor!, file, opened.snapshot)
  const isMine = visitor !== undefined && (isOwner(visitor, file) || help?.way === 'mandate')
  const unsent = isMine ? await unsentNotice(tx, file.region, file.caseId, 'applicant') : undefined
  const documents = !isMine ? [] : await context.documents.listOfCase(tx, file.region, file.caseId)
  // A rejection ends the clock; while an objection is looked at, nobody has promised when something is issued.
  const clocks = new Map(service.process.actions.map((action) => [action.id, action.clock]))
  const clockRuns =
    clocks.get(events.findLast(({ action }) => clocks.get(action) !== undefined)?.action ?? '') !== 'end'
  const promised =
    clockRuns &&
    state.kind !== 'final' &&
    file.dueAtMs !== undefined &&
    file.issuedAtMs === undefined &&
    file.holdUntilMs === undefined
  const isLate = promised && file.dueAtMs! < context.clock.now().getTime()
  const until = isLate ? await findNewPromise(tx, file.region, file.caseId, clockMarkId(100, file.returns)) : undefined
  return {
    caseId: file.caseId,
    number: file.number ?? '',
    serviceId: file.serviceId,
    serviceName: service.definition.texts.name,
    state: file.state,
    stateLabel: state.label,
    tone: toneOf(state),
    now: nextOf(service, state, events),
    ...(promised ? { due: formatInstant(file.dueAtMs!, zone, language), isLate } : {}),
    ...(until === undefined ? {} : { newTime: formatDate(todayIn(zone, until.getTime()), language) }),
    holder: offered.unit,
    ...(file.state === 'ready' ? { pickup: pickupOf(context, file, offered.unit, isMine) } : {}),
    timeline: timelineOf({ file, events, service, zone, language, unit: offered.unit }),
    faults: faults.map((fault) => ({
      text: faultText(service, fault.place, fault.reason),
      ...(goodOne(service, fault.place) === undefined ? {} : { good: goodOne(service, fault.place)! }),
    })),
    ...(file.applicantUntilMs === undefined
      ? {}
      : { faultsUntil: formatDate(todayIn(zone, file.applicantUntilMs), language) }),
    documents: documents.map((one) => ({
      documentId: one.documentId,
      name: one.name,
      state: one.state,
      ...(one.state === 'valid'
        ? { href: `/${file.region}/cases/${file.caseId}/documents/${one.documentId}.pdf` }
        : {}),
      ...(one.token === undefined ? {} : { verifyHref: `/${file.region}/v/${one.token}` }),
    })),
    ...(!isMine && IS_ISSUED.has(file.state) && issuesPapers(service) ? { papersWith: offered.unit } : {}),
    canEdit: !isPublic && state.turn === 'applicant',
    canWithdraw: isMine && actions.includes('withdraw'),
    canObject: isMine && actions.includes('object'),
    canReuse: isMine && state.reusable === true,
    public: isPublic,
    ...(help === undefined ? {} : { help }),
    ...(unsent === undefined ? {} : { unsent }),
    forms: isMine && file.number !== undefined ? formLinks(service, `/${file.region}/cases/${file.caseId}`) : [],
    ...(isPublic || file.number === undefined ? {} : { receiptHref: `/${file.region}/cases/${file.caseId}/receipt` }),
    lines:
      opened === undefined || (!isMine && file.issuedAtMs !== undefined)
        ? []
        : linesOf(context, { ...opened, offered, file }, 'asked').map(({ page: _, ...line }) => line),
  }
}

function pickupOf(context: CasesContext, file: CaseFile, office: string, isMine: boolean): PickupView {
  return {
    office,
    address: context.addressText(file.region),
    hours: context.opensText(file.region),
    ...(isMine ? { code: pickupCode(context.ring, file.caseId) } : {}),
  }
}
