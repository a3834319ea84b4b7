// What a change means, in sentences, with the form that proposes it or the buttons that decide it; and the form of a region's
// own settings. Must stay true: what was typed comes back; a fixed fee has no box.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge, type BadgeTone } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { type Consequence, isBreaking, type Side } from './consequences.ts'
import type { Severity } from './difference.ts'
import { AdditionsFields } from './own-additions-fields.tsx'
import type { OwnForm } from './own-settings.ts'
import type { CompareView, OwnView, WishLine } from './wish-port.ts'
import { WISH_WORDS as w } from './wish-words.ts'

type Fault = { readonly at?: string; readonly text: string }
const TONES: Readonly<Record<Severity, BadgeTone>> = {
  answers: 'stop',
  rule: 'care',
  question: 'work',
  wording: 'wait',
}

export function ComparePage({
  base,
  view,
  target,
  reason = '',
  errors = [],
  language,
}: {
  base: string
  view: CompareView
  /** Sent with the proposal: what was compared. */
  target: Readonly<Record<string, string>>
  reason?: string
  errors?: readonly Fault[]
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  const grave = view.consequences.filter((one) => isBreaking(one.severity)).length
  const counted = (text: Text, count: number): string => fill(words(text), { count: String(count) })
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{words(view.name)}</h1>
        <p class="lead">{view.isNew ? words(w.newTitle) : fill(words(w.fromTo), { from: view.from, to: view.to })}</p>
      </div>
      {view.isNew ? null : grave > 0 ? (
        <Notice tone="care" fact={counted(w.breaking, grave)} text={w.breakingText} />
      ) : (
        <Notice tone="good" fact={w.harmless} />
      )}
      {view.isNew ? null : (
        <section class="stack stack-m">
          <h2>{words(w.compareTitle)}</h2>
          <Consequences side="citizen" title={w.forCitizens} all={view.consequences} language={language} />
          <Consequences side="officer" title={w.forOfficers} all={view.consequences} language={language} />
        </section>
      )}
      <CheckList
        items={[
          { title: counted(w.examples, view.examples) },
          ...(view.explained === 0 ? [] : [{ title: counted(w.explained, view.explained) }]),
          ...(view.longerDeadline ? [{ title: w.longer, tone: 'care' as const }] : []),
          ...(view.openDrafts === 0
            ? []
            : [{ title: counted(view.draftsFollow ? w.draftsFollow : w.draftsStay, view.openDrafts) }]),
          ...(view.isNew ? [] : [{ title: w.sentStay }]),
        ]}
      />
      {view.wish === undefined ? (
        view.mayAsk ? (
          <form method="post" action={`${base}/${view.id}/ask`} class="stack stack-m">
            {Object.entries(target).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Field name="reason" kind="lines" rows={2} label={w.reason} hint={w.reasonHint} value={reason} />
            <Tick name="seen" label={w.seen} />
            <p class="quiet">{words(w.whoDecides)}</p>
            <p>
              <Button label={w.ask} />
            </p>
          </form>
        ) : null
      ) : (
        <Decision base={base} wish={view.wish} language={language} />
      )}
    </div>
  )
}

function Decision({ base, wish, language }: { base: string; wish: WishLine; language: Language }) {
  return (
    <section class="panel stack stack-m">
      <p>
        <b>{say(w.reasonGiven, language)}</b>: {wish.reason}
      </p>
      <p class="quiet s">{fill(say(w.askedBy, language), { by: wish.by, at: wish.at })}</p>
      <form method="post" action={`${base}/requests/${wish.wishId}`} class="row">
        {wish.mayDecide ? (
          <>
            <Button name="decision" value="allow" label={w.allow} />
            <Button kind="second" name="decision" value="decline" label={w.decline} />
          </>
        ) : (
          <>
            <p>{say(w.mine, language)}</p>
            <Button kind="second" name="decision" value="withdraw" label={w.withdraw} />
          </>
        )}
      </form>
    </section>
  )
}

export function Consequences({
  side,
  title,
  all,
  language,
}: {
  side: Side
  title: Text
  all: readonly Consequence[]
  language: Language
}) {
  const mine = all.filter((one) => one.side === side)
  return (
    <div class="stack stack-s">
      <h3>{say(title, language)}</h3>
      {mine.length === 0 ? (
        <p class="quiet">{say(w.noChange, language)}</p>
      ) : (
        mine.map((one) => (
          <p>
            <Badge tone={TONES[one.severity]} label={w[one.severity]} /> {say(one.text, language)}
          </p>
        ))
      )}
    </div>
  )
}

export function OwnPage({
  base,
  view,
  form,
  reason = '',
  errors = [],
  language,
}: {
  base: string
  view: OwnView
  form: OwnForm
  reason?: string
  errors?: readonly Fault[]
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  const faultOf = (name: string) => {
    const found = errors.find((one) => one.at === name)
    return found === undefined ? {} : { error: found.text }
  }
  const { published } = view
  return (
    <form method="post" action={`${base}/${view.id}/own`} class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>
          {words(w.ownTitle)}: {words(view.name)}
        </h1>
        <p class="lead">{words(w.ownLead)}</p>
      </div>
      <ChoiceCards
        many
        two
        name="channels"
        label={w.channels}
        choices={view.channels}
        value={form.channels}
        {...faultOf('channels')}
      />
      {view.isFeeFixed ? (
        <p>{fill(words(w.feeFixed), { fee: String(published.fee) })}</p>
      ) : (
        <>
          <Field name="fee" kind="number" unit="Rp" width={8} label={w.fee} value={form.fee} {...faultOf('fee')} />
          <Field name="feeBasis" label={w.feeBasis} value={form.feeBasis} maxlength={200} {...faultOf('feeBasis')} />
        </>
      )}
      <Field
        name="hours"
        kind="number"
        width={4}
        unit={w.hoursUnit}
        label={w.hours}
        hint={fill(words(w.hoursHint), { published: String(published.hours), most: String(published.most) })}
        value={form.hours}
        {...faultOf('hours')}
      />
      {view.optional.length === 0 ? null : (
        <fieldset class="stack stack-s">
          <legend>{words(w.hide)}</legend>
          <p class="quiet s">{words(w.hideHint)}</p>
          {view.optional.map((one) => (
            <Tick
              name="hide"
              id={`hide-${one.value}`}
              value={one.value}
              label={one.label}
              checked={form.hide.includes(one.value)}
            />
          ))}
        </fieldset>
      )}
      <AdditionsFields view={view.additions} form={form.additions} faultOf={faultOf} language={language} />
      <Field
        name="reason"
        kind="lines"
        rows={2}
        label={w.reason}
        hint={w.reasonHint}
        value={reason}
        {...faultOf('reason')}
      />
      <p class="quiet">{words(w.whoDecides)}</p>
      <p>
        <Button label={w.ask} />
      </p>
    </form>
  )
}
