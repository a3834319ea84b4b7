// Care of women and small children at a posyandu: vaccines, pregnancies; pages, jobs, and what convergence hears of them. Must stay
// true: convergence follows after the commit and each night, one village a transaction, and both may run twice.
import type { Hono } from 'hono'
import { followCare } from '../modules/convergence/follow-care.ts'
import { periodOn, readPeriod } from '../modules/convergence/period.ts'
import type { ConvergenceTools } from '../modules/convergence/reading.ts'
import { type CareAbout, listCareFacts } from '../modules/growth/care-facts.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import { recordDoses, withdrawDoseOf } from '../modules/growth/immunisation/immunisation-commands.ts'
import type { ImmunisationPort } from '../modules/growth/immunisation/immunisation-port.ts'
import { openForOverdue, readVaccineList, readVaccines } from '../modules/growth/immunisation/immunisation-queries.ts'
import { immunisationRoutes } from '../modules/growth/immunisation/immunisation-routes.tsx'
import {
  endPregnancy,
  recordVisit,
  registerPregnancy,
  withdrawVisitOf,
} from '../modules/growth/pregnancy/pregnancy-commands.ts'
import type { PregnancyPort } from '../modules/growth/pregnancy/pregnancy-port.ts'
import { readAllPregnancies, readPregnancies, readPregnancy } from '../modules/growth/pregnancy/pregnancy-queries.ts'
import { pregnancyRoutes } from '../modules/growth/pregnancy/pregnancy-routes.tsx'
import type { QualityPort } from '../modules/growth/quality/quality-port.ts'
import { readQuality } from '../modules/growth/quality/quality-queries.ts'
import { qualityRoutes } from '../modules/growth/quality/quality-routes.tsx'
import type { Accounts } from '../platform/auth/accounts.ts'
import { newId } from '../platform/ids.ts'
import { defineJob, type JobDefinition } from '../platform/jobs/job.ts'

/** The ports of vaccines, pregnant women and measuring quality. */
export function carePorts(
  context: GrowthContext,
  accounts: Pick<Accounts, 'listAccounts'>,
): {
  readonly vaccines: ImmunisationPort
  readonly pregnancies: PregnancyPort
  readonly quality: QualityPort
} {
  const visitor = (request: Request) => context.visitor(request)
  return {
    vaccines: {
      visitor,
      today: (who) => context.today(who.region!.code),
      readChild: (who, childId) => readVaccines(context, who, childId),
      record: (who, childId, request) => recordDoses(context, who, childId, request),
      withdraw: (who, childId, dose, reason) => withdrawDoseOf(context, who, childId, dose, reason),
      readList: (who, posyanduId) => readVaccineList(context, who, posyanduId),
    },
    pregnancies: {
      visitor,
      today: (who) => context.today(who.region!.code),
      readAll: (who) => readAllPregnancies(context, who),
      readList: (who, posyanduId) => readPregnancies(context, who, posyanduId),
      read: (who, id) => readPregnancy(context, who, id),
      register: (who, posyanduId, id, facts) => registerPregnancy(context, who, posyanduId, id, facts),
      visit: (who, id, request) => recordVisit(context, who, id, request),
      withdraw: (who, id, visitId, reason) => withdrawVisitOf(context, who, id, visitId, reason),
      end: (who, id, outcome, on) => endPregnancy(context, who, id, outcome, on),
    },
    quality: {
      visitor,
      read: (who, posyanduId) =>
        readQuality(
          context,
          async (ids) => new Map([...(await accounts.listAccounts(ids))].map(([id, { name }]) => [id, name])),
          who,
          posyanduId,
        ),
    },
  }
}

export function careRoutesOf(context: GrowthContext, accounts: Pick<Accounts, 'listAccounts'>): readonly Hono[] {
  const ports = carePorts(context, accounts)
  return [immunisationRoutes(ports.vaccines), pregnancyRoutes(ports.pregnancies, newId), qualityRoutes(ports.quality)]
}

/** Convergence takes over what growth knows now about a village, a child or a pregnancy; gives how many rows changed. */
export function followCareOf(context: GrowthContext, region: string, about: CareAbout): Promise<number> {
  const on = context.today(region)
  const period = periodOn(on).key
  const { from, to } = readPeriod(period)!
  return context.database.inRegion(region, async (tx) => {
    const facts = await listCareFacts(tx, region, about, { from, to, today: on }, context.editions(region).categories)
    return followCare(tx, region, facts, { period, on, now: context.clock.now() })
  })
}

export function careJobs(
  context: GrowthContext,
  regions: () => Promise<readonly string[]>,
  villages: ConvergenceTools['villages'],
): readonly JobDefinition[] {
  return [
    defineJob(
      'child.care-changed',
      async ({ region, payload }) => {
        const { childId, pregnancyId } = payload
        if (region === undefined) return
        if (typeof childId === 'string') await followCareOf(context, region, { childId })
        else if (typeof pregnancyId === 'string') await followCareOf(context, region, { pregnancyId })
      },
      { collapse: true },
    ),
    defineJob(
      'child.vaccine-night',
      async () => {
        for (const code of await regions()) await openForOverdue(context, code)
      },
      { schedule: { dailyAt: '02:25', hoursEast: 8 }, timeoutSeconds: 900 },
    ),
    // After the lists of the villages were made anew: what a file brought in, and what became due by time.
    defineJob(
      'child.care-night',
      async () => {
        for (const code of (await regions()).filter((one) => one.length === 5))
          for (const { code: village } of villages(code)) await followCareOf(context, code, { village })
      },
      { schedule: { dailyAt: '02:50', hoursEast: 8 }, timeoutSeconds: 1800 },
    ),
  ]
}
