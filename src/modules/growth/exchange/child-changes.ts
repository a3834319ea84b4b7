// A child made from a sheet, values added to one, values taken away again. Pure. Must stay true: what stands is never replaced;
// taking back removes only what was added.
import type { ChildDetails, ChildRecord, Posyandu } from '../child.ts'
import type { Addable, IncomingChild } from './incoming.ts'
import { defined } from './read-lines.ts'

const DETAILS = ['kk', 'motherNik', 'fatherName', 'phone', 'address', 'rt', 'rw'] as const satisfies readonly (Addable &
  keyof ChildDetails)[]
const isDetail = (field: string): boolean => DETAILS.some((name) => name === field)

/** Throws without sex or birth date: the plan refuses such a line. */
export function newChild(childId: string, posyandu: Posyandu, incoming: IncomingChild): ChildRecord {
  const { sex, birthDate } = incoming
  if (sex === undefined || birthDate === undefined) throw new RangeError('a child needs sex and birth date')
  return addedChild(
    {
      childId,
      posyanduId: posyandu.posyanduId,
      villageCode: posyandu.villageCode,
      name: incoming.name,
      sex,
      birthDate,
      birthExact: true,
      details: {},
      status: 'active',
      version: 1,
    },
    incoming,
  )
}

/** The child with what the sheet gives beside it. */
export function addedChild(child: ChildRecord, add: Partial<IncomingChild>): ChildRecord {
  const { nik, birthOrder, birthWeightG, birthLengthTenthMm, birthHeadTenthMm } = add
  const { gestationWeeks, earlyBreastfed, book, motherName, kk, motherNik, fatherName, phone, address, rt, rw } = add
  return {
    ...child,
    ...defined({ nik, birthOrder, birthWeightG, birthLengthTenthMm, birthHeadTenthMm }),
    ...defined({ gestationWeeks, earlyBreastfed, book, motherName }),
    details: { ...child.details, ...defined({ kk, motherNik, fatherName, phone, address, rt, rw }) },
  }
}

/** The child without the values of these names. */
export function withoutAdded(child: ChildRecord, fields: readonly string[]): ChildRecord {
  const { details, ...rest } = child
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !fields.includes(name) || isDetail(name)))
  return {
    ...child,
    ...EMPTY,
    ...kept,
    details: Object.fromEntries(Object.entries(details).filter(([name]) => !fields.includes(name))),
  }
}
const EMPTY = {
  nik: undefined,
  birthOrder: undefined,
  birthWeightG: undefined,
  birthLengthTenthMm: undefined,
  birthHeadTenthMm: undefined,
  gestationWeeks: undefined,
  earlyBreastfed: undefined,
  book: undefined,
  motherName: undefined,
}
