// Commands about the whole installation: verify the journal, back up, restore, fill the demo. With a running server on the
// embedded database they are asked of it over its socket, because two processes on one folder would lose rows.
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backupCli, restoreCli } from '../platform/db/backup/backup-cli.ts'
import { backup } from '../platform/db/backup/dump.ts'
import type { Manifest } from '../platform/db/backup/format.ts'
import { restore } from '../platform/db/backup/restore.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { connectRunning } from '../platform/db/folder-lock.ts'
import { type Env, EnvFault, postgresOptions, readEnv } from '../platform/env.ts'
import { auditCli } from '../platform/journal/audit-cli.ts'
import { packagePath } from '../platform/paths.ts'
import { openKeyRing } from '../platform/secrets/key-ring.ts'
import { DEMO_USAGE, perSecond, progressBar, readDemoArguments } from './demo-arguments.ts'
import { jobsCli, runJobs } from './jobs-cli.ts'
import { type AskKeys, keysCli } from './keys-cli.ts'
import { runKeys } from './keys-requests.ts'
import { catalogueContext } from './offered-services.ts'
import { partnerCli, runPartner } from './partners-cli.ts'
import { storesOf, verify } from './requests.ts'
import { retentionCli, runRetentionRequest } from './retention-cli.ts'
import { servicesInstallationCli } from './services-cli.ts'
import { runServices } from './services-requests.ts'
import { setupCli } from './setup-cli.ts'
import { runSetup, type SetupAnswer } from './setup-requests.ts'

type Io = { readonly stdout: NodeJS.WritableStream; readonly stderr: NodeJS.WritableStream }
const lines = ({ stdout, stderr }: Io) => ({
  out: (line: string) => stdout.write(`${line}\n`),
  err: (line: string) => stderr.write(`${line}\n`),
  language: 'en' as const,
})

/** Of an installation that is there. Throws where none is: a mistyped folder would become an empty one that looks well. */
export async function openFor(env: Env): Promise<Database> {
  if (env.database.kind === 'pglite' && !existsSync(join(env.database.folder, 'pg')))
    throw new Error(
      `There is no installation in ${env.database.folder} that this user can read. Set PUJA_DATA to the data folder of the server, or begin one there with npm start.`,
    )
  return openDatabase(
    env.database.kind === 'postgres'
      ? postgresOptions(env.database)
      : { kind: 'pglite', folder: env.database.folder, cacheFolder: packagePath('var', 'cache') },
  )
}

/** Asks the running server when there is one, else opens the database itself. */
async function ask<T>(
  env: Env,
  command: string,
  params: Readonly<Record<string, unknown>>,
  alone: (database: Database) => Promise<T>,
): Promise<T> {
  const running = env.database.kind === 'pglite' ? await connectRunning(env.database.folder) : undefined
  if (running !== undefined) {
    try {
      return (await running.request(command, params)) as T
    } finally {
      running.close()
    }
  }
  const database = await openFor(env)
  try {
    return await alone(database)
  } finally {
    await database.close()
  }
}

async function withEnv(io: Io, run: (env: Env) => Promise<number>): Promise<number> {
  try {
    return await run(readEnv())
  } catch (error) {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof EnvFault ? 2 : 1
  }
}

export function auditCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    auditCli(args, lines(io), (region) =>
      ask(env, 'audit.verify', region === undefined ? {} : { region }, async (database) =>
        verify(database, await openKeyRing(env.secretsFolder), env, region),
      ),
    ),
  )
}

/** `puja partner list` and `key`. */
export function partnerCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    partnerCli(args, lines(io), (request) =>
      ask<SetupAnswer>(env, 'partner', request, async (database) =>
        runPartner({ database, ring: await openKeyRing(env.secretsFolder), clock: env.clock }, request),
      ),
    ),
  )
}

/** `puja retention list` and `run`. */
export function retentionCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    retentionCli(args, lines(io), (request) =>
      ask<SetupAnswer>(env, 'retention', request, async (database) =>
        runRetentionRequest({ database, ring: await openKeyRing(env.secretsFolder), clock: env.clock }, request),
      ),
    ),
  )
}

/** `puja jobs list` and `retry`. */
export function jobsCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    jobsCli(args, lines(io), (request) =>
      ask<SetupAnswer>(env, 'jobs', request, (database) => runJobs(database, request)),
    ),
  )
}

/** `puja keys …`: many short questions, so the database is opened once, at the first, and beside a running server its socket too. */
export function keysCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, async (env) => {
    let opened: Promise<KeysDoor> | undefined
    try {
      return await keysCli(args, lines(io), async (request) => {
        opened ??= openKeysDoor(env)
        return (await opened).ask(request)
      })
    } finally {
      await (await opened?.catch(() => undefined))?.close()
    }
  })
}

type KeysDoor = { readonly ask: AskKeys; readonly close: () => Promise<void> }

async function openKeysDoor(env: Env): Promise<KeysDoor> {
  const running = env.database.kind === 'pglite' ? await connectRunning(env.database.folder) : undefined
  if (running !== undefined)
    return { ask: (request) => running.request('keys', request), close: async () => running.close() }
  const database = await openFor(env)
  const close = () => database.close()
  try {
    const tools = { database, ring: await openKeyRing(env.secretsFolder), files: storesOf(env).files, now: Date.now }
    return { ask: (request) => runKeys(tools, request), close }
  } catch (error) {
    await close()
    throw error
  }
}

export function backupCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    backupCli(args, lines(io), (folder) =>
      ask<Manifest>(env, 'backup', { folder: resolve(folder) }, (database) =>
        backup(database, folder, { stores: storesOf(env) }),
      ),
    ),
  )
}

/** `puja region …` and `puja officer …`. */
export function setupCommand(kind: 'region' | 'officer', args: readonly string[], io: Io): Promise<number> {
  return setupCli(kind, args, lines(io), async (request) => {
    const env = readEnv()
    return ask<SetupAnswer>(env, 'setup', request, async (database) =>
      runSetup(env, database, await openKeyRing(env.secretsFolder), request),
    )
  }).catch((error: unknown) => {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof EnvFault ? 2 : 1
  })
}

/** `puja services publish …` and what else is about an installation; the rest of `services` needs none. */
export function servicesCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    servicesInstallationCli(args, lines(io), (request) =>
      ask<SetupAnswer>(env, 'services', request, async (database) => {
        const context = catalogueContext(database, env.clock)
        await context.catalogue.refresh()
        return runServices(context, request)
      }),
    ),
  )
}

const hasKeys = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.key'))

/** Into an empty place only: a new data folder, or an empty PostgreSQL database. */
export function restoreCommand(args: readonly string[], io: Io): Promise<number> {
  return withEnv(io, (env) =>
    restoreCli(args, lines(io), async (folder) => {
      if (
        env.database.kind === 'pglite' &&
        existsSync(env.database.folder) &&
        readdirSync(env.database.folder).some((name) => name !== 'keys')
      )
        throw new Error(
          `${env.database.folder} is not empty. A restore needs a place of its own: set PUJA_DATA to a new folder, and put the keys of this backup into its folder "keys".`,
        )
      const done = await restore(folder, env.database, { stores: storesOf(env) })
      if (!hasKeys(env.secretsFolder))
        io.stderr.write(
          `There are no keys in ${env.secretsFolder}. Put the keys of this backup there before anything else runs: with new ones sealed data cannot be read and the journal looks broken.\n`,
        )
      return done
    }),
  )
}

/** `puja demo [--residents N]`: fills an empty installation with the demo, with a progress bar on stderr. `program`: the built thread for large ones. */
export async function demoCommand(args: readonly string[], io: Io, program: URL): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(DEMO_USAGE)
    return 0
  }
  const wanted = readDemoArguments(args)
  if (wanted === undefined) {
    io.stderr.write(DEMO_USAGE)
    return 2
  }
  return withEnv(io, async (env) => {
    if (env.mode === 'production')
      throw new Error('The demo fills an installation with invented people. It is not for PUJA_MODE=production.')
    const { openHouse } = await import('./house.ts')
    const { seedDemo } = await import('./demo.ts')
    const { createLog } = await import('../platform/log.ts')
    const { clearUnfinished } = await import('./demo-unfinished.ts')
    await clearUnfinished(env)
    // Its work begins when the demo asks for it: what tidies up at night would take cases played on past days for old ones.
    const house = await openHouse({ env, log: createLog('error'), work: 'later' })
    const filled: Record<string, number> = {}
    try {
      const report = await seedDemo(
        house,
        env,
        (line) => io.stderr.write(`${line}\n`),
        { '63.11': wanted.residents, '63.09': Math.min(2000, Math.round(wanted.residents / 10)) },
        {
          program,
          onProgress: (done) =>
            io.stderr.write(
              progressBar(done.residents, done.of, `residents, ${perSecond(done.residents, done.elapsedMs)} a second`),
            ),
          onRegion: (code, residents) => {
            filled[code] = residents
          },
          onLaid: (rules, of) => io.stderr.write(progressBar(rules, of, 'indexes and keys')),
        },
      )
      if (!report) {
        io.stderr.write('This installation has its demo already. Nothing was changed.\n')
        return 1
      }
      io.stdout.write(
        `${JSON.stringify({ residents: filled['63.11'] ?? 0, regions: filled, database: house.database.kind })}\n`,
      )
      return 0
    } finally {
      await house.close()
    }
  })
}
