// Working an alert to its end: taken, referred, answered, fed, closed with a result. Must stay true: each step is written with
// who, when and in which role; nothing ends without a result; pressing twice does it once.
import { addDays, isPlainDate, type PlainDate } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Refusal, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { openSealedText, seal } from '../../platform/secrets/seal.ts'
import { mayKnow, workingRole } from './alert-roles.ts'
import { type AlertRead, insertAlertEvents } from './alert-store.ts'
import { insertReferral, listReferrals, lockAlert, updateAlert, updateReferral } from './care-store.ts'
import { standing } from './child.ts'
import { findPosyandu } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import { type AlertState, decideAlertStep } from './rules/alerts.ts'
import { CARE_2022 } from './rules/care-edition.ts'
import { type HospitalCare, readHospitalCare, type TypedCare } from './rules/hospital-care.ts'
import { isSevereWasting, mayLeaveCare } from './severe-wasting.ts'

export const MOST_WORDS = 2000
export const referralContext = (id: string) => `growth.referral:${id}`
export type ReferralWords = {
  readonly reason: string
  readonly diagnosis?: string
  readonly plan?: string
  /** Decided by a doctor. */
  readonly icd10?: string
  readonly care?: HospitalCare
}

export function openReferralWords(context: GrowthContext, referralId: string, words: Uint8Array): ReferralWords {
  return JSON.parse(openSealedText(context.ring, words, referralContext(referralId))) as ReferralWords
}

type Working = {
  readonly tx: Tx
  readonly region: string
  readonly alert: AlertRead
  readonly role: Role
  readonly today: PlainDate
}

/** Locks the alert for a visitor who may work on it. Refuses `not-found`. */
async function working<T>(
  context: GrowthContext,
  visitor: Visitor,
  alertId: string,
  work: (at: Working) => Promise<Result<T>>,
): Promise<Result<T>> {
  const region = visitor.region!.code
  if (!isUuid(alertId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<T>> => {
    const alert = await lockAlert(tx, region, alertId)
    const posyandu = alert === undefined ? undefined : await findPosyandu(tx, region, alert.posyandu_id)
    if (alert === undefined || posyandu === undefined) return refuse('not-found')
    if (!mayKnow(visitor, posyandu, alert)) return refuse('not-found')
    const role = workingRole(visitor, posyandu, {
      byRoles: alert.by_roles,
      ...(alert.escalated_to === null ? {} : { escalatedTo: alert.escalated_to }),
    })
    return role === undefined ? refuse('not-found') : work({ tx, region, alert, role, today: context.today(region) })
  })
}

async function step(
  context: GrowthContext,
  visitor: Visitor,
  { tx, region, alert, role }: Working,
  kind: string,
  set: Parameters<typeof updateAlert>[3],
  note?: string,
): Promise<void> {
  const at = context.clock.now()
  const actor = visitor.actor!.accountId
  await updateAlert(tx, region, alert, { handler: actor, ...set })
  await insertAlertEvents(tx, [
    {
      region_code: region,
      alert_id: alert.alert_id,
      event_id: newId(),
      at,
      actor,
      role,
      kind,
      note: note ?? null,
      data: '{}',
    },
  ])
  await writeJournal(tx, {
    at,
    actor,
    role,
    device: visitor.device,
    action: `child-alert.${kind}`,
    subject: alert.child_id ?? alert.pregnancy_id ?? alert.alert_id,
  })
}

/** Somebody begins. Refuses `not-found`, `growth.alert-step`. */
export function takeAlert(context: GrowthContext, visitor: Visitor, alertId: string): Promise<Result<AlertState>> {
  return working(context, visitor, alertId, async (at): Promise<Result<AlertState>> => {
    if (at.alert.state === 'in-work') return accept('in-work')
    const next = decideAlertStep(at.alert.state, 'in-work')
    if (next.ok) await step(context, visitor, at, 'taken', { state: 'in-work' })
    return next
  })
}

export type ReferralRequest = {
  readonly toKind: 'puskesmas' | 'hospital'
  readonly toName: string
  readonly reason: string
  readonly redFlags: readonly string[]
}

/** Sends the child on. Refuses `not-found`, `growth.alert-step`, `growth.referral-*`. */
export function referAlert(
  context: GrowthContext,
  visitor: Visitor,
  alertId: string,
  request: ReferralRequest,
): Promise<Result<AlertState>> {
  return working(context, visitor, alertId, async (at): Promise<Result<AlertState>> => {
    const { alert, tx, region, today } = at
    const toName = request.toName.trim()
    const reason = request.reason.trim()
    if (toName === '' || toName.length > 200) return refuse('growth.referral-place', 'toName')
    if (reason === '' || reason.length > MOST_WORDS)
      return refuse('growth.referral-reason', 'reason', { most: MOST_WORDS })
    const next = decideAlertStep(alert.state, 'referred')
    if (!next.ok) return next
    const referralId = newId()
    await insertReferral(tx, {
      region_code: region,
      referral_id: referralId,
      alert_id: alert.alert_id,
      child_id: alert.child_id,
      pregnancy_id: alert.pregnancy_id,
      centre_id: alert.centre_id,
      to_kind: request.toKind,
      to_name: toName,
      red_flags: context
        .editions(region)
        .care.redFlags.filter(({ asked, code }) => asked && request.redFlags.includes(code))
        .map(({ code }) => code),
      urgent: alert.transport,
      referred_on: today,
      referred_by: visitor.actor!.accountId,
      words: seal(context.ring, JSON.stringify({ reason }), referralContext(referralId)),
      state: 'open',
      answered_on: null,
      answered_by: null,
      follow_up_by: null,
      check_on: null,
    })
    await step(context, visitor, at, 'referred', {
      state: 'referred',
      referred_on: today,
      escalated_on: null,
      escalated_to: null,
    })
    return next
  })
}

export type ReferralAnswer = {
  readonly diagnosis: string
  readonly plan: string
  /** A coded diagnosis; a doctor's only. */
  readonly icd10?: string
  readonly followUpBy: 'cadre' | 'midwife' | 'nutritionist' | 'doctor'
  readonly checkOn?: string
  /** The three parts of hospital care, as typed; read only where the child was sent to a hospital. */
  readonly care?: TypedCare
}

/** The counter-referral: what was found, what to do, who follows up. Refuses `not-found`, `growth.alert-step`, `growth.answer-*`, `growth.care-*`. */
export function answerReferral(
  context: GrowthContext,
  visitor: Visitor,
  alertId: string,
  answer: ReferralAnswer,
): Promise<Result<AlertState>> {
  return working(context, visitor, alertId, async (at): Promise<Result<AlertState>> => {
    const { alert, tx, region, today, role } = at
    if (role === 'cadre' || role === 'family-team') return refuse('not-found')
    const diagnosis = answer.diagnosis.trim()
    const plan = answer.plan.trim()
    const faults: Refusal[] = []
    if (diagnosis === '' || diagnosis.length > MOST_WORDS)
      faults.push({ code: 'growth.answer-diagnosis', at: 'diagnosis', params: { most: MOST_WORDS } })
    if (plan === '' || plan.length > MOST_WORDS)
      faults.push({ code: 'growth.answer-plan', at: 'plan', params: { most: MOST_WORDS } })
    const checkOn = answer.checkOn ?? ''
    if (checkOn !== '' && (!isPlainDate(checkOn) || checkOn < today))
      faults.push({ code: 'growth.answer-day', at: 'checkOn' })
    const icd10 = answer.icd10 ?? ''
    if (icd10 !== '' && (role !== 'doctor' || !CARE_2022.diagnoses.some(({ code }) => code === icd10)))
      faults.push({ code: 'growth.answer-code', at: 'icd10' })
    if (faults.length > 0) return refuseAll(faults)
    const next = decideAlertStep(alert.state, 'answered')
    const open = (await listReferrals(tx, region, alert.alert_id)).findLast(({ state }) => state === 'open')
    if (!next.ok || open === undefined) return next.ok ? refuse('not-found') : next
    const care =
      open.to_kind === 'hospital' && answer.care !== undefined ? readHospitalCare(answer.care) : accept(undefined)
    if (!care.ok) return care
    const { reason } = openReferralWords(context, open.referral_id, open.words)
    const words: ReferralWords = {
      reason,
      diagnosis,
      plan,
      ...(icd10 === '' ? {} : { icd10 }),
      ...(care.value === undefined ? {} : { care: care.value }),
    }
    await updateReferral(tx, region, open.referral_id, {
      state: 'answered',
      answered_on: today,
      answered_by: visitor.actor!.accountId,
      diagnosed: icd10 !== '',
      follow_up_by: answer.followUpBy,
      check_on: checkOn === '' ? null : checkOn,
      words: seal(context.ring, JSON.stringify(words), referralContext(open.referral_id)),
    })
    await step(context, visitor, at, 'answered', {
      state: 'answered',
      by_roles: [...new Set([...alert.by_roles, answer.followUpBy])],
      due_on: checkOn === '' ? addDays(today, context.editions(region).care.lookAgainDays) : checkOn,
      escalated_on: null,
      escalated_to: null,
    })
    return next
  })
}

/**
 * Ends an alert with its result. Refuses `not-found`, `growth.alert-step`, `growth.alert-result-missing`, and `growth.sam-reason-missing`
 * where severe wasting is called recovered before its rule is met and nobody says why: who examined the child may know better.
 */
export function closeAlert(
  context: GrowthContext,
  visitor: Visitor,
  alertId: string,
  { result, words }: { readonly result: string; readonly words: string },
): Promise<Result<AlertState>> {
  return working(context, visitor, alertId, async (at): Promise<Result<AlertState>> => {
    const known = CARE_2022.results.find(({ code }) => code === result)
    if (known === undefined) return refuse('growth.alert-result-missing', 'result')
    if (words.length > MOST_WORDS) return refuse('growth.words-long', 'words', { most: MOST_WORDS })
    const next = decideAlertStep(at.alert.state, 'closed', result)
    if (next.ok && result === 'recovered' && words.trim() === '' && !(await mayRecover(at)))
      return refuse('growth.sam-reason-missing', 'words')
    if (next.ok)
      await step(context, visitor, at, 'closed', {
        state: 'closed',
        result,
        result_text: words.trim() === '' ? null : words.trim(),
        closed_on: at.today,
      })
    return next
  })
}

async function mayRecover({ tx, region, alert }: Working): Promise<boolean> {
  if (alert.child_id === null || !isSevereWasting(alert.code)) return true
  return mayLeaveCare(standing((await listMeasurements(tx, region, alert.child_id)).map(measurementOf)))
}
