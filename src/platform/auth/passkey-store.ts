// SQL of passkeys and of the challenges they answer.
import { randomUUID } from 'node:crypto'
import type { Tx } from '../db/tx.ts'
import type { AuthTables } from './store.ts'

type Tables = Pick<AuthTables, 'passkey'> & {
  verification: { id: string; identifier: string; value: string; expiresAt: Date }
}
const tables = (tx: Tx) => tx.withTables<Tables>()
export type PasskeyRow = AuthTables['passkey']
const CHALLENGE_MS = 300_000

export async function writeChallenge(tx: Tx, key: string): Promise<void> {
  await tables(tx)
    .insertInto('verification')
    .values({ id: randomUUID(), identifier: key, value: '', expiresAt: new Date(Date.now() + CHALLENGE_MS) })
    .execute()
}

/** True once, while it is fresh. */
export async function takeChallenge(tx: Tx, key: string): Promise<boolean> {
  const taken = await tables(tx)
    .deleteFrom('verification')
    .where('identifier', '=', key)
    .where('expiresAt', '>', new Date())
    .executeTakeFirst()
  return taken.numDeletedRows === 1n
}

export async function listPasskeys(tx: Tx, accountId: string): Promise<readonly PasskeyRow[]> {
  return tables(tx).selectFrom('passkey').selectAll().where('user_id', '=', accountId).orderBy('created_at').execute()
}

export async function countPasskeys(tx: Tx, accountId: string): Promise<number> {
  return (await listPasskeys(tx, accountId)).length
}

export async function findPasskey(tx: Tx, id: string): Promise<PasskeyRow | undefined> {
  return tables(tx).selectFrom('passkey').selectAll().where('credential_id', '=', id).executeTakeFirst()
}

/** False when this key is known already, whoever's it is. */
export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('passkey')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function touchPasskey(tx: Tx, id: string, counter: number): Promise<void> {
  await tables(tx)
    .updateTable('passkey')
    .set({ counter, last_used_at: new Date() })
    .where('credential_id', '=', id)
    .execute()
}

export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const done = await tables(tx)
    .deleteFrom('passkey')
    .where('user_id', '=', accountId)
    .where('credential_id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
