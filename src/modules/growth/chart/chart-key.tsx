// The key of a growth chart as a drawing, for paper: what each line, point and mark means, in two rows. Must stay true: the same signs as
// beside the chart of a page (growth-figure.tsx).
import { say, type Text } from '../../../kernel/text.ts'
import { useLanguage } from '../../../platform/ui/language.ts'
import { KEY_WORDS as w } from './growth-figure.tsx'

const COLUMN = 180
const ROW = 20

export function ChartKey({ redLine }: { /** "garis merah (BGM), −3 SD" */ redLine?: string }) {
  const language = useLanguage()
  const entries: readonly {
    readonly kind: string
    readonly mark?: 'pt' | 'hollow' | 'flag'
    readonly words: string
  }[] = [
    { kind: 'k0', words: say(w.middle, language) },
    { kind: 'k1', words: say(w.one, language) },
    { kind: 'k2', words: say(w.two, language) },
    { kind: 'k3', words: say(w.three, language) },
    { kind: 'pt', mark: 'pt', words: say(w.child, language) },
    { kind: 'hollow', mark: 'hollow', words: say(w.again, language) },
    { kind: 'flag', mark: 'flag', words: say(w.event, language) },
    ...(redLine === undefined ? [] : [{ kind: 'bgm', words: redLine }]),
  ]
  const rows = Math.ceil(entries.length / 4)
  const title: Text = { id: 'Arti garis dan tanda', en: 'What lines and marks mean' }
  return (
    <svg class="chart" viewBox={`0 0 720 ${rows * ROW}`} role="img" aria-label={say(title, language)} font-size="12">
      {entries.map(({ kind, mark, words }, at) => {
        const [x, y] = [(at % 4) * COLUMN, Math.floor(at / 4) * ROW + 10]
        return (
          <g>
            {mark === undefined ? (
              <path class={kind} d={`M${x} ${y}h26`} {...(kind === 'k2' ? { 'stroke-dasharray': '9 3' } : {})} />
            ) : mark === 'flag' ? (
              <path class="flag" d={`M${x + 13} ${y - 6}l6 6-6 6-6-6z`} />
            ) : (
              <circle class={mark} cx={x + 13} cy={y} r={4.5} />
            )}
            <text x={x + 34} y={y + 4}>
              {words}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
