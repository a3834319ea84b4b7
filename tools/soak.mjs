// `npm run soak [KILLS] [SEED]`: the built server is killed again and again in the middle of work and must have lost nothing; then
// the signer is away for six hours with 300 cases waiting, and each must be signed once.
import { spawnSync } from 'node:child_process'
import { build } from './build.mjs'
import { runBundled } from './bundled.mjs'

const [kills = '100', seed = '1'] = process.argv.slice(2)
if (!/^\d+$/.test(kills) || !/^\d+$/.test(seed)) {
  console.error('Usage: npm run soak [KILLS] [SEED], both whole numbers')
  process.exit(2)
}
await build()
const failed = await runBundled('tests/soak', ['kill-in-the-middle'], [kills, seed])
const away = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/journeys/signer-away.test.ts'],
  { stdio: 'inherit', env: { ...process.env, PUJA_SOAK_CASES: '300' } },
)
process.exit(failed.length > 0 || away.status !== 0 ? 1 : 0)
