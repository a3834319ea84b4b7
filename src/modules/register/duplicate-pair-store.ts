// SQL of pairs that look alike, of how far the register was looked through, and of cases that wait for a decision. Must stay
// true: a pair is one row whichever of the two was looked at; lists page by key along their index.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import type { Match } from './duplicates.ts'
import type { RegisterTables } from './tables.ts'

export type PairState = 'open' | 'unsure' | 'same' | 'joined' | 'different'
export const PAIR_STATES: readonly PairState[] = ['open', 'unsure', 'same', 'joined', 'different']
export type PairRow = RegisterTables['duplicate_pair']
const table = (tx: Tx) => tx.withTables<RegisterTables>()

/** Keeps a pair that was found; a pair already known keeps its state. */
export async function keepPair(
  tx: Tx,
  region: string,
  one: string,
  other: string,
  match: Match,
  now: Date,
): Promise<void> {
  const [person_a = one, person_b = other] = [one, other].sort()
  await table(tx)
    .insertInto('duplicate_pair')
    .values({
      region_code: region,
      person_a,
      person_b,
      state: 'open',
      band: match.band,
      score: match.score.toFixed(2),
      edition: match.edition,
      found_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['region_code', 'person_a', 'person_b']).doNothing())
    .execute()
}

export async function setPairState(
  tx: Tx,
  region: string,
  a: string,
  b: string,
  state: PairState,
  now: Date,
): Promise<void> {
  await table(tx)
    .updateTable('duplicate_pair')
    .set({ state, changed_at: now })
    .where('region_code', '=', region)
    .where('person_a', '=', a)
    .where('person_b', '=', b)
    .execute()
}

/** A pair, locked: two officers who decide at once do it one after the other. */
export async function lockPair(tx: Tx, region: string, a: string, b: string): Promise<PairRow | undefined> {
  return table(tx)
    .selectFrom('duplicate_pair')
    .selectAll()
    .where('region_code', '=', region)
    .where('person_a', '=', a)
    .where('person_b', '=', b)
    .forUpdate()
    .executeTakeFirst()
}

export type PairKey = { readonly score: string; readonly a: string; readonly b: string }

/** Pairs of a state, the likeliest first. */
export async function listPairs(
  tx: Tx,
  region: string,
  state: PairState,
  page: { readonly limit: number; readonly after?: PairKey },
): Promise<readonly PairRow[]> {
  const { after } = page
  const { rows } = await sql<PairRow>`
    select region_code, person_a::text, person_b::text, state, band, score::text, edition, found_at, changed_at
    from duplicate_pair where region_code = ${region} and state = ${state}
      ${after === undefined ? sql`` : sql`and (score < ${after.score}::numeric or (score = ${after.score}::numeric and (person_a, person_b) > (${after.a}::uuid, ${after.b}::uuid)))`}
    order by score desc, person_a, person_b limit ${page.limit}`.execute(tx)
  return rows
}

/** How many pairs are in each state, counted up to a bound. */
export async function countPairs(tx: Tx, region: string, bound: number): Promise<Readonly<Record<PairState, number>>> {
  const { rows } = await sql<{ state: PairState; n: number }>`
    select s.state, (select count(*)::int from (
      select from duplicate_pair p where p.region_code = ${region} and p.state = s.state limit ${bound}) counted) as n
    from unnest(${[...PAIR_STATES]}::text[]) as s (state)`.execute(tx)
  const counts = { open: 0, unsure: 0, same: 0, joined: 0, different: 0 }
  for (const row of rows) counts[row.state] = row.n
  return counts
}

export type Newcomer = {
  readonly person_id: string
  readonly name: string
  readonly other: string | null
  readonly birth_date: string
  readonly sex: 'L' | 'P'
  readonly mother: string | null
  readonly village_code: string
}

/** The next people who have not been compared yet, by key. */
export async function nextToScan(tx: Tx, region: string, limit: number): Promise<readonly Newcomer[]> {
  const { rows } = await sql<Newcomer>`
    select p.person_id::text, p.name, p.more ->> 'otherName' as other, p.birth_date, p.sex, p.village_code,
           coalesce(m.name, p.more ->> 'motherName') as mother
    from person p left join person m on m.region_code = p.region_code and m.person_id = p.mother_id
    where p.region_code = ${region} and p.status not in ('cancelled', 'duplicate')
      and p.person_id > coalesce((select last_person from duplicate_scan where region_code = ${region}), '00000000-0000-0000-0000-000000000000'::uuid)
    order by p.person_id limit ${limit}`.execute(tx)
  return rows
}

export async function keepScanned(tx: Tx, region: string, lastPerson: string, now: Date): Promise<void> {
  const row = { last_person: lastPerson, scanned_at: now }
  await table(tx)
    .insertInto('duplicate_scan')
    .values({ region_code: region, ...row })
    .onConflict((conflict) => conflict.column('region_code').doUpdateSet(row))
    .execute()
}

/** Notes that a case waits for decisions about so many people; none takes the note away. */
export async function noteWaitingCase(
  tx: Tx,
  region: string,
  caseId: string,
  waiting: number,
  now: Date,
): Promise<void> {
  if (waiting === 0) {
    await table(tx)
      .deleteFrom('duplicate_case')
      .where('region_code', '=', region)
      .where('case_id', '=', caseId)
      .execute()
    return
  }
  await table(tx)
    .insertInto('duplicate_case')
    .values({ region_code: region, case_id: caseId, waiting, found_at: now })
    .onConflict((conflict) => conflict.columns(['region_code', 'case_id']).doUpdateSet({ waiting }))
    .execute()
}

export async function listWaitingCases(
  tx: Tx,
  region: string,
  limit: number,
): Promise<readonly RegisterTables['duplicate_case'][]> {
  return table(tx)
    .selectFrom('duplicate_case')
    .selectAll()
    .where('region_code', '=', region)
    .orderBy('found_at')
    .orderBy('case_id')
    .limit(limit)
    .execute()
}
