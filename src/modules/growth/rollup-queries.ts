// Reading the rollups: figures of areas over months, for dashboards, scorecards and other modules. Counts only, no names.
import type { Tx } from '../../platform/db/tx.ts'
import { NO_COUNTS, type RollupCounts } from './rollup.ts'
import { listRollups } from './rollup-store.ts'
import { shiftMonth } from './rules/measurement.ts'

/** The months up to and with `last`, oldest first. */
export function monthsUpTo(last: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => shiftMonth(last, i - count + 1))
}

/** Counts of each area in one month; areas without a count have none. */
export async function figuresOfAreas(
  tx: Tx,
  region: string,
  areas: readonly string[],
  month: string,
): Promise<ReadonlyMap<string, RollupCounts>> {
  const rows = await listRollups(tx, region, areas, [month])
  return new Map(rows.map(({ area, counts }) => [area, counts]))
}

/** Counts of one area over months, oldest first; a month nobody counted is all zero. */
export async function trendOfArea(
  tx: Tx,
  region: string,
  area: string,
  months: readonly string[],
): Promise<readonly { readonly month: string; readonly counts: RollupCounts }[]> {
  const rows = await listRollups(tx, region, [area], months)
  const byMonth = new Map(rows.map((row) => [row.month, row.counts]))
  return months.map((month) => ({ month, counts: byMonth.get(month) ?? NO_COUNTS }))
}
