// What the catalogue tells the rest of the house: the services a region offers, compiled, at the revision a new case gets or
// an old case keeps. Must stay true: compiled once, kept in memory; `find` and `get` of what is loaded await nothing of
// the database, because they are called inside transactions, and the embedded database has one connection.
import type { Database } from '../../platform/db/database.ts'
import type { CompiledService } from './compile.ts'
import { applyOverlay, behaviourOf, type Overlay, readOverlay } from './overlay.ts'
import { editionName, mustCompile, type Revision, readRevision } from './revision.ts'
import { findRevision, type InstalledRow, listEditions, listInstalled, listRevisions } from './store.ts'

/** A service as a region offers it, at one immutable edition. */
export type OfferedService = {
  /** What a case keeps for ever: the revision, with the region's overlay of that day (`editionName`). */
  readonly revision: string
  readonly service: CompiledService
  readonly unit: string
  readonly overlay: Overlay
  /** Longer than the publisher's; said on the public page. */
  readonly longerDeadline: boolean
}

type Compiled = { readonly service: CompiledService; readonly longerDeadline: boolean }
type Known = { readonly row: InstalledRow; readonly offered: OfferedService }

export class ServiceCatalogue {
  readonly #revisions = new Map<string, Revision>()
  /** By edition name. */
  readonly #compiled = new Map<string, Compiled>()
  /** The overlay of each edition that a case may have begun under. */
  readonly #overlays = new Map<string, { readonly hash: string; readonly overlay: Overlay }>()
  #regions = new Map<string, ReadonlyMap<string, Known>>()
  #loading: Promise<void> | undefined

  constructor(readonly database: Database) {}

  /** Reads anew what all regions have installed. Called at the start, after each installation, and from time to time. */
  async refresh(): Promise<void> {
    const { rows, editions, missing } = await this.database.asPublic(async (tx) => {
      const installed = await listInstalled(tx)
      const past = await listEditions(tx)
      const hashes = [...new Set([...installed, ...past].map((row) => row.revision))].filter(
        (hash) => !this.#revisions.has(hash),
      )
      return { rows: installed, editions: past, missing: await listRevisions(tx, hashes) }
    })
    for (const { hash, content } of missing) this.#keep(hash, content)
    for (const { revision, overlay } of [...editions, ...rows]) this.#remember(revision, overlay)
    const regions = new Map<string, Map<string, Known>>()
    for (const row of rows) {
      const services = regions.get(row.region_code) ?? new Map<string, Known>()
      regions.set(row.region_code, services.set(row.service_id, { row, offered: this.#offer(row) }))
    }
    this.#regions = regions
    this.#loading = Promise.resolve()
  }

  /** The services a region offers to citizens, by id. */
  async list(region: string): Promise<readonly OfferedService[]> {
    await this.#loaded()
    const services = [...(this.#regions.get(region)?.values() ?? [])]
    return services.filter(({ row }) => row.state === 'offered').map(({ offered }) => offered)
  }

  /** The edition new cases get; undefined when the region does not offer the service (now). */
  async find(region: string, serviceId: string): Promise<OfferedService | undefined> {
    await this.#loaded()
    const known = this.#regions.get(region)?.get(serviceId)
    return known?.row.state === 'offered' ? known.offered : undefined
  }

  /** The edition a case keeps. Throws when it is gone, which must never be. */
  async get(region: string, serviceId: string, edition: string): Promise<OfferedService> {
    await this.#loaded()
    const known = this.#regions.get(region)?.get(serviceId)
    if (known?.offered.revision === edition) return known.offered
    // Another process may have installed it since; the embedded database has one process, so it never comes here.
    if (!this.#overlays.has(edition)) await this.refresh()
    const past = this.#overlays.get(edition)
    if (past === undefined)
      throw new Error(`the edition ${edition.slice(0, 12)} of ${serviceId} is not in this installation`)
    return {
      revision: edition,
      ...this.#compile(edition, past.hash, past.overlay),
      unit: known?.row.unit_id ?? '',
      overlay: past.overlay,
    }
  }

  /** The content of a revision, for replication and for comparing. */
  async revision(hash: string): Promise<Revision | undefined> {
    const known = this.#revisions.get(hash)
    if (known !== undefined) return known
    const row = await this.database.asPublic((tx) => findRevision(tx, hash))
    return row === undefined ? undefined : this.#keep(row.hash, row.content)
  }

  #remember(hash: string, raw: unknown): string {
    const overlay = readOverlay(raw)
    if (!overlay.ok) throw new Error(`an overlay of the revision ${hash.slice(0, 12)} cannot be read`)
    const edition = editionName(hash, overlay.value)
    if (!this.#overlays.has(edition)) this.#overlays.set(edition, { hash, overlay: overlay.value })
    return edition
  }

  #compile(edition: string, hash: string, overlay: Overlay): Compiled {
    const known = this.#compiled.get(edition)
    if (known !== undefined) return known
    const revision = this.#revisions.get(hash)
    if (revision === undefined) throw new Error(`the revision ${hash.slice(0, 12)} is not in this installation`)
    const published = mustCompile(revision)
    const applied =
      Object.keys(behaviourOf(overlay)).length === 0
        ? undefined
        : applyOverlay(published, overlay, surroundingsOf(revision))
    if (applied?.ok === false)
      throw new Error(`the overlay of an installed service no longer fits: ${applied.refusals[0]?.code ?? ''}`)
    const compiled = applied?.ok === true ? applied.value : { service: published, longerDeadline: false }
    this.#compiled.set(edition, compiled)
    return compiled
  }

  #offer(row: InstalledRow): OfferedService {
    const overlay = readOverlay(row.overlay)
    if (!overlay.ok) throw new Error(`the overlay of ${row.service_id} in ${row.region_code} cannot be read`)
    const edition = editionName(row.revision, overlay.value)
    return {
      revision: edition,
      ...this.#compile(edition, row.revision, overlay.value),
      unit: row.unit_id,
      overlay: overlay.value,
    }
  }

  #keep(hash: string, content: unknown): Revision {
    const revision = readRevision(content, hash)
    if (revision === undefined) throw new Error(`the revision ${hash.slice(0, 12)} was changed in the database`)
    this.#revisions.set(hash, revision)
    return revision
  }

  async #loaded(): Promise<void> {
    this.#loading ??= this.refresh()
    try {
      await this.#loading
    } catch (error) {
      this.#loading = undefined
      throw error
    }
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
