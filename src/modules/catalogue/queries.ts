// What the catalogue tells the rest of the house: the services a region offers, compiled, at the revision a new case gets or
// an old case keeps. Must stay true: compiled once, on first use, and kept in memory; `find` and `get` of what is loaded await
// nothing of the database, because they are called inside transactions, and the embedded database has one connection.
import { setImmediate as turn } from 'node:timers/promises'
import type { Database } from '../../platform/db/database.ts'
import type { CompiledService } from './compile.ts'
import { applyOverlay, behaviourOf, type Overlay, readOverlay } from './overlay.ts'
import { editionName, lateRevision, mustCompile, type Revision, readRevision, surroundingsOf } from './revision.ts'
import {
  findRevision,
  type InstalledRow,
  listEditions,
  listInstalled,
  listRevisions,
  readInstalledStamp,
} from './store.ts'

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
  /** Of what was read last; another one in the database says that something was installed since. */
  #stamp = ''

  constructor(readonly database: Database) {}

  /** Reads anew what all regions have installed. Called at the start and after each installation. */
  async refresh(): Promise<void> {
    const { stamp, rows, editions, missing } = await this.database.asPublic(async (tx) => {
      const before = await readInstalledStamp(tx)
      const installed = await listInstalled(tx)
      const past = await listEditions(tx)
      const hashes = [...new Set([...installed, ...past].map((row) => row.revision))].filter(
        (hash) => !this.#revisions.has(hash),
      )
      return { stamp: before, rows: installed, editions: past, missing: await listRevisions(tx, hashes) }
    })
    for (const { hash, content } of missing) this.#keep(hash, content)
    for (const { revision, overlay } of [...editions, ...rows]) this.#remember(revision, overlay)
    const regions = new Map<string, Map<string, Known>>()
    for (const row of rows) {
      const services = regions.get(row.region_code) ?? new Map<string, Known>()
      regions.set(row.region_code, services.set(row.service_id, { row, offered: this.#offer(row) }))
    }
    this.#regions = regions
    this.#stamp = stamp
    this.#loading = Promise.resolve()
  }

  /** Reads anew when another process installed something; one cheap query otherwise. Never inside a transaction. */
  async follow(): Promise<void> {
    if ((await this.database.asPublic(readInstalledStamp)) !== this.#stamp) await this.refresh()
  }

  /** Services a region has, offered or paused, with the installed row. */
  async installed(region: string): Promise<readonly InstalledRow[]> {
    await this.#loaded()
    return [...(this.#regions.get(region)?.values() ?? [])].map(({ row }) => row)
  }

  /** Takes a revision over that is known already, so that it is not read from the database again. */
  keep(revision: Revision): void {
    this.#revisions.set(revision.hash, revision)
  }

  /**
   * Makes an edition readable before the transaction that installs it commits: the next request may come before the refresh,
   * and may not ask the database for it.
   */
  expect(hash: string, overlay: Overlay): string {
    return this.#remember(hash, overlay)
  }

  /** Compiles what regions offer, one service at a time between requests, so that nobody waits for all of them at once. */
  async prepare(onError: (error: unknown) => void): Promise<void> {
    const offered = [...this.#regions.values()].flatMap((services) => [...services.values()])
    for (const { row, offered: one } of offered)
      try {
        if (!this.#compiled.has(one.revision)) {
          await turn()
          this.#compile(one.revision, row.revision, one.overlay)
        }
      } catch (error) {
        onError(error)
      }
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
    // Another process may have installed it since. The embedded database has one process, and one connection, which the caller
    // may hold: there it would wait for itself for ever.
    if (!this.#overlays.has(edition) && this.database.kind === 'postgres') await this.refresh()
    const past = this.#overlays.get(edition)
    if (past === undefined)
      throw new Error(`the edition ${edition.slice(0, 12)} of ${serviceId} is not in this installation`)
    return this.#offered(edition, past.hash, past.overlay, known?.row.unit_id ?? '')
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
    return this.#offered(edition, row.revision, overlay.value, row.unit_id)
  }

  /** Compiles when somebody looks: a start, and most requests, need few of all services. */
  #offered(edition: string, hash: string, overlay: Overlay, unit: string): OfferedService {
    const compiled = () => this.#compile(edition, hash, overlay)
    return {
      revision: edition,
      unit,
      overlay,
      get service() {
        return compiled().service
      },
      get longerDeadline() {
        return compiled().longerDeadline
      },
    }
  }

  #keep(hash: string, content: unknown): Revision {
    const revision = lateRevision(hash, () => {
      const read = readRevision(content, hash)
      if (read === undefined) throw new Error(`the revision ${hash.slice(0, 12)} was changed in the database`)
      return read.content
    })
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
