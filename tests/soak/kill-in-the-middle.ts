// Claim: whatever the house has acknowledged survives `kill -9`: answers, numbers, steps; nothing happens twice; the journal is whole.
// A mother and a front officer work by plain HTTP while the built server is killed at seeded moments and started again. Each
// interrupted request is repeated with its key, as a browser's retry does. Arguments: seconds, seed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packagePath } from '../../src/platform/paths.ts'
import { answerPage, beginDraft, birthAnswers, fillDraft, mustBeFine, numberOn } from '../support/case-walk.ts'
import { type Answer, formsOn, refusalsOn, titleOf, Walker } from '../support/walker.ts'

const seconds = Number(process.argv[2] ?? 300)
const seed = Number(process.argv[3] ?? 1)

let state = seed >>> 0
/** Mulberry32: the same seed kills at the same moments. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

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
let kills = 0
let repeated = 0
let killing = false

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function open(): Promise<void> {
  server = spawn(process.execPath, [packagePath('dist', 'server.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let tries = 0; tries < 1200; tries++) {
    await sleep(100)
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} at its start`)
    const fine = await fetch(`${base}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (fine) return
  }
  throw new Error('The server does not answer')
}

async function killLoop(until: number): Promise<void> {
  killing = true
  while (Date.now() < until) {
    await sleep(400 + random() * 4000)
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGKILL')
    await gone
    kills++
    await open()
  }
  killing = false
}

/** Repeats a request until the house has answered it; what the house says no to is a fault of the run. */
async function persist<T>(work: (again: boolean) => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      return await work(tries > 0)
    } catch (error) {
      const broken = error instanceof TypeError || (error instanceof Error && /^(429|503) /.test(error.message)) // no connection, or asked to wait
      if (!broken) throw error
      repeated++
      await sleep(300)
    }
  }
  throw new Error('No answer after 200 tries')
}

type Known = { readonly caseId: string; readonly number: string; readonly title: string }
const known: Known[] = []

function expectSame(what: string, found: string, expected: string): void {
  if (found !== expected) throw new Error(`${what}: the house says "${found}", acknowledged was "${expected}"`)
}

async function oneCase(mother: Walker, officer: Walker, n: number): Promise<void> {
  const childName = `Anak Ke ${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam'][n % 6]} ${letters(n)}`
  const answers = birthAnswers({ childName })
  const draft = await persist(async () => {
    const begun = await beginDraft(mother, 'birth-wni')
    return begun.path.endsWith('/role') ? { ...begun, path: begun.path } : begun
  })
  const path = `/63.11/cases/${draft.caseId}`
  const first = await persist(async () =>
    draft.path.endsWith('/role') ? mustBeFine(await mother.post(draft.path, { role: 'parent' })) : draft,
  )
  const firstPath = first.path.split('?')[0]!
  await persist(async () => mustBeFine(await answerPage(mother, await page(mother, firstPath), answers)))
  // Acknowledged: from here on the name may not be lost, whatever happens to the server.
  await persist(async () => {
    const shown = formsOn(await page(mother, firstPath)).find(({ action }) => action === firstPath)
    if (shown?.fields.childName !== undefined)
      expectSame('Name of the child', shown.fields.childName[0] ?? '', childName)
  })
  await persist(async () => fillDraft(mother, await page(mother, firstPath), answers))
  const key = crypto.randomUUID()
  const number = await persist(async (again) => {
    const sent = mustBeFine(await mother.post(`${path}/submit`, { key }))
    const shown = numberOn(again ? await page(mother, path) : sent)
    return shown
  })
  const screened = crypto.randomUUID()
  await persist(async (again) => {
    const done = await officer.post(`/63.11/office/cases/${draft.caseId}/actions/screen`, {
      key: screened,
      seen: 'yes',
    })
    if (done.status >= 500 || done.status === 429) throw new Error(`${done.status} at screening`)
    if (done.status >= 400 && !again) throw new Error(`Screening was refused: ${refusalsOn(done).join(' ')}`)
  })
  const shown = await persist(() => page(mother, path))
  expectSame('Number of the case', numberOn(shown), number)
  expectSame('State after screening', titleOf(shown), 'Verifikasi data')
  known.push({ caseId: draft.caseId, number, title: titleOf(shown) })
}

const page = async (who: Walker, path: string): Promise<Answer> => mustBeFine(await who.get(path))

/** 0 → a, 25 → z, 26 → ba: names without digits. */
function letters(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26)) + letters(n % 26)
}

let failure: unknown
try {
  const seeding = Date.now()
  await open()
  console.log(
    `The demo was open after ${Math.round((Date.now() - seeding) / 1000)} s; seed ${seed}, ${seconds} s of kills`,
  )
  const mother = await new Walker(base).signIn('Siti Aminah')
  const officer = await new Walker(base).signIn('Rusdiana')
  const until = Date.now() + seconds * 1000
  const killer = killLoop(until)
  let n = 0
  while (killing) await oneCase(mother, officer, n++)
  await killer
  for (const { caseId, number, title } of known) {
    const shown = await page(mother, `/63.11/cases/${caseId}`)
    expectSame('Number of the case', numberOn(shown), number)
    expectSame('State', titleOf(shown), title)
  }
  const numbers = new Set(known.map(({ number }) => number))
  if (numbers.size !== known.length) throw new Error('A number was given twice')
  const audit = spawnSync(process.execPath, [packagePath('bin', 'puja.mjs'), 'audit', 'verify', '63.11'], {
    env,
    encoding: 'utf8',
  })
  console.log(`puja audit verify: ${(audit.stdout + audit.stderr).trim()}`)
  if (audit.status !== 0) throw new Error('The journal is not whole')
} catch (error) {
  failure = error
}
server!.kill('SIGTERM')
await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(0)))
await rm(folder, { recursive: true, force: true })
console.log(
  `${kills} kills, ${repeated} requests repeated, ${known.length} cases sent and screened, none lost`.replace(
    ', none lost',
    failure === undefined ? ', none lost' : '',
  ),
)
if (failure !== undefined) {
  console.error(failure)
  process.exit(1)
}
