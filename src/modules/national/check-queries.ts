// What the national centre said about one application, for those who decide it. Must stay true: reads inside the caller's
// transaction, who has checked that the case may be seen.
import type { Tx } from '../../platform/db/tx.ts'
import { countRequestsOfCase, findLastCheck } from './check-store.ts'
import type { NationalCheck } from './rules.ts'

export async function lastCheckOf(tx: Tx, region: string, caseId: string): Promise<NationalCheck | undefined> {
  const row = await findLastCheck(tx, region, caseId)
  if (row === undefined) return undefined
  const { answer, reference, unit, answered_at: at } = row
  return { answer, ...(reference === null ? {} : { reference }), unit, at }
}

/** How many changes of an issued case the national register has not answered, and how many answers there are. */
export const requestsOfCase = countRequestsOfCase
