// SQL of editions that wait to be published. Must stay true: one waits for each service; what is decided is decided once; only
// somebody else than its author moves it on to publishing.
import type { Tx } from '../../platform/db/tx.ts'

export type DraftState = 'waiting' | 'publishing' | 'published' | 'returned' | 'withdrawn'
export type DraftRow = {
  region_code: string
  draft_id: string
  service_id: string
  revision: string
  content: unknown
  note: string
  made_by: string
  made_at: Date
  state: DraftState
  decided_by: string | null
  decided_at: Date | null
  reason: string | null
}
export type DraftHead = Omit<DraftRow, 'content'>
const HEAD = [
  'region_code',
  'draft_id',
  'service_id',
  'revision',
  'note',
  'made_by',
  'made_at',
  'state',
  'decided_by',
  'decided_at',
  'reason',
] as const
const OPEN = ['waiting', 'publishing'] as const
const tables = (tx: Tx) => tx.withTables<{ service_draft: DraftRow }>()

/** False when another draft of the same service waits already. */
export async function insertDraft(tx: Tx, row: DraftRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('service_draft')
    .values({ ...row, content: JSON.stringify(row.content) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function listOpenDrafts(tx: Tx, region: string): Promise<readonly DraftHead[]> {
  return tables(tx)
    .selectFrom('service_draft')
    .select(HEAD)
    .where('region_code', '=', region)
    .where('state', 'in', [...OPEN])
    .orderBy('made_at')
    .orderBy('draft_id')
    .execute()
}

export async function listDecidedDrafts(tx: Tx, region: string, limit: number): Promise<readonly DraftHead[]> {
  return tables(tx)
    .selectFrom('service_draft')
    .select(HEAD)
    .where('region_code', '=', region)
    .where('state', 'not in', [...OPEN])
    .orderBy('decided_at', 'desc')
    .orderBy('draft_id')
    .limit(limit)
    .execute()
}

export async function findDraft(tx: Tx, region: string, draftId: string): Promise<DraftRow | undefined> {
  return tables(tx)
    .selectFrom('service_draft')
    .selectAll()
    .where('region_code', '=', region)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
}

/** Gives false when it is not in one of these states any more. */
export async function moveDraft(
  tx: Tx,
  region: string,
  draftId: string,
  from: readonly DraftState[],
  to: {
    readonly state: DraftState
    readonly decided_by?: string
    readonly decided_at?: Date
    readonly reason?: string
  },
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('service_draft')
    .set(to)
    .where('region_code', '=', region)
    .where('draft_id', '=', draftId)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
