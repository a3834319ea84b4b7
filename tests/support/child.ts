// Runs one of our TypeScript files as a process of its own, to kill it or to talk to it. Must stay true: bundled as the
// product is (tools/build.mjs), so paths and imports behave as in production; ends with the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { packagePath } from '../../src/platform/paths.ts'

export type Child = {
  readonly process: ChildProcess
  /** Every line it wrote on standard output so far. */
  readonly lines: readonly string[]
  /** The first line that matches, now or later. Throws, with what it wrote to standard error, when it ends first. */
  line(pattern: RegExp): Promise<string>
  say(line: string): void
  /** kill -9 and wait. */
  kill(): Promise<void>
  /** What it wrote on standard error so far. */
  errors(): string
  /** Its exit code, once it ended. */
  ended: Promise<number | null>
}

/** Packages that read files of their own. */
const WITH_FILES = ['@electric-sql/pglite', 'sharp', 'pdfkit', 'fontkit', 'pino', 'piscina', 'pg-native', 'esbuild']

/**
 * A child lives for seconds: most of what the processor did for an embedded database was translating it into better code, in
 * threads beside it, that nobody had the use of.
 */
const SHORT_LIVED = ['--liftoff-only']

/** A child that is started again and again is bundled once. */
const bundles = new Map<string, Promise<string>>()

function bundle(name: string): Promise<string> {
  const outfile = packagePath('var/cache/children', `${basename(name)}.${process.pid}.mjs`)
  const made = build({
    entryPoints: [packagePath('tests/support/children', `${name}.ts`)],
    outfile,
    bundle: true,
    external: WITH_FILES,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
    banner: { js: "import{createRequire as __require_}from'node:module';const require=__require_(import.meta.url);" },
  }).then(() => outfile)
  bundles.set(name, made)
  return made
}

/** Bundles `tests/support/children/<name>.ts` and runs it. */
export async function startChild(
  name: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Child> {
  const outfile = await (bundles.get(name) ?? bundle(name))
  const child = spawn(process.execPath, [...SHORT_LIVED, outfile, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const tell = () => {
    for (const wake of [...waiting]) wake()
  }
  let errors = ''
  let over = false
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    tell()
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true
      tell()
      resolve(code)
    })
  })
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  void ended.then(() => process.off('exit', stop))
  return {
    process: child,
    lines,
    errors: () => errors,
    ended,
    say: (line) => void child.stdin.write(`${line}\n`),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => pattern.test(line))
          if (found === undefined && !over) return
          waiting.delete(look)
          if (found === undefined) reject(new Error(`The process ended without a line like ${pattern}:\n${errors}`))
          else resolve(found)
        }
        waiting.add(look)
        look()
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
