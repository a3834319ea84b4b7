// The total an agency reports for its indicator, a village and a quarter. Must stay true: a correction is a new version beside the
// old one; the agency reports what it owns and nothing else.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type Acting, entryOf } from './acting.ts'
import { queueRollup } from './list-commands.ts'
import { loadIndicators } from './own-edition-store.ts'
import { readPeriod } from './period.ts'
import { insertReports, listReports } from './rollup-store.ts'

export type ReportInput = {
  readonly village: string
  readonly period: string
  readonly indicator: string
  readonly numerator: string
  readonly denominator: string
  readonly source: string
}

/** Reports a total. The same figures again change nothing. */
export async function reportTotal(
  tx: Tx,
  acting: Acting,
  agencies: readonly string[],
  input: ReportInput,
): Promise<Result<null>> {
  const quarter = readPeriod(input.period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const { indicators } = await loadIndicators(tx, acting.region, quarter.from)
  const indicator = indicators.find((one) => one.code === input.indicator)
  if (indicator === undefined || !agencies.includes(indicator.owner)) return refuse('convergence-not-yours')
  const read = (text: string): number => {
    const plain = text.trim().replaceAll('.', '')
    return /^\d{1,7}$/.test(plain) ? Number(plain) : Number.NaN
  }
  const [numerator, denominator] = [read(input.numerator), read(input.denominator)]
  if (!(numerator <= denominator) || (indicator.unit === 'village' && denominator > 1))
    return refuse('convergence-report-count', 'numerator')
  if (input.source.trim().length < 3) return refuse('convergence-text-missing', 'source')
  if (input.source.length > 200) return refuse('convergence-text-long', 'source', { max: 200 })
  const known = (await listReports(tx, acting.region, input.period, input.village)).find(
    (row) => row.indicator === indicator.code && row.agency_id === indicator.owner,
  )
  if (known?.numerator === numerator && known.denominator === denominator && known.source === input.source.trim())
    return accept(null)
  await insertReports(tx, [
    {
      region_code: acting.region,
      period: input.period,
      village_code: input.village,
      indicator: indicator.code,
      agency_id: indicator.owner,
      version: (known?.version ?? 0) + 1,
      numerator,
      denominator,
      source: input.source.trim(),
      recorded_by: acting.actor.accountId,
      recorded_at: acting.now,
    },
  ])
  await queueRollup(tx, input.period, input.village)
  await writeJournal(
    tx,
    entryOf(acting, 'convergence.report', { subject: input.village, fields: [indicator.code, input.period] }),
  )
  return accept(null)
}
