// `npx puja services publish | draft | install | diff | upgrade | pause | offer | list --region`: from flags to one request and its answer. Must
// stay true: JSON on stdout, sentences on stderr; exit code 2 for bad usage, 1 for a refusal.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ServicesRequest } from './services-requests.ts'
import type { SetupIo } from './setup-cli.ts'
import type { SetupAnswer } from './setup-requests.ts'

const USAGE = `Usage: npx puja services publish DIR                  every service of the folder as a revision, or none
       npx puja services draft --region CODE DIR --note TEXT   what differs in the folder, for a second person to publish
       npx puja services list --region CODE               what the region has, and where a newer revision is published
       npx puja services diff --region CODE ID            what installing the newest revision would change
       npx puja services install --region CODE ID         a service the region has not, or with another overlay
       npx puja services upgrade --region CODE ID         to the newest revision, with the overlay it has
       npx puja services pause --region CODE ID           no new applications; those under way go on
       npx puja services offer --region CODE ID           new applications again
diff, install and upgrade take [--revision HASH] [--overlay overlay.json]; install and upgrade [--confirm] after a look at diff.`

/** Whether these arguments of `services` are about an installation, not about a folder. */
export function isAboutInstallation(args: readonly string[]): boolean {
  const [command] = args
  return (
    ['publish', 'draft', 'install', 'diff', 'upgrade', 'pause', 'offer'].includes(command ?? '') ||
    (command === 'list' && args.some((word) => word === '--region' || word.startsWith('--region=')))
  )
}

/** A sentence when the usage is bad; an empty one when the usage says it all. */
export function readServicesRequest(args: readonly string[]): ServicesRequest | string {
  const word = { type: 'string' } as const
  const read = () =>
    parseArgs({
      args: [...args],
      options: { region: word, revision: word, overlay: word, note: word, confirm: { type: 'boolean' } },
      allowPositionals: true,
    })
  let parsed: ReturnType<typeof read>
  try {
    parsed = read()
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  const { region, revision, overlay, confirm, note } = parsed.values
  const [command, subject, ...rest] = parsed.positionals
  if (rest.length > 0) return ''
  if (command === 'publish') {
    if (subject === undefined || Object.keys(parsed.values).length > 0) return ''
    const folder = resolve(subject)
    return isFolder(folder) ? { command, folder } : `There is no folder ${subject}.`
  }
  if (region === undefined) return '--region is missing.'
  if (command === 'draft') {
    if (subject === undefined || note === undefined) return subject === undefined ? '' : '--note is missing.'
    const folder = resolve(subject)
    return isFolder(folder) ? { command, region, folder, note } : `There is no folder ${subject}.`
  }
  if (command === 'list') return subject === undefined ? { command, region } : ''
  if (command === 'pause' || command === 'offer') {
    const isPlain = overlay === undefined && revision === undefined && confirm === undefined && note === undefined
    return subject !== undefined && isPlain ? { command, region, service: subject } : ''
  }
  if ((command !== 'install' && command !== 'diff' && command !== 'upgrade') || subject === undefined) return ''
  const own = overlay === undefined ? undefined : readOverlayFile(overlay)
  if (typeof own === 'string') return own
  return {
    command,
    region,
    service: subject,
    confirmed: confirm === true,
    ...(revision === undefined ? {} : { revision }),
    ...(own === undefined ? {} : { overlay: own.overlay }),
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

function readOverlayFile(path: string): { readonly overlay: unknown } | string {
  try {
    return { overlay: JSON.parse(readFileSync(path, 'utf8')) as unknown }
  } catch (error) {
    return `${path} cannot be read as JSON: ${error instanceof Error ? error.message : ''}`
  }
}

export async function servicesInstallationCli(
  args: readonly string[],
  io: SetupIo,
  run: (request: ServicesRequest) => Promise<SetupAnswer>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(USAGE)
    return 0
  }
  const request = readServicesRequest(args)
  if (typeof request === 'string') {
    io.err(request === '' ? USAGE : `${request}\n${USAGE}`)
    return 2
  }
  const done = await run(request)
  if (done.ok) {
    io.out(JSON.stringify(done.value))
    return 0
  }
  for (const refusal of done.refusals) io.err(`${refusal.at === undefined ? '' : `${refusal.at}: `}${refusal.text}`)
  return 1
}
