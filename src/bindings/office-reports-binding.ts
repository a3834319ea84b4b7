// The port of the reports, bound to its queries. Names of officers come from the accounts, for the head alone.
import type { CasesContext } from '../modules/cases/context.ts'
import type { OfficeReportPort } from '../modules/cases/office-report-port.ts'
import { exportReport, readBehind, readReport } from '../modules/cases/office-report-queries.ts'
import type { Database } from '../platform/db/database.ts'

export function bindOfficeReports(context: CasesContext): OfficeReportPort {
  return {
    visitor: (request) => context.visitor(request),
    readReport: (visitor, query) =>
      readReport(context, visitor, query, (accounts) => namesOfAccounts(context.database, accounts)),
    listBehind: (visitor, query) => readBehind(context, visitor, query),
    exportReport: (visitor, query) => exportReport(context, visitor, query),
  }
}

/** Names of officers by account. */
export async function namesOfAccounts(
  database: Database,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map()
  type Users = { user: { id: string; name: string } }
  const rows = await database.asAuth(
    (tx) =>
      tx
        .withTables<Users>()
        .selectFrom('user')
        .select(['id', 'name'])
        .where('id', 'in', [...accounts])
        .execute(),
    { readOnly: true },
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
