// Coverage for officers: figures of one snapshot from region to village, and the village's list of work. Must stay true: both
// sides of a figure are of the same snapshot; names are shown only where the officer's place reaches, and noted when shown.
import { ageOn } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { percentText } from '../../kernel/percent.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CoverageFigure, CoverageView, TaskLine, VillageView } from './coverage-port.ts'
import { type Indicator, TARGETS_2023 } from './coverage-rules.ts'
import { type CoverageLine, listCoverage, listCoverageDays, takeCoverageSnapshot } from './coverage-store.ts'
import {
  COVERAGE_REASONS,
  type CoverageTask,
  coverageProgress,
  listCoverageTasks,
  noteCoverageReason,
  SERVICE_FOR,
} from './coverage-tasks.ts'
import { INDICATOR_WORDS, SHOWN_INDICATORS } from './coverage-words.ts'
import { deathsExpected } from './expected-deaths.ts'
import {
  FIGURE_READERS,
  mayReach,
  placesOf,
  READERS,
  REASON_WRITERS,
  regionWide,
  SNAPSHOT_TAKERS,
} from './office-access.ts'
import { noteLook, type RegisterOffice } from './office-context.ts'
import { both, t } from './office-texts.ts'
import { recordHref } from './record-queries.ts'
import { getRegisterSettings } from './settings.ts'

const PAGE = 25
const DAYS = 12

export function figureOf(
  visitor: Visitor,
  line: Pick<CoverageLine, 'numerator' | 'denominator'>,
  about: Pick<CoverageFigure, 'key' | 'name'>,
  indicator: Indicator,
  href?: string,
): CoverageFigure {
  const { numerator, denominator } = line
  const target = TARGETS_2023[indicator]
  return {
    ...about,
    numerator,
    denominator,
    ...(denominator === 0 ? {} : { percent: percentText(numerator, denominator, visitor.language) }),
    missing: denominator - numerator,
    ...(target === undefined ? {} : { targetPercent: target }),
    ...(href === undefined ? {} : { href }),
  }
}

/** Lines of several places added up by their key; keys stay in the order they came. */
function added(lines: readonly CoverageLine[]): readonly CoverageLine[] {
  const sums = new Map<string, CoverageLine>()
  for (const line of lines) {
    const sum = sums.get(line.key)
    sums.set(line.key, {
      ...line,
      numerator: line.numerator + (sum?.numerator ?? 0),
      denominator: line.denominator + (sum?.denominator ?? 0),
    })
  }
  return [...sums.values()]
}

export const sexOf = (key: string) => ({ key, name: key === 'P' ? t('Perempuan', 'Female') : t('Laki-laki', 'Male') })
export const ageOf = (key: string) => {
  const years = key.replace('-', '–')
  return {
    key,
    name: key.endsWith('+')
      ? t(`${key.slice(0, -1)} tahun ke atas`, `${key.slice(0, -1)} and over`)
      : t(`${years} tahun`, `${years} years`),
  }
}

/** Figures of the places a visitor reaches: districts of the region, villages of a district. */
export async function readCoverage(
  office: RegisterOffice,
  visitor: Visitor,
  ask: { readonly indicator: Indicator; readonly district?: string; readonly on?: string },
): Promise<Result<CoverageView>> {
  const region = visitor.region
  const places = placesOf(visitor, FIGURE_READERS)
  if (region === undefined || places.length === 0) return refuse('not-found')
  const within = ask.district ?? (places.length === 1 ? (places[0] ?? region.code) : region.code)
  // One district at a time is asked for below the region; somebody bound to a few villages sees those.
  const reached =
    mayReach(visitor, FIGURE_READERS, within) !== undefined ? [within] : ask.district === undefined ? places : []
  if (reached.length === 0 || !within.startsWith(region.code)) return refuse('not-found')
  const { indicator } = ask
  return office.database.inRegion(
    region.code,
    async (tx) => {
      const days = await listCoverageDays(tx, region.code, DAYS)
      const on = ask.on !== undefined && days.includes(ask.on) ? ask.on : days[0]
      const base = {
        indicator,
        days,
        mayTake: regionWide(visitor, SNAPSHOT_TAKERS) !== undefined,
        within: office.placeName(within) ?? region.name,
      }
      if (on === undefined) return accept({ ...base, places: [], sexes: [], ages: [] })
      const lines: CoverageLine[] = []
      for (const place of reached)
        lines.push(
          ...(await listCoverage(tx, region.code, {
            on,
            by: place.length > 5 ? 'village' : 'district',
            indicator,
            place,
          })),
        )
      const split = async (by: 'sex' | 'age', wanted: Indicator = indicator) => {
        const found: CoverageLine[] = []
        for (const place of reached)
          found.push(...(await listCoverage(tx, region.code, { on, by, indicator: wanted, place })))
        return added(found)
      }
      const residents = indicator === 'death' ? await split('sex', 'birth-all') : undefined
      const root = `/${region.code}/office/coverage`
      const figures = lines.map((line) =>
        figureOf(
          visitor,
          line,
          { key: line.key, name: both(office.placeName(line.key) ?? line.key) },
          indicator,
          line.key.length > 8 ? `${root}/${line.key}?of=${indicator}` : `${root}?of=${indicator}&in=${line.key}`,
        ),
      )
      const sum = {
        numerator: lines.reduce((total, line) => total + line.numerator, 0),
        denominator: lines.reduce((total, line) => total + line.denominator, 0),
      }
      return accept({
        ...base,
        on,
        total: figureOf(visitor, sum, { key: within, name: both(base.within) }, indicator),
        places: figures.sort((a, b) => b.missing - a.missing || (a.key < b.key ? -1 : 1)),
        sexes: (await split('sex')).map((line) => figureOf(visitor, line, sexOf(line.key), indicator)),
        ages: (await split('age')).map((line) => figureOf(visitor, line, ageOf(line.key), indicator)),
        ...(residents === undefined
          ? {}
          : {
              expected: deathsExpected(
                on,
                residents.reduce((total, line) => total + line.denominator, 0),
              ),
            }),
      })
    },
    { readOnly: true },
  )
}

export async function readVillageCoverage(
  office: RegisterOffice,
  visitor: Visitor,
  village: string,
  indicator: Indicator,
  after?: string,
): Promise<Result<VillageView>> {
  const region = visitor.region
  const name = office.villageName(village)
  const isHere = region !== undefined && village.startsWith(`${region.code}.`) && name !== undefined
  if (!isHere || mayReach(visitor, FIGURE_READERS, village) === undefined) return refuse('not-found')
  const reader = mayReach(visitor, READERS, village)
  const today = todayIn(region.timeZone, office.clock.now().getTime())
  return office.database.inRegion(region.code, async (tx) => {
    const [on] = await listCoverageDays(tx, region.code, 1)
    const lines = on === undefined ? [] : await listCoverage(tx, region.code, { on, by: 'village', place: village })
    const { birthUpperAgeExclusive } = await getRegisterSettings(tx, region.code)
    const query = {
      village,
      indicator,
      on: today,
      birthUpperAgeExclusive,
      held: await office.held(tx, region.code, village),
    }
    const page = { limit: PAGE + 1, ...(after !== undefined && isUuid(after) ? { after } : {}) }
    const rows = reader === undefined ? [] : await listCoverageTasks(tx, region.code, query, page)
    const shown = rows.slice(0, PAGE)
    if (reader !== undefined && shown.length > 0)
      await noteLook(tx, office, visitor, reader, {
        action: 'person.listed',
        purpose: 'coverage',
        subjects: shown.map((row) => row.personId),
        fields: [indicator],
      })
    const root = `/${region.code}/office/coverage/${village}`
    const service = SERVICE_FOR[indicator]
    const last = shown.at(-1)
    return accept({
      village,
      name,
      indicator,
      ...(on === undefined ? {} : { on }),
      figures: SHOWN_INDICATORS.flatMap((one) => {
        const line = lines.find((other) => other.indicator === one)
        const about = { key: one, name: INDICATOR_WORDS[one] }
        return line === undefined ? [] : [figureOf(visitor, line, about, one, `${root}?of=${one}`)]
      }),
      ...(reader === undefined ? {} : { tasks: shown.map((row) => taskLine(region, today, row)) }),
      ...(rows.length > PAGE && last !== undefined ? { next: last.personId } : {}),
      progress: await coverageProgress(tx, region.code, query),
      ...(service === undefined ? {} : { service }),
      mayNote: mayReach(visitor, REASON_WRITERS, village) !== undefined,
    })
  })
}

function taskLine(
  region: { readonly code: string; readonly timeZone: string },
  today: string,
  row: CoverageTask,
): TaskLine {
  const age = ageOn(row.birthDate, today)
  const sex = row.sex === 'P' ? t('perempuan', 'female') : t('laki-laki', 'male')
  return {
    personId: row.personId,
    name: row.name,
    href: recordHref(`/${region.code}`, 'person', row.personId, 'coverage'),
    about:
      age === 0
        ? { id: `${sex.id}, kurang dari 1 tahun`, en: `${sex.en}, below 1 year` }
        : { id: `${sex.id}, ${age} tahun`, en: `${sex.en}, age ${age}` },
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    ...(row.notedAt === undefined ? {} : { notedOn: todayIn(region.timeZone, row.notedAt.getTime()) }),
  }
}

/** Why somebody still lacks it, as the village found. Refusals: `not-found`, `coverage-reason-missing`, `coverage-person-*`. */
export async function noteReason(
  office: RegisterOffice,
  visitor: Visitor,
  village: string,
  indicator: Indicator,
  personId: string,
  typed: string,
): Promise<Result<unknown>> {
  const region = visitor.region
  const as = mayReach(visitor, REASON_WRITERS, village)
  if (region === undefined || as === undefined || !isUuid(personId)) return refuse('not-found')
  const reason = COVERAGE_REASONS.find((one) => one === typed)
  if (reason === undefined) return refuse('coverage-reason-missing', `reason-${personId}`)
  return office.database.inRegion(region.code, async (tx) => {
    const now = office.clock.now()
    const by = visitor.actor?.accountId ?? ''
    const { birthUpperAgeExclusive } = await getRegisterSettings(tx, region.code)
    const on = todayIn(region.timeZone, now.getTime())
    const held = await office.held(tx, region.code, village)
    const query = { village, indicator, on, birthUpperAgeExclusive, held }
    const noted = await noteCoverageReason(tx, region.code, { ...query, personId, reason, by, now })
    if (noted.ok)
      await noteLook(tx, office, visitor, as, {
        action: 'person.coverage-noted',
        purpose: 'coverage',
        subjects: [personId],
        fields: [indicator],
      })
    return noted
  })
}

/** The snapshot of today, taken now instead of at night; again gives the same day anew. */
export async function takeSnapshotNow(office: RegisterOffice, visitor: Visitor): Promise<Result<unknown>> {
  const region = visitor.region
  if (region === undefined || regionWide(visitor, SNAPSHOT_TAKERS) === undefined) return refuse('not-found')
  const now = office.clock.now()
  const on = todayIn(region.timeZone, now.getTime())
  return office.database.inRegion(
    region.code,
    async (tx) => {
      const { birthUpperAgeExclusive } = await getRegisterSettings(tx, region.code)
      const settings = { on, deathsFrom: `${on.slice(0, 4)}-01-01`, birthUpperAgeExclusive }
      return accept(await takeCoverageSnapshot(tx, region.code, settings, await office.held(tx, region.code), now))
    },
    { statementTimeoutMs: 120_000 },
  )
}
