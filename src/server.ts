// The program: reads the environment, opens the house, fills the demo when it is empty, listens. Says on standard output
// where it is reached and which database and folder are in use; ends cleanly on SIGTERM and SIGINT. Its doors open first: queue,
// workers and what is only there to make later requests quicker begin behind them.
import { serve } from '@hono/node-server'
import { missingCarriers } from './bindings/carriers.ts'
import { isDemoReady } from './bindings/demo-ready.ts'
import { clearUnfinished, NotADemo } from './bindings/demo-unfinished.ts'
import { openHouse } from './bindings/house.ts'
import { openPaperThreads } from './bindings/paper-threads.ts'
import { DatabaseUnavailable, DataFolderInUse } from './platform/db/errors.ts'
import { type Env, EnvFault, readEnv } from './platform/env.ts'
import { answerUnreadable } from './platform/http/unreadable.ts'
import { assertCanListen, StartFault, startFaultOf } from './platform/start-fault.ts'

/** Whoever waited for the doors to open gets their first page before the workers begin. */
const BEGIN_MS = 250

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
  if (env.mode === 'demo' && !(await isDemoReady(house))) {
    const { seedDemo } = await import('./bindings/demo.ts')
    await seedDemo(house, env, (line) => console.log(line))
  }
  await house.regions.refresh()
  const server = serve({ ...LISTENING, fetch: house.app.fetch, port: env.port, hostname: env.host }, (info) => {
    console.log(`Puja Indah is open at http://localhost:${info.port}/`)
  })
  server.on('clientError', answerUnreadable)
  server.on('error', (error) => fail(startFaultOf(error, env)))
  const begin = setTimeout(() => void house.begin().catch(fail), BEGIN_MS)
  const end = (): void => {
    clearTimeout(begin)
    server.close()
    void house.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
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
