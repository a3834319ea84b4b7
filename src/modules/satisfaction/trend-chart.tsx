// The index of a unit over its periods as a line, drawn on the server. Must stay true: the axis runs over the whole scale of the index, 25 to
// 100, so that a small change looks small; periods without a value are gaps; points of different editions are never joined; hollow means
// below the sample size or not reproducible. A table with the same figures stands beside it.
import { fill, say, type Text } from '../../kernel/text.ts'
import { useLanguage } from '../../platform/ui/language.ts'
import type { Band } from './edition.ts'
import { figure } from './figures.ts'

export type TrendPoint = {
  readonly name: Text
  readonly index: string | null
  readonly edition: string
  /** Enough answers and, for an imported figure, reproduced. */
  readonly sure: boolean
}

const w = {
  title: { id: 'Indeks per periode', en: 'Index by period' },
  none: { id: 'Belum ada nilai yang terbit.', en: 'No value is published yet.' },
  one: { id: '{last}: {value}.', en: '{last}: {value}.' },
  many: {
    id: 'Dari {firstValue} pada {first} menjadi {value} pada {last}.',
    en: 'From {firstValue} in {first} to {value} in {last}.',
  },
} as const satisfies Record<string, Text>

const WIDTH = 360
const HEIGHT = 210
const LEFT = 34
const RIGHT = 16
const TOP = 18
const BOTTOM = 40
const y = (index: number): number => Math.round((TOP + ((100 - index) / 75) * (HEIGHT - TOP - BOTTOM)) * 10) / 10

/** `points` run from the oldest to the newest; at most eight fit a phone. */
export function TrendChart({ points, bands }: { points: readonly TrendPoint[]; bands: readonly Band[] }) {
  const language = useLanguage()
  const shown = points.slice(-8)
  const x = (i: number): number =>
    shown.length < 2
      ? WIDTH / 2
      : Math.round((LEFT + 20 + (i * (WIDTH - LEFT - RIGHT - 40)) / (shown.length - 1)) * 10) / 10
  const drawn = shown.map((point, i) => ({
    ...point,
    x: x(i),
    y: point.index === null ? null : y(Number(point.index)),
  }))
  return (
    <svg
      class="chart chart-s"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${say(w.title, language)}. ${finding(
        shown,
        (text) => say(text, language),
        (text) => figure(text, language),
      )}`}
    >
      {[25, 50, 75, 100].map((value) => (
        <>
          <path class="gl" d={`M${LEFT} ${y(value)}H${WIDTH - RIGHT}`} />
          <text class="mut" x={LEFT - 6} y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        </>
      ))}
      {bands.slice(1).map((band) => (
        <>
          <path class="goal" d={`M${LEFT} ${y(Number(band.lower))}H${WIDTH - RIGHT}`} />
          <text class="mut" x={WIDTH - RIGHT + 3} y={y(Number(band.lower)) + 4}>
            {band.grade}
          </text>
        </>
      ))}
      {segments(drawn).map((d) => (
        <path class="rt" d={d} />
      ))}
      {drawn.map((point) =>
        point.y === null ? null : (
          <>
            <circle class={point.sure ? 'dot' : 'dot-o'} cx={point.x} cy={point.y} r={5} />
            <text class="bld halo" x={point.x} y={point.y - 10} text-anchor="middle">
              {figure(point.index, language)}
            </text>
          </>
        ),
      )}
      {drawn.map((point) => (
        <text class="mut" x={point.x} y={HEIGHT - BOTTOM + 18} text-anchor="middle" font-size="11">
          {short(say(point.name, language)).map((line, i) => (
            <tspan x={point.x} dy={i === 0 ? 0 : 13}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  )
}

type Drawn = TrendPoint & { readonly x: number; readonly y: number | null }

/** One path for each run of neighbouring periods that have a value and the same edition. */
function segments(points: readonly Drawn[]): string[] {
  const paths: string[] = []
  let run: string[] = []
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (point.y === null || before?.y == null || before.edition !== point.edition) {
      if (run.length > 1) paths.push(`M${run.join('L')}`)
      run = []
    }
    if (point.y !== null) run.push(`${point.x} ${point.y}`)
  })
  if (run.length > 1) paths.push(`M${run.join('L')}`)
  return paths
}

// "Triwulan II 2026" as two lines: "Tw II", "2026".
function short(name: string): string[] {
  const words = name
    .replace(/^Triwulan /, 'Tw ')
    .replace(/^Quarter /, 'Q ')
    .replace(/^Semester /, 'Sem ')
    .split(' ')
  const year = words.pop() ?? ''
  return [words.join(' ').replace(/^(Tahun|Year)$/, ''), year].filter((line) => line !== '')
}

function finding(
  points: readonly TrendPoint[],
  word: (text: Text) => string,
  shown: (text: string | null) => string,
): string {
  const valued = points.filter((point) => point.index !== null)
  const [first, last] = [valued[0], valued.at(-1)]
  if (!first || !last) return word(w.none)
  if (first === last) return fill(word(w.one), { last: word(last.name), value: shown(last.index) })
  return fill(word(w.many), {
    first: word(first.name),
    firstValue: shown(first.index),
    last: word(last.name),
    value: shown(last.index),
  })
}
