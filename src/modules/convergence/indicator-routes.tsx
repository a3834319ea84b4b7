// Indicators and their editions by a plain page and forms.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { say } from '../../kernel/text.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { Typed } from './form-parts.tsx'
import { INDICATOR_WORDS, IndicatorsPage, NEW_BLOCKS } from './indicator-pages.tsx'
import type { IndicatorPort } from './indicator-port.ts'
import { AT, baseOf, enter, show, typedOf } from './routes.tsx'

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
      <IndicatorsPage view={view.value} action={here(visitor)} typed={typed} errors={faultsOf(visitor, refusals)} />,
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
    const typed = Object.keys(fields).flatMap((name) => /^target-([A-Z]{2}\d{1,2})$/.exec(name)?.[1] ?? [])
    const done = await port.draftEdition(visitor, {
      name: first(fields, 'name'),
      source: first(fields, 'source'),
      from: first(fields, 'from'),
      indicators: Object.fromEntries(
        typed.map((code) => [
          code,
          {
            target: first(fields, `target-${code}`),
            owner: first(fields, `owner-${code}`),
            budgetCode: first(fields, `budget-${code}`),
          },
        ]),
      ),
      added: NEW_BLOCKS.map((block) => ({
        code: first(fields, `new-code-${block}`),
        name: first(fields, `new-name-${block}`),
        nameEnglish: first(fields, `new-nameEnglish-${block}`),
        kind: first(fields, `new-kind-${block}`),
        direction: first(fields, `new-direction-${block}`),
        service: first(fields, `new-service-${block}`),
        target: first(fields, `new-target-${block}`),
        owner: first(fields, `new-owner-${block}`),
        budgetCode: first(fields, `new-budget-${block}`),
      })),
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
