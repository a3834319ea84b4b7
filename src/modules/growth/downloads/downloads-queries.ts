// The list of tables and one table as a file. Must stay true: what is not offered is not found; each download is a row of the
// journal, and one more for each person whose data left; nothing is cut off in silence.
import { accept, type Result, refuse } from '../../../kernel/refusal.ts'
import type { Visitor } from '../../../platform/http/visitor.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { GrowthContext } from '../context.ts'
import { CONTENT_TYPES, fileBytes } from '../exchange/sheet-write.ts'
import { shiftMonth } from '../rules/measurement.ts'
import type {
  Asked,
  Download,
  DownloadRequest,
  DownloadsView,
  Narrowing,
  Reach,
  TableSource,
} from './downloads-port.ts'
import { NARROWINGS } from './downloads-port.ts'

/** More rows than this make no table that somebody reads. */
export const MOST_ROWS = 50_000
const MONTHS = 13

export type Tables = {
  readonly sources: readonly TableSource[]
  reach(visitor: Visitor): Promise<Reach & { readonly exchange: boolean }>
  /** Words of a month, a quarter. */
  monthName(month: string, visitor: Visitor): string
  periods(visitor: Visitor): readonly { readonly value: string; readonly label: string }[]
}

export async function readDownloads(
  context: GrowthContext,
  tables: Tables,
  visitor: Visitor,
  wanted: Partial<Asked>,
): Promise<Result<DownloadsView>> {
  const reach = await tables.reach(visitor)
  const offered = tables.sources.filter((one) => one.offered(reach))
  if (offered.length === 0) return refuse('not-found')
  const choices = choicesOf(context, tables, visitor, reach)
  return accept({
    tables: offered.map(({ key, section, name, about, asks, personal }) => ({
      key,
      section,
      name,
      about,
      asks,
      personal,
    })),
    asked: askedOf(choices, wanted),
    choices,
    exchange: reach.exchange,
  })
}

/** Refuses `not-found`, `growth.table-long`, and what the query of the table refuses. */
export async function downloadTable(
  context: GrowthContext,
  tables: Tables,
  visitor: Visitor,
  { key, format, asked: wanted }: DownloadRequest,
): Promise<Result<Download>> {
  const region = visitor.region!.code
  const source = tables.sources.find((one) => one.key === key)
  const reach = await tables.reach(visitor)
  if (source === undefined || !source.offered(reach)) return refuse('not-found')
  const choices = choicesOf(context, tables, visitor, reach)
  const asked = askedOf(choices, wanted)
  // A place that was named and is not within reach is not answered with another one.
  if (source.asks.some((one) => (wanted[one] ?? asked[one]) !== asked[one])) return refuse('not-found')
  const made = await source.read(visitor, asked)
  if (!made.ok) return made
  const { columns, rows, people = [], figures = [] } = made.value
  if (rows.length > MOST_ROWS) return refuse('growth.table-long', undefined, { most: MOST_ROWS })
  const narrowed = source.asks.map((one) => asked[one]).filter((one) => one !== '')
  const at = context.clock.now()
  await context.database.inRegion(region, async (tx) => {
    const entry = {
      at,
      actor: visitor.actor!.accountId,
      role: visitor.actor!.assignments.find((one) => one.region === region)?.role ?? 'none',
      ...(visitor.device === undefined ? {} : { device: visitor.device }),
    }
    await writeJournal(tx, { ...entry, action: 'growth.export', fields: [key, ...narrowed] })
    if (source.personal)
      await writeJournal(
        tx,
        [...new Set(people)].map((subject) => ({ ...entry, action: 'child.export', subject, fields: [key] })),
      )
  })
  return accept({
    name: `balanting-${region}-${[key, ...narrowed].join('-')}.${format}`,
    contentType: CONTENT_TYPES[format],
    bytes: await fileBytes(format, [columns, ...rows], key.slice(0, 31), figures),
  })
}

function choicesOf(context: GrowthContext, tables: Tables, visitor: Visitor, reach: Reach): DownloadsView['choices'] {
  const today = context.today(visitor.region!.code)
  const year = Number(today.slice(0, 4))
  return {
    posyandu: reach.posyandus,
    village: reach.villages,
    month: Array.from({ length: MONTHS }, (_, back) => {
      const value = shiftMonth(today.slice(0, 7), -back)
      return { value, label: tables.monthName(value, visitor) }
    }),
    period: tables.periods(visitor),
    year: [0, 1, 2, 3].map((back) => ({ value: String(year - back), label: String(year - back) })),
  }
}

/** What was asked for where it is one of the choices, else the first of them. */
function askedOf(choices: DownloadsView['choices'], wanted: Partial<Asked>): Asked {
  const one = (name: Narrowing) =>
    (choices[name].find(({ value }) => value === wanted[name]) ?? choices[name][0])?.value ?? ''
  return Object.fromEntries(NARROWINGS.map((name) => [name, one(name)])) as Record<Narrowing, string>
}

/** All pages of a query that pages by key; the refusal of any of them, or that it is too long. */
export async function allPages<V, R>(
  read: (after: string | undefined) => Promise<Result<V>>,
  rowsOf: (view: V) => readonly R[],
  nextOf: (view: V) => string | undefined,
): Promise<Result<readonly R[]>> {
  const rows: R[] = []
  for (let after: string | undefined; ; ) {
    const view = await read(after)
    if (!view.ok) return view
    rows.push(...rowsOf(view.value))
    after = nextOf(view.value)
    if (after === undefined) return accept(rows)
    if (rows.length > MOST_ROWS) return refuse('growth.table-long', undefined, { most: MOST_ROWS })
  }
}
