// What became of the children who were short a year ago, and the names of those in need. Must stay true: a bar tells the whole it is a part of,
// so there is none where anything is hidden; names only where the view brings them.
import { formatDate } from '../../kernel/date-format.ts'
import { type Language, say } from '../../kernel/text.ts'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { COHORT_WORDS } from './figures.ts'
import { cohortText, WITHHELD_WHY } from './figures-in-words.ts'
import type { AreaView } from './figures-port.ts'
import { FIGURE_WORDS as w } from './figures-words.ts'

export function Cohort({ cohort, language }: { cohort: NonNullable<AreaView['cohort']>; language: Language }) {
  const isWhole = Object.values(cohort.hidden ?? {}).every((mark) => mark === undefined)
  return (
    <section class="stack stack-s" aria-labelledby="cohort">
      <h2 id="cohort">{say(w.cohort, language)}</h2>
      <Table
        caption={w.cohort}
        phone="table"
        columns={[
          { key: 'what', label: w.finding, title: true },
          { key: 'n', label: w.children, end: true },
          { key: 'bar', label: '', bar: true, hidden: true },
        ]}
        rows={[
          ...(Object.keys(COHORT_WORDS) as (keyof typeof COHORT_WORDS)[]).map((key) => ({
            cells: {
              what: say(COHORT_WORDS[key], language),
              n: cohortText(cohort, key, language),
              // A bar tells the whole it is a part of, so there is none where anything is hidden.
              bar: isWhole ? (
                <ProgressBar
                  percent={Math.round((cohort.counts[key] * 100) / Math.max(1, cohort.counts.all))}
                  tone={key === 'recovered' ? 'act' : 'mid'}
                />
              ) : (
                ''
              ),
            },
          })),
          {
            cells: {
              what: say(w.cohortNew, language),
              n: cohortText(cohort, 'newCases', language),
              bar: '',
            },
          },
        ]}
      />
      {Object.values(cohort.hidden ?? {}).includes('beside') ? (
        <p class="quiet s">{say(WITHHELD_WHY, language)}</p>
      ) : null}
      <p class="quiet s">
        {say({ id: 'Dihitung', en: 'Counted on' }, language)} {formatDate(cohort.countedOn, language)}
      </p>
    </section>
  )
}

export function Names({
  base,
  people,
  language,
}: {
  base: string
  people: NonNullable<AreaView['children']>
  language: Language
}) {
  return (
    <section class="stack stack-s" aria-labelledby="names">
      <h2 id="names">{say(w.names, language)}</h2>
      <p class="quiet s">{say(w.namesText, language)}</p>
      {people.length === 0 ? (
        <p>{say({ id: 'Bulan ini tidak ada.', en: 'None this month.' }, language)}</p>
      ) : (
        <Table
          caption={w.names}
          phone="cards"
          columns={[
            { key: 'name', label: w.children, title: true },
            { key: 'finding', label: w.finding },
            { key: 'posyandu', label: w.posyandu },
          ]}
          rows={people.map((child) => ({
            cells: {
              name: (
                <>
                  <a href={`${base}/balanting/posyandu/children/${child.childId}`}>{child.name}</a>
                  <br />
                  <small class="quiet">{say(child.age, language)}</small>
                </>
              ),
              finding: child.findings.map((one) => say(one, language)).join(', '),
              posyandu: child.posyandu,
            },
          }))}
        />
      )}
    </section>
  )
}
