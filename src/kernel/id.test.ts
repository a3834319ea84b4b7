import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOfUuidV7, isToken, isUuid, type RandomBytes, randomToken, uuidV4, uuidV7Maker } from './id.ts'
import { parseShortCode, randomShortCode } from './short-code.ts'

const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

describe('UUIDs', () => {
  it('have their version and variant, whatever the random source gives', () => {
    for (const byte of [0, 255]) {
      const constant: RandomBytes = (length) => new Uint8Array(length).fill(byte)
      expect(uuidV4(constant)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(uuidV7Maker(() => 1_775_000_000_000, constant)()).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }
    expect(isUuid(uuidV4(random))).toBe(true)
    expect(isUuid('6311064503269901')).toBe(false)
    expect(isUuid(uuidV4(random).toUpperCase())).toBe(false)
  })

  it('hold the example of RFC 9562', () => {
    // Appendix A.6: 2022-02-22 14:22:22 -05:00 is 017F22E279B0.
    const make = uuidV7Maker(() => 0x017f22e279b0, random)
    const id = make()
    expect(id.startsWith('017f22e2-79b0-7')).toBe(true)
    expect(instantOfUuidV7(id)).toBe(Date.UTC(2022, 1, 22, 19, 22, 22))
  })

  it('always grow, within a millisecond and when the clock steps back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_050 }), { minLength: 1, maxLength: 200 }),
        (times) => {
          let at = 0
          const make = uuidV7Maker(() => times[at++] ?? 0, random)
          const ids = times.map(() => make())
          expect([...ids].sort()).toEqual(ids)
          expect(new Set(ids).size).toBe(ids.length)
        },
      ),
    )
    const burst = uuidV7Maker(() => 1_700_000_000_000, random)
    const ids = Array.from({ length: 20_000 }, burst)
    expect(ids.every((id, i) => i === 0 || ids[i - 1]! < id)).toBe(true)
    expect(ids.every(isUuid)).toBe(true)
  })

  it('refuse a random source that gives too little', () => {
    expect(() => uuidV4(() => new Uint8Array(8))).toThrow(RangeError)
  })
})

describe('tokens and short codes', () => {
  it('use every readable sign alike', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 2000; i++) for (const sign of randomToken(random)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    expect(counts.size).toBe(32)
    for (const count of counts.values()) expect(Math.abs(count - 1625)).toBeLessThan(300)
    expect(isToken(randomToken(random))).toBe(true)
    expect(isToken('short')).toBe(false)
  })

  it('read back in any way of typing', () => {
    for (let i = 0; i < 200; i++) {
      const code = randomShortCode(random)
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
        expect(parseShortCode(typed)).toEqual({ ok: true, value: code })
      }
    }
  })

  it('notice every single slip and every swap of two different signs', () => {
    for (let round = 0; round < 20; round++) {
      const signs = [...randomShortCode(random).replaceAll('-', '')]
      for (let i = 0; i < 12; i++) {
        for (const sign of '23456789ABCDEFGHJKLMNPQRSTUVWXYZ') {
          if (sign !== signs[i]) expect(parseShortCode(signs.with(i, sign).join('')).ok).toBe(false)
        }
        for (let j = i + 1; j < 12; j++) {
          if (signs[i] !== signs[j])
            expect(parseShortCode(signs.with(i, signs[j]!).with(j, signs[i]!).join('')).ok).toBe(false)
        }
      }
    }
  })

  it('say what is wrong', () => {
    const code = (text: string) => {
      const result = parseShortCode(text)
      return result.ok ? 'ok' : result.refusals[0]?.code
    }
    expect(code('')).toBe('short-code-missing')
    expect(code('7KQ4-M9TD-2HX')).toBe('short-code-length')
    expect(code('7KQ0-M9TD-2HXR')).toBe('short-code-sign')
  })
})
