// From an empty installation in production mode to officers at work: the region by command, a link, password, authenticator,
// the office. And what must not work on the way.
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../src/bindings/demo.ts'
import { type House, openHouse } from '../../src/bindings/house.ts'
import { RegionDirectory } from '../../src/bindings/region-directory.ts'
import { setupCli } from '../../src/bindings/setup-cli.ts'
import { runSetup } from '../../src/bindings/setup-requests.ts'
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts'
import type { Env } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { totpOf } from '../support/authenticator.ts'
import { openTestDatabase } from '../support/database.ts'
import { type Answer, formsOn, plain, refusalsOn, Walker } from '../support/walker.ts'

const R = '63.11'
const PASSWORD = 'gerobak biru menanti hujan'
let house: House
let env: Env
let clock: FixedClock
let server: ServerType
let base = ''
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puja-setup-'))
  clock = fixedClock('2026-04-10T10:00:00+08:00')
  env = {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    origin: 'http://localhost',
    dataFolder: folder,
    secretsFolder: join(folder, 'keys'),
    database: { kind: 'pglite', folder },
    s3: undefined,
    logLevel: 'silent',
    clock,
    isBehindProxy: false,
  }
  house = await openHouse({ env, database: await openTestDatabase(), log: createLog('silent'), limitsFactor: 50 })
  server = await new Promise((resolve) => {
    const listening = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening))
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/** A command as it is typed; gives exit code, parsed output and what was said. */
async function puja(kind: 'region' | 'officer', ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await setupCli(kind, args, { out: (line) => out.push(line), err: (line) => err.push(line) }, (request) =>
    runSetup(env, house.database, house.cases.ring, request, () => house.regions.refresh()),
  )
  return { code, value: out[0]?.startsWith('{') ? JSON.parse(out[0]) : out[0], err: err.join('\n') }
}
const OFFICE = [
  '--office',
  'Disdukcapil Balangan',
  '--head',
  'Drs. Contoh',
  '--place',
  'Paringin',
  '--address',
  'Jalan 1',
  '--contact',
  'a@b.invalid',
]
const invite = (name: string, role: string, unit: string, email: string, ...more: string[]) =>
  puja('officer', 'invite', '--region', R, '--name', name, '--role', role, '--unit', unit, '--email', email, ...more)
const pathOf = (link: string): string => new URL(link).pathname
const mustBe = (page: Answer, status = 200): Answer => {
  expect([page.status, page.path, refusalsOn(page)]).toEqual([
    status,
    page.path,
    status === 200 ? [] : refusalsOn(page),
  ])
  return page
}

/** Opens a link and goes the whole way; gives the signed-in officer and the secret of the authenticator. */
async function enrol(link: string, walker = new Walker(base)) {
  const path = pathOf(link)
  mustBe(await walker.get(path))
  const factor = mustBe(await walker.post(`${path}/password`, { password: PASSWORD, repeated: PASSWORD }))
  const secret = [...factor.text.matchAll(/class="code">([A-Z2-7]{1,4})</g)].map((found) => found[1]).join('')
  const codes = mustBe(await walker.post(`${path}/confirm`, { code: totpOf(secret) }))
  return { walker, secret, codes: [...codes.text.matchAll(/class="code">([\w-]+)</g)].map((found) => found[1] ?? '') }
}

describe('the region', () => {
  it('is refused in words before it is right, and added once', async () => {
    expect((await puja('region')).code).toBe(2)
    expect((await puja('region', 'add', R, '--colour', 'red')).code).toBe(2)
    expect(await puja('region', 'add', '99.99', ...OFFICE)).toMatchObject({ code: 1 })
    expect(await puja('region', 'add', '63.12', ...OFFICE)).toMatchObject({ code: 1, value: undefined })
    expect((await puja('region', 'add', R, '--office', 'X')).err).toContain('head, place, address, contact')
    // What a server knows while the command runs in another process.
    const elsewhere = new RegionDirectory(house.database)
    expect((await elsewhere.all()).size).toBe(0)
    expect((await invite('Petugas', 'verifier', 'loket', 'a@contoh.example')).err).toContain('npx puja region add')
    expect(await puja('region', 'add', R, ...OFFICE)).toMatchObject({
      code: 0,
      value: { code: R, name: 'Kabupaten Balangan', calendar: '63.11-2026' },
    })
    expect((await puja('region', 'add', R, ...OFFICE)).code).toBe(1)
    await expect.poll(async () => (await elsewhere.allWith(R)).has(R), { timeout: 20_000 }).toBe(true)
    expect(mustBe(await new Walker(base).get(`/${R}`)).text).toContain('Balangan')
  })
})

describe('a start that forgot PUJA_MODE=production', () => {
  it('fills no invented people into an installation, and says what to set', async () => {
    const said: string[] = []
    const filling = seedDemo(house, { ...env, mode: 'demo' }, (line) => said.push(line))
    await expect(filling).rejects.toThrow('PUJA_MODE=production')
    expect(said).toEqual([])
  })
})

describe('the first officers', () => {
  it('come by a link that opens once and knows nobody else', async () => {
    expect((await invite('Admin Contoh', 'wizard', 'admin', 'a@contoh.example')).err).toContain('role')
    expect((await invite('Admin Contoh', 'head', 'nowhere', 'a@contoh.example')).err).toContain('loket')
    expect((await invite('X', 'head', 'kepala', 'a@contoh.example')).code).toBe(1)
    expect((await invite('Admin Contoh', 'head', 'kepala', 'no-address')).code).toBe(2)
    const { code, value } = await invite('Admin Contoh', 'service-admin', 'admin', 'admin@contoh.example')
    expect(code).toBe(0)
    const path = pathOf(value.link)
    const guest = new Walker(base)
    const page = mustBe(await guest.get(path))
    expect(plain(page.text)).toContain('Admin Contoh')
    expect(page.text).not.toContain('admin@contoh.example')
    for (const [password, repeated] of [
      ['pendek', 'pendek'],
      ['disdukcapil2026', 'disdukcapil2026'],
      ['AdminContoh2026!', 'AdminContoh2026!'],
      [PASSWORD, `${PASSWORD}x`],
    ] as const)
      expect((await guest.post(`${path}/password`, { password, repeated })).status).toBe(422)
    const done = await enrol(value.link, guest)
    expect(done.codes.length).toBeGreaterThanOrEqual(8)
    const late = await new Walker(base).get(path)
    expect(late.status).toBe(410)
    expect((await new Walker(base).post(`${path}/password`, { password: PASSWORD, repeated: PASSWORD })).status).toBe(
      410,
    )
    expect((await new Walker(base).get(`${path.slice(0, -4)}AAAA`)).status).toBe(404)
    expect((await new Walker(base).get(`/${R}/invitation/'; drop table officer_invitation; --`)).status).toBe(404)
  })

  it('sign in with password and second step, and then hold their role', async () => {
    const { value } = await invite('Verifikator Contoh', 'verifier', 'verifikasi', 'verifikator@contoh.example')
    const { walker, secret, codes } = await enrol(value.link)
    mustBe(await walker.get(`/${R}/office`))
    const again = new Walker(base)
    const wrong = await again.post('/sign-in/officer', {
      email: 'verifikator@contoh.example',
      password: 'salah sekali itu',
      back: '/',
    })
    expect(wrong.status).toBe(422)
    await again.post('/sign-in/officer', {
      email: 'Verifikator@contoh.example',
      password: PASSWORD,
      back: `/${R}/office`,
    })
    expect((await again.get(`/${R}/office`)).path).toContain('/sign-in')
    expect((await again.post('/sign-in/second', { code: '000000', back: '/' })).status).toBe(422)
    const inside = await again.post('/sign-in/second', {
      code: totpOf(secret, Date.now() + 30_000),
      back: `/${R}/office`,
    })
    expect(mustBe(inside).path).toBe(`/${R}/office`)
    // The phone is lost: a recovery code opens the door once.
    const lost = new Walker(base)
    for (const status of [200, 422]) {
      await lost.post('/sign-out', {})
      await lost.post('/sign-in/officer', { email: 'verifikator@contoh.example', password: PASSWORD, back: '/' })
      expect((await lost.post('/sign-in/second', { code: codes[1] ?? '', back: '/me/account' })).status).toBe(status)
    }
    const listed = await puja('officer', 'list', '--region', R)
    expect(listed.value.officers).toHaveLength(2)
    expect(listed.value.officers.every((one: { secondFactor: boolean }) => one.secondFactor)).toBe(true)
  })

  it('have no role before the second factor holds', async () => {
    const { value } = await invite('Separuh Jalan', 'verifier', 'verifikasi', 'separuh@contoh.example')
    const half = new Walker(base)
    await half.post(`${pathOf(value.link)}/password`, { password: PASSWORD, repeated: PASSWORD })
    expect((await half.get(`/${R}/office`)).status).toBe(403)
    expect((await half.post(`${pathOf(value.link)}/accept`, {})).status).toBe(409)
    // Somebody else finds the link lying about, half used: nothing of it is theirs.
    const thief = new Walker(base)
    expect(plain((await thief.get(pathOf(value.link))).text)).toContain('Alamat ini sudah punya akun')
    expect((await thief.post(`${pathOf(value.link)}/confirm`, { code: '123456' })).status).toBe(401)
    // Three days later it is over.
    const before = clock.now().getTime()
    clock.set(new Date(before + 73 * 3_600_000).toISOString())
    expect((await half.get(pathOf(value.link))).status).toBe(410)
    clock.set(new Date(before).toISOString())
  })

  it('lose their role at once when it ends, and the last admin stays', async () => {
    const { value } = await invite('Sebentar Saja', 'verifier', 'verifikasi', 'sebentar@contoh.example')
    const { walker } = await enrol(value.link)
    mustBe(await walker.get(`/${R}/office`))
    const { officers } = (await puja('officer', 'list', '--region', R)).value
    const mine = officers.find((one: { name: string }) => one.name === 'Sebentar Saja')
    expect((await puja('officer', 'end', '--region', R, '--account', mine.account)).code).toBe(0)
    clock.set(new Date(clock.now().getTime() + 1000).toISOString())
    expect((await walker.get(`/${R}/office`)).status).toBe(403)
    const admin = officers.find((one: { role: string }) => one.role === 'service-admin')
    expect(await puja('officer', 'end', '--region', R, '--assignment', admin.assignment)).toMatchObject({ code: 1 })
  })
})

describe('without carriers', () => {
  it('a citizen is told that no code can be sent, and nothing is kept', async () => {
    const sent = await new Walker(base).post('/sign-in', { address: '0812 5550 9955', back: '/' })
    expect(sent.status).toBe(503)
    expect(formsOn(sent)[0]?.fields.address).toEqual(['0812 5550 9955'])
    const { rows } = await house.database.asPlatform((tx) =>
      tx
        .withTables<{ stand_in_message: { message_id: string } }>()
        .selectFrom('stand_in_message')
        .selectAll()
        .execute()
        .then((found) => ({ rows: found })),
    )
    expect(rows).toHaveLength(0)
  })
  it('the health page names them', async () => {
    const health = JSON.parse((await new Walker(base).get('/health')).text)
    expect(health.carriers.missing).toEqual(['email', 'sms', 'whatsapp'])
  })
})
