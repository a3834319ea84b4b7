// How a benchmark says what it found: limit, measured, ratio, as a row of a table, and exit code 1 when a limit is broken.
import { loadavg } from 'node:os'

export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

/**
 * Milliseconds of a fixed piece of arithmetic. Virtual machines are slowed down while they work hard: two figures of one machine
 * are only comparable when this is alike.
 */
function fixedWork(): number {
  const started = performance.now()
  let x = 1
  for (let n = 0; n < 50_000_000; n++) x = Math.imul(x ^ n, 2_654_435_761) | 0
  return x === 0 ? 0 : performance.now() - started
}

export type Claim = {
  readonly what: string
  readonly limit: number
  readonly measured: number
  readonly unit: string
  /** `most`: the limit may not be passed. `least`: it has to be reached. */
  readonly limitIs?: 'most' | 'least'
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2))

export class Report {
  #failed = false
  #hasHead = false
  readonly #fixedBefore = fixedWork()

  claim({ what, limit, measured, unit, limitIs = 'most' }: Claim): void {
    const isMet = limitIs === 'most' ? measured <= limit : measured >= limit
    this.#failed ||= !isMet
    this.#head()
    console.log(
      `| ${what} | ${limitIs === 'most' ? '≤' : '≥'} ${short(limit)} ${unit} | ${short(measured)} ${unit} | ${(measured / limit).toFixed(2)}${isMet ? '' : ' **not met**'} |`,
    )
  }

  /** A figure without a limit. */
  note(what: string, measured: string): void {
    this.#head()
    console.log(`| ${what} | – | ${measured} | – |`)
  }

  fail(reason: string): void {
    this.#failed = true
    console.log(`FAILED: ${reason}`)
  }

  /** Says how loaded the machine was and ends the program. */
  end(): never {
    console.log(
      `\nLoad of the machine at the end: ${loadavg()
        .map((one) => one.toFixed(1))
        .join(
          ', ',
        )}. A fixed piece of arithmetic took ${this.#fixedBefore.toFixed(0)} ms before the figures and ${fixedWork().toFixed(0)} ms after.`,
    )
    process.exit(this.#failed ? 1 : 0)
  }

  #head(): void {
    if (this.#hasHead) return
    this.#hasHead = true
    console.log('| What | Limit | Measured | Ratio |\n| --- | --- | --- | --- |')
  }
}
