// SQL of a region's own editions of growth. Must stay true: a confirmed one is never touched again.
import type { ColumnType, Insertable, Selectable } from 'kysely'
import { confirmDraft, dropDrafts } from '../../../platform/db/two-person-editions.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { FlagWords } from './flag-words.ts'
import type { LimitValues } from './limit-kinds.ts'
import type { OwnGrowthEdition } from './own-edition.ts'

type EditionTables = {
  growth_edition: {
    region_code: string
    edition_id: string
    from_day: string
    name: string
    source: string
    changes: ColumnType<LimitValues, string, string>
    words: ColumnType<FlagWords, string, string>
    state: 'drafted' | 'confirmed' | 'dropped'
    drafted_by: string
    drafted_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
  }
}
export type EditionRow = Selectable<EditionTables['growth_edition']>
const tables = (tx: Tx) => tx.withTables<EditionTables>()

/** Drafts and editions in force or to come, the newest first. */
export function listEditions(tx: Tx, region: string): Promise<EditionRow[]> {
  return tables(tx)
    .selectFrom('growth_edition')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '<>', 'dropped')
    .orderBy('from_day', 'desc')
    .limit(120)
    .execute()
}

export const ownEdition = (row: EditionRow): OwnGrowthEdition => ({
  id: row.edition_id,
  from: row.from_day,
  name: row.name,
  source: row.source,
  changes: row.changes,
  words: row.words,
})

/** Every code a region ever gave to a red flag of its own, dropped drafts too. */
export async function listFlagCodes(tx: Tx, region: string): Promise<readonly string[]> {
  const rows = await tables(tx).selectFrom('growth_edition').select('words').where('region_code', '=', region).execute()
  return rows.flatMap(({ words }) => Object.keys(words))
}

export async function listConfirmed(tx: Tx, region: string): Promise<readonly OwnGrowthEdition[]> {
  return (await listEditions(tx, region)).filter(({ state }) => state === 'confirmed').map(ownEdition)
}

/** Keeps a draft; an older draft is dropped for it. */
export async function replaceDraft(tx: Tx, row: Insertable<EditionTables['growth_edition']>): Promise<void> {
  await dropDrafts(tx, 'growth_edition', row.region_code)
  await tables(tx).insertInto('growth_edition').values(row).execute()
}

export function lockEdition(tx: Tx, region: string, id: string): Promise<EditionRow | undefined> {
  return tables(tx)
    .selectFrom('growth_edition')
    .selectAll()
    .where('region_code', '=', region)
    .where('edition_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export const confirmRow = (tx: Tx, region: string, id: string, by: { readonly account: string; readonly at: Date }) =>
  confirmDraft(tx, 'growth_edition', region, id, by)
