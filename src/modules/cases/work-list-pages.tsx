// The fair list of the office: what waits for this officer's roles, nearest due first, and the way to a case by its number.
import { type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Pagination } from '../../platform/ui/pagination.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { WorkFilter, WorkLine, WorkListView } from './office-port.ts'
import { doneWords, OFFICE_WORDS as w } from './office-words.ts'

const FILTERS: readonly WorkFilter[] = ['all', 'late', 'today', 'mine', 'hold']

export function WorkListPage({
  base,
  view,
  language,
  missing,
  done,
}: {
  base: string
  view: WorkListView
  language: Language
  missing?: string
  /** The action that was carried out on the page before. */
  done?: string
}) {
  return (
    <div class="stack">
      <div class="row row-apart">
        <h1>{say(w.work, language)}</h1>
        <p class="quiet s">{view.now}</p>
      </div>
      {done === undefined ? null : <Notice tone="good" fact={doneWords(done)} />}
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
        <EmptyState
          level={2}
          {...(view.filter === 'all' || view.counts.all === 0
            ? { title: w.empty, text: w.emptyText }
            : {
                title: w.emptyHere,
                text: w.emptyHereText,
                link: { href: `${base}/office`, label: w.showAll },
              })}
        />
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
      <span class="due">
        <b>{say(line.due, language)}</b>
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
