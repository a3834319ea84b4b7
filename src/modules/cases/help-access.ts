// Whether a helper may go on with a case, asked anew at each step: the role still holds, the village is still the own one,
// the mandate is still in force, the case is not closed. Must stay true: one reading decides for all pages and commands.
import type { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { CaseFile } from './case.ts'
import { decideMandate, type HelpWay, helpingUnit, type MandateTerms, OFFICE_WAYS } from './help-rules.ts'
import { findHelp, findMandate, type HelpRow, type MandateRow } from './help-store.ts'

/** The case is the visitor's own: begun by the account, or for its person. */
export function isOwner(visitor: Visitor, file: CaseFile): boolean {
  const { actor } = visitor
  if (actor === undefined) return false
  return file.accountId === actor.accountId || (actor.personId !== undefined && file.applicantPerson === actor.personId)
}

/** The visitor fills it in for somebody else. */
export function isHelper(visitor: Visitor, file: CaseFile): boolean {
  return (
    visitor.actor !== undefined &&
    file.helperAccount === visitor.actor.accountId &&
    file.accountId !== file.helperAccount
  )
}

export type Help = HelpRow & { readonly way: HelpWay }

/** Refuses `not-found` and `mandate-ended`. */
export async function decideHelper(
  tx: Tx,
  visitor: Visitor,
  file: CaseFile,
  nowMs: number,
): Promise<{ readonly help: Help } | { readonly refusal: Refusal }> {
  const none = { refusal: { code: 'not-found' } }
  const row = await findHelp(tx, file.region, file.caseId)
  if (row === undefined || row.helper_account !== visitor.actor!.accountId || file.endedAtMs !== undefined) return none
  if (row.way === 'mandate') {
    const mandate = row.mandate_id === null ? undefined : await findMandate(tx, file.region, row.mandate_id)
    const refusal = decideMandate(mandate === undefined ? undefined : termsOf(mandate), visitor.actor!, {
      giverPerson: file.applicantPerson,
      serviceId: file.serviceId,
      nowMs,
    })
    return refusal === undefined ? { help: { ...row, way: 'mandate' } } : { refusal }
  }
  const way = OFFICE_WAYS.find((one) => one === row.way)
  if (way === undefined) return none
  return helpingUnit(visitor, way, file.serviceId, row.village_code ?? undefined) === undefined
    ? none
    : { help: { ...row, way } }
}

export function termsOf(row: MandateRow): MandateTerms {
  return {
    giverPerson: row.giver_person,
    ...(row.holder_account === null ? {} : { holderAccount: row.holder_account }),
    ...(row.holder_person === null ? {} : { holderPerson: row.holder_person }),
    serviceId: row.service_id,
    validFromMs: row.valid_from.getTime(),
    validUntilMs: row.valid_until.getTime(),
    ...(row.ended_at === null ? {} : { endedAtMs: row.ended_at.getTime() }),
  }
}

/** What stands between a helper and sending: undefined when the person confirmed this very version. */
export async function unconfirmed(
  tx: Tx,
  visitor: Visitor,
  file: CaseFile,
  nowMs: number,
): Promise<{ readonly by?: string; readonly unit?: string; readonly refusal?: Refusal }> {
  if (isOwner(visitor, file) || !isHelper(visitor, file)) return {}
  const helper = await decideHelper(tx, visitor, file, nowMs)
  if ('refusal' in helper) return { refusal: helper.refusal }
  const { way, unit, confirmed_version } = helper.help
  if (way !== 'mandate' && confirmed_version !== file.version)
    return { by: way, unit, refusal: { code: 'confirm-needed' } }
  return { by: way, unit }
}

/** Is this the applicant, or the holder of their mandate? Finished papers, withdrawing and objecting are theirs; who only helped has none of it. */
export async function speaksForApplicant(tx: Tx, visitor: Visitor, file: CaseFile): Promise<boolean> {
  return isOwner(visitor, file) || (await findHelp(tx, file.region, file.caseId))?.way === 'mandate'
}
