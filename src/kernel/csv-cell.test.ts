import { expect, it } from 'vitest'
import { csvCell } from './csv-cell.ts'

it.each([
  ['-2.14', '-2.14'],
  ['-3', '-3'],
  ['2.10', '2.10'],
  ['', ''],
  ['6311061703909901', '6311061703909901'],
  ['a-b', 'a-b'],
  ['-', "'-"],
  ['-1+1', "'-1+1"],
  ["-1|cmd' /C calc'!A0", "'-1|cmd' /C calc'!A0"],
  ['-2.', "'-2."],
  ['--1', "'--1"],
  ['=1', "'=1"],
  ['+62811', "'+62811"],
  ['@sum(1)', "'@sum(1)"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
])('%j is written %j', (text, written) => {
  expect(csvCell(text)).toBe(written)
})
