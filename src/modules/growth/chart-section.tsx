// A child's charts on a page: one at a time with links to the others, or all five for paper. Advice stands before the drawing.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Chips } from '../../platform/ui/chips.tsx'
import { CHART_INDICATORS, type ChartIndicator, panelOf } from './chart/geometry.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'
import { GrowthFigure } from './chart/growth-figure.tsx'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

const CHIPS: Readonly<Record<ChartIndicator, Text>> = {
  weightForAge: w.chartWeight,
  lengthForAge: w.chartLength,
  weightForLength: w.chartWfl,
  bmiForAge: w.chartBmi,
  headForAge: w.chartHead,
}
const ILL: Readonly<Record<string, Text>> = {
  fever: { id: 'demam', en: 'fever' },
  cough: { id: 'batuk', en: 'cough' },
  diarrhoea: { id: 'diare', en: 'diarrhoea' },
  other: { id: 'sakit', en: 'ill' },
}

export function chartOf(typed: string | undefined): ChartIndicator {
  return CHART_INDICATORS.find((one) => one === typed) ?? 'weightForAge'
}

/** Illness of the months, one mark each. */
export function chartEvents(months: readonly MonthLine[]): readonly ChartEvent[] {
  return months.flatMap(({ measurement }) => {
    const name = ILL[measurement.facts.illness?.[0] ?? '']
    return name === undefined ? [] : [{ date: measurement.date, name }]
  })
}

export function ChartSection({
  child,
  months,
  advice,
  indicator,
  href,
  language,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  advice?: Text
  indicator: ChartIndicator
  /** The page, to which `?chart=` is added. */
  href?: string
  language: Language
}) {
  return (
    <section class="stack" id="grafik">
      <h2>{say(w.chart, language)}</h2>
      {href === undefined ? null : (
        <Chips
          label={w.charts}
          chips={CHART_INDICATORS.map((one) => ({
            href: `${href}?chart=${one}#grafik`,
            label: CHIPS[one],
            current: one === indicator,
          }))}
        />
      )}
      <Figure child={child} months={months} indicator={indicator} {...(advice === undefined ? {} : { advice })} />
    </section>
  )
}

function Figure({
  child,
  months,
  indicator,
  advice,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  indicator: ChartIndicator
  advice?: Text
}) {
  return (
    <GrowthFigure
      id={`chart-${indicator}`}
      indicator={indicator}
      sex={child.sex}
      birthDate={child.birthDate}
      panel={panelOf(child.ageDays)}
      measurements={months.map(({ measurement }) => measurement)}
      events={chartEvents(months)}
      childName={child.name}
      {...(advice === undefined ? {} : { advice })}
    />
  )
}

/** The growth card for paper: advice first, then five charts. */
export function CardPage({
  child,
  months,
  advice,
  printed,
  language,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  advice: Text
  printed: string
  language: Language
}) {
  const all: Text = {
    id: 'Lahir {born}. Posyandu {posyandu}, {village}. Dicetak {printed}. Titik kosong tidak dinilai sampai diukur ulang.',
    en: 'Born {born}. Posyandu {posyandu}, {village}. Printed {printed}. Hollow points are not judged until measured again.',
  }
  return (
    <div class="stack stack-l">
      <div class="stack stack-s">
        <h1>{child.name}</h1>
        <p class="s">
          {fill(say(all, language), {
            born: formatDate(child.birthDate, language),
            posyandu: child.posyandu.name.replace(/^Posyandu /, ''),
            village: child.posyandu.village,
            printed,
          })}
        </p>
        <p>
          <b>{say(advice, language)}</b>
        </p>
      </div>
      {CHART_INDICATORS.map((indicator) => (
        <section class="stack stack-s">
          <h2>{say(CHIPS[indicator], language)}</h2>
          <Figure child={child} months={months} indicator={indicator} />
        </section>
      ))}
    </div>
  )
}
