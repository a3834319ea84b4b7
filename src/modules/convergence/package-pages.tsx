// Foster parents’ packages as a list, and the form that offers one. Must stay true: a giver chooses a need and a village, never a person.
import { formatRupiah } from '../../kernel/rupiah.ts'
import { fill, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { PackagesView } from './care-port.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { CONSENT, PACKAGE, PACKAGE_WORDS, STATE } from './package-words.ts'

const w = PACKAGE_WORDS

export function PackagesPage({
  view,
  base,
  typed = {},
  errors = [],
}: { view: PackagesView; base: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{say(w.packages, language)}</h1>
        <p class="lead">{say(view.role === 'giver' ? w.giverLead : w.villageLead, language)}</p>
      </div>
      {view.packages.length === 0 ? (
        <EmptyState level={2} title={w.noPackages} text={w.noPackagesText} />
      ) : (
        <Table
          caption={w.packages}
          phone="cards"
          columns={[
            { key: 'who', label: w.package, title: true },
            { key: 'state', label: w.state },
            ...(view.role === 'giver' ? [] : [{ key: 'giver', label: w.giver }]),
            { key: 'amount', label: w.amount, end: true },
            { key: 'deliveries', label: w.deliveries, end: true },
          ]}
          rows={view.packages.map((one) => ({
            cells: {
              who: (
                <div>
                  <a href={`${base}/packages/${one.id}`}>
                    {say(PACKAGE[one.kind], language)}, {one.who}
                  </a>{' '}
                  <small class="quiet">
                    {one.code}, {one.districtName}
                  </small>
                </div>
              ),
              state: (
                <div>
                  <Badge tone={STATE[one.state].tone} label={STATE[one.state].name} />{' '}
                  <small class="quiet">{say(one.isDue ? w.isDue : CONSENT[one.consent], language)}</small>
                </div>
              ),
              giver: one.giverName,
              amount: formatRupiah(one.amountRupiah, language),
              deliveries: `${one.deliveries} / ${one.months}`,
            },
          }))}
        />
      )}
      {view.role !== 'giver' ? null : view.needs.length === 0 ? (
        <p class="quiet">{say(w.noNeeds, language)}</p>
      ) : (
        <PanelForm action={`${base}/packages`} title={w.offer} lead={w.offerLead} send={w.send}>
          <SelectField
            {...f.of('need')}
            label={w.need}
            options={view.needs.map((one) => ({
              value: `${one.village} ${one.kind}`,
              label: fill(say(w.needLine, language), {
                kind: say(PACKAGE[one.kind], language),
                village: one.villageName,
                n: one.families,
              }),
            }))}
          />
          <Field {...f.of('months', 6)} kind="number" width={4} label={w.monthsField} />
          <Field {...f.of('amount')} kind="number" width={16} unit="Rp" label={w.amountField} />
        </PanelForm>
      )}
    </div>
  )
}
