// The statements of one use case as the program really sends them, and a pgbench script that sends the same. Must stay true:
// nothing is left out; what has to be new each time (ids, numbers, keys) comes from a table of rows prepared for it.
import pg from 'pg'

/** `on` tells connections apart: other work of the program goes on beside. */
export type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly on: object }

/** Runs `work` and gives every statement that any connection of this process sent meanwhile, in order. */
export async function recordStatements(work: () => Promise<void>): Promise<readonly Statement[]> {
  const sent: Statement[] = []
  const real = pg.Client.prototype.query
  const listening = function (this: pg.Client, ...asked: unknown[]): unknown {
    const [query] = asked
    if (typeof query === 'string') sent.push({ text: query, values: [], on: this })
    else if (typeof query === 'object' && query !== null && 'text' in query)
      sent.push({
        text: String(query.text),
        values: 'values' in query ? ((query.values as readonly unknown[] | undefined) ?? []) : [],
        on: this,
      })
    return Reflect.apply(real, this, asked)
  }
  pg.Client.prototype.query = listening as typeof real
  try {
    await work()
  } finally {
    pg.Client.prototype.query = real
  }
  return sent
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** Ids and case numbers inside a longer text. */
const MENTIONED =
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[A-Z]{2}-\d{8}-[0-9A-Z]{4}-\d{5,}-[0-9A-Z]/g

const isFresh = (id: string, sinceMs: number): boolean =>
  Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= sinceMs

/** What differs from run to run: the name of the column that holds it. */
export type Changing = ReadonlyMap<string, string>

/** Values made while recording: ids of that moment, the number and the keys of the case. */
export function changingValues(statements: readonly Statement[], sinceMs: number, known: Changing): Changing {
  const found = new Map(known)
  for (const { text, values } of statements) {
    const writes = /^\s*(insert|update|with)\b/i.test(text)
    for (const value of values) {
      const plain = plainOf(value)
      if (plain === undefined || found.has(plain)) continue
      if (UUID.test(plain) && isFresh(plain, sinceMs)) found.set(plain, `u${found.size}`)
      else if (writes && /^[{[]/.test(plain)) {
        for (const [id] of plain.matchAll(MENTIONED))
          if (UUID.test(id) && isFresh(id, sinceMs) && !found.has(id)) found.set(id, `u${found.size}`)
      } else if (writes && /^[A-Z]{2}-\d{8}-[0-9A-Z]{4}-\d{5,}-[0-9A-Z]$/.test(plain))
        found.set(plain, `number${found.size}`)
      else if (value instanceof Uint8Array && value.length >= 40 && value.length <= 64)
        found.set(plain, `key${found.size}`)
    }
  }
  return found
}

function plainOf(value: unknown): string | undefined {
  const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils
  const prepared = value === undefined ? null : prepareValue(value)
  if (prepared === null || prepared === undefined) return undefined
  return prepared instanceof Uint8Array ? `\\x${Buffer.from(prepared).toString('hex')}` : String(prepared)
}

/** A literal that pgbench leaves alone: what follows a colon could be taken for one of its variables. */
function literal(plain: string): string {
  const quoted = plain.replaceAll("'", "''")
  return plain.includes(':') ? `E'${quoted.replaceAll('\\', '\\\\').replaceAll(':', '\\x3a')}'` : `'${quoted}'`
}

/** The script: first a row of new values, then each statement by itself. */
export function pgbenchScript(statements: readonly Statement[], changing: Changing): string {
  const columns = [...new Set(changing.values())]
  const lines = [`select ${columns.join(', ')} from bench_row where n = (select nextval('bench_n'))::int \\gset`]
  for (const { text, values } of statements) {
    const texts = values.length === 0 ? text.split(';') : [text]
    for (const one of texts) {
      const filled = one.replace(/\$(\d+)/g, (_all, number: string) => {
        const plain = plainOf(values[Number(number) - 1])
        if (plain === undefined) return 'null'
        const column = changing.get(plain)
        return column === undefined ? within(plain, changing) : `:${column}`
      })
      if (filled.trim() !== '') lines.push(`${filled.replace(/\s+/g, ' ').trim()};`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** A longer text that only mentions what changes (a key such as `case:<id>`, rows as JSON) is put together by the database. */
function within(plain: string, changing: Changing): string {
  const parts: string[] = []
  let from = 0
  for (const match of plain.matchAll(MENTIONED)) {
    const column = changing.get(match[0])
    if (column === undefined) continue
    parts.push(literal(plain.slice(from, match.index)), `:${column}::text`)
    from = match.index + match[0].length
  }
  if (parts.length === 0) return literal(plain)
  const whole = `(${[...parts, literal(plain.slice(from))].join(' || ')})`
  return /^[{[]/.test(plain) ? `${whole}::jsonb` : whole
}
