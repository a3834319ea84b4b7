// `puja growth zscores`: scores a CSV file of children, however long, with the same memory.
// Must stay true: results go to standard output only, reports to standard error only; no child is dropped.
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { type CliIo, lineReports, openInput, Sink, sentences } from './cli-io.ts'
import { ScoreFile } from './csv/score-file.ts'

const encoder = new TextEncoder()

export type ZscoresOptions = { readonly file: string; readonly strict: boolean; readonly language: Language }

/** Exit code: 0 done, 1 refused (or bad lines with `strict`). */
export async function zscoresCommand(options: ZscoresOptions, io: CliIo): Promise<number> {
  const { language } = options
  const errors = new Sink(io.stderr)
  const refused = async (refusals: readonly Refusal[]) => {
    await errors.write(sentences(refusals, language))
    await errors.end()
    return 1
  }
  const input = await openInput(options.file, io.stdin)
  if (!input.ok) return refused(input.refusals)
  const output = new Sink(io.stdout)
  const scored = new ScoreFile()
  const push = async (piece: Uint8Array, last: boolean) => {
    const done = scored.push(piece, last)
    for (const ready of scored.take(last || !done.ok)) await output.write(ready)
    await errors.write(lineReports(scored.takeReports(), language))
    return done
  }
  for await (const piece of input.value) {
    const done = await push(typeof piece === 'string' ? encoder.encode(piece) : piece, false)
    if (!done.ok) return refused(done.refusals)
    if (output.gone) break
  }
  if (!output.gone) {
    const done = await push(new Uint8Array(0), true)
    if (!done.ok) return refused(done.refusals)
  }
  await output.end()
  if (output.failure !== undefined)
    return refused(refuse('growth.output-failed', undefined, { reason: output.failure }).refusals)
  if (scored.replaced.length > 0) await errors.write(replacedNote(scored.replaced, language))
  if (scored.rows === 0 && !output.gone) await errors.write(noChildren(language))
  if (scored.badRows > 0) await errors.write(summary(scored.rows, scored.badRows, language))
  await errors.end()
  return options.strict && scored.badRows > 0 ? 1 : 0
}

function summary(rows: number, bad: number, language: Language): string {
  return language === 'id'
    ? `${bad} dari ${rows} baris tidak bisa dihitung; hasilnya dikosongkan.\n`
    : `${bad} of ${rows} records could not be scored; their results are empty.\n`
}

function noChildren(language: Language): string {
  return language === 'id'
    ? 'Berkas ini hanya berisi baris judul; tidak ada anak untuk dihitung.\n'
    : 'This file holds its header only; there is no child to score.\n'
}

function replacedNote(names: readonly string[], language: Language): string {
  return language === 'id'
    ? `Hasil lama diganti: ${names.join(', ')}.\n`
    : `Old results replaced: ${names.join(', ')}.\n`
}
