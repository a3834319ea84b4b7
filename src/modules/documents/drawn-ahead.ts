// Papers drawn while a case waits for its signature, so that the head of office who signs thirty of them waits for signatures only.
// Must stay true: what is signed is what would have been drawn at that moment, or it is drawn then; nothing here outlives the
// process, and a paper that could not be drawn ahead is no fault.
import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from '../../kernel/refusal.ts'
import { todayIn } from '../../kernel/zone.ts'
import { type Prepared, type PrepareInput, type PrepareTools, prepareDocument } from './prepare.ts'

/** Some 100 kB each. The oldest makes room; whoever signs it waits as if nothing had been drawn. */
const MOST = 200

type Ahead = {
  readonly key: string
  readonly draw: () => Promise<Result<Prepared> | undefined>
  /** Undefined while it waits for its turn. */
  paper?: Promise<Result<Prepared> | undefined>
}

export class DrawnAhead {
  readonly #papers = new Map<string, Ahead>()
  #isDrawing = false

  /** `waitMs`: how long the drawing lets whoever approved have their answer first. */
  constructor(
    readonly most = MOST,
    readonly waitMs = 0,
  ) {}

  /** Draws it when those before it are drawn; nobody waits for it. */
  begin(input: PrepareInput, tools: PrepareTools): void {
    for (const oldest of this.#papers.keys()) {
      if (this.#papers.size < this.most) break
      this.#papers.delete(oldest)
    }
    const draw = () => prepareDocument(input, tools).catch(() => undefined)
    this.#papers.set(input.documentId, { key: keyOf(input, tools), draw })
    if (!this.#isDrawing) void this.#drawAll()
  }

  /** The paper as of `input.atMs`: the one drawn ahead if nothing that stands on it has changed. Refuses what `prepareDocument` refuses. */
  async take(input: PrepareInput, tools: PrepareTools): Promise<Result<Prepared>> {
    const ahead = this.#papers.get(input.documentId)
    if (ahead?.key !== keyOf(input, tools)) return prepareDocument(input, tools)
    // Whoever signs does not stand in the line.
    ahead.paper ??= ahead.draw()
    const paper = await ahead.paper
    if (paper?.ok !== true) return prepareDocument(input, tools)
    return { ok: true, value: { ...paper.value, document: { ...paper.value.document, issuedAtMs: input.atMs } } }
  }

  /** Signed and kept: it is not needed any more. */
  forget(documentId: string): void {
    this.#papers.delete(documentId)
  }

  /** One at a time: the other thread is there for those who wait. */
  async #drawAll(): Promise<void> {
    this.#isDrawing = true
    if (this.waitMs > 0) await delay(this.waitMs, undefined, { ref: false })
    for (let next = this.#waiting(); next !== undefined; next = this.#waiting()) {
      next.paper = next.draw()
      await next.paper
    }
    this.#isDrawing = false
  }

  #waiting(): Ahead | undefined {
    for (const ahead of this.#papers.values()) if (ahead.paper === undefined) return ahead
    return undefined
  }
}

/** Everything that a paper shows: equal keys, equal papers but for the codes that chance gives. */
function keyOf(input: PrepareInput, { templates, signerStatus }: PrepareTools): string {
  const { emblems, ...office } = input.office
  const hash = createHash('sha256')
  for (const emblem of [emblems.state, emblems.region]) hash.update(emblem ?? '').update('|')
  return hash
    .update(
      JSON.stringify([
        input.kind,
        input.of,
        input.holders,
        input.caseId,
        input.data,
        office,
        todayIn(input.office.zone, input.atMs),
        templates.byKind.get(input.kind)?.hash,
        signerStatus.certificateOf,
        signerStatus.specimen,
      ]),
    )
    .digest('hex')
}
