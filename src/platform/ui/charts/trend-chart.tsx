// A measured share over months. The axis begins at zero; below it the coverage of each month as a band of cells. Where coverage is thin
// the point is hollow and its cell dashed; where a month has no value the line breaks. Routine figures and surveys never share a line.
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { say, type Text } from '../../../kernel/text.ts'
import { decimal, percent } from '../format.ts'
import { useLanguage, usePlain } from '../language.ts'
import type { Column } from '../table.tsx'
import { words } from '../words.ts'
import { ChartNumbers } from './chart-numbers.tsx'

export type TrendPoint = {
  /** Short name of the month: "Nov". */
  readonly label: string
  /** Percent; undefined when nothing was measured. */
  readonly value?: number
  /** Percent of those who should have been measured. */
  readonly coverage?: number
}

export type TrendChartProps = {
  /** Unique on the page; joins the picture to its words. */
  id: string
  /** What is measured, where. */
  title: Text | string
  /** What the picture shows, in a sentence. */
  finding: Text | string
  /** One a month, in order; months without a value stay in the list. */
  points: readonly TrendPoint[]
  /** Name of the coverage band: "Cakupan penimbangan (D/S), persen". Without it no band is drawn. */
  coverageName?: Text | string
  /** Below this coverage a value is not representative; 85 by default. */
  coverageFloor?: number
  /** A dashed line with its name. */
  target?: { readonly value: number; readonly label: Text | string }
  /** Decimals of every figure. */
  digits?: number
  /** Draws a second picture for screens from 640 px: for half a page or for its full width. */
  wide?: 'half' | 'full'
}

export function TrendChart(props: TrendChartProps) {
  const { points, coverageName, digits = 1 } = props
  const language = useLanguage()
  const plain = usePlain()
  const columns: readonly Column[] = [
    { key: 'label', label: words.month, title: true },
    { key: 'value', label: plain(props.title), end: true },
    ...(coverageName ? [{ key: 'coverage', label: plain(coverageName), end: true }] : []),
  ]
  const none = say(words.noData, language)
  const rows = points.map((point) => ({
    cells: {
      label: point.label,
      value: point.value === undefined ? none : percent(point.value, digits, language),
      coverage: point.coverage === undefined ? none : percent(point.coverage, 0, language),
    },
  }))
  return (
    <div class="stack stack-s">
      {props.wide ? (
        <>
          <div class="phone-only">
            <Drawing {...props} width={334} />
          </div>
          <div class="wide-only">
            <Drawing {...props} id={`${props.id}-w`} width={props.wide === 'half' ? 460 : 860} />
          </div>
        </>
      ) : (
        <Drawing {...props} width={334} />
      )}
      <ChartNumbers caption={props.title} columns={columns} rows={rows} />
    </div>
  )
}

const TOP = 18
const FLOOR = 138
const LEFT = 34

function Drawing({
  id,
  title,
  finding,
  points,
  coverageName,
  coverageFloor = 85,
  target,
  digits = 1,
  width,
}: TrendChartProps & { width: number }) {
  const language = useLanguage()
  const plain = usePlain()
  // Never so close that neighbouring ticks round to the same whole percent.
  const highest = Math.max(3, target?.value ?? 0, ...points.map((point) => point.value ?? 0))
  const y = scaleLinear()
    .domain([0, highest * 1.15])
    .nice(3)
    .range([FLOOR, TOP])
  const step = (width - LEFT - 8) / Math.max(1, points.length)
  const x = (index: number): number => Math.round((LEFT + step * (index + 0.5)) * 10) / 10
  const thin = (point: TrendPoint): boolean => point.coverage !== undefined && point.coverage < coverageFloor
  const known = points.map((point, index) => ({ ...point, index })).filter((point) => point.value !== undefined)
  const path = line<TrendPoint>()
    .defined((point) => point.value !== undefined)
    .x((_, index) => x(index))
    .y((point) => y(point.value ?? 0))
    .digits(1)([...points])
  const ticks = y.ticks(3)
  const [first, last] = [known[0], known.at(-1)]
  // Labels that do not touch: letters of the phone's drawing are larger. The newest always has one.
  const every = Math.max(1, Math.ceil((width < 400 ? 54 : 40) / step))
  const cell = Math.min(44, step - 4)
  const height = coverageName ? 216 : 162
  const mark = (point: (typeof known)[number], anchor: 'start' | 'end') => (
    <text
      class="halo bld"
      text-anchor={anchor}
      x={x(point.index) + (anchor === 'start' ? -6 : 8)}
      y={Math.round(y(point.value ?? 0)) - 12}
    >
      {percent(point.value ?? 0, digits, language)}
    </text>
  )
  return (
    <svg
      class={width < 400 ? 'chart chart-s' : 'chart'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{plain(title)}</title>
      <desc id={`${id}-d`}>{plain(finding)}</desc>
      <path
        class="gl"
        d={ticks
          .filter((tick) => tick > 0)
          .map((tick) => `M${LEFT} ${Math.round(y(tick))}H${width}`)
          .join('')}
      />
      <path class="ax" d={`M${LEFT} ${FLOOR}H${width}`} />
      {ticks.map((tick, index) => (
        <text class="mut" text-anchor="end" x={LEFT - 7} y={Math.round(y(tick)) + 4}>
          {index === ticks.length - 1 ? percent(tick, 0, language) : decimal(tick, 0, language)}
        </text>
      ))}
      {target ? (
        <>
          <path class="goal" d={`M${LEFT} ${Math.round(y(target.value))}H${width}`} />
          <text class="halo mut" text-anchor="end" x={width} y={Math.round(y(target.value)) - 5}>
            {plain(target.label)}
          </text>
        </>
      ) : null}
      <path class="rt" d={path ?? ''} />
      {known.map((point) => (
        <circle
          class={thin(point) ? 'dot-o' : 'dot'}
          cx={x(point.index)}
          cy={Math.round(y(point.value ?? 0) * 10) / 10}
          r="5"
        />
      ))}
      {first && last && first !== last ? mark(first, 'start') : null}
      {last ? mark(last, 'end') : null}
      {points.map((point, index) => (
        <>
          {(points.length - 1 - index) % every === 0 ? (
            <text class="mut" text-anchor="middle" x={x(index)} y="156">
              {point.label}
            </text>
          ) : null}
          {coverageName && point.coverage !== undefined ? (
            <>
              <rect
                class={thin(point) ? 'cov-low' : 'cov'}
                x={Math.round((x(index) - cell / 2) * 10) / 10}
                y="168"
                width={Math.round(cell * 10) / 10}
                height="22"
                rx="3"
              />
              {cell >= 20 ? (
                <text text-anchor="middle" x={x(index)} y="184">
                  {decimal(point.coverage, 0, language)}
                </text>
              ) : null}
            </>
          ) : null}
        </>
      ))}
      {coverageName ? (
        <text class="mut" x={LEFT - 10} y="210">
          {plain(coverageName)}
        </text>
      ) : null}
    </svg>
  )
}
