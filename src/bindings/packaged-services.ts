// The services of the package: which there are and under which name, known at once; their content when somebody asks for it.
// Must stay true: a name is only believed when this very program worked it out from these very files, byte for byte; whoever
// asks for the content gets what the name says or an error.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { readServices, type ServicesFolder } from '../modules/catalogue/files.ts'
import { lateRevision, type Revision, revisionOf } from '../modules/catalogue/revision.ts'
import { packagePath } from '../platform/paths.ts'

export type PackagedService = { readonly id: string; readonly revision: Revision }

/** Fingerprint of the sources this program was built from; absent when it runs from the sources, as in tests. */
declare const PUJA_BUILD: string | undefined

const NamesSchema = v.array(v.strictObject({ id: v.string(), hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }))
type Names = v.InferOutput<typeof NamesSchema>

let folder: ServicesFolder | undefined
const wholeFolder = (): ServicesFolder => (folder ??= readServices(packagePath('services')))

let packaged: readonly PackagedService[] | undefined

/** Names are worked out once a version of program and files, which compiles everything: seconds; otherwise read from var/cache. */
export function packagedServices(): readonly PackagedService[] {
  packaged ??= typeof PUJA_BUILD === 'string' ? remembered(PUJA_BUILD) : workedOut()
  return packaged
}

/** Throws when one does not compile: that must stop the start, not a citizen. */
function workedOut(): readonly PackagedService[] {
  return wholeFolder().services.map(({ id }) => ({ id, revision: revisionOf(wholeFolder(), id) }))
}

function remembered(build: string): readonly PackagedService[] {
  const path = packagePath('var', 'cache', `services-${fingerprint(build)}.json`)
  const names = readNames(path)
  if (names !== undefined)
    return names.map(({ id, hash }) => ({
      id,
      revision: lateRevision(hash, () => {
        const { hash: now, content } = revisionOf(wholeFolder(), id)
        if (now !== hash) throw new Error(`the service ${id} was changed while the program was running`)
        return content
      }),
    }))
  const fresh = workedOut()
  writeNames(
    path,
    fresh.map(({ id, revision }) => ({ id, hash: revision.hash })),
  )
  return fresh
}

function fingerprint(build: string): string {
  const root = packagePath('services')
  const hash = createHash('sha256').update(build)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  for (const name of files.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(root, name)))
  return hash.digest('hex').slice(0, 24)
}

function readNames(path: string): Names | undefined {
  try {
    const parsed = v.safeParse(NamesSchema, JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** Where the package may not be written to, the next start works them out again. */
function writeNames(path: string, names: Names): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, JSON.stringify(names))
    renameSync(temporary, path)
  } catch {
    // Only time is lost.
  }
}
