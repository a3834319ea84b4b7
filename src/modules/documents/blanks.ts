// Blanks by number: packets arrive with a first and a last number, each blank is printed on once or spoiled once.
// Must stay true: a number that never arrived is refused; a used one is refused; without numbers only the count is kept.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import {
  findOpenLot,
  findOverlap,
  insertLot,
  isBlankUsed,
  lockLevel,
  lockLotOf,
  type StoredLot,
  setNextNumber,
} from './blank-store.ts'
import { changeStock } from './cards.ts'
import type { By } from './commands.ts'
import type { CardKind } from './tables.ts'

export type BlankNumber = { readonly prefix: string; readonly number: number; readonly digits: number }

/** "KT 0001234" as prefix, number and width; undefined when it does not end in 1 to 12 digits. */
export function parseBlank(typed: string): BlankNumber | undefined {
  const found = /^([A-Z0-9./-]{0,17}?)(\d{1,12})$/.exec(typed.toUpperCase().replace(/\s+/g, ''))
  if (found === null) return undefined
  return { prefix: found[1]!, number: Number(found[2]), digits: found[2]!.length }
}

export function formatBlank({ prefix, number, digits }: BlankNumber): string {
  return `${prefix}${String(number).padStart(digits, '0')}`
}

/** Blanks that arrived. Refusals: `card-count`, `card-blank-number`, `card-blank-known` (a packet with these numbers is here). */
export async function receiveBlanks(
  tx: Tx,
  region: RegionCode,
  packet: {
    readonly lotId: string
    readonly office: string
    readonly kind: CardKind
    readonly count: number
    /** Number on the first blank; empty when they carry none. */
    readonly first: string
    readonly letter: string
  },
  by: By,
): Promise<Result<{ readonly level: number }>> {
  const first = packet.first.trim() === '' ? null : parseBlank(packet.first)
  if (first === undefined) return refuse('card-blank-number', 'first')
  const { lotId, office, kind, count } = packet
  const letter = packet.letter.trim().slice(0, 100)
  const last = first === null || !Number.isInteger(count) ? null : first.number + count - 1
  await lockLevel(tx, region, office, kind)
  // Looked at before anything is written: a refusal leaves the stock as it was.
  if (first !== null && last !== null && (await findOverlap(tx, region, kind, first.prefix, first.number, last)))
    return refuse('card-blank-known', 'first')
  const moved = await changeStock(
    tx,
    region,
    { moveId: lotId, office, kind, change: count, cause: 'received', ...(letter === '' ? {} : { note: letter }) },
    by,
  )
  if (!moved.ok) return { ok: false, refusals: moved.refusals.map((one) => ({ ...one, at: 'count' })) }
  await insertLot(tx, {
    region_code: region,
    lot_id: lotId,
    office,
    kind,
    prefix: first?.prefix ?? null,
    digits: first?.digits ?? 0,
    first_number: first?.number ?? null,
    last_number: last,
    next_number: first?.number ?? null,
    count,
    letter,
    actor: by.actor,
    received_at: by.at,
  })
  return moved
}

/** The number that is offered next; undefined when the blanks of this office carry none. */
export async function findNextBlank(
  tx: Tx,
  region: RegionCode,
  office: string,
  kind: CardKind,
): Promise<string | undefined> {
  const lot = await findOpenLot(tx, region, office, kind)
  return lot === undefined ? undefined : blankOf(lot, Number(lot.next_number))
}

/**
 * Takes a blank: the one that was typed, or the next of the oldest packet. Gives its number, undefined where blanks carry
 * none. Refusals: `card-blank-number`, `card-blank-unknown`, `card-blank-used`, `card-no-stock`.
 */
export async function takeBlank(
  tx: Tx,
  region: RegionCode,
  office: string,
  kind: CardKind,
  typed?: string,
): Promise<Result<string | undefined>> {
  if ((await lockLevel(tx, region, office, kind)) < 1) return refuse('card-no-stock', undefined, { kind })
  if (typed === undefined || typed.trim() === '') {
    const lot = await findOpenLot(tx, region, office, kind, true)
    return lot === undefined ? accept(undefined) : use(tx, region, kind, lot, Number(lot.next_number))
  }
  const asked = parseBlank(typed)
  if (asked === undefined) return refuse('card-blank-number', 'blank')
  const lot = await lockLotOf(tx, region, office, kind, asked.prefix, asked.number)
  if (lot === undefined) return refuse('card-blank-unknown', 'blank', { blank: formatBlank(asked) })
  return use(tx, region, kind, lot, asked.number)
}

async function use(
  tx: Tx,
  region: RegionCode,
  kind: CardKind,
  lot: StoredLot,
  number: number,
): Promise<Result<string>> {
  const blank = blankOf(lot, number)
  if (await isBlankUsed(tx, region, kind, blank)) return refuse('card-blank-used', 'blank', { blank })
  if (number >= Number(lot.next_number)) await setNextNumber(tx, region, lot.lot_id, number + 1)
  return accept(blank)
}

const blankOf = (lot: StoredLot, number: number): string =>
  formatBlank({ prefix: lot.prefix ?? '', number, digits: lot.digits })
