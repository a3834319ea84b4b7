// A list of things, each with the same few questions (witnesses to a ruling, members of a card, changed elements). Items
// left empty are dropped; the questions of an item may depend on each other as `item.key`.
import * as v from 'valibot'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Answer, ListItem } from '../answers.ts'
import { byType, TextSchema } from '../schema-parts.ts'
import {
  type BaseField,
  baseEntries,
  type FieldType,
  NOTHING,
  type ReadContext,
  type Reading,
  refused,
  taken,
} from './field-type.ts'
import { ITEM_TYPES } from './item.ts'

type ItemTypes = typeof ITEM_TYPES
export type ItemField = { [K in keyof ItemTypes]: ItemTypes[K] extends FieldType<infer F> ? F : never }[keyof ItemTypes]

export const ItemFieldSchema: v.GenericSchema<unknown, ItemField> = byType<ItemField>('question', () =>
  Object.fromEntries(
    Object.entries(ITEM_TYPES).map(([type, { schema }]) => [type, schema as v.GenericSchema<unknown, ItemField>]),
  ),
)

const ListFieldSchema = v.strictObject({
  ...baseEntries,
  type: v.literal('list'),
  /** What one element is called: "Anggota" / "Member". */
  item: TextSchema,
  fields: v.pipe(v.array(ItemFieldSchema), v.minLength(1)),
  min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
})
export type ListField = v.InferOutput<typeof ListFieldSchema>

const MOST = 20

export function itemType(field: ItemField): FieldType<BaseField> {
  return ITEM_TYPES[field.type] as unknown as FieldType<BaseField>
}

type ReadItem = (field: ItemField, context: ReadContext) => Reading

function readItem(
  field: ListField,
  at: string,
  context: ReadContext,
  readOne: ReadItem,
): { item: ListItem; refusals: Refusal[] } {
  const item: Record<string, Answer> = {}
  const refusals: Refusal[] = []
  for (const part of field.fields) {
    const reading = readOne(part, { ...context, at: `${at}.${part.key}` })
    refusals.push(...reading.refusals)
    if (reading.answer !== undefined) item[part.key] = reading.answer
  }
  return { item, refusals }
}

function checkCount(items: readonly ListItem[], field: ListField, at: string, refusals: Refusal[]): Reading {
  const { min = field.required === false ? 0 : 1, max = MOST } = field
  if (items.length < min) refusals.push({ code: 'list-too-few', at, params: { min, count: items.length } })
  if (items.length > max) refusals.push({ code: 'list-too-many', at, params: { max, count: items.length } })
  return refusals.length > 0 ? { refusals, warnings: [] } : taken(items)
}

export const list: FieldType<ListField> = {
  type: 'list',
  schema: ListFieldSchema,
  read(typed, field, context) {
    const numbers = typed
      .parts()
      .filter((part) => /^\d{1,3}$/.test(part))
      .sort((a, b) => Number(a) - Number(b))
    const items: ListItem[] = []
    const refusals: Refusal[] = []
    for (const number of numbers) {
      const element = typed.below(number)
      const read = readItem(field, `${context.at}.${number}`, context, (part, at) =>
        itemType(part).read(element.below(part.key), part, at),
      )
      if (Object.keys(read.item).length === 0 && read.refusals.length === 0) continue
      items.push(read.item)
      refusals.push(...read.refusals)
    }
    return items.length === 0 && refusals.length === 0 ? NOTHING : checkCount(items, field, context.at, refusals)
  },
  check(answer, field, context) {
    if (!isItems(answer)) return refused('answer-shape', context.at)
    const refusals: Refusal[] = []
    const known = new Set(field.fields.map((part) => part.key))
    answer.forEach((item, index) => {
      const at = `${context.at}.${index}`
      for (const key of Object.keys(item))
        if (!known.has(key)) refusals.push({ code: 'answer-shape', at: `${at}.${key}` })
      const read = readItem(field, at, context, (part, place) => {
        const value = item[part.key]
        return value === undefined ? NOTHING : itemType(part).check(value, part, place)
      })
      refusals.push(...read.refusals)
    })
    return checkCount(answer, field, context.at, refusals)
  },
}

function isItems(answer: Answer): answer is readonly ListItem[] {
  return (
    Array.isArray(answer) &&
    answer.every((item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item))
  )
}
