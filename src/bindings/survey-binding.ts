// The satisfaction survey in the house: its pages, its jobs, and the one invitation that a finished or rejected case sends.

import type { Hono } from 'hono'
import type { RegionCode } from '../kernel/region-code.ts'
import { todayIn } from '../kernel/zone.ts'
import type { CaseFile } from '../modules/cases/case.ts'
import { caseOf } from '../modules/cases/case-codec.ts'
import type { CasesContext } from '../modules/cases/context.ts'
import { officeTabs } from '../modules/cases/office-tabs.ts'
import { findCase } from '../modules/cases/store.ts'
import { bindSatisfaction } from '../modules/satisfaction/binding.ts'
import { invite, type Moment, wasInvited } from '../modules/satisfaction/commands.ts'
import { surveyJobs } from '../modules/satisfaction/jobs.ts'
import { findTokenForNotice } from '../modules/satisfaction/queries.ts'
import { satisfactionRoutes } from '../modules/satisfaction/routes.tsx'
import type { Tx } from '../platform/db/tx.ts'
import { addressOf } from '../platform/http/address.ts'
import { holds } from '../platform/http/visitor.ts'
import type { JobDefinition } from '../platform/jobs/job.ts'
import type { Log } from '../platform/log.ts'
import { renderNotice } from '../platform/notify/templates.ts'
import { SURVEY_PLACE } from './notify-binding.ts'

/** The unit that answers for the civil services of a region in the survey. */
export const SURVEY_UNIT = 'capil'

export type SurveyBinding = {
  readonly routes: Hono
  readonly jobs: readonly JobDefinition[]
  invite(tx: Tx, file: CaseFile): Promise<void>
  /** The address of a case's survey, made when the notice leaves. */
  linkOf(region: RegionCode, caseId: string): Promise<string | undefined>
}

export function bindSurvey(
  cases: CasesContext,
  regions: () => Promise<readonly RegionCode[]>,
  log: Log,
  unitsOf: (region: RegionCode) => Promise<readonly { readonly id: string; readonly name: string }[]>,
): SurveyBinding {
  const momentOf = (region: RegionCode): Moment => {
    const now = cases.clock.now()
    return { now, today: todayIn(cases.regionInfo(region).timeZone, now.getTime()) }
  }
  const deps = { db: cases.database, ring: cases.ring }
  const send = async (tx: Tx, region: RegionCode, file: CaseFile): Promise<void> => {
    if (file.contact === undefined || file.contact.channel === 'none') return
    await cases.notify(tx, region, {
      caseId: file.caseId,
      kind: 'survey',
      body: renderNotice('survey', { link: SURVEY_PLACE }, file.language),
      contact: file.contact,
    })
  }
  const port = bindSatisfaction({
    ...deps,
    clock: cases.clock,
    visitor: (request) => cases.visitor(request),
    services: async (region) =>
      (await cases.services.list(region)).map(({ service }) => ({
        id: service.id,
        name: service.definition.texts.name,
        isFree: service.definition.fee.rupiah === 0,
      })),
    units: unitsOf,
    // The head of the office heads the unit that is asked about, in whatever unit the post stands.
    headedBy: ({ actor, region }) => (region !== undefined && holds(actor, region.code, 'head') ? [SURVEY_UNIT] : []),
    deviceOf: (request) => `${addressOf(request)} ${request.headers.get('user-agent') ?? ''}`,
    complaintsAddress: async (region) => `${cases.origin.replace(/^https?:\/\//, '')}/${region}/help`,
  })
  return {
    routes: satisfactionRoutes(port, officeTabs),
    async linkOf(region, caseId) {
      const token = await cases.database.inRegion(region, (tx) => findTokenForNotice(tx, deps, region, caseId), {
        readOnly: true,
      })
      return token === undefined ? undefined : `${cases.origin}/${region}/survey/${token}`
    },
    async invite(tx, file) {
      if (await wasInvited(tx, file.region, file.caseId)) return
      const token = await invite(
        tx,
        deps,
        file.region,
        { caseId: file.caseId, unitId: SURVEY_UNIT, serviceId: file.serviceId, channel: file.channel },
        momentOf(file.region),
      )
      if (token !== undefined) await send(tx, file.region, file)
    },
    jobs: surveyJobs({
      ...deps,
      regions,
      momentOf,
      remind: async (tx, region, caseId) => {
        const row = await findCase(tx, region, caseId)
        if (row !== undefined) await send(tx, region, caseOf(row, cases.ring))
      },
      onError: (region, error) => log.error({ region, err: error }, 'survey'),
    }),
  }
}
