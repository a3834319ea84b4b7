// The words of a notice to an applicant, filled from the case. Must stay true: number, service, dates, address, unit and cause only;
// nobody is written to who gave no way or whose application has no number yet.
import { formatDate, formatInstant } from '../../kernel/date-format.ts'
import { fill, type Text } from '../../kernel/text.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CaseFile } from './case.ts'
import type { CasesContext, OfferedService } from './context.ts'

/** Writes a notice in this transaction. `until` is the day it speaks of; the end of the repair, the hold or the promise otherwise. */
export async function noticeApplicant(
  { tx, context, offered }: { tx: Tx; context: CasesContext; offered: OfferedService },
  file: CaseFile,
  kind: string,
  text: Text,
  until = file.applicantUntilMs ?? file.holdUntilMs,
): Promise<void> {
  const { contact } = file
  if (contact === undefined || contact.channel === 'none' || file.number === undefined) return
  const { timeZone } = context.regionInfo(file.region)
  const body = fill(text[file.language], {
    number: file.number,
    service: offered.service.definition.texts.name[file.language],
    until:
      until !== undefined
        ? formatDate(todayIn(timeZone, until), file.language)
        : file.dueAtMs !== undefined
          ? formatInstant(file.dueAtMs, timeZone, file.language)
          : '',
    // Papers are handed to their applicant, signed in; following a case needs no account.
    address: `${context.origin}/${file.region}/${file.issuedAtMs === undefined ? 'track' : 'me'}`,
    unit: offered.unit,
    cause:
      file.holdCause === undefined
        ? ''
        : (offered.service.process.reasons?.holds?.find((reason) => reason.id === file.holdCause)?.label[
            file.language
          ] ?? ''),
  })
  await context.notify(tx, file.region, { caseId: file.caseId, kind, body, contact })
}
