// Builds dist/ from src/ with esbuild: the server, the command line and the browser islands.
// Must stay true: a build is skipped when no source changed, so that a later `npm start` costs milliseconds.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

export async function build({ force = false, log = console.error } = {}) {
  const dist = join(root, 'dist')
  const stamp = join(dist, '.stamp')
  const now = fingerprint()
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  const started = Date.now()
  const esbuild = await import('esbuild')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(join(dist, 'islands'), { recursive: true })
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
    outdir: dist,
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
      outdir: join(dist, 'islands'),
      platform: 'browser',
      format: 'esm',
      target: 'es2019',
      minify: true,
    })
  writeFileSync(stamp, now)
  log(`built in ${Date.now() - started} ms`)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ force: process.argv.includes('--force') })
