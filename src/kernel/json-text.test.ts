import { describe, expect, it } from 'vitest'
import { parseJsonText } from './json-text.ts'

describe('JSON that people write', () => {
  it('may begin with the mark of Windows', () => {
    expect(parseJsonText('\uFEFF{"a":1}')).toEqual({ a: 1 })
    expect(parseJsonText('null')).toBeNull()
  })
  it.each([
    ['', 'It is empty.'],
    ['\n  \n', 'It is empty.'],
    ['{\n  "a": 1,\n  👶}', 'Line 3, column 3: '],
    ['{"a": 1} x', 'Line 1, column 10: Unexpected non-whitespace character after JSON.'],
  ])('%j names the place of its fault', (text, says) => {
    expect(() => parseJsonText(text)).toThrow(says)
  })
})
