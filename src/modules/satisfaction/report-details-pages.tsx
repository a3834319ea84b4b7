// The middle of a report: what is lowest and why, every element, every service, strange patterns, who answered. Must stay true: figures are
// printed as computed; groups are merged before they come here.
import { fill, say } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { SummaryList } from '../../platform/ui/summary-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { attributeName, figure, groupName, MARK_NAMES, signed, whole } from './figures.ts'
import type { ReportView } from './port.ts'
import { REPORT_WORDS as w } from './report-words.ts'

/** Lowest elements, the table, services, marks and groups. */
export function ReportDetails({ view }: { view: ReportView }) {
  const language = useLanguage()
  const { result, edition, extras } = view
  const element = (code: string) => edition.elements.find((e) => e.code === code)!
  return (
    <>
      <section class="stack" aria-labelledby="low">
        <h2 id="low">{say(w.lowest, language)}</h2>
        <ul class="plain stack stack-s">
          {result.lowest.map((code) => {
            const row = result.elements.find((e) => e.code === code)!
            const subjects = row.subjects.map((s) => `${say(s.name, language)} (${s.comments})`).join(', ')
            return (
              <li>
                <b>{say(element(code).name, language)}</b>, {figure(row.value, language)} ({row.grade}).{' '}
                <span class="quiet">
                  {subjects === '' ? say(w.noSubjects, language) : fill(say(w.subjects, language), { subjects })}
                </span>
              </li>
            )
          })}
        </ul>
      </section>
      <section class="stack" aria-labelledby="elements">
        <h2 id="elements">{say(w.elements, language)}</h2>
        <Table
          caption={w.elementsCaption}
          dense
          columns={[
            { key: 'name', label: w.element, title: true },
            { key: 'nrr', label: w.average, end: true, optional: true },
            { key: 'weighted', label: w.weighted, end: true, optional: true },
            { key: 'value', label: w.value, end: true },
            { key: 'grade', label: w.grade },
            { key: 'change', label: w.since, end: true, optional: true },
            { key: 'answered', label: w.answers, end: true, optional: true },
          ]}
          rows={result.elements.map((row) => ({
            cells: {
              name: `${row.code} ${say(element(row.code).name, language)}`,
              nrr: figure(row.nrr, language),
              weighted: figure(row.weighted, language),
              value: figure(row.value, language),
              grade: row.grade ?? '–',
              change: row.change === null ? '–' : signed(row.change, language),
              answered: row.answered === null ? '–' : whole(row.answered, language),
            },
          }))}
        />
      </section>
      {result.services.length > 1 ? (
        <section class="stack" aria-labelledby="services">
          <h2 id="services">{say(w.byService, language)}</h2>
          <Table
            caption={w.byService}
            columns={[
              { key: 'name', label: w.services, title: true },
              { key: 'value', label: w.value, end: true },
              { key: 'grade', label: w.grade },
              { key: 'n', label: w.answers, end: true },
            ]}
            rows={result.services.map((s) => ({
              cells: {
                name: view.serviceName(s.service),
                value: figure(s.index, language),
                grade: s.grade ?? '–',
                n: whole(s.counted, language),
              },
            }))}
          />
        </section>
      ) : null}
      {result.marked.length > 0 ? (
        <section class="stack" aria-labelledby="strange">
          <h2 id="strange">{say(w.strange, language)}</h2>
          <p>{say(w.strangeLead, language)}</p>
          <Table
            caption={w.strange}
            columns={[
              { key: 'mark', label: w.pattern, title: true },
              { key: 'n', label: w.answers, end: true },
              { key: 'value', label: w.without, end: true },
            ]}
            rows={result.marked.map((m) => ({
              cells: {
                mark: MARK_NAMES[m.mark],
                n: whole(m.answers, language),
                value:
                  m.indexWithout === null
                    ? say(w.noValue, language)
                    : `${figure(m.indexWithout, language)} (${m.gradeWithout})`,
              },
            }))}
          />
        </section>
      ) : null}
      <section class="stack" aria-labelledby="who">
        <h2 id="who">{say(w.who, language)}</h2>
        <p class="s quiet">{say(w.whoLead, language)}</p>
        <div class="duo">
          {Object.entries(result.groups).map(([attribute, groups]) => (
            <div>
              <h3>{say(attributeName(attribute, extras), language)}</h3>
              <SummaryList
                figures
                small
                rows={groups.map((group) => ({
                  term: groupName(attribute, group.value, extras),
                  value: whole(group.answers, language),
                }))}
              />
            </div>
          ))}
        </div>
      </section>
    </>
  )
}
