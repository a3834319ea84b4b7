// The register of processing and of retention. Must stay true: the program's own lines come from the same data that its jobs
// obey; a table nobody described is said aloud.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Fault } from './own-pages.tsx'
import { Parts } from './page-parts.tsx'
import type { ProcessingLine, ProcessingView } from './port.ts'
import { ACTIVITY_FIELDS } from './rules.ts'
import { PRIVACY_WORDS as w } from './words.ts'

const ACTIVITY_LABELS: Readonly<Record<string, Text>> = Object.fromEntries(
  [...ACTIVITY_FIELDS, 'reviewOn' as const].map((name) => [name, w[name]]),
)

const NOT_RUN = { night: w.neverRan, own: w.ownJob, nobody: w.noEnd } as const

export function ProcessingPage({
  base,
  view,
  actionKey,
  language,
  errors = [],
  typed = {},
  asked = false,
}: {
  base: string
  view: ProcessingView
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
  asked?: boolean
}) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const own = view.lines.filter((line) => line.own !== undefined)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} labels={ACTIVITY_LABELS} />
      <div class="stack stack-s">
        <h1>{say(w.processing, language)}</h1>
        <p class="lead">{say(w.processingLead, language)}</p>
        <Parts base={base} here="processing" />
        <p class="s quiet">{fill(say(w.asOf, language), { at: view.asOf })}</p>
        {view.undescribed.length === 0 ? null : (
          <Notice tone="care" fact={w.undescribed} text={view.undescribed.join(', ')} />
        )}
      </div>
      <section class="stack" aria-labelledby="h-program">
        <h2 id="h-program">{say(w.program, language)}</h2>
        {view.lines
          .filter((line) => line.own === undefined)
          .map((line) => (
            <ActivityPart line={line} language={language} />
          ))}
      </section>
      <section class="stack" aria-labelledby="h-own">
        <h2 id="h-own">{say(w.ownLines, language)}</h2>
        {own.length === 0 ? <EmptyState title={w.ownLinesEmpty} text={w.ownLinesText} /> : null}
        {own.map((line) => (
          <div class="stack stack-s">
            <ActivityPart line={line} language={language} />
            <form method="post" action={`${base}/office/privacy/processing/${line.id}/end`}>
              <input type="hidden" name="key" value={`${actionKey}:end`} />
              <Button small kind="second" label={w.end} hidden={line.name} />
            </form>
          </div>
        ))}
      </section>
      <section class="stack" aria-labelledby="h-retention">
        <h2 id="h-retention">{say(w.retentionTitle, language)}</h2>
        {asked ? <Notice tone="good" fact={w.runAsked} text={w.runAskedText} /> : null}
        <form method="post" action={`${base}/office/privacy/retention`} class="stack stack-s">
          <p>{fill(say(w.runLead, language), { at: view.nextRun })}</p>
          <Button kind="second" label={w.runNow} />
        </form>
        <Table
          caption={w.retentionTitle}
          phone="cards"
          dense
          columns={[
            { key: 'what', label: w.categories, title: true },
            { key: 'period', label: w.retention },
            { key: 'after', label: w.after },
            { key: 'basis', label: w.basis },
            { key: 'run', label: w.lastRun },
          ]}
          rows={view.retention.map((line) => ({
            cells: {
              what: line.what,
              period: line.period,
              after: line.after,
              basis: line.basis,
              run:
                line.lastAt === undefined
                  ? say(NOT_RUN[line.by], language)
                  : `${line.lastAt}: ${fill(say(w.removed, language), { last: line.lastRemoved ?? 0, all: line.removed ?? 0 })}`,
            },
          }))}
        />
      </section>
      <form
        method="post"
        action={`${base}/office/privacy/processing`}
        class="panel stack stack-m medium"
        aria-labelledby="h-add"
      >
        <input type="hidden" name="key" value={actionKey} />
        <h2 id="h-add">{say(w.add, language)}</h2>
        <p>{say(w.ownLinesText, language)}</p>
        {ACTIVITY_FIELDS.map((name) => (
          <Field name={name} label={w[name]} value={typed[name]} error={error(name)} />
        ))}
        <DateOfBirth
          name="reviewOn"
          label={w.reviewOn}
          value={{
            day: typed['reviewOn.day'] ?? '',
            month: typed['reviewOn.month'] ?? '',
            year: typed['reviewOn.year'] ?? '',
          }}
          error={error('reviewOn')}
        />
        <Button label={w.add} />
      </form>
    </div>
  )
}

function ActivityPart({ line, language }: { line: ProcessingLine; language: Language }) {
  return (
    <details class="panel">
      <summary>
        <b>{say(line.name, language)}</b> {line.own?.isDue === true ? <Badge tone="care" label={w.reviewDue} /> : null}
      </summary>
      <SummaryList
        small
        rows={[
          { term: w.purpose, value: line.purpose },
          { term: w.basis, value: line.basis },
          { term: w.categories, value: line.categories },
          { term: w.recipients, value: line.recipients },
          { term: w.retention, value: line.retention },
          ...(line.own === undefined
            ? []
            : [
                { term: w.owner, value: line.own.owner },
                { term: w.reviewOn, value: line.own.reviewOn },
              ]),
        ]}
      />
    </details>
  )
}
