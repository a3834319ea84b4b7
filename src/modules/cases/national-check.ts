// The national centre's answer to an application: noted by an officer, asked for before anything is prepared. Must stay true: nobody
// notes an answer for a case they may not decide or are tied to; *asked* puts the case on hold with its cause, an answer takes
// it off again; every note stays, the newest counts.
import { addDays } from '../../kernel/date.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { instantOf, todayIn } from '../../kernel/zone.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { holds, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { lastCheckOf, requestsOfCase } from '../national/check-queries.ts'
import { insertCheck } from '../national/check-store.ts'
import { answerArrived } from '../national/link-store.ts'
import { faultOfReference, isCheckAnswer, NATIONAL_READERS } from '../national/rules.ts'
import type { Effect } from '../register/effect.ts'
import type { Plan } from '../register/plan.ts'
import type { CaseFile } from './case.ts'
import { actAsOfficer, actAsSystem, officerMover } from './commands.ts'
import { untiedCase } from './conflict.ts'
import type { CasesContext } from './context.ts'
import { answersLine, asksNation, checkLine, mayAskNation, waitFor } from './national-wait.ts'
import type { Check } from './office-port.ts'

const NOTERS: readonly string[] = ['verifier', 'validator', 'head']
/** Where an answer still changes something. */
const OPEN_STATES: readonly string[] = ['screening', 'verification', 'decision', 'validation', 'on_hold']
const HELD_FROM: readonly string[] = ['verification', 'validation']
/** The centre is asked again after so many days. */
const HOLD_DAYS = 3
const CAUSE = 'national-centre'
const OPENS_AT_MINUTE = 8 * 60

/** What the plan may say about uniqueness. Refuses `national-waiting`, `national-duplicate` where the case asks and may not go on. */
export async function nationalAnswerFor(
  tx: Tx,
  about: { readonly region: string; readonly caseId: string; readonly effects: readonly Effect[] },
  plan: () => Result<Plan>,
): Promise<Result<'unique' | undefined>> {
  if (!mayAskNation(about.effects)) return accept(undefined)
  const planned = plan()
  // What the register refuses is told by the preparation itself.
  if (!planned.ok || !asksNation(planned.value.done)) return accept(undefined)
  const refusal = waitFor(await lastCheckOf(tx, about.region, about.caseId))
  return refusal === undefined ? accept('unique') : refuseAll([refusal])
}

/** What a case's page says of the centre: the check that waits, or how the national register stands to what was issued. */
export async function nationalOf(
  tx: Tx,
  visitor: Visitor,
  file: CaseFile,
  about: { readonly asks: boolean; readonly roles: readonly string[]; readonly at: (moment: Date) => string },
): Promise<{ readonly lines: readonly Check[]; readonly mayNote: boolean }> {
  const { region, caseId } = file
  if (file.issuedAtMs !== undefined) {
    const reader = NATIONAL_READERS.some((role) => holds(visitor.actor, region, role))
    const line = answersLine(
      await requestsOfCase(tx, region, caseId),
      reader ? `/${region}/office/national` : undefined,
    )
    return { lines: line === undefined ? [] : [line], mayNote: false }
  }
  if (!about.asks || !OPEN_STATES.includes(file.state)) return { lines: [], mayNote: false }
  return {
    lines: [checkLine(await lastCheckOf(tx, region, caseId), about.at)],
    mayNote: about.roles.some((role) => NOTERS.includes(role)),
  }
}

/**
 * Notes the centre's answer. Refusals: `not-found`, ties, `national-check-answer`, those of a reference, `national-check-late`, and
 * those of a hold. Safe to repeat with the same key.
 */
export async function noteNationalAnswer(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  note: { readonly answer: string; readonly reference: string },
  key: string,
): Promise<Result<unknown>> {
  const region = visitor.region!
  const { answer } = note
  if (!isCheckAnswer(answer)) return refuse('national-check-answer', 'answer')
  const fault = answer === 'asked' ? undefined : faultOfReference(note.reference)
  if (fault !== undefined) return refuse(fault, 'reference')
  const now = context.clock.now()
  const noted = await context.database.inRegion(region.code, async (tx) => {
    const found = await untiedCase(tx, context, visitor, caseId, 'national')
    if (!found.ok) return found
    const file = found.value
    const offered = await context.services.get(region.code, file.serviceId, file.revision)
    const mover = officerMover(visitor, file, offered)
    if (!mover.roles.some((role) => NOTERS.includes(role))) return refuse('not-found')
    if (!mayAskNation(offered.service.definition.effects)) return refuse('not-found')
    if (!OPEN_STATES.includes(file.state)) return refuse('national-check-late')
    const done = await once(tx, `national-check:${caseId}:${key}`, answer, async () => {
      await insertCheck(tx, {
        region_code: region.code,
        check_id: newId(),
        case_id: caseId,
        answer,
        reference: answer === 'asked' ? null : note.reference.trim(),
        answered_by: mover.id,
        unit: mover.unit ?? '',
        answered_at: now,
      })
      if (answer !== 'asked') await answerArrived(tx, region.code, mover.id, now)
      await writeJournal(tx, {
        at: now,
        actor: mover.id,
        role: mover.role,
        ...(mover.unit === undefined ? {} : { unit: mover.unit }),
        device: visitor.device,
        caseId,
        subject: file.applicantPerson,
        action: 'national.check',
        fields: [answer],
      })
      return accept(null)
    })
    return done.ok ? accept(file) : done
  })
  if (!noted.ok) return noted
  const { state, holdCause } = noted.value
  if (answer !== 'asked')
    return state === 'on_hold' && holdCause === CAUSE
      ? actAsSystem(context, region.code, caseId, { id: 'resume' })
      : accept(undefined)
  if (!HELD_FROM.includes(state)) return accept(undefined)
  const until = addDays(todayIn(region.timeZone, now.getTime()), HOLD_DAYS)
  const holdUntilMs = instantOf(region.timeZone, until, OPENS_AT_MINUTE)
  return actAsOfficer(context, visitor, caseId, { id: 'hold', reason: CAUSE, until, holdUntilMs }, `${key}:hold`)
}
