// The map bound to its queries: shapes of the map in use, figures of the growth module and of the scorecard. Must stay true: open to
// everybody, but only public layers and ended quarters of scores; counts are masked here, before they reach a page.
import { isUuid } from '../../../kernel/id.ts'
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import { localTimeAt } from '../../../kernel/zone.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { mayEnter, mayPlan, seesExact } from '../access.ts'
import { actIn } from '../binding.ts'
import { periodBefore } from '../period.ts'
import { type ConvergenceTools, choiceOf, quarterOf } from '../reading.ts'
import { listPeriods, listScores } from '../rollup-store.ts'
import { drawVillage, LAYERS, type Layer } from './layers.ts'
import { prepareMap, takeMap, uploadMap } from './map-commands.ts'
import type { MapFrame, MapLine, MapPort, MapQuery, MapView } from './map-port.ts'
import * as store from './map-store.ts'

async function readMap(tools: ConvergenceTools, visitor: Visitor, query: MapQuery): Promise<Result<MapView>> {
  const region = visitor.region!.code
  const isWorker = mayEnter(visitor.actor, region)
  const villages = tools.villages(region)
  const districts = [
    ...new Map(villages.map((one) => [one.districtCode, { code: one.districtCode, name: one.district }])).values(),
  ]
  const district = districts.find((one) => one.code === query.district)
  if (query.district !== undefined && district === undefined) return refuse('not-found')
  const layers = LAYERS.filter((one) => one.isPublic || isWorker)
  const current = quarterOf(tools, region, undefined)!.key
  /** Prevalence, once enough villages weigh to be drawn; the score before. */
  const firstLayer = async (tx: Tx): Promise<Layer> => {
    const [prevalence, score] = layers
    const drawn = [...(await tools.growthFigures(tx, region, current)).values()].filter(
      (growth) => drawVillage('stunting', { growth }, false, visitor.language).step > 0,
    )
    return drawn.length * 3 >= villages.length ? prevalence! : score!
  }
  return tools.db.inRegion(
    region,
    async (tx) => {
      const known = [...new Set([current, ...(await listPeriods(tx, region))])].sort().reverse()
      const layer = layers.find((one) => one.name === query.layer) ?? (await firstLayer(tx))
      // Scores of a running quarter change daily; the public sees those that ended.
      const ended = known.filter((key) => key !== current)
      const periods =
        isWorker || layer.name === 'stunting'
          ? known
          : ended.length > 0
            ? ended
            : [periodBefore(quarterOf(tools, region, undefined)!).key]
      const period = periods.find((key) => key === query.period) ?? periods[0]!
      const growth = layer.name === 'stunting' ? await tools.growthFigures(tx, region, period) : new Map()
      const rows = layer.name === 'stunting' ? [] : await listScores(tx, region, period)
      const scores = new Map(rows.map((row) => [row.village_code, row]))
      const map = await store.findCurrentMap(tx, region)
      const shapes = map === undefined ? [] : await store.listShapes(tx, region, map.map_id, district?.code ?? region)
      const shapeOf = new Map(shapes.map((shape) => [shape.area_code, shape]))
      const updated = rows.map((row) => row.updated_at.getTime())
      const base = `/${region}/balanting`
      return accept({
        regionName: visitor.region!.name,
        ...(district === undefined ? {} : { district }),
        districts,
        layer,
        layers,
        period: choiceOf(period, current),
        periods: periods.map((key) => choiceOf(key, current)),
        places: villages
          .filter((one) => district === undefined || one.districtCode === district.code)
          .map((one) => {
            const shape = shapeOf.get(one.code)
            return {
              code: one.code,
              name: one.name,
              district: one.district,
              href: isWorker ? `${base}/villages/${one.code}` : `${base}/figures/areas/${one.code}`,
              ...drawVillage(
                layer.name,
                { growth: growth.get(one.code), score: scores.get(one.code) },
                seesExact(visitor.actor, region, one.code),
                visitor.language,
              ),
              ...(shape === undefined ? {} : { shape: { path: shape.path, x: shape.x, y: shape.y } }),
            }
          }),
        ...withFrame(map, shapeOf.get(district?.code ?? region)),
        updatedOn: updated.length === 0 ? null : localTimeAt(visitor.region!.timeZone, Math.max(...updated)).date,
        mayUpload: mayPlan(visitor.actor, region),
      })
    },
    { readOnly: true },
  )
}

function withFrame(map: store.MapRow | undefined, shape: store.ShapeRow | undefined): { readonly frame?: MapFrame } {
  return map === undefined || shape === undefined
    ? {}
    : {
        frame: {
          width: shape.x,
          height: shape.y,
          borders: shape.path,
          source: map.source,
          editionOn: map.edition_on,
          isInvented: map.is_invented,
        },
      }
}

function lineOf(visitor: Visitor, row: store.MapRow): MapLine {
  const dayOf = (at: Date) => localTimeAt(visitor.region!.timeZone, at.getTime()).date
  return {
    id: row.map_id,
    state: row.state,
    source: row.source,
    editionOn: row.edition_on,
    isInvented: row.is_invented,
    features: row.features,
    matched: row.matched,
    uploadedOn: dayOf(row.uploaded_at),
    usedOn: row.used_at === null ? null : dayOf(row.used_at),
  }
}

export function bindMap(tools: ConvergenceTools, files: Files): MapPort {
  const regionOf = (visitor: Visitor) => visitor.region!.code
  const forPlanner = <T>(visitor: Visitor, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    mayPlan(visitor.actor, regionOf(visitor))
      ? tools.db.inRegion(regionOf(visitor), work, { readOnly: true })
      : Promise.resolve(refuse('convergence-not-yours'))
  return {
    visitor: (request) => tools.visitor(request),
    readMap: (visitor, query) => readMap(tools, visitor, query),
    listBoundaries: (visitor) =>
      forPlanner(visitor, async (tx) =>
        accept({
          maps: (await store.listMaps(tx, regionOf(visitor))).map((row) => lineOf(visitor, row)),
          villages: tools.villages(regionOf(visitor)).length,
          today: tools.today(regionOf(visitor)),
        }),
      ),
    async uploadBoundaries(visitor, input) {
      const region = regionOf(visitor)
      if (!mayPlan(visitor.actor, region)) return refuse('convergence-not-yours')
      const bytes = input.bytes ?? new Uint8Array()
      const prepared = prepareMap(region, tools.villages(region), bytes)
      if (!prepared.ok) return prepared
      const kept = await files.keep(region, bytes, 'application/geo+json')
      return actIn(tools, visitor, region, (tx, acting) => uploadMap(tx, acting, kept, prepared.value, input))
    },
    previewBoundaries: (visitor, id) =>
      forPlanner(visitor, async (tx) => {
        const region = regionOf(visitor)
        const row = isUuid(id) ? await store.findMap(tx, region, id) : undefined
        if (row === undefined) return refuse('convergence-not-yours')
        const shapes = await store.listShapes(tx, region, id, region)
        const { frame } = withFrame(
          row,
          shapes.find((one) => one.area_code === region),
        )
        if (frame === undefined) return refuse('convergence-not-yours')
        const villages = new Map(tools.villages(region).map((one) => [one.code, one]))
        return accept({
          ...lineOf(visitor, row),
          frame,
          shapes: shapes
            .filter((one) => one.area_code !== region)
            .map((one) => ({
              code: one.area_code,
              name: villages.get(one.area_code)?.name ?? one.area_code,
              path: one.path,
            })),
          odd: row.report.odd,
          missing: row.report.missing.map((code) => ({
            code,
            name: villages.get(code)?.name ?? code,
            district: villages.get(code)?.district ?? '',
          })),
        })
      }),
    takeBoundaries: (visitor, id) =>
      mayPlan(visitor.actor, regionOf(visitor)) && isUuid(id)
        ? actIn(tools, visitor, regionOf(visitor), (tx, acting) => takeMap(tx, acting, id))
        : Promise.resolve(refuse('convergence-not-yours')),
  }
}
