// Care in the demo: vaccines of small children, pregnant women at every stage, some of them thin or anaemic, some who gave birth. Must
// stay true: alerts come from the same use cases as in life; seeding twice changes nothing; bounded seconds.
import { sql } from 'kysely'
import { addDays, addMonths, type PlainDate } from '../kernel/date.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { openForOverdue } from '../modules/growth/immunisation/immunisation-queries.ts'
import { insertDoses, putVaccineState } from '../modules/growth/immunisation/immunisation-store.ts'
import { recordVisit } from '../modules/growth/pregnancy/pregnancy-commands.ts'
import { insertPregnancies, insertVisits, linkChild } from '../modules/growth/pregnancy/pregnancy-store.ts'
import { type GivenDose, IMMUNISATION_2023, summarizeDoses } from '../modules/growth/rules/immunisation.ts'
import { PREGNANCY_2021, weeksOn } from '../modules/growth/rules/pregnancy.ts'
import { inventName } from '../modules/register/demo/names.ts'
import { Random } from '../modules/register/demo/random.ts'
import { followCareOf } from './care-binding.ts'
import { visitorOf } from './demo-cases.ts'
import type { House } from './house.ts'

const AT_MELATI = 8
const IN_A_VILLAGE = 2

/** Gives how many doses and pregnancies there are now. */
export async function seedCare(
  house: House,
  context: GrowthContext,
  region: string,
  midwife: string,
): Promise<{ readonly doses: number; readonly pregnancies: number }> {
  const known = await house.database.inRegion(region, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from growth_dose where region_code = ${region}`.execute(tx),
  )
  if (known.rows[0]!.n > 0) return { doses: 0, pregnancies: 0 }
  const random = new Random(`care ${region}`)
  const newId = random.ids(context.clock.now().getTime() - 3_600_000)
  const doses = await seedDoses(context, region, random, newId, midwife)
  await openForOverdue(context, region)
  const pregnancies = await seedPregnancies(house, context, region, random, newId, midwife)
  return { doses, pregnancies }
}

type Child = { readonly child_id: string; readonly birth_date: string; readonly posyandu_id: string }

async function seedDoses(
  context: GrowthContext,
  region: string,
  random: Random,
  newId: () => string,
  midwife: string,
): Promise<number> {
  const today = context.today(region)
  const now = context.clock.now()
  return context.database.inRegion(
    region,
    async (tx) => {
      const { rows } = await sql<Child>`
        select child_id, birth_date, posyandu_id from growth_child
        where region_code = ${region} and status = 'active' and birth_date > ${addMonths(today, -36)} order by child_id`.execute(
        tx,
      )
      let count = 0
      for (const child of rows) {
        const given = dosesOf(child, today, random)
        const [first] = given
        if (first === undefined) continue
        const summary = summarizeDoses(child.birth_date, given, today, IMMUNISATION_2023)
        await insertDoses(
          tx,
          given.map(({ dose, on }) => ({
            region_code: region,
            dose_id: newId(),
            child_id: child.child_id,
            dose,
            given_on: on,
            source: dose === 'HB0' ? ('book' as const) : ('given' as const),
            place: dose === 'HB0' ? ('hospital' as const) : ('posyandu' as const),
            recorded_by: midwife,
            recorded_at: now,
            withdrawn_by: null,
            withdrawn_at: null,
            reason: null,
          })),
        )
        await putVaccineState(tx, {
          region_code: region,
          child_id: child.child_id,
          next_on: summary.nextOn ?? null,
          overdue_on: summary.overdueOn ?? null,
          basic_on: summary.basicOn ?? null,
          last_on: summary.lastOn ?? first.on,
          edition: IMMUNISATION_2023.id,
          updated_at: now,
        })
        count += given.length
      }
      return count
    },
    { statementTimeoutMs: 60_000 },
  )
}

/** Given on the day of the month after it was due; a few sessions are missed, a few families have no book. */
function dosesOf(child: Child, today: PlainDate, random: Random): readonly GivenDose[] {
  if (random.chance(0.04)) return []
  const given: GivenDose[] = []
  const stopsAt = random.chance(0.14) ? random.between(2, 12) : 99
  for (const dose of IMMUNISATION_2023.doses) {
    const on =
      dose.code === 'HB0'
        ? child.birth_date
        : addDays(addMonths(child.birth_date, dose.fromMonths), random.between(1, 20))
    if (on > today || dose.fromMonths >= stopsAt) continue
    const before = dose.after === undefined ? undefined : given.find((one) => one.dose === dose.after)
    if (dose.after !== undefined && before === undefined) continue
    const earliest = before === undefined ? on : addDays(before.on, dose.minDays ?? 28)
    const day = on > earliest ? on : earliest
    if (day <= today) given.push({ dose: dose.code, on: day })
  }
  return given
}

type Woman = { readonly person_id: string; readonly name: string; readonly birth_date: string }
type Place = { readonly posyandu_id: string; readonly village_code: string }

async function seedPregnancies(
  house: House,
  context: GrowthContext,
  region: string,
  random: Random,
  newId: () => string,
  midwife: string,
): Promise<number> {
  const today = context.today(region)
  const now = context.clock.now()
  const { places, women, mothers } = await house.database.inRegion(region, async (tx) => ({
    places: (
      await sql<Place>`select posyandu_id, village_code from posyandu
        where region_code = ${region} and (centre_id = 'pkm-paringin' or posyandu_id = 'kenanga') order by posyandu_id`.execute(
        tx,
      )
    ).rows,
    women: (
      await sql<Woman & { village_code: string }>`
        select person_id, name, birth_date, village_code from person
        where region_code = ${region} and status = 'active' and sex = 'P' and marital_status = '2' and duplicate_of is null
          and birth_date between ${addMonths(today, -38 * 12)} and ${addMonths(today, -19 * 12)}
          and village_code like '63.11.06.%' order by person_id`.execute(tx)
    ).rows,
    mothers: (
      await sql<Woman & Place & { child_id: string; born_on: string }>`
        select m.person_id, m.name, m.birth_date, c.posyandu_id, c.village_code, c.child_id, c.birth_date as born_on
        from growth_child c join person p on p.region_code = c.region_code and p.person_id = c.person_id
        join person m on m.region_code = p.region_code and m.person_id = p.mother_id
        where c.region_code = ${region} and c.status = 'active' and c.birth_date > ${addMonths(today, -5)}
          and c.village_code like '63.11.06.%' order by c.birth_date desc limit 6`.execute(tx)
    ).rows,
  }))
  const visitor = visitorOf(house, region, midwife, undefined, ['midwife'])
  const taken = new Set<string>(mothers.map(({ person_id }) => person_id))
  let made = 0
  for (const place of places) {
    const wanted = place.posyandu_id === 'melati' ? AT_MELATI : IN_A_VILLAGE
    for (let i = 0; i < wanted; i++) {
      const woman = women.find((one) => one.village_code === place.village_code && !taken.has(one.person_id))
      if (woman !== undefined) taken.add(woman.person_id)
      const weeks = [7, 12, 18, 23, 28, 33, 37, 41][(made + i) % 8]!
      const pregnancyId = newId()
      const dueOn = addDays(today, PREGNANCY_2021.pregnancyDays - weeks * 7 - random.between(0, 6))
      const isThin = random.chance(0.3)
      const isPale = random.chance(0.35)
      const visits = visitDays(dueOn, today, random)
      await house.database.inRegion(region, async (tx) => {
        await insertPregnancies(tx, [
          pregnancyRow(region, pregnancyId, place, midwife, dueOn, today, now, {
            personId: woman?.person_id ?? null,
            name: woman?.name ?? inventName(random, 'P'),
            birthDate: woman?.birth_date ?? random.day(addMonths(today, -36 * 12), addMonths(today, -20 * 12)),
            gravida: random.between(1, 4),
          }),
        ])
        await insertVisits(
          tx,
          visits
            .slice(0, -1)
            .map((on, index) => visitRow(region, pregnancyId, newId(), dueOn, on, index, midwife, now, random)),
        )
      })
      const last = visits.at(-1)
      if (last !== undefined)
        await recordVisit(context, visitor, pregnancyId, {
          visitId: newId(),
          on: last,
          armTenthMm: isThin ? random.between(220, 234) * 10 : random.between(238, 290) * 10,
          haemoglobinTenthGdl: isPale ? random.between(94, 109) : random.between(111, 132),
          weightG: random.between(440, 700) * 100,
          tabletsGiven: 30,
          tabletsTaken: visits.length > 1 ? random.between(20, 30) : 0,
          foodGiven: isThin && random.chance(0.6),
          classAttended: random.chance(0.4),
        })
      made++
    }
  }
  for (const mother of mothers)
    await house.database.inRegion(region, async (tx) => {
      const pregnancyId = newId()
      await insertPregnancies(tx, [
        {
          ...pregnancyRow(
            region,
            pregnancyId,
            mother,
            midwife,
            addDays(mother.born_on, random.between(-10, 14)),
            mother.born_on,
            now,
            {
              personId: mother.person_id,
              name: mother.name,
              birthDate: mother.birth_date,
              gravida: random.between(1, 3),
            },
          ),
          state: 'born',
          ended_on: mother.born_on,
        },
      ])
      const days = visitDays(addDays(mother.born_on, 5), mother.born_on, random)
      await insertVisits(
        tx,
        days.map((on, index) =>
          visitRow(region, pregnancyId, newId(), addDays(mother.born_on, 5), on, index, midwife, now, random),
        ),
      )
      await linkChild(tx, { region_code: region, pregnancy_id: pregnancyId, child_id: mother.child_id, linked_at: now })
      made++
    })
  for (const village of new Set([...places, ...mothers].map((one) => one.village_code)))
    await followCareOf(context, region, { village })
  return made
}

/** Monthly from about the tenth week on; now and then a month is missed, some begin late. */
function visitDays(dueOn: PlainDate, today: PlainDate, random: Random): readonly PlainDate[] {
  const begin = addDays(dueOn, -PREGNANCY_2021.pregnancyDays + (random.chance(0.25) ? 120 : 62))
  const days: PlainDate[] = []
  for (let day = begin; day <= today && day <= dueOn; day = addDays(day, 30)) if (random.chance(0.88)) days.push(day)
  return days
}

function pregnancyRow(
  region: string,
  pregnancyId: string,
  place: Place,
  midwife: string,
  dueOn: PlainDate,
  today: PlainDate,
  now: Date,
  woman: { personId: string | null; name: string; birthDate: string; gravida: number },
) {
  return {
    region_code: region,
    pregnancy_id: pregnancyId,
    person_id: woman.personId,
    posyandu_id: place.posyandu_id,
    village_code: place.village_code,
    name: woman.name,
    birth_date: woman.birthDate,
    nik_hash: null,
    nik_sealed: null,
    details: null,
    last_period: addDays(dueOn, -PREGNANCY_2021.pregnancyDays),
    due_on: dueOn,
    gravida: woman.gravida,
    registered_on: today,
    registered_by: midwife,
    state: 'running' as const,
    ended_on: null,
    edition: PREGNANCY_2021.id,
    version: 1,
    created_at: now,
    updated_at: now,
  }
}

function visitRow(
  region: string,
  pregnancyId: string,
  visitId: string,
  dueOn: PlainDate,
  on: PlainDate,
  index: number,
  midwife: string,
  now: Date,
  random: Random,
) {
  return {
    region_code: region,
    pregnancy_id: pregnancyId,
    visit_id: visitId,
    visited_on: on,
    weeks: weeksOn(dueOn, on, PREGNANCY_2021),
    arm_tenth_mm: random.between(238, 285) * 10,
    haemoglobin_tenth_gdl: index % 2 === 0 ? random.between(108, 128) : null,
    weight_g: random.between(440, 680) * 100,
    tablets_given: 30,
    tablets_taken: index === 0 ? 0 : random.between(20, 30),
    food_given: false,
    class_attended: random.chance(0.3),
    recorded_by: midwife,
    recorded_at: now,
    state: 'recorded' as const,
    reason: null,
  }
}
