// A whole invented regency in families, written in batches while it is made, so that memory stays flat whatever the
// size. Must stay true: the same seed gives the same people; every number is a test number; what is written obeys the
// same rules and has the same history rows as what officers record.
import { setImmediate as immediately } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { KeyRing } from '../../../platform/secrets/key-ring.ts'
import { type BulkTable, bulkInsertAll } from '../bulk-insert.ts'
import type { Change } from '../change.ts'
import { factRows } from '../fact-rows.ts'
import { deedRow, familyRow } from '../family-row.ts'
import { raiseSeries } from '../import-snapshot.ts'
import { openMembers } from '../kinship.ts'
import { seriesKey } from '../number-store.ts'
import type { NumberKind } from '../numbers.ts'
import { nameWordsOf, personRow } from '../person-row.ts'
import { DEFAULT_SETTINGS, setRegisterSettings } from '../settings.ts'
import type { RegisterTables } from '../tables.ts'
import { fillEmpty, isEmptyRegister } from './fill-empty.ts'
import { type Household, inventHousehold } from './household.ts'
import { DemoNumbers } from './numbers.ts'
import { Random } from './random.ts'
import { shareResidents } from './villages.ts'

export type PopulationOptions = {
  /** Active residents wanted; a few more people are deceased. */
  readonly residents: number
  readonly seed: string
  /** The day the population is looked at; default 1 April 2026. */
  readonly on?: string
  readonly onProgress?: (done: { readonly residents: number; readonly of: number; readonly elapsedMs: number }) => void
  /** People in one statement; default 500. */
  readonly batchSize?: number
  /** From how many residents on an empty register gets its indexes after the rows; default 10,000. */
  readonly largeFrom?: number
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
  const said = { ...options, on }
  const tell = (residents: number) => options.onProgress?.({ residents, of: options.residents, elapsedMs: elapsedMs() })
  let totals: Totals | undefined
  if (options.residents >= (options.largeFrom ?? LARGE) && (await isEmptyRegister(db)))
    await fillEmpty(db, region, TABLES, async (tx) => {
      totals = await invent(ring, region, said, { inFlight: 2, write: inTurn((rows) => bulkInsertAll(tx, rows)), tell })
      for (const page of totals.series) await raiseSeries(tx, region, page)
    })
  else {
    const write = (work: (tx: Tx) => Promise<void>) => db.inRegion(region, work, { statementTimeoutMs: 120_000 })
    totals = await invent(ring, region, said, {
      inFlight: IN_FLIGHT,
      write: (rows) => write((tx) => bulkInsertAll(tx, rows)),
      tell,
    })
    for (const page of totals.series) await write((tx) => raiseSeries(tx, region, page))
  }
  await db.asOwner(analyze)
  const { series: _series, ...counts } = totals!
  return { ...counts, elapsedMs: elapsedMs() }
}

type Totals = Omit<PopulationReport, 'elapsedMs'> & { readonly series: readonly Parameters<typeof raiseSeries>[2][] }
type Outlet = {
  /** Batches that are written at the same time; the next people are invented meanwhile. */
  readonly inFlight: number
  readonly write: (rows: Rows) => Promise<void>
  readonly tell: (residents: number) => void
}

/** One after the other, as a transaction wants them. */
function inTurn(write: (rows: Rows) => Promise<void>): (rows: Rows) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (rows) => {
    last = last.then(() => write(rows))
    return last
  }
}

async function invent(
  ring: KeyRing,
  region: string,
  options: PopulationOptions & { readonly on: string },
  outlet: Outlet,
): Promise<Totals> {
  const { on } = options
  const random = new Random(`${options.seed} ${region}`)
  const recordedAt = new Date(`${on}T00:00:00Z`)
  // Ids of the past, so that what officers record later sorts after them.
  const newId = random.ids(recordedAt.getTime() - 86_400_000)
  // Rows are written while people are invented: their ids have a chance of their own, or the order would depend on timing.
  const newRowId = new Random(`${options.seed} ${region} rows`).ids(recordedAt.getTime() - 43_200_000)
  const numbers = new DemoNumbers(region, on)
  const totals = { residents: 0, families: 0, people: 0, deeds: 0 }
  let batch: Household[] = []
  let waiting = 0
  const writing = new Set<Promise<void>>()
  let written = 0
  let failure: { readonly error: unknown } | undefined
  const flush = async () => {
    const rows = rowsOf(ring, region, batch, recordedAt, newRowId)
    batch = []
    waiting = 0
    const job = outlet
      .write(rows)
      .then(() => {
        written += rows.family_member.length
        outlet.tell(written)
      })
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => writing.delete(job))
    writing.add(job)
    // The network has its turn: what is ready leaves before the next people are invented.
    await immediately()
    if (writing.size >= outlet.inFlight) await Promise.race(writing)
    if (failure !== undefined) await finish()
  }
  const finish = async () => {
    await Promise.all(writing)
    if (failure !== undefined) throw failure.error
  }
  for (const village of await shareResidents(random, region, options.residents)) {
    for (let left = village.residents; left > 0; ) {
      const household = inventHousehold({ random, newId, numbers, on }, village.code)
      const size = openMembers(household.family).length
      batch.push(household)
      left -= size
      waiting += household.persons.length
      totals.residents += size
      totals.families++
      totals.people += household.persons.length
      totals.deeds += household.deeds.length
      if (waiting >= (options.batchSize ?? 500)) await flush()
    }
  }
  await flush()
  await finish()
  return { ...totals, series: seriesOf(ring, numbers) }
}

type Rows = { readonly [Name in BulkTable]: readonly RegisterTables[Name][] }

/** The embedded database takes them one by one. */
const IN_FLIGHT = 3
const TABLES = ['person', 'person_name_word', 'family', 'family_member', 'register_fact', 'deed', 'deed_party'] as const

/** All rows of some households, made in one go, so that ids do not depend on how fast the database is. */
function rowsOf(
  ring: KeyRing,
  region: string,
  households: readonly Household[],
  recordedAt: Date,
  newId: () => string,
): Rows {
  const persons = households.flatMap((one) => one.persons)
  const deeds = households.flatMap((one) => one.deeds)
  const members = households.flatMap(({ family }) => openMembers(family).map((member) => ({ family, member })))
  const cards = new Map(
    members.map(({ family, member }) => [member.personId, { familyId: family.id, relation: member.relation }] as const),
  )
  const changes: Change[] = [
    ...persons.map((person): Change => ({ kind: 'person-created', person, origin: 'registration' })),
    ...households.flatMap(({ family }): Change[] => {
      const { members: _members, headId, ...rest } = family
      const from = family.members[0]?.from ?? '2011-01-01'
      return [
        { kind: 'family-created', family: rest, from },
        { kind: 'family-set', familyId: family.id, field: 'headId', before: null, after: headId ?? null, from },
      ]
    }),
    ...deeds.map((deed): Change => ({ kind: 'deed-recorded', deed })),
  ]
  return {
    family: households.map(({ family }) => familyRow(ring, region, family, recordedAt)),
    person: persons.map((person) => personRow(ring, region, person, cards.get(person.id), recordedAt)),
    person_name_word: persons.flatMap((person) =>
      nameWordsOf(person).map((word) => ({ region_code: region, word, person_id: person.id })),
    ),
    family_member: members.map(({ family, member }) => ({
      region_code: region,
      membership_id: newId(),
      family_id: family.id,
      person_id: member.personId,
      relation: member.relation,
      started_on: member.from,
      ended_on: null,
      reason: null,
      case_id: null,
      recorded_at: recordedAt,
      end_case_id: null,
      end_recorded_at: null,
    })),
    deed: deeds.map((deed) => deedRow(ring, region, deed, null, recordedAt)),
    deed_party: deeds.flatMap((deed) =>
      deed.parties.flatMap(({ role, personId }) =>
        personId === undefined ? [] : [{ region_code: region, deed_id: deed.id, role, person_id: personId }],
      ),
    ),
    register_fact: factRows(ring, changes, { region, caseId: null, recordedAt, newId, from: '2011-01-01' }),
  }
}

/** Numbers given from now on come after the invented ones. */
function seriesOf(ring: KeyRing, numbers: DemoNumbers): Totals['series'] {
  const rows = [...numbers.used].map(([id, serial]) => {
    const [kind = '', ...series] = id.split(' ')
    return {
      kind: kind as NumberKind,
      series: seriesKey(ring, kind as NumberKind, series.join(' ')),
      serial: Math.min(serial, 999_999),
    }
  })
  return Array.from({ length: Math.ceil(rows.length / 10_000) }, (_page, index) =>
    rows.slice(index * 10_000, (index + 1) * 10_000),
  )
}

async function analyze(tx: Tx): Promise<void> {
  for (const table of [...TABLES, 'number_series']) await sql`analyze ${sql.table(table)}`.execute(tx)
}
