// What papers derive by themselves instead of asking: the class of a move, the kind of moving letter.
import { describe, expect, it } from 'vitest'
import { numberText } from '../register/numbers.ts'
import { originOfLetter } from '../register/transfers.ts'
import { classOfMove } from './document-data.ts'

describe('the class of a move', () => {
  it.each([
    ['63.11.06.2001', '63.11.06.2001', '1'],
    ['63.11.06.2001', '63.11.06.2006', '2'],
    ['63.11.06.2001', '63.11.01.2003', '3'],
    ['63.11.06.2001', '63.09.02.2001', '4'],
    ['63.11.06.2001', '64.71.01.1001', '5'],
    [undefined, '64.71.01.1001', undefined],
    ['63.11.06.2001', undefined, undefined],
  ])('from %s to %s is %s', (from, to, expected) => expect(classOfMove(from, to)).toBe(expected))
})

describe('the number of a moving letter', () => {
  it('says SKPOA for foreigners alone, and the destination finds the origin in both', () => {
    const need = { key: 'letter:1', kind: 'letter', issuedOn: '2026-04-10' } as const
    expect(numberText('63.11', need, 9901)).toBe('SKPWNI/6311/10042026/9901')
    const foreign = numberText('63.11', { ...need, form: 'SKPOA' }, 9901)
    expect(foreign).toBe('SKPOA/6311/10042026/9901')
    expect(originOfLetter(foreign)).toBe('63.11')
    expect(originOfLetter('SKPXX/6311/10042026/9901')).toBeUndefined()
  })
})
