// Who may see or touch a case: its applicant and helper, officers by role, service and place. One place decides; the
// row's region is the database's second lock. A case one may not see is answered as if it did not exist.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Role, type Visitor } from '../../platform/http/visitor.ts'
import type { CaseFile } from './case.ts'
import { caseOf } from './case-codec.ts'
import type { CasesContext } from './context.ts'
import { decideHelper, isHelper, isOwner } from './help-access.ts'
import { findCase, lockCase } from './store.ts'

export const OFFICE_ROLES: readonly Role[] = ['front-office', 'verifier', 'validator', 'head', 'production', 'delivery']

/** The office roles this visitor holds for the case's service and place. */
export function officeRoles(
  visitor: Visitor,
  file: Pick<CaseFile, 'region' | 'serviceId' | 'villageCode'>,
): readonly Role[] {
  return OFFICE_ROLES.filter(
    (role) =>
      assignmentsFor(visitor.actor, file.region, role, file.serviceId, file.villageCode ?? file.region).length > 0,
  )
}

/** The unit as whose member the visitor acts in a role: what the journal shows to the person whose data it was. */
export function unitOf(visitor: Visitor, role: string): { readonly unit?: string } {
  const own = visitor.actor?.assignments.find((one) => one.region === visitor.region?.code && one.role === role)
  return own === undefined || own.unit === '' ? {} : { unit: own.unit }
}

type Want = 'read' | 'lock'

async function load(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  want: Want,
): Promise<CaseFile | undefined> {
  if (visitor.region === undefined || !isUuid(caseId)) return undefined
  const row = await (want === 'lock' ? lockCase : findCase)(tx, visitor.region.code, caseId)
  return row === undefined ? undefined : caseOf(row, context.ring)
}

/** The case of an applicant or helper. Refuses `not-found`, `mandate-ended`. */
export async function ownCase(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  want: Want = 'read',
): Promise<Result<CaseFile>> {
  const file = await load(tx, context, visitor, caseId, want)
  if (file === undefined) return refuse('not-found')
  if (isOwner(visitor, file)) return accept(file)
  if (!isHelper(visitor, file)) return refuse('not-found')
  const helper = await decideHelper(tx, visitor, file, context.clock.now().getTime())
  return 'refusal' in helper ? refuseAll([helper.refusal]) : accept(file)
}

/** A case an officer may see, submitted at least. Refuses `not-found`. */
export async function officeCase(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  want: Want = 'read',
): Promise<Result<CaseFile>> {
  const file = await load(tx, context, visitor, caseId, want)
  return file !== undefined && file.number !== undefined && officeRoles(visitor, file).length > 0
    ? accept(file)
    : refuse('not-found')
}

/** A draft or returned file that its applicant may still change. Refuses `not-found`, `case-sent`. */
export async function editableCase(
  tx: Tx,
  context: CasesContext,
  visitor: Visitor,
  caseId: string,
  want: Want = 'read',
): Promise<Result<CaseFile>> {
  const found = await ownCase(tx, context, visitor, caseId, want)
  if (!found.ok) return found
  return found.value.state === 'draft' || found.value.state === 'returned' ? found : refuse('case-sent')
}
