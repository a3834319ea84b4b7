// Case audits of a region and one audit with its steps and cases. Must stay true: pseudonyms only; a NIK never comes back to a page.
import { formatCount } from '../../kernel/rupiah.ts'
import { fill, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { AUDIT_WORDS, KIND, options, SELECTION } from './audit-words.ts'
import type { AuditsView, AuditView } from './care-port.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { day, faultAt } from './page-parts.tsx'

const w = AUDIT_WORDS

export function AuditsPage({ view, base, typed = {}, errors = [] }: { view: AuditsView; base: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.audits, language)}</h1>
        <p class="lead">{say(w.auditsLead, language)}</p>
      </div>
      {view.audits.length === 0 ? (
        <EmptyState level={2} title={w.noAudits} text={w.noAuditsText} />
      ) : (
        <Table
          caption={w.audits}
          phone="cards"
          columns={[
            { key: 'name', label: w.audits, title: true },
            { key: 'step', label: w.steps },
            { key: 'cases', label: w.cases, end: true },
          ]}
          rows={view.audits.map((one) => ({
            cells: {
              name: (
                <a href={`${base}/audits/${one.id}`}>
                  {fill(say(w.audit, language), { year: one.year, cycle: one.cycle })}
                </a>
              ),
              step: (
                <Badge
                  tone={one.step === 7 ? 'done' : one.step === 0 ? 'wait' : 'work'}
                  label={one.step === 0 ? w.notBegun : fill(say(w.step, language), { n: one.step })}
                />
              ),
              cases: formatCount(one.cases, language),
            },
          }))}
        />
      )}
      {!view.mayOpen ? null : (
        <PanelForm action={`${base}/audits`} title={w.open} send={w.open} kind="second">
          <Field {...f.of('year', view.year)} kind="number" width={4} label={w.year} />
          <SelectField
            {...f.of('cycle')}
            label={w.cycle}
            width={8}
            options={[
              { value: '1', label: '1' },
              { value: '2', label: '2' },
            ]}
          />
        </PanelForm>
      )}
    </div>
  )
}

export function AuditPage({ view, base, typed = {}, errors = [] }: { view: AuditView; base: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const here = `${base}/audits/${view.id}`
  const next = view.steps.find((one) => one.doneOn === null)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{fill(say(w.audit, language), { year: view.year, cycle: view.cycle })}</h1>
        <Notice fact={w.names} icon="lock" />
      </div>
      <div class="split">
        <div class="stack stack-l">
          <section class="stack" aria-labelledby="h-cases">
            <h2 id="h-cases">{say(w.cases, language)}</h2>
            {view.caseLines.length === 0 ? (
              <p class="quiet">{say(w.noAuditsText, language)}</p>
            ) : (
              <Table
                caption={w.cases}
                phone="cards"
                columns={[
                  { key: 'who', label: w.pseudonym, title: true },
                  { key: 'kind', label: w.kind },
                  { key: 'why', label: w.selection },
                  { key: 'plan', label: w.plan },
                ]}
                rows={view.caseLines.map((one) => ({
                  cells: {
                    who: (
                      <div>
                        {view.isTeam ? <a href={`${here}/cases/${one.id}`}>{one.pseudonym}</a> : one.pseudonym}{' '}
                        <small class="quiet">{one.districtName}</small>
                      </div>
                    ),
                    kind: KIND[one.kind],
                    why: SELECTION[one.selection],
                    plan: (
                      <div>
                        {one.plan === null ? (
                          <Badge label={w.noPlan} />
                        ) : one.approvedOn === null ? (
                          <Badge tone="care" label={w.waits} />
                        ) : (
                          <Badge
                            tone="done"
                            label={fill(say(w.approved, language), { date: day(one.approvedOn, language) })}
                          />
                        )}
                        {one.plan !== null && one.approvedOn === null && !view.isTeam ? (
                          <form method="post" action={`${here}/cases/${one.id}/approve`}>
                            <p class="s">{one.plan}</p>
                            <Button small kind="second" label={w.approve} hidden={one.pseudonym} />
                          </form>
                        ) : null}
                      </div>
                    ),
                  },
                }))}
              />
            )}
          </section>
          {!view.isTeam || view.step >= 4 ? null : (
            <PanelForm action={`${here}/cases`} title={w.addCase} send={w.add} kind="second">
              <Field
                name="nik"
                kind="number"
                width={16}
                maxlength={16}
                label={w.nik}
                hint={w.nikHint}
                error={faultAt(errors, 'nik')}
              />
              <SelectField {...f.of('kind')} label={w.kind} options={options(KIND)} />
              <SelectField {...f.of('selection')} label={w.selection} options={options(SELECTION)} />
            </PanelForm>
          )}
        </div>
        <aside class="stack stack-m" aria-labelledby="h-steps">
          <h2 id="h-steps" class="h3">
            {say(w.steps, language)}
          </h2>
          <Timeline
            order="forward"
            items={view.steps.map((one) => ({
              title: `${one.step}. ${say(one.name, language)}`,
              state: one.doneOn !== null ? ('done' as const) : one === next ? ('now' as const) : ('next' as const),
              ...(one.doneOn === null ? {} : { at: { iso: one.doneOn, words: day(one.doneOn, language) } }),
              text: one.note ?? undefined,
            }))}
          />
          {next === undefined || !view.mayMove ? null : (
            <PanelForm
              action={`${here}/steps`}
              title={fill(say(w.next, language), { name: say(next.name, language) })}
              level={3}
              send={w.saveStep}
              kind="second"
              look="side"
            >
              <input type="hidden" name="step" value={next.step} />
              <DateOfBirth {...f.day('doneOn', view.today)} label={w.doneOn} />
              <Field {...f.of('note')} kind="lines" rows={2} label={w.note} />
            </PanelForm>
          )}
        </aside>
      </div>
    </div>
  )
}
