// SQL of what happened to programmes. Must stay true: only ever added to.
import type { Tx } from '../../platform/db/tx.ts'
import type { ConvergenceTables } from './tables.ts'

export type ProgrammeChange = ConvergenceTables['convergence_programme_change']
const tables = (tx: Tx) => tx.withTables<ConvergenceTables>()

export async function insertChange(tx: Tx, row: ProgrammeChange): Promise<void> {
  await tables(tx).insertInto('convergence_programme_change').values(row).execute()
}

export async function listChanges(
  tx: Tx,
  region: string,
  programme: string,
): Promise<readonly Pick<ProgrammeChange, 'kind' | 'changed_at'>[]> {
  return tables(tx)
    .selectFrom('convergence_programme_change')
    .select(['kind', 'changed_at'])
    .where('region_code', '=', region)
    .where('programme_id', '=', programme)
    .orderBy('changed_at', 'desc')
    .orderBy('change_id', 'desc')
    .limit(30)
    .execute()
}
