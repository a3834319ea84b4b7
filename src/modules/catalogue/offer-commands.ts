// How an installation gets its first services: the package's own folder becomes published revisions, and a region that has
// none is offered them as published. Must stay true: safe to repeat, by several processes at once; what a region has
// installed is never changed here, that is an upgrade somebody confirms.
import type { RegionCode } from '../../kernel/region-code.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { newId } from '../../platform/ids.ts'
import { writeJournal } from '../../platform/journal/journal.ts'
import { type CatalogueContext, type Doer, idOf } from './commands.ts'
import type { Revision } from './revision.ts'
import { appendInstallations, insertInstalled, insertRevisions, listKnownHashes } from './store.ts'

/**
 * Publishes revisions that were checked elsewhere: those of the package compile here, and their examples are run by its tests,
 * which takes too long for a start. Gives how many are new.
 */
export async function publishChecked(
  context: CatalogueContext,
  revisions: readonly Revision[],
  doer: Doer,
): Promise<number> {
  const known = await context.database.asPublic((tx) =>
    listKnownHashes(
      tx,
      revisions.map(({ hash }) => hash),
    ),
  )
  const missing = revisions.filter(({ hash }) => !known.has(hash))
  for (const revision of revisions) context.catalogue.keep(revision)
  if (missing.length === 0) return 0
  await context.database.asPlatform((tx) =>
    insertRevisions(
      tx,
      missing.map((revision) => ({
        hash: revision.hash,
        service_id: idOf(revision),
        publisher: String((revision.content.service as { publisher?: unknown }).publisher),
        content: revision.content,
        note: '',
        published_by: doer.account,
        published_at: context.now(),
      })),
    ),
  )
  return missing.length
}

/**
 * Offers each revision as published where the region has nothing of that service. `onInstalled` is called with each service
 * and revision installed now, in the same transaction. Gives how many.
 */
export async function offerAsPublished(
  context: CatalogueContext,
  region: RegionCode,
  revisions: readonly Revision[],
  unit: string,
  doer: Doer,
  onInstalled: (tx: Tx, serviceId: string, revision: string) => Promise<void> = async () => {},
): Promise<number> {
  const at = context.now()
  for (const { hash } of revisions) context.catalogue.expect(hash, {})
  const count = await context.database.inRegion(region, async (tx) => {
    const rows = revisions.map((revision) => ({
      region_code: region,
      service_id: idOf(revision),
      revision: revision.hash,
      overlay: {},
      unit_id: unit,
      state: 'offered',
      installed_by: doer.account,
      installed_at: at,
    }))
    const done = await insertInstalled(tx, rows)
    const installed = rows.filter((row) => done.has(row.service_id))
    if (installed.length === 0) return 0
    await appendInstallations(
      tx,
      installed.map(({ installed_by, installed_at, ...row }) => ({
        ...row,
        installation_id: newId(),
        differences: {},
        done_by: installed_by,
        done_at: installed_at,
      })),
    )
    for (const row of installed) await onInstalled(tx, row.service_id, row.revision)
    await writeJournal(tx, {
      at,
      actor: doer.account,
      role: doer.role,
      action: 'service.install',
      fields: installed.map((row) => row.service_id),
    })
    return installed.length
  })
  if (count > 0) await context.catalogue.refresh()
  return count
}
