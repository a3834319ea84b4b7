// The journal of imports: that a file was taken, written, taken back. Each child whose data changed has a row of its own beside it.
import type { Tx } from '../../../platform/db/tx.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { defined } from './read-lines.ts'

/** Who acts on an import, and as what. */
export type ImportActor = { readonly account: string; readonly role: string; readonly device?: string }

export async function journalImport(
  tx: Tx,
  { account, role, device }: ImportActor,
  at: Date,
  action: string,
  importId: string,
): Promise<void> {
  await writeJournal(tx, { at, actor: account, role, ...defined({ device }), action, fields: [importId] })
}
