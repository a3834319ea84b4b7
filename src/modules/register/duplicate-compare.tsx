// Two entries side by side with every reason, and the form that decides whether they are one person. HTML from data only.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { decimal } from '../../platform/ui/format.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { DUPLICATE_TEXTS as w } from './duplicate-page-words.ts'
import type { DecisionTyped, SideBySide } from './duplicate-port.ts'
import { type Fault, faultAt } from './office-pages.tsx'

export type FormState = { readonly errors: readonly Fault[]; readonly typed?: DecisionTyped; readonly undo?: string }

const headOf = ({ name, href }: SideBySide['a']) => (href === undefined ? name : <a href={href}>{name}</a>)

export function Compared({
  href,
  view,
  form,
  isCase,
  language,
}: {
  href: string
  view: SideBySide
  form: FormState
  isCase: boolean
  language: Language
}) {
  const { bands, decision } = view
  const show = (points: number) => `${points > 0 ? '+' : ''}${decimal(points, 2, language)}`
  return (
    <div class="split">
      <div class="stack">
        <Table
          caption={w.pairTitle}
          phone="cards"
          dense
          columns={[
            { key: 'fact', label: w.fact, title: true },
            { key: 'a', label: view.a.name },
            { key: 'b', label: `${view.b.name}${isCase ? ` (${say(w.registered, language).toLowerCase()})` : ''}` },
            { key: 'why', label: w.why },
            { key: 'points', label: w.points, end: true },
          ]}
          rows={view.rows.map((row) => ({
            cells: { fact: row.fact, a: row.a, b: row.b, why: row.why, points: show(row.points) },
          }))}
        />
        <div class="stack stack-xs">
          <ProgressBar
            percent={(Math.max(0, view.score) / (bands.sure * 1.25)) * 100}
            target={(bands.sure / (bands.sure * 1.25)) * 100}
            tone={view.band === 'sure' ? 'low' : view.band === 'possible' ? 'mid' : 'act'}
          />
          <p class="s">
            {fill(say(w.total, language), {
              score: decimal(view.score, 2, language),
              possible: decimal(bands.possible, 2, language),
              sure: decimal(bands.sure, 2, language),
            })}
          </p>
        </div>
        <p class="row s">
          {headOf(view.a)} {headOf(view.b)}
        </p>
      </div>
      <div class="stack">
        {view.isJoined && !isCase ? <Notice tone="good" fact={w.joined} /> : null}
        {decision === undefined ? null : (
          <Notice
            tone={decision.verdict === 'different' ? 'good' : 'care'}
            fact={fill(say(w.decided, language), { verdict: say(w[decision.verdict], language) })}
            text={fill(say(w.decidedBy, language), {
              who: say(decision.isMine ? w.me : w.other, language),
              at: decision.at,
              reason: decision.reason,
            })}
          >
            {decision.verdict === 'same' && !isCase && !view.isJoined && !view.mayJoin ? (
              <p class="s">{say(w.joinWaits, language)}</p>
            ) : null}
          </Notice>
        )}
        {view.mayDecide ? <DecideForm {...{ href, form, isCase, language }} /> : null}
        {view.mayJoin ? (
          <form method="post" action={`${href}/join`} class="panel stack stack-s">
            <h2>{say(w.join, language)}</h2>
            <p class="quiet s">{say(w.joinLead, language)}</p>
            <ChoiceCards
              name="keep"
              label={w.keep}
              choices={[view.a, view.b].map((one, index) => ({
                value: one.id,
                label: one.name,
                hint: view.rows
                  .filter((row) => row.fact.en === 'Birth date' || row.fact.en === 'Village')
                  .map((row) => say(index === 0 ? row.a : row.b, language))
                  .join(', '),
              }))}
              error={faultAt(form.errors, 'keep')}
            />
            <Button label={w.joinGo} fill="always" />
          </form>
        ) : null}
        {view.mayUndo ? (
          <form method="post" action={`${href}/undo`} class="stack stack-s">
            <Field
              name="undo"
              id={`undo-${view.b.id}`}
              label={w.undoReason}
              value={form.undo}
              error={faultAt(form.errors, 'undo')}
            />
            <Button kind="harm" label={w.undo} />
          </form>
        ) : null}
      </div>
    </div>
  )
}

export function DecideForm({
  href,
  form,
  isCase,
  language,
}: {
  href: string
  form: FormState
  isCase: boolean
  language: Language
}) {
  return (
    <form method="post" action={href} class="panel stack stack-s">
      <h2>{say(w.decide, language)}</h2>
      <ChoiceCards
        name="verdict"
        label={w.verdict}
        value={form.typed?.verdict}
        choices={[
          { value: 'different', label: w.different, hint: isCase ? w.differentCase : w.differentHint },
          { value: 'same', label: w.same, hint: isCase ? w.sameCase : w.sameHint },
          { value: 'unsure', label: w.unsure, hint: w.unsureHint },
        ]}
        error={faultAt(form.errors, 'verdict')}
      />
      <Field
        name="reason"
        kind="lines"
        rows={2}
        label={w.reason}
        hint={w.reasonHint}
        value={form.typed?.reason}
        error={faultAt(form.errors, 'reason')}
      />
      <Button label={w.save} fill="always" />
    </form>
  )
}
