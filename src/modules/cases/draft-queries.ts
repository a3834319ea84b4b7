// What the draft's pages read: one page with its boxes, the documents, the summary. Reads only.
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { accept, type Refusal, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { addOfficeTime, OFFICE_HOUR_MS } from '../../kernel/working-time.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Answer } from '../catalogue/answers.ts'
import { CODE_LISTS } from '../catalogue/code-lists.ts'
import type { SessionPage } from '../catalogue/session.ts'
import { familyOf, openMembers } from '../register/kinship.ts'
import { editableCase } from './access.ts'
import { applicantLines } from './applicant-line.ts'
import type { CaseFile } from './case.ts'
import type { CasesContext, OfferedService } from './context.ts'
import { answerInWords, draftPageView, draftView, nextStep } from './draft-view.ts'
import { faultText } from './fault-words.ts'
import type { Candidate, FormData } from './form-fields.tsx'
import { helpLine } from './help-lines.ts'
import { type OpenSession, openSession } from './open-session.ts'
import type { AnswerLine, DocumentsView, DraftPageView, DraftView, ReviewView } from './port.ts'
import { standingFaults } from './repair-rules.ts'
import { headingsOf, tellerOf } from './told-to-helper.ts'
import { pdfPagesOf } from './upload-content.ts'
import { listFaults } from './upload-store.ts'

type Opened = OpenSession & { readonly file: CaseFile; readonly offered: OfferedService; readonly view: DraftView }

async function open(tx: Tx, context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<Opened>> {
  const found = await editableCase(tx, context, visitor, caseId)
  if (!found.ok) return found
  const file = found.value
  const offered = await context.services.get(file.region, file.serviceId, file.revision)
  const opened = await openSession(tx, context, offered, file)
  const { timeZone } = context.regionInfo(file.region)
  const help = await helpLine(tx, context, visitor, file, opened.snapshot)
  const heading = headingsOf(visitor, file, opened.snapshot)
  const view = draftView(file, offered.service, opened.session, timeZone, visitor.language)
  return accept({
    ...opened,
    file,
    offered,
    view: {
      ...view,
      steps: view.steps.map((step) => ({ ...step, label: heading(step.label) })),
      ...(help === undefined ? {} : { help }),
    },
  })
}

const reading = <T>(context: CasesContext, visitor: Visitor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  context.database.inRegion(visitor.region!.code, work, { readOnly: true })

export function readRole(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<DraftView>> {
  return reading(context, visitor, async (tx) => {
    const opened = await open(tx, context, visitor, caseId)
    return opened.ok ? accept(opened.value.view) : opened
  })
}

/** A page with what stands in its boxes. `just` are the problems of the answers that were just sent. */
export function readDraftPage(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  pageId: string,
  just: {
    readonly problems: readonly Refusal[]
    readonly warnings: readonly Refusal[]
    readonly opened?: readonly string[]
    readonly query?: Readonly<Record<string, string>>
    readonly typed?: FormData['values']
  } = { problems: [], warnings: [] },
): Promise<Result<DraftPageView>> {
  return reading(context, visitor, async (tx) => {
    const opened = await open(tx, context, visitor, caseId)
    if (!opened.ok) return opened
    const { session, file, view, offered } = opened.value
    const page =
      session.pages.find((one) => one.page.id === pageId) ??
      session.pages.find((one) => one.page.id === nextStep(session, file.applicantRole)) ??
      session.pages[0]
    if (page === undefined) return refuse('not-found')
    const base = `/${file.region}`
    const heading = headingsOf(visitor, file, opened.value.snapshot)
    const faults = (await listFaults(tx, file.region, caseId)).filter(
      (fault) => fault.repaired_at === null && page.fields.some((one) => one.field.key === fault.place.split('.')[0]),
    )
    return accept(
      draftPageView(view, {
        page: { ...page, page: { ...page.page, title: heading(page.page.title) } },
        typed: { ...file.typed, ...just.typed },
        problems: just.problems,
        warnings: just.warnings,
        opened: just.opened ?? [],
        candidates: candidatesOf(page, opened.value),
        villages: villagesOf(page, context, file, just.query ?? {}),
        villageSource: `${base}/villages`,
        pictures: picturesOf(page, opened.value, base),
        faults: faults.map((fault) => ({
          at: fault.place,
          text: faultText(offered.service, fault.place, fault.reason),
        })),
        tell: visitor.tell,
        short: context.shortText?.(file.serviceId, page.page.id),
      }),
    )
  })
}

/** Members of the applicant's card who fit a question, with what tells them apart. */
function candidatesOf(page: SessionPage, { session, snapshot, file }: Opened): FormData['candidates'] {
  const family = file.applicantPerson === undefined ? undefined : familyOf(snapshot, file.applicantPerson)
  const lists: Record<string, readonly Candidate[]> = {}
  for (const { field } of page.fields) {
    if (field.type !== 'person' && field.type !== 'people') continue
    const filter = field.filter
    lists[field.key] = (family === undefined ? [] : openMembers(family)).flatMap((member): readonly Candidate[] => {
      const person = snapshot.persons.get(member.personId)
      if (
        person === undefined ||
        (filter !== undefined && session.scope.fits(filter, { personId: person.id }) === false)
      )
        return []
      const relation = CODE_LISTS.familyRelation.find((row) => row.code === member.relation)?.text
      const detail: Text = {
        id: `${relation?.id ?? ''}, lahir ${formatDate(person.birthDate, 'id')}`,
        en: `${relation?.en ?? ''}, born ${formatDate(person.birthDate, 'en')}`,
      }
      return [{ personId: person.id, name: person.name, detail }]
    })
  }
  return lists
}

function villagesOf(
  page: SessionPage,
  context: CasesContext,
  file: CaseFile,
  query: Readonly<Record<string, string>>,
): FormData['villages'] {
  const lists: Record<string, FormData['villages'][string]> = {}
  const add = (name: string, code: string | undefined): void => {
    const chosenName = code === undefined ? undefined : context.villageName(code)
    const asked = query[`${name}.query`]
    lists[name] = {
      ...(asked === undefined ? {} : { query: asked, finds: context.searchVillages(asked, file.region).slice(0, 7) }),
      ...(code === undefined || chosenName === undefined ? {} : { chosen: { code, name: chosenName, within: '' } }),
    }
  }
  for (const one of page.fields) {
    const answer = one.answer ?? one.suggestion
    if (one.field.type === 'village') add(one.field.key, typeof answer === 'string' ? answer : undefined)
    if (one.field.type === 'address')
      add(
        `${one.field.key}.village`,
        typeof answer === 'object' && 'village' in answer
          ? String((answer as { village: unknown }).village)
          : undefined,
      )
  }
  return lists
}

function picturesOf(page: SessionPage, { uploads, file }: Opened, base: string): FormData['pictures'] {
  const pictures: Record<string, { src: string; alt: string }> = {}
  for (const { field } of page.fields) {
    const upload = uploads.find((one) => one.document_id === `photo-${field.key}`)
    if (field.type === 'photo' && upload !== undefined)
      pictures[field.key] = { src: `${base}/cases/${file.caseId}/pictures/${upload.upload_id}`, alt: field.label.id }
  }
  return pictures
}

export function readDocuments(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<DocumentsView>> {
  return reading(context, visitor, async (tx) => {
    const opened = await open(tx, context, visitor, caseId)
    if (!opened.ok) return opened
    const { session, uploads, file, view, offered, snapshot } = opened.value
    const zone = context.regionInfo(file.region).timeZone
    const told = tellerOf(visitor, file, snapshot)
    const faults = (await listFaults(tx, file.region, caseId)).filter((fault) => fault.repaired_at === null)
    const standing = standingFaults(faults, uploads, session.documents)
    return accept({
      ...view,
      refused: session.refusals.map((one) => told(one.text)),
      problems: [],
      documents: session.documents.map((needed) => {
        const ids = [needed.document.id, ...needed.alternatives.map((one) => one.id)]
        const fault = faults.find((one) => ids.includes(one.place))
        return {
          needed,
          uploads: uploads
            .filter((upload) => ids.includes(upload.document_id))
            .map((upload) => ({
              uploadId: upload.upload_id,
              src: `/${file.region}/cases/${caseId}/pictures/${upload.upload_id}`,
              receivedAt: formatInstant(upload.created_at.getTime(), zone, visitor.language),
              quality: upload.quality,
              pdfPages: pdfPagesOf(upload),
            })),
          ...(fault === undefined ? {} : { fault: faultText(offered.service, fault.place, fault.reason) }),
          toReplace: standing.some((one) => ids.includes(one.place)),
        }
      }),
    })
  })
}

export function readReview(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<ReviewView>> {
  return reading(context, visitor, async (tx) => {
    const opened = await open(tx, context, visitor, caseId)
    if (!opened.ok) return opened
    const { session, file, view, offered, snapshot } = opened.value
    const zone = context.regionInfo(file.region).timeZone
    const told = tellerOf(visitor, file, snapshot)
    const nowMs = context.clock.now().getTime()
    const calendar = context.calendar(file.region)
    const faults = file.state === 'returned' ? await listFaults(tx, file.region, caseId) : []
    const due = addOfficeTime(calendar, nowMs, offered.service.definition.deadline.officeHours * OFFICE_HOUR_MS)
    return accept({
      ...view,
      lines: linesOf(context, opened.value, 'asked'),
      refused: session.refusals.map((one) => told(one.text)),
      faults: faults
        .filter((fault) => fault.repaired_at === null)
        .map((fault) => faultText(offered.service, fault.place, fault.reason)),
      known: [...applicantLines(file, opened.value.snapshot.persons), ...linesOf(context, opened.value, 'derived')],
      documents: session.documents.map((one) => ({
        label: one.document.label,
        status:
          one.status === 'held'
            ? 'held'
            : one.status === 'uploaded' || one.status === 'replaced'
              ? 'uploaded'
              : 'missing',
      })),
      ...(session.late === true && session.reportDays !== undefined
        ? { late: { days: session.daysSinceEvent ?? 0, limit: session.reportDays } }
        : {}),
      due: formatInstant(due, zone, visitor.language),
      problems: [],
      idempotencyKey: `${caseId}:${file.returns}`,
    })
  })
}

/** Answers in words: those given (with the page where they are changed), or those taken from the register. */
export function linesOf(
  context: CasesContext,
  { session, snapshot, offered, file }: Pick<Opened, 'session' | 'snapshot' | 'offered' | 'file'>,
  which: 'asked' | 'derived',
): readonly AnswerLine[] {
  const nameOf = (id: string): string | undefined => snapshot.persons.get(id)?.name
  const line = (
    field: SessionPage['fields'][number]['field'],
    answer: Answer | undefined,
    page?: string,
  ): AnswerLine => ({
    label: field.label,
    value: answerInWords(field, answer, nameOf, (code) => context.villageName(code, file.region)),
    ...(page === undefined ? {} : { page }),
  })
  if (which === 'derived') return session.derived.map((one) => line(one.field, one.answer))
  return session.pages.flatMap((page) =>
    page.fields
      .filter((one) => one.state !== 'derived')
      .map((one) => line(one.field, one.answer, offered.service.pageOf[one.field.key])),
  )
}

/** The date on which a case was begun, in words. */
export function dayInWords(context: CasesContext, region: string, atMs: number, language: 'id' | 'en'): string {
  return formatDate(todayIn(context.regionInfo(region).timeZone, atMs), language)
}
