// Many rows in one statement, handed over a column at a time (`unnest`): the database reads arrays of numbers and texts several
// times faster than JSON or a parameter for each figure. SQL only. Must stay true: every row names the same columns; a value
// that is the same in all rows travels once.
import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/tx.ts'
import type { GrowthTables } from '../tables.ts'
import type { ExchangeTables } from './tables.ts'

type Bulk = GrowthTables & ExchangeTables
type BulkTable = keyof Bulk & string
type Row = Readonly<Record<string, unknown>>

/** Types that an array can carry as they are; others (JSON, bytes, lists) travel as text and are read by the database. */
const CARRIED = new Set(['text', 'uuid', 'date', 'integer', 'smallint', 'boolean', 'timestamp with time zone'])
const typesOf = new Map<string, ReadonlyMap<string, string>>()

async function columnTypes(tx: Tx, table: string): Promise<ReadonlyMap<string, string>> {
  const known = typesOf.get(table)
  if (known !== undefined) return known
  const { rows } = await sql<{ name: string; type: string }>`
    select attname::text as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx)
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  typesOf.set(table, types)
  return types
}

const isAbsent = (value: unknown): boolean => value === null || value === undefined

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  if (Array.isArray(value)) return arrayText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** `{"a","b",NULL}`: the array as PostgreSQL writes it. */
function arrayText(values: readonly unknown[]): string {
  const parts = values.map((value) => {
    if (isAbsent(value)) return 'NULL'
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    return `"${textOf(value).replace(/["\\]/g, '\\$&')}"`
  })
  return `{${parts.join(',')}}`
}

type Columns = {
  readonly names: readonly string[]
  /** What stands for each column behind `select`. */
  readonly picked: readonly RawBuilder<unknown>[]
  /** `unnest(…) as given (…)` */
  readonly from: RawBuilder<unknown>
}

async function columnsOf(tx: Tx, table: string, rows: readonly Row[]): Promise<Columns> {
  const types = await columnTypes(tx, table)
  const names = Object.keys(rows[0] ?? {})
  const picked: RawBuilder<unknown>[] = []
  const arrays: RawBuilder<unknown>[] = []
  const given: RawBuilder<unknown>[] = []
  for (const name of names) {
    const type = types.get(name)
    if (type === undefined) throw new RangeError(`${table} has no column ${name}`)
    const first = rows[0]?.[name]
    const isPlain = isAbsent(first) || typeof first !== 'object'
    if (rows.length > 1 && isPlain && rows.every((row) => (row[name] ?? null) === (first ?? null))) {
      picked.push(sql`${isAbsent(first) ? null : textOf(first)}::text::${sql.raw(type)}`)
      continue
    }
    const carried = CARRIED.has(type)
    arrays.push(sql`${arrayText(rows.map((row) => row[name]))}::${sql.raw(carried ? type : 'text')}[]`)
    given.push(sql.ref(name))
    picked.push(carried ? sql`given.${sql.ref(name)}` : sql`given.${sql.ref(name)}::${sql.raw(type)}`)
  }
  return { names, picked, from: sql`unnest(${sql.join(arrays)}) as given (${sql.join(given)})` }
}

/** Inserts all rows; JSON columns as value or as text. */
export async function insertAtOnce<T extends BulkTable>(
  tx: Tx,
  into: T,
  rows: readonly Insertable<Bulk[T]>[],
): Promise<void> {
  if (rows.length === 0) return
  const { names, picked, from } = await columnsOf(tx, into, rows as readonly Row[])
  await sql`insert into ${sql.table(into)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(picked)} from ${from}`.execute(tx)
}

/**
 * Writes the columns of many children whose version is still the one given, which then rises by one; gives how many there
 * were. Every row names `child_id`, `version` and the same other columns.
 */
export async function updateChildrenAtOnce(
  tx: Tx,
  region: string,
  rows: readonly (Partial<Insertable<GrowthTables['growth_child']>> & {
    readonly child_id: string
    readonly version: number
  })[],
): Promise<number> {
  if (rows.length === 0) return 0
  const { names, picked, from } = await columnsOf(tx, 'growth_child', rows as readonly Row[])
  const changed = names.filter((name) => name !== 'child_id' && name !== 'version' && name !== 'region_code')
  const done = await sql`
    update growth_child c set version = c.version + 1, ${sql.join(changed.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`))}
    from (select ${sql.join(picked)} from ${from}) as n (${sql.join(names.map((name) => sql.ref(name)))})
    where c.region_code = ${region} and c.child_id = n.child_id and c.version = n.version`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

const FEW_ROWS = 20_000

/**
 * For the owner's role: what the planner believes about tables it thinks small is brought up to date. Without it a table filled
 * in one go has no statistics, and every check of a foreign key walks through the whole region (measured: 150 instead of 15
 * microseconds a row after 800 children, and growing).
 */
export async function analyzeSmallTables(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class where reltuples < ${FEW_ROWS} and oid = any(array[
      'growth_child', 'growth_measurement', 'growth_child_month', 'growth_import_line']::regclass[])`.execute(tx)
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(tx)
}
