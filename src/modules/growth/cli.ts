// `puja growth …`: the WHO scores at the command line, for surveys and for checking this program against others.
// Must stay true: exit codes 0 done, 1 refused, 2 used wrongly; the lead of the command line calls growthCli.
import type { Language } from '../../kernel/text.ts'
import { type CliIo, Sink } from './cli-io.ts'
import { zscoresCommand } from './cli-zscores.ts'

const HELP = `Usage: puja growth COMMAND [options]

Commands
  zscores [FILE|-]    WHO z-scores of every child of a CSV file (standard input without a name)
  help                this text

puja growth zscores [--strict] [--lang id|en] [FILE|-]
  Input   CSV, UTF-8, comma separated, first line with these columns in any order, others may stand between them:
            id, sex (1 m L boy, 2 f P girl), age_days, weight_kg, lenhei_cm, measure (l lying, h standing),
            headc_cm, muac_cm, triskin_mm, subskin_mm, oedema (y, n). An empty cell is "not measured".
  Output  every input column as it stood, then clenhei, cmeasure, c9mo_flag, cbmi and, for len wei wfl bmi hc ac ts ss,
            z.. (two decimals) and f.. (1 = implausible, measure again). Old columns of these names are replaced.
  A line that cannot be read is told on standard error with its number and the reason, and stays in the output with
  empty results: fields that are missing are empty, fields too many are kept together in the last input column.
  --strict      exit code 1 when any line could not be read (otherwise 0: the output is complete)
  --lang id|en  language of the reports (en)

Exit codes: 0 done, 1 refused (no such file, a column is missing, lines with --strict), 2 used wrongly.
`

type Parsed = {
  readonly files: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly language: Language
  readonly wrong?: string
}

function parseArgs(args: readonly string[], allowed: readonly string[]): Parsed {
  const files: string[] = []
  const flags = new Set<string>()
  let language: Language = 'en'
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--lang' || arg.startsWith('--lang=')) {
      const value = arg === '--lang' ? args[++i] : arg.slice(7)
      if (value !== 'id' && value !== 'en') return { files, flags, language, wrong: '--lang wants id or en' }
      language = value
    } else if (arg === '--') {
      files.push(...args.slice(i + 1))
      break
    } else if (arg.startsWith('-') && arg !== '-') {
      if (!allowed.includes(arg)) return { files, flags, language, wrong: `unknown option ${arg}` }
      flags.add(arg)
    } else files.push(arg)
  }
  return { files, flags, language }
}

/** Runs one growth command; resolves to the exit code. Throws only on a fault of the streams. */
export async function growthCli(args: string[], io: CliIo): Promise<number> {
  const [command, ...rest] = args
  const say = async (stream: NodeJS.WritableStream, text: string, code: number) => {
    const sink = new Sink(stream)
    await sink.write(text)
    await sink.end()
    return code
  }
  if (command === undefined) return say(io.stderr, HELP, 2)
  if (command === 'help' || command === '--help' || command === '-h' || rest.includes('--help') || rest.includes('-h'))
    return say(io.stdout, HELP, 0)
  if (command === 'zscores') {
    const { files, flags, language, wrong } = parseArgs(rest, ['--strict'])
    if (wrong !== undefined || files.length > 1) return say(io.stderr, `${wrong ?? 'one file at a time'}\n\n${HELP}`, 2)
    return zscoresCommand({ file: files[0] ?? '-', strict: flags.has('--strict'), language }, io)
  }
  return say(io.stderr, `unknown command ${command}\n\n${HELP}`, 2)
}
