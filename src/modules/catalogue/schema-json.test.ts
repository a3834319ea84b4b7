// The written JSON Schemas are those of the code, and agree with it about every file of this repository and about
// broken ones. `UPDATE_SCHEMAS=1 npx vitest run … schema-json` writes them anew.
import { readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { FieldGroupSchema, ServiceSchema } from './definition.ts'
import { ExampleSchema } from './example.ts'
import { readServices } from './files.ts'
import { NoticesSchema } from './notice.ts'
import { PrintedFormSchema } from './printed-form.ts'
import { ProcessSchema } from './process-definition.ts'
import { jsonSchemaOf, SCHEMA_NAMES, type SchemaName, schemaText } from './schema-json.ts'
import { ShortTextsSchema } from './short-texts.ts'

type Node = Readonly<Record<string, unknown>>

/** Draft 7 as far as our schemas use it; throws on a keyword it does not know, so that nothing is skipped silently. */
function validates(schema: Node, data: unknown, root: Node): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    const object = typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Node) : undefined
    switch (keyword) {
      case '$schema':
      case 'title':
      case 'definitions':
      case '$defs':
      case 'default':
      case 'additionalItems':
        return true
      case '$ref': {
        const target = String(rule)
          .slice(2)
          .split('/')
          .reduce<unknown>((node, part) => (node as Node)[part], root)
        return validates(target as Node, data, root)
      }
      case 'type':
        return [rule].flat().some((type) => isType(String(type), data))
      case 'const':
        return data === rule
      case 'enum':
        return (rule as readonly unknown[]).includes(data)
      case 'anyOf':
        return (rule as readonly Node[]).some((one) => validates(one, data, root))
      case 'oneOf':
        return (rule as readonly Node[]).filter((one) => validates(one, data, root)).length === 1
      case 'allOf':
        return (rule as readonly Node[]).every((one) => validates(one, data, root))
      case 'required':
        return object === undefined || (rule as readonly string[]).every((key) => Object.hasOwn(object, key))
      case 'properties':
        return (
          object === undefined ||
          Object.entries(rule as Readonly<Record<string, Node>>).every(
            ([key, one]) => !Object.hasOwn(object, key) || validates(one, object[key], root),
          )
        )
      case 'additionalProperties': {
        if (object === undefined) return true
        const known = Object.keys((schema.properties ?? {}) as Node)
        const more = Object.keys(object).filter((key) => !known.includes(key))
        return rule === false
          ? more.length === 0
          : rule === true || more.every((key) => validates(rule as Node, object[key], root))
      }
      case 'propertyNames':
        return object === undefined || Object.keys(object).every((key) => validates(rule as Node, key, root))
      case 'items':
        if (!Array.isArray(data)) return true
        if (!Array.isArray(rule)) return data.every((one) => validates(rule as Node, one, root))
        return data.every((one, index) =>
          rule[index] === undefined ? schema.additionalItems !== false : validates(rule[index] as Node, one, root),
        )
      case 'minItems':
        return !Array.isArray(data) || data.length >= Number(rule)
      case 'maxItems':
        return !Array.isArray(data) || data.length <= Number(rule)
      case 'minLength':
        return typeof data !== 'string' || data.length >= Number(rule)
      case 'maxLength':
        return typeof data !== 'string' || data.length <= Number(rule)
      case 'pattern':
        return typeof data !== 'string' || new RegExp(String(rule)).test(data)
      case 'minimum':
        return typeof data !== 'number' || data >= Number(rule)
      case 'maximum':
        return typeof data !== 'number' || data <= Number(rule)
      default:
        throw new Error(`the test does not know the keyword ${keyword}`)
    }
  })
}

function isType(type: string, data: unknown): boolean {
  if (type === 'array') return Array.isArray(data)
  if (type === 'integer') return Number.isInteger(data)
  if (type === 'null') return data === null
  return type === 'object' ? typeof data === 'object' && data !== null && !Array.isArray(data) : typeof data === type
}

const folder = readServices('services')
const files: readonly (readonly [SchemaName, string, unknown])[] = [
  ...folder.services.map((one) => ['service', one.id, one.service] as const),
  ...folder.services.flatMap((one) =>
    Object.entries(one.examples).map(([name, raw]) => ['example', `${one.id}/${name}`, raw] as const),
  ),
  ...Object.entries(folder.shared.groups).map(([id, raw]) => ['group', id, raw] as const),
  ...Object.entries(folder.shared.processes).map(([id, raw]) => ['process', id, raw] as const),
  ...Object.entries(folder.shared.notices).map(([id, raw]) => ['notices', id, raw] as const),
  ...folder.services.flatMap((one) =>
    Object.entries(one.short ?? {}).map(([id, raw]) => ['short-texts', `${one.id}/${id}`, raw] as const),
  ),
  ...Object.entries(folder.forms ?? {}).map(([id, raw]) => ['printed-form', id, raw] as const),
]
const valibot = {
  service: ServiceSchema,
  example: ExampleSchema,
  group: FieldGroupSchema,
  process: ProcessSchema,
  notices: NoticesSchema,
  'printed-form': PrintedFormSchema,
  'short-texts': ShortTextsSchema,
} as const
const agrees = (kind: SchemaName, data: unknown) => {
  const schema = jsonSchemaOf(kind)
  return [v.safeParse(valibot[kind] as v.GenericSchema, data).success, validates(schema, data, schema)]
}

describe('the JSON Schemas', () => {
  test.each(SCHEMA_NAMES)('%s is written as the code has it', (name) => {
    const path = `schemas/${name}.schema.json`
    if (process.env.UPDATE_SCHEMAS) writeFileSync(path, schemaText(name))
    expect(readFileSync(path, 'utf8')).toBe(schemaText(name))
  })

  test.each(files)('%s %s is valid for both', (kind, _, data) => {
    expect(agrees(kind, data)).toEqual([true, true])
  })

  const birth = () =>
    structuredClone(folder.services.find((one) => one.id === 'birth-wni')!.service) as Readonly<Record<string, unknown>>
  const broken: readonly (readonly [string, (service: Readonly<Record<string, unknown>>) => unknown])[] = [
    ['an unknown key', (service) => ({ ...service, colour: 'red' })],
    [
      'a text in one language',
      (service) => ({ ...service, texts: { ...(service.texts as object), name: { id: 'Akta' } } }),
    ],
    [
      'a condition that is none',
      (service) => ({ ...service, eligibility: [{ id: 'x', require: { maybe: 1 }, text: { id: 'a', en: 'b' } }] }),
    ],
    [
      'a question of no type',
      (service) => ({
        ...service,
        pages: [
          {
            id: 'x',
            title: { id: 'a', en: 'b' },
            fields: [{ key: 'a', type: 'colour', label: { id: 'a', en: 'b' }, required: true }],
          },
        ],
      }),
    ],
    ['a fact that is none', (service) => ({ ...service, calculations: { x: { fact: 'shoeSize', of: 'mother' } } })],
    ['an effect that is none', (service) => ({ ...service, effects: [{ op: 'flyAway' }] })],
    ['no pages', (service) => ({ ...service, pages: [] })],
    ['a key with a space', (service) => ({ ...service, calculations: { 'a b': 1 } })],
    ['half a deadline', (service) => ({ ...service, deadline: { officeHours: 0.5, confirmed: false } })],
  ]
  test.each(broken)('%s is refused by both', (_, damage) => {
    expect(agrees('service', damage(birth()))).toEqual([false, false])
  })
})
