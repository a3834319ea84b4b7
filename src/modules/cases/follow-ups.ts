// Services that a case starts by itself (`startService`): a draft for the person, in the hands of whoever brought the case,
// who goes on with it when they like. Must stay true: begun in the transaction of the commit, once; nothing is sent for anybody.
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { startOf } from '../catalogue/process.ts'
import type { CaseFile } from './case.ts'
import { rowOf } from './case-codec.ts'
import type { CasesContext, FollowUp } from './context.ts'
import { DRAFT_MS } from './draft-commands.ts'
import { insertCase } from './store.ts'

/** Begins a draft for each; a service that the region does not offer is left out. Gives how many were begun. */
export async function startFollowUps(
  tx: Tx,
  context: CasesContext,
  file: CaseFile,
  wanted: readonly FollowUp[],
): Promise<number> {
  const now = context.clock.now()
  const nowMs = now.getTime()
  const helper = file.helperAccount ?? file.accountId
  let begun = 0
  for (const { service, personId } of wanted) {
    const offered = await context.services.find(file.region, service)
    if (offered === undefined || helper === undefined) continue
    const { applicants } = offered.service.definition
    const isOwn = personId === file.applicantPerson && file.accountId !== undefined
    const caseId = newId()
    const draft: CaseFile = {
      region: file.region,
      caseId,
      serviceId: service,
      revision: offered.revision,
      state: startOf(offered.service.process),
      stateSinceMs: nowMs,
      turn: 'applicant',
      channel: file.channel,
      ...(isOwn ? { accountId: helper } : { helperAccount: helper }),
      applicantPerson: personId,
      ...(applicants.length === 1 ? { applicantRole: applicants[0] } : {}),
      answers: {},
      confirmed: [],
      typed: {},
      ...(file.contact === undefined ? {} : { contact: file.contact }),
      language: file.language,
      late: false,
      overdue: false,
      returns: 0,
      applicantUntilMs: nowMs + DRAFT_MS,
      hands: {},
      version: 1,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    }
    await insertCase(tx, rowOf(draft, context.ring))
    await writeJournal(tx, {
      at: now,
      actor: 'system:cases',
      role: 'system',
      caseId,
      subject: personId,
      action: 'case.follow-up',
    })
    begun++
  }
  return begun
}
