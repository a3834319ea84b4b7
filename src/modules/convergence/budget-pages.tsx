// The budget tagged with indicators and villages, and the form that tags an activity. Must stay true: money has its base beside it;
// sums by indicator are never added up.
import { percentText } from '../../kernel/percent.ts'
import { formatCount, formatRupiah } from '../../kernel/rupiah.ts'
import { fill, say, type Text } from '../../kernel/text.ts'
import { ChoiceCards } from '../../platform/ui/choice-cards.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { SelectField } from '../../platform/ui/select-field.tsx'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type FormState, fieldsOf, PanelForm } from './form-parts.tsx'
import { faultAt, PART_WORDS } from './page-parts.tsx'
import type { BudgetView } from './planning-port.ts'
import type { MoneySource } from './tables.ts'

export const BUDGET_WORDS = {
  budget: { id: 'Anggaran menurut indikator', en: 'Budget by indicator' },
  budgetLead: {
    id: 'Kegiatan OPD yang ditandai pada indikator dan desa, dengan biaya per orang yang terjangkau.',
    en: 'Activities tagged with indicators and villages, with the cost per person reached.',
  },
  planned: { id: 'Direncanakan', en: 'Planned' },
  realised: { id: 'Direalisasi', en: 'Realised' },
  share: { id: '{p} dari rencana', en: '{p} of the plan' },
  people: { id: 'Orang', en: 'People' },
  cost: { id: 'Per orang', en: 'Per person' },
  activity: { id: 'Kegiatan', en: 'Activity' },
  indicators: { id: 'Indikator', en: 'Indicators' },
  villages: { id: '{n} desa', en: '{n} villages' },
  noActivities: { id: 'Belum ada kegiatan yang ditandai', en: 'No activity is tagged yet' },
  noActivitiesText: {
    id: 'OPD menandai kegiatannya dengan indikator dan desa; biaya per orang lalu dihitung sendiri.',
    en: 'Agencies tag their activities with indicators and villages; the cost per person follows.',
  },
  tag: { id: 'Tandai kegiatan', en: 'Tag an activity' },
  name: { id: 'Nama kegiatan', en: 'Name of the activity' },
  agency: { id: 'OPD', en: 'Agency' },
  budgetCode: { id: 'Kode sub kegiatan', en: 'Budget code' },
  source: { id: 'Sumber dana', en: 'Source of money' },
  places: { id: 'Kecamatan', en: 'Districts' },
  plannedPeople: { id: 'Sasaran, orang', en: 'People planned' },
  reachedPeople: { id: 'Terjangkau, orang', en: 'People reached' },
  budgetSource: {
    id: 'Dicatat OPD, tahun {year}. Satu kegiatan dapat membantu beberapa indikator; jumlah per indikator karena itu tidak dijumlahkan.',
    en: 'Recorded by agencies, {year}. One activity may help several indicators; sums by indicator are therefore not added up.',
  },
} as const satisfies Record<string, Text>
const w = BUDGET_WORDS

const SOURCES: Readonly<Record<MoneySource, Text>> = {
  apbd: { id: 'APBD', en: 'Regional budget' },
  dak: { id: 'DAK', en: 'Special allocation (DAK)' },
  'village-fund': { id: 'Dana desa', en: 'Village fund' },
  partner: { id: 'Mitra', en: 'Partner' },
}
export function BudgetPage({
  view,
  action,
  typed = {},
  chosen = {},
  errors = [],
}: {
  view: BudgetView
  action: string
  chosen?: { readonly indicators?: readonly string[]; readonly places?: readonly string[] }
} & FormState) {
  const language = useLanguage()
  const f = fieldsOf({ typed, errors })
  const money = (value: number) => formatRupiah(value, language)
  return (
    <div class="stack stack-l">
      <ErrorSummary errors={errors} />
      <div class="stack narrow">
        <h1>
          {say(w.budget, language)} {view.year}
        </h1>
        <p class="lead">{say(w.budgetLead, language)}</p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState level={2} title={w.noActivities} text={w.noActivitiesText} />
      ) : (
        <>
          <div class="duo">
            <Stat
              value={money(view.plannedRupiah)}
              reading={w.planned}
              source={`${formatCount(view.lines.length, language)} ${say(w.activity, language).toLowerCase()}, ${view.year}`}
            />
            <Stat
              value={money(view.realisedRupiah)}
              reading={fill(say(w.share, language), {
                p:
                  view.plannedRupiah === 0
                    ? say(PART_WORDS.noData, language)
                    : percentText(view.realisedRupiah, view.plannedRupiah, language),
              })}
              source={w.realised}
            />
          </div>
          <Table
            caption={w.activity}
            phone="cards"
            dense
            columns={[
              { key: 'name', label: w.activity, title: true },
              { key: 'indicators', label: w.indicators },
              { key: 'planned', label: w.planned, end: true },
              { key: 'realised', label: w.realised, end: true },
              { key: 'people', label: w.people, end: true },
              { key: 'cost', label: w.cost, end: true },
            ]}
            rows={view.lines.map((one) => ({
              cells: {
                name: (
                  <div>
                    {one.name}{' '}
                    <small class="quiet">
                      {one.agencyName}, {one.budgetCode}, {say(SOURCES[one.source], language)},{' '}
                      {fill(say(w.villages, language), { n: one.villages })}
                    </small>
                  </div>
                ),
                indicators: one.indicators.join(', '),
                planned: money(one.plannedRupiah),
                realised: money(one.realisedRupiah),
                people: `${formatCount(one.reachedPeople, language)} / ${formatCount(one.plannedPeople, language)}`,
                cost: one.costRupiah === null ? '–' : money(one.costRupiah),
              },
            }))}
          />
          <Table
            caption={w.budget}
            showCaption
            dense
            phone="cards"
            columns={[
              { key: 'name', label: w.indicators, title: true },
              { key: 'planned', label: w.planned, end: true },
              { key: 'realised', label: w.realised, end: true },
              { key: 'activities', label: w.activity, end: true },
            ]}
            rows={view.byIndicator.map((one) => ({
              cells: {
                name: `${one.code} ${say(one.name, language)}`,
                planned: money(one.plannedRupiah),
                realised: money(one.realisedRupiah),
                activities: String(one.activities),
              },
            }))}
          />
          <p class="xs quiet">{fill(say(w.budgetSource, language), { year: view.year })}</p>
        </>
      )}
      {view.agencies.length === 0 ? null : (
        <PanelForm action={action} title={w.tag} send={w.tag} look="plain">
          <Field {...f.of('name')} label={w.name} />
          <SelectField
            {...f.of('agency', view.agencies.length === 1 ? view.agencies[0]!.id : '')}
            label={w.agency}
            options={view.agencies.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Field {...f.of('budgetCode')} width={16} label={w.budgetCode} />
          <SelectField
            {...f.of('source')}
            label={w.source}
            width={16}
            options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))}
          />
          <ChoiceCards
            name="indicators"
            many
            two
            label={w.indicators}
            value={chosen.indicators}
            error={faultAt(errors, 'indicators')}
            choices={view.indicators.map((one) => ({ value: one.code, label: one.code, hint: one.name }))}
          />
          <ChoiceCards
            name="places"
            many
            two
            label={w.places}
            value={chosen.places}
            error={faultAt(errors, 'places')}
            choices={view.districts.map((one) => ({ value: one.code, label: one.name }))}
          />
          <Field {...f.of('planned')} kind="number" width={16} unit="Rp" label={w.planned} />
          <Field {...f.of('realised')} kind="number" width={16} unit="Rp" optional label={w.realised} />
          <Field {...f.of('plannedPeople')} kind="number" width={8} label={w.plannedPeople} />
          <Field {...f.of('reachedPeople')} kind="number" width={8} optional label={w.reachedPeople} />
        </PanelForm>
      )}
    </div>
  )
}
