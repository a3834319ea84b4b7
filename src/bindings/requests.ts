// What a running server does for the command line over its socket: verify the journal, back up. Must stay true: the same
// functions serve a command that opens the database itself.
import { join } from 'node:path'
import type { CatalogueContext } from '../modules/catalogue/commands.ts'
import { listRegions } from '../modules/regions/store.ts'
import { backup } from '../platform/db/backup/dump.ts'
import type { Database } from '../platform/db/database.ts'
import type { Env } from '../platform/env.ts'
import { folderStore } from '../platform/files/folder-store.ts'
import { s3Store } from '../platform/files/s3-store.ts'
import { folderHeads } from '../platform/journal/heads.ts'
import { type JournalReport, verifyAllJournals, verifyJournal } from '../platform/journal/verify-journal.ts'
import type { KeyRing } from '../platform/secrets/key-ring.ts'
import { type JobsRequest, runJobs } from './jobs-cli.ts'
import { type KeysRequest, runKeys } from './keys-requests.ts'
import { type PartnerRequest, runPartner } from './partners-cli.ts'
import { type RetentionRequest, runRetentionRequest } from './retention-cli.ts'
import { runServices, type ServicesRequest } from './services-requests.ts'
import { runSetup, type SetupRequest } from './setup-requests.ts'

/** Files beside the database that belong to it. */
export const storesOf = (env: Env) => ({
  files: env.s3 === undefined ? folderStore(join(env.dataFolder, 'files')) : s3Store(env.s3),
  heads: folderStore(join(env.dataFolder, 'heads')),
})

export async function verify(
  database: Database,
  ring: KeyRing,
  env: Env,
  region: string | undefined,
): Promise<readonly JournalReport[]> {
  const tools = { ring, heads: folderHeads(join(env.dataFolder, 'heads')) }
  if (region === undefined) return verifyAllJournals(database, tools)
  const report = await verifyJournal(database, region, tools)
  const isEmpty = report.sealed + report.unsealed + report.heads + report.problems.length === 0
  // A region of which there is nothing is a slip of the pen, and "whole" would be the wrong answer to it.
  if (isEmpty && !(await database.asPublic((tx) => listRegions(tx))).some(({ code }) => code === region))
    throw new Error(`There is no region ${region} here, and no journal of it. See npx puja region list.`)
  return [report]
}

/** What a running server does for the command line. */
export function answerRequests(
  env: Env,
  database: () => Database,
  ring: () => KeyRing,
  onRegion: () => Promise<void>,
  services: () => CatalogueContext,
) {
  return async (command: string, params: unknown): Promise<unknown> => {
    const { region, folder } = (params ?? {}) as { region?: string; folder?: string }
    if (command === 'audit.verify') return verify(database(), ring(), env, region)
    if (command === 'backup' && folder !== undefined) return backup(database(), folder, { stores: storesOf(env) })
    if (command === 'setup') return runSetup(env, database(), ring(), params as SetupRequest, onRegion)
    if (command === 'keys')
      return runKeys(
        { database: database(), ring: ring(), files: storesOf(env).files, now: Date.now },
        params as KeysRequest,
      )
    if (command === 'partner')
      return runPartner({ database: database(), ring: ring(), clock: env.clock }, params as PartnerRequest)
    if (command === 'retention')
      return runRetentionRequest({ database: database(), ring: ring(), clock: env.clock }, params as RetentionRequest)
    if (command === 'jobs') return runJobs(database(), params as JobsRequest)
    if (command === 'services') return runServices(services(), params as ServicesRequest)
    throw new Error(`There is no command ${command}.`)
  }
}
