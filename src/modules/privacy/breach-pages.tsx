// The register of breaches: what, when found, who was told, and the clock of 3×24 hours. Must stay true: what is not told yet
// is said in words; the form repeats that no names belong here.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards, Tick } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import type { Fault } from './own-pages.tsx'
import { ClockBadge, Parts } from './page-parts.tsx'
import type { BreachLine, BreachView } from './port.ts'
import { BREACH_KINDS, STEP_KINDS } from './rules.ts'
import { BREACH_KIND_WORDS, STEP_WORDS, PRIVACY_WORDS as w } from './words.ts'

const kindWords = (kinds: readonly string[], language: Language): string =>
  BREACH_KINDS.filter((one) => kinds.includes(one))
    .map((one) => say(BREACH_KIND_WORDS[one], language))
    .join(', ')

export function BreachesPage({
  base,
  lines,
  next,
  actionKey,
  language,
  errors = [],
  typed = {},
  kinds = [],
}: {
  base: string
  lines: readonly BreachLine[]
  next?: string
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
  kinds?: readonly string[]
}) {
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.breaches, language)}</h1>
        <p class="lead">{say(w.breachesLead, language)}</p>
        <Parts base={base} here="breaches" />
      </div>
      {lines.length === 0 ? (
        <EmptyState level={2} title={w.breachesEmpty} text={w.breachesEmptyText} />
      ) : (
        <Table
          caption={w.breaches}
          phone="cards"
          dense
          columns={[
            { key: 'found', label: w.found, title: true },
            { key: 'kinds', label: w.kinds },
            { key: 'told', label: w.told },
            { key: 'due', label: w.due },
            { key: 'act', label: w.act, hidden: true },
          ]}
          rows={lines.map((line) => ({
            ...(line.clock.state === 'late' ? { tone: 'late' as const } : {}),
            ...(line.clock.state === 'soon' ? { tone: 'soon' as const } : {}),
            cells: {
              found: `${line.foundAt}, ${say(line.drill ? w.drill : w.real, language).toLowerCase()}`,
              kinds: kindWords(line.kinds, language),
              told: (
                <>
                  {say(w.authority, language)}: {line.authorityAt ?? say(w.notYet, language)}
                  <br />
                  {say(w.subjects, language)}: {line.subjectsAt ?? say(w.notYet, language)}
                </>
              ),
              due: (
                <>
                  {line.dueAt} <ClockBadge clock={line.clock} language={language} />
                </>
              ),
              act: (
                <Button
                  small
                  kind="second"
                  href={`${base}/office/privacy/breaches/${line.breachId}`}
                  label={w.open}
                  hidden={line.foundAt}
                />
              ),
            },
          }))}
        />
      )}
      {next === undefined ? null : (
        <p>
          <Button kind="second" small href={`${base}/office/privacy/breaches?before=${next}`} label={w.older} />
        </p>
      )}
      <RecordForm {...{ base, actionKey, language, errors, typed, kinds }} />
    </div>
  )
}

function RecordForm({
  base,
  actionKey,
  language,
  errors,
  typed,
  kinds,
}: {
  base: string
  actionKey: string
  language: Language
  errors: readonly Fault[]
  typed: Readonly<Record<string, string>>
  kinds: readonly string[]
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  return (
    <form
      method="post"
      action={`${base}/office/privacy/breaches`}
      class="panel stack stack-m medium"
      aria-labelledby="h-record"
    >
      <input type="hidden" name="key" value={actionKey} />
      <h2 id="h-record">{say(w.record, language)}</h2>
      <Field
        name="what"
        kind="lines"
        rows={3}
        label={w.what}
        hint={w.noNames}
        value={typed.what}
        error={error('what')}
      />
      <Field name="how" kind="lines" rows={3} label={w.how} value={typed.how} error={error('how')} />
      <DateOfBirth
        name="found"
        label={w.foundOn}
        value={{
          day: typed['found.day'] ?? '',
          month: typed['found.month'] ?? '',
          year: typed['found.year'] ?? '',
        }}
        error={error('found')}
      />
      <Field name="foundAt" width={4} label={w.foundAt} value={typed.foundAt} />
      <ChoiceCards
        name="kinds"
        many
        two
        label={w.kinds}
        choices={BREACH_KINDS.map((value) => ({ value, label: BREACH_KIND_WORDS[value] }))}
        value={kinds}
        error={error('kinds')}
      />
      <Field
        name="people"
        kind="number"
        width={8}
        optional
        label={w.people}
        value={typed.people}
        error={error('people')}
      />
      <Tick name="drill" label={w.isDrill} checked={typed.drill === 'yes'} />
      <Button label={w.record} />
    </form>
  )
}

export function BreachPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
}: {
  base: string
  view: BreachView
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  return (
    <div class="stack stack-l medium">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <p>
          <a href={`${base}/office/privacy/breaches`}>{say(w.breaches, language)}</a>
        </p>
        <h1>
          {say(view.drill ? w.drill : w.real, language)}: {view.foundAt}
        </h1>
        <p class="row">
          <ClockBadge clock={view.clock} language={language} />
          {view.closedAt === undefined ? null : <Badge tone="done" label={w.closed} />}
        </p>
      </div>
      <SummaryList
        rows={[
          { term: w.what, value: view.what },
          { term: w.how, value: view.how },
          { term: w.kinds, value: kindWords(view.kinds, language) },
          { term: w.people, value: view.people === undefined ? w.unknown : String(view.people) },
          { term: w.due, value: view.dueAt },
          { term: STEP_WORDS.authority, value: view.authorityAt ?? w.notYet },
          { term: STEP_WORDS.subjects, value: view.subjectsAt ?? w.notYet },
          { term: w.recordedBy, value: view.recordedBy },
        ]}
      />
      <section class="stack" aria-labelledby="h-steps">
        <h2 id="h-steps">{say(w.steps, language)}</h2>
        {view.steps.length === 0 ? (
          <EmptyState title={w.stepsEmpty} text={w.stepsEmptyText} />
        ) : (
          <Timeline
            items={view.steps.map((step) => ({
              title: STEP_WORDS[step.kind],
              state: 'done' as const,
              at: { iso: step.iso, words: `${step.at}, ${step.by}` },
              text: step.words,
            }))}
          />
        )}
      </section>
      {view.closedAt === undefined ? (
        <form
          method="post"
          action={`${base}/office/privacy/breaches/${view.breachId}`}
          class="panel stack stack-m"
          aria-labelledby="h-step"
        >
          <input type="hidden" name="key" value={actionKey} />
          <h2 id="h-step">{say(w.addStep, language)}</h2>
          {view.blocked === undefined ? null : <Notice fact={view.blocked} />}
          <ChoiceCards
            name="kind"
            two
            label={w.steps}
            choices={STEP_KINDS.filter((one) => one !== 'close' || view.mayClose).map((value) => ({
              value,
              label: STEP_WORDS[value],
            }))}
            value={typed.kind ?? ''}
            error={error('kind')}
          />
          <Field
            name="words"
            kind="lines"
            label={w.stepWords}
            hint={w.noNames}
            value={typed.words}
            error={error('words')}
          />
          <Button label={w.addStep} />
        </form>
      ) : null}
    </div>
  )
}
