// A map of tiles: one a district or village, roughly in its place, four steps of severity with the value printed in. Hatched where coverage
// is thin; under five people nothing is shown. The key names the steps, the table holds the same numbers.
import { scaleThreshold } from 'd3-scale'
import { fill, say, type Text } from '../../../kernel/text.ts'
import { decimal, percent } from '../format.ts'
import { useLanguage, usePlain } from '../language.ts'
import { words } from '../words.ts'
import { ChartNumbers } from './chart-numbers.tsx'

export type Tile = {
  readonly name: string
  /** Place in the grid, from 0. */
  readonly column: number
  readonly row: number
  /** Percent; undefined: no data. */
  readonly value?: number
  /** How many people the value is about; under `fewest` it is not shown. */
  readonly people: number
  /** There is a value, but it would tell about too few: said as such, never as "no data". */
  readonly hidden?: boolean
  /** Coverage below the floor: hatched, and said. */
  readonly thin?: boolean
}

export type TileMapProps = {
  /** Unique on the page; joins the picture to its words. */
  id: string
  /** What is measured, where, when. */
  title: Text | string
  /** What the picture shows, in a sentence. */
  finding: Text | string
  /** Each with its place in the grid. */
  tiles: readonly Tile[]
  /** Three limits between the four steps, in percent. */
  limits: readonly [number, number, number]
  /** What hatching means: "D/S di bawah 85 %". */
  thinName?: Text | string
  /** Values about fewer people stay hidden; 5 by default. */
  fewest?: number
  /** Decimals of every figure. */
  digits?: number
}

const SIZE = 82
const GAP = 4

export function TileMap({ id, title, finding, tiles, limits, thinName, fewest = 5, digits = 1 }: TileMapProps) {
  const language = useLanguage()
  const plain = usePlain()
  const step = scaleThreshold<number, 1 | 2 | 3 | 4>()
    .domain([...limits])
    .range([1, 2, 3, 4])
  const columns = Math.max(...tiles.map((tile) => tile.column)) + 1
  const rows = Math.max(...tiles.map((tile) => tile.row)) + 1
  const hidden = fill(say(words.tooFew, language), { count: fewest })
  const none = say(words.noData, language)
  const shown = (tile: Tile): string =>
    tile.hidden === true || (tile.people > 0 && tile.people < fewest)
      ? hidden
      : tile.people === 0 || tile.value === undefined
        ? none
        : decimal(tile.value, digits, language)
  const figure = (tile: Tile): boolean => tile.hidden !== true && tile.people >= fewest && tile.value !== undefined
  const width = columns * SIZE + (columns - 1) * GAP
  const number = (n: number): string => decimal(n, 0, language)
  const key = [
    `< ${number(limits[0])}`,
    `${number(limits[0])} – ${number(limits[1])}`,
    `${number(limits[1])} – ${number(limits[2])}`,
    `≥ ${percent(limits[2], 0, language)}`,
  ]
  return (
    <div class="stack stack-s">
      <svg
        class="chart tiles"
        viewBox={`0 0 ${width} ${rows * (SIZE + GAP) - GAP}`}
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
      >
        <title id={`${id}-t`}>{plain(title)}</title>
        <desc id={`${id}-d`}>{plain(finding)}</desc>
        {tiles.map((tile) => {
          const [x, y] = [tile.column * (SIZE + GAP), tile.row * (SIZE + GAP)]
          const level = figure(tile) ? step(tile.value ?? 0) : 0
          const ink = level === 0 ? 'mut' : `${level === 4 ? 'on4' : 'on'}${tile.thin ? ' over' : ''}`
          return (
            <g>
              <rect class={`q${level}`} x={x} y={y} width={SIZE} height={SIZE} rx="4" />
              {tile.thin && level > 0 ? <path class="hatch" d={hatch(x, y)} /> : null}
              {inLines(tile.name).map((part, index) => (
                <text class={ink} x={x + 8} y={y + 18 + index * 14}>
                  {part}
                </text>
              ))}
              {figure(tile) ? (
                <text class={`${ink} bld`} font-size="20" x={x + 8} y={y + SIZE - 10}>
                  {shown(tile)}
                </text>
              ) : (
                inLines(shown(tile)).map((part, index, all) => (
                  <text class={ink} x={x + 8} y={y + SIZE - 9 - (all.length - 1 - index) * 14}>
                    {part}
                  </text>
                ))
              )}
            </g>
          )
        })}
      </svg>
      <ul class="key">
        {key.map((name, index) => (
          <li>
            <svg class="chart" viewBox="0 0 24 16" aria-hidden="true">
              <rect class={`q${index + 1}`} width="24" height="16" rx="3" />
            </svg>
            {name}
          </li>
        ))}
        {thinName && tiles.some((tile) => tile.thin) ? (
          <li>
            <svg class="chart" viewBox="0 0 24 16" aria-hidden="true">
              <rect class="q3" width="24" height="16" rx="3" />
              <path class="hatch" d="M0 10 10 0M4 16 20 0M14 16 24 6" />
            </svg>
            {plain(thinName)}
          </li>
        ) : null}
      </ul>
      <ChartNumbers
        caption={title}
        columns={[
          { key: 'name', label: words.area, title: true },
          { key: 'value', label: '%', end: true },
          { key: 'note', label: words.coverage },
        ]}
        rows={tiles.map((tile) => ({
          cells: { name: tile.name, value: shown(tile), note: tile.thin ? words.thinData : '' },
        }))}
      />
    </div>
  )
}

/** Diagonal lines over one tile, ten apart. */
function hatch(x: number, y: number): string {
  const lines: string[] = []
  for (let at = 10; at < 2 * SIZE; at += 10) {
    const [fromX, fromY] = at <= SIZE ? [x, y + at] : [x + at - SIZE, y + SIZE]
    const [toX, toY] = at <= SIZE ? [x + at, y] : [x + SIZE, y + at - SIZE]
    lines.push(`M${fromX} ${fromY}L${toX} ${toY}`)
  }
  return lines.join('')
}

/** Letters that fit a tile, wide ones too: "Banua Lawas" does not. */
const LETTERS = 10

/** Names longer than a tile go on two lines, broken at a space. */
function inLines(name: string): readonly string[] {
  if (name.length <= LETTERS) return [name]
  const space = name.lastIndexOf(' ', LETTERS)
  return space < 0 ? [name] : [name.slice(0, space), name.slice(space + 1)]
}
