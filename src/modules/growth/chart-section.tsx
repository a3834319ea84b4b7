// A child's charts on a page: one at a time with links to the others, or all five for paper. Advice stands before the drawing.
import { formatDate, formatDateShort } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { CHART_INDICATORS, type ChartIndicator, chartPoints, panelOf } from './chart/geometry.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'
import { GrowthFigure } from './chart/growth-figure.tsx'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import { cm, kg, POSYANDU_WORDS as w } from './posyandu-words.ts'

export const CHIPS: Readonly<Record<ChartIndicator, Text>> = {
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

export const SIX: Text = { id: 'Enam penimbangan terakhir', en: 'The last six weighings' }

export function chartOf(typed: string | undefined): ChartIndicator {
  return CHART_INDICATORS.find((one) => one === typed) ?? 'weightForAge'
}

/** Illness of the months, one mark each, and what was done for the child. */
export function chartEvents(months: readonly MonthLine[], done: readonly ChartEvent[]): readonly ChartEvent[] {
  const ill = months.flatMap(({ measurement }) => {
    const name = ILL[measurement.facts.illness?.[0] ?? '']
    return name === undefined ? [] : [{ date: measurement.date, name }]
  })
  return [...ill, ...done]
}

export function ChartSection({
  child,
  months,
  events = [],
  advice,
  indicator,
  href,
  language,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  /** Extra food and referrals, as marks. */
  events?: readonly ChartEvent[]
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
      <Figure
        child={child}
        months={months}
        events={events}
        indicator={indicator}
        {...(advice === undefined ? {} : { advice })}
      />
    </section>
  )
}

function Figure({
  child,
  months,
  events,
  indicator,
  advice,
  withKey = true,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  events: readonly ChartEvent[]
  indicator: ChartIndicator
  advice?: Text
  withKey?: boolean
}) {
  return (
    <GrowthFigure
      id={`chart-${indicator}`}
      indicator={indicator}
      sex={child.sex}
      birthDate={child.birthDate}
      panel={panelOf(child.ageDays)}
      measurements={months.map(({ measurement }) => measurement)}
      events={chartEvents(months, events)}
      redLine={child.redLine}
      childName={child.name}
      withKey={withKey}
      {...(advice === undefined ? {} : { advice })}
    />
  )
}

/** "Kartu Menuju Sehat (KMS), perempuan", and whose card it is. */
export function cardHead(
  child: ChildHead,
  printed: string,
  language: Language,
): { readonly title: string; readonly about: string } {
  const title: Text = {
    id: `Kartu Menuju Sehat (KMS), ${child.sex === 1 ? 'laki-laki' : 'perempuan'}`,
    en: `Growth card (KMS), ${child.sex === 1 ? 'boy' : 'girl'}`,
  }
  const all: Text = {
    id: 'Lahir {born}. Posyandu {posyandu}, {village}. Dicetak {printed}. Titik kosong tidak dinilai sampai diukur ulang.',
    en: 'Born {born}. Posyandu {posyandu}, {village}. Printed {printed}. Hollow points are not judged until measured again.',
  }
  return {
    title: say(title, language),
    about: fill(say(all, language), {
      born: formatDate(child.birthDate, language),
      posyandu: child.posyandu.name.replace(/^Posyandu /, ''),
      village: child.posyandu.village,
      printed,
    }),
  }
}

/** Paper is not spent on lines without a child: what was never measured has no chart, weight always has one. */
export function chartsOfCard(child: ChildHead, months: readonly MonthLine[]): readonly ChartIndicator[] {
  const measured = months.map(({ measurement }) => measurement)
  return CHART_INDICATORS.filter(
    (one) => one === 'weightForAge' || chartPoints(one, panelOf(child.ageDays), measured).length > 0,
  )
}

/** The growth card for paper: child, advice, weight and the last six weighings; then two charts a sheet, the key once. */
export function CardPage({
  child,
  months,
  events,
  advice,
  printed,
  pdf,
  language,
}: {
  child: ChildHead
  months: readonly MonthLine[]
  events: readonly ChartEvent[]
  advice: Text
  printed: string
  /** The same card as a file. */
  pdf: string
  language: Language
}) {
  const head = cardHead(child, printed, language)
  const [first, ...others] = chartsOfCard(child, months)
  const draw = (indicator: ChartIndicator, withKey: boolean) => (
    <section class="stack stack-s">
      <h2>{say(CHIPS[indicator], language)}</h2>
      <Figure child={child} months={months} events={events} indicator={indicator} withKey={withKey} />
    </section>
  )
  return (
    <div class="stack stack-l card-print">
      <div class="stack stack-s">
        <h1>{child.name}</h1>
        <p class="s">
          <b>{head.title}</b>. {head.about}
        </p>
        <p>
          <b>{say(advice, language)}</b>
        </p>
        <p class="no-print">
          <Button kind="second" href={pdf} icon="download" label={w.cardFile} />
        </p>
      </div>
      {draw(first!, true)}
      <LastWeighings months={months} dense language={language} />
      {[others.slice(0, 2), others.slice(2)]
        .filter((pair) => pair.length > 0)
        .map((pair) => (
          <div class="stack stack-l sheet">{pair.map((indicator) => draw(indicator, false))}</div>
        ))}
    </div>
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
      rows={months
        .slice(-6)
        .reverse()
        .map(({ measurement: m }) => ({
          cells: {
            day: formatDateShort(m.date, language),
            weight: m.weightG === undefined ? '–' : kg(m.weightG, language),
            length: m.lengthHeightTenthMm === undefined ? '–' : cm(m.lengthHeightTenthMm, language),
          },
        }))}
    />
  )
}
