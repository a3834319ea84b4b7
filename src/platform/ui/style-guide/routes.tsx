// The style guide over HTTP: /style, its sample pages, and the one style file only the guide needs. Safe in the browser.
import { Hono } from 'hono'
import type { PageContext } from '../context.ts'
import { guideStyle } from './guide-style.ts'
import { samplePages } from './samples/samples.ts'
import { styleGuidePage } from './style-guide.tsx'

/** `contextOf` says who is looking; the guide shows invented data and says so. */
export function styleRoutes(contextOf: (request: Request) => PageContext | Promise<PageContext>): Hono {
  const app = new Hono()
  app.get(guideStyle.path, (c) => c.body(guideStyle.body, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/style', async (c) => {
    const context = await contextOf(c.req.raw)
    const styles = [...context.assets.styles, guideStyle.path]
    return c.html(String(await styleGuidePage({ ...context, demo: true, assets: { ...context.assets, styles } })))
  })
  app.get('/style/pages/:name', async (c) => {
    const name = c.req.param('name')
    const sample = Object.hasOwn(samplePages, name) ? samplePages[name] : undefined
    if (sample === undefined) return c.notFound()
    // Their words are Indonesian only, so the frame around them is too, and a screen reader is told one language.
    return c.html(String(await sample.render({ ...(await contextOf(c.req.raw)), demo: true, language: 'id' })))
  })
  return app
}
