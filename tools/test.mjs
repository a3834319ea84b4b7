// `npm test`: everything that must hold, in one command: types, lint, arrows, unit and database tests on PGlite and on
// PostgreSQL, and the browser tests. What lacks its Chromium or PostgreSQL is listed as NOT RUN; with CI=true that fails.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { runTests } from './second-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
install()
mkdirSync(join(root, 'var'), { recursive: true })
// The demo that houses of the tests begin with is filled once for all runs of this program (tests/support/house-mould.ts).
for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith('puja-moulds-'))) {
  // Left by a run that was stopped in the middle.
  const old = join(tmpdir(), name)
  if (Date.now() - (statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 86_400_000)
    rmSync(old, { recursive: true, force: true })
}
const moulds = mkdtempSync(join(tmpdir(), 'puja-moulds-'))
process.env.PUJA_TEST_MOULDS = moulds
process.once('exit', () => rmSync(moulds, { recursive: true, force: true }))

const notRun = []
const failures = []
/** What failed and why, said again at the end, where whoever reads a long log looks. */
const said = []
/** What failed at first and passed alone; said at the end too, so that nobody takes it for quiet. */
const secondOnly = []
let passed = 0
let failed = 0

const bin = (name) => join(root, 'node_modules', '.bin', name)
const which = (names) =>
  names.find((name) => (name.includes('/') ? existsSync(name) : spawnSync('which', [name]).status === 0))

function timed(name, work) {
  const started = Date.now()
  process.stderr.write(`\n== ${name}\n`)
  ended(name, started, work())
}

function ended(name, started, ok) {
  process.stderr.write(`== ${name}: ${ok ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)\n`)
  if (!ok) failures.push(name)
}

/** Checks beside each other, as most of them keep one core busy; what each wrote comes in one piece when it is done. */
function checks(list) {
  return Promise.all(
    list.map(([name, command, args]) => {
      const started = Date.now()
      const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      const wrote = []
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => wrote.push(chunk))
      return new Promise((resolve) => {
        child.once('error', (error) => wrote.push(Buffer.from(`${error.message}\n`)))
        child.once('close', (code) => {
          process.stderr.write(`\n== ${name}\n${Buffer.concat(wrote)}`)
          ended(name, started, code === 0)
          resolve()
        })
      })
    }),
  )
}

function vitest(name, project, files, env) {
  timed(name, () => {
    const result = runTests(name, project, files, env)
    passed += result.passed
    failed += result.failed
    said.push(...result.said)
    secondOnly.push(...result.secondOnly)
    return result.said.length === 0 && result.failed === 0
  })
}

function* testFiles(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) yield* testFiles(path)
    else if (/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

const only = new Set(process.argv.slice(2))
const wants = (name) => only.size === 0 || only.has(name)

// The native compiler checks in a fifth of the time; the older one stays only for what reads the arrows.
const compiler = join(root, 'node_modules/typescript-native/bin/tsc')
const all = [
  ['build', process.execPath, [join(root, 'tools/build.mjs')]],
  ['types', process.execPath, [compiler, '--noEmit']],
  ['lint', bin('biome'), ['check', '.']],
  ['arrows', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src']],
]
await checks(all.filter(([name]) => wants(name)))

// Tests that open a database run on PGlite and on PostgreSQL. Whole journeys and permission matrices through a running server
// run on PostgreSQL, or on PGlite where none is installed; PUJA_TEST_BOTH=yes (CI) runs them on both. In a browser they run on
// PostgreSQL, which costs the processor less, or on PGlite where none is installed or both were asked for.
const postgres =
  process.env.PUJA_TEST_POSTGRES_URL ??
  which([
    '/usr/lib/postgresql/17/bin/initdb',
    '/usr/lib/postgresql/16/bin/initdb',
    '/usr/lib/postgresql/15/bin/initdb',
    'initdb',
  ])
const both = process.env.PUJA_TEST_BOTH === 'yes' || postgres === undefined
if (wants('unit'))
  vitest('unit on PGlite', 'unit', [], { PUJA_TEST_DB: 'pglite', PUJA_TEST_THROUGH: both ? 'yes' : 'no' })

const database = [...testFiles(join(root, 'src')), ...testFiles(join(root, 'tests'))].filter(
  (path) =>
    !path.includes('tests/browser') && /support\/(database|server|role-matrix)/.test(readFileSync(path, 'utf8')),
)
if (wants('postgres')) {
  if (postgres === undefined)
    notRun.push(`PostgreSQL: ${database.length} files (install postgresql-15, or set PUJA_TEST_POSTGRES_URL)`)
  else if (database.length > 0)
    vitest(
      'database tests on PostgreSQL',
      'unit',
      database.map((path) => path.slice(root.length)),
      { PUJA_TEST_DB: 'postgres' },
    )
}

const chromium = which(
  [
    process.env.CHROMIUM_PATH,
    'chromium-headless-shell',
    '/usr/bin/chromium',
    'chromium',
    'chromium-browser',
    'google-chrome',
  ].filter(Boolean),
)
const browserFiles = existsSync(join(root, 'tests/browser'))
  ? readdirSync(join(root, 'tests/browser')).filter((f) => f.endsWith('.test.ts')).length
  : 0
if (wants('browser')) {
  if (chromium === undefined) notRun.push(`Chromium: ${browserFiles} files (install chromium, or set CHROMIUM_PATH)`)
  else if (browserFiles > 0) vitest('browser', 'browser', [], { PUJA_TEST_DB: both ? 'pglite' : 'postgres' })
}
if (which(['pdfsig']) === undefined) notRun.push('poppler-utils: the checks of signed PDFs by pdfsig')

console.log('')
for (const line of said) console.log(`FAILED: ${line.slice(0, 1500)}\n`)
for (const line of notRun) console.log(`NOT RUN: ${line}`)
for (const line of failures) console.log(`FAILED: ${line}`)
if (secondOnly.length > 0) {
  console.log('\nPASSED ONLY ON THE SECOND RUN (they count as passed; each deserves a look):')
  for (const line of secondOnly) console.log(`  ${line.slice(0, 1500)}\n`)
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failures.length > 0 || failed > 0 || (process.env.CI === 'true' && notRun.length > 0) ? 1 : 0)
