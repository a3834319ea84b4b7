// Grid, axis numbers and the note at 24 months of a growth chart.
// Must stay true: paper gets a line for each month and half unit, screens only as many as can be read.
import { formatFigure } from '../../../kernel/decimal.ts'
import { say, type Text } from '../../../kernel/text.ts'
import { useLanguage } from '../../../platform/ui/language.ts'
import type { ChartIndicator, Panel } from './geometry.ts'
import { type Scale, tenth } from './scale.ts'

export type ChartSize = 'phone' | 'wide' | 'print'
type Frame = {
  panel: Panel
  size: ChartSize
  px: (value: number) => number
  left: number
  right: number
  top: number
  bottom: number
}
type GridProps = Frame & {
  indicator: ChartIndicator
  x: Scale
  y: Scale
}

export function Grid({ indicator, panel, size, x, y, px, left, right, top, bottom }: GridProps) {
  const language = useLanguage()
  const [from, to] = x.domain
  const py = (value: number) => tenth(y(value))
  const whole = (step: number) => {
    const found: number[] = []
    for (let value = Math.ceil(from / step) * step; value <= to; value += step) found.push(value)
    return found
  }
  const step =
    indicator === 'weightForLength'
      ? { phone: 10, wide: 5, print: 5 }[size]
      : panel === '0-24'
        ? { phone: 3, wide: 2, print: 1 }[size]
        : { phone: 6, wide: 3, print: 2 }[size]
  const columns = whole(step)
  const years = indicator === 'weightForLength' ? [] : whole(12).filter((month) => month > from)
  const rows = y.ticks({ phone: 8, wide: 9, print: 16 }[size])
  const half = size === 'print' && rows.length > 1 ? rows.slice(1).map((value, i) => (value + rows[i]!) / 2) : []
  const fine = size === 'print' && step > 1 && indicator !== 'weightForLength' ? whole(1) : []
  const upright = (values: readonly number[]) => values.map((value) => `M${px(value)} ${top}V${bottom}`).join('')
  const level = (values: readonly number[]) => values.map((value) => `M${left} ${py(value)}H${right}`).join('')
  const digits = rows.every((value) => Number.isInteger(value)) ? 0 : 1
  return (
    <>
      {half.length > 0 ? <path class="gl" opacity=".55" d={level(half) + upright(fine)} /> : null}
      <path class="gl" d={upright(columns) + level(rows)} />
      {years.length > 0 ? <path class="gl gl2" d={upright(years)} /> : null}
      <g class="mut" text-anchor="middle">
        {columns.map((value) => (
          <text x={px(value)} y={bottom + (size === 'phone' ? 16 : 18)}>
            {value}
          </text>
        ))}
      </g>
      <g class="mut" text-anchor="end">
        {rows.map((value) => (
          <text x={left - 5} y={tenth(py(value) + 4)}>
            {formatFigure(value, digits, language)}
          </text>
        ))}
      </g>
    </>
  )
}

const STEP_NOTE: Text = {
  id: 'mulai 24 bulan berdiri: −0,7 cm',
  en: 'standing from 24 months: −0.7 cm',
}

/** Words beside the step at 24 months, in the corner the lines leave free. */
export function StepNote({ panel, px, top, bottom }: Pick<Frame, 'panel' | 'px' | 'top' | 'bottom'>) {
  const language = useLanguage()
  const at = px(24)
  const low = panel === '0-24'
  return (
    <>
      <path class="ax" stroke-dasharray="2 3" d={`M${at} ${top}V${bottom}`} />
      <text
        class="halo mut"
        x={low ? tenth(at - 6) : tenth(at + 6)}
        y={low ? bottom - 62 : top + 28}
        text-anchor={low ? 'end' : undefined}
      >
        {say(STEP_NOTE, language)}
      </text>
    </>
  )
}
