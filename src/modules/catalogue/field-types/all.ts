// Every type of question a definition may use. A new type is one file and one line (here, or in item.ts when it may
// stand inside a list too).
import type * as v from 'valibot'
import { byType } from '../schema-parts.ts'
import type { BaseField, FieldType } from './field-type.ts'
import { ITEM_TYPES } from './item.ts'
import { list } from './list.ts'
import { people } from './person.ts'

export const FIELD_TYPES = { ...ITEM_TYPES, people, list } as const

type FieldTypes = typeof FIELD_TYPES
export type Field = { [K in keyof FieldTypes]: FieldTypes[K] extends FieldType<infer F> ? F : never }[keyof FieldTypes]
export type FieldTypeName = Field['type']

export const FieldSchema: v.GenericSchema<unknown, Field> = byType<Field>('question', () =>
  Object.fromEntries(
    Object.entries(FIELD_TYPES).map(([type, { schema }]) => [type, schema as v.GenericSchema<unknown, Field>]),
  ),
)

/** How the type of this field reads and checks answers. */
export function fieldType(field: Field): FieldType<BaseField> {
  return FIELD_TYPES[field.type] as unknown as FieldType<BaseField>
}
