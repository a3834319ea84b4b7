// One case, for the audit team alone: name, findings, plan.
import { formatFigure } from '../../kernel/decimal.ts'
import { fill, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { AUDIT_WORDS, KIND, SELECTION } from './audit-words.ts'
import type { AuditCaseView } from './care-port.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { day } from './page-parts.tsx'
import type { MeasuredOnce } from './reading.ts'

const w = AUDIT_WORDS

export function AuditCasePage({
  view,
  base,
  typed = {},
  errors = [],
}: { view: AuditCaseView; base: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const here = `${base}/audits/${view.auditId}/cases/${view.id}`
  return (
    <div class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack">
        <h1>{view.pseudonym}</h1>
        <p class="lead">
          {view.name}, {say(view.about, language)}, {view.villageName}
        </p>
        <p class="quiet">
          {say(KIND[view.kind], language)}; {say(SELECTION[view.selection], language)}
        </p>
      </div>
      {view.approvedOn === null ? null : (
        <Notice tone="good" fact={fill(say(w.approved, language), { date: day(view.approvedOn, language) })} />
      )}
      {view.measured === undefined ? null : <Measured measured={view.measured} />}
      <PanelForm action={here} send={w.saveCase} look="plain">
        <Field {...f.of('findings', view.findings)} kind="lines" rows={6} label={w.findings} hint={w.findingsHint} />
        <Field {...f.of('plan', view.plan ?? '')} kind="lines" rows={4} label={w.plan} />
      </PanelForm>
      {!view.mayApprove ? null : (
        <form method="post" action={`${here}/approve`}>
          <Button kind="second" label={w.approve} />
        </form>
      )}
    </div>
  )
}

function Measured({ measured }: { readonly measured: readonly MeasuredOnce[] }) {
  const language = useLanguage()
  const figure = (value: number | undefined, digits: number) =>
    value === undefined ? '' : formatFigure(value, digits, language)
  return (
    <section class="stack" aria-labelledby="h-measured">
      <h2 id="h-measured">{say(w.measured, language)}</h2>
      {measured.length === 0 ? (
        <p class="quiet">{say(w.notMeasured, language)}</p>
      ) : (
        <Table
          caption={w.measured}
          phone="cards"
          columns={[
            { key: 'on', label: w.on, title: true },
            { key: 'weight', label: w.weight, end: true },
            { key: 'length', label: w.length, end: true },
            { key: 'wfa', label: w.wfa, end: true },
            { key: 'lfa', label: w.lfa, end: true },
            { key: 'wfl', label: w.wfl, end: true },
          ]}
          rows={measured.map((one) => ({
            cells: {
              on: day(one.on, language),
              weight: figure(one.weightG === undefined ? undefined : one.weightG / 1000, 2),
              length: figure(one.lengthTenthMm === undefined ? undefined : one.lengthTenthMm / 100, 1),
              wfa: figure(one.weightForAge, 2),
              lfa: figure(one.lengthForAge, 2),
              wfl: figure(one.weightForLength, 2),
            },
          }))}
        />
      )}
    </section>
  )
}
