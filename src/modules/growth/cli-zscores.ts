// `puja growth zscores`: scores a CSV file of children, however long, with the same memory.
// Must stay true: results go to standard output only, reports to standard error only; no child is dropped.
import type { Language } from '../../kernel/text.ts'
import { type CliIo, openInput, Sink, sentence } from './cli-io.ts'
import { ScoreFile } from './csv/score-file.ts'

const encoder = new TextEncoder()

export type ZscoresOptions = { readonly file: string; readonly strict: boolean; readonly language: Language }

/** Exit code: 0 done, 1 refused (or bad lines with `strict`). */
export async function zscoresCommand(options: ZscoresOptions, io: CliIo): Promise<number> {
  const { language } = options
  const errors = new Sink(io.stderr)
  const input = await openInput(options.file, io.stdin)
  if (!input.ok) {
    await errors.write(`${input.refusals.map((r) => sentence(r, language)).join('\n')}\n`)
    await errors.end()
    return 1
  }
  const output = new Sink(io.stdout)
  const scored = new ScoreFile()
  let code = 0
  const word = language === 'id' ? 'baris' : 'line'
  const hand = async (all: boolean) => {
    for (const piece of scored.take(all)) await output.write(piece)
    const reports = scored.takeReports()
    if (reports.length > 0)
      await errors.write(reports.map((r) => `${word} ${r.line}: ${sentence(r.refusal, language)}\n`).join(''))
  }
  const push = async (piece: Uint8Array, last: boolean) => {
    const done = scored.push(piece, last)
    await hand(last || !done.ok)
    if (done.ok) return true
    await errors.write(`${done.refusals.map((r) => sentence(r, language)).join('\n')}\n`)
    code = 1
    return false
  }
  let going = true
  for await (const piece of input.value) {
    going = (await push(typeof piece === 'string' ? encoder.encode(piece) : piece, false)) && !output.gone
    if (!going) break
  }
  if (going) going = await push(new Uint8Array(0), true)
  await output.end()
  if (going && scored.replaced.length > 0) await errors.write(replacedNote(scored.replaced, language))
  if (scored.badRows > 0) {
    await errors.write(summary(scored.rows, scored.badRows, language))
    if (options.strict) code = 1
  }
  await errors.end()
  return code
}

function summary(rows: number, bad: number, language: Language): string {
  return language === 'id'
    ? `${bad} dari ${rows} baris tidak bisa dihitung; hasilnya dikosongkan.\n`
    : `${bad} of ${rows} records could not be scored; their results are empty.\n`
}

function replacedNote(names: readonly string[], language: Language): string {
  return language === 'id'
    ? `Hasil lama diganti: ${names.join(', ')}.\n`
    : `Old results replaced: ${names.join(', ')}.\n`
}
