// SQL of the catalogue: published revisions (shared by all), what each region has installed, and the history of that.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'

export type CatalogueTables = {
  service_revision: {
    hash: string
    service_id: string
    publisher: string
    content: unknown
    note: string
    published_by: string
    published_at: Date
  }
  installed_service: {
    region_code: string
    service_id: string
    revision: string
    overlay: unknown
    unit_id: string
    state: string
    installed_by: string
    installed_at: Date
  }
  service_installation: {
    region_code: string
    installation_id: string
    service_id: string
    revision: string
    overlay: unknown
    unit_id: string
    state: string
    differences: unknown
    done_by: string
    done_at: Date
  }
}
type Row<T extends keyof CatalogueTables> = CatalogueTables[T]
export type RevisionRow = Row<'service_revision'>
export type InstalledRow = Row<'installed_service'>
export type InstallationRow = Row<'service_installation'>

const tables = (tx: Tx) => tx.withTables<CatalogueTables>()

/** Safe to repeat: the same content is there already under its name. */
export async function insertRevision(tx: Tx, row: RevisionRow): Promise<void> {
  await tables(tx)
    .insertInto('service_revision')
    .values({ ...row, content: JSON.stringify(row.content) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** Many at once, a few at a time: a statement of all of them would be megabytes. */
export async function insertRevisions(tx: Tx, rows: readonly RevisionRow[]): Promise<void> {
  for (let first = 0; first < rows.length; first += 10)
    await tables(tx)
      .insertInto('service_revision')
      .values(rows.slice(first, first + 10).map((row) => ({ ...row, content: JSON.stringify(row.content) })))
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
}

export async function findRevision(tx: Tx, hash: string): Promise<RevisionRow | undefined> {
  return tables(tx).selectFrom('service_revision').selectAll().where('hash', '=', hash).executeTakeFirst()
}

/** Contents of many revisions at once. */
export async function listRevisions(tx: Tx, hashes: readonly string[]): Promise<readonly RevisionRow[]> {
  if (hashes.length === 0) return []
  return tables(tx)
    .selectFrom('service_revision')
    .selectAll()
    .where('hash', 'in', [...hashes])
    .execute()
}

/** All revisions without their content, newest first; of one service when it is named. */
export async function listPublished(tx: Tx, serviceId?: string): Promise<readonly Omit<RevisionRow, 'content'>[]> {
  return tables(tx)
    .selectFrom('service_revision')
    .select(['hash', 'service_id', 'publisher', 'note', 'published_by', 'published_at'])
    .$if(serviceId !== undefined, (query) => query.where('service_id', '=', serviceId!))
    .orderBy('published_at', 'desc')
    .orderBy('hash')
    .execute()
}

/** What all regions have installed; as puja_public every region is seen, as puja_app the own one. */
export async function listInstalled(tx: Tx): Promise<readonly InstalledRow[]> {
  return tables(tx).selectFrom('installed_service').selectAll().orderBy('region_code').orderBy('service_id').execute()
}

export async function findInstalled(tx: Tx, region: string, serviceId: string): Promise<InstalledRow | undefined> {
  return tables(tx)
    .selectFrom('installed_service')
    .selectAll()
    .where('region_code', '=', region)
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
}

/** Waits for whoever else installs the same service, so that two upgrades never cross. */
export async function lockInstalled(tx: Tx, region: string, serviceId: string): Promise<InstalledRow | undefined> {
  return tables(tx)
    .selectFrom('installed_service')
    .selectAll()
    .where('region_code', '=', region)
    .where('service_id', '=', serviceId)
    .forUpdate()
    .executeTakeFirst()
}

export async function putInstalled(tx: Tx, row: InstalledRow): Promise<void> {
  const overlay = JSON.stringify(row.overlay)
  await tables(tx)
    .insertInto('installed_service')
    .values({ ...row, overlay })
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'service_id']).doUpdateSet({
        revision: row.revision,
        overlay,
        unit_id: row.unit_id,
        state: row.state,
        installed_by: row.installed_by,
        installed_at: row.installed_at,
      }),
    )
    .execute()
}

export async function appendInstallation(tx: Tx, row: InstallationRow): Promise<void> {
  await tables(tx)
    .insertInto('service_installation')
    .values({ ...row, overlay: JSON.stringify(row.overlay), differences: JSON.stringify(row.differences) })
    .execute()
}

/** Every revision and overlay that cases of any region may have begun under. */
export async function listEditions(
  tx: Tx,
): Promise<readonly Pick<InstallationRow, 'region_code' | 'service_id' | 'revision' | 'overlay'>[]> {
  return tables(tx)
    .selectFrom('service_installation')
    .select(['region_code', 'service_id', 'revision', 'overlay'])
    .distinct()
    .execute()
}

export async function appendInstallations(tx: Tx, rows: readonly InstallationRow[]): Promise<void> {
  await tables(tx)
    .insertInto('service_installation')
    .values(
      rows.map((row) => ({
        ...row,
        overlay: JSON.stringify(row.overlay),
        differences: JSON.stringify(row.differences),
      })),
    )
    .execute()
}

/**
 * Changes whenever any region installs, upgrades or pauses anything; for processes that keep it all in memory. Costs one pass
 * over what is installed now, not over its history.
 */
export async function readInstalledStamp(tx: Tx): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || ':' || coalesce(sum(hashtextextended(
      concat_ws('|', region_code, service_id, revision, overlay::text, unit_id, state, installed_at), 0)::numeric), 0) as stamp
    from installed_service`.execute(tx)
  return rows[0]?.stamp ?? ''
}

/** Which of these revisions are published. */
export async function listKnownHashes(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await tables(tx)
    .selectFrom('service_revision')
    .select('hash')
    .where('hash', 'in', [...hashes])
    .execute()
  return new Set(rows.map((row) => row.hash))
}

/** Installs what is not there yet and leaves the rest alone; gives the ids of what was installed now. */
export async function insertInstalled(tx: Tx, rows: readonly InstalledRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const done = await tables(tx)
    .insertInto('installed_service')
    .values(rows.map((row) => ({ ...row, overlay: JSON.stringify(row.overlay) })))
    .onConflict((conflict) => conflict.columns(['region_code', 'service_id']).doNothing())
    .returning('service_id')
    .execute()
  return new Set(done.map((row) => row.service_id))
}

/** The history of one service in a region, newest first. */
export async function listInstallations(
  tx: Tx,
  region: string,
  serviceId: string,
): Promise<readonly InstallationRow[]> {
  return tables(tx)
    .selectFrom('service_installation')
    .selectAll()
    .where('region_code', '=', region)
    .where('service_id', '=', serviceId)
    .orderBy('done_at', 'desc')
    .orderBy('installation_id', 'desc')
    .execute()
}
