// The world that benchmarks of cases measure in: a PostgreSQL of their own with a whole regency and 100,000 open cases, kept
// below var/ and used again until the fill changes; newer migrations are applied to it as to any database. Must stay true: invented people only; every case is a copy
// of one that officers of the demo really handled, sealed anew to its own id; what runs on it is durable as in production.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { fillDemo } from '../../src/bindings/demo.ts'
import { seedCases } from '../../src/bindings/demo-cases.ts'
import { seedCitizens } from '../../src/bindings/demo-seed.ts'
import { type House, openHouse } from '../../src/bindings/house.ts'
import { refreshVillage } from '../../src/modules/convergence/list-commands.ts'
import { periodOn } from '../../src/modules/convergence/period.ts'
import { insertRegion } from '../../src/modules/regions/store.ts'
import { seedPopulation } from '../../src/modules/register/demo/population.ts'
import { keepScanned } from '../../src/modules/register/duplicate-pair-store.ts'
import { type Env, readEnv } from '../../src/platform/env.ts'
import type { Role } from '../../src/platform/http/visitor.ts'
import { createLog } from '../../src/platform/log.ts'
import { packagePath } from '../../src/platform/paths.ts'
import { startPostgres, type TestServer } from '../../tests/support/postgres.ts'
import { type Couple, fillCases, findCouples, makeDraftTemplate } from './cases.ts'

export const REGION = '63.11'
/** Goes up when what the fill writes changes. */
const EDITION = 2

export type Citizen = { readonly accountId: string; readonly couple: Couple }
/** What the fill leaves behind for those who measure. */
export type Facts = {
  readonly residents: number
  readonly cases: number
  readonly citizens: readonly Citizen[]
  /** A complete birth draft, to be copied. */
  readonly draft: string
  /** Names and keys of people to look for. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
}
export type World = {
  readonly server: TestServer
  readonly url: string
  readonly folder: string
  readonly facts: Facts
  /** The environment of a server process on this world. */
  readonly env: Readonly<Record<string, string>>
}

export type Size = { readonly residents: number; readonly cases: number; readonly citizens: number }
export const FULL: Size = { residents: 138_950, cases: 100_000, citizens: 150 }

/** The size to measure with: all of it, or what RESIDENTS and CASES say for a trial. */
export function wantedSize(): Size {
  const { RESIDENTS, CASES, CITIZENS } = process.env
  return {
    residents: Number(RESIDENTS ?? FULL.residents),
    cases: Number(CASES ?? FULL.cases),
    citizens: Number(CITIZENS ?? FULL.citizens),
  }
}

export function envOf(url: string | undefined, folder: string, more: Readonly<Record<string, string>> = {}): Env {
  return readEnv({
    PUJA_MODE: 'demo',
    PUJA_DATA: join(folder, 'data'),
    PUJA_LOG: 'error',
    ...(url === undefined ? {} : { DATABASE_URL: url }),
    ...more,
  })
}

const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']
const SIZED = ['shared_buffers=512MB', 'max_wal_size=4GB', 'work_mem=8MB']

/** The world, filled now if it is not there yet. */
export async function openWorld(size: Size = wantedSize()): Promise<World> {
  const key = createHash('sha256')
    .update(JSON.stringify([EDITION, size]))
    .digest('hex')
    .slice(0, 12)
  const folder = packagePath('var', 'bench', key)
  const note = join(folder, 'facts.json')
  if (!existsSync(note)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const started = performance.now()
    const server = await startPostgres(['autovacuum=off', ...SIZED], folder)
    const facts = await fill(await newDatabase(server), folder, size)
    await server.stop()
    writeFileSync(note, JSON.stringify(facts))
    console.log(`filled in ${((performance.now() - started) / 1000).toFixed(0)} s: ${folder}`)
  }
  const facts = JSON.parse(readFileSync(note, 'utf8')) as Facts
  const server = await startPostgres([...DURABLE, ...SIZED, 'autovacuum=on'], folder)
  const url = server.url('bench')
  return {
    server,
    url,
    folder,
    facts,
    env: { PUJA_MODE: 'demo', PUJA_DATA: join(folder, 'data'), DATABASE_URL: url, PUJA_LOG: 'fatal' },
  }
}

/** The clock has told of these 100,000 long ago; as if all had come late at once, it would send 200 notices in every round. */
const TOLD = `
  insert into case_mark (region_code, case_id, mark, at)
  select region_code, case_id, mark, now() from case_file,
    unnest(array['clock-80/' || returns, 'clock-100/' || returns, 'remind-3/' || returns, 'remind-7/' || returns,
      'remind-13/' || returns, 'hold/' || (extract(epoch from state_since) * 1000)::bigint]) as mark
  where turn is not null
  on conflict do nothing`

/** What autovacuum would do a minute after so many copies were written, in the middle of a measurement. */
export async function tidy(server: TestServer): Promise<void> {
  await asAdmin(server, [TOLD, 'vacuum (analyze)'])
}

async function asAdmin(server: TestServer, texts: readonly string[]): Promise<void> {
  const admin = new pg.Client(server.url('bench', 'admin'))
  await admin.connect()
  for (const text of texts) await admin.query(text)
  await admin.end()
}

/** Until the rounds that begin with a program (forgotten drafts, reminders) are over: what is measured is a day's work, not a start. */
export async function settled(server: TestServer): Promise<void> {
  const admin = new pg.Client(server.url('bench', 'admin'))
  await admin.connect()
  for (let quiet = 0; quiet < 10; ) {
    const { rows } = await admin.query(
      `select from pgboss.job where state = 'active' or (state < 'active' and start_after <= now()) limit 1`,
    )
    quiet = rows.length === 0 ? quiet + 1 : 0
    await delay(200)
  }
  await admin.end()
}

async function newDatabase(server: TestServer): Promise<string> {
  const admin = new pg.Client(server.url('postgres'))
  await admin.connect()
  await admin.query('create database bench')
  await admin.end()
  return server.url('bench')
}

async function fill(url: string, folder: string, size: Size): Promise<Facts> {
  const house = await openHouse({ env: envOf(url, folder), log: createLog('error'), limitsFactor: 1_000_000 })
  try {
    return await fillHouse(house, size)
  } finally {
    await house.close()
  }
}

/** The same in a house that is open already; used for the embedded database too. */
export async function fillHouse(house: House, size: Size): Promise<Facts> {
  const say = (line: string) => console.log(`  ${line.trim()}`)
  const started = performance.now()
  const lap = (what: string) => say(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
  // Before the story's family: a register that is still empty is filled much faster.
  await house.database.asPlatform((tx) =>
    insertRegion(tx, { code: REGION, name: 'Kabupaten Balangan', level: 'regency', time_zone: 'Asia/Makassar' }),
  )
  const on = house.cases.clock.now().toISOString().slice(0, 10)
  await seedPopulation(house.database, house.cases.ring, REGION, { residents: size.residents, seed: 'bench', on })
  lap(`${size.residents} residents`)
  // The nightly look for people recorded twice would else go through a whole regency beside the first measurement.
  await house.database.inRegion(REGION, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select person_id::text id from person order by person_id desc limit 1`.execute(tx)
    if (rows[0] !== undefined) await keepScanned(tx, REGION, rows[0].id, house.cases.clock.now())
  })
  await fillDemo(house, envOf(undefined, '.', {}), () => {}, {})
  await seedCases(house, REGION, await officersByRole(house))
  await house.jobs.settle()
  lap('cases of the demo, handled by officers')
  const couples = await findCouples(house, REGION, 20_000)
  const accounts = await seedCitizens(
    house.database,
    house.accounts,
    couples.slice(0, size.citizens).map((couple, index) => ({
      region: REGION,
      personId: couple.mother,
      name: `Warga Ukur ${index + 1}`,
      phone: `+628125560${String(1000 + index)}`,
      role: { id: 'Warga pengukuran', en: 'Citizen of the measurement' },
    })),
    house.cases.clock.now(),
  )
  const citizens = accounts.map((accountId, index) => ({ accountId, couple: couples[index]! }))
  const draft = await makeDraftTemplate(house, REGION, citizens[0]!)
  lap('citizens')
  await fillCases(house, REGION, couples, size.cases)
  lap(`${size.cases} cases`)
  await makeLists(house)
  lap('lists of the villages')
  await house.database.asOwner((tx) => sql`analyze`.execute(tx), { statementTimeoutMs: 120_000 })
  const people = await house.database.inRegion(
    REGION,
    async (tx) =>
      (
        await sql<{ id: string; name: string }>`
          select person_id::text id, name from person where region_code = ${REGION} and status = 'active' order by md5(person_id::text) limit 500`.execute(
          tx,
        )
      ).rows,
    { readOnly: true },
  )
  return { residents: size.residents, cases: size.cases, citizens, draft, people }
}

/** The lists of every village for this quarter, as a region that keeps them has them since its first night. */
export async function makeLists(house: House): Promise<void> {
  const now = house.cases.clock.now()
  const on = now.toISOString().slice(0, 10)
  const at = { period: periodOn(on).key, on, now }
  const { rows } = await house.database.inRegion(REGION, (tx) =>
    sql<{ village: string }>`select distinct village_code as village from person where region_code = ${REGION}`.execute(
      tx,
    ),
  )
  for (const { village } of rows)
    if (village.startsWith(`${REGION}.`))
      await house.database.inRegion(REGION, (tx) => refreshVillage(tx, REGION, village, at), {
        statementTimeoutMs: 60_000,
      })
  await house.jobs.settle()
}

/** The account of each role that handles cases. */
async function officersByRole(house: House): Promise<Partial<Record<Role, string>>> {
  const { rows } = await house.database.inRegion(REGION, (tx) =>
    sql<{ role: Role; account_id: string }>`
      select role, account_id from role_assignment where region_code = ${REGION} and unit_id <> 'desa-kalahiang' order by created_at desc`.execute(
      tx,
    ),
  )
  return Object.fromEntries(rows.map((row) => [row.role, row.account_id]))
}
