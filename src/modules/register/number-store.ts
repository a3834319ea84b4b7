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
): Promise<Result<ReservedNumbers>> {
  const { region, caseId, needs, now } = input
  if (input.hasEarlier) await freeOwn(tx, region, caseId, now)
  if (needs.length === 0) return accept({})
  const wanted: Wanted[] = needs.map((need) => {
    const series = seriesOf(need)
    return { need, series, key: seriesKey(ring, need.kind, series) }
  })
  await takeFree(tx, region, caseId, wanted, now)
  const fresh = wanted.filter((one) => one.serial === undefined)
  if (fresh.length > 0) await takeNew(tx, ring, input, fresh)
  const full = wanted.find((one) => (one.serial ?? 0) > LAST_SERIAL[one.need.kind])
  if (full !== undefined) return refuse('register-serials-used-up', full.need.kind)
  return accept(Object.fromEntries(wanted.map(({ need, serial }) => [need.key, numberText(region, need, serial ?? 0)])))
}

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

async function takeFree(tx: Tx, region: string, caseId: string, wanted: readonly Wanted[], now: Date): Promise<void> {
  const { rows } = await sql<{ kind: string; series: string; serial: number }>`
    select kind, series, serial from number_reservation
    where region_code = ${region} and state = 'free'
      and (kind, series) in (select * from unnest(${wanted.map((one) => one.need.kind)}::text[], ${wanted.map((one) => one.key)}::text[]))
    order by serial for update skip locked limit 50`.execute(tx)
  const taken: { kind: string; key: string; serial: number }[] = []
  for (const one of wanted) {
    const index = rows.findIndex((row) => row.kind === one.need.kind && row.series === one.key)
    const [row] = index === -1 ? [] : rows.splice(index, 1)
    if (row === undefined) continue
    one.serial = row.serial
    taken.push({ kind: row.kind, key: row.series, serial: row.serial })
  }
  if (taken.length === 0) return
  await sql`
    update number_reservation r set state = 'reserved', case_id = ${caseId}, cause = null, reserved_at = ${now}, changed_at = ${now}
    from unnest(${taken.map((one) => one.kind)}::text[], ${taken.map((one) => one.key)}::text[], ${taken.map((one) => one.serial)}::int[]) as t (kind, series, serial)
    where r.region_code = ${region} and r.kind = t.kind and r.series = t.series and r.serial = t.serial`.execute(tx)
}

async function takeNew(
  tx: Tx,
  ring: KeyRing,
  input: { readonly region: string; readonly caseId: string; readonly firstSerial: number; readonly now: Date },
  fresh: readonly Wanted[],
): Promise<void> {
  const { region, caseId, firstSerial, now } = input
  const counts = new Map<string, { kind: NumberKind; key: string; count: number }>()
  for (const one of fresh) {
    const id = `${one.need.kind} ${one.key}`
    const entry = counts.get(id) ?? { kind: one.need.kind, key: one.key, count: 0 }
    counts.set(id, { ...entry, count: entry.count + 1 })
  }
  // In one order for everybody, so that two cases never wait for each other in a circle.
  const series = [...counts.values()].sort((a, b) => (`${a.kind}${a.key}` < `${b.kind}${b.key}` ? -1 : 1))
  const { rows } = await sql<{ kind: string; series: string; last: number }>`
    insert into number_series (region_code, kind, series, last)
    select ${region}, kind, series, ${firstSerial - 1}::int + count
    from unnest(${series.map((one) => one.kind)}::text[], ${series.map((one) => one.key)}::text[], ${series.map((one) => one.count)}::int[]) as t (kind, series, count)
    on conflict (region_code, kind, series)
    do update set last = greatest(number_series.last, ${firstSerial - 1}::int) + excluded.last - ${firstSerial - 1}::int
    returning kind, series, last`.execute(tx)
  for (const row of rows) {
    const mine = fresh.filter((one) => one.need.kind === row.kind && one.key === row.series)
    mine.forEach((one, index) => {
      one.serial = row.last - mine.length + 1 + index
    })
  }
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
    cause: row.cause ?? 'unknown',
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    since: row.changed_at,
  }))
}
