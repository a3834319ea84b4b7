// The port of institutions' reports, bound to use cases.
import type { CasesContext } from '../modules/cases/context.ts'
import { closeReport, matchWaiting, sendReport } from '../modules/cases/report-commands.ts'
import type { ContactOf } from '../modules/cases/report-match.ts'
import type { ReportPort } from '../modules/cases/report-port.ts'
import { readReport, readWaiting } from '../modules/cases/report-queries.ts'

export function bindReports(context: CasesContext, contactOf: ContactOf): ReportPort {
  return {
    visitor: (request) => context.visitor(request),
    read: (visitor, kind) => readReport(context, visitor, kind),
    send: (visitor, typed) => sendReport(context, visitor, typed, contactOf),
    readWaiting: (visitor) => readWaiting(context, visitor),
    match: (visitor, reportId, nik, name) => matchWaiting(context, visitor, reportId, { nik, name }, contactOf),
    close: (visitor, reportId) => closeReport(context, visitor, reportId),
  }
}
