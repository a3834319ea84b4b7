// Which cards are valid, as the archive of papers and cards knows it, for counting coverage from one snapshot.
import { sql } from 'kysely'
import type { HeldForCoverage } from '../modules/register/coverage-store.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tx } from '../platform/db/tx.ts'

type Tables = {
  document: { region_code: string; kind: string; of_id: string; state: string }
  card: { region_code: string; kind: string; person_id: string; state: string }
}

export async function heldForCoverage(database: Database, region: string): Promise<HeldForCoverage> {
  return database.inRegion(region, (tx) => heldIn(tx, region), { readOnly: true })
}

/** The cards of the region, or of the people and families of one village. */
export async function heldIn(tx: Tx, region: string, village?: string): Promise<HeldForCoverage> {
  const tables = tx.withTables<Tables>()
  let papers = tables
    .selectFrom('document')
    .select('of_id')
    .where('region_code', '=', region)
    .where('kind', '=', 'kk')
    .where('state', '=', 'valid')
  let cards = tables
    .selectFrom('card')
    .select('person_id')
    .where('region_code', '=', region)
    .where('kind', '=', 'kia')
    .where('state', '=', 'handed-over')
  if (village !== undefined) {
    papers = papers.where(
      'of_id',
      'in',
      sql<string>`(select family_id from family where region_code = ${region} and village_code = ${village})`,
    )
    cards = cards.where(
      'person_id',
      'in',
      sql<string>`(select person_id from person where region_code = ${region} and village_code = ${village})`,
    )
  }
  return {
    childCards: (await cards.execute()).map((card) => card.person_id),
    familyCards: (await papers.execute()).map((paper) => paper.of_id),
  }
}
