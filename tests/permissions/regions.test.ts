// Regions keep to themselves, by two locks that are tried apart: every address of the house, called by people of one region
// with things of the other; and row security alone, with plain SQL. Both lists are generated: a new route or table is tried
// the day it is added.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '../../src/platform/http/visitor.ts'
import { newId } from '../../src/platform/ids.ts'
import { apply, beginDraft, birthAnswers, bringTo, type Crew, letterPhoto, signInCrew } from '../support/case-walk.ts'
import { type Couple, settleCouple, TANJUNG } from '../support/families.ts'
import { settleChild } from '../support/growth-rows.ts'
import { appoint } from '../support/officers.ts'
import { fingerprints, regionTables, tryInRegion } from '../support/region-rows.ts'
import { openTestServer, type TestServer } from '../support/server.ts'
import { Walker } from '../support/walker.ts'

const HERE = '63.11'
const THERE = '63.09'

let server: TestServer
let tables: readonly string[]
let couple: Couple
/** Things of the other region, by the names that routes give them. */
const things = {
  draft: '',
  sent: '',
  issued: '',
  upload: '',
  document: '',
  code: '',
  number: '',
  village: `${THERE}.08.2003`,
  child: '',
  alert: '',
  pregnancy: '',
}
let secrets: readonly string[]
let callers: readonly (readonly [string, Walker])[]

beforeAll(async () => {
  server = await openTestServer()
  const { house, base } = server
  tables = await regionTables(house.database)
  couple = await settleCouple(server, 1, TANJUNG)
  const other = await settleCouple(server, 2, TANJUNG)
  const there: Crew = await signInCrew(server, THERE)
  const mother = await new Walker(base).signInAccount(couple.wife.account)
  const birth = (childName: string) => birthAnswers({ childName }, [other.husband, other.wife])
  const issued = await apply(mother, 'birth-wni', birth('Rahasia Tabalong Terbit'), THERE)
  await bringTo(there, issued.caseId, 'issued', THERE)
  const sent = await apply(mother, 'birth-wni', birth('Rahasia Tabalong Terkirim'), THERE)
  const draft = await beginDraft(mother, 'birth-wni', THERE)
  await mother.upload(`/${THERE}/cases/${draft.caseId}/uploads/birth-statement`, { file: await letterPhoto() })
  const found = await house.database.inRegion(THERE, (tx) =>
    Promise.all([
      sql<{ id: string }>`select upload_id::text as id from case_upload where case_id = ${draft.caseId}`.execute(tx),
      sql<{
        id: string
      }>`select document_id::text as id from document where case_id = ${issued.caseId} limit 1`.execute(tx),
    ]),
  )
  const page = await mother.get(`/${THERE}/cases/${issued.caseId}`)
  const code = /\/63\.09\/v\/([0-9A-Za-z-]+)"/.exec(page.text)![1]!
  Object.assign(things, {
    draft: draft.caseId,
    sent: sent.caseId,
    issued: issued.caseId,
    number: sent.number,
    upload: found[0].rows[0]!.id,
    document: found[1].rows[0]!.id,
    code,
  })
  Object.assign(things, await settleChild(server, THERE, things.village))
  secrets = ['Rahasia Tabalong', 'RAHASIA TABALONG', couple.wife.name, couple.wife.nik, couple.kk, other.husband.nik]
  // The strongest stranger: one account with every role there is, in the own region.
  const officer = await appoint(server, HERE, { roles: ROLES })
  callers = [
    ['an officer with every role', officer],
    ['a citizen', await new Walker(base).signIn('Siti Aminah')],
    ['nobody', new Walker(base)],
  ]
})
afterAll(() => server?.close())

/** Addresses that are for anybody, by design: no case, no office, no person behind them. */
const OPEN =
  /^\/:region(\/(services(\/:service)?|villages|track|v(\/offline|\/revoked\.jws|\/:code)?|d\/:token|survey\/:token|help|complaints|coverage|fhir\/metadata|open-data(\.csv)?|satisfaction(\/.*)?|balanting(\/figures(\/areas\/:code|\/villages\.csv)?|\/map(\/:district)?)?))?$/
/** Addresses that speak about whoever asks, never about a thing of the region. */
const OWN =
  /^\/:region\/(me(\/identify|\/access|\/mandates|\/data(\/all|\.json)?)?|services\/:service\/start|balanting\/(my-children|posyandu))$/

const plainPath = (path: string) => path.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')

function regionRoutes(): readonly { method: string; path: string }[] {
  const seen = new Set<string>()
  return server.house.app.routes.flatMap(({ method, path }) => {
    const one = { method, path: plainPath(path) }
    const key = `${method} ${one.path}`
    if (method === 'ALL' || !one.path.startsWith('/:region') || seen.has(key)) return []
    seen.add(key)
    return [one]
  })
}

/** The address with things of the other region put in; each action and each case a route may name. */
function addresses(path: string, region: string): readonly string[] {
  const put = (values: Readonly<Record<string, string>>): string =>
    path.replace(/:(\w+)/g, (_, name: string) => {
      // What stands for nothing in particular is the id of something that does not exist here either.
      return values[name] ?? newId()
    })
  const fixed: Readonly<Record<string, string>> = {
    region,
    service: 'birth-wni',
    document: 'birth-statement',
    upload: things.upload,
    page: 'child',
    code: things.code,
    token: '23456789ABCDEFGHJKMNPQRSTV',
    file: path.includes('/balanting/')
      ? 'children.csv'
      : path.includes('/forms/')
        ? 'F-2.01.pdf'
        : `${things.document}.pdf`,
    village: things.village,
    centre: 'pkm-tabalong',
    posyandu: 'rahasia',
    child: things.child,
    alert: things.alert,
    pregnancy: things.pregnancy,
    year: '2026',
    month: '2026-05',
    indicator: 'SP1',
    person: couple.wife.personId,
    case: things.sent,
    subject: couple.wife.personId,
    a: couple.wife.personId,
    b: couple.husband.personId,
    ...(path.includes('/figures/areas/') ? { code: things.village } : {}),
  }
  const actions = path.includes(':action') ? ['withdraw', 'screen', 'verify', 'sign', 'reuse'] : ['withdraw']
  const cases = path.includes('/documents/:id')
    ? [things.document]
    : path.includes(':id')
      ? [things.draft, things.sent, things.issued]
      : ['']
  return [...new Set(actions.flatMap((action) => cases.map((id) => put({ ...fixed, id, action }))))]
}

const BODY = {
  key: 'k',
  seen: 'yes',
  note: 'x',
  reason: 'wrong-document',
  role: 'parent',
  childName: 'Ditulis Orang Lain',
  code: 'x',
  number: 'x',
  digits: '0000',
}

describe.each([
  ['in the other region', THERE],
  ['in the own region, with things of the other', HERE],
])('every address %s', (_, region) => {
  // Every route there is, one after the other: on a busy machine that takes its time.
  it.each([0, 1, 2])('gives caller %i nothing and changes nothing', { timeout: 240_000 }, async (index) => {
    const [name, walker] = callers[index]!
    const routes = regionRoutes()
    expect(routes.length).toBeGreaterThan(40)
    const before = await fingerprints(server.house.database, THERE, tables)
    const wrong: string[] = []
    for (const { method, path } of routes) {
      for (const address of addresses(path, region)) {
        const body =
          method !== 'POST'
            ? undefined
            : path.includes('/uploads/:document') && !path.includes('parts')
              ? photoForm(await letterPhoto())
              : new URLSearchParams({ ...BODY, case: things.sent, number: things.number })
        const answer = await walker.raw(method, address, body)
        const leads = answer.status === 303 ? answer.headers.get('location')! : ''
        const told = `${name}: ${method} ${address} gave ${answer.status} ${leads}`
        if (answer.status >= 500) wrong.push(told)
        for (const secret of secrets) if (answer.text.includes(secret)) wrong.push(`${told} and told ${secret}`)
        const isRefused = [401, 403, 404].includes(answer.status) || /^\/sign-in[/?]|\/me\/identify\?/.test(leads)
        const mayAnswer =
          OPEN.test(path) ||
          OWN.test(path) ||
          (region === HERE &&
            !/:(id|upload|child|posyandu|alert|centre|person|family|deed|subject|a|b|account|assignment|mandate|request)\b/.test(
              path,
            ))
        // Sent back to the page above, which is asked by itself, or told that nothing was uploaded.
        const isSentUp = method === 'GET' && answer.status === 303 && leads !== '' && address.startsWith(`${leads}/`)
        const isHarmless = isSentUp || (/\/parts$/.test(path) && method !== 'POST' && answer.status === 204)
        if (!isRefused && !mayAnswer && !isHarmless) wrong.push(told)
      }
    }
    expect(wrong).toEqual([])
    const after = await fingerprints(server.house.database, THERE, tables)
    const changed = Object.keys(after).filter((table) => after[table] !== before[table] && !MAY_GROW.has(table))
    expect(changed).toEqual([])
  })
})

/** Written by being asked, not by the asker: who was refused, serial numbers in blocks (gaps are allowed). */
const MAY_GROW = new Set(['public.journal', 'public.case_serial'])

function photoForm(photo: Awaited<ReturnType<typeof letterPhoto>>): FormData {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(photo.buffer)], photo.name, { type: photo.mimeType }))
  return form
}

describe('row security as the only lock', () => {
  it('guards every table with a region, and the test has rows to see', async () => {
    expect(tables.length).toBeGreaterThan(40)
    const filled = await fingerprints(server.house.database, THERE, tables)
    const withRows = Object.entries(filled).filter(([, sum]) => !sum.startsWith('0 '))
    expect(withRows.map(([table]) => table)).toEqual(
      expect.arrayContaining([
        'public.person',
        'public.family',
        'public.deed',
        'public.case_file',
        'public.document',
        'public.journal',
      ]),
    )
    const { rows } = await server.house.database.asOwner(
      (tx) =>
        sql<{ name: string }>`
          select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where not (c.relrowsecurity and c.relforcerowsecurity)`.execute(tx),
      { readOnly: true },
    )
    const open = new Set(rows.map(({ name }) => name))
    expect(tables.filter((table) => open.has(table))).toEqual([])
  })

  it('shows no row of the other region in any table', async () => {
    const seen: string[] = []
    for (const table of tables) {
      const tried = await tryInRegion<{ n: number }>(
        server.house.database,
        HERE,
        `select count(*)::int as n from ${table} where region_code = '${THERE}'`,
      )
      if (tried.ok ? tried.rows[0]!.n > 0 : tried.code !== '42501') seen.push(`${table} ${JSON.stringify(tried)}`)
    }
    expect(seen).toEqual([])
  })

  it('takes no row for the other region, moves none there, removes none of it', async () => {
    const { database } = server.house
    const before = await fingerprints(database, THERE, tables)
    const wrong: string[] = []
    for (const table of tables) {
      const inserted = await tryInRegion(database, HERE, `insert into ${table} (region_code) values ('${THERE}')`)
      if (inserted.ok || inserted.code !== '42501') wrong.push(`insert ${table} ${JSON.stringify(inserted, bigints)}`)
      const own = await tryInRegion<{ n: number }>(database, HERE, `select count(*)::int as n from ${table}`)
      const moved = await tryInRegion(database, HERE, `update ${table} set region_code = '${THERE}'`)
      const isEmpty = own.ok && own.rows[0]!.n === 0
      if (moved.ok ? !isEmpty : moved.code !== '42501') wrong.push(`move ${table} ${JSON.stringify(moved, bigints)}`)
      const removed = await tryInRegion(database, HERE, `delete from ${table} where region_code = '${THERE}'`)
      if (removed.ok ? removed.changed > 0n : removed.code !== '42501')
        wrong.push(`delete ${table} ${JSON.stringify(removed, bigints)}`)
    }
    expect(wrong).toEqual([])
    expect(await fingerprints(database, THERE, tables)).toEqual(before)
  })

  it('is not left by setting the region or the role again inside a transaction of a region', async () => {
    const { database } = server.house
    const role = await tryInRegion(database, HERE, 'set local row_security = off; select 1 from person')
    expect(role.ok).toBe(false)
    const rows = await tryInRegion<{ n: number }>(database, HERE, 'select count(*)::int as n from person')
    expect(rows.ok && rows.rows[0]!.n).toBeGreaterThan(0)
  })
})

const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
