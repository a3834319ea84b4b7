// Rows of moves between regions. Must stay true: what travels is sealed; one letter is one row on each side; a state
// only moves forward.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import type { Relation } from './effect-parts.ts'
import type { IncomingTransfer, Person, PersonId, TravellingMarriage } from './snapshot.ts'
import type { RegisterTables, TransferRow } from './tables.ts'

/** What the origin hands over: the people as it knows them and how they stood on their card. */
export type TransferPayload = {
  readonly persons: readonly Person[]
  readonly headId?: PersonId
  readonly relations: Readonly<Record<PersonId, Relation>>
  /** Marriages that last; letters written before these were sent along have none. */
  readonly marriages?: readonly TravellingMarriage[]
}

export const letterContext = (letter: string) => `register.transfer:${letter}`

export function sealPayload(ring: KeyRing, letter: string, payload: TransferPayload): Buffer {
  return seal(ring, JSON.stringify(payload), letterContext(letter))
}

export function openPayload(ring: KeyRing, letter: string, sealed: Uint8Array): TransferPayload {
  return JSON.parse(openSealedText(ring, sealed, letterContext(letter))) as TransferPayload
}

/** Letters fetched from other regions and not yet withdrawn, for a snapshot. */
export async function transfersByLetter(
  tx: Tx,
  ring: KeyRing,
  region: string,
  letters: readonly string[],
): Promise<readonly IncomingTransfer[]> {
  if (letters.length === 0) return []
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('transfer')
    .selectAll()
    .where('region_code', '=', region)
    .where('direction', '=', 'in')
    .where('letter', 'in', [...letters])
    .where('state', 'in', ['granted', 'accepted'])
    .execute()
  return rows.map((row) => {
    const payload = row.payload === null ? { persons: [], relations: {} } : openPayload(ring, row.letter, row.payload)
    const { transfer_id: id, letter, other_region: from } = row
    return { id, letter, from, ...payload, state: row.state as IncomingTransfer['state'] }
  })
}

export async function findTransfer(
  tx: Tx,
  region: string,
  direction: 'in' | 'out',
  letter: string,
  lock = false,
): Promise<TransferRow | undefined> {
  const query = tx
    .withTables<RegisterTables>()
    .selectFrom('transfer')
    .selectAll()
    .where('region_code', '=', region)
    .where('direction', '=', direction)
    .where('letter', '=', letter)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The row in the transaction's region whose message this was. */
export async function transferOfMessage(tx: Tx, messageId: string): Promise<TransferRow | undefined> {
  return tx
    .withTables<RegisterTables>()
    .selectFrom('transfer')
    .selectAll()
    .where('region_code', '=', sql<string>`current_setting('app.region')`)
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertTransfer(tx: Tx, row: TransferRow): Promise<void> {
  await tx.withTables<RegisterTables>().insertInto('transfer').values(row).execute()
}

export async function setTransfer(
  tx: Tx,
  region: string,
  transferId: string,
  patch: Partial<Omit<TransferRow, 'region_code' | 'transfer_id'>>,
): Promise<void> {
  await tx
    .withTables<RegisterTables>()
    .updateTable('transfer')
    .set(patch)
    .where('region_code', '=', region)
    .where('transfer_id', '=', transferId)
    .execute()
}

/** Letters of one direction, the last changed first. */
export async function listTransfers(
  tx: Tx,
  region: string,
  direction: 'in' | 'out',
  page: { readonly limit: number; readonly after?: { readonly changedAt: Date; readonly id: string } },
): Promise<readonly TransferRow[]> {
  const { after } = page
  let query = tx
    .withTables<RegisterTables>()
    .selectFrom('transfer')
    .selectAll()
    .where('region_code', '=', region)
    .where('direction', '=', direction)
  // A page's key has milliseconds only: what changed within them is shown again rather than left out.
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(date_trunc('milliseconds', changed_at), transfer_id) < (${after.changedAt}::timestamptz, ${after.id}::uuid)`,
    )
  return query.orderBy('changed_at', 'desc').orderBy('transfer_id', 'desc').limit(page.limit).execute()
}
