// Asking about one's data and answering it. Must stay true: the clock starts when it is asked; a refusal needs two officers,
// neither of whom asked; who reads or answers leaves a row in the journal.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { once } from '../../platform/db/once.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { sealWords } from './codec.ts'
import { keeperRole, type PrivacyTools, tell, tellOwn } from './context.ts'
import { conflictOf, dueOf, faultOfWords, faultsOfRequest, MOST_OPEN } from './rules.ts'
import { changeRequest, countOpen, findRequest, insertRequest, type RequestRow } from './store.ts'

export async function askAboutData(
  tools: PrivacyTools,
  visitor: Visitor,
  kind: string,
  words: string,
  key: string,
): Promise<Result<{ readonly requestId: string }>> {
  const faults = faultsOfRequest(kind, words)
  if (faults.length > 0) return refuseAll(faults)
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  const now = tools.clock.now()
  return tools.database.inRegion(region, (tx) =>
    once(tx, `privacy:${key}`, `ask:${account}:${kind}`, async () => {
      if ((await countOpen(tx, region, account)) >= MOST_OPEN) return refuse('privacy-many')
      const requestId = newId()
      await insertRequest(tx, {
        region_code: region,
        request_id: requestId,
        kind,
        account_id: account,
        person_id: visitor.actor!.personId ?? null,
        words: sealWords(tools.ring, 'request', requestId, words.trim()),
        state: 'open',
        made_at: now,
        due_at: dueOf(now),
        answer: null,
        proposed_by: null,
        proposed_at: null,
        decided_by: null,
        decided_at: null,
      })
      await tellOwn(tx, tools, visitor, `privacy.ask.${kind}`)
      return accept({ requestId })
    }),
  )
}

export async function withdrawRequest(
  tools: PrivacyTools,
  visitor: Visitor,
  requestId: string,
  key: string,
): Promise<Result<null>> {
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  if (!isUuid(requestId)) return refuse('not-found')
  return tools.database.inRegion(region, (tx) =>
    once(tx, `privacy:${requestId}:${key}`, `withdraw:${account}`, async () => {
      const row = await findRequest(tx, region, requestId, true)
      if (row === undefined || row.account_id !== account) return refuse('not-found')
      if (row.state !== 'open') return refuse('privacy-state')
      await changeRequest(tx, region, requestId, { state: 'withdrawn', decided_at: tools.clock.now() })
      await tellOwn(tx, tools, visitor, 'privacy.withdraw')
      return accept(null)
    }),
  )
}

type Work = (
  row: RequestRow,
  change: (patch: Partial<RequestRow>, action: string) => Promise<Result<null>>,
) => Promise<Result<null>>

/** A request locked for an officer who may decide; refuses `not-found`, `privacy-own`, `privacy-four-eyes`. */
function decideOn(tools: PrivacyTools, visitor: Visitor, requestId: string, key: string, ask: string, work: Work) {
  if (keeperRole(visitor) === undefined || !isUuid(requestId)) return refuse('not-found')
  const region = visitor.region!.code
  const { accountId, personId } = visitor.actor!
  return tools.database.inRegion(region, (tx) =>
    once(tx, `privacy:${requestId}:${key}`, `${ask}:${accountId}`, async () => {
      const row = await findRequest(tx, region, requestId, true)
      if (row === undefined) return refuse('not-found')
      const conflict = conflictOf(
        { account: accountId, ...(personId === undefined ? {} : { person: personId }) },
        {
          account: row.account_id,
          ...(row.person_id === null ? {} : { person: row.person_id }),
          ...(row.state === 'proposed' && row.proposed_by !== null ? { proposedBy: row.proposed_by } : {}),
        },
      )
      if (conflict !== undefined) {
        await tell(tx, tools, visitor, 'privacy.answer.refused', { subject: row.person_id, reason: conflict.code })
        return refuseAll([conflict])
      }
      return work(row, async (patch, action) => {
        await changeRequest(tx, region, requestId, patch)
        await tell(tx, tools, visitor, action, { subject: row.person_id })
        return accept(null)
      })
    }),
  )
}

/** Answers at once, or proposes a refusal. Refuses `privacy-outcome`, words, `privacy-state`. */
export async function answerRequest(
  tools: PrivacyTools,
  visitor: Visitor,
  requestId: string,
  outcome: string,
  words: string,
  key: string,
): Promise<Result<null>> {
  return decideOn(tools, visitor, requestId, key, `answer:${outcome}`, async (row, change) => {
    if (outcome !== 'granted' && outcome !== 'refused') return refuse('privacy-outcome', 'outcome')
    const fault = faultOfWords(words, 'answer')
    if (fault !== undefined) return refuseAll([fault])
    if (row.state !== 'open') return refuse('privacy-state')
    const now = tools.clock.now()
    const { accountId } = visitor.actor!
    const answer = sealWords(tools.ring, 'answer', requestId, words.trim())
    return outcome === 'granted'
      ? change({ state: 'granted', answer, decided_by: accountId, decided_at: now }, 'privacy.grant')
      : change({ state: 'proposed', answer, proposed_by: accountId, proposed_at: now }, 'privacy.propose-refusal')
  })
}

/** Another officer confirms the refusal, or hands the request back. */
export async function confirmRefusal(
  tools: PrivacyTools,
  visitor: Visitor,
  requestId: string,
  confirmed: boolean,
  key: string,
): Promise<Result<null>> {
  return decideOn(tools, visitor, requestId, key, `confirm:${confirmed}`, async (row, change) => {
    if (row.state !== 'proposed') return refuse('privacy-state')
    return confirmed
      ? change(
          { state: 'refused', decided_by: visitor.actor!.accountId, decided_at: tools.clock.now() },
          'privacy.refuse',
        )
      : change({ state: 'open', answer: null, proposed_by: null, proposed_at: null }, 'privacy.hand-back')
  })
}
