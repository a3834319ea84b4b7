// `npm run bench [NAME…]`: every measurement of bench/, each beside its peer or its limit; exit code 1 when a limit is broken.
import { build } from './build.mjs'
import { programs, runBundled } from './bundled.mjs'

const PARTS = new Set(['growth-children'])
const all = programs('bench', (name) => !PARTS.has(name))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`No benchmark called ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  process.exit(2)
}
// Servers that are measured make their papers in threads, which run the built program.
await build()
const failed = await runBundled('bench', wanted.length > 0 ? wanted : all)
console.log(`\nNode ${process.version}`)
for (const name of failed) console.log(`OVER ITS LIMIT: ${name}`)
process.exit(failed.length > 0 ? 1 : 0)
