// Pages of odd reads: what waits, what was decided, one alarm with its decision. Must stay true: lists never say whose data it
// was; an alarm reads as a question, not as a verdict.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Fault } from './own-pages.tsx'
import { Parts } from './page-parts.tsx'
import type { AlarmLine, AlarmsView, AlarmView } from './watch-port.ts'
import { WATCH } from './watch-rules.ts'
import { ALARM_TONES, ALARM_WORDS, ruleWords, SPAN_WORDS, WATCH_WORDS as w } from './watch-words.ts'

type Frame = {
  base: string
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
}

function AlarmTable({
  base,
  lines,
  language,
  caption,
}: {
  base: string
  lines: readonly AlarmLine[]
  language: Language
  caption: { id: string; en: string }
}) {
  return (
    <Table
      caption={caption}
      phone="cards"
      columns={[
        { key: 'what', label: w.what, title: true },
        { key: 'who', label: w.who },
        { key: 'seen', label: w.seen },
        { key: 'when', label: w.when },
        { key: 'state', label: w.state },
        { key: 'act', label: w.act, hidden: true },
      ]}
      rows={lines.map((line) => ({
        cells: {
          what: ruleWords(line.rule),
          who: line.who === '' ? w.many : line.who,
          seen: `${line.seen} (${say(w.limit, language)} ${line.limit})`,
          when: line.lastAt,
          state: <Badge tone={ALARM_TONES[line.state]} label={ALARM_WORDS[line.state]} />,
          act: (
            <Button
              small
              kind="second"
              href={`${base}/office/privacy/alarms/${line.alarmId}`}
              label={w.show}
              hidden={`${say(ruleWords(line.rule), language)}, ${line.lastAt}`}
            />
          ),
        },
      }))}
    />
  )
}

export function AlarmsPage({
  base,
  actionKey,
  language,
  errors = [],
  view,
  withParts,
}: Frame & { view: AlarmsView; withParts: boolean }) {
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        {withParts ? <Parts base={base} here="alarms" /> : null}
        {view.readAt === undefined ? null : (
          <p class="quiet">
            {say(w.readAt, language)} {view.readAt}
          </p>
        )}
      </div>
      <section class="stack stack-s" aria-labelledby="h-open">
        <h2 id="h-open">{say(w.open, language)}</h2>
        {view.open.length === 0 ? (
          <EmptyState title={w.openEmpty} text={w.openEmptyText} />
        ) : (
          <AlarmTable base={base} lines={view.open} language={language} caption={w.open} />
        )}
      </section>
      <section class="stack stack-s" aria-labelledby="h-decided">
        <h2 id="h-decided">{say(w.decided, language)}</h2>
        {view.decided.length === 0 ? (
          <EmptyState title={w.decidedEmpty} text={w.decidedEmptyText} />
        ) : (
          <AlarmTable base={base} lines={view.decided} language={language} caption={w.decided} />
        )}
        {view.next === undefined ? null : (
          <p>
            <Button kind="second" small href={`${base}/office/privacy/alarms?before=${view.next}`} label={w.older} />
          </p>
        )}
      </section>
      <section class="stack stack-s medium" aria-labelledby="h-rules">
        <h2 id="h-rules">
          {say(w.rules, language)} {WATCH.edition}
        </h2>
        <SummaryList
          rows={WATCH.rules.map((rule) => ({
            term: ruleWords(rule.id),
            value: `${say(rule.limit === 1 ? w.everyTime : w.from, language)}${rule.limit === 1 ? '' : ` ${rule.limit} ${say(SPAN_WORDS[rule.kind], language)}`}`,
          }))}
        />
      </section>
      {view.mayDecide ? (
        <form
          method="post"
          action={`${base}/office/privacy/alarms/guard`}
          class="panel stack stack-m medium"
          aria-labelledby="h-guard"
        >
          <input type="hidden" name="key" value={actionKey} />
          <h2 id="h-guard">{say(w.guarded, language)}</h2>
          <p>{say(w.guardedText, language)}</p>
          <p>
            <b>{view.guarded}</b> {say(w.nowGuarded, language)}
          </p>
          <Field
            name="nik"
            kind="number"
            width={16}
            label="NIK"
            autocomplete="off"
            error={errors.find((one) => one.at === 'nik')?.text}
          />
          <Button kind="second" label={w.guard} />
        </form>
      ) : null}
    </div>
  )
}

export function AlarmPage({ base, actionKey, language, errors = [], typed = {}, view }: Frame & { view: AlarmView }) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  return (
    <div class="stack stack-l medium">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <p>
          <a href={`${base}/office/privacy/alarms`}>{say(w.title, language)}</a>
        </p>
        <h1>{say(ruleWords(view.rule), language)}</h1>
        <p class="row">
          <Badge tone={ALARM_TONES[view.state]} label={ALARM_WORDS[view.state]} />
        </p>
      </div>
      <SummaryList
        rows={[
          { term: w.who, value: view.who === '' ? w.many : view.who },
          { term: w.about, value: view.about ?? w.hidden },
          { term: w.seen, value: `${view.seen} (${say(w.limit, language)} ${view.limit})` },
          { term: w.when, value: view.firstAt === view.lastAt ? view.lastAt : `${view.firstAt} – ${view.lastAt}` },
          { term: w.edition, value: view.edition },
          { term: w.told, value: view.toldAt ?? w.notYet },
          ...(view.words === undefined ? [] : [{ term: w.explanation, value: view.words }]),
          ...(view.decidedBy === undefined
            ? []
            : [{ term: w.decidedBy, value: `${view.decidedBy}, ${view.decidedAt ?? ''}` }]),
        ]}
      />
      {view.breachId === undefined ? null : (
        <p>
          <Button kind="second" href={`${base}/office/privacy/breaches/${view.breachId}`} label={w.toBreach} />
        </p>
      )}
      {view.isSelf && view.state === 'open' ? <Notice tone="care" fact={w.self} /> : null}
      {view.mayDecide ? (
        <form
          method="post"
          action={`${base}/office/privacy/alarms/${view.alarmId}`}
          class="panel stack stack-m"
          aria-labelledby="h-decide"
        >
          <input type="hidden" name="key" value={actionKey} />
          <h2 id="h-decide">{say(w.decide, language)}</h2>
          <Field
            name="words"
            kind="lines"
            rows={3}
            label={w.words}
            hint={w.wordsHint}
            value={typed.words}
            error={error('words')}
          />
          <ChoiceCards
            name="outcome"
            label={w.outcome}
            choices={[
              { value: 'explained', label: w.explained, hint: w.explainedHint },
              { value: 'breach', label: w.breach, hint: w.breachHint },
            ]}
            value={typed.outcome ?? ''}
            error={error('outcome')}
          />
          <Button label={w.decide} />
        </form>
      ) : null}
    </div>
  )
}
