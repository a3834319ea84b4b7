// Exchanges of the demo: one file written with lines that were refused, one taken back, one that waits for its answers; items for
// SATUSEHAT and DHIS2 that were taken, refused and wait. Must stay true: done by the same use cases as the pages; a second run
// finds the files and does nothing.
import { sql } from 'kysely'
import { addDays, type PlainDate } from '../kernel/date.ts'
import type { Result } from '../kernel/refusal.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { planImport } from '../modules/growth/exchange/commands.ts'
import { confirmImport } from '../modules/growth/exchange/confirm-commands.ts'
import { previewImport } from '../modules/growth/exchange/import-file.ts'
import { saveTarget, sendRegion } from '../modules/growth/exchange/outgoing-commands.ts'
import { queueMonth } from '../modules/growth/exchange/outgoing-queue.ts'
import { undoImport } from '../modules/growth/exchange/undo-commands.ts'
import { monthOf, shiftMonth } from '../modules/growth/rules/measurement.ts'
import type { Role, Visitor } from '../platform/http/visitor.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

const HEADER =
  'No,NIK,Nama,JK,Tgl Lahir,Nama Ortu,Posyandu,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,ZS TB/U,Usia Saat Ukur'
const VISITS = 25
/** A name that no name service ever knows: items for it wait and are tried again. */
const AWAY = 'https://dhis2.contoh.example'

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo's exchange: ${result.refusals.map(({ code }) => code).join()}`)
  return result.value
}

type Line = readonly [nik: string, name: string, sex: string, birth: string, parents: string, rest: string]
const file = (name: string, lines: readonly Line[]) => ({
  name,
  bytes: Buffer.from([HEADER, ...lines.map((line, i) => [i + 1, ...line].join(','))].join('\n')),
})

/** Gives how many files and items there are. */
export async function seedExchange(
  house: House,
  context: GrowthContext,
  region: string,
  accounts: { readonly nutritionist: string; readonly admin: string },
  centreId: string,
): Promise<string> {
  const as = (role: Role, account: string): Visitor => {
    const visitor = visitorOf(house, region, account, undefined, [role])
    const actor = visitor.actor!
    return {
      ...visitor,
      demo: true,
      actor: { ...actor, assignments: actor.assignments.map((one) => ({ ...one, unitId: centreId })) },
    }
  }
  const nutritionist = as('nutritionist', accounts.nutritionist)
  const today = context.today(region)
  const plan = async (given: ReturnType<typeof file>) => value(await planImport(context, nutritionist, given))
  const write = async (importId: string) => {
    const { digest } = value(await previewImport(context, nutritionist, importId))
    value(await confirmImport(context, nutritionist, importId, { digest, answers: {} }))
  }
  const first = await plan(file('daftar-anak-paringin.csv', childList(today)))
  if (first.known) return 'exchanges were there already'
  await write(first.importId)
  const wrong = await plan(file('salah-bulan.csv', wrongFile(today)))
  await write(wrong.importId)
  value(await undoImport(context, nutritionist, wrong.importId))
  await plan(file('penimbangan-susulan.csv', lateFile(today)))
  await seedOutgoing(context, region, as('service-admin', accounts.admin), monthOf(today))
  return 'files imported, taken back and waiting; items for other systems'
}

const born = (today: PlainDate, days: number) => addDays(today, -days)
const nikOf = (birth: PlainDate, girl: boolean, serial: number) => {
  const [year = '', month = '', day = ''] = birth.split('-')
  return `631106${String(Number(day) + (girl ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}${serial}`
}

function childList(today: PlainDate): Line[] {
  const on = addDays(today, -9)
  const names = ['Ahmad Rafi', 'Nur Halimah', 'Muhammad Arsyad', 'Siti Zahra', 'Fikri Ramadhan', 'Aisyah Putri']
  const lines = names.map((name, i): Line => {
    const birth = born(today, 300 + i * 61)
    const girl = i % 2 === 1
    const rest = `Melati,${on},"${7 + i},${i}","${69 + i * 3},0",Terlentang,${i === 2 ? '"-3,90"' : ''},`
    return [nikOf(birth, girl, 9931 + i), name, girl ? 'P' : 'L', birth, `Ibu ${name.split(' ')[0]}`, rest]
  })
  const [sample] = lines
  return [
    ...lines,
    ['', 'Tanpa Tanggal', 'L', '2025-13-40', 'Ibu Contoh', `Melati,${on},"7,1","68,0",Terlentang,,`],
    [
      '6311061111249988',
      'Posyandu Lain',
      'P',
      born(today, 400),
      'Ibu Contoh',
      `Tidak Dikenal,${on},"8,1","72,0",Terlentang,,`,
    ],
    [
      '',
      'Ditimbang Besok',
      'L',
      born(today, 320),
      'Ibu Contoh',
      `Melati,${addDays(today, 3)},"8,0","70,0",Terlentang,,`,
    ],
    [sample![0], sample![1], 'L', sample![3], sample![4], `Melati,${on},"7,3","69,2",Terlentang,,`],
  ]
}

function wrongFile(today: PlainDate): Line[] {
  // last month: months before it are closed in the demo
  const on = addDays(`${monthOf(today)}-01`, -5)
  return ['Rina Amalia', 'Yusuf Habibi', 'Dewi Lestari'].map((name, i): Line => {
    const birth = born(today, 500 + i * 40)
    return ['', name, i === 1 ? 'L' : 'P', birth, 'Ibu Contoh', `Melati,${on},"9,${i}","77,${i}",Berdiri,,`]
  })
}

function lateFile(today: PlainDate): Line[] {
  const on = addDays(today, -5)
  return [
    ['', 'Hasan Basri', 'L', born(today, 210), 'Ibu Hasan', `Melati,${on},"66,5","7,4",Terlentang,,`],
    [
      '',
      'Laila Azizah',
      'P',
      born(today, 350),
      'Ibu Laila',
      `Melati,${on},"8,0","71,5",Terlentang,,2 Tahun - 3 Bulan - 10 Hari`,
    ],
    ['', 'Zaki Mubarak', 'L', born(today, 270), 'Ibu Zaki', `Melati,${on},"8,2","70,0",Terlentang,,`],
    ['', 'Nama Tanpa Ukuran', 'P', born(today, 280), 'Ibu Contoh', `Melati,${on},,,,,`],
  ]
}

async function seedOutgoing(context: GrowthContext, region: string, admin: Visitor, month: string): Promise<void> {
  const form = { organisation: '', practitioner: '', clientId: '', secret: '', active: true }
  value(
    await saveTarget(context, admin, 'satusehat', {
      ...form,
      baseUrl: 'stand-in',
      organisation: '100000063',
      practitioner: 'N10000063',
    }),
  )
  value(await saveTarget(context, admin, 'dhis2', { ...form, baseUrl: 'stand-in' }))
  const last = shiftMonth(month, -1)
  const by = { account: admin.actor!.accountId, role: 'service-admin', timeZone: admin.region!.timeZone }
  // one birth date that is estimated: such a child is not taken until somebody has seen a paper
  await context.database.inRegion(region, (tx) =>
    sql`update growth_child set birth_exact = false where region_code = ${region} and child_id = (
      select child_id from growth_measurement where region_code = ${region} and month = ${shiftMonth(last, -1)} and state = 'verified'
      order by measured_on, measurement_id limit 1)`.execute(tx),
  )
  for (const one of [shiftMonth(last, -1), last]) await queueMonth(context, region, one, by, VISITS)
  await sendRegion(context, region, true)
  value(await saveTarget(context, admin, 'dhis2', { ...form, baseUrl: AWAY }))
  await queueMonth(context, region, month, by, 0)
  await sendRegion(context, region, true)
}
