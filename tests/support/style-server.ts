// Serves the style guide, its sample pages and what they load on a port of its own, with the security policy of the product: no inline
// script, no inline style.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type PageContext, THEMES, type Theme } from '../../src/platform/ui/context.ts'
import { guideStyle } from '../../src/platform/ui/style-guide/guide-style.ts'
import { samplePages } from '../../src/platform/ui/style-guide/samples/samples.ts'
import { styleGuidePage } from '../../src/platform/ui/style-guide/style-guide.tsx'
import { stylesheet } from '../../src/platform/ui/styles-server.ts'

export type StyleServer = { readonly origin: string; close(): Promise<void> }

const HUE = 168

function contextOf(path: string, query: URLSearchParams, styles: readonly string[]): PageContext {
  const theme = THEMES.find((one) => one === query.get('theme')) as Theme | undefined
  return {
    language: query.get('language') === 'en' ? 'en' : 'id',
    theme,
    region: { code: '63.11', name: 'Kabupaten Balangan', hue: HUE },
    path,
    demo: true,
    assets: { styles },
  }
}

export async function startStyleServer(): Promise<StyleServer> {
  const sheet = stylesheet(HUE)
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'",
    )
  })
  for (const { path, body } of [sheet, guideStyle])
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/style', async (c) =>
    c.html(await styleGuidePage(contextOf('/style', new URL(c.req.url).searchParams, [sheet.path, guideStyle.path]))),
  )
  app.get('/style/pages/:name', async (c) => {
    const page = samplePages[c.req.param('name')]
    return page
      ? c.html(await page.render(contextOf('/63.11/services', new URL(c.req.url).searchParams, [sheet.path])))
      : c.notFound()
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((done, fail) => server.close((error) => (error ? fail(error) : done()))),
      }),
    )
  })
}
