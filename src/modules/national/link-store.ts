// SQL of whether the national system answers: one row a region, the newest note.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

export type LinkRow = {
  region_code: string
  state: 'up' | 'down'
  way: 'operator' | 'answer'
  noted_by: string
  noted_at: Date
}
const tables = (tx: Tx) => tx.withTables<{ national_link: LinkRow }>()

export const findLink = (tx: Tx, region: string): Promise<LinkRow | undefined> =>
  tables(tx).selectFrom('national_link').selectAll().where('region_code', '=', region).executeTakeFirst()

/** The newest note counts; one that was made before it changes nothing. */
export const noteLink = async (tx: Tx, row: LinkRow): Promise<void> =>
  void (await tables(tx)
    .insertInto('national_link')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('region_code')
        .doUpdateSet({
          state: row.state,
          way: row.way,
          noted_by: row.noted_by,
          noted_at: row.noted_at,
        })
        .where(sql<boolean>`national_link.noted_at <= excluded.noted_at`),
    )
    .execute())

/** An answer of the national system is a sign of life. */
export const answerArrived = (tx: Tx, region: string, by: string, at: Date): Promise<void> =>
  noteLink(tx, { region_code: region, state: 'up', way: 'answer', noted_by: by, noted_at: at })
