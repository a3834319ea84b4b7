// The forms of an alert's next steps. Must stay true: each gives back what was typed when it is refused, with the fault at its field.
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, say, type Text } from '../../kernel/text.ts'
import { type Fields, first } from '../../platform/http/form.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import type { AlertView } from './alert-port.ts'
import { MONEY_WORDS, ALERT_WORDS as w } from './alert-words.ts'
import { CareFields } from './care-parts.tsx'
import { CARE_2022 } from './rules/care-edition.ts'

/** What a refused form gives back: which form, its fields as typed, its faults. */
export type Typed = {
  readonly form: 'refer' | 'answer' | 'close' | 'feed'
  readonly fields: Fields
  readonly refusals: readonly Refusal[]
  readonly tell: (refusal: Refusal) => string
}

const FOLLOW_UP: readonly { readonly value: string; readonly label: Text }[] = [
  { value: 'cadre', label: { id: 'Kader', en: 'Cadre' } },
  { value: 'midwife', label: { id: 'Bidan', en: 'Midwife' } },
  { value: 'nutritionist', label: { id: 'Tenaga gizi', en: 'Nutritionist' } },
  { value: 'doctor', label: { id: 'Dokter', en: 'Doctor' } },
]
export const followUp = (value: string, language: Language) =>
  say(FOLLOW_UP.find((one) => one.value === value)?.label ?? { id: value, en: value }, language)

type FormProps = { at: string; language: Language; typed: Typed | undefined }

/** What stands in the fields of one form: as typed when this form was refused, otherwise nothing. */
function kept({ typed }: FormProps, form: Typed['form']) {
  const mine = typed?.form === form ? typed : undefined
  return {
    open: mine !== undefined,
    value: (name: string) => (mine === undefined ? undefined : first(mine.fields, name)),
    all: (name: string) => mine?.fields[name] ?? [],
    error: (name: string) => {
      const refusal = mine?.refusals.find((one) => one.at === name || one.at?.startsWith(`${name}.`) === true)
      return refusal === undefined || mine === undefined ? {} : { error: mine.tell(refusal) }
    },
  }
}

export function ReferForm(props: FormProps & { readonly asks: AlertView['asks'] }) {
  const { at, language, asks } = props
  const { open, value, all, error } = kept(props, 'refer')
  return (
    <details open={open}>
      <summary>{say(w.referTitle, language)}</summary>
      <form method="post" action={`${at}/refer`} class="stack">
        <ChoiceCards
          name="toKind"
          label={w.toKind}
          value={value('toKind') ?? 'puskesmas'}
          two
          choices={[
            { value: 'puskesmas', label: w.puskesmas },
            { value: 'hospital', label: w.hospital },
          ]}
        />
        <Field name="toName" label={w.toName} value={value('toName')} {...error('toName')} />
        <Field name="reason" kind="lines" label={w.reason} value={value('reason')} {...error('reason')} />
        <fieldset class="stack stack-s">
          <legend>{say(w.redFlags, language)}</legend>
          {asks.redFlags.map(({ code, text }) => (
            <label class="choice">
              <input type="checkbox" name="redFlags" value={code} checked={all('redFlags').includes(code)} />
              <span>{say(text, language)}</span>
            </label>
          ))}
        </fieldset>
        <Button label={w.refer} kind="second" />
      </form>
    </details>
  )
}

export function AnswerForm(props: FormProps & { readonly isHospital: boolean; readonly asks: AlertView['asks'] }) {
  const { at, language, isHospital, asks } = props
  const { value, error } = kept(props, 'answer')
  return (
    <section class="stack stack-s" aria-labelledby="answer">
      <h2 id="answer">{say(w.answerTitle, language)}</h2>
      <form method="post" action={`${at}/answer`} class="stack">
        <Field
          name="diagnosis"
          kind="lines"
          rows={2}
          label={w.diagnosis}
          value={value('diagnosis')}
          {...error('diagnosis')}
        />
        {asks.diagnoses.length === 0 ? null : (
          <SelectField
            name="icd10"
            label={w.coded}
            hint={w.codedHint}
            value={value('icd10') ?? ''}
            options={[
              { value: '', label: w.codedNone },
              ...asks.diagnoses.map(({ code, text }) => ({ value: code, label: text })),
            ]}
            {...error('icd10')}
          />
        )}
        <Field name="plan" kind="lines" rows={3} label={w.plan} value={value('plan')} {...error('plan')} />
        {isHospital ? <CareFields value={value} error={error} language={language} /> : null}
        <SelectField
          name="followUpBy"
          label={w.followUpBy}
          value={value('followUpBy') ?? 'midwife'}
          options={FOLLOW_UP}
          width={16}
        />
        <DateOfBirth
          name="checkOn"
          label={w.checkOn}
          optional
          hint={{
            id: `Bila dikosongkan: ${asks.lookAgainDays} hari lagi.`,
            en: `If left empty: in ${asks.lookAgainDays} days.`,
          }}
          value={{ day: value('checkOn.day'), month: value('checkOn.month'), year: value('checkOn.year') }}
          {...error('checkOn')}
        />
        <Button label={w.answer} />
      </form>
    </section>
  )
}

export function CloseForm(props: FormProps) {
  const { at, language } = props
  const { open, value, error } = kept(props, 'close')
  return (
    <details open={open}>
      <summary>{say(w.closeTitle, language)}</summary>
      <form method="post" action={`${at}/close`} class="stack">
        <SelectField
          name="result"
          label={w.result}
          value={value('result') ?? ''}
          options={[
            { value: '', label: { id: 'Pilih hasil', en: 'Choose a result' } },
            ...CARE_2022.results.map(({ code, text }) => ({ value: code, label: text })),
          ]}
          {...error('result')}
        />
        <Field name="words" kind="lines" rows={3} label={w.words} value={value('words')} {...error('words')} />
        <Button label={w.close} kind="second" />
      </form>
    </details>
  )
}

export function FeedForm(props: FormProps) {
  const { at, language } = props
  const { open, value, error } = kept(props, 'feed')
  return (
    <details open={open}>
      <summary>{say(w.feedTitle, language)}</summary>
      <form method="post" action={`${at}/feed`} class="stack">
        <ChoiceCards
          name="food"
          label={w.food}
          value={value('food') ?? 'local'}
          two
          choices={[
            { value: 'local', label: w.foodLocal },
            { value: 'factory', label: w.foodFactory },
          ]}
        />
        <SelectField
          name="money"
          label={w.money}
          value={value('money') ?? 'dak'}
          options={Object.entries(MONEY_WORDS).map(([code, label]) => ({ value: code, label }))}
        />
        <Field
          name="partner"
          label={w.partner}
          hint={w.partnerHint}
          optional
          value={value('partner')}
          maxlength={100}
          {...error('partner')}
        />
        <Field
          name="partnerOther"
          label={w.partnerOther}
          optional
          value={value('partnerOther')}
          maxlength={100}
          {...error('partnerOther')}
        />
        <label class="choice">
          <input type="checkbox" name="byGuideline" value="yes" checked={value('byGuideline') !== ''} />
          <span>{say(w.byGuideline, language)}</span>
        </label>
        <Button label={w.feed} kind="second" />
      </form>
    </details>
  )
}
