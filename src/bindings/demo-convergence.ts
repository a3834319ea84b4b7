// What the demo shows of convergence: agencies and programmes of Balangan, their people, three quarters of figures for every village,
// and some villages whose lists are whole, with services given by name. Must stay true: invented, the same for the same seed,
// written by the commands that people use where a person would; bounded seconds.

import { addDays } from '../kernel/date.ts'
import { balangan, indicators } from '../modules/convergence/editions.ts'
import { refreshVillage } from '../modules/convergence/list-commands.ts'
import { insertCondition, listFamiliesOf, listPeopleOf, putFamilies } from '../modules/convergence/people-store.ts'
import type { Quarter } from '../modules/convergence/period.ts'
import { periodBefore, periodOn } from '../modules/convergence/period.ts'
import { rollUpVillage } from '../modules/convergence/rollup-commands.ts'
import { confirmList, insertReports, type ReportRow } from '../modules/convergence/rollup-store.ts'
import { insertDeliveries, listServicesOf, putProgramme, putServices } from '../modules/convergence/service-store.ts'
import { newId } from '../platform/ids.ts'
import { seedBoundaries } from './demo-boundaries.ts'
import { chance } from './demo-chance.ts'
import { STORY_VILLAGE, seedConvergencePeople } from './demo-convergence-people.ts'
import { seedConvergenceYear } from './demo-convergence-year.ts'
import { seedCouples } from './demo-couples.ts'
import { seedVisits } from './demo-visits.ts'
import type { House } from './house.ts'

const REGION = '63.11'
/** Villages whose lists are whole: the three town quarters and two others. */
const LISTED = [STORY_VILLAGE, '63.11.06.1020', '63.11.07.1001', '63.11.06.2038', '63.11.08.2012']

/** Fills convergence of the demo; needs residents. Gives the accounts by post. `onlyStory` leaves the other villages and the year out;
 * `reached` is the share of services given. */
export async function seedConvergence(
  house: House,
  { onlyStory = false, reached = 0.62 }: { readonly onlyStory?: boolean; readonly reached?: number } = {},
): Promise<ReadonlyMap<string, string>> {
  const now = house.cases.clock.now()
  const accounts = await seedConvergencePeople(house, now)
  const today = house.convergence.tools.today(REGION)
  const current = periodOn(today)
  const before = periodBefore(current)
  const quarters = [periodBefore(before), before, current]
  const villages = house.convergence.tools
    .villages(REGION)
    .map((one) => one.code)
    .filter((code) => !onlyStory || code === STORY_VILLAGE)
  await house.database.inRegion(REGION, async (tx) => {
    for (const one of balangan.programmes)
      await putProgramme(tx, {
        region_code: REGION,
        programme_id: one.id,
        agency_id: one.agency,
        name: one.name,
        about: one.about,
        pillar: one.pillar,
        services: [...one.services],
        is_active: true,
        source: balangan.source,
        changed_by: 'demo',
        changed_at: now,
      })
  })
  const listed = LISTED.filter((code) => villages.includes(code))
  for (const village of listed) await seedVillage(house, village, current, today, now, reached)
  const families = new Map<string, number>()
  await house.database.inRegion(REGION, async (tx) => {
    for (const village of listed) families.set(village, (await listFamiliesOf(tx, REGION, village)).length)
  })
  for (const quarter of quarters)
    await house.database.inRegion(REGION, (tx) =>
      insertReports(tx, reportsOf(villages, quarter, quarters.indexOf(quarter), now, families)),
    )
  for (const quarter of quarters)
    for (let i = 0; i < villages.length; i += 20)
      await house.database.inRegion(REGION, async (tx) => {
        for (const village of villages.slice(i, i + 20)) await rollUpVillage(tx, REGION, quarter.key, village, now)
      })
  if (onlyStory) return accounts
  await seedBoundaries(house, accounts.get('tpps')!)
  await seedCouples(house, REGION, STORY_VILLAGE, accounts.get('tpk')!)
  await seedVisits(house, REGION, STORY_VILLAGE, accounts.get('tpk')!)
  await seedConvergenceYear(house, accounts, STORY_VILLAGE)
  return accounts
}

// People entitled to each service for one child under five, so that no village has more severe cases than children.
const BASES: Readonly<Record<string, number>> & { readonly SE5: number } = {
  SP1: 0.04,
  SP2: 0.2,
  SP3: 0.7,
  SP4: 0.1,
  SP5: 0.3,
  SP6: 0.03,
  SP7: 1,
  SP8: 0.08,
  SP9: 0.4,
  SE1: 0.1,
  SE2: 0.2,
  SE3: 0.1,
  SE4: 1.6,
  SE5: 1.6,
  SE6: 0.6,
  SE7: 0.7,
  SE8: 0.5,
  SE9: 0.4,
  SE10: 0.6,
}

// Totals as agencies would send them: most villages better each quarter, some indicators not reported everywhere.
// Where the village has a list, what an agency says is of the same order: its own count beside the same families.
function reportsOf(
  villages: readonly string[],
  quarter: Quarter,
  step: number,
  now: Date,
  families: ReadonlyMap<string, number>,
): ReportRow[] {
  return villages.flatMap((village) => {
    const listed = families.get(village)
    const size = listed === undefined ? 30 + Math.floor(chance(village, 'size') * 90) : listed / BASES.SE5
    const spread = listed === undefined ? 0.6 : 0.2
    const quality = 0.45 + chance(village, 'quality') * 0.45 + step * 0.04
    return indicators.indicators.flatMap((one): ReportRow[] => {
      if (chance(village, one.code, 'reports') < (chance(village, 'silent') < 0.12 ? 0.45 : 0.08)) return []
      const base =
        one.unit === 'village'
          ? 1
          : Math.max(
              2,
              Math.round(
                size * (BASES[one.code] ?? 0.5) * (1 - spread / 2 + chance(village, one.code, 'base') * spread),
              ),
            )
      const share = Math.min(1, Math.max(0, quality + (chance(village, one.code) - 0.5) * 0.5))
      const reached =
        one.unit === 'village'
          ? share > 0.6
            ? 1
            : 0
          : one.direction === 'lower'
            ? Math.round(base * (1 - share) * 0.5)
            : Math.round(base * share)
      return [
        {
          region_code: REGION,
          period: quarter.key,
          village_code: village,
          indicator: one.code,
          agency_id: one.owner,
          version: 1,
          numerator: Math.min(base, reached),
          denominator: base,
          source: 'Laporan triwulan OPD (contoh)',
          recorded_by: 'demo',
          recorded_at: now,
        },
      ]
    })
  })
}

const WATERS = ['piped', 'borehole', 'protected-well', 'river', 'open-well']

// A village whose cadre asked every family: facts, pregnancies, services given by name.
async function seedVillage(
  house: House,
  village: string,
  quarter: Quarter,
  today: string,
  now: Date,
  reached: number,
): Promise<void> {
  const at = { period: quarter.key, on: today, now }
  await house.database.inRegion(REGION, async (tx) => {
    await refreshVillage(tx, REGION, village, at)
    const women = (await listPeopleOf(tx, REGION, village)).filter((one) => one.is_married && one.sex === 'P')
    for (const [index, woman] of women.entries()) {
      if (index % 6 !== 0) continue
      const condition = (code: string, days: number) =>
        insertCondition(tx, {
          region_code: REGION,
          condition_id: newId(),
          person_id: woman.person_id,
          code,
          from_day: addDays(today, -days),
          until_day: null,
          source: 'Kader',
          noted_by: 'demo',
          noted_at: now,
          ended_by: null,
        })
      await condition(index % 18 === 12 ? 'postpartum' : 'pregnant', index % 18 === 12 ? 20 : 90)
      if (index % 12 === 6) await condition('kek', 60)
    }
    const families = await listFamiliesOf(tx, REGION, village)
    await putFamilies(
      tx,
      families.map((one) => ({
        ...one,
        facts: {
          water: WATERS[Math.floor(chance(one.family_id, 'water') * 5.6) % 5]!,
          latrine:
            chance(one.family_id, 'latrine') < 0.68
              ? 'septic'
              : chance(one.family_id, 'none') < 0.5
                ? 'no-septic'
                : 'none',
          poor: chance(one.family_id, 'poor') < 0.35 ? 'yes' : 'no',
          insurance: chance(one.family_id, 'insurance') < 0.8 ? 'yes' : 'no',
          cash: chance(one.family_id, 'cash') < 0.7 ? 'yes' : 'no',
          'food-aid': chance(one.family_id, 'food') < 0.6 ? 'yes' : 'no',
        },
      })),
    )
    await refreshVillage(tx, REGION, village, at)
    const rows = await listServicesOf(tx, REGION, quarter.key, village)
    const given = rows.filter((row) => row.state === 'due' && chance(row.subject_id, row.service) < reached)
    const day =
      quarter.from < today
        ? addDays(quarter.from, Math.floor((Date.parse(today) - Date.parse(quarter.from)) / 172_800_000))
        : today
    const programmeOf = (service: string) => balangan.programmes.filter((one) => one.services.includes(service))
    await putServices(
      tx,
      given.map((row) => {
        const programme = programmeOf(row.service)[0]
        return {
          ...row,
          state: 'received' as const,
          given_on: day,
          giver: 'Petugas desa',
          programme_id: programme?.id ?? null,
          agency_id: programme?.agency ?? null,
          changed_by: 'demo',
          changed_at: now,
        }
      }),
    )
    await insertDeliveries(
      tx,
      given.flatMap((row) =>
        programmeOf(row.service)
          .filter((_, index) => index === 0 || chance(row.subject_id, 'twice') < 0.25)
          .map((programme) => ({
            region_code: REGION,
            delivery_id: newId(),
            period: quarter.key,
            subject_id: row.subject_id,
            service: row.service,
            village_code: village,
            given_on: day,
            giver: 'Petugas desa',
            programme_id: programme.id,
            agency_id: programme.agency,
            channel: 'upload' as const,
            upload_id: null,
            recorded_by: 'demo',
            recorded_at: now,
          })),
      ),
    )
    await confirmList(tx, {
      region_code: REGION,
      period: quarter.key,
      village_code: village,
      confirmed_by: 'demo',
      confirmed_at: now,
    })
  })
}
