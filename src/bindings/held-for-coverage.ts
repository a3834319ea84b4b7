// Which cards are valid, as the archive of papers and cards knows it, for counting coverage from one snapshot.
import { sql } from 'kysely'
import type { HeldForCoverage } from '../modules/register/coverage-store.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tx } from '../platform/db/tx.ts'

type Tables = {
  document: { region_code: string; kind: string; of_id: string; state: string }
  family: {
    region_code: string
    family_id: string
    village_code: string
    status: string
    signed_before_on: string | null
  }
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
  // Signed by an earlier system: counts until our archive has anything of that family, valid or not.
  let before = tables
    .selectFrom('family as f')
    .select('f.family_id')
    .where('f.region_code', '=', region)
    .where('f.status', '=', 'active')
    .where('f.signed_before_on', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('document as d')
            .select('d.of_id')
            .whereRef('d.region_code', '=', 'f.region_code')
            .whereRef('d.of_id', '=', 'f.family_id')
            .where('d.kind', '=', 'kk'),
        ),
      ),
    )
  if (village !== undefined) {
    before = before.where('f.village_code', '=', village)
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
    familyCards: [
      ...(await papers.execute()).map((paper) => paper.of_id),
      ...(await before.execute()).map((family) => family.family_id),
    ],
  }
}
