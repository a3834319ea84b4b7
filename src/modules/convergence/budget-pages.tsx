// The budget tagged with indicators and villages. Must stay true: money has its base beside it;
// sums by indicator are never added up.
import { percentText } from '../../kernel/percent.ts'
import { formatCount, formatRupiah } from '../../kernel/rupiah.ts'
import { fill, say } from '../../kernel/text.ts'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { ErrorSummary } from '../../platform/ui/error-summary.tsx'
import { useLanguage } from '../../platform/ui/language.ts'
import { Stat } from '../../platform/ui/stat.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { ActivityForm, type Chosen } from './activity-form.tsx'
import { BUDGET_WORDS, SOURCES } from './budget-words.ts'
import type { FormState } from './form-parts.tsx'
import { PART_WORDS } from './page-parts.tsx'
import type { BudgetView } from './planning-port.ts'

const w = BUDGET_WORDS

export function BudgetPage({
  view,
  action,
  typed = {},
  chosen = {},
  errors = [],
}: {
  view: BudgetView
  action: string
  chosen?: Chosen
} & FormState) {
  const language = useLanguage()
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
                    {one.mayChange ? <a href={`${action}/${one.id}`}>{one.name}</a> : one.name}{' '}
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
        <ActivityForm view={view} action={action} typed={typed} chosen={chosen} errors={errors} />
      )}
    </div>
  )
}
