// The house as growth sees it: database, keys, clock, the editions in force, the day of a region.

import { todayIn } from '../kernel/zone.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import type { GrowthContext, GrowthEditions } from '../modules/growth/context.ts'
import { ALERTS_2022 } from '../modules/growth/rules/alert-edition.ts'
import { CATEGORIES_2020, KBM_2023, MEASURING_2020, RED_LINE_2010 } from '../modules/growth/rules/editions.ts'

export const GROWTH_EDITIONS: GrowthEditions = {
  kbm: KBM_2023,
  redLine: RED_LINE_2010,
  categories: CATEGORIES_2020,
  measuring: MEASURING_2020,
  alerts: ALERTS_2022,
}

export function growthContext(cases: CasesContext): GrowthContext {
  const { database, ring, clock, visitor, villageName } = cases
  return {
    database,
    ring,
    clock,
    visitor,
    villageName,
    editions: () => GROWTH_EDITIONS,
    today: (region) => todayIn(cases.regionInfo(region).timeZone, clock.now().getTime()),
  }
}
