// The invented regency as blocks of bytes for COPY, made here or in threads while the database writes the blocks before. Must stay
// true: both ways give the same rows but for the chance in sealed values; at most a few blocks of each thread wait.
import { on } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type HeldKeys, holdKeys } from '../../../platform/secrets/held-keys.ts'
import type { KeyRing } from '../../../platform/secrets/key-ring.ts'
import type { BulkTable } from '../bulk-insert.ts'
import { CopyRows } from '../copy-rows.ts'
import { Invention, type InventionOptions, type InventionTotals, type Part, TABLES } from './invention.ts'

export type CopiedBlock = {
  readonly residents: number
  readonly parts: readonly { readonly table: BulkTable; readonly rows: Uint8Array<ArrayBuffer> }[]
}
/** One block after the other and, at the end, the totals. */
export type Copied = { readonly block: CopiedBlock } | { readonly totals: InventionTotals }

/** What the thread is told: the order and the keys it seals with. */
export type ThreadOrder = { readonly options: InventionOptions; readonly part: Part; readonly keys: HeldKeys }

export function* copied(invention: Invention): Generator<Copied, void> {
  const copies = TABLES.map((table) => ({ table, copy: new CopyRows(table) }))
  let residents = 0
  const take = (): Copied => {
    const block = { residents, parts: copies.map(({ table, copy }) => ({ table, rows: copy.take() })) }
    residents = 0
    return { block }
  }
  for (const rows of invention.blocks()) {
    for (const { table, copy } of copies) for (const row of rows[table]) copy.add(row)
    residents += rows.family_member.length
    if (residents >= (invention.options.copiedAtOnce ?? COPIED_AT_ONCE)) yield take()
  }
  yield take()
  const series = new CopyRows('number_series')
  const region_code = invention.options.region
  // Their index stays, because others point at it: in its order they cost it half.
  for (const { kind, series: name, serial } of [...invention.lastNumbers()].sort((a, b) =>
    a.series < b.series ? -1 : 1,
  ))
    series.add({ region_code, kind, series: name, last: serial })
  yield { block: { residents: 0, parts: [{ table: series.table, rows: series.take() }] } }
  yield { totals: invention.totals() }
}

/** Few people are rows at a time, so that little is alive; many are one block, so that the server is asked seldom. */
const COPIED_AT_ONCE = 2_000

export async function* copiedHere(ring: KeyRing, options: InventionOptions): AsyncGenerator<Copied, void> {
  yield* copied(await Invention.begin(ring, options))
}

const AHEAD = 2
/** One core is left to the database; every thread invents everybody, so more than a few add little. */
const THREADS = Math.max(1, Math.min(3, availableParallelism() - 1))
const PURPOSES = ['seal', 'nik-hash'] as const
/** What was made lives until its block has gone: with little room for the young it would be moved about all the time. */
const YOUNG_MB = 192

/** `program`: the built `population-worker.js`. The threads take turns, so that the blocks come in one order. */
export async function* copiedInThreads(
  program: URL,
  ring: KeyRing,
  options: InventionOptions,
  threads = THREADS,
): AsyncGenerator<Copied, void> {
  const keys = holdKeys(ring, PURPOSES)
  const workers = Array.from({ length: threads }, (_, index) =>
    begin(program, { options, part: { index, of: threads }, keys }),
  )
  let totals: Copied | undefined
  try {
    let running = workers.map(answersOf)
    while (running.length > 0) {
      const ended = new Set<object>()
      for (const answers of running) {
        const { value } = await answers.next()
        if (value !== undefined && 'block' in value) yield value
        else {
          ended.add(answers)
          totals = value ?? totals
        }
      }
      running = running.filter((answers) => !ended.has(answers))
    }
    if (totals !== undefined) yield totals
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function begin(program: URL, order: ThreadOrder): Worker {
  return new Worker(program, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
}

/** Listens from now on, whoever is asked first. */
function answersOf(worker: Worker): AsyncGenerator<Copied, void> {
  const answers = on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[Copied]>
  for (let n = 0; n < AHEAD; n++) worker.postMessage('next')
  return untilTotals(worker, answers)
}

async function* untilTotals(worker: Worker, answers: AsyncIterable<[Copied]>): AsyncGenerator<Copied, void> {
  for await (const [answer] of answers) {
    worker.postMessage('next')
    yield answer
    if ('totals' in answer) return
  }
  throw new Error('The thread that invents the population ended before its time.')
}
