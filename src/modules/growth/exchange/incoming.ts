// What one line of an imported sheet says, and the question it may raise. Types only. Must stay true: a value that the line
// does not give is absent, so it can never overwrite what is known.
import type { PlainDate } from '../../../kernel/date.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Sex } from '../zscores.ts'
import type { PrintedAge } from './cells.ts'
import type { ChildRecord, MeasurementRecord } from './types.ts'

/** What a sheet may add to a child that is known; name, sex and birth date are never changed by a sheet. */
export const ADDABLE = [
  'nik',
  'kk',
  'birthOrder',
  'birthWeightG',
  'birthLengthTenthMm',
  'birthHeadTenthMm',
  'gestationWeeks',
  'earlyBreastfed',
  'book',
  'motherName',
  'motherNik',
  'fatherName',
  'phone',
  'address',
  'rt',
  'rw',
] as const satisfies readonly (keyof ChildRecord)[]
export type Addable = (typeof ADDABLE)[number]

export type IncomingChild = Partial<Pick<ChildRecord, Addable>> & {
  readonly name: string
  readonly sex?: Sex
  readonly birthDate?: PlainDate
  readonly posyandu?: string
  readonly village?: string
}

export type IncomingMeasurement = Omit<MeasurementRecord, 'measurementId' | 'verified'>

export type IncomingLine = {
  readonly line: number
  readonly child: IncomingChild
  readonly measurement?: IncomingMeasurement
  readonly printedAge?: PrintedAge
  readonly refusals: readonly Refusal[]
}

/** What a person decides before the line is written. Without `proposal` it is "as written" or nothing. */
export type Question = {
  readonly code:
    | 'exchange.ask-swapped'
    | 'exchange.ask-unit'
    | 'exchange.ask-age'
    | 'exchange.ask-months-as-days'
    | 'exchange.ask-outside'
  readonly params: NonNullable<Refusal['params']>
  readonly proposal?: Pick<IncomingMeasurement, 'weightG' | 'lengthHeightTenthMm'>
}
export const ANSWERS = ['proposed', 'as-written', 'skip'] as const
export type Answer = (typeof ANSWERS)[number]
