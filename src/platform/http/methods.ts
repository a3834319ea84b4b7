// Which methods an address takes, for a request that came with another. Must stay true: what runs before every route (an
// `ALL`) is no route, and whoever takes GET takes HEAD.
import type { Hono } from 'hono'

export function methodsAt(app: Hono, path: string): readonly string[] {
  const found = ['GET', 'POST'].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  )
  return found.includes('GET') ? ['GET', 'HEAD', ...found.slice(1)] : found
}
