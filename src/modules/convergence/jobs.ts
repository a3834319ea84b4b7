// Work after the commit and at night: rollups of what changed, lists of villages, the register's events. Must stay true: each may
// run twice; an event is read from our own position and moves it in the same transaction as its effect.
import type { PlainDate } from '../../kernel/date.ts'
import type { Database } from '../../platform/db/database.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { listEventsAfter } from '../register/event-store.ts'
import { listFamiliesAround, listResidentFacts } from '../register/resident-queries.ts'
import { refreshVillage } from './list-commands.ts'
import { findPosition, listTargetPeople, putPosition } from './people-store.ts'
import { dayOfPeriod, periodOn, readPeriod } from './period.ts'
import { rollUpVillage } from './rollup-commands.ts'
import { hasList } from './service-store.ts'

export type ConvergenceJobTools = {
  readonly db: Database
  readonly ring: KeyRing
  readonly now: () => Date
  readonly today: (region: string) => PlainDate
  /** Regions that keep convergence, with the codes of their villages. */
  readonly regions: () => Promise<readonly { readonly code: string; readonly villages: readonly string[] }[]>
}
const SOURCE = 'register'
const BATCH = 200

/** Reads the register's events after our position: in the villages they touch, the families they touch are looked at anew. */
export async function followRegister(tools: ConvergenceJobTools, region: string): Promise<number> {
  let read = 0
  for (;;) {
    const count = await tools.db.inRegion(region, async (tx) => {
      const position = await findPosition(tx, region, SOURCE)
      const heard = await listEventsAfter(tx, tools.ring, region, position, BATCH)
      if (heard.length === 0) return 0
      // What we did not sign ourselves is passed over, never waited for.
      const events = heard.filter((one) => one.isGenuine)
      const persons = [...new Set(events.map((one) => one.personId))]
      const known = await listTargetPeople(tx, region, persons)
      const facts = await listResidentFacts(tx, region, persons)
      const villages = new Set([...known.map((one) => one.village_code), ...facts.map((one) => one.villageCode)])
      const before = known.flatMap((one) => (one.family_id === null ? [] : [one.family_id]))
      const around = await listFamiliesAround(tx, region, persons)
      const part = { families: [...new Set([...before, ...around])], people: persons }
      const on = tools.today(region)
      const period = periodOn(on).key
      for (const village of [...villages].sort())
        await refreshVillage(
          tx,
          region,
          village,
          { period, on, now: tools.now() },
          // A village without a list for this quarter gets all of it.
          (await hasList(tx, region, period, village)) ? part : undefined,
        )
      await putPosition(tx, region, SOURCE, heard.at(-1)!.position)
      return heard.length
    })
    read += count
    if (count < BATCH) return read
  }
}

export function convergenceJobs(tools: ConvergenceJobTools): readonly JobDefinition[] {
  return [
    defineJob(
      'convergence.rollup',
      async ({ region, payload }) => {
        const { period, village } = payload
        if (region === undefined || typeof period !== 'string' || typeof village !== 'string') return
        await tools.db.inRegion(region, (tx) => rollUpVillage(tx, region, period, village, tools.now()))
      },
      { collapse: true },
    ),
    defineJob(
      'convergence.list',
      async ({ region, payload }) => {
        const { period, village } = payload
        if (region === undefined || typeof period !== 'string' || typeof village !== 'string') return
        const quarter = readPeriod(period)
        if (quarter === undefined) return
        const on = dayOfPeriod(quarter, tools.today(region))
        await tools.db.inRegion(region, (tx) => refreshVillage(tx, region, village, { period, on, now: tools.now() }))
      },
      { collapse: true },
    ),
    // Ages change without an event: every list is made anew each night, one village a transaction.
    defineJob(
      'convergence.nightly',
      async () => {
        for (const { code, villages } of await tools.regions()) {
          const on = tools.today(code)
          const period = periodOn(on).key
          await followRegister(tools, code)
          for (const village of villages)
            await tools.db.inRegion(code, (tx) => refreshVillage(tx, code, village, { period, on, now: tools.now() }))
        }
      },
      { schedule: { dailyAt: '02:10', hoursEast: 8 }, timeoutSeconds: 1800 },
    ),
  ]
}
