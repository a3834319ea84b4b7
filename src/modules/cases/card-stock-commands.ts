// Blanks of an office: packets that arrive, what a count found, and from how many on the page warns. Must stay true: only the
// production officer of the whole region changes them; each change is journalled; the level never falls below zero.
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import { once } from '../../platform/db/once.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { assignmentsFor, type Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { lockLevel } from '../documents/blank-store.ts'
import { receiveBlanks } from '../documents/blanks.ts'
import { setWarnBelow } from '../documents/card-store.ts'
import { changeStock, MAIN_OFFICE } from '../documents/cards.ts'
import type { By } from '../documents/commands.ts'
import type { CardKind } from '../documents/tables.ts'
import type { CasesContext } from './context.ts'

/** Stock belongs to the office, so it is for who works there for the whole region. */
export function isStockKeeper(visitor: Visitor): boolean {
  const { code } = visitor.region!
  return assignmentsFor(visitor.actor, code, 'production').some((one) => one.place === code)
}

const kindOf = (typed: string): CardKind | undefined => (typed === 'ktp-el' || typed === 'kia' ? typed : undefined)
const wholeOf = (typed: string): number =>
  /^\d{1,6}$/.test(typed.replace(/[.\s]/g, '')) ? Number(typed.replace(/[.\s]/g, '')) : Number.NaN

async function tell(tx: Tx, context: CasesContext, visitor: Visitor, action: string): Promise<void> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role: 'production',
    device: visitor.device,
    action,
  })
}

const byOf = (context: CasesContext, visitor: Visitor): By => ({
  actor: visitor.actor!.accountId,
  role: 'production',
  at: context.clock.now(),
})

/** Refuses `not-yours`, and those of `receiveBlanks`. */
export async function receivePacket(
  context: CasesContext,
  visitor: Visitor,
  packet: { readonly kind: string; readonly count: string; readonly first: string; readonly letter: string },
  key: string,
): Promise<Result<unknown>> {
  if (!isStockKeeper(visitor)) return refuse('not-yours')
  const region = visitor.region!.code
  const kind = kindOf(packet.kind)
  if (kind === undefined) return refuse('card-kind', 'kind')
  return context.database.inRegion(region, async (tx) =>
    once(tx, `stock:${key}`, `receive:${kind}:${packet.count}:${packet.first}`, async () => {
      const lot = { ...packet, lotId: newId(), office: MAIN_OFFICE, kind, count: wholeOf(packet.count) }
      const done = await receiveBlanks(tx, region, lot, byOf(context, visitor))
      if (done.ok) await tell(tx, context, visitor, 'card.stock-received')
      return done
    }),
  )
}

/** What lies in the box now, and the level that warns unless it stays. A difference needs a note. */
export async function countStock(
  context: CasesContext,
  visitor: Visitor,
  count: { readonly kind: string; readonly found: string; readonly note: string; readonly warnBelow: string },
  key: string,
): Promise<Result<unknown>> {
  if (!isStockKeeper(visitor)) return refuse('not-yours')
  const region = visitor.region!.code
  const kind = kindOf(count.kind)
  if (kind === undefined) return refuse('card-kind', 'count-kind')
  const found = wholeOf(count.found)
  const warnBelow = count.warnBelow.trim() === '' ? undefined : wholeOf(count.warnBelow)
  const faults = [
    ...(Number.isNaN(found) ? [{ code: 'card-found', at: 'found' }] : []),
    ...(warnBelow !== undefined && Number.isNaN(warnBelow) ? [{ code: 'card-found', at: 'warnBelow' }] : []),
  ]
  if (faults.length > 0) return refuseAll(faults)
  return context.database.inRegion(region, async (tx) =>
    once(tx, `stock:${key}`, `count:${kind}:${found}:${warnBelow ?? ''}`, async () => {
      const level = await lockLevel(tx, region, MAIN_OFFICE, kind)
      const note = count.note.trim().slice(0, 200)
      if (found !== level && note === '') return refuse('card-count-note', 'note', { level })
      if (found !== level) {
        const moved = await changeStock(
          tx,
          region,
          { moveId: newId(), office: MAIN_OFFICE, kind, change: found - level, cause: 'counted', note },
          byOf(context, visitor),
        )
        if (!moved.ok) return moved
      }
      if (warnBelow !== undefined) await setWarnBelow(tx, region, MAIN_OFFICE, kind, warnBelow)
      await tell(tx, context, visitor, 'card.stock-counted')
      return accept(null)
    }),
  )
}
