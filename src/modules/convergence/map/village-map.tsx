// The picture of the map: each village a link with its name and value, drawn on the server. Must stay true: no value without its
// step in the key; hatching and dashes say in shape what colour says; the table below holds the same.
import { fill, say, type Text } from '../../../kernel/text.ts'
import { useLanguage } from '../../../platform/ui/language.ts'
import type { Layer } from './layers.ts'
import type { MapFrame, MapPlace } from './map-port.ts'

export const MAP_PICTURE_WORDS = {
  thin: { id: 'ditimbang kurang dari 85 %', en: 'weighed less than 85 %' },
  none: { id: 'tidak ada angka', en: 'no figure' },
  skip: { id: 'Lewati peta, ke tabel', en: 'Skip the map, to the table' },
} as const satisfies Record<string, Text>
const w = MAP_PICTURE_WORDS

export function VillageMap({
  frame,
  places,
  layer,
  labels,
  title,
  finding,
  tableId,
}: {
  frame: MapFrame
  places: readonly MapPlace[]
  layer: Layer
  /** What is written on the map: names of districts, or the values of a district's villages. */
  labels: readonly { readonly text: string; readonly x: number; readonly y: number; readonly step?: number }[]
  title: string
  finding: string
  tableId: string
}) {
  const language = useLanguage()
  return (
    <div class="stack stack-s">
      <p class="s no-print">
        <a href={`#${tableId}`}>{say(w.skip, language)}</a>
      </p>
      <svg class="chart area-map" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-labelledby="map-t map-d">
        <title id="map-t">{title}</title>
        <desc id="map-d">{finding}</desc>
        <defs>
          <pattern id="thin" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="hatch" d="M0 0v12" />
          </pattern>
        </defs>
        {places.map((place) =>
          place.shape === undefined ? null : (
            <a href={place.href}>
              <title>{`${place.name}, ${place.district}: ${place.text}`}</title>
              <path class={`q${place.step}`} d={place.shape.path} />
              {place.isThin ? <path class="thin" d={place.shape.path} /> : null}
            </a>
          ),
        )}
        <path class="border" d={frame.borders} />
        {labels.map((label) => (
          <text class={label.step === undefined ? 'place' : `value v${label.step}`} x={label.x} y={label.y}>
            {inLines(label.text).map((part, index, all) => (
              <tspan x={label.x} dy={index === 0 ? -17 * (all.length - 1) : 34}>
                {part}
              </tspan>
            ))}
          </text>
        ))}
      </svg>
      <ul class="key">
        {layer.steps.map((step, index) => (
          <li>
            <Swatch step={index + 1} />
            {say(step, language)}
          </li>
        ))}
        <li>
          <Swatch step={0} />
          {say(w.none, language)}
        </li>
        {places.some((place) => place.isThin) ? (
          <li>
            <svg class="chart" viewBox="0 0 24 16" aria-hidden="true">
              <rect class="q1" width="24" height="16" rx="3" />
              <path class="hatch" d="M0 10 10 0M4 16 20 0M14 16 24 6" />
            </svg>
            {say(w.thin, language)}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

function Swatch({ step }: { step: number }) {
  return (
    <svg class="chart" viewBox="0 0 24 16" aria-hidden="true">
      <rect class={`q${step}`} width="24" height="16" rx="3" />
    </svg>
  )
}

/** Long names stand on two lines, broken at a space. */
function inLines(text: string): readonly string[] {
  const space = text.indexOf(' ')
  return text.length <= 9 || space < 0 ? [text] : [text.slice(0, space), text.slice(space + 1)]
}

/** Names of districts, each in the middle of its villages. */
export function districtLabels(
  places: readonly MapPlace[],
): readonly { readonly text: string; readonly x: number; readonly y: number }[] {
  const names = [...new Set(places.map((place) => place.district))]
  return names.flatMap((text) => {
    const shapes = places.flatMap((place) => (place.district === text && place.shape ? [place.shape] : []))
    if (shapes.length === 0) return []
    const middle = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
    const [x, y] = [middle(shapes.map((one) => one.x)), middle(shapes.map((one) => one.y))]
    const nearest = [...shapes].sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0]!
    return [{ text, x: nearest.x, y: nearest.y }]
  })
}

/** "Tertinggi di Awayan: 25,8 %." in the words of a picture's description. */
export function findingOf(places: readonly MapPlace[], layer: Layer, language: 'id' | 'en'): string {
  const drawn = places.filter((place) => place.step > 0)
  const worst = [...drawn].sort((a, b) => b.weight - a.weight)[0]
  const isCalm = drawn.every((place) => place.step === 1)
  const text: Text =
    worst === undefined
      ? {
          id: 'Belum ada desa dengan angka yang boleh ditampilkan.',
          en: 'No village has a figure that may be shown yet.',
        }
      : isCalm
        ? {
            id: '{n} dari {all} desa punya angka. {layer}: semuanya pada langkah terbaik.',
            en: '{n} of {all} villages have a figure. {layer}: all are in the best step.',
          }
        : {
            id: '{n} dari {all} desa punya angka. {layer}: paling perlu perhatian {name}, {value}.',
            en: '{n} of {all} villages have a figure. {layer}: {name} needs most care, {value}.',
          }
  return fill(say(text, language), {
    n: drawn.length,
    all: places.length,
    layer: say(layer.title, language),
    name: worst?.name ?? '',
    value: worst?.text ?? '',
  })
}
