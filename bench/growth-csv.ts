// How much processor time the command line needs for a file of one million children, read and written as CSV.
// Limit: 5 s of user time on one thread of Node 20, from the first byte read to the last byte written.
import { once } from 'node:events'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { growthCli } from '../src/modules/growth/cli.ts'
import { makeChildren, writeChildren } from './growth-children.ts'

const COUNT = 1_000_000
const LIMIT_SECONDS = 5
const folder = mkdtempSync(join(tmpdir(), 'puja-growth-'))
try {
  const input = join(folder, 'children.csv')
  const file = openSync(input, 'w')
  for (const piece of writeChildren(makeChildren(COUNT))) writeSync(file, piece)
  closeSync(file)
  const output = join(folder, 'scored.csv')
  const stdout = createWriteStream(output)
  const before = process.cpuUsage()
  const started = performance.now()
  const code = await growthCli(['zscores', '-'], { stdin: createReadStream(input), stdout, stderr: process.stderr })
  stdout.end()
  await once(stdout, 'finish')
  const { user, system } = process.cpuUsage(before)
  const seconds = user / 1e6
  const megabytes = (path: string) => (statSync(path).size / 1e6).toFixed(0)
  console.log(
    `growth CSV: ${COUNT} children, ${megabytes(input)} MB in, ${megabytes(output)} MB out, exit code ${code}`,
  )
  console.log(
    `  user ${seconds.toFixed(2)} s (system ${(system / 1e6).toFixed(2)} s, wall ${((performance.now() - started) / 1000).toFixed(2)} s), limit ${LIMIT_SECONDS.toFixed(2)} s, ratio ${(seconds / LIMIT_SECONDS).toFixed(2)}`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
