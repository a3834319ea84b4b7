import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { TrendChart } from '../../platform/ui/charts/trend-chart.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { decimal, percent } from '../../platform/ui/format.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Cohort, Names } from './figure-people-sections.tsx'
import { Groups, Places } from './figure-place-sections.tsx'
import { Surveys } from './figure-survey-section.tsx'
import { type AreaFigure, CONDITION_WORDS, CONDITIONS } from './figures.ts'
import {
  coverageOf,
  groupText,
  monthText,
  percentOf,
  shareText,
  shownPartText,
  trendFinding,
  WITHHELD_WHY,
} from './figures-in-words.ts'
import type { AreaView } from './figures-port.ts'
import { FIGURE_WORDS as w } from './figures-words.ts'
import { AGE_GROUPS } from './rollup.ts'
import type { TypedSurvey } from './survey-figure-form.tsx'

const isWithheld = (figure: AreaFigure | undefined): boolean =>
  figure?.hidden?.cases === 'beside' || figure?.hidden?.valid === 'beside'

export function AreaPage({
  base,
  view,
  centres = [],
  language,
  typed,
}: {
  base: string
  view: AreaView
  /** Health centres the visitor may look into. */
  centres?: readonly { readonly centreId: string; readonly name: string }[]
  language: Language
  typed?: TypedSurvey
}) {
  const at = `${base}/balanting/figures`
  const { filter, figure, maySeeAll } = view
  const condition = CONDITION_WORDS[filter.condition]
  /** Some month of the year has something to draw, if only its coverage. */
  const isSeen = view.trend.some(({ figure: one }) => one !== undefined)
  return (
    <div class="stack">
      <div>
        <h1>
          {say(w.of, language)} {view.name}
        </h1>
        <p class="quiet s">
          {say(w.sourceLine, language)} · {monthText(filter.month, language)}
          {filter.lokus
            ? ` · ${say({ id: `hanya ${view.lokusVillages} desa lokus`, en: `${view.lokusVillages} priority villages only` }, language)}`
            : null}
        </p>
      </div>
      <Filter at={at} view={view} />
      {view.unfinished ? <Notice tone="note" fact={w.unfinished} /> : null}
      {!isSeen ? (
        <EmptyState
          level={2}
          title={w.none}
          text={w.firstText}
          {...(maySeeAll ? { link: { href: `${base}/balanting/posyandu`, label: w.toPosyandu } } : {})}
        />
      ) : figure === undefined ? (
        <EmptyState
          level={2}
          title={w.none}
          text={w.noneText}
          {...(view.kind === 'region' ? {} : { link: { href: at, label: w.title } })}
        />
      ) : (
        <>
          <Headline figure={figure} view={view} language={language} />
          {figure.prevalence.notRepresentative ? <Notice tone="care" fact={w.notRepresentative} /> : null}
        </>
      )}
      {centres.length === 0 ? null : (
        <section class="stack stack-s no-print" aria-labelledby="centres">
          <h2 id="centres">{say(w.centres, language)}</h2>
          <p class="quiet s">{say(w.centresText, language)}</p>
          <ul class="chips">
            {centres.map(({ centreId, name }) => (
              <li>
                <a href={`${at}/centres/${centreId}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isSeen ? null : (
        <section class="stack stack-s" aria-labelledby="trend-title">
          <h2 id="trend-title">{say(w.trend, language)}</h2>
          <TrendChart
            id="trend"
            title={{ id: `${condition.id}, ${view.name}, penimbangan`, en: `${condition.en}, ${view.name}, weighing` }}
            finding={trendFinding(view)}
            coverageName={w.coverage}
            wide="full"
            points={view.trend.map(({ month, figure: one }) => {
              const value = percentOf(one, maySeeAll)
              const coverage = coverageOf(one)
              return {
                label: `${monthText(month, language).slice(0, 3)} ${month.slice(2, 4)}`,
                ...(value === undefined ? {} : { value }),
                ...(coverage === undefined ? {} : { coverage }),
              }
            })}
          />
        </section>
      )}
      {view.kind === 'region' ? <Surveys at={at} view={view} language={language} typed={typed} /> : null}
      {view.places.length === 0 ? null : <Places at={at} view={view} language={language} />}
      {[...view.places, ...view.groups].some(({ figure: one }) => isWithheld(one)) || isWithheld(figure) ? (
        <p class="xs quiet">{say(WITHHELD_WHY, language)}</p>
      ) : null}
      {view.groups.length === 0 ? null : <Groups view={view} language={language} />}
      {view.cohort === undefined || view.cohort.counts.all + view.cohort.counts.newCases === 0 ? null : (
        <Cohort cohort={view.cohort} language={language} />
      )}
      {view.children === undefined ? null : <Names base={base} people={view.children} language={language} />}
      {view.kind === 'village' ? null : (
        <p class="no-print">
          <a href={`${base}/balanting/map${view.kind === 'district' ? `/${view.code}` : ''}`}>{say(w.map, language)}</a>
        </p>
      )}
      <p class="no-print">
        <a href={`${at}/villages.csv?month=${filter.month}`}>{say(w.csv, language)}</a>
      </p>
    </div>
  )
}

/** What is shown: month, condition, sex, age, villages. */
function Filter({ at, view }: { at: string; view: AreaView }) {
  const language = useLanguage()
  const { filter } = view
  return (
    <form method="get" action={view.kind === 'region' ? at : `${at}/areas/${view.code}`} class="row no-print">
      <SelectField
        name="month"
        label={w.month}
        value={filter.month}
        width={8}
        options={[...view.months].reverse().map((month) => ({ value: month, label: monthText(month, language) }))}
      />
      <SelectField
        name="condition"
        label={w.condition}
        value={filter.condition}
        width={16}
        options={CONDITIONS.map((one) => ({ value: one, label: CONDITION_WORDS[one] }))}
      />
      <SelectField
        name="sex"
        label={w.sex}
        value={String(filter.sex)}
        width={8}
        options={[
          { value: '0', label: w.both },
          { value: '1', label: w.boys },
          { value: '2', label: w.girls },
        ]}
      />
      <SelectField
        name="age"
        label={w.age}
        value={filter.ageGroup}
        width={8}
        options={[
          { value: 'all', label: w.allAges },
          ...AGE_GROUPS.map((group) => ({ value: group, label: groupText(group) })),
        ]}
      />
      {view.lokusVillages === 0 ? null : (
        <SelectField
          name="lokus"
          label={w.villages}
          value={filter.lokus ? 'yes' : ''}
          width={16}
          options={[
            { value: '', label: w.allVillages },
            {
              value: 'yes',
              label: { id: `${view.lokusVillages} desa lokus`, en: `${view.lokusVillages} priority villages` },
            },
          ]}
        />
      )}
      <Button kind="second" label={w.show} fill="never" />
    </form>
  )
}

function Headline({ figure, view, language }: { figure: AreaFigure; view: AreaView; language: Language }) {
  const { filter, maySeeAll } = view
  const condition = CONDITION_WORDS[filter.condition]
  return (
    <div class="duo">
      <Stat
        value={shareText(figure, maySeeAll, language)}
        reading={
          figure.prevalence.severity === undefined
            ? condition
            : {
                id: `${condition.id}: ${figure.prevalence.severity.text.id} (batas WHO/UNICEF 2018)`,
                en: `${condition.en}: ${figure.prevalence.severity.text.en} (WHO/UNICEF 2018)`,
              }
        }
        source={{
          id: `${shownPartText(figure, 'cases', maySeeAll, 'id')} dari ${shownPartText(figure, 'valid', maySeeAll, 'id')} anak dengan ukuran yang sah, ${monthText(filter.month, 'id')}`,
          en: `${shownPartText(figure, 'cases', maySeeAll, 'en')} of ${shownPartText(figure, 'valid', maySeeAll, 'en')} children with a valid measure, ${monthText(filter.month, 'en')}`,
        }}
      />
      <Stat
        value={percent(coverageOf(figure) ?? 0, 1, language)}
        reading={{ id: 'anak diukur dari semua anak', en: 'children measured of all children' }}
        source={{
          id: `${decimal(figure.prevalence.measured, 0, 'id')} dari ${decimal(figure.prevalence.all, 0, 'id')} anak`,
          en: `${decimal(figure.prevalence.measured, 0, 'en')} of ${decimal(figure.prevalence.all, 0, 'en')} children`,
        }}
      />
    </div>
  )
}
