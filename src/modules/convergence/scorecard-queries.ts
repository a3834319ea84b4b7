// The scorecards: all villages from rollups, one village with its indicators. Must stay true: 157 villages cost two reads; what a
// reader may not count is masked here, before it reaches a page.
import { decimal, divide, fraction, multiply, toDecimal } from '../../kernel/fraction.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import {
  FEW,
  inTens,
  mayCheck,
  mayEnter,
  type ShownCount,
  seesExact,
  seesFamilies,
  seesNames,
  shownCount,
  shownMissing,
  shownNumber,
  shownPair,
} from './access.ts'
import { agencyNames } from './agency-queries.ts'
import { type Indicator, targetOf } from './edition.ts'
import { indicators, scorecard } from './editions.ts'
import { loadIndicators } from './own-edition-store.ts'
import { periodBefore, type Quarter } from './period.ts'
import type { IndicatorLine, RegencyView, VillageLine, VillageView } from './port.ts'
import { listConfirmedPriority } from './priority-store.ts'
import { type ConvergenceTools, choiceOf, findPlace, type Place, quarterOf } from './reading.ts'
import {
  listPeriods,
  listScores,
  listScoresOf,
  listValues,
  type ScoreRow,
  sumGaps,
  type ValueRow,
} from './rollup-store.ts'
import { achievement, missing } from './score.ts'
import { inSteps } from './shown-score.ts'
import { shownAmong } from './small-values.ts'

function lineOf(
  place: Place,
  row: ScoreRow | undefined,
  before: ScoreRow | undefined,
  isPriority: boolean,
  isExact: boolean,
): VillageLine {
  const told = (from: ScoreRow | undefined, what: 'score' | 'specific' | 'sensitive') =>
    from === undefined ? null : isExact ? from[what] : inSteps(from[what], from.shown_step)
  return {
    code: place.code,
    name: place.name,
    district: place.district,
    score: told(row, 'score'),
    before: told(before, 'score'),
    grade: row?.grade ?? null,
    specific: told(row, 'specific'),
    sensitive: told(row, 'sensitive'),
    scoreStep: isExact ? 1 : (row?.shown_step ?? 1),
    available: row?.available ?? 0,
    of: row?.of_all ?? indicators.indicators.length,
    missing: isExact ? (row?.missing ?? 0) : inTens(row?.missing ?? 0),
    isRounded: !isExact,
    isList: row?.is_list ?? false,
    isPriority,
    ...familiesOf(row, isExact),
  }
}

/** Families of the first 1000 days and families at risk: part and whole, of which neither part may be small. */
function familiesOf(row: ScoreRow | undefined, isExact: boolean) {
  const first = shownPair(row?.hpk_complete ?? 0, row?.hpk_of ?? 0, isExact)
  const risk = shownPair(row?.at_risk ?? 0, row?.risk_known ?? 0, isExact)
  return { households: { complete: first.part, of: first.of }, atRisk: risk.part, riskKnown: risk.of }
}

/** All villages of a region for a quarter: score, grade, people missing. */
export async function readRegency(
  tools: ConvergenceTools,
  visitor: Visitor,
  query: { readonly period?: string; readonly district?: string; readonly sort?: string },
): Promise<Result<RegencyView>> {
  const region = visitor.region!.code
  if (!mayEnter(visitor.actor, region)) return refuse('convergence-not-yours')
  const quarter = quarterOf(tools, region, query.period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const places = tools.villages(region)
  const districts = [
    ...new Map(places.map((one) => [one.districtCode, { code: one.districtCode, name: one.district }])).values(),
  ]
  const district = districts.find((one) => one.code === query.district)?.code
  const chosen = places.filter((one) => district === undefined || one.districtCode === district)
  return tools.db.inRegion(
    region,
    async (tx) => {
      const now = new Map((await listScores(tx, region, quarter.key)).map((row) => [row.village_code, row]))
      const before = new Map(
        (await listScores(tx, region, periodBefore(quarter).key)).map((row) => [row.village_code, row]),
      )
      const priority = await listConfirmedPriority(tx, region, quarter.year)
      const lines = chosen.map((place) =>
        lineOf(
          place,
          now.get(place.code),
          before.get(place.code),
          priority.has(place.code),
          seesExact(visitor.actor, region, place.code),
        ),
      )
      const sort = query.sort === 'missing' || query.sort === 'name' ? query.sort : 'score'
      lines.sort((a, b) =>
        sort === 'missing'
          ? b.missing - a.missing
          : sort === 'name'
            ? a.name.localeCompare(b.name, 'id')
            : Number(a.score ?? 1000) - Number(b.score ?? 1000),
      )
      const grades: Record<string, number> = Object.fromEntries(scorecard.grades.map((one) => [one.letter, 0]))
      for (const line of lines) if (line.grade !== null) grades[line.grade] = (grades[line.grade] ?? 0) + 1
      const updated = [...now.values()].map((row) => row.updated_at.getTime())
      return accept({
        period: choiceOf(quarter.key, quarterOf(tools, region, undefined)!.key),
        periods: await periodsOf(tx, tools, region),
        districts,
        ...(district === undefined ? {} : { district }),
        sort,
        lines,
        grades,
        withoutGrade: lines.filter((line) => line.grade === null).length,
        updatedOn: updated.length === 0 ? null : tools.dayOf(region, new Date(Math.max(...updated))),
        worst: await worstOf(tx, region, quarter, district),
      })
    },
    { readOnly: true },
  )
}

async function periodsOf(tx: Tx, tools: ConvergenceTools, region: string) {
  const current = quarterOf(tools, region, undefined)!.key
  const keys = new Set([current, ...(await listPeriods(tx, region))])
  return [...keys]
    .sort()
    .reverse()
    .map((key) => choiceOf(key, current))
}

/** Indicators by the people missing over many villages; sums, so nothing to mask above the size of a district. */
async function worstOf(
  tx: Tx,
  region: string,
  quarter: Quarter,
  district: string | undefined,
): Promise<RegencyView['worst']> {
  const { indicators } = await loadIndicators(tx, region, quarter.from)
  const counted = indicators.filter((one) => one.direction === 'higher' && one.unit !== 'village')
  const sums = await sumGaps(
    tx,
    region,
    quarter.key,
    counted.map((one) => ({ indicator: one.code, share: targetOf(one, quarter.year).share })),
    district,
  )
  return sums
    .filter((one) => one.missing >= FEW)
    .slice(0, 6)
    .flatMap((one) => {
      const indicator = counted.find((item) => item.code === one.indicator)
      return indicator === undefined ? [] : [{ ...one, indicator }]
    })
}

/** One indicator of a village as this reader may see it. */
export function indicatorLine(
  row: ValueRow | undefined,
  indicator: Indicator,
  year: number,
  isExact: boolean,
  agencyName: (id: string) => string,
  /** The same services in the other villages of the district, for those who do not see every count. */
  among?: ShownCount,
): IndicatorLine {
  const target = targetOf(indicator, year)
  const share = decimal(target.share)
  const base = {
    indicator,
    ownerName: agencyName(indicator.owner),
    targetShare: toDecimal(multiply(share, fraction(100)), 1),
    isTargetConfirmed: target.isConfirmed,
    waiting: shownNumber(row?.waiting ?? 0, isExact),
    basis: row?.basis ?? ('none' as const),
  }
  if (row === undefined || row.basis === 'none' || row.denominator === 0) return { ...base, missing: 0 }
  const count = { numerator: row.numerator, denominator: row.denominator }
  const isOpen = isExact || indicator.unit === 'village'
  const shown = isOpen ? shownCount(count, true) : (among ?? shownCount(count, false))
  const gap = missing(count, share, indicator.direction)
  const reached = achievement(count, share, indicator.direction)
  return {
    ...base,
    count: shown,
    missing: isOpen ? gap : shownMissing(gap, shown),
    ...(shown.kind === 'exact' && reached !== undefined
      ? { achievedPercent: toDecimal(multiply(reached, fraction(100)), 1) }
      : {}),
  }
}

/** What may be shown of one indicator in a village, beside the same in the others of its district. */
export function amongVillages(rows: readonly ValueRow[], indicator: string, village: string): ShownCount | undefined {
  const counted = rows.filter((row) => row.indicator === indicator && row.basis !== 'none' && row.denominator > 0)
  const at = counted.findIndex((row) => row.village_code === village)
  return at < 0 ? undefined : shownAmong(counted)[at]
}

/** A village: score, indicators by people missing, households of the first 1000 days, families at risk, trend. */
export async function readVillage(
  tools: ConvergenceTools,
  visitor: Visitor,
  code: string,
  period: string | undefined,
  /** On paper for everyone at the meeting: small counts hidden whoever prints it. */
  isForMeeting = false,
): Promise<Result<VillageView>> {
  const region = visitor.region!.code
  const { actor } = visitor
  if (!mayEnter(actor, region)) return refuse('convergence-not-yours')
  const place = findPlace(tools, region, code)
  if (place === undefined) return refuse('convergence-village-unknown')
  const quarter = quarterOf(tools, region, period)
  if (quarter === undefined) return refuse('convergence-period-unknown')
  const isExact = !isForMeeting && seesExact(actor, region, code)
  return tools.db.inRegion(
    region,
    async (tx) => {
      const scores = await listScoresOf(tx, region, code)
      const row = scores.find((one) => one.period === quarter.key)
      const before = scores.find((one) => one.period === periodBefore(quarter).key)
      const beside = isExact ? [] : await listValues(tx, region, quarter.key, { district: place.districtCode })
      const own = isExact
        ? await listValues(tx, region, quarter.key, { village: code })
        : beside.filter((one) => one.village_code === code)
      const values = new Map(own.map((one) => [one.indicator, one]))
      const nameOf = await agencyNames(tx, region)
      const growth = (await tools.growthFigures(tx, region, quarter.key)).get(code)
      const priority = await listConfirmedPriority(tx, region, quarter.year)
      const { indicators } = await loadIndicators(tx, region, quarter.from)
      const lines = indicators.map((one) =>
        indicatorLine(values.get(one.code), one, quarter.year, isExact, nameOf, amongVillages(beside, one.code, code)),
      )
      const size = (one: IndicatorLine): number => (typeof one.missing === 'number' ? one.missing : 1)
      return accept({
        code,
        name: place.name,
        district: place.district,
        kind: place.kind,
        period: choiceOf(quarter.key, quarterOf(tools, region, undefined)!.key),
        periods: await periodsOf(tx, tools, region),
        ...(row === undefined ? {} : { line: lineOf(place, row, before, priority.has(code), isExact) }),
        indicators: lines.sort((a, b) => size(b) - size(a)),
        ...familiesOf(row, isExact),
        trend: [...scores]
          .filter((one) => one.period <= quarter.key)
          .reverse()
          .map((one) => ({
            name: choiceOf(one.period, '').name,
            score: isExact ? one.score : inSteps(one.score, one.shown_step),
            available: one.available,
            of: one.of_all,
          })),
        ...(growth === undefined
          ? {}
          : {
              growth: {
                measured: growth.measured,
                stunted: shownNumber(growth.stunted, isExact),
                coveragePercent:
                  growth.coverage.due === 0
                    ? null
                    : toDecimal(
                        multiply(
                          divide(fraction(growth.coverage.measured), fraction(growth.coverage.due)),
                          fraction(100),
                        ),
                        1,
                      ),
              },
            }),
        isList: row?.is_list ?? false,
        mayConfirm: mayCheck(actor, region, code) && quarter.key === quarterOf(tools, region, undefined)!.key,
        maySeeFamilies: seesFamilies(actor, region, code),
        maySeeCouples: seesNames(actor, region, code, { isHealth: true }),
        mayCheck: mayCheck(actor, region, code),
        updatedOn: row === undefined ? null : tools.dayOf(region, row.updated_at),
      })
    },
    { readOnly: true },
  )
}
