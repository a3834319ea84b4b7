// Claim: a file of 100,000 measurements (8,334 children, a year of months) is planned, shown and written, months and alerts
// counted, in 60 seconds. Prints each part. On PostgreSQL with PUJA_TEST_DB=postgres, as production runs; the embedded database
// is slower and has no such limit. CHILDREN=800 makes it smaller.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { addDays, addMonths } from '../src/kernel/date.ts'
import { planImport } from '../src/modules/growth/exchange/commands.ts'
import { confirmImport } from '../src/modules/growth/exchange/confirm-commands.ts'
import { previewImport } from '../src/modules/growth/exchange/import-file.ts'
import { undoImport } from '../src/modules/growth/exchange/undo-commands.ts'
import { growthContext, seedGrowthWorld, visitor } from '../src/modules/growth/testing/growth-world.ts'
import { openTestDatabase } from '../tests/support/database.ts'

const CHILDREN = Number(process.env.CHILDREN ?? 8334)
const MONTHS = 12
const LIMIT_SECONDS = 60

function csv(): Buffer {
  const lines = ['NIK,Nama,JK,Tgl Lahir,Nama Ortu,Posyandu,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur']
  for (let i = 0; i < CHILDREN; i++) {
    const boy = i % 2 === 0
    const birth = addDays('2023-01-01', (i * 37) % 880)
    const [year = '', month = '', day = ''] = birth.split('-')
    const nik = `631106${String(Number(day) + (boy ? 0 : 40)).padStart(2, '0')}${month}${year.slice(2)}${String(9901 + (i % 99)).padStart(4, '0')}`
    // serials of test numbers end after 99 a day: later children come without a number, found by name, birth date and mother
    const number = i < 880 ? nik : ''
    for (let m = 0; m < MONTHS; m++) {
      const on = addDays(addMonths('2025-07-05', m), i % 20)
      const age = Math.max(0, (Date.parse(on) - Date.parse(birth)) / 86_400_000 / 30.4375)
      const weight = (3.3 + 6 * (1 - Math.exp(-age / 9)) + age * 0.12 + ((i * 7 + m) % 11) / 20)
        .toFixed(2)
        .replace('.', ',')
      const length = (50 + 26 * (1 - Math.exp(-age / 10)) + age * 0.42 + ((i + m) % 7) / 2).toFixed(1).replace('.', ',')
      lines.push(
        `${number},Anak ${i},${boy ? 'L' : 'P'},${birth},Ibu ${i},melati,${on},"${weight}","${length}",${age < 24 ? 'Terlentang' : 'Berdiri'}`,
      )
    }
  }
  return Buffer.from(lines.join('\n'))
}

/** Processor seconds of the database server and all its children so far; 0 where there is none or /proc is missing. */
async function serverSeconds(): Promise<number> {
  if (database.kind !== 'postgres' || !existsSync('/proc/self/stat')) return 0
  const pid = await database.asPlatform(
    async (tx) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0]!.pid,
  )
  const fields = (of: string | number) => readFileSync(`/proc/${of}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  const parent = fields(pid)[1]!
  let ticks = Number(fields(parent)[13]) + Number(fields(parent)[14])
  for (const entry of readdirSync('/proc')) {
    try {
      if (/^\d+$/.test(entry) && fields(entry)[1] === parent)
        ticks += Number(fields(entry)[11]) + Number(fields(entry)[12])
    } catch {
      // ended in between: its time stands in its parent's
    }
  }
  return ticks / 100
}

const database = await openTestDatabase()
let failed = false
try {
  const context = growthContext(database)
  await seedGrowthWorld(database)
  const head = visitor('health-centre-head', { unitId: 'pkm-paringin' })
  const bytes = csv()
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const [started, before, server] = [performance.now(), process.cpuUsage(), await serverSeconds()]
    const value = await work()
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    const passed = (performance.now() - started) / 1000
    const ofServer = (await serverSeconds()) - server
    parts.push(passed)
    own.push(seconds)
    console.log(
      `  ${name}: ${seconds.toFixed(1)} s of processor time, the database's ${ofServer.toFixed(1)} s (${passed.toFixed(1)} s passed)`,
    )
    return value
  }
  const parts: number[] = []
  const own: number[] = []
  console.log(
    `growth import: ${CHILDREN * MONTHS} measurements of ${CHILDREN} children, ${(bytes.length / 1e6).toFixed(1)} MB of CSV`,
  )
  const planned = await timed('taken and planned', () => planImport(context, head, { name: 'bench.csv', bytes }))
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusals))
  const { importId } = planned.value
  const seen = await timed('preview', () => previewImport(context, head, importId))
  if (!seen.ok) throw new Error(JSON.stringify(seen.refusals))
  const { digest, counts } = seen.value
  const done = await timed('written', () => confirmImport(context, head, importId, { digest, answers: {} }))
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  const seconds = parts.reduce((sum, part) => sum + part, 0)
  const undone = await timed('taken back', () => undoImport(context, head, importId))
  if (!undone.ok) throw new Error(JSON.stringify(undone.refusals))
  parts.pop()
  own.pop()
  console.log(`  ${JSON.stringify(counts)}, taken back ${JSON.stringify(undone.value)}`)
  console.log(`  the program's processor time together ${own.reduce((sum, part) => sum + part, 0).toFixed(1)} s`)
  console.log(
    `  together ${seconds.toFixed(1)} s passed on ${database.kind}, limit ${LIMIT_SECONDS} s, ratio ${(seconds / LIMIT_SECONDS).toFixed(2)}`,
  )
  failed = seconds > LIMIT_SECONDS
} finally {
  await database.close()
}
if (failed) process.exitCode = 1
