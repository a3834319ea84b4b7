// Writes a committed plan: whole rows of what changed, memberships opened and closed, history with both times, events.
// Must stay true: a handful of statements however many people are touched; closings come before openings, so that the
// rule "one card a person" holds at every moment.
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { seal } from '../../platform/secrets/seal.ts'
import type { Change } from './change.ts'
import { factRows } from './fact-rows.ts'
import { deedRow, familyRow, noteRow } from './family-row.ts'
import { nameWordsOf, personRow, stayContext } from './person-row.ts'
import type { Plan } from './plan.ts'
import { eventRow, type RegisterEvent } from './register-events.ts'
import type { MemberRow, RegisterTables } from './tables.ts'

export type Writing = {
  readonly ring: KeyRing
  readonly region: string
  readonly caseId: string | null
  readonly now: Date
  readonly newId: () => string
}

/** What is written of a plan. */
export type Written = Pick<Plan, 'changes' | 'result' | 'from'>

export async function writePlan(
  tx: Tx,
  writing: Writing,
  plan: Written,
  events: readonly RegisterEvent[],
): Promise<void> {
  const { ring, region, caseId, now } = writing
  const { result, changes } = plan
  const rowsOf = (people: typeof result.persons) =>
    people.map(({ person, card }) => personRow(ring, region, person, card ?? undefined, now))
  // Whose card the plan does not change keeps the one in the row, whatever the plan knew of it.
  const isPlaced = (one: (typeof result.persons)[number]) => one.card !== undefined
  const families = result.families.map((family) => familyRow(ring, region, family, now))
  // A deed is of the case that recorded it. One that came from elsewhere stays of none, whoever notes or ends it: cancelling it
  // must never undo the case that only touched it.
  const recorded = new Set(changes.flatMap((change) => (change.kind === 'deed-recorded' ? [change.deed.id] : [])))
  const deeds = result.deeds.map((deed) => deedRow(ring, region, deed, recorded.has(deed.id) ? caseId : null, now))
  const facts = factRows(ring, changes, { region, caseId, recordedAt: now, newId: writing.newId, from: plan.from })
  // In one journey, which keeps their order: first what the rest points at.
  await Promise.all([
    upsert(tx, 'family', ['region_code', 'family_id'], families),
    upsert(tx, 'person', ['region_code', 'person_id'], rowsOf(result.persons.filter(isPlaced))),
    upsert(tx, 'person', ['region_code', 'person_id'], rowsOf(result.persons.filter((one) => !isPlaced(one))), [
      'family_id',
      'relation',
    ]),
    upsert(tx, 'deed', ['region_code', 'deed_id'], deeds),
    writeMemberships(tx, writing, changes),
    writeNameWords(tx, region, plan),
    insert(tx, 'deed_party', partiesOf(region, changes)),
    insert(
      tx,
      'margin_note',
      changes.flatMap((change) =>
        change.kind === 'note-added' ? [noteRow(ring, region, change.deedId, change.note, caseId, now)] : [],
      ),
    ),
    insert(tx, 'stay', stayRows(writing, changes)),
    insert(tx, 'register_fact', facts),
    insert(
      tx,
      'register_event',
      events.map((event) => eventRow(ring, region, event, now)),
    ),
  ])
}

function partiesOf(region: string, changes: readonly Change[]): RegisterTables['deed_party'][] {
  return changes.flatMap((change) =>
    change.kind === 'deed-recorded'
      ? change.deed.parties.flatMap(({ role, personId }) =>
          personId === undefined ? [] : [{ region_code: region, deed_id: change.deed.id, role, person_id: personId }],
        )
      : [],
  )
}

export async function insert<Name extends keyof RegisterTables>(
  tx: Tx,
  table: Name,
  rows: readonly RegisterTables[Name][],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .withTables<RegisterTables>()
    .insertInto(table)
    .values(rows as unknown as Insertable<RegisterTables[Name]>[])
    .execute()
}

/** Inserts rows, or replaces every column but `kept` of the ones that are there. */
async function upsert<Name extends 'person' | 'family' | 'deed'>(
  tx: Tx,
  table: Name,
  key: readonly string[],
  rows: readonly RegisterTables[Name][],
  kept: readonly string[] = [],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).filter((column) => !key.includes(column) && !kept.includes(column))
  await tx
    .withTables<RegisterTables>()
    .insertInto(table)
    .values(rows as unknown as Insertable<RegisterTables[Name]>[])
    .onConflict((conflict) =>
      conflict
        .columns(key as never)
        .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])) as never),
    )
    .execute()
}

type Closing = { readonly familyId: string; readonly personId: string; readonly until: string; readonly reason: string }

async function writeMemberships(
  tx: Tx,
  { region, caseId, now, newId }: Writing,
  changes: readonly Change[],
): Promise<void> {
  const opened: MemberRow[] = []
  const closed: Closing[] = []
  for (const change of changes) {
    if (change.kind === 'membership-opened') {
      const { familyId, personId, relation, from } = change
      opened.push({
        region_code: region,
        membership_id: newId(),
        family_id: familyId,
        person_id: personId,
        relation,
        started_on: from,
        ended_on: null,
        reason: null,
        case_id: caseId,
        recorded_at: now,
        end_case_id: null,
        end_recorded_at: null,
      })
    } else if (change.kind === 'membership-closed') {
      const own = opened.find(
        (row) => row.ended_on === null && row.family_id === change.familyId && row.person_id === change.personId,
      )
      if (own === undefined) closed.push(change)
      else
        Object.assign(own, { ended_on: change.until, reason: change.reason, end_case_id: caseId, end_recorded_at: now })
    }
  }
  await closeMemberships(tx, region, caseId, now, closed)
  await insert(tx, 'family_member', opened)
}

async function closeMemberships(
  tx: Tx,
  region: string,
  caseId: string | null,
  now: Date,
  closed: readonly Closing[],
): Promise<void> {
  if (closed.length === 0) return
  const done = await sql`
    update family_member m set ended_on = c.until, reason = c.reason, end_case_id = ${caseId}, end_recorded_at = ${now}
    from unnest(${closed.map((one) => one.familyId)}::uuid[], ${closed.map((one) => one.personId)}::uuid[],
                ${closed.map((one) => one.until)}::date[], ${closed.map((one) => one.reason)}::text[]) as c (family_id, person_id, until, reason)
    where m.region_code = ${region} and m.family_id = c.family_id and m.person_id = c.person_id and m.ended_on is null`.execute(
    tx,
  )
  if (done.numAffectedRows !== BigInt(closed.length)) throw new Error('a membership the plan closes is not open')
}

async function writeNameWords(tx: Tx, region: string, { changes, result }: Written): Promise<void> {
  const created = new Set<string>()
  const renamed = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'person-created') created.add(change.person.id)
    else if (change.kind === 'field-set' && (change.field === 'name' || change.field === 'otherName'))
      renamed.add(change.personId)
  }
  if (created.size + renamed.size === 0) return
  if (renamed.size > 0)
    await tx
      .withTables<RegisterTables>()
      .deleteFrom('person_name_word')
      .where('region_code', '=', region)
      .where('person_id', 'in', [...renamed])
      .execute()
  await insert(
    tx,
    'person_name_word',
    result.persons.flatMap(({ person }) =>
      created.has(person.id) || renamed.has(person.id)
        ? nameWordsOf(person).map((word) => ({ region_code: region, word, person_id: person.id }))
        : [],
    ),
  )
}

function stayRows({ ring, region, caseId, now }: Writing, changes: readonly Change[]): RegisterTables['stay'][] {
  return changes.flatMap((change) => {
    if (change.kind !== 'stay-recorded') return []
    const { stayId, personId, outsider, address, from, until } = change
    const village = (address as { readonly village?: string }).village ?? ''
    const details = seal(ring, JSON.stringify({ outsider: outsider ?? null, address }), stayContext(stayId))
    return [
      {
        region_code: region,
        stay_id: stayId,
        person_id: personId ?? null,
        village_code: village,
        started_on: from,
        until,
        details,
        case_id: caseId,
        recorded_at: now,
      },
    ]
  })
}
