// Runs TypeScript programs that are no part of the product (benchmarks, fault runs): bundled into var/, as Node 20 needs.
// Must stay true: the bundle lies inside the package, so that sources and packages are found as in production.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Names of the programs of a folder, sorted. */
export function programs(folder, isProgram) {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && isProgram(basename(file, '.ts')))
    .map((file) => basename(file, '.ts'))
    .sort()
}

/** Runs the named programs one after the other, with their arguments; gives the names of those that failed. */
export async function runBundled(folder, names, args = []) {
  install()
  const esbuild = await import('esbuild')
  const outdir = join(root, 'var', 'bundled', folder)
  rmSync(outdir, { recursive: true, force: true })
  await esbuild.build({
    entryPoints: names.map((name) => join(root, folder, `${name}.ts`)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    loader: { '.css': 'text', '.svg': 'text', '.sql': 'text' },
    logLevel: 'warning',
  })
  const failed = []
  for (const name of names) {
    console.log(`\n== ${name}`)
    const done = spawnSync(process.execPath, [join(outdir, `${name}.js`), ...args], { cwd: root, stdio: 'inherit' })
    if (done.status !== 0) failed.push(name)
  }
  return failed
}
