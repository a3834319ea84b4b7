// Proves the paper templates of a folder before anything prints with them. Must stay true: what the documents module would
// refuse at its start is a fault here, with file, place and sentence.
import type { Refusal } from '../../kernel/refusal.ts'
import { codeListsSchema, formLists } from '../documents/form-lists.ts'
import { refusals } from '../documents/refusals.ts'
import { templateSchema } from '../documents/template.ts'
import { checkTemplate } from '../documents/template-check.ts'
import { type Fault, pointerOf, readShape } from './fault.ts'

const CODE_LISTS = 'code-lists'

/** Every fault of the templates of `services/<folder>`, by file name without ending, `code-lists` among them. */
export function checkTemplates(templates: Readonly<Record<string, unknown>>, folder: string): readonly Fault[] {
  const fileOf = (name: string) => `services/${folder}/${name}.json`
  const own = readShape(codeListsSchema, templates[CODE_LISTS] ?? {}, fileOf(CODE_LISTS))
  const lists = { ...formLists(), ...own.value }
  return [
    ...own.faults,
    ...Object.entries(templates)
      .filter(([name]) => name !== CODE_LISTS)
      .flatMap(([name, raw]) => {
        const file = fileOf(name)
        const { value, faults } = readShape(templateSchema, raw, file)
        if (value === undefined) return faults
        const kind = { file, pointer: '/kind', message: `the kind is "${value.kind}", the file "${name}.json"` }
        return [
          ...(value.kind === name ? [] : [kind]),
          ...checkTemplate(value, lists).map((refusal) => ({
            file,
            pointer: pointerOf((refusal.at ?? '').split('.').filter((part) => part !== '')),
            message: sentenceOf(refusal),
          })),
        ]
      }),
  ]
}

function sentenceOf({ code, params = {} }: Refusal): string {
  const text: string = code in refusals ? refusals[code as keyof typeof refusals].text.en : code
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
