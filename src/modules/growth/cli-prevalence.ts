// `puja growth prevalence`: prevalence tables of a survey or a mass weighing, with confidence intervals.
// Must stay true: the figures are those of prevalence/tables.ts; everything left out is counted and told.
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { type CliIo, lineReports, openInput, Sink, sentences } from './cli-io.ts'
import { anthroLayout, tableLayout } from './prevalence/layout.ts'
import { type DesignColumns, PrevalenceFile } from './prevalence/read-file.ts'
import { computePrevalence } from './prevalence/tables.ts'

const encoder = new TextEncoder()

export type PrevalenceOptions = DesignColumns & {
  readonly file: string
  readonly layout: 'table' | 'anthro'
  readonly language: Language
}

/** Exit code: 0 done, 1 refused. */
export async function prevalenceCommand(options: PrevalenceOptions, io: CliIo): Promise<number> {
  const { language } = options
  const errors = new Sink(io.stderr)
  const refused = async (refusals: readonly Refusal[]) => {
    await errors.write(sentences(refusals, language))
    await errors.end()
    return 1
  }
  const input = await openInput(options.file, io.stdin)
  if (!input.ok) return refused(input.refusals)
  const file = new PrevalenceFile(options)
  for await (const piece of input.value) {
    const done = file.push(typeof piece === 'string' ? encoder.encode(piece) : piece, false)
    if (!done.ok) return refused(done.refusals)
  }
  const done = file.push(new Uint8Array(0), true)
  if (!done.ok) return refused(done.refusals)
  await errors.write(lineReports(file.reports, language))
  const result = computePrevalence(file.data)
  if (result.excluded === file.data.rows) return refused(refuse('growth.csv-nobody').refusals)
  await errors.write(notes(file.reports.length, result.excluded, result.withoutWeight, language))
  const output = new Sink(io.stdout)
  await output.write(options.layout === 'anthro' ? anthroLayout(result.rows) : tableLayout(result.rows))
  await output.end()
  if (output.failure !== undefined)
    return refused(refuse('growth.output-failed', undefined, { reason: output.failure }).refusals)
  await errors.end()
  return 0
}

function notes(bad: number, excluded: number, withoutWeight: number, language: Language): string {
  const id = language === 'id'
  return [
    bad > 0
      ? id
        ? `${bad} baris tidak bisa dibaca dan tidak dihitung.`
        : `${bad} records could not be read and are left out.`
      : '',
    excluded > 0
      ? id
        ? `${excluded} anak tidak dihitung: lebih dari 1.826 hari, atau tanpa klaster atau strata.`
        : `${excluded} children are left out: older than 1,826 days, or without cluster or stratum.`
      : '',
    withoutWeight > 0
      ? id
        ? `${withoutWeight} anak tanpa bobot dihitung dengan bobot 0.`
        : `${withoutWeight} children without a weight count with weight 0.`
      : '',
  ]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}
