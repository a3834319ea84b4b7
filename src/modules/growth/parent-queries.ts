// A family's own children. Must stay true: reached through the register's person of the account only; no figure of anybody else,
// no N or T, no score; looking leaves a row in the journal.
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { careEvents } from './care-events.ts'
import { childOf } from './child-codec.ts'
import { findPosyandu } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { vaccinesOf } from './immunisation/vaccines-of.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements } from './measurement-store.ts'
import type { OwnChild } from './parent-port.ts'
import { adviceOf, childHead, listOpenAlerts, monthLines } from './posyandu-queries.ts'
import { listChildrenOfFamily } from './posyandu-store.ts'

async function own(tx: Tx, context: GrowthContext, visitor: Visitor, only?: string): Promise<readonly OwnChild[]> {
  const region = visitor.region!.code
  const person = visitor.actor?.personId
  if (person === undefined) return []
  const found: OwnChild[] = []
  for (const row of await listChildrenOfFamily(tx, region, person)) {
    if (only !== undefined && row.child_id !== only) continue
    const posyandu = await findPosyandu(tx, region, row.posyandu_id)
    if (posyandu === undefined) continue
    const child = childOf(context.ring, row)
    const all = (await listMeasurements(tx, region, child.childId)).map(measurementOf)
    const months = await monthLines(tx, context, region, child, all)
    found.push({
      child: childHead(context, visitor, child, posyandu),
      months,
      advice: adviceOf(child, months, context.today(region), await listOpenAlerts(tx, context, region, child.childId)),
      events: await careEvents(tx, region, child.childId),
      vaccines: await vaccinesOf(tx, region, child, context.today(region)),
    })
  }
  return found
}

export async function listOwnChildren(context: GrowthContext, visitor: Visitor): Promise<readonly OwnChild[]> {
  const region = visitor.region!.code
  return context.database.inRegion(region, (tx) => own(tx, context, visitor), { readOnly: true })
}

export async function readOwnChild(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
): Promise<Result<OwnChild>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx): Promise<Result<OwnChild>> => {
    const [found] = await own(tx, context, visitor, childId)
    if (found === undefined) return refuse('not-found')
    await writeJournal(tx, {
      at: context.clock.now(),
      actor: visitor.actor!.accountId,
      role: 'citizen',
      device: visitor.device,
      subject: found.child.childId,
      action: 'child.read',
    })
    return accept(found)
  })
}
