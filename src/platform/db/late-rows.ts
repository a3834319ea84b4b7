// Rows that nobody reads before the commit (journal, outbox) are gathered while a transaction runs and written at its end, all
// of a kind in one statement: a command used to write each by itself, a round trip apiece. Must stay true: they belong to the
// transaction like any row (an error there undoes everything, a refused part takes its own back); outside a transaction of
// ours there is nobody to write them later, so they are written at once.
import type { Tx } from './tx.ts'

/** Writes rows of one kind, in one statement exactly. The same function for ever: it is the key they are gathered under. */
export type RowWriter<T> = (tx: Tx, rows: readonly T[]) => Promise<void>

type Kept = { readonly rows: unknown[]; write(tx: Tx): Promise<void> }

/** What one transaction has gathered. */
export class LateRows {
  readonly #kept = new Map<unknown, Kept>()

  add<T>(writer: RowWriter<T>, rows: readonly T[]): void {
    const known = this.#kept.get(writer)
    if (known !== undefined) known.rows.push(...rows)
    else {
      const all: T[] = [...rows]
      this.#kept.set(writer, { rows: all, write: (tx) => writer(tx, all) })
    }
  }

  /** How many statements `write` will send. */
  get statements(): number {
    return [...this.#kept.values()].filter(({ rows }) => rows.length > 0).length
  }

  /** All kinds together, one statement each. */
  async write(tx: Tx): Promise<void> {
    const kept = [...this.#kept.values()].filter(({ rows }) => rows.length > 0)
    this.#kept.clear()
    await Promise.all(kept.map((one) => one.write(tx)))
  }

  /** Remembers how much there is now; the function given takes back what came after. */
  mark(): () => void {
    const lengths = new Map([...this.#kept].map(([writer, { rows }]) => [writer, rows.length]))
    return () => {
      for (const [writer, { rows }] of this.#kept) rows.length = lengths.get(writer) ?? 0
    }
  }
}

/** By the transaction that its function was given. */
const gathered = new WeakMap<Tx, LateRows>()

/** Runs the inside of a transaction and gives what it gathered, which is to be written before the commit. */
export async function gathering<T>(
  tx: Tx,
  work: (tx: Tx) => Promise<T>,
): Promise<{ readonly value: T; readonly late: LateRows }> {
  const late = new LateRows()
  gathered.set(tx, late)
  const value = await work(tx)
  gathered.delete(tx)
  return { value, late }
}

/** Writes rows at the end of the transaction. */
export async function writeLate<T>(tx: Tx, writer: RowWriter<T>, rows: readonly T[]): Promise<void> {
  if (rows.length === 0) return
  const late = gathered.get(tx)
  if (late === undefined) await writer(tx, rows)
  else late.add(writer, rows)
}

/** Remembers what was gathered so far; the function given takes back what came later. */
export function markLate(tx: Tx): () => void {
  return gathered.get(tx)?.mark() ?? (() => {})
}
