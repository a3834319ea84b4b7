// `npx puja region …` and `npx puja officer …`: from flags or a JSON file to one request and its answer. Must stay true:
// JSON on stdout, sentences on stderr; exit code 2 for bad usage, 1 for a refusal; nothing is asked interactively.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { isPlainDate } from '../kernel/date.ts'
import { readEmail } from '../kernel/email.ts'
import type { SetupAnswer, SetupRequest } from './setup-requests.ts'

export type SetupIo = { readonly out: (line: string) => void; readonly err: (line: string) => void }
export type SetupRun = (request: SetupRequest) => Promise<SetupAnswer>

const REGION_USAGE = `Usage: npx puja region add CODE --office NAME --head NAME --place TOWN --address TEXT --contact TEXT
         [--name NAME] [--unit NAME] [--head-nip NIP] [--calendar ID] [--zone IANA] [--hue 0..359]
       npx puja region add CODE --file region.json     the same keys: office, head, place, address, contact, name, unit,
                                                        headNip, calendar, timeZone, hue, units [{id, name}]
       npx puja region list`
const OFFICER_USAGE = `Usage: npx puja officer invite --region CODE --name NAME --email ADDRESS --role ROLE --unit UNIT
         [--place CODE] [--services ID,ID] [--until 2026-12-31]
       npx puja officer list --region CODE [--ended]
       npx puja officer end --region CODE (--assignment ID | --account ID)
       npx puja officer reset --region CODE --account ID --reason TEXT`

const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))
const PLAN = v.strictObject({
  code: v.optional(text),
  name: v.optional(text),
  office: v.optional(text),
  unit: v.optional(text),
  head: v.optional(text),
  headNip: v.optional(text),
  place: v.optional(text),
  address: v.optional(text),
  contact: v.optional(text),
  calendar: v.optional(text),
  timeZone: v.optional(
    v.pipe(
      text,
      v.check(
        (zone) => ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].includes(zone),
        'Asia/Jakarta, Asia/Makassar or Asia/Jayapura',
      ),
    ),
  ),
  hue: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(359))),
  units: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: v.pipe(text, v.regex(/^[a-z][a-z0-9-]{1,30}$/)), name: text })),
      v.minLength(1),
      v.maxLength(100),
    ),
  ),
})

/** Bad usage, in one sentence. */
class Usage extends Error {}

type Options = Parameters<typeof parseArgs>[0] extends infer T
  ? NonNullable<T> extends { options?: infer O }
    ? O
    : never
  : never
function flags(args: readonly string[], options: NonNullable<Options>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : 'bad usage')
  }
}
const one = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
function needed(values: Readonly<Record<string, unknown>>, name: string): string {
  const value = one(values[name])
  if (value === undefined) throw new Usage(`--${name} is missing.`)
  return value
}

export function readRegionRequest(args: readonly string[]): SetupRequest {
  const word = { type: 'string' } as const
  const { values, positionals } = flags(args, {
    file: word,
    name: word,
    office: word,
    unit: word,
    head: word,
    'head-nip': word,
    place: word,
    address: word,
    contact: word,
    calendar: word,
    zone: word,
    hue: word,
  })
  const [command, code, ...rest] = positionals
  if (command === 'list' && code === undefined) return { command: 'region.list' }
  if (command !== 'add' || code === undefined || rest.length > 0) throw new Usage('')
  const given = {
    name: one(values.name),
    office: one(values.office),
    unit: one(values.unit),
    head: one(values.head),
    headNip: one(values['head-nip']),
    place: one(values.place),
    address: one(values.address),
    contact: one(values.contact),
    calendar: one(values.calendar),
    timeZone: one(values.zone),
    hue: values.hue === undefined ? undefined : Number(values.hue),
  }
  const file = one(values.file)
  const all = {
    ...(file === undefined ? {} : readJson(file)),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }
  const plan = v.safeParse(PLAN, all)
  if (!plan.success)
    throw new Usage(plan.issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`).join('\n'))
  return { command: 'region.add', plan: { ...plan.output, code } }
}

function readJson(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    throw new Usage(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : ''}`)
  }
  throw new Usage(`${path} holds no JSON object.`)
}

export function readOfficerRequest(args: readonly string[]): SetupRequest {
  const word = { type: 'string' } as const
  const { values, positionals } = flags(args, {
    region: word,
    name: word,
    email: word,
    role: word,
    unit: word,
    place: word,
    services: word,
    until: word,
    assignment: word,
    account: word,
    reason: word,
    ended: { type: 'boolean' },
  })
  const [command, ...rest] = positionals
  if (rest.length > 0) throw new Usage('')
  if (command === 'list')
    return { command: 'officer.list', region: needed(values, 'region'), ended: values.ended === true }
  if (command === 'end') {
    const assignment = one(values.assignment)
    const account = one(values.account)
    if ((assignment === undefined) === (account === undefined)) throw new Usage('Name --assignment or --account.')
    return {
      command: 'officer.end',
      region: needed(values, 'region'),
      ...(assignment === undefined ? {} : { assignment }),
      ...(account === undefined ? {} : { account }),
    }
  }
  if (command === 'reset')
    return {
      command: 'officer.reset',
      region: needed(values, 'region'),
      account: needed(values, 'account'),
      reason: needed(values, 'reason'),
    }
  if (command !== 'invite') throw new Usage('')
  const email = readEmail(needed(values, 'email'))
  if (!email.ok) throw new Usage('--email is no e-mail address.')
  const until = one(values.until)
  if (until !== undefined && !isPlainDate(until)) throw new Usage('--until is a day such as 2026-12-31.')
  const place = one(values.place)
  const services = one(values.services)
  return {
    command: 'officer.invite',
    region: needed(values, 'region'),
    name: needed(values, 'name'),
    email: email.value,
    role: needed(values, 'role'),
    unit: needed(values, 'unit'),
    ...(place === undefined ? {} : { place }),
    ...(services === undefined ? {} : { services: services.split(',').map((id) => id.trim()) }),
    ...(until === undefined ? {} : { until }),
  }
}

export async function setupCli(
  kind: 'region' | 'officer',
  args: readonly string[],
  io: SetupIo,
  run: SetupRun,
): Promise<number> {
  const usage = kind === 'region' ? REGION_USAGE : OFFICER_USAGE
  if (args.includes('--help') || args.includes('-h')) {
    io.out(usage)
    return 0
  }
  let request: SetupRequest
  try {
    request = kind === 'region' ? readRegionRequest(args) : readOfficerRequest(args)
  } catch (error) {
    if (!(error instanceof Usage)) throw error
    io.err(error.message === '' ? usage : `${error.message}\n${usage}`)
    return 2
  }
  const answer = await run(request)
  if (answer.ok) {
    io.out(JSON.stringify(answer.value))
    return 0
  }
  for (const refusal of answer.refusals) io.err(`${refusal.at === undefined ? '' : `${refusal.at}: `}${refusal.text}`)
  return 1
}
