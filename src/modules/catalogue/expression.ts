// Conditions, operands and values as data: a small tree, never code. Types and schemas only; what they mean is in
// condition.ts and value.ts, how they read in sentence.ts. Must stay true: strings in operand position name an answer,
// a calculation or a field of the list at hand; a literal stands in the second place of `is`, `in`, or in `value`.
import * as v from 'valibot'
import { FACT_NAMES, type FactName } from './facts.ts'
import { byKey, CountSchema, KeySchema, PathSchema } from './schema-parts.ts'

export type Literal = string | number | boolean

export type FactRef = {
  readonly fact: FactName
  /** A person: key of a `person` answer, `applicant`, `item`, `candidate`, or (in effects) an alias. */
  readonly of?: string
  readonly kind?: string
  readonly register?: string
  /** Key of an answer or calculation that is a number of a deed. */
  readonly number?: string
  /** A second person, named like `of`. */
  readonly other?: string
  /** Key of a `people` answer: who moves. */
  readonly movers?: string
}

export type Operand =
  | string
  | number
  | { readonly value: Literal }
  | { readonly today: true }
  | { readonly ageOn: readonly [Operand, Operand] }
  | { readonly daysBetween: readonly [Operand, Operand] }
  | { readonly countOf: string; readonly where?: Condition }
  | FactRef

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answered: string }
  | { readonly is: readonly [Operand, Literal] }
  | { readonly in: readonly [Operand, readonly Literal[]] }
  | { readonly same: readonly [Operand, Operand] }
  | { readonly less: readonly [Operand, Operand] }
  | { readonly atMost: readonly [Operand, Operand] }
  | { readonly more: readonly [Operand, Operand] }
  | { readonly atLeast: readonly [Operand, Operand] }
  | { readonly before: readonly [Operand, Operand] }
  | { readonly after: readonly [Operand, Operand] }
  | { readonly someOf: string; readonly where: Condition }
  | { readonly everyOf: string; readonly where: Condition }
  | { readonly noneOf: string; readonly where: Condition }
  | FactRef

export type Value =
  | Operand
  | { readonly add: readonly Value[] }
  | { readonly subtract: readonly [Value, Value] }
  | { readonly multiply: readonly Value[] }
  | { readonly round: readonly [Value, number] }
  /** Without a third part it is unknown when the condition is false: the question is asked. */
  | { readonly if: readonly [Condition, Value, Value?] }
  | { readonly concat: readonly Value[] }
  | { readonly lookup: readonly [string, Value] }

export const LiteralSchema = v.union([v.string(), v.number(), v.boolean()])

export const FactRefSchema: v.GenericSchema<FactRef> = v.strictObject({
  fact: v.picklist(FACT_NAMES, 'not a fact of the closed list'),
  of: v.optional(KeySchema),
  kind: v.optional(v.string()),
  register: v.optional(v.string()),
  number: v.optional(KeySchema),
  other: v.optional(KeySchema),
  movers: v.optional(KeySchema),
})

const operandLater: v.GenericSchema<Operand> = v.lazy(() => OperandSchema)
const conditionLater: v.GenericSchema<Condition> = v.lazy(() => ConditionSchema)
const valueLater: v.GenericSchema<Value> = v.lazy(() => ValueSchema)
const PairSchema = v.strictTuple([operandLater, operandLater])

const operandBranches = {
  value: v.strictObject({ value: LiteralSchema }),
  today: v.strictObject({ today: v.literal(true) }),
  ageOn: v.strictObject({ ageOn: PairSchema }),
  daysBetween: v.strictObject({ daysBetween: PairSchema }),
  countOf: v.strictObject({ countOf: KeySchema, where: v.optional(conditionLater) }),
  fact: FactRefSchema,
} satisfies Record<string, v.GenericSchema<Operand>>

const PlainSchema: v.GenericSchema<string | number> = v.union([PathSchema, v.number()])
const plainOf = (input: unknown): v.GenericSchema<Operand> | undefined => {
  if (input === undefined) return PlainSchema
  if (typeof input === 'string') return PathSchema
  return typeof input === 'number' ? v.number() : undefined
}

export const OperandSchema: v.GenericSchema<Operand> = byKey<Operand>('an operand', () => operandBranches, plainOf)

const conditions = v.pipe(v.array(conditionLater), v.minLength(1, 'at least one condition'))
const perItem = v.strictObject({ where: conditionLater })

const conditionBranches = {
  all: v.strictObject({ all: conditions }),
  any: v.strictObject({ any: conditions }),
  not: v.strictObject({ not: conditionLater }),
  answered: v.strictObject({ answered: PathSchema }),
  is: v.strictObject({ is: v.strictTuple([operandLater, LiteralSchema]) }),
  in: v.strictObject({ in: v.strictTuple([operandLater, v.pipe(v.array(LiteralSchema), v.minLength(1))]) }),
  same: v.strictObject({ same: PairSchema }),
  less: v.strictObject({ less: PairSchema }),
  atMost: v.strictObject({ atMost: PairSchema }),
  more: v.strictObject({ more: PairSchema }),
  atLeast: v.strictObject({ atLeast: PairSchema }),
  before: v.strictObject({ before: PairSchema }),
  after: v.strictObject({ after: PairSchema }),
  someOf: v.strictObject({ someOf: KeySchema, ...perItem.entries }),
  everyOf: v.strictObject({ everyOf: KeySchema, ...perItem.entries }),
  noneOf: v.strictObject({ noneOf: KeySchema, ...perItem.entries }),
  fact: FactRefSchema,
} satisfies Record<string, v.GenericSchema<Condition>>

export const ConditionSchema: v.GenericSchema<Condition> = byKey<Condition>('a condition', () => conditionBranches)

const values = v.pipe(v.array(valueLater), v.minLength(1, 'at least one value'))

const ShortIfSchema = v.strictTuple([conditionLater, valueLater])
const FullIfSchema = v.strictTuple([conditionLater, valueLater, valueLater])
const IfSchema = v.lazy((input) => {
  if (input === undefined) return v.union([ShortIfSchema, FullIfSchema])
  return Array.isArray(input) && input.length === 2 ? ShortIfSchema : FullIfSchema
}) as v.GenericSchema<readonly [Condition, Value, Value?]>

const valueBranches = {
  ...operandBranches,
  add: v.strictObject({ add: values }),
  subtract: v.strictObject({ subtract: v.strictTuple([valueLater, valueLater]) }),
  multiply: v.strictObject({ multiply: values }),
  round: v.strictObject({ round: v.strictTuple([valueLater, CountSchema]) }),
  if: v.strictObject({ if: IfSchema }),
  concat: v.strictObject({ concat: values }),
  lookup: v.strictObject({ lookup: v.strictTuple([KeySchema, valueLater]) }),
} satisfies Record<string, v.GenericSchema<Value>>

export const ValueSchema: v.GenericSchema<Value> = byKey<Value>('a value', () => valueBranches, plainOf)
