// The page of measuring quality. Who is no health worker there finds nothing.
import { Hono } from 'hono'
import { say } from '../../../kernel/text.ts'
import { page, refused } from '../../../platform/http/respond.tsx'
import { AT, baseOf, enter, POSYANDU, posyanduTabs } from '../posyandu-frame.ts'
import { QUALITY_WORDS, QualityPage } from './quality-pages.tsx'
import type { QualityPort } from './quality-port.ts'

export function qualityRoutes(port: QualityPort): Hono {
  const app = new Hono()
  app.get(`${AT}/${POSYANDU}/quality`, async (c) => {
    const { visitor, refusal } = await enter(port, c)
    if (refusal) return refusal
    const view = await port.read(visitor, c.req.param('posyandu'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      variant: 'office',
      title: say(QUALITY_WORDS.title, visitor.language),
      tabs: posyanduTabs(visitor, view.value.posyandu),
      children: <QualityPage base={baseOf(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  return app
}
