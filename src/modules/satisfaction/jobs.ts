// The survey's work without a person: every few minutes open, release, close and compute what is due; remind once; forget invitations long
// over. Must stay true: payloads carry nothing; one broken region stops no other; each may run twice and counts once.
import { addDays, type PlainDate } from '../../kernel/date.ts'
import type { Token } from '../../kernel/id.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { defineJob, type JobDefinition } from '../../platform/jobs/job.ts'
import { type Moment, markReminded, type SurveyDeps } from './commands.ts'
import * as invitations from './invitation-store.ts'
import { findTokenForNotice, listCasesToRemind } from './queries.ts'
import { runDue } from './release-commands.ts'

/** Invitations are kept a year and a bit after they end, because reports of a year say how many were asked. */
const INVITATION_DAYS = 400

export type SurveyJobTools = SurveyDeps & {
  readonly regions: () => Promise<readonly RegionCode[]>
  readonly momentOf: (region: RegionCode) => Moment
  /** Writes the notice of the one reminder in this transaction, on the channel of the case. */
  readonly remind: (tx: Tx, region: RegionCode, caseId: string, token: Token) => Promise<void>
  /** Told of a region whose survey work failed; the others go on. */
  readonly onError: (region: RegionCode, error: unknown) => void
}

/** Does for one region all that is due; gives the periods computed. Safe to call at any time, and again. */
export async function runSurvey(tools: SurveyJobTools, region: RegionCode): Promise<readonly string[]> {
  const moment = tools.momentOf(region)
  const computed = await runDue(tools, region, moment)
  await remindOnce(tools, region, moment.today)
  await tools.db.inRegion(region, (tx) =>
    invitations.deleteInvitations(tx, region, addDays(moment.today, -INVITATION_DAYS)),
  )
  return computed
}

async function remindOnce(tools: SurveyJobTools, region: RegionCode, today: PlainDate): Promise<void> {
  const cases = await tools.db.inRegion(region, (tx) => listCasesToRemind(tx, region, today), { readOnly: true })
  for (const caseId of cases)
    await tools.db.inRegion(region, async (tx) => {
      const token = await findTokenForNotice(tx, tools, region, caseId)
      if (token !== undefined) await tools.remind(tx, region, caseId, token)
      await markReminded(tx, region, caseId, today)
    })
}

export function surveyJobs(tools: SurveyJobTools): readonly JobDefinition[] {
  return [
    defineJob(
      'satisfaction.run',
      async () => {
        for (const region of await tools.regions())
          await runSurvey(tools, region).catch((error: unknown) => tools.onError(region, error))
      },
      { schedule: { everyMinutes: 5 }, collapse: true, timeoutSeconds: 600 },
    ),
  ]
}
