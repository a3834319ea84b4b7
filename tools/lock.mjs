// One process at a time installs or builds; the others wait and find it done. Must stay true: imports nothing but Node; a lock
// left by a process that was killed never keeps anybody waiting.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const POLL_MS = 100
/** Longer than any installation; whoever still waits then goes on without the lock. */
const PATIENCE_MS = 10 * 60_000

/** Takes the lock at `path`, waiting for whoever has it; gives the function that hands it back. Blocks the thread. */
export function takeLock(path, { log = console.error, patienceMs = PATIENCE_MS } = {}) {
  mkdirSync(dirname(path), { recursive: true })
  const until = Date.now() + patienceMs
  for (let isTold = false; ; ) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (Date.now() > until || !isHeld(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (!isTold) log('Another command is installing or building here; waiting for it …')
    isTold = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS)
  }
}

/** Whether the process that wrote the lock still lives; one that was only just made may not hold its number yet. */
function isHeld(path) {
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return false
  }
  if (text === '') {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS)
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      return false
    }
  }
  try {
    process.kill(Number(text), 0)
    return text !== '' && Number(text) !== process.pid
  } catch (error) {
    return error.code === 'EPERM'
  }
}
