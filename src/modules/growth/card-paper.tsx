// The growth card (KMS) as a PDF: what the page for printing shows, drawn from the same charts. Must stay true: nothing a family does not
// read on its own page: no N or T, no score.
import { formatDate } from '../../kernel/date-format.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { type Content, Speaking } from '../../platform/ui/language.ts'
import type { Report, ReportPart } from '../documents/report.ts'
import { ChartKey } from './chart/chart-key.tsx'
import { GrowthChart } from './chart/growth-chart.tsx'
import { KEY_WORDS, redLineWords } from './chart/growth-figure.tsx'
import {
  type Chart,
  cardHead,
  chartEvents,
  chartName,
  chartsOfCard,
  inPairs,
  lastSix,
  panelName,
  SIX,
} from './growth-card.ts'
import { STANDARD_EDITION } from './indicators.ts'
import type { ChildView } from './posyandu-port.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

export type Card = Pick<ChildView, 'child' | 'months' | 'events' | 'advice'>

/** An element as the text of its markup, in a language. */
const drawn = (content: Content, language: Language): string =>
  String((<Speaking value={language}>{content}</Speaking>).toString())

export function cardReport(
  { child, months, events, advice }: Card,
  at: { readonly today: string; readonly nowMs: number; readonly region: string; readonly language: Language },
): Report {
  const { language } = at
  const head = cardHead(child, formatDate(at.today, language), language)
  const [first, ...others] = chartsOfCard(child, months)
  const chart = ({ indicator, panel }: Chart): readonly ReportPart[] => [
    { part: 'heading', text: `${say(chartName({ indicator }), language)}, ${say(panelName(panel), language)}` },
    {
      part: 'drawing',
      svg: drawn(
        <GrowthChart
          id={`${indicator}-${panel}`}
          indicator={indicator}
          sex={child.sex}
          birthDate={child.birthDate}
          panel={panel}
          measurements={months.map(({ measurement }) => measurement)}
          events={chartEvents(months, events)}
          redLine={child.redLine}
          size="print"
        />,
        language,
      ),
    },
  ]
  const red = redLineWords(child.redLine, language)
  return {
    title: head.title,
    subject: 'KMS',
    author: at.region,
    createdAtMs: at.nowMs,
    language,
    foot: `${head.title}, Balanting ${at.region.replace(/^(Kabupaten|Kota) /, '')}`,
    parts: [
      { part: 'title', text: child.name },
      { part: 'text', text: `${head.title}. ${head.about}` },
      { part: 'text', text: say(advice, language), bold: true },
      ...chart(first!),
      { part: 'drawing', svg: drawn(<ChartKey {...(red === undefined ? {} : { redLine: red })} />, language) },
      { part: 'text', small: true, text: fill(say(KEY_WORDS.source, language), { standard: STANDARD_EDITION }) },
      ...(months.length === 0
        ? []
        : [
            { part: 'heading' as const, text: say(SIX, language) },
            {
              part: 'table' as const,
              columns: [
                { label: say(w.day, language), share: 2 },
                { label: say(w.weight, language), share: 1, end: true as const },
                { label: say(w.length, language), share: 1, end: true as const },
              ],
              rows: lastSix(months, language).map(({ day, weight, length }) => [day, weight, length]),
            },
          ]),
      ...inPairs(others).flatMap((pair): readonly ReportPart[] => [{ part: 'sheet' }, ...pair.flatMap(chart)]),
    ],
  }
}
