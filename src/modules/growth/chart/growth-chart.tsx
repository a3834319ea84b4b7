// The growth chart as SVG: lines of the standard, the child, events on the axis. One drawing for the phone, one for the
// desk, one for A4 with lines for each month and half kilogram; no text below 10 px as shown at 360 px.
// Must stay true: at most 6 kB compressed; colours come from the page's style, so all themes and black-only printers work.
import { daysBetween, type PlainDate } from '../../../kernel/date.ts'
import { say, type Text } from '../../../kernel/text.ts'
import { useLanguage } from '../../../platform/ui/language.ts'
import { DAYS_PER_MONTH } from '../lms.ts'
import { CATEGORIES_2020 } from '../rules/editions.ts'
import { type JudgedMeasurement, monthOf } from '../rules/measurement.ts'
import type { Sex } from '../zscores.ts'
import {
  type ChartIndicator,
  chartPoints,
  joinedRuns,
  type Panel,
  type RedLine,
  redLinePieces,
  sdLine,
  type XY,
  xDomain,
  yDomain,
} from './geometry.ts'
import { type ChartSize, Grid, StepNote } from './grid.tsx'
import { placeEvents, spreadLabels } from './labels.ts'
import { linearScale, polyline, tenth } from './scale.ts'
import { axisTitle, chartFinding, chartTitle, measureText, UNITS } from './words.ts'

export type ChartEvent = { readonly date: PlainDate /** "diare", "makanan tambahan", "dirujuk" */; readonly name: Text }

export type GrowthChartProps = {
  /** Unique on the page; joins the picture to its words. */
  id: string
  indicator: ChartIndicator
  sex: Sex
  birthDate: PlainDate
  panel: Panel
  /** The measurings that count, one a month. */
  measurements: readonly JudgedMeasurement[]
  events?: readonly ChartEvent[]
  /** `phone` 344 px wide, `wide` for a desk, `print` for A4. */
  size: ChartSize
  /** The card's red line, drawn on weight for age. */
  redLine?: RedLine
  /** Draws the line at -1 too. */
  minusOne?: boolean
}

const SIZES = {
  phone: { width: 344, height: 400, left: 28, right: 318, top: 12, bottom: 366 },
  wide: { width: 720, height: 520, left: 40, right: 680, top: 12, bottom: 478 },
  print: { width: 720, height: 535, left: 40, right: 680, top: 12, bottom: 495 },
} as const
const EVENT_ROW = 15
const minus = (text: string) => text.replace('-', '−')

export function GrowthChart({
  id,
  indicator,
  sex,
  birthDate,
  panel,
  measurements,
  events = [],
  size,
  redLine = [],
  minusOne = false,
}: GrowthChartProps) {
  const language = useLanguage()
  const { width, height, left, right, top, bottom } = SIZES[size]
  const points = chartPoints(indicator, panel, measurements)
  const domain = xDomain(indicator, panel)
  const x = linearScale(domain, [left, right])
  const red = indicator === 'weightForAge' ? redLinePieces(sex, panel, birthDate, redLine) : []
  const y = linearScale(yDomain(indicator, sex, panel, points, red.flat()), [bottom, top])
  const px = (value: number) => tenth(x(value))
  const py = (value: number) => tenth(Math.max(top, Math.min(bottom, y(value))))
  const path = (points: readonly XY[]) => polyline(points.map(([a, b]) => [px(a), py(b)] as const))
  const curve = (k: number) => sdLine(indicator, sex, panel, k)
  const ks = minusOne ? [3, 2, 1, 0, -1, -2, -3] : [3, 2, 1, 0, -2, -3]
  const ends = spreadLabels(
    ks.map((k) => py(curve(k).at(-1)![1])),
    size === 'phone' ? 12 : 14,
  )
  // Borders of Permenkes 2/2020: national, so the zone is the same in every region, as the SD lines are WHO's.
  const normal = CATEGORIES_2020[indicator].find((band) => band.tone === 'good')!
  const zone = `${path(curve(normal.from!))}${path([...curve(normal.to!)].reverse()).replace('M', 'L')}z`
  const byAge = indicator !== 'weightForLength'
  const last = points.at(-1)
  const known = points.filter((point) => !point.hollow)
  const shown = known.at(-1) ?? last
  const falling = known.length > 1 && known.at(-1)!.y <= known.at(-2)!.y
  const marks = byAge
    ? placeEvents(
        eventMarks(events, birthDate, domain),
        px,
        { left, right, perLetter: size === 'phone' ? 7 : 7.6, rows: 3 },
        (mark) => say(mark.name, language),
      )
    : []
  const pointAt = (month: string) => points.find((point) => point.month === month)
  const finding = chartFinding(
    indicator,
    points,
    marks.map(({ mark }) => ({ month: monthOf(mark.date), name: mark.name })),
  )
  const radius = points.length > 18 ? (size === 'phone' ? 3.5 : 4.5) : size === 'phone' ? 4.5 : 5
  const valueLeft = shown !== undefined && px(shown.x) > right - 70
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      font-size={size === 'phone' ? 12 : 13}
    >
      <title id={`${id}-t`}>{say(chartTitle(indicator, sex, panel), language)}</title>
      <desc id={`${id}-d`}>{say(finding, language)}</desc>
      <path class="zone" d={zone} />
      <Grid {...{ indicator, panel, size, x, y, px, left, right, top, bottom }} />
      {red.map((piece) => (
        <path class="bgm" d={path(piece)} />
      ))}
      {ks.map((k) => (
        <path
          class={`k${Math.abs(k)}`}
          d={path(curve(k))}
          {...(size === 'print' && Math.abs(k) === 2 ? { 'stroke-dasharray': '9 3' } : {})}
        />
      ))}
      {ks.map((k, i) => (
        <text class={`l${Math.abs(k)} bld`} x={right + 4} y={tenth(ends[i]! + 4)}>
          {minus(k > 0 ? `+${k}` : String(k))}
        </text>
      ))}
      <path class="ax" d={`M${left} ${top}V${bottom}H${right}`} />
      <text class="mut" x={right} y={bottom + (size === 'phone' ? 31 : 37)} text-anchor="end">
        {say(axisTitle(indicator, panel), language)}
      </text>
      <text class="halo mut" x={domain[0] === 23 ? tenth(px(24) + 6) : left + 6} y={top + 11}>
        {UNITS[indicator].unit}
      </text>
      {indicator === 'lengthForAge' ? <StepNote {...{ panel, px, top, bottom }} /> : null}
      {marks.map(({ mark, at, row, anchor, labelled }) => {
        const point = pointAt(monthOf(mark.date))
        const foot = bottom - 10
        return (
          <>
            <path
              class="ax"
              stroke-dasharray="2 3"
              d={`M${at} ${point === undefined ? foot - EVENT_ROW * row - 14 : py(point.y)}V${foot}`}
            />
            <path class="flag" d={`M${at} ${foot - 6}l6 6-6 6-6-6z`} />
            {labelled ? (
              <text
                class="halo"
                x={tenth(at + (anchor === 'end' ? -9 : 9))}
                y={foot - EVENT_ROW * row + 4}
                text-anchor={anchor}
              >
                {say(mark.name, language)}
              </text>
            ) : null}
          </>
        )
      })}
      {joinedRuns(points).map((run) => (
        <path class="me" d={path(run.map((point) => [point.x, point.y] as const))} />
      ))}
      {points.map((point) => (
        <circle class={point.hollow ? 'hollow' : 'pt'} cx={px(point.x)} cy={py(point.y)} r={radius} />
      ))}
      {shown === undefined ? null : (
        <text
          class="halo bld"
          x={tenth(px(shown.x) + (valueLeft ? -9 : 9))}
          y={tenth(py(shown.y) + (falling ? 16 : valueLeft ? -8 : 14))}
          text-anchor={valueLeft ? 'end' : undefined}
        >
          {measureText(indicator, shown.y, language)}
        </text>
      )}
    </svg>
  )
}

type Mark = ChartEvent & { readonly x: number }
function eventMarks(
  events: readonly ChartEvent[],
  birthDate: PlainDate,
  [from, to]: readonly [number, number],
): readonly Mark[] {
  return events
    .map((event) => ({ ...event, x: daysBetween(birthDate, event.date) / DAYS_PER_MONTH }))
    .filter((mark) => mark.x >= from && mark.x <= to)
    .sort((a, b) => a.x - b.x)
}
