// The checker of a folder of services: shapes, names, processes, examples. Must stay true: a service without a fault does
// what its examples say, in every region; each fault names file, place and sentence.

import { checkExample } from './check-example.ts'
import { checkNotices, checkProcess } from './check-process.ts'
import { checkService } from './check-service.ts'
import { checkTemplates } from './check-templates.ts'
import { type CompiledService, compileService, serviceFile, sharedFile } from './compile.ts'
import { FieldGroupSchema } from './definition.ts'
import { ExampleSchema } from './example.ts'
import type { ExampleEnvironment } from './examples.ts'
import { type Fault, readShape } from './fault.ts'
import type { ServiceFolder, ServicesFolder } from './files.ts'
import { NoticesSchema } from './notice.ts'
import { checkFormsOf, checkUnused, type PrintedForm, readForms } from './printed-form.ts'
import { ProcessSchema } from './process-definition.ts'
import type { SchemaName } from './schema-json.ts'
import { checkShortTexts } from './short-texts.ts'

export type CheckResult = {
  readonly faults: readonly Fault[]
  readonly services: readonly { readonly id: string; readonly compiled?: CompiledService; readonly examples: number }[]
}

/** Checks everything in the folder; `only` limits it to some services and what is shared. */
export function checkServices(
  folder: ServicesFolder,
  environment: ExampleEnvironment,
  only?: readonly string[],
): CheckResult {
  const faults: Fault[] = [...folder.faults]
  faults.push(...checkShared(folder))
  const ids = new Set(folder.services.map((one) => one.id))
  const services = folder.services
    .filter((one) => only === undefined || only.includes(one.id))
    .map((one) => {
      const checked = checkOne(one, folder, ids, environment)
      faults.push(...checked.faults)
      return {
        id: one.id,
        ...(checked.compiled === undefined ? {} : { compiled: checked.compiled }),
        examples: Object.keys(one.examples).length,
      }
    })
  faults.push(...checkPapers(folder))
  faults.push(
    ...checkForms(
      folder,
      services.flatMap((one) => one.compiled ?? []),
      only === undefined,
    ),
  )
  return { faults: withoutRepeats(faults), services }
}

/** The paper forms that the services name; with `whole`, places that nobody uses too. */
function checkForms(folder: ServicesFolder, services: readonly CompiledService[], whole: boolean): readonly Fault[] {
  if (folder.forms === undefined) return []
  const { forms, faults } = readForms(folder.forms)
  const inherited = readForms(folder.inheritedForms ?? {}).forms
  return [
    ...faults,
    ...services.flatMap((service) => checkFormsOf(service, forms, inherited)),
    ...(whole ? checkUnused(forms, [...services, ...inheritedUsers(folder, forms)]) : []),
  ]
}

/** The program's services that are not in the folder: a folder with few services holds the forms as they were published. */
function inheritedUsers(folder: ServicesFolder, forms: ReadonlyMap<string, PrintedForm>): readonly CompiledService[] {
  if (forms.size === 0) return []
  const there = new Set(folder.services.map((one) => one.id))
  return (folder.inheritedServices ?? []).flatMap((one) =>
    there.has(one.id) ? [] : (compileService(one.service, folder.shared, one.id).service ?? []),
  )
}

/** An editor believes `$schema`; one that names another kind of file proves the wrong thing. */
function checkSchemaName(raw: unknown, kind: SchemaName, file: string): readonly Fault[] {
  const named = typeof raw === 'object' && raw !== null && '$schema' in raw ? raw.$schema : undefined
  if (typeof named !== 'string' || named.split('/').at(-1) === `${kind}.schema.json`) return []
  return [{ file, pointer: '/$schema', message: `"${named}" is not ${kind}.schema.json` }]
}

/** The templates of a folder from the disk; a stored revision was checked with its folder, before it was published. */
function checkPapers(folder: ServicesFolder): readonly Fault[] {
  if (folder.forms === undefined) return []
  return [
    ...checkTemplates(folder.sharedTemplates, 'shared/documents'),
    ...folder.services.flatMap(({ id, templates }) => checkTemplates(templates, `${id}/documents`)),
  ]
}

function checkShared(folder: ServicesFolder): readonly Fault[] {
  const faults: Fault[] = []
  for (const [id, raw] of Object.entries(folder.shared.groups)) {
    const file = sharedFile('groups', id)
    faults.push(...readShape(FieldGroupSchema, raw, file).faults, ...checkSchemaName(raw, 'group', file))
  }
  for (const [id, raw] of Object.entries(folder.shared.processes)) {
    const file = sharedFile('processes', id)
    const read = readShape(ProcessSchema, raw, file)
    faults.push(...read.faults, ...checkSchemaName(raw, 'process', file))
    if (read.value !== undefined && read.value.id !== id)
      faults.push({ file, pointer: '/id', message: `the id is "${read.value.id}", the file "${id}.json"` })
    if (read.value !== undefined) faults.push(...checkProcess(read.value, file))
  }
  for (const [id, raw] of Object.entries(folder.shared.notices)) {
    const file = sharedFile('notices', id)
    const read = readShape(NoticesSchema, raw, file)
    faults.push(...read.faults, ...checkSchemaName(raw, 'notices', file))
    const process = read.value && readShape(ProcessSchema, folder.shared.processes[read.value.process], file).value
    if (read.value !== undefined && process === undefined)
      faults.push({ file, pointer: '/process', message: `there is no usable process "${read.value.process}"` })
    if (read.value !== undefined && process !== undefined) faults.push(...checkNotices(read.value, process, file))
  }
  return faults
}

function checkOne(
  one: ServiceFolder,
  folder: ServicesFolder,
  services: ReadonlySet<string>,
  environment: ExampleEnvironment,
): { faults: readonly Fault[]; compiled?: CompiledService } {
  const file = serviceFile(one.id)
  if (one.service === undefined) {
    const isTold = folder.faults.some((fault) => fault.file === file)
    return { faults: isTold ? [] : [{ file, pointer: '', message: 'missing' }] }
  }
  const { service, faults } = compileService(one.service, folder.shared, one.id)
  const named = checkSchemaName(one.service, 'service', file)
  if (service === undefined) return { faults: [...faults, ...named] }
  const templates = { ...folder.sharedTemplates, ...one.templates }
  const found: Fault[] = [...named, ...checkService(service, { services, templates })]
  found.push(...checkShortTexts(service, one.short ?? {}))
  if (!one.hasReadme)
    found.push({
      file: `services/${one.id}/README.md`,
      pointer: '',
      message: 'missing; say for whom, what is special, what is unconfirmed',
    })
  found.push(...checkProcess(service.process, sharedFile('processes', service.process.id)))
  // A service with faults would only make its examples fail in confusing ways, or run in circles.
  if (found.length === 0) found.push(...checkExamples(service, one, environment))
  return { faults: found, compiled: service }
}

function checkExamples(
  service: CompiledService,
  one: ServiceFolder,
  environment: ExampleEnvironment,
): readonly Fault[] {
  const faults: Fault[] = []
  const kinds = new Set<string>()
  for (const [name, raw] of Object.entries(one.examples)) {
    const file = `services/${one.id}/examples/${name}.json`
    const read = readShape(ExampleSchema, raw, file)
    faults.push(...read.faults, ...checkSchemaName(raw, 'example', file))
    if (read.value === undefined) continue
    kinds.add(read.value.kind)
    faults.push(...checkExample(service, read.value, file, environment))
  }
  for (const kind of ['usual', 'refused'])
    if (!kinds.has(kind) && service.process.kind === 'full')
      faults.push({ file: `services/${one.id}/examples`, pointer: '', message: `no ${kind} example` })
  if (kinds.size === 0) faults.push({ file: `services/${one.id}/examples`, pointer: '', message: 'no example' })
  return faults
}

/** Faults of shared files show up once for each service that uses them. */
function withoutRepeats(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}
