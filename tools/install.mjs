// Installs the dependencies when they are missing or older than the lock file, so that `npm start` and `npm test`
// work straight after a clone. Must stay true: imports nothing but Node.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeLock } from './lock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Puja Indah needs Node 20.19 or newer; this is ${process.versions.node}. Try: npx -p node@24 npm start`,
    )
    process.exit(2)
  }
  const stamp = join(root, 'node_modules', '.puja-lock')
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (isDone()) return
  const release = takeLock(join(root, 'var', 'install.lock'))
  if (isDone()) return release()
  console.error('Installing dependencies (once, about a minute) …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: '' },
  })
  if (done.status !== 0) {
    release()
    console.error('The installation failed. Check the network, then run the same command again.')
    process.exit(1)
  }
  writeFileSync(stamp, lock)
  release()
}
