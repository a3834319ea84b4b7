// SQL of what is asked to change of a region's services, until somebody else decides it.
import type { Tx } from '../../platform/db/tx.ts'

export type WishRow = {
  region_code: string
  wish_id: string
  service_id: string
  revision: string
  overlay: unknown
  from_edition: string | null
  reason: string
  asked_by: string
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  approved: boolean | null
}
const tables = (tx: Tx) => tx.withTables<{ service_wish: WishRow }>()

/** False when another wish for the same service waits already. */
export async function insertWish(tx: Tx, row: WishRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('service_wish')
    .values({ ...row, overlay: JSON.stringify(row.overlay) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function listOpenWishes(tx: Tx, region: string): Promise<readonly WishRow[]> {
  return tables(tx)
    .selectFrom('service_wish')
    .selectAll()
    .where('region_code', '=', region)
    .where('decided_at', 'is', null)
    .orderBy('asked_at')
    .orderBy('wish_id')
    .execute()
}

export async function findOpenWish(tx: Tx, region: string, wishId: string): Promise<WishRow | undefined> {
  return tables(tx)
    .selectFrom('service_wish')
    .selectAll()
    .where('region_code', '=', region)
    .where('wish_id', '=', wishId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
}

/** Gives false when somebody decided it meanwhile. */
export async function decideWish(
  tx: Tx,
  region: string,
  wishId: string,
  decision: { readonly by: string; readonly at: Date; readonly approved: boolean },
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('service_wish')
    .set({ decided_by: decision.by, decided_at: decision.at, approved: decision.approved })
    .where('region_code', '=', region)
    .where('wish_id', '=', wishId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
