// Asking and answering: an invitation for a finished case, the answer with its token, bundles of paper. Must stay true: storing
// the sealed answer and marking the token are separate transactions, in this order, so that a crash between them loses no answer and
// counts none twice; nothing is written to the journal or the outbox about an answer, because those carry time.
import { createHash } from 'node:crypto'
import { addDays, type PlainDate } from '../../kernel/date.ts'
import { dateParams } from '../../kernel/date-format.ts'
import { isToken, type Token } from '../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId, newToken } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import * as answers from './answer-store.ts'
import { filterComment } from './comment-filter.ts'
import type { Edition } from './edition.ts'
import { getEdition } from './editions.ts'
import * as invitations from './invitation-store.ts'
import type { Period } from './period.ts'
import { decidePaperBatch, type PaperBatch } from './period-steps.ts'
import * as periods from './period-store.ts'
import { complaintOffer, type Filled } from './questionnaire.ts'
import { hashToken, waitingRoomOf } from './waiting-room.ts'

export type SurveyDeps = { readonly db: Pick<Database, 'inRegion'>; readonly ring: KeyRing }
/** The instant, and the day it is in the region. */
export type Moment = { readonly now: Date; readonly today: PlainDate }

/** Days a token can be used. */
export const TOKEN_DAYS = 30

export type FinishedCase = {
  readonly caseId: string
  readonly unitId: string
  readonly serviceId: string
  readonly channel: string
}

/** Asks about a finished or rejected case: one token a case, ever. Undefined when no period of the unit asks about the service now.
 *  Calling twice gives the same token, as long as it is unused; once used, undefined. Never call before the result is out. */
export async function invite(
  tx: Tx,
  deps: Pick<SurveyDeps, 'ring'>,
  region: RegionCode,
  about: FinishedCase,
  moment: Moment,
): Promise<Token | undefined> {
  const room = waitingRoomOf(deps.ring, region)
  const known = await invitations.findInvitationOfCase(tx, region, about.caseId)
  if (known)
    return known.token_sealed === null || known.expires_on < moment.today
      ? undefined
      : room.openToken(about.caseId, known.token_sealed)
  if (!(await periods.findOpenPeriod(tx, region, about.unitId, about.serviceId, moment.today))) return undefined
  const token = newToken()
  const inserted = await invitations.insertInvitation(tx, {
    region_code: region,
    token_hash: hashToken(token),
    case_id: about.caseId,
    unit_id: about.unitId,
    service_id: about.serviceId,
    channel: about.channel,
    token_sealed: room.sealToken(about.caseId, token),
    issued_on: moment.today,
    expires_on: addDays(moment.today, TOKEN_DAYS),
    reminded_on: null,
    spent: false,
  })
  // Someone else invited for this case at the same time; theirs is the token.
  return inserted ? token : invite(tx, deps, region, about, moment)
}

/** Whether this case was asked before: a refused objection ends it a second time, and nobody is asked twice. */
export async function wasInvited(tx: Tx, region: RegionCode, caseId: string): Promise<boolean> {
  return (await invitations.findInvitationOfCase(tx, region, caseId)) !== undefined
}

export type OpenSurvey = {
  readonly period: periods.StoredPeriod
  readonly edition: Edition
  readonly serviceId: string
  readonly channel: string
  readonly tokenHash: string
}

/** What a token opens now. Refusals: `satisfaction-token-unknown`, `-used`, `-expired`, `satisfaction-no-period`. */
export async function openSurvey(
  tx: Tx,
  region: RegionCode,
  token: string,
  today: PlainDate,
  hold = false,
): Promise<Result<OpenSurvey>> {
  const written = token.trim().toUpperCase()
  if (!isToken(written)) return refuse('satisfaction-token-unknown')
  const tokenHash = hashToken(written)
  const invitation = await invitations.findInvitation(tx, region, tokenHash, hold)
  if (!invitation) return refuse('satisfaction-token-unknown')
  if (invitation.spent) return refuse('satisfaction-token-used')
  if (today > invitation.expires_on) return refuse('satisfaction-token-expired')
  const period = await periods.findOpenPeriod(tx, region, invitation.unit_id, invitation.service_id, today)
  if (!period) return refuse('satisfaction-no-period', undefined, dateParams('until', invitation.expires_on))
  return accept({
    period,
    edition: getEdition(period.editionId),
    serviceId: invitation.service_id,
    channel: invitation.channel,
    tokenHash,
  })
}

export type Circumstances = {
  /** A keyed or hashed mark of the device, or null for the tablet of a counter or village. It ends in the sealed row. */
  readonly device: string | null
  /** True when the service costs nothing: then a cost answer below "free" offers the inspectorate. */
  readonly serviceIsFree: boolean
}

/** An answer was taken; why the way to the inspectorate is offered, if it is. */
export type Taken = { readonly complaint: 'cost' | 'comment' | undefined }

/** Takes an answer. The same token twice is one answer; the second sender is told so. */
export async function answerSurvey(
  deps: SurveyDeps,
  region: RegionCode,
  token: string,
  filled: Filled,
  around: Circumstances,
  moment: Moment,
): Promise<Result<Taken>> {
  const room = waitingRoomOf(deps.ring, region)
  const waiting = await deps.db.inRegion(region, async (tx): Promise<Result<OpenSurvey>> => {
    const survey = await openSurvey(tx, region, token, moment.today, true)
    if (!survey.ok) return survey
    const { period, edition, tokenHash, serviceId, channel } = survey.value
    const given = filled.answers.filter((answer) => answer !== null).length
    if (given < edition.minimumAnswered)
      return refuse('satisfaction-few-answers', undefined, { count: given, least: edition.minimumAnswered })
    await answers.putWaiting(
      tx,
      region,
      period.id,
      room.place(period.id, tokenHash),
      room.seal(period.id, {
        tokenHash,
        service: serviceId,
        channel,
        minute: Math.floor(moment.now.getTime() / 60_000),
        device: around.device,
        lastDay: moment.today === period.to,
        answers: filled.answers,
        about: filled.about,
        extras: filled.extras,
        comment: filterComment(filled.comment).text,
      }),
    )
    return survey
  })
  if (!waiting.ok) return waiting
  const { edition, tokenHash } = waiting.value
  const marked = await deps.db.inRegion(region, (tx) => invitations.spendInvitations(tx, region, [tokenHash]))
  if (marked === 0) return refuse('satisfaction-token-used')
  return accept({ complaint: complaintOffer(edition, filled, around.serviceIsFree) })
}

export type PaperForm = { readonly serviceId: string; readonly filled: Filled }
export type Typist = { readonly accountId: string; readonly role: string; readonly unitId: string }

/** The period of a bundle that is to be typed in, while it takes paper; refused before anybody types for nothing. */
export async function findPaperPeriod(
  tx: Tx,
  region: RegionCode,
  periodId: string,
  typedInUnit: string,
  today: PlainDate,
): Promise<Result<{ readonly period: Period; readonly late: boolean }>> {
  const period = await periods.findPeriod(tx, region, periodId)
  if (!period) return refuse('satisfaction-period-unknown')
  const batch: PaperBatch = { forms: 1, scan: '0'.repeat(64), typedInUnit, note: 'ditulis nanti' }
  const decided = decidePaperBatch(period, batch, today)
  return decided.ok ? accept({ period, late: decided.value.late }) : decided
}

/** A bundle of paper forms from a counter or village, typed in by another unit. The same scan twice is one bundle (accepted, stored
 *  once). Forms with fewer than five answers are taken and later left out with their number. */
export async function answerOnPaper(
  deps: SurveyDeps,
  region: RegionCode,
  periodId: string,
  forms: readonly PaperForm[],
  bundle: { readonly scan: string; readonly note: string; readonly channel: string },
  by: Typist,
  moment: Moment,
): Promise<Result<{ stored: number }>> {
  const room = waitingRoomOf(deps.ring, region)
  return deps.db.inRegion(region, async (tx) => {
    const period = await periods.findPeriod(tx, region, periodId, true)
    if (!period) return refuse('satisfaction-period-unknown')
    const batch: PaperBatch = { forms: forms.length, scan: bundle.scan, typedInUnit: by.unitId, note: bundle.note }
    const decided = decidePaperBatch(period, batch, moment.today)
    if (!decided.ok) return decided
    const refusals = forms.flatMap(({ serviceId }, i): Refusal[] =>
      period.services.includes(serviceId) ? [] : [{ code: 'satisfaction-paper-service', at: `forms.${i}.service` }],
    )
    if (refusals.length > 0) return refuseAll(refusals)
    const row = {
      region_code: region,
      period_id: periodId,
      batch_id: newId(),
      forms: forms.length,
      scan_hash: bundle.scan,
      typed_in_unit: by.unitId,
      typed_in_by: by.accountId,
      note: bundle.note,
      on_day: moment.today,
    }
    if (!(await periods.insertPaper(tx, row))) return accept({ stored: 0 })
    for (const [i, { serviceId, filled }] of forms.entries()) {
      const sealed = room.seal(periodId, {
        tokenHash: null,
        service: serviceId,
        channel: bundle.channel,
        minute: Math.floor(moment.now.getTime() / 60_000),
        device: null,
        lastDay: false,
        answers: filled.answers,
        about: filled.about,
        extras: filled.extras,
        comment: filterComment(filled.comment).text,
      })
      await answers.putWaiting(
        tx,
        region,
        periodId,
        room.place(periodId, createHash('sha256').update(`paper\n${bundle.scan}\n${i}`).digest('hex')),
        sealed,
      )
    }
    await writeJournal(tx, {
      at: moment.now,
      actor: by.accountId,
      role: by.role,
      unit: by.unitId,
      action: 'satisfaction.paper',
      fields: ['forms', 'scan'],
    })
    return accept({ stored: forms.length })
  })
}

/** Marks that the one reminder of a case went out; calling twice is harmless. */
export async function markReminded(tx: Tx, region: RegionCode, caseId: string, today: PlainDate): Promise<void> {
  await invitations.setReminded(tx, region, caseId, today)
}
