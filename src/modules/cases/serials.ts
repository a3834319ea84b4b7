// Serials of case numbers, taken in blocks per region and day, so that no two citizens wait for one row.
import type { CasesContext } from './context.ts'
import { takeSerials } from './store.ts'

const BLOCK = 20
type Block = { next: number; end: number }

class Serials {
  readonly #blocks = new Map<string, Block>()
  readonly #filling = new Map<string, Promise<Block>>()
  constructor(readonly context: CasesContext) {}

  async take(region: string, day: string): Promise<number> {
    const key = `${region} ${day}`
    for (;;) {
      const block = this.#blocks.get(key)
      if (block !== undefined && block.next < block.end) return block.next++
      await this.#fill(key, region, day)
    }
  }

  #fill(key: string, region: string, day: string): Promise<Block> {
    const under = this.#filling.get(key)
    if (under !== undefined) return under
    const filling = this.context.database
      .inRegion(region, (tx) => takeSerials(tx, region, day, BLOCK))
      .then((first) => {
        const block = { next: first, end: first + BLOCK }
        // Yesterday's blocks are over.
        for (const old of this.#blocks.keys()) if (old.startsWith(`${region} `)) this.#blocks.delete(old)
        this.#blocks.set(key, block)
        return block
      })
      .finally(() => this.#filling.delete(key))
    this.#filling.set(key, filling)
    return filling
  }
}

const known = new WeakMap<CasesContext, Serials>()

export function caseSerials(context: CasesContext): Serials {
  const found = known.get(context) ?? new Serials(context)
  known.set(context, found)
  return found
}
