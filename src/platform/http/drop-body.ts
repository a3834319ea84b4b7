// A refusal that nobody waits to hear: a browser still sending its photo sees a broken connection instead of the page that
// says what to do. So what is left of a body is read and dropped before the answer goes out. Must stay true: no more than
// the limits below are read; what was read is kept nowhere; whoever sends more or too slowly loses the connection as before.
import type { MiddlewareHandler } from 'hono'

/** Twice what an upload may have, so that "too large" can be read as well. */
const MOST_BYTES = 50_000_000
/** A photo of 5 MB by a weak mobile network. */
const MOST_MS = 90_000

export function dropUnreadBody(
  limits: { readonly mostBytes?: number; readonly mostMs?: number } = {},
): MiddlewareHandler {
  const { mostBytes = MOST_BYTES, mostMs = MOST_MS } = limits
  return async (c, next) => {
    await next()
    const { method, bodyUsed } = c.req.raw
    if (method === 'GET' || method === 'HEAD' || bodyUsed) return
    const announced = Number(c.req.header('content-length') ?? 0)
    const isOver = announced > mostBytes || !(await dropped(c.req.raw, mostBytes, mostMs))
    if (isOver) c.res.headers.set('connection', 'close')
  }
}

/** Reads to the end; false when the end did not come within the limits. A sender who went away is an end. */
async function dropped({ body }: Request, mostBytes: number, mostMs: number): Promise<boolean> {
  if (body === null || body.locked) return true
  const reader = body.getReader()
  let bytes = 0
  let late = false
  const timer = setTimeout(() => {
    late = true
    void reader.cancel().catch(() => {})
  }, mostMs)
  timer.unref()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return !late
      bytes += value.length
      if (bytes > mostBytes) return false
    }
  } catch {
    return true
  } finally {
    clearTimeout(timer)
  }
}
