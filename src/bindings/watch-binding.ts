// Odd reads bound to the journal, the office hours, the partners, and the superiors who are told.
import type { Hono } from 'hono'
import { isOpenAt } from '../kernel/working-time.ts'
import { todayIn } from '../kernel/zone.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { listDays, listPartners } from '../modules/partners/store.ts'
import { decideAlarm, guardPerson } from '../modules/privacy/watch-commands.ts'
import { type WatchTools, watchJobs } from '../modules/privacy/watch-jobs.ts'
import { readAlarm, readAlarms } from '../modules/privacy/watch-queries.ts'
import { watchRoutes } from '../modules/privacy/watch-routes.tsx'
import { findByNik } from '../modules/register/find-by-nik.ts'
import type { Tx } from '../platform/db/tx.ts'
import type { JobDefinition } from '../platform/jobs/job.ts'
import { namesOfAccounts } from './office-reports-binding.ts'

type Tables = {
  person: { region_code: string; person_id: string; name: string }
  role_assignment: { region_code: string; role: string; account_id: string; valid_from: Date; valid_until: Date | null }
}

export type TellSuperior = (to: string, region: string, count: number) => Promise<void>
export type BoundWatch = {
  readonly routes: Hono
  readonly jobs: readonly JobDefinition[]
  readonly tools: WatchTools
}

export function bindWatch(
  cases: CasesContext,
  regions: () => Promise<readonly string[]>,
  contactOf: (account: string) => Promise<{ readonly email?: string } | undefined>,
  send: TellSuperior,
): BoundWatch {
  const { database, ring, clock } = cases
  const zoneOf = (region: string): string => cases.regionInfo(region).timeZone
  const tools: WatchTools = {
    database,
    clock,
    isOpen: (region, at) => isOpenAt(cases.calendar(region), at.getTime()),
    dayOf: (region, at) => todayIn(zoneOf(region), at.getTime()),
    async partnerDays(tx, region, from) {
      const rows = await listDays(tx, region, from)
      return rows.map(({ partner_id: partnerId, day, asked, none, refused }) => ({
        partnerId,
        day,
        asked,
        none,
        refused,
      }))
    },
    async tell(region, count) {
      for (const account of await heads(region)) {
        const email = (await contactOf(account))?.email
        if (email !== undefined) await send(email, region, count)
      }
    },
  }
  const heads = async (region: string): Promise<readonly string[]> => {
    const now = clock.now()
    const rows = await database.inRegion(
      region,
      (tx) =>
        tx
          .withTables<Tables>()
          .selectFrom('role_assignment')
          .select('account_id')
          .distinct()
          .where('region_code', '=', region)
          .where('role', '=', 'head')
          .where('valid_from', '<=', now)
          .where((e) => e.or([e('valid_until', 'is', null), e('valid_until', '>', now)]))
          .limit(5)
          .execute(),
      { readOnly: true },
    )
    return rows.map((row) => row.account_id)
  }
  const reading = {
    database,
    ring,
    clock,
    names: (accounts: readonly string[]) => namesOfAccounts(database, accounts),
    partnerNames: async (tx: Tx, region: string) =>
      new Map((await listPartners(tx, region)).map(({ partner_id: id, name }) => [id, name])),
    async personName(tx: Tx, region: string, personId: string) {
      const row = await tx
        .withTables<Tables>()
        .selectFrom('person')
        .select('name')
        .where('region_code', '=', region)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return row?.name
    },
    findPerson: async (tx: Tx, region: string, nik: string) => (await findByNik(tx, ring, region, nik))?.personId,
  }
  return {
    tools,
    jobs: watchJobs(tools, regions),
    routes: watchRoutes(
      {
        visitor: (request) => cases.visitor(request),
        list: (visitor, before) => readAlarms(reading, visitor, before),
        read: (visitor, id) => readAlarm(reading, visitor, id),
        decide: (visitor, id, outcome, words, key) => decideAlarm(reading, visitor, id, outcome, words, key),
        protect: (visitor, nik, key) => guardPerson(reading, visitor, nik, key),
      },
      officeTabs,
    ),
  }
}
