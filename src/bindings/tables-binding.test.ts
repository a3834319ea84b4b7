// Every table that somebody is offered can be downloaded by them, and by nobody else: each role gets what its pages show, names leave
// with a row of the journal, small counts stay hidden, and a place out of reach is not found.
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint } from '../../tests/support/officers.ts'
import { openTestServer, STORY_DAY, type TestServer } from '../../tests/support/server.ts'
import { Walker } from '../../tests/support/walker.ts'
import type { Role } from '../platform/http/visitor.ts'
import { seedConvergence } from './demo-convergence.ts'
import { seedGrowth } from './demo-growth.ts'

const REGION = '63.11'
const VILLAGE = '63.11.06.1023'
let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
  await seedGrowth(server.house, REGION, new Date(STORY_DAY), { onlyMelati: true, children: 8 })
  await seedConvergence(server.house, { onlyStory: true })
}, 120_000)
afterAll(() => server?.close())

async function as(role: Role, unit: string, place: string): Promise<Walker> {
  const { account } = await appoint(server, REGION, { roles: [role], unit, place })
  const walker = new Walker(server.base)
  walker.keep((await server.house.accounts.openSession(account, 'test')).cookies)
  return walker
}
const linksIn = (html: string) =>
  [...html.matchAll(/href="(\/63\.11\/balanting\/tables\/[^"]+)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))
const rowsOf = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true, relax_column_count: false })
const exported = async (subject: boolean) =>
  server.house.database.inRegion(REGION, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from journal
      where action = ${subject ? 'child.export' : 'growth.export'}`.execute(tx)
    return rows[0]!.n
  })

test.each([
  ['midwife', 'pkm-paringin', '63.11.06', ['children', 'alerts-open', 'pregnancies', 'quality', 'families-at-risk']],
  ['cadre', 'melati', VILLAGE, ['children', 'month', 'vaccines']],
  ['village-cadre', 'desa-story', VILLAGE, ['services-due', 'families-at-risk', 'gap-names', 'packages']],
  ['village-head', 'desa-story', VILLAGE, ['families-at-risk', 'village-gaps']],
  ['convergence-secretariat', 'tpps', REGION, ['scorecards', 'priority-villages', 'budget', 'audits', 'actions']],
  ['programme-officer', 'dinkes', REGION, ['assignments', 'indicators']],
  ['foster-parent', 'asuh', REGION, ['packages', 'needs']],
  ['service-admin', 'admin', REGION, ['outgoing']],
] as const)('%s: all tables that are offered open, with as many cells as headings', async (role, unit, place, some) => {
  const walker = await as(role, unit, place)
  const page = await walker.get(`/${REGION}/balanting/tables`)
  expect(page.status).toBe(200)
  const links = linksIn(page.text)
  const keys = new Set(links.map((link) => /tables\/([a-z-]+)\./.exec(link)![1]!))
  expect([...keys]).toEqual(expect.arrayContaining([...some]))
  for (const link of links.filter((one) => one.includes('.csv'))) {
    const file = await walker.get(link)
    expect([link, file.status]).toEqual([link, 200])
    const [head, ...rows] = rowsOf(file.bytes)
    for (const row of rows) expect([link, row.length]).toEqual([link, head!.length])
  }
  for (const key of ['children', 'outgoing', 'services-due', 'audits', 'pregnancies'])
    if (!keys.has(key)) expect((await walker.get(`/${REGION}/balanting/tables/${key}.csv`)).status).toBe(404)
})

test('the children of a posyandu: one row each in CSV and XLSX, one row of the journal for each; another posyandu is not found', async () => {
  const walker = await as('cadre', 'melati', VILLAGE)
  const before = [await exported(false), await exported(true)]
  const csv = await walker.get(`/${REGION}/balanting/tables/children.csv?posyandu=melati`)
  const rows = rowsOf(csv.bytes)
  expect(rows.length).toBeGreaterThan(5)
  expect([await exported(false), await exported(true)]).toEqual([before[0]! + 1, before[1]! + rows.length - 1])
  const xlsx = await walker.get(`/${REGION}/balanting/tables/children.xlsx?posyandu=melati`)
  const [sheet] = await readXlsxFile(xlsx.bytes)
  const weight = rows[0]!.indexOf('berat_terakhir_kg')
  expect(sheet!.data.map((row) => row.map((value) => value ?? ''))).toEqual(
    rows.map((row, i) => row.map((value, at) => (i > 0 && at === weight && value !== '' ? Number(value) : value))),
  )
  for (const hostile of ['kenanga', "x'; --", '😀', 'x'.repeat(3000)])
    expect(
      (await walker.get(`/${REGION}/balanting/tables/children.csv?posyandu=${encodeURIComponent(hostile)}`)).status,
    ).toBe(404)
})

test('a workbook: what one counts with is a number, what names a place or a day is text, every cell as in CSV', async () => {
  const planner = await as('convergence-secretariat', 'tpps', REGION)
  const numbers = new Set<string>()
  for (const table of [
    `village-gaps.csv?village=${VILLAGE}`,
    'scorecards.csv',
    'households.csv',
    'priority-villages.csv?year=2026',
  ]) {
    const [head = [], ...rows] = rowsOf((await planner.get(`/${REGION}/balanting/tables/${table}`)).bytes)
    const [sheet] = await readXlsxFile(
      (await planner.get(`/${REGION}/balanting/tables/${table.replace('.csv', '.xlsx')}`)).bytes,
    )
    expect([table, sheet!.data.length]).toEqual([table, rows.length + 1])
    for (const [i, line] of sheet!.data.slice(1).entries())
      for (const [at, value] of line.entries()) {
        const written = rows[i]![at]!
        if (typeof value === 'number') numbers.add(head[at]!)
        expect([table, head[at], value ?? '']).toEqual([
          table,
          head[at],
          typeof value === 'number' ? Number(written) : written,
        ])
      }
  }
  expect([...numbers]).toEqual(expect.arrayContaining(['target', 'nilai', 'indeks', 'urutan']))
  for (const name of ['kode_desa', 'kecamatan', 'triwulan']) expect(numbers).not.toContain(name)
})

test('who counts sees no count under five; a stranger is asked to sign in', async () => {
  const planner = await as('convergence-secretariat', 'tpps', REGION)
  const gaps = rowsOf((await planner.get(`/${REGION}/balanting/tables/village-gaps.csv?village=${VILLAGE}`)).bytes)
  const [head, ...lines] = gaps
  const missing = head!.indexOf('kurang')
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) expect(line[missing]).not.toMatch(/^[1-4]$/)
  const stranger = await new Walker(server.base).get(`/${REGION}/balanting/tables/scorecards.csv`, { follow: false })
  expect(stranger.status).not.toBe(200)
})
