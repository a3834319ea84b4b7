import { describe, expect, it } from 'vitest'
import { coverage, sampleSize } from './sample-size.ts'

// Rows of the table of Krejcie and Morgan (1970); its last row prints 384 for 100,000 where the formula gives 383.
const PRINTED = [
  10, 10, 15, 14, 20, 19, 25, 24, 30, 28, 35, 32, 40, 36, 45, 40, 50, 44, 55, 48, 60, 52, 65, 56, 70, 59, 75, 63, 80,
  66, 85, 70, 90, 73, 95, 76, 100, 80, 110, 86, 120, 92, 130, 97, 140, 103, 150, 108, 160, 113, 170, 118, 180, 123, 190,
  127, 200, 132, 210, 136, 220, 140, 230, 144, 240, 148, 250, 152, 260, 155, 270, 159, 280, 162, 290, 165, 300, 169,
  320, 175, 340, 181, 360, 186, 380, 191, 400, 196, 420, 201, 440, 205, 460, 210, 480, 214, 500, 217, 550, 226, 600,
  234, 650, 242, 700, 248, 750, 254, 800, 260, 850, 265, 900, 269, 950, 274, 1000, 278, 1100, 285, 1200, 291, 1300, 297,
  1400, 302, 1500, 306, 1600, 310, 1700, 313, 1800, 317, 1900, 320, 2000, 322, 2200, 327, 2400, 331, 2600, 335, 2800,
  338, 3000, 341, 3500, 346, 4000, 351, 4500, 354, 5000, 357, 6000, 361, 7000, 364, 8000, 367, 9000, 368, 10000, 370,
  15000, 375, 20000, 377, 30000, 379, 40000, 380, 50000, 381, 75000, 382, 100000, 383,
]

describe('sample size', () => {
  it('agrees with every printed row and keeps the formula at 100,000', () => {
    for (let i = 0; i < PRINTED.length; i += 2)
      expect([PRINTED[i], sampleSize(PRINTED[i]!)]).toEqual([PRINTED[i], PRINTED[i + 1]])
  })

  it('asks everybody up to ten, never more than there are, and never fewer for more', () => {
    let before = 0
    for (let users = 0; users <= 3000; users++) {
      const needed = sampleSize(users)
      if (users <= 10) expect(needed).toBe(users)
      expect(needed <= users && needed >= before).toBe(true)
      before = needed
    }
    expect(sampleSize(280_000_000)).toBe(384)
  })

  it('refuses what is no number of users', () => {
    for (const wrong of [-1, 2.5, Number.NaN]) expect(() => sampleSize(wrong)).toThrow(RangeError)
  })

  it('says when a value stands below the sample size', () => {
    expect(coverage(1000, 200)).toEqual({ needed: 278, answered: 200, enough: false })
    expect(coverage(1000, 278).enough).toBe(true)
  })
})
