// Open arrivals: 200 people, one action each every 5 seconds, 40 a second, for a minute; latency counts from the moment an
// action was due, so that a slow answer is not hidden by fewer questions. Real HTTP to a server process on the same cores,
// PostgreSQL with fsync, 138,950 residents, 100,000 open cases. SECONDS=N and RATE=N for
// another length or rate. What one action costs in processor time is measured first, one at a time, because other work on the machine cannot spoil it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '../src/bindings/house.ts'
import { createLog } from '../src/platform/log.ts'
import { act, drawKind, type Kind, prepareStage, SHARES, type Stage, warmUp } from './support/actions.ts'
import { type Measured, runArrivals } from './support/arrivals.ts'
import { ownSeconds, treeSeconds } from './support/processor.ts'
import { percentile, Report } from './support/report.ts'
import { serveIfAsked, startServer } from './support/server-process.ts'
import { envOf, openWorld, settled, tidy } from './support/world.ts'

await serveIfAsked()
const RATE = Number(process.env.RATE ?? 40)
const SECONDS = Number(process.env.SECONDS ?? 60)
/** One action each every 5 s: the head signs in the round after the one in which the section head approved. 0 for straight after. */
const ROUND_MS = Number(process.env.ROUND_MS ?? 5_000)

/** How many of each kind are done one by one to see what they cost. */
const COSTED = Number(process.env.COSTED ?? 20)

const LIMITS: readonly { readonly kind: Kind; readonly what: string; readonly p: number; readonly limit: number }[] = [
  { kind: 'submit', what: 'submit', p: 50, limit: 20 },
  { kind: 'submit', what: 'submit', p: 95, limit: 60 },
  { kind: 'register', what: 'registration (prepare, sign, commit)', p: 50, limit: 100 },
  { kind: 'register', what: 'registration (prepare, sign, commit)', p: 95, limit: 250 },
  { kind: 'search', what: 'register search', p: 50, limit: 20 },
  { kind: 'search', what: 'register search', p: 95, limit: 60 },
  { kind: 'record', what: 'record with its history', p: 50, limit: 30 },
  { kind: 'list', what: 'work list of the open cases', p: 50, limit: 15 },
  { kind: 'qr', what: 'QR page', p: 95, limit: 100 },
]

const world = await openWorld()
const report = new Report()
const server = await startServer(world.env)
const count = Math.ceil(RATE * SECONDS)
const house = await openHouse({ env: envOf(world.url, world.folder), log: createLog('error') })
let stageAt: (base: string) => Promise<Stage>
try {
  await house.regions.refresh()
  const share = (kind: Kind) => Math.ceil((count * SHARES[kind]) / 80) + 40
  stageAt = await prepareStage(house, world.facts, { drafts: share('submit'), registrations: share('register') })
} finally {
  await house.close()
}
await tidy(world.server)
const stage = await stageAt(server.base)
await warmUp(stage, Number(process.env.WARM ?? 15))
await settled(world.server)
const postmaster = Number(readFileSync(join(world.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
for (const kind of Object.keys(SHARES) as Kind[]) {
  const from = { server: treeSeconds(server.pid), database: treeSeconds(postmaster) }
  for (let n = 0; n < COSTED; n++) await act(stage, kind)
  const cost = (name: keyof typeof from, pid: number) =>
    `${(((treeSeconds(pid) - from[name]) / COSTED) * 1000).toFixed(1)} ms`
  report.note(
    `processor time of one ${kind}`,
    `program ${cost('server', server.pid)}, PostgreSQL ${cost('database', postmaster)}`,
  )
}
const before = { server: treeSeconds(server.pid), own: ownSeconds() }
const done = await runArrivals(stage, { rate: RATE, seconds: SECONDS, roundMs: ROUND_MS, draw: () => drawKind() })
const used = { server: treeSeconds(server.pid) - before.server, own: ownSeconds() - before.own }
for (const { kind, what, p, limit } of LIMITS)
  if (latencies(done, kind).length > 0)
    report.claim({ what: `${what}, p${p}`, limit, measured: percentile(latencies(done, kind), p), unit: 'ms' })
  else report.fail(`no ${what} was answered`)
report.claim({
  what: 'QR page, size',
  limit: 20,
  measured: Math.max(...done.filter((one) => one.kind === 'qr').map((one) => one.bytes)) / 1000,
  unit: 'kB',
})
const failed = done.filter((one) => one.error !== undefined)
for (const one of failed.slice(0, 5)) console.log(one.error)
report.note('errors', `${failed.length} of ${done.length} actions`)
if (failed.length > 0) report.fail('there were errors')
report.note(
  'processor time of an action',
  `server ${((used.server / done.length) * 1000).toFixed(1)} ms, generator ${((used.own / done.length) * 1000).toFixed(1)} ms`,
)
stage.browsers.close()
await server.stop()
await world.server.stop()
report.end()

function latencies(all: readonly Measured[], kind: Kind): readonly number[] {
  return all.filter((one) => one.kind === kind && one.error === undefined).map((one) => one.ms)
}
