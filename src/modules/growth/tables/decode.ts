// Unpacks the WHO tables of who.json into typed arrays, once, when first asked for.
// Must stay true: every decoded L, M, S is the same double as the published decimal read by a parser
// (a whole number divided by a power of ten is correctly rounded).
import packed from './who.json'

export type TableName = keyof typeof packed

/**
 * Published L, M, S of one standard. Index of a row: `(sex - 1) * rows + key - first`; the key is whole days, tenths of
 * a centimetre (the two weight-for-length/height tables) or whole months (school age).
 */
export type LmsTable = {
  readonly first: number
  readonly rows: number
  /** L, M, S of row i at 3 i, 3 i + 1, 3 i + 2: together, because they are read together. */
  readonly lms: Float64Array
}

const LETTERS = new Uint8Array(128).fill(255)
for (let code = 33, n = 0; code < 127; code++) if (code !== 34 && code !== 92) LETTERS[code] = n++
const BASE = 46

/** Reads second differences written by generate.mjs (zigzag, base 46, little end first) into `out` from `at`. */
function decodeInto(text: string, scale: number, out: Float64Array, at: number): void {
  let value = 0
  let step = 0
  let rest = 0
  let weight = 1
  let row = at
  for (let i = 0; i < text.length; i++) {
    const letter = LETTERS[text.charCodeAt(i)]!
    if (letter >= BASE) {
      rest += (letter - BASE) * weight
      weight *= BASE
      continue
    }
    rest += letter * weight
    step += rest % 2 === 1 ? -(rest + 1) / 2 : rest / 2
    value += step
    out[row] = value / scale
    row += 3
    rest = 0
    weight = 1
  }
}

const SCALES = [1e4, 1e4, 1e5]
const decoded = new Map<TableName, LmsTable>()

/** The table of this name; unpacked on the first call (well under a millisecond each), shared afterwards. */
export function getTable(name: TableName): LmsTable {
  const known = decoded.get(name)
  if (known !== undefined) return known
  const { first, rows, boys, girls } = packed[name]
  const lms = new Float64Array(6 * rows)
  SCALES.forEach((scale, c) => {
    decodeInto(boys[c]!, scale, lms, c)
    decodeInto(girls[c]!, scale, lms, 3 * rows + c)
  })
  const table = { first, rows, lms }
  decoded.set(name, table)
  return table
}
