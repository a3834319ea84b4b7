// The hourly look for odd reads. Must stay true: it reads what is new in the journal, in pages, each page and its alarms in one
// transaction with the mark, so that a run that dies loses and doubles nothing; superiors are told once, without names.
import { isUuid } from '../../kernel/id.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import {
  countLooks,
  freeReads,
  judgeCounts,
  judgePairs,
  judgePartners,
  type Look,
  type PartnerDay,
  WATCH,
} from './watch-rules.ts'
import {
  addCounts,
  countOfficers,
  countUntold,
  findTies,
  forgetCounts,
  keepFound,
  listLooks,
  lockMark,
  markTold,
  setMark,
} from './watch-store.ts'

export type WatchTools = {
  readonly database: Database
  readonly clock: Clock
  readonly isOpen: (region: string, at: Date) => boolean
  readonly dayOf: (region: string, at: Date) => string
  /** What partners asked since a day. */
  readonly partnerDays: (tx: Tx, region: string, from: string) => Promise<readonly PartnerDay[]>
  /** Tells the superiors of a region that so many alarms came. */
  readonly tell: (region: string, count: number) => Promise<void>
}
const PAGE = 2000
const DAY_MS = 86_400_000

/** Works through what is new; gives how many alarms are new. Calling it again finds nothing more. */
export async function watchReads(tools: WatchTools, region: string): Promise<number> {
  const now = tools.clock.now()
  let fresh = 0
  for (;;) {
    const done = await tools.database.inRegion(region, async (tx) => {
      const mark = await lockMark(tx, region, now)
      const page = await listLooks(tx, region, mark, PAGE)
      const found = await keepFound(tx, region, WATCH.edition, await judge(tools, tx, region, page), now)
      await setMark(tx, region, page.at(-1)?.number ?? mark, now)
      return { read: page.length, found }
    })
    fresh += done.found
    if (done.read < PAGE) break
  }
  await tools.database.inRegion(region, async (tx) => {
    const yesterday = tools.dayOf(region, new Date(now.getTime() - DAY_MS))
    const days = await tools.partnerDays(tx, region, yesterday)
    fresh += await keepFound(tx, region, WATCH.edition, judgePartners(days, WATCH, now), now)
    await forgetCounts(tx, region, new Date(now.getTime() - 8 * DAY_MS))
  })
  // Told first and marked then: told twice is better than never.
  const untold = await tools.database.inRegion(region, (tx) => countUntold(tx, region), { readOnly: true })
  if (untold > 0) {
    await tools.tell(region, untold)
    await tools.database.inRegion(region, (tx) => markTold(tx, region, now))
  }
  return fresh
}

async function judge(tools: WatchTools, tx: Tx, region: string, page: readonly Look[]) {
  const dayOf = (at: Date): string => tools.dayOf(region, at)
  const counts = countLooks(page, WATCH, (at) => tools.isOpen(region, at))
  const all = await addCounts(tx, region, counts)
  const reads = freeReads(page, WATCH).filter(({ subject }) => isUuid(subject ?? ''))
  const pairs = new Map(reads.map((look) => [`${look.actor} ${look.subject}`, look]))
  const ties = await findTies(
    tx,
    region,
    [...pairs.values()].map(({ actor, subject }) => ({ actor, subject: subject ?? '' })),
  )
  return [
    ...judgeCounts(all, WATCH, dayOf),
    ...judgePairs(reads, WATCH, (look) => ties.get(`${look.actor} ${look.subject}`) ?? [], dayOf),
    ...(await manyOfficers(tools, tx, region, reads)),
  ]
}

async function manyOfficers(tools: WatchTools, tx: Tx, region: string, reads: readonly Look[]) {
  const subjects = [...new Set(reads.map(({ subject }) => subject ?? ''))]
  const found = []
  for (const rule of WATCH.rules) {
    if (rule.kind !== 'officers-per-person') continue
    const days = rule.days ?? 7
    const since = new Date(tools.clock.now().getTime() - days * DAY_MS)
    for (const one of await countOfficers(tx, region, subjects, WATCH.reads, since))
      if (one.officers >= rule.limit)
        found.push({
          rule,
          // One alarm a week: weeks counted from the beginning of time, whatever the day.
          bucket: `${rule.id} ${one.subject} ${Math.floor(one.last.getTime() / (days * DAY_MS))}`,
          actor: '',
          subject: one.subject,
          seen: one.officers,
          firstAt: one.first,
          lastAt: one.last,
        })
  }
  return found
}

export function watchJobs(tools: WatchTools, regions: () => Promise<readonly string[]>): readonly JobDefinition[] {
  return [
    defineJob(
      'privacy.watch',
      async () => {
        for (const region of await regions()) await watchReads(tools, region)
      },
      { schedule: { everyMinutes: 60 }, collapse: true, timeoutSeconds: 900 },
    ),
  ]
}
