// What the pages of reports read. Must stay true: a notifier sees what was sent, never what it met in the register; the
// numbers of waiting reports are read by the counter only, and each reading is in the journal.
import { formatInstant } from '../../kernel/date-format.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import type { CasesContext } from './context.ts'
import { contentOf, fieldsOf, kindsOf, mayTend } from './report-commands.ts'
import { REPORT_KINDS } from './report-kinds.ts'
import type { ReportView, WaitingView } from './report-port.ts'
import { listReportsOf, listWaiting } from './report-store.ts'

const labelOf = (id: string) => REPORT_KINDS.find((one) => one.id === id)?.label ?? { id, en: id }

export async function readReport(
  context: CasesContext,
  visitor: Visitor,
  wanted: string | undefined,
): Promise<Result<ReportView>> {
  const kinds = kindsOf(visitor)
  if (kinds.length === 0) return refuse('not-yours')
  const { code, timeZone } = visitor.region!
  const chosen = kinds.find(({ kind }) => kind.id === wanted) ?? (kinds.length === 1 ? kinds[0] : undefined)
  const offered = chosen === undefined ? undefined : await context.services.find(code, chosen.kind.service)
  const sent = await context.database.inRegion(code, (tx) => listReportsOf(tx, code, visitor.actor!.accountId, 20), {
    readOnly: true,
  })
  return accept({
    kinds: kinds.map(({ kind }) => ({ id: kind.id, label: kind.label })),
    ...(chosen === undefined || offered === undefined
      ? {}
      : {
          form: {
            kind: chosen.kind,
            unit: chosen.by.unit,
            fields: fieldsOf(chosen.kind, offered).map((field) => ({
              field,
              optional: !chosen.kind.must.includes(field.key),
            })),
          },
        }),
    sent: sent.map((row) => ({
      label: labelOf(row.kind),
      unit: row.unit_name,
      at: formatInstant(row.created_at.getTime(), timeZone, visitor.language),
    })),
  })
}

export async function readWaiting(context: CasesContext, visitor: Visitor): Promise<Result<WaitingView>> {
  const { code, timeZone } = visitor.region!
  if (assignmentsFor(visitor.actor, code, 'front-office').length === 0) return refuse('not-yours')
  return context.database.inRegion(code, async (tx) => {
    const rows = (await listWaiting(tx, code, 50)).filter((row) => mayTend(visitor, row))
    if (rows.length > 0)
      await writeJournal(tx, {
        at: context.clock.now(),
        actor: visitor.actor!.accountId,
        role: 'front-office',
        device: visitor.device,
        action: 'report.read',
        fields: ['nik', 'name'],
      })
    return accept({
      lines: rows.map((row) => {
        const { nik, name } = contentOf(context, row)
        return {
          reportId: row.report_id,
          label: labelOf(row.kind),
          about: REPORT_KINDS.find((one) => one.id === row.kind)?.about ?? { id: '', en: '' },
          unit: row.unit_name,
          at: formatInstant(row.created_at.getTime(), timeZone, visitor.language),
          nik,
          name,
        }
      }),
    })
  })
}
