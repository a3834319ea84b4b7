// A whole invented regency in families. A small one is written in batches like any other work; a large one, into an empty register,
// in blocks in one transaction. Must stay true: the same seed gives the same people; every number is a test number; what is written
// obeys the same rules and has the same history rows as what officers record.
import { setImmediate as immediately } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { KeyRing } from '../../../platform/secrets/key-ring.ts'
import { bulkInsertAll } from '../bulk-insert.ts'
import { CopyRows } from '../copy-rows.ts'
import { raiseSeries } from '../import-snapshot.ts'
import { DEFAULT_SETTINGS, setRegisterSettings } from '../settings.ts'
import { copiedHere, copiedInThreads } from './copied-blocks.ts'
import { type Filling, fillEmpty } from './fill-empty.ts'
import {
  Invention,
  type InventionOptions,
  type InventionTotals,
  type LastNumber,
  type Rows,
  TABLES,
} from './invention.ts'

export type PopulationOptions = {
  /** Active residents wanted; a few more people are deceased. */
  readonly residents: number
  readonly seed: string
  /** The day the population is looked at; default 1 April 2026. */
  readonly on?: string
  readonly onProgress?: (done: { readonly residents: number; readonly of: number; readonly elapsedMs: number }) => void
  /** After the rows of a large fill: its indexes and keys. */
  readonly onLaid?: (rules: number, of: number) => void
  /** People in one statement or block. */
  readonly batchSize?: number
  /** From how many residents on an empty register gets its indexes after the rows; default 10,000. */
  readonly largeFrom?: number
  /** The built `population-worker.js`: a large population is invented in threads beside the database's work. */
  readonly program?: URL
}
export type PopulationReport = {
  readonly residents: number
  readonly families: number
  readonly people: number
  readonly deeds: number
  readonly elapsedMs: number
}

/** From this many residents on, an empty register gets its indexes after the rows. */
const LARGE = 10_000
const BATCH = 500
/** Rows that become bytes at once. */
const SMALL_BATCH = 100

/** Fills an empty register. Throws when the region already has people of the same numbers. */
export async function seedPopulation(
  db: Database,
  ring: KeyRing,
  region: string,
  options: PopulationOptions,
): Promise<PopulationReport> {
  const started = performance.now()
  const elapsedMs = () => Math.round(performance.now() - started)
  const on = options.on ?? '2026-04-01'
  await db.inRegion(region, (tx) =>
    setRegisterSettings(tx, region, { ...DEFAULT_SETTINGS, firstSerial: 9901 }, new Date(`${on}T00:00:00Z`)),
  )
  let written = 0
  const tell = (residents: number) => {
    written += residents
    options.onProgress?.({ residents: written, of: options.residents, elapsedMs: elapsedMs() })
  }
  const order = (size: number): InventionOptions => ({
    region,
    residents: options.residents,
    seed: options.seed,
    on,
    blockSize: options.batchSize ?? size,
  })
  let totals: InventionTotals | undefined
  if (options.residents >= (options.largeFrom ?? LARGE))
    await fillEmpty(
      db,
      region,
      [...TABLES, 'number_series'],
      async (filling) => {
        written = 0
        totals = await fill(
          filling,
          ring,
          order(filling.copy === undefined ? BATCH : SMALL_BATCH),
          tell,
          options.program,
        )
      },
      options.onLaid,
    )
  totals ??= await seedInBatches(db, ring, order(BATCH), tell)
  // One table beside the other: the server has more than one core.
  await Promise.all(
    [...TABLES, 'number_series'].map((table) =>
      db.asOwner((tx) => analyze(tx, table), { statementTimeoutMs: 120_000 }),
    ),
  )
  return { ...totals, elapsedMs: elapsedMs() }
}

/** All blocks in the transaction of the fill. */
async function fill(
  { tx, copy }: Filling,
  ring: KeyRing,
  order: InventionOptions,
  tell: (residents: number) => void,
  program: URL | undefined,
): Promise<InventionTotals> {
  if (copy === undefined) {
    const invention = await Invention.begin(ring, order)
    for (const rows of invention.blocks()) {
      await bulkInsertAll(tx, rows)
      tell(rows.family_member.length)
    }
    for (const page of pagesOf(invention.lastNumbers())) await raiseSeries(tx, order.region, page)
    return invention.totals()
  }
  const blocks = program === undefined ? copiedHere(ring, order) : copiedInThreads(program, ring, order)
  let totals: InventionTotals | undefined
  for await (const one of blocks) {
    if ('totals' in one) totals = one.totals
    else {
      for (const { table, rows } of one.block.parts) await copy(table, CopyRows.columnsOf(table), rows)
      if (one.block.residents > 0) tell(one.block.residents)
    }
  }
  if (totals === undefined) throw new Error('The population ended without its totals.')
  return totals
}

/** The embedded database takes them one by one. */
const IN_FLIGHT = 3

/** Each batch in a transaction of its own, beside whatever else the register does; the next people are invented meanwhile. */
async function seedInBatches(
  db: Database,
  ring: KeyRing,
  order: InventionOptions,
  tell: (residents: number) => void,
): Promise<InventionTotals> {
  const invention = await Invention.begin(ring, order)
  const write = (work: (tx: Tx) => Promise<void>) => db.inRegion(order.region, work, { statementTimeoutMs: 120_000 })
  const writing = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  const start = (rows: Rows) => {
    const job = write((tx) => bulkInsertAll(tx, rows))
      .then(() => tell(rows.family_member.length))
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => writing.delete(job))
    writing.add(job)
  }
  for (const rows of invention.blocks()) {
    start(rows)
    // The network has its turn: what is ready leaves before the next people are invented.
    await immediately()
    if (writing.size >= IN_FLIGHT) await Promise.race(writing)
    if (failure !== undefined) break
  }
  await Promise.all(writing)
  if (failure !== undefined) throw failure.error
  for (const page of pagesOf(invention.lastNumbers())) await write((tx) => raiseSeries(tx, order.region, page))
  return invention.totals()
}

/** As many as one statement takes. */
function* pagesOf(all: Iterable<LastNumber>): Generator<readonly LastNumber[]> {
  let page: LastNumber[] = []
  for (const one of all) {
    page.push(one)
    if (page.length < 10_000) continue
    yield page
    page = []
  }
  yield page
}

async function analyze(tx: Tx, table: string): Promise<void> {
  await sql`analyze ${sql.table(table)}`.execute(tx)
}
