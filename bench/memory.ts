// Memory after 10,000 requests: a server process of its own, a mixture of what citizens and officers ask for, eight at a time.
// DATABASE=pglite for the embedded database (a small installation); PostgreSQL otherwise, with the whole world. REQUESTS=N.
// The limit is this project's own: the promise of the task is the figure itself.
import { openHouse } from '../src/bindings/house.ts'
import { createLog } from '../src/platform/log.ts'
import { act, drawKind, type Kind, prepareStage } from './support/actions.ts'
import { isEmbedded, openGround } from './support/ground.ts'
import { Report } from './support/report.ts'
import { serveIfAsked, startServer } from './support/server-process.ts'
import { envOf, REGION } from './support/world.ts'

await serveIfAsked()
const REQUESTS = Number(process.env.REQUESTS ?? 10_000)
const AT_ONCE = 8
/** Reading is what most requests are; a birth is registered now and then. */
const SHARES: Readonly<Record<Kind, number>> = { submit: 3, register: 0, search: 25, record: 25, list: 27, qr: 20 }
const MOST_MB = { pglite: 1024, postgres: 512 } as const
const embedded = isEmbedded()

const ground = await openGround()
const drafts = Math.ceil(REQUESTS * 0.045) + 10
/** Two processes may not have one folder open: the drafts are written before the server starts, its sessions made after. */
const house = await openHouse({ env: envOf(ground.url, ground.folder), log: createLog('error') })
await house.regions.refresh()
const stageOf = await prepareStage(house, ground.facts, { drafts, registrations: 0 })
await house.close()
const server = await startServer(ground.env)
const stage = await stageOf(server.base)
const start = server.memory()
let left = REQUESTS
let errors = 0
const samples: number[] = []
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) {
      if (left % 1000 === 0) samples.push(server.memory().now)
      await act(stage, drawKind(SHARES)).catch((error: unknown) => {
        if (errors++ < 3) console.log(error instanceof Error ? error.message : error)
      })
    }
  }),
)
const after = server.memory()
const report = new Report()
const kind = embedded ? 'pglite' : 'postgres'
report.claim({
  what: `memory after ${REQUESTS} requests, ${embedded ? 'embedded database inside the process' : 'PostgreSQL, the program alone'}`,
  limit: MOST_MB[kind],
  measured: after.now,
  unit: 'MB',
})
report.note(
  'before the first request, at most, each thousand',
  `${start.now.toFixed(0)} MB, ${after.most.toFixed(0)} MB, ${samples.map((one) => one.toFixed(0)).join(' ')}`,
)
if (errors > 0) report.fail(`${errors} of ${REQUESTS} requests failed in ${REGION}`)
stage.browsers.close()
await server.stop()
await ground.end()
report.end()
