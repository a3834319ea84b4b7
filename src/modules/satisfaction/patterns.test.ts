import { describe, expect, it } from 'vitest'
import { type Arrival, burstOf, isAllEqual, isLastDayFlood } from './patterns.ts'

const arrivals = (device: string | null, ...minutes: number[]): Arrival[] =>
  minutes.map((minute) => ({ id: `${device}-${minute}`, device, minute }))

describe('strange patterns', () => {
  it('sees equal answers, empty ones aside, from five answers on', () => {
    expect(isAllEqual([4, 4, 4, 4, 4, 4, 4, 4, 4])).toBe(true)
    expect(isAllEqual([1, null, 1, 1, null, 1, 1, null, null])).toBe(true)
    expect(isAllEqual([4, 4, 4, 4, null, null, null, null, null])).toBe(false)
    expect(isAllEqual([4, 4, 4, 4, 3, 4, 4, 4, 4])).toBe(false)
  })

  it('sees five answers of one device within fifteen minutes, and no others', () => {
    expect(burstOf(arrivals('a', 0, 3, 6, 9, 14))).toEqual(new Set(['a-0', 'a-3', 'a-6', 'a-9', 'a-14']))
    expect(burstOf(arrivals('a', 0, 3, 6, 9, 15)).size).toBe(0)
    expect(burstOf([...arrivals('a', 0, 3, 6, 9), ...arrivals('b', 1, 2)]).size).toBe(0)
    expect(burstOf(arrivals('a', 0, 100, 103, 106, 109, 110, 300))).toEqual(
      new Set(['a-100', 'a-103', 'a-106', 'a-109', 'a-110']),
    )
  })

  it('does not suspect the tablet of a counter, which many people use', () => {
    expect(burstOf(arrivals(null, 0, 1, 2, 3, 4, 5, 6)).size).toBe(0)
  })

  it('sees a flood on the last day only when it is one', () => {
    expect(isLastDayFlood(40, 90, 30)).toBe(true)
    expect(isLastDayFlood(9, 0, 30)).toBe(false)
    expect(isLastDayFlood(10, 290, 30)).toBe(false)
    expect(isLastDayFlood(30, 300, 30)).toBe(false)
    expect(isLastDayFlood(50, 0, 1)).toBe(false)
  })
})
