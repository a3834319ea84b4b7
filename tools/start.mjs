// `npm start`: installs, builds and opens the demo of Balangan on the embedded database.
import { install } from './install.mjs'

install()
const { build } = await import('./build.mjs')
await build()
process.env.PUJA_MODE ??= 'demo'
await import('../dist/server.js')
