// SQL in the schema `auth` beside the library's own: what a session is worth, used codes, who an account is.
import { sql } from 'kysely'
import type { Tx } from '../db/tx.ts'

export type AuthTables = {
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    phoneNumber: string | null
    twoFactorEnabled: boolean | null
  }
  session: {
    id: string
    token: string
    userId: string
    expiresAt: Date
    updatedAt: Date
    steppedUpAt: Date | null
    strong: boolean
  }
  account: { id: string; userId: string; providerId: string; password: string | null }
  twoFactor: { id: string; userId: string; secret: string; verified: boolean | null }
  verification: { id: string; identifier: string; expiresAt: Date }
  used_code: { user_id: string; code_hash: string; used_at: Date }
  passkey: {
    credential_id: string
    user_id: string
    public_key: Uint8Array
    counter: number
    transports: string
    device_type: string
    backed_up: boolean
    name: string
    created_at: Date
    last_used_at: Date | null
  }
}
const tables = (tx: Tx) => tx.withTables<AuthTables>()

export type AccountLine = {
  readonly accountId: string
  readonly name: string
  readonly email?: string
  readonly emailVerified: boolean
  readonly hasPassword: boolean
  readonly hasAuthenticator: boolean
  readonly passkeys: number
  readonly lastUsedAt?: Date
}

export async function listAccounts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AccountLine>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('user as u')
    .select((e) => [
      'u.id',
      'u.name',
      'u.email',
      'u.emailVerified',
      'u.twoFactorEnabled',
      e
        .exists(
          e
            .selectFrom('account as a')
            .select('a.id')
            .whereRef('a.userId', '=', 'u.id')
            .where('a.providerId', '=', 'credential')
            .where('a.password', 'is not', null),
        )
        .as('hasPassword'),
      e
        .selectFrom('passkey as p')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('p.user_id', '=', 'u.id')
        .as('passkeys'),
      e
        .selectFrom('session as s')
        .select((max) => max.fn.max('s.updatedAt').as('at'))
        .whereRef('s.userId', '=', 'u.id')
        .as('lastUsedAt'),
    ])
    .where('u.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        accountId: row.id,
        name: row.name,
        ...(row.email.endsWith('.invalid') ? {} : { email: row.email }),
        emailVerified: row.emailVerified,
        hasPassword: Boolean(row.hasPassword),
        hasAuthenticator: row.twoFactorEnabled === true,
        passkeys: row.passkeys ?? 0,
        ...(row.lastUsedAt === null ? {} : { lastUsedAt: row.lastUsedAt }),
      },
    ]),
  )
}

export async function findAccountId(tx: Tx, email: string): Promise<string | undefined> {
  const row = await tables(tx).selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id
}

/** Marks sessions that a second factor opened; only these carry an officer's roles in production. */
export async function markStrong(tx: Tx, token: string): Promise<void> {
  await tables(tx).updateTable('session').set({ strong: true }).where('token', '=', token).execute()
}

export async function markSteppedUp(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tables(tx).updateTable('session').set({ steppedUpAt: at, strong: true }).where('id', '=', sessionId).execute()
}

/** False when this code was used already. Whoever comes first has it, also at the same moment. */
export async function claimCode(tx: Tx, accountId: string, codeHash: string): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('used_code')
    .values({ user_id: accountId, code_hash: codeHash, used_at: new Date() })
    .onConflict((c) =>
      c
        .columns(['user_id', 'code_hash'])
        .doUpdateSet({ used_at: new Date() })
        // Six digits come again by chance after some days; within ten minutes it is the same one.
        .where('used_code.used_at', '<', new Date(Date.now() - 600_000)),
    )
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function deleteSessions(tx: Tx, accountId: string, exceptSessionId?: string): Promise<number> {
  let query = tables(tx).deleteFrom('session').where('userId', '=', accountId)
  if (exceptSessionId !== undefined) query = query.where('id', '<>', exceptSessionId)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** Takes every key away: password, authenticator, passkeys, sessions. The account and its name stay. */
export async function deleteKeys(tx: Tx, accountId: string): Promise<void> {
  await tables(tx).deleteFrom('session').where('userId', '=', accountId).execute()
  await tables(tx).deleteFrom('twoFactor').where('userId', '=', accountId).execute()
  await tables(tx).deleteFrom('passkey').where('user_id', '=', accountId).execute()
  await tables(tx).deleteFrom('account').where('userId', '=', accountId).execute()
  await tables(tx).updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', accountId).execute()
}

export async function findPendingSecret(tx: Tx, accountId: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('twoFactor')
    .select('secret')
    .where('userId', '=', accountId)
    .where('verified', '=', false)
    .executeTakeFirst()
  return row?.secret
}

/** What is over goes: codes nobody asked for again, sessions past their end, used codes. Gives how many rows. */
export async function sweepAuth(tx: Tx, now: Date): Promise<number> {
  const gone = [
    await tables(tx).deleteFrom('verification').where('expiresAt', '<', now).executeTakeFirst(),
    await tables(tx).deleteFrom('session').where('expiresAt', '<', now).executeTakeFirst(),
    await tables(tx)
      .deleteFrom('used_code')
      .where('used_at', '<', new Date(now.getTime() - 3_600_000))
      .executeTakeFirst(),
  ]
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}
