// The services of the running house: the package's folder is published at the start, a region that has no service yet is
// offered it, and everything is read from the database, compiled once an edition, on its first use. Must stay true: list, find and get ask
// the database nothing, because they are called inside transactions.
import type { ServiceSource } from '../modules/cases/context.ts'
import { adoptRevision, moveDrafts } from '../modules/cases/store.ts'
import { exampleEnvironment } from '../modules/catalogue/check-cli.ts'
import type { CatalogueContext } from '../modules/catalogue/commands.ts'
import { offerAsPublished, publishChecked } from '../modules/catalogue/offer-commands.ts'
import { ServiceCatalogue } from '../modules/catalogue/queries.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { packagePath } from '../platform/paths.ts'
import { packagedServices } from './packaged-services.ts'
import type { RegionDirectory } from './region-directory.ts'

const SYSTEM = { account: 'system:catalogue', role: 'system' } as const
/** How soon a process sees what another one installed. */
const FOLLOW_MS = 5_000

export type OfferedServices = {
  readonly source: ServiceSource
  readonly catalogue: CatalogueContext
  /** Ids of what a region offers, for those who name services. */
  ids(region: string): Promise<readonly string[]>
  /** Compiles in the background what would otherwise be compiled on first use. */
  prepare(): Promise<void>
  close(): void
}

export function catalogueContext(database: Database, clock: Clock): CatalogueContext {
  return {
    database,
    catalogue: new ServiceCatalogue(database),
    environment: exampleEnvironment(packagePath('instruments')),
    now: () => clock.now(),
    moveDrafts,
  }
}

export async function openServices(options: {
  readonly database: Database
  readonly clock: Clock
  readonly regions: RegionDirectory
  /** The demo also gets services that came with a newer package; elsewhere somebody chooses them. */
  readonly demo: boolean
  readonly onError: (error: unknown) => void
}): Promise<OfferedServices> {
  const { database, clock, regions, demo, onError } = options
  const context = catalogueContext(database, clock)
  const { catalogue } = context
  const packaged = packagedServices()
  await publishChecked(
    context,
    packaged.map(({ revision }) => revision),
    SYSTEM,
  )
  await catalogue.refresh()
  regions.onRead = async (known) => {
    for (const { code, profile } of known.values()) {
      const has = new Set((await catalogue.installed(code)).map((row) => row.service_id))
      if (has.size > 0 && !demo) continue
      const wanted = packaged.filter(({ id }) => !has.has(id)).map(({ revision }) => revision)
      if (wanted.length > 0)
        await offerAsPublished(context, code, wanted, profile.unit, SYSTEM, (tx, service, revision) =>
          adoptRevision(tx, code, service, revision),
        )
    }
  }
  const timer =
    database.kind === 'postgres' ? setInterval(() => void catalogue.follow().catch(onError), FOLLOW_MS) : undefined
  timer?.unref()
  return {
    source: catalogue,
    catalogue: context,
    ids: async (region) =>
      (await catalogue.installed(region)).filter((row) => row.state === 'offered').map((row) => row.service_id),
    prepare: () => catalogue.prepare(onError),
    close: () => clearInterval(timer),
  }
}
