// What the modules stand on: database, keys, files, accounts, regions, services, the ways out to people. Must stay true: opening it
// starts no listening and no work.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openProofKeys } from '../modules/documents/proof/keys.ts'
import { TestSigner } from '../modules/documents/signing/test-signer.ts'
import { openTemplates } from '../modules/documents/templates.ts'
import { type Areas, loadAreas } from '../modules/regions/areas.ts'
import { ensureSurveyKey } from '../modules/satisfaction/waiting-room.ts'
import { createAccounts } from '../platform/auth/accounts.ts'
import { sessionKeys } from '../platform/auth/factor-keys.ts'
import { createPasskeys } from '../platform/auth/passkeys.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { type Env, postgresOptions } from '../platform/env.ts'
import { openFiles } from '../platform/files/files.ts'
import { folderStore } from '../platform/files/folder-store.ts'
import { s3Store } from '../platform/files/s3-store.ts'
import { createLimits } from '../platform/http/limits.ts'
import { createLog, type Log } from '../platform/log.ts'
import { packagePath } from '../platform/paths.ts'
import { type KeyRing, openKeyRing } from '../platform/secrets/key-ring.ts'
import { issuingOfficeOf } from './issuing-office.ts'
import { bindNotify } from './notify-binding.ts'
import { openServices } from './offered-services.ts'
import { officerTools } from './officers-binding.ts'
import type { PaperThreads } from './paper-threads.ts'
import { RegionDirectory } from './region-directory.ts'
import { answerRequests } from './requests.ts'
import { Visitors } from './visitors.ts'

export type GroundOptions = {
  readonly env: Env
  readonly database?: Database
  readonly log?: Log
  readonly limitsFactor?: number
  /** Threads that papers are made in; without, they are made in this one. Closed with the house. */
  readonly papers?: PaperThreads
}

export type Ground = Awaited<ReturnType<typeof openGround>>

export async function openGround({
  env,
  database: given,
  log = createLog(env.logLevel),
  limitsFactor = 1,
  papers,
}: GroundOptions) {
  const demo = env.mode === 'demo'
  const database: Database =
    given ??
    (await openDatabase(
      env.database.kind === 'postgres'
        ? {
            ...postgresOptions(env.database),
            onWait: (reason) => log.warn({ reason }, 'waiting for the database'),
          }
        : {
            kind: 'pglite',
            folder: env.database.folder,
            cacheFolder: packagePath('var', 'cache'),
            onRequest: answerRequests(
              env,
              () => database,
              () => ring,
              () => regions.refresh(),
              () => services.catalogue,
            ),
          },
    ))
  const authorityFolder = join(env.secretsFolder, 'test-authority')
  const authority = async () => {
    const { createTestAuthority } = await import('../modules/documents/signing/test-authority.ts')
    return createTestAuthority(authorityFolder, env.clock.now().getTime())
  }
  // Made at the first start; opened when somebody signs.
  const [ring, areas]: [KeyRing, Areas, unknown] = await Promise.all([
    openKeyRing(env.secretsFolder),
    loadAreas(),
    existsSync(authorityFolder) ? undefined : authority(),
  ])
  await ensureSurveyKey(ring)
  const signer = new TestSigner(authority, papers && ((pdf, request) => papers.sign(authorityFolder, pdf, request)))
  const proofKeys = openProofKeys(join(env.secretsFolder, 'proof'))
  const files = openFiles(
    database,
    env.s3 === undefined ? folderStore(join(env.dataFolder, 'files')) : s3Store(env.s3),
    ring,
  )
  const templates = openTemplates(packagePath('services', 'shared', 'documents'))
  const limits = createLimits(limitsFactor)
  const regions = new RegionDirectory(database)
  regions.readLogo = files.read
  const notify = bindNotify({ database, ring, clock: env.clock, demo, origin: env.origin, log })
  const accounts = createAccounts({
    database,
    keys: () => sessionKeys(ring),
    baseUrl: env.origin,
    deliver: notify.deliverCode,
  })
  const passkeys = createPasskeys(database, env.origin)
  const services = await openServices({
    database,
    clock: env.clock,
    regions,
    demo,
    onError: (error) => log.error({ err: error }, 'services'),
  })
  const officers = officerTools({
    database,
    services: services.ids,
    ring,
    clock: env.clock,
    accounts,
    origin: env.origin,
    areas,
    mailLink: notify.mailLink,
  })
  const islands = listIslands()
  const filling = { now: false }
  const visitors = new Visitors({
    database,
    accounts,
    regions,
    clock: env.clock,
    demo,
    islands,
    isFilling: () => filling.now,
  })
  const officeOf = issuingOfficeOf(regions, areas, env.origin)
  return {
    env,
    log,
    demo,
    database,
    ring,
    areas,
    signer,
    proofKeys,
    files,
    templates,
    limits,
    regions,
    notify,
    accounts,
    passkeys,
    services,
    officers,
    islands,
    filling,
    visitors,
    officeOf,
    papers,
  }
}

function listIslands(): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      readdirSync(packagePath('dist', 'islands'))
        .filter((file) => file.endsWith('.js'))
        .map((file) => [file.slice(0, -3), `/assets/islands/${file}`]),
    )
  } catch {
    return {}
  }
}
