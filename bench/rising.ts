// Rising arrivals: the same mixture as `arrivals`, a little faster every few seconds, until a latency breaks. Says the highest rate
// at which every 95th percentile was kept, on PostgreSQL with the whole world or (DATABASE=pglite) in the embedded database with a
// small one. FROM=, FACTOR= and SECONDS= (of one step) for other steps.
import { openHouse } from '../src/bindings/house.ts'
import { createLog } from '../src/platform/log.ts'
import { drawKind, type Kind, prepareStage, SHARES, warmUp } from './support/actions.ts'
import { runArrivals } from './support/arrivals.ts'
import { isEmbedded, openGround } from './support/ground.ts'
import { percentile, Report } from './support/report.ts'
import { serveIfAsked, startServer } from './support/server-process.ts'
import { envOf } from './support/world.ts'

await serveIfAsked()
const FROM = Number(process.env.FROM ?? 2)
const FACTOR = Number(process.env.FACTOR ?? 1.5)
const SECONDS = Number(process.env.SECONDS ?? 15)
/** Rounds of all kinds before the first step: code of this size is not at its speed sooner. */
const WARM = Number(process.env.WARM ?? 60)
const MOST_RATE = 200
const MOST_BROKEN = 3
/** Milliseconds that 95 of 100 keep; those of `arrivals`, and the same for what has only a median there. */
const LIMITS: Readonly<Record<Kind, number>> = { submit: 60, register: 250, search: 60, record: 90, list: 45, qr: 100 }

const rates: number[] = []
for (let rate = FROM; rate <= MOST_RATE; rate *= FACTOR) rates.push(rate)
const actions = rates.reduce((sum, rate) => sum + rate * SECONDS, 0)
const ground = await openGround()
const house = await openHouse({ env: envOf(ground.url, ground.folder), log: createLog('error') })
await house.regions.refresh()
const share = (kind: Kind, most: number) => Math.min(most, Math.ceil((actions * SHARES[kind]) / 80) + 2 * WARM)
const stageAt = await prepareStage(house, ground.facts, {
  drafts: share('submit', 6_000),
  registrations: share('register', isEmbedded() ? 300 : 800),
})
await house.close()
await ground.tidy()
const server = await startServer(ground.env)
const stage = await stageAt(server.base)
await warmUp(stage, WARM)
await ground.settled()
const report = new Report()
let kept = 0
/** Steps in a row that broke: one alone may be chance, or code that is not warm yet. */
let broken = 0
for (const rate of rates) {
  const done = await runArrivals(stage, { rate, seconds: SECONDS, roundMs: 5_000, draw: () => drawKind() })
  const errors = done.filter((one) => one.error !== undefined)
  const worst = (Object.keys(LIMITS) as Kind[]).flatMap((kind) => {
    const times = done.filter((one) => one.kind === kind && one.error === undefined).map((one) => one.ms)
    return times.length === 0 ? [] : [{ kind, p50: percentile(times, 50), p95: percentile(times, 95) }]
  })
  const over = worst.filter(({ kind, p95 }) => p95 > LIMITS[kind])
  report.note(
    `${rate.toFixed(1)} actions a second`,
    worst.map(({ kind, p50, p95 }) => `${kind} ${p50.toFixed(0)}/${p95.toFixed(0)}`).join(', '),
  )
  if (errors.length > 0) {
    report.fail(`${errors.length} errors: ${errors[0]?.error}`)
    break
  }
  broken = over.length === 0 ? 0 : broken + 1
  if (over.length === 0) kept = rate
  if (broken === MOST_BROKEN) break
}
report.note(
  `highest rate with every p95 kept, ${isEmbedded() ? 'embedded database, 4,000 residents' : 'PostgreSQL, 138,950 residents'}`,
  `${kept.toFixed(1)} a second (p50/p95 in ms above)`,
)
stage.browsers.close()
await server.stop()
await ground.end()
report.end()
