// The citizen's side: all my data, my requests with their due time and answer. Must stay true: everything works without a
// script; the download says what it holds before it is taken.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { ClockBadge } from './page-parts.tsx'
import type { DataSection, OwnView, RequestLine } from './port.ts'
import { REQUEST_KINDS } from './rules.ts'
import { KIND_HINTS, KIND_WORDS, STATE_TONES, STATE_WORDS, PRIVACY_WORDS as w } from './words.ts'

export type Fault = { readonly at?: string; readonly text: string }
const errorAt = (errors: readonly Fault[], name: string): string | undefined =>
  errors.find((one) => one.at === name)?.text

export function MyDataPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
  done,
}: {
  base: string
  view: OwnView
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
  done?: 'asked' | 'withdrawn'
}) {
  return (
    <div class="stack stack-l narrow">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.mine, language)}</h1>
        <p class="lead">{say(w.mineLead, language)}</p>
        {done === undefined ? null : <Notice tone="good" fact={done === 'asked' ? w.doneAsked : w.doneWithdrawn} />}
      </div>
      <section class="stack" aria-labelledby="h-copy">
        <h2 id="h-copy">{say(w.copyTitle, language)}</h2>
        <p>{say(w.copyText, language)}</p>
        {view.isBound ? null : <Notice tone="care" fact={w.notBound} text={w.notBoundText} />}
        <div class="row">
          <Button href={`${base}/me/data/all`} label={w.read} />
          <Button kind="second" href={`${base}/me/data.json`} label={w.download} />
        </div>
        <p>
          <a href={`${base}/me/access`}>{say(w.seen, language)}</a>
        </p>
      </section>
      <section class="stack" aria-labelledby="h-own">
        <h2 id="h-own">{say(w.own, language)}</h2>
        {view.requests.length === 0 ? (
          <EmptyState title={w.ownEmpty} text={w.ownEmptyText} />
        ) : (
          view.requests.map((line) => <OwnRequest {...{ base, line, actionKey, language }} />)
        )}
      </section>
      <form method="post" action={`${base}/me/data`} class="panel stack stack-m" aria-labelledby="h-ask">
        <input type="hidden" name="key" value={actionKey} />
        <h2 id="h-ask">{say(w.ask, language)}</h2>
        <p>{say(w.dueNote, language)}</p>
        <ChoiceCards
          name="kind"
          label={w.askWhat}
          choices={REQUEST_KINDS.map((value) => ({ value, label: KIND_WORDS[value], hint: KIND_HINTS[value] }))}
          value={typed.kind ?? ''}
          error={errorAt(errors, 'kind')}
        />
        <Field
          name="words"
          kind="lines"
          label={w.askWords}
          hint={w.askHint}
          value={typed.words}
          error={errorAt(errors, 'words')}
        />
        <Button label={w.askAct} />
      </form>
    </div>
  )
}

function OwnRequest({
  base,
  line,
  actionKey,
  language,
}: {
  base: string
  line: RequestLine
  actionKey: string
  language: Language
}) {
  return (
    <article class="panel stack stack-s">
      <div class="row row-apart">
        <h3>{say(KIND_WORDS[line.kind], language)}</h3>
        <Badge tone={STATE_TONES[line.state]} label={STATE_WORDS[line.state]} />
      </div>
      <SummaryList
        small
        rows={[
          { term: w.asked, value: line.words },
          { term: w.made, value: line.madeAt },
          ...(line.state === 'open' || line.state === 'proposed'
            ? [
                {
                  term: w.due,
                  value: (
                    <>
                      {line.dueAt} <ClockBadge clock={line.clock} language={language} />
                    </>
                  ),
                },
              ]
            : []),
          ...(line.answer === undefined ? [] : [{ term: w.answer, value: line.answer }]),
        ]}
      />
      {line.state === 'open' ? (
        <form method="post" action={`${base}/me/data/${line.requestId}/withdraw`}>
          <input type="hidden" name="key" value={`${actionKey}:w`} />
          <Button small kind="second" label={w.withdraw} hidden={KIND_WORDS[line.kind]} />
        </form>
      ) : null}
    </article>
  )
}

export function AllDataPage({
  base,
  sections,
  language,
}: {
  base: string
  sections: readonly DataSection[]
  language: Language
}) {
  return (
    <div class="stack stack-l narrow">
      <div class="stack stack-s">
        <p>
          <a href={`${base}/me/data`}>{say(w.back, language)}</a>
        </p>
        <h1>{say(w.allTitle, language)}</h1>
        <p>
          <Button kind="second" href={`${base}/me/data.json`} label={w.download} />
        </p>
      </div>
      {sections.map((section) => (
        <section class="stack" aria-labelledby={`h-${section.id}`}>
          <h2 id={`h-${section.id}`}>{say(section.title, language)}</h2>
          <p class="s quiet">{say(section.source, language)}</p>
          {section.items.length === 0 ? <p>{say(w.nothing, language)}</p> : null}
          {section.items.map((item) => (
            <div class="stack stack-s">
              <h3>{say(item.title, language)}</h3>
              <SummaryList small rows={item.fields.map((field) => ({ term: field.label, value: field.value }))} />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
