// The port of the pages of figures, bound to queries; places come from the areas of the country and the drawn tiles.
import { readFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { listConfirmedPriority } from '../modules/convergence/priority-store.ts'
import { listCentres, readCentre, type UnitNames } from '../modules/growth/centre-queries.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { mayShowShare, shownCount, shownPart } from '../modules/growth/figures.ts'
import type { FiguresPort } from '../modules/growth/figures-port.ts'
import { type Places, readArea, villageFigures } from '../modules/growth/figures-queries.ts'
import { recordSurvey } from '../modules/growth/survey-commands.ts'
import type { Areas } from '../modules/regions/areas.ts'
import { listUnits } from '../modules/regions/store.ts'
import { packagePath } from '../platform/paths.ts'

function drawnTiles(region: string): Readonly<Record<string, readonly [number, number]>> {
  try {
    const text = readFileSync(packagePath('instruments', 'areas', `tiles-${region}.json`), 'utf8')
    return (JSON.parse(text) as { tiles: Record<string, [number, number]> }).tiles
  } catch {
    return {}
  }
}

function placesOf(areas: Areas): Places {
  const tiles = new Map<string, Readonly<Record<string, readonly [number, number]>>>()
  return {
    name: (code) => areas.find(code)?.name,
    children: (code) => (code.split('.').length === 2 ? areas.districts(code) : areas.villages(code)),
    tile(code) {
      const region = code.split('.').slice(0, 2).join('.')
      if (!tiles.has(region)) tiles.set(region, drawnTiles(region))
      return tiles.get(region)![code]
    },
  }
}

export function bindFigures(context: GrowthContext, areas: Areas): FiguresPort {
  const unitNames: UnitNames = (region) =>
    context.database.inRegion(
      region,
      async (tx) => new Map((await listUnits(tx, region)).map((unit) => [unit.unit_id, unit.name])),
      { readOnly: true },
    )
  const places = placesOf(areas)
  return {
    visitor: (request) => context.visitor(request),
    readArea: (visitor, code, asked) => readArea(context, places, visitor, code, asked, listConfirmedPriority),
    listCentres: (visitor) => listCentres(context, visitor, unitNames),
    readCentre: (visitor, centreId, month) => readCentre(context, visitor, centreId, month, unitNames),
    recordSurvey: (visitor, typed) => recordSurvey(context, visitor, typed),
    async villagesCsv(visitor, asked) {
      const { month, rows } = await villageFigures(context, places, visitor.region!.code, asked)
      return stringify(
        rows.map(({ code, name, figure }) => {
          const shares = figure !== undefined && mayShowShare(figure, false)
          return {
            month,
            village_code: code,
            village: name,
            children: figure === undefined ? '' : shownCount(figure.prevalence.all, false),
            measured: figure === undefined ? '' : shownCount(figure.prevalence.measured, false),
            valid: figure === undefined ? '' : shownPart(figure, 'valid', false),
            stunted: figure === undefined ? '' : shownPart(figure, 'cases', false),
            prevalence_percent:
              shares && figure.prevalence.percentHundredths !== undefined
                ? (figure.prevalence.percentHundredths / 100).toFixed(2)
                : '',
            representative: figure === undefined ? '' : figure.prevalence.notRepresentative ? 'no' : 'yes',
            standard: 'WHO 2006',
          }
        }),
        { header: true },
      )
    },
  }
}
