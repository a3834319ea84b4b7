// A server of its own process for a benchmark: the same program file started again, which then only opens the house and
// listens. Must stay true: the product's own app under a real HTTP server; only the limits against floods are widened, because
// the generator is one address.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { openHouse } from '../../src/bindings/house.ts'
import { openPaperThreads } from '../../src/bindings/paper-threads.ts'
import { readEnv } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { packagePath } from '../../src/platform/paths.ts'

const ASKED = 'PUJA_BENCH_SERVE'

/** In the server's role this never comes back; call it before anything else. */
export async function serveIfAsked(): Promise<void> {
  if (process.env[ASKED] === undefined) return
  const env = readEnv()
  const papers = openPaperThreads(pathToFileURL(packagePath('dist', 'paper-worker.js')))
  const house = await openHouse({ env, log: createLog(env.logLevel), limitsFactor: 1_000_000, papers })
  await house.regions.refresh()
  // As the product's own server: it never hangs up on a quiet connection before its client does.
  const serverOptions = { keepAliveTimeout: 75_000 }
  serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1', serverOptions }, (info) =>
    console.log(`LISTENING ${info.port}`),
  )
  process.stdin.on('end', () => void house.close().then(() => process.exit(0))).resume()
  await new Promise(() => {})
}

export type ServerProcess = {
  readonly base: string
  readonly pid: number
  /** Megabytes of memory in use now, and at most so far. */
  memory(): { readonly now: number; readonly most: number }
  stop(): Promise<void>
}

export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [process.argv[1]!], {
    env: { ...process.env, ...env, [ASKED]: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  process.once('exit', () => child.kill())
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^LISTENING (\d+)$/.exec(line)?.[1]
    if (port === undefined) continue
    child.stdout.resume()
    return {
      base: `http://127.0.0.1:${port}`,
      pid: child.pid!,
      memory: () => {
        const text = readFileSync(`/proc/${child.pid}/status`, 'utf8')
        const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) / 1024
        return { now: of('VmRSS'), most: of('VmHWM') }
      },
      stop: () => {
        child.stdin.end()
        return ended
      },
    }
  }
  throw new Error('The server ended before it listened.')
}
