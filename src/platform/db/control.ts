// The talk between the command line and a running server over the data folder's socket: one JSON object a line.
// Must stay true: a broken or oversized line ends that conversation only; an error's text never carries a stack.
import net from 'node:net'

/** Answers one command. What it returns is sent as JSON; what it throws is sent as a sentence. */
export type RequestHandler = (command: string, params: unknown) => Promise<unknown>

type Request = { id: string; command: string; params?: unknown }
type Answer = { id: string; ok: true; value: unknown } | { id: string; ok: false; message: string }

const LONGEST_LINE = 1024 * 1024

function parseRequest(line: string): Request | undefined {
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed) || !('command' in parsed)) return undefined
    if (typeof parsed.id !== 'string' || typeof parsed.command !== 'string') return undefined
    return { id: parsed.id, command: parsed.command, params: 'params' in parsed ? parsed.params : undefined }
  } catch {
    return undefined
  }
}

async function answer(request: Request, handler: RequestHandler | undefined): Promise<Answer> {
  if (request.command === 'ping') return { id: request.id, ok: true, value: { pid: process.pid } }
  if (handler === undefined) return { id: request.id, ok: false, message: 'This process takes no commands.' }
  try {
    return { id: request.id, ok: true, value: (await handler(request.command, request.params)) ?? null }
  } catch (error) {
    return { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** Splits what arrives into lines; destroys the socket when one grows past the limit. */
function onLines(socket: net.Socket, listener: (line: string) => void): void {
  let unfinished = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = (unfinished + chunk).split('\n')
    unfinished = lines.pop() ?? ''
    if (unfinished.length > LONGEST_LINE) socket.destroy()
    for (const line of lines) listener(line)
  })
}

export function serveRequests(handler: RequestHandler | undefined): { server: net.Server; stop(): Promise<void> } {
  const open = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    onLines(socket, (line) => {
      const request = parseRequest(line)
      if (request === undefined) socket.destroy()
      else void answer(request, handler).then((reply) => socket.writable && socket.write(`${JSON.stringify(reply)}\n`))
    })
  })
  return {
    server,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

export type RunningServer = {
  /** Sends one command and waits for its answer. Throws with the server's sentence when it refused. */
  request(command: string, params?: unknown): Promise<unknown>
  close(): void
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'id' in value && 'ok' in value
}

/** Speaks to the process listening at `path`; undefined when nobody does. */
export function connectTo(path: string): Promise<RunningServer | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(path)
    const waiting = new Map<string, { resolve(value: unknown): void; reject(error: Error): void }>()
    let next = 0
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('The running server ended before it answered.'))
      waiting.clear()
    })
    onLines(socket, (line) => {
      const reply: unknown = JSON.parse(line)
      if (!isAnswer(reply)) return
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.ok) asked?.resolve(reply.value)
      else asked?.reject(new Error(reply.message))
    })
    socket.once('connect', () =>
      resolve({
        request: (command, params) =>
          new Promise((done, failed) => {
            const id = String(next++)
            waiting.set(id, { resolve: done, reject: failed })
            socket.write(`${JSON.stringify({ id, command, params })}\n`)
          }),
        close: () => socket.destroy(),
      }),
    )
  })
}
