// The page of a published period: index with its base and interval, then why, then what will be done. Must stay true: a value never stands
// without its number of answers, the number needed, its edition and its interval; below five answers there is no value; below the sample
// size the words say so; figures are printed as computed.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, say } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { figure, whole } from './figures.ts'
import { PlanTable } from './plan-table.tsx'
import type { ReportView } from './port.ts'
import { ReportDetails } from './report-details-pages.tsx'
import { ResultHead } from './report-head.tsx'
import { REPORT_WORDS as w } from './report-words.ts'
import { TrendChart } from './trend-chart.tsx'

export type ReportPageProps = {
  view: ReportView
  csvHref: string
  cardHref: string
  editionHref: (number: number) => string
}

/** The page of a published period, in the order of a report. */
export function ReportPage({ view, csvHref, cardHref, editionHref }: ReportPageProps) {
  const language = useLanguage()
  const { result } = view
  return (
    <div class="stack stack-l">
      <div>
        <p class="quiet">{view.unitName}</p>
        <h1>
          {say(w.index, language)}, {say(view.name, language)}
        </h1>
      </div>
      {view.newest > view.number ? (
        <Notice tone="care" fact={w.superseded}>
          <a href={editionHref(view.newest)}>{say(w.newer, language)}</a>
        </Notice>
      ) : view.number > 1 ? (
        <Notice fact={fill(say(w.corrected, language), { n: view.number - 1 })} text={view.reason}>
          <a href={editionHref(view.number - 1)}>{say(w.older, language)}</a>
        </Notice>
      ) : null}
      <ResultHead view={view} />
      {result.tooFew ? null : <ReportDetails view={view} />}
      <section class="stack" aria-labelledby="line">
        <h2 id="line">{say(w.line, language)}</h2>
        <TrendChart points={view.line} bands={view.edition.bands} />
        <p class="xs quiet">{say(w.hollow, language)}</p>
        <Table
          caption={w.line}
          phone="table"
          columns={[
            { key: 'period', label: w.period, title: true },
            { key: 'value', label: w.value, end: true },
          ]}
          rows={view.line.map((point) => ({ cells: { period: point.name, value: figure(point.index, language) } }))}
        />
      </section>
      <section class="stack" aria-labelledby="plan">
        <h2 id="plan">{say(w.plan, language)}</h2>
        <PlanTable actions={view.plan} />
        {view.planBefore ? (
          <>
            <h3>{fill(say(w.planBefore, language), { period: say(view.planBefore.name, language) })}</h3>
            <PlanTable actions={view.planBefore.actions} />
          </>
        ) : null}
      </section>
      <About view={view} />
      <p class="row no-print">
        <a href={csvHref}>{say(w.download, language)}</a>
        <a href={cardHref}>{say(w.card, language)}</a>
      </p>
    </div>
  )
}

function About({ view }: { view: ReportView }) {
  const language = useLanguage()
  const { result } = view
  return (
    <section class="stack" aria-labelledby="about">
      <h2 id="about">{say(w.about, language)}</h2>
      <SummaryList
        rows={[
          { term: w.unit, value: view.unitName },
          { term: w.services, value: view.serviceNames.map((name) => say(name, language)).join(', ') },
          { term: w.period, value: `${formatDate(view.from, language)} – ${formatDate(view.to, language)}` },
          { term: w.rule, value: view.edition.name },
          { term: w.method, value: fill(say(w.pooled, language), { weight: result.weight }) },
          { term: w.users, value: whole(result.users, language) },
          {
            term: w.answers,
            value: fill(say(w.answersText, language), {
              answered: whole(result.answered, language),
              counted: whole(result.counted, language),
              leftOut: whole(result.leftOut, language),
            }),
          },
          { term: w.trace, value: <span class="xs">{`${result.inputHash} (${result.program})`}</span> },
        ]}
      />
    </section>
  )
}
