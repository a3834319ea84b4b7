// `npm run soak [KILLS] [SEED]`: the built server is killed again and again in the middle of work and must have lost nothing.
import { build } from './build.mjs'
import { runBundled } from './bundled.mjs'

const [kills = '100', seed = '1'] = process.argv.slice(2)
if (!/^\d+$/.test(kills) || !/^\d+$/.test(seed)) {
  console.error('Usage: npm run soak [KILLS] [SEED], both whole numbers')
  process.exit(2)
}
await build()
const failed = await runBundled('tests/soak', ['kill-in-the-middle'], [kills, seed])
process.exit(failed.length > 0 ? 1 : 0)
