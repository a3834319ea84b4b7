// Figures of an area, drawn: prevalence with its base, trend with coverage, places on tiles, ages and sexes, surveys apart,
// the cohort of a year ago, names for those who may. Must stay true: no figure without date, source and coverage.
import { formatDate } from '../../kernel/date-format.ts'
import { type Language, say } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { TileMap } from '../../platform/ui/charts/tile-map.tsx'
import { TrendChart } from '../../platform/ui/charts/trend-chart.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { decimal, percent } from '../../platform/ui/format.ts'
import { Notice } from '../../platform/ui/notice.tsx'
import { ProgressBar } from '../../platform/ui/progress-bar.tsx'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type AreaFigure, COHORT_WORDS, CONDITION_WORDS, CONDITIONS, mayShowShare } from './figures.ts'
import {
  cohortText,
  coverageOf,
  groupText,
  monthText,
  order,
  percentOf,
  placesFinding,
  shareText,
  shown,
  shownPartText,
  trendFinding,
  WITHHELD_WHY,
} from './figures-in-words.ts'
import type { AreaView } from './figures-port.ts'
import { METHOD_WORDS, FIGURE_WORDS as w } from './figures-words.ts'
import { AGE_GROUPS } from './rollup.ts'
import { SurveyForm, type TypedSurvey } from './survey-figure-form.tsx'

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
  const query = new URLSearchParams({
    month: filter.month,
    condition: filter.condition,
    sex: String(filter.sex),
    age: filter.ageGroup,
  })
  const isWhole = Object.values(view.cohort?.hidden ?? {}).every((mark) => mark === undefined)
  const below =
    view.kind === 'region' && !filter.lokus ? { id: 'kecamatan', en: 'district' } : { id: 'desa', en: 'village' }
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
      {view.unfinished ? <Notice tone="note" fact={w.unfinished} /> : null}
      {figure === undefined ? (
        <EmptyState
          level={2}
          title={w.none}
          text={w.noneText}
          {...(view.kind === 'region' ? {} : { link: { href: at, label: w.title } })}
        />
      ) : (
        <>
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
      {view.kind === 'region' ? (
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
      ) : null}
      {view.places.length === 0 ? null : (
        <section class="stack stack-s" aria-labelledby="places">
          <h2 id="places">{say(w.places, language)}</h2>
          <TileMap
            id="tiles"
            title={{
              id: `${condition.id} menurut ${below.id}, ${monthText(filter.month, 'id')}`,
              en: `${condition.en} by ${below.en}, ${monthText(filter.month, 'en')}`,
            }}
            finding={placesFinding(view, below)}
            limits={filter.condition === 'wasting' ? [5, 10, 15] : [10, 20, 30]}
            thinName={w.thin}
            tiles={view.places.map((place) => {
              const value = percentOf(place.figure, maySeeAll)
              return {
                name: place.name,
                column: place.tile[0],
                row: place.tile[1],
                people: place.figure?.prevalence.valid ?? 0,
                hidden: place.figure !== undefined && !mayShowShare(place.figure, maySeeAll),
                thin: place.figure?.prevalence.notRepresentative ?? false,
                ...(value === undefined ? {} : { value }),
              }
            })}
          />
          <Table
            caption={w.places}
            phone="cards"
            dense
            columns={[
              { key: 'place', label: w.place, title: true },
              { key: 'bar', label: w.share, bar: true },
              { key: 'cases', label: w.cases, end: true },
              { key: 'measured', label: w.measured, end: true },
              { key: 'severity', label: w.severity, optional: true },
            ]}
            rows={[...view.places]
              .sort((a, b) => (percentOf(b.figure, maySeeAll) ?? -1) - (percentOf(a.figure, maySeeAll) ?? -1))
              .map((place) => ({
                cells: {
                  place: <a href={`${at}/areas/${place.code}?${query}`}>{place.name}</a>,
                  bar: (
                    <>
                      <span class="num">{shareText(place.figure, maySeeAll, language)}</span>
                      {percentOf(place.figure, maySeeAll) === undefined ? null : (
                        <ProgressBar
                          percent={Math.min(100, percentOf(place.figure, maySeeAll)! * 2)}
                          tone={percentOf(place.figure, maySeeAll)! >= 20 ? 'low' : 'act'}
                        />
                      )}
                    </>
                  ),
                  cases: place.figure === undefined ? '' : shownPartText(place.figure, 'cases', maySeeAll, language),
                  measured:
                    place.figure === undefined
                      ? ''
                      : `${shown(place.figure.prevalence.measured, maySeeAll, language)} / ${shown(place.figure.prevalence.all, maySeeAll, language)}`,
                  severity:
                    place.figure?.prevalence.severity === undefined || !mayShowShare(place.figure, maySeeAll)
                      ? ''
                      : say(place.figure.prevalence.severity.text, language),
                },
              }))}
          />
        </section>
      )}
      {[...view.places, ...view.groups].some(({ figure: one }) => isWithheld(one)) || isWithheld(figure) ? (
        <p class="xs quiet">{say(WITHHELD_WHY, language)}</p>
      ) : null}
      {view.groups.length === 0 ? null : (
        <section class="stack stack-s" aria-labelledby="groups">
          <h2 id="groups">{say(w.groups, language)}</h2>
          <Table
            caption={w.groups}
            phone="table"
            dense
            columns={[
              { key: 'group', label: w.age, title: true },
              { key: 'share', label: w.share, end: true },
              { key: 'valid', label: w.measured, end: true },
            ]}
            rows={[...view.groups]
              .sort((a, b) => order(a) - order(b))
              .map((group) => ({
                cells: {
                  group: say(
                    group.sex === 0 ? groupText(group.ageGroup) : group.sex === 1 ? w.boys : w.girls,
                    language,
                  ),
                  share: shareText(group.figure, maySeeAll, language),
                  valid: group.figure === undefined ? '' : shownPartText(group.figure, 'valid', maySeeAll, language),
                },
              }))}
          />
        </section>
      )}
      {view.cohort === undefined || view.cohort.counts.all + view.cohort.counts.newCases === 0 ? null : (
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
                  n: cohortText(view.cohort!, key, language),
                  // A bar tells the whole it is a part of, so there is none where anything is hidden.
                  bar: isWhole ? (
                    <ProgressBar
                      percent={Math.round((view.cohort!.counts[key] * 100) / Math.max(1, view.cohort!.counts.all))}
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
                  n: cohortText(view.cohort, 'newCases', language),
                  bar: '',
                },
              },
            ]}
          />
          {Object.values(view.cohort.hidden ?? {}).includes('beside') ? (
            <p class="quiet s">{say(WITHHELD_WHY, language)}</p>
          ) : null}
          <p class="quiet s">
            {say({ id: 'Dihitung', en: 'Counted on' }, language)} {formatDate(view.cohort.countedOn, language)}
          </p>
        </section>
      )}
      {view.children === undefined ? null : (
        <section class="stack stack-s" aria-labelledby="names">
          <h2 id="names">{say(w.names, language)}</h2>
          <p class="quiet s">{say(w.namesText, language)}</p>
          {view.children.length === 0 ? (
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
              rows={view.children.map((child) => ({
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
      )}
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
