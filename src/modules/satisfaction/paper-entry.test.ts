import { expect, test } from 'vitest'
import { getEdition } from './editions.ts'
import { readPaperLines } from './paper-entry.ts'

const edition = getEdition('permenpan-14-2017')
const refusals = (text: string) => {
  const read = readPaperLines(text, edition)
  return read.ok ? [] : read.refusals
}

test('a sheet is nine digits, spaced as the typist likes, with what was written behind a semicolon', () => {
  const read = readPaperLines('4 3 3 4 3 4 4 3 -; Cepat; ramah\r\n\n433434433\n4,3,3,4,3,4,4,3,3', edition)
  expect(read.ok && read.value.map((one) => [one.answers.join(''), one.comment])).toEqual([
    ['43343443', 'Cepat; ramah'],
    ['433434433', ''],
    ['433434433', ''],
  ])
  expect(read.ok && read.value[0]!.answers[8]).toBeNull()
})

test.each(['43343443', '4334344333', '533434433', '0', '😀', "'; --", `433434433;${'x'.repeat(1001)}`, 'abc'])(
  'is refused with its line: %s',
  (line) => {
    expect(refusals(`433434433\n${line}`)).toEqual([
      { code: 'satisfaction-paper-line', at: 'lines', params: { line: 2, count: 9 } },
    ])
  },
)

test('nothing typed is no bundle', () => {
  expect(refusals(' \n\n')).toEqual([{ code: 'satisfaction-paper-forms', at: 'lines' }])
})
