// Claim: whatever the house has acknowledged survives `kill -9`: answers, numbers, steps; nothing happens twice; the journal is whole.
// Reports are worked on by plain HTTP while the built server is killed and started again, as `npm test` does five times with a
// house of few people; here with the demo's residents, as often as one likes. After SIGINT it kills no more, and checks.
// Arguments: kills, seed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packagePath } from '../../src/platform/paths.ts'
import { workThroughKills } from '../support/kill-walk.ts'

const kills = Number(process.argv[2] ?? 100)
const seed = Number(process.argv[3] ?? 1)

const folder = await mkdtemp(join(tmpdir(), 'puja-soak-'))
const port = await freePort()
const base = `http://127.0.0.1:${port}`
const env = {
  ...process.env,
  PORT: String(port),
  PUJA_DATA: folder,
  PUJA_MODE: 'demo',
  PUJA_NOW: '2026-04-10T10:00:00+08:00',
}
let server: ChildProcess
let isKilled = false
let fault: string | undefined

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Starts the server and waits until it answers, however slow the machine is; a server that ends is a fault. */
async function open(): Promise<string> {
  isKilled = false
  server = spawn(process.execPath, [packagePath('dist', 'server.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  server.once('exit', (code) => {
    if (!isKilled) fault = `exit code ${code}`
  })
  for (;;) {
    await sleep(100)
    if (fault !== undefined) throw new Error(`The server ended at its start: ${fault}`)
    const isFine = await fetch(`${base}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isFine) return base
  }
}

async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  isKilled = true
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  await gone
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
const started = Date.now()
const seconds = (): number => Math.round((Date.now() - started) / 1000)
let last = { kills: 0, repeated: 0, sent: 0 }
let failure: unknown
try {
  const survived = await workThroughKills(
    { open, kill: () => end('SIGKILL'), fault: () => fault },
    {
      kills,
      seed,
      answers: [3, 16],
      wait: [0, 60],
      lanes: 3,
      stop: stop.signal,
      onKill: (done, repeated, sent) => {
        last = { kills: done, repeated, sent }
        console.log(`${seconds()} s: ${done} kills, ${repeated} requests repeated, ${sent} cases sent and screened`)
      },
    },
  )
  last = { kills: survived.kills, repeated: survived.repeated, sent: survived.sent.length }
  const audit = spawnSync(process.execPath, [packagePath('bin', 'puja.mjs'), 'audit', 'verify', '63.11'], {
    env,
    encoding: 'utf8',
  })
  console.log(`puja audit verify: ${(audit.stdout + audit.stderr).trim()}`)
  if (audit.status !== 0) throw new Error('The journal is not whole')
} catch (error) {
  failure = error
}
await end('SIGTERM')
await rm(folder, { recursive: true, force: true })
console.log(
  `Seed ${seed}, ${seconds()} s: ${last.kills} kills, ${last.repeated} requests repeated, ${last.sent} cases sent and screened${failure === undefined ? ', none lost, none doubled' : ''}`,
)
if (failure !== undefined) {
  console.error(failure)
  process.exit(1)
}
