// The forms of a pregnancy: register, visit, outcome. Must stay true: what was typed comes back, each fault at its box; the id of a
// new record travels with the form, so that pressing twice writes once.
import { datePartsOf, type PlainDate } from '../../../kernel/date.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { Button } from '../../../platform/ui/button.tsx'
import { ChoiceCards } from '../../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx'
import { Field } from '../../../platform/ui/field.tsx'
import type { FormFields } from '../measure-form.ts'
import type { FormErrors } from '../posyandu-frame.ts'
import type { PregnancyView } from './pregnancy-port.ts'
import { OUTCOMES } from './pregnancy-port.ts'
import { OUTCOME_WORDS, PREGNANCY_WORDS as w } from './pregnancy-words.ts'

type FormProps = { action: string; fields: FormFields; errors: FormErrors; language: Language }

function kept(fields: FormFields, errors: FormErrors, today?: PlainDate) {
  const typed = (name: string) => fields[name]?.[0] ?? ''
  const now = today === undefined ? undefined : datePartsOf(today)
  return {
    typed,
    error: (name: string) => {
      const found = errors.find(({ at }) => at === name || at?.startsWith(`${name}.`) === true)?.text
      return found === undefined ? {} : { error: found }
    },
    date: (name: string) => ({
      day: typed(`${name}.day`) || (now?.day ?? ''),
      month: typed(`${name}.month`) || (now?.month ?? ''),
      year: typed(`${name}.year`) || (now?.year ?? ''),
    }),
  }
}

function Head({ errors, title, lead, text }: { errors: FormErrors; title: string; lead?: string; text: string }) {
  return (
    <>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <div class="stack stack-xs">
        <h1>{title}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        <p class="quiet">{text}</p>
      </div>
    </>
  )
}

export function WomanFormPage({
  action,
  pregnancyId,
  fields,
  errors,
  language,
}: FormProps & { readonly pregnancyId: string }) {
  const { typed, error, date } = kept(fields, errors)
  const text = (name: string, label: Text, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field name={name} label={label} optional value={typed(name)} maxlength={150} {...more} {...error(name)} />
  )
  const open = ['husband', 'phone', 'address'].some((name) => typed(name) !== '' || 'error' in error(name))
  return (
    <div class="stack stack-m narrow">
      <Head errors={errors} title={say(w.add, language)} text={say(w.registerLead, language)} />
      <form class="stack stack-m" method="post" action={action}>
        <input type="hidden" name="pregnancyId" value={pregnancyId} />
        <Field
          name="name"
          label={w.name}
          value={typed('name')}
          maxlength={150}
          autocapitalize="words"
          {...error('name')}
        />
        <DateOfBirth name="birth" label={w.birth} value={date('birth')} {...error('birth')} />
        {text('nik', w.nik, { kind: 'number', width: 16, maxlength: 24 })}
        <DateOfBirth name="period" label={w.period} value={date('period')} {...error('period')} />
        <details open={typed('due.day') !== '' || 'error' in error('due')}>
          <summary>{say(w.dueTyped, language)}</summary>
          <DateOfBirth name="due" label={w.due} value={date('due')} {...error('due')} />
        </details>
        {text('gravida', w.gravida, { kind: 'number', width: 2, maxlength: 2 })}
        <details open={open}>
          <summary>{say(w.family, language)}</summary>
          <div class="stack">
            {text('husband', w.husband, { autocapitalize: 'words' })}
            {text('phone', w.phone, { kind: 'tel', width: 16, maxlength: 24 })}
            {text('address', w.address)}
          </div>
        </details>
        <Button fill="always" label={w.save} />
      </form>
    </div>
  )
}

export function VisitFormPage({
  action,
  view,
  visitId,
  fields,
  errors,
  language,
}: FormProps & { readonly view: PregnancyView; readonly visitId: string }) {
  const { typed, error, date } = kept(fields, errors, view.today)
  const figure = (name: string, label: Text, unit: string, hint?: Text) => (
    <Field
      name={name}
      kind="number"
      decimal
      width={4}
      maxlength={6}
      optional
      label={label}
      unit={unit}
      value={typed(name)}
      {...(hint === undefined ? {} : { hint })}
      {...error(name)}
    />
  )
  const tablets = language === 'id' ? 'butir' : 'tablets'
  return (
    <div class="stack stack-m narrow">
      <Head
        errors={errors}
        title={say(w.visit, language)}
        lead={`${view.name}, ${fill(say(w.weeks, language), { weeks: view.state.weeks })}`}
        text={say(w.visitLead, language)}
      />
      <form class="stack stack-m" method="post" action={action}>
        <input type="hidden" name="visitId" value={visitId} />
        {figure('arm', w.arm, 'cm')}
        {figure('hb', w.hb, 'g/dL')}
        {figure('weight', w.weight, 'kg')}
        {figure('taken', w.taken, tablets, w.takenHint)}
        {figure('given', w.given, tablets)}
        <ChoiceCards
          name="also"
          label={w.also}
          optional
          many
          value={fields.also ?? []}
          choices={[
            ...(view.state.isKek === true ? [{ value: 'food', label: w.food }] : []),
            { value: 'class', label: w.class },
          ]}
        />
        <DateOfBirth name="on" label={w.on} value={date('on')} {...error('on')} />
        <Button fill="always" label={w.saveVisit} />
      </form>
    </div>
  )
}

export function OutcomeFormPage({
  action,
  view,
  fields,
  errors,
  language,
}: FormProps & { readonly view: PregnancyView }) {
  const { typed, error, date } = kept(fields, errors, view.today)
  return (
    <div class="stack stack-m narrow">
      <Head errors={errors} title={say(w.end, language)} lead={view.name} text={say(w.endLead, language)} />
      <form class="stack stack-m" method="post" action={action}>
        <ChoiceCards
          name="outcome"
          label={w.how}
          value={typed('outcome')}
          choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].text }))}
          {...error('outcome')}
        />
        <DateOfBirth name="on" label={w.endOn} value={date('on')} {...error('on')} />
        <Button label={w.saveEnd} />
      </form>
    </div>
  )
}
