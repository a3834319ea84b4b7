// Reserves numbers, makes them final, frees them. Must stay true: a number is unique by its row, never by luck; one that
// was freed is the next one given in its series; nothing is deleted, so every gap has its cause.
import { sql } from 'kysely'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { KeyRing } from '../../platform/secrets/key-ring.ts'
import { keyedHash, openSealedText, seal } from '../../platform/secrets/seal.ts'
import { LAST_SERIAL, type NumberKind, type NumberNeed, numberText, type ReservedNumbers, seriesOf } from './numbers.ts'
import type { RegisterTables } from './tables.ts'

export const seriesContext = (kind: string) => `register.series.${kind}`

/**
 * What a series is stored under: a keyed hash, because twelve digits of a NIK tell birth date and sex. Always under the
 * first key of the ring, so that a series goes on counting after the keys were turned.
 */
export function seriesKey(ring: KeyRing, kind: NumberKind, series: string): string {
  const first = ring.all(HASH_PURPOSE).at(-1) ?? ring.current(HASH_PURPOSE)
  return keyedHash(ring, `series ${kind} ${series}`, HASH_PURPOSE, first.id).slice(0, 27)
}

const HASH_PURPOSE = 'nik-hash'

type Wanted = { readonly need: NumberNeed; readonly series: string; readonly key: string; serial?: number }

export type Reserved = {
  readonly numbers: ReservedNumbers
  /** Writes the rows of numbers that were never given before; to be called in the same transaction, with whatever names them. */
  keep(tx: Tx): Promise<void>
}

/**
 * Reserves one number for each need. What the case holds already, and what others gave back, is used first. Refusal:
 * `register-serials-used-up` (the case stops for a person to decide).
 */
export async function reserveNumbers(
  tx: Tx,
  ring: KeyRing,
  input: {
    readonly region: string
    readonly caseId: string
    readonly needs: readonly NumberNeed[]
    readonly firstSerial: number
    readonly now: Date
    /** The case may hold numbers of an earlier preparation. */
    readonly hasEarlier: boolean
  },
): Promise<Result<Reserved>> {
  const { region, caseId, needs, now } = input
  if (input.hasEarlier) await freeOwn(tx, region, caseId, now)
  if (needs.length === 0) return accept({ numbers: {}, keep: async () => {} })
  const wanted: Wanted[] = needs.map((need) => {
    const series = seriesOf(need)
    return { need, series, key: seriesKey(ring, need.kind, series) }
  })
  const { free, last } = await takeSerials(tx, region, input.firstSerial, wanted)
  const again = wanted.filter((one) => {
    one.serial = free.get(idOf(one))?.shift()
    return one.serial !== undefined
  })
  const fresh = wanted.filter((one) => one.serial === undefined)
  // Counted down: the last of a series is the highest that was taken just now.
  for (const one of fresh.toReversed()) {
    const serial = last.get(idOf(one)) ?? 0
    one.serial = serial
    last.set(idOf(one), serial - 1)
  }
  const full = wanted.find((one) => (one.serial ?? 0) > LAST_SERIAL[one.need.kind])
  if (full !== undefined) return refuse('register-serials-used-up', full.need.kind)
  const keep = async (tx: Tx) => {
    await Promise.all([reuse(tx, input, again), insertFresh(tx, ring, input, fresh)])
  }
  return accept({
    numbers: Object.fromEntries(wanted.map(({ need, serial }) => [need.key, numberText(region, need, serial ?? 0)])),
    keep,
  })
}

const idOf = ({ need, key }: Wanted): string => `${need.kind} ${key}`

/** Numbers the case held from an earlier preparation go back first, so that it gets the same ones again. */
async function freeOwn(tx: Tx, region: string, caseId: string, now: Date): Promise<void> {
  await tx
    .withTables<RegisterTables>()
    .updateTable('number_reservation')
    .set({ state: 'free', cause: 'prepared-again', changed_at: now })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('state', '=', 'reserved')
    .execute()
}

/**
 * Serials for what is wanted, in one journey: those that were given back, locked, lowest first; and how far each series was counted
 * on for the rest. Series are counted in one order for everybody, so that two cases never wait for each other in a circle.
 */
async function takeSerials(
  tx: Tx,
  region: string,
  firstSerial: number,
  wanted: readonly Wanted[],
): Promise<{ readonly free: Map<string, number[]>; readonly last: Map<string, number> }> {
  const { rows } = await sql<{ is_free: boolean; kind: string; series: string; serial: number }>`
    with wanted as materialized (
      select kind, series, count(*)::int as many
      from unnest(${wanted.map((one) => one.need.kind)}::text[], ${wanted.map((one) => one.key)}::text[]) as w (kind, series)
      group by kind, series),
    returned as materialized (
      select kind, series, serial from number_reservation
      where region_code = ${region} and state = 'free' and (kind, series) in (select kind, series from wanted)
      order by serial for update skip locked limit 50),
    counted as (
      insert into number_series (region_code, kind, series, last)
      select ${region}, w.kind, w.series, ${firstSerial - 1}::int + w.many - r.many
      from wanted w, lateral (select count(*)::int as many from returned r where r.kind = w.kind and r.series = w.series) r
      where w.many > r.many
      order by w.kind, w.series
      on conflict (region_code, kind, series)
      do update set last = greatest(number_series.last, ${firstSerial - 1}::int) + excluded.last - ${firstSerial - 1}::int
      returning kind, series, last)
    select true as is_free, kind, series, serial from returned
    union all select false, kind, series, last from counted
    order by serial`.execute(tx)
  const free = new Map<string, number[]>()
  const last = new Map<string, number>()
  for (const { is_free, kind, series, serial } of rows) {
    const id = `${kind} ${series}`
    if (is_free) free.set(id, [...(free.get(id) ?? []), serial])
    else last.set(id, serial)
  }
  return { free, last }
}

type Reserving = { readonly region: string; readonly caseId: string; readonly now: Date }

async function reuse(tx: Tx, { region, caseId, now }: Reserving, again: readonly Wanted[]): Promise<void> {
  if (again.length === 0) return
  await sql`
    update number_reservation r set state = 'reserved', case_id = ${caseId}, cause = null, reserved_at = ${now}, changed_at = ${now}
    from unnest(${again.map((one) => one.need.kind)}::text[], ${again.map((one) => one.key)}::text[], ${again.map((one) => one.serial)}::int[]) as t (kind, series, serial)
    where r.region_code = ${region} and r.kind = t.kind and r.series = t.series and r.serial = t.serial`.execute(tx)
}

async function insertFresh(
  tx: Tx,
  ring: KeyRing,
  { region, caseId, now }: Reserving,
  fresh: readonly Wanted[],
): Promise<void> {
  if (fresh.length === 0) return
  await tx
    .withTables<RegisterTables>()
    .insertInto('number_reservation')
    .values(
      fresh.map((one) => ({
        region_code: region,
        kind: one.need.kind,
        series: one.key,
        serial: one.serial ?? 0,
        series_sealed: seal(ring, one.series, seriesContext(one.need.kind)),
        state: 'reserved',
        case_id: caseId,
        cause: null,
        reserved_at: now,
        changed_at: now,
      })),
    )
    .execute()
}

export async function finaliseNumbers(tx: Tx, region: string, caseId: string, now: Date): Promise<void> {
  await tx
    .withTables<RegisterTables>()
    .updateTable('number_reservation')
    .set({ state: 'final', changed_at: now })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('state', '=', 'reserved')
    .execute()
}

/** Gives back what a case had reserved; `cause` says why, for the list of gaps. Safe to call twice. */
export async function freeNumbers(tx: Tx, region: string, caseId: string, cause: string, now: Date): Promise<void> {
  await tx
    .withTables<RegisterTables>()
    .updateTable('number_reservation')
    .set({ state: 'free', cause, changed_at: now })
    .where('region_code', '=', region)
    .where('case_id', '=', caseId)
    .where('state', '=', 'reserved')
    .execute()
}

export type NumberGap = {
  readonly kind: NumberKind
  readonly series: string
  readonly serial: number
  /** Of the series, for the next page. */
  readonly key: string
  readonly cause: string
  readonly caseId?: string
  readonly since: Date
}

/** Numbers that were given back and not used since, oldest first. A NIK series is shown to officers only. */
export async function listNumberGaps(
  tx: Tx,
  ring: KeyRing,
  region: string,
  page: {
    readonly limit: number
    readonly after?: { readonly since: Date; readonly series: string; readonly serial: number }
  },
): Promise<readonly NumberGap[]> {
  let query = tx
    .withTables<RegisterTables>()
    .selectFrom('number_reservation')
    .selectAll()
    .where('region_code', '=', region)
    .where('state', '=', 'free')
    .orderBy('changed_at')
    .orderBy('series')
    .orderBy('serial')
    .limit(page.limit)
  if (page.after !== undefined)
    query = query.where(
      sql<boolean>`(changed_at, series, serial) > (${page.after.since}, ${page.after.series}, ${page.after.serial})`,
    )
  const rows = await query.execute()
  return rows.map((row) => ({
    kind: row.kind as NumberKind,
    series: openSealedText(ring, row.series_sealed, seriesContext(row.kind)),
    serial: row.serial,
    key: row.series,
    cause: row.cause ?? 'unknown',
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    since: row.changed_at,
  }))
}
