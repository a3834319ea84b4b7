import { type Language, say } from '../../kernel/text.ts'
import { percent } from '../../platform/ui/format.ts'
import { Table } from '../../platform/ui/table.tsx'
import type { AreaView } from './figures-port.ts'
import { METHOD_WORDS, FIGURE_WORDS as w } from './figures-words.ts'
import { SurveyForm, type TypedSurvey } from './survey-figure-form.tsx'

export function Surveys({
  at,
  view,
  language,
  typed,
}: {
  at: string
  view: AreaView
  language: Language
  typed: TypedSurvey | undefined
}) {
  const { filter } = view
  return (
    <section class="stack stack-s" aria-labelledby="surveys">
      <h2 id="surveys">{say(w.surveys, language)}</h2>
      <p class="narrow">{say(w.surveysText, language)}</p>
      {view.surveys.length === 0 ? (
        <p class="quiet">{say({ id: 'Belum ada angka survei.', en: 'No survey figure yet.' }, language)}</p>
      ) : (
        <Table
          caption={w.surveys}
          phone="cards"
          columns={[
            { key: 'year', label: w.year, title: true },
            { key: 'method', label: w.method },
            { key: 'value', label: w.value, end: true },
            { key: 'source', label: w.source },
          ]}
          rows={view.surveys.map((survey) => ({
            cells: {
              year: String(survey.year),
              method: say(METHOD_WORDS[survey.method] ?? METHOD_WORDS.other!, language),
              value: percent(survey.permyriad / 100, 1, language),
              source: survey.source,
            },
          }))}
        />
      )}
      {view.mayRecordSurveys ? (
        <SurveyForm at={at} condition={filter.condition} language={language} typed={typed} />
      ) : null}
    </section>
  )
}
