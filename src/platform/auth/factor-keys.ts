// Keys of the second factors: how the library names the key a secret was sealed with, how often each is used, and sealing anew
// what older keys sealed. Must stay true: the library itself opens and seals; what opens with no key is counted and left.
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { KeyRing } from '../secrets/key-ring.ts'

/** The purpose whose keys sign cookies and seal second factors. */
export const SESSION_PURPOSE = 'session'
/** The current one first. */
export type SessionKeys = readonly { readonly id: string; readonly secret: string }[]
const COLUMNS = ['secret', 'backupCodes'] as const
type Column = (typeof COLUMNS)[number]
type Row = { readonly id: string } & Readonly<Record<Column, string>>

export function sessionKeys(ring: KeyRing): SessionKeys {
  const current = ring.current(SESSION_PURPOSE)
  return [current, ...ring.all(SESSION_PURPOSE).filter(({ id }) => id !== current.id)].map(({ id, bytes }) => ({
    id,
    secret: bytes.toString('base64'),
  }))
}

/** For the library: each key under its number, and the oldest for what was sealed before keys had numbers. */
export function factorSecrets(keys: SessionKeys) {
  const oldest = [...keys].sort((a, b) => (a.id < b.id ? -1 : 1))[0]
  return {
    secrets: keys.map(({ id, secret }) => ({ version: Number(id), value: secret })),
    ...(oldest === undefined ? {} : { secret: oldest.secret }),
  }
}

function secretConfig(keys: SessionKeys) {
  const { secrets, secret } = factorSecrets(keys)
  return {
    keys: new Map(secrets.map(({ version, value }) => [version, value])),
    currentVersion: secrets[0]?.version ?? 1,
    ...(secret === undefined ? {} : { legacySecret: secret }),
  }
}

const isCurrent = (sealed: string, current: string): boolean =>
  sealed.startsWith(`$ba$${Number(current)}$`) || sealed.startsWith('[')

/** How many values each key holds: `0001` for what was sealed before keys had numbers. */
export async function countFactorKeys(
  database: Database,
): Promise<readonly { readonly id: string; readonly place: string; readonly count: number }[]> {
  return database.asAuth(
    async (tx) => {
      const found: { id: string; count: number; place: string }[] = []
      for (const column of COLUMNS) {
        const { rows } = await sql<{ id: string; count: number }>`
          select lpad(coalesce(substring(${sql.ref(column)} from '^\\$ba\\$([0-9]+)\\$'), '1'), 4, '0') as id, count(*)::int as count
          from "twoFactor" where ${sql.ref(column)} not like '[%' group by 1 order by 1`.execute(tx)
        found.push(...rows.map((row) => ({ ...row, place: `twoFactor.${column}` })))
      }
      return found
    },
    { readOnly: true },
  )
}

/** Undefined when no key of the folder opens it. */
async function sealedAnew(
  config: ReturnType<typeof secretConfig>,
  current: string,
  sealed: string,
): Promise<string | undefined> {
  if (isCurrent(sealed, current)) return sealed
  const opened = await symmetricDecrypt({ key: config, data: sealed }).catch(() => undefined)
  return opened === undefined ? undefined : symmetricEncrypt({ key: config, data: opened })
}

/** The next second factors after an id that an older key sealed, in one transaction. */
export async function resealFactors(
  database: Database,
  ring: KeyRing,
  after: string | undefined,
  limit: number,
): Promise<{ readonly after: string | undefined; readonly renewed: number; readonly broken: number }> {
  const keys = sessionKeys(ring)
  const config = secretConfig(keys)
  const current = keys[0]!.id
  const mark = `$ba$${Number(current)}$%`
  return database.asAuth(async (tx) => {
    const { rows } = await sql<Row>`
      select id, secret, "backupCodes" from "twoFactor"
      where id > ${after ?? ''} and (secret not like ${mark} or ("backupCodes" not like ${mark} and "backupCodes" not like '[%'))
      order by id limit ${limit} for update`.execute(tx)
    let broken = 0
    for (const row of rows) {
      const fresh = await Promise.all(COLUMNS.map((column) => sealedAnew(config, current, row[column])))
      const [secret, codes] = fresh
      if (secret === undefined || codes === undefined) broken += 1
      else
        await sql`update "twoFactor" set secret = ${secret}, "backupCodes" = ${codes} where id = ${row.id}`.execute(tx)
    }
    const last = rows.length < limit ? undefined : rows.at(-1)?.id
    return { after: last, renewed: rows.length - broken, broken }
  })
}
