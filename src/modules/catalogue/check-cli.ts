// `puja services check [DIR]` and `puja services list [DIR]`: for those who write services. Exit codes: 0 without faults,
// 1 with faults, 2 when the command itself is wrong. `--json` writes one JSON object for machines.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readOfficeCalendar } from '../../kernel/office-calendar.ts'
import { type WorkingCalendar, workingCalendar } from '../../kernel/working-time.ts'
import { packagePath } from '../../platform/paths.ts'
import { checkServices } from './check.ts'
import { compileService } from './compile.ts'
import { ExampleSchema } from './example.ts'
import { type ExampleEnvironment, runExample } from './examples.ts'
import { readShape } from './fault.ts'
import { readCalendarFile, readServices, type ServicesFolder } from './files.ts'

export interface CliOutput {
  out(line: string): void
  err(line: string): void
}

const USAGE = `puja services check [DIR] [--only ID]... [--json]   names every fault: file, place, sentence
puja services run [DIR] [--only ID]...              runs every example and writes what came out, one JSON line each
puja services list [DIR] [--json]                   lists the services of the folder
puja services publish | install | diff | upgrade | pause | offer | list --region CODE   about an installation: see services publish --help
DIR is ./services unless given, or this program's own where there is none. Shared parts and calendars that it does not have are taken from this program.`

/** Runs the command with its arguments (without `services`) and gives the exit code. */
export async function servicesCli(args: readonly string[], io: CliOutput): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(USAGE)
    return 0
  }
  const read = readArguments(args)
  if (read === undefined) {
    io.err(USAGE)
    return 2
  }
  const { command, directory, only, json } = read
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    io.err(`There is no folder ${directory}.`)
    return 2
  }
  if (command === 'list') return list(directory, json, io)
  const folder = withOwnShared(readServices(directory))
  if (folder.services.length === 0) {
    io.err(`There is no service in ${directory}: each is a folder of it with a service.json.`)
    return 1
  }
  const unknown = (only ?? []).filter((id) => !folder.services.some((one) => one.id === id))
  if (unknown.length > 0) {
    io.err(`There is no service ${unknown.join(', ')} in ${directory}.`)
    return 2
  }
  const environment = exampleEnvironment(join(directory, '..', 'instruments'), packagePath('instruments'))
  return command === 'check'
    ? check(directory, folder, environment, only, json, io)
    : run(folder, environment, only, io)
}

type Arguments = {
  readonly command: 'check' | 'list' | 'run'
  readonly directory: string
  readonly only?: readonly string[]
  readonly json: boolean
}

function readArguments([command, ...rest]: readonly string[]): Arguments | undefined {
  if (command !== 'check' && command !== 'list' && command !== 'run') return undefined
  const only: string[] = []
  const directories: string[] = []
  let json = false
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index]!
    if (word === '--json') json = true
    else if (word === '--only') {
      const id = rest[++index]
      if (id === undefined) return undefined
      only.push(id)
    } else if (word.startsWith('-')) return undefined
    else directories.push(word)
  }
  if (directories.length > 1) return undefined
  return {
    command,
    directory: directories[0] ?? (existsSync('services') ? 'services' : packagePath('services')),
    json,
    ...(only.length === 0 ? {} : { only }),
  }
}

function check(
  directory: string,
  folder: ServicesFolder,
  environment: ExampleEnvironment,
  only: readonly string[] | undefined,
  json: boolean,
  io: CliOutput,
): number {
  const result = checkServices(folder, environment, only)
  const faults = result.faults.map((fault) => ({ ...fault, file: pathOf(directory, fault.file) }))
  const examples = result.services.reduce((sum, one) => sum + one.examples, 0)
  if (json)
    io.out(
      JSON.stringify({
        services: result.services.map(({ id, examples: count }) => ({ id, examples: count })),
        faults,
      }),
    )
  else {
    for (const fault of faults)
      io.out(`${fault.file}${fault.pointer === '' ? '' : `#${fault.pointer}`}: ${fault.message}`)
    io.out(
      faults.length === 0
        ? `${counted(result.services.length, 'service')} and ${counted(examples, 'example')} are true.`
        : `${counted(faults.length, 'fault')}.`,
    )
  }
  return faults.length === 0 ? 0 : 1
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** Where the file of a fault lies, as whoever asked can open it: in their folder, or among the shared parts of this program. */
function pathOf(directory: string, file: string): string {
  const inside = file.replace(/^services\//, '')
  const theirs = join(directory, inside)
  const own = packagePath('services', inside)
  return inside.startsWith('shared/') && !existsSync(theirs) && existsSync(own) ? own : theirs
}

/** What each example gives, for whoever writes its `expect`. A service that does not compile is left to `check`. */
function run(
  folder: ServicesFolder,
  environment: ExampleEnvironment,
  only: readonly string[] | undefined,
  io: CliOutput,
): number {
  let faults = 0
  for (const one of folder.services.filter(({ id }) => only === undefined || only.includes(id))) {
    const { service } = compileService(one.service, folder.shared, one.id)
    for (const [name, raw] of Object.entries(one.examples)) {
      const example = readShape(ExampleSchema, raw, name)
      if (service === undefined || example.value === undefined) {
        faults += 1
        io.err(`services/${one.id}/examples/${name}.json: cannot run; see services check`)
      } else
        io.out(
          JSON.stringify({
            service: one.id,
            example: name,
            ...runExample(service, example.value, environment).outcome,
          }),
        )
    }
  }
  return faults === 0 ? 0 : 1
}

function list(directory: string, json: boolean, io: CliOutput): number {
  const folder = withOwnShared(readServices(directory))
  const rows = folder.services.map((one) => {
    const { service } = compileService(one.service, folder.shared, one.id)
    return {
      id: one.id,
      name: service?.definition.texts.name.id ?? '(faulty, see services check)',
      questions: Object.keys(service?.fields ?? {}).length,
      examples: Object.keys(one.examples).length,
    }
  })
  if (json) io.out(JSON.stringify(rows))
  else
    for (const row of rows)
      io.out(`${row.id.padEnd(26)} ${row.name} (${row.questions} questions at most, ${row.examples} examples)`)
  return 0
}

/** A folder of a region's own services leans on the shared parts of this program; what it has itself wins. */
export function withOwnShared(folder: ServicesFolder): ServicesFolder {
  const own = readServices(packagePath('services'))
  return {
    ...folder,
    shared: {
      groups: { ...own.shared.groups, ...folder.shared.groups },
      processes: { ...own.shared.processes, ...folder.shared.processes },
      notices: { ...own.shared.notices, ...folder.shared.notices },
    },
    sharedTemplates: { ...own.sharedTemplates, ...folder.sharedTemplates },
    inheritedForms: own.forms,
    inheritedServices: own.services,
  }
}

/** What examples need from the installation: its office calendars, each read once, from the first folder that has it. */
export function exampleEnvironment(...instruments: readonly string[]): ExampleEnvironment {
  const known = new Map<string, WorkingCalendar | undefined>()
  return {
    calendar: (id) => {
      if (!known.has(id)) {
        const raw = instruments.map((folder) => readCalendarFile(folder, id)).find((one) => one !== undefined)
        const read = readOfficeCalendar(raw)
        known.set(id, read.ok ? workingCalendar(read.value) : undefined)
      }
      return known.get(id)
    },
  }
}
