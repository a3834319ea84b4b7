// Coverage for everybody: the newest snapshot of a region by district, sex and age, or of a district by village. Must stay true: counts leave
// only as `publishable` allows; nobody's name, no list, no day but the newest.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CoverageFigure, PublicCoverageView, PublicGroup } from './coverage-port.ts'
import { publishable } from './coverage-public.ts'
import { ageOf, figureOf, sexOf } from './coverage-queries.ts'
import type { Indicator } from './coverage-rules.ts'
import { type CoverageBy, type CoverageLine, listCoverage, listCoverageDays } from './coverage-store.ts'
import { deathsExpected } from './expected-deaths.ts'
import type { RegisterOffice } from './office-context.ts'
import { both } from './office-texts.ts'

type Named = (key: string) => Pick<CoverageFigure, 'key' | 'name'>

/** Refuses `not-found` for a district that is none of the region. */
export async function readPublicCoverage(
  office: Pick<RegisterOffice, 'database' | 'placeName'>,
  visitor: Visitor,
  ask: { readonly indicator: Indicator; readonly district?: string },
): Promise<Result<PublicCoverageView>> {
  const region = visitor.region
  if (region === undefined) return refuse('not-found')
  const { indicator, district } = ask
  const name = office.placeName(district ?? region.code)
  if (district !== undefined && (!/^\d{2}\.\d{2}\.\d{2}$/.test(district) || !district.startsWith(`${region.code}.`)))
    return refuse('not-found')
  if (district !== undefined && name === undefined) return refuse('not-found')
  const within = name ?? region.name
  const figure = (line: CoverageLine, named: Named, href?: string) =>
    figureOf(visitor, line, named(line.key), indicator, href)
  const place: Named = (key) => ({ key, name: both(office.placeName(key) ?? key) })
  const groupOf = (
    lines: readonly CoverageLine[],
    shown: readonly boolean[],
    named: Named,
    root?: string,
  ): PublicGroup => ({
    shown: lines.flatMap((line, n) =>
      shown[n] === true ? [figure(line, named, root === undefined ? undefined : `${root}${line.key}`)] : [],
    ),
    withheld: lines.flatMap((line, n) => (shown[n] === true ? [] : [named(line.key).name])),
  })
  return office.database.inRegion(
    region.code,
    async (tx) => {
      const [on] = await listCoverageDays(tx, region.code, 1)
      if (on === undefined) return accept({ indicator, within })
      const list = (by: CoverageBy, at = region.code, of = indicator) => linesOf(tx, region.code, on, by, at, of)
      const [all, districts, sexes, ages] = [
        await list('regency'),
        await list('district'),
        await list('sex'),
        await list('age'),
      ]
      const total = all[0] ?? { indicator, key: region.code, numerator: 0, denominator: 0 }
      const marks = publishable({ total, groups: [districts, sexes, ages] })
      const [ofDistricts = [], ofSexes = [], ofAges = []] = marks.groups
      const base = { indicator, within, on }
      if (district !== undefined) {
        const at = districts.findIndex((one) => one.key === district)
        const own = districts[at] ?? { indicator, key: district, numerator: 0, denominator: 0 }
        const villages = await list('village', district)
        const isShown = at < 0 || ofDistricts[at] === true
        const [ofVillages = []] = publishable({ total: own, groups: [villages] }, isShown).groups
        return accept({
          ...base,
          district,
          ...(isShown ? { total: figure(own, place) } : {}),
          places: groupOf(villages, ofVillages, place),
        })
      }
      const population = indicator === 'death' ? (await list('regency', region.code, 'birth-all'))[0] : undefined
      return accept({
        ...base,
        ...(marks.total ? { total: figure(total, place) } : {}),
        places: groupOf(districts, ofDistricts, place, `/${region.code}/coverage?of=${indicator}&in=`),
        sexes: groupOf(sexes, ofSexes, sexOf),
        ages: groupOf(ages, ofAges, ageOf),
        ...(population === undefined || !marks.total ? {} : { expected: deathsExpected(on, population.denominator) }),
      })
    },
    { readOnly: true },
  )
}

function linesOf(
  tx: Tx,
  region: string,
  on: string,
  by: CoverageBy,
  place: string,
  indicator: Indicator,
): Promise<readonly CoverageLine[]> {
  return listCoverage(tx, region, { on, by, indicator, place })
}
