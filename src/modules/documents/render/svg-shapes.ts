// The shapes of a drawing that our own pages make, read from its SVG, so that paper shows the very same picture. Pure. Must stay true:
// only the tags those drawings use; any other is a fault of the program and said, never left out.
export type Shape = { readonly classes: readonly string[] } & (
  | { readonly tag: 'path'; readonly d: string; readonly dash?: readonly number[] }
  | { readonly tag: 'circle'; readonly x: number; readonly y: number; readonly r: number }
  | {
      readonly tag: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
    }
)
export type Drawing = {
  readonly width: number
  readonly height: number
  readonly textSize: number
  readonly shapes: readonly Shape[]
}

type Attributes = Readonly<Record<string, string>>
const TOKEN = /<(\/?)([a-z]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gi
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replace(/&(#\d+|[a-z]+);/g, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (SIGNS[name] ?? whole),
  )

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([a-z-]+)="([^"]*)"/gi)].map(([, name, value]) => [name!, plain(value!)]),
  )
}

/** Reads one `<svg>`. Attributes of a group hold for what stands in it, as in SVG. */
export function readDrawing(svg: string): Drawing {
  const shapes: Shape[] = []
  const open: { readonly tag: string; readonly attributes: Attributes }[] = []
  let box: Attributes = {}
  for (const [, closing, tag, attributes = '', alone, words] of svg.matchAll(TOKEN)) {
    const now = open.at(-1)
    if (words !== undefined) {
      if (now?.tag === 'text') shapes.push(textOf(now.attributes, plain(words)))
      continue
    }
    if (closing === '/') {
      open.pop()
      continue
    }
    const own = attributesOf(attributes)
    const inherited = now?.tag === 'g' ? now.attributes : {}
    const all: Attributes = { ...inherited, ...own, class: [inherited.class, own.class].filter(Boolean).join(' ') }
    if (tag === 'svg') box = own
    else if (tag === 'path') shapes.push(pathOf(all))
    else if (tag === 'circle')
      shapes.push({ tag, classes: classesOf(all), x: Number(all.cx), y: Number(all.cy), r: Number(all.r) })
    else if (tag !== 'g' && tag !== 'text' && tag !== 'title' && tag !== 'desc')
      throw new Error(`a drawing for paper has <${tag}>`)
    if (alone !== '/') open.push({ tag: tag!, attributes: all })
  }
  const [, , width, height] = (box.viewBox ?? '').split(' ').map(Number)
  if (!width || !height) throw new Error('a drawing for paper has no viewBox')
  return { width, height, textSize: Number(box['font-size'] ?? 12), shapes }
}

const classesOf = (all: Attributes): readonly string[] => (all.class ?? '').split(' ').filter(Boolean)

function pathOf(all: Attributes): Shape {
  const dash = all['stroke-dasharray']
  return {
    tag: 'path',
    classes: classesOf(all),
    d: all.d ?? '',
    ...(dash === undefined ? {} : { dash: dash.split(/[ ,]+/).map(Number) }),
  }
}

function textOf(all: Attributes, text: string): Shape {
  const anchor = all['text-anchor']
  return {
    tag: 'text',
    classes: classesOf(all),
    x: Number(all.x),
    y: Number(all.y),
    text,
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
  }
}
