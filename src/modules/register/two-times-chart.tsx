// The two times of each fact, drawn: above the day it is true since, below the day it was recorded, a line between them.
// A slanting line is a fact learned late. Must stay true: the same days stand as words in the history below it.
import { scaleLinear } from 'd3-scale'
import { dayNumberOf } from '../../kernel/date.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import type { HistoryLine } from './office-port.ts'
import { REGISTER_WORDS as w } from './office-words.ts'

const LEFT = 62
const TOP = 22
const LOW = 92

export function TwoTimesChart({ lines, language }: { lines: readonly HistoryLine[]; language: Language }) {
  const facts = [...new Map(lines.map((one) => [`${one.validFrom} ${one.recordedOn}`, one])).values()]
  const days = facts.flatMap((one) => [dayNumberOf(one.validFrom), dayNumberOf(one.recordedOn)])
  if (facts.length === 0) return null
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const years = [...new Set(facts.flatMap((one) => [one.validFrom.slice(0, 4), one.recordedOn.slice(0, 4)]))].sort()
  return (
    <figure class="stack stack-xs">
      <figcaption class="s">
        <b>{say(w.chart, language)}</b>
      </figcaption>
      {([340, 760] as const).map((width) => {
        const x = scaleLinear()
          .domain(first === last ? [first - 30, last + 30] : [first, last])
          .range([LEFT + 8, width - 18])
        const at = (day: string): number => Math.round(x(dayNumberOf(day)) * 10) / 10
        return (
          <svg
            class={width === 340 ? 'chart phone-only' : 'chart wide-only'}
            viewBox={`0 0 ${width} 118`}
            role="img"
            aria-label={finding(facts, language)}
          >
            <line class="ax" x1={LEFT} x2={width - 6} y1={TOP} y2={TOP} />
            <line class="ax" x1={LEFT} x2={width - 6} y1={LOW} y2={LOW} />
            <text class="mut" x="0" y={TOP + 4}>
              {say(w.chartTrue, language)}
            </text>
            <text class="mut" x="0" y={LOW + 4}>
              {say(w.chartKnown, language)}
            </text>
            {facts.map((one) => (
              <line class="rt" x1={at(one.validFrom)} y1={TOP} x2={at(one.recordedOn)} y2={LOW} />
            ))}
            {facts.map((one) => (
              <>
                <circle class="dot-o" cx={at(one.validFrom)} cy={TOP} r="5" />
                <circle class="dot" cx={at(one.recordedOn)} cy={LOW} r="5" />
              </>
            ))}
            {[years[0], years.at(-1)].map((year, index) =>
              year === undefined || (index === 1 && years.length === 1) ? null : (
                <text
                  class="mut"
                  x={index === 0 ? LEFT : width - 6}
                  y="113"
                  text-anchor={index === 0 ? 'start' : 'end'}
                >
                  {year}
                </text>
              ),
            )}
          </svg>
        )
      })}
    </figure>
  )
}

function finding(facts: readonly HistoryLine[], language: Language): string {
  const late = facts.filter((one) => dayNumberOf(one.recordedOn) - dayNumberOf(one.validFrom) > 60).length
  return fill(
    language === 'id'
      ? '{count} fakta; {late} dicatat lebih dari 60 hari setelah berlaku.'
      : '{count} facts; {late} recorded more than 60 days after they became true.',
    { count: facts.length, late },
  )
}
