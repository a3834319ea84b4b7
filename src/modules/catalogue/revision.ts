// A published revision: everything a service consists of, under the name of its own content. Must stay true: the same
// content has the same name on every machine, and no content ever changes under its name.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { canonicalJson } from '../../kernel/json.ts'
import { type Compilation, type CompiledService, compileService } from './compile.ts'
import { type Example, ExampleSchema } from './example.ts'
import { type Fault, readShape } from './fault.ts'
import type { ServicesFolder } from './files.ts'
import { behaviourOf, type Overlay } from './overlay.ts'

const parts = v.record(v.string(), v.unknown())
const RevisionContentSchema = v.strictObject({
  format: v.literal(1),
  service: v.unknown(),
  /** Shared parts that this service uses, and no others. */
  groups: parts,
  processes: parts,
  notices: parts,
  templates: parts,
  examples: parts,
})
export type RevisionContent = v.InferOutput<typeof RevisionContentSchema>

export type Revision = { readonly hash: string; readonly content: RevisionContent }

/** A revision of which the name is known and the content looked up when somebody asks for it; `read` may throw. */
export function lateRevision(hash: string, read: () => RevisionContent): Revision {
  let content: RevisionContent | undefined
  return {
    hash,
    get content() {
      content ??= read()
      return content
    },
  }
}

/** Name of a content: SHA-256 over its canonical JSON, in hexadecimal. */
export function revisionHash(content: RevisionContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/**
 * Name of what a case keeps for ever: the revision, and the region's overlay when it changes what the case feels.
 * `<hash>` or `<hash>+<16 digits>`.
 */
export function editionName(hash: string, overlay: Overlay): string {
  const behaviour = behaviourOf(overlay)
  if (Object.keys(behaviour).length === 0) return hash
  return `${hash}+${createHash('sha256').update(canonicalJson(behaviour)).digest('hex').slice(0, 16)}`
}

/** The revision of a service of a folder. Throws when the service does not compile: check it first. */
export function revisionOf(folder: ServicesFolder, id: string): Revision {
  const found = folder.services.find((one) => one.id === id)
  const { service } = compileService(found?.service, folder.shared, id)
  if (found === undefined || service === undefined) throw new Error(`the service ${id} has faults`)
  const pick = (all: Readonly<Record<string, unknown>>, ids: readonly string[]) =>
    Object.fromEntries(ids.filter((one) => Object.hasOwn(all, one)).map((one) => [one, all[one]]))
  const content: RevisionContent = {
    format: 1,
    service: found.service,
    groups: pick(folder.shared.groups, service.groups),
    processes: pick(folder.shared.processes, [service.process.id]),
    notices: pick(folder.shared.notices, [service.notices.id]),
    templates: pick({ ...folder.sharedTemplates, ...found.templates }, [
      ...new Set(service.definition.issues.map((issue) => issue.template)),
    ]),
    examples: { ...found.examples },
  }
  return { hash: revisionHash(content), content }
}

/** Reads a content that came from elsewhere; undefined unless it has the shape and, when given, the name. */
export function readRevision(raw: unknown, hash?: string): Revision | undefined {
  const parsed = v.safeParse(RevisionContentSchema, raw)
  if (!parsed.success) return undefined
  const name = revisionHash(parsed.output)
  return hash === undefined || hash === name ? { hash: name, content: parsed.output } : undefined
}

export function compileRevision({ content }: Revision): Compilation {
  return compileService(content.service, {
    groups: content.groups,
    processes: content.processes,
    notices: content.notices,
  })
}

/** What was compiled already, so that several catalogues of a process compile a content once. */
const compiled = new WeakMap<RevisionContent, CompiledService>()

/** The service of a stored revision; throws when it does not compile, which a published one always does. */
export function mustCompile(revision: Revision): CompiledService {
  const known = compiled.get(revision.content)
  if (known !== undefined) return known
  const { service, faults } = compileRevision(revision)
  if (service === undefined)
    throw new Error(`revision ${revision.hash.slice(0, 12)} does not compile: ${faults[0]?.message ?? ''}`)
  compiled.set(revision.content, service)
  return service
}

/** Its examples by name; those of a wrong shape are faults. */
export function examplesOf({ content }: Revision): {
  readonly examples: Readonly<Record<string, Example>>
  readonly faults: readonly Fault[]
} {
  const faults: Fault[] = []
  const examples: Record<string, Example> = {}
  for (const [name, raw] of Object.entries(content.examples)) {
    const read = readShape(ExampleSchema, raw, `examples/${name}.json`)
    faults.push(...read.faults)
    if (read.value !== undefined) examples[name] = read.value
  }
  return { examples, faults }
}

/** A revision as a folder, so that the checker treats it like any other. */
export function folderOf({ content }: Revision, id: string): ServicesFolder {
  return {
    shared: { groups: content.groups, processes: content.processes, notices: content.notices },
    sharedTemplates: content.templates,
    services: [
      {
        id,
        service: content.service,
        examples: content.examples as Record<string, unknown>,
        templates: {},
        hasReadme: true,
      },
    ],
    faults: [],
  }
}

/** What an installed revision may lean on: its own templates; other services are looked for when a case starts one. */
export function surroundingsOf(revision: Revision): {
  readonly services: ReadonlySet<string>
  readonly templates: Readonly<Record<string, unknown>>
} {
  const { service, templates } = revision.content
  const effects = (service as { effects?: readonly { service?: string }[] }).effects ?? []
  return {
    services: new Set(effects.flatMap((effect) => effect.service ?? [])),
    templates,
  }
}
