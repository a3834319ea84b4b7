// The figures of one village and quarter, made anew from its rows: values by indicator, scores, households. Must stay true: the
// village's list is the base once the village said it is whole, the owner agency's total before; running twice gives the same.
import type { Tx } from '../../platform/db/tx.ts'
import { scorecard } from './editions.ts'
import { loadIndicators } from './own-edition-store.ts'
import { countRisk } from './people-store.ts'
import { readPeriod } from './period.ts'
import { countHouseholds, countStates, isListConfirmed, listReports, putRollup, type ValueRow } from './rollup-store.ts'
import { type Count, scoreText, villageResult } from './score.ts'
import { shownStep } from './shown-score.ts'

export async function rollUpVillage(tx: Tx, region: string, period: string, village: string, now: Date): Promise<void> {
  const quarter = readPeriod(period)
  if (quarter === undefined) throw new Error(`No such period: ${period}`)
  const indicators = await loadIndicators(tx, region, quarter.from)
  const states = await countStates(tx, region, period, village)
  const reports = await listReports(tx, region, period, village)
  const isList = await isListConfirmed(tx, region, period, village)
  const households = await countHouseholds(tx, region, period, village)
  const [risk] = await countRisk(tx, region, village)
  const of = (service: string | null, wanted: readonly string[]): number =>
    states.filter((one) => one.service === service && wanted.includes(one.state)).reduce((sum, one) => sum + one.n, 0)

  const values = indicators.indicators.map((one): ValueRow => {
    const report = reports.find((row) => row.indicator === one.code && row.agency_id === one.owner)
    const listN = of(one.service, ['received'])
    const listD = of(one.service, ['received', 'due', 'refused', 'unknown'])
    const basis = isList && one.service !== null && listD > 0 ? 'list' : report === undefined ? 'none' : 'report'
    return {
      region_code: region,
      period,
      village_code: village,
      indicator: one.code,
      basis,
      numerator: basis === 'list' ? listN : (report?.numerator ?? 0),
      denominator: basis === 'list' ? listD : (report?.denominator ?? 0),
      list_numerator: listN,
      list_denominator: listD,
      report_numerator: report?.numerator ?? null,
      report_denominator: report?.denominator ?? null,
      waiting: of(one.service, ['due', 'unknown']),
    }
  })
  const counts = new Map(
    values
      .filter((row) => row.basis !== 'none')
      .map((row): [string, Count] => [row.indicator, { numerator: row.numerator, denominator: row.denominator }]),
  )
  const result = villageResult(indicators.indicators, counts, quarter.year, scorecard)
  await putRollup(tx, values, {
    region_code: region,
    period,
    village_code: village,
    specific: result.specific === undefined ? null : scoreText(result.specific),
    sensitive: result.sensitive === undefined ? null : scoreText(result.sensitive),
    score: result.score === undefined ? null : scoreText(result.score),
    score_n: result.score === undefined ? null : String(result.score.n),
    score_d: result.score === undefined ? null : String(result.score.d),
    grade: result.grade ?? null,
    available: result.available,
    of_all: result.of,
    shown_step: shownStep(result, indicators.indicators, scorecard),
    missing: result.missing,
    hpk_complete: households.complete,
    hpk_of: households.of,
    at_risk: risk?.atRisk ?? 0,
    risk_known: risk?.known ?? 0,
    is_list: isList,
    edition: `${indicators.id} ${scorecard.id}`,
    updated_at: now,
  })
}
