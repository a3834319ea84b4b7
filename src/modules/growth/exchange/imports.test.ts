// Imports through the whole use case on a real database: planned, written, the same again, taken back; who may not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import type { Result } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { listAlertsOfChild } from '../alert-store.ts'
import { listChildrenOf } from '../child-store.ts'
import type { GrowthContext } from '../context.ts'
import { recordMeasurement } from '../measure-command.ts'
import { listChildMonths, listMeasurements } from '../measurement-store.ts'
import {
  addChild,
  BATUMANDI,
  child,
  growthContext,
  PARINGIN,
  REGION,
  seedGrowthWorld,
  visitor,
} from '../testing/growth-world.ts'
import { dropImport, planImport } from './commands.ts'
import { confirmImport, confirmImportSoon, writeImport } from './confirm-commands.ts'
import { previewImport } from './import-file.ts'
import { readImport } from './import-queries.ts'
import { listDifferences } from './import-store.ts'
import { undoImport } from './undo-commands.ts'

let database: Database
let context: GrowthContext
const nutritionist = visitor('nutritionist', { unitId: 'pkm-paringin' })
const cadre = visitor('cadre')

beforeAll(async () => {
  database = await openTestDatabase()
  context = growthContext(database)
  await seedGrowthWorld(database)
})
afterAll(() => database.close())

const HEADER = 'NIK,Nama,JK,Tgl Lahir,Nama Ortu,Posyandu,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,ZS TB/U'
const file = (...lines: string[]) => ({ name: 'daftar.csv', bytes: Buffer.from([HEADER, ...lines].join('\n')) })
function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))
const planned = async (given: ReturnType<typeof file>, by = nutritionist) => {
  const { importId } = value(await planImport(context, by, given))
  return { importId, seen: value(await previewImport(context, by, importId)) }
}
const confirm = async (given: ReturnType<typeof file>, answers: Record<string, 'proposed' | 'as-written'> = {}) => {
  const { importId, seen } = await planned(given)
  return {
    importId,
    counts: value(await confirmImport(context, nutritionist, importId, { digest: seen.digest, answers })),
  }
}
const byName = async (name: string) =>
  database.inRegion(REGION, async (tx) => {
    const row = (await listChildrenOf(tx, REGION, 'melati')).find((one) => one.name === name)
    if (row === undefined) return undefined
    return {
      row,
      measured: await listMeasurements(tx, REGION, row.child_id),
      months: await listChildMonths(tx, REGION, row.child_id),
      alerts: await listAlertsOfChild(tx, REGION, row.child_id),
    }
  })

test('a file is planned, written as at the scale, the same again changes nothing, and is taken back', async () => {
  const given = file(
    '6311061012249901,Anak Satu,L,2024-12-10,Ibu Satu,melati,2026-05-10,"7,1","74,0",Terlentang,',
    '6311061012249901,Anak Satu,L,2024-12-10,Ibu Satu,Posyandu Melati,11/06/2026,"7,2","74,5",Terlentang,"-2,64"',
    ',Anak Dua,P,5 Maret 2026,Ibu Dua,melati,2026-06-12,"58,0","4,9",Terlentang,',
    ',Anak Tiga,P,2026-13-05,Ibu Tiga,melati,2026-06-12,4,50,Terlentang,',
  )
  const { importId, seen } = await planned(given)
  expect(seen.plan.map(({ line, state }) => [line, state])).toEqual([
    [2, 'added'],
    [3, 'added'],
    [4, 'asked'],
    [5, 'refused'],
  ])
  expect(await byName('Anak Satu')).toBeUndefined()
  expect(value(await planImport(context, nutritionist, given))).toEqual({ importId, known: true })

  const counts = value(
    await confirmImport(context, nutritionist, importId, { digest: seen.digest, answers: { 4: 'proposed' } }),
  )
  expect(counts).toEqual({ added: 3, changed: 0, same: 0, asked: 0, refused: 1 })
  const one = (await byName('Anak Satu'))!
  // 548 days on 11 June: the worked example of the specification
  expect(one.measured.map((m) => [m.z_length, m.z_weight, m.z_weight_length, m.state]).at(-1)).toEqual([
    -288,
    -368,
    -335,
    'recorded',
  ])
  expect(one.months.map(({ month, status }) => [month, status])).toEqual([
    ['2026-05', 'B'],
    ['2026-06', 'T'],
  ])
  expect(one.alerts.map(({ code }) => code)).toContain('SAM')
  expect((await byName('Anak Dua'))!.measured.map((m) => [m.weight_g, m.length_tenth_mm])).toEqual([[4900, 5800]])
  const differing = await database.inRegion(REGION, (tx) => listDifferences(tx, REGION, importId, 10))
  expect(differing.map(({ line, differences }) => [line, differences?.[0]?.cause])).toEqual([[3, 'other-position']])

  // again: the same file is known, the same lines in another file change nothing
  expect(value(await confirmImport(context, nutritionist, importId, { digest: 'x', answers: {} }))).toEqual(counts)
  const twice = await planned({ ...given, bytes: Buffer.concat([given.bytes, Buffer.from('\n')]) })
  expect(twice.seen.counts).toEqual({ added: 0, changed: 0, same: 2, asked: 1, refused: 1 })
  expect(
    codes(await confirmImport(context, nutritionist, twice.importId, { digest: twice.seen.digest, answers: {} })),
  ).toEqual(['exchange.nothing-to-write'])
  value(await dropImport(context, nutritionist, twice.importId))

  expect(value(await undoImport(context, nutritionist, importId))).toEqual({ withdrawn: 3, children: 2, kept: 0 })
  expect(value(await undoImport(context, nutritionist, importId))).toEqual({ withdrawn: 3, children: 2, kept: 0 })
  expect(await byName('Anak Satu')).toBeUndefined()
  const months = await database.inRegion(REGION, (tx) => listChildMonths(tx, REGION, one.row.child_id))
  expect(months).toEqual([])
  // and may be imported anew
  expect((await planned(given)).seen.counts.added).toBe(2)
})

test('a verified measuring stays; an unverified one is replaced and stands again after undo; values are added, not replaced', async () => {
  const girl = child({ name: 'Anak Empat', motherName: 'Ibu Empat', birthDate: '2025-10-05', birthWeightG: 3000 })
  await addChild(database, context, girl)
  const at = (date: string, weightG: number, by = cadre) =>
    recordMeasurement(context, by, girl.childId, {
      measurementId: newId(),
      measurement: { date, place: 'posyandu', weightG },
      facts: {},
      confirmed: true,
    })
  value(await at('2026-04-10', 7100, nutritionist))
  value(await at('2026-05-10', 7350))
  const line = (date: string, weight: string) =>
    `,Anak Empat,P,2025-10-05,Ibu Empat / Bapak Empat,melati,${date},${weight},,,`
  const given = file(line('2026-04-10', '7.2'), line('2026-05-10', '7.4'), line('2026-05-10', ''))
  const { importId, counts } = await confirm(given)
  expect(counts).toEqual({ added: 0, changed: 1, same: 0, asked: 0, refused: 2 })
  const weights = async () => (await byName('Anak Empat'))!.measured.map((m) => [m.measured_on, m.weight_g, m.state])
  expect(await weights()).toEqual([
    ['2026-04-10', 7100, 'verified'],
    ['2026-05-10', 7350, 'replaced'],
    ['2026-05-10', 7400, 'recorded'],
  ])
  value(await undoImport(context, nutritionist, importId))
  expect((await weights()).map(([, weight, state]) => [weight, state])).toEqual([
    [7100, 'verified'],
    [7350, 'recorded'],
    [7400, 'withdrawn'],
  ])
  expect((await byName('Anak Empat'))!.row.birth_weight_g).toBe(3000)
})

test('what moved since the preview is shown anew before it is written', async () => {
  const girl = child({ name: 'Anak Lima', birthDate: '2025-10-05', motherName: 'Ibu Lima' })
  await addChild(database, context, girl)
  const { importId, seen } = await planned(file(',Anak Lima,P,2025-10-05,Ibu Lima,melati,2026-06-10,"7,3",,,'))
  value(
    await recordMeasurement(context, cadre, girl.childId, {
      measurementId: newId(),
      measurement: { date: '2026-06-10', place: 'posyandu', weightG: 7300 },
      facts: {},
      confirmed: true,
    }),
  )
  expect(codes(await confirmImport(context, nutritionist, importId, { digest: seen.digest, answers: {} }))).toEqual([
    'exchange.plan-changed',
  ])
})

test('another area sees neither the file nor the children; a cadre and a planner import nothing', async () => {
  const given = file("'; --,Anak '; DROP TABLE,P,2026-01-05,Ibu,anggrek,2026-06-10,5,,,")
  const { importId, seen } = await planned(given)
  expect(seen.plan[0]?.reasons.map(({ code }) => code)).toContain('exchange.line-number')
  const stranger = visitor('nutritionist', { unitId: 'pkm-batumandi', place: BATUMANDI })
  for (const other of [stranger, visitor('nutritionist', { unitId: 'pkm-paringin', region: '63.09' })]) {
    expect(codes(await previewImport(context, other, importId))).toEqual(['not-found'])
    expect(codes(await confirmImport(context, other, importId, { digest: seen.digest, answers: {} }))).toEqual([
      'not-found',
    ])
    expect(codes(await undoImport(context, other, importId))).toEqual(['not-found'])
    expect(codes(await dropImport(context, other, importId))).toEqual(['not-found'])
  }
  for (const other of [cadre, visitor('convergence-secretariat', { place: REGION }), visitor('foster-parent')])
    expect(codes(await planImport(context, other, given))).toEqual(['not-found'])
  expect(codes(await previewImport(context, nutritionist, "'; --"))).toEqual(['not-found'])
  // a NIK that is on record elsewhere is not created a second time
  const nik = '6311040501269906'
  await addChild(
    database,
    context,
    child({ name: 'Anak Jauh', nik, posyanduId: 'anggrek', villageCode: BATUMANDI, birthDate: '2026-01-05' }),
  )
  const { seen: second } = await planned(file(`${nik},Anak Jauh,P,2026-01-05,Ibu,melati,2026-06-10,5,,,`))
  expect(second.plan[0]?.reasons.map(({ code }) => code)).toEqual(['exchange.line-elsewhere'])
  expect(PARINGIN).not.toBe(BATUMANDI)
})

test('a large file is written by a job: two runs beside each other write nothing twice, the page tells how far it is', async () => {
  const lines = Array.from({ length: 60 }, (_, i) =>
    Array.from(
      { length: 9 },
      (_, m) =>
        `,Banyak ${i},L,2025-08-${String(1 + (i % 28)).padStart(2, '0')},Ibu ${i},mawar,2025-${String(9 + (m % 4)).padStart(2, '0')}-${String(3 + m).padStart(2, '0')},"6,${m}","6${m},0",Terlentang,`,
    ),
  ).flat()
  const { importId, seen } = await planned(file(...lines))
  value(await confirmImportSoon(context, nutritionist, importId, { digest: seen.digest, answers: {} }))
  const view = async () => value(await readImport(context, nutritionist, importId))
  expect(await view()).toMatchObject({ head: { state: 'writing' }, progress: { done: 0, all: 540 } })
  const jobs = await database.inRegion(REGION, (tx) =>
    tx
      .withTables<{ outbox: { kind: string; key: string | null; payload: Record<string, unknown> } }>()
      .selectFrom('outbox')
      .select(['kind', 'payload'])
      .where('key', '=', importId)
      .execute(),
  )
  expect(jobs).toEqual([
    {
      kind: 'growth.import-write',
      payload: { importId, account: 'acc-nutritionist', role: 'nutritionist', device: 'Ponsel' },
    },
  ])
  const actor = { account: 'acc-nutritionist', role: 'nutritionist' }
  await Promise.all([
    writeImport(context, REGION, importId, actor),
    writeImport(context, REGION, importId, { ...actor, account: 'acc-other' }),
  ])
  expect((await view()).head.state).toBe('written')
  const rows = await database.inRegion(REGION, (tx) => listChildrenOf(tx, REGION, 'mawar'))
  expect(rows.filter(({ name }) => name.startsWith('Banyak'))).toHaveLength(60)
  expect((await planned(file(...lines, ''))).seen.counts).toMatchObject({ added: 0, same: 540 })
  expect(value(await undoImport(context, nutritionist, importId))).toEqual({ withdrawn: 540, children: 60, kept: 0 })
})
