// The invented regency as rows, block after block, so that memory stays flat whatever the size. Must stay true: the same seed gives
// the same people and ids, however large the blocks are and whoever writes them; rows are made by the functions that make those of
// real people.
import type { KeyRing } from '../../../platform/secrets/key-ring.ts'
import type { BulkTable } from '../bulk-insert.ts'
import type { Change } from '../change.ts'
import { factRows } from '../fact-rows.ts'
import { deedRow, familyRow } from '../family-row.ts'
import type { raiseSeries } from '../import-snapshot.ts'
import { openMembers } from '../kinship.ts'
import { seriesKey } from '../number-store.ts'
import type { NumberKind } from '../numbers.ts'
import { nameWordsOf, personRow } from '../person-row.ts'
import type { RegisterTables } from '../tables.ts'
import { type Household, inventHousehold } from './household.ts'
import { DemoNumbers } from './numbers.ts'
import { Random } from './random.ts'
import { shareResidents, type VillageShare } from './villages.ts'

export type InventionOptions = {
  readonly region: string
  /** Active residents wanted; a few more people are deceased. */
  readonly residents: number
  readonly seed: string
  /** The day the population is looked at. */
  readonly on: string
  /** People in one block. */
  readonly blockSize: number
  /** Residents that go into the database as one COPY; default 2,000. */
  readonly copiedAtOnce?: number
}

/** Every so many-th block: several threads invent everybody, which is cheap, and each makes rows of its own part. */
export type Part = { readonly index: number; readonly of: number }
const WHOLE: Part = { index: 0, of: 1 }

/** In the order in which they may refer to each other. */
export const TABLES = [
  'person',
  'person_name_word',
  'family',
  'family_member',
  'register_fact',
  'deed',
  'deed_party',
] as const satisfies readonly BulkTable[]

export type Rows = { readonly [Name in (typeof TABLES)[number]]: readonly RegisterTables[Name][] }

export type InventionTotals = {
  readonly residents: number
  readonly families: number
  readonly people: number
  readonly deeds: number
}

/** The last number of a series, from which numbers given later count on. */
export type LastNumber = Parameters<typeof raiseSeries>[2][number]

export class Invention {
  readonly #totals = { residents: 0, families: 0, people: 0, deeds: 0 }
  readonly #random: Random
  readonly #numbers: DemoNumbers
  readonly #recordedAt: Date
  #villages: readonly VillageShare[] = []

  private constructor(
    readonly ring: KeyRing,
    readonly options: InventionOptions,
    readonly part: Part,
  ) {
    this.#random = new Random(`${options.seed} ${options.region}`)
    this.#numbers = new DemoNumbers(options.region, options.on)
    this.#recordedAt = new Date(`${options.on}T00:00:00Z`)
  }

  static async begin(ring: KeyRing, options: InventionOptions, part = WHOLE): Promise<Invention> {
    const invention = new Invention(ring, options, part)
    invention.#villages = await shareResidents(invention.#random, options.region, options.residents)
    return invention
  }

  /** All people of the part, once. */
  *blocks(): Generator<Rows, void> {
    const { on, region, blockSize } = this.options
    const random = this.#random
    // Ids of the past, so that what officers record later sorts after them.
    const newId = random.ids(this.#recordedAt.getTime() - 86_400_000)
    const totals = this.#totals
    let block: Household[] = []
    let waiting = 0
    let count = 0
    for (const village of this.#villages) {
      for (let left = village.residents; left > 0; ) {
        const household = inventHousehold({ random, newId, numbers: this.#numbers, on }, village.code)
        const size = openMembers(household.family).length
        block.push(household)
        left -= size
        waiting += household.persons.length
        totals.residents += size
        totals.families++
        totals.people += household.persons.length
        totals.deeds += household.deeds.length
        if (waiting < blockSize) continue
        if (this.#isMine(count)) yield rowsOf(this.ring, region, block, this.#recordedAt, this.#rowIds(count))
        count++
        block = []
        waiting = 0
      }
    }
    if (block.length > 0 && this.#isMine(count))
      yield rowsOf(this.ring, region, block, this.#recordedAt, this.#rowIds(count))
  }

  #isMine(count: number): boolean {
    return count % this.part.of === this.part.index
  }

  /** The ids of a block's rows: a chance of their own, whoever makes it, and an instant of their own (4,096 ids a millisecond). */
  #rowIds(block: number): () => string {
    const { seed, region } = this.options
    return new Random(`${seed} ${region} rows ${block}`).ids(this.#recordedAt.getTime() - 43_200_000 + block * 16)
  }

  /** After the last block, of the whole. */
  totals(): InventionTotals {
    return { ...this.#totals }
  }

  /** After the last block, those of the part. */
  *lastNumbers(): Generator<LastNumber> {
    let count = 0
    for (const [id, serial] of this.#numbers.used) {
      if (!this.#isMine(count++)) continue
      const [kind = '', ...series] = id.split(' ')
      yield {
        kind: kind as NumberKind,
        series: seriesKey(this.ring, kind as NumberKind, series.join(' ')),
        serial: Math.min(serial, 999_999),
      }
    }
  }
}

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
