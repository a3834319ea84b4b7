// Builds dist/ from src/ with esbuild: the server, the command line and the browser islands.
// Must stay true: a build is skipped when no source changed, so that a later `npm start` costs milliseconds; one that fails, or runs
// beside a server, breaks nothing that stands.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeLock } from './lock.mjs'
import { replaceOutputs } from './outputs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

function* files(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else if (/\.(tsx?|json|css|svg|sql)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

/** Fingerprint of everything a build reads; times and sizes would do for speed, contents are exact and still take ~20 ms. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const path of [...files(join(root, 'src')), ...files(join(root, 'instruments'))].sort())
    hash.update(path.slice(root.length)).update(readFileSync(path))
  hash.update(readFileSync(join(root, 'package-lock.json'))).update(readFileSync(fileURLToPath(import.meta.url)))
  return hash.digest('hex')
}

const dist = join(root, 'dist')
/** Beside it, so that the source maps name the same files. */
const fresh = join(root, 'dist.next')

export async function build({ force = false, log = console.error } = {}) {
  const stamp = join(dist, '.stamp')
  const now = fingerprint()
  const isDone = () => !force && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
  if (isDone()) return false
  const release = takeLock(join(root, 'var', 'build.lock'))
  try {
    if (isDone()) return false
    const started = Date.now()
    rmSync(fresh, { recursive: true, force: true })
    await buildInto(fresh, now)
    replaceOutputs(fresh, dist)
    writeFileSync(stamp, now)
    log(`built in ${Date.now() - started} ms`)
    return true
  } finally {
    release()
  }
}

async function buildInto(outdir, now) {
  const esbuild = await import('esbuild')
  const common = {
    bundle: true,
    sourcemap: 'linked',
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    loader: { '.css': 'text', '.svg': 'text', '.sql': 'text' },
  }
  const entries = ['server', 'cli', 'paper-worker', 'population-worker']
    .map((name) => join(root, 'src', `${name}.ts`))
    .filter((path) => existsSync(path))
  await esbuild.build({
    ...common,
    entryPoints: entries,
    outdir,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Packages are bundled: a start reads a dozen files instead of two thousand. Not those that read files of their own.
    external: ['@electric-sql/pglite', 'sharp', 'pdfkit', 'fontkit', 'pino', 'piscina', 'pg-native', 'esbuild'],
    banner: { js: "import{createRequire as __require_}from'node:module';const require=__require_(import.meta.url);" },
    define: { PUJA_BUILD: JSON.stringify(now) },
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  })
  const islands = existsSync(join(root, 'src/islands'))
    ? readdirSync(join(root, 'src/islands')).filter(
        (f) => /\.ts$/.test(f) && !/\.test\.ts$/.test(f) && !f.startsWith('_'),
      )
    : []
  if (islands.length > 0)
    await esbuild.build({
      ...common,
      sourcemap: false,
      entryPoints: islands.map((f) => join(root, 'src/islands', f)),
      outdir: join(outdir, 'islands'),
      platform: 'browser',
      format: 'esm',
      target: 'es2019',
      minify: true,
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ force: process.argv.includes('--force') })
