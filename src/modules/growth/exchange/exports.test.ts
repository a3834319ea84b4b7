// Downloads and pages of exchanges on a real database: what each role gets, hidden small counts, hostile names, addresses.
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { bindExchange } from '../../../bindings/exchange-binding.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { newId } from '../../../platform/ids.ts'
import { refusalRegistry } from '../../../refusals.ts'
import type { GrowthContext } from '../context.ts'
import { recordDoses } from '../immunisation/immunisation-commands.ts'
import { recordMeasurement } from '../measure-command.ts'
import { bringRollupsUpToDate } from '../rollup-commands.ts'
import { addChild, child, growthContext, REGION, seedGrowthWorld, visitor } from '../testing/growth-world.ts'
import { exchangeRoutes } from './exchange-routes.tsx'
import { exportSheets } from './export-queries.ts'
import { EXPORT_TABLES } from './export-tables.ts'
import type { Resource } from './fhir/resources.ts'
import { lantanaFaults } from './fhir/testing/validators.ts'
import { listChildrenAt } from './import-children-store.ts'

let database: Database
let context: GrowthContext
const nutritionist: Visitor = {
  ...visitor('nutritionist', { unitId: 'pkm-paringin' }),
  tell: (refusal) => refusalRegistry.tell(refusal, 'id'),
}
const midwife = visitor('midwife', { place: '63.11.04' })
const secretariat = visitor('convergence-secretariat', { place: REGION })
const cadre = visitor('cadre')
const HOSTILE = '=HYPERLINK("http://x";"Anak")'

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
  for (const [name, nik] of [
    [HOSTILE, '6311065011259901'],
    ["Robert'; DROP TABLE growth_child; --", undefined],
  ] as const) {
    const one = child({ name, ...(nik === undefined ? {} : { nik }) })
    await addChild(database, context, one)
    const done = await recordMeasurement(context, nutritionist, one.childId, {
      measurementId: newId(),
      measurement: { date: '2026-06-10', place: 'posyandu', weightG: 7350, lengthHeightTenthMm: 6725, position: 'l' },
      facts: { eaten: ['breastmilk', 'grains', 'eggs'] },
      confirmed: true,
    })
    expect(done.ok).toBe(true)
  }
  const [first] = await database.inRegion(REGION, (tx) => listChildrenAt(tx, REGION, ['melati']))
  await recordDoses(context, nutritionist, first!.child_id, { doses: ['BCG'], on: '2026-06-11', place: 'posyandu' })
  await bringRollupsUpToDate(database, REGION)
})
afterAll(() => database.close())

const get = (who: Visitor, table: string, format = 'csv', month = '2026-06') =>
  exportSheets(context, who, { table, format, month })
function text(result: Result<{ readonly bytes: Uint8Array }>): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return Buffer.from(result.value.bytes).toString('utf8')
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))

test('sheets hold the children of the own area, NIK as text, names as they are and no formula', async () => {
  const made = await get(nutritionist, 'identity', 'xlsx')
  const [sheet] = await readXlsxFile(Buffer.from(made.ok ? made.value.bytes : []))
  const [header, ...rows] = sheet?.data ?? []
  const at = (name: string) => header?.indexOf(name) ?? -1
  expect(rows.map((row) => [row[at('NIK')], row[at('nama_anak')]])).toEqual([
    ['6311065011259901', HOSTILE],
    [null, "Robert'; DROP TABLE growth_child; --"],
  ])
  expect(text(await get(nutritionist, 'measurements'))).toContain('2026-06-10,7.35,67.25')
  expect(text(await get(nutritionist, 'scores'))).toContain('dipastikan')
  expect(text(await get(nutritionist, 'complementary-food'))).toContain('2026-06-10,1,1,0,0,0,1,0,0,0')
  // the other village has no children
  expect(
    text(await get(midwife, 'identity'))
      .trim()
      .split('\n'),
  ).toHaveLength(1)
})

test('our own tables hold figures as numbers in a workbook, identities and dates as text, the same as in CSV', async () => {
  const made = await get(nutritionist, 'scores', 'xlsx')
  const [sheet] = await readXlsxFile(Buffer.from(made.ok ? made.value.bytes : []))
  const [header = [], first = []] = sheet?.data ?? []
  const cell = (name: string) => first[header.indexOf(name)]
  expect(['NIK', 'tanggal_ukur', 'umur_bulan', 'berat_kg', 'panjang_tinggi_cm'].map(cell)).toEqual([
    '6311065011259901',
    '2026-06-10',
    expect.any(Number),
    7.35,
    67.25,
  ])
  expect(typeof cell('z_bbu')).toBe('number')
  for (const table of EXPORT_TABLES) {
    if (!('figures' in table)) continue
    const [head = ''] = text(await get(nutritionist, table.key))
      .replace('\uFEFF', '')
      .split('\r\n')
    expect([table.key, head.split(',')]).toEqual([table.key, expect.arrayContaining([...table.figures])])
  }
})

test('every table in every form, for a month with and one without data', async () => {
  for (const { key, formats } of EXPORT_TABLES)
    for (const format of formats)
      for (const month of ['2026-06', '2026-05']) {
        const made = await get(nutritionist, key, format, month)
        if (key === 'dhis2' && month === '2026-05') expect(codes(made)).toEqual(['exchange.adx-empty'])
        else expect([key, format, month, codes(made)]).toEqual([key, format, month, []])
      }
  const { dataValues } = JSON.parse(text(await get(nutritionist, 'dhis2', 'json'))) as {
    dataValues: { dataElement: string; categoryOptionCombo: string; value: string }[]
  }
  const sum = (code: string) =>
    dataValues.filter(({ dataElement }) => dataElement === code).reduce((n, { value }) => n + Number(value), 0)
  // sexes and ages do not overlap: together they are the village
  expect([sum('BLT_S'), sum('BLT_MPASI_N'), sum('BLT_MPASI')]).toEqual([2, 2, 0])
  expect(dataValues.some(({ categoryOptionCombo }) => /_0_59$|default/.test(categoryOptionCombo))).toBe(false)
  expect(text(await get(nutritionist, 'dhis2', 'xml'))).toContain('exported="2026-06-20T10:00:00+08:00"')
})

test('FHIR bulk data: each line one resource that a validator of others takes, references to lines before it, journalled', async () => {
  const lines = text(await get(nutritionist, 'fhir', 'ndjson'))
    .trimEnd()
    .split('\n')
  const resources = lines.map((line) => JSON.parse(line) as Resource & { readonly subject?: { reference: string } })
  expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(
    new Set(['Patient', 'Encounter', 'Observation', 'Immunization']),
  )
  const seen = new Set<string>()
  for (const resource of resources) {
    for (const [, reference] of JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g))
      if (!reference!.startsWith('Observation/')) expect(seen).toContain(reference)
    seen.add(`${resource.resourceType}/${String(resource.id)}`)
    expect([resource.id, lantanaFaults(resource)]).toEqual([resource.id, []])
  }
  expect(seen.size).toBe(lines.length)
  // a month without measures still has its children; another area has none of them
  expect(
    text(await get(nutritionist, 'fhir', 'ndjson', '2026-05'))
      .trimEnd()
      .split('\n'),
  ).toHaveLength(2)
  expect(text(await get(midwife, 'fhir', 'ndjson'))).toBe('')
})

test('a secretariat gets counts with small ones hidden, and nothing by name; others get nothing', async () => {
  const counts = text(await get(secretariat, 'months'))
  expect(counts).toContain('<5')
  expect(counts).not.toMatch(/,2,/)
  expect(text(await get(nutritionist, 'months'))).toMatch(/,2,/)
  for (const { key, formats } of EXPORT_TABLES.filter((one) => one.for === 'health'))
    expect(codes(await get(secretariat, key, formats[0]))).toEqual(['not-found'])
  for (const who of [cadre, visitor('foster-parent'), visitor('nutritionist', { unitId: "'; --" })])
    expect(codes(await get(who, 'months'))).toEqual(['not-found'])
  for (const [table, format, month] of [
    ['nothing', 'csv', '2026-06'],
    ['identity', 'exe', '2026-06'],
    ['identity', 'csv', "2026-13'; --"],
  ] as const)
    expect(codes(await get(nutritionist, table, format, month))).toEqual(['not-found'])
})

test('pages: the file goes in, the preview names what happens, the download has a name without anybody in it', async () => {
  const port = bindExchange({ ...context, visitor: () => Promise.resolve(nutritionist) })
  const app = exchangeRoutes(port)
  const base = `/${REGION}/balanting/exchange`
  const form = new FormData()
  form.set(
    'file',
    new File(
      [
        'Nama,JK,Tgl Lahir,Posyandu,Tanggal Pengukuran,Berat,Tinggi\nAnak Halaman,L,2026-01-05,melati,2026-06-10,"66,1","6,9"\nX,L,2026-02-30,melati,,,\n',
      ],
      'a.csv',
    ),
  )
  const sent = await app.request(`${base}/import`, { method: 'POST', body: form })
  const to = sent.headers.get('location') ?? ''
  expect([sent.status, to]).toEqual([303, expect.stringMatching(/\/exchange\/imports\/[0-9a-f-]{36}$/)])
  const shown = await (await app.request(to)).text()
  expect(shown).toContain('Anak Halaman')
  expect(shown).toContain('tampak tertukar')
  expect(shown).toContain('bukan tanggal')
  const digest = /name="digest" value="([0-9a-f]+)"/.exec(shown)?.[1] ?? ''
  const confirm = (answer: string) =>
    app.request(`${to}/confirm`, { method: 'POST', body: new URLSearchParams({ digest, 'line-2': answer }) })
  expect(await (await confirm('skip')).text()).toContain('Tidak ada baris yang bisa ditulis')
  expect((await confirm('proposed')).status).toBe(303)
  expect(await (await app.request(to)).text()).toContain('Berkas ini sudah ditulis')
  expect(text(await get(nutritionist, 'measurements'))).toContain('2026-06-10,6.9,66.1')
  expect((await app.request(`${to}/undo`, { method: 'POST', body: new URLSearchParams() })).status).toBe(303)
  expect(await (await app.request(to)).text()).toContain('1 hasil ukur ditarik, 1 anak dihapus')
  const file = await app.request(`${base}/files/identity.xlsx?month=2026-06`)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="balanting-63.11-identity.xlsx"')
  // each form that is offered has its address
  for (const { key, formats } of EXPORT_TABLES)
    for (const format of formats) {
      const { status } = await app.request(`${base}/files/${key}.${format}?month=2026-06`)
      expect([key, format, status]).toEqual([key, format, 200])
    }
  const empty = await app.request(`${base}/import`, { method: 'POST', body: new FormData() })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Pilih berkas XLSX')])
})
