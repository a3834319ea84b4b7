// Diagnoses that doctors decided when they answered a referral, by the measuring that raised the alert. Must stay true: a measuring alone
// is never a diagnosis; a doctor without a national number is not named for one, so theirs stays here.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import { openReferralWords } from '../alert-commands.ts'
import type { GrowthContext } from '../context.ts'
import type { FhirVisit } from './fhir/visit.ts'

type Decided = NonNullable<FhirVisit['diagnoses']>[number]

/** Of a measuring `m` an item `i` that left before its diagnosis was decided. */
export const DIAGNOSED_SINCE = sql`exists (
  select 1 from growth_alert a join growth_referral r on r.region_code = a.region_code and r.alert_id = a.alert_id
  where a.region_code = m.region_code and a.child_id = m.child_id and a.measurement_id = m.measurement_id
    and r.diagnosed and r.answered_on >= (i.created_at at time zone 'UTC')::date)`

export async function diagnosesOf(
  tx: Tx,
  context: GrowthContext,
  region: string,
  children: readonly string[],
  numbers: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly Decided[]>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<{
    measurement_id: string
    referral_id: string
    answered_on: string
    answered_by: string
    words: Uint8Array
  }>`
    select a.measurement_id, r.referral_id, r.answered_on, r.answered_by, r.words
    from growth_alert a join growth_referral r on r.region_code = a.region_code and r.alert_id = a.alert_id
    where a.region_code = ${region} and a.child_id = any(${[...children]}::uuid[]) and a.measurement_id is not null
      and r.diagnosed and r.state = 'answered'
    order by r.answered_on, r.referral_id`.execute(tx)
  const found = new Map<string, readonly Decided[]>()
  for (const row of rows) {
    const ihs = numbers.get(row.answered_by)
    const { icd10 } = openReferralWords(context, row.referral_id, row.words)
    if (ihs === undefined || icd10 === undefined) continue
    const before = found.get(row.measurement_id) ?? []
    if (before.some(({ code }) => code === icd10)) continue
    found.set(row.measurement_id, [
      ...before,
      { id: row.referral_id, code: icd10, decidedBy: { role: 'doctor', ihs }, decidedOn: row.answered_on },
    ])
  }
  return found
}
