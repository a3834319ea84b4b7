// Papers made in threads of their own, so that the pages of everybody else go on while a deed is drawn and signed. Must stay true:
// the same functions as without threads, and the same answers; a thread begins with the first paper, not with the program.
import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import type { Result } from '../kernel/refusal.ts'
import type { PaperWork } from '../modules/documents/paper-work.ts'
import { isPlainlySigned } from '../modules/documents/signing/signed-part.ts'
import type { SignedFile, SignRequest } from '../modules/documents/signing/signer.ts'

/** Two papers of one birth are made side by side; more threads would only take the cores of the database. */
const MOST_THREADS = 2
/** A thread holds fonts and a PDF writer, some 80 MB; after a quiet while it goes. */
const IDLE_MS = 10 * 60_000

export type PaperThreads = PaperWork & {
  /** Signs with the test authority of a folder. */
  sign(folder: string, pdf: Uint8Array, request: SignRequest): Promise<Result<SignedFile>>
  close(): Promise<void>
}

/** `program`: the built `paper-worker.js`. */
export function openPaperThreads(program: URL): PaperThreads {
  let opened: Promise<Piscina> | undefined
  const run = async (name: string, input: unknown): Promise<never> => {
    opened ??= import('piscina').then(
      ({ Piscina }) =>
        new Piscina({
          filename: program.href,
          minThreads: 0,
          maxThreads: Math.min(MOST_THREADS, availableParallelism()),
          idleTimeout: IDLE_MS,
        }),
    )
    return (await opened).run(input, { name }) as Promise<never>
  }
  return {
    render: (...input) => run('render', input),
    report: (...input) => run('report', input),
    // Seen at once for the usual signature; a thread would take longer to hear of it.
    faultOfSigned: async (prepared, signed) =>
      isPlainlySigned(prepared, signed) ? undefined : run('faultOfSigned', [prepared, signed]),
    sign: (folder, pdf, request) => run('sign', { folder, pdf, request }),
    close: async () => (await opened)?.close(),
  }
}
