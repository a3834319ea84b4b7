// Going on with what a colleague of the same unit began for somebody who stands there now. Must stay true: the person agrees
// anew and is known by name to whoever goes on; what was confirmed before counts no more; who helped before loses sight of it
// and still never verifies it.

import { isUuid } from '../../kernel/id.ts'
import { readStoredName } from '../../kernel/person-name.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { caseOf } from './case-codec.ts'
import { findConflict } from './commands.ts'
import type { CasesContext } from './context.ts'
import { handHelpOver } from './continue-store.ts'
import { sameName } from './draft-commands.ts'
import { helpingUnit, OFFICE_WAYS } from './help-rules.ts'
import { findHelp } from './help-store.ts'
import { lockCase } from './store.ts'

export type Continuing = { readonly name: string; readonly consent: boolean }

/**
 * Makes the visitor the helper. Refuses `not-found` (not this unit's, sent, over), `help-consent-missing`, `help-name-wrong`,
 * `too-many`, `own-case`, `kin-case`. Safe to repeat.
 */
export async function continueHelp(
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  { name, consent }: Continuing,
): Promise<Result<{ readonly caseId: string }>> {
  if (!isUuid(caseId)) return refuse('not-found')
  const region = visitor.region!.code
  const account = visitor.actor!.accountId
  const typed = readStoredName(name, 'name')
  const wait = await context.limits.take('person-lookup', account)
  if (wait !== undefined) return refuse('too-many', 'name', { seconds: wait })
  return context.database.inRegion(region, async (tx): Promise<Result<{ readonly caseId: string }>> => {
    const row = await lockCase(tx, region, caseId)
    const help = row === undefined ? undefined : await findHelp(tx, region, caseId)
    const way = OFFICE_WAYS.find((one) => one === help?.way)
    if (row === undefined || help === undefined || way === undefined) return refuse('not-found')
    const file = caseOf(row, context.ring)
    const isOpen = file.endedAtMs === undefined && (file.state === 'draft' || file.state === 'returned')
    if (!isOpen || helpingUnit(visitor, way, file.serviceId, help.village_code ?? undefined) !== help.unit)
      return refuse('not-found')
    if (help.helper_account === account) return accept({ caseId })
    if (!consent) return refuse('help-consent-missing', `consent-${caseId}`)
    const at = context.clock.now()
    const note = (action: string, reason: string) =>
      writeJournal(tx, {
        at,
        actor: account,
        role: 'helper',
        unit: help.unit,
        device: visitor.device,
        action,
        caseId,
        reason,
        ...(file.applicantPerson === undefined ? {} : { subject: file.applicantPerson }),
      })
    const snapshot = await context.register.loadSnapshot(tx, region, {
      personIds: file.applicantPerson === undefined ? [] : [file.applicantPerson],
    })
    const known = file.applicantPerson === undefined ? undefined : snapshot.persons.get(file.applicantPerson)?.name
    const stored = known ?? file.contact?.name ?? ''
    if (!typed.ok || !sameName(stored, typed.value.name)) {
      await note('help.continue-refused', 'name')
      return refuse('help-name-wrong', `name-${caseId}`)
    }
    const conflict = await findConflict(tx, context, visitor, file)
    if (conflict !== undefined) {
      await note('help.continue-refused', conflict.code)
      return refuse(conflict.code, `name-${caseId}`)
    }
    await handHelpOver(tx, region, caseId, { from: help.helper_account, to: account, at })
    await note('help.continue', 'consent-spoken')
    return accept({ caseId })
  })
}
