// The office's pages: the fair list, one case beside its decision, and the batch that waits for a signature.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { BeforeAfter } from '../../platform/ui/before-after.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { Tick } from '../../platform/ui/choice-cards.tsx'
import { DateOfBirth } from '../../platform/ui/date-of-birth.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { FourEyes } from '../../platform/ui/four-eyes.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Pagination } from '../../platform/ui/pagination.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { Timeline } from '../../platform/ui/timeline.tsx'
import type { BeforeAfter as Row } from '../register/before-after.ts'
import { FAULT_REASONS } from './case.ts'
import type { OfficeAction, OfficeCaseView, SigningLine, WorkFilter, WorkLine, WorkListView } from './office-port.ts'
import { OFFICE_WORDS as w } from './office-words.ts'

type Fault = { readonly at?: string; readonly text: string }
const FILTERS: readonly WorkFilter[] = ['all', 'late', 'today', 'mine', 'hold']

export function WorkListPage({
  base,
  view,
  language,
  missing,
}: {
  base: string
  view: WorkListView
  language: Language
  missing?: string
}) {
  return (
    <div class="stack">
      <div class="row row-apart">
        <h1>{say(w.work, language)}</h1>
        <p class="quiet s">{view.now}</p>
      </div>
      {missing === undefined ? null : <ErrorSummary errors={[{ at: 'q', text: say(w.notFound, language) }]} />}
      <search>
        <form method="post" action={`${base}/office/find`} class="narrow stack stack-s">
          <label class="s" for="q">
            {say(w.find, language)}
          </label>
          <div class="search">
            <input id="q" name="q" type="search" value={missing ?? ''} autocomplete="off" />
            <Button kind="second" icon="search" label={w.search} fill="never" />
          </div>
        </form>
      </search>
      <Chips
        label={w.filter}
        chips={FILTERS.map((filter) => ({
          href: `${base}/office?show=${filter}`,
          label: w[filter],
          count: view.counts[filter],
          current: filter === view.filter,
        }))}
      />
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.empty} text={w.emptyText} />
      ) : (
        <>
          <Table
            caption={w.caption}
            phone="cards"
            dense
            columns={[
              { key: 'due', label: w.due },
              { key: 'name', label: w.application, title: true },
              { key: 'place', label: w.place },
              { key: 'channel', label: w.channel },
              { key: 'stage', label: w.stage, cardLabel: false },
              { key: 'act', label: w.act, hidden: true },
            ]}
            rows={view.lines.map((line) => ({
              ...(line.edge === undefined ? {} : { tone: line.edge }),
              cells: workCells(base, line, language),
            }))}
          />
          <Pagination
            from={view.from}
            to={view.from + view.lines.length - 1}
            nextHref={
              view.next === undefined
                ? undefined
                : `${base}/office?${new URLSearchParams({ show: view.filter, after: view.next, from: String(view.from + view.lines.length) })}`
            }
            firstHref={view.from > 1 ? `${base}/office?show=${view.filter}` : undefined}
            note={w.listNote}
          />
        </>
      )}
    </div>
  )
}

function workCells(base: string, line: WorkLine, language: Language) {
  const href = `${base}/office/cases/${line.caseId}`
  return {
    due: (
      <span>
        <b class="num">{say(line.due, language)}</b>
        {line.usedPercent === undefined ? null : (
          <ProgressBar
            percent={line.usedPercent}
            tone={line.edge === 'late' ? 'low' : line.edge === 'soon' ? 'mid' : 'act'}
          />
        )}
        {line.dueNote === undefined ? null : <small class="quiet">{say(line.dueNote, language)}</small>}
      </span>
    ),
    name: (
      <>
        <a href={href}>{say(line.serviceName, language)}</a> <small class="quiet num">{line.number}</small>
      </>
    ),
    place: line.village,
    channel: say(line.channel, language),
    stage: (
      <Badge tone={line.edge === 'late' ? 'stop' : line.edge === 'soon' ? 'care' : line.tone} label={line.stateLabel} />
    ),
    act:
      line.taken === 'free' ? (
        <form method="post" action={`${href}/take`}>
          <Button kind="second" small label={w.take} hidden={line.number} />
        </form>
      ) : (
        <Button
          small
          kind={line.taken === 'mine' ? 'main' : 'second'}
          href={href}
          label={line.taken === 'mine' ? w.go : w.look}
          hidden={line.number}
        />
      ),
  }
}

const changeRows = (rows: readonly Row[]) =>
  rows.map((row) => ({
    thing: row.thing,
    ...(row.before.id === '–' ? {} : { before: row.before }),
    ...(row.after.id === '–' ? {} : { after: row.after }),
  }))

export function OfficeCasePage({
  base,
  view,
  actionKey,
  errors,
  language,
}: {
  base: string
  view: OfficeCaseView
  actionKey: string
  errors: readonly Fault[]
  language: Language
}) {
  const href = `${base}/office/cases/${view.caseId}`
  return (
    <div class="stack stack-m">
      <ErrorSummary errors={errors} />
      <div class="row row-apart">
        <div>
          <h1>{say(view.serviceName, language)}</h1>
          <p class="quiet s">
            {view.number}, {say(view.channel, language)}, {view.village}
          </p>
        </div>
        <Badge
          tone={view.tone}
          label={
            view.due === undefined
              ? view.stateLabel
              : { id: `${view.stateLabel.id}, ${view.due.id}`, en: `${view.stateLabel.en}, ${view.due.en}` }
          }
        />
      </div>
      <div class="split">
        <div class="stack stack-l">
          {view.objection === undefined ? null : <Notice tone="care" fact={w.objection} text={view.objection} />}
          <section class="stack" aria-labelledby="h-changes">
            <h2 id="h-changes">{say(w.changes, language)}</h2>
            <p class="quiet s">{say(view.changes.length === 0 ? w.noChanges : w.changesLead, language)}</p>
            {view.changesNote === undefined ? null : <Notice tone="bad" fact={view.changesNote} />}
            {view.changes.length === 0 ? null : <BeforeAfter caption={w.changes} changes={changeRows(view.changes)} />}
          </section>
          <section class="stack" aria-labelledby="h-checks">
            <h2 id="h-checks">{say(w.checks, language)}</h2>
            <CheckList
              two
              items={view.checks.map((check) => ({
                title: check.title,
                ...(check.text === undefined ? {} : { text: check.text }),
                tone: check.tone,
              }))}
            />
          </section>
          <section class="stack" aria-labelledby="h-files">
            <h2 id="h-files">{say(w.files, language)}</h2>
            <Table
              caption={w.files}
              phone="cards"
              dense
              columns={[
                { key: 'name', label: w.file, title: true },
                { key: 'at', label: w.received },
                { key: 'act', label: w.act, hidden: true },
              ]}
              rows={view.documents.map((document) => ({
                cells: {
                  name: (
                    <>
                      {say(document.label, language)}{' '}
                      {document.reused ? <small class="quiet">{say(w.reused, language)}</small> : null}{' '}
                      {document.doubts.length > 0 ? <small class="quiet">{document.doubts.join(', ')}</small> : null}
                    </>
                  ),
                  at: document.held ? say(w.held, language) : document.uploads.map((upload) => upload.at).join('; '),
                  act: document.uploads.map((upload, index) => (
                    <>
                      {' '}
                      <a href={upload.src}>
                        {say(w.look, language)} {document.uploads.length > 1 ? index + 1 : ''}
                        <span class="hide"> {say(document.label, language)}</span>
                      </a>
                    </>
                  )),
                },
              }))}
            />
          </section>
          <section class="stack" aria-labelledby="h-answers">
            <h2 id="h-answers">{say(w.answers, language)}</h2>
            <SummaryList small rows={view.lines.map((line) => ({ term: line.label, value: line.value }))} />
            {view.known.length === 0 ? null : (
              <>
                <h3>{say(w.known, language)}</h3>
                <SummaryList small rows={view.known.map((line) => ({ term: line.label, value: line.value }))} />
              </>
            )}
          </section>
        </div>
        <aside class="stack stack-m">
          <section class="panel stack" aria-labelledby="h-eyes">
            <h2 id="h-eyes">{say(w.eyes, language)}</h2>
            <FourEyes chain={view.eyes} />
          </section>
          <Decision href={href} view={view} actionKey={actionKey} language={language} />
          <details class="panel">
            <summary>{fill(say(w.history, language), { count: view.history.length })}</summary>
            <Timeline items={view.history} />
          </details>
        </aside>
      </div>
    </div>
  )
}

function Decision({
  href,
  view,
  actionKey,
  language,
}: {
  href: string
  view: OfficeCaseView
  actionKey: string
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
        <ActionForm href={href} action={action} view={view} actionKey={actionKey} language={language} />
      ))}
      {others.map((action) => (
        <details>
          <summary>{say(action.label, language)}</summary>
          <ActionForm href={href} action={action} view={view} actionKey={actionKey} language={language} />
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
  language,
}: {
  href: string
  action: OfficeAction
  view: OfficeCaseView
  actionKey: string
  language: Language
}) {
  const id = (name: string): string => `${action.id}-${name}`
  return (
    <form method="post" action={`${href}/actions/${action.id}`} class="stack stack-s">
      <input type="hidden" name="key" value={`${actionKey}:${action.id}`} />
      {action.kind === 'main' && view.changes.length > 0 ? <Tick name="seen" id={id('seen')} label={w.seen} /> : null}
      {action.points ? (
        <fieldset class="stack stack-s">
          <legend>
            <b>{say(w.points, language)}</b>
          </legend>
          <p class="hint">{say(w.pointsHint, language)}</p>
          {view.places.map((place) => (
            <SelectField
              name={`fault:${place.value}`}
              id={id(`fault-${place.value}`)}
              label={place.label}
              optional
              options={[
                { value: '', label: w.pointNone },
                ...action.reasons.filter((reason) => (FAULT_REASONS as readonly string[]).includes(reason.value)),
              ]}
            />
          ))}
        </fieldset>
      ) : action.reasons.length > 0 ? (
        <SelectField name="reason" id={id('reason')} label={w.reason} options={action.reasons} />
      ) : null}
      {action.until ? <DateOfBirth name="until" id={id('until')} label={w.until} /> : null}
      {action.note || action.points ? (
        <Field
          name="note"
          id={id('note')}
          kind="lines"
          rows={3}
          label={w.note}
          hint={w.noteHint}
          optional={!action.note}
        />
      ) : null}
      <Button kind={action.kind} fill="always" label={action.label} />
    </form>
  )
}

export function SigningPage({
  base,
  lines,
  actionKey,
  done,
  language,
}: {
  base: string
  lines: readonly SigningLine[]
  actionKey: string
  done?: { readonly signed: number; readonly refused: readonly { readonly number: string; readonly text: string }[] }
  language: Language
}) {
  return (
    <div class="stack stack-m">
      <h1>{say(w.signTitle, language)}</h1>
      {done === undefined ? null : (
        <Notice
          tone={done.refused.length === 0 ? 'good' : 'care'}
          fact={fill(say(w.signed, language), { count: done.signed })}
        >
          {done.refused.length === 0 ? null : (
            <ul>
              {done.refused.map((one) => (
                <li>
                  <b class="num">{one.number}</b> {one.text}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState
          level={2}
          title={w.signEmpty}
          text={w.signEmptyText}
          link={{ href: `${base}/office`, label: w.work }}
        />
      ) : (
        <form method="post" action={`${base}/office/signing`} class="stack stack-m">
          <input type="hidden" name="key" value={actionKey} />
          <p class="lead">{say(w.signLead, language)}</p>
          {lines.map((line) => (
            <details class="panel stack">
              <summary>
                {say(line.serviceName, language)}, {line.village}{' '}
                <small class="quiet">{fill(say(w.changesCount, language), { count: line.changes.length })}</small>
              </summary>
              <p class="quiet s">
                <a href={`${base}/office/cases/${line.caseId}`}>{line.number}</a>
              </p>
              <BeforeAfter caption={w.changes} changes={changeRows(line.changes)} />
              {line.blocked === undefined ? (
                <Tick name="case" id={line.caseId} value={line.caseId} label={w.signMark} />
              ) : (
                <Notice tone="care" fact={line.blocked} />
              )}
            </details>
          ))}
          <Button label={w.signAct} icon="pen" />
        </form>
      )}
    </div>
  )
}
