// From the files of a service to the one thing the engine runs: groups put in their places, shared parts found, fields by
// key. Must stay true: compiling is pure and gives the same result for the same content everywhere; what cannot be
// resolved is a fault with its place, never skipped.

import type { Text } from '../../kernel/text.ts'
import type { CodeListName } from './code-lists.ts'
import {
  type Eligibility,
  type FieldGroup,
  FieldGroupSchema,
  type GroupUse,
  type RequiredDocument,
  type ServiceDefinition,
  ServiceSchema,
} from './definition.ts'
import type { Condition, Value } from './expression.ts'
import { type Fault, pointerOf, readShape } from './fault.ts'
import type { Field } from './field-types/all.ts'
import { bothOf, GroupUses } from './group-uses.ts'
import { type Notices, NoticesSchema } from './notice.ts'
import { type Process, ProcessSchema } from './process-definition.ts'

/** Raw contents of services/shared, by id. */
export type SharedParts = {
  readonly groups: Readonly<Record<string, unknown>>
  readonly processes: Readonly<Record<string, unknown>>
  readonly notices: Readonly<Record<string, unknown>>
}

export type CompiledPage = {
  readonly id: string
  readonly title: Text
  readonly lead?: Text
  readonly when?: Condition
  readonly fields: readonly Field[]
}

/** Where a part was written, for faults: file and JSON pointer. */
export type Origin = { readonly file: string; readonly pointer: string }

export type CompiledService = {
  readonly id: string
  readonly definition: ServiceDefinition
  readonly pages: readonly CompiledPage[]
  readonly fields: Readonly<Record<string, Field>>
  /** Page of each field. */
  readonly pageOf: Readonly<Record<string, string>>
  readonly calculations: Readonly<Record<string, Value>>
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly documents: readonly RequiredDocument[]
  readonly eligibility: readonly Eligibility[]
  readonly process: Process
  readonly notices: Notices
  /** Ids of all groups used, those of groups in groups too; sorted. */
  readonly groups: readonly string[]
  readonly origins: Readonly<Record<string, Origin>>
}

export type Compilation = { readonly service?: CompiledService; readonly faults: readonly Fault[] }

export function serviceFile(id: string): string {
  return `services/${id}/service.json`
}
export function sharedFile(kind: 'groups' | 'processes' | 'notices', id: string): string {
  return `services/shared/${kind}/${id}.json`
}

/** Resolves a service against the shared parts. Without faults the service is there; with faults it is not. */
export function compileService(raw: unknown, shared: SharedParts, folder?: string): Compilation {
  const named = folder ?? (typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : 'unknown')
  const file = serviceFile(named)
  const read = readShape(ServiceSchema, raw, file)
  if (read.value === undefined) return { faults: read.faults }
  const builder = new Builder(read.value, shared, file)
  return builder.build(folder)
}

type Placed<T> = { readonly part: T; readonly origin: Origin }

class Builder {
  readonly #faults: Fault[] = []
  readonly #groups = new Map<string, FieldGroup>()
  readonly #calculations: Record<string, Value> = {}
  readonly #tables: Record<string, Readonly<Record<string, string>>> = {}
  readonly #documents: { readonly document: RequiredDocument; readonly group?: string }[] = []
  readonly #eligibility: { readonly rule: Eligibility; readonly group?: string }[] = []
  readonly #uses = new GroupUses()
  readonly #origins: Record<string, Origin> = {}

  constructor(
    readonly definition: ServiceDefinition,
    readonly shared: SharedParts,
    readonly file: string,
  ) {}

  build(folder: string | undefined): Compilation {
    const { definition, file } = this
    if (folder !== undefined && folder !== definition.id)
      this.#fault(file, ['id'], `the id is "${definition.id}", the folder "${folder}"`)
    for (const [index, id] of (definition.include ?? []).entries())
      this.#include(id, { file, pointer: pointerOf(['include', index]) }, [], undefined)
    const pages = definition.pages.map((page, index) => {
      const fields = page.fields.flatMap((entry, at) =>
        this.#place(entry, { file, pointer: pointerOf(['pages', index, 'fields', at]) }, [], page.when),
      )
      const { fields: _, ...rest } = page
      return { page: { ...rest, fields: fields.map((field) => field.part) }, fields }
    })
    this.#collect(definition, file)
    const byKey: Record<string, Field> = {}
    const pageOf: Record<string, string> = {}
    for (const { page, fields } of pages)
      for (const { part, origin } of fields) {
        if (byKey[part.key] !== undefined)
          this.#fault(origin.file, origin.pointer, `the key "${part.key}" is used twice`)
        if (this.#calculations[part.key] !== undefined)
          this.#fault(origin.file, origin.pointer, `"${part.key}" is a question and a calculation`)
        byKey[part.key] = part
        pageOf[part.key] = page.id
        this.#origins[part.key] = origin
      }
    this.#twice(
      pages.map(({ page }) => page.id),
      'pages',
      'page',
    )
    this.#twice(
      this.#documents.map(({ document }) => document.id),
      'documents',
      'document',
    )
    const process = this.#sharedPart('processes', definition.process, ProcessSchema, 'process')
    const notices = this.#sharedPart('notices', definition.notices, NoticesSchema, 'notices')
    if (this.#faults.length > 0 || process === undefined || notices === undefined) return { faults: this.#faults }
    const service: CompiledService = {
      id: definition.id,
      definition,
      pages: pages.map(({ page }) => page),
      fields: byKey,
      pageOf,
      calculations: this.#calculations,
      tables: this.#tables,
      documents: this.#documents.map(({ document, group }) =>
        group === undefined ? document : this.#uses.document(group, document),
      ),
      eligibility: this.#eligibility.map(({ rule, group }) =>
        group === undefined ? rule : this.#uses.rule(group, rule),
      ),
      process,
      notices,
      groups: [...this.#groups.keys()].sort(),
      origins: this.#origins,
    }
    return { service, faults: [] }
  }

  #fault(file: string, path: string | readonly (string | number)[], message: string): void {
    this.#faults.push({ file, pointer: typeof path === 'string' ? path : pointerOf(path), message })
  }

  #twice(ids: readonly string[], path: string, what: string): void {
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
      this.#fault(this.file, [path], `two of the ${what}s are called "${id}"`)
  }

  #sharedPart<T>(
    kind: 'processes' | 'notices',
    id: string,
    schema: Parameters<typeof readShape<T>>[0],
    key: string,
  ): T | undefined {
    const raw = this.shared[kind][id]
    if (raw === undefined) {
      this.#fault(this.file, [key], `there is no ${sharedFile(kind, id)}`)
      return undefined
    }
    const read = readShape(schema, raw, sharedFile(kind, id))
    this.#faults.push(...read.faults)
    return read.value
  }

  /** Loads a group once, with the groups it includes; refuses a circle. `when`: under what condition this use counts. */
  #include(id: string, from: Origin, above: readonly string[], when: Condition | undefined): FieldGroup | undefined {
    if (above.includes(id)) {
      this.#fault(from.file, from.pointer, `groups include each other in a circle: ${[...above, id].join(' > ')}`)
      return undefined
    }
    this.#uses.add(id, when)
    const known = this.#groups.get(id)
    if (known !== undefined) {
      this.#includeInner(known, above, when)
      return known
    }
    const raw = this.shared.groups[id]
    const file = sharedFile('groups', id)
    if (raw === undefined) {
      this.#fault(from.file, from.pointer, `there is no ${file}`)
      return undefined
    }
    const read = readShape(FieldGroupSchema, raw, file)
    this.#faults.push(...read.faults)
    if (read.value === undefined) return undefined
    if (read.value.id !== id) this.#fault(file, ['id'], `the id is "${read.value.id}", the file "${id}.json"`)
    this.#includeInner(read.value, [...above, id], when)
    this.#groups.set(id, read.value)
    this.#collect(read.value, file, id)
    return read.value
  }

  #includeInner(group: FieldGroup, above: readonly string[], when: Condition | undefined): void {
    const file = sharedFile('groups', group.id)
    for (const [index, inner] of (group.include ?? []).entries())
      this.#include(inner, { file, pointer: pointerOf(['include', index]) }, above, when)
  }

  /** `shown`: the condition of the page or of the groups around, which also decides about papers and rules. */
  #place(
    entry: Field | GroupUse,
    origin: Origin,
    above: readonly string[],
    shown: Condition | undefined,
  ): readonly Placed<Field>[] {
    if (!('group' in entry)) return [{ part: entry, origin }]
    const { when } = entry
    const together = bothOf(shown, when)
    const group = this.#include(entry.group, origin, above, together)
    if (group === undefined) return []
    const file = sharedFile('groups', entry.group)
    return group.fields
      .flatMap((inner, index) =>
        this.#place(inner, { file, pointer: pointerOf(['fields', index]) }, [...above, entry.group], together),
      )
      .map(({ part, origin: place }) => ({
        part: when === undefined ? part : { ...part, when: bothOf(when, part.when) },
        origin: place,
      }))
  }

  /** Takes over what goes with the questions: calculations, tables, documents, conditions of eligibility. */
  #collect(
    part: Pick<FieldGroup, 'calculations' | 'tables' | 'documents' | 'eligibility'>,
    file: string,
    group?: string,
  ): void {
    const from = group === undefined ? {} : { group }
    for (const [key, value] of Object.entries(part.calculations ?? {})) {
      if (this.#calculations[key] !== undefined)
        this.#fault(file, ['calculations', key], `the calculation "${key}" exists twice`)
      this.#calculations[key] = value
      this.#origins[key] = { file, pointer: pointerOf(['calculations', key]) }
    }
    for (const [key, table] of Object.entries(part.tables ?? {})) {
      if (this.#tables[key] !== undefined) this.#fault(file, ['tables', key], `the table "${key}" exists twice`)
      this.#tables[key] = table
    }
    for (const [index, document] of (part.documents ?? []).entries()) {
      this.#documents.push({ document, ...from })
      this.#origins[`document:${document.id}`] = { file, pointer: pointerOf(['documents', index]) }
    }
    for (const [index, rule] of (part.eligibility ?? []).entries()) {
      this.#eligibility.push({ rule, ...from })
      this.#origins[`eligibility:${rule.id}`] = { file, pointer: pointerOf(['eligibility', index]) }
    }
  }
}

/** The words of a coded answer of a field, for summaries and sentences. */
export function codeListOf(field: Field): CodeListName | undefined {
  return field.type === 'choice' ? field.list : undefined
}
