// Coverage by plain forms. Must stay true: a village operator lands on the own village; a reason is a POST, safe to press twice.
import { type Context, Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { fill, say } from '../../kernel/text.ts'
import { enterSignedIn, REGION } from '../../platform/http/door.ts'
import { faultsOf } from '../../platform/http/faults.ts'
import { first, readForm } from '../../platform/http/form.ts'
import { goOn, page, refused } from '../../platform/http/respond.tsx'
import type { Visitor } from '../../platform/http/visitor.ts'
import { COVERAGE_TEXTS, CoveragePage, VillageCoveragePage } from './coverage-pages.tsx'
import type { CoveragePort } from './coverage-port.ts'
import type { Indicator } from './coverage-rules.ts'
import { isIndicator } from './coverage-words.ts'
import { STAY_TEXTS, StaysPage } from './stay-pages.tsx'

const ROOT = `${REGION}/office/coverage`

export function coverageRoutes(port: CoveragePort): Hono {
  const app = new Hono()
  const enter = (c: Context) => enterSignedIn(c, port, (visitor) => port.mayRead(visitor))
  const base = (visitor: Visitor) => `/${visitor.region?.code ?? ''}`
  const frame = (visitor: Visitor) => ({ variant: 'office' as const, tabs: port.tabs(visitor) })
  const indicatorOf = (text: string | undefined): Indicator => (isIndicator(text) ? text : 'birth-0-18')

  app.get(ROOT, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const indicator = indicatorOf(c.req.query('of'))
    const own = port.ownVillage(visitor)
    if (own !== undefined) return goOn(c, `${base(visitor)}/office/coverage/${own}?of=${indicator}`)
    const district = c.req.query('in')
    const view = await port.read(visitor, { indicator, district, on: c.req.query('on') })
    if (!view.ok) return refused(c, visitor, view.refusals)
    return page(c, visitor, {
      ...frame(visitor),
      title: say(COVERAGE_TEXTS.title, visitor.language),
      children: <CoveragePage base={base(visitor)} view={view.value} district={district} language={visitor.language} />,
    })
  })
  app.post(`${ROOT}/snapshot`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const of = indicatorOf(first((await readForm(c)).fields, 'of'))
    const done = await port.takeSnapshot(visitor)
    return done.ok ? goOn(c, `${base(visitor)}/office/coverage?of=${of}`) : refused(c, visitor, done.refusals)
  })

  const showVillage = async (c: Context, visitor: Visitor, village: string, refusals: readonly Refusal[] = []) => {
    const indicator = indicatorOf(c.req.query('of'))
    const view = await port.readVillage(visitor, village, indicator, c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const errors = faultsOf(visitor, refusals)
    return page(
      c,
      visitor,
      {
        ...frame(visitor),
        title: say(COVERAGE_TEXTS.title, visitor.language),
        errorCount: errors.length,
        ...(port.ownVillage(visitor) === undefined
          ? {
              back: {
                href: `${base(visitor)}/office/coverage?of=${indicator}&in=${village.slice(0, 8)}`,
                label: say(COVERAGE_TEXTS.title, visitor.language),
              },
            }
          : {}),
        children: (
          <VillageCoveragePage base={base(visitor)} view={view.value} errors={errors} language={visitor.language} />
        ),
      },
      errors.length === 0 ? 200 : visitor.statusOf(refusals),
    )
  }
  app.get(`${ROOT}/:village`, async (c) => {
    const { visitor, refusal } = await enter(c)
    return refusal ?? showVillage(c, visitor, c.req.param('village') ?? '')
  })
  app.get(`${ROOT}/:village/stays`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { village } = c.req.param()
    const view = await port.readStays(visitor, village, c.req.query('after'))
    if (!view.ok) return refused(c, visitor, view.refusals)
    const title = fill(say(STAY_TEXTS.title, visitor.language), { name: view.value.name })
    return page(c, visitor, {
      ...frame(visitor),
      title,
      back: { href: `${base(visitor)}/office/coverage/${village}`, label: say(COVERAGE_TEXTS.title, visitor.language) },
      children: <StaysPage base={base(visitor)} view={view.value} language={visitor.language} />,
    })
  })
  app.post(`${ROOT}/:village/:person`, async (c) => {
    const { visitor, refusal } = await enter(c)
    if (refusal) return refusal
    const { village = '', person = '' } = c.req.param()
    const indicator = indicatorOf(c.req.query('of'))
    const done = await port.note(visitor, village, indicator, person, first((await readForm(c)).fields, 'reason'))
    if (done.ok) return goOn(c, `${base(visitor)}/office/coverage/${village}?of=${indicator}`)
    if (done.refusals.some((one) => one.code === 'not-found')) return refused(c, visitor, done.refusals)
    return showVillage(c, visitor, village, done.refusals)
  })
  return app
}
