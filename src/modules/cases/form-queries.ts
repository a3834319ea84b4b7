// The paper form of a sent application, for who applied and for officers who handle it. Must stay true: one may print what one may
// open, each time noted; a form the service does not name does not exist.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { CompiledService } from '../catalogue/compile.ts'
import { isPaper, type PrintedForm } from '../catalogue/printed-form.ts'
import type { FormSheet } from '../documents/form-sheet.ts'
import { officeCase, ownCase } from './access.ts'
import { findConflict, officerMover } from './commands.ts'
import type { CasesContext } from './context.ts'
import { fillForm } from './form-filling.ts'
import { speaksForApplicant } from './help-access.ts'
import { openSession } from './open-session.ts'

export type Forms = ReadonlyMap<string, PrintedForm>

/** Codes of the paper forms of a service, with where each is printed for this application. */
export const formLinks = (service: CompiledService, caseHref: string) =>
  service.definition.forms.filter(isPaper).map((code) => ({ code, href: `${caseHref}/forms/${code}.pdf` }))

/** Refuses `not-found`: no such case for this visitor, not sent yet, a tie of the officer, no such form. */
export async function readForm(
  context: CasesContext,
  forms: Forms,
  visitor: Visitor,
  asked: {
    readonly caseId: string
    readonly code: string
    readonly place: string
    readonly as: 'applicant' | 'office'
  },
): Promise<Result<FormSheet>> {
  const region = visitor.region!
  return context.database.inRegion(region.code, async (tx) => {
    const isOffice = asked.as === 'office'
    const found = await (isOffice ? officeCase : ownCase)(tx, context, visitor, asked.caseId)
    if (!found.ok) return found
    const file = found.value
    const { number } = file
    if (number === undefined || file.submittedAtMs === undefined) return refuse('not-found')
    if (!isOffice && !(await speaksForApplicant(tx, visitor, file))) return refuse('not-found')
    if (isOffice && (await findConflict(tx, context, visitor, file)) !== undefined) return refuse('not-found')
    const offered = await context.services.get(region.code, file.serviceId, file.revision)
    const named = offered.service.definition.forms.flatMap((code) => forms.get(code) ?? [])
    const form = named.find((one) => one.code === asked.code)
    if (form === undefined) return refuse('not-found')
    const opened = await openSession(tx, context, offered, file)
    const now = context.clock.now()
    const officer = isOffice ? officerMover(visitor, file, offered) : undefined
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role: officer?.role ?? 'citizen',
      ...(officer?.unit === undefined ? {} : { unit: officer.unit }),
      device: visitor.device,
      caseId: file.caseId,
      subject: file.applicantPerson,
      action: 'case.form',
      fields: [form.code],
    })
    return accept(
      fillForm({
        form,
        forms: named,
        service: offered.service,
        session: opened.session,
        snapshot: opened.snapshot,
        ...(file.applicantPerson === undefined ? {} : { applicant: file.applicantPerson }),
        ...(file.contact?.name === undefined ? {} : { applicantName: file.contact.name }),
        number,
        place: asked.place,
        sentOn: todayIn(region.timeZone, file.submittedAtMs),
        printedOn: todayIn(region.timeZone, now.getTime()),
        villageName: context.villageName,
      }),
    )
  })
}
