import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Owned, publishable } from './coverage-public.ts'

const of = (numerator: number, denominator: number): Owned => ({ numerator, denominator })
const sumOf = (lines: readonly Owned[]): Owned =>
  of(
    lines.reduce((sum, one) => sum + one.numerator, 0),
    lines.reduce((sum, one) => sum + one.denominator, 0),
  )

describe('coverage in public', () => {
  test('shows places whose counts name nobody', () => {
    const places = [of(90, 100), of(50, 100), of(0, 12), of(30, 30)]
    expect(publishable({ total: sumOf(places), groups: [places] })).toEqual({
      total: true,
      groups: [[true, true, true, true]],
    })
  })

  test('hides a place with one to four owners, or lacking ones, and a second one that would give it away', () => {
    const places = [of(98, 100), of(50, 100), of(400, 500), of(600, 900)]
    const { total, groups } = publishable({ total: sumOf(places), groups: [places] })
    expect(total).toBe(true)
    expect(groups[0]).toEqual([false, false, true, true])
  })

  test('keeps to what another page decided of the total', () => {
    const places = [of(60, 100), of(50, 100)]
    const { total, groups } = publishable({ total: sumOf(places), groups: [places] }, false)
    expect(total).toBe(false)
    expect(groups[0]).not.toEqual([true, true])
  })

  test('no small count is shown, and no single place is withheld beside a shown total', () => {
    const line = fc.tuple(fc.nat(12), fc.nat(12)).map(([owns, lacks]) => of(owns, owns + lacks))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (places) => {
        const marks = publishable({ total: sumOf(places), groups: [places] })
        places.forEach(({ numerator, denominator }, n) => {
          const counts = [numerator, denominator - numerator, denominator]
          if (marks.groups[0]![n]) expect(counts.every((count) => count === 0 || count > 4)).toBe(true)
        })
        const withheld = marks.groups[0]!.filter((shown) => !shown).length
        if (marks.total) expect(withheld).not.toBe(1)
      }),
    )
  })
})
