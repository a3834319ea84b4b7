// Serves the style guide, its sample pages and what they load on a port of its own, with the security policy of the product: no inline
// script, no inline style.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { securityHeaders } from '../../src/platform/http/security.ts'
import { type PageContext, THEMES } from '../../src/platform/ui/context.ts'
import { styleRoutes } from '../../src/platform/ui/style-guide/routes.tsx'
import { stylesheet } from '../../src/platform/ui/styles-server.ts'

export type StyleServer = { readonly origin: string; close(): Promise<void> }

const HUE = 168

/** Language and theme come from the address, so that a test may ask for each. */
function contextOf(request: Request): PageContext {
  const query = new URL(request.url).searchParams
  return {
    language: query.get('language') === 'en' ? 'en' : 'id',
    theme: THEMES.find((one) => one === query.get('theme')),
    region: { code: '63.11', name: 'Kabupaten Balangan', hue: HUE },
    path: '/63.11/services',
    assets: { styles: [stylesheet(HUE).path] },
  }
}

export async function startStyleServer(): Promise<StyleServer> {
  const sheet = stylesheet(HUE)
  const app = new Hono()
  app.use(securityHeaders({ https: false }))
  app.get(sheet.path, (c) => c.body(sheet.body, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.route('/', styleRoutes(contextOf))
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((done, fail) => server.close((error) => (error ? fail(error) : done()))),
      }),
    )
  })
}
