// Reads the document templates of a folder once, checks each, and remembers its content hash.
// Must stay true: a folder with one faulty template is refused as a whole; a template is known by kind and hash, so a
// printed paper can always be matched with the layout it was printed from.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { codeListsSchema, formLists } from './form-lists.ts'
import { type CodeLists, type Template, templateSchema } from './template.ts'
import { checkTemplate } from './template-check.ts'

export type KnownTemplate = {
  readonly template: Template /** SHA-256 of its canonical JSON, hex */
  readonly hash: string
}
export type Templates = { readonly byKind: ReadonlyMap<string, KnownTemplate>; readonly lists: CodeLists }

/** The same, read when somebody first asks: a start does not wait for it. */
export function openTemplates(folder: string): Templates {
  let read: Templates | undefined
  const templates = () => {
    read ??= readTemplates(folder)
    return read
  }
  return {
    get byKind() {
      return templates().byKind
    },
    get lists() {
      return templates().lists
    },
  }
}

/** Throws with file and place of every fault: templates come with the program or were checked at installation. */
export function readTemplates(folder: string): Templates {
  const own = v.parse(codeListsSchema, readJson(join(folder, 'code-lists.json')))
  const lists: CodeLists = { ...formLists(), ...own }
  const byKind = new Map<string, KnownTemplate>()
  const faults: string[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'code-lists.json')
    .sort()) {
    const parsed = v.safeParse(templateSchema, readJson(join(folder, file)))
    if (!parsed.success) {
      for (const issue of parsed.issues) faults.push(`${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
      continue
    }
    const template = parsed.output
    if (`${template.kind}.json` !== file) faults.push(`${file}: kind is ${template.kind}`)
    for (const fault of checkTemplate(template, lists))
      faults.push(`${file}: ${fault.at}: ${fault.code} ${fault.params?.name ?? ''}`)
    byKind.set(template.kind, { template, hash: templateHash(template) })
  }
  if (faults.length > 0) throw new Error(`faulty document templates:\n${faults.join('\n')}`)
  return { byKind, lists }
}

export function templateHash(template: Template): string {
  return createHash('sha256').update(canonicalJson(template)).digest('hex')
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** JSON with sorted keys: the same data gives the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
