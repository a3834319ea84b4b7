// Opens the session of a case inside a transaction: its answers against the register as it is now. Reads only.
import { isUuid } from '../../kernel/id.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { type Answers, isPersonAnswer, personIdOf } from '../catalogue/answers.ts'
import { type Session, session } from '../catalogue/session.ts'
import { registerFacts } from '../register/facts-of-register.ts'
import { neededKeys } from '../register/needed-keys.ts'
import type { CaseFile } from './case.ts'
import type { CaseSnapshot, CasesContext, OfferedService } from './context.ts'
import { withPast } from './past-cases.ts'
import { listUploads } from './upload-store.ts'

export type OpenSession = {
  readonly session: Session
  readonly snapshot: CaseSnapshot
  readonly today: string
  readonly uploads: Awaited<ReturnType<typeof listUploads>>
}

/** Every person of the register that answers name. */
export function personsIn(answers: Answers): readonly string[] {
  const ids = new Set<string>()
  const visit = (value: unknown): void => {
    const id = isPersonAnswer(value) ? personIdOf(value) : undefined
    if (id !== undefined) ids.add(id)
    else if (Array.isArray(value)) for (const one of value) isUuid(one) ? ids.add(one) : visit(one)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visit(one)
  }
  for (const answer of Object.values(answers)) visit(answer)
  return [...ids]
}

/** The day of the case is that of its submission, before it today. */
export function dayOf(file: CaseFile, zone: string, nowMs: number): string {
  const submitted = file.state === 'draft' || file.state === 'returned' ? undefined : file.submittedAtMs
  return todayIn(zone, submitted ?? nowMs)
}

export async function openSession(
  tx: Tx,
  context: CasesContext,
  offered: OfferedService,
  file: CaseFile,
): Promise<OpenSession> {
  const { timeZone, name } = context.regionInfo(file.region)
  const today = dayOf(file, timeZone, context.clock.now().getTime())
  const keys = neededKeys({
    effects: offered.service.definition.effects,
    answers: file.answers,
    ...(file.applicantPerson === undefined ? {} : { applicant: file.applicantPerson }),
  })
  const [snapshot, uploads] = await Promise.all([
    context.register.loadSnapshot(tx, file.region, keys),
    listUploads(tx, file.region, file.caseId),
  ])
  const facts = registerFacts({
    view: snapshot,
    documents: snapshot.documents,
    day: today,
    ...(file.applicantPerson === undefined ? {} : { applicant: file.applicantPerson }),
  })
  const opened = session(offered.service, file.answers, facts, {
    region: file.region,
    // Papers name the place alone: "Balangan", not "Kabupaten Balangan".
    regionName: name.replace(/^(Kabupaten|Kota) /, ''),
    today,
    channel: file.channel,
    uploads: [...new Set(uploads.map((upload) => upload.document_id))],
    confirmed: file.confirmed,
    contactPhone: file.contact?.phone ?? null,
    contactEmail: file.contact?.email ?? null,
    ...(file.applicantPerson === undefined ? {} : { applicant: file.applicantPerson }),
    ...(file.applicantRole === undefined ? {} : { applicantRole: file.applicantRole }),
  })
  const { effects } = offered.service.definition
  const view = await withPast(tx, context, file.region, { effects, scope: opened.scope, snapshot })
  return { session: opened, snapshot: view, today, uploads }
}
