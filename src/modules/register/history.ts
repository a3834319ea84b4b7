// Any day of the past as it was then, and as we know it now. Every fact has two times: since when it is true and since
// when we know it. Must stay true: of the facts known at the moment asked about, the one that became true last wins, and
// between two of the same day the one recorded last; nothing is ever read from the current rows.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import type { Address, Relation } from './effect-parts.ts'
import { openFact } from './fact-rows.ts'
import type { FamilyId, FieldValue, Membership, Person, PersonId } from './snapshot.ts'
import type { FactRow, MemberRow, RegisterTables } from './tables.ts'

export type AsOf = {
  /** The day of life that is asked about. */
  readonly on: string
  /** What was known at this instant; what is known now, when left out. */
  readonly knownAt?: Date
}

/** A person on a past day, without numbers; undefined before the first fact. */
export type PersonThen = Omit<Person, 'nik' | 'version'> & {
  readonly card?: { readonly familyId: FamilyId; readonly relation: Relation }
  /** When the first state was written, and what it alone speaks for on the day asked about. */
  readonly firstRecordedAt: Date
  readonly fromFirst: ReadonlySet<string>
}
export type FamilyThen = {
  readonly id: FamilyId
  readonly status: string
  readonly headId?: PersonId
  readonly address: Address & { readonly village: string }
  readonly members: readonly Membership[]
}

const table = (tx: Tx) => tx.withTables<RegisterTables>()

function factsAsOf(tx: Tx, region: string, thingId: string, asOf: AsOf): Promise<FactRow[]> {
  let query = table(tx)
    .selectFrom('register_fact')
    .selectAll()
    .where('region_code', '=', region)
    .where('thing_id', '=', thingId)
    .where('valid_from', '<=', asOf.on)
    .where('field', 'not in', ['card', 'notes'])
    .orderBy('valid_from')
    .orderBy('recorded_at')
    .orderBy('fact_id')
  if (asOf.knownAt !== undefined) query = query.where('recorded_at', '<=', asOf.knownAt)
  return query.execute()
}

/** Facts in order become one state: the first holds everything, each later one replaces its field. */
function stateOf(ring: KeyRing, facts: readonly FactRow[]): Record<string, FieldValue> | undefined {
  const first = facts.find((fact) => fact.field === 'created')
  if (first === undefined) return undefined
  const state: Record<string, FieldValue> = {}
  for (const fact of [first, ...facts.filter((one) => one !== first)]) {
    const hidden = fact.sealed === null ? undefined : openFact(ring, fact.fact_id, fact.sealed)
    if (fact.field === 'created') Object.assign(state, fact.value, hidden)
    else state[fact.field] = hidden ?? (fact.value as FieldValue)
  }
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null))
}

export async function findPersonAsOf(
  tx: Tx,
  ring: KeyRing,
  region: string,
  personId: PersonId,
  asOf: AsOf,
): Promise<PersonThen | undefined> {
  const facts = await factsAsOf(tx, region, personId, asOf)
  const state = stateOf(ring, facts)
  const first = facts.find((fact) => fact.field === 'created')
  if (state === undefined || first === undefined) return undefined
  const [member] = await membersAsOf(tx, region, 'person_id', personId, asOf)
  const card = member && { familyId: member.family_id, relation: member.relation as Relation }
  const later = new Set(facts.map((fact) => fact.field))
  return {
    ...(state as unknown as PersonThen),
    id: personId,
    firstRecordedAt: first.recorded_at,
    fromFirst: new Set(Object.keys(state).filter((field) => !later.has(field))),
    ...(card === undefined ? {} : { card }),
  }
}

export async function findFamilyAsOf(
  tx: Tx,
  ring: KeyRing,
  region: string,
  familyId: FamilyId,
  asOf: AsOf,
): Promise<FamilyThen | undefined> {
  const state = stateOf(ring, await factsAsOf(tx, region, familyId, asOf))
  if (state === undefined) return undefined
  const members = await membersAsOf(tx, region, 'family_id', familyId, asOf)
  return {
    ...(state as unknown as Omit<FamilyThen, 'id' | 'members'>),
    id: familyId,
    members: members.map((row) => ({
      personId: row.person_id,
      relation: row.relation as Relation,
      from: row.started_on,
    })),
  }
}

/** Memberships that held on the day; one that was ended later counts as open for somebody who did not know it yet. */
async function membersAsOf(
  tx: Tx,
  region: string,
  column: 'person_id' | 'family_id',
  id: string,
  { on, knownAt }: AsOf,
): Promise<readonly MemberRow[]> {
  const known = knownAt ?? new Date(8.64e15)
  const { rows } = await sql<MemberRow>`
    select * from family_member
    where region_code = ${region} and ${sql.ref(column)} = ${id} and started_on <= ${on} and recorded_at <= ${instant(known)}
      and (ended_on is null or ended_on > ${on} or end_recorded_at > ${instant(known)})
    order by started_on desc, recorded_at desc, membership_id desc`.execute(tx)
  return rows
}

/** PostgreSQL knows `infinity`, not the last date of JavaScript. */
function instant(at: Date) {
  return at.getTime() >= 8.64e15 ? sql`'infinity'::timestamptz` : sql`${at}::timestamptz`
}

export type HistoryEntry = {
  readonly factId: string
  readonly field: string
  /** Absent for sealed fields: they are opened one by one, with a reason. */
  readonly value?: FieldValue
  readonly isSealed: boolean
  readonly validFrom: string
  readonly recordedAt: Date
  readonly caseId?: string
}

/** Everything ever recorded about a person, a family or a deed, newest first, paged by the last fact seen. */
export async function listHistory(
  tx: Tx,
  region: string,
  thingId: string,
  page: { readonly limit: number; readonly before?: string },
): Promise<readonly HistoryEntry[]> {
  let query = table(tx)
    .selectFrom('register_fact')
    .select([
      'fact_id',
      'field',
      'value',
      'valid_from',
      'recorded_at',
      'case_id',
      sql<boolean>`sealed is not null`.as('is_sealed'),
    ])
    .where('region_code', '=', region)
    .where('thing_id', '=', thingId)
    .orderBy('fact_id', 'desc')
    .limit(page.limit)
  if (page.before !== undefined) query = query.where('fact_id', '<', page.before)
  const rows = await query.execute()
  return rows.map((row) => ({
    factId: row.fact_id,
    field: row.field,
    ...(row.is_sealed ? {} : { value: row.value as FieldValue }),
    isSealed: row.is_sealed,
    validFrom: row.valid_from,
    recordedAt: row.recorded_at,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  }))
}
