// Chance that can be repeated: the same seed gives the same population on every machine. Never used for keys or tokens.
import { dateOfDayNumber, dayNumberOf } from '../../../kernel/date.ts'

export class Random {
  #a: number
  #b: number
  #c: number
  #d = 1

  constructor(seed: string) {
    let hash = 0x811c9dc5
    for (const sign of seed) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0
    this.#a = hash
    this.#b = Math.imul(hash, 0x9e3779b1) >>> 0
    this.#c = ~hash >>> 0
    for (let i = 0; i < 16; i++) this.next()
  }

  /** From 0 up to, not including, 1 (sfc32). */
  next(): number {
    const t = (this.#a + this.#b + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t
    return (t >>> 0) / 4_294_967_296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)]
    if (item === undefined) throw new RangeError('nothing to choose from')
    return item
  }

  /** The index of a weight, as likely as its share. */
  weighted(weights: readonly number[]): number {
    let rest = this.next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, weight] of weights.entries()) {
      rest -= weight
      if (rest < 0) return index
    }
    return weights.length - 1
  }

  /** A day from one date to another, both included. */
  day(from: string, to: string): string {
    return dateOfDayNumber(this.between(dayNumberOf(from), Math.max(dayNumberOf(from), dayNumberOf(to))))
  }

  /** Makes UUIDs of version 7 of one moment in the past; they grow, and the same seed gives the same ones. */
  ids(epochMs: number): () => string {
    let count = 0
    let start = ''
    return () => {
      if ((count & 0xfff) === 0) {
        const time = (epochMs + (count >> 12)).toString(16).padStart(12, '0')
        start = `${time.slice(0, 8)}-${time.slice(8)}-`
      }
      const rest = Math.floor(this.next() * 0x1_0000_0000)
      const variant = 0x8000 + Math.floor(this.next() * 0x4000)
      const low = FOUR_HEX[rest & 0xffff]
      const id = `${start}${FOUR_HEX[0x7000 | (count & 0xfff)]}-${FOUR_HEX[variant]}-${FOUR_HEX[rest >>> 16]}${low}${low}`
      count++
      return id
    }
  }
}

const FOUR_HEX = Array.from({ length: 0x1_0000 }, (_, value) => value.toString(16).padStart(4, '0'))
