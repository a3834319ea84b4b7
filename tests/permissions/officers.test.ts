// Who may change who works here: the page of officers, against everyone who should not reach it and everything they would try.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindPerson } from '../../src/modules/regions/store.ts'
import { appoint } from '../support/officers.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { plain, refusalsOn, type Walker } from '../support/walker.ts'

type Officer = Walker & { readonly account: string }
const HERE = '/63.11/office/officers'
let server: TestServer
let admin: Officer
let second: Officer
let head: Officer
let verifier: Officer

beforeAll(async () => {
  server = await openTestServer()
  admin = await appoint(server, '63.11', { roles: ['service-admin'] })
  second = await appoint(server, '63.11', { roles: ['service-admin'] })
  head = await appoint(server, '63.11', { roles: ['head'] })
  verifier = await appoint(server, '63.11', { roles: ['verifier'] })
  demos = await openRequests(head)
})
afterAll(() => server.close())

const ROLE = { role: 'delivery', unit: 'antar', place: '63.11', service: '*' }
const rolesOf = async (account: string): Promise<readonly string[]> => {
  type Rows = {
    role_assignment: {
      region_code: string
      account_id: string
      role: string
      assignment_id: string
      valid_until: Date | null
    }
  }
  const rows = await server.house.database.inRegion('63.11', (tx) =>
    tx
      .withTables<Rows>()
      .selectFrom('role_assignment')
      .selectAll()
      .where('region_code', '=', '63.11')
      .where('account_id', '=', account)
      .execute(),
  )
  return rows
    .filter((row) => row.valid_until === null || row.valid_until > server.clock.now())
    .map((row) => row.role)
    .sort()
}
const assignmentOf = async (account: string, role: string): Promise<string> => {
  const page = await admin.get(`${HERE}/${account}`)
  const ids = [...page.text.matchAll(/roles\/([0-9a-f-]{36})\/end/g)].map((found) => found[1] ?? '')
  const row = await server.house.database.inRegion('63.11', (tx) =>
    tx
      .withTables<{ role_assignment: { assignment_id: string; role: string } }>()
      .selectFrom('role_assignment')
      .select(['assignment_id', 'role'])
      .where('assignment_id', 'in', ids)
      .where('role', '=', role)
      .executeTakeFirstOrThrow(),
  )
  return row.assignment_id
}
/** What waits beside the demo's own request. */
let demos: readonly string[] = []
const openRequests = async (officer: Walker): Promise<readonly string[]> =>
  [...(await officer.get(HERE)).text.matchAll(/officers\/requests\/([0-9a-f-]{36})/g)]
    .map((found) => found[1] ?? '')
    .filter((id) => !demos.includes(id))

it('does not exist for others: another role, another region, a citizen, nobody', async () => {
  const neighbour = await appoint(server, '63.09', { roles: ['service-admin'] })
  const former = await appoint(server, '63.11', {
    roles: ['service-admin'],
    until: new Date(server.clock.now().getTime() - 1000),
  })
  const early = await appoint(server, '63.11', {
    roles: ['service-admin'],
    from: new Date(server.clock.now().getTime() + 86_400_000),
  })
  for (const who of [verifier, neighbour, former, early]) {
    expect((await who.get(HERE)).status).toBe(404)
    expect((await who.get(`${HERE}/invite`)).status).toBe(404)
    expect((await who.get(`${HERE}/${verifier.account}`)).status).toBe(404)
    expect((await who.post(`${HERE}/${verifier.account}/give`, { ...ROLE, role: 'head', unit: 'kepala' })).status).toBe(
      404,
    )
    expect((await who.post(`${HERE}/invite`, { ...ROLE, name: 'Orang Luar', email: 'x@contoh.example' })).status).toBe(
      404,
    )
    expect((await who.post(`${HERE}/${admin.account}/reset`, { reason: 'ponselnya hilang' })).status).toBe(404)
  }
  expect(await rolesOf(verifier.account)).toEqual(['verifier'])
  // An officer of the neighbour is nobody here, even for this region's admin.
  expect((await admin.get(`${HERE}/${neighbour.account}`)).status).toBe(404)
  expect((await admin.post(`${HERE}/${neighbour.account}/give`, ROLE)).status).toBe(404)
})

it('says of an account that the register does not know that own and family cases cannot be told', async () => {
  const page = plain((await admin.get(`${HERE}/${verifier.account}`)).text)
  expect(page).toContain('Akun ini belum dicocokkan dengan data kependudukan')
  await server.house.database.inRegion('63.11', async (tx) => {
    const { rows } = await sql<{ id: string }>`select person_id::text as id from person p where region_code = '63.11'
      and status = 'active' and not exists (select from account_person a where a.person_id = p.person_id) limit 1`.execute(
      tx,
    )
    await bindPerson(tx, {
      region_code: '63.11',
      account_id: verifier.account,
      person_id: rows[0]!.id,
      proven_by: 'test',
    })
  })
  expect(plain((await admin.get(`${HERE}/${verifier.account}`)).text)).not.toContain('belum dicocokkan')
})

describe('roles', () => {
  it('are given and ended by one person, once', async () => {
    expect((await admin.post(`${HERE}/${verifier.account}/give`, ROLE)).path).toBe(HERE)
    expect(await rolesOf(verifier.account)).toEqual(['delivery', 'verifier'])
    expect((await admin.post(`${HERE}/${verifier.account}/give`, ROLE)).status).toBe(409)
    const id = await assignmentOf(verifier.account, 'delivery')
    expect((await admin.post(`${HERE}/roles/${id}/end`, {})).path).toBe(HERE)
    expect((await admin.post(`${HERE}/roles/${id}/end`, {})).status).toBe(404)
    expect(await rolesOf(verifier.account)).toEqual(['verifier'])
  })

  it.each([
    [{ role: 'emperor' }, 'role'],
    [{ unit: "'; drop table unit; --" }, 'unit'],
    [{ place: '63.09' }, 'place'],
    [{ place: '63.1' }, 'place'],
    [{ place: '63.11.99' }, 'place'],
    [{ service: 'no-such-service' }, 'services'],
    [{ service: '😀'.repeat(2500) }, 'services'],
    [{ 'until.day': '31', 'until.month': '2', 'until.year': '2027' }, 'until'],
    [{ 'until.day': '1', 'until.month': '1', 'until.year': '2020' }, 'until'],
    [{ role: '', unit: '', place: '', service: '' }, 'role'],
  ])('are refused with %j, and what was typed stays', async (wrong, at) => {
    const page = await admin.post(`${HERE}/${verifier.account}/give`, { ...ROLE, ...wrong })
    expect(page.status).toBe(422)
    expect(page.text).toContain(`href="#${at}"`)
    expect(await rolesOf(verifier.account)).toEqual(['verifier'])
  })

  it('are never given to oneself, nor ended', async () => {
    expect((await admin.post(`${HERE}/${admin.account}/give`, ROLE)).status).toBe(403)
    const own = await assignmentOf(second.account, 'service-admin')
    expect((await second.post(`${HERE}/roles/${own}/end`, {})).status).toBe(403)
    expect((await admin.post(`${HERE}/${admin.account}/reset`, { reason: 'ponsel saya hilang' })).status).toBe(403)
  })
})

describe('a powerful role', () => {
  it('waits for a second person, who is neither whoever asked nor whom it is about', async () => {
    const asked = await admin.post(`${HERE}/${second.account}/give`, { ...ROLE, role: 'head', unit: 'kepala' })
    expect(plain(asked.text)).toContain('Menunggu orang kedua')
    expect(await rolesOf(second.account)).toEqual(['service-admin'])
    expect((await admin.post(`${HERE}/${second.account}/give`, { ...ROLE, role: 'head', unit: 'kepala' })).status).toBe(
      409,
    )
    const [request = ''] = await openRequests(head)
    expect(request).not.toBe('')
    expect(await openRequests(admin)).toEqual([])
    expect((await admin.post(`${HERE}/requests/${request}`, { decision: 'allow' })).status).toBe(403)
    expect((await second.post(`${HERE}/requests/${request}`, { decision: 'allow' })).status).toBe(403)
    expect((await verifier.post(`${HERE}/requests/${request}`, { decision: 'allow' })).status).toBe(404)
    const both = await Promise.all([1, 2].map(() => head.post(`${HERE}/requests/${request}`, { decision: 'allow' })))
    expect(both.map((one) => one.status).sort()).toEqual([200, 404])
    expect(await rolesOf(second.account)).toEqual(['head', 'service-admin'])
  })

  it('can be declined, and then nothing happens', async () => {
    const id = await assignmentOf(second.account, 'head')
    await admin.post(`${HERE}/roles/${id}/end`, {})
    const [request = ''] = await openRequests(head)
    await head.post(`${HERE}/requests/${request}`, { decision: 'decline' })
    expect(await rolesOf(second.account)).toEqual(['head', 'service-admin'])
    expect((await head.post(`${HERE}/requests/${request}`, { decision: 'allow' })).status).toBe(404)
  })

  it('by invitation gives its link to nobody before it is allowed; a head may allow, not invite', async () => {
    const form = {
      ...ROLE,
      role: 'service-admin',
      unit: 'kepala',
      name: 'Admin Ketiga',
      email: 'ketiga@contoh.example',
    }
    expect((await head.post(`${HERE}/invite`, form)).status).toBe(404)
    const asked = await admin.post(`${HERE}/invite`, form)
    expect(asked.text).not.toContain('/invitation/')
    const [request = ''] = await openRequests(head)
    const allowed = await head.post(`${HERE}/requests/${request}`, { decision: 'allow' })
    expect(allowed.text).toMatch(/\/63\.11\/invitation\/[\w-]{32}/)
    expect((await head.get(HERE)).text).not.toMatch(/\/invitation\/[\w-]{32}/)
  })
})

describe('new keys', () => {
  it('need a reason and a second person; then every session of the officer is over', async () => {
    expect((await admin.post(`${HERE}/${verifier.account}/reset`, { reason: '' })).status).toBe(422)
    await admin.post(`${HERE}/${verifier.account}/reset`, { reason: 'ponsel hilang, lapor lisan' })
    expect((await verifier.get('/me/account')).status).toBe(200)
    const [request = ''] = await openRequests(second)
    const done = await second.post(`${HERE}/requests/${request}`, { decision: 'allow' })
    expect(done.text).toMatch(/\/63\.11\/invitation\/[\w-]{32}/)
    expect((await verifier.get('/me/account')).path).toContain('/sign-in')
  })

  it('are not for officers who also work elsewhere: one region cannot take over another one’s', async () => {
    const both = await appoint(server, '63.09', { roles: ['head'] })
    await server.house.database.inRegion('63.11', (tx) =>
      tx
        .withTables<{ role_assignment: Record<string, unknown> }>()
        .insertInto('role_assignment')
        .values({
          region_code: '63.11',
          assignment_id: crypto.randomUUID(),
          account_id: both.account,
          role: 'verifier',
          place: '63.11',
          services: ['*'],
          unit_id: 'kepala',
          valid_from: new Date(0),
        })
        .execute(),
    )
    const asked = await admin.post(`${HERE}/${both.account}/reset`, { reason: 'ponsel hilang, lapor lisan' })
    expect(asked.status).toBe(409)
    expect(refusalsOn(asked)[0]).toContain('daerah lain')
    expect((await both.get('/me/account')).status).toBe(200)
  })
})

it('every change stands in the journal, without a name or an address', async () => {
  const { rows } = await server.house.database.inRegion('63.11', async (tx) => ({
    rows: await tx
      .withTables<{ journal: { action: string; actor: string; reason: string | null } }>()
      .selectFrom('journal')
      .selectAll()
      .execute(),
  }))
  const actions = new Set(rows.map((row) => row.action))
  for (const action of [
    'role.give',
    'role.end',
    'officer.request',
    'officer.allow',
    'officer.decline',
    'officer.invite',
    'officer.reset',
    'officer.list',
    'officer.read',
  ])
    expect([...actions]).toContain(action)
  expect(JSON.stringify(rows)).not.toMatch(/Admin Ketiga|ketiga@/)
})
