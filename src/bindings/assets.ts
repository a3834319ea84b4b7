// Style files, island scripts, the health page: what a browser may keep for a year, by content hash.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { packagePath } from '../platform/paths.ts'
import { stylesheet } from '../platform/ui/styles-server.ts'

const YEAR = 'public, max-age=31536000, immutable'

export function assetRoutes(islands: Readonly<Record<string, string>>): Hono {
  const app = new Hono()
  const styles = new Map<string, string>()
  const known = (path: string): string | undefined => {
    if (styles.size === 0) for (let hue = -1; hue < 360; hue++) remember(hue)
    return styles.get(path)
  }
  const remember = (hue: number): void => {
    const { path, body } = stylesheet(hue < 0 ? undefined : hue)
    styles.set(path, body)
  }
  app.get('/assets/:file{ui-[0-9a-f]{10}\\.css}', (c) => {
    const body = known(c.req.path)
    return body === undefined
      ? c.notFound()
      : c.body(body, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': YEAR })
  })
  for (const [name, path] of Object.entries(islands))
    app.get(path, (c) => {
      const file = packagePath('dist', 'islands', `${name}.js`)
      if (!existsSync(file)) return c.notFound()
      const body = readFileSync(file)
      return c.body(body, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
        etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
      })
    })
  return app
}
