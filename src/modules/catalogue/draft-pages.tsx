// The pages of editions that wait to be published: the list with the form that hands one in, and one draft with its differences,
// its examples and the decision. Must stay true: whoever made it sees no button to publish; what was typed comes back.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Tick } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import { isBreaking } from './consequences.ts'
import type { DraftLine, DraftsView, DraftView, ExampleLine } from './draft-port.ts'
import { KIND_WORDS, OUTCOME_PART_WORDS, STATE_WORDS, DRAFT_WORDS as w } from './draft-words.ts'
import { Consequences } from './wish-compare-pages.tsx'
import { WISH_WORDS } from './wish-words.ts'

type Fault = { readonly at?: string; readonly text: string }
const DONE = { sent: w.doneSent, publish: w.donePublish, return: w.doneReturn, withdraw: w.doneWithdraw } as const
export type DraftDone = keyof typeof DONE
export const isDraftDone = (word: string | undefined): word is DraftDone => word !== undefined && word in DONE

const faultOf = (errors: readonly Fault[], name: string) => {
  const found = errors.find((one) => one.at === name)
  return found === undefined ? {} : { error: found.text }
}
const madeBy = (line: DraftLine, language: Language): string =>
  fill(say(w.by, language), { by: line.by === '' ? say(w.someone, language) : line.by, at: line.at })

export function DraftsPage(props: {
  base: string
  view: DraftsView
  done?: DraftDone
  note?: string
  errors?: readonly Fault[]
  language: Language
}) {
  const { base, view, done, errors = [], language } = props
  const here = `${base}/drafts`
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      {done === undefined ? null : <Notice tone="good" fact={DONE[done]} />}
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      <section class="stack stack-m">
        <h2>{say(w.open, language)}</h2>
        {view.open.length === 0 ? (
          <EmptyState level={3} title={w.none} text={w.noneText} />
        ) : (
          view.open.map((line) => (
            <div class="panel stack stack-s">
              <p>
                <b>{say(line.name, language)}</b> <code>{line.edition}</code>: {line.note}
              </p>
              <p class="quiet s">{madeBy(line, language)}</p>
              <p>
                <Button small kind="second" href={`${here}/${line.draftId}`} label={w.look} hidden={line.name} />
              </p>
            </div>
          ))
        )}
      </section>
      {view.mayHandIn ? <HandIn {...props} /> : null}
      {view.decided.length === 0 ? null : <Decided base={here} lines={view.decided} language={language} />}
    </div>
  )
}

function HandIn({
  base,
  view,
  note = '',
  errors = [],
  language,
}: {
  base: string
  view: DraftsView
  note?: string
  errors?: readonly Fault[]
  language: Language
}) {
  return (
    <section class="stack stack-m">
      <h2>{say(w.handIn, language)}</h2>
      <p>{say(w.stepOne, language)}</p>
      <form method="get" action={`${base}/drafts/edition.json`} class="row">
        <SelectField
          name="service"
          label={w.take}
          options={view.services.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Button kind="second" label={w.download} />
      </form>
      <form method="post" action={`${base}/drafts`} enctype="multipart/form-data" class="stack stack-m">
        <Upload
          name="file"
          label={w.file}
          hint={errors.length > 0 ? w.fileAgain : w.fileHint}
          accept="application/json,.json"
          samples={[]}
          {...faultOf(errors, 'file')}
        />
        <Field
          name="note"
          kind="lines"
          rows={2}
          label={w.noteAsk}
          hint={w.noteHint}
          value={note}
          {...faultOf(errors, 'note')}
        />
        <p>
          <Button label={w.send} />
        </p>
      </form>
    </section>
  )
}

function Decided({ base, lines, language }: { base: string; lines: readonly DraftLine[]; language: Language }) {
  return (
    <section class="stack stack-m">
      <h2>{say(w.decided, language)}</h2>
      <Table
        caption={w.decided}
        phone="cards"
        columns={[
          { key: 'service', label: w.service, title: true },
          { key: 'state', label: w.state },
          { key: 'note', label: w.note },
          { key: 'by', label: w.decision },
        ]}
        rows={lines.map((line) => ({
          cells: {
            service: <a href={`${base}/${line.draftId}`}>{say(line.name, language)}</a>,
            state: <Badge {...STATE_WORDS[line.state]} />,
            note: line.note,
            by: fill(say(w.decidedBy, language), { by: line.decidedBy ?? '', at: line.decidedAt ?? '' }),
          },
        }))}
      />
    </section>
  )
}

export function DraftPage({
  base,
  view,
  reason = '',
  errors = [],
  language,
}: {
  base: string
  view: DraftView
  reason?: string
  errors?: readonly Fault[]
  language: Language
}) {
  const words = (text: Text): string => say(text, language)
  const grave = view.consequences.filter((one) => isBreaking(one.severity)).length
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{words(view.name)}</h1>
        <p class="lead">
          {view.isNew ? words(w.newService) : fill(words(w.fromTo), { from: view.from, to: view.edition })}
        </p>
        <p>
          <Badge {...STATE_WORDS[view.state]} /> {view.note}
        </p>
        <p class="quiet s">{madeBy(view, language)}</p>
        {view.reason === undefined ? null : (
          <Notice tone="care" fact={fill(words(w.returned), { reason: view.reason })} />
        )}
        {view.installHref === undefined ? null : (
          <p>
            <Button href={`${base}/${view.installHref}`} label={w.install} />
          </p>
        )}
      </div>
      {view.isNew ? null : (
        <section class="stack stack-m">
          <h2>{words(WISH_WORDS.compareTitle)}</h2>
          {grave > 0 ? (
            <Notice
              tone="care"
              fact={fill(words(WISH_WORDS.breaking), { count: grave })}
              text={WISH_WORDS.breakingText}
            />
          ) : (
            <Notice tone="good" fact={WISH_WORDS.harmless} />
          )}
          <Consequences side="citizen" title={WISH_WORDS.forCitizens} all={view.consequences} language={language} />
          <Consequences side="officer" title={WISH_WORDS.forOfficers} all={view.consequences} language={language} />
        </section>
      )}
      <Examples view={view} language={language} />
      {view.mayDecide ? (
        <Decision base={base} view={view} reason={reason} errors={errors} language={language} />
      ) : view.isMine ? (
        <form method="post" action={`${base}/drafts/${view.draftId}`} class="panel stack stack-m">
          <p>{words(w.mine)}</p>
          <p>
            <Button kind="second" name="decision" value="withdraw" label={w.withdraw} />
          </p>
        </form>
      ) : null}
    </div>
  )
}

function Examples({ view, language }: { view: DraftView; language: Language }) {
  const words = (text: Text): string => say(text, language)
  const failing = view.examples.filter((one) => !one.isTrue).length
  const against = (one: ExampleLine): string => {
    const mark = one.mark === 'same' ? [] : [words(one.mark === 'new' ? w.newExample : w.changedExample)]
    const differs =
      one.before === undefined
        ? words(w.sameResult)
        : fill(words(w.otherResult), {
            what: one.before.map((part) => words(OUTCOME_PART_WORDS[part] ?? { id: part, en: part })).join(', '),
          })
    return [...(view.isNew ? [] : [differs]), ...mark].join('; ')
  }
  return (
    <section class="stack stack-m">
      <h2>{words(w.examples)}</h2>
      <Notice
        tone={failing > 0 ? 'care' : 'good'}
        fact={fill(words(failing > 0 ? w.someFalse : w.allTrue), {
          count: failing > 0 ? failing : view.examples.length,
        })}
      />
      <Table
        caption={w.examples}
        phone="cards"
        columns={[
          { key: 'title', label: w.example, title: true },
          { key: 'kind', label: w.kind },
          { key: 'result', label: w.result },
          { key: 'against', label: w.against },
        ]}
        rows={view.examples.map((one) => ({
          cells: {
            // Written by whoever published it, in one language.
            title: <span lang="en">{one.title}</span>,
            kind: KIND_WORDS[one.kind],
            result: <Badge tone={one.isTrue ? 'done' : 'stop'} label={one.isTrue ? w.holds : w.fails} />,
            against: against(one),
          },
        }))}
      />
      {view.dropped.length === 0 ? null : (
        <p>
          <b>{words(w.dropped)}</b>: {view.dropped.join(', ')}
        </p>
      )}
    </section>
  )
}

function Decision({
  base,
  view,
  reason,
  errors,
  language,
}: {
  base: string
  view: DraftView
  reason: string
  errors: readonly Fault[]
  language: Language
}) {
  const action = `${base}/drafts/${view.draftId}`
  return (
    <section class="panel stack stack-l">
      <form method="post" action={action} class="stack stack-m">
        <p>{say(w.publishMeans, language)}</p>
        <Tick name="seen" label={w.seen} />
        <p>
          <Button name="decision" value="publish" label={w.publish} />
        </p>
      </form>
      <form method="post" action={action} class="stack stack-m">
        <h3>{say(w.returnTitle, language)}</h3>
        <Field name="reason" kind="lines" rows={2} label={w.returnAsk} value={reason} {...faultOf(errors, 'reason')} />
        <p>
          <Button kind="second" name="decision" value="return" label={w.sendBack} />
        </p>
      </form>
    </section>
  )
}
