#!/usr/bin/env node
// The command line. Installs and builds first when needed, so that `npx puja` works straight after a clone.
import { install } from '../tools/install.mjs'

install()
const { build } = await import('../tools/build.mjs')
await build({ log: () => {} })
const { main } = await import('../dist/cli.js')
await main(process.argv.slice(2))
