// Turns WHO's published L, M, S tables (a folder of CSV files) into who.json, the form this program carries, and
// checks.json, the fingerprints of the published rows. Must stay true: decoding gives back every published digit.
// Usage: node src/modules/growth/tables/generate.mjs FOLDER
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// key: the step of the key column in its own unit (days, tenths of a centimetre, months)
const TABLES = {
  lengthForAge: { file: 'length-height-for-age.csv', scale: 1 },
  weightForAge: { file: 'weight-for-age.csv', scale: 1 },
  bmiForAge: { file: 'bmi-for-age.csv', scale: 1 },
  headForAge: { file: 'head-circumference-for-age.csv', scale: 1 },
  armForAge: { file: 'arm-circumference-for-age.csv', scale: 1 },
  tricepsForAge: { file: 'triceps-skinfold-for-age.csv', scale: 1 },
  subscapularForAge: { file: 'subscapular-skinfold-for-age.csv', scale: 1 },
  weightForLength: { file: 'weight-for-length.csv', scale: 10 },
  weightForHeight: { file: 'weight-for-height.csv', scale: 10 },
  schoolHeightForAge: { file: 'height-for-age-5-19-years.csv', scale: 1 },
  schoolBmiForAge: { file: 'bmi-for-age-5-19-years.csv', scale: 1 },
  schoolWeightForAge: { file: 'weight-for-age-5-10-years.csv', scale: 1 },
}
const SCALES = [10_000, 10_000, 100_000] // L, M, S: the published digits as whole numbers

// 92 printable characters that need no escape in JSON; the first 46 end a number, the others continue it.
const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => c !== '"' && c !== '\\')
  .join('')
const BASE = ALPHABET.length / 2

function encode(values) {
  let text = ''
  let last = 0
  let lastStep = 0
  for (const value of values) {
    const step = value - last
    const change = step - lastStep
    let rest = change < 0 ? -2 * change - 1 : 2 * change
    while (rest >= BASE) {
      text += ALPHABET[BASE + (rest % BASE)]
      rest = Math.floor(rest / BASE)
    }
    text += ALPHABET[rest]
    last = value
    lastStep = step
  }
  return text
}

/** A published decimal as a whole number of 1/scale; refuses digits the scale cannot hold. */
function whole(text, scale) {
  const value = Math.round(Number(text) * scale)
  if (!Number.isSafeInteger(value) || value / scale !== Number(text))
    throw new Error(`cannot hold ${text} in 1/${scale}`)
  return value
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node generate.mjs FOLDER (of the published CSV files)')
  process.exit(2)
}
const tables = {}
const checks = {}
for (const [name, { file, scale }] of Object.entries(TABLES)) {
  const rows = readFileSync(join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
  const bySex = ['1', '2'].map((sex) => rows.filter((row) => row[0] === sex))
  const first = whole(bySex[0][0][1], scale)
  const canonical = []
  const sexes = bySex.map((mine) => {
    const columns = SCALES.map((s, c) => mine.map((row) => whole(row[2 + c], s)))
    mine.forEach((row, i) => {
      if (whole(row[1], scale) !== first + i) throw new Error(`${file}: a key is missing before ${row[1]}`)
      canonical.push([row[0], first + i, ...columns.map((column) => column[i])].join(','))
    })
    return columns.map(encode)
  })
  if (bySex[0].length !== bySex[1].length) throw new Error(`${file}: boys and girls differ in length`)
  tables[name] = { first, rows: bySex[0].length, boys: sexes[0], girls: sexes[1] }
  checks[name] = createHash('sha256').update(canonical.join('\n')).digest('hex')
}
const here = dirname(fileURLToPath(import.meta.url))
writeFileSync(join(here, 'who.json'), `${JSON.stringify(tables)}\n`)
writeFileSync(join(here, 'checks.json'), `${JSON.stringify(checks, null, 2)}\n`)
console.error(`${Object.keys(tables).length} tables written`)
