// The program: reads the environment, opens the house, fills the demo when it is empty, listens. Says on standard output
// where it is reached and which database and folder are in use; ends cleanly on SIGTERM and SIGINT. Its doors open first: queue,
// workers and what is only there to make later requests quicker begin behind them.
import { setTimeout as delay } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { missingCarriers } from './bindings/carriers.ts'
import { type Filling, fillBeforeDoors } from './bindings/demo-doors.ts'
import { isDemoReady } from './bindings/demo-ready.ts'
import { clearUnfinished, NotADemo } from './bindings/demo-unfinished.ts'
import { type House, openHouse } from './bindings/house.ts'
import { openPaperThreads } from './bindings/paper-threads.ts'
import { DatabaseUnavailable, DataFolderInUse } from './platform/db/errors.ts'
import { type Env, EnvFault, readEnv } from './platform/env.ts'
import { answerUnreadable } from './platform/http/unreadable.ts'
import { assertCanListen, StartFault, startFaultOf } from './platform/start-fault.ts'

/** Whoever waited for the doors to open gets their first page before the workers begin. */
const BEGIN_MS = 250

/** After so long since the program began, installation included, the doors open although the demo is not whole yet. */
const DOORS_MS = 90_000

/** Longer than a proxy keeps a quiet connection (nginx: 60 s): whoever closes first must be the one who asks, or a request is lost. */
const LISTENING = { serverOptions: { keepAliveTimeout: 75_000 } }

async function start(): Promise<void> {
  const env = readEnv()
  try {
    await open(env)
  } catch (error) {
    throw startFaultOf(error, env)
  }
}

async function open(env: Env): Promise<void> {
  await assertCanListen(env)
  if (await clearUnfinished(env)) console.log('The filling of the demo was broken off; it begins again.')
  const papers = openPaperThreads(new URL('./paper-worker.js', import.meta.url))
  const house = await openHouse({ env, work: 'later', papers })
  console.log(`Database: ${house.database.describe()}`)
  console.log(`Data folder: ${env.dataFolder}`)
  if (env.mode === 'production')
    for (const { channel, variable } of missingCarriers())
      console.error(`No carrier for ${channel}: nobody gets a code or a notice that way until ${variable} is set.`)
  const filling = await fillDemo(house, env)
  await house.regions.refresh()
  const server = serve({ ...LISTENING, fetch: house.app.fetch, port: env.port, hostname: env.host }, (info) => {
    console.log(`Puja Indah is open at http://localhost:${info.port}/`)
  })
  server.on('clientError', answerUnreadable)
  server.on('error', (error) => fail(startFaultOf(error, env)))
  const ending = new AbortController()
  const begin = async (): Promise<void> => {
    // Cases of the demo are played on past days: what tidies up at night would take them for old ones.
    await filling?.rest
    await delay(BEGIN_MS, undefined, { signal: ending.signal })
    await house.begin()
  }
  begin().catch((error: unknown) => ending.signal.aborted || fail(startFaultOf(error, env)))
  const end = (): void => {
    ending.abort()
    server.close()
    void house.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

/** Fills an empty demo; comes back when the doors may open. */
async function fillDemo(house: House, env: Env): Promise<Filling | undefined> {
  if (env.mode !== 'demo' || (await isDemoReady(house))) return undefined
  const { seedDemo } = await import('./bindings/demo.ts')
  const fill = async (onUsable: () => void): Promise<void> => {
    await seedDemo(house, env, (line) => console.log(line), undefined, { onUsable })
  }
  return fillBeforeDoors(fill, house.filling, DOORS_MS - performance.now())
}

function fail(error: unknown): void {
  if (error instanceof EnvFault) console.error(error.message)
  else if (
    error instanceof DataFolderInUse ||
    error instanceof DatabaseUnavailable ||
    error instanceof StartFault ||
    error instanceof NotADemo
  )
    console.error(`${error.text.en}\n${error.text.id}`)
  else console.error(error)
  process.exit(error instanceof EnvFault ? 2 : 1)
}

start().catch(fail)
