// The platform's home, a region's home, and the switch of language and theme.
import { Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { goOn, page, refused, safeBack } from '../../platform/http/respond.tsx'
import { HOME_WORDS, PlatformHome, RegionCover, RegionHomeBody } from './pages.tsx'
import type { RegionsPort } from './port.ts'

const YEAR_S = 31_536_000

export function regionRoutes(port: RegionsPort): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    return page(c, visitor, {
      title: say(HOME_WORDS.platform, visitor.language),
      children: <PlatformHome regions={await port.listRegions()} demo={visitor.demo} language={visitor.language} />,
    })
  })
  app.get('/preferences', (c) => {
    const response = goOn(c, safeBack(c.req.query('back'), '/'))
    const { language, theme } = c.req.query()
    const keep = (name: string, value: string) =>
      response.headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`)
    if (language === 'id' || language === 'en') keep('language', language)
    if (theme === 'terang' || theme === 'gelap' || theme === 'terik') keep('theme', theme)
    return response
  })
  app.get('/:region{[0-9]{2}(\\.[0-9]{2})?}', async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const home = await port.readHome(visitor)
    const { code } = visitor.region
    return page(c, visitor, {
      title: say(HOME_WORDS.title, visitor.language),
      cover: <RegionCover code={code} popular={home.popular} language={visitor.language} />,
      children: <RegionHomeBody code={code} home={home} language={visitor.language} />,
    })
  })
  return app
}
