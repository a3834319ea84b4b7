// A child's charts on a screen: one at a time with links to the others and to the first two years. Advice stands before the drawing.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Chips } from '../../platform/ui/chips.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { CHART_INDICATORS, type ChartIndicator, type Panel, panelOf } from './chart/geometry.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'
import { GrowthFigure } from './chart/growth-figure.tsx'
import { type Chart, chartEvents, chartName, hasPoints, lastSix, panelName, SIX } from './growth-card.ts'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

const PANELS: readonly Panel[] = ['0-24', '24-60']

/** Said above a chart that holds lines and no child: what is missing, and who can measure it. */
const NO_POINTS: Readonly<Record<ChartIndicator, Text>> = {
  weightForAge: {
    id: 'Berat: belum pernah diukur pada umur ini. Timbang anak di posyandu bulan ini.',
    en: 'Weight: not measured at this age yet. Have the child weighed at the posyandu this month.',
  },
  lengthForAge: {
    id: 'Panjang atau tinggi: belum pernah diukur pada umur ini. Minta kader mengukurnya di posyandu.',
    en: 'Length or height: not measured at this age yet. Ask a cadre of the posyandu to measure it.',
  },
  weightForLength: {
    id: 'Berat dan panjang bersama: belum pernah diukur pada umur ini. Minta kader mengukur keduanya di posyandu.',
    en: 'Weight and length together: not measured at this age yet. Ask a cadre of the posyandu to measure both.',
  },
  bmiForAge: {
    id: 'Berat dan panjang bersama: belum pernah diukur pada umur ini. Minta kader mengukur keduanya di posyandu.',
    en: 'Weight and length together: not measured at this age yet. Ask a cadre of the posyandu to measure both.',
  },
  headForAge: {
    id: 'Lingkar kepala: belum pernah diukur pada umur ini. Minta kader atau bidan mengukurnya di posyandu.',
    en: 'Head: not measured at this age yet. Ask a cadre or the midwife to measure it at the posyandu.',
  },
}

/** Without a panel: the one of the child's age. */
export type ChartChoice = { readonly indicator: ChartIndicator; readonly panel?: Panel }

/** "lengthForAge", or "lengthForAge.0-24" for the first two years of an older child. */
export function chartOf(typed: string | undefined): ChartChoice {
  const [name, half] = (typed ?? '').split('.')
  const panel = PANELS.find((one) => one === half)
  return {
    indicator: CHART_INDICATORS.find((one) => one === name) ?? 'weightForAge',
    ...(panel === undefined ? {} : { panel }),
  }
}

export function ChartSection({
  child,
  months,
  events = [],
  advice,
  chart: chosen,
  href,
  language,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  /** Extra food and referrals, as marks. */
  events?: readonly ChartEvent[]
  advice?: Text
  chart: ChartChoice
  /** The page, to which `?chart=` is added. */
  href?: string
  language: Language
}) {
  const now = panelOf(child.ageDays)
  const panel = chosen.panel ?? now
  const { indicator } = chosen
  const chip = (to: Chart, label: Text, current: boolean) => ({
    href: `${href}?chart=${to.indicator}${to.panel === now ? '' : `.${to.panel}`}#grafik`,
    label,
    current,
  })
  return (
    <section class="stack" id="grafik">
      <h2>{say(w.chart, language)}</h2>
      {href === undefined ? null : (
        <Chips
          label={w.charts}
          chips={CHART_INDICATORS.map((one) =>
            chip({ indicator: one, panel }, chartName({ indicator: one }), one === indicator),
          )}
        />
      )}
      {href !== undefined && now !== '0-24' && hasPoints(months, { indicator, panel: '0-24' }) ? (
        <Chips
          label={w.age}
          chips={PANELS.map((one) => chip({ indicator, panel: one }, panelName(one), one === panel))}
        />
      ) : null}
      {hasPoints(months, { indicator, panel }) ? null : <p>{say(NO_POINTS[indicator], language)}</p>}
      <ChildFigure
        child={child}
        months={months}
        events={events}
        chart={{ indicator, panel }}
        {...(advice === undefined ? {} : { advice })}
      />
    </section>
  )
}

/** One chart of a child. */
export function ChildFigure({
  child,
  months,
  events,
  chart: { indicator, panel },
  advice,
  withKey = true,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  events: readonly ChartEvent[]
  chart: Chart
  advice?: Text
  withKey?: boolean
}) {
  return (
    <GrowthFigure
      id={`chart-${indicator}-${panel}`}
      indicator={indicator}
      sex={child.sex}
      birthDate={child.birthDate}
      panel={panel}
      measurements={months.map(({ measurement }) => measurement)}
      events={chartEvents(months, events)}
      redLine={child.redLine}
      childName={child.name}
      withKey={withKey}
      {...(advice === undefined ? {} : { advice })}
    />
  )
}

/** The last six weighings, as a family reads them: no N, no T, no score. */
export function LastWeighings({
  months,
  dense = false,
  language,
}: {
  months: readonly MonthLine[]
  dense?: boolean
  language: Language
}) {
  if (months.length === 0) return null
  return (
    <Table
      caption={SIX}
      showCaption
      phone="table"
      dense={dense}
      columns={[
        { key: 'day', label: w.day, title: true },
        { key: 'weight', label: w.weight, end: true },
        { key: 'length', label: w.length, end: true },
      ]}
      rows={lastSix(months, language).map((cells) => ({ cells }))}
    />
  )
}
