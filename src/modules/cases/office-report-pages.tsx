// The report of the office: what came in, what went out, how fast, by whom and by which way. Must stay true: each figure opens
// the cases behind it; a figure without a base is a word, never a zero; drawings have their numbers beside them.
import { fill, type Language, say } from '../../kernel/text.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { TrendChart } from '../../platform/ui/charts/trend-chart.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { decimal, percent } from '../../platform/ui/format.ts'
import { Pagination } from '../../platform/ui/pagination.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { BehindQuery, BehindView, FigureLine, ReportQuery, ReportView } from './office-report-port.ts'
import { REPORT_WORDS as w } from './office-report-words.ts'

/** The address of a list behind a figure, in the same span. */
function behind(base: string, span: ReportView['span'], figure: string, more: Readonly<Record<string, string>> = {}) {
  const days: Record<string, string> =
    span.month === undefined ? { from: span.from, to: span.to } : { month: span.month }
  return `${base}/office/figures/cases?${new URLSearchParams({ figure, ...more, ...(figure === 'open' ? {} : days) })}`
}

export function OfficeReportPage({
  base,
  view,
  query,
  language,
}: {
  base: string
  view: ReportView
  query: ReportQuery
  language: Language
}) {
  const { total, span } = view
  const number = (n: number): string => decimal(n, 0, language)
  const days: Record<string, string> =
    span.month === undefined ? { from: span.from, to: span.to } : { month: span.month }
  const source = fill(say(w.source, language), { now: view.now })
  const printed = view.cards.reduce((sum, one) => sum + one.printed, 0)
  const isEmpty = view.services.length === 0
  return (
    <div class="stack stack-l">
      {view.fault === undefined ? null : <ErrorSummary errors={[{ at: 'from', text: view.fault }]} />}
      <div class="stack stack-s">
        <h1>
          {say(w.title, language)}, {view.spanText}
        </h1>
        <p class="quiet s">{source}.</p>
      </div>
      <div class="row row-top">
        <form method="get" action={`${base}/office/figures`} class="stack stack-s">
          <SelectField name="month" label={w.month} options={view.months} value={span.month ?? ''} width={16} />
          <Button kind="second" label={w.show} fill="never" />
        </form>
        <details open={view.fault !== undefined || span.month === undefined || undefined}>
          <summary>{say(w.range, language)}</summary>
          <form method="get" action={`${base}/office/figures`} class="stack stack-s">
            <Field
              name="from"
              label={w.from}
              hint={w.rangeHint}
              width={16}
              value={query.from ?? span.from}
              error={view.fault}
            />
            <Field name="to" label={w.to} width={16} value={query.to ?? span.to} />
            <Button kind="second" label={w.show} fill="never" />
          </form>
        </details>
      </div>
      {isEmpty ? (
        <EmptyState
          level={2}
          title={w.empty}
          text={w.emptyText}
          link={{ href: behind(base, span, 'open'), label: w.openNow }}
        />
      ) : (
        <>
          <div class="duo">
            <Stat
              value={number(total.issued)}
              unit={w.issued}
              reading={fill(say(w.readTotal, language), {
                issued: number(total.issued),
                submitted: number(total.submitted),
              })}
              source={view.spanText}
              detailsHref={behind(base, span, 'issued')}
            />
            <Stat
              value={
                total.onTimePercent === undefined ? say(w.noData, language) : percent(total.onTimePercent, 1, language)
              }
              unit={w.onTime}
              reading={fill(say(w.readOnTime, language), {
                onTime: number(total.issued - total.late),
                measured: number(total.issued),
              })}
              source={view.spanText}
              detailsHref={behind(base, span, 'late')}
            />
            <Stat
              value={
                total.averageHours === undefined ? say(w.noData, language) : decimal(total.averageHours, 1, language)
              }
              unit={w.hoursUnit}
              reading={w.readHours}
              source={view.spanText}
              detailsHref={behind(base, span, 'issued')}
            />
            <Stat
              value={number(total.returned)}
              unit={w.returned}
              reading={fill(say(w.readReturned, language), { rejected: number(total.rejected) })}
              source={view.spanText}
              detailsHref={behind(base, span, 'returned')}
            />
          </div>
          <section class="stack" aria-labelledby="h-services">
            <div class="row row-apart">
              <h2 id="h-services">{say(w.services, language)}</h2>
              <Button
                small
                kind="second"
                icon="download"
                href={`${base}/office/figures.csv?${new URLSearchParams(days)}`}
                label={w.csv}
              />
            </div>
            <FigureTable base={base} view={view} language={language} />
          </section>
        </>
      )}
      <section class="stack" aria-labelledby="h-trend">
        <h2 id="h-trend">{say(w.trend, language)}</h2>
        <TrendChart id="on-time" title={w.trend} finding={w.trendFinding} points={view.trend} wide="full" />
      </section>
      <div class="duo">
        <section class="stack" aria-labelledby="h-states">
          <h2 id="h-states">{say(w.states, language)}</h2>
          <Bars
            caption={say(w.statesCaption, language)}
            head={say(w.state, language)}
            language={language}
            rows={view.states.map((one) => ({
              name: say(one.name, language),
              href: behind(base, span, 'open', { state: one.state }),
              count: one.count,
            }))}
          />
        </section>
        {isEmpty ? null : (
          <section class="stack" aria-labelledby="h-channels">
            <h2 id="h-channels">{say(w.channels, language)}</h2>
            <Bars
              caption={say(w.channelsCaption, language)}
              head={say(w.channel, language)}
              language={language}
              rows={view.channels.map((one) => ({
                name: say(one.name, language),
                href: behind(base, span, 'submitted', { channel: one.key }),
                count: one.submitted,
              }))}
            />
          </section>
        )}
        {view.officers.length === 0 ? null : (
          <section class="stack" aria-labelledby="h-officers">
            <h2 id="h-officers">{say(w.officers, language)}</h2>
            <p class="quiet s">{say(w.officersNote, language)}</p>
            <Bars
              caption={say(w.officersCaption, language)}
              head={say(view.namesOfficers ? w.officer : w.role, language)}
              language={language}
              rows={view.officers.map((one) => ({
                name: view.namesOfficers ? `${one.name}, ${say(one.role, language)}` : one.name,
                count: one.steps,
              }))}
            />
          </section>
        )}
        {view.cards.length === 0 ? null : (
          <section class="stack" aria-labelledby="h-cards">
            <h2 id="h-cards">
              {say(w.cards, language)}, {number(printed)}
            </h2>
            <Table
              caption={w.cardsCaption}
              dense
              columns={[
                { key: 'kind', label: w.kind, title: true },
                { key: 'printed', label: w.printed, end: true },
                { key: 'spoiled', label: w.spoiled, end: true },
                { key: 'handed', label: w.handed, end: true },
              ]}
              rows={view.cards.map((one) => ({
                cells: {
                  kind: say(one.kind, language),
                  printed: number(one.printed),
                  spoiled: number(one.spoiled),
                  handed: number(one.handed),
                },
              }))}
            />
            {view.mayOpenStock ? (
              <p>
                <a href={`${base}/office/stock`}>{say(w.stock, language)}</a>
              </p>
            ) : null}
          </section>
        )}
      </div>
    </div>
  )
}

function FigureTable({ base, view, language }: { base: string; view: ReportView; language: Language }) {
  const number = (n: number): string => decimal(n, 0, language)
  const cells = (line: FigureLine, more: Readonly<Record<string, string>>) => {
    const link = (figure: string, count: number) =>
      count === 0 ? number(0) : <a href={behind(base, view.span, figure, more)}>{number(count)}</a>
    return {
      name: say(line.name, language),
      submitted: link('submitted', line.submitted),
      issued: link('issued', line.issued),
      onTime: line.onTimePercent === undefined ? '–' : percent(line.onTimePercent, 1, language),
      late: link('late', line.late),
      hours: line.averageHours === undefined ? '–' : decimal(line.averageHours, 1, language),
      returned: link('returned', line.returned),
      rejected: link('rejected', line.rejected),
      deeds: number(line.deeds),
    }
  }
  return (
    <Table
      caption={w.servicesCaption}
      phone="cards"
      dense
      columns={[
        { key: 'name', label: w.service, title: true },
        { key: 'submitted', label: w.submitted, end: true },
        { key: 'issued', label: w.issued, end: true },
        { key: 'onTime', label: w.onTime, end: true },
        { key: 'late', label: w.late, end: true },
        { key: 'hours', label: w.hours, cardLabel: w.used, end: true },
        { key: 'returned', label: w.returned, end: true },
        { key: 'rejected', label: w.rejected, end: true },
        { key: 'deeds', label: w.deeds, end: true },
      ]}
      rows={view.services.map((line) => ({ cells: cells(line, { service: line.key }) }))}
      foot={{ cells: cells(view.total, {}) }}
    />
  )
}

function Bars({
  caption,
  head,
  rows,
  language,
}: {
  caption: string
  head: string
  rows: readonly { readonly name: string; readonly href?: string; readonly count: number }[]
  language: Language
}) {
  const most = Math.max(1, ...rows.map((row) => row.count))
  return (
    <Table
      caption={caption}
      phone="table"
      dense
      columns={[
        { key: 'name', label: head, title: true },
        { key: 'bar', label: w.share, hidden: true, bar: true },
        { key: 'count', label: w.count, end: true },
      ]}
      rows={rows.map((row) => ({
        cells: {
          name: row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>,
          bar: <ProgressBar small percent={(row.count / most) * 100} />,
          count: decimal(row.count, 0, language),
        },
      }))}
    />
  )
}

export function BehindPage({
  base,
  view,
  query,
  language,
}: {
  base: string
  view: BehindView
  query: BehindQuery
  language: Language
}) {
  const asked: Record<string, string> = {}
  for (const name of ['figure', 'month', 'from', 'to', 'service', 'channel', 'state'] as const)
    if (query[name] !== undefined && query[name] !== '') asked[name] = query[name]
  const href = (more: Readonly<Record<string, string>>): string =>
    `${base}/office/figures/cases?${new URLSearchParams({ ...asked, ...more })}`
  return (
    <div class="stack stack-m">
      <div class="stack stack-s">
        <h1>{[say(view.title, language), view.spanText].filter(Boolean).join(', ')}</h1>
        {view.parts.length === 0 ? null : (
          <p class="lead">{view.parts.map((part) => say(part, language)).join(', ')}</p>
        )}
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.listEmpty} text={w.listEmptyText} />
      ) : (
        <>
          <Table
            caption={w.listCaption}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.application, title: true },
              { key: 'when', label: w.when },
              { key: 'place', label: w.village },
              { key: 'channel', label: w.channel },
              { key: 'used', label: w.used, end: true },
              { key: 'stage', label: w.stage },
            ]}
            rows={view.lines.map((line) => ({
              ...(line.late ? { tone: 'late' as const } : {}),
              cells: {
                name: (
                  <>
                    {line.href === undefined ? (
                      say(line.serviceName, language)
                    ) : (
                      <a href={line.href}>{say(line.serviceName, language)}</a>
                    )}{' '}
                    <small class="quiet num">{line.number}</small>
                  </>
                ),
                when: line.when,
                place: line.village,
                channel: say(line.channel, language),
                used:
                  line.hours === undefined ? '–' : line.late ? `${line.hours}, ${say(w.late, language)}` : line.hours,
                stage: <Badge tone={line.tone} label={line.stateLabel} />,
              },
            }))}
          />
          <Pagination
            from={view.from}
            to={view.from + view.lines.length - 1}
            nextHref={
              view.next === undefined
                ? undefined
                : href({ after: view.next, first: String(view.from + view.lines.length) })
            }
            firstHref={view.from > 1 ? href({}) : undefined}
          />
        </>
      )}
    </div>
  )
}
