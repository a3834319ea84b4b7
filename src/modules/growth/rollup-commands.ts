// Brings the rollups up to date with what changed: the posyandu of the months marked, then village, district, region and
// health centre above them. Safe to run twice and by two processes: one region is recounted by one at a time.
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { listPosyandus } from './child-store.ts'
import { countQuality } from './quality/quality-store.ts'
import {
  type AreaMonth,
  centreArea,
  lockRollups,
  type PosyanduMonth,
  posyanduArea,
  rollUpAreas,
  rollUpPosyandus,
  rollUpVillages,
  takeDirty,
} from './rollup-store.ts'
import { MEASURING_2020 } from './rules/editions.ts'

const AT_ONCE = 600
const LONGEST_MS = 120_000

/** Gives how many months of posyandu were counted. */
export async function bringRollupsUpToDate(database: Pick<Database, 'inRegion'>, region: string): Promise<number> {
  let done = 0
  for (;;) {
    const taken = await database.inRegion(
      region,
      async (tx) => {
        await lockRollups(tx, region)
        const waiting = await takeDirty(tx, region, AT_ONCE)
        await rollUp(tx, region, waiting)
        return waiting.length
      },
      { statementTimeoutMs: LONGEST_MS },
    )
    done += taken
    if (taken < AT_ONCE) return done
  }
}

async function rollUp(tx: Tx, region: string, waiting: readonly PosyanduMonth[]): Promise<void> {
  if (waiting.length === 0) return
  await rollUpPosyandus(tx, region, waiting)
  await countQuality(tx, region, waiting, MEASURING_2020.digitPreference)
  const posyandus = new Map((await listPosyandus(tx, region)).map((one) => [one.posyanduId, one]))
  const all = [...posyandus.values()]
  const villages = new Map<string, AreaMonth>()
  const centres = new Map<string, AreaMonth>()
  const districts = new Map<string, AreaMonth>()
  const regions = new Map<string, AreaMonth>()
  const note = (areas: Map<string, AreaMonth>, area: string, month: string) =>
    areas.set(`${area} ${month}`, { area, month })
  for (const { posyanduId, month } of waiting) {
    const posyandu = posyandus.get(posyanduId)
    if (posyandu === undefined) continue
    note(villages, posyandu.villageCode, month)
    note(centres, centreArea(posyandu.centreId), month)
    note(districts, districtOf(posyandu.villageCode), month)
    note(regions, region, month)
  }
  // A handful of statements whatever the number of months: a morning touches one, an import of five years sixty.
  const inVillage = new Map<string, string[]>()
  for (const { posyanduId, villageCode } of all)
    inVillage.set(villageCode, [...(inVillage.get(villageCode) ?? []), posyanduId])
  await rollUpVillages(
    tx,
    region,
    [...villages.values()],
    [...villages.values()].flatMap(({ area, month }) =>
      (inVillage.get(area) ?? []).map((posyanduId) => ({ posyanduId, month })),
    ),
  )
  await rollUpAreas(
    tx,
    region,
    all.map(({ posyanduId, centreId }) => ({ part: posyanduArea(posyanduId), area: centreArea(centreId) })),
    [...centres.values()],
  )
  const allVillages = [...new Set(all.map(({ villageCode }) => villageCode))]
  await rollUpAreas(
    tx,
    region,
    allVillages.map((village) => ({ part: village, area: districtOf(village) })),
    [...districts.values()],
  )
  await rollUpAreas(
    tx,
    region,
    [...new Set(allVillages.map(districtOf))].map((one) => ({ part: one, area: region })),
    [...regions.values()],
  )
}

const districtOf = (village: string) => village.split('.').slice(0, 3).join('.')

/** The job that follows each saved measuring; collapsed, so that a morning of 60 children recounts a few times only. */
export function rollupJobs(
  database: Pick<Database, 'inRegion'>,
  regions: () => Promise<readonly string[]>,
): readonly JobDefinition[] {
  return [
    defineJob(
      'growth.rollup',
      async (job) => {
        if (job.region !== undefined) await bringRollupsUpToDate(database, job.region)
      },
      { collapse: true },
    ),
    defineJob(
      'growth.rollup-sweep',
      async () => {
        for (const code of await regions()) await bringRollupsUpToDate(database, code)
      },
      { schedule: { everyMinutes: 10 }, collapse: true },
    ),
  ]
}
