// Pages of the national register: what is open, files out and answers in, one request. Must stay true: the page claims no
// connection that is not there; a line that was refused says why.
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { NationalView, Preview, RequestLine, RequestView } from './port.ts'
import { ANSWERS, type RequestState } from './rules.ts'
import {
  ANSWER_HINTS,
  kindWords,
  LINK_TONES,
  LINK_WORDS,
  STATE_TONES,
  STATE_WORDS,
  NATIONAL_WORDS as w,
} from './words.ts'

export type Fault = { readonly at?: string; readonly text: string }
type Frame = {
  base: string
  actionKey: string
  language: Language
  errors?: readonly Fault[]
  typed?: Readonly<Record<string, string>>
}
const COUNTED: readonly RequestState[] = ['waiting', 'asked', 'differs', 'unknown', 'failed', 'confirmed']

const State = ({ line }: { line: RequestLine }) => (
  <span class="row">
    <Badge tone={STATE_TONES[line.state]} label={STATE_WORDS[line.state]} />
    {line.isLate ? <Badge tone="care" label={w.late} /> : null}
  </span>
)

export function NationalPage(props: Frame & { view: NationalView }) {
  const { base, view, language, errors = [] } = props
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
        <p class="quiet">{say(w.noApi, language)}</p>
      </div>
      {view.missing === undefined ? null : <Notice tone="bad" fact={`${say(w.missing, language)} ${view.missing}`} />}
      <LinkPanel {...props} />
      <div class="medium">
        <SummaryList
          figures
          rows={COUNTED.filter((state) => state !== 'failed' || (view.counts.failed ?? 0) > 0).map((state) => ({
            term: STATE_WORDS[state],
            value: String(view.counts[state] ?? 0),
          }))}
        />
      </div>
      <section class="stack stack-s" aria-labelledby="h-open">
        <h2 id="h-open">{say(w.open, language)}</h2>
        {view.lines.length === 0 ? (
          <EmptyState title={w.openEmpty} text={w.openEmptyText} />
        ) : (
          <Table
            caption={w.open}
            phone="cards"
            columns={[
              { key: 'kind', label: w.kind, title: true },
              { key: 'position', label: w.position, end: true },
              { key: 'date', label: w.date },
              { key: 'state', label: w.state },
              { key: 'tries', label: w.tries },
              { key: 'act', label: w.act, hidden: true },
            ]}
            rows={view.lines.map((line) => ({
              ...(line.isLate ? { tone: 'late' as const } : {}),
              cells: {
                kind: kindWords(line.kind),
                position: String(line.position),
                date: line.date,
                state: <State line={line} />,
                tries: `${line.tries} ${say(w.times, language)}`,
                act: (
                  <Button
                    small
                    kind="second"
                    href={`${base}/office/national/${line.requestId}`}
                    label={w.show}
                    hidden={`${say(w.position, language)} ${line.position}`}
                  />
                ),
              },
            }))}
          />
        )}
        {view.next === undefined ? null : (
          <p>
            <Button kind="second" small href={`${base}/office/national?after=${view.next}`} label={w.older} />
          </p>
        )}
        <p class="quiet">
          {say(w.taken, language)} {view.position}
          {view.readAt === undefined ? '' : `, ${say(w.readAt, language)} ${view.readAt}`}.{' '}
          <a href={`${base}/office/national/events.jsonl?after=0`}>{say(w.replay, language)}</a>
        </p>
      </section>
      <Files {...props} />
      {view.mayChange ? <ImportForm {...props} /> : null}
    </div>
  )
}

/** Whether the national system answers, and what goes on by itself when it does again. */
function LinkPanel({ base, view, actionKey, language }: Frame & { view: NationalView }) {
  const { state, notedAt, way, waiting } = view.link
  return (
    <section class="panel stack stack-s medium" aria-labelledby="h-link">
      <h2 id="h-link">{say(w.link, language)}</h2>
      <p class="row">
        <Badge tone={LINK_TONES[state]} label={LINK_WORDS[state]} />
        {notedAt === undefined ? null : (
          <span class="quiet">
            {notedAt}, {say(way === 'answer' ? w.linkAnswer : w.linkOperator, language)}
          </span>
        )}
      </p>
      <p>{waiting === 0 ? say(w.linkNoneWaits, language) : fill(say(w.linkWaiting, language), { count: waiting })}</p>
      {view.mayChange ? (
        <form method="post" action={`${base}/office/national/link`} class="row">
          <input type="hidden" name="key" value={actionKey} />
          {state === 'up' && waiting === 0 ? null : (
            <Button name="state" value="up" kind="second" small label={w.linkSetUp} />
          )}
          {state === 'down' ? null : <Button name="state" value="down" kind="second" small label={w.linkSetDown} />}
        </form>
      ) : null}
    </section>
  )
}

function Files({ base, view, actionKey, language }: Frame & { view: NationalView }) {
  return (
    <section class="stack stack-s" aria-labelledby="h-files">
      <h2 id="h-files">{say(w.files, language)}</h2>
      {view.batches.length === 0 ? (
        <EmptyState title={w.filesEmpty} text={w.filesEmptyText} />
      ) : (
        <Table
          caption={w.files}
          phone="cards"
          dense
          columns={[
            { key: 'number', label: w.number, title: true },
            { key: 'rows', label: w.rows, end: true },
            { key: 'positions', label: w.position },
            { key: 'made', label: w.madeAt },
            { key: 'digest', label: w.digest },
            ...(view.mayChange ? [{ key: 'act', label: w.act, hidden: true }] : []),
          ]}
          rows={view.batches.map((batch) => ({
            cells: {
              number: String(batch.number),
              rows: String(batch.rows),
              positions: `${batch.first} – ${batch.last}`,
              made: batch.madeAt,
              digest: <span class="code">{batch.digest}</span>,
              act: (
                <Button
                  small
                  kind="second"
                  href={`${base}/office/national/files/${batch.number}.jsonl`}
                  label={w.download}
                  hidden={String(batch.number)}
                />
              ),
            },
          }))}
        />
      )}
      {view.mayChange && view.sendable > 0 ? (
        <form method="post" action={`${base}/office/national/files`} class="row">
          <input type="hidden" name="key" value={actionKey} />
          <Button label={w.make} />
          <span>
            {view.sendable} {say(w.sendable, language)}
          </span>
        </form>
      ) : null}
    </section>
  )
}

function ImportForm({ base, actionKey, language, errors = [], typed = {} }: Frame) {
  return (
    <form
      method="post"
      action={`${base}/office/national/answers`}
      enctype="multipart/form-data"
      class="panel stack stack-m medium"
      aria-labelledby="h-import"
    >
      <input type="hidden" name="key" value={actionKey} />
      <h2 id="h-import">{say(w.import, language)}</h2>
      <p>{say(w.importHint, language)}</p>
      <div class="field">
        <label for="file">{say(w.file, language)}</label>
        <input type="file" id="file" name="file" accept=".csv,text/csv" />
      </div>
      <Field
        name="text"
        kind="lines"
        rows={4}
        label={w.paste}
        optional
        value={typed.text}
        error={errors.find((one) => one.at === 'text')?.text}
      />
      <Button kind="second" label={w.preview} />
    </form>
  )
}

export function PreviewPage({
  base,
  preview,
  text,
  language,
  tell,
}: {
  base: string
  preview: Preview
  text: string
  language: Language
  tell: (code: string) => string
}) {
  const outcome: Record<string, Text> = { take: w.willTake, same: w.same, refused: w.refused }
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <p>
          <a href={`${base}/office/national`}>{say(w.title, language)}</a>
        </p>
        <h1>{say(w.previewTitle, language)}</h1>
      </div>
      {preview.applied ? (
        <Notice tone="good" fact={fill(say(w.applied, language), { count: preview.take })} text={w.appliedText} />
      ) : null}
      <Table
        caption={w.previewTitle}
        phone="cards"
        dense
        columns={[
          { key: 'line', label: w.line, title: true },
          { key: 'position', label: w.position },
          { key: 'answer', label: w.answer },
          { key: 'reference', label: w.reference },
          { key: 'outcome', label: w.outcome },
        ]}
        rows={preview.lines.map((line) => ({
          ...(line.outcome === 'refused' ? { tone: 'soon' as const } : {}),
          cells: {
            line: String(line.line),
            position: line.position === undefined ? '–' : String(line.position),
            answer: line.answer === undefined ? '–' : (STATE_WORDS[line.answer as RequestState] ?? line.answer),
            reference: line.reference ?? '–',
            outcome: (
              <>
                {say(outcome[line.outcome]!, language)}
                {line.fault === undefined ? '' : `: ${tell(line.fault)}`}
              </>
            ),
          },
        }))}
      />
      {preview.applied || preview.take === 0 ? (
        <p>
          <Button kind="second" href={`${base}/office/national`} label={w.back} />
        </p>
      ) : (
        <form method="post" action={`${base}/office/national/answers`} class="row">
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="apply" value="yes" />
          <Button label={fill(say(w.apply, language), { count: preview.take })} />
          <Button kind="second" href={`${base}/office/national`} label={w.back} />
        </form>
      )}
    </div>
  )
}

export function RequestPage({
  base,
  actionKey,
  language,
  errors = [],
  typed = {},
  view,
}: Frame & { view: RequestView }) {
  const error = (name: string): string | undefined => errors.find((one) => one.at === name)?.text
  const action = `${base}/office/national/${view.requestId}`
  return (
    <div class="stack stack-l medium">
      <ErrorSummary errors={errors} />
      <div class="stack stack-s">
        <p>
          <a href={`${base}/office/national`}>{say(w.title, language)}</a>
        </p>
        <h1>{say(kindWords(view.kind), language)}</h1>
        <State line={view} />
      </div>
      <SummaryList
        rows={[
          ...(view.name === undefined ? [] : [{ term: w.person, value: view.name }]),
          ...(view.nik === undefined ? [] : [{ term: 'NIK', value: view.nik }]),
          { term: w.date, value: view.date },
          { term: w.position, value: String(view.position) },
          { term: w.tries, value: `${view.tries} ${say(w.times, language)}` },
          ...(view.reference === undefined
            ? []
            : [
                {
                  term: w.reference,
                  value: `${view.reference}, ${say(view.way === 'file' ? w.wayFile : w.wayManual, language)}`,
                },
              ]),
          ...(view.answeredBy === undefined
            ? []
            : [{ term: w.answeredBy, value: `${view.answeredBy}, ${view.answeredAt ?? ''}` }]),
        ]}
      />
      {view.mayAnswer ? (
        <form method="post" action={action} class="panel stack stack-m" aria-labelledby="h-manual">
          <input type="hidden" name="key" value={actionKey} />
          <h2 id="h-manual">{say(w.manual, language)}</h2>
          <ChoiceCards
            name="answer"
            label={w.answer}
            choices={ANSWERS.map((value) => ({ value, label: STATE_WORDS[value], hint: ANSWER_HINTS[value] }))}
            value={typed.answer ?? ''}
            error={error('answer')}
          />
          <Field
            name="reference"
            width={16}
            label={w.reference}
            hint={w.referenceHint}
            value={typed.reference}
            error={error('reference')}
          />
          <Button label={w.record} />
        </form>
      ) : null}
      {view.mayRepeat ? (
        <form method="post" action={action} class="panel stack stack-s">
          <input type="hidden" name="key" value={actionKey} />
          <p>{say(w.againHint, language)}</p>
          <Button name="again" value="yes" kind="second" label={w.again} />
        </form>
      ) : null}
    </div>
  )
}
