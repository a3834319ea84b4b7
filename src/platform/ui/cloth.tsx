// Sasirangan, the stitch-resist cloth of the Banjar: the strip that opens a page, the cover of a region's home, the sign of an empty
// list and the mark. Must stay true: never a background for text, at most one strip and one cover on a page, hidden from screen readers.

/** The strip at the top of every page. */
export function ClothStrip() {
  return <div class="cloth" aria-hidden="true" />
}

/** The mark of Puja Indah: one diamond of stitches in the region's colour. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="8" fill="currentColor" />
      <path class="st" d="M20 6 34 20 20 34 6 20z" fill="none" stroke-width="4.6" stroke-dasharray="1.8 2.15" />
      <path class="dt" d="m20 14.5 5.5 5.5-5.5 5.5-5.5-5.5z" />
    </svg>
  )
}

/** Two hills of stitches and three diamonds: nothing to show here. */
export function ClothSign() {
  return (
    <svg viewBox="0 0 144 48" aria-hidden="true">
      <path class="st" d="M8 40 40 8l32 32L104 8l32 32" fill="none" stroke-width="9" stroke-dasharray="2.5 5.04" />
      <path class="dt" d="m72 2 6 8-6 8-6-8zM40 30l6 8-6 8-6-8zM104 30l6 8-6 8-6-8z" />
    </svg>
  )
}

const ROW = 64
const ROWS = Array.from({ length: 10 }, (_, i) => i * ROW)

/** A column of zigzag, 44 wide, starting at `y`. */
const zigzag = (right: number, y: number): string =>
  `M${right} ${y}${ROWS.concat(640)
    .map(() => 'l-44 32 44 32')
    .join('')}`
const diamonds = (x: number): string => ROWS.map((y) => `M${x} ${y + 2}l32 30-32 30-32-30z`).join('')
const kernels = (x: number): string => ROWS.map((y) => `M${x} ${y + 20}l7 12-7 12-7-12z`).join('')
const wave = (x: number): string =>
  `M${x} -8${ROWS.concat(640)
    .map(() => 'q18 20 0 40q-18 20 0 40')
    .join('')}`

/** The cover cloth of a region's home: five stripes, drawn for any height; shown from 60 rem. */
export function ClothCover() {
  return (
    <svg class="kain" viewBox="0 0 416 640" preserveAspectRatio="xMaxYMin slice" aria-hidden="true">
      <path class="d" d="M344 0h72v640h-72zM200 0h72v640h-72zM64 0h72v640H64z" />
      <path class="k" stroke-width="8" stroke-dasharray="1.7 3" d={zigzag(54, -40) + zigzag(190, -40)} />
      <path class="w" stroke-width="4" stroke-dasharray="1.4 2.8" d={zigzag(54, -18) + zigzag(190, -18)} />
      <path class="w" stroke-width="5.5" stroke-dasharray="1.6 2.6" d={diamonds(100) + diamonds(380)} />
      <path class="f" d={kernels(100) + kernels(380)} />
      {ROWS.map((y) => (
        <>
          <circle class="k" cx="236" cy={y + 32} r="15" stroke-width="8" stroke-dasharray="1.7 3.012" />
          <circle class="f" cx="236" cy={y + 32} r="4" />
        </>
      ))}
      <path class="w" stroke-width="4" stroke-dasharray="1.4 2.6" d={ROWS.map((y) => `M204 ${y + ROW}h64`).join('')} />
      <path class="w" stroke-width="5.5" stroke-dasharray="1.5 3" d={wave(299) + wave(317)} />
      <path class="w" stroke-width="2" stroke-dasharray="7 4" d="M64 0v640M136 0v640M200 0v640M272 0v640M344 0v640" />
    </svg>
  )
}
