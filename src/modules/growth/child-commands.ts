// A child comes to a posyandu: registered by hand or taken over from the register. Must stay true: one child has one record (NIK,
// register's person, or name, birth date and mother); who may not reach a posyandu neither brings a child there nor takes one
// away without knowing its NIK and birth date.
import { addMonths } from '../../kernel/date.ts'
import { isUuid } from '../../kernel/id.ts'
import { accept, type Result, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Role, Visitor } from '../../platform/http/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { keyedHashes } from '../../platform/secrets/seal.ts'
import { findByNik, findSmallResident } from '../register/find-by-nik.ts'
import { nameSimilarity } from '../register/name-key-similarity.ts'
import { asRole, MEASURERS, rolesAt } from './access.ts'
import type { ChildRecord, Posyandu } from './child.ts'
import { childColumns, childOf } from './child-codec.ts'
import type { ChildFacts } from './child-form.ts'
import {
  findChild,
  findChildByPerson,
  findPosyandu,
  insertChildren,
  insertStays,
  lockChild,
  moveStay,
  updateChild,
} from './child-store.ts'
import type { GrowthContext } from './context.ts'
import { markDirty } from './measurement-store.ts'
import { listBornOn } from './posyandu-store.ts'
import { linkBirth } from './pregnancy/link-birth.ts'
import { monthOf } from './rules/measurement.ts'

/** Names alike enough to ask whether it is the same child. */
const ALIKE = 0.82

export type RegisterRequest = {
  readonly childId: string
  readonly facts: ChildFacts
  /** "It is another child": the question about alike records was answered. */
  readonly isAnother: boolean
  /** The child with this NIK is at another posyandu and comes here now. */
  readonly bringHere: boolean
}
export type RegisterOutcome =
  | { readonly done: true; readonly childId: string }
  /** Records that may be the same child; `href` only where the visitor may open it. */
  | {
      readonly done: false
      readonly alike: readonly { readonly childId?: string; readonly name?: string; readonly posyandu: string }[]
      readonly canBring: boolean
    }

/** Refuses `not-found`, `growth.child-known`, `growth.nik-differs`. Calling twice with one id registers once. */
export async function registerChild(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  request: RegisterRequest,
): Promise<Result<RegisterOutcome>> {
  const region = visitor.region!.code
  if (!isUuid(request.childId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<RegisterOutcome>> => {
    const posyandu = await findPosyandu(tx, region, posyanduId)
    const role = asRole(visitor, posyandu, MEASURERS)
    if (posyandu === undefined || !role.ok) return refuse('not-found')
    const again = await findChild(tx, region, request.childId)
    if (again !== undefined)
      return again.posyandu_id === posyanduId ? accept({ done: true, childId: again.child_id }) : refuse('not-found')
    const { facts } = request
    const linked = await linkToRegister(tx, context, region, facts)
    if (!linked.ok) return linked
    const known = await findKnown(tx, context, region, facts, linked.value)
    if (known !== undefined) {
      if (known.birthDate !== facts.birthDate || known.sex !== facts.sex) return refuse('growth.nik-differs', 'nik')
      if (known.status === 'active' && known.posyanduId === posyanduId)
        return accept({
          done: false,
          alike: [{ childId: known.childId, name: known.name, posyandu: posyandu.name }],
          canBring: false,
        })
      if (known.status === 'died' || known.status === 'duplicate') return refuse('growth.child-known', 'nik')
      if (!request.bringHere) {
        const at = await findPosyandu(tx, region, known.posyanduId)
        return accept({ done: false, alike: [{ posyandu: at?.name ?? '' }], canBring: true })
      }
      await place(tx, context, visitor, role.value, known, posyandu)
      return accept({ done: true, childId: known.childId })
    }
    if (!request.isAnother) {
      const alike = await findAlike(tx, context, visitor, region, facts)
      if (alike.length > 0) return accept({ done: false, alike, canBring: false })
    }
    const now = context.clock.now()
    const child: ChildRecord = {
      ...facts,
      childId: request.childId,
      ...(linked.value === undefined ? {} : { personId: linked.value }),
      posyanduId,
      villageCode: posyandu.villageCode,
      status: 'active',
      version: 1,
    }
    await insertChildren(tx, [
      { region_code: region, ...childColumns(context.ring, child), created_at: now, updated_at: now },
    ])
    const today = context.today(region)
    await insertStays(tx, [
      {
        region_code: region,
        child_id: child.childId,
        from_day: today,
        to_day: null,
        posyandu_id: posyanduId,
        village_code: posyandu.villageCode,
      },
    ])
    await markDirty(tx, region, [{ posyanduId, month: monthOf(today) }])
    await linkBirth(tx, context, region, child, { actor: visitor.actor!.accountId, role: role.value })
    await journal(tx, context, visitor, role.value, child, 'child.register')
    return accept({ done: true, childId: child.childId })
  })
}

/** The register's person of this NIK. Refuses `growth.nik-differs` when sex or birth date are another's; says nothing more. */
export async function linkToRegister(
  tx: Tx,
  context: GrowthContext,
  region: string,
  facts: ChildFacts,
): Promise<Result<string | undefined>> {
  if (facts.nik === undefined) return accept(undefined)
  const person = await findByNik(tx, context.ring, region, facts.nik)
  if (person === undefined) return accept(undefined)
  const sex = person.sex === 'L' ? 1 : 2
  return person.birthDate === facts.birthDate && sex === facts.sex
    ? accept(person.personId)
    : refuse('growth.nik-differs', 'nik')
}

export async function findKnown(
  tx: Tx,
  context: GrowthContext,
  region: string,
  facts: ChildFacts,
  personId: string | undefined,
): Promise<ChildRecord | undefined> {
  if (facts.nik === undefined && personId === undefined) return undefined
  const row = await findChildByPerson(tx, region, {
    nikHashes: facts.nik === undefined ? [] : keyedHashes(context.ring, facts.nik),
    ...(personId === undefined ? {} : { personId }),
  })
  return row === undefined ? undefined : childOf(context.ring, row)
}

async function findAlike(tx: Tx, context: GrowthContext, visitor: Visitor, region: string, facts: ChildFacts) {
  const found = []
  for (const row of await listBornOn(tx, region, facts.birthDate, facts.sex)) {
    if (nameSimilarity(row.name, facts.name) < ALIKE) continue
    if (
      facts.motherName !== undefined &&
      row.mother_name !== null &&
      nameSimilarity(row.mother_name, facts.motherName) < ALIKE
    )
      continue
    const at = await findPosyandu(tx, region, row.posyandu_id)
    const mine = at !== undefined && rolesAt(visitor, at, MEASURERS).length > 0
    found.push({ ...(mine ? { childId: row.child_id, name: row.name } : {}), posyandu: at?.name ?? '' })
  }
  void context
  return found
}

/** Brings a known child to a posyandu from today on. */
export async function place(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  role: Role,
  child: ChildRecord,
  posyandu: Posyandu,
): Promise<void> {
  const region = visitor.region!.code
  const today = context.today(region)
  await lockChild(tx, region, child.childId)
  await updateChild(tx, region, child.childId, child.version, {
    posyandu_id: posyandu.posyanduId,
    village_code: posyandu.villageCode,
    status: 'active',
    status_on: null,
    updated_at: context.clock.now(),
  })
  await moveStay(tx, region, child.childId, posyandu, today)
  await markDirty(tx, region, [
    { posyanduId: child.posyanduId, month: monthOf(today) },
    { posyanduId: posyandu.posyanduId, month: monthOf(today) },
  ])
  await journal(tx, context, visitor, role, child, 'child.move')
}

export async function journal(
  tx: Tx,
  context: GrowthContext,
  visitor: Visitor,
  role: Role,
  child: ChildRecord,
  action: string,
  more: { readonly fields?: readonly string[]; readonly reason?: string } = {},
): Promise<void> {
  await writeJournal(tx, {
    at: context.clock.now(),
    actor: visitor.actor!.accountId,
    role,
    device: visitor.device,
    subject: child.personId ?? child.childId,
    action,
    ...more,
  })
}

/**
 * A child whom the register knows in the posyandu's village comes here: with its register data, or its old record again.
 * Refuses `not-found`. Calling twice welcomes once.
 */
export async function welcomeChild(
  context: GrowthContext,
  visitor: Visitor,
  posyanduId: string,
  personId: string,
): Promise<Result<string>> {
  const region = visitor.region!.code
  if (!isUuid(personId)) return refuse('not-found')
  return context.database.inRegion(region, async (tx): Promise<Result<string>> => {
    const posyandu = await findPosyandu(tx, region, posyanduId)
    const role = asRole(visitor, posyandu, MEASURERS)
    if (posyandu === undefined || !role.ok) return refuse('not-found')
    const person = await findSmallResident(tx, context.ring, region, personId)
    if (person === undefined || person.villageCode !== posyandu.villageCode) return refuse('not-found')
    if (person.birthDate <= addMonths(context.today(region), -60)) return refuse('growth.too-old')
    const before = await findChildByPerson(tx, region, { personId })
    if (before !== undefined) {
      const known = childOf(context.ring, before)
      if (known.status === 'moved') await place(tx, context, visitor, role.value, known, posyandu)
      return known.status === 'moved' || known.posyanduId === posyanduId ? accept(known.childId) : refuse('not-found')
    }
    const now = context.clock.now()
    const today = context.today(region)
    const { villageCode, motherName, fatherName, nik, name, birthDate } = person
    const child: ChildRecord = {
      childId: newId(),
      personId,
      posyanduId,
      villageCode,
      name,
      sex: person.sex === 'L' ? 1 : 2,
      birthDate,
      birthExact: true,
      ...(nik === undefined ? {} : { nik }),
      ...(motherName === undefined ? {} : { motherName }),
      details: fatherName === undefined ? {} : { fatherName },
      status: 'active',
      version: 1,
    }
    await insertChildren(tx, [
      { region_code: region, ...childColumns(context.ring, child), created_at: now, updated_at: now },
    ])
    await insertStays(tx, [
      {
        region_code: region,
        child_id: child.childId,
        from_day: today,
        to_day: null,
        posyandu_id: posyanduId,
        village_code: villageCode,
      },
    ])
    await markDirty(tx, region, [{ posyanduId, month: monthOf(today) }])
    await linkBirth(tx, context, region, child, { actor: visitor.actor!.accountId, role: role.value })
    await journal(tx, context, visitor, role.value, child, 'child.register')
    return accept(child.childId)
  })
}
