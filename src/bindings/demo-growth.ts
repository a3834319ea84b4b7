// Child growth in the demo: health centres, some thirty posyandu, the register's small children there, sixty at Melati with
// today half entered, a year and a half of measurings. Must stay true: judged and counted by the same rules as what cadres
// record, only written in bulk; seeding twice changes nothing.
import { sql } from 'kysely'
import { addDays, addMonths, completedMonths, type PlainDate } from '../kernel/date.ts'
import { analyzeGrowth, bulkInsertGrowth } from '../modules/growth/bulk-insert.ts'
import type { ChildRecord, Posyandu, StoredMeasurement } from '../modules/growth/child.ts'
import { childColumns } from '../modules/growth/child-codec.ts'
import { listPosyandus } from '../modules/growth/child-store.ts'
import { monthCounts } from '../modules/growth/close-month-command.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { countChildMonths } from '../modules/growth/count-months.ts'
import { growChild, type Manner, pickCourse, sessionDays } from '../modules/growth/demo/grow.ts'
import { measurementColumns } from '../modules/growth/measurement-codec.ts'
import { markDirty } from '../modules/growth/measurement-store.ts'
import { alertRows, historyOf, openedEvents } from '../modules/growth/open-alerts.ts'
import { monthRow } from '../modules/growth/recount-child.ts'
import type { RollupCounts } from '../modules/growth/rollup.ts'
import { bringRollupsUpToDate } from '../modules/growth/rollup-commands.ts'
import { decideAlerts } from '../modules/growth/rules/alerts.ts'
import { judgeMeasurement, monthOf, shiftMonth } from '../modules/growth/rules/measurement.ts'
import { findAtEntry } from '../modules/growth/rules/measuring.ts'
import { inventName } from '../modules/register/demo/names.ts'
import { Random } from '../modules/register/demo/random.ts'
import { personOfRow } from '../modules/register/person-row.ts'
import type { PersonRow } from '../modules/register/tables.ts'
import { seedGrowthPeople } from './demo-growth-people.ts'
import { MELATI, POSYANDU_IN_DISTRICT, seedPlaces } from './demo-growth-places.ts'
import { pupilsOf } from './demo-school.ts'
import { growthContext } from './growth-context.ts'
import type { House } from './house.ts'

const AT_MELATI = 60
const MONTHS = 18

export type GrowthSeedOptions = {
  /** Only Melati, with invented children: for tests of one morning. */
  readonly onlyMelati?: boolean
  readonly children?: number
}

type Seeded = {
  readonly child: ChildRecord
  readonly posyandu: Posyandu
  readonly mother?: { readonly personId: string; readonly name: string }
}

/** Fills an empty region; gives how many children and measurings there are. */
export async function seedGrowth(
  house: House,
  region: string,
  now: Date,
  options: GrowthSeedOptions = {},
): Promise<{
  readonly posyandu: number
  readonly children: number
  readonly measurings: number
  readonly mother?: Seeded['mother']
}> {
  const context = growthContext(house.cases)
  const today = context.today(region)
  const random = new Random(`growth ${region}`)
  const newId = random.ids(now.getTime() - 86_400_000)
  const known = await house.database.inRegion(region, (tx) => listPosyandus(tx, region), { readOnly: true })
  if (known.length > 0) return { posyandu: known.length, children: 0, measurings: 0 }
  const posyandus = await seedPlaces(house, region, options.onlyMelati === true)
  const accounts = await seedGrowthPeople(house, region, now)
  const registered =
    options.onlyMelati === true ? [] : await childrenOfRegister(house, context, region, today, posyandus, newId)
  const melati = posyandus.find(({ posyanduId }) => posyanduId === 'melati')!
  const there = registered.filter(({ posyandu }) => posyandu === melati).length
  const invented = Array.from({ length: Math.max(0, (options.children ?? AT_MELATI) - there) }, () => ({
    child: inventChild(random, newId, today, melati),
    posyandu: melati,
  }))
  const all: readonly Seeded[] = [...registered, ...invented]
  const measurings = await writeChildren(context, region, now, today, all, random, newId, accounts)
  await closePastMonths(house, context, region, now, today)
  const near = registered.filter(
    (one) => one.mother !== undefined && one.posyandu.villageCode.startsWith(MELATI.slice(0, 8)),
  )
  const pupils = await house.database.inRegion(region, (tx) => pupilsOf(tx, region, today), { readOnly: true })
  const mother = near.find((one) => pupils.some(({ mother_id }) => mother_id === one.mother?.personId)) ?? near[0]
  return {
    posyandu: posyandus.length,
    children: all.length,
    measurings,
    ...(mother?.mother === undefined ? {} : { mother: mother.mother }),
  }
}

/** Every small child of the register at a posyandu of its village or district; the newest of a village wait to be found. */
async function childrenOfRegister(
  house: House,
  context: GrowthContext,
  region: string,
  today: PlainDate,
  posyandus: readonly Posyandu[],
  newId: () => string,
): Promise<readonly Seeded[]> {
  type Read = PersonRow & { readonly mother_name: string | null; readonly father_name: string | null }
  const { rows } = await house.database.inRegion(
    region,
    (tx) =>
      sql<Read>`select p.*, m.name as mother_name, f.name as father_name from person p
        left join person m on m.region_code = p.region_code and m.person_id = p.mother_id
        left join person f on f.region_code = p.region_code and f.person_id = p.father_id
        where p.region_code = ${region} and p.birth_date > ${addMonths(today, -60)} and p.status = 'active'
        order by p.person_id`.execute(tx),
    { readOnly: true },
  )
  return rows.flatMap((row, index): Seeded[] => {
    const person = personOfRow(context.ring, row)
    const near =
      posyandus.find(({ villageCode }) => villageCode === person.villageCode) ??
      posyandus.filter(({ villageCode }) => villageCode.startsWith(person.villageCode.slice(0, 8)))[
        index % POSYANDU_IN_DISTRICT
      ]
    if (near === undefined || (near.villageCode === person.villageCode && person.birthDate > addDays(today, -150)))
      return []
    return [
      {
        posyandu: near,
        ...(row.mother_id === null || row.mother_name === null
          ? {}
          : { mother: { personId: row.mother_id, name: row.mother_name } }),
        child: {
          childId: newId(),
          personId: person.id,
          posyanduId: near.posyanduId,
          villageCode: person.villageCode,
          name: person.name,
          sex: person.sex === 'L' ? 1 : 2,
          birthDate: person.birthDate,
          birthExact: true,
          ...(person.nik === undefined ? {} : { nik: person.nik }),
          ...(row.mother_name === null ? {} : { motherName: row.mother_name }),
          details: row.father_name === null ? {} : { fatherName: row.father_name },
          book: 'kia',
          status: 'active',
          version: 1,
        },
      },
    ]
  })
}

function inventChild(random: Random, newId: () => string, today: PlainDate, posyandu: Posyandu): ChildRecord {
  const sex = random.chance(0.5) ? 1 : 2
  return {
    childId: newId(),
    posyanduId: posyandu.posyanduId,
    villageCode: posyandu.villageCode,
    name: inventName(random, sex === 1 ? 'L' : 'P'),
    sex,
    birthDate: random.day(addMonths(today, -58), addDays(today, -20)),
    birthExact: true,
    motherName: inventName(random, 'P'),
    birthOrder: random.between(1, 4),
    details: { rt: String(random.between(1, 6)), rw: String(random.between(1, 3)), address: 'Jalan Contoh Melati' },
    birthWeightG: random.between(24, 36) * 100,
    birthLengthTenthMm: random.between(465, 515) * 10,
    gestationWeeks: random.between(36, 41),
    earlyBreastfed: random.chance(0.7),
    ...(random.chance(0.95) ? { book: 'kia' as const } : {}),
    status: 'active',
    version: 1,
  }
}

async function writeChildren(
  context: GrowthContext,
  region: string,
  now: Date,
  today: PlainDate,
  all: readonly Seeded[],
  random: Random,
  newId: () => string,
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const editions = context.editions(region)
  const cadre = accounts.get('kader') ?? 'demo'
  const rows = { child: [] as object[], stay: [] as object[], measuring: [] as object[], month: [] as object[] }
  const alerts: ReturnType<typeof alertRows> = []
  const dirty: { posyanduId: string; month: string }[] = []
  const sessions = new Map<string, readonly PlainDate[]>()
  const order = [...new Set(all.map(({ posyandu }) => posyandu.posyanduId))]
  const isOpen = (posyandu: Posyandu) => posyandu.posyanduId === 'melati'
  for (const { child, posyandu } of all) {
    if (!sessions.has(posyandu.posyanduId)) {
      const dayOfMonth = 4 + (sessions.size % 14)
      const thisMonth = `${monthOf(today)}-${String(dayOfMonth).padStart(2, '0')}`
      const days = sessionDays(isOpen(posyandu) ? today : thisMonth, MONTHS, dayOfMonth)
      sessions.set(
        posyandu.posyanduId,
        // One posyandu in nine was flooded once and weighed nobody.
        days.filter((day, index) => day <= today && !(sessions.size % 9 === 4 && index === MONTHS - 5)),
      )
    }
    const days = sessions.get(posyandu.posyanduId)!
    const isLate = isOpen(posyandu) && random.chance(0.5)
    const visits = growChild(
      child,
      isLate ? days.filter((day) => day < today) : days,
      random,
      pickCourse(random),
      mannerOf(posyandu, order),
    )
    const measured = visits.map(({ measurement, facts }): StoredMeasurement => {
      const isNew = monthOf(measurement.date) === monthOf(today)
      const verified = !isNew || (!isOpen(posyandu) && random.chance(0.6))
      const judged = judgeMeasurement(child, { ...measurement, id: newId(), verified })
      const recordedAt = new Date(`${measurement.date}T02:00:00Z`)
      return {
        ...judged,
        childId: child.childId,
        posyanduId: posyandu.posyanduId,
        villageCode: posyandu.villageCode,
        facts,
        findings: findAtEntry(judged, editions.measuring),
        measurer: cadre,
        state: verified ? 'verified' : 'recorded',
        ...(verified ? { verifiedBy: 'demo' } : {}),
        recordedAt: recordedAt < now ? recordedAt : now,
      }
    })
    const months = countChildMonths(child, measured, new Map(), editions)
    rows.child.push({ region_code: region, ...childColumns(context.ring, child), created_at: now, updated_at: now })
    rows.stay.push({
      region_code: region,
      child_id: child.childId,
      from_day: child.birthDate,
      to_day: null,
      posyandu_id: posyandu.posyanduId,
      village_code: posyandu.villageCode,
    })
    for (const one of measured)
      rows.measuring.push({
        ...measurementColumns(region, one),
        verified_at: one.state === 'verified' ? one.recordedAt : null,
      })
    for (const month of months) {
      const row = monthRow(region, child, month, editions)
      if (row !== undefined) rows.month.push(row)
    }
    for (const day of days) dirty.push({ posyanduId: posyandu.posyanduId, month: monthOf(day) })
    const last = measured.at(-1)
    if (completedMonths(child.birthDate, today) >= 60) continue
    const isRecent = last !== undefined && last.date >= addDays(today, -40)
    const history = historyOf(child, measured, months, isRecent ? last : undefined, isRecent ? last.date : today)
    const decided = decideAlerts(child, history, [], editions.alerts)
    alerts.push(...alertRows(region, posyandu, child.childId, decided.open, isRecent ? last.id : undefined))
  }
  await context.database.inRegion(
    region,
    async (tx) => {
      await bulkInsertGrowth(tx, 'growth_child', rows.child)
      await bulkInsertGrowth(tx, 'growth_child_stay', rows.stay)
      await bulkInsertGrowth(tx, 'growth_measurement', rows.measuring)
      await bulkInsertGrowth(tx, 'growth_child_month', rows.month)
      await bulkInsertGrowth(tx, 'growth_alert', alerts)
      await bulkInsertGrowth(tx, 'growth_alert_event', openedEvents(alerts, { actor: 'demo', role: 'system', at: now }))
      await markDirty(tx, region, dirty)
    },
    { statementTimeoutMs: 120_000 },
  )
  await context.database.asOwner(analyzeGrowth)
  return rows.measuring.length
}

/** Melati measures by the book and Tanjung rounds; of the others one in four does, so that the page of quality has something to say. */
function mannerOf(posyandu: Posyandu, order: readonly string[]): Manner {
  if (posyandu.posyanduId === 'melati') return 'careful'
  if (posyandu.posyanduId === 'tanjung') return 'rounding'
  const place = order.indexOf(posyandu.posyanduId) % 4
  return place === 1 ? 'rounding' : place === 3 ? 'careful' : 'usual'
}

/** Months before the last one are closed, as midwives would have done. */
async function closePastMonths(house: House, context: GrowthContext, region: string, now: Date, today: PlainDate) {
  await bringRollupsUpToDate(house.database, region)
  await house.database.inRegion(region, async (tx) => {
    const { rows } = await sql<{ area: string; month: string; counts: RollupCounts }>`
      select area, month, counts from growth_rollup where region_code = ${region} and area like 'posyandu:%'
        and sex = 0 and age_group = 'all' and month < ${shiftMonth(monthOf(today), -1)}`.execute(tx)
    await bulkInsertGrowth(
      tx,
      'growth_month',
      rows.map(({ area, month, counts }) => ({
        region_code: region,
        posyandu_id: area.slice('posyandu:'.length),
        month,
        version: 1,
        state: 'closed',
        counts: monthCounts(counts),
        edition: context.editions(region).kbm.id,
        closed_by: 'demo',
        closed_at: now,
        reason: null,
      })),
    )
  })
}
