// Figures of an area, a health centre, a region's villages: read from rollups, so that the size of the history costs nothing.
// Must stay true: names only for roles that reach the village; small counts only for health roles; one transaction a page.
import { addMonths, completedMonths } from '../../kernel/date.ts'
import { readDecimal } from '../../kernel/decimal.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { holds, type Role, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { CHILD_ROLES, HEALTH_WORKERS, withinReach } from './access.ts'
import { ageText } from './alert-words.ts'
import { countAlerts } from './care-store.ts'
import { countMonitored, sumFood } from './centre-store.ts'
import { listPosyandus, listPosyandusIn } from './child-store.ts'
import { monthCounts } from './close-month-command.ts'
import { hiddenCohort } from './cohort.ts'
import type { GrowthContext } from './context.ts'
import { type AreaFigure, CONDITIONS, type ConditionName, figureOf, hideAmong, hideParts } from './figures.ts'
import type { AreaView, CentreView, FigureFilter, PlaceFigure } from './figures-port.ts'
import { listChildrenInNeed, listCohorts, listSurveyFigures, putSurveyFigure } from './figures-store.ts'
import { listClosedOf } from './month-store.ts'
import { AGE_GROUPS, addCounts, NO_COUNTS } from './rollup.ts'
import { monthsUpTo } from './rollup-queries.ts'
import { listBreakdown, listRollups, posyanduArea, type RollupRead } from './rollup-store.ts'
import { CATEGORIES_2020, SKDN_2021 } from './rules/editions.ts'
import { shiftMonth } from './rules/measurement.ts'
import { skdnIndicators } from './rules/month-close.ts'
import { PMT_2023 } from './rules/pmt.ts'

/** Names and nesting of places, from the areas of the country. */
export type Places = {
  name(code: string): string | undefined
  children(code: string): readonly { readonly code: string; readonly name: string }[]
  /** Column and row of a district on the map of tiles, where somebody drew it. */
  tile(code: string): readonly [number, number] | undefined
}

/** Priority villages decided for a year; convergence knows them. */
export type PriorityVillages = (tx: Tx, region: string, year: number) => Promise<ReadonlySet<string>>

/** Names of a region's units by their key. */
export type UnitNames = (region: string) => Promise<ReadonlyMap<string, string>>

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const HEALTH: readonly Role[] = [...HEALTH_WORKERS, 'health-centre-head']
const TREND = 13
/** Extra food that ended longer ago is history. */
const FOOD_MONTHS = 6

function filterOf(today: string, asked: Partial<FigureFilter>): FigureFilter {
  const now = today.slice(0, 7)
  const month =
    asked.month !== undefined && MONTH.test(asked.month) && asked.month <= now ? asked.month : shiftMonth(now, -1)
  return {
    month,
    condition: CONDITIONS.includes(asked.condition as ConditionName) ? asked.condition! : 'stunting',
    sex: asked.sex === 1 || asked.sex === 2 ? asked.sex : 0,
    ageGroup: AGE_GROUPS.some((one) => one === asked.ageGroup) ? asked.ageGroup! : 'all',
    lokus: asked.lokus === true,
  }
}

/** A region, a district or a village of it. Refuses `not-found`. Open to everybody: what is shown depends on the visitor. */
export async function readArea(
  context: GrowthContext,
  places: Places,
  visitor: Visitor,
  code: string,
  asked: Partial<FigureFilter>,
  priorityVillages: PriorityVillages = () => Promise.resolve(new Set()),
): Promise<Result<AreaView>> {
  const region = visitor.region!.code
  const depth = code.split('.').length - region.split('.').length
  const name = code === region ? visitor.region!.name : places.name(code)
  if (name === undefined || (code !== region && !code.startsWith(`${region}.`)) || depth < 0 || depth > 2)
    return refuse('not-found')
  const kind = (['region', 'district', 'village'] as const)[depth]!
  const today = context.today(region)
  const wanted = filterOf(today, asked)
  const { month, condition, sex, ageGroup } = wanted
  const months = monthsUpTo(month, TREND)
  return context.database.inRegion(region, async (tx): Promise<Result<AreaView>> => {
    // names stand on a village's page only: a province has some ten thousand posyandu, which no other page needs
    const reach = kind === 'village' ? withinReach(visitor, await listPosyandusIn(tx, region, code), CHILD_ROLES) : []
    const maySeeAll = HEALTH.some((role) => holds(visitor.actor, region, role))
    const decided =
      kind === 'village' ? new Set<string>() : await priorityVillages(tx, region, Number(month.slice(0, 4)))
    const lokus = [...decided].filter((village) => village.startsWith(`${code}.`)).sort()
    const filter = { ...wanted, lokus: wanted.lokus && lokus.length > 0 }
    const parts = filter.lokus
      ? lokus.map((village) => ({ code: village, name: places.name(village) ?? village }))
      : kind === 'village'
        ? []
        : places.children(code)
    const counted = filter.lokus ? lokus : [code]
    const trend = together(code, await listRollups(tx, region, counted, months, { sex, ageGroup }))
    const below = await listRollups(
      tx,
      region,
      parts.map((part) => part.code),
      [month],
      { sex, ageGroup },
    )
    // Ages and sexes of chosen villages would be one more reading of each: the page of a village has them.
    const groups = filter.lokus ? [] : await listBreakdown(tx, region, code, month)
    const surveys = kind === 'region' ? await listSurveyFigures(tx, region) : []
    const cohort = filter.lokus ? undefined : await readCohort(tx, context, region, places, code, month, maySeeAll)
    const names = kind === 'village' && reach.length > 0 ? await listChildrenInNeed(tx, region, code, month) : undefined
    if (names !== undefined)
      await writeJournal(tx, {
        at: context.clock.now(),
        actor: visitor.actor!.accountId,
        role: CHILD_ROLES.find((role) => withinReach(visitor, reach, [role]).length > 0) ?? 'citizen',
        device: visitor.device,
        action: 'child-list.read',
        subject: `village:${code}`,
      })
    const figures = new Map(below.map((row) => [row.area, figureOf(row.counts, condition)]))
    const parent = kind === 'region' ? undefined : code.split('.').slice(0, -1).join('.')
    // The page of the parent shows this place beside its siblings: what is hidden there is hidden here.
    const siblings = maySeeAll || parent === undefined || filter.lokus ? [] : places.children(parent)
    const beside = await listRollups(
      tx,
      region,
      siblings.map((one) => one.code),
      months,
      { sex, ageGroup },
    )
    const byMonth = new Map(
      trend.map((row) => {
        const figure = figureOf(row.counts, condition)
        const all = siblings.map((one) =>
          figureOf(beside.find(({ area, month: of }) => area === one.code && of === row.month)?.counts, condition),
        )
        const at = siblings.findIndex((one) => one.code === code)
        return [row.month, at < 0 ? figure : hideAmong(all, [{ parts: all.map((_, i) => i) }])[at]]
      }),
    )
    const own = byMonth.get(month)
    const placed = tiled(parts, places, kind).map((part) => ({ ...part, ...given(figures.get(part.code)) }))
    const grouped = groups
      .filter((row) => (row.sex === 0) !== (row.age_group === 'all'))
      .map((row) => ({ sex: row.sex, ageGroup: row.age_group, ...given(figureOf(row.counts, condition)) }))
    const [ages, sexes] = [grouped.filter((one) => one.sex === 0), grouped.filter((one) => one.sex !== 0)]
    return accept({
      code,
      name,
      kind,
      ...(parent === undefined
        ? {}
        : {
            parent: { code: parent, name: parent === region ? visitor.region!.name : (places.name(parent) ?? parent) },
          }),
      filter,
      months: monthsUpTo(today.slice(0, 7), 24),
      unfinished: month === today.slice(0, 7),
      ...(own === undefined ? {} : { figure: own }),
      trend: months.map((one) => ({ month: one, ...given(byMonth.get(one)) })),
      places: maySeeAll ? placed : hideParts(placed),
      groups: maySeeAll ? grouped : [...hideParts(ages), ...hideParts(sexes)],
      surveys: surveys
        .filter((row) => row.indicator === condition)
        .map(({ year, method, permyriad, source }) => ({ year, method, permyriad, source })),
      ...(cohort === undefined ? {} : { cohort }),
      lokusVillages: lokus.length,
      maySeeAll,
      mayRecordSurveys: kind === 'region' && holds(visitor.actor, region, 'convergence-secretariat'),
      ...(names === undefined
        ? {}
        : {
            children: names.map((row) => ({
              childId: row.child_id,
              name: row.name,
              age: ageText(Math.max(0, completedMonths(row.birth_date, today))),
              posyandu: row.posyandu,
              findings: findingsOf(row),
            })),
          }),
    })
  })
}

/** The cohort of a place; with those of the places around it, to know what of it would give a small count away. */
async function readCohort(
  tx: Tx,
  context: GrowthContext,
  region: string,
  places: Places,
  code: string,
  month: string,
  maySeeAll: boolean,
): Promise<AreaView['cohort']> {
  const codes = (of: string) => places.children(of).map((one) => one.code)
  const districts = codes(region)
  const villages = code === region || districts.includes(code) ? [] : codes(code.split('.').slice(0, -1).join('.'))
  const rows = await listCohorts(tx, region, maySeeAll ? [code] : [region, ...districts, ...villages], month)
  const of = new Map(rows.map((row) => [row.area, row]))
  const own = of.get(code)
  if (own === undefined) return undefined
  return {
    counts: own.counts,
    countedOn: context.dayOf(region, own.counted_at),
    ...(maySeeAll
      ? {}
      : { hidden: hiddenCohort(code, { region, districts, villages }, (area) => of.get(area)?.counts) }),
  }
}

/** One row a month: the counts of several places added. */
function together(area: string, rows: readonly RollupRead[]): readonly RollupRead[] {
  const months = new Map<string, RollupRead>()
  for (const row of rows) {
    const known = months.get(row.month)
    months.set(row.month, {
      ...row,
      area,
      counts: known === undefined ? row.counts : addCounts(known.counts, row.counts),
    })
  }
  return [...months.values()]
}

const given = (figure: AreaFigure | undefined) => (figure === undefined ? {} : { figure })

/** Districts where somebody drew them; everything else in rows of four by name. */
function tiled(
  parts: readonly { readonly code: string; readonly name: string }[],
  places: Places,
  kind: AreaView['kind'],
): readonly Omit<PlaceFigure, 'figure'>[] {
  const drawn = kind === 'region' && parts.length > 0 && parts.every(({ code }) => places.tile(code) !== undefined)
  const sorted = drawn ? parts : [...parts].sort((a, b) => (a.name < b.name ? -1 : 1))
  return sorted.map((part, i) => ({ ...part, tile: drawn ? places.tile(part.code)! : [i % 4, Math.floor(i / 4)] }))
}

function findingsOf(row: {
  c_length: string | null
  c_weight: string | null
  c_weight_length: string | null
  status: string | null
}): readonly Text[] {
  const said = (
    bands: readonly { readonly code: string; readonly tone: string; readonly text: Text }[],
    code: string | null,
  ) =>
    bands.filter((band) => band.code === code && band.tone !== 'good' && band.tone !== 'note').map(({ text }) => text)
  return [
    ...said(CATEGORIES_2020.weightForLength, row.c_weight_length),
    ...said(CATEGORIES_2020.lengthForAge, row.c_length),
    ...said(CATEGORIES_2020.weightForAge, row.c_weight),
    ...(row.status === 'T' ? [{ id: 'berat tidak naik', en: 'no weight gain' }] : []),
  ]
}

/** Health centres within the visitor's reach; all of them for the secretariat. */
export async function listCentres(
  context: GrowthContext,
  visitor: Visitor,
  unitNames: UnitNames,
): Promise<readonly { readonly centreId: string; readonly name: string }[]> {
  const region = visitor.region!.code
  if (![...HEALTH, 'convergence-secretariat' as const].some((role) => holds(visitor.actor, region, role))) return []
  const posyandus = await context.database.inRegion(region, (tx) => listPosyandus(tx, region), { readOnly: true })
  const mine = holds(visitor.actor, region, 'convergence-secretariat')
    ? posyandus
    : withinReach(visitor, posyandus, HEALTH)
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
        maySeeAll: HEALTH.some((role) => holds(visitor.actor, region, role)),
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

/** Every village of the region in one month, for `open data`: the public's counts, whoever asks. */
export async function villageFigures(
  context: GrowthContext,
  places: Places,
  region: string,
  asked: string | undefined,
): Promise<{
  readonly month: string
  readonly rows: readonly { readonly code: string; readonly name: string; readonly figure?: AreaFigure }[]
}> {
  const { month } = filterOf(context.today(region), asked === undefined ? {} : { month: asked })
  const villages = places.children(region).flatMap((district) => places.children(district.code))
  const found = await context.database.inRegion(
    region,
    (tx) =>
      listRollups(
        tx,
        region,
        villages.map(({ code }) => code),
        [month],
      ),
    { readOnly: true },
  )
  const figures = new Map(found.map((row) => [row.area, figureOf(row.counts, 'stunting')]))
  // Open to everybody, and so are the totals of the districts.
  const rows = places
    .children(region)
    .flatMap((district) =>
      hideParts(places.children(district.code).map((village) => ({ ...village, ...given(figures.get(village.code)) }))),
    )
  return { month, rows }
}

/** A survey's figure with its source. Refuses `not-found`, `growth.survey-*`. Written again it replaces. */
export async function recordSurvey(
  context: GrowthContext,
  visitor: Visitor,
  typed: {
    readonly year: string
    readonly method: string
    readonly indicator: string
    readonly percent: string
    readonly source: string
  },
): Promise<Result<void>> {
  const region = visitor.region!.code
  if (!holds(visitor.actor, region, 'convergence-secretariat')) return refuse('not-found')
  const year = Number(typed.year)
  const thisYear = Number(context.today(region).slice(0, 4))
  if (!/^\d{4}$/.test(typed.year.trim()) || year < 2000 || year > thisYear)
    return refuse('growth.survey-year', 'year', { thisYear })
  const percent = readDecimal(typed.percent, 'percent', { maxDecimals: 2 })
  if (!percent.ok) return percent
  const permyriad = Number(percent.value.units) * 10 ** (2 - percent.value.scale)
  if (permyriad < 0 || permyriad > 10_000) return refuse('growth.survey-percent', 'percent')
  const source = typed.source.trim()
  if (source === '' || source.length > 300) return refuse('growth.survey-source', 'source')
  const method = (['ssgi', 'ski', 'riskesdas'] as const).find((one) => one === typed.method) ?? 'other'
  const indicator = CONDITIONS.find((one) => one === typed.indicator) ?? 'stunting'
  await context.database.inRegion(region, async (tx) => {
    const now = context.clock.now()
    await putSurveyFigure(tx, {
      region_code: region,
      year,
      method,
      indicator,
      permyriad,
      source,
      recorded_by: visitor.actor!.accountId,
      recorded_at: now,
    })
    await writeJournal(tx, {
      at: now,
      actor: visitor.actor!.accountId,
      role: 'convergence-secretariat',
      device: visitor.device,
      action: 'survey-figure.record',
      subject: `${method}:${year}`,
    })
  })
  return accept(undefined)
}
