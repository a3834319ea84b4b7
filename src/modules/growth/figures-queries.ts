// Figures of an area and of a region's villages: read from rollups, so that the size of the history costs nothing.
// Must stay true: names only for roles that reach the village; small counts only for health roles; one transaction a page.

import { completedMonths } from '../../kernel/date.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { holds, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { CHILD_ROLES, withinReach } from './access.ts'
import { ageText } from './alert-words.ts'
import { listPosyandusIn } from './child-store.ts'
import { hiddenCohort } from './cohort.ts'
import type { GrowthContext } from './context.ts'
import { type AreaFigure, figureOf, hideAmong, hideParts } from './figures.ts'
import { filterOf, SEES_SMALL_COUNTS } from './figures-filter.ts'
import type { AreaView, FigureFilter, PlaceFigure } from './figures-port.ts'
import { listChildrenInNeed, listCohorts, listSurveyFigures } from './figures-store.ts'
import { addCounts } from './rollup.ts'
import { monthsUpTo } from './rollup-queries.ts'
import { listBreakdown, listRollups, type RollupRead } from './rollup-store.ts'
import { CATEGORIES_2020 } from './rules/editions.ts'

/** Names and nesting of places, from the areas of the country. */
export type Places = {
  name(code: string): string | undefined
  children(code: string): readonly { readonly code: string; readonly name: string }[]
  /** Column and row of a district on the map of tiles, where somebody drew it. */
  tile(code: string): readonly [number, number] | undefined
}

/** Priority villages decided for a year; convergence knows them. */
export type PriorityVillages = (tx: Tx, region: string, year: number) => Promise<ReadonlySet<string>>

const TREND = 13

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
    const maySeeAll = SEES_SMALL_COUNTS.some((role) => holds(visitor.actor, region, role))
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
