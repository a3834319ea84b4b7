// What pages and notices read: the questionnaire of a token, published results, the office's progress, reminders. Must stay true: nothing
// gives a single answer or a comment of a running period to anyone; an unpublished result is seen by the office only.
import { addDays, type PlainDate } from '../../kernel/date.ts'
import type { Token } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Text } from '../../kernel/text.ts'
import type { Tx } from '../../platform/db/tx.ts'
import * as answers from './answer-store.ts'
import { openSurvey, type SurveyDeps } from './commands.ts'
import { elementName } from './edition.ts'
import { getEdition } from './editions.ts'
import type { CheckedImport } from './import-check.ts'
import * as invitations from './invitation-store.ts'
import { periodName, unitsWithoutPeriod } from './period.ts'
import { PAPER_DAYS } from './period-steps.ts'
import * as periods from './period-store.ts'
import type { ActionView, OfficeView, PublishedLine, ReportView, ReviewView, SurveyView } from './port.ts'
import { sampleSize } from './sample-size.ts'
import type { TrendPoint } from './trend-chart.tsx'
import { waitingRoomOf } from './waiting-room.ts'

/** Names that live in other modules: of a service (catalogue) and of a unit (regions). */
export type Names = {
  readonly service: (serviceId: string) => Text
  readonly unit: (unitId: string) => string
  readonly isFree: (serviceId: string) => boolean
}

/** The questionnaire a token opens today; refuses as `openSurvey` does. */
export async function readSurvey(
  tx: Tx,
  region: RegionCode,
  token: string,
  today: PlainDate,
  names: Names,
): Promise<Result<SurveyView>> {
  const survey = await openSurvey(tx, region, token, today)
  if (!survey.ok) return survey
  const { period, edition, serviceId } = survey.value
  return accept({
    edition,
    extras: period.extras,
    serviceName: names.service(serviceId),
    serviceIsFree: names.isFree(serviceId),
    publishedAfter: addDays(period.to, PAPER_DAYS + 1),
  })
}

/** Everything published in a region, newest first. */
export async function listPublished(tx: Tx, region: RegionCode, names: Names): Promise<readonly PublishedLine[]> {
  const published = (await periods.listPeriods(tx, region)).filter((period) => period.publishedOn !== null)
  const results = await periods.listResults(
    tx,
    region,
    published.map((period) => period.id),
  )
  return published.flatMap((period) => {
    const result = results.get(period.id)?.[0]?.result
    if (!result) return []
    return [
      {
        periodId: period.id,
        unitName: names.unit(period.unitId),
        name: periodName(period),
        index: result.index,
        grade: result.grade,
        counted: result.counted,
        enough: result.enough,
      },
    ]
  })
}

/** The page of a published period; `number` opens an earlier edition of its result. Unpublished: `satisfaction-period-unknown`. */
export async function readReport(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  names: Names,
  number?: number,
): Promise<Result<ReportView>> {
  const period = await periods.findPeriod(tx, region, periodId)
  if (!period || period.publishedOn === null) return refuse('satisfaction-period-unknown')
  return viewOf(tx, region, period, names, number)
}

/** The same for the office, from computing on, of these units only. */
export async function readReview(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  units: readonly string[],
  names: Names,
): Promise<Result<ReviewView>> {
  const period = await periods.findPeriod(tx, region, periodId)
  if (!period || !units.includes(period.unitId)) return refuse('satisfaction-period-unknown')
  const view = await viewOf(tx, region, period, names)
  return view.ok ? accept({ ...view.value, state: period.state }) : view
}

async function viewOf(
  tx: Tx,
  region: RegionCode,
  period: periods.StoredPeriod,
  names: Names,
  number?: number,
): Promise<Result<ReportView>> {
  const own = (await periods.listPeriods(tx, region, period.unitId)).filter(
    (p) => p.id === period.id || (p.publishedOn !== null && p.from < period.from),
  )
  const results = await periods.listResults(
    tx,
    region,
    own.map((p) => p.id),
  )
  const all = results.get(period.id) ?? []
  const chosen = number === undefined ? all[0] : all.find((one) => one.number === number)
  if (!chosen) return refuse('satisfaction-period-unknown')
  const before = own.filter((p) => p.id !== period.id)[0]
  return accept({
    periodId: period.id,
    unitName: names.unit(period.unitId),
    serviceNames: period.services.map(names.service),
    serviceName: names.service,
    name: periodName(period),
    from: period.from,
    to: period.to,
    edition: getEdition(period.editionId),
    extras: period.extras,
    result: chosen.result,
    number: chosen.number,
    newest: all[0]!.number,
    reason: chosen.reason,
    computedOn: chosen.computedOn,
    publishedOn: period.publishedOn,
    plan: actionsOf(period),
    planBefore: before ? { name: periodName(before), actions: actionsOf(before) } : null,
    line: await lineOf(tx, region, period, own, results),
  })
}

function actionsOf(period: periods.StoredPeriod): ActionView[] {
  const edition = getEdition(period.editionId)
  return period.plan.map((action) => ({ ...action, elementName: elementName(edition, action.element) }))
}

// Imported figures and published results of the unit up to this period, oldest first.
async function lineOf(
  tx: Tx,
  region: RegionCode,
  period: periods.StoredPeriod,
  own: readonly periods.StoredPeriod[],
  results: ReadonlyMap<string, readonly periods.StoredResult[]>,
): Promise<TrendPoint[]> {
  const imported = (await periods.listImports(tx, region, period.unitId)).filter((row) => row.to_day < period.from)
  const points = [
    ...imported.map((row) => {
      const checked = row.checked as CheckedImport
      const year = row.from_day.slice(0, 4)
      return {
        from: row.from_day,
        point: {
          name: { id: `Laporan ${year}`, en: `Report ${year}` },
          index: checked.index,
          edition: row.edition_id,
          sure: checked.verdict === 'reproduced',
        },
      }
    }),
    ...own.map((p) => {
      const result = results.get(p.id)?.[0]?.result
      return {
        from: p.from,
        point: {
          name: periodName(p),
          index: result?.index ?? null,
          edition: p.editionId,
          sure: result?.enough ?? false,
        },
      }
    }),
  ]
  return points.sort((a, b) => (a.from < b.from ? -1 : 1)).map(({ point }) => point)
}

/** Running and recent periods with asked, answered and needed, and the units that owe a result this year. */
export async function readOffice(
  tx: Tx,
  region: RegionCode,
  units: readonly string[],
  year: number,
  mayPlan: boolean,
  names: Names,
): Promise<OfficeView> {
  const all = await periods.listPeriods(tx, region)
  const shown = all.filter(
    (period) => units.includes(period.unitId) && (period.state !== 'archived' || period.from.startsWith(String(year))),
  )
  const progress = []
  for (const period of shown) {
    const stored = await answers.countAnswers(tx, region, period.id)
    const waiting = await answers.countWaiting(tx, region, period.id)
    const asked = await invitations.countAsked(tx, region, period.unitId, period.from, period.to)
    const unnamed = stored.find((one) => one.service === null)?.answers ?? 0
    progress.push({
      period,
      unitName: names.unit(period.unitId),
      name: periodName(period),
      services: period.services.map((service) => {
        const invited = asked[service] ?? 0
        const answered = stored.find((one) => one.service === service)?.answers ?? 0
        // Every finished case is invited and every answer is a user's, on paper too: the users so far are no fewer than either.
        const needed = sampleSize(Math.max(invited, answered))
        return { service, name: names.service(service), asked: invited, answered, needed }
      }),
      unnamed,
      answered: stored.reduce((n, one) => n + one.answers, waiting + period.notStored),
      waiting,
      needed: period.needed,
    })
  }
  return { progress, withoutPeriod: unitsWithoutPeriod(units, all, year).map(names.unit), mayPlan, year }
}

/** The token of a case for its notice; undefined once it is used or was never given. For the job that sends the notice. */
export async function findTokenForNotice(
  tx: Tx,
  deps: Pick<SurveyDeps, 'ring'>,
  region: RegionCode,
  caseId: string,
): Promise<Token | undefined> {
  const invitation = await invitations.findInvitationOfCase(tx, region, caseId)
  return invitation?.token_sealed == null
    ? undefined
    : waitingRoomOf(deps.ring, region).openToken(caseId, invitation.token_sealed)
}

/** Days after which the one reminder goes out. */
export const REMIND_AFTER_DAYS = 7

/** Cases whose invitation is a week old, unused, valid and not reminded; their ids only. */
export async function listCasesToRemind(
  tx: Tx,
  region: RegionCode,
  today: PlainDate,
  limit = 200,
): Promise<readonly string[]> {
  return (await invitations.listToRemind(tx, region, addDays(today, -REMIND_AFTER_DAYS), today, limit)).map(
    (row) => row.case_id,
  )
}
