// Writes the JSON Schemas of service files, for editors and for other programs. Must stay true: they come from the very
// schemas the checker uses, so they never disagree on shape; what a JSON Schema cannot say, the checker alone knows.
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { FieldGroupSchema, ServiceSchema } from './definition.ts'
import { ExampleSchema } from './example.ts'
import { ConditionSchema, OperandSchema, ValueSchema } from './expression.ts'
import { FieldSchema } from './field-types/all.ts'
import { ItemFieldSchema } from './field-types/list.ts'
import { NoticesSchema } from './notice.ts'
import { PrintedFormSchema } from './printed-form.ts'
import { ProcessSchema } from './process-definition.ts'
import { TextSchema } from './schema-parts.ts'
import { ShortTextsSchema } from './short-texts.ts'

const SCHEMAS = {
  service: { schema: ServiceSchema, title: 'A service: services/<id>/service.json' },
  group: { schema: FieldGroupSchema, title: 'A field group: services/shared/groups/<id>.json' },
  process: { schema: ProcessSchema, title: 'A process: services/shared/processes/<id>.json' },
  notices: { schema: NoticesSchema, title: 'Notices: services/shared/notices/<id>.json' },
  'printed-form': { schema: PrintedFormSchema, title: 'A paper form: services/shared/forms/<code>.json' },
  'short-texts': { schema: ShortTextsSchema, title: 'Short texts: services/<id>/short/<language>.json' },
  example: { schema: ExampleSchema, title: 'A golden example: services/<id>/examples/<name>.json' },
} as const

export type SchemaName = keyof typeof SCHEMAS
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[]

/** The JSON Schema (draft 7) of one kind of file. Its text is `schemas/<name>.schema.json`. */
export function jsonSchemaOf(name: SchemaName): Readonly<Record<string, unknown>> {
  const { schema, title } = SCHEMAS[name]
  const written = toJsonSchema(schema as v.GenericSchema, {
    // Checks across properties have no place in a JSON Schema; the checker makes them.
    errorMode: 'ignore',
    definitions: {
      text: TextSchema,
      condition: ConditionSchema,
      operand: OperandSchema,
      value: ValueSchema,
      field: FieldSchema,
      itemField: ItemFieldSchema,
    },
  })
  return withoutUnused({ ...written, title })
}

/** The text of the file, as the test compares it and `UPDATE_SCHEMAS=1` writes it. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(jsonSchemaOf(name), null, 1)}\n`
}

type Node = Readonly<Record<string, unknown>>

/** Leaves out definitions that nothing leads to, so that the schema of notices does not carry all questions. */
function withoutUnused(schema: Node): Node {
  const definitions = (schema.$defs ?? schema.definitions ?? {}) as Readonly<Record<string, unknown>>
  const key = schema.$defs === undefined ? 'definitions' : '$defs'
  const used = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    else if (typeof node === 'object' && node !== null)
      for (const [name, value] of Object.entries(node)) {
        if (name !== '$ref') visit(value)
        else {
          const target = String(value).split('/').at(-1)!
          if (used.has(target)) continue
          used.add(target)
          visit(definitions[target])
        }
      }
  }
  const { [key]: _, ...rest } = schema
  visit(rest)
  const kept = Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name)))
  return { ...rest, ...(used.size === 0 ? {} : { [key]: kept }) }
}
