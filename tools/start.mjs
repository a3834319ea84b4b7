// `npm start`: installs, builds and opens the demo of Balangan on the embedded database.
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'

install()
const { build } = await import('./build.mjs')
await build()
process.env.PUJA_MODE ??= 'demo'
// Compiling 9 MB of modules is an eighth of a later start; from Node 22 on it is kept.
module.enableCompileCache?.(fileURLToPath(new URL('../var/cache/compiled', import.meta.url)))
await import('../dist/server.js')
