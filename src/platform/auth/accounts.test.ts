// Sign-in as people and guessers meet it: codes, passwords, second factors, devices; on a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { totpOf } from '../../../tests/support/authenticator.ts'
import { openTestDatabase } from '../../../tests/support/database.ts'
import type { Database } from '../db/database.ts'
import { memoryKeyRing } from '../secrets/memory-key-ring.ts'
import { type Accounts, createAccounts, type SignedIn } from './accounts.ts'
import { CodeNotSent } from './code-not-sent.ts'
import { sessionKeys } from './factor-keys.ts'
import { sweepAuth } from './store.ts'

let database: Database
let accounts: Accounts
const sent: { kind: string; to: string; code: string; purpose: string }[] = []
let isDown = false
const lastCode = (): string => sent.at(-1)?.code ?? ''
const ring = memoryKeyRing('accounts')
const PASSWORD = 'gerobak biru menanti hujan'

beforeAll(async () => {
  database = await openTestDatabase()
  accounts = createAccounts({
    database,
    keys: () => sessionKeys(ring),
    baseUrl: 'http://localhost',
    deliver: async (kind, to, code, purpose) => {
      if (isDown) throw new CodeNotSent(kind)
      sent.push({ kind, to, code, purpose })
    },
  })
})
afterAll(() => database.close())

const headersOf = (done: SignedIn, agent = 'Mozilla/5.0 (Linux; Android 14) Chrome/120'): Headers =>
  new Headers({ cookie: done.cookies.map((line) => line.split(';')[0]).join('; '), 'user-agent': agent })
const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }): readonly string[] =>
  (result.refusals ?? []).map((one) => one.code)
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
function must<T>(result: { ok: true; value: T } | { ok: false; refusals: readonly { code: string }[] }): T {
  if (!result.ok) throw new Error(codes(result).join())
  return result.value
}

const totp = (uri: string, atMs?: number): string => totpOf(new URL(uri).searchParams.get('secret') ?? '', atMs)

describe.each(['phone', 'email'] as const)('a code by %s', (kind) => {
  const to = (n: number): string => (kind === 'phone' ? `+62812555099${10 + n}` : `warga${n}@contoh.example`)

  it('opens one session, once', async () => {
    await accounts.sendCode(kind, to(1))
    const code = lastCode()
    expect(code).toMatch(/^\d{6}$/)
    const done = must(await accounts.signInWithCode(kind, to(1), code, new Headers()))
    const session = await accounts.findSession(headersOf(done))
    expect(session).toMatchObject({ accountId: done.accountId, strong: false, [kind]: to(1) })
    expect((await accounts.signInWithCode(kind, to(1), code, new Headers())).ok).toBe(false)
  })

  it('is replaced by the next one, and belongs to one address', async () => {
    await accounts.sendCode(kind, to(2))
    const first = lastCode()
    await accounts.sendCode(kind, to(2))
    const second = lastCode()
    await accounts.sendCode(kind, to(3))
    if (first !== second) expect((await accounts.signInWithCode(kind, to(2), first, new Headers())).ok).toBe(false)
    expect((await accounts.signInWithCode(kind, to(3), second, new Headers())).ok).toBe(second === lastCode())
    expect((await accounts.signInWithCode(kind, to(2), second, new Headers())).ok).toBe(true)
  })

  it('is gone after five wrong tries, even when the right one follows', async () => {
    await accounts.sendCode(kind, to(4))
    const code = lastCode()
    for (let i = 0; i < 5; i++)
      expect(codes(await accounts.signInWithCode(kind, to(4), other(code), new Headers()))).toEqual(['code-wrong'])
    expect((await accounts.signInWithCode(kind, to(4), code, new Headers())).ok).toBe(false)
  })

  it('ends after five minutes', async () => {
    await accounts.sendCode(kind, to(5))
    const code = lastCode()
    await database.runAs('auth', `update auth.verification set "expiresAt" = now() - interval '1 second'`)
    expect(codes(await accounts.signInWithCode(kind, to(5), code, new Headers()))).toEqual(['code-expired'])
  })

  it('takes what hostile people type as wrong', async () => {
    await accounts.sendCode(kind, to(6))
    for (const typed of ["'; drop table auth.user; --", '', '😀', '9'.repeat(10_000), '000000:0'])
      expect((await accounts.signInWithCode(kind, to(6), typed, new Headers())).ok).toBe(false)
  })

  it('says so when no carrier takes it', async () => {
    isDown = true
    await expect(accounts.sendCode(kind, to(7))).rejects.toThrow(CodeNotSent)
    isDown = false
    await accounts.sendCode(kind, to(7))
  })
})

it('keeps no code and no address readable, and nothing past its end', async () => {
  await accounts.sendCode('phone', '+628125550977')
  const phoneCode = lastCode()
  await accounts.sendCode('email', 'terbaca@contoh.example')
  const { rows } = await database.runAs('auth', 'select identifier, value from auth.verification')
  const kept = JSON.stringify(rows)
  for (const secret of [phoneCode, lastCode(), '628125550977', 'terbaca']) expect(kept).not.toContain(secret)
  await database.asAuth((tx) => sweepAuth(tx, new Date(Date.now() + 600_000)))
  const left = await database.runAs('auth', 'select 1 from auth.verification')
  expect(left.rows).toHaveLength(0)
})

describe('an officer', () => {
  const email = 'kepala@contoh.example'
  let uri = ''

  it('sets up an authenticator; recovery codes come once; the session becomes strong', async () => {
    const account = await accounts.createAccount({ name: 'Kepala Contoh', email, password: PASSWORD })
    const opened = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
    expect(await accounts.findSession(headersOf(opened))).toMatchObject({ strong: false, secondFactor: false })
    uri = must(await accounts.startSecondFactor(PASSWORD, headersOf(opened))).uri
    const shown = await accounts.findPendingSecondFactor(account, email)
    expect(totp(shown ?? '')).toBe(totp(uri))
    expect(codes(await accounts.confirmEnrolment(other(totp(uri)), headersOf(opened)))).toEqual(['code-wrong'])
    const done = must(await accounts.confirmEnrolment(totp(uri), headersOf(opened)))
    expect(done.recoveryCodes.length).toBeGreaterThanOrEqual(8)
    expect(await accounts.findSession(headersOf(done))).toMatchObject({ strong: true, secondFactor: true })
    expect(await accounts.findPendingSecondFactor(account, email)).toBeUndefined()

    const first = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
    const recovered = must(await accounts.confirmSecondFactor(done.recoveryCodes[0] ?? '', headersOf(first)))
    expect((await accounts.findSession(headersOf(recovered)))?.strong).toBe(true)
    const second = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
    expect((await accounts.confirmSecondFactor(done.recoveryCodes[0] ?? '', headersOf(second))).ok).toBe(false)
  })

  it('is not in with the password alone, and a code of the app opens one door once', async () => {
    const first = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
    expect(first.needsSecondFactor).toBe(true)
    expect(await accounts.findSession(headersOf(first))).toBeUndefined()
    const next = totp(uri, Date.now() + 30_000)
    const done = must(await accounts.confirmSecondFactor(next, headersOf(first)))
    const session = await accounts.findSession(headersOf(done))
    expect(session?.strong).toBe(true)
    const second = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
    expect(codes(await accounts.confirmSecondFactor(next, headersOf(second)))).toEqual(['code-used'])
    if (session === undefined) throw new Error('no session')
    expect(codes(await accounts.stepUp(session, next, headersOf(done)))).toEqual(['code-used'])
    expect((await accounts.findSession(headersOf(done)))?.steppedUpAtMs).toBeUndefined()
  })

  it('is stopped after wrong codes, also across sign-ins', async () => {
    for (let round = 0; round < 2; round++) {
      const tried = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
      for (let i = 0; i < 6; i++)
        expect(codes(await accounts.confirmSecondFactor('000000', headersOf(tried)))).toEqual(['code-wrong'])
    }
    const right = must(await accounts.signInWithPassword(email, PASSWORD, new Headers()))
    // Locked: a right code is not even looked at, so it is not `code-used` either.
    const code = totp(uri, Date.now() - 30_000)
    expect(codes(await accounts.confirmSecondFactor(code, headersOf(right)))).toEqual(['code-wrong'])
  })

  it('is not opened by the mailbox: no code goes out, and one from before the password opens nothing', async () => {
    await accounts.sendCode('email', email.toUpperCase())
    expect(sent.at(-1)).toMatchObject({ purpose: 'officer-way', code: '' })
    const late = 'dulu-warga@contoh.example'
    await accounts.sendCode('email', late)
    const code = lastCode()
    await accounts.createAccount({ name: 'Dulu Warga', email: late, password: PASSWORD })
    expect(codes(await accounts.signInWithCode('email', late, code, new Headers()))).toEqual(['officer-way'])
    const account = await accounts.findAccountByEmail(late)
    expect(await accounts.listSessions(account?.accountId ?? '')).toHaveLength(0)
    expect(account?.hasPassword).toBe(true)
  })

  it('loses every key at once, and nothing of it opens anything', async () => {
    const account = await accounts.findAccountByEmail(email)
    if (account === undefined) throw new Error('no account')
    const open = await accounts.openSession(account.accountId, 'x', true)
    await accounts.removeKeys(account.accountId)
    expect(await accounts.findSession(headersOf(open))).toBeUndefined()
    expect((await accounts.signInWithPassword(email, PASSWORD, new Headers())).ok).toBe(false)
    expect(await accounts.findAccountByEmail(email)).toMatchObject({ hasPassword: false, hasAuthenticator: false })
  })
})

describe('devices', () => {
  it('are listed by coarse names and end one by one or all but this', async () => {
    const account = await accounts.createAccount({ name: 'Dua Perangkat', email: 'dua@contoh.example' })
    const phone = await accounts.openSession(account, 'Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/120.0.6099')
    const desk = await accounts.openSession(account, 'Mozilla/5.0 (Windows NT 10.0) Firefox/121.0')
    const third = await accounts.openSession(account, '')
    const lines = await accounts.listSessions(account)
    expect(lines.map((one) => one.device).sort()).toEqual(['Chrome, Android', 'Firefox, Windows', 'Peramban'])
    expect(await accounts.endSession(account, desk.sessionId)).toBe(true)
    expect(await accounts.endSession(account, desk.sessionId)).toBe(false)
    expect(await accounts.findSession(headersOf(desk))).toBeUndefined()
    const stranger = await accounts.createAccount({ name: 'Orang Lain', email: 'lain@contoh.example' })
    expect(await accounts.endSession(stranger, phone.sessionId)).toBe(false)
    expect(await accounts.endSessions(account, phone.sessionId)).toBe(1)
    expect(await accounts.findSession(headersOf(third))).toBeUndefined()
    expect((await accounts.findSession(headersOf(phone)))?.accountId).toBe(account)
  })

  it('cannot be forged: a cookie with another signature is nobody', async () => {
    const account = await accounts.createAccount({ name: 'Sasaran', email: 'sasaran@contoh.example' })
    const { cookies } = await accounts.openSession(account, 'x')
    const line = cookies[0]?.split(';')[0] ?? ''
    const forged = `${line.slice(0, -8)}AAAAAA%3D`
    expect(await accounts.findSession(new Headers({ cookie: forged }))).toBeUndefined()
  })
})
