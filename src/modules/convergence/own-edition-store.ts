// SQL of a region's own editions of the indicators. Must stay true: a confirmed one is never touched again.
import type { Insertable, Selectable } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import { confirmDraft, dropDrafts } from '../../platform/db/two-person-editions.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Indicator, Indicators } from './edition.ts'
import { indicators } from './editions.ts'
import { indicatorsOn, type OwnEdition } from './own-edition.ts'
import type { ConvergenceTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()
export type EditionRow = Selectable<ConvergenceTables['convergence_indicator_edition']>

export async function listEditions(tx: Tx, region: string): Promise<readonly EditionRow[]> {
  return tables(tx)
    .selectFrom('convergence_indicator_edition')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '<>', 'dropped')
    .orderBy('from_day', 'desc')
    .limit(60)
    .execute()
}

export function ownEdition(row: EditionRow): OwnEdition {
  return {
    id: row.edition_id,
    from: row.from_day,
    name: row.name,
    source: row.source,
    changes: row.changes,
    added: row.added,
  }
}

/** The indicators that hold in this region on a day. */
export async function loadIndicators(tx: Tx, region: string, day: PlainDate): Promise<Indicators> {
  const rows = await tables(tx)
    .selectFrom('convergence_indicator_edition')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '=', 'confirmed')
    .where('from_day', '<=', day)
    .orderBy('from_day', 'desc')
    .limit(1)
    .execute()
  return indicatorsOn(indicators, rows.map(ownEdition), day)
}

/** Keeps a draft; an older draft is dropped for it. */
export async function replaceDraft(
  tx: Tx,
  row: Insertable<ConvergenceTables['convergence_indicator_edition']>,
): Promise<void> {
  await dropDrafts(tx, 'convergence_indicator_edition', row.region_code)
  await tables(tx).insertInto('convergence_indicator_edition').values(row).execute()
}

export async function findEdition(tx: Tx, region: string, id: string): Promise<EditionRow | undefined> {
  return tables(tx)
    .selectFrom('convergence_indicator_edition')
    .selectAll()
    .where('region_code', '=', region)
    .where('edition_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export const confirmEditionRow = (
  tx: Tx,
  region: string,
  id: string,
  by: { readonly account: string; readonly at: Date },
) => confirmDraft(tx, 'convergence_indicator_edition', region, id, by)

/** An indicator that holds in this region on a day, by its code. */
export async function findIndicatorOn(
  tx: Tx,
  region: string,
  code: string,
  day: PlainDate,
): Promise<Indicator | undefined> {
  return (await loadIndicators(tx, region, day)).indicators.find((one) => one.code === code)
}
