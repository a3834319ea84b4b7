// Runs vitest, and what failed once more, each file alone: machines are shared, and a test that waited too long says nothing of
// the program. Must stay true: whatever passes only then is named, with its first reason; twice failed is failed; see decision 0023.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const FAULTS = fileURLToPath(new URL('faults-reporter.mjs', import.meta.url))

/** More files than these fail for a reason, not by chance: running them again would only take time. */
const MOST_FILES = 10

/** One run of vitest: per file what passed and failed and why, and what belongs to no file. */
function runOnce(report, args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'puja-faults-'))
  const faultsFile = join(folder, 'faults.json')
  rmSync(report, { force: true })
  const done = spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, `--reporter=${FAULTS}`, ...args],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PUJA_TEST_FAULTS: faultsFile },
    },
  )
  const faults = existsSync(faultsFile) ? JSON.parse(readFileSync(faultsFile, 'utf8')) : []
  rmSync(folder, { recursive: true, force: true })
  const files = new Map()
  for (const file of existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []) {
    const bad = file.assertionResults.filter(({ status }) => status === 'failed')
    const reasons = bad.map((test) => `> ${test.fullName}\n${test.failureMessages.join('\n')}`)
    if (file.status === 'failed' && bad.length === 0) reasons.push(`: ${file.message}`)
    files.set(file.name, {
      passed: file.assertionResults.filter(({ status }) => status === 'passed').length,
      failed: bad.length,
      reasons,
    })
  }
  const loose = []
  for (const { file, message } of faults) {
    const known = files.get(file)
    if (known === undefined) loose.push(`outside any test: ${message}`)
    else known.reasons.push(`outside its tests: ${message}`)
  }
  if (done.status !== 0 && loose.length === 0 && [...files.values()].every(({ reasons }) => reasons.length === 0))
    loose.push(`ended with ${done.status ?? done.signal} and named no test`)
  return { files, loose }
}

/** Runs a project's files (all of them unless told); gives sums, what failed, and what passed only on the second run. */
export function runTests(name, project, files, env) {
  const report = (part) => join(root, 'var', `report-${name.replace(/\W+/g, '-')}${part}.json`)
  const first = runOnce(report(''), ['--project', project, ...files], env)
  const failed = [...first.files].filter(([, { reasons }]) => reasons.length > 0)
  const again = failed.length > MOST_FILES ? [] : failed
  const secondOnly = []
  for (const [path, before] of again) {
    const short = path.slice(root.length)
    process.stderr.write(`\n== ${name}: once more, alone: ${short}\n`)
    const second = runOnce(report('-again'), ['--project', project, short], env)
    const after = second.files.get(path)
    if (after === undefined) continue
    if (after.reasons.length === 0 && second.loose.length === 0)
      secondOnly.push(`${name}: ${short} ${before.reasons[0]}`)
    first.files.set(path, { ...after, reasons: [...after.reasons, ...second.loose] })
  }
  rmSync(report('-again'), { force: true })
  const all = [...first.files.values()]
  return {
    passed: all.reduce((sum, file) => sum + file.passed, 0),
    failed: all.reduce((sum, file) => sum + file.failed, 0),
    said: [
      ...[...first.files].flatMap(([path, file]) =>
        file.reasons.map((r) => `${name}: ${path.slice(root.length)} ${r}`),
      ),
      ...first.loose.map((reason) => `${name} ${reason}`),
    ],
    secondOnly,
  }
}
