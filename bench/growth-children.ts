// A made-up population for the growth benchmarks: the same children for the same seed, on every machine.
// Must stay true: nobody in it is real; measures scatter around the standard as in a survey (mean -0.9 SD, 1.1 SD wide),
// with missing cells, both positions, some oedema and some wild values, so that every branch is paid for.
import { createColumns, type GrowthColumns, POSITION } from '../src/modules/growth/engine.ts'
import { measureAt } from '../src/modules/growth/lms.ts'
import { getTable, type TableName } from '../src/modules/growth/tables/decode.ts'

/** Mulberry32: small, fast, the same everywhere. Numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** So many children as engine columns; measures carry the decimals a scale or a board gives. */
export function makeChildren(count: number, seed = 20260414): GrowthColumns {
  const random = createRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const columns = createColumns(count)
  const drawn = (name: TableName, sex: number, key: number, decimals: number) => {
    if (random() < 0.03) return Number.NaN
    const table = getTable(name)
    const row =
      3 * (Math.min(Math.max(key, table.first), table.first + table.rows - 1) - table.first + (sex - 1) * table.rows)
    const wild = random() < 0.002 ? 6 : 1
    const z = Math.max(-4.5, Math.min(4.5, -0.9 + 1.1 * wild * normal()))
    const y = measureAt(table.lms[row]!, table.lms[row + 1]!, table.lms[row + 2]!, z)
    return Math.round(y * 10 ** decimals) / 10 ** decimals
  }
  for (let i = 0; i < count; i++) {
    const sex = random() < 0.51 ? 1 : 2
    const day = Math.floor(random() * 1850)
    columns.sex[i] = random() < 0.005 ? 0 : sex
    columns.ageDays[i] = random() < 0.01 ? Number.NaN : day
    const cm = drawn('lengthForAge', sex, day, 1)
    columns.lengthHeightCm[i] = cm
    columns.position[i] =
      random() < 0.05 ? POSITION.unknown : random() < 0.9 === day < 731 ? POSITION.lying : POSITION.standing
    columns.weightKg[i] = Number.isNaN(cm)
      ? drawn('weightForAge', sex, day, 2)
      : drawn(day < 731 ? 'weightForLength' : 'weightForHeight', sex, Math.round(cm * 10), 2)
    columns.headCm[i] = drawn('headForAge', sex, day, 1)
    columns.armCm[i] = drawn('armForAge', sex, day, 1)
    columns.tricepsMm[i] = drawn('tricepsForAge', sex, day, 1)
    columns.subscapularMm[i] = drawn('subscapularForAge', sex, day, 1)
    columns.oedema[i] = random() < 0.01 ? 1 : 0
  }
  return columns
}

/** The children as CSV text in the eleven columns of a growth file, in pieces of so many rows, header first. */
export function* writeChildren(children: GrowthColumns, rowsPerPiece = 10_000): Generator<string> {
  yield 'id,sex,age_days,weight_kg,lenhei_cm,measure,headc_cm,muac_cm,triskin_mm,subskin_mm,oedema\n'
  const text = (value: number) => (Number.isNaN(value) ? '' : String(value))
  const positions = ['', 'l', 'h']
  let piece = ''
  for (let i = 0; i < children.sex.length; i++) {
    const cells = [
      i + 1,
      children.sex[i] === 0 ? '' : children.sex[i],
      text(children.ageDays[i]!),
      text(children.weightKg[i]!),
      text(children.lengthHeightCm[i]!),
      positions[children.position[i]!],
      text(children.headCm[i]!),
      text(children.armCm[i]!),
      text(children.tricepsMm[i]!),
      text(children.subscapularMm[i]!),
      children.oedema[i] === 1 ? 'y' : 'n',
    ]
    piece += `${cells.join(',')}\n`
    if ((i + 1) % rowsPerPiece === 0) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
