// `puja growth …`: the WHO scores at the command line, for surveys and for checking this program against others.
// Must stay true: exit codes 0 done, 1 refused, 2 used wrongly; src/cli.ts calls growthCli.
import type { Language } from '../../kernel/text.ts'
import { HELP } from './cli-help.ts'
import { type CliIo, Sink } from './cli-io.ts'
import { prevalenceCommand } from './cli-prevalence.ts'
import { zscoresCommand } from './cli-zscores.ts'

type Parsed = {
  readonly files: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly wrong?: string
}

/** `--name value`, `--name=value`, `--flag`, files, and `--` before a file that begins with a dash. */
function parseArgs(
  args: readonly string[],
  allowed: { readonly flags: readonly string[]; readonly values: readonly string[] },
): Parsed {
  const files: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--') {
      files.push(...args.slice(i + 1))
      break
    }
    if (!arg.startsWith('-') || arg === '-') {
      files.push(arg)
      continue
    }
    const equals = arg.indexOf('=')
    const name = equals < 0 ? arg : arg.slice(0, equals)
    if (allowed.flags.includes(arg)) flags.add(arg)
    else if (allowed.values.includes(name)) {
      const value = equals < 0 ? args[++i] : arg.slice(equals + 1)
      if (value === undefined) return { files, flags, values, wrong: `${name} wants a value` }
      values.set(name, [...(values.get(name) ?? []), value])
    } else return { files, flags, values, wrong: `unknown option ${arg}` }
  }
  if (files.length > 1) return { files, flags, values, wrong: 'one file at a time' }
  for (const [name, given] of values)
    if (name !== '--by' && given.length > 1) return { files, flags, values, wrong: `${name} is given twice` }
  return { files, flags, values }
}

/** One of a few words, the first when not given; undefined when it is another. */
function choice<T extends string>(parsed: Parsed, name: string, words: readonly [T, ...T[]]): T | undefined {
  const given = parsed.values.get(name)?.[0]
  return given === undefined ? words[0] : words.find((word) => word === given)
}

/**
 * Runs one growth command; resolves to the exit code. `args` without the word `growth`. Reads standard input when no
 * file is named (or `-`); a reader of standard output that leaves ends the work without a failure.
 */
export async function growthCli(args: string[], io: CliIo): Promise<number> {
  const [command, ...rest] = args
  const say = async (stream: NodeJS.WritableStream, text: string, code: number) => {
    const sink = new Sink(stream)
    await sink.write(text)
    await sink.end()
    return code
  }
  const wrong = (why: string) => say(io.stderr, `${why}\n\n${HELP}`, 2)
  if (command === undefined) return say(io.stderr, HELP, 2)
  if (['help', '--help', '-h'].includes(command) || rest.includes('--help') || rest.includes('-h'))
    return say(io.stdout, HELP, 0)
  if (command !== 'zscores' && command !== 'prevalence') return wrong(`unknown command ${command}`)
  const parsed = parseArgs(
    rest,
    command === 'zscores'
      ? { flags: ['--strict'], values: ['--lang'] }
      : { flags: [], values: ['--lang', '--by', '--cluster', '--strata', '--weights', '--layout'] },
  )
  if (parsed.wrong !== undefined) return wrong(parsed.wrong)
  const language: Language | undefined = choice(parsed, '--lang', ['en', 'id'])
  if (language === undefined) return wrong('--lang wants id or en')
  const file = parsed.files[0] ?? '-'
  if (command === 'zscores') return zscoresCommand({ file, strict: parsed.flags.has('--strict'), language }, io)
  const layout = choice(parsed, '--layout', ['table', 'anthro'])
  if (layout === undefined) return wrong('--layout wants table or anthro')
  const one = (name: string) => parsed.values.get(name)?.[0]
  return prevalenceCommand(
    {
      file,
      layout,
      language,
      by: parsed.values.get('--by') ?? [],
      cluster: one('--cluster'),
      strata: one('--strata'),
      weights: one('--weights'),
    },
    io,
  )
}
