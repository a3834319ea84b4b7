// The decision beside a case: take it first, then one form an action, the harmful ones folded away. What an action asks for
// comes from the process. Must stay true: nothing is offered to who may not decide, the reason stands there instead; what was
// typed before a refusal is still in its form, and that form is open.
import { type Language, say } from '../../kernel/text.ts'
import { type Fields, first } from '../../platform/http/form.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Tick } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { FAULT_REASONS } from './case.ts'
import type { OfficeAction, OfficeCaseView } from './office-port.ts'
import { OFFICE_WORDS as w } from './office-words.ts'

/** A decision that was refused: which one, and its form as it was sent. */
export type Tried = { readonly action: string; readonly fields: Fields }
type Faults = readonly { readonly at?: string; readonly text: string }[]

/** The id of a box: several actions on one page ask for the same thing. */
export const decisionField = (action: string, name: string): string => `${action}-${name.replace(':', '-')}`

export function Decision({
  href,
  view,
  actionKey,
  tried,
  errors,
  language,
}: {
  href: string
  view: OfficeCaseView
  actionKey: string
  tried: Tried | undefined
  errors: Faults
  language: Language
}) {
  if (view.blocked !== undefined) return <Notice tone="care" fact={view.blocked} />
  if (view.actions.length === 0) return null
  if (view.taken === 'other') return <Notice fact={w.byOther} />
  if (view.taken === 'free')
    return (
      <form method="post" action={`${href}/take`} class="panel stack">
        <h2>{say(w.decision, language)}</h2>
        <p class="s">{say(w.takeFirst, language)}</p>
        <Button fill="always" label={w.take} />
      </form>
    )
  const main = view.actions.filter((action) => action.kind === 'main')
  const others = view.actions.filter((action) => action.kind !== 'main')
  return (
    <section class="panel stack" aria-labelledby="h-decision">
      <h2 id="h-decision">{say(w.decision, language)}</h2>
      {main.map((action) => (
        <ActionForm {...{ href, action, view, actionKey, tried, errors, language }} />
      ))}
      {others.map((action) => (
        <details open={tried?.action === action.id}>
          <summary>{say(action.label, language)}</summary>
          <ActionForm {...{ href, action, view, actionKey, tried, errors, language }} />
        </details>
      ))}
      <p class="xs quiet">{say(w.unnamed, language)}</p>
      <form method="post" action={`${href}/release`}>
        <Button kind="harm" small label={w.giveBack} />
      </form>
    </section>
  )
}

function ActionForm({
  href,
  action,
  view,
  actionKey,
  tried,
  errors,
  language,
}: {
  href: string
  action: OfficeAction
  view: OfficeCaseView
  actionKey: string
  tried: Tried | undefined
  errors: Faults
  language: Language
}) {
  const id = (name: string): string => decisionField(action.id, name)
  const typed = (name: string): string => (tried?.action === action.id ? first(tried.fields, name) : '')
  const fault = (name: string): string | undefined => errors.find((one) => one.at === id(name))?.text
  return (
    <form method="post" action={`${href}/actions/${action.id}`} class="stack stack-s">
      <input type="hidden" name="key" value={`${actionKey}:${action.id}`} />
      {action.kind === 'main' && view.changes.length > 0 ? (
        <Tick name="seen" id={id('seen')} label={w.seen} checked={typed('seen') === 'yes'} />
      ) : null}
      {action.points ? (
        <fieldset id={id('points')} class="stack stack-s">
          <legend>
            <b>{say(w.points, language)}</b>
          </legend>
          <p class="hint">{say(w.pointsHint, language)}</p>
          {view.places.map((place) => (
            <SelectField
              name={`fault:${place.value}`}
              id={id(`fault:${place.value}`)}
              label={place.label}
              value={typed(`fault:${place.value}`)}
              error={fault(`fault:${place.value}`)}
              optional
              options={[
                { value: '', label: w.pointNone },
                ...action.reasons.filter((reason) => (FAULT_REASONS as readonly string[]).includes(reason.value)),
              ]}
            />
          ))}
        </fieldset>
      ) : action.reasons.length > 0 ? (
        <SelectField
          name="reason"
          id={id('reason')}
          label={w.reason}
          value={typed('reason')}
          error={fault('reason')}
          options={action.reasons}
        />
      ) : null}
      {action.until ? (
        <DateOfBirth
          name="until"
          id={id('until')}
          label={w.until}
          value={{ day: typed('until.day'), month: typed('until.month'), year: typed('until.year') }}
          error={fault('until')}
        />
      ) : null}
      {action.note || action.points ? (
        <Field
          name="note"
          id={id('note')}
          kind="lines"
          rows={3}
          label={w.note}
          hint={w.noteHint}
          value={typed('note')}
          error={fault('note')}
          optional={!action.note}
        />
      ) : null}
      <Button kind={action.kind} fill="always" label={action.label} />
    </form>
  )
}
