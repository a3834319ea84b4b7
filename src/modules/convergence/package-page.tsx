// One package: what was delivered, what changed, what the family agreed to. Must stay true: what is drawn comes from the view, which
// has no field for a number or an address.
import { formatRupiah } from '../../kernel/rupiah.ts'
import { fill, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import type { PackageView } from './care-port.ts'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { CONSENT, PACKAGE, PACKAGE_WORDS, RESULT, STATE } from './package-words.ts'
import { day, faultAt } from './page-parts.tsx'

const w = PACKAGE_WORDS

export function PackagePage({ view, base, typed = {}, errors = [] }: { view: PackageView; base: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const here = `${base}/packages/${view.id}`
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {say(PACKAGE[view.kind], language)}, {view.who}
        </h1>
        <p>
          <Badge tone={STATE[view.state].tone} label={STATE[view.state].name} />
        </p>
        {view.end === undefined ? null : (
          <Notice
            tone={view.end.result === 'same' || view.end.result === 'ended-early' ? 'note' : 'good'}
            fact={fill(say(w.ended, language), {
              date: day(view.end.on, language),
              result: say(RESULT[view.end.result], language),
            })}
          >
            <p>{view.end.note}</p>
          </Notice>
        )}
        {view.isDue ? <Notice tone="care" fact={w.isDue} /> : null}
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-events">
          <h2 id="h-events">{say(w.events, language)}</h2>
          {view.events.length === 0 ? (
            <p class="quiet">{say(w.noEvents, language)}</p>
          ) : (
            <Timeline
              items={view.events.map((one) => ({
                title: one.kind === 'delivery' ? w.delivery : w.effect,
                state: 'done' as const,
                at: { iso: one.on, words: day(one.on, language) },
                text: one.hasProof ? (
                  <>
                    {one.body}{' '}
                    <a href={`${here}/proofs/${one.id}`}>
                      {say(w.openProof, language)}
                      <span class="hide">, {day(one.on, language)}</span>
                    </a>
                  </>
                ) : (
                  one.body
                ),
              }))}
            />
          )}
          {!view.mayNote ? null : (
            <PanelForm action={`${here}/uploads`} send={w.saveEvent} files>
              <ChoiceCards
                {...f.of('kind', 'delivery')}
                two
                label={w.events}
                choices={[
                  { value: 'delivery', label: w.delivery },
                  { value: 'effect', label: w.effect },
                ]}
              />
              <DateOfBirth {...f.day('on', view.today)} label={w.on} />
              <Field {...f.of('body')} kind="lines" rows={2} label={w.body} hint={w.bodyHint} />
              <Upload
                name="proof"
                optional
                samples={[]}
                accept="image/*"
                label={w.proof}
                error={faultAt(errors, 'proof')}
              />
            </PanelForm>
          )}
        </section>
        <aside class="stack stack-m">
          <SummaryList
            small
            rows={[
              { term: { id: 'Kode', en: 'Code' }, value: view.code },
              { term: w.giver, value: view.giverName },
              {
                term: w.amount,
                value: `${formatRupiah(view.amountRupiah, language)}, ${fill(say(w.months, language), { n: view.months })}`,
              },
              { term: w.district, value: view.districtName },
              { term: w.consent, value: CONSENT[view.consent] },
            ]}
          />
          {!view.mayConsent ? null : (
            <PanelForm action={`${here}/consent`} send={w.saveConsent} kind="second" look="side">
              <SelectField
                {...f.of('consent')}
                label={w.consent}
                options={(['first-name', 'code', view.consent === 'waiting' ? 'refused' : 'withdrawn'] as const).map(
                  (value) => ({ value, label: CONSENT[value] }),
                )}
              />
            </PanelForm>
          )}
          {!view.mayClose ? null : (
            <PanelForm
              action={`${here}/close`}
              title={w.close}
              lead={w.closeLead}
              send={w.closeIt}
              kind="second"
              look="side"
            >
              <SelectField
                {...f.of('result')}
                label={w.result}
                options={Object.entries(RESULT).map(([value, label]) => ({ value, label }))}
              />
              <DateOfBirth {...f.day('endedOn', view.today)} label={w.endedOn} />
              <Field {...f.of('note')} kind="lines" rows={2} label={w.resultNote} hint={w.resultHint} />
            </PanelForm>
          )}
        </aside>
      </div>
    </div>
  )
}
