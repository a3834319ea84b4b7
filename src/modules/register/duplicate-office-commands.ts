// What officers decide about two entries that look alike. Must stay true: nobody decides about the own family; who found two
// entries to be the same does not join them; a decision about a case opens or closes the way to a number and nothing else.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import { allOrNothing } from '../../platform/db/all-or-nothing.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Assignment, Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { type DuplicateVerdict, decideDuplicate, mergePersons, undoDuplicate } from './duplicate-commands.ts'
import { type PairState, setPairState } from './duplicate-pair-store.ts'
import type { DecisionTyped } from './duplicate-port.ts'
import { caseIn, type DuplicateOffice, isOwn, pairIn } from './duplicate-queries.ts'
import { DUPLICATE_DECIDERS, DUPLICATE_JOINERS, regionWide } from './office-access.ts'
import { noteLook } from './office-context.ts'

const VERDICTS: readonly DuplicateVerdict[] = ['same', 'different', 'unsure']
const STATE_OF: Readonly<Record<DuplicateVerdict, PairState>> = {
  same: 'same',
  different: 'different',
  unsure: 'unsure',
}
const LONGEST_REASON = 300

type Acting = {
  readonly tx: Tx
  readonly as: Assignment
  readonly by: { readonly account: string; readonly role: string; readonly unit: string }
}

async function act<T>(
  office: DuplicateOffice,
  visitor: Visitor,
  roles: readonly Role[],
  work: (acting: Acting) => Promise<Result<T>>,
): Promise<Result<T>> {
  const as = regionWide(visitor, roles)
  const account = visitor.actor?.accountId
  if (visitor.region === undefined || as === undefined || account === undefined) return refuse('not-found')
  return office.database.inRegion(visitor.region.code, (tx) =>
    // Undoing may be refused after the decision was marked as taken back: then it still stands.
    allOrNothing(tx, () => work({ tx, as, by: { account, role: as.role, unit: as.unit } })),
  )
}

const writing = (office: DuplicateOffice, visitor: Visitor) => ({
  ring: office.ring,
  region: visitor.region?.code ?? '',
  caseId: null,
  now: office.clock.now(),
  newId,
})

function readReason(text: string): Result<string> {
  const reason = text.trim().slice(0, LONGEST_REASON)
  if (reason.length < 5) return refuse('duplicate-reason-missing', 'reason')
  return /\d{16}/.test(reason.replace(/[\s.]/g, '')) ? refuse('register-reason-number', 'reason') : accept(reason)
}

/** Refusals: `duplicate-verdict-missing`, `duplicate-reason-missing`, `register-reason-number`, `duplicate-own`, `duplicate-decided`, `duplicate-gone`. */
export async function decideAboutPair(
  office: DuplicateOffice,
  visitor: Visitor,
  subject: string,
  b: string,
  typed: DecisionTyped,
  isCase: boolean,
): Promise<Result<unknown>> {
  const verdict = VERDICTS.find((one) => one === typed.verdict)
  return act(office, visitor, DUPLICATE_DECIDERS, async ({ tx, as, by }) => {
    const found = isCase ? await caseIn(tx, office, visitor, subject) : await pairIn(tx, office, visitor, subject, b)
    if (found === undefined) return refuse('not-found')
    const hit = 'hit' in found ? found.hit : found.hits.find((one) => one.candidate.personId === b)
    if (hit === undefined) return refuse('duplicate-gone')
    if (isOwn(visitor, found.snapshot, [subject, b])) return refuse('duplicate-own')
    if (verdict === undefined) return refuse('duplicate-verdict-missing', 'verdict')
    const reason = readReason(typed.reason)
    if (!reason.ok) return reason
    const before = hit.decision
    // Pressed twice: what this officer has just said is said already.
    if (before?.verdict === verdict && before.by === by.account) return accept(null)
    const write = writing(office, visitor)
    // The score of a pair may have fallen below the bands since it was found; the decision keeps the lower band.
    const { match } = hit
    const kept = { ...match, band: match.band === 'sure' ? ('sure' as const) : ('possible' as const) }
    const done = await decideDuplicate(
      tx,
      { ...write, caseId: isCase ? subject : null },
      {
        subjectId: subject,
        hit: { candidate: hit.candidate, match: kept },
        verdict,
        reason: reason.value,
        by,
      },
    )
    if (!done.ok) return done
    if (isCase) await caseIn(tx, office, visitor, subject)
    else await setPairState(tx, write.region, subject, b, STATE_OF[verdict], write.now)
    await noteLook(tx, office, visitor, as, {
      action: 'person.duplicate-decided',
      purpose: 'duplicate',
      subjects: isCase ? [b] : [subject, b],
      words: verdict,
    })
    return accept(null)
  })
}

/** Joins two entries found to be the same. Refusals: `duplicate-keep-missing`, `duplicate-four-eyes`, `duplicate-own`, and those of `mergePersons`. */
export async function joinPair(
  office: DuplicateOffice,
  visitor: Visitor,
  a: string,
  b: string,
  keep: string,
): Promise<Result<unknown>> {
  const region = visitor.region
  return act(office, visitor, DUPLICATE_JOINERS, async ({ tx, by }) => {
    const found = await pairIn(tx, office, visitor, a, b)
    if (found === undefined || region === undefined) return refuse('not-found')
    if (found.state === 'joined') return accept(null)
    const { decision } = found.hit
    if (decision?.verdict !== 'same') return refuse('duplicate-not-decided')
    if (decision.by === by.account) return refuse('duplicate-four-eyes')
    if (isOwn(visitor, found.snapshot, [a, b])) return refuse('duplicate-own')
    if (keep !== a && keep !== b) return refuse('duplicate-keep-missing', 'keep')
    const write = writing(office, visitor)
    const done = await mergePersons(tx, write, {
      decisionId: decision.decisionId,
      keep,
      drop: keep === a ? b : a,
      today: todayIn(region.timeZone, write.now.getTime()),
      by,
    })
    if (done.ok) await setPairState(tx, region.code, a, b, 'joined', write.now)
    return done
  })
}

/** Takes a decision back, and the joining that followed from it. */
export async function undoDecision(
  office: DuplicateOffice,
  visitor: Visitor,
  subject: string,
  b: string,
  typedReason: string,
  isCase: boolean,
): Promise<Result<unknown>> {
  const region = visitor.region
  return act(office, visitor, [...DUPLICATE_DECIDERS, ...DUPLICATE_JOINERS], async ({ tx, by }) => {
    const found = isCase ? await caseIn(tx, office, visitor, subject) : await pairIn(tx, office, visitor, subject, b)
    if (found === undefined || region === undefined) return refuse('not-found')
    const hit = 'hit' in found ? found.hit : found.hits.find((one) => one.candidate.personId === b)
    if (hit?.decision === undefined) return refuse('duplicate-not-decided')
    if (isOwn(visitor, found.snapshot, [subject, b])) return refuse('duplicate-own')
    const reason = readReason(typedReason)
    if (!reason.ok) return { ok: false, refusals: reason.refusals.map((one) => ({ ...one, at: 'undo' })) }
    const write = writing(office, visitor)
    const done = await undoDuplicate(tx, write, {
      decisionId: hit.decision.decisionId,
      reason: reason.value,
      today: todayIn(region.timeZone, write.now.getTime()),
      by,
    })
    if (!done.ok) return done
    if (isCase) await caseIn(tx, office, visitor, subject)
    else await setPairState(tx, region.code, subject, b, 'open', write.now)
    return done
  })
}
