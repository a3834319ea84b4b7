// Which cards are valid, as the archive of papers and cards knows it, for counting coverage from one snapshot.
import type { HeldForCoverage } from '../modules/register/coverage-store.ts'
import type { Database } from '../platform/db/database.ts'

type Tables = {
  document: { region_code: string; kind: string; of_id: string; state: string }
  card: { region_code: string; kind: string; person_id: string; state: string }
}

export async function heldForCoverage(database: Database, region: string): Promise<HeldForCoverage> {
  return database.inRegion(
    region,
    async (tx) => {
      const tables = tx.withTables<Tables>()
      const papers = await tables
        .selectFrom('document')
        .select('of_id')
        .where('region_code', '=', region)
        .where('kind', '=', 'kk')
        .where('state', '=', 'valid')
        .execute()
      const cards = await tables
        .selectFrom('card')
        .select('person_id')
        .where('region_code', '=', region)
        .where('kind', '=', 'kia')
        .where('state', '=', 'handed-over')
        .execute()
      return { childCards: cards.map((card) => card.person_id), familyCards: papers.map((paper) => paper.of_id) }
    },
    { readOnly: true },
  )
}
