// One child at the scale: few boxes first, the rest folded; what was typed always comes back. Works standing, with one hand.
// Must stay true: the id of the measuring travels with the form, so that pressing twice records once.

import { datePartsOf } from '../../kernel/date.ts'
import { formatDate, formatDateShort } from '../../kernel/date-format.ts'
import { decimal, formatDecimal } from '../../kernel/decimal.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { FeedingQuestion } from './feeding-parts.tsx'
import { BOXES, type FormFields, ILLNESSES } from './measure-form.ts'
import type { Asking } from './measure-questions.ts'
import { LyingPicture, StandingPicture } from './position-pictures.tsx'
import type { MeasureView } from './posyandu-port.ts'
import { age, figures, POSYANDU_WORDS as w } from './posyandu-words.ts'
import type { MeasureKind } from './rules/measuring.ts'

export type FormError = { readonly at?: string; readonly text: string }
export type MeasurePageProps = {
  base: string
  view: MeasureView
  measurementId: string
  fields: FormFields
  errors: readonly FormError[]
  asking?: Asking
  /** A closed month asks a health worker for a reason. */
  needsReason?: boolean
  language: Language
}

export function MeasurePage(props: MeasurePageProps) {
  const { base, view, measurementId, fields, errors, asking, language } = props
  const { child, last, corrects } = view
  const word = (text: Text) => say(text, language)
  return (
    <div class="stack stack-m narrow">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      {asking === undefined ? null : <ErrorSummary title={w.askTitle} errors={asking.questions} id="asking-title" />}
      <div class="stack stack-xs">
        <h1>{child.name}</h1>
        <p class="lead">
          {word(child.sex === 1 ? w.boy : w.girl)}, {age(child.ageMonths, child.ageDays, language)}
          {child.motherName === undefined ? null : `, ${fill(word(w.childOf), { mother: child.motherName })}`}
        </p>
        {corrects === undefined ? null : (
          <p>
            <b>{fill(word(w.correct), { date: formatDate(corrects.date, language) })}</b>: {figures(corrects, language)}
          </p>
        )}
        <p class="quiet">
          {last === undefined ? (
            word(w.first)
          ) : (
            <>
              {fill(word(w.before), { date: formatDateShort(last.date, language) })}: <b>{figures(last, language)}</b>
            </>
          )}
        </p>
      </div>
      <form class="stack stack-m" method="post" action={`${base}/children/${child.childId}/measure`}>
        <input type="hidden" name="measurementId" value={measurementId} />
        <input type="hidden" name="replaces" value={corrects?.id ?? ''} />
        {asking?.proposal === undefined ? null : (
          <p>
            {/* What "Enter" presses is the first button of a form: it must save, not take a proposal. */}
            <button type="submit" class="hide" tabindex={-1}>
              {word(w.save)}
            </button>
            <Button
              kind="second"
              name="take"
              value={JSON.stringify(asking.proposal.boxes)}
              label={asking.proposal.label}
            />
          </p>
        )}
        <Figures {...props} />
        <Facts view={view} fields={fields} language={language} />
        <More {...props} />
        {asking === undefined ? null : (
          <div class="panel panel-care stack stack-s">
            <Tick name="confirmed" label={w.believe} />
            <p class="s quiet">{word(w.askSafe)}</p>
          </div>
        )}
        <Button fill="always" label={w.save} />
      </form>
    </div>
  )
}

const typedIn = (fields: FormFields, name: string) => fields[name]?.[0] ?? ''

function Figures({ view, fields, errors, asking, language }: MeasurePageProps) {
  const errorAt = (name: string) => errors.find(({ at }) => at === name)?.text
  const askAt = (name: string) => asking?.questions.find(({ at }) => at === name)?.text
  const box = (kind: MeasureKind, label: Text, unit: string, optional: boolean, hint?: Text) => {
    const name = BOXES[kind]
    const asked = asking?.again.includes(kind) === true
    const second = asked || typedIn(fields, `${name}2`) !== ''
    const third = errorAt(`${name}3`) !== undefined || typedIn(fields, `${name}3`) !== ''
    const one = (id: string, text: Text | string, error: Text | string | undefined, isOptional: boolean) => (
      <Field
        name={id}
        label={text}
        kind="number"
        decimal
        width={8}
        unit={unit}
        value={typedIn(fields, id)}
        {...(error === undefined ? {} : { error })}
        {...(isOptional ? { optional: true } : {})}
        {...(hint !== undefined && id === name ? { hint } : {})}
      />
    )
    const again = (text: Text) => fill(say(text, language), { what: say(label, language) })
    return (
      <>
        {one(name, label, errorAt(name) ?? askAt(name), optional)}
        {second || third ? one(`${name}2`, again(w.again), errorAt(`${name}2`), true) : null}
        {third ? one(`${name}3`, again(w.third), errorAt(`${name}3`), true) : null}
      </>
    )
  }
  const positionError = errorAt('position') ?? askAt('position')
  const shown = typedIn(fields, 'position') || (Object.keys(fields).length === 0 ? view.expected : '')
  return (
    <>
      {box('weightG', w.weight, 'kg', false, w.weightHint)}
      {box('lengthHeightTenthMm', w.length, 'cm', true)}
      <ChoiceCards
        name="position"
        label={w.position}
        two
        value={shown}
        {...(positionError === undefined ? {} : { error: positionError })}
        choices={[
          {
            value: 'l',
            label: (
              <>
                <LyingPicture /> {say(w.lying, language)}
              </>
            ),
            hint: w.lyingHint,
          },
          {
            value: 'h',
            label: (
              <>
                <StandingPicture /> {say(w.standing, language)}
              </>
            ),
            hint: w.standingHint,
          },
        ]}
      />
      {view.asks.arm ? box('armTenthMm', w.arm, 'cm', true) : null}
      {box('headTenthMm', w.head, 'cm', true)}
    </>
  )
}

function Facts({ view, fields, language }: Pick<MeasurePageProps, 'view' | 'fields' | 'language'>) {
  const { asks } = view
  const yesNo = [
    { value: 'yes', label: w.yes },
    { value: 'no', label: w.no },
  ]
  const chosen = (name: string) => typedIn(fields, name)
  return (
    <>
      {asks.breastfed ? (
        <ChoiceCards name="breastfed" label={w.breastfed} optional two choices={yesNo} value={chosen('breastfed')} />
      ) : null}
      {asks.vitaminA === undefined ? null : (
        <ChoiceCards
          name="vitaminA"
          label={w.vitaminA}
          optional
          two
          value={chosen('vitaminA')}
          choices={[
            { value: asks.vitaminA, label: asks.vitaminA === 'blue' ? w.capsuleBlue : w.capsuleRed },
            { value: 'none', label: w.notGiven },
          ]}
        />
      )}
      {asks.development ? (
        <ChoiceCards
          name="development"
          label={w.development}
          optional
          value={chosen('development')}
          choices={[
            { value: 'fits', label: w.fits },
            { value: 'doubtful', label: w.doubtful },
            { value: 'deviates', label: w.deviates },
          ]}
        />
      ) : null}
      <ChoiceCards
        name="illness"
        label={w.illness}
        optional
        many
        two
        value={fields.illness ?? []}
        choices={ILLNESSES.map((value) => ({ value, label: say(w[value], language) }))}
      />
      {asks.food ? <FeedingQuestion chosen={fields.eaten ?? []} language={language} /> : null}
      {asks.arm ? (
        <ChoiceCards name="freeMeal" label={w.freeMeal} optional two choices={yesNo} value={chosen('freeMeal')} />
      ) : null}
    </>
  )
}

const OEDEMA = ['0', '1', '2', '3'] as const
const PLACES = [
  ['posyandu', w.atPosyandu],
  ['home', w.atHome],
  ['puskesmas', w.atCentre],
  ['mobile-clinic', w.atClinic],
  ['mass-month', w.massMonth],
] as const

function More({ view, fields, errors, needsReason, language }: MeasurePageProps) {
  const error = (name: string) => {
    const found = errors.find(({ at }) => at === name || at?.startsWith(`${name}.`))?.text
    return found === undefined ? {} : { error: found }
  }
  const filled = (...names: string[]) =>
    names.some((name) => fields[name]?.some((value) => value !== '' && value !== '0') === true)
  const corrects = view.corrects
  const day = corrects?.date ?? view.today
  const parts = datePartsOf(day)
  const dateValue =
    fields['date.day'] === undefined
      ? { day: parts.day, month: parts.month, year: parts.year }
      : { day: typedIn(fields, 'date.day'), month: typedIn(fields, 'date.month'), year: typedIn(fields, 'date.year') }
  return (
    <>
      <details open={filled('oedema', 'sign', 'note', 'dewormed', 'class')}>
        <summary>{say(w.more, language)}</summary>
        <div class="stack stack-m">
          <ChoiceCards
            name="oedema"
            label={w.oedema}
            two
            value={typedIn(fields, 'oedema') || '0'}
            choices={OEDEMA.map((value) => ({ value, label: w[`oedema${value}`] }))}
          />
          <fieldset class="field">
            <legend>{say(w.signs, language)}</legend>
            <div class="choices choices-2">
              {view.signs.map(({ code, text }) => (
                <label class="choice">
                  <input type="checkbox" name="sign" value={code} checked={fields.sign?.includes(code) === true} />
                  <span>{say(text, language)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <Tick name="dewormed" label={w.dewormed} checked={typedIn(fields, 'dewormed') === 'yes'} />
          <Tick name="class" label={w.classAttended} checked={typedIn(fields, 'class') === 'yes'} />
          <Field
            name="note"
            kind="lines"
            rows={2}
            label={w.note}
            optional
            maxlength={500}
            value={typedIn(fields, 'note')}
          />
        </div>
      </details>
      <details open={corrects !== undefined || errors.some(({ at }) => at?.startsWith('date') === true)}>
        <summary>{say(w.otherDay, language)}</summary>
        <div class="stack stack-m">
          <DateOfBirth name="date" label={w.date} value={dateValue} {...error('date')} />
          <SelectField
            name="place"
            label={w.place}
            width={16}
            value={typedIn(fields, 'place') || corrects?.place || 'posyandu'}
            options={PLACES.map(([value, label]) => ({ value, label }))}
          />
        </div>
      </details>
      {corrects !== undefined || needsReason === true ? (
        <Field
          name="reason"
          kind="lines"
          rows={2}
          maxlength={500}
          label={corrects === undefined ? w.monthReason : w.reason}
          value={typedIn(fields, 'reason')}
          {...error('reason')}
        />
      ) : null}
    </>
  )
}

/** The boxes of a measuring that is corrected, as somebody would type them. */
export function fieldsOf(view: MeasureView, language: Language): FormFields {
  const { corrects } = view
  if (corrects === undefined) return {}
  const text = (value: number | undefined, by: number): readonly string[] =>
    value === undefined ? [] : [formatDecimal(decimal(value / by), language)]
  const { facts } = corrects
  return {
    weight: text(corrects.weightG, 1000),
    length: text(corrects.lengthHeightTenthMm, 100),
    arm: text(corrects.armTenthMm, 100),
    head: text(corrects.headTenthMm, 100),
    position: corrects.position === undefined ? [] : [corrects.position],
    oedema: [String(corrects.oedema ?? 0)],
    illness: facts.illness ?? [],
    sign: facts.dangerSigns ?? [],
    ...(facts.vitaminA === undefined ? {} : { vitaminA: [facts.vitaminA] }),
    ...(facts.exclusivelyBreastfed === undefined ? {} : { breastfed: [facts.exclusivelyBreastfed ? 'yes' : 'no'] }),
    ...(facts.development === undefined ? {} : { development: [facts.development] }),
    ...(facts.eaten === undefined ? {} : { eaten: facts.eaten.length === 0 ? ['none'] : facts.eaten }),
    ...(facts.dewormed === true ? { dewormed: ['yes'] } : {}),
    ...(facts.attendedClass === true ? { class: ['yes'] } : {}),
    ...(facts.freeMeal === undefined ? {} : { freeMeal: [facts.freeMeal ? 'yes' : 'no'] }),
    ...(facts.note === undefined ? {} : { note: [facts.note] }),
  }
}
