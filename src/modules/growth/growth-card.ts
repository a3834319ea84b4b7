// What the growth card (KMS) holds, on the page for printing and in the file alike: whose it is, which charts, the last weighings, the
// marks of illness and care. Pure. Must stay true: what a family may read and nothing else, no N or T, no score.
import { formatDate, formatDateShort } from '../../kernel/date-format.ts'
import { fill, type Language, say, type Text } from '../../kernel/text.ts'
import { CHART_INDICATORS, type ChartIndicator, chartPoints, type Panel, panelOf } from './chart/geometry.ts'
import type { ChartEvent } from './chart/growth-chart.tsx'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import { cmInColumn, kgInColumn, POSYANDU_WORDS as w } from './posyandu-words.ts'

const NAMES: Readonly<Record<ChartIndicator, Text>> = {
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

/** One drawing: what is measured, and on which half of the five years. */
export type Chart = { readonly indicator: ChartIndicator; readonly panel: Panel }

export const chartName = ({ indicator }: Pick<Chart, 'indicator'>): Text => NAMES[indicator]

/** "0–24 bulan" */
export const panelName = (panel: Panel): Text => ({
  id: `${panel.replace('-', '–')} bulan`,
  en: `${panel.replace('-', '–')} months`,
})

/** Illness of the months, one mark each, and what was done for the child. */
export function chartEvents(months: readonly MonthLine[], done: readonly ChartEvent[]): readonly ChartEvent[] {
  const ill = months.flatMap(({ measurement }) => {
    const name = ILL[measurement.facts.illness?.[0] ?? '']
    return name === undefined ? [] : [{ date: measurement.date, name }]
  })
  return [...ill, ...done]
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

/** Paper is not spent on lines without a child: what was never measured has no chart, weight always has one. A child of two brings the
 * first two years along, so that the line does not begin anew. */
export function chartsOfCard(child: ChildHead, months: readonly MonthLine[]): readonly Chart[] {
  const now = panelOf(child.ageDays)
  const present = CHART_INDICATORS.filter(
    (one) => one === 'weightForAge' || hasPoints(months, { indicator: one, panel: now }),
  )
  const before = (['weightForAge', 'lengthForAge'] as const).filter(
    (one) => now !== '0-24' && hasPoints(months, { indicator: one, panel: '0-24' }),
  )
  return [
    ...present.map((indicator) => ({ indicator, panel: now })),
    ...before.map((indicator) => ({ indicator, panel: '0-24' as const })),
  ]
}

export const hasPoints = (months: readonly MonthLine[], { indicator, panel }: Chart): boolean =>
  chartPoints(
    indicator,
    panel,
    months.map(({ measurement }) => measurement),
  ).length > 0

export const SIX: Text = { id: 'Enam penimbangan terakhir', en: 'The last six weighings' }
/** Day, weight, length; the newest first. */
export function lastSix(
  months: readonly MonthLine[],
  language: Language,
): readonly { readonly day: string; readonly weight: string; readonly length: string }[] {
  return months
    .slice(-6)
    .reverse()
    .map(({ measurement: m }) => ({
      day: formatDateShort(m.date, language),
      weight: m.weightG === undefined ? '–' : kgInColumn(m.weightG, language),
      length: m.lengthHeightTenthMm === undefined ? '–' : cmInColumn(m.lengthHeightTenthMm, language),
    }))
}

/** Two charts fit a sheet. */
export const inPairs = (charts: readonly Chart[]): readonly (readonly Chart[])[] =>
  charts.flatMap((_, i) => (i % 2 === 0 ? [charts.slice(i, i + 2)] : []))
