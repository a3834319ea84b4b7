// Brings the rollups up to date with what changed: the posyandu of the months marked, then village, district, region and
// health centre above them. Safe to run twice and by two processes: one region is recounted by one at a time.
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { listPosyandus } from './child-store.ts'
import { countQuality } from './quality/quality-store.ts'
import {
  centreArea,
  lockRollups,
  type PosyanduMonth,
  posyanduArea,
  rollUpAreas,
  rollUpPosyandus,
  takeDirty,
} from './rollup-store.ts'
import { MEASURING_2020 } from './rules/editions.ts'

const AT_ONCE = 400

/** Gives how many months of posyandu were counted. */
export async function bringRollupsUpToDate(database: Pick<Database, 'inRegion'>, region: string): Promise<number> {
  let done = 0
  for (;;) {
    const taken = await database.inRegion(region, async (tx) => {
      await lockRollups(tx, region)
      const waiting = await takeDirty(tx, region, AT_ONCE)
      await rollUp(tx, region, waiting)
      return waiting.length
    })
    done += taken
    if (taken < AT_ONCE) return done
  }
}

async function rollUp(tx: Tx, region: string, waiting: readonly PosyanduMonth[]): Promise<void> {
  if (waiting.length === 0) return
  await rollUpPosyandus(tx, region, waiting)
  await countQuality(tx, region, waiting, MEASURING_2020.digitPreference)
  const posyandus = await listPosyandus(tx, region)
  const district = (village: string) => village.split('.').slice(0, 3).join('.')
  const touched = new Set(waiting.map(({ posyanduId }) => posyanduId))
  // By month: a morning touches one; an import of five years touches sixty, each with its own posyandu.
  for (const month of new Set(waiting.map((one) => one.month))) {
    const mine = posyandus.filter(
      ({ posyanduId }) =>
        touched.has(posyanduId) && waiting.some((w) => w.posyanduId === posyanduId && w.month === month),
    )
    const villages = new Set(mine.map(({ villageCode }) => villageCode))
    const centres = new Set(mine.map(({ centreId }) => centreId))
    const districts = new Set([...villages].map(district))
    const below = posyandus.map((one) => ({ part: posyanduArea(one.posyanduId), one }))
    await rollUpAreas(
      tx,
      region,
      [
        ...below
          .filter(({ one }) => villages.has(one.villageCode))
          .map(({ part, one }) => ({ part, area: one.villageCode })),
        ...below
          .filter(({ one }) => centres.has(one.centreId))
          .map(({ part, one }) => ({ part, area: centreArea(one.centreId) })),
      ],
      [month],
    )
    const allVillages = [...new Set(posyandus.map(({ villageCode }) => villageCode))]
    await rollUpAreas(
      tx,
      region,
      allVillages
        .filter((village) => districts.has(district(village)))
        .map((village) => ({ part: village, area: district(village) })),
      [month],
    )
    await rollUpAreas(
      tx,
      region,
      [...new Set(allVillages.map(district))].map((one) => ({ part: one, area: region })),
      [month],
    )
  }
}

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
