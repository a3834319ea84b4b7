// The streams of the growth commands: reading a file or standard input, writing without overrunning a slow reader.
// Must stay true: a reader that goes away (head, a closed pipe) ends the work quietly and is no failure.
import { createReadStream } from 'node:fs'
import { accept, type Refusal, type Result, refuse } from '../../kernel/refusal.ts'
import { fill, type Language, say } from '../../kernel/text.ts'
import { refusals } from './refusals.ts'

export type CliIo = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
}

/** A stream to write to. `gone` once nothing more can be written; `failure` names why, unless its reader just left. */
export class Sink {
  gone = false
  failure: string | undefined
  private wake: (() => void) | undefined
  private readonly stream: NodeJS.WritableStream
  private readonly onError = (error: NodeJS.ErrnoException) => {
    this.gone = true
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') this.failure ??= error.code ?? error.message
    this.wake?.()
  }
  private readonly onReady = () => this.wake?.()

  constructor(stream: NodeJS.WritableStream) {
    this.stream = stream
    stream.on('error', this.onError)
    stream.on('drain', this.onReady)
    stream.on('close', this.onReady)
  }

  /** Writes and waits while the reader is behind; after a failure it does nothing. */
  async write(piece: Uint8Array | string): Promise<void> {
    if (this.gone || piece.length === 0) return
    try {
      if (this.stream.write(piece)) return
    } catch (error) {
      // a file as standard output is written at once and throws at once
      this.onError(error instanceof Error ? error : new Error(String(error)))
      return
    }
    const state = this.stream as { destroyed?: boolean; writableNeedDrain?: boolean }
    if (this.gone || state.destroyed === true || state.writableNeedDrain === false) return
    await new Promise<void>((resolve) => {
      this.wake = resolve
    })
    this.wake = undefined
  }

  /** Lets everything written reach the reader. The error listener stays: a reader may still leave afterwards. */
  async end(): Promise<void> {
    if (!this.gone) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
        this.stream.write('', () => resolve())
      })
      this.wake = undefined
    }
    this.stream.off('drain', this.onReady)
    this.stream.off('close', this.onReady)
  }
}

/** The pieces of a file, or of standard input for `-`. Refuses a file that cannot be opened. */
export async function openInput(
  file: string,
  stdin: NodeJS.ReadableStream,
): Promise<Result<AsyncIterable<string | Uint8Array>>> {
  if (file === '-') return accept(stdin)
  const stream = createReadStream(file, { highWaterMark: 1 << 20 })
  const opened = await new Promise<boolean>((resolve) => {
    stream.once('readable', () => resolve(true))
    stream.once('end', () => resolve(true))
    stream.once('error', () => resolve(false))
  })
  return opened ? accept(stream) : refuse('growth.csv-unreadable', file, { file })
}

/** The sentence of a refusal. */
export function sentence(refusal: Refusal, language: Language): string {
  const known = refusals[refusal.code as keyof typeof refusals]
  return known === undefined ? refusal.code : fill(say(known.text, language), refusal.params ?? {})
}

/** One line for each refusal. */
export function sentences(refused: readonly Refusal[], language: Language): string {
  return refused.map((refusal) => `${sentence(refusal, language)}\n`).join('')
}

export type LineReport = { readonly line: number; readonly refusal: Refusal }

/** "line 7: unknown sex ...", one a line; nothing for none. */
export function lineReports(reports: readonly LineReport[], language: Language): string {
  const word = language === 'id' ? 'baris' : 'line'
  return reports.map((report) => `${word} ${report.line}: ${sentence(report.refusal, language)}\n`).join('')
}
