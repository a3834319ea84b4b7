// The chart as it stands on a page: advice in words first, then the drawing for this screen, key and source.
// Must stay true: it needs no script; the phone, the desk and the printer each show one drawing.
import { formatFigure } from '../../../kernel/decimal.ts'
import { fill, type Language, say, type Text } from '../../../kernel/text.ts'
import { type Content, useLanguage } from '../../../platform/ui/language.ts'
import { STANDARD_EDITION } from '../indicators.ts'
import type { RedLine } from './geometry.ts'
import { GrowthChart, type GrowthChartProps } from './growth-chart.tsx'

export type GrowthFigureProps = Omit<GrowthChartProps, 'size'> & {
  /** The one line of `plainAdvice`; left out where the page says more before the figure. */
  advice?: Text
  /** How the child is called in the key; "anak ini" without it. */
  childName?: string
  /** The key and the source below the drawing; once is enough where several stand together. */
  withKey?: boolean
  /** Below the source: the table of the same numbers, a link to print. */
  children?: Content
}

export const KEY_WORDS = {
  middle: { id: 'garis tengah', en: 'median' },
  two: { id: '−2 dan +2', en: '−2 and +2' },
  one: { id: '+1', en: '+1' },
  ones: { id: '−1 dan +1', en: '−1 and +1' },
  red: { id: 'garis merah (BGM), {at} SD', en: 'red line (BGM), {at} SD' },
  three: { id: '−3 dan +3', en: '−3 and +3' },
  child: { id: 'anak ini', en: 'this child' },
  again: { id: 'perlu diukur ulang', en: 'to be measured again' },
  event: { id: 'kejadian', en: 'event' },
  source: {
    id: 'Standar pertumbuhan {standard}, Permenkes 2/2020.',
    en: 'Growth standard {standard}, Regulation 2/2020 of the Minister of Health.',
  },
} as const satisfies Readonly<Record<string, Text>>
const WORDS = KEY_WORDS

/** "garis merah (BGM), −3 SD": where the red line stands now. */
export function redLineWords(line: RedLine | undefined, language: Language): string | undefined {
  const now = line?.at(-1)
  if (now === undefined) return undefined
  const at = formatFigure(now.below, 2, language)
    .replace(/[.,]?0+$/, '')
    .replace('-', '−')
  return fill(say(WORDS.red, language), { at })
}

export function GrowthFigure({ advice, childName, withKey = true, children, ...chart }: GrowthFigureProps) {
  const language = useLanguage()
  const word = (text: Text) => say(text, language)
  const sign = (drawing: Content) => (
    <svg viewBox="0 0 24 12" class="chart" aria-hidden="true">
      {drawing}
    </svg>
  )
  const red = redLineWords(chart.redLine, language)
  const stroke = (kind: string) => sign(<path class={kind} d="M0 6h24" />)
  return (
    <figure class="stack stack-s">
      {advice === undefined ? null : (
        <p>
          <b>{word(advice)}</b>
        </p>
      )}
      <div class="phone-only no-print">
        <GrowthChart {...chart} id={`${chart.id}-p`} size="phone" />
      </div>
      <div class="wide-only no-print">
        <GrowthChart {...chart} id={`${chart.id}-w`} size="wide" />
      </div>
      <div class="print-only">
        <GrowthChart {...chart} id={`${chart.id}-a4`} size="print" />
      </div>
      {withKey ? (
        <figcaption class="stack stack-s">
          <ul class="key">
            <li>
              {stroke('k0')}
              {word(WORDS.middle)}
            </li>
            <li>
              {stroke('k1')}
              {word(chart.minusOne ? WORDS.ones : WORDS.one)}
            </li>
            <li>
              {stroke('k2')}
              {word(WORDS.two)}
            </li>
            <li>
              {stroke('k3')}
              {word(WORDS.three)}
            </li>
            {red === undefined || chart.indicator !== 'weightForAge' ? null : (
              <li>
                {stroke('bgm')}
                {red}
              </li>
            )}
            <li>
              {sign(<circle class="pt" cx="12" cy="6" r="4.5" />)}
              {childName ?? word(WORDS.child)}
            </li>
            <li>
              {sign(<circle class="hollow" cx="12" cy="6" r="4" />)}
              {word(WORDS.again)}
            </li>
            {(chart.events ?? []).length > 0 ? (
              <li>
                {sign(<path class="flag" d="M12 0l6 6-6 6-6-6z" />)}
                {word(WORDS.event)}
              </li>
            ) : null}
          </ul>
          <p class="xs quiet">{word(WORDS.source).replace('{standard}', STANDARD_EDITION)}</p>
          {children}
        </figcaption>
      ) : null}
    </figure>
  )
}
