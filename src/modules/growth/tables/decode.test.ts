// The tables we carry are WHO's, digit for digit: fingerprints of all published rows, and some rows read off the books.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import checks from './checks.json'
import { getTable, type TableName } from './decode.ts'

const names = Object.keys(checks) as TableName[]

test.each(names)('%s decodes to the published rows', (name) => {
  const table = getTable(name)
  const lines: string[] = []
  for (const sex of [1, 2])
    for (let i = 0; i < table.rows; i++) {
      const at = (sex - 1) * table.rows + i
      lines.push(
        [
          sex,
          table.first + i,
          Math.round(table.lms[3 * at]! * 1e4),
          Math.round(table.lms[3 * at + 1]! * 1e4),
          Math.round(table.lms[3 * at + 2]! * 1e5),
        ].join(','),
      )
    }
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(checks[name])
})

test.each([
  // table, sex, key, L, M, S as printed
  ['lengthForAge', 1, 730, 1, 87.8018, 0.03479],
  ['weightForAge', 1, 0, 0.3487, 3.3464, 0.14602],
  ['bmiForAge', 1, 1, -0.1867, 13.3976, 0.09597],
  ['armForAge', 1, 91, 0.3933, 13.4779, 0.07474],
  ['tricepsForAge', 1, 93, 0.0016, 9.7535, 0.16657],
  ['subscapularForAge', 1, 91, -0.303, 7.692, 0.17019],
  ['weightForLength', 1, 451, -0.3521, 2.4577, 0.09176],
  ['weightForHeight', 1, 650, -0.3521, 7.4327, 0.08217],
  ['schoolHeightForAge', 1, 61, 1, 110.2647, 0.04164],
  ['schoolBmiForAge', 1, 62, -0.7621, 15.2616, 0.08414],
  ['schoolWeightForAge', 1, 60, -0.1922, 18.3328, 0.12947],
] as const)('%s, sex %i, key %i is the printed row, as the same doubles', (name, sex, key, l, m, s) => {
  const table = getTable(name)
  const at = (sex - 1) * table.rows + key - table.first
  expect([...table.lms.subarray(3 * at, 3 * at + 3)]).toEqual([l, m, s])
})

test('the ranges are those of the standards', () => {
  const ranges = Object.fromEntries(
    names.map((name) => [name, [getTable(name).first, getTable(name).first + getTable(name).rows - 1]]),
  )
  expect(ranges).toEqual({
    lengthForAge: [0, 1826],
    weightForAge: [0, 1826],
    bmiForAge: [0, 1826],
    headForAge: [0, 1826],
    armForAge: [91, 1826],
    tricepsForAge: [91, 1826],
    subscapularForAge: [91, 1826],
    weightForLength: [450, 1100],
    weightForHeight: [650, 1200],
    schoolHeightForAge: [60, 229],
    schoolBmiForAge: [60, 229],
    schoolWeightForAge: [60, 121],
  })
  expect(names.every((name) => getTable(name).lms.length === 6 * getTable(name).rows)).toBe(true)
})
