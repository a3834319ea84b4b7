// `npx puja`: the same rules as the pages. Machine-readable output on stdout, messages on stderr; exit code 2 for bad
// usage, 1 for refusals. Each command loads only what it needs.

type Io = { stdin: NodeJS.ReadableStream; stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream }
type Command = { readonly about: string; readonly run: (args: string[], io: Io) => Promise<number> }

const COMMANDS: Readonly<Record<string, Command>> = {
  growth: {
    about: 'z-scores of children by the WHO standards, prevalence tables; export and import of sheets',
    run: async (args, io) =>
      args[0] === 'export' || args[0] === 'import'
        ? (await import('./bindings/exchange-cli.ts')).exchangeCommand(args, io)
        : (await import('./modules/growth/cli.ts')).growthCli(args, io),
  },
  satisfaction: {
    about: 'the satisfaction index, exactly',
    run: async (args, io) => (await import('./modules/satisfaction/cli.ts')).satisfactionCli(args, io),
  },
  services: {
    about: 'check the definitions of services; publish, install, upgrade them',
    run: async (args, io) => {
      if ((await import('./bindings/services-cli.ts')).isAboutInstallation(args))
        return (await import('./bindings/maintenance.ts')).servicesCommand(args, io)
      return (await import('./modules/catalogue/check-cli.ts')).servicesCli(args, {
        out: (line) => io.stdout.write(`${line}\n`),
        err: (line) => io.stderr.write(`${line}\n`),
      })
    },
  },
  demo: {
    about: 'fill an empty installation with invented residents: --residents N',
    run: async (args, io) =>
      (await import('./bindings/maintenance.ts')).demoCommand(
        args,
        io,
        new URL('./population-worker.js', import.meta.url),
      ),
  },
  region: {
    about: 'add a region with its office, list regions',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).setupCommand('region', args, io),
  },
  officer: {
    about: 'invite officers, list them, end roles, give new keys',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).setupCommand('officer', args, io),
  },
  audit: {
    about: 'audit verify [REGION]: is the journal whole?',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).auditCommand(args, io),
  },
  retention: {
    about: 'retention list | run: when what is kept no longer was removed; remove it now',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).retentionCommand(args, io),
  },
  jobs: {
    about: 'list work behind the requests, what failed for good; try that again',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).jobsCommand(args, io),
  },
  keys: {
    about: 'list, rotate, reseal, remove: keys of sealed values',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).keysCommand(args, io),
  },
  partner: {
    about: 'partners that check data: list them, make a key',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).partnerCommand(args, io),
  },
  backup: {
    about: 'write everything into a new folder',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).backupCommand(args, io),
  },
  restore: {
    about: 'read a backup into an empty place',
    run: async (args, io) => (await import('./bindings/maintenance.ts')).restoreCommand(args, io),
  },
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2
  return `puja: the command line of Puja Indah\n\nUsage: npx puja COMMAND [--help]\n\n${Object.entries(COMMANDS)
    .map(([name, { about }]) => `  ${name.padEnd(width)}${about}`)
    .join('\n')}\n\nOutput for machines goes to stdout, messages to stderr. Exit code 2: bad usage; 1: refused.\n`
}

/** What went wrong with standard output; a reader that left (`| head`) is no fault, and the work is done to its end. */
function watchOutput(): () => string | undefined {
  let fault: string | undefined
  const note = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') fault ??= error.code ?? error.message
  }
  process.stdout.on('error', note)
  process.stderr.on('error', () => {})
  return () => fault
}

/** One command with its exit code, apart from the process. */
export async function runCommand(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) {
    io.stderr.write(help())
    return 2
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    io.stdout.write(help())
    return 0
  }
  const [wanted = '', words] = name === 'help' ? [rest[0], ['--help']] : [name, rest]
  const command = Object.hasOwn(COMMANDS, wanted) ? COMMANDS[wanted] : undefined
  if (command !== undefined) return command.run(words, io)
  io.stderr.write(`puja: there is no command "${wanted}". See npx puja --help\n`)
  return 2
}

export async function main(args: string[]): Promise<void> {
  const faultOfOutput = watchOutput()
  const code = await runCommand(args, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr })
  // What was written is out before the program ends; a database left open by a failed start must not keep it alive.
  await new Promise<void>((resolve) => {
    process.stdout.write('', () => resolve())
  })
  const fault = faultOfOutput()
  if (fault !== undefined && code === 0)
    process.stderr.write(`puja: the output could not be written (${fault}). Check the space left, then run it again.\n`)
  process.exit(fault === undefined ? code : code || 1)
}
