// Reads what a component takes from its own TypeScript: name, type, whether it is required, and the comment beside it. The style guide
// shows it from props.json; this test writes it anew and fails when it is stale, so documentation cannot drift from code.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import type { PropDoc, PropDocs } from './registry.ts'

const docs = readPropDocs(fileURLToPath(new URL('..', import.meta.url)))

describe('what components take', () => {
  test('props.json says what the types say (`npx vitest -u` writes it anew)', async () => {
    await expect(`${JSON.stringify(docs, null, 2)}\n`).toMatchFileSnapshot('./props.json')
  })

  test('every prop has a sentence', () => {
    const silent = Object.entries(docs).flatMap(([name, props]) =>
      Object.entries(props)
        .filter(([, prop]) => prop.about === '')
        .map(([prop]) => `${name}.${prop}`),
    )
    expect(silent).toEqual([])
  })

  test('intersections and omissions are followed', () => {
    expect(docs.Field?.label).toMatchObject({ required: true, type: 'Phrase' })
    expect(docs.Field?.hint?.required).toBe(false)
    expect(docs.VillagePicker?.label?.required).toBe(false)
  })
})

/** `{ Button: { label: { type, required, about }, … }, … }` for every exported `…Props` type in the folder. */
function readPropDocs(folder: string): PropDocs {
  const aliases = new Map<string, ts.TypeNode>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.tsx?$/.test(name) || /\.test\.|style-guide/.test(name)) continue
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true)
    source.forEachChild((node) => {
      if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, node.type)
    })
  }
  const found: Record<string, Record<string, PropDoc>> = {}
  for (const [name, type] of aliases) {
    if (name.endsWith('Props')) found[name.slice(0, -'Props'.length)] = propsOf(type, aliases)
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => a.localeCompare(b)))
}

function propsOf(type: ts.TypeNode, aliases: ReadonlyMap<string, ts.TypeNode>): Record<string, PropDoc> {
  if (ts.isIntersectionTypeNode(type)) return Object.assign({}, ...type.types.map((part) => propsOf(part, aliases)))
  if (ts.isParenthesizedTypeNode(type)) return propsOf(type.type, aliases)
  if (ts.isTypeReferenceNode(type)) return referred(type, aliases)
  if (!ts.isTypeLiteralNode(type)) return {}
  const props: Record<string, PropDoc> = {}
  for (const member of type.members) {
    if (!ts.isPropertySignature(member) || !member.type) continue
    const comment = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc)?.comment
    const about = (typeof comment === 'string' ? comment : (ts.getTextOfJSDocComment(comment) ?? '')).replace(
      /\s+/g,
      ' ',
    )
    props[member.name.getText()] = { type: shortType(member.type), required: member.questionToken === undefined, about }
  }
  return props
}

function referred(type: ts.TypeReferenceNode, aliases: ReadonlyMap<string, ts.TypeNode>): Record<string, PropDoc> {
  const name = type.typeName.getText()
  const [base, key] = type.typeArguments ?? []
  if ((name === 'Omit' || name === 'Pick') && base && key) {
    const keys = new Set([...key.getText().matchAll(/'([^']+)'/g)].map((match) => match[1]))
    return Object.fromEntries(
      Object.entries(propsOf(base, aliases)).filter(([prop]) => keys.has(prop) === (name === 'Pick')),
    )
  }
  const target = aliases.get(name)
  return target ? propsOf(target, aliases) : {}
}

function shortType(type: ts.TypeNode): string {
  return type
    .getText()
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/readonly /g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
