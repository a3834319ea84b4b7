// An officer with a tie to a case (own, kin, own card) sees that it exists and why it is not theirs, and hands it over;
// nothing of the file. Must stay true: no answer, picture or name of service leaves this module for them; every look and the
// hand-over are in the journal.
import { accept, type Refusal, type Result, refuse } from '../../kernel/refusal.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { officeCase } from './access.ts'
import type { CaseFile } from './case.ts'
import { patchOf } from './case-codec.ts'
import { findConflict, refuseAndTell } from './commands.ts'
import type { CasesContext } from './context.ts'
import type { OfficeConflictView } from './office-port.ts'
import { updateCase } from './store.ts'

const CODES = new Set(['own-case', 'kin-case', 'helped-case'])

/** Is this the refusal of somebody with a tie to the case? */
export const isConflict = (refusals: readonly Refusal[]): boolean => refusals.some((one) => CODES.has(one.code))

/** The case, when nothing ties this officer to it. Refuses `not-found`; `own-case` and `kin-case`, journalled as `case.<action>.refused`. */
export async function untiedCase(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  action: string,
): Promise<Result<CaseFile>> {
  const found = await officeCase(tx, context, visitor, caseId)
  if (!found.ok) return found
  const conflict = await findConflict(tx, context, visitor, found.value)
  return conflict === undefined ? found : refuseAndTell(tx, context, visitor, found.value, action, conflict)
}

/** What an officer with a tie may know. Refuses `not-found`, also when nothing ties them. */
export async function readConflict(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
): Promise<Result<OfficeConflictView>> {
  return context.database.inRegion(
    visitor.region!.code,
    async (tx) => {
      const found = await officeCase(tx, context, visitor, caseId)
      if (!found.ok) return found
      const conflict = await findConflict(tx, context, visitor, found.value)
      if (conflict === undefined) return refuse('not-found')
      const { number = '', takenBy } = found.value
      return accept({
        caseId,
        number,
        reason: visitor.tell(conflict),
        taken: takenBy === undefined ? 'free' : takenBy === visitor.actor!.accountId ? 'mine' : 'other',
      })
    },
    { readOnly: true },
  )
}

/** Puts the case back on the shared list and notes once that this officer stepped aside. Refuses `not-found`; pressing twice is harmless. */
export async function stepAside(context: CasesContext, visitor: Visitor, caseId: string): Promise<Result<unknown>> {
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  return context.database.inRegion(region, async (tx) => {
    const found = await officeCase(tx, context, visitor, caseId, 'lock')
    if (!found.ok) return found
    const file = found.value
    const conflict = await findConflict(tx, context, visitor, file)
    if (conflict === undefined) return refuse('not-found')
    if (file.takenBy === account) {
      const free = patchOf(file, { takenBy: undefined, takenAtMs: undefined }, context.ring)
      if (!(await updateCase(tx, region, caseId, file.version, free))) return refuse('case-changed')
    }
    return once(tx, `aside:${caseId}:${account}`, conflict.code, async () => {
      await writeJournal(tx, {
        at: context.clock.now(),
        actor: account,
        role: 'officer',
        device: visitor.device,
        caseId,
        action: 'case.stepped-aside',
        reason: conflict.code,
      })
      return accept(null)
    })
  })
}
