// Who may use a data folder: the process that listens on its unix socket. Must stay true: two processes never open one
// folder (the embedded database would lose rows without an error); a socket left by a killed process is taken over;
// the same socket lets the command line talk to the running server, as JSON lines.
import { createHash } from 'node:crypto'
import { chmod, mkdir, open, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connectTo, type RequestHandler, type RunningServer, serveRequests } from './control.ts'
import { DataFolderInUse } from './errors.ts'

export type { RequestHandler, RunningServer } from './control.ts'
export type FolderLock = { readonly socketPath: string; release(): Promise<void> }

/** sockaddr_un holds 108 bytes with the closing zero; some systems 104. */
const LONGEST_SOCKET_PATH = 100
const POINTER = 'control.path'
const GUARD_STALE_MS = 10_000

/** Where the socket of a folder lies: inside it, or in the temporary folder when the path would be too long. */
export async function socketPathOf(folder: string): Promise<string> {
  const real = await realpath(folder)
  const inside = join(real, 'control.sock')
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH) return inside
  const recorded = await readFile(join(real, POINTER), 'utf8').catch(() => '')
  if (recorded !== '') return recorded.trim()
  const short = join(tmpdir(), `puja-${createHash('sha256').update(real).digest('hex').slice(0, 20)}.sock`)
  await writeFile(join(real, POINTER), `${short}\n`, { mode: 0o600 })
  return short
}

/** True when somebody listens there. */
export function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

function listen(server: net.Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error))
    server.once('error', failed)
    // The socket is born closed to others; chmod afterwards would leave a moment in which it is not.
    const before = process.umask(0o177)
    try {
      server.listen(path, () => {
        server.off('error', failed)
        resolve(true)
      })
    } finally {
      process.umask(before)
    }
  })
}

/** Only one process at a time may judge a socket stale and remove it. */
async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const guard = join(folder, 'control.guard')
  for (;;) {
    try {
      await (await open(guard, 'wx', 0o600)).close()
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const age = await stat(guard).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      )
      if (age > GUARD_STALE_MS) await rm(guard, { force: true })
      await delay(20 + Math.random() * 30)
    }
  }
  try {
    return await work()
  } finally {
    await rm(guard, { force: true })
  }
}

/**
 * Takes the folder for this process and answers requests on its socket with `handler`. Throws DataFolderInUse when a
 * living process has it. A process that dies gives it up by dying.
 */
export async function lockFolder(folder: string, handler?: RequestHandler): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = await socketPathOf(folder)
  const { server, stop } = serveRequests(handler)
  const taken = await guarded(folder, async () => {
    if (await listen(server, path)) return true
    if (await isAnswered(path)) return false
    await rm(path, { force: true })
    return listen(server, path)
  })
  if (!taken) throw new DataFolderInUse(folder)
  await chmod(path, 0o600)
  server.unref()
  return { socketPath: path, release: stop }
}

/** The process that runs on this folder, to send commands to; undefined when none does. */
export async function connectRunning(folder: string): Promise<RunningServer | undefined> {
  const present = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return present ? connectTo(await socketPathOf(folder)) : undefined
}
