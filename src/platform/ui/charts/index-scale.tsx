// Where a region stands on an index: bands named below, the verified value solid, the claimed one dashed, a what-if as a diamond; never one
// without the others that exist. Places are percents and letters keep their size, so one drawing serves phone and desk.
import { scaleLinear } from 'd3-scale'
import { say, type Text } from '../../../kernel/text.ts'
import { decimal } from '../format.ts'
import { useLanguage, usePlain } from '../language.ts'
import { words } from '../words.ts'

export type IndexScaleProps = {
  /** Spoken first. */
  title: Text | string
  /** From low to high; `upTo` is the end of each band. The last one ends the scale. */
  bands: readonly { readonly name: Text | string; readonly range: string; readonly upTo: number }[]
  /** What was accepted with evidence. */
  verified: number
  /** What the owners say. */
  claimed?: number
  /** What a plan would give. */
  tryout?: number
  /** Decimals of every figure. */
  digits?: number
}

export function IndexScale({ title, bands, verified, claimed, tryout, digits = 2 }: IndexScaleProps) {
  const language = useLanguage()
  const plain = usePlain()
  const place = scaleLinear()
    .domain([0, bands.at(-1)?.upTo ?? 100])
    .range([0, 100])
    .clamp(true)
  const at = (value: number): string => `${Math.round(place(value) * 100) / 100}%`
  const anchor = (value: number): 'start' | 'middle' | 'end' =>
    place(value) < 15 ? 'start' : place(value) > 85 ? 'end' : 'middle'
  const number = (value: number): string => decimal(value, digits, language)
  const named = (kind: 'verified' | 'claimed' | 'planned', value: number): string =>
    `${say(words[kind], language)} ${number(value)}`
  const values = [
    named('verified', verified),
    ...(claimed === undefined ? [] : [named('claimed', claimed)]),
    ...(tryout === undefined ? [] : [named('planned', tryout)]),
  ]
  const spoken = `${plain(title)}. ${values.join(', ')}. ${bands.map((band) => `${plain(band.name)} ${band.range}`).join('; ')}.`
  return (
    <svg class="chart scale" width="100%" height="132" role="img" aria-label={spoken}>
      {bands.map((band, index) => {
        const from = bands[index - 1]?.upTo ?? 0
        const width = `${Math.round((place(band.upTo) - place(from)) * 100) / 100 - (index < bands.length - 1 ? 0.25 : 0)}%`
        const zone = index === bands.length - 1 ? 'z3' : index === 0 ? 'z1' : 'z2'
        return (
          <>
            <rect class={zone} x={at(from)} y="26" width={width} height="24" />
            <text class="mut" x={at(from)} y="100">
              {plain(band.name)}
            </text>
            <text class="mut" x={at(from)} y="117">
              {band.range}
            </text>
          </>
        )
      })}
      {claimed === undefined ? null : (
        <>
          <line class="claim" x1={at(claimed)} x2={at(claimed)} y1="20" y2="58" />
          <text class="halo" text-anchor={anchor(claimed)} x={at(claimed)} y="73">
            {named('claimed', claimed)}
          </text>
        </>
      )}
      <line class="pin" x1={at(verified)} x2={at(verified)} y1="18" y2="56" />
      <text class="halo bld" text-anchor={anchor(verified)} x={at(verified)} y="13">
        {named('verified', verified)}
      </text>
      {tryout === undefined ? null : (
        <svg x={at(tryout)} y="38" width="1" height="1" overflow="visible" aria-hidden="true">
          <path class="flag" stroke-width="2" d="M0-9 9 0 0 9-9 0z" />
        </svg>
      )}
    </svg>
  )
}
