// The invented population of a regency on PostgreSQL, as `npx puja demo --residents N` makes it: 5,000 residents a second or
// more, every constraint laid and checked. Durable: fsync and full pages as in production. RESIDENTS=N for another size.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { insertRegion } from '../src/modules/regions/store.ts'
import { seedPopulation } from '../src/modules/register/demo/population.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { packagePath } from '../src/platform/paths.ts'
import { memoryKeyRing } from '../src/platform/secrets/memory-key-ring.ts'
import { startPostgres } from '../tests/support/postgres.ts'
import { ownSeconds, treeSeconds } from './support/processor.ts'
import { Report } from './support/report.ts'

const RESIDENTS = Number(process.env.RESIDENTS ?? 138_950)
const REGION = '63.11'
const server = await startPostgres(['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'])
const admin = new pg.Client(server.url('postgres'))
await admin.connect()
await admin.query('create database bench')
await admin.end()
const database = await openDatabase({ kind: 'postgres', url: server.url('bench') })
await database.asPlatform((tx) =>
  insertRegion(tx, { code: REGION, name: 'Balangan', level: 'regency', time_zone: 'Asia/Makassar' }),
)
const keys = memoryKeyRing('bench')
// A ring that has been turned keeps its keys at hand, as the folder of keys does.
for (const purpose of ['seal', 'nik-hash']) await keys.rotate(purpose)
const postmaster = Number(readFileSync(`${server.folder}/data/postmaster.pid`, 'utf8').split('\n')[0])
const before = [ownSeconds(), treeSeconds(postmaster)] as const
const done = await seedPopulation(database, keys, REGION, {
  residents: RESIDENTS,
  seed: 'bench',
  program: pathToFileURL(packagePath('dist', 'population-worker.js')),
})
const used = [ownSeconds() - before[0], treeSeconds(postmaster) - before[1]] as const
await database.close()

const report = new Report()
report.claim({
  what: `population of ${done.residents} residents, PostgreSQL, a second`,
  limit: 5000,
  measured: (done.residents / done.elapsedMs) * 1000,
  unit: 'residents',
  limitIs: 'least',
})
report.note(
  'processor time for 1,000 residents',
  `program ${((used[0] / done.residents) * 1e6).toFixed(0)} ms, PostgreSQL ${((used[1] / done.residents) * 1e6).toFixed(0)} ms`,
)
report.end()
