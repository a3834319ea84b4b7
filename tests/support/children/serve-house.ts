// A whole house as a process of its own, to be killed: the demo's people without residents, a clock that stands still. Says
// `open PORT` when it listens; on `verify` it says what its journal proves. Arguments: database (folder or URL), data folder.
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { seedDemo } from '../../../src/bindings/demo.ts'
import { openHouse } from '../../../src/bindings/house.ts'
import { verify } from '../../../src/bindings/requests.ts'
import { fixedClock } from '../../../src/platform/clock.ts'
import type { Env } from '../../../src/platform/env.ts'

const [place = '', dataFolder = ''] = process.argv.slice(2)
const env: Env = {
  mode: 'demo' as const,
  host: '127.0.0.1',
  port: 0,
  origin: 'http://localhost',
  dataFolder,
  secretsFolder: join(dataFolder, 'keys'),
  database: place.startsWith('postgres')
    ? { kind: 'postgres' as const, url: place, poolSize: 6, prepare: true }
    : { kind: 'pglite' as const, folder: place },
  s3: undefined,
  logLevel: 'error' as const,
  clock: fixedClock('2026-04-10T10:00:00+08:00'),
  isBehindProxy: false,
}
const house = await openHouse({ env, limitsFactor: 1000 })
await seedDemo(house, env, () => {}, {})
const server = serve({ fetch: house.app.fetch, port: 0, hostname: env.host }, ({ port }) => console.log(`open ${port}`))
process.stdin.on('data', (line) => {
  if (String(line).trim() === 'verify')
    void verify(house.database, house.cases.ring, env, '63.11').then(([report]) =>
      console.log(`journal ${JSON.stringify(report?.problems)}`),
    )
  else {
    server.close()
    void house.close().then(() => process.exit(0))
  }
})
