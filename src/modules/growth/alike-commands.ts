// Two records, one child? The queue of a posyandu and the decision of a health worker. Must stay true: one decides with a reason
// who reaches both records; joined records keep every figure that was measured; the record that goes says which one it became.
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { nameSimilarity } from '../register/name-key-similarity.ts'
import { asRole, HEALTH_WORKERS } from './access.ts'
import { insertNotSame, joinRecords, listBornAlike, listMonthsOf } from './alike-store.ts'
import type { ChildRecord } from './child.ts'
import { rescore } from './child-change-commands.ts'
import { childOf } from './child-codec.ts'
import { findChild, findPosyandu, lockChild, updateChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { measurementOf } from './measurement-codec.ts'
import { listMeasurements, markDirty } from './measurement-store.ts'
import type { AlikeChild, AlikePair, AlikeView } from './midwife-port.ts'
import { headOf } from './posyandu-queries.ts'
import { recountChild } from './recount-child.ts'
import { monthOf } from './rules/measurement.ts'

const ALIKE = 0.82

export async function readAlike(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
): Promise<Result<AlikeView>> {
  const region = visitor.region!.code
  return context.database.inRegion(
    region,
    async (tx): Promise<Result<AlikeView>> => {
      const posyandu = await findPosyandu(tx, region, posyanduId)
      if (posyandu === undefined || !asRole(visitor, posyandu, HEALTH_WORKERS).ok) return refuse('not-found')
      const pairs: AlikePair[] = []
      for (const row of await listBornAlike(tx, region, posyanduId)) {
        if (nameSimilarity(row.a_name, row.b_name) < ALIKE) continue
        if (row.a_mother !== null && row.b_mother !== null && nameSimilarity(row.a_mother, row.b_mother) < ALIKE)
          continue
        const sides: AlikeChild[] = []
        for (const id of [row.a, row.b]) {
          const child = await findChild(tx, region, id)
          const at = child === undefined ? undefined : await findPosyandu(tx, region, child.posyandu_id)
          // A record out of one's reach is for somebody who reaches both.
          if (child === undefined || at === undefined || !asRole(visitor, at, HEALTH_WORKERS).ok) break
          sides.push({
            childId: id,
            name: child.name,
            birthDate: child.birth_date,
            ...(child.mother_name === null ? {} : { motherName: child.mother_name }),
            posyandu: at.name,
            hasNik: child.nik_hash !== null,
            measurings: (await listMeasurements(tx, region, id)).length,
          })
        }
        const [a, b] = sides
        if (a !== undefined && b !== undefined) pairs.push({ a, b })
      }
      return accept({ posyandu: headOf(context, visitor, posyandu), pairs })
    },
    { readOnly: true },
  )
}

/** Refuses `not-found`, `growth.reason-missing`, `growth.two-niks`. Deciding twice decides once. */
export async function decideAlike(
  context: GrowthContext,
  visitor: Visitor,
  decision: { readonly keep: string; readonly other: string; readonly same: boolean; readonly reason: string },
): Promise<Result<void>> {
  const region = visitor.region!.code
  const { keep, other, same } = decision
  const reason = decision.reason.trim()
  if (!isUuid(keep) || !isUuid(other) || keep === other) return refuse('not-found')
  if (reason === '') return refuse('growth.reason-missing', 'reason')
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const held = new Map<string, ChildRecord>()
    let role: string | undefined
    for (const id of [keep, other].sort()) {
      const row = await lockChild(tx, region, id)
      const at = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
      const mine = asRole(visitor, at, HEALTH_WORKERS)
      if (row === undefined || !mine.ok) return refuse('not-found')
      held.set(id, childOf(context.ring, row))
      role = mine.value
    }
    const kept = held.get(keep)!
    const gone = held.get(other)!
    const now = context.clock.now()
    const actor = visitor.actor!.accountId
    const note = (subject: ChildRecord, action: string) =>
      writeJournal(tx, {
        at: now,
        actor,
        role: role ?? '',
        device: visitor.device,
        subject: subject.personId ?? subject.childId,
        action,
        reason,
      })
    if (!same) {
      await insertNotSame(tx, region, [keep, other], actor, now, reason)
      await note(kept, 'child.not-same')
      return accept(undefined)
    }
    if (gone.status === 'duplicate') return accept(undefined)
    if (kept.nik !== undefined && gone.nik !== undefined && kept.nik !== gone.nik) return refuse('growth.two-niks')
    await markDirty(tx, region, [
      ...(await listMonthsOf(tx, region, other)),
      { posyanduId: gone.posyanduId, month: monthOf(context.today(region)) },
    ])
    await joinRecords(tx, region, keep, other)
    await updateChild(tx, region, other, gone.version, {
      status: 'duplicate',
      status_on: context.today(region),
      same_as: keep,
      updated_at: now,
    })
    const all = (await listMeasurements(tx, region, keep)).map(measurementOf)
    const scored = await rescore(tx, region, kept, all)
    await recountChild(tx, region, kept, scored, context.editions(region))
    await note(kept, 'child.merge')
    return accept(undefined)
  })
}
