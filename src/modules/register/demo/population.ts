// A whole invented regency in families, written in batches while it is made, so that memory stays flat whatever the
// size. Must stay true: the same seed gives the same people; every number is a test number; what is written obeys the
// same rules and has the same history rows as what officers record.
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { KeyRing } from '../../../platform/secrets/key-ring.ts'
import { type BulkTable, bulkInsert } from '../bulk-insert.ts'
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
  /** People in one transaction; default 1500. */
  readonly batchSize?: number
}
export type PopulationReport = {
  readonly residents: number
  readonly families: number
  readonly people: number
  readonly deeds: number
  readonly elapsedMs: number
}

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
  // The next people are invented while the database is busy with the last ones.
  const writing = new Set<Promise<void>>()
  let written = 0
  let failure: { readonly error: unknown } | undefined
  const flush = async () => {
    const rows = rowsOf(ring, region, batch, recordedAt, newRowId)
    batch = []
    waiting = 0
    const job = db
      .inRegion(region, (tx) => writeRows(tx, rows), { statementTimeoutMs: 120_000 })
      .then(
        () => {
          writing.delete(job)
          written += rows.family_member.length
          options.onProgress?.({ residents: written, of: options.residents, elapsedMs: elapsedMs() })
        },
        (error: unknown) => {
          writing.delete(job)
          failure ??= { error }
        },
      )
    writing.add(job)
    if (writing.size >= IN_FLIGHT) await Promise.race(writing)
    if (failure !== undefined) throw failure.error
  }
  const finish = async () => {
    await flush()
    await Promise.all(writing)
    if (failure !== undefined) throw failure.error
  }

  await db.inRegion(region, (tx) =>
    setRegisterSettings(tx, region, { ...DEFAULT_SETTINGS, firstSerial: 9901 }, recordedAt),
  )
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
      if (waiting >= (options.batchSize ?? 1500)) await flush()
    }
  }
  await finish()
  await countOn(db, ring, region, numbers)
  await db.asOwner(analyze)
  return { ...totals, elapsedMs: elapsedMs() }
}

type Rows = { readonly [Name in BulkTable]: readonly RegisterTables[Name][] }

/** Batches that are written at the same time; the embedded database takes them one by one. */
const IN_FLIGHT = 3

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

async function writeRows(tx: Tx, rows: Rows): Promise<void> {
  await bulkInsert(tx, 'family', rows.family)
  await bulkInsert(tx, 'person', rows.person)
  await bulkInsert(tx, 'person_name_word', rows.person_name_word)
  await bulkInsert(tx, 'family_member', rows.family_member)
  await bulkInsert(tx, 'deed', rows.deed)
  await bulkInsert(tx, 'deed_party', rows.deed_party)
  await bulkInsert(tx, 'register_fact', rows.register_fact)
}

/** Numbers given from now on come after the invented ones. */
async function countOn(db: Database, ring: KeyRing, region: string, numbers: DemoNumbers): Promise<void> {
  const rows = [...numbers.used].map(([id, serial]) => {
    const [kind = '', ...series] = id.split(' ')
    return {
      kind: kind as NumberKind,
      series: seriesKey(ring, kind as NumberKind, series.join(' ')),
      serial: Math.min(serial, 999_999),
    }
  })
  const pages = Array.from({ length: Math.ceil(rows.length / 10_000) }, (_page, index) =>
    rows.slice(index * 10_000, (index + 1) * 10_000),
  )
  await Promise.all(
    pages.map((page) => db.inRegion(region, (tx) => raiseSeries(tx, region, page), { statementTimeoutMs: 120_000 })),
  )
}

async function analyze(tx: Tx): Promise<void> {
  for (const table of [
    'person',
    'person_name_word',
    'family',
    'family_member',
    'register_fact',
    'deed',
    'deed_party',
    'number_series',
  ])
    await sql`analyze ${sql.table(table)}`.execute(tx)
}
