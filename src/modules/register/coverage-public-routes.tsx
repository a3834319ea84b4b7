// Coverage for everybody: one page, by GET.
import { Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { REGION } from '../../platform/http/door.ts'
import { page, refused } from '../../platform/http/respond.tsx'
import type { PublicCoveragePort } from './coverage-port.ts'
import { PUBLIC_COVERAGE_TEXTS, PublicCoveragePage } from './coverage-public-pages.tsx'
import { isIndicator } from './coverage-words.ts'

export function publicCoverageRoutes(port: PublicCoveragePort): Hono {
  const app = new Hono()
  app.get(`${REGION}/coverage`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    const of = c.req.query('of')
    const view = await port.read(visitor, {
      indicator: isIndicator(of) ? of : 'birth-0-18',
      ...(c.req.query('in') === undefined ? {} : { district: c.req.query('in') }),
    })
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      title: say(PUBLIC_COVERAGE_TEXTS.title, visitor.language),
      children: (
        <PublicCoveragePage base={`/${visitor.region?.code ?? ''}`} view={view.value} language={visitor.language} />
      ),
    })
  })
  return app
}
