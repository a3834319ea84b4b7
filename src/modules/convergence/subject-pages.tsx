// A person or family with every service due, for those who visit: large targets, one form a service, nothing asked twice.
import { say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { CoupleCheck } from './couple-form.tsx'
import { Conditions, FamilyFacts } from './family-facts.tsx'
import type { ServiceLine, SubjectView } from './family-port.ts'
import { FAMILY_WORDS } from './family-words.ts'
import { type FormState, fieldsOf } from './form-parts.tsx'
import { day, STATE_NAMES, STATE_TONES } from './page-parts.tsx'
import { FamilyVisits } from './visit-parts.tsx'

const w = FAMILY_WORDS

export function SubjectPage({ view, base, typed = {}, errors = [] }: { view: SubjectView; base: string } & FormState) {
  const language = useLanguage()
  const village = `${base}/villages/${view.village.code}`
  const here = `${village}/services/${view.subjectId}`
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>{view.name}</h1>
        <p class="lead">
          {say(view.about, language)}, {view.village.name}. {say(view.period.name, language)}
        </p>
        {view.familyId === null ? null : (
          <p>
            <a href={`${village}/services/${view.familyId}`}>{say(w.family, language)}</a>
          </p>
        )}
      </div>
      <div class="split">
        <section class="stack" aria-labelledby="h-services">
          <h2 id="h-services">{say(w.services, language)}</h2>
          <ul class="plain stack stack-s">
            {view.services.map((service) => (
              <li class="panel">
                <ServiceForm
                  service={service}
                  view={view}
                  action={here}
                  typed={typed.service === service.code ? typed : {}}
                  errors={typed.service === service.code ? errors : []}
                />
              </li>
            ))}
          </ul>
          {view.visits === undefined ? null : (
            <FamilyVisits view={view} visits={view.visits} action={`${here}/visits`} typed={typed} errors={errors} />
          )}
          {view.couple === undefined ? null : (
            <CoupleCheck view={view} couple={view.couple} action={`${here}/couple`} typed={typed} errors={errors} />
          )}
        </section>
        <aside class="stack stack-m">
          {view.kind === 'family' ? (
            <FamilyFacts view={view} action={`${here}/facts`} typed={typed} errors={errors} />
          ) : (
            <Conditions view={view} action={`${here}/conditions`} typed={typed} errors={errors} />
          )}
        </aside>
      </div>
    </div>
  )
}

function ServiceForm({
  service,
  view,
  action,
  typed = {},
  errors = [],
}: { service: ServiceLine; view: SubjectView; action: string } & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const given = [
    service.givenOn === null ? '' : day(service.givenOn, language),
    service.agencyName ?? service.giver ?? '',
    service.reason ?? '',
  ].filter((one) => one !== '')
  const head = (
    <p class="row row-apart">
      <b>{say(service.name, language)}</b>
      <span>
        <Badge tone={STATE_TONES[service.state]} label={STATE_NAMES[service.state]} />
        {given.length === 0 ? null : <small class="quiet"> {given.join(', ')}</small>}
      </span>
    </p>
  )
  if (!view.mayCheck || service.state === 'received') return head
  const id = (name: string): string => `${name}-${service.code}`
  return (
    <div class="stack stack-s">
      {head}
      <details open={errors.length > 0}>
        <summary>
          {say(w.note, language)}
          <span class="hide"> {say(service.name, language)}</span>
        </summary>
        <form method="post" action={action} class="stack" novalidate>
          <input type="hidden" name="service" value={service.code} />
          <input type="hidden" name="period" value={view.period.key} />
          <SelectField
            {...f.of('state', 'received')}
            id={id('state')}
            label={w.state}
            width={16}
            options={(['received', 'due', 'refused', 'not-entitled'] as const).map((value) => ({
              value,
              label: STATE_NAMES[value],
            }))}
          />
          <DateOfBirth {...f.day('givenOn', view.today)} id={id('givenOn')} label={w.givenOn} />
          {service.programmes.length === 0 ? null : (
            <SelectField
              {...f.of('programme')}
              id={id('programme')}
              optional
              label={w.programme}
              options={service.programmes.map((one) => ({ value: one.id, label: `${one.name}, ${one.agencyName}` }))}
            />
          )}
          <Field {...f.of('giver')} id={id('giver')} optional label={w.giver} />
          <Field {...f.of('reason')} id={id('reason')} optional label={w.reason} />
          <Button small kind="second" label={w.save} hidden={service.name} />
        </form>
      </details>
    </div>
  )
}
