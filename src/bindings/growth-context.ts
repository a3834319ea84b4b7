// The house as growth sees it: database, keys, clock, the editions in force, the day of a region.

import { todayIn } from '../kernel/zone.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import type { GrowthContext, GrowthEditions } from '../modules/growth/context.ts'
import { EditionBook } from '../modules/growth/edition/edition-book.ts'
import { confirmEdition, draftEdition, readEditions } from '../modules/growth/edition/edition-commands.ts'
import type { EditionPort } from '../modules/growth/edition/edition-port.ts'
import { listConfirmed } from '../modules/growth/edition/edition-store.ts'
import { ALERTS_2022 } from '../modules/growth/rules/alert-edition.ts'
import { CARE_2022 } from '../modules/growth/rules/care-edition.ts'
import { CATEGORIES_2020, KBM_2023, MEASURING_2020, RED_LINE_2010 } from '../modules/growth/rules/editions.ts'
import type { Database } from '../platform/db/database.ts'
import type { JobDefinition } from '../platform/jobs/job.ts'

export const GROWTH_EDITIONS: GrowthEditions = {
  kbm: KBM_2023,
  redLine: RED_LINE_2010,
  categories: CATEGORIES_2020,
  measuring: MEASURING_2020,
  alerts: ALERTS_2022,
  care: CARE_2022,
}

export type GrowthHouse = GrowthContext & { readonly book: EditionBook }

export const editionBook = (database: Database): EditionBook =>
  new EditionBook(GROWTH_EDITIONS, (region) =>
    database.inRegion(region, (tx) => listConfirmed(tx, region), { readOnly: true }),
  )

export function growthContext(cases: CasesContext): GrowthHouse {
  const { database, ring, clock, villageName } = cases
  const book = editionBook(database)
  const dayOf = (region: string, at: Date) => todayIn(cases.regionInfo(region).timeZone, at.getTime())
  const today = (region: string) => dayOf(region, clock.now())
  return {
    database,
    ring,
    clock,
    villageName,
    book,
    async visitor(request) {
      const visitor = await cases.visitor(request)
      if (visitor.region !== undefined) await book.ready(visitor.region.code)
      return visitor
    },
    editions: (region) => book.editions(region, today(region)),
    today,
    dayOf,
  }
}

/** Jobs of growth, each begun with the editions of its region, or of all of them for one that is nobody's. */
export function withEditions(
  book: EditionBook,
  regions: () => Promise<readonly string[]>,
  jobs: readonly JobDefinition[],
): readonly JobDefinition[] {
  return jobs.map((job) => ({
    ...job,
    async handler(one) {
      for (const region of one.region === undefined ? await regions() : [one.region]) await book.ready(region)
      return job.handler(one)
    },
  }))
}

export function bindEditions(growth: GrowthHouse): EditionPort {
  return {
    visitor: (request) => growth.visitor(request),
    read: (visitor) => readEditions(growth, visitor, growth.book.shipped),
    draft: (visitor, input) => draftEdition(growth, visitor, growth.book.shipped, input),
    async confirm(visitor, id) {
      const done = await confirmEdition(growth, visitor, id)
      growth.book.forget(visitor.region!.code)
      return done
    },
  }
}
