// What growth knows about the services of a person: conditions (wasted, pregnant, KEK) with the day they began, and services
// received, also those that take several quarters (90 tablets, complete immunisation). Must stay true: only people the register
// knows; worked out from what stands now, so asking again gives the same; the reader decides who may ask.
import { sql } from 'kysely'
import { addDays, addMonths, completedMonths, type PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { listMotherFood } from './care-store.ts'
import { visitFacts } from './pregnancy/pregnancy-codec.ts'
import { listForServices, listVisits } from './pregnancy/pregnancy-store.ts'
import type { CategoriesEdition } from './rules/editions.ts'
import { FEEDING_2021, isAskedAboutFood } from './rules/feeding.ts'
import { type GivenDose, IMMUNISATION_2023, summarizeDoses } from './rules/immunisation.ts'
import { PREGNANCY_2021, pregnancyState, tabletsDoneOn } from './rules/pregnancy.ts'

export type CareFacts = {
  readonly personId: string
  /** Conditions growth can judge of this person: what is not in `holds` does not hold. */
  readonly judged: readonly string[]
  readonly holds: readonly { readonly code: string; readonly from: PlainDate }[]
  readonly received: readonly { readonly service: string; readonly on: PlainDate; readonly by: string }[]
}
export type CareAbout = { readonly village: string } | { readonly childId: string } | { readonly pregnancyId: string }
export type CareDays = { readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate }

type ChildCare = {
  person_id: string
  birth_date: string
  posyandu: string
  nutrition: string | null
  arm: number | null
  arm_months: number | null
  oedema: number | null
  wasting_on: string | null
  weighed_on: string | null
  months_weighed: number
  length_on: string | null
  vitamin_a_on: string | null
  breastfed: boolean | null
  breastfed_on: string | null
  doses: readonly GivenDose[]
  food_on: string | null
  varied_on: string | null
  treated_on: string | null
}

// An arm limit of Permenkes 2/2020 in tenths of a millimetre, read from the edition's bands by the caller.
async function listChildCare(tx: Tx, region: string, about: CareAbout, days: CareDays): Promise<readonly ChildCare[]> {
  if ('pregnancyId' in about) return []
  const which =
    'village' in about
      ? sql`c.village_code = ${about.village} and c.status = 'active'`
      : sql`c.child_id = ${about.childId}::uuid`
  const { rows } = await sql<ChildCare>`
    select c.person_id, c.birth_date, p.name as posyandu,
      w.nutrition, w.arm, w.arm_months, w.oedema, w.wasting_on, q.weighed_on, coalesce(q.months_weighed, 0) as months_weighed,
      q.length_on, v.vitamin_a_on, b.breastfed, b.breastfed_on,
      coalesce((select jsonb_agg(jsonb_build_object('dose', d.dose, 'on', d.given_on)) from growth_dose d
        where d.region_code = c.region_code and d.child_id = c.child_id and d.withdrawn_at is null), '[]') as doses,
      (select max(t.first_day) from growth_pmt t where t.region_code = c.region_code and t.child_id = c.child_id
        and t.reason = 'wasting' and t.first_day <= ${days.to} and coalesce(t.ended_on, t.last_day) >= ${days.from}
        and exists (select from growth_pmt_week w where w.region_code = t.region_code and w.pmt_id = t.pmt_id and true = any (w.given))) as food_on,
      f.varied_on,
      (select max(coalesce(r.answered_on, r.referred_on)) from growth_alert a join growth_referral r on r.region_code = a.region_code and r.alert_id = a.alert_id
        where a.region_code = c.region_code and a.child_id = c.child_id and a.code in ('SAM', 'SAMC') and r.state = 'answered'
          and r.answered_on between ${days.from} and ${days.to}) as treated_on
    from growth_child c join posyandu p on p.region_code = c.region_code and p.posyandu_id = c.posyandu_id
    left join lateral (
      select cm.c_weight_length as nutrition, m.arm_tenth_mm as arm, m.age_months as arm_months, m.oedema, m.measured_on as wasting_on
      from growth_child_month cm join growth_measurement m on m.region_code = cm.region_code and m.measurement_id = cm.measurement_id
      where cm.region_code = c.region_code and cm.child_id = c.child_id and cm.month <= ${days.today.slice(0, 7)}
        and (cm.c_weight_length is not null or m.arm_tenth_mm is not null or m.oedema > 0)
      order by cm.month desc limit 1) w on true
    left join lateral (
      select max(m.measured_on) as weighed_on, count(distinct m.month)::int as months_weighed,
        max(m.measured_on) filter (where m.length_tenth_mm is not null) as length_on
      from growth_measurement m where m.region_code = c.region_code and m.child_id = c.child_id
        and m.measured_on between ${days.from} and ${days.to} and m.state in ('recorded', 'verified')) q on true
    left join lateral (
      select max(m.measured_on) as vitamin_a_on from growth_measurement m where m.region_code = c.region_code and m.child_id = c.child_id
        and m.measured_on between ${addMonths(days.from, -3)} and ${days.to} and m.state in ('recorded', 'verified') and m.facts ? 'vitaminA') v on true
    left join lateral (
      select (m.facts ->> 'exclusivelyBreastfed')::boolean as breastfed, m.measured_on as breastfed_on
      from growth_measurement m where m.region_code = c.region_code and m.child_id = c.child_id
        and m.measured_on between ${days.from} and ${days.to} and m.state in ('recorded', 'verified') and m.facts ? 'exclusivelyBreastfed'
      order by m.measured_on desc limit 1) b on true
    left join lateral (
      select case when e.groups >= ${FEEDING_2021.least} then e.measured_on end as varied_on
      from (select m.measured_on, jsonb_array_length(m.facts -> 'eaten') as groups
        from growth_measurement m where m.region_code = c.region_code and m.child_id = c.child_id
          and m.measured_on between ${days.from} and ${days.to} and m.state in ('recorded', 'verified') and m.facts ? 'eaten'
        order by m.measured_on desc, m.recorded_at desc limit 1) e) f on true
    where c.region_code = ${region} and c.person_id is not null and c.birth_date > ${addMonths(days.today, -60)} and ${which}
    order by c.child_id limit 5000`.execute(tx)
  return rows
}

/** Weight for length, oedema and arm together: the graver one. */
function wasting(row: ChildCare, categories: CategoriesEdition): 'wasted' | 'severely-wasted' | undefined {
  const { fromMonths, toMonths, bands } = categories.arm
  const inAge = row.arm_months !== null && row.arm_months >= fromMonths && row.arm_months < toMonths
  const [severe, moderate] = bands
  const arm = inAge ? row.arm : null
  if ((row.oedema ?? 0) > 0 || row.nutrition === 'severely-wasted' || (arm !== null && arm < (severe?.to ?? 0)))
    return 'severely-wasted'
  return row.nutrition === 'wasted' || (arm !== null && arm < (moderate?.to ?? 0)) ? 'wasted' : undefined
}

/** Facts of the children and pregnant women of a village, or of one. `from` and `to` are the days of the quarter. */
export async function listCareFacts(
  tx: Tx,
  region: string,
  about: CareAbout,
  days: CareDays,
  categories: CategoriesEdition,
): Promise<readonly CareFacts[]> {
  const children = (await listChildCare(tx, region, about, days)).map((row): CareFacts => {
    const state = wasting(row, categories)
    const vaccines = summarizeDoses(row.birth_date, row.doses, days.today, IMMUNISATION_2023)
    const months = completedMonths(row.birth_date, days.today)
    const by = row.posyandu
    const got = (service: string, on: string | null | undefined) =>
      on === null || on === undefined ? [] : [{ service, on, by }]
    // Eight weighings of twelve months: two of the three months of a quarter, or all that have passed.
    const passed = Math.min(3, completedMonths(days.from, days.today) + 1)
    return {
      personId: row.person_id,
      judged: row.wasting_on === null ? [] : ['wasted', 'severely-wasted'],
      holds: state === undefined || row.wasting_on === null ? [] : [{ code: state, from: row.wasting_on }],
      received: [
        ...got('growth-monitoring', row.months_weighed >= Math.min(2, passed) ? row.weighed_on : null),
        ...got('length', row.length_on),
        ...got('vitamin-a', months >= 6 ? row.vitamin_a_on : null),
        ...got('breastfeeding', months < 6 && row.breastfed === true ? row.breastfed_on : null),
        ...got('complementary-food', isAskedAboutFood(months) ? row.varied_on : null),
        ...got('immunisation', vaccines.isUpToDate ? (vaccines.basicOn ?? vaccines.lastOn) : undefined),
        ...got('wasting-food', row.food_on),
        ...got('severe-care', row.treated_on),
      ],
    }
  })
  return [...children, ...(await womenCare(tx, region, about, days, categories))]
}

async function womenCare(
  tx: Tx,
  region: string,
  about: CareAbout,
  days: CareDays,
  categories: CategoriesEdition,
): Promise<readonly CareFacts[]> {
  if ('childId' in about) return []
  const since = addDays(days.today, -PREGNANCY_2021.postpartumDays)
  const rows = await listForServices(tx, region, about, since)
  const visits = await listVisits(
    tx,
    region,
    rows.map(({ pregnancy_id }) => pregnancy_id),
  )
  const fed = await listMotherFood(
    tx,
    region,
    rows.map(({ pregnancy_id }) => pregnancy_id),
    days,
  )
  return rows.flatMap((row): CareFacts[] => {
    if (row.person_id === null) return []
    const own = visitFacts(visits.filter(({ pregnancy_id }) => pregnancy_id === row.pregnancy_id))
    const state = pregnancyState(row.due_on, own, row.ended_on ?? days.today, PREGNANCY_2021, categories)
    const running = row.state === 'running'
    const since = row.last_period ?? addDays(row.due_on, -PREGNANCY_2021.pregnancyDays)
    const last = (test: (visit: (typeof own)[number]) => boolean) => own.findLast(test)?.on
    const got = (service: string, on: PlainDate | undefined) => (on === undefined ? [] : [{ service, on, by: 'Bidan' }])
    const tablets = tabletsDoneOn(own, PREGNANCY_2021)
    return [
      {
        personId: row.person_id,
        judged: ['pregnant', 'postpartum', 'kek'],
        holds: [
          ...(running ? [{ code: 'pregnant', from: since }] : []),
          ...(running && state.isKek === true && state.kekSince !== undefined
            ? [{ code: 'kek', from: state.kekSince }]
            : []),
          ...((row.state === 'born' || row.state === 'stillborn') && row.ended_on !== null
            ? [{ code: 'postpartum', from: row.ended_on }]
            : []),
        ],
        received: running
          ? [
              ...got('antenatal', state.visitsAsDue ? own.at(-1)?.on : undefined),
              ...got('ttd-pregnant', tablets),
              ...got(
                'kek-food',
                [last(({ foodGiven, on }) => foodGiven && on >= days.from && on <= days.to), fed.get(row.pregnancy_id)]
                  .filter((on) => on !== undefined)
                  .sort()
                  .at(-1),
              ),
              ...got(
                'mother-class',
                last(({ classAttended }) => classAttended),
              ),
            ]
          : [],
      },
    ]
  })
}
