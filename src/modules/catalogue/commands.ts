// Publishing a service, installing it in a region, upgrading it. Must stay true: only what the checker finds sound is
// published; only what runs true in the receiving region is installed, twice, as published and with its overlay; every
// difference is shown before somebody confirms it.
import { accept, type Result, refuse, refuseAll } from '../../kernel/refusal.ts'
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { checkServices } from './check.ts'
import { decideInstallation, type InstallPreview } from './decide-installation.ts'
import type { ExampleEnvironment } from './examples.ts'
import type { Fault } from './fault.ts'
import type { ServicesFolder } from './files.ts'
import { readOverlay } from './overlay.ts'
import type { ServiceCatalogue } from './queries.ts'
import { editionName, folderOf, type Revision, readRevision, revisionOf, surroundingsOf } from './revision.ts'
import {
  appendInstallation,
  findInstalled,
  findRevision,
  type InstalledRow,
  insertRevision,
  lockInstalled,
  putInstalled,
} from './store.ts'

export type CatalogueContext = {
  readonly database: Database
  readonly catalogue: ServiceCatalogue
  readonly environment: ExampleEnvironment
  readonly now: () => Date
  /** Takes the drafts of one edition over to another, in the transaction of the upgrade; gives how many. */
  readonly moveDrafts?: (tx: Tx, move: DraftMove) => Promise<number>
}

/** Drafts of a service that follow an upgrade: those in the state a case begins in. */
export type DraftMove = {
  readonly region: RegionCode
  readonly serviceId: string
  readonly state: string
  readonly from: string
  readonly to: string
}

/** Who does it: an account with its role and unit, or the system. */
export type Doer = { readonly account: string; readonly role: string; readonly unit?: string }

/** What would be published, once the checker finds it sound. Refusals: `revision-shape`, `revision-faulty` (one for each fault, with its place). */
export function checkRevision(raw: unknown, environment: ExampleEnvironment): Result<Revision> {
  const revision = readRevision(raw)
  const service = revision?.content.service as { id?: unknown; publisher?: unknown } | undefined
  if (revision === undefined || typeof service?.id !== 'string') return refuse('revision-shape')
  const faults = faultsOf(revision, service.id, environment)
  if (faults.length > 0)
    return refuseAll(
      faults.map((fault) => ({
        code: 'revision-faulty',
        at: `${fault.file}#${fault.pointer}`,
        params: { problem: fault.message },
      })),
    )
  return accept(revision)
}

/** Publishes the revision. Refusals: those of `checkRevision`. Safe to repeat: the same content keeps its name and its first date. */
export async function publishRevision(
  context: CatalogueContext,
  raw: unknown,
  doer: Doer,
  note = '',
): Promise<Result<{ hash: string }>> {
  const checked = checkRevision(raw, context.environment)
  if (!checked.ok) return checked
  const revision = checked.value
  await context.database.asPlatform((tx) =>
    insertRevision(tx, {
      hash: revision.hash,
      service_id: idOf(revision),
      publisher: publisherOf(revision),
      content: revision.content,
      note,
      published_by: doer.account,
      published_at: context.now(),
    }),
  )
  return accept({ hash: revision.hash })
}

/** Other services a revision names were checked with the folder it comes from; alone it only has itself. */
function faultsOf(revision: Revision, id: string, environment: ExampleEnvironment): readonly Fault[] {
  const folder = folderOf(revision, id)
  const named = [...surroundingsOf(revision).services].filter((other) => other !== id)
  const services = [
    ...folder.services,
    ...named.map((other) => ({ id: other, service: undefined, examples: {}, templates: {}, hasReadme: true })),
  ]
  return checkServices({ ...folder, services }, environment, [id]).faults
}

/** Publishes every sound service of a folder; gives the hash of each by id. Throws on a folder with faults. */
export async function publishFolder(
  context: CatalogueContext,
  folder: ServicesFolder,
  doer: Doer,
): Promise<ReadonlyMap<string, string>> {
  const { faults } = checkServices(folder, context.environment)
  if (faults.length > 0)
    throw new Error(
      `services with faults: ${faults
        .map((fault) => `${fault.file}#${fault.pointer} ${fault.message}`)
        .slice(0, 5)
        .join('; ')}`,
    )
  const hashes = new Map<string, string>()
  const rows = folder.services.map((one) => revisionOf(folder, one.id))
  await context.database.asPlatform(async (tx) => {
    for (const { hash, content } of rows) {
      const { id, publisher } = content.service as { id: string; publisher: string }
      await insertRevision(tx, {
        hash,
        service_id: id,
        publisher,
        content,
        note: '',
        published_by: doer.account,
        published_at: context.now(),
      })
      hashes.set(id, hash)
    }
  })
  return hashes
}

export type InstallRequest = { readonly hash: string; readonly overlay: unknown; readonly unit: string }

/**
 * What an installation or upgrade would do, without doing it. Refusals: `revision-unknown`, `overlay-…`,
 * `example-broken` (an example of the publisher fails here), `overlay-unexplained` (the overlay changes what it may not).
 */
export async function previewInstallation(
  context: CatalogueContext,
  region: RegionCode,
  request: InstallRequest,
): Promise<Result<InstallPreview>> {
  const revision = await context.catalogue.revision(request.hash)
  if (revision === undefined) return refuse('revision-unknown')
  const installed = await context.database.inRegion(region, (tx) => findInstalled(tx, region, idOf(revision)), {
    readOnly: true,
  })
  const before = installed === undefined ? undefined : await context.catalogue.revision(installed.revision)
  return decideInstallation(
    revision,
    before === undefined ? undefined : { revision: before, overlay: installed?.overlay ?? {} },
    request.overlay,
    context.environment,
  )
}

/**
 * Installs or upgrades. `confirmed` says that somebody saw the preview. Refusals: those of the preview,
 * `installation-unconfirmed` when there is something to confirm, `installation-moved` when another revision was installed meanwhile
 * (`expected`: the one the preview was made against, null for none). Decided cases keep their revision. `agreed` has the last
 * word inside the transaction, before anything is written: a second pair of eyes.
 */
export async function installService(
  context: CatalogueContext,
  region: RegionCode,
  request: InstallRequest & { readonly confirmed: boolean; readonly expected?: string | null },
  doer: Doer,
  agreed: (tx: Tx, current: InstalledRow | undefined) => Promise<Result<void>> = async () => accept(undefined),
): Promise<Result<InstallPreview>> {
  const preview = await previewInstallation(context, region, request)
  if (!preview.ok) return preview
  const { explained, differences, longerDeadline, serviceId, overlay } = preview.value
  if (!request.confirmed && (explained.length > 0 || differences.length > 0 || longerDeadline))
    return refuse('installation-unconfirmed', serviceId, { count: explained.length + differences.length })
  const at = context.now()
  const edition = context.catalogue.expect(request.hash, overlay)
  const done = await context.database.inRegion(region, async (tx) => {
    const current = await lockInstalled(tx, region, serviceId)
    if (request.expected !== undefined && (current?.revision ?? null) !== request.expected)
      return refuse('installation-moved', serviceId)
    if ((await findRevision(tx, request.hash)) === undefined) return refuse('revision-unknown')
    const agreement = await agreed(tx, current)
    if (!agreement.ok) return agreement
    const row: InstalledRow = {
      region_code: region,
      service_id: serviceId,
      revision: request.hash,
      overlay,
      unit_id: overlay.unit ?? request.unit,
      state: 'offered',
      installed_by: doer.account,
      installed_at: at,
    }
    await putInstalled(tx, row)
    const drafts = await followDrafts(tx, context, preview.value, current, edition)
    const { installed_by: done_by, installed_at: done_at, ...rest } = row
    await appendInstallation(tx, {
      ...rest,
      installation_id: newId(),
      differences: { explained, differences, drafts },
      done_by,
      done_at,
    })
    await writeJournal(tx, {
      at,
      actor: doer.account,
      role: doer.role,
      action: 'service.install',
      fields: [serviceId],
      ...(doer.unit === undefined ? {} : { unit: doer.unit }),
    })
    return accept(preview.value)
  })
  if (done.ok) await context.catalogue.refresh()
  return done
}

async function followDrafts(
  tx: Tx,
  context: CatalogueContext,
  { follow, serviceId }: InstallPreview,
  current: InstalledRow | undefined,
  to: string,
): Promise<number> {
  const old = readOverlay(current?.overlay)
  if (follow === undefined || current === undefined || !old.ok || context.moveDrafts === undefined) return 0
  // Another upgrade came between the preview and the lock: what was compared is not what drafts were begun with.
  if (editionName(current.revision, old.value) !== follow.from || follow.from === to) return 0
  return context.moveDrafts(tx, { region: current.region_code, serviceId, to, ...follow })
}

/** Stops or resumes offering a service; cases under way go on. Refusal: `service-not-installed`. Safe to repeat. */
export async function setServiceState(
  context: CatalogueContext,
  region: RegionCode,
  serviceId: string,
  state: 'offered' | 'paused',
  doer: Doer,
): Promise<Result<void>> {
  const at = context.now()
  const done = await context.database.inRegion(region, async (tx): Promise<Result<void>> => {
    const current = await lockInstalled(tx, region, serviceId)
    if (current === undefined) return refuse('service-not-installed', serviceId)
    if (current.state === state) return accept(undefined)
    await putInstalled(tx, { ...current, state, installed_by: doer.account, installed_at: at })
    const { installed_by: _by, installed_at: _at, ...rest } = current
    await appendInstallation(tx, {
      ...rest,
      state,
      installation_id: newId(),
      differences: {},
      done_by: doer.account,
      done_at: at,
    })
    await writeJournal(tx, {
      at,
      actor: doer.account,
      role: doer.role,
      action: `service.${state === 'paused' ? 'pause' : 'offer'}`,
      fields: [serviceId],
    })
    return accept(undefined)
  })
  if (done.ok) await context.catalogue.refresh()
  return done
}

export function idOf(revision: Revision): string {
  return String((revision.content.service as { id: unknown }).id)
}

export function publisherOf(revision: Revision): string {
  return String((revision.content.service as { publisher?: unknown }).publisher)
}
