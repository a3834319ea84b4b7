// The editions of each region, in memory: every judgement asks for them inside a transaction, where nothing else may be read. Must stay
// true: `ready` is awaited before a request or a job of the region begins; an edition begins on a day to come, so a minute's age harms nothing.
import type { PlainDate } from '../../../kernel/date.ts'
import type { GrowthEditions } from '../context.ts'
import { editionsOf, type OwnGrowthEdition } from './own-edition.ts'

const FRESH_MS = 60_000

export class EditionBook {
  readonly #known = new Map<string, { readonly owns: readonly OwnGrowthEdition[]; readonly readAt: number }>()
  readonly #held = new Map<string, { readonly today: PlainDate; readonly editions: GrowthEditions }>()

  constructor(
    readonly shipped: GrowthEditions,
    readonly load: (region: string) => Promise<readonly OwnGrowthEdition[]>,
  ) {}

  /** What the region decided is known, at most a minute old. */
  async ready(region: string): Promise<void> {
    const known = this.#known.get(region)
    if (known !== undefined && Date.now() - known.readAt < FRESH_MS) return
    const owns = await this.load(region)
    this.#known.set(region, { owns, readAt: Date.now() })
    this.#held.delete(region)
  }

  /** Read again at the next `ready`: an edition was confirmed. */
  forget(region: string): void {
    this.#known.delete(region)
  }

  editions(region: string, today: PlainDate): GrowthEditions {
    const held = this.#held.get(region)
    if (held?.today === today) return held.editions
    const editions = editionsOf(this.shipped, this.#known.get(region)?.owns ?? [], today)
    this.#held.set(region, { today, editions })
    return editions
  }
}
