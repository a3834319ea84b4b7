// From the figure to the people: who in a village still lacks a document, and why. Must stay true: a list shows one
// village and one document; a village is finished when everybody owns it, is in process, or has a reason.
import { type RawBuilder, sql } from 'kysely'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Indicator } from './coverage-rules.ts'
import type { HeldForCoverage } from './coverage-store.ts'
import type { PersonId } from './snapshot.ts'
import type { RegisterTables } from './tables.ts'

export const COVERAGE_REASONS = ['in-process', 'not-at-home', 'no-proof', 'refuses', 'died', 'moved'] as const
export type CoverageReason = (typeof COVERAGE_REASONS)[number]
export type CoverageTask = {
  readonly personId: PersonId
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly birthDate: string
  readonly reason?: CoverageReason
  readonly notedAt?: Date
}

/** The service that repairs it: a prepared draft for the village operator. */
export const SERVICE_FOR: Partial<Record<Indicator, string>> = {
  'ktp-recording': 'ktp-first',
  'birth-0-18': 'birth-wni',
  'birth-all': 'birth-wni',
  kia: 'kia-under5',
  death: 'death',
  marriage: 'marriage',
  divorce: 'divorce',
  kk: 'kk-lost-damaged',
  ikd: 'ikd-activation',
}

/** Who counts for an indicator on a day, and who of them owns the document; `p` is the person. */
function parts(
  indicator: Indicator,
  region: string,
  on: string,
  upperAge: number,
  held: HeldForCoverage,
): { readonly counts: RawBuilder<unknown>; readonly owns: RawBuilder<unknown> } {
  const years = sql`extract(year from age(${on}::date, p.birth_date))`
  const deed = (registers: readonly string[], roles: readonly string[], open = false) => sql`exists (
    select from deed_party q join deed e on e.region_code = q.region_code and e.deed_id = q.deed_id
    where q.region_code = ${region} and q.person_id = p.person_id and q.role = any(${[...roles]}::text[]) and e.status = 'valid'
      and e.register = any(${[...registers]}::text[]) ${open ? sql`and e.ended_on is null` : sql``})`
  const birth = sql`(p.birth_deed_number is not null or ${deed(['birth'], ['child'])})`
  const isActive = sql`p.status = 'active'`
  const table: Record<Indicator, { readonly counts: RawBuilder<unknown>; readonly owns: RawBuilder<unknown> }> = {
    'ktp-recording': {
      counts: sql`${isActive} and (${years} >= 17 or p.marital_status <> '1')`,
      owns: sql`p.enrolled_on is not null`,
    },
    'birth-0-18': { counts: sql`${isActive} and ${years} < ${upperAge}`, owns: birth },
    'birth-all': { counts: isActive, owns: birth },
    kia: {
      counts: sql`${isActive} and ${years} < 17 and p.marital_status = '1'`,
      owns: sql`p.person_id = any(${`{${held.childCards.join(',')}}`}::uuid[])`,
    },
    death: { counts: sql`p.status = 'deceased' and p.death_date is not null`, owns: deed(['death'], ['deceased']) },
    marriage: {
      counts: sql`${isActive} and p.marital_status in ('2', '3')`,
      owns: deed(['marriage', 'marriage-book', 'overseas'], ['husband', 'wife'], true),
    },
    divorce: {
      counts: sql`${isActive} and p.marital_status in ('4', '5')`,
      owns: deed(['divorce', 'divorce-certificate', 'overseas'], ['husband', 'wife']),
    },
    kk: {
      counts: sql`${isActive} and p.relation = '1'`,
      owns: sql`p.family_id = any(${`{${held.familyCards.join(',')}}`}::uuid[])`,
    },
    ikd: { counts: sql`${isActive} and p.enrolled_on is not null`, owns: sql`p.device_bound_on is not null` },
  }
  return table[indicator]
}

export type TaskQuery = {
  readonly village: string
  readonly indicator: Indicator
  readonly on: string
  readonly birthUpperAgeExclusive: number
  /** Only the people who own a valid card matter here; leave empty for indicators that need none. */
  readonly held: HeldForCoverage
}

/** People of a village without the document, by key; those with a reason last seen are marked, not hidden. */
export async function listCoverageTasks(
  tx: Tx,
  region: string,
  query: TaskQuery,
  page: { readonly limit: number; readonly after?: PersonId },
): Promise<readonly CoverageTask[]> {
  const { counts, owns } = parts(query.indicator, region, query.on, query.birthUpperAgeExclusive, query.held)
  const { rows } = await sql<{
    person_id: string
    name: string
    sex: 'L' | 'P'
    birth_date: string
    reason: CoverageReason | null
    noted_at: Date | null
  }>`
    select p.person_id::text, p.name, p.sex, p.birth_date, r.reason, r.noted_at
    from person p left join coverage_reason r on r.region_code = p.region_code and r.person_id = p.person_id and r.indicator = ${query.indicator}
    where p.region_code = ${region} and p.village_code = ${query.village} and (${counts}) and not (${owns})
      ${page.after === undefined ? sql`` : sql`and p.person_id > ${page.after}::uuid`}
    order by p.person_id limit ${Math.min(page.limit, 200)}`.execute(tx)
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.noted_at === null ? {} : { notedAt: row.noted_at }),
  }))
}

export type CoverageProgress = {
  readonly owns: number
  readonly inProcess: number
  readonly withReason: number
  readonly open: number
  readonly isFinished: boolean
}

export async function coverageProgress(tx: Tx, region: string, query: TaskQuery): Promise<CoverageProgress> {
  const { counts, owns } = parts(query.indicator, region, query.on, query.birthUpperAgeExclusive, query.held)
  const { rows } = await sql<{ owns: number; in_process: number; with_reason: number; open: number }>`
    select count(*) filter (where has)::int as owns, count(*) filter (where not has and reason = 'in-process')::int as in_process,
           count(*) filter (where not has and reason <> 'in-process')::int as with_reason, count(*) filter (where not has and reason is null)::int as open
    from (select (${owns}) as has, r.reason
          from person p left join coverage_reason r on r.region_code = p.region_code and r.person_id = p.person_id and r.indicator = ${query.indicator}
          where p.region_code = ${region} and p.village_code = ${query.village} and (${counts})) people`.execute(tx)
  const row = rows[0] ?? { owns: 0, in_process: 0, with_reason: 0, open: 0 }
  return {
    owns: row.owns,
    inProcess: row.in_process,
    withReason: row.with_reason,
    open: row.open,
    isFinished: row.open === 0,
  }
}

/**
 * Why somebody still lacks it; the newest note counts. Refusals: `coverage-person-elsewhere` for another village,
 * `coverage-person-outside` for somebody who does not count or lacks nothing.
 */
export async function noteCoverageReason(
  tx: Tx,
  region: string,
  input: {
    readonly personId: PersonId
    readonly reason: CoverageReason
    readonly by: string
    readonly now: Date
  } & TaskQuery,
): Promise<Result<null>> {
  const tables = tx.withTables<RegisterTables>()
  const person = await tables
    .selectFrom('person')
    .select('village_code')
    .where('region_code', '=', region)
    .where('person_id', '=', input.personId)
    .executeTakeFirst()
  if (person?.village_code !== input.village) return refuse('coverage-person-elsewhere')
  const { counts, owns } = parts(input.indicator, region, input.on, input.birthUpperAgeExclusive, input.held)
  const { rows } = await sql`select from person p
    where p.region_code = ${region} and p.person_id = ${input.personId}::uuid and (${counts}) and not (${owns})`.execute(
    tx,
  )
  if (rows.length === 0) return refuse('coverage-person-outside')
  const row = { reason: input.reason, noted_by: input.by, noted_at: input.now }
  await tables
    .insertInto('coverage_reason')
    .values({ region_code: region, person_id: input.personId, indicator: input.indicator, ...row })
    .onConflict((conflict) => conflict.columns(['region_code', 'person_id', 'indicator']).doUpdateSet(row))
    .execute()
  return accept(null)
}
