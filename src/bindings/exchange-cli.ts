// `puja growth export` and `puja growth import`: the same use cases as the pages, for whoever keeps the server. Must stay true:
// JSON lines on standard output, progress and messages on standard error; exit code 2 for bad usage, 1 for refusals; the
// operator acts as head of the health centre that is named, and the journal says so.
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Refusal } from '../kernel/refusal.ts'
import { isTenantCode } from '../kernel/region-code.ts'
import { fill, type Language } from '../kernel/text.ts'
import { todayIn, WITA } from '../kernel/zone.ts'
import type { GrowthContext } from '../modules/growth/context.ts'
import type { EditionBook } from '../modules/growth/edition/edition-book.ts'
import { dropImport, planImport } from '../modules/growth/exchange/commands.ts'
import { confirmImport } from '../modules/growth/exchange/confirm-commands.ts'
import { exportSheets } from '../modules/growth/exchange/export-queries.ts'
import { EXPORT_TABLES } from '../modules/growth/exchange/export-tables.ts'
import { previewImport } from '../modules/growth/exchange/import-file.ts'
import type { Answer } from '../modules/growth/exchange/incoming.ts'
import { refusals } from '../modules/growth/exchange/refusals.ts'
import { undoImport } from '../modules/growth/exchange/undo-commands.ts'
import { listRegions } from '../modules/regions/store.ts'
import type { Database } from '../platform/db/database.ts'
import { EnvFault, readEnv } from '../platform/env.ts'
import type { Visitor } from '../platform/http/visitor.ts'
import { type KeyRing, openKeyRing } from '../platform/secrets/key-ring.ts'
import { editionBook } from './growth-context.ts'
import { openFor } from './maintenance.ts'

export const EXCHANGE_HELP = `Usage: puja growth export TABLE.FORMAT --region CODE --centre UNIT [--month YYYY-MM] [--out FILE]
       puja growth import FILE --region CODE --centre UNIT --preview
       puja growth import FILE --region CODE --centre UNIT --confirm [--accept-proposals]
       puja growth import --undo ID --region CODE --centre UNIT

TABLE.FORMAT  ${EXPORT_TABLES.map(({ key, formats }) => `${key}.${formats.join('|')}`).join('  ')}
--centre      the unit of the health centre; its head's area is what may be read and written
--preview     one JSON line for each line of the file (line, state, reasons), then one with counts; nothing is kept
--confirm     writes what the preview shows; lines that are asked about are left out, or written by the proposal
              with --accept-proposals. The same file again changes nothing
--undo ID     takes an import back
--lang id|en  language of the sentences (en)
On the embedded database stop the server first; with PostgreSQL it may run on.
Exit codes: 0 done, 1 refused, 2 used wrongly.
`
type Io = { readonly stdout: NodeJS.WritableStream; readonly stderr: NodeJS.WritableStream }
type Asked = {
  readonly words: readonly string[]
  readonly values: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
}
const VALUES = ['--region', '--centre', '--month', '--out', '--undo', '--lang']
const FLAGS = ['--preview', '--confirm', '--accept-proposals']

function readArguments(args: readonly string[]): Asked | string {
  const words: string[] = []
  const values = new Map<string, string>()
  const flags = new Set<string>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    const [name = '', inline] = arg.split(/=(.*)/s)
    if (FLAGS.includes(arg)) flags.add(arg)
    else if (VALUES.includes(name)) {
      const value = inline ?? args[++i]
      if (value === undefined) return `${name} wants a value`
      values.set(name, value)
    } else if (arg.startsWith('-')) return `unknown option ${arg}`
    else words.push(arg)
  }
  for (const needed of ['--region', '--centre']) if (!values.has(needed)) return `${needed} is needed`
  return { words, values, flags }
}

/** `args` begins with `export` or `import`. */
export async function exchangeCommand(args: readonly string[], io: Io): Promise<number> {
  const [command, ...rest] = args
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(EXCHANGE_HELP)
    return 0
  }
  const asked = readArguments(rest)
  const wrong = typeof asked === 'string' ? asked : faultOf(command ?? '', asked)
  if (typeof asked === 'string' || wrong !== undefined) {
    io.stderr.write(`${wrong}\n\n${EXCHANGE_HELP}`)
    return 2
  }
  try {
    const env = readEnv()
    const database = await openFor(env)
    try {
      const book = editionBook(database)
      const region = asked.values.get('--region') ?? ''
      if (isTenantCode(region)) await book.ready(region)
      const context = contextOf(database, book, await openKeyRing(env.secretsFolder), env.clock.now())
      return await runExchange(command ?? '', asked, context, io)
    } finally {
      await database.close()
    }
  } catch (error) {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof EnvFault ? 2 : 1
  }
}

function faultOf(command: string, { words, values, flags }: Asked): string | undefined {
  if (!['id', 'en'].includes(values.get('--lang') ?? 'en')) return '--lang wants id or en'
  if (command === 'export') return words.length === 1 ? undefined : 'name one TABLE.FORMAT'
  if (values.has('--undo')) return words.length === 0 ? undefined : '--undo wants no file'
  if (words.length !== 1) return 'name one file'
  return flags.has('--preview') === flags.has('--confirm') ? 'choose --preview or --confirm' : undefined
}

function contextOf(database: Database, book: EditionBook, ring: KeyRing, now: Date): GrowthContext {
  return {
    database,
    ring,
    clock: { now: () => now },
    editions: (region) => book.editions(region, todayIn(WITA, now.getTime())),
    today: () => todayIn(WITA, now.getTime()),
    dayOf: (_, at) => todayIn(WITA, at.getTime()),
    visitor: () => Promise.reject(new Error('The command line has no requests.')),
    villageName: () => undefined,
  }
}

/** The work itself, on an open database; apart for tests. */
export async function runExchange(command: string, asked: Asked, context: GrowthContext, io: Io): Promise<number> {
  const language: Language = asked.values.get('--lang') === 'id' ? 'id' : 'en'
  const tell = (refusal: Refusal) => {
    const known = Object.entries(refusals).find(([code]) => code === refusal.code)
    return known === undefined ? refusal.code : fill(known[1].text[language], refusal.params ?? {})
  }
  const refused = (list: readonly Refusal[]) => {
    for (const refusal of list)
      io.stderr.write(
        `${refusal.code === 'not-found' ? 'There is no such region, health centre, table or import.' : tell(refusal)}\n`,
      )
    return 1
  }
  const say = (value: unknown) => io.stdout.write(`${JSON.stringify(value)}\n`)
  const region = asked.values.get('--region') ?? ''
  const info = (await context.database.asPlatform(listRegions)).find(({ code }) => code === region)
  if (info === undefined) return refused([{ code: 'not-found' }])
  const visitor = operator(region, info.time_zone, asked.values.get('--centre') ?? '', language, tell)

  if (command === 'export') {
    const [table = '', format = ''] = (asked.words[0] ?? '').split('.')
    const month = asked.values.get('--month') ?? context.today(region).slice(0, 7)
    const made = await exportSheets(context, visitor, { table, format, month })
    if (!made.ok) return refused(made.refusals)
    const out = asked.values.get('--out')
    if (out === undefined) io.stdout.write(made.value.bytes)
    else {
      await writeFile(out, made.value.bytes, { mode: 0o600 })
      say({ file: out, bytes: made.value.bytes.length })
    }
    return 0
  }
  const undo = asked.values.get('--undo')
  if (undo !== undefined) {
    const done = await undoImport(context, visitor, undo)
    if (!done.ok) return refused(done.refusals)
    say({ importId: undo, ...done.value })
    return 0
  }
  const file = asked.words[0] ?? ''
  const bytes = await readFile(file)
  const planned = await planImport(context, visitor, { name: basename(file), bytes })
  if (!planned.ok) return refused(planned.refusals)
  const { importId, known } = planned.value
  const seen = await previewImport(context, visitor, importId)
  if (!seen.ok) return refused(seen.refusals)
  for (const { line, state, reasons, question } of seen.value.plan)
    if (state !== 'same' || reasons.length > 0)
      say({ line, state, reasons: [...reasons, ...(question === undefined ? [] : [question])].map(tell) })
  if (asked.flags.has('--preview')) {
    if (!known) await dropImport(context, visitor, importId)
    say({ counts: seen.value.counts, state: known ? seen.value.head.state : 'preview' })
    return 0
  }
  const answer: Answer = asked.flags.has('--accept-proposals') ? 'proposed' : 'skip'
  const answers = Object.fromEntries(
    seen.value.plan.filter(({ state }) => state === 'asked').map(({ line }) => [String(line), answer]),
  )
  const done = await confirmImport(context, visitor, importId, { digest: seen.value.digest, answers }, (part, all) =>
    io.stderr.write(`\r${part} / ${all}${part === all ? '\n' : ''}`),
  )
  if (!done.ok) return refused(done.refusals)
  say({ importId, counts: done.value })
  return 0
}

function operator(
  region: string,
  timeZone: string,
  centre: string,
  language: Language,
  tell: (refusal: Refusal) => string,
): Visitor {
  const name = 'Operator'
  return {
    requestId: 'cli',
    language,
    region: { code: region, name: region, hue: 168, timeZone, office: '' },
    actor: {
      accountId: 'system:operator',
      name,
      sessionId: 'cli',
      assignments: [{ role: 'health-centre-head', region, place: region, services: ['*'], unit: name, unitId: centre }],
    },
    page: {
      language,
      region: { code: region, name: region, hue: 168 },
      path: '/',
      demo: false,
      assets: { styles: [], islands: {} },
    },
    demo: false,
    device: 'puja',
    tell,
    statusOf: () => 422,
  }
}
