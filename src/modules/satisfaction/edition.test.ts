import { describe, expect, it } from 'vitest'
import { decimal } from '../../kernel/fraction.ts'
import { bandOf, readEdition } from './edition.ts'
import { editions, findEdition, getEdition } from './editions.ts'
import { averagesOf, computeIndex } from './satisfaction-index.ts'
import { tallyAnswers } from './tally.ts'

const current = getEdition('permenpan-14-2017')
const copy = (): Record<string, unknown> & {
  elements: Record<string, unknown>[]
  orders: { id: string; codes: string[]; label: unknown }[]
} => structuredClone(current) as never

describe('editions of the survey', () => {
  it('ships the rule in force and the two before it', () => {
    expect(editions.map((e) => [e.id, e.elements.length, e.weights.default])).toEqual([
      ['permenpan-14-2017', 9, 'exact'],
      ['permenpan-16-2014', 9, 'exact'],
      ['kep-25-2004', 14, '0.071'],
    ])
    expect(editions.filter((e) => e.current)).toHaveLength(1)
    expect(findEdition('permenpan-14-2027')).toBeUndefined()
  })

  it('says the same grade of every edition at and just below each bound', () => {
    const at = (id: string, index: string) => bandOf(getEdition(id), decimal(index)).grade
    expect(
      ['88.31', '88.30', '76.61', '76.60', '65.00', '64.99', '25.00'].map((x) => at('permenpan-14-2017', x)).join(''),
    ).toBe('ABBCCDD')
    for (const old of ['kep-25-2004', 'permenpan-16-2014'])
      expect(['81.26', '81.25', '62.51', '62.50', '43.76', '43.75', '25.00'].map((x) => at(old, x)).join('')).toBe(
        'ABBCCDD',
      )
  })

  it('puts what lies below 25 (printed weights, everyone answers 1) into the lowest band', () => {
    expect(bandOf(getEdition('kep-25-2004'), decimal('24.85')).grade).toBe('D')
  })

  it('stores elements by meaning, because 8 and 9 change places', () => {
    const meaning = (id: string, code: string) => getEdition(id).elements.find((e) => e.code === code)!.meaning
    expect(meaning('permenpan-14-2017', 'U8')).toBe('complaints')
    expect(meaning('permenpan-16-2014', 'U9')).toBe('complaints')
    expect(meaning('permenpan-16-2014', 'U8')).toBe('charter')
  })

  it('reads a region’s own edition with eleven elements', () => {
    const local = copy()
    local.id = 'contoh-11'
    const extra = (code: string, meaning: string) => ({
      ...structuredClone(local.elements[6]!),
      code,
      meaning,
      name: { id: meaning, en: meaning },
    })
    local.elements.push(extra('U10', 'openness'), extra('U11', 'integrity'))
    for (const order of local.orders) order.codes.push('U10', 'U11')
    const read = readEdition(local)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const result = computeIndex(
      read.edition,
      averagesOf(tallyAnswers(read.edition, [Array(11).fill(4), Array(11).fill(3)]).elements),
    )
    expect([result.index, result.grade, result.weight]).toEqual(['87.50', 'B', '1/11'])
  })

  it.each([
    ['a code twice', (e: ReturnType<typeof copy>) => Object.assign(e.elements[1]!, { code: 'U1' }), 'elements'],
    ['an order that forgets an element', (e: ReturnType<typeof copy>) => e.orders[0]!.codes.pop(), 'orders.0'],
    [
      'answers upside down',
      (e: ReturnType<typeof copy>) => (e.elements[0]!.answers as unknown[]).reverse(),
      'elements.0.answers',
    ],
    ['bands that fall', (e: ReturnType<typeof copy>) => (e.bands as unknown[]).reverse(), 'bands.0.lower'],
    [
      'a weight it does not print',
      (e: ReturnType<typeof copy>) => Object.assign(e.weights as object, { default: '0.2' + '00' }),
      'weights.default',
    ],
    [
      'years that end before they start',
      (e: ReturnType<typeof copy>) => Object.assign(e.years as object, { to: 2001 }),
      'years',
    ],
    [
      'a missing English text',
      (e: ReturnType<typeof copy>) => Object.assign(e.elements[0]!, { question: { id: 'Apa?' } }),
      'elements.0.question.en',
    ],
    [
      'a number where a decimal text belongs',
      (e: ReturnType<typeof copy>) => Object.assign((e.bands as object[])[1]!, { lower: 65 }),
      'bands.1.lower',
    ],
  ])('refuses %s and says where', (_, spoil, at) => {
    const broken = copy()
    spoil(broken)
    const read = readEdition(broken)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.faults.map((f) => f.at)).toContain(at)
  })
})
