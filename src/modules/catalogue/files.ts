// Reads a folder of services: service.json, examples, README, shared parts, templates. The only file of the catalogue
// that touches the disk. Must stay true: what cannot be read is a fault with its file, the rest is still read.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonText, repeatedKeys } from '../../kernel/json-text.ts'
import type { SharedParts } from './compile.ts'
import type { Fault } from './fault.ts'

export type ServiceFolder = {
  readonly id: string
  readonly service: unknown
  /** By file name without ending. */
  readonly examples: Readonly<Record<string, unknown>>
  readonly templates: Readonly<Record<string, unknown>>
  /** Short texts in a language of the region, by language; absent where they are not part of what is checked. */
  readonly short?: Readonly<Record<string, unknown>>
  readonly hasReadme: boolean
}

export type ServicesFolder = {
  readonly shared: SharedParts
  readonly sharedTemplates: Readonly<Record<string, unknown>>
  /** The paper forms, by code; absent where they are not part of what is checked (a stored revision). */
  readonly forms?: Readonly<Record<string, unknown>>
  /** Those of this program, for a folder that leans on them. */
  readonly inheritedForms?: Readonly<Record<string, unknown>>
  /** The services of this program: a form that such a folder took over has places for them, too. */
  readonly inheritedServices?: readonly ServiceFolder[]
  readonly services: readonly ServiceFolder[]
  readonly faults: readonly Fault[]
}

/** Reads `directory`, usually `services`. File names in faults begin with `services/`, wherever the folder lies. */
export function readServices(directory: string): ServicesFolder {
  const faults: Fault[] = []
  const json = (path: string, name: string): unknown => {
    try {
      const text = readFileSync(path, 'utf8')
      const value = parseJsonText(text)
      for (const pointer of repeatedKeys(text))
        faults.push({ file: name, pointer, message: 'this key stands twice here; only the last one would be read' })
      return value
    } catch (error) {
      faults.push({
        file: name,
        pointer: '',
        message: `no JSON: ${error instanceof Error ? error.message : String(error)}`,
      })
      return undefined
    }
  }
  const all = (folder: string): Record<string, unknown> => {
    const path = join(directory, folder)
    if (!existsSync(path)) return {}
    const names = readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .sort()
    return Object.fromEntries(
      names.map((name) => [name.slice(0, -5), json(join(path, name), `services/${folder}/${name}`)]),
    )
  }
  const ids = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map((entry) => entry.name)
    .sort()
  const services = ids.map((id) => ({
    id,
    service: existsSync(join(directory, id, 'service.json'))
      ? json(join(directory, id, 'service.json'), `services/${id}/service.json`)
      : undefined,
    examples: all(`${id}/examples`),
    templates: all(`${id}/documents`),
    short: all(`${id}/short`),
    hasReadme: existsSync(join(directory, id, 'README.md')),
  }))
  return {
    shared: { groups: all('shared/groups'), processes: all('shared/processes'), notices: all('shared/notices') },
    sharedTemplates: all('shared/documents'),
    forms: all('shared/forms'),
    services,
    faults,
  }
}

/** The paper forms of a folder of services alone, by code; raw. Throws what cannot be read. */
export function readFormFiles(directory: string): Readonly<Record<string, unknown>> {
  const path = join(directory, 'shared', 'forms')
  if (!existsSync(path)) return {}
  const names = readdirSync(path).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(path, name), 'utf8')) as unknown]),
  )
}

/** The short texts of a folder of services alone, by service; raw. Throws what cannot be read. */
export function readShortFiles(directory: string): Readonly<Record<string, readonly unknown[]>> {
  const found: Record<string, readonly unknown[]> = {}
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name, 'short')
    if (!entry.isDirectory() || !existsSync(path)) continue
    const names = readdirSync(path).filter((name) => name.endsWith('.json'))
    found[entry.name] = names.map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')) as unknown)
  }
  return found
}

/** An office calendar by its id, `63.11-2026`, as stored under `instruments/calendars`. */
export function readCalendarFile(instruments: string, id: string): unknown {
  const path = join(instruments, 'calendars', `${id}.json`)
  return /^[\d.-]+$/.test(id) && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as unknown) : undefined
}
