// What was done for a child, as marks of its growth chart: extra food begun, sent on to another place.
import { sql } from 'kysely'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'

const NAMES: Readonly<Record<'food' | 'referral', Text>> = {
  food: { id: 'makanan tambahan', en: 'extra food' },
  referral: { id: 'dirujuk', en: 'referred' },
}

/** By day, oldest first. */
export async function careEvents(tx: Tx, region: string, childId: string): Promise<readonly ChartEvent[]> {
  const { rows } = await sql<{ on_day: string; kind: 'food' | 'referral' }>`
    select first_day as on_day, 'food' as kind from growth_pmt where region_code = ${region} and child_id = ${childId}::uuid
    union
    select referred_on, 'referral' from growth_referral where region_code = ${region} and child_id = ${childId}::uuid
    order by on_day limit 40`.execute(tx)
  return rows.map(({ on_day, kind }) => ({ date: on_day, name: NAMES[kind] }))
}
