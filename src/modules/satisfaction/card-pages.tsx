// What hangs at the counter and what is listed for everyone: one sheet with unit, index, grade and who answered; all results of a region. Must
// stay true: a value never stands without its number of answers.
import { formatDate } from '../../kernel/date-format.ts'
import { percentHundredths } from '../../kernel/percent.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { attributeName, figure, groupName, whole } from './figures.ts'
import type { PublishedLine, ReportView } from './port.ts'
import { ResultHead } from './report-head.tsx'
import { REPORT_WORDS as w } from './report-words.ts'

function share(view: ReportView, attribute: string, language: Language): string {
  const groups = view.result.groups[attribute] ?? []
  const all = groups.reduce((n, g) => n + g.answers, 0)
  if (all === 0) return language === 'id' ? 'tidak ada data' : 'no data'
  return groups
    .map(
      (g) =>
        `${say(groupName(attribute, g.value, view.extras), language)} ${Math.floor((percentHundredths(g.answers, all)! + 50) / 100)} %`,
    )
    .join(', ')
}

/** The one-page card that hangs at the counter: prints on one sheet. */
export function PublicCard({ view, complaintsTo }: { view: ReportView; complaintsTo: string }) {
  const language = useLanguage()
  return (
    <article class="stack stack-l narrow">
      <header>
        <h1>{say(w.index, language)}</h1>
        <p class="lead">
          {view.unitName}, {say(view.name, language)}
        </p>
      </header>
      <ResultHead view={view} />
      {view.result.tooFew ? null : (
        <SummaryList
          rows={[
            { term: w.answers, value: whole(view.result.counted, language) },
            { term: attributeName('sex', []), value: share(view, 'sex', language) },
            { term: attributeName('education', []), value: share(view, 'education', language) },
            { term: w.period, value: `${formatDate(view.from, language)} – ${formatDate(view.to, language)}` },
            { term: w.rule, value: view.edition.name },
          ]}
        />
      )}
      <p>{say(w.thanks, language)}</p>
      <p>
        <b>{fill(say(w.complain, language), { where: complaintsTo })}</b>
      </p>
    </article>
  )
}

/** What is published in a region, newest first. */
export function PublishedPage({
  lines,
  href,
}: {
  lines: readonly PublishedLine[]
  href: (periodId: string) => string
}) {
  const language = useLanguage()
  return (
    <div class="stack stack-l">
      <h1>{say(w.listTitle, language)}</h1>
      {lines.length === 0 ? (
        <p class="lead">{say(w.listEmpty, language)}</p>
      ) : (
        <Table
          caption={w.listTitle}
          phone="cards"
          columns={[
            { key: 'unit', label: w.unit, title: true },
            { key: 'period', label: w.period },
            { key: 'value', label: w.value, end: true },
            { key: 'answers', label: w.answers },
          ]}
          rows={lines.map((line) => ({
            cells: {
              unit: <a href={href(line.periodId)}>{line.unitName}</a>,
              period: line.name,
              value: line.index === null ? say(w.noValue, language) : `${figure(line.index, language)} (${line.grade})`,
              answers: `${whole(line.counted, language)}${line.enough ? '' : `, ${say(w.below, language).toLowerCase().replace('.', '')}`}`,
            },
          }))}
        />
      )}
    </div>
  )
}
