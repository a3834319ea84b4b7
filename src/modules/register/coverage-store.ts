// Takes the snapshot in one statement over one moment of the register, and reads figures, lists of who lacks what, and
// progress. Must stay true: both sides of every figure are counted in the same row of the same statement.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import { AGE_GROUPS, type AgeGroup, type CoverageSettings, INDICATORS, type Indicator } from './coverage-rules.ts'
import type { FamilyId, PersonId } from './snapshot.ts'
import type { RegisterTables } from './tables.ts'

/** What other modules' archives hold at this moment: valid child cards by person, valid signed family cards by family. */
export type HeldForCoverage = { readonly childCards: readonly PersonId[]; readonly familyCards: readonly FamilyId[] }

const table = (tx: Tx) => tx.withTables<RegisterTables>()

/** Replaces the figures of the day. Gives how many residents were counted. */
export async function takeCoverageSnapshot(
  tx: Tx,
  region: string,
  settings: CoverageSettings,
  held: HeldForCoverage,
  now: Date,
): Promise<{ readonly residents: number; readonly figures: number }> {
  await table(tx)
    .deleteFrom('coverage_figure')
    .where('region_code', '=', region)
    .where('snapshot_on', '=', settings.on)
    .execute()
  const { numAffectedRows } = await sql`
    with people as (
      select p.village_code, p.sex, p.status, p.marital_status as marital, p.relation = '1' and f.family_id is not null as is_head,
             extract(year from age(${settings.on}::date, p.birth_date))::int as years,
             p.death_date between ${settings.deathsFrom}::date and ${settings.on}::date and p.status = 'deceased' as died,
             p.birth_deed_number is not null or coalesce(d.birth, false) as birth, coalesce(d.death, false) as death,
             coalesce(d.marriage, false) as marriage, coalesce(d.divorce, false) as divorce,
             coalesce(p.enrolled_on <= ${settings.on}::date, false) as enrolled, coalesce(p.device_bound_on <= ${settings.on}::date, false) as bound,
             k.id is not null as child_card, c.id is not null as family_card
      from person p
        left join family f on f.region_code = p.region_code and f.family_id = p.family_id and f.status = 'active' and f.head_id = p.person_id
        left join unnest(${`{${held.childCards.join(',')}}`}::uuid[]) k (id) on k.id = p.person_id
        left join unnest(${`{${held.familyCards.join(',')}}`}::uuid[]) c (id) on c.id = p.family_id
        left join (
          select q.person_id, bool_or(e.register = 'birth' and q.role = 'child') as birth, bool_or(e.register = 'death') as death,
                 bool_or(e.register in ('marriage', 'marriage-book', 'overseas') and e.ended_on is null) as marriage,
                 bool_or(e.register in ('divorce', 'divorce-certificate', 'overseas')) as divorce
          from deed_party q join deed e on e.region_code = q.region_code and e.deed_id = q.deed_id and e.status = 'valid' and e.entered_on <= ${settings.on}::date
          where q.region_code = ${region} and q.role in ('child', 'deceased', 'husband', 'wife')
            and (q.role <> 'child' or e.register = 'birth')
          group by q.person_id) d on d.person_id = p.person_id
      where p.region_code = ${region} and p.status in ('active', 'deceased') and p.birth_date <= ${settings.on}::date
    ), counted as (
      select v.indicator, p.village_code, p.sex, p.years, v.owns
      from people p cross join lateral (values
        ('ktp-recording', case when p.status = 'active' and (p.years >= 17 or p.marital <> '1') then p.enrolled end),
        ('birth-0-18', case when p.status = 'active' and p.years < ${settings.birthUpperAgeExclusive} then p.birth end),
        ('birth-all', case when p.status = 'active' then p.birth end),
        ('kia', case when p.status = 'active' and p.years < 17 and p.marital = '1' then p.child_card end),
        ('death', case when p.died then p.death end),
        ('marriage', case when p.status = 'active' and p.marital in ('2', '3') then p.marriage end),
        ('divorce', case when p.status = 'active' and p.marital in ('4', '5') then p.divorce end),
        ('kk', case when p.status = 'active' and p.is_head then p.family_card end),
        ('ikd', case when p.status = 'active' and p.enrolled then p.bound end)
      ) as v (indicator, owns)
      where v.owns is not null
    )
    insert into coverage_figure (region_code, snapshot_on, indicator, village_code, sex, age_group, numerator, denominator, taken_at)
    select ${region}, ${settings.on}::date, indicator, village_code, sex,
           case when years < 5 then '0-4' when years < 17 then '5-16' when years < 25 then '17-24' when years < 40 then '25-39' when years < 60 then '40-59' else '60+' end,
           count(*) filter (where owns), count(*), ${now}
    from counted group by 1, 2, 3, 4, 5, 6`.execute(tx)
  const { residents } = await table(tx)
    .selectFrom('coverage_figure')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('denominator'), sql<number>`0`).as('residents'))
    .where('region_code', '=', region)
    .where('snapshot_on', '=', settings.on)
    .where('indicator', '=', 'birth-all')
    .executeTakeFirstOrThrow()
  return { residents: Number(residents), figures: Number(numAffectedRows ?? 0n) }
}

/** Forgets nightly snapshots older than a month; the last day of each month stays, and with it both days of the DKB. */
export async function pruneCoverage(tx: Tx, region: string, today: string): Promise<number> {
  const done = await sql`
    delete from coverage_figure where region_code = ${region} and snapshot_on < ${today}::date - 31
      and extract(day from snapshot_on + 1) <> 1`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

export type CoverageBy = 'regency' | 'district' | 'village' | 'sex' | 'age'
export type CoverageLine = {
  readonly indicator: Indicator
  readonly key: string
  readonly numerator: number
  readonly denominator: number
}

/** Figures of one snapshot, added up the way they are asked for; the whole region has its own code as key. */
export async function listCoverage(
  tx: Tx,
  region: string,
  query: { readonly on: string; readonly by: CoverageBy; readonly indicator?: Indicator; readonly place?: string },
): Promise<readonly CoverageLine[]> {
  const key = {
    regency: sql<string>`region_code`,
    district: sql<string>`left(village_code, 8)`,
    village: sql<string>`village_code`,
    sex: sql<string>`sex`,
    age: sql<string>`age_group`,
  }[query.by]
  const { rows } = await sql<{ indicator: Indicator; key: string; numerator: number; denominator: number }>`
    select indicator, ${key} as key, sum(numerator)::int as numerator, sum(denominator)::int as denominator
    from coverage_figure where region_code = ${region} and snapshot_on = ${query.on}::date
      ${query.indicator === undefined ? sql`` : sql`and indicator = ${query.indicator}`}
      ${query.place === undefined ? sql`` : sql`and (village_code = ${query.place} or village_code like ${`${query.place}.%`})`}
    group by 1, 2`.execute(tx)
  const order = (line: CoverageLine) =>
    INDICATORS.indexOf(line.indicator) * 1e6 + (query.by === 'age' ? AGE_GROUPS.indexOf(line.key as AgeGroup) : 0)
  return rows.sort((a, b) => order(a) - order(b) || (a.key < b.key ? -1 : 1))
}

/** Days that have a snapshot, newest first. */
export async function listCoverageDays(tx: Tx, region: string, limit = 60): Promise<readonly string[]> {
  const rows = await table(tx)
    .selectFrom('coverage_figure')
    .select('snapshot_on')
    .distinct()
    .where('region_code', '=', region)
    .orderBy('snapshot_on', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.snapshot_on)
}
