// SQL of odd reads. Must stay true: the journal is read by its number since the mark and never twice; an alarm found again
// grows while it is open and stays as it was decided afterwards.
import { sql } from 'kysely'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import type { Found, HourCount, Look } from './watch-rules.ts'

export type AlarmRow = {
  region_code: string
  alarm_id: string
  rule: string
  edition: string
  bucket: string
  actor: string
  subject: string | null
  seen: number
  limit_of: number
  first_at: Date
  last_at: Date
  made_at: Date
  told_at: Date | null
  state: string
  decided_by: string | null
  decided_at: Date | null
  words: Uint8Array | null
  breach_id: string | null
}
type CountRow = HourCountRow & { region_code: string }
type HourCountRow = { actor: string; hour: Date; reads: number; searches: number; exports: number; closed: number }
type Tables = {
  odd_read: AlarmRow
  odd_read_count: CountRow
  odd_read_mark: { region_code: string; number: string | number; read_at: Date }
  protected_person: { region_code: string; person_id: string; added_by: string; added_at: Date }
  journal: {
    region_code: string
    number: string | number | null
    at: Date
    actor: string
    role: string
    action: string
    subject: string | null
    case_id: string | null
  }
}
const tables = (tx: Tx) => tx.withTables<Tables>()

/** The mark, locked: one run at a time. */
export async function lockMark(tx: Tx, region: RegionCode, at: Date): Promise<number> {
  await tables(tx)
    .insertInto('odd_read_mark')
    .values({ region_code: region, number: 0, read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tables(tx)
    .selectFrom('odd_read_mark')
    .select('number')
    .where('region_code', '=', region)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return Number(row.number)
}

export async function setMark(tx: Tx, region: RegionCode, number: number, at: Date): Promise<void> {
  await tables(tx).updateTable('odd_read_mark').set({ number, read_at: at }).where('region_code', '=', region).execute()
}

export async function findMark(tx: Tx, region: RegionCode): Promise<Date | undefined> {
  const row = await tables(tx)
    .selectFrom('odd_read_mark')
    .select('read_at')
    .where('region_code', '=', region)
    .executeTakeFirst()
  return row?.read_at
}

/** Numbered rows after the mark, in order. */
export async function listLooks(
  tx: Tx,
  region: RegionCode,
  after: number,
  limit: number,
): Promise<readonly (Look & { readonly number: number })[]> {
  const rows = await tables(tx)
    .selectFrom('journal')
    .select(['number', 'at', 'actor', 'role', 'action', 'subject', 'case_id'])
    .where('region_code', '=', region)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ number, case_id: caseId, ...row }) => ({ ...row, caseId, number: Number(number) }))
}

/** Adds to the counts and gives, for those officers, all hours of the days around them. */
export async function addCounts(
  tx: Tx,
  region: RegionCode,
  counts: readonly HourCount[],
): Promise<readonly HourCount[]> {
  const [first] = counts
  if (first === undefined) return []
  await tables(tx)
    .insertInto('odd_read_count')
    .values(counts.map((count) => ({ region_code: region, ...count })))
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'actor', 'hour']).doUpdateSet({
        reads: sql`odd_read_count.reads + excluded.reads`,
        searches: sql`odd_read_count.searches + excluded.searches`,
        exports: sql`odd_read_count.exports + excluded.exports`,
        closed: sql`odd_read_count.closed + excluded.closed`,
      }),
    )
    .execute()
  const times = counts.map(({ hour }) => hour.getTime())
  return tables(tx)
    .selectFrom('odd_read_count')
    .select(['actor', 'hour', 'reads', 'searches', 'exports', 'closed'])
    .where('region_code', '=', region)
    .where('actor', 'in', [...new Set(counts.map(({ actor }) => actor))])
    .where('hour', '>=', new Date(Math.min(...times) - 86_400_000))
    .where('hour', '<=', new Date(Math.max(...times) + 86_400_000))
    .execute()
}

export async function forgetCounts(tx: Tx, region: RegionCode, before: Date): Promise<void> {
  await tables(tx).deleteFrom('odd_read_count').where('region_code', '=', region).where('hour', '<', before).execute()
}

/** How many officers opened each of these people without a case since an instant. */
export async function countOfficers(
  tx: Tx,
  region: RegionCode,
  subjects: readonly string[],
  actions: readonly string[],
  since: Date,
): Promise<
  readonly { readonly subject: string; readonly officers: number; readonly first: Date; readonly last: Date }[]
> {
  if (subjects.length === 0) return []
  const { rows } = await sql<{ subject: string; officers: number; first: Date; last: Date }>`
    select subject, count(distinct actor)::int as officers, min(at) as first, max(at) as last from journal
    where region_code = ${region} and subject = any(${[...subjects]}::text[]) and at >= ${since} and case_id is null
      and action = any(${[...actions]}::text[]) and role not in ('citizen', 'system', 'partner')
    group by subject`.execute(tx)
  return rows
}

export async function keepFound(
  tx: Tx,
  region: RegionCode,
  edition: string,
  found: readonly Found[],
  at: Date,
): Promise<number> {
  let fresh = 0
  for (const one of found) {
    const { rows } = await sql<{ is_new: boolean }>`
      insert into odd_read as o (region_code, alarm_id, rule, edition, bucket, actor, subject, seen, limit_of, first_at, last_at, made_at, state)
      values (${region}, ${newId()}, ${one.rule.id}, ${edition}, ${one.bucket}, ${one.actor}, ${one.subject ?? null},
        ${one.seen}, ${one.rule.limit}, ${one.firstAt}, ${one.lastAt}, ${at}, 'open')
      on conflict (region_code, bucket) do update set seen = greatest(o.seen, excluded.seen), last_at = greatest(o.last_at, excluded.last_at)
        where o.state = 'open'
      returning (o.made_at = ${at} and o.told_at is null) as is_new`.execute(tx)
    if (rows[0]?.is_new === true) fresh += 1
  }
  return fresh
}

export const listAlarms = (
  tx: Tx,
  region: RegionCode,
  which: 'open' | 'decided',
  limit: number,
  before?: string,
): Promise<AlarmRow[]> => {
  const query = tables(tx)
    .selectFrom('odd_read')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', which === 'open' ? '=' : '<>', 'open')
  return (before === undefined ? query : query.where('alarm_id', '<', before))
    .orderBy('alarm_id', 'desc')
    .limit(limit)
    .execute()
}

export function findAlarm(tx: Tx, region: RegionCode, id: string, lock = false): Promise<AlarmRow | undefined> {
  const query = tables(tx)
    .selectFrom('odd_read')
    .selectAll()
    .where('region_code', '=', region)
    .where('alarm_id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function changeAlarm(tx: Tx, region: RegionCode, id: string, patch: Partial<AlarmRow>): Promise<void> {
  await tables(tx)
    .updateTable('odd_read')
    .set(patch)
    .where('region_code', '=', region)
    .where('alarm_id', '=', id)
    .execute()
}

/** Alarms nobody's superior was told of. */
export async function countUntold(tx: Tx, region: RegionCode): Promise<number> {
  const row = await tables(tx)
    .selectFrom('odd_read')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('region_code', '=', region)
    .where('told_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function markTold(tx: Tx, region: RegionCode, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('odd_read')
    .set({ told_at: at })
    .where('region_code', '=', region)
    .where('told_at', 'is', null)
    .where('made_at', '<=', at)
    .execute()
}

export async function protectPerson(tx: Tx, region: RegionCode, personId: string, by: string, at: Date): Promise<void> {
  await tables(tx)
    .insertInto('protected_person')
    .values({ region_code: region, person_id: personId, added_by: by, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function countProtected(tx: Tx, region: RegionCode): Promise<number> {
  const row = await tables(tx)
    .selectFrom('protected_person')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('region_code', '=', region)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Which of these looks touch kin, a neighbour of the same name, or a protected person (or another officer). */
export async function findTies(
  tx: Tx,
  region: RegionCode,
  pairs: readonly { readonly actor: string; readonly subject: string }[],
): Promise<ReadonlyMap<string, readonly ('kin' | 'namesake-neighbour' | 'protected-person')[]>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ actor: string; subject: string; kin: boolean; namesake: boolean; guarded: boolean }>`
    with pair as (
      select * from unnest(${pairs.map(({ actor }) => actor)}::text[], ${pairs.map(({ subject }) => subject)}::uuid[]) as t (actor, subject)
    )
    select pair.actor, pair.subject::text,
      coalesce(p.person_id = o.person_id or p.family_id = o.family_id or p.person_id in (o.mother_id, o.father_id)
        or o.person_id in (p.mother_id, p.father_id) or p.mother_id = o.mother_id or p.father_id = o.father_id, false) as kin,
      coalesce(p.village_code = o.village_code and length(substring(o.name from '\\S+$')) >= 4
        and lower(substring(p.name from '\\S+$')) = lower(substring(o.name from '\\S+$')), false) as namesake,
      (g.person_id is not null or (other.person_id is not null and other.account_id <> pair.actor)) as guarded
    from pair
    join person p on p.region_code = ${region} and p.person_id = pair.subject
    left join account_person a on a.region_code = ${region} and a.account_id = pair.actor
    left join person o on o.region_code = ${region} and o.person_id = a.person_id
    left join protected_person g on g.region_code = ${region} and g.person_id = p.person_id
    left join account_person other on other.region_code = ${region} and other.person_id = p.person_id
      and exists (select from role_assignment r where r.region_code = ${region} and r.account_id = other.account_id)`.execute(
    tx,
  )
  return new Map(
    rows.map(({ actor, subject, kin, namesake, guarded }) => [
      `${actor} ${subject}`,
      [
        ...(kin ? (['kin'] as const) : namesake ? (['namesake-neighbour'] as const) : []),
        ...(guarded ? (['protected-person'] as const) : []),
      ],
    ]),
  )
}
