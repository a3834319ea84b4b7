// A trend in the height of a word, beside the figure it belongs to. Its finding is spoken; the numbers stand in the list it links to.
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Text } from '../../../kernel/text.ts'
import { usePlain } from '../language.ts'

export type SparklineProps = {
  /** In order; undefined breaks the line. */
  values: readonly (number | undefined)[]
  /** "Turun dari 21,3 ke 17,9 persen dalam enam bulan." */
  finding: Text | string
}

export function Sparkline({ values, finding }: SparklineProps) {
  const plain = usePlain()
  const known = values.filter((value) => value !== undefined)
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([3, 93])
  const y = scaleLinear()
    .domain([Math.min(...known), Math.max(...known)])
    .range([20, 4])
  const draw = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1)
  const lastIndex = values.findLastIndex((value) => value !== undefined)
  return (
    <svg class="spark" viewBox="0 0 96 24" width="96" height="24" role="img" aria-label={plain(finding)}>
      <path class="rt" d={draw([...values]) ?? ''} />
      {lastIndex < 0 ? null : (
        <circle
          class="dot"
          cx={Math.round(x(lastIndex) * 10) / 10}
          cy={Math.round(y(values[lastIndex] ?? 0) * 10) / 10}
          r="3"
        />
      )}
    </svg>
  )
}
