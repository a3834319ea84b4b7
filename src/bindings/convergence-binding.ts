// Convergence in the house: its areas from the region's own list, its clock, its routes and jobs. Growth figures are read
// from the growth module's rollup: of the newest month of the quarter in which a village weighed.
import type { Hono } from 'hono'
import { addMonths } from '../kernel/date.ts'
import { todayIn } from '../kernel/zone.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { bindConvergence, bindFamilies } from '../modules/convergence/binding.ts'
import { bindCare } from '../modules/convergence/care-binding.ts'
import { careRoutes } from '../modules/convergence/care-routes.tsx'
import { familyRoutes } from '../modules/convergence/family-routes.tsx'
import { bindIndicators } from '../modules/convergence/indicator-binding.ts'
import { indicatorRoutes } from '../modules/convergence/indicator-routes.tsx'
import { type ConvergenceJobTools, convergenceJobs, followRegister } from '../modules/convergence/jobs.ts'
import { bindMap } from '../modules/convergence/map/map-binding.ts'
import { mapRoutes } from '../modules/convergence/map/map-routes.tsx'
import { type PeriodKey, readPeriod } from '../modules/convergence/period.ts'
import { bindPlanning } from '../modules/convergence/planning-binding.ts'
import { planningRoutes } from '../modules/convergence/planning-routes.tsx'
import { bindProgrammes } from '../modules/convergence/programme-binding.ts'
import { programmeRoutes } from '../modules/convergence/programme-routes.tsx'
import type { ConvergenceTools, GrowthFigure, MeasuredOnce, Place } from '../modules/convergence/reading.ts'
import { convergenceRoutes } from '../modules/convergence/routes.tsx'
import { readSheet } from '../modules/convergence/sheet-queries.ts'
import { sheetRoutes } from '../modules/convergence/sheet-routes.tsx'
import { bindUploads } from '../modules/convergence/upload-binding.ts'
import { uploadRoutes } from '../modules/convergence/upload-routes.tsx'
import { PAPER_WORK_HERE, type PaperWork } from '../modules/documents/paper-work.ts'
import { standing } from '../modules/growth/child.ts'
import { findChildByPerson } from '../modules/growth/child-store.ts'
import { measurementOf } from '../modules/growth/measurement-codec.ts'
import { listMeasurements } from '../modules/growth/measurement-store.ts'
import { rolesAtAnyPosyandu } from '../modules/growth/reach-queries.ts'
import { figuresOfAreas } from '../modules/growth/rollup-queries.ts'
import type { Areas } from '../modules/regions/areas.ts'
import { villageKind } from '../modules/regions/areas-own.ts'
import type { Tx } from '../platform/db/tx.ts'
import type { JobDefinition } from '../platform/jobs/job.ts'
import { HUB_ENTRIES } from './balanting-hub.ts'

async function growthFigures(
  tx: Tx,
  region: string,
  period: PeriodKey,
  villages: readonly string[],
): Promise<ReadonlyMap<string, GrowthFigure>> {
  const found = new Map<string, GrowthFigure>()
  const quarter = readPeriod(period)
  if (quarter === undefined) return found
  for (const back of [0, 1, 2]) {
    const month = addMonths(quarter.to, -back).slice(0, 7)
    const missing = villages.filter((code) => !found.has(code))
    for (const [code, counts] of await figuresOfAreas(tx, region, missing, month))
      if (counts.validLength > 0)
        found.set(code, {
          measured: counts.validLength,
          stunted: counts.stunted,
          coverage: { measured: counts.D, due: counts.S },
        })
  }
  return found
}

const usable = (score: { readonly z: number; readonly flagged: boolean } | undefined) =>
  score === undefined || score.flagged ? undefined : score.z

/** For a case audit: what stands of a child's measurements. */
async function measuredSince(tx: Tx, region: string, personId: string, since: string): Promise<MeasuredOnce[]> {
  const child = await findChildByPerson(tx, region, { personId })
  if (child === undefined) return []
  return standing((await listMeasurements(tx, region, child.child_id)).map(measurementOf))
    .filter((one) => one.date >= since)
    .map((one) => {
      const figures = {
        weightG: one.weightG,
        lengthTenthMm: one.lengthHeightTenthMm,
        weightForAge: usable(one.scores.weightForAge),
        lengthForAge: usable(one.scores.lengthForAge),
        weightForLength: usable(one.scores.weightForLength),
      }
      const known = Object.entries(figures).filter(([, value]) => value !== undefined)
      return { on: one.date, ...Object.fromEntries(known) }
    })
}

export type BoundConvergence = {
  readonly routes: readonly Hono[]
  readonly jobs: readonly JobDefinition[]
  readonly tools: ConvergenceTools
  /** Reads the register's new events of a region. */
  onEvents(region: string): Promise<void>
}

export function bindConvergenceHouse(
  cases: CasesContext,
  areas: Areas,
  regionCodes: () => Promise<readonly string[]>,
  papers: Pick<PaperWork, 'report'> = PAPER_WORK_HERE,
): BoundConvergence {
  const villages = new Map<string, readonly Place[]>()
  const villagesOf = (region: string): readonly Place[] => {
    const known = villages.get(region)
    if (known !== undefined) return known
    const made = areas.districts(region).flatMap((district) =>
      areas.villages(district.code).map((village) => ({
        code: village.code,
        name: village.name,
        district: district.name,
        districtCode: district.code,
        kind: villageKind(village.code),
      })),
    )
    villages.set(region, made)
    return made
  }
  const dayOf = (region: string, at: Date) => todayIn(cases.regionInfo(region).timeZone, at.getTime())
  const today = (region: string) => dayOf(region, cases.clock.now())
  const tools: ConvergenceTools = {
    db: cases.database,
    ring: cases.ring,
    now: () => cases.clock.now(),
    today,
    dayOf,
    villages: villagesOf,
    visitor: (request) => cases.visitor(request),
    growthFigures: (tx, region, period) =>
      growthFigures(
        tx,
        region,
        period,
        villagesOf(region).map((one) => one.code),
      ),
    measuredSince,
  }
  const jobTools: ConvergenceJobTools = {
    db: cases.database,
    ring: cases.ring,
    now: () => cases.clock.now(),
    today,
    regions: async () =>
      (await regionCodes())
        .filter((code) => code.length === 5)
        .map((code) => ({ code, villages: villagesOf(code).map((one) => one.code) })),
  }
  return {
    routes: [
      convergenceRoutes(bindConvergence(tools), {
        visitor: tools.visitor,
        entries: HUB_ENTRIES,
        rolesAtAnyPosyandu: (visitor) => rolesAtAnyPosyandu(cases, visitor),
      }),
      familyRoutes(bindFamilies(tools)),
      uploadRoutes(bindUploads(tools, cases.files)),
      indicatorRoutes(bindIndicators(tools)),
      programmeRoutes(bindProgrammes(tools)),
      planningRoutes(bindPlanning(tools, cases.files)),
      sheetRoutes({
        visitor: tools.visitor,
        now: () => cases.clock.now(),
        drawReport: (report) => papers.report(report),
        readSheet: (visitor, village, period) => readSheet(tools, visitor, village, period),
      }),
      mapRoutes(bindMap(tools, cases.files)),
      careRoutes(bindCare(tools, cases.files)),
    ],
    jobs: convergenceJobs(jobTools),
    tools,
    async onEvents(region) {
      await followRegister(jobTools, region)
    },
  }
}
