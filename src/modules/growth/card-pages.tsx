// The growth card as a page for the printer: child, advice, weight and the last six weighings; then two charts a sheet, the key once.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import type { ChartEvent } from './chart/growth-chart.tsx'
import { ChildFigure, LastWeighings } from './chart-section.tsx'
import { type Chart, cardHead, chartName, chartsOfCard, inPairs, panelName } from './growth-card.ts'
import type { ChildHead, MonthLine } from './posyandu-port.ts'
import { POSYANDU_WORDS as w } from './posyandu-words.ts'

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
  const draw = (chart: Chart, withKey: boolean) => (
    <section class="stack stack-s">
      <h2>
        {say(chartName(chart), language)}, {say(panelName(chart.panel), language)}
      </h2>
      <ChildFigure child={child} months={months} events={events} chart={chart} withKey={withKey} />
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
      {inPairs(others).map((pair) => (
        <div class="stack stack-l sheet">{pair.map((chart) => draw(chart, false))}</div>
      ))}
    </div>
  )
}
