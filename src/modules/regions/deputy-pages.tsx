// The page of deputies: who acts, who waits for confirmation, and the form that proposes one. Must stay true: a state is a
// word and a shape; a button stands only where it works, otherwise the reason does.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { DeputyLine, DeputyView } from './deputy-port.ts'
import { SIGNATURE_WORDS } from './deputy-rules.ts'
import { DEPUTY_TITLES, DEPUTY_WORDS as w } from './deputy-words.ts'

type Fault = { readonly at?: string; readonly text: string }
export type TypedDeputy = Readonly<Record<string, string>>

const TONES = {
  proposed: 'care',
  coming: 'wait',
  acting: 'done',
  over: 'wait',
  ended: 'stop',
  refused: 'stop',
} as const
const DONE = {
  proposed: w.doneProposed,
  confirmed: w.doneConfirmed,
  refused: w.doneRefused,
  ended: w.doneEnded,
} as const
export type DeputyDone = keyof typeof DONE
export const isDone = (word: string | undefined): word is DeputyDone => word !== undefined && word in DONE

export function DeputyPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
  done,
}: {
  base: string
  view: DeputyView
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: TypedDeputy
  done?: DeputyDone
}) {
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        {done === undefined ? null : <Notice tone={done === 'refused' ? 'note' : 'good'} fact={DONE[done]} />}
      </div>
      <section class="stack" aria-labelledby="h-list">
        <h2 id="h-list">{say(w.list, language)}</h2>
        {view.lines.length === 0 ? (
          <EmptyState title={w.empty} text={w.emptyText} />
        ) : (
          <Table
            caption={w.caption}
            phone="cards"
            dense
            columns={[
              { key: 'deputy', label: w.deputy, title: true },
              { key: 'post', label: w.post },
              { key: 'days', label: w.days },
              { key: 'order', label: w.order },
              { key: 'state', label: w.state, cardLabel: false },
              { key: 'act', label: w.act, hidden: true },
            ]}
            rows={view.lines.map((line) => ({
              ...(line.state === 'proposed' ? { tone: 'soon' as const } : {}),
              cells: deputyCells(base, line, actionKey, language),
            }))}
          />
        )}
      </section>
      <ProposeForm {...{ base, view, actionKey, language, errors, typed }} />
    </div>
  )
}

function deputyCells(base: string, line: DeputyLine, actionKey: string, language: Language) {
  const href = `${base}/office/deputies/${line.deputyId}`
  const key = <input type="hidden" name="key" value={`${actionKey}:${line.deputyId}`} />
  return {
    deputy: (
      <>
        {line.deputy}{' '}
        <small class="quiet">
          {SIGNATURE_WORDS[line.title]} {line.printedName}
        </small>
      </>
    ),
    post: fill(say(w.forWhom, language), { role: say(line.role, language), holder: line.holder }),
    days: fill(say(w.until, language), { from: line.from, to: line.to }),
    order: (
      <>
        {line.decree}{' '}
        <small class="quiet">
          {fill(say(w.by, language), { by: line.proposedBy })}
          {line.decidedBy === undefined ? '' : `, ${fill(say(w.decided, language), { by: line.decidedBy })}`}
        </small>
      </>
    ),
    state: <Badge tone={TONES[line.state]} label={w[line.state]} />,
    act: (
      <div class="row">
        {line.mayDecide ? (
          <>
            <form method="post" action={`${href}/confirm`}>
              {key}
              <Button small label={w.confirm} hidden={line.deputy} />
            </form>
            <form method="post" action={`${href}/refuse`}>
              {key}
              <Button small kind="harm" label={w.refuse} hidden={line.deputy} />
            </form>
          </>
        ) : null}
        {line.blocked === undefined ? null : <small class="quiet">{line.blocked}</small>}
        {line.mayEnd && !line.mayDecide ? (
          <form method="post" action={`${href}/end`}>
            {key}
            <Button small kind="harm" label={w.end} hidden={line.deputy} />
          </form>
        ) : null}
      </div>
    ),
  }
}

function ProposeForm({
  base,
  view,
  actionKey,
  language,
  errors,
  typed,
}: {
  base: string
  view: DeputyView
  actionKey: string
  language: Language
  errors: readonly Fault[]
  typed: TypedDeputy
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const date = (name: string) => ({
    day: typed[`${name}.day`] ?? '',
    month: typed[`${name}.month`] ?? '',
    year: typed[`${name}.year`] ?? '',
  })
  return (
    <form
      method="post"
      action={`${base}/office/deputies`}
      class="panel stack stack-m medium"
      aria-labelledby="h-propose"
    >
      <input type="hidden" name="key" value={actionKey} />
      <h2 id="h-propose">{say(w.propose, language)}</h2>
      <SelectField
        name="assignment"
        label={w.whose}
        options={view.posts}
        value={typed.assignment}
        error={error('assignment')}
      />
      <SelectField
        name="account"
        label={w.who}
        hint={w.whoHint}
        options={view.officers}
        value={typed.account}
        error={error('account')}
      />
      <ChoiceCards
        name="title"
        label={w.titleAs}
        choices={DEPUTY_TITLES}
        value={typed.title ?? 'plh'}
        error={error('title')}
      />
      <Field
        name="printedName"
        label={w.printedName}
        value={typed.printedName}
        autocapitalize="words"
        error={error('printedName')}
      />
      <Field name="nip" kind="number" width={16} label={w.nip} optional value={typed.nip} error={error('nip')} />
      <Field name="decree" label={w.decree} value={typed.decree} error={error('decree')} />
      <DateOfBirth name="from" label={w.from} value={date('from')} error={error('from')} />
      <DateOfBirth name="to" label={w.to} value={date('to')} error={error('to')} />
      <Button label={w.proposeAct} />
    </form>
  )
}
