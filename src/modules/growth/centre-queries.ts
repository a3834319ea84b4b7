// The page of a health centre and its posyandu: SKDN, alerts, extra food, quality. Must stay true: whoever may not see the centre is answered
// as if it did not exist.

import { addMonths } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { holds, type Visitor } from '../../platform/http/visitor.ts'
import { withinReach } from './access.ts'
import { countAlerts } from './care-store.ts'
import { countMonitored, sumFood } from './centre-store.ts'
import { listPosyandus } from './child-store.ts'
import { monthCounts } from './close-month-command.ts'
import type { GrowthContext } from './context.ts'
import { filterOf, SEES_SMALL_COUNTS } from './figures-filter.ts'
import type { CentreView } from './figures-port.ts'
import { listClosedOf } from './month-store.ts'
import { NO_COUNTS } from './rollup.ts'
import { monthsUpTo } from './rollup-queries.ts'
import { listRollups, posyanduArea } from './rollup-store.ts'
import { SKDN_2021 } from './rules/editions.ts'
import { skdnIndicators } from './rules/month-close.ts'
import { PMT_2023 } from './rules/pmt.ts'

/** Names of a region's units by their key. */
export type UnitNames = (region: string) => Promise<ReadonlyMap<string, string>>

/** Extra food that ended longer ago is history. */
const FOOD_MONTHS = 6

/** Health centres within the visitor's reach; all of them for the secretariat. */
export async function listCentres(
  context: GrowthContext,
  visitor: Visitor,
  unitNames: UnitNames,
): Promise<readonly { readonly centreId: string; readonly name: string }[]> {
  const region = visitor.region!.code
  if (![...SEES_SMALL_COUNTS, 'convergence-secretariat' as const].some((role) => holds(visitor.actor, region, role)))
    return []
  const posyandus = await context.database.inRegion(region, (tx) => listPosyandus(tx, region), { readOnly: true })
  const mine = holds(visitor.actor, region, 'convergence-secretariat')
    ? posyandus
    : withinReach(visitor, posyandus, SEES_SMALL_COUNTS)
  const names = await unitNames(region)
  return [...new Set(mine.map(({ centreId }) => centreId))].map((centreId) => ({
    centreId,
    name: names.get(centreId) ?? centreId,
  }))
}

/** The posyandu of a health centre beside each other. Refuses `not-found`. */
export async function readCentre(
  context: GrowthContext,
  visitor: Visitor,
  centreId: string,
  asked: string | undefined,
  unitNames: UnitNames,
): Promise<Result<CentreView>> {
  const region = visitor.region!.code
  const mine = await listCentres(context, visitor, unitNames)
  const centre = mine.find((one) => one.centreId === centreId)
  if (centre === undefined) return refuse('not-found')
  const today = context.today(region)
  const { month } = filterOf(today, asked === undefined ? {} : { month: asked })
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<CentreView>> => {
      const posyandus = (await listPosyandus(tx, region)).filter((one) => one.centreId === centreId)
      const ids = posyandus.map(({ posyanduId }) => posyanduId)
      const rows = await listRollups(tx, region, ids.map(posyanduArea), [month])
      const counts = new Map(rows.map((row) => [row.area, row.counts]))
      const closed = new Map((await listClosedOf(tx, region, ids, month)).map((row) => [row.posyandu_id, row.version]))
      const alerts = await countAlerts(tx, region, ids, ids, today)
      const year = new Map(
        (await countMonitored(tx, region, ids, month, SKDN_2021)).map((row) => [row.posyandu_id, row]),
      )
      const foodSince = addMonths(today, -FOOD_MONTHS)
      const food = await sumFood(tx, region, centreId, foodSince)
      const sum = (of: 'n' | 'late', test: (row: (typeof alerts)[number]) => boolean = () => true) =>
        alerts.filter(test).reduce((total, row) => total + row[of], 0)
      return accept({
        ...centre,
        month,
        months: monthsUpTo(today.slice(0, 7), 24),
        posyandus: posyandus.map((one) => {
          const own = counts.get(posyanduArea(one.posyanduId))
          const version = closed.get(one.posyanduId)
          return {
            posyanduId: one.posyanduId,
            name: one.name,
            village: context.villageName(one.villageCode) ?? one.villageCode,
            indicators: skdnIndicators(monthCounts(own ?? NO_COUNTS), SKDN_2021),
            ...(own === undefined
              ? {}
              : { counts: { S: own.S, D: own.D, twoT: own.twoT, BGM: own.BGM, flagged: own.flagged } }),
            ...(version === undefined ? {} : { closedVersion: version }),
            ...(year.has(one.posyanduId) ? { year: year.get(one.posyanduId)! } : {}),
          }
        }),
        food: food.map(({ reason, weighed, gain_g, ...counts }) => ({
          ...counts,
          reason: PMT_2023.reasons.find(({ code }) => code === reason)?.name ?? { id: reason, en: reason },
          ...(weighed === 0 ? {} : { meanGainG: Math.round(gain_g / weighed) }),
        })),
        foodSince,
        maySeeAll: SEES_SMALL_COUNTS.some((role) => holds(visitor.actor, region, role)),
        targets: {
          monitoredPermille: SKDN_2021.growthMonitored.targetPermille,
          lengthPermille: SKDN_2021.lengthCoverage.targetPermille,
        },
        openAlerts: sum('n'),
        lateAlerts: sum('late'),
        openReferrals: sum('n', ({ state }) => state === 'referred'),
      })
    },
    { readOnly: true },
  )
}
