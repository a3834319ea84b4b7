// Durable submissions a second through HTTP, beside the database's own ceiling: pgbench sending the statements of one real
// submission one by one, prepared, 16 clients, to the same server. At least a quarter of it. Every transaction is on the disk
// before it is answered (fsync, synchronous commit). The statements are shown with STATEMENTS=1.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { visitorOf } from '../src/bindings/demo-cases.ts'
import { openHouse } from '../src/bindings/house.ts'
import { submitCase } from '../src/modules/cases/commands.ts'
import { createLog } from '../src/platform/log.ts'
import { act, prepareStage } from './support/actions.ts'
import { copyCases, readTemplates } from './support/cases.ts'
import { Report } from './support/report.ts'
import { serveIfAsked, startServer } from './support/server-process.ts'
import { changingValues, pgbenchScript, recordStatements, type Statement } from './support/statements.ts'
import { envOf, openWorld, REGION, settled } from './support/world.ts'

await serveIfAsked()
const SECONDS = Number(process.env.SECONDS ?? 10)
const CLIENTS = 16
const SPANS = 3
/** Before anything is counted, as many at once as later: a server that runs for days has its code optimised, as pgbench's is from the start. */
const WARM = 1_000
const MOST_A_SECOND = 1_000

const world = await openWorld()
const house = await openHouse({ env: envOf(world.url, world.folder), log: createLog('error'), limitsFactor: 1_000_000 })
await house.regions.refresh()
const [template] = await readTemplates(house, REGION, { id: world.facts.draft })
const citizen = world.facts.citizens[0]!
const salt = Math.floor(Math.random() * 1_000_000_000)
const draftsOf = (count: number, from: number) =>
  copyCases(
    house,
    REGION,
    Array.from({ length: count }, (_, n) => ({
      template: template!,
      copy: { ...citizen, shiftMs: 0, index: salt + from + n },
    })),
  )
const visitor = visitorOf(house, REGION, citizen.accountId, citizen.couple.mother, [])
const trial = await draftsOf(6, 0)
const submit = async (id: string) => {
  const sent = await submitCase(house.cases, visitor, id)
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusals))
}
// Services, serials and statement names are there by the second one.
for (const id of trial.slice(0, 5)) await submit(id)
// Jobs of those are over, or their statements would be among ours.
await house.jobs.settle()
const sinceMs = Date.now()
const statements = onlyOneTransaction(await recordStatements(() => submit(trial[5]!)))
const changing = changingValues(statements, sinceMs, new Map([[trial[5]!, 'c']]))
const stageAt = await prepareStage(house, world.facts, { drafts: SECONDS * 300 + WARM, registrations: 0 })
const forBench = await draftsOf(SECONDS * MOST_A_SECOND, 1_000_000)
await house.close()
if (process.env.STATEMENTS !== undefined) for (const { text } of statements) console.log(text.replace(/\s+/g, ' '))

const script = join(world.folder, 'submission.sql')
writeFileSync(script, pgbenchScript(statements, changing))
await makeRows(forBench)

const server = await startServer(world.env)
await settled(world.server)
const stage = await stageAt(server.base)
/** Submits with all clients at once while there is a reason to; gives how many. */
const submitWhile = async (more: (done: number) => boolean): Promise<number> => {
  let done = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (stage.drafts.length > 0 && more(done)) {
        done++
        await act(stage, 'submit')
      }
    }),
  )
  return done
}
await submitWhile((done) => done < WARM)
const rates: number[] = []
for (let span = 0; span < SPANS; span++) {
  const started = performance.now()
  const until = started + (SECONDS * 1000) / SPANS
  const done = await submitWhile(() => performance.now() < until)
  rates.push(done / ((performance.now() - started) / 1000))
}
const lastAt = performance.now()
await settled(world.server)
const behindSeconds = (performance.now() - lastAt) / 1000
stage.browsers.close()
await server.stop()

const output = execFileSync(
  existsSync(join(world.server.binaries, 'pgbench')) ? join(world.server.binaries, 'pgbench') : 'pgbench',
  [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '1',
    '-T',
    String(SECONDS),
    '-f',
    script,
    '-h',
    world.server.folder,
    '-U',
    'puja_test',
    'bench',
  ],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
)
await forgetReplayed()
const ceiling = Number(/tps = ([\d.]+)/.exec(output)?.[1])
const report = new Report()
if (!(ceiling > 0) || /aborted/.test(output)) report.fail(output)
report.claim({
  what: `durable submissions through HTTP, ${CLIENTS} at once, best of ${SPANS} spans, of the ceiling`,
  limit: 0.25,
  measured: Math.max(...rates) / ceiling,
  unit: '',
  limitIs: 'least',
})
report.note('submissions a second through HTTP, each span', rates.map((one) => one.toFixed(0)).join(' '))
report.note(
  `the same ${statements.length} statements by pgbench, prepared, ${CLIENTS} clients, a second`,
  ceiling.toFixed(0),
)
report.note(
  'until the work behind all of them was done, after the last, two seconds of which are the quiet it is told by',
  `${behindSeconds.toFixed(1)} s`,
)
await world.server.stop()
report.end()

/** From its BEGIN to its COMMIT: what ran beside it belongs to others. */
function onlyOneTransaction(all: readonly Statement[]): readonly Statement[] {
  const sent = all.find(({ text }) => /^insert into "case_event"/.test(text))
  const ours = all.filter(({ on }) => on === sent?.on)
  const at = ours.indexOf(sent!)
  const from = ours.slice(0, at).findLastIndex(({ text }) => text.startsWith('begin'))
  const to = ours.findIndex(({ text }, index) => index > at && text === 'commit')
  if (from < 0 || to < 0) throw new Error('The transaction of a submission was not found.')
  return ours.slice(from, to + 1)
}

/** One row of new values for each transaction of pgbench. */
async function makeRows(ids: readonly string[]): Promise<void> {
  const columns = [...new Set(changing.values())].filter((column) => column !== 'c')
  const made = columns.map((column) =>
    column.startsWith('u')
      ? `gen_random_uuid()::text as ${column}`
      : column.startsWith('number')
        ? `'BENCH-' || md5(random()::text) as ${column}`
        : `'\\x' || md5(random()::text) || md5(random()::text) as ${column}`,
  )
  const client = new pg.Client(world.server.url('bench', 'admin'))
  await client.connect()
  await client.query('drop table if exists bench_row; drop sequence if exists bench_n; create sequence bench_n')
  await client.query(
    `create table bench_row as select n::int as n, c${made.map((one) => `, ${one}`).join('')} from unnest($1::text[]) with ordinality t (c, n)`,
    [ids],
  )
  await client.query(
    'alter table bench_row add primary key (n); analyze bench_row; grant select on bench_row to public; grant usage on sequence bench_n to public',
  )
  await client.end()
}

/**
 * What pgbench wrote names cases whose sealed values are another's: the work behind it could never succeed and would be tried again
 * beside every later run. No server is running, so it still lies in the outbox.
 */
async function forgetReplayed(): Promise<void> {
  const client = new pg.Client(world.server.url('bench', 'admin'))
  await client.connect()
  await client.query('delete from outbox')
  await client.end()
}
