// What the pages of help read: drafts one helps with, what a person is asked to agree to, the receipt, mandates. Reads only.

import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { maskName } from '../../kernel/person-name.ts'
import { maskPhone } from '../../kernel/phone.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { CODE_LISTS } from '../catalogue/code-lists.ts'
import { stateOf } from '../catalogue/process.ts'
import { qrMatrix } from '../documents/render/qr.ts'
import { familyOf, openMembers } from '../register/kinship.ts'
import { ownCase } from './access.ts'
import type { AssistView, ConfirmView, MandateLine, MandatesView, ReceiptView, ServiceChoice } from './assist-port.ts'
import type { CaseFile } from './case.ts'
import { caseOf } from './case-codec.ts'
import { faultsBeforeSending } from './commands.ts'
import type { CasesContext } from './context.ts'
import { listCasesOfUnits } from './continue-store.ts'
import { linesOf } from './draft-queries.ts'
import { isHelper, isOwner } from './help-access.ts'
import { type HelpWay, WAY_WORDS, waysOf } from './help-rules.ts'
import { findHelp, listGiven, listHeld, type MandateRow } from './help-store.ts'
import { openSession } from './open-session.ts'
import type { MineLine } from './port.ts'
import { listCasesOfHelper } from './store.ts'
import type { CaseRow } from './tables.ts'
import { toneOf } from './timeline.ts'

const WAYS: Readonly<Record<string, Text>> = {
  counter: { id: 'Di loket', en: 'At the counter' },
  village: { id: 'Di kantor desa', en: 'At the village office' },
  mobile: { id: 'Jemput bola', en: 'Mobile round' },
}
const ALL: Text = { id: 'Semua layanan', en: 'All services' }

const reading = <T>(context: CasesContext, visitor: Visitor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  context.database.inRegion(visitor.region!.code, work, { readOnly: true })

async function choices(context: CasesContext, visitor: Visitor): Promise<readonly ServiceChoice[]> {
  const { language } = visitor
  return (await context.services.list(visitor.region!.code))
    .filter(({ service }) => service.process.kind !== 'instant')
    .map(({ service }) => ({ value: service.id, label: service.definition.texts.name }))
    .sort((a, b) => a.label[language].localeCompare(b.label[language]))
}

export async function readAssist(context: CasesContext, visitor: Visitor): Promise<Result<AssistView>> {
  const region = visitor.region!.code
  const ways = waysOf(visitor)
  if (ways.length === 0) return refuse('not-yours')
  const isOfficer = assignmentsFor(visitor.actor, region, 'front-office').length > 0
  const units = [
    ...new Set((visitor.actor?.assignments ?? []).filter((one) => one.region === region).map((one) => one.unit)),
  ]
  const { lines, ofColleagues } = await reading(context, visitor, async (tx) => {
    const account = visitor.actor!.accountId
    const rows = await listCasesOfHelper(tx, region, account, 50)
    const others = await listCasesOfUnits(tx, region, units, account, 25)
    const reachable = (way: string) => ways.some((one) => one === way)
    return {
      lines: await helpedLines(tx, context, visitor, rows, (way) => way !== 'mandate'),
      ofColleagues: await helpedLines(tx, context, visitor, others, reachable),
    }
  })
  const villages = assignmentsFor(visitor.actor, region, 'village-operator').map(
    ({ place }) => context.villageName(place) ?? place,
  )
  return accept({
    ways: ways.map((way) => ({ value: way, label: WAYS[way]! })),
    services: await choices(context, visitor),
    mayTakeOutsiders: isOfficer,
    lines,
    ofColleagues: ofColleagues.map((line) => ({ ...line, who: maskName(line.who) })),
    villages: isOfficer ? [] : villages,
  })
}

async function helpedLines(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  rows: readonly CaseRow[],
  wanted: (way: string) => boolean,
): Promise<readonly (MineLine & { who: string; way: Text })[]> {
  const { code, timeZone } = visitor.region!
  const files = rows.map((row) => caseOf(row, context.ring))
  const persons = files.flatMap((file) => (file.applicantPerson === undefined ? [] : [file.applicantPerson]))
  const snapshot = await context.register.loadSnapshot(tx, code, { personIds: [...new Set(persons)] })
  const lines: (MineLine & { who: string; way: Text })[] = []
  for (const file of files) {
    const help = await findHelp(tx, code, file.caseId)
    if (help === undefined || !wanted(help.way)) continue
    const { service } = await context.services.get(code, file.serviceId, file.revision)
    const state = stateOf(service.process, file.state)!
    const person = file.applicantPerson === undefined ? undefined : snapshot.persons.get(file.applicantPerson)
    lines.push({
      caseId: file.caseId,
      ...(file.number === undefined ? {} : { number: file.number }),
      serviceName: service.definition.texts.name,
      stateLabel: state.label,
      tone: toneOf(state),
      updated: formatInstant(file.updatedAtMs, timeZone, visitor.language),
      href: `/${code}/cases/${file.caseId}${state.turn === 'applicant' && file.number === undefined ? '/review' : ''}`,
      who: person?.name ?? file.contact?.name ?? '',
      way: WAY_WORDS[help.way as HelpWay],
    })
  }
  return lines
}

export async function readConfirm(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
): Promise<Result<ConfirmView>> {
  return reading(context, visitor, async (tx) => {
    const found = await ownCase(tx, context, visitor, caseId)
    if (!found.ok) return found
    const file = found.value
    if (isOwner(visitor, file) || !isHelper(visitor, file)) return refuse('not-found')
    if (file.state !== 'draft' && file.state !== 'returned') return refuse('case-sent')
    const offered = await context.services.get(file.region, file.serviceId, file.revision)
    const opened = await openSession(tx, context, offered, file)
    const help = await findHelp(tx, file.region, caseId)
    const nowMs = context.clock.now().getTime()
    const phone = file.contact?.phone
    return accept({
      caseId,
      serviceName: offered.service.definition.texts.name,
      who: nameOf(file, opened.snapshot.persons),
      ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
      codeSent: help?.code_hash != null && help.code_until !== null && help.code_until.getTime() > nowMs,
      unit: help?.unit ?? '',
      today: formatDate(todayIn(visitor.region!.timeZone, nowMs), visitor.language),
      lines: [
        ...linesOf(context, { ...opened, offered, file }, 'asked'),
        ...linesOf(context, { ...opened, offered, file }, 'derived'),
      ],
      documents: opened.session.documents.map((one) => one.document.label),
      incomplete: faultsBeforeSending(visitor, opened, file).map(visitor.tell),
    })
  })
}

function nameOf(file: CaseFile, persons: ReadonlyMap<string, { readonly name: string }>): string {
  return (
    (file.applicantPerson === undefined ? undefined : persons.get(file.applicantPerson)?.name) ??
    file.contact?.name ??
    ''
  )
}

export async function readReceipt(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
): Promise<Result<ReceiptView>> {
  return reading(context, visitor, async (tx) => {
    const found = await ownCase(tx, context, visitor, caseId)
    if (!found.ok) return found
    const file = found.value
    if (file.number === undefined || file.submittedAtMs === undefined) return refuse('not-found')
    const { service, unit } = await context.services.get(file.region, file.serviceId, file.revision)
    const help = file.helperAccount === undefined ? undefined : await findHelp(tx, file.region, caseId)
    const trackHref = `/${file.region}/track?number=${file.number}`
    const { timeZone, office } = context.regionInfo(file.region)
    return accept({
      caseId,
      number: file.number,
      serviceName: service.definition.texts.name,
      stateLabel: stateOf(service.process, file.state)!.label,
      sentAt: formatInstant(file.submittedAtMs, timeZone, visitor.language),
      unit: help === undefined || help.unit === '' ? unit : help.unit,
      office,
      ...(file.contact?.phone !== undefined || file.contact?.digits === undefined
        ? {}
        : { digits: file.contact.digits }),
      trackHref,
      trackAddress: `${context.origin.replace(/^https?:\/\//, '')}/${file.region}/track`,
      qr: qrMatrix(context.origin + trackHref),
      ...(help === undefined ? {} : { helped: WAY_WORDS[help.way as HelpWay] }),
    })
  })
}

export async function readMandates(context: CasesContext, visitor: Visitor): Promise<Result<MandatesView>> {
  const { personId, accountId } = visitor.actor!
  if (personId === undefined) return refuse('identify-needed')
  const region = visitor.region!.code
  const now = context.clock.now()
  const services = await choices(context, visitor)
  const offered = await context.services.list(region)
  return reading(context, visitor, async (tx) => {
    const given = await listGiven(tx, region, personId)
    const held = await listHeld(tx, region, personId, now)
    const helped = await listCasesOfHelper(tx, region, accountId, 50)
    const snapshot = await context.register.loadSnapshot(tx, region, {
      personIds: [
        personId,
        ...given.flatMap((row) => (row.holder_person === null ? [] : [row.holder_person])),
        ...held.map((row) => row.giver_person),
      ],
    })
    const person = (id: string | null): string => (id === null ? '' : (snapshot.persons.get(id)?.name ?? ''))
    const serviceName = (id: string): Text =>
      id === '*' ? ALL : (services.find((one) => one.value === id)?.label ?? { id, en: id })
    const line = (row: MandateRow, who: string): MandateLine => ({
      mandateId: row.mandate_id,
      who,
      service: serviceName(row.service_id),
      until: formatDate(todayIn(visitor.region!.timeZone, row.valid_until.getTime() - 1), visitor.language),
      state: row.ended_at !== null ? 'ended' : row.valid_until <= now ? 'over' : 'holds',
    })
    const family = familyOf(snapshot, personId)
    return accept({
      given: given.map((row) => line(row, person(row.holder_person))),
      held: held.map((row) => ({
        ...line(row, person(row.giver_person)),
        services: row.service_id === '*' ? services : services.filter((one) => one.value === row.service_id),
      })),
      family: (family === undefined ? [] : openMembers(family))
        .filter((member) => member.personId !== personId)
        .map((member) => ({
          name: person(member.personId) || (snapshot.persons.get(member.personId)?.name ?? ''),
          relation: CODE_LISTS.familyRelation.find((row) => row.code === member.relation)?.text ?? { id: '', en: '' },
        })),
      familyServices: services.filter((one) =>
        offered
          .find(({ service }) => service.id === one.value)!
          .service.definition.applicants.some((role) => FAMILY_ROLES.has(role)),
      ),
      services,
      cases: await helpedLines(tx, context, visitor, helped, (way) => way === 'mandate'),
    })
  })
}

/** Roles in which a relative applies in their own name. */
const FAMILY_ROLES = new Set(['parent', 'spouse', 'child', 'family', 'head', 'adult', 'guardian'])
