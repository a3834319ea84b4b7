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

/** A stream to write to; `gone` once its reader has left. Other faults of the stream are thrown. */
export class Sink {
  gone = false
  private fault: Error | undefined
  private wake: (() => void) | undefined
  private readonly stream: NodeJS.WritableStream
  private readonly onError = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') this.gone = true
    else this.fault = error
    this.wake?.()
  }
  private readonly onReady = () => this.wake?.()

  constructor(stream: NodeJS.WritableStream) {
    this.stream = stream
    stream.on('error', this.onError)
    stream.on('drain', this.onReady)
    stream.on('close', this.onReady)
  }

  /** Writes and waits while the reader is behind. */
  async write(piece: Uint8Array | string): Promise<void> {
    if (this.fault !== undefined) throw this.fault
    if (this.gone || this.stream.write(piece)) return
    await this.ready()
    if (this.fault !== undefined) throw this.fault
  }

  private ready(): Promise<void> {
    const state = this.stream as { destroyed?: boolean; writableNeedDrain?: boolean }
    if (this.gone || state.destroyed === true || state.writableNeedDrain === false) return Promise.resolve()
    return new Promise((resolve) => {
      this.wake = () => {
        this.wake = undefined
        resolve()
      }
    })
  }

  /** Lets everything written reach the reader, and leaves the stream as it was found. */
  async end(): Promise<void> {
    if (!this.gone && this.fault === undefined)
      await new Promise<void>((resolve) => {
        this.wake = resolve
        this.stream.write('', () => resolve())
      })
    this.wake = undefined
    // the error listener stays: a reader may still leave while the process ends
    this.stream.off('drain', this.onReady)
    this.stream.off('close', this.onReady)
    if (this.fault !== undefined) throw this.fault
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
