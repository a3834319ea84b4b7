import { describe, expect, it } from 'vitest'
import { parseJsonText, repeatedKeys } from './json-text.ts'

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

describe('keys that stand twice in one object', () => {
  it.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', []],
    ['{"a":1, "a":1}', ['/a']],
    ['{"p":[{"k":"}"},{"k":"\\"{","k":[]}]}', ['/p/1/k']],
    ['{"a/b":1,"a\\u002fb":2}', ['/a~1b']],
    ['["a","a"]', []],
    ['"a"', []],
  ])('%s', (text, found) => {
    expect(repeatedKeys(text)).toEqual(found)
  })
})
