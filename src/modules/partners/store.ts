// SQL of partners and their sums a day. Must stay true: a day's count is raised before the answer is looked for, so that many
// questions at once are still counted.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Outcome } from './rules.ts'

export type PartnerRow = {
  region_code: string
  partner_id: string
  name: string
  agreement: string
  purpose: string
  fields: string[]
  daily_limit: number
  from_day: string
  until_day: string
  state: string
  resume_by: string | null
  made_by: string
  made_at: Date
  decided_by: string | null
  changed_at: Date
  reason: string | null
  key_sealed: Uint8Array | null
  key_made_at: Date | null
}
export type DayRow = {
  region_code: string
  partner_id: string
  day: string
  asked: number
  agreed: number
  partly: number
  none: number
  refused: number
}
type Tables = { partner: PartnerRow; partner_day: DayRow }
const tables = (tx: Tx) => tx.withTables<Tables>()
const DAYS = ['from_day', 'until_day'] as const

const whole = (tx: Tx) =>
  tables(tx)
    .selectFrom('partner')
    .selectAll()
    .select(DAYS.map((day) => sql<string>`to_char(${sql.ref(day)}, 'YYYY-MM-DD')`.as(day)))

export const insertPartner = async (tx: Tx, row: PartnerRow): Promise<void> =>
  void (await tables(tx).insertInto('partner').values(row).execute())

export function findPartner(tx: Tx, region: RegionCode, id: string, lock = false): Promise<PartnerRow | undefined> {
  const query = whole(tx).where('region_code', '=', region).where('partner_id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export const listPartners = (tx: Tx, region: RegionCode): Promise<PartnerRow[]> =>
  whole(tx).where('region_code', '=', region).orderBy('name').orderBy('partner_id').limit(200).execute()

export async function changePartner(tx: Tx, region: RegionCode, id: string, patch: Partial<PartnerRow>): Promise<void> {
  await tables(tx)
    .updateTable('partner')
    .set(patch)
    .where('region_code', '=', region)
    .where('partner_id', '=', id)
    .execute()
}

/** Counts one more question of a day and gives how many there are. */
export async function countAsked(tx: Tx, region: RegionCode, id: string, day: string): Promise<number> {
  const row = await tables(tx)
    .insertInto('partner_day')
    .values({ region_code: region, partner_id: id, day, asked: 1, agreed: 0, partly: 0, none: 0, refused: 0 })
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'partner_id', 'day']).doUpdateSet({ asked: sql<number>`partner_day.asked + 1` }),
    )
    .returning('asked')
    .executeTakeFirstOrThrow()
  return row.asked
}

export async function countOutcome(
  tx: Tx,
  region: RegionCode,
  id: string,
  day: string,
  outcome: Outcome | 'refused',
): Promise<void> {
  await tables(tx)
    .updateTable('partner_day')
    .set({ [outcome]: sql<number>`${sql.ref(outcome)} + 1` })
    .where('region_code', '=', region)
    .where('partner_id', '=', id)
    .where('day', '=', day)
    .execute()
}

/** Sums of days from one on, newest first; of one partner or of all. */
export function listDays(tx: Tx, region: RegionCode, from: string, id?: string): Promise<DayRow[]> {
  const query = tables(tx)
    .selectFrom('partner_day')
    .selectAll()
    .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'))
    .where('region_code', '=', region)
    .where('day', '>=', from)
  return (id === undefined ? query : query.where('partner_id', '=', id))
    .orderBy('partner_day.day', 'desc')
    .orderBy('partner_id')
    .limit(7000)
    .execute()
}
