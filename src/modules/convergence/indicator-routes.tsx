// Indicators and their editions by a plain page and forms.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { indicators } from './editions.ts'
import type { Typed } from './form-parts.tsx'
import { INDICATOR_WORDS, IndicatorsPage } from './indicator-pages.tsx'
import type { IndicatorPort } from './indicator-port.ts'
import { AT, baseOf, enter, show, told, typedOf } from './routes.tsx'

export function indicatorRoutes(port: IndicatorPort): Hono {
  const app = new Hono()
  const visitorOf = (request: Request) => port.visitor(request)
  const here = (visitor: Visitor) => `${baseOf(visitor)}/indicators`
  const draw = async (c: Context, visitor: Visitor, typed: Typed = {}, refusals: readonly Refusal[] = []) => {
    const view = await port.readIndicators(visitor)
    if (!view.ok) return refused(c, visitor, view.refusals)
    return show(
      c,
      visitor,
      say(INDICATOR_WORDS.title, visitor.language),
      <IndicatorsPage view={view.value} action={here(visitor)} typed={typed} errors={told(visitor, refusals)} />,
      { refusals },
    )
  }
  app.get(`${AT}/indicators`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    return refusal ?? draw(c, visitor)
  })
  app.post(`${AT}/indicators`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const { fields } = await readForm(c)
    const typed = indicators.indicators.filter((one) => fields[`target-${one.code}`] !== undefined)
    const done = await port.draftEdition(visitor, {
      name: first(fields, 'name'),
      source: first(fields, 'source'),
      from: first(fields, 'from'),
      indicators: Object.fromEntries(
        typed.map((one) => [
          one.code,
          {
            target: first(fields, `target-${one.code}`),
            owner: first(fields, `owner-${one.code}`),
            budgetCode: first(fields, `budget-${one.code}`),
          },
        ]),
      ),
    })
    return done.ok ? goOn(c, here(visitor)) : draw(c, visitor, typedOf(fields), done.refusals)
  })
  app.post(`${AT}/indicators/:edition/confirm`, async (c) => {
    const { visitor, refusal } = await enter(c, visitorOf)
    if (refusal) return refusal
    const done = await port.confirmEdition(visitor, c.req.param('edition'))
    return done.ok ? goOn(c, here(visitor)) : refused(c, visitor, done.refusals)
  })
  return app
}
