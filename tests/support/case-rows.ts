// What the database holds of a case, for tests that must see that nothing changed.
import { sql } from 'kysely'
import type { TestServer } from './server.ts'

export type CaseRowNow = {
  readonly state: string
  readonly version: number
  readonly taken: string | null
  readonly events: number
}

async function rowsOf<T>(
  { house }: TestServer,
  query: ReturnType<typeof sql<T>>,
  region: string,
): Promise<readonly T[]> {
  return (await house.database.inRegion(region, (tx) => query.execute(tx), { readOnly: true })).rows
}

export async function lookAtCase(server: TestServer, caseId: string, region = '63.11'): Promise<CaseRowNow> {
  const query = sql<CaseRowNow>`
    select state, version, taken_by as taken,
      (select count(*)::int from case_event e where e.case_id = c.case_id) as events
    from case_file c where case_id = ${caseId}`
  return (await rowsOf(server, query, region))[0]!
}

export type JournalRow = { readonly action: string; readonly reason: string | null; readonly actor: string }

export function journalOf(server: TestServer, caseId: string, region = '63.11'): Promise<readonly JournalRow[]> {
  return rowsOf(
    server,
    sql<JournalRow>`select action, reason, actor from journal where case_id = ${caseId} order by at, id`,
    region,
  )
}
