// Proves that a template can be printed and that a service supplies what it needs. Pure.
// Must stay true: a document that passed here has no empty place and no unknown word when it is signed.
import { isPlainDate } from '../../kernel/date.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { FORMATS, isGiven, type Placeholder, placeholdersOf } from './placeholders.ts'
import {
  type Block,
  type CodeLists,
  type DocumentData,
  type Field,
  type Guard,
  type ListField,
  OFFICE_KEYS,
  type ScalarField,
  type Template,
} from './template.ts'

type Use = {
  readonly text: string
  readonly at: string
  readonly of?: string
  readonly guards: readonly Guard[]
  readonly dashes: boolean
}

/** Every fault of a template: unknown or unused fields, formats that do not fit, optional values printed unguarded. */
export function checkTemplate(template: Template, lists: CodeLists): readonly Refusal[] {
  const faults: Refusal[] = []
  const fault = (code: string, at: string, name: string) =>
    faults.push({ code, at, params: { name, kind: template.kind } })
  const used = new Set<string>()
  const uses = usesOf(template)
  for (const use of uses) for (const place of placeholdersOf(use.text)) checkPlace(place, use)
  for (const [name, at] of keysNamed(template)) {
    used.add(name)
    if (template.fields[name] === undefined) fault('document-template-unknown-field', at, name)
  }
  for (const name of [...template.printed, template.number, template.shown.name]) {
    const field = template.fields[name]
    if (field?.type === 'list') fault('document-template-not-printable', 'printed', name)
  }
  for (const name of template.printed) {
    if (!uses.some((use) => placeholdersOf(use.text).some((place) => place.path === name)))
      fault('document-template-unused-field', 'printed', name)
  }
  for (const [name, field] of Object.entries(template.fields)) {
    if (!used.has(name)) fault('document-template-unused-field', `fields.${name}`, name)
    for (const [inner, scalar] of scalarsOf(name, field)) checkList(inner, scalar)
  }
  return faults

  function checkPlace(place: Placeholder, use: Use): void {
    if (place.path.startsWith('office.')) {
      if (!OFFICE_KEYS.some((known) => `office.${known}` === place.path))
        fault('document-template-unknown-field', use.at, place.path)
      return
    }
    const field = fieldOf(template, place.path, use.of)
    used.add(place.path.startsWith('item.') ? `${use.of}.${place.path.slice(5)}` : place.path)
    if (field === undefined) return void fault('document-template-unknown-field', use.at, place.path)
    if (field.type === 'list') return void fault('document-template-not-printable', use.at, place.path)
    for (const format of place.formats) {
      if (!FORMATS[format]?.includes(field.type)) fault('document-template-format', use.at, `${place.path}|${format}`)
    }
    if (field.optional && !use.dashes && !use.guards.some((guard) => implies(guard, place.path))) {
      fault('document-template-unguarded', use.at, place.path)
    }
  }

  function checkList(name: string, field: ScalarField): void {
    if (field.type === 'code' ? lists[field.list ?? ''] === undefined : field.list !== undefined) {
      fault('document-template-list', `fields.${name}`, field.list ?? '')
    }
    if (name.includes('.') && !used.has(name)) fault('document-template-unused-field', `fields.${name}`, name)
  }
}

function scalarsOf(name: string, field: Field): readonly (readonly [string, ScalarField])[] {
  return field.type === 'list'
    ? Object.entries(field.fields).map(([inner, scalar]) => [`${name}.${inner}`, scalar])
    : [[name, field]]
}

function fieldOf(template: Template, path: string, of: string | undefined): Field | undefined {
  if (!path.startsWith('item.')) return template.fields[path]
  const list = of === undefined ? undefined : template.fields[of]
  return list?.type === 'list' ? list.fields[path.slice(5)] : undefined
}

/** True when the guard can only hold if the field has a value. */
function implies(guard: Guard, name: string): boolean {
  if ('given' in guard) return guard.given === name
  if ('is' in guard) return guard.is[0] === name && guard.is[1] !== ''
  if ('all' in guard) return guard.all.some((inner) => implies(inner, name))
  if ('any' in guard) return guard.any.every((inner) => implies(inner, name))
  return 'not' in guard && 'missing' in guard.not && guard.not.missing === name
}

function usesOf(template: Template): readonly Use[] {
  const uses: Use[] = []
  template.blocks.forEach((block, index) => {
    const at = `blocks.${index}`
    const guards = block.when === undefined ? [] : [block.when]
    const add = (text: string | undefined, dashes: boolean, of?: string, extra: readonly Guard[] = []) => {
      if (text !== undefined)
        uses.push({ text, at, guards: [...guards, ...extra], dashes, ...(of === undefined ? {} : { of }) })
    }
    if (block.block === 'corner') add(block.value, true)
    if (block.block === 'heading') for (const line of block.lines) add(line.text, false)
    if (block.block === 'letterhead') for (const line of block.lines) add(line, false)
    if (block.block === 'title') add(block.number, false)
    if (block.block === 'sentence' || block.block === 'name') add(block.text, false)
    if (block.block === 'rows')
      for (const row of block.rows) add(row.value, true, undefined, row.when === undefined ? [] : [row.when])
    if (block.block === 'table') for (const column of block.columns) add(column.value, true, block.of)
    if (block.block === 'notes') add(block.text, false, block.of)
  })
  const { issued, holder } = template.signature
  uses.push({ text: issued.id, at: 'signature', guards: [], dashes: false })
  uses.push({ text: template.signature.role.id, at: 'signature', guards: [], dashes: false })
  if (holder !== undefined) uses.push({ text: holder.name, at: 'signature', guards: [], dashes: false })
  return uses
}

/** Fields that a template names outside of texts: guards, tables, number, shown and printed values. */
function keysNamed(template: Template): readonly (readonly [string, string])[] {
  const named: [string, string][] = [
    [template.number, 'number'],
    [template.shown.name, 'shown'],
    ...(template.shown.birthDate === undefined ? [] : [[template.shown.birthDate, 'shown'] as [string, string]]),
    ...template.printed.map((name): [string, string] => [name, 'printed']),
  ]
  template.blocks.forEach((block: Block, index) => {
    const at = `blocks.${index}`
    if (block.block === 'table' || block.block === 'notes') named.push([block.of, at])
    const guards = [block.when, ...(block.block === 'rows' ? block.rows.map((row) => row.when) : [])]
    for (const guard of guards) for (const name of guard === undefined ? [] : namesIn(guard)) named.push([name, at])
  })
  return named
}

function namesIn(guard: Guard): readonly string[] {
  if ('given' in guard) return [guard.given]
  if ('missing' in guard) return [guard.missing]
  if ('is' in guard) return [guard.is[0]]
  if ('not' in guard) return namesIn(guard.not)
  return ('all' in guard ? guard.all : guard.any).flatMap(namesIn)
}

/** What a service says it supplies: `true` for one value, the names inside for a list. */
export type Supplied = Readonly<Record<string, true | readonly string[]>>

/** Faults of a service that issues this document: a needed value it does not supply, one the template does not know. */
export function checkSupplied(template: Template, supplied: Supplied): readonly Refusal[] {
  const faults: Refusal[] = []
  const fault = (code: string, name: string) =>
    faults.push({ code, at: name, params: { name, nameEn: name, kind: template.kind, kindEn: template.kind } })
  for (const [name, field] of Object.entries(template.fields)) {
    const given = supplied[name]
    if (given === undefined) {
      if (!field.optional) fault('document-data-missing', name)
    } else if ((given === true) === (field.type === 'list')) {
      fault('document-data-shape', name)
    } else if (given !== true && field.type === 'list') {
      for (const [inner, scalar] of Object.entries(field.fields)) {
        if (!scalar.optional && !given.includes(inner)) fault('document-data-missing', `${name}.${inner}`)
      }
      for (const inner of given)
        if (field.fields[inner] === undefined) fault('document-data-unknown', `${name}.${inner}`)
    }
  }
  for (const name of Object.keys(supplied))
    if (template.fields[name] === undefined) fault('document-data-unknown', name)
  return faults
}

/** The words an officer knows a place of a paper by: "Nama (baris 2)" of "Kartu Keluarga". `at` as faults name it: `members.1.name`. */
export function printedWords(template: Template, at: string): Readonly<Record<string, string>> {
  const [name = '', index, inner] = at.split('.')
  const field = template.fields[name]
  const label = field?.type === 'list' && inner !== undefined ? field.fields[inner]?.label : field?.label
  const row = index === undefined ? undefined : Number(index) + 1
  return {
    name: `${label?.id ?? at}${label === undefined || row === undefined ? '' : ` (baris ${row})`}`,
    nameEn: `${label?.en ?? at}${label === undefined || row === undefined ? '' : ` (row ${row})`}`,
    kind: template.name.id,
    kindEn: template.name.en,
  }
}

/** Faults of the data of one document, before it is printed. */
export function checkData(template: Template, data: DocumentData, lists: CodeLists): readonly Refusal[] {
  const faults: Refusal[] = []
  const fault = (code: string, at: string) => faults.push({ code, at, params: printedWords(template, at) })
  for (const name of Object.keys(data)) if (template.fields[name] === undefined) fault('document-data-unknown', name)
  for (const [name, field] of Object.entries(template.fields)) {
    const value = data[name]
    if (!isGiven(value)) {
      if (!field.optional) fault('document-value-missing', name)
    } else if (field.type === 'list') checkItems(name, field, value)
    else if (typeof value === 'object' || !fits(value!, field, lists)) fault('document-data-shape', name)
  }
  return faults

  function checkItems(name: string, list: ListField, value: DocumentData[string]): void {
    if (!Array.isArray(value)) return void fault('document-data-shape', name)
    if (list.max !== undefined && value.length > list.max) fault('document-data-too-many', name)
    value.forEach((item, index) => {
      for (const inner of Object.keys(item))
        if (list.fields[inner] === undefined) fault('document-data-unknown', `${name}.${index}.${inner}`)
      for (const [inner, field] of Object.entries(list.fields)) {
        const scalar = item[inner]
        if (!isGiven(scalar)) {
          if (!field.optional) fault('document-value-missing', `${name}.${index}.${inner}`)
        } else if (!fits(scalar, field, lists)) fault('document-data-shape', `${name}.${index}.${inner}`)
      }
    })
  }
}

function fits(value: string | number, field: ScalarField, lists: CodeLists): boolean {
  const written = String(value)
  if (written.length > 400) return false
  if (field.type === 'date') return isPlainDate(value)
  if (field.type === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(written)
  if (field.type === 'integer') return Number.isInteger(Number(value)) && Number(value) >= 0 && Number(value) < 1e9
  if (field.type === 'nik' || field.type === 'kk') return /^[1-9]\d{15}$/.test(written)
  if (field.type === 'code') return lists[field.list ?? '']?.[written] !== undefined
  return typeof value === 'string'
}
