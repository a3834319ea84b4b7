// The cases that wait for this head's signature, each with what it changes and, where this head may not sign it, why.
import type { Visitor } from '../../platform/http/visitor.ts'
import { officeCase } from './access.ts'
import { findConflict } from './commands.ts'
import type { CasesContext } from './context.ts'
import type { SigningLine } from './office-port.ts'
import { scopesOf } from './work-list-queries.ts'
import { listWork, type WorkRow } from './worklist-store.ts'

/** Cases that wait for this head's signature, each with its changes. */
export async function listSigning(context: CasesContext, visitor: Visitor): Promise<readonly SigningLine[]> {
  const region = visitor.region!
  return context.database.inRegion(
    region.code,
    async (tx) => {
      const scopes = scopesOf(visitor).filter((scope) => scope.turn === 'head')
      const rows: WorkRow[] = []
      for (const scope of scopes)
        rows.push(...(await listWork(tx, region.code, scope, { limit: 50, state: 'signing' })))
      const lines: SigningLine[] = []
      for (const row of rows) {
        const found = await officeCase(tx, context, visitor, row.case_id)
        if (!found.ok) continue
        const prepared = await context.writer.readPrepared(tx, region.code, row.case_id)
        const conflict = await findConflict(tx, context, visitor, found.value)
        const { service } = await context.services.get(region.code, row.service_id, found.value.revision)
        const own = Object.values(found.value.hands).includes(visitor.actor!.accountId)
        lines.push({
          caseId: row.case_id,
          number: row.number ?? '',
          serviceName: service.definition.texts.name,
          village: row.village_code === null ? '' : (context.villageName(row.village_code) ?? ''),
          changes: prepared?.beforeAfter ?? [],
          ...(conflict !== undefined
            ? { blocked: visitor.tell(conflict) }
            : own
              ? { blocked: visitor.tell({ code: 'four-eyes', params: { duty: '' } }) }
              : {}),
        })
      }
      return lines
    },
    { readOnly: true },
  )
}
