import { dateParams } from '../../kernel/date-format.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { asRole, MEASURERS } from './access.ts'
import type { ChildRecord, Posyandu, StoredMeasurement } from './child.ts'
import { childColumns, childOf } from './child-codec.ts'
import { findKnown, journal, linkToRegister, place } from './child-commands.ts'
import type { ChildFacts } from './child-form.ts'
import { findPosyandu, lockChild, moveStay, updateChild } from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { measurementOf } from './measurement-codec.ts'
import { rescoreMeasurement } from './measurement-rescore-store.ts'
import { listMeasurements, markDirty } from './measurement-store.ts'
import { recountChild } from './recount-child.ts'
import { judgeMeasurement, monthOf } from './rules/measurement.ts'

type Held = { readonly child: ChildRecord; readonly posyandu: Posyandu; readonly role: Role }

async function hold(tx: Tx, context: GrowthContext, visitor: Visitor, childId: string): Promise<Result<Held>> {
  const region = visitor.region!.code
  if (!isUuid(childId)) return refuse('not-found')
  const row = await lockChild(tx, region, childId)
  const posyandu = row === undefined ? undefined : await findPosyandu(tx, region, row.posyandu_id)
  const role = asRole(visitor, posyandu, MEASURERS)
  if (row === undefined || posyandu === undefined || !role.ok) return refuse('not-found')
  return accept({ child: childOf(context.ring, row), posyandu, role: role.value })
}

/** Refuses `not-found`, `growth.changed-meanwhile`, `growth.nik-differs`, `growth.child-known`, `growth.born-after-measuring`. */
export async function changeChild(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  version: number,
  facts: ChildFacts,
): Promise<Result<void>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const held = await hold(tx, context, visitor, childId)
    if (!held.ok) return held
    const { child, role } = held.value
    if (child.version !== version) return refuse('growth.changed-meanwhile')
    const linked = await linkToRegister(tx, context, region, facts)
    if (!linked.ok) return linked
    const known = await findKnown(tx, context, region, facts, linked.value)
    if (known !== undefined && known.childId !== childId) return refuse('growth.child-known', 'nik')
    const personId = linked.value ?? (facts.nik === child.nik ? child.personId : undefined)
    const {
      personId: _old,
      birthOrder: _o,
      nik: _n,
      motherName: _m,
      birthWeightG: _w,
      birthLengthTenthMm: _l,
      birthHeadTenthMm: _h,
      gestationWeeks: _g,
      earlyBreastfed: _e,
      book: _b,
      ...kept
    } = child
    const next: ChildRecord = { ...kept, ...facts, ...(personId === undefined ? {} : { personId }) }
    const all = (await listMeasurements(tx, region, childId)).map(measurementOf)
    if (all.some(({ date }) => date < next.birthDate)) return refuse('growth.born-after-measuring', 'birth')
    const { version: _version, same_as: _same, ...columns } = childColumns(context.ring, next)
    await updateChild(tx, region, childId, version, { ...columns, updated_at: context.clock.now() })
    const isRescored = next.sex !== child.sex || next.birthDate !== child.birthDate
    const scored = isRescored ? await rescore(tx, region, next, all) : all
    await recountChild(tx, region, next, scored, context.editions(region))
    const fields = (Object.keys(next) as (keyof ChildRecord)[]).filter(
      (key) => JSON.stringify(next[key]) !== JSON.stringify(child[key]),
    )
    await journal(tx, context, visitor, role, next, 'child.change', { fields })
    return accept(undefined)
  })
}

/** Every measuring judged anew; the figures stay as they were measured. */
export async function rescore(
  tx: Tx,
  region: string,
  child: ChildRecord,
  all: readonly StoredMeasurement[],
): Promise<readonly StoredMeasurement[]> {
  const scored = all.map((one): StoredMeasurement => ({ ...one, ...judgeMeasurement(child, one) }))
  for (const one of scored) await rescoreMeasurement(tx, region, one)
  return scored
}

/** Refuses `not-found`, `growth.same-posyandu`. The target is any active posyandu of the region. */
export async function moveChild(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  toPosyandu: string,
): Promise<Result<void>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const held = await hold(tx, context, visitor, childId)
    if (!held.ok) return held
    const { child, role } = held.value
    const target = await findPosyandu(tx, region, toPosyandu)
    if (target === undefined) return refuse('growth.posyandu-missing', 'to')
    if (target.posyanduId === child.posyanduId) return refuse('growth.same-posyandu', 'to')
    await place(tx, context, visitor, role, child, target)
    return accept(undefined)
  })
}

export type ChildEnd = { readonly kind: 'died' | 'moved'; readonly on: string }

/** Refuses `not-found`, `growth.in-future`, `growth.before-birth`. Ending twice is fine. */
export async function endChild(
  context: GrowthContext,
  visitor: Visitor,
  childId: string,
  end: ChildEnd,
): Promise<Result<void>> {
  const region = visitor.region!.code
  return context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const held = await hold(tx, context, visitor, childId)
    if (!held.ok) return held
    const { child, role } = held.value
    if (end.on > context.today(region)) return refuse('growth.in-future', 'on')
    if (end.on < child.birthDate) return refuse('growth.before-birth', 'on', dateParams('birthDate', child.birthDate))
    if (child.status === end.kind) return accept(undefined)
    await endStay(tx, context, region, child, end)
    await journal(tx, context, visitor, role, child, end.kind === 'died' ? 'child.died' : 'child.left')
    return accept(undefined)
  })
}

/** The record stays; from the next day on the child counts nowhere. */
export async function endStay(
  tx: Tx,
  context: GrowthContext,
  region: string,
  child: ChildRecord,
  end: ChildEnd,
): Promise<void> {
  await updateChild(tx, region, child.childId, child.version, {
    status: end.kind,
    status_on: end.on,
    updated_at: context.clock.now(),
  })
  await moveStay(tx, region, child.childId, undefined, end.on)
  await markDirty(tx, region, [
    { posyanduId: child.posyanduId, month: monthOf(end.on) },
    { posyanduId: child.posyanduId, month: monthOf(context.today(region)) },
  ])
}
