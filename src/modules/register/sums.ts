// Rule 8, checked nightly: the persons of all villages, the persons of the region and the people on the cards are the
// same number. Must stay true: a difference is told with the village it is in; nothing is repaired here.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

export type SumLine = {
  readonly village: string
  readonly residents: number
  readonly onCards: number
  readonly withoutCard: number
}
export type SumReport = {
  readonly isRight: boolean
  readonly residents: number
  readonly byVillages: number
  /** Active people on active cards. */
  readonly onCards: number
  /** Active people who may be without a card: foreigners, people without a fixed home. */
  readonly withoutCard: number
  /** People whose village is not one of the region. */
  readonly outside: number
  /** Villages where the two do not meet, at most 50. */
  readonly differences: readonly SumLine[]
}

/** Counts everything in one statement over one moment. */
export async function checkSums(tx: Tx, region: string): Promise<SumReport> {
  const { rows } = await sql<{ village: string; residents: number; on_cards: number; without_card: number }>`
    select coalesce(p.village_code, f.village_code) as village, count(p.person_id) filter (where p.status = 'active')::int as residents,
           count(m.membership_id) filter (where f.status = 'active')::int as on_cards,
           count(p.person_id) filter (where p.status = 'active' and m.membership_id is null and (p.citizenship <> 'WNI' or coalesce(p.more ->> 'flags', '') <> ''))::int as without_card
    from person p
      left join family_member m on m.region_code = p.region_code and m.person_id = p.person_id and m.ended_on is null
      left join family f on f.region_code = m.region_code and f.family_id = m.family_id
    where p.region_code = ${region} and (p.status = 'active' or m.membership_id is not null)
    group by 1 order by 1`.execute(tx)
  const total = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const [direct] = (
    await sql<{
      residents: number
    }>`select count(*)::int as residents from person where region_code = ${region} and status = 'active'`.execute(tx)
  ).rows
  const outside = rows
    .filter((row) => !row.village.startsWith(`${region}.`))
    .reduce((sum, row) => sum + row.residents, 0)
  const differences = rows
    .filter((row) => row.residents !== row.on_cards + row.without_card)
    .map((row) => ({
      village: row.village,
      residents: row.residents,
      onCards: row.on_cards,
      withoutCard: row.without_card,
    }))
  const residents = direct?.residents ?? 0
  const byVillages = total((row) => row.residents)
  return {
    isRight: differences.length === 0 && outside === 0 && residents === byVillages,
    residents,
    byVillages,
    onCards: total((row) => row.on_cards),
    withoutCard: total((row) => row.without_card),
    outside,
    differences: differences.slice(0, 50),
  }
}
