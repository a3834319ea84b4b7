// The drawings of all icons: one path each on a grid of 24, drawn with a round stroke of 2. An icon never stands without a word.
// A page carries only the symbols it uses; `iconSymbols` finds them in the finished HTML.

/** A circle as part of a path. */
const o = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`
/** A rectangle with round corners as part of a path. */
const box = (x: number, y: number, w: number, h: number, r = 2): string =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1-${r} ${r}h-${w - 2 * r}a${r} ${r} 0 0 1-${r}-${r}v-${h - 2 * r}a${r} ${r} 0 0 1 ${r}-${r}z`
/** A circle of nine stitches: something that is still awaited. */
const stitched = (x: number, y: number, r: number): string =>
  Array.from({ length: 9 }, (_, i) => {
    const at = (turn: number): string =>
      [x + r * Math.cos(turn), y + r * Math.sin(turn)].map((n) => Math.round(n * 10) / 10).join(' ')
    const start = (i / 9) * 2 * Math.PI
    return `M${at(start)}A${r} ${r} 0 0 1 ${at(start + 0.36)}`
  }).join('')

export const icons = {
  // marks of state
  check: 'm4 12.5 5 5 11-11',
  x: 'm6 6 12 12M18 6 6 18',
  warn: 'M12 3.5 22 20.5H2zM12 10v4.5M12 17.3v.2',
  ban: `${o(12, 12, 9)}M5.7 5.7l12.6 12.6`,
  shield: 'm12 3 8 3v6c0 5-3.5 8-8 9.5-4.5-1.5-8-4.5-8-9.5V6zM8.5 12l2.5 2.5 4.5-5',
  info: `${o(12, 12, 9)}M12 11v5.5M12 7.5v.2`,
  question: `${o(12, 12, 9)}M9.3 9.5c0-3.4 5.4-3.2 5.4.1 0 2-2.7 2.1-2.7 4.2M12 16.8v.2`,
  wait: stitched(12, 12, 9),
  clock: `${o(12, 12, 9)}M12 7v5l3.5 2`,
  calendar: `${box(3.5, 5, 17, 15.5)}M3.5 10h17M8 2.5V7M16 2.5V7`,
  eye: `M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12z${o(12, 12, 3)}`,
  lock: `${box(4.5, 10.5, 15, 10)}M8 10.5V7.5a4 4 0 0 1 8 0v3`,
  key: `${o(8, 15.5, 4.5)}M11.5 12.5 20 4M16 8l3 3`,
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  flag: 'M5 21.5v-18M5 4.5h13l-2.5 4 2.5 4H5',
  star: 'm12 3.5 2.6 5.6 6.1.7-4.5 4.2 1.2 6L12 17l-5.4 3 1.2-6-4.5-4.2 6.1-.7z',
  // directions and actions
  right: 'm9 5 7 7-7 7',
  left: 'm15 5-7 7 7 7',
  down: 'm5 9 7 7 7-7',
  up: 'm5 15 7-7 7 7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: `${o(10.5, 10.5, 6.5)}M15.5 15.5l5.5 5.5`,
  pen: 'm4 20 1-4.5L16 4.5l3.5 3.5L8.5 19z',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  download: 'M12 3.5v12M7 11l5 5 5-5M4 20.5h16',
  send: 'm3 11.5 18-8-6 17.5-3.5-7zM11.5 14l4-4.5',
  upload: 'M12 16V4M7 8.5l5-5 5 5M4 20.5h16',
  open: 'M13.5 4H20v6.5M20 4l-9 9M17 13.5V20H4V7h6.5',
  refresh: 'M20 12a8 8 0 1 1-2.5-5.8M20 3.5v5h-5',
  undo: 'M4 9h10a5.5 5.5 0 0 1 0 11H8M8 4.5 3.5 9 8 13.5',
  swap: 'M4 8.5h15M15 4.5l4 4-4 4M20 16.5H5M9 12.5l-4 4 4 4',
  move: 'M2.5 12h12M10.5 7.5 15 12l-4.5 4.5M19.5 4v16',
  trash: 'M4 6.5h16M9 6.5v-3h6v3M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6',
  filter: 'M3.5 5h17L14 13v6.5l-4-2V13z',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  list: 'M8.5 6h12M8.5 12h12M8.5 18h12M4 6v.1M4 12v.1M4 18v.1',
  camera: `M3 7.5h4.5L9 5h6l1.5 2.5H21V19H3z${o(12, 13, 3.5)}`,
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18l1.2-1',
  globe: `${o(12, 12, 9)}M3 12h18M12 3c5 5 5 13 0 18-5-5-5-13 0-18`,
  sun: `${o(12, 12, 4)}M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4`,
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  // people, places, papers
  person: `${o(12, 8, 4)}M4.5 20.5c0-4.5 3.2-6.5 7.5-6.5s7.5 2 7.5 6.5`,
  people: `${o(9, 8, 3.5)}M2.5 20c0-4 2.8-6 6.5-6s6.5 2 6.5 6M15.5 4.7a3.5 3.5 0 0 1 0 6.6M18 14.5c2.3.7 3.5 2.6 3.5 5.5`,
  baby: `${o(12, 13, 8)}M9.2 12v.2M14.8 12v.2M9.5 16c1.5 1.2 3.5 1.2 5 0M12 8.5c-.5-3 2.5-4 3.5-2.5`,
  rings: `${o(8.5, 14.5, 5.5)}${o(15.5, 14.5, 5.5)}M8.5 3.5l1.7 2-1.7 2-1.7-2z`,
  leaf: 'M12 21V10M12 10C7.5 10 5 7 5 3c4.5 0 7 3 7 7zM12 15c4 0 6.5-2.5 6.5-6-4 0-6.5 2.5-6.5 6z',
  house: 'M3 11.5 12 4l9 7.5M5.5 9.7V20h13V9.7M10 20v-6h4v6',
  office: 'M3 20.5h18M5 20.5v-11h14v11M3.5 9.5 12 4l8.5 5.5M9 20.5V14M12 20.5V14M15 20.5V14',
  pin: `M12 21.5S5 15 5 9.7a7 7 0 0 1 14 0c0 5.3-7 11.8-7 11.8z${o(12, 9.7, 2.5)}`,
  map: 'm9 4-6 2.5v14L9 18l6 2.5 6-2.5V4l-6 2.5zM9 4v14M15 6.5v14',
  doc: 'M6 3h8l5 5v13H6zM14 3v5h5M9.5 13h6M9.5 17h6',
  card: `${box(2.5, 5, 19, 14)}${o(8, 11, 2)}M5 16c.4-2 5.6-2 6 0M14.5 10h4M14.5 14h4`,
  lost: `${box(3, 5.5, 18, 13)}M6.5 10h5M6.5 14h3M14.5 10.2l4 4M18.5 10.2l-4 4`,
  family: `${o(7.5, 7, 3)}${o(16.5, 7, 3)}${o(12, 14.5, 2)}M2.5 20.5c0-5 1.5-7.5 5-7.5M21.5 20.5c0-5-1.5-7.5-5-7.5M8.5 21c0-2.4 1.3-3.5 3.5-3.5s3.5 1.1 3.5 3.5`,
  qr: `${box(3.5, 3.5, 6.5, 6.5, 1)}${box(14, 3.5, 6.5, 6.5, 1)}${box(3.5, 14, 6.5, 6.5, 1)}M14 14h2.5v2.5M20.5 14v3M14 20.5h2.5M20.5 20.5h-1`,
  book: 'M12 6.5C10 4.8 7 4.5 3 4.5v14c4 0 7 .3 9 2 2-1.7 5-2 9-2v-14c-4 0-7 .3-9 2zM12 6.5v14',
  money: `${box(2.5, 6, 19, 12)}${o(12, 12, 2.5)}M6 9.5v.1M18 14.5v.1`,
  signature: 'M3 20.5h18M4 15.5c3-1 5-7.5 7-9.5s3.5.5 1.5 4-3.5 5-2 5.5 3-2.5 4.5-2 .5 2 2 2 2-1 3-1',
  // devices and messages
  phone: `${box(6.5, 2.5, 11, 19)}M11 18.5h2`,
  call: 'M5 3.5h4l1.8 5-2.5 1.8a11 11 0 0 0 5.4 5.4l1.8-2.5 5 1.8v4c-9 1.5-17-6.5-15.5-15.5z',
  mail: `${box(3, 5, 18, 14)}M3.5 7.5l8.5 6 8.5-6`,
  chat: 'M4 4.5h16v12H10.5L6 20.5v-4H4z',
  voice: 'M3.5 9.5v5h3.5l7.5 5v-15L7 9.5zM18 9a4.2 4.2 0 0 1 0 6',
  saved: `${box(3.5, 2.5, 10, 19)}M7.5 18.5h2M14 12l2.5 2.5L21.5 9`,
  sent: 'm2 12.5 4.5 4.5L16 7.5M11.5 16l1 1L22 7.5',
  on: 'M5 20v-3M10 20v-7M15 20V8.5M20 20V4',
  off: 'M5 20v-3M10 20v-7M15 20v-4.5M20 20V4M15 8v3M3 3l18 18',
  laptop: `${box(4, 5, 16, 11)}M2 19.5h20`,
  battery: `${box(2.5, 7.5, 16, 9)}M21.5 10.5v3M6 11v2M9.5 11v2`,
  // health, growth, figures
  pulse: 'M2.5 12.5h4.5L9.5 6l4.5 12 2.5-5.5h5',
  grow: 'M4 3.5V20h16.5M7.5 16l4-5 3.5 2 5-7',
  bars: 'M4 20.5h16.5M6.5 20.5v-6M11 20.5v-11M15.5 20.5v-8M20 20.5V5',
  heart: 'M12 20.5C5 15.5 3 12 3 8.8A4.5 4.5 0 0 1 12 7.5a4.5 4.5 0 0 1 9 1.3c0 3.2-2 6.7-9 11.7z',
  syringe: 'm17 3 4 4M19 5l-3 3M13 5l6 6M14.5 6.5l-8 8-1 4 4-1 8-8M5.5 18.5l-3 3M9 12l3 3',
  drop: 'M12 3s6.5 7 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 10 12 3 12 3z',
  pill: 'm5 11 6-6a5.6 5.6 0 0 1 8 8l-6 6a5.6 5.6 0 0 1-8-8zM8 8l8 8',
  weigh: `${box(3.5, 9.5, 17, 11)}M9 9.5a3.5 3.5 0 0 1 6 0M12 13.5v3`,
  bowl: 'M3 11h18c0 5-3.5 9-9 9s-9-4-9-9zM8 7.5c0-2 1.5-2 1.5-4M13 7.5c0-2 1.5-2 1.5-4',
  idea: 'M9 17.5h6M10 21h4M12 3a6.5 6.5 0 0 0-4 11.5c.8.7 1 1.5 1 3h6c0-1.5.2-2.3 1-3A6.5 6.5 0 0 0 12 3z',
  copy: `${box(8, 8, 12.5, 12.5)}M16 8V3.5H3.5V16H8`,
  van: `M2.5 6h11.5v11H2.5zM14 10h4l3.5 3.5V17H14${o(7, 17.5, 2)}${o(17.5, 17.5, 2)}`,
  boat: 'M3 14.5h18l-2.5 5h-13zM11 14.5V4l6.5 7.5H11',
} as const satisfies Record<string, string>

export type IconName = keyof typeof icons

/** The symbols that the HTML uses, each once; the text goes straight after `<body>`. */
export function iconSymbols(html: string): string {
  const used = new Set([...html.matchAll(/href="#i-([a-z]+)"/g)].map((match) => match[1] as string))
  const known = Object.entries(icons).filter(([name]) => used.has(name))
  if (known.length === 0) return ''
  return `<svg hidden>${known.map(([name, path]) => `<symbol id="i-${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`).join('')}</svg>`
}
