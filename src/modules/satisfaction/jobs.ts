// The survey's work without a person: every few minutes release what may leave, close and compute what is due; once a day forget invitations
// long over. Payloads and results carry ids of periods only.
import { addDays } from '../../kernel/date.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Moment, SurveyDeps } from './commands.ts'
import * as invitations from './invitation-store.ts'
import { runDue } from './release-commands.ts'

/** How often `runSurvey` is to be called for each region. */
export const SURVEY_EVERY_MINUTES = 5
/** Invitations are kept a year and a bit after they end, because reports of a year say how many were asked. */
const INVITATION_DAYS = 400

/** Does for one region all that is due; gives the periods computed. Safe to call at any time, and again. */
export async function runSurvey(deps: SurveyDeps, region: RegionCode, moment: Moment): Promise<readonly string[]> {
  const computed = await runDue(deps, region, moment)
  await deps.db.inRegion(region, (tx) =>
    invitations.deleteInvitations(tx, region, addDays(moment.today, -INVITATION_DAYS)),
  )
  return computed
}
