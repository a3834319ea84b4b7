// SQL of editions that one person drafts and another confirms, the same for every table of that shape. Must stay true: a region has one
// draft at most, the older one is dropped; what is confirmed is never touched again.
import type { Tx } from './tx.ts'

type State = 'drafted' | 'confirmed' | 'dropped'
type Shape = {
  region_code: string
  edition_id: string
  state: State
  confirmed_by: string | null
  confirmed_at: Date | null
}
const tables = (tx: Tx) => tx.withTables<Record<string, Shape>>()

/** Before a new draft is kept. `table` is a name from the code, never from outside. */
export async function dropDrafts(tx: Tx, table: string, region: string): Promise<void> {
  await tables(tx)
    .updateTable(table)
    .set({ state: 'dropped' })
    .where('region_code', '=', region)
    .where('state', '=', 'drafted')
    .execute()
}

/** The second person's word; twice does it once. */
export async function confirmDraft(
  tx: Tx,
  table: string,
  region: string,
  id: string,
  by: { readonly account: string; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable(table)
    .set({ state: 'confirmed', confirmed_by: by.account, confirmed_at: by.at })
    .where('region_code', '=', region)
    .where('edition_id', '=', id)
    .where('state', '=', 'drafted')
    .execute()
}

/** What keeps a second person from confirming; `nothing`: it may be confirmed. */
export function standingOf(
  row: { readonly state: State; readonly drafted_by: string } | undefined,
  account: string,
): 'unknown' | 'done' | 'own-draft' | 'nothing' {
  if (row === undefined || row.state === 'dropped') return 'unknown'
  if (row.state === 'confirmed') return 'done'
  return row.drafted_by === account ? 'own-draft' : 'nothing'
}
