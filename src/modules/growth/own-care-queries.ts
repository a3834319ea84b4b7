// What posyandu and midwife hold about a citizen besides a child's growth: own pregnancies with their visits, and under which keys the
// journal speaks of her and of her children. Must stay true: reached through the register's person of the account only; what was
// withdrawn stays out of the copy, as it is known to be wrong.
import type { PlainDate } from '../../kernel/date.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { PmtView } from './alert-port.ts'
import { listPmtOfChild, listPmtOfPregnancy, type PmtRead } from './care-store.ts'
import type { GrowthContext } from './context.ts'
import { pmtView } from './food-queries.ts'
import { listChildrenOfFamily } from './posyandu-store.ts'
import { visitShown, type WomanDetails, womanOf } from './pregnancy/pregnancy-codec.ts'
import { listPregnanciesOfPerson, listVisits } from './pregnancy/pregnancy-store.ts'
import type { PregnancyStateCode } from './pregnancy/tables.ts'

export type OwnPregnancy = {
  readonly dueOn: PlainDate
  readonly registeredOn: PlainDate
  readonly lastPeriod?: PlainDate
  readonly gravida?: number
  readonly outcome: PregnancyStateCode
  readonly endedOn?: PlainDate
  readonly details: WomanDetails
  readonly visits: readonly {
    readonly on: PlainDate
    readonly weeks: number
    readonly armTenthMm?: number
    readonly haemoglobinTenthGdl?: number
    readonly weightG?: number
    readonly tabletsGiven: number
    readonly tabletsTaken: number
    readonly foodGiven: boolean
    readonly classAttended: boolean
  }[]
}

/** Read for the register's person of the account; an account without one has nothing. */
async function ofPerson<T>(
  context: GrowthContext,
  visitor: Visitor,
  read: (tx: Tx, region: string, person: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const region = visitor.region!.code
  const person = visitor.actor?.personId
  return person === undefined
    ? []
    : context.database.inRegion(region, (tx) => read(tx, region, person), { readOnly: true })
}

export function listOwnPregnancies(context: GrowthContext, visitor: Visitor): Promise<readonly OwnPregnancy[]> {
  return ofPerson(context, visitor, async (tx, region, person) => {
    const rows = await listPregnanciesOfPerson(tx, region, person)
    const visits = await listVisits(
      tx,
      region,
      rows.map((row) => row.pregnancy_id),
    )
    return rows.map((row) => ({
      dueOn: row.due_on,
      registeredOn: row.registered_on,
      ...(row.last_period === null ? {} : { lastPeriod: row.last_period }),
      ...(row.gravida === null ? {} : { gravida: row.gravida }),
      outcome: row.state,
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
      details: womanOf(context.ring, row).details,
      visits: visits
        .filter((visit) => visit.pregnancy_id === row.pregnancy_id && visit.state === 'recorded')
        .map((visit) => ({
          ...visitShown(visit),
        })),
    }))
  })
}

export type OwnFood = {
  /** The child it was for; absent: herself, in a pregnancy. */
  readonly childName?: string
  readonly sheet: PmtView
  readonly isFactory: boolean
  readonly money: string
  readonly partner?: string
}

/** Extra food of own pregnancies and of the children of the family, sheet by sheet. */
export function listOwnFood(context: GrowthContext, visitor: Visitor): Promise<readonly OwnFood[]> {
  return ofPerson(context, visitor, async (tx, region, person) => {
    const found: OwnFood[] = []
    const { categories } = context.editions(region)
    const put = async (rows: readonly PmtRead[], name: string, childName?: string) => {
      for (const row of rows)
        found.push({
          ...(childName === undefined ? {} : { childName }),
          sheet: await pmtView(tx, region, row, name, context.today(region), categories),
          isFactory: row.food === 'factory',
          money: row.money,
          ...(row.partner === null
            ? {}
            : { partner: row.partner_other === null ? row.partner : `${row.partner}, ${row.partner_other}` }),
        })
    }
    for (const { pregnancy_id, name } of await listPregnanciesOfPerson(tx, region, person))
      await put(await listPmtOfPregnancy(tx, region, pregnancy_id), name)
    for (const { child_id, name } of await listChildrenOfFamily(tx, region, person))
      await put(await listPmtOfChild(tx, region, child_id), name, name)
    return found
  })
}

/** Keys under which the journal speaks of this person at posyandu and midwife: own pregnancies, and the children of the family. */
export async function careSubjectsOf(tx: Tx, region: string, personId: string): Promise<readonly string[]> {
  const children = await listChildrenOfFamily(tx, region, personId)
  const pregnancies = await listPregnanciesOfPerson(tx, region, personId)
  return [
    ...children.flatMap((child) => [child.child_id, ...(child.person_id === null ? [] : [child.person_id])]),
    ...pregnancies.map((row) => row.pregnancy_id),
  ]
}
