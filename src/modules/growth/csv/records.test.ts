// The splitter against csv-parse on generated files, cut into pieces at every place, and on what is not well formed.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvRecords, FIELD, fieldText } from './records.ts'

/** All records as text, feeding the bytes in pieces of these sizes (repeated). */
function readAll(text: string, sizes: readonly number[] = [1 << 20]) {
  const bytes = new TextEncoder().encode(text)
  const records = new CsvRecords()
  const rows: string[][] = []
  const lines: number[] = []
  let from = 0
  let to = 0
  let line = 1
  for (let turn = 0; from < bytes.length; turn++) {
    to = Math.min(bytes.length, to + sizes[turn % sizes.length]!)
    const last = to === bytes.length
    for (;;) {
      if (from >= to) break
      const next = records.read(bytes, from, to, last)
      if (next < 0) break
      rows.push(Array.from({ length: records.count }, (_, i) => fieldText(bytes, records, i)))
      lines.push(line)
      line += records.lines
      from = next
    }
    if (last) break
  }
  return { rows, lines, left: bytes.length - from }
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '-2.50',
    'Nurul',
    ' x ',
    'Desa "Kapul"',
    'baris\nkedua',
    'a,b',
    '"',
    'é–ñ',
    '\r\n',
    'ujung\r',
  ),
  fc.string({ maxLength: 8 }),
)
const needsQuotes = (text: string) => /[",\n\r]/.test(text) || text !== text.trim()
const write = (rows: readonly (readonly string[])[], eol: string, quoteAll: boolean, ending: boolean) =>
  rows
    .map((row) => row.map((c) => (quoteAll || needsQuotes(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(','))
    .join(eol) + (ending ? eol : '')

test('every well-formed file splits as csv-parse splits it, however the bytes arrive', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      (rows, eol, quoteAll, ending, sizes) => {
        const text = write(rows, eol, quoteAll, ending)
        const expected = parse(text, { relax_column_count: true, record_delimiter: eol })
        const { rows: got, lines, left } = readAll(text, sizes)
        // empty lines between records, several in a row too, are records of both
        expect(got).toEqual(expected)
        expect(left).toBe(0)
        let line = 1
        got.forEach((row, i) => {
          expect(lines[i]).toBe(line)
          line += 1 + row.join('').split('\n').length - 1
        })
      },
    ),
    { numRuns: 600 },
  )
})

describe('what is not well formed', () => {
  const first = (text: string) => {
    const records = new CsvRecords()
    const bytes = new TextEncoder().encode(text)
    const next = records.read(bytes, 0, bytes.length, true)
    return {
      next,
      kinds: [...records.kinds.subarray(0, records.count)],
      fields: Array.from({ length: records.count }, (_, i) => fieldText(bytes, records, i)),
      wellFormed: records.wellFormed,
    }
  }
  test('a quotation mark inside an unquoted field stays a letter and is told', () => {
    expect(first('1,Siti "Ami",x\n')).toEqual({
      next: 15,
      kinds: [FIELD.plain, FIELD.stray, FIELD.plain],
      fields: ['1', 'Siti "Ami"', 'x'],
      wellFormed: false,
    })
  })
  test('text after a closing quotation mark is told, the field kept as written', () => {
    expect(first('1,"ab"c,x\r\n')).toMatchObject({
      kinds: [FIELD.plain, FIELD.broken, FIELD.plain],
      fields: ['1', '"ab"c', 'x'],
      wellFormed: false,
    })
  })
  test('a quotation mark that never closes gives no record; read literally, its line does', () => {
    expect(first('1,"ab\n2,x\n').next).toBe(-1)
    const records = new CsvRecords()
    const bytes = new TextEncoder().encode('1,"ab\r\n2,x\n')
    expect(records.readLiterally(bytes, 0, bytes.length, true)).toBe(7)
    expect([fieldText(bytes, records, 0), fieldText(bytes, records, 1), records.count]).toEqual(['1', '"ab', 2])
  })
  test('more fields than expected are all found', () => {
    expect(first(`${Array.from({ length: 300 }, (_, i) => i).join(',')}\n`).fields).toHaveLength(300)
  })
})
