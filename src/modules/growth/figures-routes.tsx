// Pages of figures. Open to everybody; who is asking decides what they hold.
import { type Context, Hono } from 'hono'
import { say } from '../../kernel/text.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { CentrePage } from './centre-pages.tsx'
import type { ConditionName } from './figures.ts'
import { AreaPage } from './figures-pages.tsx'
import type { FigureFilter, FiguresPort } from './figures-port.ts'
import { FIGURE_WORDS as w } from './figures-words.ts'
import type { AgeGroup } from './rollup.ts'
import type { TypedSurvey } from './survey-figure-form.tsx'

const REGION = '/:region{[0-9]{2}(\\.[0-9]{2})?}'
const AT = `${REGION}/balanting/figures`

export function figuresRoutes(port: FiguresPort): Hono {
  const app = new Hono()
  const base = (visitor: Visitor) => `/${visitor.region!.code}`

  const asked = (c: Context): Partial<FigureFilter> => {
    const { month, condition, sex, age, lokus } = c.req.query()
    return {
      ...(month === undefined ? {} : { month }),
      ...(condition === undefined ? {} : { condition: condition as ConditionName }),
      ...(sex === '1' ? { sex: 1 as const } : sex === '2' ? { sex: 2 as const } : {}),
      ...(age === undefined ? {} : { ageGroup: age as AgeGroup }),
      ...(lokus === 'yes' ? { lokus: true } : {}),
    }
  }
  const showArea = async (c: Context, visitor: Visitor, code: string, typed?: TypedSurvey) => {
    const view = await port.readArea(visitor, code, asked(c))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const { parent, name } = view.value
    const centres = view.value.kind === 'region' ? await port.listCentres(visitor) : []
    const up =
      parent === undefined
        ? { href: `${base(visitor)}/balanting`, label: 'Balanting' }
        : {
            href:
              parent.code === visitor.region!.code
                ? `${base(visitor)}/balanting/figures`
                : `${base(visitor)}/balanting/figures/areas/${parent.code}`,
            label: parent.name,
          }
    return page(
      c,
      visitor,
      {
        title: `${say(w.of, visitor.language)} ${name}`,
        variant: 'office',
        back: up,
        children: (
          <AreaPage
            base={base(visitor)}
            view={view.value}
            centres={centres}
            language={visitor.language}
            {...(typed === undefined ? {} : { typed })}
          />
        ),
      },
      typed === undefined ? 200 : visitor.statusOf(typed.refusals),
    )
  }

  app.get(AT, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    return visitor.region === undefined
      ? refused(c, visitor, [{ code: 'not-found' }])
      : showArea(c, visitor, visitor.region.code)
  })
  app.get(`${AT}/areas/:code`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    return visitor.region === undefined
      ? refused(c, visitor, [{ code: 'not-found' }])
      : showArea(c, visitor, c.req.param('code') ?? '')
  })
  app.get(`${AT}/villages.csv`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    const csv = await port.villagesCsv(visitor, c.req.query('month'))
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="pertumbuhan-${visitor.region.code}.csv"`,
    })
  })
  app.get(`${AT}/centres/:centre`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const view = await port.readCentre(visitor, c.req.param('centre') ?? '', c.req.query('month'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      title: view.value.name,
      variant: 'office',
      back: { href: `${base(visitor)}/balanting/figures`, label: say(w.title, visitor.language) },
      children: <CentrePage base={base(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  app.post(`${AT}/surveys`, async (c) => {
    const visitor = await port.visitor(c.req.raw)
    if (visitor.region === undefined) return refused(c, visitor, [{ code: 'not-found' }])
    if (visitor.actor === undefined) return refused(c, visitor, [{ code: 'sign-in-needed' }])
    const { fields } = await readForm(c)
    const values = {
      year: first(fields, 'year'),
      method: first(fields, 'method'),
      percent: first(fields, 'percent'),
      source: first(fields, 'source'),
    }
    const done = await port.recordSurvey(visitor, { ...values, indicator: first(fields, 'indicator') })
    if (done.ok) return goOn(c, `${base(visitor)}/balanting/figures`)
    return done.refusals.some(({ at }) => at !== undefined)
      ? showArea(c, visitor, visitor.region.code, { values, refusals: done.refusals, tell: (one) => visitor.tell(one) })
      : refused(c, visitor, done.refusals)
  })
  return app
}
