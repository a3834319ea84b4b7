// Second factors while the key under them is turned: the old authenticator and the old recovery codes still open, also those sealed
// before keys had numbers; sealing anew moves them, a second run changes nothing; what no key opens is counted and left.
import { symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpOf } from '../../../tests/support/authenticator.ts'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Result } from '../../kernel/refusal.ts'
import type { Database } from '../db/database.ts'
import { memoryKeyRing } from '../secrets/memory-key-ring.ts'
import { type Accounts, createAccounts, type SignedIn } from './accounts.ts'
import { countFactorKeys, resealFactors, sessionKeys } from './factor-keys.ts'

const ring = memoryKeyRing('factor-keys')
const PASSWORD = 'gerobak biru menanti hujan'
const email = 'kunci@contoh.example'
let database: Database
let accounts: Accounts
let uri = ''
let recovery: readonly string[] = []

const headersOf = (done: SignedIn): Headers =>
  new Headers({ cookie: done.cookies.map((line) => line.split(';')[0]).join('; '), 'user-agent': 'x' })
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join())
  return result.value
}
const secretOf = () => new URL(uri).searchParams.get('secret') ?? ''
const opens = async (code: string): Promise<boolean> => {
  const first = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
  const done = await accounts.confirmSecondFactor(code, headersOf(first))
  return done.ok && (await accounts.findSession(headersOf(done.value)))?.strong === true
}

beforeAll(async () => {
  database = await openTestDatabase()
  accounts = createAccounts({
    database,
    keys: () => sessionKeys(ring),
    baseUrl: 'http://localhost',
    deliver: async () => {},
  })
  await accounts.createAccount({ name: 'Kepala Contoh', email, password: PASSWORD })
  const opened = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
  uri = must(await accounts.startSecondFactor(PASSWORD, headersOf(opened))).uri
  const done = must(await accounts.confirmEnrolment(totpOf(secretOf()), headersOf(opened)))
  recovery = done.recoveryCodes
})
afterAll(() => database.close())

test('a turned key signs everybody out and locks nobody out; sealing anew frees the old one', async () => {
  const before = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
  const session = must(await accounts.confirmSecondFactor(recovery[0]!, headersOf(before)))
  expect(await accounts.findSession(headersOf(session))).toBeDefined()
  // As it lay there before keys had numbers: sealed under the only key, without a name.
  const bare = await symmetricEncrypt({ key: sessionKeys(ring)[0]!.secret, data: 'nobody' })
  expect(bare).not.toContain('$')
  await database.asAuth((tx) =>
    sql`insert into "twoFactor" (id, secret, "backupCodes", verified, "userId")
      select 'old', ${bare}, ${bare}, true, "userId" from "twoFactor" limit 1`.execute(tx),
  )
  expect(await countFactorKeys(database)).toEqual([
    { id: '0001', place: 'twoFactor.secret', count: 2 },
    { id: '0001', place: 'twoFactor.backupCodes', count: 2 },
  ])
  await ring.rotate('session')
  expect(await accounts.findSession(headersOf(session))).toBeUndefined()
  await database.asAuth((tx) => sql`update "twoFactor" set verified = false where id = 'old'`.execute(tx))
  expect(await opens(recovery[1]!)).toBe(true)

  // One a time, as a run that is stopped between batches.
  const first = await resealFactors(database, ring, undefined, 1)
  expect(first).toMatchObject({ renewed: 1, broken: 0 })
  expect(await resealFactors(database, ring, first.after, 10)).toMatchObject({ renewed: 1, broken: 0 })
  expect(await resealFactors(database, ring, undefined, 10)).toEqual({ after: undefined, renewed: 0, broken: 0 })
  expect((await countFactorKeys(database)).map(({ id }) => id)).toEqual(['0002', '0002'])
  await ring.remove('session', '0001')
  expect(await opens(recovery[2]!)).toBe(true)
  expect(await opens(totpOf(secretOf(), Date.now() + 30_000))).toBe(true)
})

test('what opens with no key is counted and left as it is', async () => {
  await database.asAuth((tx) => sql`update "twoFactor" set secret = '$ba$9$00ff' where id = 'old'`.execute(tx))
  expect(await resealFactors(database, ring, undefined, 10)).toEqual({ after: undefined, renewed: 0, broken: 1 })
})

test('a key in use is never removed', async () => {
  await expect(ring.remove('session', '0002')).rejects.toThrow('not an older one')
})
